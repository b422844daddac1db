// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyimportparts.h"

#include <QHash>

namespace countersign::detail {

namespace {

//! Which other profiles a profile builds on: the first of that name, as the CLI takes it.
class Chains
{
public:
    Chains(const CliConfig &config, std::vector<ImportCandidate> &candidates);
    void follow(std::size_t index);
    //! After every profile was followed.
    void passOn(std::size_t index);

private:
    static void addName(QStringList &chain, const QString &name);

    const CliConfig &m_config;
    std::vector<ImportCandidate> &m_candidates;
    std::vector<std::optional<std::size_t>> m_sources; //!< by index
};

Chains::Chains(const CliConfig &config, std::vector<ImportCandidate> &candidates)
    : m_config(config)
    , m_candidates(candidates)
    , m_sources(candidates.size())
{
    QHash<QString, std::size_t> firsts;
    for (const ImportCandidate &candidate : candidates) {
        if (!candidate.name.isEmpty() && !firsts.contains(candidate.name))
            firsts.insert(candidate.name, candidate.index);
    }
    for (const ImportCandidate &candidate : candidates) {
        const auto found = firsts.constFind(config.profiles[candidate.index].sourceProfile);
        if (candidate.source.kind == KeyKind::OtherProfile && found != firsts.cend())
            m_sources[candidate.index] = *found;
    }
}

//! A circle of hundreds is not read out whole.
void Chains::addName(QStringList &chain, const QString &name)
{
    constexpr qsizetype most = 12;
    if (chain.size() < most)
        chain += name;
    else if (chain.size() == most)
        chain += QStringLiteral("…");
}

void Chains::follow(std::size_t index)
{
    ImportCandidate &own = m_candidates[index];
    if (own.obstacle != ImportObstacle::None || own.source.kind != KeyKind::OtherProfile)
        return;
    own.builtOn = m_sources[index];
    std::vector<bool> isVisited(m_candidates.size());
    isVisited[index] = true;
    int roles = 1;
    own.chain = {own.name};
    for (std::optional<std::size_t> next = own.builtOn; next; next = m_sources[*next]) {
        addName(own.chain, m_candidates[*next].name);
        if (isVisited[*next]) {
            own.obstacle = ImportObstacle::Loop;
            return;
        }
        isVisited[*next] = true;
        roles += m_candidates[*next].source.role ? 1 : 0;
    }
    if (!own.builtOn) {
        own.obstacle = ImportObstacle::SourceMissing;
        own.chain += m_config.profiles[index].sourceProfile;
    } else if (roles > longestImportChain) {
        own.obstacle = ImportObstacle::TooLong;
    }
}

void Chains::passOn(std::size_t index)
{
    ImportCandidate &own = m_candidates[index];
    // A chain has no loop here, so this ends.
    for (std::optional<std::size_t> next = own.builtOn;
         own.obstacle == ImportObstacle::None && next; next = m_candidates[*next].builtOn) {
        if (m_candidates[*next].obstacle == ImportObstacle::None)
            continue;
        own.obstacle = ImportObstacle::SourceUnusable;
        own.chain = {own.name, m_candidates[*next].name};
    }
}

} // namespace

void followSources(const CliConfig &config, std::vector<ImportCandidate> &candidates)
{
    Chains chains(config, candidates);
    for (std::size_t i = 0; i < candidates.size(); ++i)
        chains.follow(i);
    for (std::size_t i = 0; i < candidates.size(); ++i)
        chains.passOn(i);
}

} // namespace countersign::detail
