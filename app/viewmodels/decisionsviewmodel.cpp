// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionsviewmodel.h"

#include "app/flows/decideflow.h"
#include "app/viewmodels/decisionviewmodel.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace countersign {

namespace {

bool isOnItsWay(DecisionState state)
{
    return state == DecisionState::IntentRecorded || state == DecisionState::Sending;
}

} // namespace

class DecisionsViewModel::Private
{
public:
    bool isClosed(const DecisionViewModel &decision) const;
    void checkUnlocked();

    std::optional<FlowServices> services;
    //! In the order of adoption.
    std::vector<std::unique_ptr<DecisionViewModel>> decisions;
    //! State in which each was last called settled.
    QHash<DecisionViewModel *, DecisionState> settledIn;
    QSet<ProfileId> unlocked; //!< profiles of decisions, when the registry changed last
};

bool DecisionsViewModel::Private::isClosed(const DecisionViewModel &decision) const
{
    if (!services || decision.decisionState() != DecisionState::Unresolved)
        return false;
    const auto entry = services->journal.entry(decision.record().id);
    return entry && entry->closedAt.isValid();
}

//! What could not be looked at without credentials is looked at as soon as they are there.
void DecisionsViewModel::Private::checkUnlocked()
{
    QSet<ProfileId> now;
    for (const auto &decision : decisions) {
        const ProfileId profile = decision->record().where.place.profile;
        if (!services->profiles.isUnlocked(profile))
            continue;
        now.insert(profile);
        if (!unlocked.contains(profile))
            decision->checkNow();
    }
    unlocked = now;
}

DecisionsViewModel::DecisionsViewModel(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
}

DecisionsViewModel::DecisionsViewModel(const FlowServices &services, QObject *parent)
    : DecisionsViewModel(parent)
{
    d->services.emplace(services);
    connect(&services.journal, &DecisionJournal::changed, this, &DecisionsViewModel::changed);
    connect(&services.profiles, &ProfileRegistry::changed, this, [this] { d->checkUnlocked(); });
}

DecisionsViewModel::~DecisionsViewModel() = default;

void DecisionsViewModel::adopt(std::unique_ptr<DecisionViewModel> decision)
{
    if (!decision)
        return;
    DecisionViewModel *adopted = decision.get();
    d->decisions.push_back(std::move(decision));
    const auto onChanged = [this, adopted] {
        const bool isSettled = adopted->stage() == DecisionViewModel::Stage::Settled;
        const bool isNew = isSettled && (!d->settledIn.contains(adopted) ||
                                         d->settledIn.value(adopted) != adopted->decisionState());
        if (isNew)
            d->settledIn.insert(adopted, adopted->decisionState());
        Q_EMIT changed();
        if (isNew)
            Q_EMIT settled(adopted);
    };
    connect(adopted, &DecisionViewModel::stageChanged, this, onChanged);
    onChanged();
}

std::vector<DecisionViewModel *> DecisionsViewModel::all() const
{
    std::vector<DecisionViewModel *> found;
    for (auto it = d->decisions.rbegin(); it != d->decisions.rend(); ++it)
        found.push_back(it->get());
    return found;
}

std::vector<DecisionViewModel *>
DecisionsViewModel::forExecution(const ExecutionId &execution) const
{
    std::vector<DecisionViewModel *> found = all();
    std::erase_if(found, [&execution](const DecisionViewModel *decision) {
        return decision->record().executionId != execution;
    });
    return found;
}

std::vector<DecisionViewModel *> DecisionsViewModel::loud() const
{
    std::vector<DecisionViewModel *> found;
    for (const auto &decision : d->decisions) {
        if (decision->isLoud() && !d->isClosed(*decision))
            found.push_back(decision.get());
    }
    return found;
}

bool DecisionsViewModel::isSending() const
{
    const bool isOneHere =
        std::any_of(d->decisions.begin(), d->decisions.end(), [](const auto &decision) {
            return decision->stage() == DecisionViewModel::Stage::Sending;
        });
    // What cannot be recorded any more does not move on in the journal either.
    if (isOneHere || !d->services || d->services->journal.problem())
        return isOneHere;
    const std::vector<JournalEntry> unsettled = d->services->journal.unsettledEntries();
    return std::any_of(unsettled.begin(), unsettled.end(),
                       [](const JournalEntry &entry) { return isOnItsWay(entry.state()); });
}

std::optional<JournalEntry> DecisionsViewModel::entryOf(const DecisionViewModel &decision) const
{
    return d->services ? d->services->journal.entry(decision.record().id) : std::nullopt;
}

bool DecisionsViewModel::mayClose(const DecisionViewModel &decision) const
{
    const auto entry = entryOf(decision);
    return entry && entry->isUnresolved();
}

std::optional<Error> DecisionsViewModel::close(const DecisionViewModel &decision,
                                               const QString &note)
{
    if (!mayClose(decision)) {
        Error error;
        error.kind = Error::Kind::LocalFault;
        return error;
    }
    return d->services->journal.close(decision.record().id, note);
}

void DecisionsViewModel::checkNow()
{
    for (const auto &decision : d->decisions)
        decision->checkNow();
}

} // namespace countersign
