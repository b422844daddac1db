// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/opendialog.h"

#include "app/viewmodels/openviewmodel.h"
#include "ui/views/announce.h"
#include "ui/views/icons.h"
#include "ui/views/safelabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int longestText = 2'048;

} // namespace

OpenDialog::OpenDialog(OpenViewModel &open, QWidget *parent)
    : QDialog(parent)
    , m_open(open)
    , m_field(new QLineEdit(this))
    , m_words(new SafeLabel(SafeLabel::Use::Copyable, this))
    , m_failures(new SafeLabel(SafeLabel::Use::Copyable, this))
    , m_progress(new QProgressBar(this))
    , m_go(new QPushButton(tr("Open"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setWindowTitle(tr("Open execution"));
    setWindowIcon(programIcon());
    setWindowModality(Qt::WindowModal);
    m_field->setObjectName(QStringLiteral("openEdit"));
    m_field->setMaxLength(longestText);
    m_field->setClearButtonEnabled(true);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Progress of the search"));
    m_words->setObjectName(QStringLiteral("openWords"));
    m_failures->setObjectName(QStringLiteral("openFailures"));
    arrange();
    connect(m_go, &QPushButton::clicked, this, &OpenDialog::start);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_field, &QLineEdit::textChanged, this, &OpenDialog::update);
    connect(&open, &OpenViewModel::changed, this, &OpenDialog::update);
    connect(&open, &OpenViewModel::opened, this, &QDialog::accept);
    // What was copied last is often what is to be opened.
    const QString copied = QGuiApplication::clipboard()->text().trimmed();
    if (OpenViewModel::isMeantToOpen(copied)) {
        m_field->setText(copied);
        m_field->selectAll();
    }
    update();
}

void OpenDialog::arrange()
{
    auto *label = new SafeLabel(SafeLabel::Use::Words, this);
    label->setText(tr("Execution id, web-console address or link"));
    m_field->setAccessibleName(label->text());
    auto *hint = new SafeLabel(SafeLabel::Use::Words, this);
    hint->setQuiet(true);
    hint->setText(tr("Every account and region is looked at, for finished and running executions "
                     "too. Opening decides nothing."));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_go);
    m_go->setDefault(true);
    m_close->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(label);
    column->addWidget(m_field);
    column->addWidget(hint);
    column->addWidget(m_words);
    column->addWidget(m_failures);
    column->addWidget(m_progress);
    column->addStretch(1);
    column->addLayout(buttons);
    setTabOrder(m_field, m_go);
    setTabOrder(m_go, m_close);
    setMinimumWidth(qMin(560, fontMetrics().averageCharWidth() * 70));
}

void OpenDialog::openText(const QString &text)
{
    m_field->setText(text);
    start();
}

void OpenDialog::start()
{
    if (!m_field->text().trimmed().isEmpty())
        m_open.open(m_field->text());
}

void OpenDialog::update()
{
    const bool isSearching = m_open.state() == OpenViewModel::State::Searching;
    m_progress->setVisible(isSearching);
    m_go->setEnabled(!isSearching && !m_field->text().trimmed().isEmpty());
    const QString words = m_open.text();
    if (words != m_words->text()) {
        m_words->setText(words);
        if (!words.isEmpty() && !isSearching)
            announce(m_words, words);
    }
    m_words->setVisible(!words.isEmpty());
    QStringList failures;
    for (const QString &failure : m_open.failures())
        failures += failure;
    m_failures->setText(failures.join(QLatin1Char('\n')));
    m_failures->setVisible(!failures.isEmpty());
}

void OpenDialog::done(int result)
{
    // What was found stays known; a search that still runs is given up.
    if (m_open.state() != OpenViewModel::State::Found)
        m_open.cancel();
    QDialog::done(result);
}

} // namespace countersign
