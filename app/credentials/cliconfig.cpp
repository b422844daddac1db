// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/cliconfig.h"

#include "app/credentials/clifields.h"
#include "app/credentials/inicredentials.h"
#include "app/credentials/keyforms.h"
#include "app/domain/json.h"
#include "app/domain/wipe.h"

#include <QStringDecoder>

#include <array>

namespace countersign {

namespace {

using Kind = CliConfigProblem::Kind;

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
constexpr std::array<const char *, static_cast<std::size_t>(CliMode::Unknown)> modeNames = {
    "AK",
    "StsToken",
    "RamRoleArn",
    "ChainableRamRoleArn",
    "EcsRamRole",
    "RamRoleArnWithRoleName",
    "OIDC",
    "CloudSSO",
    "OAuth",
    "External",
    "CredentialsURI",
    "RsaKeyPair",
    "BearerToken",
    "Anonymous",
};

CliConfigReading refused(Kind kind, int line = 0, int column = 0)
{
    return {std::nullopt, {kind, line, column}};
}

CliConfigReading refused(const JsonError &error)
{
    switch (error.kind) {
    case JsonError::Kind::BadUtf8:
        return refused(Kind::NotText, error.line, error.column);
    case JsonError::Kind::TooLarge:
        return refused(Kind::TooLarge);
    case JsonError::Kind::DuplicateName:
        return refused(Kind::StandsTwice, error.line, error.column);
    case JsonError::Kind::TooDeep:
    case JsonError::Kind::TooManyMembers:
        return refused(Kind::TooDeep, error.line, error.column);
    default:
        return refused(Kind::Damaged, error.line, error.column);
    }
}

void addField(detail::CliFields &fields, QByteArrayView key, const Json &value)
{
    switch (value.type()) {
    case Json::Type::Null:
        return; // a Go program reads it as not there
    case Json::Type::String:
        if (auto text = value.toSecret()) {
            fields.addText(key, *std::move(text));
            return;
        }
        break; // half of a character that is none alone
    case Json::Type::Bool:
        fields.addBool(key, value.toBool());
        return;
    case Json::Type::Number:
        if (const auto number = value.toInteger()) {
            fields.addInteger(key, *number);
            return;
        }
        break;
    default:
        break;
    }
    fields.addOther(key);
}

CliProfile profileOf(const Json &entry)
{
    detail::CliFields fields(entry.line());
    if (!entry.isObject())
        fields.addOther("name"); // an entry that is no object has not even that
    entry.forEachMember([&fields](const QString &name, const Json &value) {
        addField(fields, name.toUtf8(), value);
    });
    return fields.take(true);
}

CliConfigReading readJson(const QByteArray &bytes)
{
    JsonLimits limits;
    limits.bytes = CliConfigReading::largestFile;
    const Json::ParseResult parsed = Json::parseSecret(bytes, limits);
    if (!parsed)
        return refused(parsed.error);
    const Json &root = *parsed.json;
    const auto profiles = root.find(u"profiles");
    if (!root.isObject() || !profiles || !(profiles->isArray() || profiles->isNull()))
        return refused(Kind::OtherFormat);
    if (profiles->size() > CliConfigReading::mostProfiles)
        return refused(Kind::TooManyProfiles);
    CliConfig config;
    const auto current = root.find(u"current");
    if (current && !holdsSecretForm(current->source()))
        config.current = current->toString();
    root.forEachMember([&config](const QString &name, const Json &) {
        const bool isKnown = name == QStringLiteral("profiles") ||
                             name == QStringLiteral("current") ||
                             name == QStringLiteral("meta_path");
        config.unknownFields += isKnown ? 0 : 1;
    });
    if (profiles->isArray())
        profiles->forEachItem(
            [&config](const Json &entry) { config.profiles.push_back(profileOf(entry)); });
    return {std::move(config), {}};
}

//! Where the text is not UTF-8; nothing where it is.
std::optional<CliConfigProblem> badText(QByteArrayView bytes)
{
    int number = 0;
    for (qsizetype begin = 0; begin < bytes.size();) {
        ++number;
        const qsizetype feed = bytes.indexOf('\n', begin);
        const qsizetype end = feed < 0 ? bytes.size() : feed;
        const QByteArrayView line = bytes.sliced(begin, end - begin);
        if (!line.isValidUtf8() || line.contains('\0'))
            return CliConfigProblem{Kind::NotText, number, 1};
        begin = end + 1;
    }
    return std::nullopt;
}

//! An object, or an array of JSON, which no section of an ini file looks like.
bool isJson(QByteArrayView text)
{
    if (text.startsWith('{'))
        return true;
    const QByteArrayView inside =
        text.startsWith('[') ? text.sliced(1).trimmed() : QByteArrayView();
    return !inside.isEmpty() && QByteArrayView("{[\"]").contains(inside.front());
}

bool isIni(QByteArrayView text)
{
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype feed = text.indexOf('\n', begin);
        const qsizetype end = feed < 0 ? text.size() : feed;
        const QByteArrayView line = text.sliced(begin, end - begin).trimmed();
        if (!line.isEmpty() && line.front() != '#' && line.front() != ';')
            return line.front() == '[';
        begin = end + 1;
    }
    return false;
}

CliConfigReading read(const QByteArray &bytes)
{
    if (bytes.size() > CliConfigReading::largestFile)
        return refused(Kind::TooLarge);
    QByteArrayView text(bytes);
    if (text.startsWith(byteOrderMark))
        text = text.sliced(byteOrderMark.size());
    if (text.trimmed().isEmpty())
        return refused(Kind::Empty);
    if (const auto problem = badText(text))
        return refused(problem->kind, problem->line, problem->column);
    if (isJson(text.trimmed()))
        return readJson(bytes);
    return isIni(text) ? detail::readIniCredentials(text) : refused(Kind::OtherFormat);
}

} // namespace

CliConfigReading readCliConfig(QByteArray bytes)
{
    CliConfigReading reading = read(bytes);
    wipeShared(bytes);
    return reading;
}

QString cliModeName(CliMode mode)
{
    return mode == CliMode::Unknown
               ? QString()
               : QString::fromLatin1(modeNames[static_cast<std::size_t>(mode)]);
}

} // namespace countersign
