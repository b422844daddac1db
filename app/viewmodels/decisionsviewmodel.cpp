// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionsviewmodel.h"

#include "app/flows/decideflow.h"
#include "app/viewmodels/decisionpace.h"
#include "app/viewmodels/decisionviewmodel.h"

#include <QHash>
#include <QPointer>

#include <algorithm>

namespace countersign {

class DecisionsViewModel::Private
{
public:
    bool isClosed(const DecisionViewModel &decision) const;
    bool isForgotten(const DecisionViewModel &decision) const;
    bool holds(const DecisionId &id) const;
    //! Those that are here and those that a dialog owns.
    std::vector<DecisionViewModel *> known() const;

    std::optional<FlowServices> services;
    //! In the order of adoption.
    std::vector<std::unique_ptr<DecisionViewModel>> decisions;
    std::vector<QPointer<DecisionViewModel>> inDialogs;
    //! State in which each was last called settled.
    QHash<DecisionViewModel *, DecisionState> settledIn;
    QHash<QByteArray, QString> closingNotes; //!< by the decision's id
    std::vector<DecisionId> closedHere;      //!< without a record to say so in
    bool isAsked = false;                    //!< resume() was called
    bool isTakenUp = false;                  //!< all that was left unsettled before is here
    DecisionPace pace;
};

bool DecisionsViewModel::Private::isClosed(const DecisionViewModel &decision) const
{
    if (!services || decision.decisionState() != DecisionState::Unresolved)
        return false;
    const DecisionId &id = decision.record().id;
    if (std::find(closedHere.begin(), closedHere.end(), id) != closedHere.end())
        return true;
    const auto entry = services->journal.entry(id);
    return entry && entry->closedAt.isValid();
}

//! Unresolved, and its record is in a journal that was put aside.
bool DecisionsViewModel::Private::isForgotten(const DecisionViewModel &decision) const
{
    return services && decision.decisionState() == DecisionState::Unresolved &&
           !services->journal.problem() && !services->journal.entry(decision.record().id);
}

bool DecisionsViewModel::Private::holds(const DecisionId &id) const
{
    const std::vector<DecisionViewModel *> all = known();
    return std::any_of(all.begin(), all.end(),
                       [&id](const DecisionViewModel *one) { return one->record().id == id; });
}

std::vector<DecisionViewModel *> DecisionsViewModel::Private::known() const
{
    std::vector<DecisionViewModel *> all;
    for (const auto &decision : decisions)
        all.push_back(decision.get());
    for (const QPointer<DecisionViewModel> &decision : inDialogs) {
        if (decision)
            all.push_back(decision);
    }
    return all;
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
    connect(&services.journal, &DecisionJournal::problemChanged, this, [this] {
        if (d->isAsked)
            resume();
    });
}

DecisionsViewModel::~DecisionsViewModel() = default;

void DecisionsViewModel::know(DecisionViewModel &decision)
{
    std::erase_if(d->inDialogs, [](const auto &gone) { return gone.isNull(); });
    d->inDialogs.emplace_back(&decision);
    connect(&decision, &DecisionViewModel::stageChanged, this, &DecisionsViewModel::changed);
}

DecisionPace &DecisionsViewModel::pace() const
{
    return d->pace;
}

void DecisionsViewModel::adopt(std::unique_ptr<DecisionViewModel> decision)
{
    if (!decision)
        return;
    DecisionViewModel *adopted = decision.get();
    if (std::erase(d->inDialogs, adopted) > 0)
        disconnect(adopted, &DecisionViewModel::stageChanged, this, nullptr);
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
    std::vector<DecisionViewModel *> found = d->known();
    std::erase_if(found, [this](const DecisionViewModel *decision) {
        return !decision->isLoud() || d->isClosed(*decision);
    });
    return found;
}

bool DecisionsViewModel::isSending() const
{
    const std::vector<DecisionViewModel *> all = d->known();
    return std::any_of(all.begin(), all.end(), [](const DecisionViewModel *decision) {
        return decision->stage() == DecisionViewModel::Stage::Sending;
    });
}

bool DecisionsViewModel::isSending(const ProfileId &profile) const
{
    const std::vector<DecisionViewModel *> all = d->known();
    return std::any_of(all.begin(), all.end(), [&profile](const DecisionViewModel *decision) {
        return decision->stage() == DecisionViewModel::Stage::Sending &&
               decision->record().where.place.profile == profile;
    });
}

std::optional<std::chrono::seconds> DecisionsViewModel::sendingTimeLeft() const
{
    std::optional<std::chrono::seconds> longest;
    for (const DecisionViewModel *decision : d->known()) {
        const auto left = decision->sendingTimeLeft();
        if (left && (!longest || *left > *longest))
            longest = left;
    }
    return longest;
}

std::optional<JournalEntry> DecisionsViewModel::entryOf(const DecisionViewModel &decision) const
{
    return d->services ? d->services->journal.entry(decision.record().id) : std::nullopt;
}

bool DecisionsViewModel::mayClose(const DecisionViewModel &decision) const
{
    const auto entry = entryOf(decision);
    const bool isForgotten = d->isForgotten(decision) && !d->isClosed(decision);
    return (entry && entry->isUnresolved()) || isForgotten;
}

QString DecisionsViewModel::closingNote(const DecisionId &decision) const
{
    return d->closingNotes.value(decision.hex);
}

void DecisionsViewModel::keepClosingNote(const DecisionId &decision, const QString &note)
{
    if (note.isEmpty())
        d->closingNotes.remove(decision.hex);
    else
        d->closingNotes.insert(decision.hex, note);
}

std::optional<Error> DecisionsViewModel::close(const DecisionViewModel &decision,
                                               const QString &note)
{
    if (!mayClose(decision)) {
        Error error;
        error.kind = Error::Kind::LocalFault;
        return error;
    }
    const DecisionId id = decision.record().id;
    if (d->isForgotten(decision)) {
        d->closedHere.push_back(id);
        d->closingNotes.remove(id.hex);
        Q_EMIT changed();
        return std::nullopt;
    }
    const auto error = d->services->journal.close(id, note);
    if (!error)
        d->closingNotes.remove(id.hex);
    return error;
}

void DecisionsViewModel::resume()
{
    d->isAsked = true;
    if (!d->services || d->isTakenUp)
        return;
    const std::optional<JournalProblem> problem = d->services->journal.problem();
    // What another program is sending at this moment is not known here.
    if (problem && problem->kind == JournalProblem::Kind::InUse)
        return;
    // While there is a problem nothing new is recorded, so that what comes later is from before.
    d->isTakenUp = !problem;
    for (const JournalEntry &entry : d->services->journal.unsettledEntries()) {
        if (d->holds(entry.record.id))
            continue;
        auto flow = std::make_unique<DecideFlow>(*d->services, DecisionBasis());
        DecideFlow *resumed = flow.get();
        adopt(std::make_unique<DecisionViewModel>(entry.record, std::move(flow)));
        resumed->resume(entry);
    }
}

void DecisionsViewModel::checkNow()
{
    for (DecisionViewModel *decision : d->known())
        decision->checkNow();
}

void DecisionsViewModel::noteWake()
{
    for (const DecisionViewModel *decision : d->known()) {
        if (decision->flow())
            decision->flow()->noteWake();
    }
}

} // namespace countersign
