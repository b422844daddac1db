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

QTEST_GUILESS_MAIN(tst_Drafts)
#include "tst_drafts.moc"
