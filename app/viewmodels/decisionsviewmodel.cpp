// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionsviewmodel.h"

#include "app/viewmodels/decisionpace.h"
#include "app/viewmodels/decisionviewmodel.h"

#include <QSet>

#include <algorithm>

namespace countersign {

class DecisionsViewModel::Private
{
public:
    //! In the order of adoption.
    std::vector<std::unique_ptr<DecisionViewModel>> decisions;
    //! State in which each was last called settled.
    QHash<DecisionViewModel *, DecisionState> settledIn;
    DecisionPace pace;
};

DecisionsViewModel::DecisionsViewModel(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
}

DecisionsViewModel::~DecisionsViewModel() = default;

DecisionPace &DecisionsViewModel::pace() const
{
    return d->pace;
}

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
        if (decision->isLoud())
            found.push_back(decision.get());
    }
    return found;
}

bool DecisionsViewModel::isSending() const
{
    return std::any_of(d->decisions.begin(), d->decisions.end(), [](const auto &decision) {
        return decision->stage() == DecisionViewModel::Stage::Sending;
    });
}

} // namespace countersign
