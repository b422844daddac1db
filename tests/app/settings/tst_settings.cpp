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
    QCOMPARE(settings.language(), QString());
    QVERIFY(settings.windowGeometry().isEmpty());
    QVERIFY(settings.splitterState().isEmpty());
    settings.setFirstReplyDeadline(std::chrono::seconds(30));
    settings.setTagInNote(TagInNote::WhenNeeded);
    settings.setLanguage({});
    settings.setWindowGeometry({});
    settings.setSplitterState({});
    QVERIFY(store.allKeys().isEmpty());
    QCOMPARE(Settings::keys().size(), std::size_t(5));
    QSet<QString> names;
    for (const Settings::Key &key : Settings::keys())
        names.insert(QString::fromLatin1(key.name));
    QCOMPARE(names.size(), 5);
}

void tst_Settings::change_isKeptAndTold()
{
    {
        QSettings store(m_file, QSettings::IniFormat);
        Settings settings(store);
        QSignalSpy deadline(&settings, &Settings::firstReplyDeadlineChanged);
        QSignalSpy tag(&settings, &Settings::tagInNoteChanged);
        QSignalSpy language(&settings, &Settings::languageChanged);
        QSignalSpy geometry(&settings, &Settings::windowGeometryChanged);
        QSignalSpy splitter(&settings, &Settings::splitterStateChanged);
        for (int twice = 0; twice < 2; ++twice) {
            settings.setFirstReplyDeadline(std::chrono::seconds(45));
            settings.setTagInNote(TagInNote::Never);
            settings.setLanguage(QStringLiteral("zh_CN"));
            settings.setWindowGeometry(QByteArray("\x01\x00\xff", 3));
            settings.setSplitterState("parts");
        }
        for (const QSignalSpy *spy : {&deadline, &tag, &language, &geometry, &splitter})
            QCOMPARE(spy->count(), 1);
    }
    QSettings store(m_file, QSettings::IniFormat);
    const Settings settings(store);
    QCOMPARE(settings.firstReplyDeadline(), std::chrono::seconds(45));
    QCOMPARE(settings.tagInNote(), TagInNote::Never);
    QCOMPARE(settings.language(), QStringLiteral("zh_CN"));
    QCOMPARE(settings.windowGeometry(), QByteArray("\x01\x00\xff", 3));
    QCOMPARE(settings.splitterState(), QByteArray("parts"));
    QCOMPARE(store.childGroups(),
             (QStringList{QStringLiteral("decisions"), QStringLiteral("display"),
                          QStringLiteral("window")}));
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
    QTest::newRow("list") << QByteArray("[decisions]\ntagInNote=a, b\nfirstReplySeconds=1, 2\n");
    QTest::newRow("number for bytes") << QByteArray("[window]\ngeometry=12\n");
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
    QVERIFY(settings.windowGeometry().isEmpty());
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
