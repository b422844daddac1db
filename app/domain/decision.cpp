// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/decision.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace countersign {

namespace {

using State = DecisionState;

struct Transition
{
    State from;
    State to;
};

// A second read that differs is found before or after the decision counts as verified; the memory
// state Sent may be passed over by what is written down.
constexpr std::array transitions = {
    Transition{State::Drafted, State::Verified},
    Transition{State::Drafted, State::Changed},
    Transition{State::Verified, State::Changed},
    Transition{State::Verified, State::IntentRecorded},
    Transition{State::IntentRecorded, State::Sending},
    Transition{State::IntentRecorded, State::NotSent},
    Transition{State::Sending, State::Sent},
    Transition{State::Sending, State::NotSent},
    Transition{State::Sending, State::Accepted},
    Transition{State::Sending, State::Refused},
    Transition{State::Sending, State::RefusedCodeUnknown},
    Transition{State::Sending, State::Ambiguous},
    Transition{State::Sent, State::Accepted},
    Transition{State::Sent, State::Refused},
    Transition{State::Sent, State::RefusedCodeUnknown},
    Transition{State::Sent, State::Ambiguous},
    Transition{State::RefusedCodeUnknown, State::Refused},
    Transition{State::RefusedCodeUnknown, State::Ambiguous},
    Transition{State::Accepted, State::ReconciledApplied},
    Transition{State::Accepted, State::ReconciledOtherActor},
    Transition{State::Accepted, State::ReconciledNotApplied},
    Transition{State::Accepted, State::Unresolved},
    Transition{State::Ambiguous, State::ReconciledApplied},
    Transition{State::Ambiguous, State::ReconciledOtherActor},
    Transition{State::Ambiguous, State::ReconciledNotApplied},
    Transition{State::Ambiguous, State::Unresolved},
};

//! A compact JSON array; empty for an empty list.
QString listText(const std::vector<TaskExecutionId> &ids)
{
    if (ids.empty())
        return {};
    JsonWriter writer;
    writer.beginArray();
    for (const TaskExecutionId &id : ids)
        writer.value(id.text());
    writer.endArray();
    return QString::fromUtf8(writer.bytes());
}

bool isSettledRefusalStatus(int status)
{
    constexpr std::array statuses = {400, 401, 403, 404, 409, 422};
    return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

//! The first copy may have been carried out; such codes may have a suffix behind a dot.
bool isNonceUsed(const QString &code)
{
    return code.section(u'.', 0, 0) == u"SignatureNonceUsed";
}

} // namespace

QString DecisionId::shortForm() const
{
    constexpr char16_t alphabet[] = u"abcdefghijklmnopqrstuvwxyz234567";
    constexpr int hexDigits = 13; // 52 bits, of which the first 50 are used
    const quint64 bits = hex.left(hexDigits).toULongLong(nullptr, 16) >> 2;
    QString result;
    for (int shift = 45; shift >= 0; shift -= 5)
        result += QChar(alphabet[(bits >> shift) & 31]);
    return result;
}

DecisionId newDecisionId()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    QByteArray hex;
    for (const quint32 word : words)
        hex += QByteArray::number(word, 16).rightJustified(8, '0');
    return {hex};
}

QMap<QString, QString> requestParameters(const DecisionRecord &record)
{
    QMap<QString, QString> parameters = {
        {QStringLiteral("RegionId"), record.where.place.region.text()},
        {QStringLiteral("ExecutionId"), record.executionId.text()},
    };
    if (record.act == Act::CancelExecution)
        return parameters;
    parameters.insert(QStringLiteral("NotifyType"), notifyTypeText(record.act));
    const auto add = [&parameters](const QString &name, const QString &value) {
        if (!value.isEmpty())
            parameters.insert(name, value);
    };
    if (!record.omitsTaskId)
        add(QStringLiteral("TaskExecutionId"), record.taskExecutionId.text());
    add(QStringLiteral("TaskExecutionIds"), listText(record.taskExecutionIds));
    add(QStringLiteral("LoopItem"), record.loopItem);
    if (record.act == Act::ExecuteTask) {
        add(QStringLiteral("TaskName"), record.nextTaskName);
        // The documents want Parameters with ExecuteTask, if only an empty object.
        add(QStringLiteral("Parameters"),
            record.parameters.isEmpty() ? QStringLiteral("{}") : record.parameters);
    }
    if (record.act == Act::CompleteExecution)
        add(QStringLiteral("ExecutionStatus"), record.executionStatus);
    add(QStringLiteral("NotifyNote"), record.note);
    return parameters;
}

std::optional<QString> firstDifference(const DecisionRecord &record,
                                       const QMap<QString, QString> &parameters)
{
    const QMap<QString, QString> expected = requestParameters(record);
    QStringList names = expected.keys() + parameters.keys();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        if (!expected.contains(name) || !parameters.contains(name) ||
            expected[name] != parameters[name])
            return name;
    }
    return std::nullopt;
}

bool mayFollow(DecisionState from, DecisionState to)
{
    return std::any_of(transitions.begin(), transitions.end(), [&](const Transition &transition) {
        return transition.from == from && transition.to == to;
    });
}

bool isTerminal(DecisionState state)
{
    return std::none_of(transitions.begin(), transitions.end(),
                        [&](const Transition &transition) { return transition.from == state; });
}

DecisionState classify(const SendReport &report)
{
    if (report.bytesHandedOut == 0)
        return State::NotSent;
    if (report.reply != SendReport::Reply::Complete || report.requestId.isEmpty())
        return State::Ambiguous;
    const int status = report.httpStatus;
    if (status >= 200 && status < 300)
        return report.code.isEmpty() ? State::Accepted : State::Ambiguous;
    const bool isRefusal = status >= 400 && status < 500 && status != 408;
    if (!isRefusal || report.code.isEmpty() || isNonceUsed(report.code))
        return State::Ambiguous;
    if (isCodeBeforeAction(report.code))
        return State::Refused;
    return isSettledRefusalStatus(status) ? State::RefusedCodeUnknown : State::Ambiguous;
}

} // namespace countersign
