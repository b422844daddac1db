// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log/logentry.h"

#include "app/log/scrub.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace countersign {

namespace {

constexpr qsizetype profileCharacters = 8;

QString unusual()
{
    return QStringLiteral("unusual");
}

bool hasShape(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

QString shaped(const QString &text, const QString &pattern)
{
    // A secret may have any shape that a name can have.
    return hasShape(text, pattern) && scrubbed(text) == text ? text : unusual();
}

const char *nameOf(LogEvent event)
{
    switch (event) {
    case LogEvent::ProgramStarted:
        return "ProgramStarted";
    case LogEvent::ProgramEnding:
        return "ProgramEnding";
    case LogEvent::DumpsAllowed:
        return "DumpsAllowed";
    case LogEvent::Read:
        return "Read";
    case LogEvent::Send:
        return "Send";
    case LogEvent::Throttled:
        return "Throttled";
    case LogEvent::DecisionMoved:
        return "DecisionMoved";
    case LogEvent::JournalProblem:
        return "JournalProblem";
    case LogEvent::ProfileAdded:
        return "ProfileAdded";
    case LogEvent::ProfileChanged:
        return "ProfileChanged";
    case LogEvent::ProfileRemoved:
        return "ProfileRemoved";
    case LogEvent::KeyLent:
        return "KeyLent";
    case LogEvent::KeyDropped:
        return "KeyDropped";
    case LogEvent::KeyRenewed:
        return "KeyRenewed";
    case LogEvent::KeyRenewalFailed:
        return "KeyRenewalFailed";
    case LogEvent::KeyEnded:
        return "KeyEnded";
    case LogEvent::KeychainChanged:
        return "KeychainChanged";
    case LogEvent::Locked:
        return "Locked";
    case LogEvent::Unlocked:
        return "Unlocked";
    case LogEvent::LinesLost:
        return "LinesLost";
    }
    return "Unknown";
}

const char *nameOf(DecisionState state)
{
    switch (state) {
    case DecisionState::Drafted:
        return "Drafted";
    case DecisionState::Verified:
        return "Verified";
    case DecisionState::Changed:
        return "Changed";
    case DecisionState::IntentRecorded:
        return "IntentRecorded";
    case DecisionState::Sending:
        return "Sending";
    case DecisionState::Sent:
        return "Sent";
    case DecisionState::NotSent:
        return "NotSent";
    case DecisionState::Refused:
        return "Refused";
    case DecisionState::RefusedCodeUnknown:
        return "RefusedCodeUnknown";
    case DecisionState::Accepted:
        return "Accepted";
    case DecisionState::Ambiguous:
        return "Ambiguous";
    case DecisionState::ReconciledApplied:
        return "ReconciledApplied";
    case DecisionState::ReconciledOtherActor:
        return "ReconciledOtherActor";
    case DecisionState::ReconciledNotApplied:
        return "ReconciledNotApplied";
    case DecisionState::Unresolved:
        return "Unresolved";
    }
    return "Unknown";
}

const char *nameOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Cancelled:
        return "Cancelled";
    case Error::Kind::Offline:
        return "Offline";
    case Error::Kind::TimedOut:
        return "TimedOut";
    case Error::Kind::Untrusted:
        return "Untrusted";
    case Error::Kind::Redirected:
        return "Redirected";
    case Error::Kind::Throttled:
        return "Throttled";
    case Error::Kind::BadCredentials:
        return "BadCredentials";
    case Error::Kind::Forbidden:
        return "Forbidden";
    case Error::Kind::WrongClock:
        return "WrongClock";
    case Error::Kind::NonceUsed:
        return "NonceUsed";
    case Error::Kind::NotFound:
        return "NotFound";
    case Error::Kind::Refused:
        return "Refused";
    case Error::Kind::ServerFault:
        return "ServerFault";
    case Error::Kind::TooLarge:
        return "TooLarge";
    case Error::Kind::BadReply:
        return "BadReply";
    case Error::Kind::Incomplete:
        return "Incomplete";
    case Error::Kind::LocalFault:
        return "LocalFault";
    case Error::Kind::ProxyRefused:
        return "ProxyRefused";
    }
    return "Unknown";
}

const char *nameOf(KeychainState state)
{
    switch (state) {
    case KeychainState::NotAsked:
        return "NotAsked";
    case KeychainState::Asking:
        return "Asking";
    case KeychainState::Slow:
        return "Slow";
    case KeychainState::Blocked:
        return "Blocked";
    case KeychainState::Ready:
        return "Ready";
    case KeychainState::Unusable:
        return "Unusable";
    }
    return "Unknown";
}

//! The fields of one line, in the order in which they are added.
class Fields
{
public:
    explicit Fields(QString begin)
        : m_line(std::move(begin))
    {
    }

    void add(const char *name, const QString &value)
    {
        if (!value.isEmpty())
            m_line += u' ' + QLatin1String(name) + u'=' + value;
    }
    void add(const char *name, const char *value) { add(name, QString::fromLatin1(value)); }
    void add(const char *name, std::optional<qint64> number)
    {
        if (number)
            add(name, QString::number(*number));
    }

    const QString &line() const { return m_line; }

private:
    QString m_line;
};

QString profileText(const ProfileId &profile)
{
    const QString &text = profile.text();
    if (text.isEmpty() || text == QStringLiteral("sandbox"))
        return text;
    const QString begin = text.left(profileCharacters);
    return hasShape(begin, QStringLiteral("[0-9a-f-]{8}")) ? begin : unusual();
}

QString regionText(const RegionId &region)
{
    return region.isEmpty() ? QString()
                            : shaped(region.text(), QStringLiteral("[a-z]{2}-[a-z0-9-]{2,40}"));
}

QString executionText(const ExecutionId &execution)
{
    // What a person has pasted in the place of an id is looked for too.
    return execution.isEmpty()
               ? QString()
               : shaped(execution.text(), QStringLiteral("exec-[A-Za-z0-9.#_-]{1,123}"));
}

} // namespace

ServiceCode::ServiceCode(const QString &code)
{
    if (!code.isEmpty())
        m_text = shaped(code, QStringLiteral("(?=.{1,64}$)[A-Z][A-Za-z0-9]*(\\.[A-Za-z0-9]+)*"));
}

ServiceRequestId::ServiceRequestId(const QString &id)
{
    if (!id.isEmpty())
        m_text = shaped(id, QStringLiteral("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"));
}

OperationName::OperationName(const QString &action)
{
    static const std::array known{
        QStringLiteral("AssumeRole"),
        QStringLiteral("AssumeRoleWithOIDC"),
        QStringLiteral("CancelExecution"),
        QStringLiteral("CloudSsoCredentials"),
        QStringLiteral("CredentialsService"),
        QStringLiteral("DescribeRegions"),
        QStringLiteral("GetCallerIdentity"),
        QStringLiteral("GetExecutionTemplate"),
        QStringLiteral("InstanceMetadata"),
        QStringLiteral("ListExecutionLogs"),
        QStringLiteral("ListExecutionRiskyTasks"),
        QStringLiteral("ListExecutions"),
        QStringLiteral("ListTaskExecutions"),
        QStringLiteral("NotifyExecution"),
        QStringLiteral("StartExecution"),
    };
    if (action.isEmpty())
        return;
    m_text = std::find(known.begin(), known.end(), action) != known.end() ? action
                                                                          : QStringLiteral("other");
}

QString logLine(const LogEntry &entry, const QDateTime &time)
{
    Fields fields(time.toUTC().toString(Qt::ISODateWithMs) + u' ' +
                  QLatin1String(nameOf(entry.event)));
    fields.add("profile", profileText(entry.profile));
    fields.add("region", regionText(entry.region));
    fields.add("operation", entry.operation.text());
    fields.add("execution", executionText(entry.execution));
    if (entry.decision)
        fields.add("decision", entry.decision->shortForm());
    if (entry.state)
        fields.add("state", nameOf(*entry.state));
    if (entry.failure)
        fields.add("failure", nameOf(*entry.failure));
    if (entry.httpStatus != 0)
        fields.add("status", std::optional<qint64>(entry.httpStatus));
    fields.add("code", entry.code.text());
    fields.add("request", entry.requestId.text());
    if (entry.duration)
        fields.add("ms", std::optional<qint64>(entry.duration->count()));
    fields.add("out", entry.bytesOut);
    fields.add("in", entry.bytesIn);
    if (entry.keychain)
        fields.add("keychain", nameOf(*entry.keychain));
    if (entry.trouble)
        fields.add("trouble", keychainError(*entry.trouble).code);
    fields.add("count", entry.count);
    return scrubbed(fields.line());
}

} // namespace countersign
