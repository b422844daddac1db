// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/drafts.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

WaitRowId rowId(const QString &execution, const QString &task = QStringLiteral("t"))
{
    return {{ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))},
            ExecutionId(execution),
            TaskExecutionId(task)};
}

} // namespace

class tst_Drafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void note_isThereAfterRestart();
    void note_isInTheFileSoonAfterTyping();
    void emptied_isForgotten();
    void tasksOfOneRun_areApart();
    void old_areForgotten();
    void tooMany_oldestGoFirst();
    void damagedFile_isNamedAndNotOverwritten();
    void parameters_areThereAfterRestartForEachTask();
    void parameters_standBesideTheNote();
    void parameters_tooLongOnesLeaveWhatWasThere();
    void manyLargeOnes_areReadAgainAndOldestGoFirst();
    void fileWithoutParameters_isRead();
};

void tst_Drafts::note_isThereAfterRestart()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("d.json"));
    const ManualClock clock;
    const QString note = QStringLiteral("第一行\n  two \"quotes\" \U0001F600\u00a0");
    {
        Drafts drafts(path, clock);
        drafts.keep(rowId(QStringLiteral("exec-1")), note);
    }
    QCOMPARE(Drafts(path, clock).note(rowId(QStringLiteral("exec-1"))), note);
}

void tst_Drafts::note_isInTheFileSoonAfterTyping()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("d.json"));
    const ManualClock clock;
    Drafts drafts(path, clock);
    // A person who types without a pause must not put the writing off.
    QString typed;
    const auto isWritten = [&] {
        typed += QLatin1Char('x');
        drafts.keep(rowId(QStringLiteral("exec-1")), typed);
        QFile file(path);
        return file.open(QIODevice::ReadOnly) && file.readAll().contains("xx");
    };
    QVERIFY(QTest::qWaitFor(isWritten, 2'000));
}

void tst_Drafts::emptied_isForgotten()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    const QString path = folder.filePath(QStringLiteral("d.json"));
    {
        Drafts drafts(path, clock);
        drafts.keep(rowId(QStringLiteral("exec-1")), QStringLiteral("a"));
        drafts.keep(rowId(QStringLiteral("exec-1")), {});
        QCOMPARE(drafts.count(), 0);
    }
    QCOMPARE(Drafts(path, clock).count(), 0);
}

void tst_Drafts::tasksOfOneRun_areApart()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    Drafts drafts(folder.filePath(QStringLiteral("d.json")), clock);
    drafts.keep(rowId(QStringLiteral("exec-1"), QStringLiteral("a")), QStringLiteral("one"));
    drafts.keep(rowId(QStringLiteral("exec-1"), QStringLiteral("b")), QStringLiteral("two"));
    QCOMPARE(drafts.note(rowId(QStringLiteral("exec-1"), QStringLiteral("a"))),
             QStringLiteral("one"));
    QCOMPARE(drafts.note(rowId(QStringLiteral("exec-1"), QStringLiteral("b"))),
             QStringLiteral("two"));
}

void tst_Drafts::old_areForgotten()
{
    const QTemporaryDir folder;
    ManualClock clock;
    const QString path = folder.filePath(QStringLiteral("d.json"));
    {
        Drafts drafts(path, clock);
        drafts.keep(rowId(QStringLiteral("exec-1")), QStringLiteral("a"));
    }
    clock.advance(std::chrono::hours(24 * 29));
    QCOMPARE(Drafts(path, clock).count(), 1);
    clock.advance(std::chrono::hours(48));
    QCOMPARE(Drafts(path, clock).count(), 0);
}

void tst_Drafts::tooMany_oldestGoFirst()
{
    const QTemporaryDir folder;
    ManualClock clock;
    Drafts drafts(folder.filePath(QStringLiteral("d.json")), clock);
    for (int i = 0; i <= Drafts::mostDrafts; ++i) {
        clock.advance(std::chrono::seconds(1));
        drafts.keep(rowId(QStringLiteral("exec-%1").arg(i)), QStringLiteral("n"));
    }
    QCOMPARE(drafts.count(), Drafts::mostDrafts);
    QVERIFY(drafts.note(rowId(QStringLiteral("exec-0"))).isEmpty());
    QVERIFY(!drafts.note(rowId(QStringLiteral("exec-1"))).isEmpty());
}

void tst_Drafts::damagedFile_isNamedAndNotOverwritten()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("d.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version":1,"drafts":[{"note":"precious)");
    file.close();
    const ManualClock clock;
    Drafts drafts(path, clock);
    QVERIFY(drafts.problem());
    drafts.keep(rowId(QStringLiteral("exec-1")), QStringLiteral("new"));
    QVERIFY(drafts.flush());
    QFile kept(folder.filePath(drafts.problem()->keptAs));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(kept.readAll().contains("precious"));
}

void tst_Drafts::parameters_areThereAfterRestartForEachTask()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("d.json"));
    const ManualClock clock;
    const WaitRowId id = rowId(QStringLiteral("exec-1"), {});
    // Half typed, with what JSON has to escape.
    const QString text = QStringLiteral("{\n\t\"a\\u0041\": 1.0e+2, \"名\" :[\u0001 \U0001F600");
    {
        Drafts drafts(path, clock);
        drafts.keepParameters(id, QStringLiteral("stop"), text);
        drafts.keepParameters(id, QStringLiteral("Stop"), QStringLiteral("{}"));
        drafts.keepParameters(id, {}, QStringLiteral("{ }"));
        QCOMPARE(drafts.count(), 1);
    }
    Drafts drafts(path, clock);
    QCOMPARE(drafts.parameters(id, QStringLiteral("stop")), text);
    QCOMPARE(drafts.parameters(id, QStringLiteral("Stop")), QStringLiteral("{}"));
    QCOMPARE(drafts.parameters(id, {}), QStringLiteral("{ }"));
    QVERIFY(drafts.parameters(id, QStringLiteral("other")).isEmpty());
    QVERIFY(drafts.note(id).isEmpty());
}

void tst_Drafts::parameters_standBesideTheNote()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("d.json"));
    const ManualClock clock;
    const WaitRowId id = rowId(QStringLiteral("exec-1"));
    {
        Drafts drafts(path, clock);
        drafts.keepParameters(id, QStringLiteral("t"), QStringLiteral("{}"));
        drafts.keep(id, QStringLiteral("note"));
        drafts.keep(id, {});
    }
    {
        Drafts drafts(path, clock);
        QCOMPARE(drafts.parameters(id, QStringLiteral("t")), QStringLiteral("{}"));
        drafts.keep(id, QStringLiteral("note"));
        drafts.keepParameters(id, QStringLiteral("t"), {});
    }
    Drafts drafts(path, clock);
    QVERIFY(drafts.parameters(id, QStringLiteral("t")).isEmpty());
    QCOMPARE(drafts.note(id), QStringLiteral("note"));
    drafts.keep(id, {});
    QCOMPARE(drafts.count(), 0);
}

void tst_Drafts::parameters_tooLongOnesLeaveWhatWasThere()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    Drafts drafts(folder.filePath(QStringLiteral("d.json")), clock);
    const WaitRowId id = rowId(QStringLiteral("exec-1"));
    const QString longest(Drafts::longestParameters, QLatin1Char('x'));
    drafts.keepParameters(id, QStringLiteral("t"), longest);
    QCOMPARE(drafts.parameters(id, QStringLiteral("t")), longest);
    drafts.keepParameters(id, QStringLiteral("t"), QString(longest + QLatin1Char('y')));
    QCOMPARE(drafts.parameters(id, QStringLiteral("t")), longest);
}

void tst_Drafts::manyLargeOnes_areReadAgainAndOldestGoFirst()
{
    const QTemporaryDir folder;
    ManualClock clock;
    const QString path = folder.filePath(QStringLiteral("d.json"));
    // Each takes six bytes a character in the file.
    const QString text(64 * 1024, QChar(1));
    constexpr int count = 40;
    {
        Drafts drafts(path, clock);
        for (int i = 0; i < count; ++i) {
            clock.advance(std::chrono::seconds(1));
            drafts.keepParameters(rowId(QStringLiteral("exec-%1").arg(i)), QStringLiteral("t"),
                                  text);
        }
        QVERIFY(drafts.flush());
    }
    const Drafts drafts(path, clock);
    QVERIFY(!drafts.problem());
    QVERIFY(drafts.count() >= 2);
    QCOMPARE(
        drafts.parameters(rowId(QStringLiteral("exec-%1").arg(count - 1)), QStringLiteral("t")),
        text);
    QVERIFY(drafts.parameters(rowId(QStringLiteral("exec-0")), QStringLiteral("t")).isEmpty());
}

void tst_Drafts::fileWithoutParameters_isRead()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("d.json"));
    const ManualClock clock;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"version\":1,\"drafts\":[{\"profile\":\"p\",\"region\":\"cn-hangzhou\","
               "\"execution\":\"exec-1\",\"task\":\"t\",\"note\":\"kept\",\"at\":\"" +
               clock.now().toString(Qt::ISODateWithMs).toLatin1() + "\"}]}");
    file.close();
    QCOMPARE(Drafts(path, clock).note(rowId(QStringLiteral("exec-1"))), QStringLiteral("kept"));
}

QTEST_GUILESS_MAIN(tst_Drafts)
#include "tst_drafts.moc"
