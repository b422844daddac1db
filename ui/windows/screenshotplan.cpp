// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/screenshotplan.h"

#include "app/viewmodels/preferencesviewmodel.h"
#include "ui/dialogs/decisiondialog.h"
#include "ui/dialogs/profilesdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/windows/actions.h"
#include "ui/windows/inboxlist.h"
#include "ui/windows/mainwindow.h"
#include "ui/windows/reviewtabs.h"
#include "ui/windows/reviewwindow.h"
#include "ui/windows/screenshotstage.h"
#include "ui/windows/screenshotwalk.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>

namespace countersign {

namespace {

using namespace std::chrono_literals;

QString kindWord(WaitKind kind)
{
    switch (kind) {
    case WaitKind::Approval:
        return QStringLiteral("approval");
    case WaitKind::HighRisk:
        return QStringLiteral("high-risk");
    case WaitKind::DebugStep:
        return QStringLiteral("debug-step");
    case WaitKind::FailurePause:
        return QStringLiteral("failure-pause");
    case WaitKind::BatchPause:
        return QStringLiteral("batch-pause");
    case WaitKind::ManualPause:
        return QStringLiteral("manual-pause");
    case WaitKind::InsideChild:
        return QStringLiteral("inside-child");
    case WaitKind::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

//! The tabs lie at the foot of a page that is scrolled: from their bar on, as far as it goes.
void scrollToTabs(ReviewTabs *tabs)
{
    for (QWidget *around = tabs->parentWidget(); around != nullptr;
         around = around->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(around)) {
            area->verticalScrollBar()->setValue(tabs->mapTo(area->widget(), QPoint(0, 0)).y());
            return;
        }
    }
}

void planTabs(ScreenshotStage &stage)
{
    const auto show = [&stage](const QString &name, ReviewTabs::Tab tab,
                               const std::function<void()> &prepare = {}) {
        stage.picture(name, [&stage, tab, prepare] {
            auto *tabs = stage.window().findChild<ReviewTabs *>();
            tabs->setCurrentIndex(tab);
            if (prepare)
                prepare();
            scrollToTabs(tabs);
            stage.rest(350ms);
        });
    };
    stage.step([&stage] { stage.choose(stage.rowOf(QStringLiteral("restart-web-fleet"))); });
    show(QStringLiteral("tab-tasks"), ReviewTabs::Tasks);
    show(QStringLiteral("tab-graph"), ReviewTabs::Graph);
    show(QStringLiteral("tab-template"), ReviewTabs::Template);
    show(QStringLiteral("tab-outputs"), ReviewTabs::Outputs, [&stage] {
        if (auto *rows = stage.part<QTreeView>("outputColumns"))
            rows->setCurrentIndex(rows->model()->index(0, 0));
    });
    stage.step([&stage] {
        if (auto *find = stage.part<QLineEdit>("logFind"))
            find->setText(QStringLiteral("started"));
        stage.rest(300ms);
    });
    show(QStringLiteral("tab-log"), ReviewTabs::Log, [&stage] {
        if (auto *next = stage.part<QToolButton>("logNext"))
            next->click();
    });
    stage.step([&stage] {
        stage.window().findChild<ReviewTabs *>()->setCurrentIndex(ReviewTabs::Tasks);
        stage.rest(50ms);
    });
}

void planMenus(ScreenshotStage &stage)
{
    const auto ofButton = [&stage](const QString &name, const char *button) {
        stage.picture(name, [&stage, button] {
            if (auto *shown = stage.part<QPushButton>(button))
                stage.popUp(shown->menu(), shown);
        });
        stage.closing();
    };
    stage.step([&stage] { stage.choose(stage.rowOf(WaitKind::ManualPause)); });
    ofButton(QStringLiteral("menu-decide-as"), "decideAsButton");
    ofButton(QStringLiteral("menu-more"), "moreButton");
    stage.picture(QStringLiteral("menu-copy"), [&stage] {
        stage.popUp(stage.window().action(Command::CopyMore)->menu(),
                    stage.part<QPushButton>("moreButton"));
    });
    stage.closing();
    stage.picture(QStringLiteral("menu-later"), [&stage] { stage.trigger(Command::Later); });
    stage.closing();
    stage.picture(QStringLiteral("menu-decide"), [&stage] {
        const QList<QAction *> menus = stage.window().menuBar()->actions();
        stage.window().menuBar()->setActiveAction(menus.value(2));
        stage.rest(250ms);
    });
    stage.closing();
}

//! A new profile with one kind of source, its fields filled in and shown from the kind on.
void planSource(ScreenshotStage &stage, const QString &picture, KeyKind kind,
                const QList<std::pair<const char *, QString>> &texts)
{
    const auto opened = [&stage] { return qobject_cast<ProfilesDialog *>(stage.dialog()); };
    stage.picture(
        picture,
        [&stage, opened, kind, texts] {
            stage.trigger(Command::Profiles);
            if (opened() == nullptr)
                return;
            opened()->addProfile();
            opened()
                ->findChild<QLineEdit *>(QStringLiteral("nameEdit"))
                ->setText(QStringLiteral("acme-prod"));
            auto *kinds = opened()->findChild<QComboBox *>(QStringLiteral("kindCombo"));
            kinds->setCurrentIndex(kinds->findData(static_cast<int>(kind)));
            for (const auto &[field, text] : texts) {
                if (auto *edit = opened()->findChild<QLineEdit *>(QString::fromLatin1(field)))
                    edit->setText(text);
            }
            stage.rest(300ms);
        },
        [&stage]() -> QWidget * { return stage.dialog(); });
    stage.step([opened] {
        // What was filled in is not to be asked about.
        if (opened() != nullptr)
            opened()->done(QDialog::Rejected);
    });
}

void planSources(ScreenshotStage &stage)
{
    const std::pair<const char *, QString> role{
        "arnEdit", QStringLiteral("acs:ram::1000000000000001:role/oos-operator")};
    planSource(stage, QStringLiteral("dialog-profiles-other"), KeyKind::OtherProfile, {role});
    planSource(stage, QStringLiteral("dialog-profiles-oidc"), KeyKind::Oidc,
               {{"providerEdit", QStringLiteral("acs:ram::1000000000000001:oidc-provider/idp")},
                {"tokenFileEdit", QStringLiteral("token")},
                role});
    planSource(stage, QStringLiteral("dialog-profiles-instance"), KeyKind::EcsRole, {});
    planSource(stage, QStringLiteral("dialog-profiles-service"), KeyKind::LocalService,
               {{"serviceEdit", QStringLiteral("http://127.0.0.1:18080/credentials")}});
    planSource(stage, QStringLiteral("dialog-profiles-program"), KeyKind::Program,
               {{"commandEdit",
                 QStringLiteral("/usr/local/bin/company-keys print --account \"acme production\" "
                                "\u202e--format json")}});
    planSource(stage, QStringLiteral("dialog-profiles-cli"), KeyKind::CloudSso,
               {{"cliFileEdit", QStringLiteral("/home/li.wei/.aliyun/config.json")},
                {"cliProfileEdit", QStringLiteral("acme-sso")}});
    planSource(stage, QStringLiteral("dialog-profiles-misplaced"), KeyKind::Entered,
               {{"keyIdEdit", role.second}});
}

void planWindows(ScreenshotStage &stage)
{
    const auto add = [&stage](const QString &picture, Command command,
                              const std::function<void(QDialog &)> &prepare = {}) {
        stage.picture(
            picture,
            [&stage, command, prepare] {
                stage.trigger(command);
                if (stage.dialog() != nullptr && prepare)
                    prepare(*stage.dialog());
            },
            [&stage]() -> QWidget * { return stage.dialog(); });
        stage.closing();
    };
    const auto settingsPage = [](PreferencesViewModel::Page page) {
        return [page](QDialog &opened) {
            if (auto *settings = qobject_cast<SettingsDialog *>(&opened))
                settings->showPage(page);
        };
    };
    add(QStringLiteral("dialog-profiles"), Command::Profiles);
    add(QStringLiteral("dialog-profiles-new"), Command::Profiles, [](QDialog &opened) {
        if (auto *profiles = qobject_cast<ProfilesDialog *>(&opened))
            profiles->addProfile();
    });
    planSources(stage);
    planImports(stage);
    add(QStringLiteral("dialog-open"), Command::OpenExecution);
    using Page = PreferencesViewModel::Page;
    add(QStringLiteral("dialog-settings-general"), Command::Settings, settingsPage(Page::General));
    add(QStringLiteral("dialog-settings-notices"), Command::Settings, settingsPage(Page::Notices));
    add(QStringLiteral("dialog-settings-decisions"), Command::Settings,
        settingsPage(Page::Decisions));
    add(QStringLiteral("dialog-settings-notes"), Command::Settings, settingsPage(Page::UsualNotes));
    add(QStringLiteral("dialog-settings-locking"), Command::Settings, settingsPage(Page::Locking));
    add(QStringLiteral("dialog-settings-network"), Command::Settings, [](QDialog &opened) {
        if (auto *settings = qobject_cast<SettingsDialog *>(&opened))
            settings->showNetworkPage();
    });
    add(QStringLiteral("dialog-shortcuts"), Command::Shortcuts);
    add(QStringLiteral("dialog-diagnostics"), Command::Diagnostics);
    add(QStringLiteral("about"), Command::About);
    const auto own = [&stage]() -> QWidget * { return stage.window().findChild<ReviewWindow *>(); };
    stage.picture(
        QStringLiteral("review-window"),
        [&stage] {
            stage.trigger(Command::OwnWindow);
            stage.rest(1'000ms);
        },
        own);
    stage.step([own] {
        if (QWidget *shown = own())
            shown->close();
    });
}

//! What a screen of 683 pixels shows at its usual size.
void planNarrow(ScreenshotStage &stage)
{
    if (stage.isOnePane())
        return;
    stage.picture(QStringLiteral("main-narrow-list"), [&stage] {
        stage.window().resize(683, 480);
        stage.showList();
    });
    stage.picture(QStringLiteral("main-narrow-review"), [&stage] { stage.choose(0); });
    stage.step([&stage] {
        stage.window().resize(1366, 768);
        stage.rest(100ms);
    });
}

} // namespace

void planPages(ScreenshotStage &stage)
{
    stage.picture(QStringLiteral("main-nothing-chosen"), {}, {},
                  [&stage] { return stage.list()->model()->rowCount() > 0 && stage.isAtRest(); });
    for (const WaitKind kind : {WaitKind::Approval, WaitKind::HighRisk, WaitKind::FailurePause,
                                WaitKind::DebugStep, WaitKind::BatchPause, WaitKind::ManualPause})
        stage.picture(QStringLiteral("main-") + kindWord(kind),
                      [&stage, kind] { stage.choose(stage.rowOf(kind)); });
    // The run around it has only a task that waits for it.
    stage.picture(QStringLiteral("main-inside-child"),
                  [&stage] { stage.choose(stage.rowOf(QStringLiteral("sign-off"))); });
    planTabs(stage);
    planMenus(stage);
}

void planRest(ScreenshotStage &stage, const ScreenshotScene &scene)
{
    const auto filter = [&stage](const QString &text) {
        stage.showList();
        if (auto *edit = stage.part<QLineEdit>("filterEdit"))
            edit->setText(text);
        stage.rest(400ms);
    };
    stage.picture(QStringLiteral("main-filter-empty"), [filter] { filter(QStringLiteral("zzz")); });
    stage.picture(QStringLiteral("main-search"),
                  [filter] { filter(QStringLiteral("exec-00000000000000000000")); });
    stage.step([filter] { filter({}); });
    planNarrow(stage);
    stage.picture(QStringLiteral("main-later"), [&stage, &scene] {
        stage.choose(stage.rowOf(WaitKind::HighRisk));
        scene.putOffChosen();
    });
    stage.picture(QStringLiteral("main-followed"),
                  [&stage] { stage.trigger(Command::ShowFollowed); });
    planWindows(stage);
    stage.picture(QStringLiteral("start"), [&stage] {
        stage.window().showStartPage([] {});
        stage.rest(200ms);
    });
    // Nothing comes after it: what there was is gone.
    stage.picture(QStringLiteral("locked"), [&stage] { stage.trigger(Command::Lock); });
}

} // namespace countersign
