// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/observation.h"

#include <QTest>

using namespace countersign;

namespace {

QDateTime at(int minute, int milliseconds = 0)
{
    return {QDate(2026, 3, 2), QTime(8, minute, 0, milliseconds), Qt::UTC};
}

SeenRow row(const QString &id)
{
    SeenRow made;
    made.id = TaskExecutionId(id);
    made.taskName = QStringLiteral("重启 \"db\"\n");
    made.loopItem = QStringLiteral("{\"a\": [1, 2]}");
    made.parentTaskExecutionId = TaskExecutionId(QStringLiteral("exec-1.t0"));
    made.childExecutionId = ExecutionId(QStringLiteral("exec-2"));
    made.status = RunStatus::Waiting;
    made.statusText = QStringLiteral("Waiting");
    made.startDate = at(1);
    made.updateDate = at(2, 7);
    made.note = QStringLiteral("同意 😀");
    return made;
}

Observation full()
{
    Observation made;
    made.run = SeenRun{RunStatus::Running, QStringLiteral("Running"), at(3)};
    made.row = row(QStringLiteral("exec-1.t1"));
    made.waitingRows = {*made.row, row(QStringLiteral("exec-1.t2#3"))};
    SeenRow strange = row(QStringLiteral("exec-1.t3"));
    strange.status = RunStatus::Unknown;
    strange.statusText = QStringLiteral("Dreaming");
    strange.note = QString(QChar(0xD800)); // half a character, as a service may send it
    made.rows = std::vector<SeenRow>{made.waitingRows[0], made.waitingRows[1], strange};
    return made;
}

} // namespace

class tst_Observation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_readBack_isTheSame_data();
    void text_readBack_isTheSame();
    void text_ofARun_isWhatIsKept();
    void seenRow_takesWhatTellsAnEffect();
    void hostileText_givesNothing_data();
    void hostileText_givesNothing();
};

void tst_Observation::text_readBack_isTheSame_data()
{
    QTest::addColumn<Observation>("observation");
    QTest::newRow("full") << full();
    QTest::newRow("nothing at all") << Observation();
    Observation gone = full();
    gone.run.reset();
    gone.row.reset();
    QTest::newRow("gone") << gone;
    Observation noRows = full();
    noRows.rows.reset();
    QTest::newRow("not all rows") << noRows;
    Observation empty = full();
    empty.rows = std::vector<SeenRow>();
    QTest::newRow("no rows") << empty;
}

void tst_Observation::text_readBack_isTheSame()
{
    QFETCH(Observation, observation);
    const auto back = observationFrom(observationText(observation));
    QVERIFY(back);
    QVERIFY(*back == observation);
}

void tst_Observation::text_ofARun_isWhatIsKept()
{
    Observation made;
    made.run = SeenRun{RunStatus::Waiting, QStringLiteral("Waiting"), at(3)};
    QCOMPARE(observationText(made),
             QByteArray(R"({"v":1,"run":["Waiting","2026-03-02T08:03:00.000Z"],"row":null,)"
                        R"("waiting":[],"rows":null})"));
}

void tst_Observation::seenRow_takesWhatTellsAnEffect()
{
    TaskExecution task;
    task.id = TaskExecutionId(QStringLiteral("exec-1.t1"));
    task.taskName = QStringLiteral("ask");
    task.status = RunStatus::Success;
    task.statusText = QStringLiteral("Success");
    task.endDate = at(9);
    task.extraData.json = Json::parse(R"({"NotifyNote":"ok","Secret":"s3cr3t"})").json;
    task.properties.json = Json::parse(R"({"Password":"s3cr3t"})").json;
    task.outputs.json = Json::parse(R"({"Token":"s3cr3t"})").json;
    const SeenRow seen = seenRow(task);
    QCOMPARE(seen.note, QStringLiteral("ok"));
    QCOMPARE(seen.endDate, at(9));
    Observation observation;
    observation.row = seen;
    QVERIFY(!observationText(observation).contains("s3cr3t"));
}

void tst_Observation::hostileText_givesNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = observationText(full());
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("cut") << good.chopped(1);
    QTest::newRow("twice") << QByteArray(good + good);
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no members") << QByteArray("{}");
    QTest::newRow("another version")
        << QByteArray(R"({"v":2,"run":null,"row":null,"waiting":[],"rows":null})");
    QTest::newRow("version as text")
        << QByteArray(R"({"v":"1","run":null,"row":null,"waiting":[],"rows":null})");
    QTest::newRow("no version") << QByteArray(
        R"({"run":null,"row":null,"waiting":[],"rows":null})");
    QTest::newRow("a member too many")
        << QByteArray(R"({"v":1,"run":null,"row":null,"waiting":[],"rows":null,"x":1})");
    QTest::newRow("run is a number")
        << QByteArray(R"({"v":1,"run":5,"row":null,"waiting":[],"rows":null})");
    QTest::newRow("run is short") << QByteArray(
        R"({"v":1,"run":["Waiting"],"row":null,"waiting":[],"rows":null})");
    QTest::newRow("run holds a number")
        << QByteArray(R"({"v":1,"run":["Waiting",3],"row":null,"waiting":[],"rows":null})");
    QTest::newRow("time is none") << QByteArray(
        R"({"v":1,"run":["Waiting","soon"],"row":null,"waiting":[],"rows":null})");
    QTest::newRow("time without zone") << QByteArray(
        R"({"v":1,"run":["W","2026-03-02T08:03:00.000"],"row":null,"waiting":[],"rows":null})");
    QTest::newRow("row is an object")
        << QByteArray(R"({"v":1,"run":null,"row":{},"waiting":[],"rows":null})");
    QTest::newRow("waiting is null")
        << QByteArray(R"({"v":1,"run":null,"row":null,"waiting":null,"rows":null})");
    QTest::newRow("a bad row among the waiting")
        << QByteArray(R"({"v":1,"run":null,"row":null,"waiting":[[]],"rows":null})");
    QTest::newRow("rows is a text")
        << QByteArray(R"({"v":1,"run":null,"row":null,"waiting":[],"rows":"[]"})");
    QTest::newRow("a bad row among all")
        << QByteArray(R"({"v":1,"run":null,"row":null,"waiting":[],"rows":[null]})");
    QTest::newRow("deep") << QByteArray(QByteArray(100'000, '[') + QByteArray(100'000, ']'));
}

void tst_Observation::hostileText_givesNothing()
{
    QFETCH(QByteArray, text);
    QVERIFY(!observationFrom(text));
}

QTEST_GUILESS_MAIN(tst_Observation)
#include "tst_observation.moc"
