// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/decisionbar.h"

#include "app/domain/displaytext.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "ui/views/icons.h"
#include "ui/views/safelabel.h"
#include "ui/views/tones.h"
#include "ui/windows/actions.h"

#include <QAction>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace countersign {

namespace {

void showCapability(QPushButton *button, const Capability &capability)
{
    button->setVisible(capability.isOffered);
    button->setEnabled(capability.isEnabled);
    button->setToolTip(capability.reason.isEmpty() ? QString() : safeToolTip(capability.reason));
    button->setAccessibleDescription(capability.reason);
}

} // namespace

DecisionBar::DecisionBar(const ActionSet &actions, QWidget *parent)
    : QFrame(parent)
    , m_later(new QPushButton(tr("Later…"), this))
    , m_more(new QPushButton(tr("More", "menu of further acts"), this))
    , m_reject(new QPushButton(tr("Reject…"), this))
    , m_approve(new QPushButton(tr("Approve…"), this))
    , m_reason(new SafeLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_later->setObjectName(QStringLiteral("laterButton"));
    m_more->setObjectName(QStringLiteral("moreButton"));
    m_reject->setObjectName(QStringLiteral("rejectButton"));
    m_approve->setObjectName(QStringLiteral("approveButton"));
    m_reason->setObjectName(QStringLiteral("reasonLabel"));
    m_reason->setQuiet(true);
    m_reject->setIcon(ownIcon(iconName(Act::Reject)));
    QFont bold = QGuiApplication::font();
    bold.setBold(true);
    m_approve->setFont(bold);
    auto *menu = new QMenu(m_more);
    for (const Command command : {Command::CopyId, Command::CopyForChat, Command::CopyMore,
                                  Command::WebConsole, Command::OwnWindow, Command::TakeBack}) {
        if (QAction *action = actions.action(command))
            menu->addAction(action);
    }
    menu->addSeparator();
    menu->addAction(actions.action(Command::CancelExecution));
    m_more->setMenu(menu);
    for (QPushButton *button : {m_later, m_more, m_reject, m_approve})
        button->setAutoDefault(false);
    const QAction *later = actions.action(Command::Later);
    m_later->setToolTip(later->toolTip());
    connect(m_later, &QPushButton::clicked, later, &QAction::trigger);
    connect(later, &QAction::changed, this,
            [this, later] { m_later->setEnabled(later->isEnabled()); });
    m_later->setEnabled(later->isEnabled());
    connect(m_reject, &QPushButton::clicked, actions.action(Command::Reject), &QAction::trigger);
    connect(m_approve, &QPushButton::clicked, actions.action(Command::Approve), &QAction::trigger);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 9, 16, 9);
    row->addWidget(m_later);
    row->addWidget(m_more);
    row->addSpacing(8);
    row->addWidget(m_reason, 1);
    row->addSpacing(8);
    row->addWidget(m_reject);
    row->addSpacing(96);
    row->addWidget(m_approve);
    applyDanger();
}

void DecisionBar::update(const ReviewViewModel &review)
{
    const Capability approve = review.capability(Act::Approve);
    const Capability reject = review.capability(Act::Reject);
    showCapability(m_approve, approve);
    showCapability(m_reject, reject);
    QString reason;
    for (const Capability &capability : {approve, reject}) {
        if (reason.isEmpty() && capability.isOffered && !capability.isEnabled)
            reason = capability.reason;
    }
    m_reason->setText(reason);
    if (approve.isDanger != m_isDanger) {
        m_isDanger = approve.isDanger;
        applyDanger();
    }
}

void DecisionBar::applyDanger()
{
    QPalette own;
    if (m_isDanger) {
        const QColor color = toneColors(QGuiApplication::palette(), Tone::Danger).text;
        own.setColor(QPalette::Active, QPalette::ButtonText, color);
        own.setColor(QPalette::Inactive, QPalette::ButtonText, color);
        m_approve->setIcon(ownIcon(QStringLiteral("warning"), color));
    } else {
        m_approve->setIcon(ownIcon(iconName(Act::Approve)));
    }
    m_approve->setPalette(own);
}

void DecisionBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyDanger();
}

} // namespace countersign
