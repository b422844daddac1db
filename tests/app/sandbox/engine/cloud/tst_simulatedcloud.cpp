// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/cloud/simulatedcloud.h"

#include <QTest>

using namespace countersign;
using namespace countersign::sandbox;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

} // namespace

//! State changes and answers as the language's description lists them.
class TestSimulatedCloud : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void states_goOneStepForEachLook_data();
    void states_goOneStepForEachLook();
    void deleted_isGone();
    void startTooEarly_isRefusedAndCountsAsALook();
    void unknownCall_isAnsweredWithoutContent();
    void everyAnswer_hasARequestId();
    void readCalls_answerWhatTemplatesSelect_data();
    void readCalls_answerWhatTemplatesSelect();

private:
    static CloudReply call(SimulatedCloud &cloud, const char *service, const char *api,
                           const QByteArray &parameters = "{}")
    {
        return cloud.call(text(service), text(api), literal(parameters), text("cn-hangzhou"));
    }
    static QString statusOf(SimulatedCloud &cloud, const QByteArray &id)
    {
        const CloudReply reply =
            call(cloud, "ECS", "DescribeInstances", "{\"InstanceIds\":[\"" + id + "\"]}");
        return reply.body[u"Instances"][u"Instance"].size() == 0
                   ? text("none")
                   : reply.body[u"Instances"][u"Instance"].at(0)[u"Status"].toString();
    }
};

void TestSimulatedCloud::states_goOneStepForEachLook_data()
{
    QTest::addColumn<QString>("api");
    QTest::addColumn<QStringList>("before"); // other calls, first
    QTest::addColumn<QString>("states");
    QTest::newRow("stop") << text("StopInstance") << QStringList()
                          << text("Stopping Stopped Stopped");
    QTest::newRow("reboot") << text("RebootInstance") << QStringList()
                            << text("Stopping Starting Running Running");
    QTest::newRow("start") << text("StartInstance") << QStringList{text("StopInstance")}
                           << text("Starting Running Running");
}

void TestSimulatedCloud::states_goOneStepForEachLook()
{
    QFETCH(QString, api);
    QFETCH(QStringList, before);
    QFETCH(QString, states);
    SimulatedCloud cloud(1);
    const QByteArray id = "i-bp1a01";
    const QByteArray one = "{\"InstanceId\":\"" + id + "\"}";
    for (const QString &first : before) {
        QCOMPARE(call(cloud, "ECS", qPrintable(first), one).kind, CloudReply::Kind::Answer);
        statusOf(cloud, id);
        statusOf(cloud, id);
    }
    QCOMPARE(call(cloud, "ECS", qPrintable(api), one).kind, CloudReply::Kind::Answer);
    QStringList seen;
    for (qsizetype i = 0; i < states.split(u' ').size(); ++i)
        seen << statusOf(cloud, id);
    QCOMPARE(seen.join(u' '), states);
}

void TestSimulatedCloud::deleted_isGone()
{
    SimulatedCloud cloud(1);
    QCOMPARE(statusOf(cloud, "i-bp1a01"), text("Running"));
    QCOMPARE(call(cloud, "ecs", "deleteinstance", R"({"InstanceId":"i-bp1a01"})").kind,
             CloudReply::Kind::Answer);
    QCOMPARE(statusOf(cloud, "i-bp1a01"), text("none"));
    const CloudReply again = call(cloud, "ECS", "DeleteInstance", R"({"InstanceId":"i-bp1a01"})");
    QCOMPARE(again.kind, CloudReply::Kind::Error);
    QCOMPARE(again.body[u"Code"].toString(), text("InvalidInstanceId.NotFound"));
}

void TestSimulatedCloud::startTooEarly_isRefusedAndCountsAsALook()
{
    SimulatedCloud cloud(1);
    const QByteArray one = R"({"InstanceId":"i-bp1a01"})";
    // A running one cannot be started; one that still stops can be a moment later.
    QCOMPARE(call(cloud, "ECS", "StartInstance", one).body[u"Code"].toString(),
             text("IncorrectInstanceStatus"));
    call(cloud, "ECS", "StopInstance", one);
    const CloudReply early = call(cloud, "ECS", "StartInstance", one);
    QCOMPARE(early.kind, CloudReply::Kind::Error);
    QVERIFY(early.body[u"Message"].toString().contains(text("i-bp1a01")));
    QVERIFY(early.body[u"Message"].toString().contains(text("Stopping")));
    QCOMPARE(call(cloud, "ECS", "StartInstance", one).kind, CloudReply::Kind::Answer);
    QCOMPARE(statusOf(cloud, "i-bp1a01"), text("Starting"));
}

void TestSimulatedCloud::unknownCall_isAnsweredWithoutContent()
{
    SimulatedCloud cloud(1);
    const CloudReply reply = call(cloud, "ECS", "DescribeSomethingNew");
    QCOMPARE(reply.kind, CloudReply::Kind::Answer);
    QCOMPARE(reply.body.size(), 1);
    QVERIFY(!reply.body[u"RequestId"].toString().isEmpty());
    QCOMPARE(call(cloud, "Moon", "DescribeCraters").kind, CloudReply::Kind::NotSimulated);
}

void TestSimulatedCloud::everyAnswer_hasARequestId()
{
    SimulatedCloud cloud(1);
    const QString first = call(cloud, "ECS", "DescribeInstances").body[u"RequestId"].toString();
    const QString second = call(cloud, "ECS", "TagResources").body[u"RequestId"].toString();
    QCOMPARE(first.size(), 36);
    QCOMPARE(second.size(), 36);
    QVERIFY(first != second);
}

void TestSimulatedCloud::readCalls_answerWhatTemplatesSelect_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<QStringList>("path"); // members and indexes
    QTest::addColumn<QString>("value");
    const auto row = [](const char *service, const char *api, const char *parameters,
                        const char *path, const char *value) {
        QTest::newRow(api) << text(service) << QByteArray(parameters) << text(path).split(u'.')
                           << text(value);
    };
    row("ECS", "DescribeInstances", R"({"InstanceIds":"[\"i-bp1a\"]"})",
        "Instances.Instance.0.InstanceId", "i-bp1a");
    row("ECS", "DescribeDisks", R"({"DiskIds":["d-bp1a"]})", "Disks.Disk.0.Status", "In_use");
    row("ROS", "GetStack", R"({"StackId":"stack-1"})", "Status", "CREATE_COMPLETE");
    row("ECS", "DescribeImages", R"({"ImageId":"m-bp1a"})", "Images.Image.0.Status", "Available");
    row("ECS", "DescribeInvocationResults", "{}",
        "Invocation.InvocationResults.InvocationResult.0.Output", "aGVsbG8=");
    row("ESS", "DescribeScalingInstances", "{}",
        "ScalingInstances.ScalingInstance.0.LifecycleState", "InService");
    row("ECD", "DescribeDesktops", "{}", "Desktops.0.DesktopStatus", "Running");
    row("ECS", "DescribeSnapshots", R"({"SnapshotIds":["s-bp1a"]})", "Snapshots.Snapshot.0.Status",
        "accomplished");
    row("ECS", "DescribeEipAddresses", R"({"AllocationId":"eip-bp1a"})",
        "EipAddresses.EipAddress.0.Status", "Available");
    row("RDS", "DescribeDBInstances", R"({"DBInstanceId":"rm-bp1a"})",
        "Items.DBInstance.0.DBInstanceStatus", "Running");
    row("TAG", "ListTagResources", "{}", "TagResources.0.Tags.0.Key", "env");
    row("ECS", "DescribeNetworkInterfaces", "{}",
        "NetworkInterfaceSets.NetworkInterfaceSet.0.Status", "InUse");
    row("ECS", "DescribeCloudAssistantStatus", "{}",
        "InstanceCloudAssistantStatusSet.InstanceCloudAssistantStatus.0.CloudAssistantStatus",
        "true");
    row("OSS", "GenerateUrl", "{}", "Url",
        "https://bucket.oss-cn-hangzhou.aliyuncs.com/object?Expires=1");
}

void TestSimulatedCloud::readCalls_answerWhatTemplatesSelect()
{
    QFETCH(QString, service);
    QFETCH(QByteArray, parameters);
    QFETCH(QStringList, path);
    SimulatedCloud cloud(1);
    const CloudReply reply = call(cloud, qPrintable(service), QTest::currentDataTag(), parameters);
    QCOMPARE(reply.kind, CloudReply::Kind::Answer);
    Json at = reply.body;
    for (const QString &step : path) {
        bool isIndex = false;
        const int index = step.toInt(&isIndex);
        at = isIndex ? at.at(index) : at[step];
    }
    QTEST(at.toString(), "value");
}

QTEST_GUILESS_MAIN(TestSimulatedCloud)
#include "tst_simulatedcloud.moc"
