// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine.h"
#include "app/sandbox/engine/callscript.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace countersign;
using namespace countersign::sandbox;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

//! Fails the first calls of one API at each place.
class FirstCallsFail : public CallScript
{
public:
    FirstCallsFail(const QString &api, int count)
        : m_api(api)
        , m_count(count)
    {
    }
    std::optional<ScriptedAnswer> answerTo(const CallSite &site) override
    {
        if (site.api != m_api || site.attempt > m_count)
            return {};
        ScriptedAnswer answer;
        answer.failure = ScriptedFailure{text("Busy"), text("Not now.")};
        return answer;
    }

private:
    QString m_api;
    int m_count;
};

//! A file of tests/data/templates under way, with all others stored beside it.
class Story
{
public:
    explicit Story(CallScript *script = nullptr)
        : engine(Engine::Options{2000.0, 7, {}, script})
    {
        const QDir folder(text(TEST_DATA "/templates"));
        for (const QFileInfo &file : folder.entryInfoList({text("*.yml")}, QDir::Files)) {
            QFile content(file.filePath());
            if (!content.open(QIODevice::ReadOnly))
                continue;
            const auto refusal =
                engine.addTemplate(file.completeBaseName(), QString::fromUtf8(content.readAll()),
                                   text("author(200000000000000043)"));
            if (refusal)
                problems += file.fileName() + text(": ") + refusal->message;
        }
    }

    bool start(StartRequest request)
    {
        request.region = text("cn-hangzhou");
        request.accountId = text("1000000000000001");
        request.executedBy = text("li.wei(200000000000000101)");
        const Engine::StartOutcome outcome = engine.start(request);
        id = outcome.executionId;
        if (outcome.refusal)
            problems += outcome.refusal->message;
        return !outcome.refusal;
    }

    const ExecutionRecord &record() const { return *engine.execution(id); }
    QString status() const { return record().fields.statusText; }

    //! "type user-or-task parameters" of each answer, in order; a run that waits gets the next.
    void answer(const QStringList &answers)
    {
        for (const QString &words : answers) {
            const ExecutionRecord *waiting = nullptr;
            if (!QTest::qWaitFor([&] { return (waiting = waitingRun()) != nullptr; }, 5000)) {
                problems += text("nothing waits for ") + words + text("; it is ") + status();
                return;
            }
            NotifyRequest request;
            request.executionId = waiting->fields.id.text();
            request.notifyType = words.section(u' ', 0, 0);
            request.userName = text("li.wei");
            const QString more = words.section(u' ', 1, 1);
            if (request.notifyType == u"ExecuteTask") {
                request.taskName = more;
                request.parameters = words.section(u' ', 2);
            } else if (request.notifyType == u"CompleteExecution") {
                request.executionStatus = more;
            } else {
                request.userName = more.isEmpty() ? request.userName : more;
                request.taskExecutionId = waitingRow(*waiting);
            }
            if (const auto refusal = engine.notify(request))
                problems += words + text(" refused: ") + refusal->message;
        }
    }

    //! task=State*count, in the order in which each came up first.
    QString rows() const
    {
        std::vector<std::pair<QString, int>> counts;
        for (const TaskExecution &row : record().tasks) {
            const QString name = row.taskName + u'=' + row.statusText;
            const auto known = std::find_if(counts.begin(), counts.end(),
                                            [&](const auto &pair) { return pair.first == name; });
            if (known == counts.end())
                counts.emplace_back(name, 1);
            else
                ++known->second;
        }
        QStringList words;
        for (const auto &[name, count] : counts)
            words << (count == 1 ? name : name + u'*' + QString::number(count));
        return words.join(u' ');
    }

    Engine engine;
    QString id;
    QStringList problems;

private:
    bool isOfThisRun(const ExecutionRecord &other) const
    {
        const ExecutionRecord *at = &other;
        while (at && at->fields.id.text() != id)
            at = engine.execution(at->fields.parentExecutionId.text());
        return at != nullptr;
    }

    //! The youngest run of the family that waits for a person.
    const ExecutionRecord *waitingRun() const
    {
        const std::vector<const ExecutionRecord *> all = engine.executions();
        const auto found = std::find_if(all.rbegin(), all.rend(), [this](const auto *record) {
            return record->fields.status == RunStatus::Waiting && isOfThisRun(*record);
        });
        return found == all.rend() ? nullptr : *found;
    }

    static QString waitingRow(const ExecutionRecord &record)
    {
        for (const TaskExecution &row : record.tasks) {
            if (row.status == RunStatus::Waiting)
                return row.id.text();
        }
        return {};
    }
};

} // namespace

//! Each template of tests/data/templates shows one thing of the language and is brought to the end
//! that the language's description gives it.
class TestFeatureTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allAreTaken();
    void ends_data();
    void ends();
    void retries_data();
    void retries();
    void triggers_waitForNoPerson_data();
    void triggers_waitForNoPerson();
};

void TestFeatureTemplates::allAreTaken()
{
    const Story story;
    QCOMPARE(story.problems, QStringList());
    QVERIFY(story.engine.templates().size() >= 28);
}

void TestFeatureTemplates::ends_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("start"); // Parameters, then Mode and the like
    QTest::addColumn<QStringList>("answers");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QByteArray>("outputs");
    const auto row = [](const char *title, const char *name, const char *start, const char *answers,
                        const char *status, const char *rows, const char *outputs = "{}") {
        QTest::newRow(title) << text(name) << QByteArray(start)
                             << text(answers).split(u';', Qt::SkipEmptyParts) << text(status)
                             << text(rows) << QByteArray(outputs);
    };
    const char *three = R"({"servers":["i-bp1a01","i-bp1a02","i-bp1a03"]})";
    const char *five = R"({"servers":["i-bp1a01","i-bp1a02","i-bp1a03","i-bp1a04","i-bp1a05"]})";

    row("loop", "loop-concurrency", three, "", "Success", "readFleet=Success*4",
        R"({"ids":["i-bp1a01","i-bp1a02","i-bp1a03"],"total":3})");
    row("loop over nothing", "loop-concurrency", R"({"servers":[]})", "", "Success",
        "readFleet=Success", R"({"ids":[],"total":0})");
    row("batches", "loop-batches", five, "", "Success", "restart=Success*6");
    row("pause after each batch", "loop-batch-pause", five, "Approve;Approve", "Success",
        "restart=Success*6");
    row("pause after the first batch", "loop-batch-pause-beside-items", five, "Approve", "Success",
        "restart=Success*6");
    row("no pause", "loop-batch-pause-beside-items",
        R"({"servers":["i-bp1a01","i-bp1a02"],"option":"Automatic"})", "", "Success",
        "restart=Success*3");
    row("half may fail", "loop-errors", R"({"servers":["none","i-bp1a02"]})", "", "Success",
        "restart=Success*2 restart=Failed");
    row("none may fail", "loop-errors", R"({"servers":["i-bp1a01","none"],"maxErrors":"0"})", "",
        "Failed", "restart=Failed*2 restart=Success");
    row("one item is spared", "loop-when",
        R"({"servers":["i-bp1a01","i-bp1a02"],"spared":"i-bp1a01"})", "", "Success",
        "restart=Success*2 restart=Skipped", R"({"requests":[null,"36"]})");
    row("loop of tasks", "loop-of-tasks", R"({"servers":["i-bp1a01","i-bp1a02"]})", "", "Success",
        "eachServer=Success*3", R"({"ids":["i-bp1a01","i-bp1a02"]})");
    row("child", "child-of-template", R"({"servers":["i-bp1a01"]})", "Approve", "Success",
        "askFirst=Success restart=Success", R"({"subject":"restart of [\"i-bp1a01\"]"})");
    row("child rejected", "child-of-template", "{}", "Reject", "Cancelled", "askFirst=Cancelled",
        R"({"subject":null})");
    row("children of a loop", "children-in-loop", R"({"servers":["a","b","c"]})",
        "Approve;Approve;Approve", "Success", "askEach=Success*4", R"({"subjects":["a","b","c"]})");
    row("targets by id", "select-targets",
        R"({"targets":{"Type":"ResourceIds","RegionId":"cn-hangzhou","ResourceIds":["i-bp1a01"]}})",
        "", "Success", "choose=Success", R"({"ids":["i-bp1a01"]})");
    row("pause", "pause", "{}", "Approve", "Success", "first=Success look=Success second=Success");
    row("pause rejected", "pause", "{}", "Reject", "Cancelled", "first=Success look=Cancelled");
    row("risk, not asked", "risk", "{}", "", "Success",
        "deleteSnapshot=Success deleteServer=Success readServer=Success");
    row("risk, asked", "risk", R"({} SafetyCheck=ConfirmEveryHighRiskAction)", "Approve;Approve",
        "Success", "deleteSnapshot=Success deleteServer=Success readServer=Success");
    row("risk, refused", "risk", R"({} SafetyCheck=ConfirmEveryHighRiskAction)", "Reject",
        "Cancelled", "deleteSnapshot=Success deleteServer=Cancelled");
    row("wait and check", "wait-and-check", "{}", "", "Success",
        "stop=Success isStopped=Success isNotRunning=Success");
    row("error", "on-error", "{}", "", "Failed", "fails=Failed cleanUp=Success");
    row("error, paused", "on-error", "{} Mode=FailurePause", "SkipTask", "Success",
        "fails=Skipped neverReached=Success cleanUp=Success");
    row("error that does not count", "is-critical", "{}", "", "Success",
        "fails=Failed goesOn=Success last=Success");
    row("condition true", "conditions", R"({"stage":"production"})", "Approve", "Success",
        "askInProduction=Success inTest=Skipped inProduction=Success",
        R"({"total":null,"where":"live"})");
    row("condition false", "conditions", R"({"stage":"test"})", "", "Success",
        "askInProduction=Skipped inTest=Success", R"({"total":3,"where":"rehearsal"})");
    row("choice, end", "choice", R"({"size":0})", "", "Success", "decide=Success", R"({"size":0})");
    row("choice, first", "choice", R"({"size":1})", "", "Success", "decide=Success one=Success",
        R"({"size":1})");
    row("choice, default", "choice", R"({"size":2})", "", "Success", "decide=Success many=Success",
        R"({"size":2})");
    row("functions", "functions", "{}", "", "Success", "rest=Success",
        R"({"joined":"a-3-true","split":["a/","c1"],"replaced":"names: [\"db-1\",\"db-2\"]",
            "substituted":"blue ${other}","missing":"","last":"web-2","cut":["web-1"],
            "merged":["a","b","c"],"rows":[{"A":1,"B":"x"},{"A":2,"B":"x"}],"union":["a","b"],
            "both":["b"],"other":["a","c"],"largest":3,"queried":[2,3],"encoded":"aGVsbG8=",
            "decoded":"hello","hours":-168,"earlier":"2026-03-01T08Z","between":"PT11H30M"})");
    row("approvals", "approvals", "{}", "Approve li.wei;Approve anna.k;Approve tomas.r", "Success",
        "twoOfThree=Success anybody=Success");
    row("product actions", "product-actions", "{}", "", "Success", "say=Success image=Success",
        R"({"said":"hello"})");
    row("own service", "own-service", "{}", "", "Success", "readSelf=Success readTemplate=Success",
        R"({"who":"me","mode":"Automatic","begins":"# SPDX"})");
    row("debug, step by step", "debug-steps", "{} Mode=Debug",
        "ExecuteTask readFleet {};ExecuteTask rest {};ExecuteTask tag {};CompleteExecution Success",
        "Success", "readFleet=Success rest=Success tag=Success", R"({"total":3})");
    row("debug, ended as failed", "debug-steps", "{} Mode=Debug",
        "ExecuteTask readFleet {};CompleteExecution Failed", "Failed", "readFleet=Success",
        R"({"total":3})");
}

void TestFeatureTemplates::ends()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, start);
    QFETCH(QStringList, answers);
    QFETCH(QByteArray, outputs);
    Story story;
    StartRequest request;
    request.templateName = name;
    request.parameters = QString::fromUtf8(start);
    for (const auto &[key, place] :
         {std::pair{" Mode=", &request.mode}, std::pair{" SafetyCheck=", &request.safetyCheck}}) {
        const qsizetype at = start.indexOf(key);
        if (at >= 0) {
            *place = QString::fromUtf8(start.mid(at + qsizetype(qstrlen(key))));
            request.parameters = QString::fromUtf8(start.left(at));
        }
    }
    QVERIFY2(story.start(request), qUtf8Printable(story.problems.join(u'\n')));
    story.answer(answers);
    QCOMPARE(story.problems, QStringList());
    QTRY_VERIFY2_WITH_TIMEOUT(isFinal(story.record().fields.status),
                              qUtf8Printable(story.status() + text(" ") + story.rows()), 10'000);
    QTEST(story.rows(), "rows");
    QTEST(story.status(), "status");
    QCOMPARE(QString::fromUtf8(story.record().fields.outputs.json->compact()),
             QString::fromUtf8(Json::parse(outputs).json->compact()));
}

void TestFeatureTemplates::retries_data()
{
    QTest::addColumn<QString>("name");
    for (const char *kind : {"constant", "linear", "exponential"})
        QTest::newRow(kind) << QString(text("retries-") + text(kind));
}

void TestFeatureTemplates::retries()
{
    QFETCH(QString, name);
    for (const int failures : {2, 3}) {
        FirstCallsFail script(text("RebootInstance"), failures);
        Story story(&script);
        StartRequest request;
        request.templateName = name;
        QVERIFY(story.start(request));
        QTRY_COMPARE(story.status(), failures == 2 ? text("Success") : text("Failed"));
    }
}

void TestFeatureTemplates::triggers_waitForNoPerson_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("category");
    QTest::newRow("timer") << text("trigger-timer") << text("TimerTrigger");
    QTest::newRow("event") << text("trigger-event") << text("EventTrigger");
    QTest::newRow("alarm") << text("trigger-alarm") << text("AlarmTrigger");
}

void TestFeatureTemplates::triggers_waitForNoPerson()
{
    QFETCH(QString, name);
    Story story;
    StartRequest request;
    request.templateName = name;
    QVERIFY(story.start(request));
    QTEST(story.record().fields.category, "category");
    QTRY_COMPARE(story.status(), text("Waiting"));
    NotifyRequest approve;
    approve.executionId = story.id;
    approve.notifyType = text("Approve");
    QVERIFY(story.engine.notify(approve));
    QVERIFY(!story.engine.cancel(story.id));
    QTRY_COMPARE(story.status(), text("Cancelled"));
}

QTEST_GUILESS_MAIN(TestFeatureTemplates)
#include "tst_featuretemplates.moc"
