// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/unknownwords.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/flows/decideflow.h"
#include "app/flows/overriderule.h"
#include "app/models/sentences.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/timewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(UnknownWords)
};

QDateTime nowOf(const DecisionViewModel &decision)
{
    return decision.flow() ? decision.flow()->services().clock.now() : QDateTime();
}

const DecisionProgress &progressOf(const DecisionViewModel &decision)
{
    static const DecisionProgress none;
    return decision.flow() ? decision.flow()->progress() : none;
}

//! "10:40:52" today, else with its date.
QString sentText(const DecisionViewModel &decision)
{
    const QDateTime sentAt = progressOf(decision).sentAt;
    if (!sentAt.isValid())
        return {};
    const bool isToday = sentAt.toLocalTime().date() == nowOf(decision).toLocalTime().date();
    return isToday ? clockText(sentAt) : sinceText(sentAt, nowOf(decision));
}

bool isUnresolved(const DecisionViewModel &decision)
{
    return decision.decisionState() == DecisionState::Unresolved;
}

//! Some answer came, and it does not say what became of the request.
bool isAnswered(const DecisionViewModel &decision)
{
    return progressOf(decision).report.httpStatus != 0;
}

QString onlyHeadline(const DecisionViewModel &decision)
{
    const QString sent = sentText(decision);
    if (sent.isEmpty())
        //: %1 says what may have happened to a decision, %2 is the text of the button pressed for
        //: it
        return Words::tr("%1 It was: %2.").arg(decision.outcomeText(), decision.confirmText());
    if (isUnresolved(decision) || isAnswered(decision))
        //: %1 says what may have happened to a decision, %2 is the text of the button pressed for
        //: it, %3 a time
        return Words::tr("%1 It was: %2, sent at %3.")
            .arg(decision.outcomeText(), decision.confirmText(), sent);
    //: %1 says what may have happened to a decision, %2 is the text of the button pressed for it,
    //: %3 a time
    return Words::tr("%1 It was: %2; no answer since %3.")
        .arg(decision.outcomeText(), decision.confirmText(), sent);
}

QString stateText(const JournalStep &step)
{
    switch (step.state) {
    case DecisionState::Drafted:
    case DecisionState::Verified:
    case DecisionState::Changed:
        break;
    case DecisionState::IntentRecorded:
        return Words::tr("Recorded", "state of a decision");
    case DecisionState::Sending:
        return Words::tr("Sending began", "state of a decision");
    case DecisionState::Sent:
        return Words::tr("The last byte was handed over", "state of a decision");
    case DecisionState::NotSent:
        return Words::tr("Not sent", "state of a decision");
    case DecisionState::Refused:
        return Words::tr("Refused by the service", "state of a decision");
    case DecisionState::RefusedCodeUnknown:
        return Words::tr("Refused with a code that this program does not know",
                         "state of a decision");
    case DecisionState::Accepted:
        return Words::tr("Accepted by the service", "state of a decision");
    case DecisionState::Ambiguous:
        return Words::tr("Outcome unknown", "state of a decision");
    case DecisionState::ReconciledApplied:
        return Words::tr("Done", "state of a decision");
    case DecisionState::ReconciledOtherActor:
        return step.facts.evidence.contains(QStringLiteral("E3"))
                   ? Words::tr("Decided by someone else", "state of a decision")
                   : Words::tr("Decided, but not certainly by you", "state of a decision");
    case DecisionState::ReconciledNotApplied:
        return Words::tr("Not carried out", "state of a decision");
    case DecisionState::Unresolved:
        return Words::tr("Could not be determined", "state of a decision");
    }
    return {};
}

//! What a piece of evidence says; empty for one that is not known.
QString evidenceText(const QString &evidence)
{
    if (evidence == u"E1")
        return Words::tr("the task carries your note");
    if (evidence == u"E2")
        return Words::tr("the task went on as was asked");
    if (evidence == u"E3")
        return Words::tr("the task went on in another direction");
    if (evidence == u"E4")
        return Words::tr("nothing moved until no request could arrive any more");
    if (evidence == u"E5")
        return Words::tr("the run or the task could not be read any more");
    if (evidence == u"NoEffect")
        return Words::tr("no effect was seen");
    if (evidence == u"Crash")
        return Words::tr("the program ended while it was sending");
    if (evidence == u"Slept")
        return Words::tr("the computer slept while it was being sent");
    return {};
}

QStringList factTexts(const StepFacts &facts)
{
    QStringList parts;
    if (!facts.code.isEmpty())
        parts += Words::tr("code %1").arg(safeLine(facts.code, 120));
    if (facts.httpStatus != 0)
        parts += Words::tr("HTTP status %1").arg(facts.httpStatus);
    if (!facts.requestId.isEmpty())
        parts += Words::tr("request id %1").arg(safeLine(facts.requestId, 120));
    for (const QString &evidence : facts.evidence)
        parts += evidenceText(evidence);
    parts.removeAll(QString());
    return parts;
}

//! Where the run itself is asked about, there is no task to look at.
QString taskOf(const DecisionRecord &record)
{
    return safeLine(record.taskName.isEmpty() ? record.nextTaskName : record.taskName, 80);
}

OverrideRule overrideRuleOf(const DecisionViewModel &decision)
{
    if (!decision.flow())
        return {};
    return overrideRule(decision.record(), decision.flow()->basis(), progressOf(decision));
}

//! Why nothing is checked at present; empty: it is.
QString holdText(DecisionProgress::Hold hold)
{
    switch (hold) {
    case DecisionProgress::Hold::None:
        break;
    case DecisionProgress::Hold::Locked:
        return Words::tr("Nothing can be checked: there are no credentials for this account. It "
                         "goes on by itself when there are.");
    case DecisionProgress::Hold::NoProfile:
        return Words::tr("Nothing can be checked: the account's profile was removed. Set it up "
                         "again, or look in the web console.");
    case DecisionProgress::Hold::OtherAccount:
        return Words::tr("Nothing can be checked: the profile stands for another account now. "
                         "Look in the web console.");
    }
    return {};
}

//! With several approvals, or where their number is not known, one that was carried out may move
//! nothing: that it was not cannot be said then.
QString arrivalText(const DecisionViewModel &decision)
{
    const QString until = localAndUtcText(progressOf(decision).watchUntil);
    if (decision.flow()->basis().requiredApprovals == 1)
        return Words::tr("Until %1 the request can still arrive. Only then can the program say "
                         "that it was not carried out.")
            .arg(until);
    return Words::tr("Until %1 the request can still arrive.").arg(until);
}

LabelledFact noteFact(const DecisionRecord &record)
{
    return {Words::tr("Note"),
            record.note.isEmpty() ? Words::tr("none", "a note") : safeBlock(record.note, 4'096),
            {}};
}

} // namespace

QString unknownHeadline(const std::vector<DecisionViewModel *> &decisions)
{
    if (decisions.empty())
        return {};
    if (decisions.size() == 1)
        return onlyHeadline(*decisions.front());
    return Words::tr("%n decision(s) have no known outcome. Each of them may have been carried "
                     "out. Do not repeat them.",
                     nullptr, static_cast<int>(decisions.size()));
}

QString unknownDetail(const std::vector<DecisionViewModel *> &decisions, int lines)
{
    if (decisions.empty() || lines < 1)
        return {};
    if (decisions.size() == 1)
        return checkingText(*decisions.front());
    const auto room = static_cast<std::size_t>(lines);
    const bool isCut = decisions.size() > room;
    const std::size_t shown = isCut ? room - 1 : decisions.size();
    QStringList told;
    for (std::size_t i = 0; i < shown; ++i)
        told += unknownLine(*decisions[i]);
    if (isCut)
        told += shown == 0 ? Words::tr("Show them to see which.")
                           : Words::tr("%n more of them.", nullptr,
                                       static_cast<int>(decisions.size() - shown));
    return told.join(QLatin1Char('\n'));
}

QString unknownLine(const DecisionViewModel &decision)
{
    const QString sent = sentText(decision);
    if (sent.isEmpty())
        return decision.confirmText();
    if (isUnresolved(decision))
        //: %1 is the text of the button pressed for a decision, %2 a time
        return Words::tr("%1: could not be determined, sent at %2")
            .arg(decision.confirmText(), sent);
    if (isAnswered(decision))
        //: %1 is the text of the button pressed for a decision, %2 a time
        return Words::tr("%1: outcome unknown, sent at %2").arg(decision.confirmText(), sent);
    if (const auto next = decision.nextCheck())
        //: %1 is the text of the button pressed for a decision, %2 and %3 are times
        return Words::tr("%1: no answer since %2, next check at %3")
            .arg(decision.confirmText(), sent, clockText(*next));
    //: %1 is the text of the button pressed for a decision, %2 a time
    return Words::tr("%1: no answer since %2").arg(decision.confirmText(), sent);
}

QString pausedText(const DecisionViewModel &decision)
{
    if (isUnresolved(decision))
        return Words::tr("Nothing more is checked by itself. It stays here until you have read "
                         "what is known and closed it.");
    return holdText(progressOf(decision).hold);
}

QString checkingText(const DecisionViewModel &decision)
{
    const QString paused = pausedText(decision);
    if (!paused.isEmpty())
        return paused;
    const DecisionProgress &progress = progressOf(decision);
    const QString what = taskOf(decision.record()).isEmpty()
                             ? Words::tr("The run and its log are being checked.")
                             : Words::tr("The run, its tasks and the notes in them are being "
                                         "checked.");
    QStringList parts{what};
    if (const auto next = decision.nextCheck())
        parts += Words::tr("Checked %n time(s), next at %1.", nullptr, progress.checks)
                     .arg(clockText(*next));
    if (progress.checkError)
        //: %1 is a sentence
        parts += Words::tr("The last check failed: %1").arg(errorText(*progress.checkError));
    return joinedSentences(parts);
}

std::optional<std::chrono::milliseconds> decideAgainIn(const DecisionViewModel &decision)
{
    const OverrideRule rule = overrideRuleOf(decision);
    if (rule.kind == OverrideRule::Kind::None)
        return std::nullopt;
    return std::chrono::milliseconds(qMax<qint64>(0, nowOf(decision).msecsTo(rule.from)));
}

bool mayDecideAgain(const DecisionViewModel &decision, const std::optional<JournalEntry> &entry)
{
    const auto left = decideAgainIn(decision);
    return left && left->count() == 0 && entry && !entry->overriddenBy;
}

QStringList settlingLines(const DecisionViewModel &decision,
                          const std::optional<JournalEntry> &entry)
{
    const DecisionRecord &record = decision.record();
    const DecisionProgress &progress = progressOf(decision);
    const QString task = taskOf(record);
    QStringList lines;
    if (!isUnresolved(decision)) {
        if (task.isEmpty())
            lines += Words::tr("It is settled as soon as the run goes on, or ends.");
        else if (record.note.isEmpty())
            //: %1 is a task
            lines += Words::tr("It is settled as soon as task “%1” goes on, or ends.").arg(task);
        else
            //: %1 is a task
            lines +=
                Words::tr("It is settled as soon as task “%1” carries your note, goes on, or ends.")
                    .arg(task);
        if (progress.watchUntil.isValid())
            lines += arrivalText(decision);
        const OverrideRule rule = overrideRuleOf(decision);
        const bool isOverridden = entry && entry->overriddenBy;
        if (mayDecideAgain(decision, entry))
            lines +=
                Words::tr("You may decide again in spite of it. Both requests may count then.");
        else if (rule.kind != OverrideRule::Kind::None && !isOverridden)
            lines += Words::tr("From %1 on you may decide again in spite of it, when nothing has "
                               "moved. Both requests may count then.")
                         .arg(clockText(rule.from));
    }
    if (record.note.isEmpty())
        lines += Words::tr("In the web console the run's log, and who has decided about the task, "
                           "would settle it.");
    else
        //: %1 is a note
        lines += Words::tr("In the web console the task's note and the run's log would settle it: "
                           "look for “%1”.")
                     .arg(safeLine(record.note, 200));
    return lines;
}

std::vector<LabelledFact> recordFacts(const JournalEntry &entry)
{
    const DecisionRecord &record = entry.record;
    std::vector<LabelledFact> facts;
    if (record.act != Act::CancelExecution)
        facts.push_back(noteFact(record));
    if (!record.executionStatus.isEmpty())
        facts.push_back({Words::tr("End state"), safeLine(record.executionStatus, 40), {}});
    if (!entry.parametersSha256.isEmpty())
        facts.push_back({Words::tr("Parameters"),
                         //: %1 is a checksum
                         Words::tr("%n byte(s), not kept; SHA-256 %1", nullptr,
                                   static_cast<int>(entry.parametersBytes))
                             .arg(QString::fromLatin1(entry.parametersSha256)),
                         {}});
    const JournalStep *sending = entry.stepTo(DecisionState::Sending);
    facts.push_back(
        {Words::tr("Sent"),
         sending ? localAndUtcText(sending->at) : Words::tr("not yet, as far as was recorded"),
         {}});
    if (const RequestFacts *request = entry.request()) {
        if (!request->keyIdTail.isEmpty())
            facts.push_back({Words::tr("Access key"),
                             //: %1 is the end of an access key's id
                             Words::tr("…%1").arg(safeLine(request->keyIdTail, 8)),
                             {}});
        if (!request->sha256.isEmpty())
            facts.push_back(
                {Words::tr("Request, SHA-256"), QString::fromLatin1(request->sha256), {}});
    }
    facts.push_back({Words::tr("Decision"), safeLine(record.id.shortForm(), 40), {}});
    if (record.predecessor)
        facts.push_back(
            {Words::tr("Follows decision"), safeLine(record.predecessor->shortForm(), 40), {}});
    return facts;
}

QStringList stepLines(const JournalEntry &entry)
{
    QStringList lines;
    for (const JournalStep &step : entry.steps) {
        const QString state = stateText(step);
        if (state.isEmpty())
            continue;
        const QStringList facts = factTexts(step.facts);
        if (facts.isEmpty())
            //: %1 is a time, %2 a state
            lines += Words::tr("%1  %2").arg(localSecondsText(step.at), state);
        else
            //: %1 is a time, %2 a state, %3 what came with it
            lines += Words::tr("%1  %2: %3")
                         .arg(localSecondsText(step.at), state, facts.join(QStringLiteral(", ")));
    }
    return lines;
}

QUrl webConsoleAddress(const DecisionRecord &record)
{
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    return QUrl(
        QStringLiteral("https://oos.console.aliyun.com/%1/execution/detail/%2")
            .arg(encoded(record.where.place.region.text()), encoded(record.executionId.text())),
        QUrl::StrictMode);
}

} // namespace countersign
