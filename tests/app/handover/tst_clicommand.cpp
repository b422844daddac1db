// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/clicommand.h"
#include "app/handover/shellquoting.h"

#include <QTest>

using namespace countersign;

namespace {

DecisionRecord recordOf(Act act)
{
    DecisionRecord record;
    record.act = act;
    record.where.place = {ProfileId(QStringLiteral("profile-of-mine")),
                          RegionId(QStringLiteral("cn-hangzhou"))};
    record.where.profileAlias = QStringLiteral("acme-prod");
    record.where.accountId = QStringLiteral("2000000000000042");
    record.where.actor = QStringLiteral("li.wei");
    record.executionId = ExecutionId(QStringLiteral("exec-1"));
    record.taskExecutionId = TaskExecutionId(QStringLiteral("exec-1.t0001#2"));
    return record;
}

QStringList list(const std::vector<QString> &arguments)
{
    return QStringList(arguments.begin(), arguments.end());
}

//! Splits as the tool does (its command line parser): a word that begins with "--" names a
//! parameter up to the first "=" or ":", and what follows is the value.
QMap<QString, QString> readByTheTool(const QStringList &arguments)
{
    QMap<QString, QString> parameters;
    for (const QString &argument : arguments.mid(3)) {
        const qsizetype separator = std::find_if(argument.begin(), argument.end(),
                                                 [](QChar c) { return c == u'=' || c == u':'; }) -
                                    argument.begin();
        parameters.insert(argument.mid(2, separator - 2), argument.mid(separator + 1));
    }
    return parameters;
}

} // namespace

//! Parameters of NotifyExecution as in oos-api.md 7.5 and in the tool's own description of it.
class tst_CliCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void approve_namesRunTaskAndNote();
    void cancelExecution_isAnotherOperation();
    void everyAct_sendsTheRecordsParameters_data();
    void everyAct_sendsTheRecordsParameters();
    void values_areExactAfterTheEqualsSign_data();
    void values_areExactAfterTheEqualsSign();
    void nothingElse_isToldOfTheProfile();
};

void tst_CliCommand::approve_namesRunTaskAndNote()
{
    DecisionRecord record = recordOf(Act::Approve);
    record.note = QStringLiteral("looks good");
    QCOMPARE(list(cliArguments(record)),
             (QStringList{
                 QStringLiteral("aliyun"), QStringLiteral("oos"), QStringLiteral("NotifyExecution"),
                 QStringLiteral("--region=cn-hangzhou"), QStringLiteral("--ExecutionId=exec-1"),
                 QStringLiteral("--NotifyNote=looks good"), QStringLiteral("--NotifyType=Approve"),
                 QStringLiteral("--RegionId=cn-hangzhou"),
                 QStringLiteral("--TaskExecutionId=exec-1.t0001#2")}));
    QCOMPARE(quotedFor(Shell::Posix, cliArguments(record)).text,
             QStringLiteral("aliyun oos NotifyExecution --region=cn-hangzhou --ExecutionId=exec-1 "
                            "'--NotifyNote=looks good' --NotifyType=Approve "
                            "--RegionId=cn-hangzhou '--TaskExecutionId=exec-1.t0001#2'"));
}

void tst_CliCommand::cancelExecution_isAnotherOperation()
{
    DecisionRecord record = recordOf(Act::CancelExecution);
    record.taskExecutionId = {};
    QCOMPARE(list(cliArguments(record)),
             (QStringList{QStringLiteral("aliyun"), QStringLiteral("oos"),
                          QStringLiteral("CancelExecution"), QStringLiteral("--region=cn-hangzhou"),
                          QStringLiteral("--ExecutionId=exec-1"),
                          QStringLiteral("--RegionId=cn-hangzhou")}));
}

void tst_CliCommand::everyAct_sendsTheRecordsParameters_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("reject") << Act::Reject << QStringLiteral("Reject") << QString() << QString();
    QTest::newRow("retry") << Act::RetryTask << QStringLiteral("RetryTask")
                           << QStringLiteral("TaskExecutionIds") << QStringLiteral("[\"a\",\"b\"]");
    QTest::newRow("skip") << Act::SkipTask << QStringLiteral("SkipTask")
                          << QStringLiteral("LoopItem") << QStringLiteral("{\"i\": \"x\"}");
    QTest::newRow("run task") << Act::ExecuteTask << QStringLiteral("ExecuteTask")
                              << QStringLiteral("Parameters") << QStringLiteral("{\"n\": 1.50}");
    QTest::newRow("cancel task") << Act::CancelTask << QStringLiteral("CancelTask") << QString()
                                 << QString();
    QTest::newRow("end") << Act::CompleteExecution << QStringLiteral("CompleteExecution")
                         << QStringLiteral("ExecutionStatus") << QStringLiteral("Failed");
}

void tst_CliCommand::everyAct_sendsTheRecordsParameters()
{
    QFETCH(Act, act);
    QFETCH(QString, type);
    QFETCH(QString, name);
    QFETCH(QString, value);
    DecisionRecord record = recordOf(act);
    if (name == u"TaskExecutionIds") {
        record.taskExecutionId = {};
        record.taskExecutionIds = {TaskExecutionId(QStringLiteral("a")),
                                   TaskExecutionId(QStringLiteral("b"))};
    }
    record.loopItem = name == u"LoopItem" ? value : QString();
    record.parameters = name == u"Parameters" ? value : QString();
    record.nextTaskName = QStringLiteral("deploy");
    record.executionStatus = name == u"ExecutionStatus" ? value : QString();
    QMap<QString, QString> read = readByTheTool(list(cliArguments(record)));
    QCOMPARE(read.take(QStringLiteral("region")), QStringLiteral("cn-hangzhou"));
    QCOMPARE(read.value(QStringLiteral("NotifyType")), type);
    if (!name.isEmpty())
        QCOMPARE(read.value(name), value);
    QVERIFY(!firstDifference(record, read));
}

void tst_CliCommand::values_areExactAfterTheEqualsSign_data()
{
    QTest::addColumn<QString>("note");
    QTest::newRow("leading dash") << QStringLiteral("--Other=x");
    QTest::newRow("short flag") << QStringLiteral("-p");
    QTest::newRow("equals and colons") << QStringLiteral("a=b:c=d");
    QTest::newRow("quotes") << QStringLiteral("\"yes\" 'no'");
    QTest::newRow("lines") << QStringLiteral("one\n--two=three");
}

void tst_CliCommand::values_areExactAfterTheEqualsSign()
{
    QFETCH(QString, note);
    DecisionRecord record = recordOf(Act::Approve);
    record.note = note;
    QCOMPARE(readByTheTool(list(cliArguments(record))).value(QStringLiteral("NotifyNote")), note);
}

void tst_CliCommand::nothingElse_isToldOfTheProfile()
{
    const QString text = list(cliArguments(recordOf(Act::Approve))).join(u' ');
    for (const QString &own : {QStringLiteral("profile-of-mine"), QStringLiteral("acme-prod"),
                               QStringLiteral("2000000000000042"), QStringLiteral("li.wei")})
        QVERIFY(!text.contains(own));
}

QTEST_GUILESS_MAIN(tst_CliCommand)
#include "tst_clicommand.moc"
