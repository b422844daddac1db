// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/standingview.h"

#include "app/domain/displaytext.h"
#include "ui/views/announce.h"
#include "ui/views/icons.h"
#include "ui_standingview.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>

namespace countersign {

namespace {

constexpr qsizetype longestCommand = 4'096;

} // namespace

StandingView::StandingView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StandingView>())
{
    m_ui->setupUi(this);
    m_ui->renewalCommandEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->copyCommandButton->setIcon(
        themedIcon(QStringLiteral("edit-copy"), QStringLiteral("edit-copy")));
    m_ui->commandCopiedLabel->setQuiet(true);
    m_ui->commandCopiedLabel->setWordWrap(false);
    connect(m_ui->renewButton, &QPushButton::clicked, this, &StandingView::renewPressed);
    connect(m_ui->copyCommandButton, &QPushButton::clicked, this, &StandingView::copyCommand);
}

StandingView::~StandingView() = default;

void StandingView::showStanding(const QString &iconName, const QString &words, bool canRenew,
                                const QString &command)
{
    m_ui->standingIcon->setIcon(iconName);
    if (m_ui->standingLabel->text() != words) {
        m_ui->standingLabel->setText(words);
        announce(m_ui->standingLabel, words);
    }
    m_ui->renewButton->setVisible(canRenew);
    m_ui->commandPart->setVisible(!command.isEmpty());
    if (std::exchange(m_command, command) == command)
        return;
    m_ui->renewalCommandEdit->setText(safeLine(command, longestCommand));
    m_ui->renewalCommandEdit->setCursorPosition(0);
    m_ui->commandCopiedLabel->clear();
}

void StandingView::copyCommand()
{
    QGuiApplication::clipboard()->setText(m_command);
    m_ui->commandCopiedLabel->setText(tr("Copied."));
    announce(m_ui->commandCopiedLabel, m_ui->commandCopiedLabel->text());
}

} // namespace countersign
