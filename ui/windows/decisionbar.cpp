// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/decisionbar.h"

#include "app/domain/format.h"
#include "app/viewmodels/debuglane.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/views/announce.h"
#include "ui/views/icons.h"
#include "ui/views/menubuttons.h"
#include "ui/views/safelabel.h"
#include "ui/views/tones.h"
#include "ui/views/tooltips.h"
#include "ui/windows/actions.h"

#include <QAction>
#include <QActionGroup>
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
    setToolTipWords(button, capability.reason);
}

constexpr int narrowest = 320;

QFont boldFont()
{
    QFont bold = QGuiApplication::font();
    bold.setBold(true);
    return bold;
}

} // namespace

DecisionBar::DecisionBar(const ActionSet &actions, QWidget *parent)
    : QFrame(parent)
    , m_later(new QPushButton(tr("Later…"), this))
    , m_more(new QPushButton(tr("More", "menu of further acts"), this))
    , m_decideAs(new QPushButton(tr("Decide as…"), this))
    , m_kinds(new QMenu(m_decideAs))
    , m_step(new ConfirmButton(this))
    , m_reason(new SafeLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_later->setObjectName(QStringLiteral("laterButton"));
    m_more->setObjectName(QStringLiteral("moreButton"));
    m_decideAs->setObjectName(QStringLiteral("decideAsButton"));
    m_step->setObjectName(QStringLiteral("stepButton"));
    m_reason->setObjectName(QStringLiteral("reasonLabel"));
    m_reason->setQuiet(true);
    m_reason->hide();
    giveMenu(m_decideAs, m_kinds);
    setToolTipWords(
        m_decideAs,
        tr("Name the kind of this wait yourself, because it was not recognised for certain"));
    m_step->setLook(iconName(Act::ExecuteTask), false);
    m_step->setWrapWidth(360);
    connect(m_step, &ConfirmButton::decided, this, &DecisionBar::stepWanted);
    connect(m_step, &ConfirmButton::tooEarly, this, [this](const QString &answer) {
        m_reason->setText(answer);
        m_reason->show();
        announce(m_reason, answer);
    });
    addActs(actions);
    fillMore(actions);
    const QAction *later = actions.action(Command::Later);
    setToolTipWords(m_later, later->statusTip());
    connect(m_later, &QPushButton::clicked, later, &QAction::trigger);
    connect(later, &QAction::changed, this,
            [this, later] { m_later->setEnabled(later->isEnabled()); });
    m_later->setEnabled(later->isEnabled());
    arrange();
    applyDanger();
}

void DecisionBar::addActs(const ActionSet &actions)
{
    const auto add = [this, &actions](Act act, Command command, const QString &text,
                                      const QString &name) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setIcon(ownIcon(iconName(act)));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, actions.action(command), &QAction::trigger);
        m_acts.insert(act, button);
    };
    add(Act::CompleteExecution, Command::CompleteExecution, tr("End execution…"),
        QStringLiteral("endButton"));
    add(Act::CancelTask, Command::CancelTask, tr("Cancel task…"),
        QStringLiteral("cancelTaskButton"));
    add(Act::Reject, Command::Reject, tr("Reject…"), QStringLiteral("rejectButton"));
    add(Act::SkipTask, Command::SkipTask, tr("Skip task…"), QStringLiteral("skipButton"));
    add(Act::Approve, Command::Approve, tr("Approve…"), QStringLiteral("approveButton"));
    add(Act::RetryTask, Command::RetryTask, tr("Retry task…"), QStringLiteral("retryButton"));
    add(Act::ExecuteTask, Command::RunTask, tr("Run task…"), QStringLiteral("runButton"));
    for (const Act act : {Act::Approve, Act::RetryTask})
        m_acts[act]->setFont(boldFont());
    for (QPushButton *button : {m_later, m_more, m_decideAs})
        button->setAutoDefault(false);
}

void DecisionBar::fillMore(const ActionSet &actions)
{
    auto *menu = new QMenu(m_more);
    for (const Command command : {Command::CopyId, Command::CopyForChat, Command::CopyMore,
                                  Command::WebConsole, Command::OwnWindow, Command::TakeBack}) {
        if (QAction *action = actions.action(command))
            menu->addAction(action);
    }
    menu->addSeparator();
    for (const Command command : {Command::RunTask, Command::CancelTask, Command::CompleteExecution,
                                  Command::CancelExecution, Command::DecideUnseen})
        menu->addAction(actions.action(command));
    giveMenu(m_more, menu);
}

void DecisionBar::arrange()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 9, 16, 9);
    column->setSpacing(6);
    column->addWidget(m_reason);
    m_row = new QHBoxLayout;
    QHBoxLayout *row = m_row;
    row->addWidget(m_later);
    row->addWidget(m_more);
    row->addWidget(m_decideAs);
    row->addSpacing(8);
    row->addWidget(m_acts[Act::CompleteExecution]);
    row->addWidget(m_acts[Act::CancelTask]);
    row->addStretch(1);
    row->addWidget(m_acts[Act::Reject]);
    row->addWidget(m_acts[Act::SkipTask]);
    // What lets the run go on never stands beside what does not.
    row->addSpacerItem(new QSpacerItem(96, 0, QSizePolicy::Preferred));
    row->addWidget(m_acts[Act::ExecuteTask]);
    row->addWidget(m_acts[Act::Approve]);
    row->addWidget(m_acts[Act::RetryTask]);
    row->addWidget(m_step);
    column->addLayout(row);
    // The window may be narrower than all buttons side by side: see fitButtons().
    setMinimumWidth(narrowest);
}

//! Where there is no room for all of them, the acts that More lists as well give way.
void DecisionBar::fitButtons()
{
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    for (const Act act : m_wanted)
        m_acts[act]->setVisible(true);
    for (const Act act : {Act::CancelTask, Act::CompleteExecution, Act::ExecuteTask}) {
        m_row->invalidate();
        const bool mayGo = m_wanted.contains(act) && (act != Act::ExecuteTask || isLane());
        if (mayGo && m_row->minimumSize().width() > room)
            m_acts[act]->setVisible(false);
    }
}

bool DecisionBar::isLane() const
{
    return !m_step->isHidden();
}

void DecisionBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitButtons();
}

void DecisionBar::update(const ReviewViewModel &review)
{
    QString reason;
    bool isDanger = false;
    m_wanted.clear();
    for (const Act act : {Act::Approve, Act::Reject, Act::RetryTask, Act::SkipTask,
                          Act::ExecuteTask, Act::CancelTask, Act::CompleteExecution}) {
        const Capability capability = review.capability(act);
        showCapability(m_acts[act], capability);
        if (capability.isOffered)
            m_wanted.insert(act);
        if (reason.isEmpty() && capability.isOffered && !capability.isEnabled)
            reason = capability.reason;
        isDanger = isDanger || (act == Act::Approve && capability.isDanger);
    }
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    updateKinds(review);
    updateLane(review);
    fitButtons();
    if (isDanger != m_isDanger) {
        m_isDanger = isDanger;
        applyDanger();
    }
}

void DecisionBar::updateKinds(const ReviewViewModel &review)
{
    const std::vector<WaitKind> kinds = review.namableKinds();
    m_decideAs->setVisible(!kinds.empty());
    const auto named = review.namedKind();
    //: %1 is a kind of wait such as Approval
    m_decideAs->setText(named ? tr("Decided as: %1").arg(waitKindLabel(*named)) : tr("Decide as…"));
    if (m_kinds->isVisible())
        return;
    m_kinds->clear();
    const auto add = [this, &named](const QString &text, const std::optional<WaitKind> &kind) {
        QAction *action = m_kinds->addAction(text);
        action->setCheckable(true);
        action->setChecked(named == kind);
        connect(action, &QAction::triggered, this, [this, kind] { Q_EMIT kindNamed(kind); });
    };
    for (const WaitKind kind : kinds)
        add(waitKindLabel(kind), kind);
    m_kinds->addSeparator();
    add(tr("As it was recognised"), std::nullopt);
}

void DecisionBar::updateLane(const ReviewViewModel &review)
{
    const DebugLane &lane = review.lane();
    const LaneOffer offer = lane.offer();
    m_step->setVisible(offer.isHere);
    QPushButton *other = m_acts[Act::ExecuteTask];
    other->setText(offer.isHere ? tr("Other task…") : tr("Run task…"));
    if (offer.isHere && other->toolTip().isEmpty())
        setToolTipWords(other,
                        tr("Choose another task, or give the next one parameters of its own"));
    other->setFont(offer.isHere ? QGuiApplication::font() : boldFont());
    if (!offer.isHere) {
        m_nextStep.clear();
        m_wasStepping = false;
        return;
    }
    // Between two steps the places stay; there is nothing to press.
    for (const Act act : {Act::ExecuteTask, Act::CancelTask, Act::CompleteExecution}) {
        m_wanted.insert(act);
        m_acts[act]->setEnabled(m_acts[act]->isEnabled() && !lane.isStepping());
    }
    m_step->setEnabled(!lane.isStepping());
    m_step->setFullText(lane.buttonText());
    // Another run may come to a task of the same name, and a loop to the same task again.
    const QString next = QString(review.executionId().text() + QLatin1Char('\n') + offer.task);
    if (!lane.isStepping() && (m_wasStepping || next != m_nextStep)) {
        m_nextStep = next;
        m_step->rest(Rest::afterChange);
    }
    m_wasStepping = lane.isStepping();
    m_reason->setText(lane.words());
    m_reason->setVisible(!lane.words().isEmpty());
}

void DecisionBar::pressStep()
{
    m_step->press();
}

void DecisionBar::rest()
{
    m_step->rest(Rest::afterChange);
}

void DecisionBar::applyDanger()
{
    QPushButton *approve = m_acts[Act::Approve];
    QPalette own;
    if (m_isDanger) {
        const QColor color = toneColors(QGuiApplication::palette(), Tone::Danger).text;
        own.setColor(QPalette::Active, QPalette::ButtonText, color);
        own.setColor(QPalette::Inactive, QPalette::ButtonText, color);
        approve->setIcon(ownIcon(QStringLiteral("warning"), color));
    } else {
        approve->setIcon(ownIcon(iconName(Act::Approve)));
    }
    approve->setPalette(own);
}

void DecisionBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyDanger();
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_step->rest(Rest::afterChange);
}

} // namespace countersign
