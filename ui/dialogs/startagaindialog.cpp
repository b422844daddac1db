// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/startagaindialog.h"

#include "app/viewmodels/parametersviewmodel.h"
#include "app/viewmodels/startagainviewmodel.h"
#include "ui/dialogs/parameterspane.h"
#include "ui/dialogs/shortscreen.h"
#include "ui/views/announce.h"
#include "ui/views/icons.h"
#include "ui_startagaindialog.h"

#include <QScreen>

#include <utility>

namespace countersign {

namespace {

using Stage = StartAgainViewModel::Stage;

} // namespace

StartAgainDialog::StartAgainDialog(std::unique_ptr<StartAgainViewModel> again, QWidget *parent)
    : QDialog(parent)
    , m_again(std::move(again))
    , m_ui(std::make_unique<Ui::StartAgainDialog>())
    , m_pane(new ParametersPane(*m_again->parameters(), this))
{
    m_ui->setupUi(this);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Start again (Debug)"));
    setWindowIcon(programIcon());
    m_ui->paneColumn->addWidget(m_pane);
    fill();
    connectParts();
    updateInput();
    updateStage();
}

StartAgainDialog::~StartAgainDialog()
{
    // The pane draws from what goes before the widgets do.
    delete m_pane;
}

std::unique_ptr<StartAgainViewModel> StartAgainDialog::takeBegun()
{
    if (!m_again->isBegun())
        return nullptr;
    // The pane and the fields draw from it and write into it.
    delete std::exchange(m_pane, nullptr);
    m_ui->descriptionEdit->disconnect(m_again.get());
    m_ui->tickBox->disconnect(m_again.get());
    m_again->disconnect(this);
    return std::move(m_again);
}

ConfirmButton *StartAgainDialog::confirmButton() const
{
    return m_ui->confirmButton;
}

void StartAgainDialog::fill()
{
    m_ui->banner->setPlace(m_again->environment(), m_again->placeText(), m_again->actorText(),
                           m_again->endpointHosts());
    m_ui->headingLabel->setWeight(true, 1.3);
    m_ui->headingLabel->setText(m_again->heading());
    m_ui->consequence->setConsequence(m_again->words(), {}, false);
    m_ui->facts->setFacts(m_again->facts());
    m_ui->secretsLabel->setWeight(true);
    m_ui->secretsLabel->setText(m_again->askedSecretsText());
    m_ui->secretsLabel->setVisible(!m_again->askedSecretsText().isEmpty());
    m_ui->descriptionEdit->setText(m_again->description());
    m_ui->problemLabel->setWeight(true);
    m_ui->tickBox->setText(
        QString(m_again->tickText()).replace(QLatin1Char('&'), QStringLiteral("&&")));
    m_ui->tickBox->setVisible(!m_again->tickText().isEmpty());
    m_ui->tickBox->setChecked(m_again->isTicked());
    m_ui->backButton->setIcon(ownIcon(QStringLiteral("act-back")));
    for (QPushButton *button : {m_ui->backButton, m_ui->closeButton, m_ui->openButton})
        button->setAutoDefault(false);
    m_ui->confirmButton->setLook(QStringLiteral("kind-debugstep"), false);
    // Its line is kept free, so that an answer moves nothing.
    m_ui->answerLabel->setMinimumHeight(fontMetrics().height() + 2);
    m_ui->answerLabel->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
}

void StartAgainDialog::connectParts()
{
    connect(m_ui->descriptionEdit, &QLineEdit::textChanged, m_again.get(),
            &StartAgainViewModel::setDescription);
    connect(m_ui->tickBox, &QCheckBox::toggled, m_again.get(), &StartAgainViewModel::setTicked);
    connect(m_again.get(), &StartAgainViewModel::inputChanged, this,
            &StartAgainDialog::updateInput);
    connect(m_again.get(), &StartAgainViewModel::stageChanged, this,
            &StartAgainDialog::updateStage);
    connect(m_ui->backButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->confirmButton, &ConfirmButton::decided, this, &StartAgainDialog::confirm);
    connect(m_ui->confirmButton, &ConfirmButton::tooEarly, this, &StartAgainDialog::answer);
    connect(m_ui->openButton, &QPushButton::clicked, this, [this] {
        if (const auto row = m_again->startedRow())
            Q_EMIT runWanted(*row);
        accept();
    });
}

void StartAgainDialog::confirm()
{
    m_ui->answerLabel->clear();
    m_again->confirm();
}

void StartAgainDialog::updateInput()
{
    const QString problem = m_again->descriptionProblem();
    m_ui->problemLabel->setText(problem);
    m_ui->problemLabel->setVisible(!problem.isEmpty());
    m_ui->confirmButton->setEnabled(m_again->canConfirm());
}

void StartAgainDialog::updateStage()
{
    const Stage stage = m_again->stage();
    const bool isComposing = stage == Stage::Composing;
    const bool hadFocus = m_ui->confirmButton->hasFocus();
    // After an unclear answer nothing but the same request may be sent.
    m_pane->setEnabled(isComposing);
    m_ui->descriptionEdit->setReadOnly(!isComposing);
    m_ui->tickBox->setEnabled(isComposing);
    m_ui->backButton->setVisible(isComposing);
    m_ui->closeButton->setVisible(!isComposing);
    m_ui->closeButton->setText(stage == Stage::Starting ? tr("Leave it running") : tr("Close"));
    m_ui->openButton->setVisible(stage == Stage::Started);
    m_ui->confirmButton->setVisible(isComposing || stage == Stage::Unclear);
    m_ui->confirmButton->setFullText(m_again->confirmText());
    if (stage == Stage::Unclear)
        m_ui->confirmButton->rest(Rest::afterOpening);
    const QString words = m_again->outcomeText();
    m_ui->outcome->setVisible(!words.isEmpty());
    Tone tone = Tone::Info;
    QString icon = QStringLiteral("act-next");
    if (stage == Stage::Started) {
        tone = Tone::Good;
        icon = QStringLiteral("state-success");
    } else if (stage == Stage::Unclear) {
        tone = Tone::Warning;
        icon = QStringLiteral("question");
    } else if (isComposing) {
        tone = Tone::Warning;
        icon = QStringLiteral("warning");
    }
    m_ui->outcome->setOutcome(tone, icon, words, m_again->outcomeDetail());
    updateInput();
    if (hadFocus && !m_ui->confirmButton->isVisibleTo(this)) {
        QPushButton *next = stage == Stage::Started ? m_ui->openButton : m_ui->closeButton;
        next->setFocus(Qt::OtherFocusReason);
    }
}

void StartAgainDialog::answer(const QString &words)
{
    m_ui->answerLabel->setText(words);
    announce(m_ui->answerLabel, words);
}

void StartAgainDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (m_wasShown)
        return;
    m_wasShown = true;
    m_ui->confirmButton->rest(Rest::afterOpening);
    const QSize room = screen()->availableSize();
    const int width = qMin(860, room.width() - 40);
    m_ui->confirmButton->setWrapWidth(width / 2);
    resize(width, qMin(760, room.height() - 48));
    m_ui->consequence->summary()->setFocus(Qt::OtherFocusReason);
}

void StartAgainDialog::keyPressEvent(QKeyEvent *event)
{
    if (!m_ui->confirmButton->takeEnter(*event))
        QDialog::keyPressEvent(event);
}

bool StartAgainDialog::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        m_ui->confirmButton->rest(Rest::afterChange);
    const bool isTaken = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && m_wasShown)
        growToFit(*this);
    return isTaken;
}

} // namespace countersign
