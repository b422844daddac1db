// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/bulkviewmodel.h"
#include "app/viewmodels/decisionfields.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/parametersviewmodel.h"
#include "app/viewmodels/startagainviewmodel.h"
#include "ui/dialogs/bulkdialog.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/dialogs/decisiondialog.h"
#include "ui/dialogs/noteedit.h"
#include "ui/dialogs/startagaindialog.h"
#include "ui/dialogs/unknowndialog.h"
#include "ui/windows/actions.h"
#include "ui/windows/inboxlist.h"
#include "ui/windows/mainwindow.h"
#include "ui/windows/screenshotplan.h"
#include "ui/windows/screenshotstage.h"
#include "ui/windows/screenshotwalk.h"
#include "ui/windows/troublelines.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QToolButton>

#include <memory>

namespace countersign {

namespace {

using namespace std::chrono_literals;
using Rows = std::function<int()>;

//! Chooses a row, opens an act's dialog, takes a picture, and goes back.
void addDialog(ScreenshotStage &stage, const QString &picture, const Rows &row, Act act,
               const std::function<void()> &prepare = {})
{
    stage.step([&stage, row] { stage.choose(row()); });
    stage.picture(
        picture,
        [&stage, act, prepare] {
            stage.open(act);
            if (stage.decision() != nullptr && prepare)
                prepare();
        },
        [&stage]() -> QWidget * { return stage.decision(); });
    stage.closing();
}

//! A text that stops in the middle, as somebody leaves it who goes to look something up.
void spoil(ScreenshotStage &stage, ParametersViewModel *parameters)
{
    if (parameters == nullptr)
        return;
    if (auto *tabs = stage.part<QTabWidget>("tabs"))
        tabs->setCurrentIndex(1);
    parameters->setShownText(QStringLiteral("{\n  \"server\": \"i-bp1000000000000a03\",\n"
                                            "  \"size\": 10,,\n  \"force\": true\n}"));
}

void planFields(ScreenshotStage &stage)
{
    const Rows failed = [&stage] { return stage.rowOf(QStringLiteral("power-cycle-servers")); };
    const Rows step = [&stage] { return stage.rowOf(WaitKind::DebugStep); };
    const auto chooseAll = [&stage] {
        if (auto *all = stage.part<QPushButton>("allButton"))
            all->click();
    };
    addDialog(stage, QStringLiteral("dialog-retry"), failed, Act::RetryTask);
    addDialog(stage, QStringLiteral("dialog-retry-chosen"), failed, Act::RetryTask, chooseAll);
    addDialog(stage, QStringLiteral("dialog-skip"), failed, Act::SkipTask);
    addDialog(stage, QStringLiteral("dialog-skip-chosen"), failed, Act::SkipTask, chooseAll);
    addDialog(stage, QStringLiteral("dialog-run-task"), step, Act::ExecuteTask);
    addDialog(stage, QStringLiteral("dialog-run-task-json"), step, Act::ExecuteTask,
              [&stage] { spoil(stage, stage.decision()->decision().fields()->parameters()); });
    addDialog(stage, QStringLiteral("dialog-cancel-task"), step, Act::CancelTask);
    addDialog(stage, QStringLiteral("dialog-end-execution"), step, Act::CompleteExecution);
    addDialog(stage, QStringLiteral("dialog-end-execution-chosen"), step, Act::CompleteExecution,
              [&stage] {
                  if (auto *states = stage.part<QComboBox>("stateCombo"))
                      states->setCurrentIndex(0);
              });
    addDialog(stage, QStringLiteral("dialog-cancel-execution"), step, Act::CancelExecution);
}

void planStartAgain(ScreenshotStage &stage)
{
    const auto what = [&stage]() -> QWidget * {
        return qobject_cast<StartAgainDialog *>(stage.dialog());
    };
    stage.step([&stage] { stage.choose(stage.rowOf(QStringLiteral("patch-servers"))); });
    stage.picture(
        QStringLiteral("dialog-start-again"), [&stage] { stage.trigger(Command::StartAgain); },
        what);
    stage.picture(
        QStringLiteral("dialog-start-again-json"),
        [&stage] {
            if (auto *again = qobject_cast<StartAgainDialog *>(stage.dialog()))
                spoil(stage, again->again().parameters());
            stage.rest(300ms);
        },
        what);
    stage.closing();
}

//! One decision is sent: its result in the dialog, and in the window.
void planResult(ScreenshotStage &stage, const QString &picture, const ScreenshotScene *cutting)
{
    const auto isCutReady = std::make_shared<bool>(cutting == nullptr);
    stage.step(
        [&stage, cutting, isCutReady] {
            stage.choose(stage.rowOf(WaitKind::Approval));
            if (cutting != nullptr)
                cutting->cutNextAnswer([isCutReady] { *isCutReady = true; });
        },
        [isCutReady] { return *isCutReady; });
    stage.step([&stage] { stage.open(Act::Approve); },
               [&stage] {
                   return stage.decision() == nullptr ||
                          !stage.decision()->confirmButton()->isResting();
               });
    stage.picture(
        QStringLiteral("dialog-") + picture,
        [&stage] {
            if (stage.decision() != nullptr)
                stage.decision()->confirmButton()->press();
            stage.rest(1'000ms);
        },
        [&stage]() -> QWidget * { return stage.decision(); },
        [&stage] {
            return stage.decision() == nullptr ||
                   stage.decision()->decision().stage() > DecisionViewModel::Stage::Sending;
        });
    stage.picture(QStringLiteral("main-") + picture, [&stage] {
        if (stage.decision() != nullptr)
            stage.decision()->accept();
        stage.rest(500ms);
    });
}

//! Approvals that a person may well decide together.
void chooseSeveral(ScreenshotStage &stage)
{
    stage.showList();
    InboxList *list = stage.list();
    list->clearSelection();
    list->setChoosingSeveral(true);
    for (const char *name : {"restart-web-fleet", "open-security-group", "grant-database-access"}) {
        const int row = stage.rowOf(QLatin1String(name));
        if (row < 0)
            continue;
        const QModelIndex index = list->model()->index(row, 0);
        list->scrollTo(index);
        list->selectionModel()->select(index, QItemSelectionModel::Select);
    }
    if (stage.isOnePane())
        Q_EMIT list->rowEntered();
}

BulkDialog *bulkDialog()
{
    return qobject_cast<BulkDialog *>(QApplication::activeModalWidget());
}

void planBulk(ScreenshotStage &stage)
{
    using Stage = BulkViewModel::Stage;
    const auto what = []() -> QWidget * { return bulkDialog(); };
    const auto isAt = [](Stage least) {
        return bulkDialog() == nullptr || bulkDialog()->bulk().stage() >= least;
    };
    stage.picture(QStringLiteral("main-several"), [&stage] {
        chooseSeveral(stage);
        stage.rest(300ms);
    });
    stage.picture(
        QStringLiteral("dialog-bulk"),
        [&stage] {
            if (auto *approve =
                    stage.window().findChild<QPushButton *>(QStringLiteral("bulkApprove")))
                approve->click();
            stage.rest(300ms);
        },
        what, [isAt] { return isAt(Stage::Composing); });
    stage.picture(
        QStringLiteral("dialog-bulk-ready"),
        [&stage] {
            if (BulkDialog *dialog = bulkDialog()) {
                BulkViewModel &bulk = dialog->bulk();
                dialog->noteEdit()->setPlainText(stage.note());
                for (std::size_t tick = 0; tick < bulk.tickTexts().size(); ++tick)
                    bulk.setTicked(tick, true);
                dialog->findChild<QLineEdit *>(QStringLiteral("countEdit"))
                    ->setText(QString::number(bulk.includedCount()));
            }
            stage.rest(300ms);
        },
        what,
        [] { return bulkDialog() == nullptr || !bulkDialog()->confirmButton()->isResting(); });
    stage.picture(
        QStringLiteral("dialog-bulk-results"),
        [&stage] {
            if (BulkDialog *dialog = bulkDialog())
                dialog->confirmButton()->press();
            stage.rest(300ms);
        },
        what, [isAt] { return isAt(Stage::Stopped); });
    stage.step([&stage] {
        if (BulkDialog *dialog = bulkDialog())
            dialog->close();
        stage.list()->setChoosingSeveral(false);
        stage.list()->clearSelection();
        stage.rest(300ms);
    });
}

} // namespace

void planDialogs(ScreenshotStage &stage)
{
    const Rows approval = [&stage] { return stage.rowOf(WaitKind::Approval); };
    const Rows risky = [&stage] { return stage.rowOf(WaitKind::HighRisk); };
    const Rows child = [&stage] { return stage.rowOf(QStringLiteral("sign-off")); };
    addDialog(stage, QStringLiteral("dialog-approve"), approval, Act::Approve);
    addDialog(stage, QStringLiteral("dialog-approve-tag"), approval, Act::Approve,
              [&stage] { stage.decision()->noteEdit()->setPlainText(QStringLiteral("ok")); });
    addDialog(stage, QStringLiteral("dialog-copy-command"), approval, Act::Approve, [&stage] {
        if (auto *copy = stage.part<QPushButton>("handOverButton"))
            stage.popUp(copy->menu(), copy);
    });
    addDialog(stage, QStringLiteral("dialog-reject"), approval, Act::Reject);
    addDialog(stage, QStringLiteral("dialog-approve-high-risk"), risky, Act::Approve);
    addDialog(stage, QStringLiteral("dialog-reject-high-risk"), risky, Act::Reject);
    addDialog(stage, QStringLiteral("dialog-approve-inside-child"), child, Act::Approve);
    planFields(stage);
    planStartAgain(stage);
}

void planRestarted(ScreenshotStage &stage)
{
    const auto dialog = [&stage]() -> QWidget * {
        return stage.window().findChild<UnknownDialog *>();
    };
    const auto hasRows = [&stage] { return stage.list()->model()->rowCount() > 0; };
    stage.picture(
        QStringLiteral("main-restarted"), [&stage] { stage.rest(1'000ms); }, {}, hasRows);
    stage.picture(
        QStringLiteral("dialog-unknown-details"),
        [&stage] {
            stage.window().openUnknown();
            stage.rest(500ms);
        },
        dialog);
    stage.picture(
        QStringLiteral("dialog-undetermined"),
        [&stage, dialog] {
            if (auto *combo = dialog() ? dialog()->findChild<QComboBox *>() : nullptr)
                combo->setCurrentIndex(combo->count() - 1);
            stage.rest(500ms);
        },
        dialog);
    stage.picture(
        QStringLiteral("dialog-undetermined-read"),
        [&stage, dialog] {
            if (auto *area = dialog() ? dialog()->findChild<QScrollArea *>() : nullptr)
                area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
            stage.rest(1'200ms);
        },
        dialog);
    stage.step([dialog] {
        if (dialog() != nullptr)
            dialog()->close();
    });
}

void planDamaged(ScreenshotStage &stage)
{
    stage.picture(
        QStringLiteral("main-journal-damaged"),
        [&stage] {
            stage.choose(stage.rowOf(WaitKind::Approval));
            stage.rest(1'000ms);
        },
        {}, [&stage] { return stage.list()->model()->rowCount() > 0; });
    stage.picture(QStringLiteral("main-journal-anew"), [&stage] {
        const QList<QToolButton *> buttons =
            stage.window().findChild<TroubleLines *>()->findChildren<QToolButton *>();
        if (!buttons.isEmpty())
            buttons.first()->click();
        stage.rest(300ms);
    });
}

void planResults(ScreenshotStage &stage, const ScreenshotScene &scene)
{
    planResult(stage, QStringLiteral("result"), nullptr);
    planBulk(stage);
    if (scene.cutNextAnswer)
        planResult(stage, QStringLiteral("unknown"), &scene);
}

} // namespace countersign
