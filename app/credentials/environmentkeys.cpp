// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/environmentkeys.h"

#include "app/credentials/keyanswer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <unistd.h>

namespace countersign {

namespace {

constexpr qsizetype longestKeyId = 128;
constexpr qsizetype longestSecret = 256;
constexpr qsizetype longestToken = 16 * 1024;

constexpr std::array families{"ALIBABA_CLOUD_", "ALIBABACLOUD_", "ALICLOUD_"};
// Without one of these in front the names are anybody's, so that no key is taken from them; but the
// CLI takes them, and so they are treated as secrets.
constexpr std::array hiddenFamilies{"ALIBABA_CLOUD_", "ALIBABACLOUD_", "ALICLOUD_", ""};
constexpr std::array members{"ACCESS_KEY_ID", "ACCESS_KEY_SECRET", "SECURITY_TOKEN"};
// Names of other tools of the vendor and of its partners, in every family but the bare one.
constexpr std::array others{"ACCESS_KEY", "SECRET_KEY", "STS_TOKEN", "BEARER_TOKEN"};

QByteArrayView variable(const char *family, const char *member)
{
    const char *value = ::getenv((std::string(family) + member).c_str());
    return value ? QByteArrayView(value) : QByteArrayView();
}

// The block that the system shows of a process is the one it was started with, so its bytes go.
void emptyAll()
{
    for (char **entry = environ; entry && *entry; ++entry) {
        char *equals = std::strchr(*entry, '=');
        if (equals && holdsKeys(QString::fromLocal8Bit(*entry, equals - *entry)))
            explicit_bzero(equals + 1, std::strlen(equals + 1));
    }
}

bool isArn(QByteArrayView text)
{
    return text.startsWith(QByteArrayView("acs:"));
}

} // namespace

EnvironmentKeyNames environmentKeyNames(const std::function<bool(const char *name)> &isSet)
{
    EnvironmentKeyNames found;
    for (const char *family : families) {
        QStringList names;
        for (const char *member : members) {
            const std::string name = std::string(family) + member;
            if (isSet(name.c_str()))
                names += QString::fromStdString(name);
        }
        const bool isWhole = names.contains(QLatin1String(family) + QLatin1String(members[0])) &&
                             names.contains(QLatin1String(family) + QLatin1String(members[1]));
        if (isWhole)
            return {names, true};
        found.names += names;
    }
    return found;
}

void EnvironmentKeys::take()
{
    m_isTaken = true;
    for (const char *family : families) {
        const QByteArrayView keyId = variable(family, members[0]);
        const QByteArrayView secret = variable(family, members[1]);
        const QByteArrayView token = variable(family, members[2]);
        if (keyId.isEmpty() || secret.isEmpty())
            continue;
        m_isMisplaced = !isKeyText(keyId, longestKeyId) || isArn(keyId) ||
                        !isKeyText(secret, longestSecret) || isArn(secret) ||
                        (!token.isEmpty() && !isKeyText(token, longestToken));
        if (!m_isMisplaced) {
            auto credentials = std::make_shared<Credentials>();
            credentials->accessKeyId = QString::fromLatin1(keyId);
            credentials->secret = SecretBytes(secret);
            credentials->securityToken = SecretBytes(token);
            m_credentials = std::move(credentials);
        }
        break;
    }
    emptyAll();
}

Result<IssuedKeys> EnvironmentKeys::keys(const QDateTime &now)
{
    if (!m_isTaken)
        take();
    if (m_isMisplaced)
        return sourceFault(keyissuercodes::misplacedSecret());
    if (!m_credentials)
        return sourceFault(keyissuercodes::noEnvironment());
    IssuedKeys keys;
    keys.credentials = m_credentials;
    keys.issuedAt = now;
    return keys;
}

QProcessEnvironment environmentWithoutKeys()
{
    QProcessEnvironment environment;
    for (char **entry = environ; entry && *entry; ++entry) {
        const char *equals = std::strchr(*entry, '=');
        if (!equals)
            continue;
        const QString name = QString::fromLocal8Bit(*entry, equals - *entry);
        if (!holdsKeys(name))
            environment.insert(name, QString::fromLocal8Bit(equals + 1));
    }
    return environment;
}

bool holdsKeys(const QString &name)
{
    const auto isOneOf = [&name](const char *family, const auto &endings) {
        return std::any_of(endings.begin(), endings.end(), [&](const char *ending) {
            return name == QLatin1String(family) + QLatin1String(ending);
        });
    };
    return std::any_of(hiddenFamilies.begin(), hiddenFamilies.end(), [&](const char *family) {
        return isOneOf(family, members) || (*family != '\0' && isOneOf(family, others));
    });
}

bool isSwitchedOn(const QProcessEnvironment &environment, const QString &name)
{
    const QString value = environment.value(name).trimmed();
    return value == QStringLiteral("1") ||
           value.compare(QStringLiteral("true"), Qt::CaseInsensitive) == 0;
}

} // namespace countersign
