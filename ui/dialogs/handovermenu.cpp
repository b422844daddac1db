// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/handovermenu.h"

#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/handoverwords.h"
#include "ui/views/icons.h"
#include "ui/views/menubuttons.h"
#include "ui/views/tooltips.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

namespace countersign {

HandOverMenu::HandOverMenu(const QString &title, Record record, QWidget *parent)
    : QMenu(title, parent)
    , m_record(std::move(record))
{
    for (const Shell shell : {Shell::Posix, Shell::PowerShell, Shell::Cmd}) {
        connect(addAction(shellLabel(shell)), &QAction::triggered, this, [this, shell] {
            const std::optional<DecisionRecord> decided = m_record();
            if (!decided) {
                Q_EMIT told(tr("Nothing was copied: this decision cannot be taken as it stands."));
                return;
            }
            const HandOver result = handOver(*decided, shell);
            if (!result.command.isEmpty())
                QGuiApplication::clipboard()->setText(result.command);
            Q_EMIT told(result.words);
        });
    }
}

std::optional<DecisionRecord> recordToHandOver(const DecisionViewModel &decision)
{
    if (!decision.canConfirm())
        return std::nullopt;
    DecisionRecord record = decision.record();
    if (decision.takesNote())
        record.note = normalisedNote(decision.note());
    return record;
}

QPushButton *newHandOverButton(const DecisionViewModel &decision,
                               const std::function<void(const QString &)> &tell, QWidget *parent)
{
    auto *button = new QPushButton(HandOverMenu::tr("Copy as command"), parent);
    button->setObjectName(QStringLiteral("handOverButton"));
    button->setAutoDefault(false);
    button->setFlat(true);
    button->setIcon(themedIcon(QStringLiteral("edit-copy"), QStringLiteral("edit-copy")));
    setToolTipWords(button, HandOverMenu::tr("Copy the command of the aliyun tool that does the "
                                             "same as this decision; nothing is sent "
                                             "from here"));
    auto *menu = new HandOverMenu(
        QString(), [&decision] { return recordToHandOver(decision); }, button);
    QObject::connect(menu, &HandOverMenu::told, button, tell);
    giveMenu(button, menu);
    return button;
}

} // namespace countersign
