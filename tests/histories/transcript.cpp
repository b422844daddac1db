// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/histories/transcript.h"

#include <algorithm>

namespace countersign {

const Confirmed *Transcript::find(const QByteArray &id) const
{
    const auto found = std::find_if(confirmed.begin(), confirmed.end(),
                                    [&id](const auto &one) { return one.record.id.hex == id; });
    return found == confirmed.end() ? nullptr : &*found;
}

std::vector<const Arrival *> Transcript::arrivalsOf(const QByteArray &id) const
{
    std::vector<const Arrival *> found;
    for (const Arrival &arrival : arrivals) {
        if (decisionOfNonce.value(arrival.nonce) == id)
            found.push_back(&arrival);
    }
    return found;
}

DecisionState Transcript::lastState(const QByteArray &id) const
{
    DecisionState state = DecisionState::Drafted;
    for (const Told &one : told) {
        if (one.id == id)
            state = one.state;
    }
    return state;
}

QString Transcript::lastSentence(const QByteArray &id) const
{
    QString sentence;
    for (const Told &one : told) {
        if (one.id == id)
            sentence = one.sentence;
    }
    return sentence;
}

bool Transcript::wasTold(const QByteArray &id, DecisionState state) const
{
    return std::any_of(told.begin(), told.end(),
                       [&](const Told &one) { return one.id == id && one.state == state; });
}

} // namespace countersign
