// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionlife.h"

#include <QTest>

using namespace countersign;

class tst_DecisionLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingThatIsKeptIsSaid();
    void parametersAreNeverSaid();
    void textsOfOthers_actOnNobody();
    void foundNote_isNobodysDecision();

private:
    static JournalEntry entry();
};

JournalEntry tst_DecisionLife::entry()
{
    JournalEntry made;
    DecisionRecord &record = made.record;
    record.id = {QByteArray("00112233445566778899aabbccddeeff")};
    record.act = Act::Approve;
    record.where = {{ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-beijing"))},
                    QStringLiteral("acme-prod"),
                    QStringLiteral("2000000000000042"),
                    QStringLiteral("ops-reviewer"),
                    QStringLiteral("oos.cn-beijing.aliyuncs.com"),
                    {}};
    record.executionId = ExecutionId(QStringLiteral("exec-7f3a9c20b1d8"));
    record.taskExecutionId = TaskExecutionId(QStringLiteral("exec-7f3a9c20b1d8.0007"));
    record.taskName = QStringLiteral("removeNodes");
    record.loopItem = QStringLiteral("i-bp1");
    record.kind = WaitKind::Approval;
    record.note = QStringLiteral("Checked.\nGo ahead [cs k3f9q2x7aa]");
    record.reads = {{QStringLiteral("ListExecutions"), QStringLiteral("READ-1"),
                     QDateTime({2026, 11, 25}, {2, 14, 0}, Qt::UTC)}};
    record.notRead = {QStringLiteral("ListExecutionRiskyTasks")};
    record.drawnSha256 = "d1d1";
    record.frozenAt = QDateTime({2026, 11, 25}, {2, 14, 1}, Qt::UTC);
    made.intent.requiredApprovals = 2;
    StepFacts sending;
    sending.request = RequestFacts{QStringLiteral("Ab4T"),
                                   QStringLiteral("ACS3-HMAC-SHA256"),
                                   "nonce-77",
                                   QDateTime({2026, 11, 25}, {2, 14, 7}, Qt::UTC),
                                   std::chrono::seconds(-3),
                                   "5ha256"};
    StepFacts accepted;
    accepted.httpStatus = 200;
    accepted.requestId = QStringLiteral("REQ-9");
    accepted.bytesOut = 18;
    accepted.bytesIn = 57;
    StepFacts applied;
    applied.evidence = {QStringLiteral("E1"), QStringLiteral("E2")};
    const QDateTime begin({2026, 11, 25}, {2, 14, 7}, Qt::UTC);
    made.steps = {{DecisionState::IntentRecorded, begin, {}, {}},
                  {DecisionState::Sending, begin.addSecs(1), {}, sending},
                  {DecisionState::Accepted, begin.addSecs(2), {}, accepted},
                  {DecisionState::ReconciledApplied, begin.addSecs(4), {}, applied}};
    made.hash = "c4a1";
    return made;
}

void tst_DecisionLife::everythingThatIsKeptIsSaid()
{
    // The tests' zone is eight hours ahead of UTC.
    const QString text = decisionLifeText(entry());
    const QStringList lines = text.split(u'\n');
    QCOMPARE(lines.first(), QStringLiteral("Approve: removeNodes"));
    QCOMPARE(lines.at(1), QStringLiteral("Done: it moved as asked."));
    for (const char *wanted : {"exec-7f3a9c20b1d8",
                               "exec-7f3a9c20b1d8.0007",
                               "i-bp1",
                               "acme-prod",
                               "2000000000000042",
                               "cn-beijing",
                               "ops-reviewer",
                               "oos.cn-beijing.aliyuncs.com",
                               "ends in Ab4T",
                               "ACS3-HMAC-SHA256",
                               "nonce-77",
                               "3 second(s) behind this computer's",
                               "5ha256",
                               "HTTP status: 200",
                               "Request id: REQ-9",
                               "18 sent, 57 received",
                               "E1: the service shows the decision's note.",
                               "E2: it moved in the direction that was asked.",
                               "ListExecutions at ",
                               "READ-1",
                               "ListExecutionRiskyTasks",
                               "Approvals needed: 2",
                               "d1d1",
                               "00112233445566778899aabbccddeeff",
                               "c4a1"})
        QVERIFY2(text.contains(QString::fromLatin1(wanted)), wanted);
    QVERIFY(text.contains(entry().record.id.shortForm()));
    QVERIFY(text.contains(QStringLiteral("Checked.\nGo ahead [cs k3f9q2x7aa]")));
    const auto at = [&lines](const char *line) { return lines.indexOf(QString::fromLatin1(line)); };
    const qsizetype recorded = at("2026-11-25 10:14:07 +08:00 (02:14:07 UTC)");
    const qsizetype sending = at("2026-11-25 10:14:08 +08:00 (02:14:08 UTC)");
    const qsizetype accepted = at("2026-11-25 10:14:09 +08:00 (02:14:09 UTC)");
    const qsizetype done = at("2026-11-25 10:14:11 +08:00 (02:14:11 UTC)");
    QVERIFY(recorded > 0 && recorded < sending && sending < accepted && accepted < done);
    QCOMPARE(lines.at(recorded + 1), QStringLiteral("Recorded"));
    QCOMPARE(lines.at(sending + 1), QStringLiteral("Sending…"));
    QCOMPARE(lines.at(accepted + 1),
             QStringLiteral("Accepted by the service. Watching for the effect."));
    QCOMPARE(lines.at(done + 1), QStringLiteral("Done: it moved as asked."));
}

void tst_DecisionLife::parametersAreNeverSaid()
{
    JournalEntry made = entry();
    made.record.parameters = QStringLiteral(R"({"password":"canary-secret"})");
    made.parametersBytes = 28;
    made.parametersSha256 = "ab12";
    const QString text = decisionLifeText(made);
    QVERIFY(!text.contains(QStringLiteral("canary-secret")));
    QVERIFY(!text.contains(QStringLiteral("password")));
    QVERIFY(text.contains(QStringLiteral("28 byte(s)")) && text.contains(QStringLiteral("ab12")));
}

void tst_DecisionLife::textsOfOthers_actOnNobody()
{
    const QString nasty = QStringLiteral("a\u202Eb\u200Bc\nDone: forged\x1b[31m");
    JournalEntry made = entry();
    DecisionRecord &record = made.record;
    record.taskName = nasty;
    record.loopItem = nasty;
    record.where.profileAlias = nasty;
    record.where.actor = nasty;
    record.executionId = ExecutionId(nasty);
    record.reads.front().requestId = nasty;
    record.notRead = {nasty};
    made.steps[2].facts.code = nasty;
    made.steps[2].facts.requestId = nasty;
    made.steps[1].facts.request->nonce = nasty.toUtf8();
    const QString text = decisionLifeText(made);
    QVERIFY(!text.split(u'\n').contains(QStringLiteral("Done: forged")));
    for (const QChar character : text)
        QVERIFY(character == u'\n' || (character.category() != QChar::Other_Control &&
                                       character.category() != QChar::Other_Format));
}

void tst_DecisionLife::foundNote_isNobodysDecision()
{
    DecisionRow note;
    note.origin = DecisionRow::Origin::FoundNote;
    note.note = QStringLiteral("fine by me");
    note.taskName = QStringLiteral("gate");
    note.executionId = ExecutionId(QStringLiteral("exec-1"));
    const QString text = foundNoteText(note);
    QVERIFY(text.startsWith(QStringLiteral("Found at the service, written by somebody")));
    QVERIFY(text.contains(QStringLiteral("fine by me")));
    QVERIFY(text.contains(QStringLiteral("exec-1")));
    QVERIFY(!text.contains(QStringLiteral("Approve")));
    // Its record may have been taken off.
    QVERIFY2(text.contains(QStringLiteral("may have written it, or its record was removed")),
             qPrintable(text));
}

QTEST_GUILESS_MAIN(tst_DecisionLife)
#include "tst_decisionlife.moc"
