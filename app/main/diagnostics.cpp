// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/diagnostics.h"

#include "app/log/scrub.h"
#include "app/main/session.h"
#include "ui/windows/versiondetails.h"

namespace countersign {

namespace {

QString kindText(KeyKind kind)
{
    switch (kind) {
    case KeyKind::Entered:
        return QStringLiteral("entered");
    case KeyKind::OtherProfile:
        return QStringLiteral("role by another profile");
    case KeyKind::Oidc:
        return QStringLiteral("OIDC");
    case KeyKind::EcsRole:
        return QStringLiteral("ECS instance role");
    case KeyKind::LocalService:
        return QStringLiteral("credentials URI");
    case KeyKind::Program:
        return QStringLiteral("program");
    case KeyKind::CloudSso:
        return QStringLiteral("CloudSSO");
    case KeyKind::OAuth:
        return QStringLiteral("OAuth");
    case KeyKind::Environment:
        return QStringLiteral("environment");
    }
    return QStringLiteral("unknown");
}

QString keychainText(KeychainState state, std::optional<KeychainProblem> trouble)
{
    if (trouble)
        return keychainError(*trouble).code;
    switch (state) {
    case KeychainState::NotAsked:
        return QStringLiteral("not asked");
    case KeychainState::Asking:
        return QStringLiteral("asking");
    case KeychainState::Slow:
        return QStringLiteral("slow");
    case KeychainState::Blocked:
        return QStringLiteral("blocked");
    case KeychainState::Ready:
        return QStringLiteral("ready");
    case KeychainState::Unusable:
        break;
    }
    return QStringLiteral("not usable");
}

QString profileLine(const Profile &profile, bool isUnlocked)
{
    return QStringLiteral("Profile %1: keys %2%3, %4, regions: %5, scheme %6%7")
        .arg(profile.id.text().left(8), kindText(profile.source.kind),
             profile.source.role ? QStringLiteral(" with a role") : QString(),
             isUnlocked ? QStringLiteral("there") : QStringLiteral("not there"))
        .arg(profile.regions.size())
        .arg(profile.scheme == SignatureScheme::V3 ? QStringLiteral("V3") : QStringLiteral("V1"),
             profile.key.isSaved ? QStringLiteral(", kept in the keychain") : QString());
}

} // namespace

QString diagnosticsText(const Session &session, const QStringList &lastLines)
{
    QStringList lines{versionDetails(session.keychain.backend())};
    lines += QStringLiteral("Keychain state: %1")
                 .arg(keychainText(session.keychain.state(), session.keychain.trouble()));
    const std::vector<Profile> profiles = session.profiles.profiles();
    lines += QStringLiteral("Profiles: %1, places watched: %2")
                 .arg(profiles.size())
                 .arg(session.watch.places().size());
    for (const Profile &profile : profiles)
        lines += profileLine(profile, session.profiles.isUnlocked(profile.id));
    lines += QStringLiteral("Decisions recorded: %1, without a known end: %2")
                 .arg(session.journal.entryCount())
                 .arg(session.journal.unsettledEntries().size());
    lines += QStringLiteral("Event log, newest last:");
    return scrubbed(lines.join(u'\n')) + u'\n' + lastLines.join(u'\n') + u'\n';
}

} // namespace countersign
