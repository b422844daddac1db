// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/reviewpage.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/models/parametermodel.h"
#include "app/models/riskycallmodel.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "app/viewmodels/unknownwords.h"
#include "ui/views/bannerview.h"
#include "ui/views/cautionsview.h"
#include "ui/views/cellcopy.h"
#include "ui/views/changesview.h"
#include "ui/views/consequenceview.h"
#include "ui/views/factsgrid.h"
#include "ui/views/iconlabel.h"
#include "ui/views/outcomebar.h"
#include "ui/views/quoteview.h"
#include "ui/views/safelabel.h"
#include "ui/views/statepage.h"
#include "ui/views/taskdelegate.h"
#include "ui/views/tooltips.h"
#include "ui/windows/actions.h"
#include "ui/windows/decisionbar.h"
#include "ui/windows/reviewtabs.h"
#include "ui/windows/tables.h"

#include <QAction>
#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int mostTableRows = 7;

QToolButton *newTextButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    describeAs(button, action);
    return button;
}

SafeLabel *newTitle(const QString &words, QWidget *parent)
{
    auto *title = new SafeLabel(parent);
    title->setWeight(true);
    title->setText(words);
    return title;
}

} // namespace

ReviewPage::ReviewPage(ReviewViewModel &review, DecisionsViewModel &decisions, ActionSet &actions,
                       QWidget *parent)
    : QWidget(parent)
    , m_review(review)
    , m_decisions(decisions)
    , m_actions(actions)
    , m_pages(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_banner(new BannerView(this))
    , m_scroll(new QScrollArea(this))
    , m_told(new OutcomeBar(this))
    , m_bar(new DecisionBar(actions, this))
{
    m_banner->setObjectName(QStringLiteral("reviewBanner"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(makeContents());
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_bar);
    m_pages->addWidget(m_statePage);
    m_pages->addWidget(page);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_told->setObjectName(QStringLiteral("toldBar"));
    m_told->setButtons(tr("Close"));
    m_told->hide();
    outer->addWidget(m_told);
    outer->addWidget(m_pages, 1);
    connect(m_told, &OutcomeBar::firstPressed, m_told, &QWidget::hide);
    m_againDue.setSingleShot(true);
    connect(&m_againDue, &QTimer::timeout, this, &ReviewPage::updateResult);
    connect(&review, &ReviewViewModel::changed, this, &ReviewPage::update);
    connect(&review, &ReviewViewModel::factsChanged, m_bar, &DecisionBar::rest);
    connect(&decisions, &DecisionsViewModel::changed, this, &ReviewPage::updateResult);
    update();
}

QWidget *ReviewPage::makeHeading()
{
    auto *heading = new QWidget(this);
    m_heading = new SafeLabel(SafeLabel::Use::Copyable, heading);
    m_heading->setObjectName(QStringLiteral("headingLabel"));
    m_heading->setWeight(true, 1.35);
    m_ids = new SafeLabel(SafeLabel::Use::Copyable, heading);
    m_ids->setObjectName(QStringLiteral("idsLabel"));
    m_ids->setFixedWidthFont();
    auto *row = new QHBoxLayout;
    row->addWidget(m_ids, 1);
    row->addWidget(newTextButton(m_actions.action(Command::CopyId), heading));
    row->addWidget(newTextButton(m_actions.action(Command::WebConsole), heading));
    auto *column = new QVBoxLayout(heading);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_heading);
    column->addLayout(row);
    return heading;
}

QWidget *ReviewPage::makeContents()
{
    auto *contents = new QWidget;
    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(18, 12, 18, 14);
    column->setSpacing(9);
    // What differs from the last one stands first, while the eye is still quick.
    m_haste = new CautionsView(contents);
    m_haste->setObjectName(QStringLiteral("hasteView"));
    column->addWidget(m_haste);
    column->addWidget(makeHeading());
    m_result = new OutcomeBar(contents);
    m_result->setObjectName(QStringLiteral("resultBar"));
    m_changes = new ChangesView(contents);
    m_state = new OutcomeBar(contents);
    m_state->setObjectName(QStringLiteral("stateBar"));
    m_cautions = new CautionsView(contents);
    m_cautions->setObjectName(QStringLiteral("cautionsView"));
    m_consequence = new ConsequenceView(contents);
    m_otherWaits = new SafeLabel(contents);
    m_otherWaits->setQuiet(true);
    m_pause = new SafeLabel(SafeLabel::Use::Copyable, contents);
    m_pause->setObjectName(QStringLiteral("pauseLabel"));
    m_putOff = new SafeLabel(contents);
    m_putOff->setObjectName(QStringLiteral("putOffLabel"));
    m_putOff->hide();
    m_quote = new QuoteView(contents);
    m_facts = new FactsGrid(contents);
    for (QWidget *part : {static_cast<QWidget *>(m_result), static_cast<QWidget *>(m_changes),
                          static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_consequence),
                          static_cast<QWidget *>(m_cautions), static_cast<QWidget *>(m_pause),
                          static_cast<QWidget *>(m_otherWaits), static_cast<QWidget *>(m_putOff),
                          static_cast<QWidget *>(m_quote), static_cast<QWidget *>(m_facts)})
        column->addWidget(part);
    addTables(column);
    m_tabs = new ReviewTabs(m_review, contents);
    column->addWidget(m_tabs, 1);
    connect(m_result, &OutcomeBar::firstPressed, this, &ReviewPage::nextWanted);
    connect(m_result, &OutcomeBar::secondPressed, this, &ReviewPage::onResultPressed);
    connect(m_state, &OutcomeBar::firstPressed, &m_review, &ReviewViewModel::refresh);
    connect(m_tabs, &ReviewTabs::runWanted, this, [this](const ExecutionId &child) {
        if (m_review.rowId())
            Q_EMIT runWanted({m_review.rowId()->place, child, {}});
    });
    return contents;
}

void ReviewPage::addTables(QVBoxLayout *column)
{
    auto *parameterTitle = newTitle(tr("Parameters"), this);
    m_parameters = newTree(m_review.parameters(), tr("Parameters of the run"), this);
    m_parameters->setItemDelegate(new ChangeDelegate(m_parameters));
    new CellCopy(m_parameters, ParameterModel::RawValueRole);
    m_comparison = new SafeLabel(this);
    m_comparison->setObjectName(QStringLiteral("comparisonLabel"));
    m_comparison->setQuiet(true);
    column->addWidget(parameterTitle);
    column->addWidget(m_parameters);
    column->addWidget(m_comparison);
    fitHeightToRows(m_parameters, mostTableRows, parameterTitle);
    auto *riskyTitle = newTitle(tr("High-risk calls in the template"), this);
    m_parameters->setObjectName(QStringLiteral("parameterColumns"));
    auto *risky = newTree(m_review.riskyCalls(), tr("High-risk calls"), this);
    column->addWidget(riskyTitle);
    new CellCopy(risky, RiskyCallModel::CopyRole);
    column->addWidget(risky);
    risky->setObjectName(QStringLiteral("riskyColumns"));
    fitHeightToRows(risky, mostTableRows, riskyTitle);
    m_notRead = new ToneFrame(this);
    m_notRead->setTone(Tone::Warning);
    m_notReadWords = new SafeLabel(SafeLabel::Use::Copyable, m_notRead);
    m_notReadWords->setObjectName(QStringLiteral("notReadLabel"));
    auto *icon = new IconLabel(m_notRead);
    icon->setIcon(QStringLiteral("warning"));
    auto *grid = new QGridLayout(m_notRead);
    grid->setContentsMargins(16, 7, 12, 7);
    grid->addWidget(icon, 0, 0);
    grid->addWidget(newTitle(tr("Could not be read"), m_notRead), 0, 1);
    grid->addWidget(m_notReadWords, 1, 1);
    grid->setColumnStretch(1, 1);
    column->addWidget(m_notRead);
}

void ReviewPage::showTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
    m_tabs->currentWidget()->setFocus(Qt::ShortcutFocusReason);
    m_scroll->ensureWidgetVisible(m_tabs);
}

void ReviewPage::focusSummary()
{
    if (m_consequence->summary()->isVisible())
        m_consequence->summary()->setFocus(Qt::OtherFocusReason);
    else
        m_heading->setFocus(Qt::OtherFocusReason);
}

void ReviewPage::setPutOffText(const QString &text)
{
    m_putOff->setText(text);
    m_putOff->setVisible(!text.isEmpty());
}

void ReviewPage::setHasNext(bool hasNext)
{
    if (hasNext == m_hasNext)
        return;
    m_hasNext = hasNext;
    updateResult();
}

void ReviewPage::update()
{
    updatePage();
    const bool isAnother = m_shown != m_review.rowId();
    m_shown = m_review.rowId();
    if (isAnother)
        tell({});
    if (m_review.state() != ReviewViewModel::State::Empty) {
        updateHeading();
        updateProblems();
        m_consequence->setConsequence(m_review.consequences(), m_review.targets(),
                                      m_review.isDangerous());
        m_haste->setCautions(m_review.hasteLines());
        m_cautions->setCautions(m_review.cautions());
        const std::vector<QString> pause = m_review.pauseLines();
        m_pause->setText(QStringList(pause.begin(), pause.end()).join(QLatin1Char('\n')));
        m_pause->setVisible(!pause.empty());
        const QString comparison = m_review.parameterComparison();
        m_comparison->setText(comparison);
        m_comparison->setVisible(!comparison.isEmpty() && m_review.parameters()->rowCount() > 0);
        m_parameters->setColumnHidden(ParameterModel::EarlierColumn,
                                      !m_review.parameters()->isCompared());
        m_otherWaits->setText(m_review.otherWaitsText());
        m_otherWaits->setVisible(!m_review.otherWaitsText().isEmpty());
        // What a decision would do is told only while there is one to make.
        if (m_review.state() == ReviewViewModel::State::Gone)
            m_consequence->hide();
        m_quote->setQuote(m_review.starterName(), m_review.starterQuote());
        m_facts->setFacts(m_review.facts());
        m_tabs->update();
    }
    m_bar->update(m_review);
    m_actions.update(m_review);
    updateResult();
    if (isAnother) {
        m_scroll->verticalScrollBar()->setValue(0);
        m_tabs->start();
    }
}

void ReviewPage::updatePage()
{
    if (m_review.state() == ReviewViewModel::State::Empty)
        m_statePage->setState(QStringLiteral("kind-approval"), tr("Nothing is chosen"),
                              tr("Choose a row on the left to see what waits and what a decision "
                                 "would do."));
    m_pages->setCurrentIndex(m_review.state() == ReviewViewModel::State::Empty ? 0 : 1);
}

void ReviewPage::updateHeading()
{
    m_banner->setPlace(m_review.environment(), m_review.placeText(), m_review.actorText(),
                       m_review.endpointHosts());
    m_heading->setText(m_review.heading());
    QStringList parts{groupedId(m_review.executionId().text())};
    if (!m_review.taskName().isEmpty())
        parts += tr("task %1").arg(m_review.taskName());
    if (!m_review.templateText().isEmpty())
        parts += m_review.templateText();
    m_ids->setText(parts.join(QStringLiteral(" · ")));
    const QUrl url = m_review.webConsoleUrl();
    if (!url.isEmpty())
        m_actions.action(Command::WebConsole)
            ->setToolTip(safeToolTip(url.toString(QUrl::FullyEncoded)));
}

bool ReviewPage::isLoading() const
{
    return m_review.state() == ReviewViewModel::State::Loading;
}

void ReviewPage::updateProblems()
{
    const QString readAt =
        m_review.readAt().isValid() ? localTimeText(m_review.readAt()) : QString();
    switch (m_review.state()) {
    case ReviewViewModel::State::Loading:
        m_state->setOutcome(Tone::Info, QStringLiteral("view-refresh"), tr("Reading…"),
                            tr("What the list knows is shown already."));
        break;
    case ReviewViewModel::State::Failed:
        m_state->setOutcome(Tone::Warning, QStringLiteral("warning"),
                            m_review.error() ? errorText(*m_review.error())
                                             : tr("The run could not be read."),
                            m_review.error() ? errorDetails(*m_review.error()) : QString());
        break;
    case ReviewViewModel::State::Gone:
        m_state->setOutcome(Tone::Info, QStringLiteral("information"), m_review.overText(),
                            goneDetail(readAt));
        break;
    case ReviewViewModel::State::Empty:
    case ReviewViewModel::State::Ready:
        break;
    }
    m_state->setVisible(m_review.state() == ReviewViewModel::State::Loading ||
                        m_review.state() == ReviewViewModel::State::Failed ||
                        m_review.state() == ReviewViewModel::State::Gone);
    m_state->setButtons(m_review.state() == ReviewViewModel::State::Failed ? tr("Read again")
                                                                           : QString());
    const std::vector<QString> notRead = m_review.notRead();
    m_notReadWords->setText(QStringList(notRead.begin(), notRead.end()).join(QLatin1Char('\n')));
    m_notRead->setVisible(!notRead.empty());
}

QString ReviewPage::goneDetail(const QString &readAt) const
{
    QStringList lines;
    // A result that is shown says so itself.
    if (resultToShow() == nullptr)
        lines += m_review.takenText();
    if (!readAt.isEmpty())
        //: %1 is a date and time
        lines += tr("What is shown was read at %1.").arg(readAt);
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

void ReviewPage::saveColumns(Settings &settings) const
{
    for (const QTreeView *tree : findChildren<QTreeView *>()) {
        if (!tree->objectName().isEmpty() && hasChosenColumns(tree))
            settings.setPlace(tree->objectName().toLower(), tree->header()->saveState());
    }
}

void ReviewPage::restoreColumns(const Settings &settings)
{
    for (QTreeView *tree : findChildren<QTreeView *>()) {
        const QByteArray state = settings.place(tree->objectName().toLower());
        if (!tree->objectName().isEmpty() && !state.isEmpty())
            chooseColumns(tree, state);
    }
}

DecisionViewModel *ReviewPage::resultToShow() const
{
    if (m_review.executionId().isEmpty())
        return nullptr;
    for (DecisionViewModel *decision : m_decisions.forExecution(m_review.executionId())) {
        // What was retried, skipped or cancelled is not the row that waits afterwards.
        const Act act = decision->record().act;
        const bool isOfRun =
            act == Act::RetryTask || act == Act::SkipTask || act == Act::CancelTask;
        // A run that was found by its id knows its task only while that waits.
        const bool isOver = m_review.state() == ReviewViewModel::State::Gone &&
                            m_review.taskExecutionId().isEmpty();
        if (isOfRun || isOver || decision->record().taskExecutionId == m_review.taskExecutionId() ||
            decision->record().taskExecutionId.isEmpty())
            return decision;
    }
    return nullptr;
}

void ReviewPage::updateResult()
{
    DecisionViewModel *decision = resultToShow();
    m_result->setVisible(decision != nullptr);
    m_changes->setChanges(tr("Look at it again: this has changed since you read it"),
                          decision ? decision->changes() : std::vector<FactChange>());
    if (decision == nullptr)
        return;
    m_result->setDecision(*decision);
    QString second;
    const auto againIn = decideAgainIn(*decision);
    if (againIn && againIn->count() > 0)
        m_againDue.start(*againIn);
    if (mayBeDecidedAgain(*decision))
        second = tr("Decide again…");
    else if (decision->stage() == DecisionViewModel::Stage::Watching)
        second = tr("Check now");
    else if (!decision->noteToCopy().isEmpty())
        second = tr("Copy note");
    m_result->setButtons(m_hasNext ? tr("Next", "go to the next wait") : QString(), second);
}

bool ReviewPage::mayBeDecidedAgain(const DecisionViewModel &decision) const
{
    return decideAgainIn(decision) && mayDecideAgain(decision, m_decisions.entryOf(decision));
}

void ReviewPage::tell(const QString &words)
{
    m_told->setVisible(!words.isEmpty());
    m_told->setOutcome(Tone::Warning, QStringLiteral("warning"), words, {});
}

void ReviewPage::onResultPressed()
{
    DecisionViewModel *decision = resultToShow();
    if (decision == nullptr)
        return;
    if (mayBeDecidedAgain(*decision))
        Q_EMIT againWanted(decision->record());
    else if (decision->stage() == DecisionViewModel::Stage::Watching)
        decision->checkNow();
    else
        Q_EMIT noteCopyWanted(decision->noteToCopy());
}

} // namespace countersign
