// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/retrycontrol.h"
#include "app/sandbox/engine/startparameters.h"
#include "app/sandbox/engine/timetext.h"

#include <QTest>

using namespace countersign;
using namespace countersign::sandbox;

class TestTemplateProgram : public QObject
{
    Q_OBJECT

private:
    static QString yaml(const QByteArray &rest)
    {
        return QString::fromUtf8("FormatVersion: OOS-2019-06-01\n" + rest);
    }

    static Scope scopeOf(const QByteArray &parameters)
    {
        Scope scope;
        const Compilation compiled = compileTemplate(
            yaml("Parameters:\n" + parameters +
                 "Tasks:\n- Name: a\n  Action: ACS::Sleep\n  Properties: {Duration: 1s}\n"));
        scope.program = compiled.program;
        return scope;
    }

private Q_SLOTS:
    void refused_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const char *rest, const char *reason) {
            QTest::newRow(name) << QByteArray(rest) << QString::fromLatin1(reason);
        };
        row("no tasks", "Tasks: []\n", "Tasks must be");
        row("twice", "Tasks:\n- {Name: a, Action: ACS::Sleep}\n- {Name: a, Action: ACS::Sleep}\n",
            "line 4: the task name a is used twice");
        row("target", "Tasks:\n- {Name: a, Action: ACS::Sleep, OnError: nowhere}\n", "nowhere");
        row("choice", "Tasks:\n- {Name: a, Action: ACS::Choice, Properties: {Choices: []}}\n",
            "DefaultTask");
        row("polling", "Tasks:\n- {Name: a, Action: ACS::WaitFor, Properties: {Service: ECS}}\n",
            "DesiredValues");
        row("no action", "Tasks:\n- {Name: a}\n", "no Action");
        row("unknown action",
            "Tasks:\n- {Name: a, Action: ACS::Sleep}\n- {Name: b, Action: "
            "ACS::ForEach}\n",
            "line 4: the task b has the unknown action ACS::ForEach");
        row("looped sleep", "Tasks:\n- {Name: a, Action: ACS::Sleep, Loop: {Items: [1]}}\n",
            "line 3: the task a cannot have Loop, because its action is ACS::Sleep");
        row("looped trigger",
            "Tasks:\n- {Name: a, Action: ACS::TimerTrigger, Loop: {Items: [1]}}\n",
            "cannot have Loop");
        row("looped choice",
            "Tasks:\n- {Name: a, Action: ACS::Choice, Loop: {Items: [1]}, Properties: "
            "{DefaultTask: a, Choices: []}}\n",
            "cannot have Loop");
        row("loop without items", "Tasks:\n- {Name: a, Action: ACS::Notify, Loop: {Outputs: {}}}\n",
            "has no Items");
        row("late trigger",
            "Tasks:\n- {Name: a, Action: ACS::Sleep}\n- {Name: b, Action: ACS::EventTrigger}\n",
            "line 4: the trigger b must be the first task");
        row("two triggers",
            "Tasks:\n- {Name: a, Action: ACS::AlarmTrigger}\n- {Name: b, Action: "
            "ACS::TimerTrigger}\n",
            "line 4: the trigger b must be the first task");
        row("template without name", "Tasks:\n- {Name: a, Action: ACS::Template}\n",
            "neither TemplateName nor TemplateContent");
        row("loop of nothing",
            "Tasks:\n- {Name: a, Action: ACS::Loop, Properties: {LoopItems: "
            "[1]}}\n",
            "needs LoopItems and LoopTasks");
        row("targets",
            "Tasks:\n- {Name: a, Action: ACS::SelectTargets, Properties: {Filters: "
            "[]}}\n",
            "needs ResourceType and Filters");
        row("inner task",
            "Tasks:\n- Name: a\n  Action: ACS::Loop\n  Properties:\n    LoopItems: [1]\n"
            "    LoopTasks:\n    - {Name: b, Action: ACS::Sleep, OnError: nowhere}\n",
            "line 8: the task b goes on to nowhere");
        row("inner trigger",
            "Tasks:\n- Name: a\n  Action: ACS::Loop\n  Properties:\n    LoopItems: [1]\n"
            "    LoopTasks:\n    - {Name: b, Action: ACS::TimerTrigger}\n",
            "line 8: the trigger b must be the first task");
        row("jump out of a loop",
            "Tasks:\n- Name: a\n  Action: ACS::Loop\n  Properties:\n    LoopItems: [1]\n"
            "    LoopTasks:\n    - {Name: b, Action: ACS::Sleep, OnError: a}\n",
            "goes on to a, which does not exist");
    }

    void refused()
    {
        QFETCH(QByteArray, rest);
        QFETCH(QString, reason);
        const Compilation compiled = compileTemplate(yaml(rest));
        QVERIFY(!compiled.program);
        QVERIFY2(compiled.problem.contains(reason), qPrintable(compiled.problem));
    }

    void formats_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const char *content, const char *problem) {
            QTest::newRow(name) << QString::fromUtf8(content) << QString::fromUtf8(problem);
        };
        row("a piece", "\nTasks:\n  - {Name: a, Action: ACS::Sleep}\n",
            "line 2: there is no FormatVersion, so this is a piece of a template");
        row("state", R"({
            "FormatVersion": "OOS-2019-06-01-State", "States": []})",
            "line 2: a template of the format OOS-2019-06-01-State keeps the state of servers");
        row("another year", "FormatVersion: OOS-2020-01-01\nTasks: []\n",
            "line 1: FormatVersion must be OOS-2019-06-01");
        row("no tasks", "FormatVersion: OOS-2019-06-01\n", "line 1: Tasks must be a list");
        row("not a map", "- a\n", "line 1: a template is a map of names");
    }

    void formats()
    {
        QFETCH(QString, content);
        QFETCH(QString, problem);
        const Compilation compiled = compileTemplate(content);
        QVERIFY(!compiled.program);
        QVERIFY2(compiled.problem.startsWith(problem), qPrintable(compiled.problem));
    }

    void parameters_data()
    {
        QTest::addColumn<QByteArray>("declarations");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QByteArray>("values");
        QTest::addColumn<QString>("code");
        const auto fits = [](const char *name, const char *declared, const char *given,
                             const char *values) {
            QTest::newRow(name) << QByteArray(declared) << QString::fromUtf8(given)
                                << QByteArray(values) << QString();
        };
        const auto fails = [](const char *name, const char *declared, const char *given,
                              const char *code) {
            QTest::newRow(name) << QByteArray(declared) << QString::fromUtf8(given) << QByteArray()
                                << QString::fromLatin1(code);
        };
        fits("text of a number", "  p: {Type: Number}\n", R"({"p":"30"})", R"({"p":30})");
        fits("number as text", "  p: {Type: String, Default: 10}\n", "", R"({"p":"10"})");
        fits("truth in any case", "  p: {Type: Boolean}\n", R"({"p":"TRUE"})", R"({"p":true})");
        fits("list of one", "  p: {Type: List, Default: InService}\n", "",
             R"({"p":["InService"]})");
        fits("list as text", "  p: {Type: List}\n", R"({"p":"[1]"})", R"({"p":[1]})");
        fits("json as text", "  p: {Type: Json}\n", "{\"p\":\"{\\\"a\\\":1}\"}",
             R"({"p":{"a":1}})");
        fits("default of another",
             "  a: {Type: String}\n  p: {Type: String, Default: 'x_{{ a }}'}\n", R"({"a":"1"})",
             R"({"a":"1","p":"x_1"})");
        fits("empty default", "  p: {Type: String, Default: '', AllowedPattern: 'a+'}\n", "",
             R"({"p":""})");
        fits("each element", "  p: {Type: List, AllowedValues: [a, b]}\n", R"({"p":["b"]})",
             R"({"p":["b"]})");
        fails("unknown", "  p: {Type: String, Default: x}\n", R"({"q":1})",
              "InvalidParameter.Parameters");
        fails("missing", "  p: {Type: String}\n", "{}", "MissingParameter");
        fails("not an object", "  p: {Type: String}\n", "[]", "InvalidParameter.Parameters");
        fails("type", "  p: {Type: Number}\n", R"({"p":"x"})", "InvalidParameter.Parameters");
        fails("allowed", "  p: {AllowedValues: [a]}\n", R"({"p":"b"})",
              "InvalidParameter.Parameters");
        fails("whole pattern", "  p: {AllowedPattern: 'i-[a-z]*'}\n", R"({"p":"i-a b"})",
              "InvalidParameter.Parameters");
        fails("length", "  p: {MaxLength: 2}\n", R"({"p":"abc"})", "InvalidParameter.Parameters");
        fails("range", "  p: {Type: Number, MinValue: 2}\n", R"({"p":1})",
              "InvalidParameter.Parameters");
    }

    void parameters()
    {
        QFETCH(QByteArray, declarations);
        QFETCH(QString, given);
        QFETCH(QByteArray, values);
        QFETCH(QString, code);
        const Scope scope = scopeOf(declarations);
        QVERIFY(scope.program);
        const StartParameters result = startParameters(scope, given);
        QCOMPARE(result.refusal ? result.refusal->code : QString(), code);
        if (code.isEmpty())
            QCOMPARE(Json::fromMembers(*result.values).compact(), values);
    }

    void delays_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("seconds");
        QTest::newRow("exponential") << QByteArray("{}") << 3 << 8;
        QTest::newRow("delay alone has no effect") << QByteArray(R"({"Delay":15})") << 1 << 2;
        QTest::newRow("longest") << QByteArray("{}") << 12 << 1800;
        QTest::newRow("constant") << QByteArray(R"({"DelayType":"Constant","Delay":15})") << 7
                                  << 15;
        QTest::newRow("linear") << QByteArray(R"({"DelayType":"Linear","Delay":5,"BackOff":3})")
                                << 2 << 11;
    }

    void delays()
    {
        QFETCH(QByteArray, keys);
        QFETCH(int, number);
        QFETCH(int, seconds);
        QString problem;
        const auto control = RetryControl::from(literal(keys), &problem);
        QVERIFY2(control, qPrintable(problem));
        QCOMPARE(control->waitBefore(number).count(), qint64(seconds) * 1000);
    }

    void durations()
    {
        const auto seconds = [](const char *text) {
            const auto duration = parsedDuration(QString::fromLatin1(text));
            return duration ? duration->count() : -1;
        };
        QCOMPARE(seconds("PT15M"), 900);
        QCOMPARE(seconds("1H2M"), 3720);
        QCOMPARE(seconds("4m"), 240);
        QCOMPARE(seconds("P1D"), 86400);
        QCOMPARE(seconds("soon"), -1);
        QCOMPARE(seconds("PT"), -1);
    }
};

QTEST_GUILESS_MAIN(TestTemplateProgram)
#include "tst_templateprogram.moc"
