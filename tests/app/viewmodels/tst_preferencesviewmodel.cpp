// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/personalfiles.h"
#include "app/viewmodels/preferencesviewmodel.h"
#include "tests/fakes/temporaryfiles.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using Page = PreferencesViewModel::Page;

namespace {

//! The desktop's entry, which can refuse.
struct Autostart
{
    bool isOn = false;
    QString refusal;
    AutostartControl control()
    {
        return {[this] { return isOn; },
                [this](bool wanted) {
                    if (refusal.isEmpty())
                        isOn = wanted;
                    return refusal;
                }};
    }
};

} // namespace

class tst_PreferencesViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void defaults_needNoRestoring();
    void changes_areWrittenAtOnce();
    void sameValue_isNoChange();
    void language_takesEffectLater();
    void tray_isExplainedWhileThereIsNone();
    void sessionLock_isExplainedWhereItIsNotHeard();
    void autostart_refusalIsSaid();
    void quietHours_areASentence_data();
    void quietHours_areASentence();
    void restore_isTakenBack_data();
    void restore_isTakenBack();
    void restore_leavesOtherPagesAlone();
    void undo_endsWithTheNextChange();
    void undo_endsWithTheDialog();
    void recentNotes_areForgottenAndBack();
    void usualNotes_areWrittenDown();
    void usualNotes_removingIsTakenBack();
    void usualNotes_problemsAreSaid_data();
    void usualNotes_problemsAreSaid();
    void usualNotes_listIsFull();
    void unwritableFolder_isSaid();

private:
    void changePage(Page page);

    std::unique_ptr<TemporaryFiles> m_person;
    Autostart m_autostart;
    std::unique_ptr<PreferencesViewModel> m_preferences;
};

void tst_PreferencesViewModel::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_person = std::make_unique<TemporaryFiles>();
    m_autostart = {};
    m_preferences = std::make_unique<PreferencesViewModel>(m_person->files, m_autostart.control());
}

void tst_PreferencesViewModel::cleanup()
{
    m_preferences.reset();
    m_person.reset();
}

void tst_PreferencesViewModel::defaults_needNoRestoring()
{
    for (const Page page :
         {Page::General, Page::Notices, Page::Decisions, Page::UsualNotes, Page::Locking}) {
        QVERIFY(!m_preferences->canRestore(page));
        m_preferences->restoreDefaults(page);
        QVERIFY(m_preferences->undoText(page).isEmpty());
    }
    QCOMPARE(m_preferences->problemText(), QString());
}

void tst_PreferencesViewModel::changePage(Page page)
{
    PreferencesViewModel &preferences = *m_preferences;
    switch (page) {
    case Page::General:
        preferences.setLanguage(QStringLiteral("zh_CN"));
        preferences.setColorScheme(ColorScheme::Dark);
        preferences.setOn(Switch::KeepInTray, false);
        preferences.setStartsWithSession(true);
        break;
    case Page::Notices:
        preferences.setOn(Switch::Notices, false);
        preferences.setOn(Switch::NamesInNotices, true);
        preferences.setOn(Switch::NoticeSound, true);
        preferences.setOn(Switch::NoticeOnSuccess, true);
        preferences.setOn(Switch::QuietHours, true);
        preferences.setQuietHours(QTime(20, 30), QTime(6, 15));
        preferences.setReminderMinutes(45);
        break;
    case Page::Decisions:
        preferences.setTagInNote(TagInNote::Never);
        preferences.setFirstReplySeconds(50);
        preferences.setOwnRequests(OwnRequests::Block);
        preferences.setOn(Switch::HasteWarning, false);
        preferences.setOn(Switch::RecentNotes, false);
        break;
    case Page::UsualNotes:
        preferences.addUsualNote(Act::Approve, QStringLiteral("in the calendar"));
        preferences.addUsualNote(Act::Reject, QStringLiteral("not in the calendar"));
        break;
    case Page::Locking:
        preferences.setOn(Switch::LockWithSession, false);
        preferences.setIdleLockMinutes(15);
        break;
    }
}

void tst_PreferencesViewModel::changes_areWrittenAtOnce()
{
    for (const Page page : {Page::General, Page::Notices, Page::Decisions})
        changePage(page);
    // Another program would read the file now.
    const SystemClock clock;
    const PersonalFiles again(m_person->folder.path(), clock);
    const Settings &settings = again.settings;
    QCOMPARE(settings.language(), QStringLiteral("zh_CN"));
    QCOMPARE(settings.colorScheme(), ColorScheme::Dark);
    QVERIFY(!settings.isOn(Switch::KeepInTray));
    QVERIFY(m_autostart.isOn);
    QVERIFY(!settings.isOn(Switch::Notices));
    for (const Switch on :
         {Switch::NamesInNotices, Switch::NoticeSound, Switch::NoticeOnSuccess, Switch::QuietHours})
        QVERIFY(settings.isOn(on));
    QCOMPARE(settings.quietFrom(), QTime(20, 30));
    QCOMPARE(settings.quietTo(), QTime(6, 15));
    QCOMPARE(settings.reminderMinutes(), 45);
    QCOMPARE(settings.tagInNote(), TagInNote::Never);
    QCOMPARE(settings.firstReplyDeadline(), std::chrono::seconds(50));
    QVERIFY(!settings.isOn(Switch::RecentNotes));
    QCOMPARE(settings.ownRequests(), OwnRequests::Block);
    QVERIFY(!settings.isOn(Switch::HasteWarning));
}

void tst_PreferencesViewModel::sameValue_isNoChange()
{
    QSignalSpy changed(m_preferences.get(), &PreferencesViewModel::changed);
    m_person->files.settings.setColorScheme(ColorScheme::Light);
    QCOMPARE(changed.count(), 1);
    m_preferences->setColorScheme(ColorScheme::Light);
    m_preferences->setOn(Switch::Notices, true);
    m_preferences->setQuietHours(QTime(22, 0), QTime(7, 0));
    m_preferences->setStartsWithSession(false);
    QCOMPARE(changed.count(), 1);
}

void tst_PreferencesViewModel::language_takesEffectLater()
{
    QStringList codes;
    for (const auto &language : m_preferences->languages())
        codes += language.code;
    QCOMPARE(codes, (QStringList{{}, QStringLiteral("en"), QStringLiteral("zh_CN")}));
    const QString before = m_preferences->languageText();
    m_preferences->setLanguage(QStringLiteral("zh_CN"));
    QVERIFY(m_preferences->languageText() != before);
    m_preferences->setLanguage({});
    QCOMPARE(m_preferences->languageText(), before);
}

void tst_PreferencesViewModel::tray_isExplainedWhileThereIsNone()
{
    QVERIFY(m_preferences->trayText().contains(QStringLiteral("no tray")));
    QSignalSpy changed(m_preferences.get(), &PreferencesViewModel::changed);
    m_preferences->setTrayReachable(true);
    m_preferences->setTrayReachable(true);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_preferences->trayText(), QString());
}

void tst_PreferencesViewModel::sessionLock_isExplainedWhereItIsNotHeard()
{
    QVERIFY(m_preferences->sessionLockText().startsWith(QStringLiteral("What the session")));
    QSignalSpy changed(m_preferences.get(), &PreferencesViewModel::changed);
    m_preferences->setSessionLockHeard(false);
    m_preferences->setSessionLockHeard(false);
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_preferences->sessionLockText().contains(QStringLiteral("cannot be heard")));
}

void tst_PreferencesViewModel::autostart_refusalIsSaid()
{
    m_autostart.refusal = QStringLiteral("The entry is not ours.");
    m_preferences->setStartsWithSession(true);
    QVERIFY(!m_preferences->startsWithSession());
    QCOMPARE(m_preferences->autostartText(), m_autostart.refusal);
    m_autostart.refusal.clear();
    m_preferences->setStartsWithSession(true);
    QVERIFY(m_preferences->startsWithSession());
    QCOMPARE(m_preferences->autostartText(), QString());
    // Whoever switches it off elsewhere is believed.
    m_autostart.isOn = false;
    QVERIFY(!m_preferences->startsWithSession());
}

void tst_PreferencesViewModel::quietHours_areASentence_data()
{
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("to");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("over midnight") << QTime(22, 0) << QTime(7, 0)
                                   << QStringLiteral("No notice is shown from 22:00 to 07:00 of "
                                                     "the next day.");
    QTest::newRow("by day") << QTime(12, 0) << QTime(13, 30)
                            << QStringLiteral("No notice is shown from 12:00 to 13:30.");
    QTest::newRow("none") << QTime(8, 0) << QTime(8, 0)
                          << QStringLiteral("Both times are the same, so there are no quiet "
                                            "hours.");
}

void tst_PreferencesViewModel::quietHours_areASentence()
{
    QFETCH(QTime, from);
    QFETCH(QTime, to);
    m_preferences->setQuietHours(from, to);
    QTEST(m_preferences->quietHoursText(), "sentence");
}

void tst_PreferencesViewModel::restore_isTakenBack_data()
{
    QTest::addColumn<Page>("page");
    QTest::newRow("General") << Page::General;
    QTest::newRow("Notices") << Page::Notices;
    QTest::newRow("Decisions") << Page::Decisions;
    QTest::newRow("UsualNotes") << Page::UsualNotes;
    QTest::newRow("Locking") << Page::Locking;
}

void tst_PreferencesViewModel::restore_isTakenBack()
{
    QFETCH(Page, page);
    const auto kept = [this] {
        QFile settings(m_person->folder.filePath(QStringLiteral("settings.ini")));
        const bool isThere = settings.open(QIODevice::ReadOnly);
        return QStringList{isThere ? QString::fromUtf8(settings.readAll()) : QString(),
                           m_preferences->usualNotes(Act::Approve).join(QLatin1Char('|')),
                           m_preferences->usualNotes(Act::Reject).join(QLatin1Char('|')),
                           QString::number(m_autostart.isOn)};
    };
    changePage(page);
    const QStringList changed = kept();
    QVERIFY(m_preferences->canRestore(page));
    m_preferences->restoreDefaults(page);
    QVERIFY(!m_preferences->canRestore(page));
    QVERIFY(!m_preferences->undoText(page).isEmpty());
    QCOMPARE(kept().join(QString()).trimmed(), QStringLiteral("0"));
    m_preferences->undo(page);
    QCOMPARE(kept(), changed);
    QVERIFY(m_preferences->canRestore(page));
    QVERIFY(m_preferences->undoText(page).isEmpty());
}

void tst_PreferencesViewModel::restore_leavesOtherPagesAlone()
{
    for (const Page page :
         {Page::General, Page::Notices, Page::Decisions, Page::UsualNotes, Page::Locking})
        changePage(page);
    m_preferences->restoreDefaults(Page::Notices);
    for (const Page page : {Page::General, Page::Decisions, Page::UsualNotes, Page::Locking}) {
        QVERIFY(m_preferences->canRestore(page));
        QVERIFY(m_preferences->undoText(page).isEmpty());
    }
    QCOMPARE(m_preferences->colorScheme(), ColorScheme::Dark);
    QCOMPARE(m_preferences->usualNotes(Act::Reject).size(), 1);
}

void tst_PreferencesViewModel::undo_endsWithTheNextChange()
{
    changePage(Page::Decisions);
    m_preferences->restoreDefaults(Page::Decisions);
    m_preferences->setColorScheme(ColorScheme::Light);
    QVERIFY(!m_preferences->undoText(Page::Decisions).isEmpty());
    m_preferences->setFirstReplySeconds(20);
    QVERIFY(m_preferences->undoText(Page::Decisions).isEmpty());
    m_preferences->undo(Page::Decisions);
    QCOMPARE(m_preferences->firstReplySeconds(), 20);
    QCOMPARE(m_preferences->tagInNote(), TagInNote::WhenNeeded);
    QCOMPARE(m_preferences->ownRequests(), OwnRequests::Warn);
}

void tst_PreferencesViewModel::undo_endsWithTheDialog()
{
    changePage(Page::Notices);
    m_preferences->restoreDefaults(Page::Notices);
    m_preferences->forgetUndo();
    QVERIFY(m_preferences->undoText(Page::Notices).isEmpty());
    m_preferences->undo(Page::Notices);
    QVERIFY(m_preferences->isOn(Switch::Notices));
}

void tst_PreferencesViewModel::recentNotes_areForgottenAndBack()
{
    NoteBook &notes = m_person->files.notes;
    QVERIFY(!m_preferences->hasRecentNotes());
    m_preferences->forgetRecentNotes();
    QVERIFY(m_preferences->undoText(Page::Decisions).isEmpty());
    notes.addRecent(Act::Approve, QStringLiteral("first"));
    notes.addRecent(Act::Approve, QStringLiteral("second"));
    notes.addRecent(Act::Reject, QStringLiteral("third"));
    QVERIFY(m_preferences->hasRecentNotes());
    m_preferences->forgetRecentNotes();
    QVERIFY(!m_preferences->hasRecentNotes());
    QVERIFY(notes.recent(Act::Reject).isEmpty());
    m_preferences->undo(Page::Decisions);
    QCOMPARE(notes.recent(Act::Approve),
             (QStringList{QStringLiteral("second"), QStringLiteral("first")}));
    QCOMPARE(notes.recent(Act::Reject), QStringList{QStringLiteral("third")});
}

void tst_PreferencesViewModel::usualNotes_areWrittenDown()
{
    const QString a = QStringLiteral("in the change calendar");
    const QString b = QStringLiteral("agreed with the owner\nby phone");
    const QString c = QStringLiteral("seen");
    m_preferences->addUsualNote(Act::Approve, QString(QLatin1Char(' ') + a + QLatin1Char('\n')));
    m_preferences->addUsualNote(Act::Approve, QStringLiteral("agreed with the owner\r\nby phone"));
    m_preferences->addUsualNote(Act::Approve, c);
    QCOMPARE(m_preferences->usualNotes(Act::Approve), (QStringList{a, b, c}));
    m_preferences->moveUsualNote(Act::Approve, 2, -1);
    m_preferences->moveUsualNote(Act::Approve, 0, -1);
    m_preferences->moveUsualNote(Act::Approve, 2, 1);
    QCOMPARE(m_preferences->usualNotes(Act::Approve), (QStringList{a, c, b}));
    m_preferences->changeUsualNote(Act::Approve, 1, QStringLiteral("seen by two"));
    m_preferences->changeUsualNote(Act::Approve, 7, QStringLiteral("nowhere"));
    m_preferences->changeUsualNote(Act::Approve, 0, b);
    QCOMPARE(m_preferences->usualNotes(Act::Approve),
             (QStringList{a, QStringLiteral("seen by two"), b}));
    QVERIFY(m_preferences->usualNotes(Act::Reject).isEmpty());
}

void tst_PreferencesViewModel::usualNotes_removingIsTakenBack()
{
    changePage(Page::UsualNotes);
    m_preferences->addUsualNote(Act::Approve, QStringLiteral("seen"));
    const QStringList before = m_preferences->usualNotes(Act::Approve);
    m_preferences->removeUsualNote(Act::Approve, 0);
    QCOMPARE(m_preferences->usualNotes(Act::Approve), QStringList{QStringLiteral("seen")});
    QVERIFY(!m_preferences->undoText(Page::UsualNotes).isEmpty());
    m_preferences->undo(Page::UsualNotes);
    QCOMPARE(m_preferences->usualNotes(Act::Approve), before);
    m_preferences->removeUsualNote(Act::Approve, -1);
    QCOMPARE(m_preferences->usualNotes(Act::Approve), before);
}

void tst_PreferencesViewModel::usualNotes_problemsAreSaid_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QStringLiteral(" \n ") << QStringLiteral("Write the note first");
    QTest::newRow("twice") << QStringLiteral("in the calendar ") << QStringLiteral("already");
    // security.md 6: 500 code points.
    QTest::newRow("long") << QString(501, QLatin1Char('x')) << QStringLiteral("500");
    QTest::newRow("hidden") << QStringLiteral("a\u202Eb") << QStringLiteral("cannot be seen");
    QTest::newRow("key") << QStringLiteral("key LTAI5tExampleExample12345")
                         << QStringLiteral("looks like a key");
}

void tst_PreferencesViewModel::usualNotes_problemsAreSaid()
{
    QFETCH(QString, note);
    QFETCH(QString, words);
    changePage(Page::UsualNotes);
    const QString problem = m_preferences->usualNoteProblem(Act::Approve, note, -1);
    QVERIFY2(problem.contains(words), qPrintable(problem));
    m_preferences->addUsualNote(Act::Approve, note);
    QCOMPARE(m_preferences->usualNotes(Act::Approve),
             QStringList{QStringLiteral("in the calendar")});
    // A note is not in its own way.
    QCOMPARE(m_preferences->usualNoteProblem(Act::Approve, QStringLiteral("in the calendar"), 0),
             QString());
}

void tst_PreferencesViewModel::usualNotes_listIsFull()
{
    for (int i = 0; i < NoteBook::mostUsual; ++i)
        m_preferences->addUsualNote(Act::Reject, QStringLiteral("note %1").arg(i));
    QCOMPARE(m_preferences->usualNotes(Act::Reject).size(), NoteBook::mostUsual);
    const QString one = QStringLiteral("one more");
    QVERIFY(m_preferences->usualNoteProblem(Act::Reject, one, -1).contains(QStringLiteral("full")));
    QCOMPARE(m_preferences->usualNoteProblem(Act::Reject, one, 3), QString());
}

void tst_PreferencesViewModel::unwritableFolder_isSaid()
{
    // A folder in the file's place cannot be written, not even by root.
    const QString place = m_person->folder.filePath(QStringLiteral("settings.ini"));
    QVERIFY(QDir().mkdir(place));
    m_preferences->setColorScheme(ColorScheme::Light);
    QVERIFY2(m_preferences->problemText().contains(QStringLiteral("settings.ini")),
             qPrintable(m_preferences->problemText()));
    QCOMPARE(m_preferences->colorScheme(), ColorScheme::Light);
}

QTEST_GUILESS_MAIN(tst_PreferencesViewModel)
#include "tst_preferencesviewmodel.moc"
