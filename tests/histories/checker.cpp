// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/histories/checker.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace countersign {

namespace {

using State = DecisionState;

//! The service's longest time window and a margin (security.md 4.6).
constexpr qint64 windowSeconds = 36 * 60;

class Check
{
public:
    explicit Check(const Transcript &transcript)
        : m_transcript(transcript)
        , m_found(transcript.violations)
    {
    }

    std::vector<Violation> run()
    {
        checkArrivals();
        for (const Confirmed &confirmed : m_transcript.confirmed)
            checkDecision(confirmed);
        for (const Told &told : m_transcript.told)
            checkTold(told);
        checkJournal();
        return std::move(m_found);
    }

private:
    void add(const char *rule, const QString &text, const QByteArray &id = {})
    {
        const QString which =
            id.isEmpty() ? QString() : u" (decision " + QString::fromLatin1(id.left(8)) + u')';
        m_found.push_back({QString::fromLatin1(rule), QString(text + which)});
    }

    void checkArrivals()
    {
        for (const Arrival &arrival : m_transcript.arrivals) {
            const QByteArray id = m_transcript.decisionOfNonce.value(arrival.nonce);
            if (id.isEmpty() || !m_transcript.find(id))
                add("I1", QStringLiteral("a request arrived that nobody has confirmed"));
        }
    }

    void checkDecision(const Confirmed &confirmed)
    {
        const QByteArray id = confirmed.record.id.hex;
        const auto arrivals = m_transcript.arrivalsOf(id);
        if (arrivals.size() > 1)
            add("I1", QStringLiteral("%1 complete requests arrived").arg(arrivals.size()), id);
        for (const Arrival *arrival : arrivals) {
            checkKey(confirmed, *arrival);
            checkContent(confirmed.record, *arrival);
            checkFacts(confirmed);
        }
    }

    // I5
    void checkKey(const Confirmed &confirmed, const Arrival &arrival)
    {
        const bool isOwn = m_transcript.ownKeys.contains(arrival.keyId);
        if (isOwn != m_transcript.ownKeys.contains(confirmed.keyId))
            add("I5", QStringLiteral("it was signed with a key of another account"),
                confirmed.record.id.hex);
    }

    // I6, first half: what arrived is the record. The names are those of oos-api.md 7.5.
    void checkContent(const DecisionRecord &record, const Arrival &arrival)
    {
        QMap<QString, QString> wanted{
            {QStringLiteral("RegionId"), record.where.place.region.text()},
            {QStringLiteral("ExecutionId"), record.executionId.text()}};
        const auto want = [&wanted](const char *name, const QString &value) {
            if (!value.isEmpty())
                wanted.insert(QString::fromLatin1(name), value);
        };
        const bool isCancel = record.act == Act::CancelExecution;
        const QString act =
            isCancel ? QStringLiteral("CancelExecution") : notifyTypeText(record.act);
        if (arrival.act != act)
            add("I6", QStringLiteral("%1 arrived instead of %2").arg(arrival.act, act),
                record.id.hex);
        if (!isCancel) {
            want("NotifyType", notifyTypeText(record.act));
            want("TaskExecutionId", record.taskExecutionId.text());
            want("LoopItem", record.loopItem);
            want("TaskName", record.nextTaskName);
            want("Parameters", record.parameters);
            want("ExecutionStatus", record.executionStatus);
            want("NotifyNote", record.note);
            QStringList rows;
            for (const TaskExecutionId &row : record.taskExecutionIds)
                rows += u'"' + row.text() + u'"';
            if (!rows.isEmpty())
                want("TaskExecutionIds", u'[' + rows.join(u',') + u']');
        }
        static const QStringList names{
            QStringLiteral("RegionId"),   QStringLiteral("ExecutionId"),
            QStringLiteral("NotifyType"), QStringLiteral("TaskExecutionId"),
            QStringLiteral("LoopItem"),   QStringLiteral("TaskName"),
            QStringLiteral("Parameters"), QStringLiteral("ExecutionStatus"),
            QStringLiteral("NotifyNote"), QStringLiteral("TaskExecutionIds")};
        for (const QString &name : names) {
            if (arrival.params.value(name) != wanted.value(name))
                add("I6",
                    QStringLiteral("%1 is “%2” and was shown as “%3”")
                        .arg(name, arrival.params.value(name), wanted.value(name)),
                    record.id.hex);
        }
    }

    // I7, for what was told of the run when the second read began.
    void checkFacts(const Confirmed &confirmed)
    {
        if (m_transcript.everLagged)
            return;
        for (const auto &[at, fact] : m_transcript.factChanges) {
            const bool isOfRow = fact.startsWith(QLatin1String("TaskExecution."));
            const bool isBound = !confirmed.record.taskExecutionId.isEmpty();
            if (at > confirmed.openedAt && at <= confirmed.confirmedAt && (isBound || !isOfRow))
                add("I7", QStringLiteral("it was sent although %1 had changed").arg(fact),
                    confirmed.record.id.hex);
        }
    }

    void checkTold(const Told &told)
    {
        checkWords(told);
        switch (told.state) {
        case State::Changed:
            forbidArrival("I7", told);
            break;
        case State::NotSent:
            forbidArrival("I4", told);
            break;
        case State::Refused:
            forbidEffect(told);
            break;
        case State::ReconciledNotApplied:
            forbidEffect(told);
            checkWindow(told);
            break;
        case State::ReconciledApplied:
            checkDone(told);
            break;
        default:
            break;
        }
    }

    void forbidArrival(const char *rule, const Told &told)
    {
        if (!m_transcript.arrivalsOf(told.id).empty())
            add(rule, QStringLiteral("“%1” was said, and the request arrived").arg(told.sentence),
                told.id);
    }

    // I4
    void forbidEffect(const Told &told)
    {
        for (const Arrival *arrival : m_transcript.arrivalsOf(told.id)) {
            if (arrival->effectAt)
                add("I4", QStringLiteral("“%1” was said, and it has an effect").arg(told.sentence),
                    told.id);
        }
    }

    void checkWindow(const Told &told)
    {
        for (const JournalEntry &entry : m_transcript.journal) {
            if (entry.record.id.hex != told.id || !entry.request())
                continue;
            if (told.serviceNow < entry.request()->timestamp.addSecs(windowSeconds - 1))
                add("window",
                    QStringLiteral("“%1” was said after %2 s, and the request could still arrive")
                        .arg(told.sentence)
                        .arg(entry.request()->timestamp.secsTo(told.serviceNow)),
                    told.id);
        }
    }

    // I3: by this decision, or, when the service had accepted it, by whoever was first.
    void checkDone(const Told &told)
    {
        for (const Arrival *arrival : m_transcript.arrivalsOf(told.id)) {
            if (arrival->effectAt && *arrival->effectAt <= told.at)
                return;
        }
        const Confirmed *confirmed = m_transcript.find(told.id);
        const bool isByOther = confirmed && m_transcript.wasTold(told.id, State::Accepted) &&
                               hasSameEffect(confirmed->record, told.at);
        if (!isByOther)
            add("I3", QStringLiteral("“%1” was said, and there is no effect").arg(told.sentence),
                told.id);
    }

    //! Acts that end the same wait in the same way look alike.
    static bool isAlike(const QString &one, const QString &other)
    {
        static const QStringList ending{QStringLiteral("Reject"), QStringLiteral("CancelExecution"),
                                        QStringLiteral("CompleteExecution")};
        // Which state a skipped task takes is not documented, so that a success looks like it.
        const bool isSkipLike =
            one == QStringLiteral("RetryTask") && other == QStringLiteral("SkipTask");
        return one == other || isSkipLike || (ending.contains(one) && ending.contains(other));
    }

    bool hasSameEffect(const DecisionRecord &record, std::chrono::milliseconds until) const
    {
        const QString wanted = record.act == Act::CancelExecution
                                   ? QStringLiteral("CancelExecution")
                                   : notifyTypeText(record.act);
        const bool isElsewhere = std::any_of(
            m_transcript.otherActs.begin(), m_transcript.otherActs.end(), [&](const OtherAct &act) {
                return act.isTaken && isAlike(act.notifyType, wanted) && act.at <= until;
            });
        return isElsewhere || std::any_of(m_transcript.arrivals.begin(),
                                          m_transcript.arrivals.end(), [&](const Arrival &arrival) {
                                              return arrival.effectAt &&
                                                     *arrival.effectAt <= until &&
                                                     isAlike(arrival.act, wanted);
                                          });
    }

    // The words of security.md 4.3; the first sentence says what happened to the service.
    void checkWords(const Told &told)
    {
        static const std::map<State, QStringList> beginnings{
            {State::Drafted, {QStringLiteral("Nothing is sent yet.")}},
            {State::Verified, {QStringLiteral("Nothing is sent yet.")}},
            {State::Changed, {QStringLiteral("Nothing was sent.")}},
            {State::IntentRecorded, {QStringLiteral("Nothing is sent yet.")}},
            {State::Sending, {QStringLiteral("Sending… do not close")}},
            {State::Sent, {QStringLiteral("Sending… do not close")}},
            {State::NotSent,
             {QStringLiteral("Not sent. Nothing happened."), QStringLiteral("Nothing was sent.")}},
            {State::Refused, {QStringLiteral("Refused by the service: ")}},
            {State::RefusedCodeUnknown, {QStringLiteral("Refused: ")}},
            {State::Accepted, {QStringLiteral("Accepted by the service.")}},
            {State::Ambiguous,
             {QStringLiteral("Outcome unknown. The request may have been carried out.")}},
            {State::ReconciledApplied, {QStringLiteral("Done")}},
            {State::ReconciledOtherActor,
             {QStringLiteral("Decided, but not certainly by you"),
              QStringLiteral("Someone else decided")}},
            {State::ReconciledNotApplied,
             {QStringLiteral("Not carried out. You may decide again.")}},
            {State::Unresolved, {QStringLiteral("Could not be determined")}},
        };
        // Where another gate waits now, that is said first (security.md 4.6).
        static const QRegularExpression otherGate(QStringLiteral(
            "^Another task waits now: “[^”]*”\\. This decision was not about it\\. "));
        const bool hasMoved = told.state == State::Accepted || told.state == State::Ambiguous ||
                              told.state == State::ReconciledApplied ||
                              told.state == State::ReconciledOtherActor ||
                              told.state == State::Unresolved;
        const QString sentence =
            hasMoved ? QString(told.sentence).remove(otherGate) : told.sentence;
        const QStringList &fitting = beginnings.at(told.state);
        const bool fits =
            std::any_of(fitting.begin(), fitting.end(), [&sentence](const QString &beginning) {
                return sentence.startsWith(beginning);
            });
        if (!fits)
            add("words",
                QStringLiteral("“%1” was said in state %2").arg(told.sentence).arg(int(told.state)),
                told.id);
    }

    void checkJournal()
    {
        if (!m_transcript.journalProblem.isEmpty())
            add("journal", m_transcript.journalProblem);
        QSet<QByteArray> known;
        for (const JournalEntry &entry : m_transcript.journal) {
            known.insert(entry.record.id.hex);
            checkEntry(entry);
        }
        for (const Told &told : m_transcript.told) {
            const bool isRecorded = told.state != State::Drafted && told.state != State::Verified &&
                                    told.state != State::Changed && told.state != State::NotSent;
            if (isRecorded && !known.contains(told.id))
                add("I2",
                    QStringLiteral("“%1” was said, and there is no record").arg(told.sentence),
                    told.id);
        }
        for (const QByteArray &id : m_transcript.stillOpen)
            add("I9", QStringLiteral("it stands in the way for ever"), id);
    }

    void checkEntry(const JournalEntry &entry)
    {
        const QByteArray id = entry.record.id.hex;
        const Confirmed *confirmed = m_transcript.find(id);
        if (!confirmed) {
            add("I6", QStringLiteral("a record that nobody has confirmed"), id);
            return;
        }
        checkRecord(confirmed->record, entry.record);
        for (std::size_t i = 1; i < entry.steps.size(); ++i) {
            if (!mayFollow(entry.steps[i - 1].state, entry.steps[i].state))
                add("words", QStringLiteral("a step that is not drawn"), id);
        }
        // I9
        const bool isOver =
            isTerminal(entry.state()) || (entry.state() == State::Accepted && entry.waitsForOthers);
        if (!isOver)
            add("I9", QStringLiteral("it is left in state %1").arg(int(entry.state())), id);
        const State told = m_transcript.lastState(id);
        if (told != entry.state() && told != State::Drafted)
            add("I9",
                QStringLiteral("it stands at %1 and state %2 was told last")
                    .arg(int(entry.state()))
                    .arg(int(told)),
                id);
    }

    // I6, second half: what is kept is what the person saw.
    void checkRecord(const DecisionRecord &seen, const DecisionRecord &kept)
    {
        const bool isSame = seen.act == kept.act && seen.executionId == kept.executionId &&
                            seen.taskExecutionId == kept.taskExecutionId &&
                            seen.taskExecutionIds == kept.taskExecutionIds &&
                            seen.note == kept.note && seen.loopItem == kept.loopItem &&
                            seen.nextTaskName == kept.nextTaskName &&
                            seen.executionStatus == kept.executionStatus &&
                            seen.where.accountId == kept.where.accountId &&
                            seen.fingerprint.sha256 == kept.fingerprint.sha256 &&
                            seen.drawnSha256 == kept.drawnSha256 &&
                            seen.predecessor == kept.predecessor && kept.parameters.isEmpty();
        if (!isSame)
            add("I6", QStringLiteral("the record is not what was confirmed"), seen.id.hex);
    }

    const Transcript &m_transcript;
    std::vector<Violation> m_found;
};

} // namespace

std::vector<Violation> violationsOf(const Transcript &transcript)
{
    return Check(transcript).run();
}

} // namespace countersign
