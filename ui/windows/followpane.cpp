// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/followpane.h"

#include "app/models/followedmodel.h"
#include "app/viewmodels/followviewmodel.h"
#include "ui/views/icons.h"
#include "ui/windows/tables.h"

#include <QHeaderView>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace countersign {

FollowPane::FollowPane(FollowViewModel &follow, QWidget *parent)
    : QWidget(parent)
    , m_follow(follow)
    , m_heading(new QToolButton(this))
    , m_body(new QWidget(this))
    , m_list(newTree(follow.model(), tr("Decided by me"), m_body))
    , m_dismiss(new QToolButton(m_body))
{
    setObjectName(QStringLiteral("followPane"));
    m_heading->setObjectName(QStringLiteral("followHeading"));
    m_heading->setCheckable(true);
    m_heading->setAutoRaise(true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_list->setObjectName(QStringLiteral("followList"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumHeight(fontMetrics().height() * 5);
    m_dismiss->setText(tr("Remove ended runs from this list"));
    m_dismiss->setAutoRaise(true);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_list, 1);
    body->addWidget(m_dismiss, 0, Qt::AlignTrailing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_heading);
    column->addWidget(m_body, 1);
    connect(m_heading, &QToolButton::toggled, this, &FollowPane::update);
    connect(m_dismiss, &QToolButton::clicked, &follow, &FollowViewModel::dismissEnded);
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT runWanted(m_follow.model()->runAt(index.row()));
    });
    connect(&follow, &FollowViewModel::changed, this, &FollowPane::update);
    update();
}

void FollowPane::setOpen(bool isOpen)
{
    m_heading->setChecked(isOpen);
}

bool FollowPane::isOpen() const
{
    return m_heading->isChecked();
}

void FollowPane::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->currentIndex().isValid() && m_follow.model()->rowCount() > 0)
        m_list->setCurrentIndex(m_follow.model()->index(0, 0));
}

void FollowPane::update()
{
    const int count = m_follow.model()->rowCount();
    setVisible(count > 0);
    m_body->setVisible(isOpen());
    m_heading->setArrowType(isOpen() ? Qt::DownArrow : Qt::RightArrow);
    //: Heading of a list; %1 is "2 runs going on, 1 ended"
    m_heading->setText(tr("Decided by me: %1").arg(m_follow.countText()));
    m_dismiss->setEnabled(m_follow.openCount() < count);
}

} // namespace countersign
