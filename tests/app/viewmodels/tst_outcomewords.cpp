// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/outcomewords.h"

#include <QTest>

using namespace countersign;

// The column "Person sees" of security.md 4.3.

class tst_OutcomeWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void state_says_data();
    void state_says();
    void accepted_needingOthers_isNoFailure();
    void changed_namesTheFacts();
    void notSent_wrongClock_namesTheDifference();
    void unknown_saysUntilWhen();
    void serviceWords_areSafeText();
    void rows_areCounted();
    void step_namesItsTask();
    void seenNote_namesTheTaskOrTheRun();
    void changedRowsAndSteps_areSaidInWords();
    void refusal_saysWhatCanBeDoneInstead_data();
    void refusal_saysWhatCanBeDoneInstead();
    void noState_claimsTooMuch_data();
    void noState_claimsTooMuch();
    void anotherTaskWaits_comesFirst();
    void anotherTaskOfAStep_isNotTheStepItself();
    void unclearAnswer_hasItsReason_data();
    void unclearAnswer_hasItsReason();
    void anotherActor_isNamedBesideTheOneShown_data();
    void anotherActor_isNamedBesideTheOneShown();
    void runOfAnotherAccount_isNamed();
    void anotherHost_isNamedBesideTheOneShown();
    void everyStop_hasItsSentence_data();
    void everyStop_hasItsSentence();
    void journalProblem_isNamed();
    void unrecorded_mayHaveBeenCarriedOut();
    void resumed_saysWhenItWasSent();
    void resumed_beforeSending_nothingHappened();
    void whileNothingIsChecked_isSaidWhy_data();
    void whileNothingIsChecked_isSaidWhy();
    void doubtfulClock_warns();
    void unresolved_saysWhatWasSeen();
};

void tst_OutcomeWords::state_says_data()
{
    QTest::addColumn<DecisionState>("state");
    QTest::addColumn<QString>("begins");
    const auto row = [](const char *name, DecisionState state, const char *begins) {
        QTest::newRow(name) << state << QString::fromUtf8(begins);
    };
    row("changed", DecisionState::Changed, "Nothing was sent. It changed while you were reading.");
    row("not sent", DecisionState::NotSent, "Not sent. Nothing happened.");
    row("refused", DecisionState::Refused,
        "Refused by the service: User.NoPermission. Nothing was changed by this.");
    row("refused, unknown code", DecisionState::RefusedCodeUnknown, "Refused: User.NoPermission,");
    row("accepted", DecisionState::Accepted, "Accepted by the service. Watching for the effect.");
    row("ambiguous", DecisionState::Ambiguous,
        "Outcome unknown. The request may have been carried out. Do not repeat it.");
    row("applied", DecisionState::ReconciledApplied, "Done: ");
    row("other", DecisionState::ReconciledOtherActor, "Decided, but not certainly by you: ");
    row("not applied", DecisionState::ReconciledNotApplied,
        "Not carried out. You may decide again.");
    row("unresolved", DecisionState::Unresolved, "Could not be determined.");
    row("sending", DecisionState::Sending, "Sending… do not close.");
    row("verified", DecisionState::Verified, "Nothing is sent yet. Checking once more…");
}

void tst_OutcomeWords::state_says()
{
    QFETCH(DecisionState, state);
    QFETCH(QString, begins);
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = state;
    progress.movement = Movement::AsAsked;
    progress.runStatus = QStringLiteral("Running");
    progress.report.code = QStringLiteral("User.NoPermission");
    const QString sentence = outcomeSentence({}, {}, progress);
    QVERIFY2(sentence.startsWith(begins), qPrintable(sentence));
}

void tst_OutcomeWords::accepted_needingOthers_isNoFailure()
{
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::Accepted;
    progress.waitsForOthers = true;
    DecisionBasis basis;
    basis.requiredApprovals = 2;
    const QString sentence = outcomeSentence({}, basis, progress);
    QVERIFY(sentence.startsWith(QStringLiteral("Accepted by the service.")));
    QVERIFY(sentence.contains(QStringLiteral("needs 2 approval")));
    QVERIFY(sentence.contains(QStringLiteral("others are needed")));
    QVERIFY(!sentence.contains(QStringLiteral("fail"), Qt::CaseInsensitive));
    QVERIFY(outcomeDetails({}, basis, progress).contains(QStringLiteral("cannot be read")));
}

void tst_OutcomeWords::changed_namesTheFacts()
{
    DecisionProgress progress;
    progress.state = DecisionState::Changed;
    progress.changedFacts = {QStringLiteral("TemplateVersion"), QStringLiteral("Parameters")};
    QVERIFY(
        outcomeDetails({}, {}, progress).contains(QStringLiteral("TemplateVersion, Parameters")));
}

void tst_OutcomeWords::notSent_wrongClock_namesTheDifference()
{
    DecisionProgress progress;
    progress.state = DecisionState::NotSent;
    progress.stop = DecisionProgress::Stop::WrongClock;
    progress.clockSkew = std::chrono::seconds(720);
    const QString behind = outcomeSentence({}, {}, progress);
    QVERIFY(behind.contains(QStringLiteral("12 minute")));
    QVERIFY(behind.contains(QStringLiteral("behind")));
    progress.clockSkew = std::chrono::seconds(-720);
    QVERIFY(outcomeSentence({}, {}, progress).contains(QStringLiteral("ahead")));
}

void tst_OutcomeWords::unknown_saysUntilWhen()
{
    DecisionProgress progress;
    progress.state = DecisionState::Ambiguous;
    progress.watchUntil = QDateTime(QDate(2026, 3, 2), QTime(8, 51, 7), Qt::UTC);
    progress.nextCheck = QDateTime(QDate(2026, 3, 2), QTime(8, 16, 1), Qt::UTC);
    const QString details = outcomeDetails({}, {}, progress);
    QVERIFY(
        details.contains(progress.watchUntil.toLocalTime().toString(QStringLiteral("HH:mm:ss"))));
    QVERIFY(
        details.contains(progress.nextCheck.toLocalTime().toString(QStringLiteral("HH:mm:ss"))));
}

void tst_OutcomeWords::serviceWords_areSafeText()
{
    DecisionProgress progress;
    progress.state = DecisionState::Refused;
    progress.report.code = QString(QStringLiteral("A") + QChar(0x202E) + QStringLiteral("B"));
    Error error;
    error.kind = Error::Kind::Refused;
    error.detail = QString(QStringLiteral("message ") + QChar(0x200B));
    progress.error = error;
    const QString shown =
        QString(outcomeSentence({}, {}, progress) + outcomeDetails({}, {}, progress));
    QVERIFY(!shown.contains(QChar(0x202E)));
    QVERIFY(!shown.contains(QChar(0x200B)));
}

void tst_OutcomeWords::rows_areCounted()
{
    DecisionRecord record;
    record.act = Act::RetryTask;
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::ReconciledApplied;
    progress.movement = Movement::AsAsked;
    progress.movedRows = {3, 3};
    progress.runStatus = QStringLiteral("Waiting");
    QVERIFY(
        outcomeSentence(record, {}, progress).startsWith(QStringLiteral("Done: 3 failed task")));
    record.act = Act::SkipTask;
    QVERIFY(outcomeSentence(record, {}, progress).contains(QStringLiteral("passed over")));
    progress.movement = Movement::Partly;
    progress.movedRows = {2, 3};
    const QString part = outcomeSentence(record, {}, progress);
    QVERIFY(part.startsWith(QStringLiteral("Done in part: 2 of 3 failed task")));
    QVERIFY(part.contains(QStringLiteral("the others stand as before")));
    progress.state = DecisionState::ReconciledOtherActor;
    QVERIFY(outcomeSentence(record, {}, progress)
                .startsWith(QStringLiteral("Decided, but not certainly by you: 2 of 3")));
}

void tst_OutcomeWords::step_namesItsTask()
{
    DecisionRecord record;
    record.act = Act::ExecuteTask;
    record.nextTaskName = QStringLiteral("selectFleet");
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::ReconciledApplied;
    progress.movement = Movement::AsAsked;
    progress.runStatus = QStringLiteral("Waiting");
    QCOMPARE(outcomeSentence(record, {}, progress),
             QStringLiteral("Done: task “selectFleet” was started, the run is Waiting."));
    progress.movement = Movement::None;
    QVERIFY(outcomeSentence(record, {}, progress).contains(QStringLiteral("“selectFleet”")));
}

void tst_OutcomeWords::seenNote_namesTheTaskOrTheRun()
{
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::ReconciledApplied;
    progress.isNoteSeen = true;
    DecisionRecord step;
    step.act = Act::ExecuteTask;
    step.nextTaskName = QStringLiteral("selectFleet");
    QCOMPARE(outcomeDetails(step, {}, progress).section(u'\n', 0, 0),
             QStringLiteral("Task “selectFleet” carries your note."));
    DecisionRecord end;
    end.act = Act::CompleteExecution;
    QCOMPARE(outcomeDetails(end, {}, progress).section(u'\n', 0, 0),
             QStringLiteral("The run carries your note."));
}

void tst_OutcomeWords::changedRowsAndSteps_areSaidInWords()
{
    DecisionProgress progress;
    progress.state = DecisionState::Changed;
    progress.changedFacts = {QStringLiteral("Steps"), QStringLiteral("TaskExecution exec-1.t3"),
                             QStringLiteral("TaskExecution exec-1.t4")};
    progress.lastStep = QStringLiteral("restart");
    const QString details = outcomeDetails({}, {}, progress);
    QVERIFY(details.contains(QStringLiteral("2 of the chosen task")));
    QVERIFY(details.contains(QStringLiteral("the task that ended last is “restart”")));
}

void tst_OutcomeWords::refusal_saysWhatCanBeDoneInstead_data()
{
    QTest::addColumn<Alternative>("alternative");
    QTest::addColumn<QString>("words");
    QTest::newRow("without id") << Alternative::WithoutTaskId
                                << QStringLiteral("Approve can be sent without it");
    QTest::newRow("name it") << Alternative::NameTheTask
                             << QStringLiteral("told which task is meant");
    QTest::newRow("one by one") << Alternative::OneByOne << QStringLiteral("one task at a time");
}

void tst_OutcomeWords::refusal_saysWhatCanBeDoneInstead()
{
    QFETCH(Alternative, alternative);
    QFETCH(QString, words);
    DecisionRecord record;
    record.note = QStringLiteral("as agreed");
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::Refused;
    progress.report.code = QStringLiteral("Zupolimek");
    progress.alternative = alternative;
    QVERIFY(outcomeSentence(record, {}, progress)
                .startsWith(QStringLiteral("Refused by the service: Zupolimek.")));
    const QString details = outcomeDetails(record, {}, progress);
    QVERIFY2(details.contains(words), qPrintable(details));
    QVERIFY(details.contains(QStringLiteral("Your note is kept.")));
}

// Rule H05 of security.md: what was sent is never called done, and nothing is called failed that
// may have been carried out. The words are looked for in everything that is said.
void tst_OutcomeWords::noState_claimsTooMuch_data()
{
    QTest::addColumn<DecisionState>("state");
    QTest::addColumn<QStringList>("forbidden");
    const auto row = [](const char *name, DecisionState state, const char *words) {
        QTest::newRow(name) << state << QString::fromUtf8(words).split(u'|');
    };
    row("checking", DecisionState::Drafted, "approved|rejected|done|failed|carried out");
    row("verified", DecisionState::Verified, "approved|rejected|done|failed|carried out");
    row("recorded", DecisionState::IntentRecorded, "approved|rejected|done|failed|carried out");
    row("sending", DecisionState::Sending, "approved|rejected|done|failed|nothing is sent");
    row("sent", DecisionState::Sent, "approved|rejected|done|failed|nothing is sent");
    row("changed", DecisionState::Changed, "approved|rejected|done:|failed|may have been");
    row("not sent", DecisionState::NotSent, "approved|rejected|done:|may have been carried");
    row("refused", DecisionState::Refused, "approved|rejected|done:|may have been carried");
    row("refused, unknown code", DecisionState::RefusedCodeUnknown,
        "approved|rejected|done:|nothing was changed by this|decide again");
    row("accepted", DecisionState::Accepted, "approved|rejected|done|failed|carried out");
    row("ambiguous", DecisionState::Ambiguous,
        "approved|rejected|done|failed|not carried out|nothing happened|decide again");
    row("other", DecisionState::ReconciledOtherActor, "approved|rejected|done:|failed");
    row("not applied", DecisionState::ReconciledNotApplied, "approved|rejected|done:|failed");
    row("unresolved", DecisionState::Unresolved,
        "approved|rejected|done:|failed|not carried out|nothing happened|decide again");
}

void tst_OutcomeWords::noState_claimsTooMuch()
{
    QFETCH(DecisionState, state);
    QFETCH(QStringList, forbidden);
    DecisionRecord record;
    record.taskName = QStringLiteral("askFirst");
    record.taskExecutionId = TaskExecutionId(QStringLiteral("t1"));
    record.note = QStringLiteral("as agreed");
    for (int kind = 0; kind <= int(Error::Kind::LocalFault); ++kind) {
        DecisionProgress progress;
        progress.isStarted = true;
        progress.state = state;
        progress.movement = Movement::AsAsked;
        progress.runStatus = QStringLiteral("Running");
        progress.rowStatus = QStringLiteral("Success");
        progress.nextTaskName = QStringLiteral("askAgain");
        progress.report.code = QStringLiteral("Code.X");
        progress.report.requestId = QStringLiteral("8C1F2B7E");
        progress.sentAt = QDateTime({2026, 11, 27}, {10, 0}, Qt::UTC);
        progress.watchUntil = progress.sentAt.addSecs(2'160);
        Error error;
        error.kind = static_cast<Error::Kind>(kind);
        error.httpStatus = 503;
        progress.error = error;
        progress.checkError = error;
        progress.isResumed = kind % 2 != 0 && state != DecisionState::NotSent;
        const QString said = QString(outcomeSentence(record, {}, progress) + u'\n' +
                                     outcomeDetails(record, {}, progress));
        for (const QString &word : forbidden)
            QVERIFY2(!said.contains(word, Qt::CaseInsensitive),
                     qPrintable(QStringLiteral("“%1” in: %2").arg(word, said)));
    }
}

void tst_OutcomeWords::anotherTaskWaits_comesFirst()
{
    DecisionRecord record;
    record.taskName = QStringLiteral("firstGate");
    record.taskExecutionId = TaskExecutionId(QStringLiteral("t1"));
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::ReconciledOtherActor;
    progress.movement = Movement::AsAsked;
    progress.runStatus = QStringLiteral("Waiting");
    progress.rowStatus = QStringLiteral("Success");
    progress.nextTaskName = QStringLiteral("secondGate");
    QCOMPARE(outcomeSentence(record, {}, progress),
             QStringLiteral("Another task waits now: “secondGate”. This decision was not about it. "
                            "Decided, but not certainly by you: task “firstGate” is now Success, "
                            "the run is Waiting."));
    QVERIFY(!outcomeDetails(record, {}, progress).contains(QStringLiteral("secondGate")));
    // While its own task waits as before the other one is a parallel branch.
    progress.state = DecisionState::Ambiguous;
    progress.movement = Movement::None;
    QVERIFY(outcomeSentence(record, {}, progress).startsWith(QStringLiteral("Outcome unknown.")));
    QVERIFY(outcomeDetails(record, {}, progress).contains(QStringLiteral("“secondGate”")));
}

void tst_OutcomeWords::anotherTaskOfAStep_isNotTheStepItself()
{
    DecisionRecord record;
    record.act = Act::ExecuteTask;
    record.nextTaskName = QStringLiteral("wait");
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::ReconciledApplied;
    progress.movement = Movement::AsAsked;
    progress.nextTaskName = QStringLiteral("wait");
    QVERIFY(outcomeSentence(record, {}, progress).startsWith(QStringLiteral("Done: ")));
    QVERIFY(!outcomeDetails(record, {}, progress).contains(QStringLiteral("not about it")));
}

void tst_OutcomeWords::unclearAnswer_hasItsReason_data()
{
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, Error::Kind kind, const char *reason) {
        QTest::newRow(name) << kind << QString::fromUtf8(reason);
    };
    row("cut", Error::Kind::Offline, "The connection broke before the whole answer was there.");
    row("timeout", Error::Kind::TimedOut, "No answer came in time.");
    row("unreadable", Error::Kind::BadReply, "An answer came that cannot be read");
    row("too large", Error::Kind::TooLarge, "An answer came that cannot be read");
    row("503", Error::Kind::ServerFault, "an error of its own (HTTP status 503)");
    row("nonce", Error::Kind::NonceUsed, "this request had arrived before");
    row("redirect", Error::Kind::Redirected, "pointed to another address");
}

void tst_OutcomeWords::unclearAnswer_hasItsReason()
{
    QFETCH(Error::Kind, kind);
    QFETCH(QString, reason);
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::Ambiguous;
    Error error;
    error.kind = kind;
    error.httpStatus = 503;
    progress.error = error;
    QVERIFY2(outcomeDetails({}, {}, progress).contains(reason),
             qPrintable(outcomeDetails({}, {}, progress)));
    // What befell this computer stands in the place of what the network said.
    progress.evidence = {QStringLiteral("Slept")};
    QVERIFY(outcomeDetails({}, {}, progress)
                .startsWith(QStringLiteral("The computer was asleep while it was being sent.")));
    QVERIFY(!outcomeDetails({}, {}, progress).contains(reason));
}

void tst_OutcomeWords::anotherActor_isNamedBesideTheOneShown_data()
{
    QTest::addColumn<QString>("actor");
    QTest::addColumn<ActorKind>("kind");
    QTest::addColumn<QString>("sentence");
    const QString begin = QStringLiteral("Not sent. Nothing happened. The review said that you act "
                                         "as user li.wei, ");
    QTest::newRow("a user") << QStringLiteral("anna.k") << ActorKind::User
                            << begin + QStringLiteral("but the credentials are those of user "
                                                      "anna.k by now.");
    QTest::newRow("a role") << QStringLiteral("oos-operator/li.wei") << ActorKind::Role
                            << begin + QStringLiteral("but the credentials are those of role "
                                                      "oos-operator, session li.wei by now.");
    QTest::newRow("the account") << QStringLiteral("Account") << ActorKind::Account
                                 << begin + QStringLiteral("but the credentials are those of the "
                                                           "account itself (root) by now.");
    QTest::newRow("a name that deceives")
        << QStringLiteral("anna\u202Ek") << ActorKind::User
        << begin + QStringLiteral("but the credentials are those of user anna⟨U+202E⟩k by now.");
    QTest::newRow("without a name") << QString() << ActorKind::Unknown
                                    << begin + QStringLiteral("and whose the credentials are by "
                                                              "now cannot be told.");
}

void tst_OutcomeWords::anotherActor_isNamedBesideTheOneShown()
{
    QFETCH(QString, actor);
    QFETCH(ActorKind, kind);
    DecisionRecord record;
    record.where.actor = QStringLiteral("li.wei");
    record.where.actorKind = ActorKind::User;
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::NotSent;
    progress.stop = DecisionProgress::Stop::WrongActor;
    progress.actorNow = actor;
    progress.actorKindNow = kind;
    QTEST(outcomeSentence(record, {}, progress), "sentence");
    const QString next = QStringLiteral("Look at it again before you decide: the service would "
                                        "record it under the other name.");
    QCOMPARE(outcomeDetails(record, {}, progress), next);
    record.note = QStringLiteral("a note");
    QCOMPARE(outcomeDetails(record, {}, progress), next + QStringLiteral("\nYour note is kept."));
}

void tst_OutcomeWords::runOfAnotherAccount_isNamed()
{
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::NotSent;
    progress.stop = DecisionProgress::Stop::WrongAccount;
    progress.runAccount = QStringLiteral("2000000000000002");
    QCOMPARE(outcomeSentence({}, {}, progress),
             QStringLiteral("Not sent. Nothing happened. The run belongs to account "
                            "2000000000000002, which is not the one shown."));
}

void tst_OutcomeWords::anotherHost_isNamedBesideTheOneShown()
{
    DecisionRecord record;
    record.where.endpointHost = QStringLiteral("oos.cn-hangzhou.aliyuncs.com");
    record.note = QStringLiteral("a note");
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::NotSent;
    progress.stop = DecisionProgress::Stop::WrongHost;
    progress.hostNow = QStringLiteral("oos.example.com");
    QCOMPARE(outcomeSentence(record, {}, progress),
             QStringLiteral("Not sent. Nothing happened. The review was about the service at "
                            "oos.cn-hangzhou.aliyuncs.com, but the profile calls oos.example.com "
                            "by now."));
    QCOMPARE(outcomeDetails(record, {}, progress),
             QStringLiteral("Look at it again before you decide.\nYour note is kept."));
}

void tst_OutcomeWords::everyStop_hasItsSentence_data()
{
    QTest::addColumn<DecisionProgress::Stop>("stop");
    QTest::addColumn<QString>("sentence");
    using Stop = DecisionProgress::Stop;
    const auto row = [](const char *name, Stop stop, const char *sentence) {
        QTest::newRow(name) << stop
                            << QString(QStringLiteral("Not sent. Nothing happened. ") +
                                       QString::fromUtf8(sentence));
    };
    row("read", Stop::Read, "The run could not be read once more.");
    row("identity", Stop::Identity, "Whose the credentials are could not be read.");
    row("clock", Stop::WrongClock,
        "The clock of this computer is 11 minute(s) behind the service's.");
    row("account", Stop::WrongAccount,
        "The credentials belong to another account than the one shown.");
    row("locked", Stop::Locked, "There are no credentials for this account.");
    row("open", Stop::AlreadyOpen, "An earlier decision about the same wait is not settled yet.");
    row("journal", Stop::Journal,
        "The decision could not be recorded, and nothing is sent without a record.");
    row("bytes", Stop::Bytes, "The request did not match what was shown, so it was stopped.");
    row("slept", Stop::Slept, "The computer was asleep before anything had left.");
    row("too old", Stop::TooOld,
        "It took so long to connect that the run may have changed meanwhile.");
    row("expired", Stop::Expired,
        "The credentials of this account have ended, or would have before the request had "
        "arrived.");
}

void tst_OutcomeWords::everyStop_hasItsSentence()
{
    QFETCH(DecisionProgress::Stop, stop);
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::NotSent;
    progress.stop = stop;
    progress.clockSkew = std::chrono::seconds(661);
    QTEST(outcomeSentence({}, {}, progress), "sentence");
}

void tst_OutcomeWords::journalProblem_isNamed()
{
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::NotSent;
    progress.stop = DecisionProgress::Stop::Journal;
    progress.journalProblem = JournalProblem{JournalProblem::Kind::NoRoom,
                                             QStringLiteral("/home/me/decisions.db"),
                                             QStringLiteral("database or disk is full"),
                                             {}};
    QVERIFY(outcomeSentence({}, {}, progress).startsWith(QStringLiteral("Not sent.")));
    const QString details = outcomeDetails({}, {}, progress);
    for (const char *part : {"no room left", "/home/me/decisions.db", "database or disk is full"})
        QVERIFY2(details.contains(QString::fromUtf8(part)), qPrintable(details));
}

void tst_OutcomeWords::unrecorded_mayHaveBeenCarriedOut()
{
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::Accepted;
    progress.stop = DecisionProgress::Stop::Unrecorded;
    progress.journalProblem =
        JournalProblem{JournalProblem::Kind::NotWritable, QStringLiteral("/x"), {}, {}};
    const QString details = outcomeDetails({}, {}, progress);
    QVERIFY(details.startsWith(QStringLiteral("What came of it could not be written down yet")));
    QVERIFY(details.contains(QStringLiteral("It may have been carried out")));
}

void tst_OutcomeWords::resumed_saysWhenItWasSent()
{
    DecisionProgress progress;
    progress.isStarted = true;
    progress.isResumed = true;
    progress.state = DecisionState::Ambiguous;
    progress.evidence = {QStringLiteral("Crash")};
    progress.sentAt = QDateTime({2026, 11, 26}, {16, 30, 5}, Qt::UTC);
    QVERIFY(outcomeSentence({}, {}, progress).startsWith(QStringLiteral("Outcome unknown.")));
    const QString details = outcomeDetails({}, {}, progress);
    QVERIFY2(details.startsWith(
                 QStringLiteral("It was sent before this start of the program, at 2026-11-")),
             qPrintable(details));
    QVERIFY(details.contains(QStringLiteral("The program had ended while it was being sent.")));
    progress.isResumed = false;
    QVERIFY(!outcomeDetails({}, {}, progress).contains(QStringLiteral("before this start")));
}

void tst_OutcomeWords::resumed_beforeSending_nothingHappened()
{
    DecisionProgress progress;
    progress.isStarted = true;
    progress.isResumed = true;
    progress.state = DecisionState::NotSent;
    progress.evidence = {QStringLiteral("Crash")};
    QCOMPARE(outcomeSentence({}, {}, progress),
             QStringLiteral("Not sent. Nothing happened. The program had ended before anything of "
                            "it had left."));
    QCOMPARE(outcomeDetails({}, {}, progress), QString());
}

void tst_OutcomeWords::whileNothingIsChecked_isSaidWhy_data()
{
    QTest::addColumn<DecisionProgress::Hold>("hold");
    QTest::addColumn<QString>("words");
    using Hold = DecisionProgress::Hold;
    QTest::newRow("locked") << Hold::Locked << QStringLiteral("no credentials for this account");
    QTest::newRow("removed") << Hold::NoProfile << QStringLiteral("was removed");
    QTest::newRow("other") << Hold::OtherAccount << QStringLiteral("stands for another account");
}

void tst_OutcomeWords::whileNothingIsChecked_isSaidWhy()
{
    QFETCH(DecisionProgress::Hold, hold);
    QFETCH(QString, words);
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::Ambiguous;
    progress.hold = hold;
    QVERIFY(outcomeDetails({}, {}, progress).contains(words));
    // Nothing is read meanwhile, so that nothing else is claimed.
    QVERIFY(!outcomeDetails({}, {}, progress).contains(QStringLiteral("are read until")));
    progress.state = DecisionState::ReconciledApplied;
    QVERIFY(!outcomeDetails({}, {}, progress).contains(words));
}

void tst_OutcomeWords::doubtfulClock_warns()
{
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::Accepted;
    progress.isClockDoubtful = true;
    progress.clockSkew = std::chrono::seconds(-7 * 60);
    QVERIFY(outcomeDetails({}, {}, progress)
                .contains(QStringLiteral("The clock of this computer is 7 minute(s) ahead")));
}

void tst_OutcomeWords::unresolved_saysWhatWasSeen()
{
    DecisionRecord record;
    record.taskName = QStringLiteral("askFirst");
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = DecisionState::Unresolved;
    progress.runStatus = QStringLiteral("Waiting");
    progress.rowStatus = QStringLiteral("Waiting");
    const QString details = outcomeDetails(record, {}, progress);
    QVERIFY(details.contains(
        QStringLiteral("Last seen: task “askFirst” is Waiting, the run is Waiting.")));
    QVERIFY(details.contains(QStringLiteral("would settle it")));
}

QTEST_GUILESS_MAIN(tst_OutcomeWords)
#include "tst_outcomewords.moc"
