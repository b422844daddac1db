// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/evaluation.h"

#include <QTest>

using namespace countersign;
using namespace countersign::sandbox;

//! Expected values are the examples and rules of the language reference's function table.
class TestFunctions : public QObject
{
    Q_OBJECT

private:
    static Scope scope()
    {
        Scope scope;
        const Compilation compiled = compileTemplate(QStringLiteral(R"({
            "FormatVersion":"OOS-2019-06-01",
            "Parameters":{"name":{"Type":"String"},"list":{"Type":"List"},"flag":{"Type":"Boolean"},
                          "late":{"Type":"String","Default":"of_{{ name }}"}},
            "Conditions":{"IsWeb":{"Fn::Equals":["{{ name }}","web"]}},
            "Tasks":[{"Name":"runCommand","Action":"ACS::Sleep","Properties":{"Duration":"1s"},
                      "Outputs":{"invokeId":{"ValueSelector":"InvokeId"}}},
                     {"Name":"other","Action":"ACS::Sleep","Properties":{"Duration":"1s"}}]})"));
        scope.program = compiled.program;
        scope.parameters = std::make_shared<const Members>(
            Members{{QStringLiteral("name"), Json::fromString(u"web")},
                    {QStringLiteral("list"), literal(R"(["a","b"])")},
                    {QStringLiteral("flag"), Json::fromBool(true)}});
        scope.results.insert(QStringLiteral("runCommand"),
                             {{{QStringLiteral("invokeId"), Json::fromString(u"t-1")}},
                              literal(R"({"InvokeId":"t-1"})")});
        scope.region = QStringLiteral("cn-hangzhou");
        scope.executionId = QStringLiteral("exec-1");
        scope.now = QDateTime(QDate(2026, 3, 2), QTime(8, 14, 9), Qt::UTC);
        return scope;
    }

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *expression, const char *expected) {
            QTest::newRow(expression) << QByteArray(expression) << QByteArray(expected);
        };
        row(R"({"Fn::Equals":["{{ list }}",["a","b"]]})", "true");
        row(R"({"Fn::Equals":[1,"1"]})", "false");
        row(R"({"Fn::Equals":[1,1.0]})", "true");
        row(R"({"Fn::Equals":[null,"{{ other.gone }}"]})", "true");
        row(R"({"Fn::If":[{"Fn::Equals":["a","b"]},1,null]})", "null");
        row(R"({"Fn::If":["IsWeb","yes",{"Fn::Unknown":1}]})", R"("yes")");
        row(R"({"Fn::Not":{"Fn::Equals":[1,2]}})", "true");
        row(R"({"Fn::Not":"{{ flag }}"})", "false");
        row(R"({"Fn::And":[true,{"Fn::Not":false}]})", "true");
        row(R"({"Fn::Or":[false,true]})", "true");
        row(R"({"Fn::Or":[true,{"Fn::Unknown":1}]})", "true");
        row(R"({"Fn::ContainsSubString":["a/b","/"]})", "true");
        row(R"({"Fn::IsIpInCIDR":["10.0.0.7","10.0.0.0/8"]})", "true");
        row(R"({"Fn::IsIpInCIDR":["2001:db8::1","2001:db9::/32"]})", "false");
        row(R"({"Fn::Join":["-",["a",1,true]]})", R"("a-1-true")");
        row(R"({"Fn::Split":["cluster/","a/cluster/c1"]})", R"(["a/","c1"])");
        row(R"({"Fn::Replace":[{".":"_"},"OOS-exec-1.t0001"]})", R"("OOS-exec-1_t0001")");
        row(R"({"Fn::Sub":["-f ${a} $b ${c} ${!a}",{"a":"x"}]})", R"("-f x $b ${c} ${a}")");
        row(R"({"Fn::Base64Encode":"hello"})", R"("aGVsbG8=")");
        row(R"({"Fn::Base64Decode":"aGVsbG8="})", R"("hello")");
        row(R"({"Fn::Base64Decode":"{{ other.gone }}"})", "null");
        row("{\"Fn::Escape\":[\"{\\\"a\\\":1}\",\"powershell\"]}", "\"{\\\\\\\"a\\\\\\\":1}\"");
        row(R"({"Fn::Eval":["-7*24"]})", "-168");
        row(R"({"Fn::Eval":"(1+2)**2/2"})", "4.5");
        row(R"({"Fn::Select":["type",{"type":"cron"}]})", R"("cron")");
        row(R"({"Fn::Select":[1,["a","b"]]})", R"("b")");
        row(R"({"Fn::Select":["none",{"a":1}]})", R"("")");
        row(R"({"Fn::Last":["a","b"]})", R"("b")");
        row(R"({"Fn::First":[]})", "null");
        row(R"({"Fn::RangeSelect":[0,-1,["a","b","c"]]})", R"(["a","b"])");
        row(R"({"Fn::ListJoin":["a",["b"]]})", R"(["a",["b"]])");
        row(R"({"Fn::MergeList":[[["a"],null,["b"]]]})", R"([["a"],["b"]])");
        row(R"({"Fn::MergeList":[["a"],null,["b","c"]]})", R"(["a","b","c"])");
        row(R"({"Fn::MergeMapToList":[{"A":[1,2]},{"B":["x"]}]})",
            R"([{"A":1,"B":"x"},{"A":2,"B":"x"}])");
        row(R"({"Fn::MapJoin":[["a","b"],[1,2]]})", R"({"a":1,"b":2})");
        row(R"({"Fn::MergeMap":[{"a":1},{"a":2,"b":3}]})", R"({"a":2,"b":3})");
        row(R"({"Fn::ConvertMapToList":[{"env":"prod"}]})", R"([{"Key":"env","Value":"prod"}])");
        row(R"({"Fn::Intersection":[["a","b"],["b","c"]]})", R"(["b"])");
        row(R"({"Fn::Union":[["a"],["a","b"]]})", R"(["a","b"])");
        row(R"({"Fn::Difference":[["a","b","c"],["b"]]})", R"(["a","c"])");
        row(R"({"Fn::Min":[1.1,2,3]})", "1.1");
        row(R"({"Fn::Max":[1.1,2,3]})", "3");
        row(R"({"Fn::Sum":[1,2,3]})", "6");
        row(R"({"Fn::CalculateBatch":[5,[1,2,3,4,5,6,7,8,9,10,11,12]]})", "3");
        row(R"({"Fn::AddHour":["2026-03-02T08:14:09Z",-24]})", R"("2026-03-01T08:14:09Z")");
        row(R"({"Fn::AddSecond":["2026-03-02T08:14:09Z",180]})", R"("2026-03-02T08:17:09Z")");
        row(R"({"Fn::FormatUTCTime":["{{ ACS::CurrentUTCTime }}","%Y-%m-%dT%HZ"]})",
            R"("2026-03-02T08Z")");
        row(R"({"Fn::DurationBetween":["08:00:00Z","20:30:00Z"]})", R"("PT12H30M")");
        row(R"({"Fn::DurationBetween":["20:30:00Z","08:00:00Z"]})", R"("PT11H30M")");
        row(R"({"Fn::CalculateTimeByOpsWindow":["09:00Z","09:00Z"]})", R"("2026-03-02T09:00:00Z")");
        row(R"("{{ runcommand.InvokeID }}")", R"("t-1")");
        row(R"("'{{flag}}' = 'true' {{ list }}")", "\"'true' = 'true' [\\\"a\\\",\\\"b\\\"]\"");
        row(R"("{{ late }}/{{ Acs::CurrentDate }}")", R"("of_web/2026-03-02")");
        row(R"("{{.Names}} {{ oos-secret:x }}")", R"("{{.Names}} {{ oos-secret:x }}")");
        row(R"({"Fn::Split":["secret:","{{oos-secret:x}}"]})", R"(["{{oos-","x}}"])");
        row(R"("{{ list }}")", R"(["a","b"])");
    }

    void values()
    {
        QFETCH(QByteArray, expression);
        QFETCH(QByteArray, expected);
        const Scope current = scope();
        const JqMemo nothing;
        Evaluation evaluation(current, nothing);
        const Json value = evaluation.value(literal(expression));
        QCOMPARE(evaluation.failure(), QString());
        QCOMPARE(value.compact(), expected);
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QString>("named");
        QTest::newRow("function") << QByteArray(R"({"Fn::Length":[1]})")
                                  << QStringLiteral("Fn::Length");
        QTest::newRow("parameter") << QByteArray(R"("{{ nobody }}")") << QStringLiteral("nobody");
        QTest::newRow("task") << QByteArray(R"("{{ nobody.out }}")") << QStringLiteral("nobody");
        QTest::newRow("pseudo") << QByteArray(R"("{{ ACS::Nothing }}")")
                                << QStringLiteral("ACS::Nothing");
        QTest::newRow("item") << QByteArray(R"("{{ ACS::TaskLoopItem }}")")
                              << QStringLiteral("TaskLoopItem");
        QTest::newRow("condition")
            << QByteArray(R"({"Fn::If":["maybe",1,2]})") << QStringLiteral("maybe");
        QTest::newRow("code") << QByteArray(R"({"Fn::Eval":["exit"]})")
                              << QStringLiteral("Fn::Eval");
        QTest::newRow("division") << QByteArray(R"({"Fn::Eval":["1/0"]})")
                                  << QStringLiteral("Fn::Eval");
        QTest::newRow("delimiter")
            << QByteArray(R"({"Fn::Split":["","a"]})") << QStringLiteral("Fn::Split");
    }

    void failures()
    {
        QFETCH(QByteArray, expression);
        QFETCH(QString, named);
        const Scope current = scope();
        const JqMemo nothing;
        Evaluation evaluation(current, nothing);
        evaluation.value(literal(expression));
        QVERIFY2(evaluation.failure().contains(named), qPrintable(evaluation.failure()));
    }
};

QTEST_GUILESS_MAIN(TestFunctions)
#include "tst_functions.moc"
