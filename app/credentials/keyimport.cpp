// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyimport.h"

#include "app/api/endpoints.h"
#include "app/credentials/clikeys.h"
#include "app/credentials/keyforms.h"
#include "app/credentials/keyimportparts.h"
#include "app/credentials/secretpayload.h"
#include "app/domain/servicehosts.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace countersign {

namespace {

using Obstacle = ImportObstacle;
using detail::accountOf;
using detail::isOn;
using detail::isRegionName;

//! A stored triple of the CLI is used until so long before its end (credentials.md 7.7).
constexpr std::chrono::seconds lastUse{60};
//! Bytes of an entry in the keychain beside key id, secret and token.
constexpr std::size_t entryOverhead = 128;

struct Needed
{
    const char *field;
    bool isThere;
};

//! What the mode needs (credentials.md 2.4), as the file calls it.
std::vector<Needed> neededFields(const CliProfile &profile, CliConfig::Format format)
{
    const bool isIni = format == CliConfig::Format::IniCredentials;
    const Needed keyId{"access_key_id", !profile.accessKeyId.isEmpty()};
    const Needed secret{"access_key_secret", !profile.secret.isEmpty()};
    const Needed role{isIni ? "role_arn" : "ram_role_arn", !profile.ramRoleArn.isEmpty()};
    // The SDKs make up a session name where the ini file has none.
    const Needed session{"ram_session_name", isIni || !profile.ramSessionName.isEmpty()};
    switch (profile.mode) {
    case CliMode::AccessKey:
        return {keyId, secret};
    case CliMode::StsToken:
        return {
            keyId, secret, {isIni ? "security_token" : "sts_token", !profile.stsToken.isEmpty()}};
    case CliMode::RamRoleArn:
        return {keyId, secret, role, session};
    case CliMode::ChainableRamRoleArn:
        return {{"source_profile", !profile.sourceProfile.isEmpty()}, role, session};
    case CliMode::RamRoleArnWithRoleName:
        return {{"ram_role_name", !profile.ramRoleName.isEmpty()}, role, session};
    case CliMode::Oidc:
        return {
            {"oidc_provider_arn", !profile.oidcProviderArn.isEmpty()},
            {isIni ? "oidc_token_file_path" : "oidc_token_file", !profile.oidcTokenFile.isEmpty()},
            role,
            session};
    case CliMode::CloudSso:
        return {{"cloud_sso_sign_in_url", !profile.cloudSsoSignInUrl.isEmpty()},
                {"cloud_sso_account_id", !profile.cloudSsoAccountId.isEmpty()},
                {"cloud_sso_access_config", !profile.cloudSsoAccessConfig.isEmpty()}};
    case CliMode::OAuth:
        return {{"oauth_site_type", !profile.oauthSite.isEmpty()}};
    case CliMode::External:
        return {{"process_command", !profile.processCommand.isEmpty()}};
    case CliMode::CredentialsUri:
        return {{"credentials_uri", !profile.credentialsUri.isEmpty()}};
    default:
        return {};
    }
}

bool isTemporary(const CliProfile &profile)
{
    return isTemporaryKeyId(profile.accessKeyId.toUtf8());
}

//! Of the profile that other programs use at present (credentials.md 2.2, 5): the environment comes
//! before the file.
QString currentName(const CliConfig &config, const ImportEnvironment &environment)
{
    // The SDKs, which alone read the other file, know one of the names.
    const bool isIni = config.format == CliConfig::Format::IniCredentials;
    for (const char *name : {"ALIBABACLOUD_PROFILE", "ALIBABA_CLOUD_PROFILE", "ALICLOUD_PROFILE"}) {
        const bool isRead = !isIni || qstrcmp(name, "ALIBABA_CLOUD_PROFILE") == 0;
        if (isRead && environment.isSet(name))
            return environment.text(name);
    }
    return config.current;
}

//! Looks at one profile of the file by itself.
class Candidate
{
public:
    Candidate(const CliProfile &profile, const CliConfig &config, std::size_t index)
        : m_profile(profile)
        , m_format(config.format)
    {
        made.index = index;
        made.name = profile.name;
        made.mode = profile.mode;
        made.modeName = profile.modeName;
        made.unknownFields = profile.unknownFields;
    }

    void look(const QString &path, const ImportEnvironment &environment, const QDateTime &now);

    ImportCandidate made;

private:
    bool isIni() const { return m_format == CliConfig::Format::IniCredentials; }
    void note(ImportNote one, bool isTrue);
    void fail(Obstacle obstacle, const QStringList &fields = {});
    bool passesMode();
    bool passesFields();
    void fillKey();
    void fillRole();
    void fillSource(const QString &path);
    void fillPlaces();
    void fillLogin(const QDateTime &now);
    void passPolicy(const ImportEnvironment &environment);

    const CliProfile &m_profile;
    CliConfig::Format m_format;
};

void Candidate::note(ImportNote one, bool isTrue)
{
    if (isTrue)
        made.notes.insert(one);
}

void Candidate::fail(Obstacle obstacle, const QStringList &fields)
{
    if (made.obstacle != Obstacle::None)
        return;
    made.obstacle = obstacle;
    made.fields = fields;
}

void Candidate::look(const QString &path, const ImportEnvironment &environment,
                     const QDateTime &now)
{
    fillKey();
    fillRole();
    fillSource(path);
    fillPlaces();
    note(ImportNote::ModeGuessed, m_profile.isModeGuessed);
    note(ImportNote::SwitchedOff, m_profile.isEnabled == false);
    note(ImportNote::CommentSign, m_profile.isCommentSign);
    note(ImportNote::OpenEnd, m_profile.isEndOpen);
    note(ImportNote::OldForm, made.mode == CliMode::RamRoleArnWithRoleName);
    note(ImportNote::UnknownFields, made.unknownFields > 0);
    if (!passesMode() || !passesFields())
        return;
    fillLogin(now);
    passPolicy(environment);
    made.sourceProblem = problemOf(made.source);
    // Which profile it is becomes known when the others are.
    if (made.sourceProblem == KeySourceProblem::NoOtherProfile)
        made.sourceProblem = KeySourceProblem::None;
    if (made.sourceProblem != KeySourceProblem::None)
        fail(Obstacle::BadSource);
    const std::size_t size = std::size_t(m_profile.accessKeyId.size()) * 3 +
                             m_profile.secret.size() + m_profile.stsToken.size() + entryOverhead;
    if (made.hasKey && size > std::size_t(secretPayloadLimit))
        fail(Obstacle::TooLarge);
}

bool Candidate::passesMode()
{
    if (!m_profile.misplaced.isEmpty())
        fail(Obstacle::Misplaced, m_profile.misplaced);
    if (!m_profile.unusable.isEmpty())
        fail(Obstacle::Unusable, m_profile.unusable);
    if (made.mode == CliMode::Unknown)
        fail(made.modeName.isEmpty() ? Obstacle::NoMode : Obstacle::UnknownMode);
    if (made.mode == CliMode::RsaKeyPair)
        fail(Obstacle::Deprecated);
    if (made.mode == CliMode::BearerToken)
        fail(Obstacle::NoSignature);
    if (made.mode == CliMode::Anonymous)
        fail(Obstacle::NoKey);
    return made.obstacle == Obstacle::None;
}

bool Candidate::passesFields()
{
    QStringList missing;
    const std::vector<Needed> needed = neededFields(m_profile, m_format);
    for (const Needed &field : needed) {
        if (!field.isThere)
            missing += QString::fromLatin1(field.field);
    }
    if (!missing.isEmpty())
        fail(std::size_t(missing.size()) == needed.size() ? Obstacle::NotConfigured
                                                          : Obstacle::FieldMissing,
             missing);
    if (made.hasKey && isTemporary(m_profile) && m_profile.stsToken.isEmpty())
        fail(Obstacle::FieldMissing,
             {isIni() ? QStringLiteral("security_token") : QStringLiteral("sts_token")});
    const QString &site = m_profile.oauthSite;
    if (made.mode == CliMode::OAuth && site != QStringLiteral("CN") &&
        site != QStringLiteral("INTL"))
        fail(Obstacle::BadSite);
    return made.obstacle == Obstacle::None;
}

void Candidate::fillKey()
{
    made.hasKey = made.mode == CliMode::AccessKey || made.mode == CliMode::StsToken ||
                  made.mode == CliMode::RamRoleArn;
    if (!made.hasKey)
        return;
    made.keyIdEnd = m_profile.accessKeyId.right(4);
}

void Candidate::fillRole()
{
    const bool isFirst = made.mode == CliMode::RamRoleArn || made.mode == CliMode::Oidc;
    if (!isFirst && made.mode != CliMode::ChainableRamRoleArn &&
        made.mode != CliMode::RamRoleArnWithRoleName)
        return;
    RoleToAssume role;
    role.arn = m_profile.ramRoleArn;
    role.sessionName = m_profile.ramSessionName;
    if (role.sessionName.isEmpty() && isIni()) {
        role.sessionName = QStringLiteral("countersign");
        note(ImportNote::SessionNameChosen, true);
    }
    role.duration = std::chrono::seconds(m_profile.durationSeconds.value_or(3'600));
    if (made.mode == CliMode::RamRoleArn || made.mode == CliMode::ChainableRamRoleArn)
        role.externalId = m_profile.externalId;
    role.policy = m_profile.policy;
    made.accountId = accountOf(role.arn);
    made.source.role = role;
}

void Candidate::fillSource(const QString &path)
{
    KeySource &source = made.source;
    switch (made.mode) {
    case CliMode::ChainableRamRoleArn:
        source.kind = KeyKind::OtherProfile;
        break;
    case CliMode::EcsRamRole:
    case CliMode::RamRoleArnWithRoleName:
        source.kind = KeyKind::EcsRole;
        source.ecsRoleName = m_profile.ramRoleName;
        break;
    case CliMode::Oidc:
        source.kind = KeyKind::Oidc;
        source.oidcProviderArn = m_profile.oidcProviderArn;
        source.oidcTokenFile = m_profile.oidcTokenFile;
        break;
    case CliMode::External:
        source.kind = KeyKind::Program;
        source.command = m_profile.processCommand;
        break;
    case CliMode::CredentialsUri:
        source.kind = KeyKind::LocalService;
        source.serviceUrl = QUrl(m_profile.credentialsUri, QUrl::StrictMode);
        break;
    case CliMode::CloudSso:
    case CliMode::OAuth:
        source.kind = made.mode == CliMode::OAuth ? KeyKind::OAuth : KeyKind::CloudSso;
        source.cliFile = path;
        source.cliProfile = m_profile.name;
        break;
    default:
        break;
    }
}

void Candidate::fillPlaces()
{
    if (isRegionName(m_profile.regionId))
        made.region = m_profile.regionId;
    note(ImportNote::RegionLeftOut, made.region.isEmpty() && !m_profile.regionId.isEmpty());
    made.usesVpc = m_profile.endpointType == QStringLiteral("vpc") || m_profile.isVpcWanted;
    const RegionId region(made.region);
    QString host = m_profile.endpoint;
    host.remove(QRegularExpression(QStringLiteral("\\Ahttps?://")));
    if (!host.isEmpty() && host == oosEndpoint(region, true).host())
        made.usesVpc = true;
    else
        note(ImportNote::EndpointLeftOut,
             !host.isEmpty() && host != oosEndpoint(region, false).host());
    if (!made.source.role)
        return;
    detail::takeStsPlace(made, m_profile.stsEndpoint, m_profile.stsRegion);
}

void Candidate::fillLogin(const QDateTime &now)
{
    const bool isSso = made.mode == CliMode::CloudSso;
    if (!isSso && made.mode != CliMode::OAuth)
        return;
    if (isSso) {
        made.accountId = m_profile.cloudSsoAccountId;
        if (!isCloudSsoAddress(m_profile.cloudSsoSignInUrl))
            fail(Obstacle::ForeignLogin);
    }
    const QDateTime &access = m_profile.cloudSsoAccessTokenEnd;
    const bool hasAccess = isSso && !m_profile.cloudSsoAccessToken.isEmpty() &&
                           (!access.isValid() || access > now.addSecs(lastUse.count()));
    const bool hasTriple = !m_profile.accessKeyId.isEmpty() && !m_profile.secret.isEmpty() &&
                           !m_profile.stsToken.isEmpty() && m_profile.stsExpiration.isValid() &&
                           m_profile.stsExpiration > now.addSecs(lastUse.count());
    note(ImportNote::LoginEnded, !hasAccess && !hasTriple);
    if (hasTriple && !hasAccess)
        made.keyEnd = m_profile.stsExpiration;
}

void Candidate::passPolicy(const ImportEnvironment &environment)
{
    const bool isForeign =
        made.source.kind == KeyKind::Program || made.source.kind == KeyKind::LocalService;
    if (isForeign && isOn(environment.text("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS")))
        fail(Obstacle::ProgramsForbidden);
    if (made.source.kind == KeyKind::EcsRole &&
        isOn(environment.text("ALIBABA_CLOUD_ECS_METADATA_DISABLED")))
        fail(Obstacle::MetadataForbidden);
}

} // namespace

std::vector<ImportCandidate> importCandidates(const CliConfig &config, const QString &path,
                                              const ImportEnvironment &environment,
                                              const QDateTime &now)
{
    std::vector<ImportCandidate> candidates;
    const QString current = currentName(config, environment);
    QSet<QString> names;
    for (std::size_t i = 0; i < config.profiles.size(); ++i) {
        Candidate candidate(config.profiles[i], config, i);
        const QString &name = candidate.made.name;
        candidate.made.isSecondOfName = names.contains(name);
        candidate.made.isCurrent =
            !name.isEmpty() && name == current && !candidate.made.isSecondOfName;
        names.insert(name);
        candidate.look(path, environment, now);
        if (candidate.made.isSecondOfName && !candidate.made.source.cliProfile.isEmpty() &&
            candidate.made.obstacle == Obstacle::None)
            candidate.made.obstacle = Obstacle::SecondOfName;
        candidates.push_back(std::move(candidate.made));
    }
    detail::followSources(config, candidates);
    return candidates;
}

std::shared_ptr<const Credentials> importedKey(const CliConfig &config,
                                               const ImportCandidate &candidate)
{
    if (!candidate.hasKey || candidate.index >= config.profiles.size())
        return nullptr;
    const CliProfile &profile = config.profiles[candidate.index];
    auto key = std::make_shared<Credentials>();
    key->accessKeyId = profile.accessKeyId;
    key->secret = profile.secret.clone();
    // A permanent key is used without a token that an earlier mode has left behind.
    if (candidate.mode != CliMode::AccessKey || isTemporary(profile))
        key->securityToken = profile.stsToken.clone();
    return key;
}

} // namespace countersign
