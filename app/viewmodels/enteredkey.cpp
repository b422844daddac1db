// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/enteredkey.h"

#include "app/domain/note.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EnteredKey)
};

constexpr qsizetype leastOfToken = 100; // every token is far longer, every id and secret shorter

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool hasSpaceInside(QByteArrayView bytes)
{
    return std::any_of(bytes.begin(), bytes.end(), isSpace);
}

bool looksLikeId(QByteArrayView bytes)
{
    return bytes.startsWith("LTAI") || bytes.startsWith("STS.");
}

bool looksLikeToken(QByteArrayView bytes)
{
    return bytes.startsWith("CAIS") && bytes.size() >= leastOfToken;
}

//! What is long and has digits, capitals and small letters all over, and is not named as ids are.
bool looksLikeSecret(const QString &id)
{
    return !looksLikeId(id.toUtf8()) && keyLikeText(id) == id;
}

KeyFinding findingOfSecret(const Credentials &key)
{
    const QByteArrayView secret = key.secret.view();
    if (hasSpaceInside(secret))
        return {KeyField::Secret,
                Words::tr("There is white space inside of this secret: it was not copied whole, or "
                          "with more than it.")};
    if (looksLikeId(secret))
        return {KeyField::Secret, Words::tr("This is the id of a key, not its secret.")};
    if (secret.startsWith("acs:"))
        return {KeyField::Secret, Words::tr("This is the ARN of a role or user, not a secret.")};
    if (looksLikeToken(secret))
        return {KeyField::Secret, Words::tr("This is a security token, not the secret of a key.")};
    return {};
}

KeyFinding findingOfToken(const Credentials &key)
{
    const QByteArrayView token = key.securityToken.view();
    if (token.isEmpty() && key.accessKeyId.startsWith(QStringLiteral("STS.")))
        return {KeyField::Token,
                Words::tr("An id that begins with STS. is a temporary one: it needs the security "
                          "token that came with it.")};
    if (hasSpaceInside(token))
        return {KeyField::Token,
                Words::tr("There is white space or a line break inside of this token. It is not "
                          "joined, because a part may be missing: copy it again, as one line.")};
    if (looksLikeId(token))
        return {KeyField::Token, Words::tr("This is the id of a key, not a security token.")};
    if (token.startsWith("acs:"))
        return {KeyField::Token,
                Words::tr("This is the ARN of a role or user, not a security token.")};
    if (!token.isEmpty() && key.securityToken.equals(key.secret))
        return {KeyField::Token, Words::tr("This is the secret once more, not a security token.")};
    return {};
}

//! The longest field is what makes a key too large.
KeyFinding findingOfSize(const Credentials &key)
{
    if (fitsKeychain(key))
        return {};
    const qsizetype secret = key.secret.view().size();
    const qsizetype token = key.securityToken.view().size();
    const QLocale locale;
    return {token >= secret ? KeyField::Token : KeyField::Secret,
            Words::tr("This key has %1 bytes, and the keychain takes at most %2 for a key. Without "
                      "the tick for the keychain it can be used until the program ends.")
                .arg(locale.toString(key.accessKeyId.toUtf8().size() + secret + token),
                     locale.toString(keychainRoom()))};
}

std::optional<QDateTime> readSeconds(const QString &text)
{
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    // 2001 to 2286: ten digits, which no other form of a time has.
    if (!isNumber || text.size() != 10 || seconds < 1'000'000'000)
        return std::nullopt;
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

} // namespace

KeyFinding findingOfKeyId(const QString &id)
{
    const QByteArray bytes = id.toUtf8();
    QString text;
    if (bytes.startsWith("acs:"))
        text = Words::tr("This is the ARN of a role or user, not the id of a key. To take a role, "
                         "enter a key first and the role below.");
    else if (hasSpaceInside(bytes))
        text = Words::tr("There is white space inside of this id.");
    else if (looksLikeToken(bytes) || bytes.size() >= leastOfToken)
        text = Words::tr("This is too long for the id of a key. Did a security token get here?");
    else if (looksLikeSecret(id))
        text = Words::tr("This has the form of a secret, not of an id. Take it out of here, where "
                         "it can be read, and enter it below.");
    return {text.isEmpty() ? KeyField::None : KeyField::Id, text};
}

KeyFinding findingOf(const Credentials &key, bool isKept)
{
    for (const KeyFinding &finding :
         {findingOfKeyId(key.accessKeyId), findingOfSecret(key), findingOfToken(key),
          isKept ? findingOfSize(key) : KeyFinding()}) {
        if (!finding.text.isEmpty())
            return finding;
    }
    return {};
}

std::optional<QDateTime> readEnd(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (const auto seconds = readSeconds(trimmed))
        return seconds;
    QString iso = trimmed;
    iso.replace(QLatin1Char(' '), QLatin1Char('T'));
    // A date alone is no time of day, and Qt would take midnight.
    const QDateTime read =
        iso.contains(QLatin1Char('T')) ? QDateTime::fromString(iso, Qt::ISODate) : QDateTime();
    return read.isValid() ? std::optional(read.toUTC()) : std::nullopt;
}

} // namespace countersign
