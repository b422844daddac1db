// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/decisiondialog.h"
#include "ui/windows/actions.h"
#include "ui/windows/decisionswindow.h"
#include "ui/windows/mainwindow.h"
#include "ui/windows/reviewtabs.h"
#include "ui/windows/screenshotplan.h"
#include "ui/windows/screenshotstage.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTreeView>

namespace countersign {

namespace {

using namespace std::chrono_literals;

DecisionsWindow *decisionsOf(const ScreenshotStage &stage)
{
    return stage.window().findChild<DecisionsWindow *>();
}

void chooseFirst(QTreeView *table)
{
    if (table != nullptr && table->model()->rowCount() > 0)
        table->setCurrentIndex(table->model()->index(0, 0));
}

//! The tab from its bar on, with its first decision chosen.
void planTab(ScreenshotStage &stage, const QString &name)
{
    stage.picture(name, [&stage] {
        auto *tabs = stage.window().findChild<ReviewTabs *>();
        tabs->setCurrentIndex(ReviewTabs::History);
        chooseFirst(stage.part<QTreeView>("historyColumns"));
        for (QWidget *around = tabs->parentWidget(); around != nullptr;
             around = around->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(around)) {
                area->verticalScrollBar()->setValue(tabs->mapTo(area->widget(), QPoint(0, 0)).y());
                break;
            }
        }
        stage.rest(350ms);
    });
    stage.step([&stage] {
        stage.window().findChild<ReviewTabs *>()->setCurrentIndex(ReviewTabs::Tasks);
        stage.rest(50ms);
    });
}

void planWindow(ScreenshotStage &stage, const QString &name,
                const std::function<void(DecisionsWindow &)> &prepare = {})
{
    stage.picture(
        name,
        [&stage, prepare] {
            stage.trigger(Command::ShowDecisions);
            if (prepare && decisionsOf(stage) != nullptr)
                prepare(*decisionsOf(stage));
            stage.rest(500ms);
        },
        [&stage]() -> QWidget * { return decisionsOf(stage); });
    stage.step([&stage] {
        if (QWidget *shown = decisionsOf(stage))
            shown->close();
        stage.rest(50ms);
    });
}

} // namespace

void planNoRecords(ScreenshotStage &stage)
{
    planTab(stage, QStringLiteral("tab-history-empty"));
    planWindow(stage, QStringLiteral("decisions-window-empty"));
}

void planRecords(ScreenshotStage &stage)
{
    planTab(stage, QStringLiteral("tab-history"));
    planWindow(stage, QStringLiteral("decisions-window"), [](DecisionsWindow &window) {
        chooseFirst(window.findChild<QTreeView *>(QStringLiteral("decisionsColumns")));
    });
    const auto search = [](const QString &text) {
        return [text](DecisionsWindow &window) {
            window.findChild<QLineEdit *>(QStringLiteral("decisionsSearch"))->setText(text);
        };
    };
    planWindow(stage, QStringLiteral("decisions-window-no-match"), search(QStringLiteral("zzz")));
    stage.step([&stage, search] {
        if (decisionsOf(stage) != nullptr)
            search({})(*decisionsOf(stage));
    });
}

} // namespace countersign
