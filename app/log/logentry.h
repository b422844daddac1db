// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/error.h"
#include "app/domain/ids.h"
#include "app/domain/keychainproblem.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace countersign {

//! Everything that is logged has one of these names.
enum class LogEvent {
    ProgramStarted,
    ProgramEnding,
    DumpsAllowed, //!< the sandbox that the program runs in needs a process that can be looked into
    Read,
    Send,
    Throttled, //!< a place was asked to slow down for `duration`
    DecisionMoved,
    JournalProblem,
    ProfileAdded,
    ProfileChanged,
    ProfileRemoved,
    KeyLent,
    KeyDropped,
    KeyRenewed,       //!< other keys of a source are lent than before
    KeyRenewalFailed, //!< a source gave nothing new; what it gave before is lent still
    KeyEnded,         //!< a source gave nothing, and nothing is lent
    KeychainChanged,
    Locked,
    Unlocked,
    LinesLost, //!< `count` lines could not be written in time
};

//! Text of the service that may be logged, because it has the shape of a code, such as
//! Throttling.User. Any other text is logged as "unusual", which is all that is kept of it.
class ServiceCode
{
public:
    ServiceCode() = default;
    explicit ServiceCode(const QString &code);
    //! Empty: there was none.
    const QString &text() const { return m_text; }

private:
    QString m_text;
};

//! The service's id of a request, likewise: a uuid.
class ServiceRequestId
{
public:
    ServiceRequestId() = default;
    explicit ServiceRequestId(const QString &id);
    const QString &text() const { return m_text; }

private:
    QString m_text;
};

//! Name of an operation, of those that this program calls; any other one is "other".
class OperationName
{
public:
    OperationName() = default;
    explicit OperationName(const QString &action);
    const QString &text() const { return m_text; }

private:
    QString m_text;
};

//! One event with its fields. There is no field for a text: what came from outside is logged
//! through types that check it, and only fields that are set are written.
struct LogEntry
{
    LogEvent event;
    ProfileId profile = {}; //!< its first eight characters are written
    RegionId region = {};
    OperationName operation = {};
    ExecutionId execution = {};
    std::optional<DecisionId> decision = {}; //!< its short form is written
    std::optional<DecisionState> state = {};
    std::optional<Error::Kind> failure = {};
    int httpStatus = 0; //!< 0: none
    ServiceCode code = {};
    ServiceRequestId requestId = {};
    std::optional<std::chrono::milliseconds> duration = {};
    std::optional<qint64> bytesOut = {};
    std::optional<qint64> bytesIn = {};
    std::optional<KeychainState> keychain = {};
    std::optional<KeychainProblem> trouble = {};
    std::optional<qint64> count = {};
};

//! "2026-02-03T04:05:06.789Z Read profile=1a2b3c4d …", without a line feed, behind the second wall.
QString logLine(const LogEntry &entry, const QDateTime &time);

} // namespace countersign
