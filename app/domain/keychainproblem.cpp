// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/keychainproblem.h"

namespace countersign {

namespace {

QString codeOf(KeychainProblem problem)
{
    switch (problem) {
    case KeychainProblem::NoEventLoop:
        return QStringLiteral("KeychainNoEventLoop");
    case KeychainProblem::NoBus:
        return QStringLiteral("KeychainNoBus");
    case KeychainProblem::NoService:
        return QStringLiteral("KeychainNoService");
    case KeychainProblem::Hung:
        return QStringLiteral("KeychainHung");
    case KeychainProblem::Locked:
        return QStringLiteral("KeychainLocked");
    case KeychainProblem::Dismissed:
        return QStringLiteral("KeychainDismissed");
    case KeychainProblem::NoCollection:
        return QStringLiteral("KeychainNoCollection");
    case KeychainProblem::ServiceDied:
        return QStringLiteral("KeychainServiceDied");
    case KeychainProblem::GaveUp:
        return QStringLiteral("KeychainGaveUp");
    case KeychainProblem::Blocked:
        return QStringLiteral("KeychainBlocked");
    case KeychainProblem::BackendChanged:
        return QStringLiteral("KeychainBackendChanged");
    case KeychainProblem::EntryMissing:
        return QStringLiteral("KeychainEntryMissing");
    case KeychainProblem::EntryDamaged:
        return QStringLiteral("KeychainEntryDamaged");
    case KeychainProblem::EntryOfAnotherAccount:
        return QStringLiteral("KeychainEntryOfAnotherAccount");
    case KeychainProblem::Incomplete:
        return QStringLiteral("KeychainIncomplete");
    case KeychainProblem::TooLarge:
        return QStringLiteral("KeychainTooLarge");
    case KeychainProblem::ReadRefused:
        return QStringLiteral("KeychainReadRefused");
    case KeychainProblem::WriteRefused:
        return QStringLiteral("KeychainWriteRefused");
    case KeychainProblem::EraseRefused:
        return QStringLiteral("KeychainEraseRefused");
    case KeychainProblem::ReadBackDiffers:
        return QStringLiteral("KeychainReadBackDiffers");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

bool isOfWholeKeychain(KeychainProblem problem)
{
    switch (problem) {
    case KeychainProblem::NoEventLoop:
    case KeychainProblem::NoBus:
    case KeychainProblem::NoService:
    case KeychainProblem::Hung:
    case KeychainProblem::Locked:
    case KeychainProblem::Dismissed:
    case KeychainProblem::NoCollection:
    case KeychainProblem::ServiceDied:
    case KeychainProblem::GaveUp:
    case KeychainProblem::Blocked:
        return true;
    case KeychainProblem::BackendChanged:
    case KeychainProblem::EntryMissing:
    case KeychainProblem::EntryDamaged:
    case KeychainProblem::EntryOfAnotherAccount:
    case KeychainProblem::Incomplete:
    case KeychainProblem::TooLarge:
    case KeychainProblem::ReadRefused:
    case KeychainProblem::WriteRefused:
    case KeychainProblem::EraseRefused:
    case KeychainProblem::ReadBackDiffers:
        return false;
    }
    Q_UNREACHABLE();
    return false;
}

Error keychainError(KeychainProblem problem, const QString &detail)
{
    Error error;
    error.kind = Error::Kind::LocalFault;
    error.code = codeOf(problem);
    error.detail = detail;
    return error;
}

std::optional<KeychainProblem> keychainProblemOf(const Error &error)
{
    if (error.kind != Error::Kind::LocalFault)
        return std::nullopt;
    for (const KeychainProblem problem : allKeychainProblems) {
        if (error.code == codeOf(problem))
            return problem;
    }
    return std::nullopt;
}

} // namespace countersign
