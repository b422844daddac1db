// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/screenshotwalk.h"

#include "app/models/inboxmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/preferencesviewmodel.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/dialogs/decisiondialog.h"
#include "ui/dialogs/noteedit.h"
#include "ui/dialogs/profilesdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/views/colorschemes.h"
#include "ui/windows/actions.h"
#include "ui/windows/inboxlist.h"
#include "ui/windows/languages.h"
#include "ui/windows/mainwindow.h"
#include "ui/windows/reviewtabs.h"
#include "ui/windows/reviewwindow.h"

#include <QAction>
#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QLineEdit>
#include <QPointer>
#include <QScrollArea>
#include <QTimer>

#include <deque>

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

QString schemeWord(ColorScheme scheme)
{
    switch (scheme) {
    case ColorScheme::Dark:
        return QStringLiteral("dark");
    case ColorScheme::HighContrast:
        return QStringLiteral("contrast");
    case ColorScheme::Desktop:
    case ColorScheme::Light:
        break;
    }
    return QStringLiteral("light");
}

// One picture: do something, wait until it is there, and take it.
struct Step
{
    QString picture; //!< empty: nothing is saved
    std::function<void()> act;
    std::function<bool()> isReady;
    std::function<QWidget *()> what;
};

} // namespace

class ScreenshotWalk::Private : public QObject
{
public:
    explicit Private(ScreenshotWalk &walk)
        : q(walk)
    {
    }

    void nextVariant();
    void planVariant();
    void planKinds();
    void planDialogs();
    void planDecision(const QString &picture, bool isCut);
    void planRest();
    void planWindows();
    void step();
    void poll();
    void take();
    void finish();

    QWidget *windowWidget() const { return window.get(); }
    InboxList *list() const { return window->findChild<InboxList *>(); }
    bool reviewIsRead() const;
    int rowOfKind(WaitKind kind) const;
    void choose(int row);
    void open(Act act);

    ScreenshotWalk &q;
    ScreenshotScene scene;
    QDir folder;
    Languages languages;
    ColorSchemes schemes;
    std::unique_ptr<MainWindow> window;
    QPointer<DecisionDialog> dialog;
    QPointer<QDialog> shown; //!< any other dialog
    std::deque<Step> steps;
    QDeadlineTimer settle;
    QDeadlineTimer limit;
    QTimer timer;
    QString language;
    ColorScheme scheme = ColorScheme::Light;
    int variant = -1;
    bool isCutReady = false;
    QStringList problems;
};

bool ScreenshotWalk::Private::reviewIsRead() const
{
    const auto *state = window->findChild<QWidget *>(QStringLiteral("stateBar"));
    return state != nullptr && !state->isVisible();
}

int ScreenshotWalk::Private::rowOfKind(WaitKind kind) const
{
    const QAbstractItemModel *rows = list()->model();
    for (int row = 0; row < rows->rowCount(); ++row) {
        if (rows->index(row, 0).data(InboxModel::KindRole).value<WaitKind>() == kind)
            return row;
    }
    return -1;
}

void ScreenshotWalk::Private::choose(int row)
{
    if (row >= 0)
        list()->setCurrentIndex(list()->model()->index(row, 0));
    settle.setRemainingTime(600ms);
}

void ScreenshotWalk::Private::open(Act act)
{
    dialog = window->openDecision(act);
    settle.setRemainingTime(500ms);
    if (!dialog)
        return;
    dialog->noteEdit()->setPlainText(
        language == u"en" ? QStringLiteral("Checked with the team on duty, go ahead.")
                          : QStringLiteral("已与值班同事确认，可以执行。"));
}

void ScreenshotWalk::Private::planKinds()
{
    steps.push_back({QStringLiteral("main-nothing-chosen"),
                     {},
                     [this] { return list()->model()->rowCount() > 0 && settle.hasExpired(); },
                     [this] { return windowWidget(); }});
    for (const WaitKind kind : {WaitKind::Approval, WaitKind::HighRisk, WaitKind::FailurePause,
                                WaitKind::DebugStep, WaitKind::ManualPause}) {
        steps.push_back({QStringLiteral("main-") + kindWord(kind),
                         [this, kind] { choose(rowOfKind(kind)); },
                         [this] { return settle.hasExpired() && reviewIsRead(); },
                         [this, kind]() -> QWidget * {
                             return rowOfKind(kind) < 0 ? nullptr : windowWidget();
                         }});
    }
    const std::vector<QString> tabs{QStringLiteral("tasks"), QStringLiteral("graph"),
                                    QStringLiteral("template"), QStringLiteral("outputs"),
                                    QStringLiteral("log")};
    for (int tab = 0; tab < static_cast<int>(tabs.size()); ++tab) {
        steps.push_back({QStringLiteral("tab-") + tabs[static_cast<size_t>(tab)],
                         [this, tab] {
                             if (tab == 0)
                                 choose(rowOfKind(WaitKind::Approval));
                             auto *pages = window->findChild<ReviewTabs *>();
                             pages->setCurrentIndex(tab);
                             settle.setRemainingTime(600ms);
                         },
                         [this] { return settle.hasExpired() && reviewIsRead(); },
                         [this] { return windowWidget(); }});
    }
}

void ScreenshotWalk::Private::planDialogs()
{
    const auto add = [this](const QString &picture, WaitKind kind, Act act) {
        steps.push_back({{},
                         [this, kind] { choose(rowOfKind(kind)); },
                         [this] { return settle.hasExpired() && reviewIsRead(); },
                         {}});
        steps.push_back({picture, [this, act] { open(act); },
                         [this] { return settle.hasExpired(); },
                         [this]() -> QWidget * { return dialog; }});
        steps.push_back({{},
                         [this] {
                             if (dialog)
                                 dialog->reject();
                         },
                         [] { return true; },
                         {}});
    };
    add(QStringLiteral("dialog-approve"), WaitKind::Approval, Act::Approve);
    add(QStringLiteral("dialog-reject"), WaitKind::Approval, Act::Reject);
    add(QStringLiteral("dialog-approve-high-risk"), WaitKind::HighRisk, Act::Approve);
}

void ScreenshotWalk::Private::planDecision(const QString &picture, bool isCut)
{
    steps.push_back({{},
                     [this, isCut] {
                         choose(rowOfKind(WaitKind::Approval));
                         isCutReady = !isCut;
                         if (isCut)
                             scene.cutNextAnswer([this] { isCutReady = true; });
                     },
                     [this] { return isCutReady && settle.hasExpired() && reviewIsRead(); },
                     {}});
    steps.push_back({{},
                     [this] {
                         open(Act::Approve);
                         settle.setRemainingTime(1'300ms);
                     },
                     [this] { return settle.hasExpired(); },
                     {}});
    steps.push_back({QStringLiteral("dialog-") + picture,
                     [this] {
                         if (dialog)
                             dialog->confirmButton()->press();
                         settle.setRemainingTime(1'500ms);
                     },
                     [this] {
                         return settle.hasExpired() &&
                                (!dialog ||
                                 dialog->decision().stage() > DecisionViewModel::Stage::Sending);
                     },
                     [this]() -> QWidget * { return dialog; }});
    steps.push_back({QStringLiteral("main-") + picture,
                     [this] {
                         if (dialog)
                             dialog->accept();
                         settle.setRemainingTime(700ms);
                     },
                     [this] { return settle.hasExpired(); }, [this] { return windowWidget(); }});
}

void ScreenshotWalk::Private::planRest()
{
    const auto filter = [this](const QString &text) {
        window->findChild<QLineEdit *>(QStringLiteral("filterEdit"))->setText(text);
        settle.setRemainingTime(400ms);
    };
    steps.push_back({QStringLiteral("main-filter-empty"),
                     [filter] { filter(QStringLiteral("zzz")); },
                     [this] { return settle.hasExpired(); }, [this] { return windowWidget(); }});
    steps.push_back({QStringLiteral("main-search"),
                     [filter] { filter(QStringLiteral("exec-00000000000000000000")); },
                     [this] { return settle.hasExpired(); }, [this] { return windowWidget(); }});
    steps.push_back({QStringLiteral("main-narrow-list"),
                     [this, filter] {
                         filter({});
                         window->resize(683, 480);
                     },
                     [this] { return settle.hasExpired(); }, [this] { return windowWidget(); }});
    steps.push_back({QStringLiteral("main-narrow-review"),
                     [this] {
                         choose(0);
                         window->action(Command::NextPane)->trigger();
                     },
                     [this] { return settle.hasExpired() && reviewIsRead(); },
                     [this] { return windowWidget(); }});
    steps.push_back({QStringLiteral("main-later"),
                     [this] {
                         window->resize(1366, 768);
                         window->action(Command::Back)->trigger();
                         choose(rowOfKind(WaitKind::HighRisk));
                         scene.putOffChosen();
                     },
                     [this] { return settle.hasExpired() && reviewIsRead(); },
                     [this] { return windowWidget(); }});
    steps.push_back({QStringLiteral("main-followed"),
                     [this] {
                         window->action(Command::ShowFollowed)->trigger();
                         settle.setRemainingTime(400ms);
                     },
                     [this] { return settle.hasExpired(); }, [this] { return windowWidget(); }});
    planWindows();
    steps.push_back({QStringLiteral("start"),
                     [this] {
                         window->showStartPage([] {});
                         settle.setRemainingTime(200ms);
                     },
                     [this] { return settle.hasExpired(); }, [this] { return windowWidget(); }});
}

//! Every other window, as its command opens it.
void ScreenshotWalk::Private::planWindows()
{
    const auto add = [this](const QString &picture, Command command,
                            const std::function<void(QDialog &)> &prepare = {}) {
        steps.push_back({picture,
                         [this, command, prepare] {
                             window->action(command)->trigger();
                             shown = qobject_cast<QDialog *>(QApplication::activeModalWidget());
                             if (shown && prepare)
                                 prepare(*shown);
                             settle.setRemainingTime(500ms);
                         },
                         [this] { return settle.hasExpired(); },
                         [this]() -> QWidget * { return shown; }});
        steps.push_back({{},
                         [this] {
                             if (shown)
                                 shown->close();
                             settle.setRemainingTime(100ms);
                         },
                         [this] { return settle.hasExpired(); },
                         {}});
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
    add(QStringLiteral("dialog-open"), Command::OpenExecution);
    using Page = PreferencesViewModel::Page;
    add(QStringLiteral("dialog-settings-general"), Command::Settings, settingsPage(Page::General));
    add(QStringLiteral("dialog-settings-notices"), Command::Settings, settingsPage(Page::Notices));
    add(QStringLiteral("dialog-settings-decisions"), Command::Settings,
        settingsPage(Page::Decisions));
    add(QStringLiteral("dialog-settings-notes"), Command::Settings, settingsPage(Page::UsualNotes));
    add(QStringLiteral("dialog-shortcuts"), Command::Shortcuts);
    add(QStringLiteral("about"), Command::About);
    steps.push_back({QStringLiteral("review-window"),
                     [this] {
                         window->action(Command::OwnWindow)->trigger();
                         settle.setRemainingTime(1'200ms);
                     },
                     [this] { return settle.hasExpired(); },
                     [this]() -> QWidget * { return window->findChild<ReviewWindow *>(); }});
    steps.push_back({{},
                     [this] {
                         if (auto *own = window->findChild<ReviewWindow *>())
                             own->close();
                     },
                     [] { return true; },
                     {}});
}

void ScreenshotWalk::Private::planVariant()
{
    steps.clear();
    planKinds();
    planDialogs();
    planDecision(QStringLiteral("result"), false);
    if (scene.cutNextAnswer)
        planDecision(QStringLiteral("unknown"), true);
    planRest();
}

void ScreenshotWalk::Private::nextVariant()
{
    window.reset();
    ++variant;
    constexpr ColorScheme schemesShown[] = {ColorScheme::Light, ColorScheme::Dark,
                                            ColorScheme::HighContrast};
    if (variant == 6) {
        finish();
        return;
    }
    language = variant < 3 ? QStringLiteral("en") : QStringLiteral("zh_CN");
    scheme = schemesShown[variant % 3];
    languages.use(QLocale(language == u"en" ? QStringLiteral("en_US") : language));
    schemes.use(scheme);
    window = scene.newWindow();
    window->resize(1366, 768);
    window->show();
    planVariant();
    settle.setRemainingTime(500ms);
    step();
}

void ScreenshotWalk::Private::step()
{
    if (steps.empty()) {
        nextVariant();
        return;
    }
    limit.setRemainingTime(20s);
    if (steps.front().act)
        steps.front().act();
    timer.start(50ms);
}

void ScreenshotWalk::Private::poll()
{
    if (!steps.front().isReady() && !limit.hasExpired())
        return;
    timer.stop();
    if (!steps.front().picture.isEmpty())
        take();
    steps.pop_front();
    step();
}

void ScreenshotWalk::Private::take()
{
    const Step &now = steps.front();
    const QString name =
        QStringLiteral("%1.%2.%3.png").arg(now.picture, language, schemeWord(scheme));
    QWidget *what = now.what();
    if (what == nullptr)
        problems += QStringLiteral("%1: there is nothing to show").arg(name);
    else if (!what->grab().save(folder.filePath(name)))
        problems += QStringLiteral("%1: could not be written").arg(name);
    else if (limit.hasExpired())
        problems += QStringLiteral("%1: did not come to rest").arg(name);
}

void ScreenshotWalk::Private::finish()
{
    Q_EMIT q.finished(problems.join(QLatin1Char('\n')));
}

ScreenshotWalk::ScreenshotWalk(ScreenshotScene scene, const QString &directory, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this))
{
    d->scene = std::move(scene);
    d->folder = QDir(directory);
    connect(&d->timer, &QTimer::timeout, d.get(), [this] { d->poll(); });
}

ScreenshotWalk::~ScreenshotWalk() = default;

void ScreenshotWalk::start()
{
    QTimer::singleShot(0, d.get(), [this] {
        if (!d->folder.mkpath(QStringLiteral(".")))
            Q_EMIT finished(QStringLiteral("%1 cannot be made").arg(d->folder.path()));
        else
            d->nextVariant();
    });
}

} // namespace countersign
