// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/bulkdialog.h"

#include "app/domain/displaytext.h"
#include "app/models/bulkmodel.h"
#include "app/viewmodels/bulkexport.h"
#include "app/viewmodels/bulkviewmodel.h"
#include "ui/dialogs/bulkstatedelegate.h"
#include "ui/dialogs/shortscreen.h"
#include "ui/views/announce.h"
#include "ui/views/icons.h"
#include "ui_bulkdialog.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QSaveFile>
#include <QScreen>

namespace countersign {

namespace {

using Stage = BulkViewModel::Stage;

constexpr int widestColumn = 260;
constexpr int widestState = 300;

} // namespace

BulkDialog::BulkDialog(std::unique_ptr<BulkViewModel> bulk, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::BulkDialog>())
    , m_bulk(std::move(bulk))
{
    m_ui->setupUi(this);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(m_bulk->windowTitle());
    setWindowIcon(programIcon());
    arrange();
    connectInput();
    connectButtons();
    fillFacts();
    updateInput();
    updateProgress();
}

BulkDialog::~BulkDialog() = default;

std::unique_ptr<BulkViewModel> BulkDialog::takeBegun()
{
    const Stage stage = m_bulk->stage();
    const bool isBegun = stage != Stage::Reading && stage != Stage::Composing;
    if (!isBegun && m_bulk->note().isEmpty())
        return nullptr;
    m_bulk->disconnect(this);
    return std::move(m_bulk);
}

ConfirmButton *BulkDialog::confirmButton() const
{
    return m_ui->confirmButton;
}

ConfirmButton *BulkDialog::goOnButton() const
{
    return m_ui->goOnButton;
}

NoteEdit *BulkDialog::noteEdit() const
{
    return m_ui->noteEdit;
}

void BulkDialog::arrange()
{
    m_ui->headingLabel->setWeight(true, 1.3);
    m_ui->headingLabel->setText(m_bulk->heading());
    m_ui->differenceLabel->setWeight(true);
    m_ui->differenceLabel->setObjectName(QStringLiteral("differenceLabel"));
    m_ui->sameLabel->setQuiet(true);
    m_ui->sameLabel->setText(tr("The same for all of them:"));
    m_ui->counterLabel->setQuiet(true);
    m_ui->tagLabel->setQuiet(true);
    m_ui->leftOutLabel->setWeight(true);
    m_ui->problemLabel->setWeight(true);
    m_ui->countProblemLabel->setWeight(true);
    m_ui->itemsView->setModel(m_bulk->model());
    m_ui->itemsView->setItemDelegateForColumn(BulkModel::StateColumn,
                                              new BulkStateDelegate(m_ui->itemsView));
    m_ui->itemsView->header()->setStretchLastSection(true);
    m_ui->itemsView->setSelectionBehavior(QAbstractItemView::SelectRows);
    if (isShortScreen(*this)) {
        moveInto(*m_ui->factsColumn, *m_ui->mainColumn, *m_ui->itemsView);
        moveInto(*m_ui->factsColumn, *m_ui->mainColumn, *m_ui->composing);
        m_ui->noteColumn->setContentsMargins(0, 0, 0, 0);
        connect(m_ui->noteEdit, &NoteEdit::noteEdited, this, [this] {
            if (m_ui->noteEdit->hasFocus())
                m_ui->scrollArea->ensureWidgetVisible(m_ui->noteEdit);
        });
    }
    const bool isReject = m_bulk->act() == Act::Reject;
    // Approving sits at the end of the row, rejecting in its middle: they never share a place.
    m_ui->buttonRow->setStretch(m_ui->buttonRow->indexOf(m_ui->confirmButton) + 1,
                                isReject ? 1 : 0);
    m_ui->backButton->setIcon(ownIcon(QStringLiteral("act-back")));
    for (QPushButton *button : {m_ui->backButton, m_ui->closeButton, m_ui->stopButton,
                                m_ui->csvButton, m_ui->jsonButton, m_ui->keysButton})
        button->setAutoDefault(false);
    m_ui->answerLabel->setMinimumHeight(fontMetrics().height() + 2);
    m_ui->answerLabel->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    if (m_bulk->isNoteRequired())
        m_ui->noteLabel->setText(tr("&Note for all of them (asked for by an account; kept with "
                                    "each run, others can read it)"));
}

void BulkDialog::connectInput()
{
    m_ui->noteEdit->setPlainText(m_bulk->note());
    connect(m_ui->noteEdit, &NoteEdit::noteEdited, m_bulk.get(), &BulkViewModel::setNote);
    connect(m_ui->noteEdit, &NoteEdit::pasteRefused, this, [this](qsizetype characters) {
        answer(tr("Nothing was pasted: the text has %n character(s), far more than a note can "
                  "hold.",
                  nullptr, static_cast<int>(characters)));
    });
    connect(m_ui->countEdit, &QLineEdit::textChanged, m_bulk.get(), &BulkViewModel::setCountText);
    connect(m_bulk.get(), &BulkViewModel::factsChanged, this, [this] {
        fillFacts();
        updateInput();
        m_ui->confirmButton->rest(Rest::afterChange);
    });
    connect(m_bulk.get(), &BulkViewModel::inputChanged, this, &BulkDialog::updateInput);
    connect(m_bulk.get(), &BulkViewModel::progressChanged, this, &BulkDialog::updateProgress);
}

void BulkDialog::connectButtons()
{
    connect(m_ui->backButton, &QPushButton::clicked, this, &BulkDialog::reject);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &BulkDialog::reject);
    connect(m_ui->stopButton, &QPushButton::clicked, m_bulk.get(), &BulkViewModel::stop);
    connect(m_ui->confirmButton, &ConfirmButton::decided, this, &BulkDialog::confirm);
    connect(m_ui->confirmButton, &ConfirmButton::tooEarly, this, &BulkDialog::answer);
    connect(m_ui->goOnButton, &ConfirmButton::decided, m_bulk.get(), &BulkViewModel::goOn);
    connect(m_ui->goOnButton, &ConfirmButton::tooEarly, this, &BulkDialog::answer);
    connect(m_ui->keysButton, &QPushButton::clicked, m_bulk.get(), &BulkViewModel::getKeys);
    connect(m_bulk.get(), &BulkViewModel::keyEntryWanted, this, &BulkDialog::keyEntryWanted);
    connect(m_ui->csvButton, &QPushButton::clicked, this, [this] {
        chooseFile(tr("Save the results"), tr("Comma-separated values (*.csv)"),
                   QStringLiteral("csv"),
                   [](const BulkViewModel &bulk) { return bulkResultsAsCsv(bulk.results()); });
    });
    connect(m_ui->jsonButton, &QPushButton::clicked, this, [this] {
        chooseFile(tr("Save the results"), tr("JSON (*.json)"), QStringLiteral("json"),
                   [](const BulkViewModel &bulk) { return bulkResultsAsJson(bulk.results()); });
    });
}

void BulkDialog::confirm()
{
    if (!m_bulk->canConfirm())
        return;
    // What is still being composed is not on the screen as text: it is not sent unseen.
    if (m_ui->noteEdit->isComposing()) {
        answer(tr("Finish or leave the input method first."));
        return;
    }
    m_bulk->setNote(m_ui->noteEdit->note());
    m_bulk->confirm();
}

void BulkDialog::fillFacts()
{
    m_ui->banner->setPlace(m_bulk->environment(), m_bulk->placeText(), m_bulk->actorText(),
                           m_bulk->endpointHosts());
    m_ui->consequence->setConsequence(m_bulk->consequences(), {}, m_bulk->isDanger());
    const QString burst = m_bulk->burstText();
    m_ui->burst->setVisible(!burst.isEmpty());
    m_ui->burst->setOutcome(Tone::Warning, QStringLiteral("warning"), burst, {});
    m_ui->differenceLabel->setText(m_bulk->differenceText());
    m_ui->differenceLabel->setVisible(!m_bulk->differenceText().isEmpty());
    const std::vector<LabelledFact> same = m_bulk->sameFacts();
    m_ui->sameLabel->setVisible(!same.empty());
    m_ui->facts->setFacts(same);
    m_ui->confirmButton->setLook(iconName(m_bulk->act()), m_bulk->isDanger());
    m_ui->confirmButton->setFullText(m_bulk->confirmText());
    m_ui->countLabel->setText(m_bulk->countPrompt());
    fillTicks();
    fitColumns();
}

void BulkDialog::fillTicks()
{
    const std::vector<QString> texts = m_bulk->tickTexts();
    while (m_ticks.size() < texts.size()) {
        auto *tick = new QCheckBox(m_ui->composing);
        const std::size_t number = m_ticks.size();
        connect(tick, &QCheckBox::toggled, m_bulk.get(),
                [this, number](bool isOn) { m_bulk->setTicked(number, isOn); });
        m_ui->ticksColumn->addWidget(tick);
        m_ticks.push_back(tick);
    }
    for (std::size_t i = 0; i < m_ticks.size(); ++i) {
        m_ticks[i]->setVisible(i < texts.size());
        if (i >= texts.size())
            continue;
        m_ticks[i]->setText(QString(texts[i]).replace(QLatin1Char('&'), QStringLiteral("&&")));
        m_ticks[i]->setChecked(m_bulk->isTicked(i));
    }
}

//! As wide as what stands in them; the state may be a sentence, and is whole in its tip.
void BulkDialog::fitColumns()
{
    for (int column = 0; column < m_bulk->model()->columnCount(); ++column) {
        m_ui->itemsView->resizeColumnToContents(column);
        const int widest = column == BulkModel::StateColumn ? widestState : widestColumn;
        if (m_ui->itemsView->columnWidth(column) > widest)
            m_ui->itemsView->setColumnWidth(column, widest);
    }
}

void BulkDialog::updateInput()
{
    const QString reading = m_bulk->readingText();
    m_ui->readingLabel->setText(reading);
    m_ui->readingLabel->setVisible(!reading.isEmpty());
    m_ui->leftOutLabel->setText(m_bulk->leftOutText());
    m_ui->leftOutLabel->setVisible(!m_bulk->leftOutText().isEmpty());
    m_ui->counterLabel->setText(m_bulk->noteCounterText());
    m_ui->tagLabel->setText(m_bulk->noteTagText());
    m_ui->tagLabel->setVisible(!m_bulk->noteTagText().isEmpty());
    const QString problem = m_bulk->noteProblemText();
    const QString words = problem.isEmpty() ? m_bulk->noteWarningText() : problem;
    if (words != m_ui->problemLabel->text()) {
        m_ui->problemLabel->setText(words);
        if (!words.isEmpty())
            announce(m_ui->problemLabel, words);
    }
    m_ui->problemLabel->setVisible(!words.isEmpty());
    m_ui->countProblemLabel->setText(m_bulk->countProblemText());
    m_ui->confirmButton->setEnabled(m_bulk->canConfirm());
}

void BulkDialog::updateProgress()
{
    const Stage stage = m_bulk->stage();
    const bool isComposing = stage == Stage::Reading || stage == Stage::Composing;
    const bool isOnItsWay = stage == Stage::Running || stage == Stage::Stopping;
    const bool hadFocus = focusWidget() == nullptr ||
                          m_ui->composing->isAncestorOf(focusWidget()) ||
                          m_ui->confirmButton->hasFocus();
    m_ui->composing->setVisible(isComposing);
    m_ui->confirmButton->setVisible(isComposing);
    m_ui->backButton->setVisible(isComposing);
    m_ui->closeButton->setVisible(!isComposing && !isOnItsWay);
    m_ui->stopButton->setVisible(isOnItsWay);
    m_ui->stopButton->setEnabled(stage == Stage::Running);
    m_ui->csvButton->setVisible(!isComposing && !isOnItsWay);
    m_ui->jsonButton->setVisible(!isComposing && !isOnItsWay);
    const bool wasHidden = !m_ui->goOnButton->isVisibleTo(this);
    m_ui->goOnButton->setVisible(stage == Stage::Stopped);
    m_ui->goOnButton->setFullText(m_bulk->goOnText());
    m_ui->goOnButton->setLook(iconName(m_bulk->act()), m_bulk->isDanger());
    if (stage == Stage::Stopped && wasHidden)
        m_ui->goOnButton->rest(Rest::afterOpening);
    const QString keysText = m_bulk->keysText();
    m_ui->keysButton->setText(keysText);
    m_ui->keysButton->setVisible(stage == Stage::Stopped && !keysText.isEmpty());
    m_ui->progressBar->setVisible(isOnItsWay);
    m_ui->progressBar->setMaximum(qMax(1, m_bulk->includedCount()));
    m_ui->progressBar->setValue(m_bulk->begun());
    updateOutcome();
    if (!isComposing && !isOnItsWay)
        fitColumns();
    if (!isComposing && hadFocus)
        m_ui->itemsView->setFocus(Qt::OtherFocusReason);
}

void BulkDialog::updateOutcome()
{
    const Stage stage = m_bulk->stage();
    m_ui->outcome->setVisible(stage != Stage::Reading && stage != Stage::Composing);
    Tone tone = Tone::Info;
    QString icon = QStringLiteral("act-next");
    if (m_bulk->isUnclear()) {
        tone = Tone::Warning;
        icon = QStringLiteral("question");
    } else if (stage == Stage::Stopped) {
        tone = Tone::Warning;
        icon = QStringLiteral("warning");
    } else if (stage == Stage::Done) {
        tone = m_bulk->isClean() ? Tone::Good : Tone::Info;
        icon = m_bulk->isClean() ? QStringLiteral("state-success") : QStringLiteral("information");
    }
    QString detail;
    const QString keysDetail = m_bulk->keysDetail();
    if (stage == Stage::Stopped && !keysDetail.isEmpty())
        //: %1 is a whole sentence about credentials
        detail = tr("%1 Nothing more is sent until you say so.").arg(keysDetail);
    else if (stage == Stage::Stopped)
        detail = tr("Nothing more is sent until you say so.");
    else if (stage == Stage::Done && !m_bulk->isClean())
        detail = tr("What was not accepted stays chosen in the list.");
    m_ui->outcome->setOutcome(tone, icon, m_bulk->progressText(), detail);
}

void BulkDialog::answer(const QString &words)
{
    m_ui->answerLabel->setText(words);
    announce(m_ui->answerLabel, words);
}

void BulkDialog::chooseFile(const QString &title, const QString &filter, const QString &suffix,
                            QByteArray (*write)(const BulkViewModel &))
{
    auto *dialog = new QFileDialog(this, title, QDir::homePath(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(QString(QStringLiteral("countersign-results.") + suffix));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, write](const QString &path) { saveAs(path, write(*m_bulk)); });
    dialog->QDialog::open();
}

void BulkDialog::saveAs(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isSaved =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (isSaved)
        //: %1 is the path of a file
        answer(tr("Saved as %1.").arg(safeLine(path)));
    else
        //: %1 is the path of a file, %2 the system's words
        answer(
            tr("Nothing was saved as %1: %2.").arg(safeLine(path), safeLine(file.errorString())));
}

void BulkDialog::reject()
{
    const bool isOnItsWay = m_bulk->stage() == Stage::Running || m_bulk->stage() == Stage::Stopping;
    if (!isOnItsWay) {
        QDialog::reject();
        return;
    }
    m_bulk->stop();
    answer(tr("Nothing more is sent after the decision on its way."));
}

void BulkDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (m_wasShown)
        return;
    m_wasShown = true;
    m_ui->confirmButton->rest(Rest::afterOpening);
    const QSize room = screen()->availableSize();
    const int width = qMin(1'180, room.width() - 40);
    m_ui->confirmButton->setWrapWidth(width / 2);
    resize(width, qMin(720, room.height() - 48));
    if (m_bulk->act() == Act::Reject)
        m_ui->noteEdit->setFocus(Qt::OtherFocusReason);
    else
        m_ui->consequence->summary()->setFocus(Qt::OtherFocusReason);
}

void BulkDialog::keyPressEvent(QKeyEvent *event)
{
    if (!m_ui->confirmButton->takeEnter(*event))
        QDialog::keyPressEvent(event);
}

bool BulkDialog::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate) {
        m_ui->confirmButton->rest(Rest::afterChange);
        m_ui->goOnButton->rest(Rest::afterChange);
    }
    const bool isTaken = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && m_wasShown)
        growToFit(*this);
    return isTaken;
}

} // namespace countersign
