// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/profileregistry.h"
#include "app/flows/decideflow.h"
#include "app/journal/memoryjournal.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace countersign;

namespace {

//! A world without any account: everything that would be sent stops before it is.
struct LockedWorld
{
    SystemClock clock;
    ReadClient client{clock, [] { return newNonce(); }, [] { return 0.5; }};
    ProfileRegistry profiles;
    MemoryJournal journal;
    FlowServices services{client, profiles, journal, clock,
                          [] { return std::unique_ptr<OneShotSender>(); }};

    std::unique_ptr<DecisionViewModel> decision(TagInNote mode = TagInNote::WhenNeeded)
    {
        DecisionRecord record;
        record.id = newDecisionId();
        record.act = Act::Approve;
        record.kind = WaitKind::Approval;
        record.executionId = ExecutionId(QStringLiteral("exec-1"));
        record.taskExecutionId = TaskExecutionId(QStringLiteral("t1"));
        record.taskName = QStringLiteral("askFirst");
        auto flow = std::make_unique<DecideFlow>(services, DecisionBasis{});
        return std::make_unique<DecisionViewModel>(record, summaryOf(record, subjectOf(record)),
                                                   mode, std::move(flow));
    }
};

} // namespace

class tst_DecisionViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tag_onlyWhereTheNoteWouldNotStandOut();
    void note_limitCountsTheTag();
    void note_badCharacter_isNamed();
    void note_keyLike_warns();
    void confirm_once_thenSettled();
    void adopted_settlesOnce();
};

void tst_DecisionViewModel::tag_onlyWhereTheNoteWouldNotStandOut()
{
    LockedWorld world;
    const auto decision = world.decision();
    const QString shortId = decision->record().id.shortForm();
    QVERIFY(decision->noteTag().contains(shortId));
    decision->setNote(QStringLiteral("ok"));
    QCOMPARE(decision->noteTag(), QString(QStringLiteral(" [cs ") + shortId + QLatin1Char(']')));
    decision->setNote(QStringLiteral("agreed with the web team on Monday"));
    QCOMPARE(decision->noteTag(), QString());
    QVERIFY(world.decision(TagInNote::Never)->noteTag().isEmpty());
    const auto always = world.decision(TagInNote::Always);
    always->setNote(QStringLiteral("agreed with the web team on Monday"));
    QVERIFY(!always->noteTag().isEmpty());
}

void tst_DecisionViewModel::note_limitCountsTheTag()
{
    LockedWorld world;
    const auto decision = world.decision();
    decision->setNote(QString::fromUtf8("空闲三天以上，已与张伟确认"));
    QCOMPARE(decision->noteCheck().codePoints, 13);
    QCOMPARE(decision->noteCounterText(), QStringLiteral("13 of 500"));
    decision->setNote(QString(500, QLatin1Char('x')));
    QVERIFY(decision->canConfirm());
    decision->setNote(QString(501, QLatin1Char('x')));
    QVERIFY(!decision->canConfirm());
    QVERIFY(decision->noteProblemText().contains(QStringLiteral("too long by 1")));
}

void tst_DecisionViewModel::note_badCharacter_isNamed()
{
    LockedWorld world;
    const auto decision = world.decision();
    decision->setNote(QString(QStringLiteral("looks fine to me") + QChar(0x202E)));
    QVERIFY(!decision->canConfirm());
    QVERIFY(decision->noteProblemText().contains(QStringLiteral("U+202E")));
    decision->setNote(QStringLiteral("two\nlines are fine here"));
    QVERIFY(decision->canConfirm());
}

void tst_DecisionViewModel::note_keyLike_warns()
{
    LockedWorld world;
    const auto decision = world.decision();
    QVERIFY(decision->noteWarningText().isEmpty());
    decision->setNote(QStringLiteral("use LTAI5tAbCdEfGhIjKlMnOpQr for it"));
    QVERIFY(!decision->noteWarningText().isEmpty());
    QVERIFY(!decision->noteWarningText().contains(QStringLiteral("LTAI5tAbCdEfGhIjKlMnOpQr")));
    QVERIFY(decision->canConfirm());
}

void tst_DecisionViewModel::confirm_once_thenSettled()
{
    LockedWorld world;
    const auto decision = world.decision();
    decision->setNote(QStringLiteral("first words of the note"));
    QCOMPARE(decision->stage(), DecisionViewModel::Stage::Composing);
    decision->confirm();
    QCOMPARE(decision->stage(), DecisionViewModel::Stage::Sending);
    decision->setNote(QStringLiteral("other words, too late"));
    decision->confirm();
    QCOMPARE(decision->record().note, QStringLiteral("first words of the note"));
    QTRY_COMPARE(decision->stage(), DecisionViewModel::Stage::Settled);
    QCOMPARE(decision->decisionState(), DecisionState::NotSent);
    QVERIFY(decision->outcomeText().startsWith(QStringLiteral("Not sent. Nothing happened.")));
    QVERIFY(!decision->canConfirm());
    QVERIFY(!decision->isLoud());
}

void tst_DecisionViewModel::adopted_settlesOnce()
{
    LockedWorld world;
    qRegisterMetaType<DecisionViewModel *>("countersign::DecisionViewModel*");
    DecisionsViewModel decisions;
    QSignalSpy settled(&decisions, &DecisionsViewModel::settled);
    auto made = world.decision();
    DecisionViewModel *decision = made.get();
    decision->setNote(QStringLiteral("a note that is long enough"));
    decision->confirm();
    decisions.adopt(std::move(made));
    QVERIFY(decisions.isSending());
    QTRY_COMPARE(settled.count(), 1);
    QVERIFY(!decisions.isSending());
    QCOMPARE(decisions.all().size(), std::size_t(1));
    QCOMPARE(decisions.forExecution(ExecutionId(QStringLiteral("exec-1"))).front(), decision);
    QVERIFY(decisions.forExecution(ExecutionId(QStringLiteral("exec-2"))).empty());
    QVERIFY(decisions.loud().empty());
    QTest::qWait(50);
    QCOMPARE(settled.count(), 1);
}

QTEST_GUILESS_MAIN(tst_DecisionViewModel)
#include "tst_decisionviewmodel.moc"
