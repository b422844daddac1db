// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyanswer.h"

#include <QRegularExpression>

#include <algorithm>

namespace countersign {

namespace {

constexpr qsizetype longestKeyId = 128;
constexpr qsizetype longestSecret = 256;
constexpr qsizetype longestToken = 16 * 1024;

// Reads the members of one object and remembers the first that is not as it must be.
class KeyFields
{
public:
    KeyFields(const Json &object, const QString &path)
        : m_object(object)
        , m_path(path)
    {
        if (!object.isObject())
            m_problem = badKeyAnswer(path, "not an object");
    }

    SecretBytes secret(QStringView name, qsizetype limit, bool mayBeArn);
    QDateTime expiration(QStringView name, bool isRequired, const QDateTime &now);
    void absent(QStringView name);

    const std::optional<Error> &problem() const { return m_problem; }

private:
    void refuse(QStringView name, const char *reason,
                const QString &code = keyissuercodes::badAnswer())
    {
        if (m_problem)
            return;
        m_problem = badKeyAnswer(m_path.isEmpty() ? name.toString() : m_path + u'.' + name, reason);
        m_problem->code = code;
    }

    const Json m_object;
    const QString m_path;
    std::optional<Error> m_problem;
};

const char *problemOf(const SecretBytes &text, qsizetype limit, bool mayBeArn)
{
    if (text.isEmpty())
        return "empty";
    if (text.view().size() > limit)
        return "too long";
    if (!isKeyText(text.view(), limit))
        return "holds a character that no key has";
    if (!mayBeArn && text.view().startsWith(QByteArrayView("acs:")))
        return "an ARN";
    return nullptr;
}

SecretBytes KeyFields::secret(QStringView name, qsizetype limit, bool mayBeArn)
{
    const std::optional<Json> value = m_object.find(name);
    if (!value || value->isNull()) {
        refuse(name, "missing");
        return {};
    }
    if (!value->isString()) {
        refuse(name, "not a text");
        return {};
    }
    std::optional<SecretBytes> text = value->toSecret();
    if (!text) {
        refuse(name, "holds a character that no key has");
        return {};
    }
    if (const char *problem = problemOf(*text, limit, mayBeArn))
        refuse(name, problem);
    return std::move(*text);
}

QDateTime KeyFields::expiration(QStringView name, bool isRequired, const QDateTime &now)
{
    const std::optional<Json> value = m_object.find(name);
    if (!value || value->isNull()) {
        if (isRequired)
            refuse(name, "missing");
        return {};
    }
    if (!value->isString()) {
        refuse(name, "not a text");
        return {};
    }
    if (value->toString().isEmpty() && !isRequired)
        return {};
    const QDateTime time = readExpiration(value->toString());
    if (!time.isValid())
        refuse(name, "not a time in UTC");
    else if (time <= now)
        refuse(name, "in the past", keyissuercodes::endedKeys());
    return time;
}

void KeyFields::absent(QStringView name)
{
    const std::optional<Json> value = m_object.find(name);
    if (value && !value->isNull() && (!value->isString() || !value->toString().isEmpty()))
        refuse(name, "not expected here");
}

} // namespace

KeyNames serviceKeyNames()
{
    return {u"AccessKeyId", u"AccessKeySecret", u"SecurityToken", u"Expiration"};
}

KeyNames programKeyNames()
{
    return {u"access_key_id", u"access_key_secret", u"sts_token", u"expiration"};
}

Result<Json> readKeyJson(const SecretBytes &answer)
{
    const Json::ParseResult parsed = Json::parseSecret(answer.view().toByteArray());
    if (!parsed) {
        Error error = badKeyAnswer({}, "not JSON");
        error.detail = QStringLiteral("%1 (line %2, column %3)")
                           .arg(parsed.error.reason)
                           .arg(parsed.error.line)
                           .arg(parsed.error.column);
        return error;
    }
    if (!parsed.json->isObject())
        return badKeyAnswer({}, "not an object");
    return *parsed.json;
}

Result<IssuedKeys> readIssuedKeys(const Json &object, const QString &path, const KeyNames &names,
                                  const KeyShape &shape, const QDateTime &now)
{
    KeyFields fields(object, path);
    auto credentials = std::make_shared<Credentials>();
    const SecretBytes keyId = fields.secret(names.keyId, longestKeyId, false);
    credentials->accessKeyId = QString::fromLatin1(keyId.view());
    credentials->secret = fields.secret(names.secret, longestSecret, false);
    if (shape.hasToken)
        credentials->securityToken = fields.secret(names.token, longestToken, true);
    else
        fields.absent(names.token);
    IssuedKeys keys;
    keys.expiresAt = fields.expiration(names.expiration, shape.hasExpiration, now);
    keys.issuedAt = now;
    if (fields.problem())
        return *fields.problem();
    keys.credentials = std::move(credentials);
    return keys;
}

QDateTime correctedNow(const Clock &clock, const std::optional<std::chrono::seconds> &skew)
{
    return clock.now().addSecs(skew.value_or(std::chrono::seconds(0)).count());
}

QDateTime readExpiration(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "\\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z\\z"));
    if (!form.match(text).hasMatch())
        return {};
    // Fractions are cut: keys end a little earlier then, never later.
    return QDateTime::fromString(text.left(19) + u'Z', Qt::ISODate).toUTC();
}

Error badKeyAnswer(const QString &path, const char *reason)
{
    Error error;
    error.kind = Error::Kind::BadReply;
    error.code = keyissuercodes::badAnswer();
    error.path = path;
    error.detail = QString::fromLatin1(reason);
    return error;
}

Error sourceFault(const QString &code, const QString &detail)
{
    Error error;
    error.kind = Error::Kind::LocalFault;
    error.code = code;
    error.detail = detail;
    return error;
}

bool isKeyText(QByteArrayView text, qsizetype limit)
{
    return !text.isEmpty() && text.size() <= limit &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace countersign
