// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/callscript.h"
#include "enginefixture.h"

using namespace countersign;
using namespace countersign::sandbox;

namespace {

//! Answers every listing with three servers, or one database or service instance.
class Inventory : public CallScript
{
public:
    std::optional<ScriptedAnswer> answerTo(const CallSite &site) override
    {
        ScriptedAnswer answer;
        const QByteArray servers = R"({"TotalCount":3,"Instances":{"Instance":[
            {"InstanceId":"i-1","Status":"Running","ResourceGroupId":"rg-1",
             "Tags":{"Tag":[{"TagKey":"env","TagValue":"prod"},{"TagKey":"a","TagValue":"b"}]}},
            {"InstanceId":"i-2","Status":"Stopped","ResourceGroupId":"rg-1",
             "Tags":{"Tag":[{"TagKey":"env","TagValue":"prod"}]}},
            {"InstanceId":"i-3","Status":"Running","ResourceGroupId":"rg-2","Tags":{"Tag":[]}}]}})";
        const QByteArray databases = R"({"Items":{"DBInstance":[{"DBInstanceId":"rm-1"}]}})";
        const QByteArray services = R"({"ServiceInstances":[{"ServiceInstanceId":"si-1"}]})";
        answer.reply = *Json::parse(site.service == u"ECS"   ? servers
                                    : site.service == u"RDS" ? databases
                                                             : services)
                            .json;
        return answer;
    }
};

QByteArray selection(const QByteArray &type, const QByteArray &filters, const QByteArray &path)
{
    return "- Name: pick\n"
           "  Action: ACS::SelectTargets\n"
           "  Properties: {ResourceType: '" +
           type + "', RegionId: cn-hangzhou, Filters: " + filters +
           "}\n"
           "  Outputs: {ids: {Type: List, ValueSelector: '" +
           path + "'}}\n";
}

const QByteArray result = "Outputs: {ids: {Type: List, Value: '{{ pick.ids }}'}}\n";

} // namespace

class TestTargetsAction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selections_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("filters");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("expected");
        const QByteArray ecs("ALIYUN::ECS::Instance");
        const QByteArray path("Instances.Instance[].InstanceId");
        const auto row = [](const char *name, const QByteArray &type, const char *filters,
                            const QByteArray &where, const char *expected) {
            QTest::newRow(name) << type << QByteArray(filters) << where
                                << QString::fromLatin1(expected);
        };
        row("all", ecs, "[{Type: All, RegionId: cn-hangzhou}]", path, R"(["i-1","i-2","i-3"])");
        row("all that run", ecs,
            "[{Type: All, Parameters: {Status: Running, ResourceGroupId: ''}}]", path,
            R"(["i-1","i-3"])");
        row("by tags", ecs, "[{Type: Tags, Tags: [{Key: env, Value: prod}, {Key: a, Value: b}]}]",
            path, R"(["i-1"])");
        row("by tags and state", ecs,
            "[{Type: Tags, Tags: [{Key: env, Value: prod}], Parameters: {Status: Stopped}}]", path,
            R"(["i-2"])");
        row("by group", ecs, "[{Type: ResourceGroup, ResourceGroupId: rg-2}]", path, R"(["i-3"])");
        row("two filters, each once", ecs,
            "[{Type: ResourceGroup, ResourceGroupId: rg-1}, {Type: All, Parameters: {Status: "
            "Running}}]",
            path, R"(["i-1","i-2","i-3"])");
        row("nothing", ecs, "[{Type: ResourceGroup, ResourceGroupId: rg-9}]", path, "[]");
        row("no ids", ecs, "[{Type: ResourceIds, ResourceIds: []}]", path, "[]");
        row("databases look like servers", "ALIYUN::RDS::Instance", "[{Type: All}]", path,
            R"(["rm-1"])");
        row("services", "ALIYUN::ComputeNestSupplier::Instance", "[{Type: All}]",
            "ServiceInstances[].ServiceInstanceId", R"(["si-1"])");
    }

    void selections()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, filters);
        QFETCH(QByteArray, path);
        QFETCH(QString, expected);
        Inventory inventory;
        EngineFixture fixture({10000.0, 7, {}, &inventory});
        QVERIFY(!fixture.start(selection(type, filters, path), result));
        QTRY_VERIFY(fixture.hasEnded());
        QCOMPARE(fixture.record().fields.statusMessage, QString());
        QCOMPARE(fixture.outputs(), u"{\"ids\":" + expected + u'}');
    }

    void idsFromAParameter()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(
            selection("ALIYUN::ECS::Instance", "['{{ targets }}']",
                      "Instances.Instance[].InstanceId"),
            "Parameters: {targets: {Type: Json, AssociationProperty: Targets, Default: {Type: "
            "ResourceIds, RegionId: cn-hangzhou, ResourceIds: [i-bp1000000000000a02, "
            "i-bp1000000000000a01]}}}\n" +
                result));
        QTRY_VERIFY(fixture.hasEnded());
        QVERIFY(fixture.outputs().contains(u"i-bp1000000000000a01"));
        QVERIFY(fixture.outputs().contains(u"i-bp1000000000000a02"));
        QVERIFY(fixture.record().fields.targets.json->compact().contains("ALIYUN::ECS::Instance"));
    }

    void anUnknownType()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(selection("ALIYUN::OSS::Bucket", "[{Type: All}]", "x")));
        QTRY_VERIFY(fixture.hasEnded());
        QVERIFY(fixture.record().fields.statusMessage.contains(u"ALIYUN::OSS::Bucket"));
    }
};

QTEST_GUILESS_MAIN(TestTargetsAction)
#include "tst_targetsaction.moc"
