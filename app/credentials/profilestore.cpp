// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/profilestore.h"

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

//! Only what a person could mean: https, a host, perhaps a port.
bool isEndpoint(const QUrl &url)
{
    const bool hasMore = !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() ||
                         (!url.path().isEmpty() && url.path() != QStringLiteral("/"));
    return url.isEmpty() || (url.isValid() && url.scheme() == QStringLiteral("https") &&
                             !url.host().isEmpty() && !hasMore);
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
    return environment;
}

QDateTime timeOf(const Json &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
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
    profile.scheme = object[u"scheme"].toString() == QStringLiteral("HMAC-SHA1")
                         ? SignatureScheme::V1
                         : SignatureScheme::V3;
    profile.environment = readEnvironment(object[u"environment"]);
    const Json note = object[u"note"];
    profile.noteRule = {note[u"isRequired"].toBool(), note[u"pattern"].toString(),
                        note[u"example"].toString()};
    const Json key = object[u"key"];
    profile.key = {key[u"isInKeychain"].toBool(), key[u"backend"].toString(),
                   timeOf(key[u"savedAt"])};
    profile.keyIdEnd = key[u"end"].toString().right(4);
    const ProfileProblem problem = problemOf(profile, {});
    const bool isUsable = problem == ProfileProblem::None && !profile.id.isEmpty() &&
                          !QUuid(profile.id.text()).isNull();
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
    writer.member(u"scheme", profile.scheme == SignatureScheme::V1
                                 ? QStringLiteral("HMAC-SHA1")
                                 : QStringLiteral("ACS3-HMAC-SHA256"));
    writer.name(u"environment").beginObject();
    writer.member(u"word", profile.environment.word);
    writer.member(u"color", colorWord(profile.environment.color));
    writer.member(u"pattern", patternWord(profile.environment.pattern));
    writer.member(u"isProduction", profile.environment.isProduction).endObject();
    writer.name(u"note").beginObject().member(u"isRequired", profile.noteRule.isRequired);
    writer.member(u"pattern", profile.noteRule.pattern);
    writer.member(u"example", profile.noteRule.example).endObject();
    writer.name(u"key").beginObject().member(u"isInKeychain", profile.key.isInKeychain);
    writer.member(u"backend", profile.key.backend);
    writer.member(u"savedAt", profile.key.savedAt.isValid()
                                  ? profile.key.savedAt.toUTC().toString(Qt::ISODateWithMs)
                                  : QString());
    writer.member(u"end", profile.keyIdEnd).endObject();
    writer.endObject();
}

bool isSameLook(const Environment &a, const Environment &b)
{
    return a.color == b.color && a.pattern == b.pattern &&
           a.word.compare(b.word, Qt::CaseInsensitive) == 0 && a.isProduction == b.isProduction;
}

} // namespace

ProfileStore::ProfileStore(const QString &path)
    : m_file(path, formatVersion)
{
}

std::vector<Profile> ProfileStore::load(const QDateTime &now)
{
    m_leftOut = 0;
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
            ++m_leftOut;
    });
    return profiles;
}

bool ProfileStore::save(const std::vector<Profile> &profiles)
{
    JsonWriter writer;
    writer.beginObject().member(u"version", formatVersion).name(u"profiles").beginArray();
    for (const Profile &profile : profiles) {
        if (!profile.environment.isSandbox)
            writeProfile(writer, profile);
    }
    writer.endArray().endObject();
    return m_file.write(writer.bytes());
}

ProfileProblem problemOf(const Profile &profile, const std::vector<Profile> &others)
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
    if (!isEndpoint(profile.endpoint))
        return ProfileProblem::BadEndpoint;
    if (!isEndpoint(profile.stsEndpoint))
        return ProfileProblem::BadStsEndpoint;
    if (profile.noteRule.pattern.size() > longestPattern ||
        !QRegularExpression(profile.noteRule.pattern).isValid())
        return ProfileProblem::BadPattern;
    if (any([&](const Profile &other) {
            return isSameLook(other.environment, profile.environment);
        }))
        return ProfileProblem::LookTaken;
    return ProfileProblem::None;
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
