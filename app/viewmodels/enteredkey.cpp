// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/enteredkey.h"

#include <QCoreApplication>
#include <QLocale>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EnteredKey)
};

QString textOfSecret(KeyFlaw flaw)
{
    switch (flaw) {
    case KeyFlaw::WhiteSpace:
        return Words::tr("There is white space inside of this secret: it was not copied whole, or "
                         "with more than it.");
    case KeyFlaw::KeyId:
        return Words::tr("This is the id of a key, not its secret.");
    case KeyFlaw::RoleOrUser:
        return Words::tr("This is the ARN of a role or user, not a secret.");
    case KeyFlaw::Token:
        return Words::tr("This is a security token, not the secret of a key.");
    default:
        return {};
    }
}

QString textOfToken(KeyFlaw flaw)
{
    switch (flaw) {
    case KeyFlaw::WhiteSpace:
        return Words::tr("There is white space or a line break inside of this token. It is not "
                         "joined, because a part may be missing: copy it again, as one line.");
    case KeyFlaw::KeyId:
        return Words::tr("This is the id of a key, not a security token.");
    case KeyFlaw::RoleOrUser:
        return Words::tr("This is the ARN of a role or user, not a security token.");
    case KeyFlaw::Secret:
        return Words::tr("This is the secret once more, not a security token.");
    default:
        return {};
    }
}

QString textOfKeyId(KeyFlaw flaw)
{
    switch (flaw) {
    case KeyFlaw::WhiteSpace:
        return Words::tr("There is white space inside of this id.");
    case KeyFlaw::RoleOrUser:
        return Words::tr("This is the ARN of a role or user, not the id of a key. To take a role, "
                         "enter a key first and the role below.");
    case KeyFlaw::Token:
        return Words::tr("This is too long for the id of a key. Did a security token get here?");
    case KeyFlaw::Secret:
        return Words::tr("This has the form of a secret, not of an id. Take it out of here, where "
                         "it can be read, and enter it below.");
    case KeyFlaw::OtherSigns:
        return Words::tr("The id of a key has only letters, digits and . _ -; copy it again.");
    default:
        return {};
    }
}

KeyFinding findingAt(KeyField field, const QString &text)
{
    return {text.isEmpty() ? KeyField::None : field, text};
}

KeyFinding findingOfToken(const Credentials &key)
{
    if (key.securityToken.isEmpty() && isTemporaryKeyId(key.accessKeyId.toUtf8()))
        return {KeyField::Token,
                Words::tr("An id that begins with STS. is a temporary one: it needs the security "
                          "token that came with it.")};
    return findingAt(KeyField::Token,
                     textOfToken(flawOfToken(key.securityToken.view(), key.secret.view())));
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
    return findingAt(KeyField::Id, textOfKeyId(flawOfKeyId(id.toUtf8())));
}

KeyFinding findingOf(const Credentials &key, bool isKept)
{
    for (const KeyFinding &finding :
         {findingOfKeyId(key.accessKeyId),
          findingAt(KeyField::Secret, textOfSecret(flawOfSecret(key.secret.view()))),
          findingOfToken(key), isKept ? findingOfSize(key) : KeyFinding()}) {
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
