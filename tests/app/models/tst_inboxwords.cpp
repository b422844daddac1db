// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inboxwords.h"

#include <QSet>
#include <QTest>

using namespace countersign;

class tst_InboxWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heading_data();
    void heading();
    void detail_data();
    void detail();
    void groups_haveALabelEach();
    void reasons_haveASentenceEach();
    void sentence_andToolTip_sayWhoseTurnItIs();
    void failedTasks_areCounted();
    void items_andTwins_areToldApart();
    void child_saysItsWayDown();
};

void tst_InboxWords::heading_data()
{
    QTest::addColumn<WaitKind>("kind");
    QTest::addColumn<Confidence>("confidence");
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("api");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, WaitKind kind, Confidence confidence, const char *task,
                        const char *api, const QString &expected) {
        QTest::newRow(name) << kind << confidence << QString::fromUtf8(task)
                            << QString::fromUtf8(api) << expected;
    };
    constexpr auto Certain = Confidence::Certain;
    constexpr auto Probable = Confidence::Probable;
    row("approval", WaitKind::Approval, Certain, "approveRestart", "",
        QStringLiteral("Approval “approveRestart”"));
    row("approval, whole run", WaitKind::Approval, Certain, "", "", QStringLiteral("An approval"));
    row("high risk", WaitKind::HighRisk, Certain, "removeNodes", "DeleteInstance",
        QStringLiteral("Approve before ECS DeleteInstance"));
    row("high risk, inferred", WaitKind::HighRisk, Probable, "removeNodes", "DeleteInstance",
        QStringLiteral("Approve, probably before ECS DeleteInstance"));
    row("high risk, call not read", WaitKind::HighRisk, Probable, "removeNodes", "",
        QStringLiteral("Probably before a high-risk call of “removeNodes”"));
    row("high risk, nothing read", WaitKind::HighRisk, Probable, "", "",
        QStringLiteral("Probably before a high-risk call"));
    row("batch", WaitKind::BatchPause, Certain, "resize", "",
        QStringLiteral("After a batch of “resize”"));
    row("batch, inferred", WaitKind::BatchPause, Probable, "resize", "",
        QStringLiteral("Probably after a batch of “resize”"));
    row("batch, no row", WaitKind::BatchPause, Probable, "", "",
        QStringLiteral("Probably between two batches"));
    row("debug", WaitKind::DebugStep, Certain, "waitReady", "",
        QStringLiteral("Next task “waitReady”"));
    row("debug, next not read", WaitKind::DebugStep, Certain, "", "",
        QStringLiteral("A debug step"));
    row("failure", WaitKind::FailurePause, Certain, "installCert", "",
        QStringLiteral("Paused: “installCert” failed"));
    row("pause", WaitKind::ManualPause, Certain, "hold", "", QStringLiteral("Pause “hold”"));
    row("child", WaitKind::InsideChild, Probable, "sub", "",
        QStringLiteral("Probably inside the child of “sub”"));
    row("unknown", WaitKind::Unknown, Certain, "odd", "",
        QStringLiteral("“odd” waits, what for is not known"));
    row("unknown, whole run", WaitKind::Unknown, Certain, "", "",
        QStringLiteral("The run waits, what for is not known"));
    row("placeholders in names", WaitKind::Approval, Certain, "%1 %2 %n", "",
        QStringLiteral("Approval “%1 %2 %n”"));
}

void tst_InboxWords::heading()
{
    QFETCH(WaitKind, kind);
    QFETCH(Confidence, confidence);
    QFETCH(QString, task);
    QFETCH(QString, api);
    QFETCH(QString, expected);
    WaitRow row;
    row.kind = kind;
    row.confidence = confidence;
    row.taskName = task;
    row.description = QStringLiteral("approved by security");
    if (!api.isEmpty())
        row.call = {QStringLiteral("ECS"), api};
    QCOMPARE(inboxHeading(row), expected);
}

void tst_InboxWords::detail_data()
{
    QTest::addColumn<WaitRow>("row");
    QTest::addColumn<QString>("expected");
    WaitRow row;
    QTest::newRow("nothing") << row << QString();
    row.kind = WaitKind::Approval;
    row.taskName = QStringLiteral("approveRestart");
    row.templateName = QStringLiteral("restart-web-fleet");
    QTest::newRow("no version") << row << QStringLiteral("restart-web-fleet");
    row.templateVersion = QStringLiteral("v4");
    QTest::newRow("version") << row << QStringLiteral("restart-web-fleet v4");
    row.templateVersion = QStringLiteral("4");
    QTest::newRow("bare version") << row << QStringLiteral("restart-web-fleet v4");
    row.confidence = Confidence::Probable;
    QTest::newRow("probable") << row << QStringLiteral("restart-web-fleet v4 · probable");
    row.confidence = Confidence::Certain;
    row.kind = WaitKind::HighRisk;
    row.call = {QStringLiteral("ECS"), QStringLiteral("DeleteInstance")};
    QTest::newRow("high risk names the task")
        << row << QStringLiteral("approveRestart · restart-web-fleet v4");
}

void tst_InboxWords::detail()
{
    QFETCH(WaitRow, row);
    QFETCH(QString, expected);
    QCOMPARE(inboxDetail(row), expected);
}

void tst_InboxWords::groups_haveALabelEach()
{
    const QStringList labels{
        waitGroupLabel(WaitGroup::NeedsYou), waitGroupLabel(WaitGroup::ApprovedByYou),
        waitGroupLabel(WaitGroup::NotAddressed), waitGroupLabel(WaitGroup::Later)};
    const QStringList expected{QStringLiteral("Needs you"),
                               QStringLiteral("You approved, waits for others"),
                               QStringLiteral("Not addressed to you"), QStringLiteral("Later")};
    QCOMPARE(labels, expected);
}

void tst_InboxWords::reasons_haveASentenceEach()
{
    QSet<QString> sentences;
    for (const GroupReason reason :
         {GroupReason::NoApproverList, GroupReason::ListNotRead, GroupReason::NameNotKnown,
          GroupReason::NamedInList, GroupReason::NotInList, GroupReason::OwnRecord,
          GroupReason::PutOff}) {
        const QString sentence = groupReasonText(reason, WaitKind::Approval);
        QVERIFY2(sentence.endsWith(u'.') && sentence.at(0).isUpper(), qPrintable(sentence));
        sentences.insert(sentence);
        WaitRow row;
        row.groupReason = reason;
        const bool isOpen =
            reason == GroupReason::ListNotRead || reason == GroupReason::NameNotKnown;
        QCOMPARE(inboxDetail(row),
                 isOpen ? QStringLiteral("cannot tell whether for you") : QString());
    }
    QCOMPARE(sentences.size(), 7);
    // Kinds without a list of approvers do not speak of one.
    QVERIFY(!groupReasonText(GroupReason::NoApproverList, WaitKind::DebugStep)
                 .contains(QStringLiteral("approvers")));
}

void tst_InboxWords::sentence_andToolTip_sayWhoseTurnItIs()
{
    WaitRow row;
    row.kind = WaitKind::Approval;
    for (const WaitGroup group : {WaitGroup::NeedsYou, WaitGroup::ApprovedByYou,
                                  WaitGroup::NotAddressed, WaitGroup::Later}) {
        row.group = group;
        QVERIFY(inboxSentence(row, {}).endsWith(waitGroupLabel(group)));
    }
    row.groupReason = GroupReason::NotInList;
    QVERIFY(inboxToolTip(row).contains(groupReasonText(row.groupReason, row.kind)));
}

void tst_InboxWords::failedTasks_areCounted()
{
    WaitRow row;
    row.kind = WaitKind::FailurePause;
    row.failedTasks = 3;
    QVERIFY(inboxHeading(row).contains(QStringLiteral("3 task")));
    row.taskName = QStringLiteral("patch");
    QVERIFY(inboxHeading(row).startsWith(QStringLiteral("“patch” failed 3 time")));
    row.failedTasks = 1;
    QCOMPARE(inboxHeading(row), QStringLiteral("Paused: “patch” failed"));
}

void tst_InboxWords::items_andTwins_areToldApart()
{
    std::vector<WaitRow> rows(5);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].id.executionId = ExecutionId(QStringLiteral("exec-7f3a%1c20b1d84e5f93").arg(i));
        rows[i].kind = WaitKind::Approval;
        rows[i].taskName = QStringLiteral("ask");
        rows[i].templateName = QStringLiteral("restart");
    }
    markTwins(rows);
    QSet<QString> details;
    QSet<QString> sentences;
    for (const WaitRow &row : rows) {
        details.insert(inboxDetail(row));
        sentences.insert(inboxSentence(row, {}));
        QVERIFY(row.id.executionId.text().endsWith(row.twinMark));
    }
    QCOMPARE(details.size(), 5);
    QCOMPARE(sentences.size(), 5);

    // Items of one run are told apart by what they are, and need no mark.
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].id.executionId = rows[0].id.executionId;
        rows[i].loopItem = QStringLiteral("{\"host\":\"#%1\"}").arg(i);
    }
    markTwins(rows);
    details.clear();
    for (const WaitRow &row : rows) {
        details.insert(inboxDetail(row));
        QVERIFY(row.twinMark.isEmpty());
        QVERIFY(inboxDetail(row).contains(row.loopItem));
        QVERIFY(inboxToolTip(row).contains(row.loopItem));
    }
    QCOMPARE(details.size(), 5);
}

void tst_InboxWords::child_saysItsWayDown()
{
    const ExecutionId self(QStringLiteral("exec-B"));
    WayDown way;
    QCOMPARE(wayDownText(way, self, QStringLiteral("ask")), QString());
    way.steps = {{ExecutionId(QStringLiteral("exec-A")), QStringLiteral("t"),
                  QStringLiteral("deploy"), QStringLiteral("i-1")}};
    QCOMPARE(wayDownText(way, self, QStringLiteral("approveIt")),
             QStringLiteral("in run exec-A (template t) › task “deploy” › item i-1 › run exec-B › "
                            "task “approveIt”"));
    WaitRow row;
    row.id.executionId = self;
    row.way = way;
    QVERIFY(inboxDetail(row).contains(QStringLiteral("in “t”")));
    QVERIFY(inboxToolTip(row).contains(QStringLiteral("exec-A")));
    way.isWhole = false;
    QCOMPARE(wayDownText(way, self, {}),
             QStringLiteral("in a run that could not be read › run exec-A (template t) › task "
                            "“deploy” › item i-1 › run exec-B"));
    way.steps.clear();
    row.way = way;
    QVERIFY(inboxDetail(row).contains(QStringLiteral("in another run")));
}

QTEST_GUILESS_MAIN(tst_InboxWords)
#include "tst_inboxwords.moc"
