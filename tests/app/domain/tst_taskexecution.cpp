// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/taskexecution.h"

#include <QTest>

using namespace countersign;

namespace {

EmbeddedJson json(const QByteArray &text)
{
    return EmbeddedJson::from(Json::parse(text).json);
}

} // namespace

class TestTaskExecution : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsProductCalls_data();
    void findsProductCalls();
    void readsApprovalTerms_data();
    void readsApprovalTerms();
    void collectsTargets_data();
    void collectsTargets();
    void readsNoteAndUser();
    void kindOfCaller_data();
    void kindOfCaller();
};

void TestTaskExecution::findsProductCalls_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<QString>("call");
    const QByteArray reboot = "{\"Service\":\"ECS\",\"API\":\"RebootInstance\"}";
    QTest::newRow("API") << QStringLiteral("ACS::ExecuteAPI") << reboot
                         << QStringLiteral("ECS RebootInstance");
    QTest::newRow("Api") << QStringLiteral("acs::executeApi") << reboot
                         << QStringLiteral("ECS RebootInstance");
    QTest::newRow("no API") << QStringLiteral("ACS::ExecuteAPI")
                            << QByteArray("{\"Service\":\"ECS\"}") << QString();
    QTest::newRow("not read") << QStringLiteral("ACS::ExecuteAPI") << QByteArray("null")
                              << QString();
    QTest::newRow("product action") << QStringLiteral("ACS::ECS::DeleteInstance")
                                    << QByteArray("null") << QStringLiteral("ECS DeleteInstance");
    QTest::newRow("approve") << QStringLiteral("ACS::Approve") << reboot << QString();
    QTest::newRow("public approve")
        << QStringLiteral("ACS::Approve::DingTalkWebhook") << QByteArray("null") << QString();
    QTest::newRow("two parts only")
        << QStringLiteral("ECS::DeleteInstance") << QByteArray("null") << QString();
}

void TestTaskExecution::findsProductCalls()
{
    QFETCH(QString, action);
    QFETCH(QByteArray, properties);
    QFETCH(QString, call);
    const ProductCall found = productCall(action, json(properties));
    QCOMPARE(found.isEmpty(), call.isEmpty());
    QCOMPARE(QString(found.service + u' ' + found.api).trimmed(), call);
}

void TestTaskExecution::readsApprovalTerms_data()
{
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<QStringList>("approvers");
    QTest::addColumn<int>("required");
    QTest::addColumn<bool>("isReadable");
    const QStringList both = {QStringLiteral("bob"), QStringLiteral("eve")};
    QTest::newRow("list") << QByteArray(
                                 "{\"Approvers\":[\"bob\",\"eve\"],\"MinRequiredApprovals\":2}")
                          << both << 2 << true;
    QTest::newRow("texts") << QByteArray(
                                  R"({"Approvers":"[\"bob\",\"eve\"]","MinRequiredApprovals":"2"})")
                           << both << 2 << true;
    QTest::newRow("one name") << QByteArray("{\"Approvers\":\"bob\"}")
                              << QStringList{QStringLiteral("bob")} << -1 << true;
    QTest::newRow("none") << QByteArray("{}") << QStringList() << -1 << true;
    QTest::newRow("odd count") << QByteArray("{\"MinRequiredApprovals\":\"many\"}") << QStringList()
                               << -1 << false;
    QTest::newRow("odd names") << QByteArray("{\"Approvers\":{\"a\":1}}") << QStringList() << -1
                               << false;
    QTest::newRow("plain text") << QByteArray("\"{{ cut\"") << QStringList() << -1 << false;
}

void TestTaskExecution::readsApprovalTerms()
{
    QFETCH(QByteArray, properties);
    QFETCH(QStringList, approvers);
    QFETCH(int, required);
    QFETCH(bool, isReadable);
    TaskExecution row;
    row.properties = json(properties);
    const ApprovalTerms terms = approvalTerms(row);
    QCOMPARE(terms.isReadable, isReadable);
    QCOMPARE(terms.requiredApprovals.value_or(-1), required);
    if (isReadable)
        QCOMPARE(QStringList(terms.approvers.begin(), terms.approvers.end()), approvers);
}

void TestTaskExecution::collectsTargets_data()
{
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<QString>("ids");
    QTest::newRow("one")
        << QByteArray(
               "{\"Parameters\":{\"InstanceId\":\"i-1\",\"RegionId\":\"cn-x\",\"ZoneId\":\"z\"}}")
        << QStringLiteral("i-1");
    QTest::newRow("list") << QByteArray(
                                 "{\"InstanceIds\":[\"i-1\",\"i-2\",\"i-1\"],\"Name\":\"n\"}")
                          << QStringLiteral("i-1 i-2");
    QTest::newRow("list as text") << QByteArray(
                                         R"({"InstanceIds":"[\"i-1\",\"i-2\"]","DiskId":"d-1"})")
                                  << QStringLiteral("i-1 i-2 d-1");
    QTest::newRow("text around") << QByteArray(R"({"Body":"{\"VpcId\":\"vpc-1\"}"})")
                                 << QStringLiteral("vpc-1");
    QTest::newRow("none") << QByteArray("{\"Idle\":\"x\",\"Service\":\"ECS\"}") << QString();
}

void TestTaskExecution::collectsTargets()
{
    QFETCH(QByteArray, properties);
    QFETCH(QString, ids);
    const std::vector<QString> found = targetIds(json(properties));
    QCOMPARE(QStringList(found.begin(), found.end()).join(u' '), ids);
}

void TestTaskExecution::readsNoteAndUser()
{
    TaskExecution row;
    QCOMPARE(row.notifyNote(), QString());
    row.extraData = json("{\"NotifyNote\":\"ok\"}");
    QCOMPARE(row.notifyNote(), QStringLiteral("ok"));
    CallerIdentity identity;
    identity.arn = QStringLiteral("acs:ram::1234567890123456:user/bob");
    QCOMPARE(identity.userName(), QStringLiteral("bob"));
    identity.arn = QStringLiteral("acs:ram::1234567890123456:assumed-role/r/s");
    QCOMPARE(identity.userName(), QString());
}

void TestTaskExecution::kindOfCaller_data()
{
    QTest::addColumn<QString>("arn");
    QTest::addColumn<QString>("type");
    QTest::addColumn<ActorKind>("kind");
    const auto row = [](const char *name, const char *arn, const char *type, ActorKind kind) {
        QTest::newRow(name) << QString::fromLatin1(arn) << QString::fromLatin1(type) << kind;
    };
    // The three answers of credentials.md 7.3, and what may come otherwise.
    row("user", "acs:ram::1000000000000001:user/fake-operator", "RAMUser", ActorKind::User);
    row("role", "acs:ram::1000000000000001:assumed-role/fake-oos-operator/oos-desktop",
        "AssumedRoleUser", ActorKind::Role);
    row("root", "acs:ram::1000000000000001:root", "Account", ActorKind::Account);
    row("a user called root", "acs:ram::1:user/root", "RamUser", ActorKind::User);
    row("a user called Account", "acs:ram::1:user/Account", "", ActorKind::User);
    row("by the type", "", "RamUser", ActorKind::User);
    row("by the type of a role", "acs:sts::1:x/y", "assumedroleuser", ActorKind::Role);
    row("by the type of root", "", "account", ActorKind::Account);
    row("nothing known", "acs:ram::1:group/x", "Group", ActorKind::Unknown);
}

void TestTaskExecution::kindOfCaller()
{
    QFETCH(QString, arn);
    QFETCH(QString, type);
    CallerIdentity identity;
    identity.arn = arn;
    identity.identityType = type;
    QTEST(identity.kind(), "kind");
}

QTEST_APPLESS_MAIN(TestTaskExecution)
#include "tst_taskexecution.moc"
