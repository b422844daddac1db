// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/productplan.h"
#include "app/sandbox/engine/templatestore.h"
#include "enginefixture.h"

using namespace countersign;
using namespace countersign::sandbox;

class TestTemplateStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownDefinitionsCanBeRead_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QString>("output");
        const auto row = [](const char *action, const char *parameter, const char *output) {
            QTest::newRow(action) << QString::fromLatin1(action) << QString::fromLatin1(parameter)
                                  << QString::fromLatin1(output);
        };
        // As the description of the actions lists them.
        row("ACS::ECS::RunCommand", "commandContent", "invocationOutput");
        row("ACS::ECS::StopInstance", "forceStop", "");
        row("ACS::ECS::StartInstance", "instanceId", "");
        row("ACS::ROS::CreateStack", "templateBody", "stackId");
        row("ACS::ECS::CreateSnapshot", "diskId", "snapshotId");
        row("ACS::ECS::RebootInstance", "instanceId", "");
        row("ACS::ECS::CreateImage", "imageName", "imageId");
        row("ACS::ECS::RunCommandForApplyPatchBaseline", "timeout", "invocationOutput");
        row("ACS::ECS::InvokeCommand", "commandId", "invocationOutput");
        row("ACS::ECS::CopyImage", "targetRegionId", "imageId");
        row("ACS::ECS::ReplaceSystemDisk", "passwordInherit", "newSystemDiskId");
        row("ACS::ECS::RunInstances", "securityGroupId", "instanceIds");
        row("ACS::ECS::AttachDisk", "bootable", "");
        row("ACS::ECS::DetachDisk", "diskId", "");
        row("ACS::ROS::DeleteStack", "stackId", "");
        row("ACS::ECS::InstallCloudAssistant", "instanceId", "");
        row("ACS-ECS-BulkyRunCommand", "targets", "commandOutputs");
        row("ACS-ECS-BulkyApplyPatchBaseline", "rateControl", "commandOutputs");
    }

    void ownDefinitionsCanBeRead()
    {
        QFETCH(QString, action);
        QFETCH(QString, parameter);
        QFETCH(QString, output);
        QRandomGenerator random(1);
        const SystemClock clock;
        const TemplateStore store(random, clock);
        const TemplateStore::Entry *entry = store.findAction(action);
        QVERIFY(entry && entry->program);
        QCOMPARE(entry->stored.name, action);
        QVERIFY(entry->program->parameter(parameter));
        QVERIFY(output.isEmpty() || entry->program->outputs.find(output));
        QVERIFY(compileTemplate(entry->stored.content).program);
        QCOMPARE(store.findAction(action), entry);
        QVERIFY(!store.find(action, {}));
        QVERIFY(!store.findAction(action + u'x'));
    }

    void publicTemplateOverServers()
    {
        EngineFixture fixture;
        QVERIFY(!fixture.start(
            "- Name: all\n"
            "  Action: ACS::Template\n"
            "  Properties:\n"
            "    TemplateName: ACS-ECS-BulkyRunCommand\n"
            "    Parameters: {targets: {Type: ResourceIds, ResourceIds: [i-bp1000000000000a01, "
            "i-bp1000000000000a02]}, commandContent: date}\n"
            "  Outputs: {said: {Type: List, ValueSelector: 'commandOutputs[]'}}\n",
            "Outputs: {said: {Type: List, Value: '{{ all.said }}'}}\n"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(), 20'000);
        QCOMPARE(fixture.record().fields.statusMessage, QString());
        QCOMPARE(fixture.outputs(), QStringLiteral(R"({"said":["hello","hello"]})"));
    }
};

QTEST_GUILESS_MAIN(TestTemplateStore)
#include "tst_templatestore.moc"
