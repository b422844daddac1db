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
    row("verified", DecisionState::Verified, "Nothing is sent yet.");
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

QTEST_GUILESS_MAIN(tst_OutcomeWords)
#include "tst_outcomewords.moc"
