// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/riskycalls.h"
#include "reviewfacts.h"

#include <QTest>

using namespace countersign;
using namespace countersign::reviewtest;

namespace {

using Where = RiskyStep::Where;
using Source = RiskyCall::Source;

QString call(const QString &name, const QString &api, const QString &more = {})
{
    return QStringLiteral("  - Name: %1\n    Action: ACS::ExecuteAPI\n    Properties:\n"
                          "      Service: ECS\n      API: %2\n%3")
        .arg(name, api, more);
}

ReviewFacts facts()
{
    ReviewFacts made =
        waitingRun({row(QStringLiteral("t1"), QStringLiteral("stop"), RunStatus::Success),
                    row(QStringLiteral("t2"), QStringLiteral("ask"), RunStatus::Waiting)});
    setTemplate(made, QStringLiteral("FormatVersion: OOS-2019-06-01\nTasks:\n") +
                          call(QStringLiteral("stop"), QStringLiteral("StopInstance")) +
                          QStringLiteral("  - Name: ask\n    Action: ACS::Approve\n") +
                          call(QStringLiteral("remove"), QStringLiteral("DeleteInstance"),
                               QStringLiteral("      Risk: Normal\n")) +
                          call(QStringLiteral("look"), QStringLiteral("DescribeInstances")) +
                          call(QStringLiteral("built"), QStringLiteral("\"{{ api }}\"")) +
                          QStringLiteral("  - Name: nested\n    Action: ACS::Template\n"
                                         "    Properties:\n      TemplateName: cleanup-child\n"));
    return made;
}

const RiskyCall *find(const std::vector<RiskyCall> &calls, const QString &api)
{
    for (const RiskyCall &one : calls) {
        if (one.call.api == api)
            return &one;
    }
    return nullptr;
}

const QString stopInstance = QStringLiteral("StopInstance");
const QString deleteInstance = QStringLiteral("DeleteInstance");

} // namespace

class tst_RiskyCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byName_sayHowTheStepLies();
    void byService_nestedTemplatesAreNamed();
    void byBoth_areOneCall();
    void untold_whereNobodyCanSay();
    void errorWays_areToldApart();
    void risksByTask_nameCallAndSource();
};

void tst_RiskyCalls::byName_sayHowTheStepLies()
{
    const auto calls = riskyCallsOf(facts());
    const RiskyCall *stop = find(calls, stopInstance);
    const RiskyCall *remove = find(calls, deleteInstance);
    QCOMPARE(stop->source, Source::Name);
    QCOMPARE(stop->steps, (std::vector<RiskyStep>{{QStringLiteral("stop"), Where::Before, false}}));
    QCOMPARE(remove->steps,
             (std::vector<RiskyStep>{{QStringLiteral("remove"), Where::After, true}}));
    QVERIFY(!find(calls, QStringLiteral("DescribeInstances")));
    // What has been done already comes last.
    QCOMPARE(calls.back().call.api, stopInstance);
}

void tst_RiskyCalls::byService_nestedTemplatesAreNamed()
{
    ReviewFacts read = facts();
    read.riskyTasks.value = std::vector<RiskyTask>{
        {{QStringLiteral("ECS"), QStringLiteral("RebootInstance")},
         {QStringLiteral("inner")},
         {QStringLiteral("ACS::ECS::RebootInstance"), QStringLiteral("cleanup")}}};
    const auto calls = riskyCallsOf(read);
    QCOMPARE(calls[0].source, Source::Service);
    QCOMPARE(calls[0].templates, std::vector<QString>{QStringLiteral("ACS::ECS::RebootInstance")});
    QCOMPARE(calls[0].steps[0].where, Where::Unknown);
}

void tst_RiskyCalls::byBoth_areOneCall()
{
    ReviewFacts read = facts();
    read.riskyTasks.value = std::vector<RiskyTask>{
        {{QStringLiteral("ecs"), deleteInstance}, {QStringLiteral("remove")}, {}}};
    const auto calls = riskyCallsOf(read);
    QCOMPARE(calls[0].source, Source::Both);
    QCOMPARE(calls[0].steps.size(), std::size_t(1));
    QVERIFY(calls[0].steps[0].isRatedNormal);
    QCOMPARE(std::count_if(calls.begin(), calls.end(),
                           [](const auto &one) { return one.call.api == deleteInstance; }),
             1);
}

void tst_RiskyCalls::untold_whereNobodyCanSay()
{
    ReviewFacts read = facts();
    QCOMPARE(find(riskyCallsOf(read), QStringLiteral("cleanup-child"))->source, Source::Untold);
    QCOMPARE(find(riskyCallsOf(read), QStringLiteral("{{ api }}"))->source, Source::Untold);
    // The service's list holds what nested templates call.
    read.riskyTasks.value.emplace();
    QVERIFY(!find(riskyCallsOf(read), QStringLiteral("cleanup-child")));
    QVERIFY(find(riskyCallsOf(read), QStringLiteral("{{ api }}")));
}

void tst_RiskyCalls::errorWays_areToldApart()
{
    ReviewFacts read =
        waitingRun({row(QStringLiteral("t1"), QStringLiteral("ask"), RunStatus::Waiting)});
    setTemplate(read, QStringLiteral("FormatVersion: OOS-2019-06-01\nTasks:\n"
                                     "  - Name: ask\n    Action: ACS::Approve\n"
                                     "    OnError: undo\n    OnSuccess: ACS::END\n") +
                          call(QStringLiteral("undo"), deleteInstance));
    QCOMPARE(riskyCallsOf(read)[0].steps[0].where, Where::AfterError);
}

void tst_RiskyCalls::risksByTask_nameCallAndSource()
{
    const auto risks = risksByTask(riskyCallsOf(facts()));
    QCOMPARE(risks.value(QStringLiteral("stop")), QStringLiteral("ECS StopInstance – by name"));
    QCOMPARE(risks.value(QStringLiteral("remove")),
             QStringLiteral("ECS DeleteInstance – by name, rated Risk: Normal"));
    QVERIFY(!risks.contains(QStringLiteral("look")));
}

QTEST_GUILESS_MAIN(tst_RiskyCalls)
#include "tst_riskycalls.moc"
