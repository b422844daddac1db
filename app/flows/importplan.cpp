// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/importplan.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

bool isSameName(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

QString roleOf(const KeySource &source)
{
    return source.role ? source.role->arn : QString();
}

//! A profile of ours whose key could be the one in the file.
bool isSameKind(const ImportCandidate &candidate, const Profile &profile)
{
    return candidate.hasKey && profile.source.kind == KeyKind::Entered &&
           roleOf(candidate.source) == roleOf(profile.source);
}

bool isSameKey(const ImportCandidate &candidate, const Profile &profile)
{
    return isSameKind(candidate, profile) && !candidate.keyIdEnd.isEmpty() &&
           candidate.keyIdEnd == profile.keyIdEnd;
}

//! Whether both take their keys in the same way, agreed to or not.
bool isSameSource(const KeySource &source, const Profile &profile)
{
    if (source.kind == KeyKind::Entered || source.kind != profile.source.kind)
        return false;
    KeySource own = profile.source;
    own.confirmedSha256 = source.confirmedSha256;
    return own == source;
}

//! A name that can be typed: one line without blanks at its ends.
QString aliasOf(const QString &name)
{
    QString alias = name;
    for (QChar &c : alias) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return alias.simplified().left(ProfileStore::longestAlias).trimmed();
}

bool isNew(const ImportItem &item)
{
    return item.action == ImportAction::Add;
}

//! Who builds on it works as the file says only when it is imported as well.
bool isNeeded(const ImportItem &item)
{
    return isNew(item) || item.hasOtherKey;
}

//! A look that no other profile has; where colours and patterns are used up, with a word.
Environment lookFor(Profile profile, const std::vector<Profile> &others, ProfileWorld world)
{
    constexpr qsizetype longestWord = 24;
    const Environment common = profile.environment;
    profile.environment = freeLook(others);
    profile.environment.isSandbox = common.isSandbox;
    profile.environment.isProduction = common.isProduction;
    for (int number = 1; problemOf(profile, others, world) == ProfileProblem::LookTaken; ++number) {
        const QString end = number == 1 ? QString() : QStringLiteral(" %1").arg(number);
        profile.environment.word =
            QString(profile.alias.left(longestWord - end.size()).trimmed() + end);
    }
    return profile.environment;
}

} // namespace

bool ImportItem::canBeChosen() const
{
    if (isBaseUnusable || clash != ImportClash::None)
        return false;
    return action == ImportAction::Add || (action == ImportAction::ReplaceKey && !isKeyUnread);
}

ImportPlan::ImportPlan(std::vector<ImportCandidate> candidates, std::vector<Known> known)
    : m_known(std::move(known))
{
    for (ImportCandidate &candidate : candidates) {
        ImportItem item;
        item.alias = aliasOf(candidate.name);
        item.id = newProfileId();
        item.candidate = std::move(candidate);
        m_items.push_back(std::move(item));
    }
    // Who builds on another one is recognised once that one is.
    bool isAny = true;
    while (isAny) {
        isAny = recognise(true);
        isAny = recognise(false) || isAny;
    }
    resolve();
    setAllChosen(true);
}

//! Gives items the names of the profiles of ours that they are, each to one; true when it gave any.
bool ImportPlan::recognise(bool wantsName)
{
    bool isAny = false;
    QSet<ProfileId> taken;
    for (const ImportItem &item : m_items)
        taken.insert(item.isRecognised ? item.id : ProfileId());
    for (ImportItem &item : m_items) {
        if (item.isRecognised || item.candidate.obstacle != ImportObstacle::None)
            continue;
        const KeySource source = sourceOf(item);
        const auto found = std::find_if(m_known.begin(), m_known.end(), [&](const Known &known) {
            const Profile &profile = known.profile;
            return (isSameName(item.alias, profile.alias) || !wantsName) &&
                   (isSameKey(item.candidate, profile) || isSameSource(source, profile)) &&
                   !taken.contains(profile.id);
        });
        if (found == m_known.end())
            continue;
        isAny = true;
        item.isRecognised = true;
        item.alias = found->profile.alias;
        item.id = found->profile.id;
        taken.insert(item.id);
    }
    return isAny;
}

KeySource ImportPlan::sourceOf(const ImportItem &item) const
{
    KeySource source = item.candidate.source;
    if (item.candidate.builtOn)
        source.otherProfile = m_items[*item.candidate.builtOn].id;
    return source;
}

const ImportPlan::Known *ImportPlan::namedLike(const QString &alias) const
{
    const auto found = std::find_if(m_known.begin(), m_known.end(), [&alias](const Known &known) {
        return isSameName(known.profile.alias, alias);
    });
    return found == m_known.end() ? nullptr : &*found;
}

ImportClash ImportPlan::clashOf(std::size_t index) const
{
    const QString &alias = m_items[index].alias;
    if (alias.trimmed().isEmpty())
        return ImportClash::NoAlias;
    if (alias.size() > ProfileStore::longestAlias)
        return ImportClash::LongAlias;
    const auto isTakenBy = [&alias](const ImportItem &earlier) {
        return earlier.candidate.obstacle == ImportObstacle::None &&
               isSameName(earlier.alias, alias);
    };
    const auto end = m_items.begin() + static_cast<std::ptrdiff_t>(index);
    return std::any_of(m_items.begin(), end, isTakenBy) ? ImportClash::TakenInFile
                                                        : ImportClash::None;
}

void ImportPlan::resolve(std::size_t index, std::vector<bool> &isDone)
{
    if (isDone[index])
        return;
    isDone[index] = true;
    ImportItem &item = m_items[index];
    item.action = ImportAction::None;
    item.clash = ImportClash::None;
    item.isKeyUnread = false;
    item.isBaseUnusable = false;
    item.hasOtherKey = false;
    if (item.candidate.obstacle != ImportObstacle::None)
        return;
    if (const auto base = item.candidate.builtOn) {
        resolve(*base, isDone);
        const ImportItem &below = m_items[*base];
        item.isBaseUnusable = below.clash != ImportClash::None || below.isBaseUnusable ||
                              (below.hasOtherKey && !below.canBeChosen());
    }
    item.clash = clashOf(index);
    if (item.clash != ImportClash::None)
        return;
    const Known *known = namedLike(item.alias);
    const bool hadOther = std::any_of(m_known.begin(), m_known.end(), [&item](const Known &one) {
        return one.profile.id == item.id;
    });
    if (known == nullptr) {
        item.action = ImportAction::Add;
        if (hadOther)
            item.id = newProfileId();
    } else if (isSameKind(item.candidate, known->profile)) {
        item.action = ImportAction::ReplaceKey;
        item.isKeyUnread = !known->isKeyAtHand;
        item.hasOtherKey =
            item.candidate.hasKey && item.candidate.keyIdEnd != known->profile.keyIdEnd;
        item.id = known->profile.id;
    } else if (isSameSource(sourceOf(item), known->profile)) {
        item.action = ImportAction::IsHere;
        item.id = known->profile.id;
    } else {
        item.clash = ImportClash::TakenHere;
    }
}

void ImportPlan::resolve()
{
    std::vector<bool> isDone(m_items.size());
    for (std::size_t i = 0; i < m_items.size(); ++i)
        resolve(i, isDone);
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].isChosen && !m_items[i].canBeChosen())
            leaveOut(i);
    }
}

bool ImportPlan::isLike(const ImportPlan &other) const
{
    return std::equal(
        m_items.begin(), m_items.end(), other.m_items.begin(), other.m_items.end(),
        [](const ImportItem &a, const ImportItem &b) { return a.candidate == b.candidate; });
}

void ImportPlan::setKnown(std::vector<Known> known)
{
    if (known == m_known)
        return;
    m_known = std::move(known);
    resolve();
}

void ImportPlan::setAlias(std::size_t index, const QString &alias)
{
    m_items[index].alias = alias;
    resolve();
}

void ImportPlan::leaveOut(std::size_t index)
{
    m_items[index].isChosen = false;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].isChosen && m_items[i].candidate.builtOn == index &&
            isNeeded(m_items[index]))
            leaveOut(i);
    }
}

void ImportPlan::setChosen(std::size_t index, bool isChosen)
{
    if (!isChosen) {
        leaveOut(index);
        return;
    }
    for (std::optional<std::size_t> next = index; next; next = m_items[*next].candidate.builtOn) {
        ImportItem &item = m_items[*next];
        const bool isWanted = *next == index || isNeeded(item);
        if (isWanted && item.canBeChosen())
            item.isChosen = true;
    }
}

//! A key of ours would be replaced with it, which nobody has asked for by choosing what is new.
bool ImportPlan::restsOnOtherKey(std::size_t index) const
{
    for (auto next = m_items[index].candidate.builtOn; next;
         next = m_items[*next].candidate.builtOn) {
        if (m_items[*next].hasOtherKey && !m_items[*next].isChosen)
            return true;
    }
    return false;
}

void ImportPlan::setAllChosen(bool isChosen)
{
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const bool isOff = m_items[i].candidate.notes.contains(ImportNote::SwitchedOff);
        if (!isChosen)
            m_items[i].isChosen = false;
        else if (isNew(m_items[i]) && !isOff && !restsOnOtherKey(i))
            setChosen(i, true);
    }
}

int ImportPlan::chosenCount() const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(),
                                          [](const ImportItem &item) { return item.isChosen; }));
}

int ImportPlan::tooMany() const
{
    const auto added = std::count_if(m_items.begin(), m_items.end(), [](const ImportItem &item) {
        return item.isChosen && isNew(item);
    });
    return qMax(0, static_cast<int>(added) + static_cast<int>(m_known.size()) -
                       ProfileStore::mostProfiles);
}

namespace {

bool isAccountId(const QString &text)
{
    constexpr qsizetype longest = 20;
    return !text.isEmpty() && text.size() <= longest &&
           std::all_of(text.begin(), text.end(),
                       [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
}

Profile addedProfile(const ImportItem &item, const ProfileId &base, const ImportTarget &target,
                     const std::vector<Profile> &others)
{
    Profile profile = target.newProfile();
    const ImportCandidate &candidate = item.candidate;
    profile.id = item.id;
    profile.alias = item.alias.trimmed();
    profile.regions = {candidate.region.isEmpty() ? target.region : RegionId(candidate.region)};
    if (target.world == ProfileWorld::Real) {
        profile.usesVpc = candidate.usesVpc;
        profile.stsEndpoint = candidate.stsEndpoint;
    }
    profile.source = candidate.source;
    profile.source.otherProfile = base;
    // The account that the file names, and the preview shows, is the one that the keys must be of.
    if (isAccountId(candidate.accountId))
        profile.accountId = candidate.accountId;
    profile.key = {};
    profile.key.isSaved = candidate.hasKey && target.isKept && target.isKeychainUsable;
    profile.key.expiresAt = candidate.keyEnd;
    profile.keyIdEnd = candidate.keyIdEnd;
    profile.environment = lookFor(profile, others, target.world);
    return profile;
}

ImportStep replacing(const Profile &known, const ImportTarget &target)
{
    ImportStep step;
    step.before = known;
    step.profile = known;
    step.keyBefore = target.keyOf(known.id);
    step.isForSession = known.key.isSaved && !target.isKeychainUsable;
    if (target.isKeychainUsable)
        step.profile.key.isSaved = known.key.isSaved || target.isKept;
    return step;
}

//! Adding is taken back by removing; a key that nothing stood before is taken back with more ado.
int rankOf(const ImportStep &step)
{
    if (!step.before)
        return step.key ? 0 : 3;
    return step.keyBefore ? 1 : 2;
}

} // namespace

std::vector<ImportStep> importSteps(const ImportPlan &plan, const CliConfig &config,
                                    const ImportTarget &target)
{
    std::vector<Profile> all;
    for (const ImportPlan::Known &known : plan.known())
        all.push_back(known.profile);
    std::vector<ImportStep> steps;
    for (const ImportItem &item : plan.items()) {
        if (!item.isChosen)
            continue;
        ImportStep step;
        if (isNew(item)) {
            const auto base = item.candidate.builtOn;
            step.profile =
                addedProfile(item, base ? plan.items()[*base].id : ProfileId(), target, all);
            all.push_back(step.profile);
        } else {
            const auto known = std::find_if(
                plan.known().begin(), plan.known().end(),
                [&item](const ImportPlan::Known &one) { return one.profile.id == item.id; });
            step = replacing(known->profile, target);
            step.profile.key.expiresAt = item.candidate.keyEnd;
        }
        step.key = importedKey(config, item.candidate);
        steps.push_back(std::move(step));
    }
    std::stable_sort(steps.begin(), steps.end(), [](const ImportStep &a, const ImportStep &b) {
        return rankOf(a) < rankOf(b);
    });
    return steps;
}

} // namespace countersign
