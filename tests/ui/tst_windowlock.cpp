// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/followflow.h"
#include "app/flows/lockflow.h"
#include "app/flows/profilekeeper.h"
#include "app/flows/reviewflow.h"
#include "app/flows/watchflow.h"
#include "app/models/inboxfilter.h"
#include "app/models/inboxmodel.h"
#include "app/settings/personalfiles.h"
#include "app/viewmodels/bulkviewmodel.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/followviewmodel.h"
#include "app/viewmodels/inboxviewmodel.h"
#include "app/viewmodels/lockviewmodel.h"
#include "app/viewmodels/openviewmodel.h"
#include "app/viewmodels/profilesviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "dialogchecks.h"
#include "quietworld.h"
#include "tests/fakes/moodystore.h"
#include "tests/support/manualclock.h"
#include "ui/dialogs/bulkdialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/noteedit.h"
#include "ui/dialogs/opendialog.h"
#include "ui/dialogs/profilesdialog.h"
#include "ui/windows/actions.h"
#include "ui/windows/bulkpage.h"
#include "ui/windows/inboxlist.h"
#include "ui/windows/lockpage.h"
#include "ui/windows/mainwindow.h"
#include "ui/windows/reviewpage.h"
#include "ui/windows/reviewwindow.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QEventLoop>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

WaitSnapshot rows(int first, int last)
{
    WaitSnapshot snapshot;
    for (int number = first; number <= last; ++number) {
        WaitRow made;
        made.id.place = {ProfileId(QStringLiteral("sandbox")),
                         RegionId(QStringLiteral("cn-hangzhou"))};
        made.id.executionId =
            ExecutionId(QStringLiteral("exec-%1").arg(number, 4, 10, QLatin1Char('0')));
        made.id.taskExecutionId =
            TaskExecutionId(QString(made.id.executionId.text() + QStringLiteral(".t1")));
        made.profileAlias = QStringLiteral("acme");
        made.kind = WaitKind::Approval;
        made.taskName = QStringLiteral("task%1").arg(number);
        made.templateName = QStringLiteral("restart-fleet");
        made.starter = QStringLiteral("zhang.wei(1)");
        made.waitingSince = QDateTime(QDate(2026, 11, 25), QTime(2, 0), Qt::UTC).addSecs(number);
        snapshot.rows.push_back(made);
    }
    return snapshot;
}

//! Every name, description and value in the tree of assistive technology, hidden ones included.
void collect(QAccessibleInterface *item, QStringList &words)
{
    if (item == nullptr)
        return;
    for (const QAccessible::Text text :
         {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        words += item->text(text);
    if (QAccessibleTextInterface *text = item->textInterface())
        words += text->text(0, text->characterCount());
    for (int i = 0; i < item->childCount(); ++i)
        collect(item->child(i), words);
}

QString spoken()
{
    QStringList words;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        words += window->windowTitle();
        collect(QAccessible::queryAccessibleInterface(window), words);
    }
    words.removeAll(QString());
    return words.join(QLatin1Char('\n'));
}

} // namespace

class TestWindowLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void lockedWindow_saysThatAndNothingElse();
    void lockedWindow_canBeUsed();
    void commandAndKeys_lock();
    void keysInADialog_lock();
    void everythingOver_goes();
    void nothingOpensWhileLocked();
    void askedForMeanwhile_opensAfterwards();
    void unlocked_showsTheSameAgain();
    void unlisted_isShownAgain();
    void startPage_isUnderneath();
    void startPage_leadsToTheImport();
    void profileThatWasEntered_isShownAgain();
    void noteForSeveral_isShownAgain();
    void quittingDuringAnImport_waitsUntilItIsTakenBack();
    void notesMeanwhile_areShownAfterwards();
    void hidden_staysHidden();
    void closingAndQuitting_areOpen();
    void lateInput_locksAndDoesNothingElse();
    void lateShortcut_locksAndDoesNothingElse();
    void shortcut_putsIdleOff();
    void keysUntilItIsCovered_reachNothing();
    void input_putsIdleOff();
    void innerLoop_isEndedFirst();
    void unlockedDuringAnInnerLoop_showsItAgain();
    void lockedFromTheStart();
    void manyTimes();

private:
    std::unique_ptr<MainWindow> newWindow();
    InboxList *list() const { return m_window->findChild<InboxList *>(); }
    LockPage *page() const { return m_window->findChild<LockPage *>(); }
    QPushButton *unlockButton() const
    {
        for (QPushButton *button : page()->findChildren<QPushButton *>()) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    }
    void choose(int number) { list()->setCurrentIndex(list()->model()->index(number, 0)); }
    QString shown() const
    {
        return m_review->rowId() ? m_review->rowId()->executionId.text() : QString();
    }
    void lock();
    void unlock();

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QuietWorld> m_world;
    std::unique_ptr<WatchFlow> m_watch;
    std::unique_ptr<PersonalFiles> m_files;
    std::unique_ptr<InboxViewModel> m_inbox;
    std::unique_ptr<ReviewViewModel> m_review;
    std::unique_ptr<DecisionsViewModel> m_decisions;
    std::unique_ptr<FollowFlow> m_followFlow;
    std::unique_ptr<FollowViewModel> m_follow;
    std::unique_ptr<OpenViewModel> m_open;
    std::unique_ptr<MoodyStore> m_keychain;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<ProfileKeeper> m_keeper;
    std::unique_ptr<ProfilesViewModel> m_profiles;
    std::unique_ptr<LockFlow> m_flow;
    std::unique_ptr<LockViewModel> m_lock;
    std::unique_ptr<MainWindow> m_window;
    QPointer<QDialog> m_dialog;
    int m_imports = 0; //!< that run
    int m_stopped = 0; //!< how often one was asked to end
};

void TestWindowLock::init()
{
    m_imports = 0;
    m_stopped = 0;
    m_world = std::make_unique<QuietWorld>();
    m_watch = std::make_unique<WatchFlow>(m_world->services);
    m_folder = std::make_unique<QTemporaryDir>();
    m_files = std::make_unique<PersonalFiles>(m_folder->path(), m_world->clock);
    m_inbox = std::make_unique<InboxViewModel>(*m_watch, *m_files);
    m_review = std::make_unique<ReviewViewModel>(std::make_unique<ReviewFlow>(m_world->services),
                                                 *m_files);
    m_decisions = std::make_unique<DecisionsViewModel>();
    m_followFlow = std::make_unique<FollowFlow>(m_world->services);
    m_follow = std::make_unique<FollowViewModel>(*m_followFlow, *m_decisions, *m_files);
    m_open = std::make_unique<OpenViewModel>(m_world->services);
    m_keychain = std::make_unique<MoodyStore>();
    m_store = std::make_unique<ProfileStore>(m_folder->filePath(QStringLiteral("profiles.json")),
                                             ProfileWorld::Real);
    m_keeper =
        std::make_unique<ProfileKeeper>(m_world->profiles, *m_store, *m_keychain, m_world->clock);
    m_profiles = std::make_unique<ProfilesViewModel>(*m_keeper, m_world->services);
    m_flow =
        std::make_unique<LockFlow>(*m_keeper, m_clock, [](const ProfileId &) { return false; });
    m_lock = std::make_unique<LockViewModel>(*m_flow, *m_keeper, *m_inbox, *m_decisions,
                                             m_files->settings);
    m_window = newWindow();
    m_inbox->model()->apply(rows(1, 9));
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

std::unique_ptr<MainWindow> TestWindowLock::newWindow()
{
    WindowParts parts{*m_inbox,
                      *m_review,
                      *m_decisions,
                      *m_follow,
                      *m_open,
                      m_files->settings,
                      [this] {
                          return std::make_unique<ReviewViewModel>(
                              std::make_unique<ReviewFlow>(m_world->services), *m_files);
                      },
                      {},
                      {},
                      {}};
    parts.newSettingsDialog = [this](QWidget *over) {
        m_dialog = new QDialog(over);
        m_dialog->setWindowTitle(QStringLiteral("title of acme"));
        m_dialog->setWindowModality(Qt::WindowModal);
        auto *edit = new QLineEdit(m_dialog);
        edit->setText(QStringLiteral("typed for acme"));
        return m_dialog.data();
    };
    parts.newProfilesDialog = [this](QWidget *over) {
        return new ProfilesDialog(*m_profiles, over);
    };
    parts.lock = m_lock.get();
    parts.stopImports = [this] {
        m_stopped += m_imports;
        return m_imports > 0;
    };
    return std::make_unique<MainWindow>(parts);
}

void TestWindowLock::cleanup()
{
    m_window.reset();
    m_lock.reset();
    m_flow.reset();
    m_profiles.reset();
    m_keeper.reset();
    m_store.reset();
    m_open.reset();
    m_follow.reset();
    m_followFlow.reset();
    m_decisions.reset();
    m_review.reset();
    m_inbox.reset();
    m_watch.reset();
    m_files.reset();
    m_world.reset();
}

void TestWindowLock::lock()
{
    m_lock->lock();
    QTRY_VERIFY(page() != nullptr && page()->isVisible());
}

void TestWindowLock::unlock()
{
    m_lock->unlock();
    QTRY_VERIFY(list() != nullptr && page() == nullptr);
}

void TestWindowLock::lockedWindow_saysThatAndNothingElse()
{
    m_inbox->model()->apply(rows(1, 9));
    choose(2);
    m_window->statusBar()->showMessage(QStringLiteral("put off: acme"));
    QVERIFY(spoken().contains(QStringLiteral("acme")));
    lock();
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Countersign – locked"));
    QVERIFY(m_window->statusBar()->currentMessage().isEmpty());
    const QString words = spoken();
    for (const char *name : {"acme", "exec-", "restart-fleet", "zhang", "task3"})
        QVERIFY2(!words.contains(QLatin1String(name)), qPrintable(words));
    QVERIFY(words.contains(QStringLiteral("Countersign is locked")));
    QVERIFY(words.contains(QStringLiteral("Locked since 2026-11-27 18:00 +08:00.")));
    QVERIFY(list() == nullptr);
    QCOMPARE(shown(), QString());
    QCOMPARE(m_window->menuBar()->actions().size(), 1);
}

void TestWindowLock::lockedWindow_canBeUsed()
{
    lock();
    QTRY_VERIFY(unlockButton()->hasFocus());
    QCOMPARE(unlockButton()->text(), QStringLiteral("Unlock"));
    QCOMPARE(namelessStops(*m_window), QStringList());
    QCOMPARE(doubleMnemonics(*m_window), QStringList());
    QCOMPARE(tabStops(*m_window).size(), 1);
    QTest::keyClick(unlockButton(), Qt::Key_Space);
    QTRY_VERIFY(list() != nullptr);
    QVERIFY(!m_lock->isLocked());
    lock();
    const QMenu *menu = m_window->menuBar()->actions().front()->menu();
    QCOMPARE(menu->actions().front()->text(), QStringLiteral("&Unlock"));
    menu->actions().front()->trigger();
    QTRY_VERIFY(list() != nullptr);
    QCOMPARE(m_window->menuBar()->actions().size(), 5);
}

void TestWindowLock::commandAndKeys_lock()
{
    m_window->action(Command::Lock)->trigger();
    QTRY_VERIFY(page() != nullptr);
    unlock();
    QTRY_VERIFY(m_window->isActiveWindow());
    QTest::keyClick(list(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(page() != nullptr);
    QCOMPARE(m_flow->cause(), LockCause::Person);
}

void TestWindowLock::keysInADialog_lock()
{
    m_window->action(Command::Settings)->trigger();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    QTest::keyClick(m_dialog->windowHandle(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(page() != nullptr);
    QVERIFY(m_dialog.isNull());
}

void TestWindowLock::everythingOver_goes()
{
    choose(0);
    QTRY_VERIFY(m_window->action(Command::OwnWindow)->isEnabled());
    m_window->action(Command::OwnWindow)->trigger();
    const QPointer<ReviewWindow> own = m_window->findChild<ReviewWindow *>();
    QVERIFY(own && own->isVisible());
    m_window->action(Command::Settings)->trigger();
    const QPointer<QFileDialog> files = new QFileDialog(m_dialog);
    files->setOption(QFileDialog::DontUseNativeDialog);
    files->open();
    const QPointer<QMenu> menu = new QMenu(list());
    menu->addAction(QStringLiteral("Copy acme"));
    menu->popup(QPoint(10, 10));
    QTRY_COMPARE(QApplication::activePopupWidget(), menu.data());
    lock();
    QVERIFY(own.isNull());
    QVERIFY(m_dialog.isNull());
    QVERIFY(files.isNull());
    QVERIFY(menu.isNull());
    QVERIFY(QApplication::activePopupWidget() == nullptr);
    for (const QWidget *window : QApplication::topLevelWidgets())
        QVERIFY2(window == m_window.get() || !window->isVisible(),
                 window->metaObject()->className());
}

void TestWindowLock::nothingOpensWhileLocked()
{
    lock();
    m_window->openText(QStringLiteral("exec-0004"));
    m_window->openWaits({rows(5, 5).rows.front().id});
    m_window->selectExecution(ExecutionId(QStringLiteral("exec-0003")));
    QVERIFY(m_window->openDecision(Act::Approve) == nullptr);
    QVERIFY(m_window->openUnknown() == nullptr);
    QVERIFY(m_window->openAbout() == nullptr);
    QVERIFY(m_window->action(Command::Settings) == nullptr);
    // Keys of commands that an unlocked window has.
    for (const auto key : {Qt::Key_K, Qt::Key_Comma, Qt::Key_H, Qt::Key_F, Qt::Key_N})
        QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    QTest::qWait(50);
    QCOMPARE(m_window->findChildren<QDialog *>().size(), 0);
    QVERIFY(m_dialog.isNull());
    QCOMPARE(shown(), QString());
    QVERIFY(page()->isVisible());
}

void TestWindowLock::askedForMeanwhile_opensAfterwards()
{
    lock();
    m_window->openWaits({rows(5, 5).rows.front().id});
    QVERIFY(m_window->isVisible());
    unlock();
    QTRY_COMPARE(shown(), QStringLiteral("exec-0005"));
    lock();
    m_window->openText(QStringLiteral("exec-0042"));
    QTest::qWait(20);
    QVERIFY(m_window->findChild<OpenDialog *>() == nullptr);
    unlock();
    QTRY_VERIFY(m_window->findChild<OpenDialog *>() != nullptr);
    // It was asked for once.
    lock();
    unlock();
    QVERIFY(m_window->findChild<OpenDialog *>() == nullptr);
}

void TestWindowLock::unlocked_showsTheSameAgain()
{
    m_inbox->setFilterText(QStringLiteral("task"));
    choose(6);
    QCOMPARE(shown(), QStringLiteral("exec-0007"));
    QTRY_VERIFY(m_window->action(Command::OwnWindow)->isEnabled());
    m_window->action(Command::OwnWindow)->trigger();
    choose(3);
    const QSize size = m_window->size();
    lock();
    QCOMPARE(shown(), QString());
    unlock();
    QTRY_COMPARE(shown(), QStringLiteral("exec-0004"));
    QCOMPARE(m_window->findChild<QLineEdit *>(QStringLiteral("filterEdit"))->text(),
             QStringLiteral("task"));
    const auto *own = m_window->findChild<ReviewWindow *>();
    QVERIFY(own && own->isVisible());
    QCOMPARE(own->row()->id.executionId.text(), QStringLiteral("exec-0007"));
    QCOMPARE(m_window->size(), size);
    QVERIFY(!m_window->windowTitle().contains(QStringLiteral("locked")));
}

void TestWindowLock::unlisted_isShownAgain()
{
    m_window->openWaits({rows(77, 77).rows.front().id});
    QCOMPARE(shown(), QStringLiteral("exec-0077"));
    lock();
    unlock();
    QTRY_COMPARE(shown(), QStringLiteral("exec-0077"));
}

void TestWindowLock::startPage_isUnderneath()
{
    lock();
    int sandboxes = 0;
    m_window->showStartPage([&sandboxes] { ++sandboxes; });
    QVERIFY(m_window->showsStartPage());
    QVERIFY(page()->isVisible());
    unlock();
    QVERIFY(m_window->showsStartPage());
    QVERIFY(!list()->isVisible());
    lock();
    m_window->leaveStartPage();
    QVERIFY(page()->isVisible());
    unlock();
    QTRY_VERIFY(list()->isVisible());
}

void TestWindowLock::startPage_leadsToTheImport()
{
    m_window->showStartPage([] {});
    QPushButton *import = nullptr;
    for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().contains(QStringLiteral("Import")))
            import = button;
    }
    QVERIFY(import != nullptr);
    QCOMPARE(doubleMnemonics(*m_window), QStringList());
    import->click();
    const QPointer<ImportDialog> dialog = m_window->findChild<ImportDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    // What was read of the file goes with it.
    lock();
    QTRY_VERIFY(!dialog);
}

//! Without a key: that is entered again.
void TestWindowLock::profileThatWasEntered_isShownAgain()
{
    m_window->action(Command::Profiles)->trigger();
    auto *dialog = m_window->findChild<ProfilesDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->addProfile();
    dialog->findChild<QLineEdit *>(QStringLiteral("nameEdit"))->setText(QStringLiteral("acme-new"));
    lock();
    QVERIFY(m_window->findChild<ProfilesDialog *>() == nullptr);
    QVERIFY(!spoken().contains(QStringLiteral("acme-new")));
    unlock();
    QTRY_VERIFY(m_window->findChild<ProfilesDialog *>() != nullptr);
    dialog = m_window->findChild<ProfilesDialog *>();
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("nameEdit"))->text(),
             QStringLiteral("acme-new"));
    delete dialog;
    // It was kept for once.
    lock();
    unlock();
    QVERIFY(m_window->findChild<ProfilesDialog *>() == nullptr);
}

void TestWindowLock::noteForSeveral_isShownAgain()
{
    list()->selectAll();
    auto *several = m_window->findChild<BulkPage *>();
    QTRY_VERIFY(!several->isHidden());
    Q_EMIT several->actWanted(Act::Approve);
    auto *dialog = m_window->findChild<BulkDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->noteEdit()->setPlainText(QStringLiteral("agreed for acme"));
    QCOMPARE(dialog->bulk().note(), QStringLiteral("agreed for acme"));
    lock();
    QVERIFY(m_window->findChild<BulkDialog *>() == nullptr);
    QVERIFY(!spoken().contains(QStringLiteral("agreed for acme")));
    unlock();
    QTRY_VERIFY(m_window->findChild<BulkDialog *>() != nullptr);
    dialog = m_window->findChild<BulkDialog *>();
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->noteEdit()->toPlainText(), QStringLiteral("agreed for acme"));
    delete dialog;
}

//! All of the profiles or none: the program ends when what was begun is taken back.
void TestWindowLock::quittingDuringAnImport_waitsUntilItIsTakenBack()
{
    int quits = 0;
    connect(m_window.get(), &MainWindow::quitWanted, this, [&quits] { ++quits; });
    m_imports = 1;
    m_window->setStaysOnClose(true);
    m_window->close(); // into the tray, where it goes on
    QTRY_VERIFY(!m_window->isVisible());
    QCOMPARE(m_stopped, 0);
    m_window->quit();
    QVERIFY(m_window->isVisible());
    QVERIFY(m_stopped > 0);
    QCOMPARE(quits, 0);
    QVERIFY(spoken().contains(QStringLiteral("An import of profiles is being taken back.")));
    m_imports = 0;
    QTRY_COMPARE(quits, 1);
    QVERIFY(!m_window->isVisible());
}

void TestWindowLock::notesMeanwhile_areShownAfterwards()
{
    lock();
    m_window->setNotes({QStringLiteral("a note of the program")});
    QVERIFY(!spoken().contains(QStringLiteral("a note of the program")));
    unlock();
    QTRY_VERIFY(spoken().contains(QStringLiteral("a note of the program")));
}

void TestWindowLock::hidden_staysHidden()
{
    m_window->setStaysOnClose(true);
    m_window->close();
    m_lock->lock();
    QTRY_VERIFY(page() != nullptr);
    QVERIFY(!m_window->isVisible());
    m_window->raiseToFront();
    QTRY_VERIFY(page()->isVisible());
    m_window->close();
    m_lock->unlock();
    QTRY_VERIFY(list() != nullptr);
    QVERIFY(!m_window->isVisible());
}

void TestWindowLock::closingAndQuitting_areOpen()
{
    int quits = 0;
    connect(m_window.get(), &MainWindow::quitWanted, this, [&quits] { ++quits; });
    m_window->setStaysOnClose(true);
    lock();
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->isVisible());
    QCOMPARE(quits, 0);
    m_window->raiseToFront();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    QTRY_COMPARE(quits, 1);
}

void TestWindowLock::lateInput_locksAndDoesNothingElse()
{
    m_files->settings.setIdleLockMinutes(15);
    choose(0);
    m_clock.sleep(16min);
    QTest::keyClick(list(), Qt::Key_Down);
    QVERIFY(m_lock->isLocked());
    QCOMPARE(shown(), QStringLiteral("exec-0001"));
    QTRY_VERIFY(page() != nullptr);
    QCOMPARE(m_flow->cause(), LockCause::Idle);
}

//! A key that is a command's reaches no window as a key.
void TestWindowLock::lateShortcut_locksAndDoesNothingElse()
{
    m_files->settings.setIdleLockMinutes(15);
    choose(0);
    m_clock.sleep(16min);
    QTest::keyClick(m_window->windowHandle(), Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(m_lock->isLocked());
    QTRY_VERIFY(page() != nullptr);
    QVERIFY(m_dialog.isNull());
}

void TestWindowLock::shortcut_putsIdleOff()
{
    m_files->settings.setIdleLockMinutes(5);
    for (int i = 0; i < 3; ++i) {
        m_clock.advance(4min);
        QTest::keyClick(m_window->windowHandle(), Qt::Key_F5);
        m_clock.advance(4min);
        m_flow->checkIdle();
        QVERIFY(!m_lock->isLocked());
        QTest::keyClick(m_window->windowHandle(), Qt::Key_F5);
    }
}

void TestWindowLock::keysUntilItIsCovered_reachNothing()
{
    choose(0);
    m_lock->lock();
    QVERIFY(page() == nullptr);
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(page() == nullptr);
    QCOMPARE(shown(), QStringLiteral("exec-0001"));
    QVERIFY(m_dialog.isNull());
    QTRY_VERIFY(page() != nullptr);
    unlock();
    QTRY_COMPARE(shown(), QStringLiteral("exec-0001"));
}

void TestWindowLock::input_putsIdleOff()
{
    m_files->settings.setIdleLockMinutes(5);
    for (int i = 0; i < 3; ++i) {
        m_clock.advance(4min);
        QTest::keyClick(list(), Qt::Key_Down);
        m_clock.advance(4min);
        QTest::mouseMove(m_window->windowHandle(), QPoint(100 + i, 100));
        m_flow->checkIdle();
        QVERIFY(!m_lock->isLocked());
    }
    m_clock.advance(5min);
    m_flow->checkIdle();
    QVERIFY(m_lock->isLocked());
}

//! As while something is dragged: what waits for the loop's end stands on widgets.
void TestWindowLock::innerLoop_isEndedFirst()
{
    const QPointer<InboxList> before = list();
    QEventLoop outer;
    QEventLoop inner;
    bool wasThere = false;
    bool wasVisible = true;
    QTimer::singleShot(0, &outer, [&] {
        QTimer::singleShot(0, &inner, [&] { m_lock->lock(); });
        QTimer::singleShot(100, &inner, [&] {
            wasThere = !before.isNull();
            wasVisible = before && before->isVisible();
            inner.quit();
        });
        inner.exec();
        QVERIFY(!before.isNull()); // somebody on the stack goes on with it
        outer.quit();
    });
    outer.exec();
    QVERIFY(wasThere);
    QVERIFY(!wasVisible);
    QTRY_VERIFY(before.isNull());
    QTRY_VERIFY(page()->isVisible());
}

void TestWindowLock::unlockedDuringAnInnerLoop_showsItAgain()
{
    choose(0);
    const QPointer<InboxList> before = list();
    QEventLoop outer;
    QEventLoop inner;
    QTimer::singleShot(0, &outer, [&] {
        QTimer::singleShot(0, &inner, [&] { m_lock->lock(); });
        QTimer::singleShot(30, &inner, [&] { m_lock->unlock(); });
        QTimer::singleShot(60, &inner, [&] { inner.quit(); });
        inner.exec();
        outer.quit();
    });
    outer.exec();
    QTRY_VERIFY(before.isNull());
    const auto *review = m_window->findChild<ReviewPage *>();
    QTRY_VERIFY(review->isVisible()); // in this width it stands in the list's place
    QVERIFY(page() == nullptr);
    QTRY_COMPARE(shown(), QStringLiteral("exec-0001"));
}

void TestWindowLock::lockedFromTheStart()
{
    m_window.reset();
    m_lock->lock();
    m_window = newWindow();
    m_window->show();
    QTRY_VERIFY(page() != nullptr && page()->isVisible());
    unlock();
    QTRY_VERIFY(list()->isVisible());
}

void TestWindowLock::manyTimes()
{
    for (int i = 0; i < 10; ++i) {
        choose(i % 9);
        m_window->action(Command::Settings)->trigger();
        // Two changes before the window comes to them are none.
        m_lock->lock();
        m_lock->unlock();
        QCoreApplication::processEvents();
        QVERIFY(list() != nullptr);
        lock();
        unlock();
    }
    QCOMPARE(m_window->findChildren<QMenuBar *>().size(), 1);
    QCOMPARE(m_window->menuBar()->actions().size(), 5);
    QCOMPARE(m_window->findChildren<QLabel *>(QStringLiteral("statusLabel")).size(), 1);
    QVERIFY(m_window->findChildren<QDialog *>().isEmpty());
}

QTEST_MAIN(TestWindowLock)
#include "tst_windowlock.moc"
