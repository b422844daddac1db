// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keychainverdict.h"

namespace countersign {

namespace {

using State = KeychainAnswer::State;

//! The job's own result, of a service that is there and open.
std::optional<KeychainProblem> problemOf(KeychainOperation operation, KeychainJobEnd::Kind end)
{
    if (end == KeychainJobEnd::Kind::Done)
        return std::nullopt;
    // A wallet that the person did not open; it has no lock that could be asked for.
    if (end == KeychainJobEnd::Kind::Denied)
        return KeychainProblem::Dismissed;
    switch (operation) {
    case KeychainOperation::Read:
        return end == KeychainJobEnd::Kind::Absent ? KeychainProblem::EntryMissing
                                                   : KeychainProblem::ReadRefused;
    case KeychainOperation::Write:
        return KeychainProblem::WriteRefused;
    case KeychainOperation::Erase:
        return KeychainProblem::EraseRefused;
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

std::optional<KeychainProblem> problemBefore(const KeychainAnswer &answer)
{
    switch (answer.state) {
    case State::NoBus:
        return KeychainProblem::NoBus;
    case State::NoService:
        return KeychainProblem::NoService;
    case State::Hung:
        return KeychainProblem::Hung;
    case State::NoCollection:
    case State::Locked:
    case State::Open:
        break;
    }
    return std::nullopt;
}

std::optional<KeychainProblem> problemAfter(KeychainOperation operation, KeychainJobEnd::Kind end,
                                            const KeychainAnswer &before,
                                            const KeychainAnswer &after)
{
    if (const auto problem = problemBefore(after)) {
        // A service that is gone was there when the job began.
        return problem == KeychainProblem::NoService ? KeychainProblem::ServiceDied : problem;
    }
    if (before.owner != after.owner)
        return KeychainProblem::ServiceDied;
    if (after.state == State::Locked)
        return after.hasPrompter ? KeychainProblem::Dismissed : KeychainProblem::Locked;
    if (after.state == State::NoCollection && operation != KeychainOperation::Erase)
        return KeychainProblem::NoCollection;
    return problemOf(operation, end);
}

} // namespace countersign
