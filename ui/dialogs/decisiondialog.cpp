// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/decisiondialog.h"

#include "app/domain/displaytext.h"
#include "app/viewmodels/decisionfields.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "ui/dialogs/endstatefield.h"
#include "ui/dialogs/handovermenu.h"
#include "ui/dialogs/parameterspane.h"
#include "ui/dialogs/shortscreen.h"
#include "ui/dialogs/taskfield.h"
#include "ui/dialogs/tasksfield.h"
#include "ui/dialogs/wrappedtext.h"
#include "ui/views/announce.h"
#include "ui/views/icons.h"
#include "ui/views/menubuttons.h"
#include "ui_decisiondialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QScreen>
#include <QScrollBar>

#include <algorithm>

namespace countersign {

namespace {

constexpr int longestOffer = 60;
constexpr int usualWidth = 720;
//! With parameters beside what is read.
constexpr int wideWidth = 1'120;
constexpr int marginOfScreen = 40;
constexpr int roomForForm = 380;

} // namespace

DecisionDialog::DecisionDialog(std::unique_ptr<DecisionViewModel> decision,
                               DecisionsViewModel &decisions, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::DecisionDialog>())
    , m_decision(std::move(decision))
    , m_decisions(decisions)
{
    m_ui->setupUi(this);
    m_decisions.know(*m_decision);
    setWindowModality(Qt::WindowModal);
    fill();
    arrangeForShortScreen();
    addFields();
    arrangeButtons();
    connectNote();
    connectButtons();
    updateNote();
    updateStage();
}

DecisionDialog::~DecisionDialog()
{
    // They stand on the decision, which is gone before what is left of the dialog.
    delete m_parameters;
    delete m_task;
    delete m_tasks;
    delete m_endState;
    handOver();
}

ConfirmButton *DecisionDialog::confirmButton() const
{
    return m_ui->confirmButton;
}

bool DecisionDialog::isComposing() const
{
    return m_decision && m_decision->stage() == DecisionViewModel::Stage::Composing;
}

NoteEdit *DecisionDialog::noteEdit() const
{
    return m_ui->noteEdit;
}

void DecisionDialog::fill()
{
    setWindowTitle(m_decision->windowTitle());
    setWindowIcon(programIcon());
    m_ui->banner->setPlace(m_decision->record().where.environment, m_decision->placeText(), {},
                           m_decision->endpointHosts());
    m_ui->headingLabel->setWeight(true, 1.3);
    m_ui->facts->setMaximumColumns(1);
    fillContent();
    m_ui->noteEdit->setPlainText(m_decision->note());
    if (m_decision->isNoteRequired())
        m_ui->noteLabel->setText(
            tr("&Note (asked for by this account; kept with the run, others can read it)"));
    m_ui->noteLabel->setVisible(m_decision->takesNote());
    m_ui->noteEdit->setVisible(m_decision->takesNote());
    m_ui->counterLabel->setVisible(m_decision->takesNote());
    m_ui->draftLabel->setQuiet(true);
    m_ui->draftLabel->setText(tr("Typed before and not sent."));
    m_ui->obstacleLabel->hide();
    fillNoteMenu();
    m_ui->counterLabel->setQuiet(true);
    m_ui->tagLabel->setQuiet(true);
    m_ui->problemLabel->setWeight(true);
    m_ui->outcome->hide();
    m_ui->sendingLabel->hide();
    m_ui->progressBar->hide();
    // Its line is kept free, so that an answer moves nothing.
    m_ui->answerLabel->setMinimumHeight(fontMetrics().height() + 2);
    m_ui->answerLabel->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
}

void DecisionDialog::arrangeForShortScreen()
{
    m_isShort = isShortScreen(*this);
    if (!m_isShort)
        return;
    moveInto(*m_ui->factsColumn, *m_ui->mainColumn, *m_ui->fieldsColumn);
    moveInto(*m_ui->factsColumn, *m_ui->mainColumn, *m_ui->noteColumn);
    // What is being typed is seen.
    connect(m_ui->noteEdit, &NoteEdit::noteEdited, this, [this] {
        if (m_ui->noteEdit->hasFocus())
            m_ui->scrollArea->ensureWidgetVisible(m_ui->noteEdit);
    });
}

//! What follows the choice in the fields.
void DecisionDialog::fillContent()
{
    m_ui->headingLabel->setText(m_decision->heading());
    m_ui->cautions->setCautions(m_decision->cautions());
    m_ui->consequence->setConsequence({m_decision->consequence()}, m_decision->targets(),
                                      m_decision->isDanger());
    m_ui->facts->setFacts(m_decision->facts());
}

void DecisionDialog::addFields()
{
    DecisionFields *fields = m_decision->fields();
    if (fields == nullptr)
        return;
    if (fields->rows() != nullptr)
        m_ui->fieldsColumn->addWidget(m_tasks = new TasksField(*fields, this));
    if (fields->takesTask())
        m_ui->fieldsColumn->addWidget(m_task = new TaskField(*fields, this));
    // Where the screen is too narrow for both, the parameters stand below.
    if (fields->takesTask() && (m_isShort || wantedWidth() < wideWidth))
        m_ui->bodyRow->setDirection(QBoxLayout::TopToBottom);
    showParameters();
    connect(fields, &DecisionFields::parametersReplaced, this, &DecisionDialog::showParameters);
    if (fields->takesEndState())
        m_ui->fieldsColumn->addWidget(m_endState = new EndStateField(*fields, this));
    connect(m_decision.get(), &DecisionViewModel::contentChanged, this, [this] {
        fillContent();
        dressConfirmButton();
    });
    connect(m_decision.get(), &DecisionViewModel::objectChanged, m_ui->confirmButton,
            [this] { m_ui->confirmButton->rest(Rest::afterChange); });
}

//! Those of the chosen task; the ones before are about to go.
void DecisionDialog::showParameters()
{
    delete m_parameters;
    m_parameters = nullptr;
    if (ParametersViewModel *parameters = m_decision->fields()->parameters()) {
        m_parameters = new ParametersPane(*parameters, this);
        const bool isBeside = m_ui->bodyRow->direction() == QBoxLayout::LeftToRight;
        m_parameters->layout()->setContentsMargins(isBeside ? 8 : 18, isBeside ? 14 : 4, 18, 6);
        if (m_isShort) {
            m_parameters->layout()->setContentsMargins(0, 0, 0, 0);
            m_parameters->setMinimumHeight(roomForForm / 2);
            m_ui->factsColumn->insertWidget(m_ui->factsColumn->indexOf(m_ui->fieldsColumn) + 1,
                                            m_parameters);
        } else {
            if (wantedWidth() == wideWidth)
                m_parameters->setMinimumHeight(
                    qMin(roomForForm, screen()->availableSize().height() / 2));
            m_ui->bodyRow->addWidget(m_parameters, 1);
        }
        setTabOrder(m_task, m_parameters);
    }
}

void DecisionDialog::dressConfirmButton()
{
    m_ui->confirmButton->setLook(iconName(m_decision->record().act), m_decision->isDanger());
    m_ui->confirmButton->setFullText(m_decision->confirmText());
}

void DecisionDialog::setOverText(const QString &text)
{
    if (!m_decision || text == m_decision->overText())
        return;
    m_decision->setOverText(text);
    if (!text.isEmpty())
        announce(m_ui->obstacleLabel, m_decision->obstacleText());
}

void DecisionDialog::arrangeButtons()
{
    const bool isReject = m_decision->record().act == Act::Reject;
    dressConfirmButton();
    // Approving sits at the end of the row, rejecting in its middle: they never share a place.
    m_ui->buttonRow->setStretch(m_ui->buttonRow->indexOf(m_ui->confirmButton) + 1,
                                isReject ? 1 : 0);
    m_ui->backButton->setIcon(ownIcon(QStringLiteral("act-back")));
    m_ui->backButton->setAutoDefault(false);
    m_ui->closeButton->setAutoDefault(false);
    m_ui->closeButton->hide();
    m_handOver = newHandOverButton(
        *m_decision, [this](const QString &words) { answer(words); }, this);
    // Among the facts, away from what decides.
    m_ui->factsColumn->insertWidget(m_ui->factsColumn->indexOf(m_ui->facts) + 1, m_handOver, 0,
                                    Qt::AlignLeading);
    setTabOrder(m_handOver, m_ui->noteEdit);
    QSizePolicy keptPlace = m_ui->confirmButton->sizePolicy();
    keptPlace.setRetainSizeWhenHidden(true);
    m_ui->confirmButton->setSizePolicy(keptPlace);
}

void DecisionDialog::connectNote()
{
    connect(m_ui->noteEdit, &NoteEdit::noteEdited, m_decision.get(), &DecisionViewModel::setNote);
    connect(m_ui->noteEdit, &NoteEdit::pasteRefused, this, [this](qsizetype characters) {
        answer(tr("Nothing was pasted: the text has %n character(s), far more than a note can "
                  "hold.",
                  nullptr, static_cast<int>(characters)));
    });
    connect(m_decision.get(), &DecisionViewModel::noteChanged, this, &DecisionDialog::updateNote);
    connect(m_ui->typedEdit, &QLineEdit::textChanged, m_decision.get(),
            &DecisionViewModel::setTyped);
}

void DecisionDialog::fillNoteMenu()
{
    const QStringList usual = m_decision->usualNotes();
    const QStringList recent = m_decision->recentNotes();
    m_ui->notesButton->setVisible(m_decision->takesNote() &&
                                  !(usual.isEmpty() && recent.isEmpty()));
    auto *menu = new QMenu(m_ui->notesButton);
    const auto add = [this, menu](const QStringList &notes, const QString &title) {
        if (!notes.isEmpty())
            menu->addSection(title);
        for (const QString &note : notes) {
            // A letter behind & would become a key.
            const QString line =
                safeLine(note, longestOffer).replace(QLatin1Char('&'), QStringLiteral("&&"));
            connect(menu->addAction(line), &QAction::triggered, this,
                    [this, note] { useNote(note); });
        }
    };
    add(usual, tr("Usual notes"));
    add(recent, tr("Sent before"));
    giveMenu(m_ui->notesButton, menu);
}

//! As if it had been pasted: one step takes it back.
void DecisionDialog::useNote(const QString &note)
{
    m_ui->noteEdit->selectAll();
    m_ui->noteEdit->insertPlainText(note);
    m_ui->noteEdit->setFocus(Qt::OtherFocusReason);
}

void DecisionDialog::connectButtons()
{
    connect(m_ui->backButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->outcome, &OutcomeBar::firstPressed, this, &DecisionDialog::onOutcomePressed);
    connect(m_ui->copyNoteButton, &QPushButton::clicked, this, &DecisionDialog::copyNote);
    connect(m_ui->outcome, &OutcomeBar::secondPressed, this, &DecisionDialog::alternativeWanted);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->confirmButton, &ConfirmButton::decided, this, &DecisionDialog::confirm);
    connect(m_ui->confirmButton, &ConfirmButton::tooEarly, this, &DecisionDialog::answer);
    connect(m_decision.get(), &DecisionViewModel::stageChanged, this, &DecisionDialog::updateStage);
    connect(m_decision.get(), &DecisionViewModel::progressChanged, this,
            &DecisionDialog::updateProgress);
    connect(m_decision.get(), &DecisionViewModel::keyEntryWanted, this,
            &DecisionDialog::keyEntryWanted);
    connect(m_decision.get(), &DecisionViewModel::composedAnew, this, &DecisionDialog::composeAnew);
}

void DecisionDialog::confirm()
{
    if (!m_decision->canConfirm())
        return;
    // What is still being composed is not on the screen as text: it is not sent unseen.
    if (m_ui->noteEdit->isComposing()) {
        answer(tr("Finish or leave the input method first."));
        return;
    }
    m_decision->setNote(m_ui->noteEdit->note());
    if (m_decision->canConfirm())
        m_decision->confirm();
}

void DecisionDialog::updateNote()
{
    m_ui->counterLabel->setText(m_decision->noteCounterText());
    const QString tag = m_decision->noteTag();
    //: %1 is a short fixed text that is added to the note
    m_ui->tagLabel->setText(tag.isEmpty() ? QString()
                                          : tr("Sent behind it: %1").arg(tag.trimmed()));
    m_ui->tagLabel->setVisible(!tag.isEmpty());
    m_ui->draftLabel->setVisible(m_decision->isDraft());
    const QString problem = m_decision->noteProblemText();
    const QString warning = m_decision->noteWarningText();
    const QString words = problem.isEmpty() ? warning : problem;
    if (words != m_ui->problemLabel->text()) {
        m_ui->problemLabel->setText(words);
        if (!words.isEmpty())
            announce(m_ui->problemLabel, words);
    }
    m_ui->problemLabel->setVisible(!words.isEmpty());
    updateTicks();
    const QString question = m_decision->typedQuestion();
    m_ui->typedLabel->setText(question);
    m_ui->typedEdit->setAccessibleName(question);
    m_ui->typedLabel->setVisible(!question.isEmpty());
    m_ui->typedEdit->setVisible(!question.isEmpty());
    const QString obstacle = m_decision->obstacleText();
    m_ui->obstacleLabel->setText(obstacle);
    m_ui->obstacleLabel->setVisible(!obstacle.isEmpty());
    m_ui->copyNoteButton->setVisible(!m_decision->noteToCopy().isEmpty());
    updateButtons();
}

//! One box for each fact that is to be ticked; a fact that has changed is another one.
void DecisionDialog::updateTicks()
{
    const QStringList texts = m_decision->tickTexts();
    std::erase_if(m_ticks, [&texts](QCheckBox *box) {
        if (texts.contains(box->accessibleName()))
            return false;
        delete box;
        return true;
    });
    for (const QString &text : texts) {
        const bool isThere = std::any_of(m_ticks.begin(), m_ticks.end(), [&](QCheckBox *box) {
            return box->accessibleName() == text;
        });
        if (isThere)
            continue;
        auto *box = new QCheckBox(this);
        box->setObjectName(QStringLiteral("tickBox"));
        QString lines = wrappedText(text, box->fontMetrics(), wantedWidth() - 80);
        // A letter behind & would become a key.
        box->setText(lines.replace(QLatin1Char('&'), QStringLiteral("&&")));
        box->setAccessibleName(text);
        box->setChecked(m_decision->isTicked(text));
        connect(box, &QCheckBox::toggled, m_decision.get(),
                [this, text](bool isTicked) { m_decision->setTicked(text, isTicked); });
        m_ui->tickColumn->addWidget(box);
        m_ticks.push_back(box);
    }
}

void DecisionDialog::updateStage()
{
    const auto stage = m_decision->stage();
    const bool isComposing = stage == DecisionViewModel::Stage::Composing;
    const bool isSending = stage == DecisionViewModel::Stage::Sending;
    m_ui->noteEdit->setReadOnly(!isComposing);
    m_ui->notesButton->setEnabled(isComposing);
    m_ui->copyNoteButton->setVisible(!m_decision->noteToCopy().isEmpty());
    for (QCheckBox *box : m_ticks)
        box->setEnabled(isComposing);
    m_ui->typedEdit->setEnabled(isComposing);
    m_ui->obstacleLabel->setVisible(isComposing && !m_decision->obstacleText().isEmpty());
    if (m_tasks != nullptr)
        m_tasks->setReadOnly(!isComposing);
    if (m_task != nullptr)
        m_task->setReadOnly(!isComposing);
    if (m_endState != nullptr)
        m_endState->setReadOnly(!isComposing);
    if (m_parameters != nullptr)
        m_parameters->setEnabled(isComposing);
    updateOutcome();
    m_ui->progressBar->setVisible(isSending);
    const bool hadFocus =
        m_ui->confirmButton->hasFocus() || m_ui->backButton->hasFocus() || m_handOver->hasFocus();
    m_ui->backButton->setVisible(isComposing);
    m_handOver->setVisible(isComposing);
    m_ui->closeButton->setVisible(!isComposing);
    m_ui->closeButton->setText(isSending ? tr("Leave it running") : tr("Close"));
    m_ui->confirmButton->setVisible(isComposing);
    if (!isComposing && hadFocus)
        m_ui->closeButton->setFocus(Qt::OtherFocusReason);
    showChanges();
    updateProgress();
    updateButtons();
}

void DecisionDialog::updateOutcome()
{
    const auto stage = m_decision->stage();
    const bool isComposing = stage == DecisionViewModel::Stage::Composing;
    m_ui->outcome->setVisible(!isComposing);
    m_ui->answerLabel->setVisible(isComposing || !m_ui->answerLabel->text().isEmpty());
    if (!isComposing)
        m_ui->outcome->setDecision(*m_decision);
    QString first;
    if (stage == DecisionViewModel::Stage::Watching)
        first = tr("Check now");
    else if (m_decision->isNewReviewDue())
        first = tr("Look at it again");
    else
        first = m_decision->keysText();
    m_ui->outcome->setButtons(first, m_decision->alternativeText());
}

//! What stopped the decision stands above what was read.
void DecisionDialog::showChanges()
{
    const bool isNews = m_ui->changes->isHidden() && !m_decision->changes().empty();
    m_ui->changes->setChanges(tr("What has changed since you read it"), m_decision->changes());
    if (!isNews)
        return;
    m_ui->scrollArea->verticalScrollBar()->setValue(0);
    m_ui->changes->title()->setFocus(Qt::OtherFocusReason);
}

void DecisionDialog::onOutcomePressed()
{
    if (m_decision->areKeysWanted()) {
        m_decision->getKeys();
        return;
    }
    if (!m_decision->isNewReviewDue()) {
        m_decision->checkNow();
        return;
    }
    Q_EMIT newReviewWanted();
    accept();
}

//! As when it was opened, with what was typed; whatever is ticked or typed to confirm is asked for
//! again.
void DecisionDialog::composeAnew()
{
    for (QCheckBox *box : m_ticks)
        box->setChecked(false);
    m_ui->typedEdit->clear();
    answer(tr("Nothing is sent yet. Confirm again with the new credentials."));
    m_ui->confirmButton->rest(Rest::afterChange);
    m_ui->consequence->summary()->setFocus(Qt::OtherFocusReason);
}

void DecisionDialog::copyNote()
{
    const QString note = m_decision->noteToCopy();
    if (note.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(note);
    m_ui->answerLabel->show();
    answer(tr("The note was copied."));
}

void DecisionDialog::updateProgress()
{
    if (m_decision->stage() == DecisionViewModel::Stage::Composing)
        return;
    m_ui->outcome->setDecision(*m_decision);
    m_ui->sendingLabel->setVisible(m_decision->stage() == DecisionViewModel::Stage::Sending);
    if (m_decision->stage() != DecisionViewModel::Stage::Sending)
        return;
    const auto left = m_decision->sendingTimeLeft();
    const auto seconds = left ? static_cast<int>(left->count()) : 0;
    m_ui->progressBar->setMaximum(qMax(m_ui->progressBar->maximum(), seconds));
    m_ui->progressBar->setValue(m_ui->progressBar->maximum() - seconds);
    const QString closing = tr("Closing this window does not take the decision back.");
    if (left)
        //: %1 is a sentence about closing the window.
        m_ui->sendingLabel->setText(
            tr("An answer is awaited for %n more second(s). %1", nullptr, seconds).arg(closing));
    else
        m_ui->sendingLabel->setText(closing);
}

void DecisionDialog::updateButtons()
{
    m_ui->confirmButton->setEnabled(m_decision->canConfirm());
}

void DecisionDialog::answer(const QString &words)
{
    m_ui->answerLabel->setText(words);
    announce(m_ui->answerLabel, words);
}

void DecisionDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (m_wasShown)
        return;
    m_wasShown = true;
    m_ui->confirmButton->rest(Rest::afterOpening);
    fitToScreen();
    if (m_decision->record().act == Act::Reject)
        m_ui->noteEdit->setFocus(Qt::OtherFocusReason);
    else
        m_ui->consequence->summary()->setFocus(Qt::OtherFocusReason);
}

int DecisionDialog::wantedWidth() const
{
    const bool isWide = m_decision->fields() != nullptr && m_decision->fields()->takesTask();
    return qMin(isWide ? wideWidth : usualWidth,
                screen()->availableSize().width() - marginOfScreen);
}

void DecisionDialog::fitToScreen()
{
    // The facts scroll when they must; banner, note and buttons always stay in view.
    const int width = wantedWidth();
    m_ui->confirmButton->setWrapWidth(width - 230);
    m_ui->scrollContents->setMinimumWidth(0);
    layout()->activate();
    const bool isShared =
        m_parameters != nullptr && m_ui->bodyRow->direction() == QBoxLayout::LeftToRight;
    const int wanted = m_ui->scrollContents->heightForWidth(isShared ? width / 2 - 24 : width - 24);
    const int contents = wanted > 0 ? wanted : m_ui->scrollContents->sizeHint().height();
    const int others = sizeHint().height() - m_ui->scrollArea->sizeHint().height();
    resize(width, qMin(others + contents + 12, screen()->availableSize().height() - 48));
}

void DecisionDialog::keyPressEvent(QKeyEvent *event)
{
    if (!m_ui->confirmButton->takeEnter(*event))
        QDialog::keyPressEvent(event);
}

bool DecisionDialog::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        m_ui->confirmButton->rest(Rest::afterChange);
    const bool isTaken = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && m_wasShown)
        growToFit(*this);
    return isTaken;
}

void DecisionDialog::handOver()
{
    if (!m_decision || m_decision->stage() == DecisionViewModel::Stage::Composing)
        return;
    m_decision->disconnect(this);
    m_decisions.adopt(std::move(m_decision));
}

void DecisionDialog::done(int result)
{
    handOver();
    QDialog::done(result);
}

} // namespace countersign
