// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/inicredentials.h"

#include "app/credentials/clifields.h"

#include <QSet>

#include <array>
#include <memory>
#include <utility>

namespace countersign::detail {

namespace {

using Kind = CliConfigProblem::Kind;

struct Renamed
{
    const char *ini;
    const char *cli;
};
constexpr std::array<Renamed, 11> keys{{
    {"access_key_id", "access_key_id"},
    {"access_key_secret", "access_key_secret"},
    {"security_token", "sts_token"},
    {"role_arn", "ram_role_arn"},
    {"role_session_name", "ram_session_name"},
    {"policy", "policy"},
    {"role_name", "ram_role_name"},
    {"oidc_provider_arn", "oidc_provider_arn"},
    {"oidc_token_file_path", "oidc_token_file"},
    {"public_key_id", "key_pair_name"},
    {"bearer_token", "bearer_token"},
}};
constexpr std::array<Renamed, 7> types{{
    {"access_key", "AK"},
    {"sts", "StsToken"},
    {"ram_role_arn", "RamRoleArn"},
    {"ecs_ram_role", "EcsRamRole"},
    {"oidc_role_arn", "OIDC"},
    {"rsa_key_pair", "RsaKeyPair"},
    {"bearer", "BearerToken"},
}};

template <std::size_t count>
std::optional<QByteArrayView> renamed(const std::array<Renamed, count> &names, QByteArrayView ini)
{
    for (const Renamed &name : names) {
        if (ini == QByteArrayView(name.ini))
            return QByteArrayView(name.cli);
    }
    return std::nullopt;
}

class Reader
{
public:
    std::optional<CliConfigProblem> readLine(QByteArrayView line, int number);
    CliConfigReading end();

private:
    std::optional<CliConfigProblem> beginSection(QByteArrayView line, int number, int column);
    std::optional<CliConfigProblem> readField(QByteArrayView line, int number, int column);
    void add(QByteArrayView key, QByteArrayView value);
    void endSection();

    CliConfig m_config;
    std::unique_ptr<CliFields> m_section;
    QSet<QByteArray> m_seen; //!< keys of the section
};

std::optional<CliConfigProblem> Reader::readLine(QByteArrayView line, int number)
{
    const QByteArrayView trimmed = line.trimmed();
    const int column = trimmed.isEmpty() ? 1 : static_cast<int>(trimmed.data() - line.data()) + 1;
    if (trimmed.isEmpty() || trimmed.front() == '#' || trimmed.front() == ';')
        return std::nullopt;
    if (trimmed.front() == '[')
        return beginSection(trimmed, number, column);
    return readField(trimmed, number, column);
}

std::optional<CliConfigProblem> Reader::beginSection(QByteArrayView line, int number, int column)
{
    if (line.back() != ']' || line.size() < 3)
        return CliConfigProblem{Kind::Damaged, number, column};
    endSection();
    if (m_config.profiles.size() >= std::size_t(CliConfigReading::mostProfiles))
        return CliConfigProblem{Kind::TooManyProfiles, number, column};
    m_section = std::make_unique<CliFields>(number);
    m_section->addText("name", SecretBytes(line.sliced(1, line.size() - 2).trimmed()));
    return std::nullopt;
}

std::optional<CliConfigProblem> Reader::readField(QByteArrayView line, int number, int column)
{
    const qsizetype equals = line.indexOf('=');
    if (!m_section || equals <= 0)
        return CliConfigProblem{Kind::Damaged, number, column};
    const QByteArrayView key = line.first(equals).trimmed();
    if (m_seen.contains(key.toByteArray()))
        return CliConfigProblem{Kind::StandsTwice, number, column};
    m_seen.insert(key.toByteArray());
    add(key, line.sliced(equals + 1).trimmed());
    return std::nullopt;
}

void Reader::add(QByteArrayView key, QByteArrayView value)
{
    const bool isOfKey =
        key == "access_key_id" || key == "access_key_secret" || key == "security_token";
    if (isOfKey && value.contains('#'))
        m_section->setCommentSign();
    if (key == "type")
        m_section->addText("mode", SecretBytes(renamed(types, value).value_or(value)));
    else if (key == "enable")
        m_section->setEnabled(value.toByteArray().toLower() == "true");
    else if (key == "private_key_file")
        m_section->addText("private_key", SecretBytes(value));
    else if (const auto own = renamed(keys, key))
        m_section->addText(*own, SecretBytes(value));
    else
        m_section->addUnknown();
}

void Reader::endSection()
{
    if (!m_section)
        return;
    m_config.profiles.push_back(m_section->take(false));
    m_section.reset();
    m_seen.clear();
}

CliConfigReading Reader::end()
{
    endSection();
    m_config.format = CliConfig::Format::IniCredentials;
    m_config.current = QStringLiteral("default");
    return {std::move(m_config), {}};
}

} // namespace

CliConfigReading readIniCredentials(QByteArrayView text)
{
    Reader reader;
    int number = 0;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype feed = text.indexOf('\n', begin);
        const qsizetype end = feed < 0 ? text.size() : feed;
        if (auto problem = reader.readLine(text.sliced(begin, end - begin), ++number))
            return {std::nullopt, *problem};
        begin = end + 1;
    }
    CliConfigReading reading = reader.end();
    std::vector<CliProfile> &profiles = reading.config->profiles;
    if (!profiles.empty())
        profiles.back().isEndOpen = !text.endsWith('\n');
    return reading;
}

} // namespace countersign::detail
