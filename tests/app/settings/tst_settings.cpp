// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <QFile>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

class tst_Settings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void table_defaultsAreNotWritten();
    void change_isKeptAndTold();
    void backToDefault_leavesTheFile();
    void deadline_staysWithinItsRange();
    void keepMonths_isOneOfTheChoices();
    void idleLock_isOneOfTheChoices();
    void unknownKeys_survive();
    void unusableValues_countAsNotThere_data();
    void unusableValues_countAsNotThere();
    void damagedFile_givesDefaults();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void tst_Settings::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_file = m_folder->filePath(QStringLiteral("settings.ini"));
}

void tst_Settings::table_defaultsAreNotWritten()
{
    QSettings store(m_file, QSettings::IniFormat);
    Settings settings(store);
    QCOMPARE(settings.firstReplyDeadline(), std::chrono::seconds(30));
    QCOMPARE(settings.tagInNote(), TagInNote::WhenNeeded);
    QCOMPARE(settings.ownRequests(), OwnRequests::Warn);
    QCOMPARE(settings.language(), QString());
    QVERIFY(settings.place(QStringLiteral("main")).isEmpty());
    QCOMPARE(settings.colorScheme(), ColorScheme::Desktop);
    QCOMPARE(settings.inboxOrder(), InboxOrder::LongestFirst);
    QCOMPARE(settings.quietFrom(), QTime(22, 0));
    QCOMPARE(settings.quietTo(), QTime(7, 0));
    QCOMPARE(settings.reminderMinutes(), 0);
    QCOMPARE(settings.idleLockMinutes(), 0);
    for (const Switch on : {Switch::Notices, Switch::KeepInTray, Switch::RecentNotes,
                            Switch::HasteWarning, Switch::LockWithSession})
        QVERIFY(settings.isOn(on));
    for (const Switch off :
         {Switch::NamesInNotices, Switch::NoticeOnSuccess, Switch::NoticeSound, Switch::QuietHours})
        QVERIFY(!settings.isOn(off));
    settings.setOn(Switch::Notices, true);
    settings.setColorScheme(ColorScheme::Desktop);
    settings.setInboxOrder(InboxOrder::LongestFirst);
    settings.setQuietHours(QTime(22, 0), QTime(7, 0));
    settings.setReminderMinutes(0);
    settings.setIdleLockMinutes(0);
    settings.setFirstReplyDeadline(std::chrono::seconds(30));
    settings.setTagInNote(TagInNote::WhenNeeded);
    settings.setOwnRequests(OwnRequests::Warn);
    settings.setLanguage({});
    settings.setPlace(QStringLiteral("main"), {});
    QVERIFY(store.allKeys().isEmpty());
    QCOMPARE(Settings::keys().size(), std::size_t(20));
    QSet<QString> names;
    for (const Settings::Key &key : Settings::keys())
        names.insert(QString::fromLatin1(key.name));
    QCOMPARE(names.size(), 20);
}

void tst_Settings::change_isKeptAndTold()
{
    {
        QSettings store(m_file, QSettings::IniFormat);
        Settings settings(store);
        QSignalSpy deadline(&settings, &Settings::firstReplyDeadlineChanged);
        QSignalSpy tag(&settings, &Settings::tagInNoteChanged);
        QSignalSpy own(&settings, &Settings::ownRequestsChanged);
        QSignalSpy language(&settings, &Settings::languageChanged);
        QSignalSpy look(&settings, &Settings::colorSchemeChanged);
        QSignalSpy order(&settings, &Settings::inboxOrderChanged);
        QSignalSpy flag(&settings, &Settings::switchChanged);
        for (int twice = 0; twice < 2; ++twice) {
            settings.setFirstReplyDeadline(std::chrono::seconds(45));
            settings.setTagInNote(TagInNote::Never);
            settings.setOwnRequests(OwnRequests::Block);
            settings.setLanguage(QStringLiteral("zh_CN"));
            settings.setColorScheme(ColorScheme::HighContrast);
            settings.setInboxOrder(InboxOrder::ByStarter);
            settings.setOn(Switch::NamesInNotices, true);
            settings.setQuietHours(QTime(20, 30), QTime(6, 15));
            settings.setReminderMinutes(99'999);
            settings.setPlace(QStringLiteral("main"), QByteArray("\x01\x00\xff", 3));
        }
        for (const QSignalSpy *spy : {&deadline, &tag, &own, &language, &look, &order, &flag})
            QCOMPARE(spy->count(), 1);
    }
    QSettings store(m_file, QSettings::IniFormat);
    const Settings settings(store);
    QCOMPARE(settings.firstReplyDeadline(), std::chrono::seconds(45));
    QCOMPARE(settings.tagInNote(), TagInNote::Never);
    QCOMPARE(settings.ownRequests(), OwnRequests::Block);
    QCOMPARE(settings.language(), QStringLiteral("zh_CN"));
    QCOMPARE(settings.place(QStringLiteral("main")), QByteArray("\x01\x00\xff", 3));
    QCOMPARE(settings.colorScheme(), ColorScheme::HighContrast);
    QCOMPARE(settings.inboxOrder(), InboxOrder::ByStarter);
    QVERIFY(settings.isOn(Switch::NamesInNotices));
    QCOMPARE(settings.quietFrom(), QTime(20, 30));
    QCOMPARE(settings.quietTo(), QTime(6, 15));
    QCOMPARE(settings.reminderMinutes(), 1'440);
    QCOMPARE(store.childGroups(),
             (QStringList{QStringLiteral("decisions"), QStringLiteral("display"),
                          QStringLiteral("inbox"), QStringLiteral("notices"),
                          QStringLiteral("places")}));
}

void tst_Settings::backToDefault_leavesTheFile()
{
    QSettings store(m_file, QSettings::IniFormat);
    Settings settings(store);
    settings.setTagInNote(TagInNote::Always);
    QCOMPARE(store.allKeys().size(), 1);
    settings.setTagInNote(TagInNote::WhenNeeded);
    QVERIFY(store.allKeys().isEmpty());
}

void tst_Settings::deadline_staysWithinItsRange()
{
    QSettings store(m_file, QSettings::IniFormat);
    Settings settings(store);
    settings.setFirstReplyDeadline(std::chrono::seconds(1));
    QCOMPARE(settings.firstReplyDeadline(), std::chrono::seconds(5));
    settings.setFirstReplyDeadline(std::chrono::hours(9));
    QCOMPARE(settings.firstReplyDeadline(), std::chrono::seconds(60));
}

void tst_Settings::idleLock_isOneOfTheChoices()
{
    QSettings store(m_file, QSettings::IniFormat);
    Settings settings(store);
    QSignalSpy told(&settings, &Settings::idleLockChanged);
    settings.setIdleLockMinutes(15);
    QCOMPARE(settings.idleLockMinutes(), 15);
    settings.setIdleLockMinutes(15);
    QCOMPARE(told.count(), 1);
    // A number that nobody could have chosen never locks, and says so once.
    settings.setIdleLockMinutes(1);
    QCOMPARE(settings.idleLockMinutes(), 0);
    QCOMPARE(told.count(), 2);
    QCOMPARE(told.back().front().toInt(), 0);
}

void tst_Settings::keepMonths_isOneOfTheChoices()
{
    QSettings store(m_file, QSettings::IniFormat);
    Settings settings(store);
    QCOMPARE(settings.keepMonths(), 0);
    QSignalSpy told(&settings, &Settings::keepMonthsChanged);
    settings.setKeepMonths(3);
    settings.setKeepMonths(3);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.front().front().toInt(), 3);
    QCOMPARE(store.value(QStringLiteral("decisions/keepMonths")).toInt(), 3);
    // Keeping too long harms nobody: what is not understood removes nothing.
    for (const QVariant &odd : {QVariant(-1), QVariant(2), QVariant(QStringLiteral("soon")),
                                QVariant(QStringLiteral("1e1"))}) {
        store.setValue(QStringLiteral("decisions/keepMonths"), odd);
        QCOMPARE(settings.keepMonths(), 0);
    }
    settings.setKeepMonths(0);
    QVERIFY(store.allKeys().isEmpty());
}

void tst_Settings::unknownKeys_survive()
{
    QSettings store(m_file, QSettings::IniFormat);
    store.setValue(QStringLiteral("future/setting"), 7);
    Settings settings(store);
    settings.setTagInNote(TagInNote::Always);
    settings.setTagInNote(TagInNote::WhenNeeded);
    store.sync();
    QSettings again(m_file, QSettings::IniFormat);
    QCOMPARE(again.value(QStringLiteral("future/setting")).toInt(), 7);
}

void tst_Settings::unusableValues_countAsNotThere_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("words for a number") << QByteArray("[decisions]\nfirstReplySeconds=soon\n");
    QTest::newRow("too small") << QByteArray("[decisions]\nfirstReplySeconds=0\n");
    QTest::newRow("too large") << QByteArray("[decisions]\nfirstReplySeconds=100000\n");
    QTest::newRow("unknown word") << QByteArray("[decisions]\ntagInNote=sometimes\n");
    QTest::newRow("unknown way with own runs") << QByteArray("[decisions]\nownRequests=maybe\n");
    QTest::newRow("list") << QByteArray("[decisions]\ntagInNote=a, b\nfirstReplySeconds=1, 2\n");
    QTest::newRow("word for a switch") << QByteArray("[notices]\nnames=maybe\nquietFrom=9\n");
    QTest::newRow("number for bytes") << QByteArray("[places]\nmain=12\n");
}

void tst_Settings::unusableValues_countAsNotThere()
{
    QFETCH(QByteArray, content);
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QSettings store(m_file, QSettings::IniFormat);
    const Settings settings(store);
    QCOMPARE(settings.firstReplyDeadline(), std::chrono::seconds(30));
    QCOMPARE(settings.tagInNote(), TagInNote::WhenNeeded);
    QCOMPARE(settings.ownRequests(), OwnRequests::Warn);
    QVERIFY(settings.place(QStringLiteral("main")).isEmpty());
    QVERIFY(!settings.isOn(Switch::NamesInNotices));
    QCOMPARE(settings.quietFrom(), QTime(22, 0));
}

void tst_Settings::damagedFile_givesDefaults()
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    static constexpr char damaged[] = "\x00\xff[decisions\nfirstReplySeconds==\n@Invalid(\n\n]]";
    file.write(damaged, sizeof damaged - 1);
    file.close();
    QSettings store(m_file, QSettings::IniFormat);
    Settings settings(store);
    QCOMPARE(settings.firstReplyDeadline(), std::chrono::seconds(30));
    QCOMPARE(settings.tagInNote(), TagInNote::WhenNeeded);
    settings.setTagInNote(TagInNote::Never);
    QCOMPARE(settings.tagInNote(), TagInNote::Never);
}

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"
