// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/profileregistry.h"
#include "app/flows/decideflow.h"
#include "app/journal/sqlitejournal.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "tests/fakes/temporaryfiles.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
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
    QTemporaryDir folder;
    SqliteJournal journal{folder.path(), clock};
    FlowServices services{client, profiles, journal, clock,
                          [] { return std::unique_ptr<OneShotSender>(); }};

    std::unique_ptr<DecisionViewModel> decision(TagInNote mode = TagInNote::WhenNeeded,
                                                Act act = Act::Approve,
                                                const std::optional<NoteDesk> &desk = {})
    {
        DecisionRecord record;
        record.id = newDecisionId();
        record.act = act;
        record.kind = WaitKind::Approval;
        record.executionId = ExecutionId(QStringLiteral("exec-1"));
        record.taskExecutionId = TaskExecutionId(QStringLiteral("t1"));
        record.taskName = QStringLiteral("askFirst");
        auto flow = std::make_unique<DecideFlow>(services, DecisionBasis{});
        return std::make_unique<DecisionViewModel>(record, summaryOf(record, subjectOf(record)),
                                                   mode, std::move(flow), desk);
    }
};

const WaitRowId askedTask{{ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))},
                          ExecutionId(QStringLiteral("exec-1")),
                          TaskExecutionId(QStringLiteral("t1"))};

//! Decisions at a desk of their own, on a profile that asks `rule` of notes.
struct Desk
{
    explicit Desk(NoteRule noteRule = {})
        : rule(std::move(noteRule))
    {
    }
    std::unique_ptr<DecisionViewModel> decision(Act act = Act::Approve)
    {
        return world.decision(TagInNote::WhenNeeded, act,
                              NoteDesk{personal.files, askedTask, rule});
    }

    LockedWorld world;
    TemporaryFiles personal;
    NoteRule rule;
};

} // namespace

class tst_DecisionViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endpointHosts_areThoseShownAndOfTheProfile();
    void tag_onlyWhereTheNoteWouldNotStandOut();
    void note_limitCountsTheTag();
    void note_badCharacter_isNamed();
    void note_keyLike_warns();
    void confirm_once_thenSettled();
    void adopted_settlesOnce();
    void inItsDialog_countsAsSending();
    void draft_isThereOnOpeningAndKeptOnEachChange();
    void draft_staysAfterNotSent();
    void draft_isLeftAloneOnceItIsSent();
    void required_anEmptyNoteIsNotEnough();
    void pattern_holdsForNotesThatAreThere();
    void pattern_withoutExample_isShownItself();
    void pattern_thatRunsAway_stopsSoon();
    void cancelExecution_takesNoNote();
};

//! The banner of a decision names every endpoint that is called for it.
void tst_DecisionViewModel::endpointHosts_areThoseShownAndOfTheProfile()
{
    LockedWorld world;
    Profile profile;
    profile.id = ProfileId(QStringLiteral("p"));
    profile.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    profile.endpoint = QUrl(QStringLiteral("https://oos.company.example:8443"));
    profile.stsEndpoint = QUrl(QStringLiteral("https://sts.company.example"));
    world.profiles.setProfile(profile);
    DecisionRecord record;
    record.where.place = {profile.id, profile.regions.front()};
    record.where.endpointHost = QStringLiteral("oos.company.example:8443");
    DecisionViewModel decision(record,
                               std::make_unique<DecideFlow>(world.services, DecisionBasis{}));
    const QStringList both{QStringLiteral("oos.company.example:8443"),
                           QStringLiteral("sts.company.example")};
    QCOMPARE(decision.endpointHosts(), both);
    world.profiles.removeProfile(profile.id);
    QCOMPARE(decision.endpointHosts(), both.first(1));
}

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

void tst_DecisionViewModel::inItsDialog_countsAsSending()
{
    LockedWorld world;
    DecisionsViewModel decisions(world.services);
    QSignalSpy changed(&decisions, &DecisionsViewModel::changed);
    auto made = world.decision();
    decisions.know(*made);
    QVERIFY(!decisions.isSending());
    made->setNote(QStringLiteral("a note that is long enough"));
    made->confirm();
    QVERIFY(decisions.isSending());
    QVERIFY(changed.count() > 0);
    QVERIFY(decisions.all().empty());
    decisions.adopt(std::move(made));
    QVERIFY(decisions.isSending());
    QTRY_VERIFY(!decisions.isSending());
    auto gone = world.decision();
    decisions.know(*gone);
    gone->confirm();
    QVERIFY(decisions.isSending());
    gone.reset();
    QVERIFY(!decisions.isSending());
}

void tst_DecisionViewModel::draft_isThereOnOpeningAndKeptOnEachChange()
{
    Desk desk;
    Drafts &drafts = desk.personal.files.drafts;
    drafts.keep(askedTask, QStringLiteral("typed before"));
    const auto decision = desk.decision();
    QCOMPARE(decision->note(), QStringLiteral("typed before"));
    QVERIFY(decision->isDraft());
    for (const QString &note : {QStringLiteral("typed before a"), QStringLiteral("typed\nbefore"),
                                QStringLiteral("  blanks stay  ")}) {
        decision->setNote(note);
        QCOMPARE(drafts.note(askedTask), note);
        QVERIFY(!decision->isDraft());
        QVERIFY(drafts.flush());
        // What another start of the program would find, were this one killed now.
        const PersonalFiles other(desk.personal.folder.path(), desk.personal.clock);
        QCOMPARE(other.drafts.note(askedTask), note);
    }
    decision->setNote({});
    QCOMPARE(drafts.count(), 0);
}

void tst_DecisionViewModel::draft_staysAfterNotSent()
{
    Desk desk;
    const auto decision = desk.decision();
    decision->setNote(QStringLiteral("a note of many words"));
    decision->confirm();
    QTRY_COMPARE(decision->decisionState(), DecisionState::NotSent);
    QCOMPARE(desk.personal.files.drafts.note(askedTask), QStringLiteral("a note of many words"));
    QVERIFY(desk.personal.files.notes.recent(Act::Approve).isEmpty());
    const auto again = desk.decision();
    QCOMPARE(again->note(), QStringLiteral("a note of many words"));
    QVERIFY(again->isDraft());
}

void tst_DecisionViewModel::draft_isLeftAloneOnceItIsSent()
{
    Desk desk;
    const auto decision = desk.decision();
    decision->setNote(QStringLiteral("as it was sent, word by word"));
    decision->confirm();
    decision->setNote(QStringLiteral("too late"));
    QCOMPARE(desk.personal.files.drafts.note(askedTask),
             QStringLiteral("as it was sent, word by word"));
}

void tst_DecisionViewModel::required_anEmptyNoteIsNotEnough()
{
    Desk desk({true, {}, {}});
    const auto decision = desk.decision();
    for (const QString &note : {QString(), QStringLiteral("  \n ")}) {
        decision->setNote(note);
        QVERIFY(!decision->canConfirm());
        QCOMPARE(decision->noteProblemText(), QStringLiteral("This account asks for a note."));
    }
    decision->confirm();
    QCOMPARE(decision->stage(), DecisionViewModel::Stage::Composing);
    decision->setNote(QStringLiteral("x"));
    QVERIFY(decision->canConfirm());
    QCOMPARE(decision->noteProblemText(), QString());
}

void tst_DecisionViewModel::pattern_holdsForNotesThatAreThere()
{
    Desk desk({false, QStringLiteral("\\bOPS-\\d{3,}\\b"), QStringLiteral("OPS-<b>1234</b>")});
    const auto decision = desk.decision();
    QVERIFY(decision->canConfirm()); // no note is asked for
    decision->setNote(QStringLiteral("ticket OPS-12"));
    QVERIFY(!decision->canConfirm());
    QCOMPARE(decision->noteProblemText(),
             QStringLiteral("This account asks for something like “OPS-<b>1234</b>” in the note."));
    decision->setNote(QString::fromUtf8("见工单 OPS-123，已确认"));
    QVERIFY(decision->canConfirm());
    decision->setNote(QString::fromUtf8("见工单OPS-123已确认"));
    QVERIFY2(!decision->canConfirm(), "letters of every script are letters");
}

void tst_DecisionViewModel::pattern_withoutExample_isShownItself()
{
    Desk desk({true, QStringLiteral("OPS-%1%n"), {}});
    const auto decision = desk.decision();
    QCOMPARE(decision->noteProblemText(),
             QStringLiteral("This account asks for something like “OPS-%1%n” in the note."));
}

void tst_DecisionViewModel::pattern_thatRunsAway_stopsSoon()
{
    Desk desk({true, QStringLiteral("(a+)+$"), {}});
    const auto decision = desk.decision();
    QElapsedTimer elapsed;
    elapsed.start();
    decision->setNote(QString(QString(499, QLatin1Char('a')) + QLatin1Char('!')));
    QVERIFY(!decision->canConfirm());
    QVERIFY2(elapsed.elapsed() < 200, qPrintable(QString::number(elapsed.elapsed())));
    // Once again, as for every key that is pressed.
    elapsed.restart();
    QVERIFY(!decision->noteProblemText().isEmpty());
    QVERIFY2(elapsed.elapsed() < 200, qPrintable(QString::number(elapsed.elapsed())));
    decision->setNote(QStringLiteral("aaa"));
    QVERIFY(decision->canConfirm());
}

void tst_DecisionViewModel::cancelExecution_takesNoNote()
{
    Desk desk({true, QStringLiteral("OPS-\\d+"), {}});
    desk.personal.files.drafts.keep(askedTask, QStringLiteral("meant for the approval"));
    const auto decision = desk.decision(Act::CancelExecution);
    QVERIFY(!decision->takesNote());
    QCOMPARE(decision->note(), QString());
    QCOMPARE(decision->noteTag(), QString());
    QVERIFY(decision->canConfirm());
    QVERIFY(desk.world.decision(TagInNote::Always, Act::CancelExecution)->noteTag().isEmpty());
    decision->confirm();
    QTRY_COMPARE(decision->stage(), DecisionViewModel::Stage::Settled);
    QCOMPARE(decision->record().note, QString());
    QCOMPARE(desk.personal.files.drafts.note(askedTask), QStringLiteral("meant for the approval"));
}

QTEST_GUILESS_MAIN(tst_DecisionViewModel)
#include "tst_decisionviewmodel.moc"
