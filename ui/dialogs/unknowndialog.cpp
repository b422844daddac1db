// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/unknowndialog.h"

#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/unknownwords.h"
#include "ui/dialogs/shortscreen.h"
#include "ui/views/announce.h"
#include "ui/views/icons.h"
#include "ui_unknowndialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScreen>
#include <QScrollBar>

#include <algorithm>

namespace countersign {

namespace {

constexpr int usualWidth = 860;
constexpr int usualHeight = 680;

} // namespace

UnknownDialog::UnknownDialog(DecisionsViewModel &decisions, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::UnknownDialog>())
    , m_decisions(decisions)
{
    m_ui->setupUi(this);
    setWindowIcon(programIcon());
    m_ui->headingLabel->setWeight(true, 1.3);
    for (SafeLabel *title : {m_ui->settlingTitle, m_ui->recordTitle, m_ui->stepsTitle})
        title->setWeight(true);
    m_ui->settlingTitle->setText(tr("What would settle it"));
    m_ui->recordTitle->setText(tr("What was sent"));
    m_ui->stepsTitle->setText(tr("What the journal knows"));
    m_ui->facts->setMaximumColumns(1);
    m_ui->readLabel->setQuiet(true);
    for (QPushButton *button :
         {m_ui->backButton, m_ui->reviewButton, m_ui->consoleButton, m_ui->copyButton,
          m_ui->moreButton, m_ui->checkButton, m_ui->againButton})
        button->setAutoDefault(false);
    m_ui->backButton->setIcon(ownIcon(QStringLiteral("act-back")));
    m_ui->closeDecisionButton->setLook(QStringLiteral("act-next"), false);
    m_ui->closeDecisionButton->setFullText(tr("Close it as undetermined"));
    m_ui->answerLabel->setMinimumHeight(fontMetrics().height() + 2);
    m_ui->answerLabel->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    connectParts();
    takeDecisions();
}

UnknownDialog::~UnknownDialog() = default;

const DecisionViewModel *UnknownDialog::shown() const
{
    return m_position < 0 ? nullptr : m_shown[static_cast<std::size_t>(m_position)];
}

ConfirmButton *UnknownDialog::closeDecisionButton() const
{
    return m_ui->closeDecisionButton;
}

void UnknownDialog::connectParts()
{
    connect(&m_decisions, &DecisionsViewModel::changed, this, &UnknownDialog::takeDecisions);
    connect(m_ui->decisionCombo, &QComboBox::currentIndexChanged, this, &UnknownDialog::choose);
    connect(m_ui->noteEdit, &QLineEdit::textChanged, this, [this](const QString &note) {
        if (shown())
            m_decisions.keepClosingNote(shown()->record().id, note);
    });
    connect(m_ui->backButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->checkButton, &QPushButton::clicked, this, [this] {
        if (m_position >= 0)
            m_shown[static_cast<std::size_t>(m_position)]->checkNow();
    });
    connect(m_ui->reviewButton, &QPushButton::clicked, this, [this] {
        if (shown())
            Q_EMIT reviewWanted(shown()->record());
    });
    connect(m_ui->consoleButton, &QPushButton::clicked, this, [this] {
        if (shown())
            Q_EMIT consoleWanted(webConsoleAddress(shown()->record()));
    });
    connect(m_ui->copyButton, &QPushButton::clicked, this, [this] {
        if (!shown())
            return;
        QGuiApplication::clipboard()->setText(
            webConsoleAddress(shown()->record()).toString(QUrl::FullyEncoded));
        answer(tr("The address was copied."));
    });
    connect(m_ui->againButton, &QPushButton::clicked, this, [this] {
        if (shown())
            Q_EMIT overrideWanted(shown()->record());
    });
    QScrollBar *bar = m_ui->scrollArea->verticalScrollBar();
    connect(m_ui->moreButton, &QPushButton::clicked, bar,
            [bar] { bar->triggerAction(QAbstractSlider::SliderPageStepAdd); });
    m_reading.setSingleShot(true);
    connect(&m_reading, &QTimer::timeout, this, [this] {
        m_isRead = true;
        updateButtons();
    });
    connect(bar, &QScrollBar::valueChanged, this, &UnknownDialog::updateRead);
    connect(bar, &QScrollBar::rangeChanged, this, &UnknownDialog::updateRead);
    connect(m_ui->closeDecisionButton, &ConfirmButton::decided, this,
            &UnknownDialog::closeDecision);
    connect(m_ui->closeDecisionButton, &ConfirmButton::tooEarly, this, &UnknownDialog::answer);
}

//! One that was shown stays, also when it is not loud any more.
void UnknownDialog::takeDecisions()
{
    for (DecisionViewModel *decision : m_decisions.loud()) {
        if (std::find(m_shown.begin(), m_shown.end(), decision) != m_shown.end())
            continue;
        m_shown.push_back(decision);
        connect(decision, &DecisionViewModel::progressChanged, this, [this, decision] {
            if (decision == shown())
                updateState();
        });
        const QSignalBlocker blocker(m_ui->decisionCombo);
        m_ui->decisionCombo->addItem(decision->confirmText());
    }
    m_ui->chooser->setVisible(m_shown.size() > 1);
    if (m_position < 0 && !m_shown.empty()) {
        choose(0);
        return;
    }
    if (shown())
        m_entry = m_decisions.entryOf(*shown());
    updateState();
}

void UnknownDialog::showDecision(const DecisionId &decision)
{
    const auto found =
        std::find_if(m_shown.begin(), m_shown.end(), [&decision](const DecisionViewModel *one) {
            return one->record().id == decision;
        });
    if (found != m_shown.end())
        m_ui->decisionCombo->setCurrentIndex(static_cast<int>(found - m_shown.begin()));
}

void UnknownDialog::choose(int position)
{
    if (position < 0 || position >= static_cast<int>(m_shown.size()) || position == m_position)
        return;
    m_position = position;
    m_entry = m_decisions.entryOf(*shown());
    {
        const QSignalBlocker quiet(m_ui->noteEdit);
        m_ui->noteEdit->setText(m_decisions.closingNote(shown()->record().id));
    }
    m_ui->answerLabel->clear();
    fill();
    beginReading();
    updateState();
}

//! What is shown, or what is known of it, is another one: it is read anew before it is closed.
void UnknownDialog::beginReading()
{
    m_readState = shown()->decisionState();
    m_isRead = false;
    m_reading.stop();
    m_ui->scrollArea->verticalScrollBar()->setValue(0);
    m_ui->closeDecisionButton->rest(Rest::afterOpening);
}

void UnknownDialog::fill()
{
    const DecisionViewModel &decision = *shown();
    m_ui->banner->setPlace(decision.record().where.environment, decision.placeText(), {},
                           decision.endpointHosts());
    m_ui->headingLabel->setText(decision.confirmText());
    std::vector<LabelledFact> facts = decision.facts();
    if (m_entry) {
        const std::vector<LabelledFact> more = recordFacts(*m_entry);
        facts.insert(facts.end(), more.begin(), more.end());
    }
    m_ui->facts->setFacts(facts);
}

void UnknownDialog::fillSteps()
{
    const QStringList steps = m_entry ? stepLines(*m_entry) : QStringList();
    m_ui->stepsLabel->setText(steps.isEmpty() ? tr("The journal does not say anything about it.")
                                              : steps.join(QLatin1Char('\n')));
}

void UnknownDialog::updateState()
{
    if (!shown())
        return;
    const DecisionViewModel &decision = *shown();
    if (decision.decisionState() != m_readState)
        beginReading();
    const bool isOver = !decision.isLoud();
    m_ui->outcome->setDecision(decision);
    // What is checked and when next stands in the outcome.
    const QString paused = isOver ? QString() : pausedText(decision);
    m_ui->checkingLabel->setText(paused);
    m_ui->checkingLabel->setVisible(!paused.isEmpty());
    m_ui->settlingLabel->setText(settlingLines(decision, m_entry).join(QLatin1Char('\n')));
    m_ui->settlingTitle->setVisible(!isOver);
    m_ui->settlingLabel->setVisible(!isOver);
    fillSteps();
    updateRead();
}

void UnknownDialog::updateRead()
{
    const QScrollBar *bar = m_ui->scrollArea->verticalScrollBar();
    // What was laid out for no window, or for a moment, says nothing about what was seen.
    const bool isEndSeen = m_wasShown && isVisible() && bar->value() >= bar->maximum();
    if (!isEndSeen)
        m_reading.stop();
    else if (!m_isRead && !m_reading.isActive())
        m_reading.start(Rest::afterOpening);
    updateButtons();
}

void UnknownDialog::updateButtons()
{
    const bool mayClose = shown() && m_entry && m_entry->isUnresolved();
    m_ui->closing->setVisible(mayClose);
    m_ui->closeDecisionButton->setVisible(mayClose);
    m_ui->closeDecisionButton->setEnabled(mayClose && m_isRead);
    m_ui->readLabel->setText(m_isRead
                                 ? tr("Closing it ends the search for its outcome and allows a new "
                                      "decision about the same wait.")
                                 : tr("It can be closed when you have read to the end."));
    const QScrollBar *bar = m_ui->scrollArea->verticalScrollBar();
    m_ui->moreButton->setVisible(mayClose && bar->maximum() > 0);
    m_ui->moreButton->setEnabled(bar->value() < bar->maximum());
    m_ui->checkButton->setVisible(shown() &&
                                  shown()->stage() == DecisionViewModel::Stage::Watching);
    m_ui->againButton->setVisible(shown() && mayDecideAgain(*shown(), m_entry));
}

void UnknownDialog::closeDecision()
{
    if (!shown() || !m_isRead)
        return;
    if (const auto error = m_decisions.close(*shown(), m_ui->noteEdit->text().trimmed())) {
        answer(tr("It is still open: that it was closed could not be recorded. %1")
                   .arg(errorText(*error)));
        return;
    }
    const std::vector<DecisionViewModel *> left = m_decisions.loud();
    if (left.empty())
        accept();
    else
        showDecision(left.front()->record().id);
}

void UnknownDialog::answer(const QString &words)
{
    m_ui->answerLabel->setText(words);
    announce(m_ui->answerLabel, words);
}

void UnknownDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (m_wasShown)
        return;
    m_wasShown = true;
    m_ui->closeDecisionButton->rest(Rest::afterOpening);
    const QSize room = screen()->availableSize();
    resize(qMin(usualWidth, room.width() - 40), qMin(usualHeight, room.height() - 48));
    m_ui->outcome->setFocus(Qt::OtherFocusReason);
    // Whether all of it is seen is known when it was laid out.
    QMetaObject::invokeMethod(this, &UnknownDialog::updateRead, Qt::QueuedConnection);
}

bool UnknownDialog::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        m_ui->closeDecisionButton->rest(Rest::afterChange);
    const bool isTaken = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && m_wasShown)
        growToFit(*this);
    return isTaken;
}

} // namespace countersign
