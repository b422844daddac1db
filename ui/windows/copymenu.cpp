// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/copymenu.h"

#include "app/domain/format.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "ui/dialogs/handovermenu.h"

#include <QClipboard>
#include <QGuiApplication>

namespace countersign {

CopyMenu::CopyMenu(ReviewViewModel &review, QWidget *parent)
    : QMenu(parent)
    , m_review(review)
{
    connect(this, &QMenu::aboutToShow, this, &CopyMenu::fill);
    fill();
}

void CopyMenu::fill()
{
    const QList<QMenu *> before = findChildren<QMenu *>(Qt::FindDirectChildrenOnly);
    clear();
    qDeleteAll(before);
    QAction *task = addAction(tr("&Task execution id"));
    task->setEnabled(!m_review.taskExecutionId().isEmpty());
    connect(task, &QAction::triggered, this, [this] {
        copy(m_review.taskExecutionId().text(), tr("The task execution id was copied."));
    });
    QAction *console = addAction(tr("Address in the &web console"));
    console->setEnabled(!m_review.webConsoleUrl().isEmpty());
    connect(console, &QAction::triggered, this, [this] {
        copy(m_review.webConsoleUrl().toString(QUrl::FullyEncoded),
             tr("The address in the web console was copied."));
    });
    addCommands();
}

//! Acts for which a person chooses tasks or values have their command in their dialog.
void CopyMenu::addCommands()
{
    addSeparator();
    for (const Act act : {Act::Approve, Act::Reject, Act::CancelTask, Act::CancelExecution}) {
        if (!m_review.capability(act).isEnabled)
            continue;
        auto *menu = new HandOverMenu(
            //: entry of a menu; %1 is the name of an act such as Approve
            tr("%1 as a command").arg(actLabel(act)),
            [this, act]() -> std::optional<DecisionRecord> {
                const auto decision = m_review.beginDecision(act);
                return decision ? std::optional(decision->record()) : std::nullopt;
            },
            this);
        connect(menu, &HandOverMenu::told, this, &CopyMenu::told);
        addMenu(menu);
    }
}

void CopyMenu::copy(const QString &text, const QString &words)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT told(words);
}

} // namespace countersign
