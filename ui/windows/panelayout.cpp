// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/panelayout.h"

#include "ui/views/icons.h"

#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace countersign {

PaneLayout::PaneLayout(QSplitter &splitter, QWidget &list, QWidget &review, QWidget *window)
    : QObject(window)
    , m_list(list)
    , m_reviewSide(new QWidget(&splitter))
    , m_back(new QToolButton(m_reviewSide))
{
    m_back->setObjectName(QStringLiteral("backToList"));
    m_back->setText(tr("Back to the list"));
    m_back->setIcon(ownIcon(QStringLiteral("act-back")));
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->setAutoRaise(true);
    m_back->setFocusPolicy(Qt::TabFocus);
    auto *column = new QVBoxLayout(m_reviewSide);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_back);
    column->addWidget(&review, 1);
    splitter.setChildrenCollapsible(false);
    splitter.addWidget(&list);
    splitter.addWidget(m_reviewSide);
    splitter.setStretchFactor(0, 0);
    splitter.setStretchFactor(1, 1);
    splitter.setSizes({500, 866});
    list.setMinimumWidth(280);
    m_reviewSide->setMinimumWidth(380);
    connect(m_back, &QToolButton::clicked, this, [this] {
        showList();
        Q_EMIT backPressed();
    });
    update();
}

void PaneLayout::setWidth(int width)
{
    const bool isOnePane = width < leastForTwo;
    if (isOnePane == m_isOnePane)
        return;
    m_isOnePane = isOnePane;
    update();
}

void PaneLayout::showList()
{
    m_showsReview = false;
    update();
}

void PaneLayout::showReview()
{
    m_showsReview = true;
    update();
}

void PaneLayout::update()
{
    m_list.setVisible(!hidesList());
    m_reviewSide->setVisible(!m_isOnePane || m_showsReview);
    m_back->setVisible(m_isOnePane);
    Q_EMIT changed();
}

} // namespace countersign
