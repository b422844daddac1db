// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionlife.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/models/actorwords.h"
#include "app/models/decisionrowwords.h"
#include "app/viewmodels/decisionwords.h"

#include <QCoreApplication>
#include <QStringList>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DecisionLife)
};

constexpr qsizetype idLimit = 256;

//! A text that is made line by line; a fact without a value takes no line.
class Page
{
public:
    void add(const QString &line) { m_lines += line; }
    void add(const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            //: A fact on a line of its own: %1 its name, %2 its value
            m_lines += Words::tr("%1: %2").arg(label, value);
    }
    void begin(const QString &heading)
    {
        if (!m_lines.isEmpty())
            m_lines += QString();
        m_lines += heading;
    }
    QString text() const { return m_lines.join(QLatin1Char('\n')); }

private:
    QStringList m_lines;
};

QString idText(const QString &id)
{
    return isUsualId(id) ? id : safeLine(id, idLimit);
}

QString timeText(const QDateTime &utc)
{
    if (!utc.isValid())
        return {};
    const QDateTime universal = utc.toUTC();
    const bool isSameDay = universal.date() == utc.toLocalTime().date();
    //: %1 is a local time with its offset, %2 the same time
    return Words::tr("%1 (%2 UTC)")
        .arg(localSecondsText(utc),
             universal.toString(isSameDay ? u"HH:mm:ss" : u"yyyy-MM-dd HH:mm:ss"));
}

QString evidenceText(const QString &evidence)
{
    if (evidence == QStringLiteral("E1"))
        return Words::tr("E1: the service shows the decision's note.");
    if (evidence == QStringLiteral("E2"))
        return Words::tr("E2: it moved in the direction that was asked.");
    if (evidence == QStringLiteral("E3"))
        return Words::tr("E3: it moved in another direction.");
    if (evidence == QStringLiteral("E4"))
        return Words::tr("E4: the request can no longer arrive, and nothing was touched.");
    if (evidence == QStringLiteral("E5"))
        return Words::tr("E5: the run or its task cannot be read any more.");
    if (evidence == QStringLiteral("NoEffect"))
        return Words::tr("No effect was seen.");
    if (evidence == QStringLiteral("Crash"))
        return Words::tr("The program ended before the outcome was known.");
    if (evidence == QStringLiteral("Slept"))
        return Words::tr("The computer slept before the outcome was known.");
    return safeLine(evidence, 80);
}

QString stateOf(const JournalStep &step, const DecisionRow &row)
{
    if (step.state == DecisionState::IntentRecorded)
        return Words::tr("Recorded");
    if (step.state == DecisionState::Sending)
        return Words::tr("Sending…");
    DecisionRow then = row;
    then.state = step.state;
    then.code = step.facts.code;
    then.evidence = step.facts.evidence;
    then.waitsForOthers = false;
    then.isClosed = false;
    then.isOverridden = false;
    return decisionStateText(then);
}

QString secondsText(std::chrono::seconds skew)
{
    const auto count = skew.count();
    if (count == 0)
        return Words::tr("the same as this computer's, to the second");
    const int seconds = static_cast<int>(std::abs(count));
    return count > 0 ? Words::tr("%n second(s) ahead of this computer's", nullptr, seconds)
                     : Words::tr("%n second(s) behind this computer's", nullptr, seconds);
}

void addAnswer(Page &page, const StepFacts &facts)
{
    if (facts.httpStatus != 0)
        page.add(Words::tr("HTTP status"), QString::number(facts.httpStatus));
    page.add(Words::tr("Code"), safeLine(facts.code, idLimit));
    page.add(Words::tr("Request id"), safeLine(facts.requestId, idLimit));
    if (facts.bytesOut > 0 || facts.bytesIn > 0)
        page.add(Words::tr("Bytes"),
                 //: numbers of bytes of a request and its answer
                 Words::tr("%1 sent, %2 received").arg(facts.bytesOut).arg(facts.bytesIn));
    for (const QString &evidence : facts.evidence)
        page.add(evidenceText(evidence));
}

void addRequest(Page &page, const RequestFacts &request)
{
    page.add(Words::tr("Key"), request.keyIdTail.isEmpty()
                                   ? QString()
                                   //: %1 are the last four characters of a key's id
                                   : Words::tr("ends in %1").arg(safeLine(request.keyIdTail, 8)));
    page.add(Words::tr("Signature"), safeLine(request.scheme, 80));
    page.add(Words::tr("Signed for"), timeText(request.timestamp));
    page.add(Words::tr("Nonce"), safeLine(QString::fromUtf8(request.nonce), idLimit));
    if (request.skew)
        page.add(Words::tr("The service's clock"), secondsText(*request.skew));
    page.add(Words::tr("SHA-256 of the request"), QString::fromLatin1(request.sha256));
}

void addSteps(Page &page, const JournalEntry &entry, const DecisionRow &row)
{
    for (const JournalStep &step : entry.steps) {
        page.begin(timeText(step.at));
        page.add(stateOf(step, row));
        if (step.facts.request)
            addRequest(page, *step.facts.request);
        addAnswer(page, step.facts);
    }
    if (entry.waitsForOthers)
        page.add(Words::tr("More approvals than this one are needed."));
    if (entry.overriddenBy)
        page.add(Words::tr("Decided again in spite of this one"), entry.overriddenBy->shortForm());
    if (entry.closedAt.isValid()) {
        page.begin(timeText(entry.closedAt));
        page.add(Words::tr("Closed by you"));
        page.add(safeBlock(entry.closingNote, 2'000));
    }
}

void addObject(Page &page, const DecisionRecord &record)
{
    page.add(Words::tr("Execution"), idText(record.executionId.text()));
    page.add(Words::tr("Task"), safeLine(record.taskName, idLimit));
    page.add(Words::tr("Task id"), idText(record.taskExecutionId.text()));
    for (const TaskExecutionId &id : record.taskExecutionIds)
        page.add(Words::tr("Task id"), idText(id.text()));
    page.add(Words::tr("Task that was to run"), safeLine(record.nextTaskName, idLimit));
    page.add(Words::tr("Item"), safeLine(record.loopItem, idLimit));
    if (!record.executionStatus.isEmpty())
        page.add(Words::tr("End state"), endStateLabel(record.executionStatus));
    page.add(Words::tr("Kind of wait"),
             record.confidence == Confidence::Certain
                 ? waitKindLabel(record.kind)
                 //: %1 is a kind of wait such as Approval
                 : Words::tr("probably %1").arg(waitKindLabel(record.kind)));
}

void addPlace(Page &page, const DecisionRecord &record)
{
    const DecisionPlace &where = record.where;
    page.add(Words::tr("Profile"), safeLine(where.profileAlias, 120));
    page.add(Words::tr("Account"), safeLine(where.accountId, 120));
    page.add(Words::tr("Region"), safeLine(where.place.region.text(), 120));
    page.add(Words::tr("By"), actorText(record));
    page.add(Words::tr("Service"), safeLine(where.endpointHost, idLimit));
}

void addBasis(Page &page, const JournalEntry &entry)
{
    const DecisionRecord &record = entry.record;
    page.begin(Words::tr("What it rested on"));
    page.add(Words::tr("Dialog opened"), timeText(record.frozenAt));
    for (const ReadReceipt &read : record.reads)
        page.add(Words::tr("Read"),
                 //: %1 an operation of the service, %2 a time, %3 a request id
                 Words::tr("%1 at %2, request id %3")
                     .arg(safeLine(read.operation, 80), timeText(read.at),
                          safeLine(read.requestId, idLimit)));
    for (const QString &operation : record.notRead)
        page.add(Words::tr("Could not be read"), safeLine(operation, 120));
    if (entry.intent.requiredApprovals)
        page.add(Words::tr("Approvals needed"), QString::number(*entry.intent.requiredApprovals));
    page.add(Words::tr("SHA-256 of the text that was confirmed"),
             QString::fromLatin1(record.drawnSha256));
    if (record.predecessor)
        page.add(Words::tr("Decided in spite of"), record.predecessor->shortForm());
    page.add(Words::tr("Decision"), QStringLiteral("%1 (%2)").arg(
                                        record.id.shortForm(), QString::fromLatin1(record.id.hex)));
    page.add(Words::tr("Hash in the chain"), QString::fromLatin1(entry.hash));
}

} // namespace

QString decisionLifeText(const JournalEntry &entry)
{
    const DecisionRecord &record = entry.record;
    const DecisionRow row = decisionRowOf(entry);
    Page page;
    //: %1 an act such as Approve, %2 a task, a number of tasks or the whole run
    page.add(Words::tr("%1: %2").arg(decisionActText(row), decisionTaskText(row)));
    page.add(decisionStateText(row));
    page.begin(Words::tr("Note"));
    page.add(record.note.isEmpty() ? Words::tr("None was sent.") : safeBlock(record.note, 2'000));
    page.begin(Words::tr("What was decided"));
    addObject(page, record);
    if (entry.parametersBytes > 0)
        page.add(Words::tr("Parameters"),
                 Words::tr("%n byte(s), only their SHA-256 is kept: %1", nullptr,
                           static_cast<int>(entry.parametersBytes))
                     .arg(QString::fromLatin1(entry.parametersSha256)));
    addPlace(page, record);
    addSteps(page, entry, row);
    addBasis(page, entry);
    return page.text();
}

QString foundNoteText(const DecisionRow &note)
{
    Page page;
    page.add(decisionStateText(note));
    page.add(Words::tr("This computer has no record of a decision with this note. Another person, "
                       "another computer or another program may have written it, or its record "
                       "was removed or cannot be read."));
    page.begin(Words::tr("Note"));
    page.add(safeBlock(note.note, 2'000));
    page.begin(Words::tr("Where it was found"));
    page.add(Words::tr("Execution"), idText(note.executionId.text()));
    page.add(Words::tr("Task"), safeLine(note.taskName, idLimit));
    page.add(Words::tr("Task id"), idText(note.taskExecutionId.text()));
    page.add(Words::tr("Item"), safeLine(note.loopItem, idLimit));
    page.add(Words::tr("Task last touched"), timeText(note.at));
    return page.text();
}

} // namespace countersign
