// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/profilestore.h"

#include "app/credentials/profileregistry.h"
#include "app/domain/servicehosts.h"

#include <QRegularExpression>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <array>

namespace countersign {

namespace {

constexpr qint64 formatVersion = 1;
constexpr qsizetype longestPattern = 256;
constexpr qsizetype longestWord = 24;
constexpr std::size_t mostRegions = 60;
// In the order of the values they stand for.
constexpr std::array<const char *, 6> colorWords = {"grey",  "red",  "orange",
                                                    "green", "blue", "violet"};
constexpr std::array<const char *, 5> patternWords = {"plain", "stripes", "dots", "bars", "checks"};

template <std::size_t count>
std::optional<std::size_t> positionIn(const std::array<const char *, count> &words,
                                      const QString &word)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (word == QLatin1String(words[i]))
            return i;
    }
    return std::nullopt;
}

bool isRegion(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9][a-z0-9-]{1,62}$"));
    return form.match(text).hasMatch();
}

//! Only what a person could mean: scheme, host, perhaps a port.
bool isEndpoint(const QUrl &url, ProfileWorld world)
{
    const bool hasMore = !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() ||
                         (!url.path().isEmpty() && url.path() != QStringLiteral("/"));
    if (!url.isValid() || url.host().isEmpty() || hasMore)
        return url.isEmpty() && world == ProfileWorld::Real;
    if (world == ProfileWorld::Real)
        return url.scheme() == QStringLiteral("https") && !isDeceptiveHost(url.host());
    const bool isHere =
        url.host() == QStringLiteral("127.0.0.1") || url.host() == QStringLiteral("::1");
    return isHere &&
           (url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https"));
}

//! The OOS endpoint is documented, for something else than what the profile calls there.
bool isForeignService(const Profile &profile)
{
    const QString host = hostOf(profile.endpoint);
    return isServiceHost(host) &&
           !std::all_of(profile.regions.begin(), profile.regions.end(),
                        [&host](const RegionId &region) { return isOosHostOf(host, region); });
}

bool isForeignStsService(const Profile &profile)
{
    const QString host = hostOf(profile.stsEndpoint);
    return isServiceHost(host) && !isStsHost(host);
}

//! Nothing is sent to an endpoint that is wrong for the profile or that nobody has agreed to; the
//! profile is there, for that to be mended.
bool isMendable(ProfileProblem problem)
{
    return problem == ProfileProblem::PrivateEndpoint ||
           problem == ProfileProblem::ForeignEndpoint ||
           problem == ProfileProblem::ForeignStsEndpoint;
}

Environment readEnvironment(const Json &object)
{
    Environment environment;
    environment.word = object[u"word"].toString().left(longestWord);
    const auto color = positionIn(colorWords, object[u"color"].toString());
    const auto pattern = positionIn(patternWords, object[u"pattern"].toString());
    environment.color = static_cast<EnvironmentColor>(color.value_or(0));
    environment.pattern = static_cast<EnvironmentPattern>(pattern.value_or(0));
    // What cannot be read is treated with the greater care.
    environment.isProduction = object[u"isProduction"].toBool(true);
    environment.isSandbox = object[u"isSandbox"].toBool();
    return environment;
}

QDateTime timeOf(const Json &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC() : QDateTime();
}

void readLastIdentity(Profile &profile, const Json &object)
{
    profile.lastIdentityAt = timeOf(object[u"readAt"]);
    if (!profile.lastIdentityAt.isValid())
        return;
    CallerIdentity &identity = profile.lastIdentity;
    identity.accountId = profile.accountId;
    identity.userId = object[u"userId"].toString();
    identity.principalId = object[u"principalId"].toString();
    identity.arn = object[u"arn"].toString();
    identity.identityType = object[u"type"].toString();
}

std::optional<Profile> readProfile(const Json &object)
{
    Profile profile;
    profile.id = ProfileId(object[u"id"].toString());
    profile.alias = object[u"alias"].toString();
    profile.accountId = object[u"accountId"].toString();
    object[u"regions"].forEachItem([&profile](const Json &region) {
        if (profile.regions.size() < mostRegions)
            profile.regions.push_back(RegionId(region.toString()));
    });
    profile.endpoint = QUrl(object[u"endpoint"].toString(), QUrl::StrictMode);
    profile.stsEndpoint = QUrl(object[u"stsEndpoint"].toString(), QUrl::StrictMode);
    profile.usesVpc = object[u"usesVpc"].toBool();
    profile.allowsPrivateEndpoint = object[u"allowsPrivateEndpoint"].toBool();
    profile.dropsKeysOnLock = object[u"dropsKeysOnLock"].toBool();
    profile.scheme = object[u"scheme"].toString() == QStringLiteral("HMAC-SHA1")
                         ? SignatureScheme::V1
                         : SignatureScheme::V3;
    profile.omitsTaskId = object[u"omitsTaskId"].toBool();
    profile.environment = readEnvironment(object[u"environment"]);
    const Json note = object[u"note"];
    profile.noteRule = {note[u"isRequired"].toBool(), note[u"pattern"].toString(),
                        note[u"example"].toString()};
    const Json key = object[u"key"];
    profile.key = {key[u"isInKeychain"].toBool(), key[u"backend"].toString(), profile.accountId,
                   timeOf(key[u"savedAt"]), timeOf(key[u"expiresAt"])};
    profile.keyIdEnd = key[u"end"].toString().right(4);
    profile.verifiedKeyEnd = key[u"verifiedEnd"].toString().right(4);
    readLastIdentity(profile, object[u"lastIdentity"]);
    const Json source = object[u"source"];
    const auto keySource = source.isObject() ? readKeySource(source) : KeySource();
    profile.source = keySource.value_or(KeySource());
    const ProfileProblem problem = problemOf(
        profile, {}, profile.environment.isSandbox ? ProfileWorld::Sandbox : ProfileWorld::Real);
    const bool isSound = problem == ProfileProblem::None || isMendable(problem);
    const bool isUsable =
        isSound && keySource && !profile.id.isEmpty() && !QUuid(profile.id.text()).isNull();
    return isUsable ? std::optional(profile) : std::nullopt;
}

QString colorWord(EnvironmentColor color)
{
    return QLatin1String(colorWords[static_cast<std::size_t>(color)]);
}

QString patternWord(EnvironmentPattern pattern)
{
    return QLatin1String(patternWords[static_cast<std::size_t>(pattern)]);
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

void writeLastIdentity(JsonWriter &writer, const Profile &profile)
{
    const CallerIdentity &identity = profile.lastIdentity;
    writer.name(u"lastIdentity").beginObject().member(u"userId", identity.userId);
    writer.member(u"principalId", identity.principalId).member(u"arn", identity.arn);
    writer.member(u"type", identity.identityType);
    writer.member(u"readAt", timeText(profile.lastIdentityAt)).endObject();
}

void writeProfile(JsonWriter &writer, const Profile &profile)
{
    writer.beginObject().member(u"id", profile.id.text()).member(u"alias", profile.alias);
    writer.member(u"accountId", profile.accountId).name(u"regions").beginArray();
    for (const RegionId &region : profile.regions)
        writer.value(region.text());
    writer.endArray();
    writer.member(u"endpoint", profile.endpoint.toString(QUrl::FullyEncoded));
    writer.member(u"stsEndpoint", profile.stsEndpoint.toString(QUrl::FullyEncoded));
    writer.member(u"usesVpc", profile.usesVpc);
    writer.member(u"allowsPrivateEndpoint", profile.allowsPrivateEndpoint);
    writer.member(u"dropsKeysOnLock", profile.dropsKeysOnLock);
    writer.member(u"scheme", profile.scheme == SignatureScheme::V1
                                 ? QStringLiteral("HMAC-SHA1")
                                 : QStringLiteral("ACS3-HMAC-SHA256"));
    writer.member(u"omitsTaskId", profile.omitsTaskId);
    writer.name(u"environment").beginObject();
    writer.member(u"word", profile.environment.word);
    writer.member(u"color", colorWord(profile.environment.color));
    writer.member(u"pattern", patternWord(profile.environment.pattern));
    writer.member(u"isProduction", profile.environment.isProduction);
    writer.member(u"isSandbox", profile.environment.isSandbox).endObject();
    writer.name(u"note").beginObject().member(u"isRequired", profile.noteRule.isRequired);
    writer.member(u"pattern", profile.noteRule.pattern);
    writer.member(u"example", profile.noteRule.example).endObject();
    writer.name(u"key").beginObject().member(u"isInKeychain", profile.key.isSaved);
    writer.member(u"backend", profile.key.backend);
    writer.member(u"savedAt", timeText(profile.key.savedAt));
    writer.member(u"expiresAt", timeText(profile.key.expiresAt));
    writer.member(u"end", profile.keyIdEnd);
    writer.member(u"verifiedEnd", profile.verifiedKeyEnd).endObject();
    if (profile.lastIdentityAt.isValid())
        writeLastIdentity(writer, profile);
    writer.name(u"source");
    writeKeySource(writer, profile.source);
    writer.endObject();
}

bool isSameLook(const Environment &a, const Environment &b)
{
    return a.color == b.color && a.pattern == b.pattern &&
           a.word.compare(b.word, Qt::CaseInsensitive) == 0 && a.isProduction == b.isProduction &&
           a.isSandbox == b.isSandbox;
}

} // namespace

ProfileStore::ProfileStore(const QString &path, ProfileWorld world)
    : m_file(path, formatVersion)
    , m_world(world)
{
}

std::vector<Profile> ProfileStore::load(const QDateTime &now)
{
    m_leftOut = 0;
    m_unusable.clear();
    std::vector<Profile> profiles;
    const auto document = m_file.read(now);
    if (!document)
        return profiles;
    (*document)[u"profiles"].forEachItem([this, &profiles](const Json &item) {
        const auto profile = readProfile(item);
        const bool isRepeat =
            profile && std::any_of(profiles.begin(), profiles.end(), [&](const Profile &other) {
                return other.id == profile->id ||
                       other.alias.compare(profile->alias, Qt::CaseInsensitive) == 0;
            });
        if (profile && !isRepeat && static_cast<int>(profiles.size()) < mostProfiles)
            profiles.push_back(*profile);
        else
            m_unusable.push_back(item.detached());
    });
    m_leftOut = static_cast<int>(m_unusable.size());
    const auto isOther = [this](const Profile &profile) {
        return profile.environment.isSandbox != (m_world == ProfileWorld::Sandbox);
    };
    m_others.clear();
    std::copy_if(profiles.begin(), profiles.end(), std::back_inserter(m_others), isOther);
    std::erase_if(profiles, isOther);
    return profiles;
}

bool ProfileStore::save(const std::vector<Profile> &profiles)
{
    JsonWriter writer;
    writer.beginObject().member(u"version", formatVersion).name(u"profiles").beginArray();
    for (const Profile &profile : profiles)
        writeProfile(writer, profile);
    for (const Profile &profile : m_others)
        writeProfile(writer, profile);
    for (const Json &entry : m_unusable)
        writer.value(entry);
    writer.endArray().endObject();
    return m_file.write(writer.bytes());
}

ProfileProblem problemOf(const Profile &profile, const std::vector<Profile> &others,
                         ProfileWorld world)
{
    const auto any = [&](const auto &clashes) {
        return std::any_of(others.begin(), others.end(), [&](const Profile &other) {
            return other.id != profile.id && clashes(other);
        });
    };
    if (profile.alias.trimmed().isEmpty())
        return ProfileProblem::NoAlias;
    if (profile.alias.size() > ProfileStore::longestAlias)
        return ProfileProblem::LongAlias;
    if (any([&](const Profile &other) {
            return other.alias.compare(profile.alias, Qt::CaseInsensitive) == 0;
        }))
        return ProfileProblem::AliasTaken;
    if (profile.regions.empty())
        return ProfileProblem::NoRegion;
    if (!std::all_of(profile.regions.begin(), profile.regions.end(),
                     [](const RegionId &region) { return isRegion(region.text()); }))
        return ProfileProblem::BadRegion;
    if (!isEndpoint(profile.endpoint, world))
        return ProfileProblem::BadEndpoint;
    if (!isEndpoint(profile.stsEndpoint, world))
        return ProfileProblem::BadStsEndpoint;
    if (profile.noteRule.pattern.size() > longestPattern ||
        !QRegularExpression(profile.noteRule.pattern).isValid())
        return ProfileProblem::BadPattern;
    if (any([&](const Profile &other) {
            return isSameLook(other.environment, profile.environment);
        }))
        return ProfileProblem::LookTaken;
    // Last, since an entry of the file that has nothing else is kept.
    if (isForeignService(profile))
        return ProfileProblem::ForeignEndpoint;
    if (isForeignStsService(profile))
        return ProfileProblem::ForeignStsEndpoint;
    if (!profile.allowsPrivateEndpoint && !privateHostsOf(profile).isEmpty())
        return ProfileProblem::PrivateEndpoint;
    return ProfileProblem::None;
}

QStringList privateHostsOf(const Profile &profile)
{
    QStringList hosts;
    for (const QUrl &endpoint : {profile.endpoint, profile.stsEndpoint}) {
        if (!endpoint.host().isEmpty())
            hosts += privateHostOf(hostOf(endpoint), profile.environment);
    }
    hosts.removeAll(QString());
    hosts.removeDuplicates();
    return hosts;
}

Environment freeLook(const std::vector<Profile> &others)
{
    Environment look;
    const auto isTaken = [&others](const Environment &candidate) {
        return std::any_of(others.begin(), others.end(), [&](const Profile &other) {
            return other.environment.color == candidate.color &&
                   other.environment.pattern == candidate.pattern;
        });
    };
    for (int pattern = 0; pattern < static_cast<int>(patternWords.size()); ++pattern) {
        for (const EnvironmentColor color :
             {EnvironmentColor::Grey, EnvironmentColor::Green, EnvironmentColor::Blue,
              EnvironmentColor::Violet, EnvironmentColor::Orange}) {
            look.color = color;
            look.pattern = static_cast<EnvironmentPattern>(pattern);
            if (!isTaken(look))
                return look;
        }
    }
    return look;
}

ProfileId newProfileId()
{
    return ProfileId(QUuid::createUuid().toString(QUuid::WithoutBraces));
}

} // namespace countersign
