// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/clifields.h"

#include "app/credentials/keyforms.h"

#include <algorithm>
#include <array>

namespace countersign::detail {

namespace {

struct TextField
{
    const char *key;
    QString CliProfile::*member;
};
constexpr std::array<TextField, 22> textFields{{
    {"name", &CliProfile::name},
    {"mode", &CliProfile::modeName},
    {"ram_role_arn", &CliProfile::ramRoleArn},
    {"ram_session_name", &CliProfile::ramSessionName},
    {"external_id", &CliProfile::externalId},
    {"policy", &CliProfile::policy},
    {"ram_role_name", &CliProfile::ramRoleName},
    {"source_profile", &CliProfile::sourceProfile},
    {"oidc_provider_arn", &CliProfile::oidcProviderArn},
    {"oidc_token_file", &CliProfile::oidcTokenFile},
    {"process_command", &CliProfile::processCommand},
    {"credentials_uri", &CliProfile::credentialsUri},
    {"cloud_sso_sign_in_url", &CliProfile::cloudSsoSignInUrl},
    {"cloud_sso_account_id", &CliProfile::cloudSsoAccountId},
    {"cloud_sso_access_config", &CliProfile::cloudSsoAccessConfig},
    {"oauth_site_type", &CliProfile::oauthSite},
    {"region_id", &CliProfile::regionId},
    {"endpoint", &CliProfile::endpoint},
    {"endpoint_type", &CliProfile::endpointType},
    {"sts_region", &CliProfile::stsRegion},
    {"sts_endpoint", &CliProfile::stsEndpoint},
    {"access_key_id", &CliProfile::accessKeyId},
}};

struct SecretField
{
    const char *key;
    SecretBytes CliProfile::*member;
};
constexpr std::array<SecretField, 3> secretFields{{
    {"access_key_secret", &CliProfile::secret},
    {"sts_token", &CliProfile::stsToken},
    {"access_token", &CliProfile::cloudSsoAccessToken},
}};

//! Known, of any type, and of no use here.
constexpr std::array<const char *, 15> ignoredFields = {
    "language",
    "site",
    "output_format",
    "verified",
    "read_timeout",
    "connect_timeout",
    "retry_timeout",
    "retry_count",
    "external_account_type",
    "auto_plugin_install",
    "auto_plugin_install_enable_pre",
    "oauth_access_token_expire",
    "oauth_refresh_token_expire",
    "oauth_refresh_token",
    "bearer_token_header_key",
};

constexpr std::array<const char *, 5> numberFields = {
    "expired_seconds", "duration_seconds", "sts_expiration", "cloud_sso_access_token_expire",
    "enable_vpc"};
//! Only whether they are there is of interest.
constexpr std::array<const char *, 4> presenceFields = {"private_key", "key_pair_name",
                                                        "bearer_token", "oauth_access_token"};

template <std::size_t count>
bool isAmong(const std::array<const char *, count> &keys, QByteArrayView key)
{
    return std::any_of(keys.begin(), keys.end(),
                       [key](const char *known) { return key == QByteArrayView(known); });
}

template <class Fields>
auto fieldOf(const Fields &fields, QByteArrayView key)
{
    return std::find_if(fields.begin(), fields.end(),
                        [key](const auto &field) { return key == QByteArrayView(field.key); });
}

bool isKnown(QByteArrayView key)
{
    return fieldOf(textFields, key) != textFields.end() ||
           fieldOf(secretFields, key) != secretFields.end() || isAmong(numberFields, key) ||
           isAmong(presenceFields, key);
}

bool holds(const SecretBytes &text, const SecretBytes &secret)
{
    constexpr std::size_t shortest = 8; // a shorter one may stand in any word
    return secret.size() >= shortest && text.view().contains(secret.view());
}

//! A part of a command line that is a path or an address, whose parts may be drawn at random; a
//! secret has no such sign.
bool isPlace(QByteArrayView word)
{
    return word.contains('/');
}

// In place: a copy of the line could not be wiped.
bool hasSecretWord(QByteArrayView command)
{
    for (qsizetype begin = 0; begin < command.size();) {
        const qsizetype blank = command.indexOf(' ', begin);
        const qsizetype end = blank < 0 ? command.size() : blank;
        const QByteArrayView word = command.sliced(begin, end - begin);
        if (!isPlace(word) && holdsSecretForm(word))
            return true;
        begin = end + 1;
    }
    return false;
}

//! By its form alone, and only where nothing else has that form: external ids are drawn at random
//! as secrets are, and names of files and resources may be.
bool looksLikeSecret(QByteArrayView key, QByteArrayView text)
{
    if (key == "external_id" || key == "policy" || key == "oidc_token_file")
        return false;
    return key == "process_command" ? hasSecretWord(text) : holdsSecretForm(text);
}

QDateTime timeOf(qint64 seconds)
{
    constexpr qint64 latest = 253'402'300'799; // the year 9999
    return seconds > 0 && seconds <= latest ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)
                                            : QDateTime();
}

CliMode modeOf(const QString &name)
{
    for (int mode = 0; mode < static_cast<int>(CliMode::Unknown); ++mode) {
        if (name == cliModeName(static_cast<CliMode>(mode)))
            return static_cast<CliMode>(mode);
    }
    return CliMode::Unknown;
}

} // namespace

CliFields::CliFields(int line)
{
    m_profile.line = line;
}

void CliFields::addText(QByteArrayView key, SecretBytes text)
{
    const auto secret = fieldOf(secretFields, key);
    if (secret != secretFields.end()) {
        if (holdsWhiteSpace(text.view()))
            m_profile.unusable += QString::fromLatin1(secret->key);
        else
            m_profile.*(secret->member) = std::move(text);
    } else if (key == "access_key_id") {
        m_keyId = std::move(text);
    } else if (fieldOf(textFields, key) != textFields.end()) {
        m_texts.emplace_back(key.toByteArray(), std::move(text));
    } else if (key == "enable_vpc") {
        m_profile.isVpcWanted = text.view() == "true";
    } else if (isAmong(presenceFields, key)) {
        m_hasPrivateKey = m_hasPrivateKey || (key == "private_key" && !text.isEmpty());
        m_hasKeyPairName = m_hasKeyPairName || (key == "key_pair_name" && !text.isEmpty());
        m_hasBearerToken = m_hasBearerToken || (key == "bearer_token" && !text.isEmpty());
        m_profile.hasOAuthTokens =
            m_profile.hasOAuthTokens || (key == "oauth_access_token" && !text.isEmpty());
    } else {
        addOther(key);
    }
}

void CliFields::addInteger(QByteArrayView key, qint64 number)
{
    if (key == "expired_seconds" && number != 0)
        m_profile.durationSeconds = number;
    else if (key == "duration_seconds" && number != 0 && !m_profile.durationSeconds)
        m_profile.durationSeconds = number;
    else if (key == "sts_expiration")
        m_profile.stsExpiration = timeOf(number);
    else if (key == "cloud_sso_access_token_expire")
        m_profile.cloudSsoAccessTokenEnd = timeOf(number);
    else if (key != "expired_seconds" && key != "duration_seconds")
        addOther(key);
}

void CliFields::addBool(QByteArrayView key, bool truth)
{
    if (key == "enable_vpc")
        m_profile.isVpcWanted = truth;
    else
        addOther(key);
}

void CliFields::addOther(QByteArrayView key)
{
    if (isKnown(key))
        m_profile.unusable += QString::fromLatin1(key);
    else if (!isAmong(ignoredFields, key))
        addUnknown();
}

void CliFields::assignTexts()
{
    const std::array secrets{&m_profile.secret, &m_profile.stsToken,
                             &m_profile.cloudSsoAccessToken};
    for (const auto &[key, text] : m_texts) {
        const bool isMisplaced =
            looksLikeSecret(key, text.view()) ||
            std::any_of(secrets.begin(), secrets.end(),
                        [&text = text](const SecretBytes *secret) { return holds(text, *secret); });
        if (isMisplaced)
            m_profile.misplaced += QString::fromLatin1(key);
        else
            m_profile.*(fieldOf(textFields, key)->member) = QString::fromUtf8(text.view());
    }
    m_texts.clear();
}

//! An id that is a secret, and a secret that is an id, are most likely both swapped.
void CliFields::checkKey()
{
    const bool isIdSecret = flawOfKeyId(m_keyId.view()) != KeyFlaw::None ||
                            holds(m_keyId, m_profile.secret) || holds(m_keyId, m_profile.stsToken);
    if (isIdSecret)
        m_profile.misplaced += QStringLiteral("access_key_id");
    else
        m_profile.accessKeyId = QString::fromUtf8(m_keyId.view());
    const auto judge = [this](const char *key, SecretBytes &secret, KeyFlaw flaw) {
        if (flaw == KeyFlaw::None)
            return;
        m_profile.misplaced += QString::fromLatin1(key);
        secret = SecretBytes();
    };
    const QByteArrayView secret = m_profile.secret.view();
    const KeyFlaw ofToken = flawOfToken(m_profile.stsToken.view(), secret);
    const KeyFlaw ofAccess = flawOfToken(m_profile.cloudSsoAccessToken.view(), secret);
    judge("access_key_secret", m_profile.secret, flawOfSecret(secret));
    judge("sts_token", m_profile.stsToken, ofToken);
    judge("access_token", m_profile.cloudSsoAccessToken, ofAccess);
}

void CliFields::guessMode()
{
    const CliProfile &profile = m_profile;
    CliMode mode = CliMode::Unknown;
    if (!m_keyId.isEmpty() && !profile.secret.isEmpty())
        mode = !profile.stsToken.isEmpty()     ? CliMode::StsToken
               : !profile.ramRoleArn.isEmpty() ? CliMode::RamRoleArn
                                               : CliMode::AccessKey;
    else if (m_hasPrivateKey && m_hasKeyPairName)
        mode = CliMode::RsaKeyPair;
    else if (!profile.ramRoleName.isEmpty())
        mode = CliMode::EcsRamRole;
    else if (!profile.processCommand.isEmpty())
        mode = CliMode::External;
    else if (!profile.oidcProviderArn.isEmpty() && !profile.oidcTokenFile.isEmpty() &&
             !profile.ramRoleArn.isEmpty())
        mode = CliMode::Oidc;
    else if (!profile.cloudSsoSignInUrl.isEmpty())
        mode = CliMode::CloudSso;
    else if (m_hasBearerToken)
        mode = CliMode::BearerToken;
    m_profile.mode = mode;
    m_profile.isModeGuessed = mode != CliMode::Unknown;
}

CliProfile CliFields::take(bool isModeGuessed)
{
    assignTexts();
    checkKey();
    const bool isModeWritten =
        !m_profile.modeName.isEmpty() || m_profile.misplaced.contains(QStringLiteral("mode"));
    if (isModeWritten)
        m_profile.mode = modeOf(m_profile.modeName);
    else if (isModeGuessed)
        guessMode();
    return std::move(m_profile);
}

} // namespace countersign::detail
