// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/journalentry.h"
#include "tests/histories/serviceside.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <chrono>
#include <vector>

namespace countersign {

//! What the person was told at one moment.
struct Told
{
    std::chrono::milliseconds at{0}; //!< of the world
    QDateTime serviceNow;
    QByteArray id; //!< of the decision
    DecisionState state = DecisionState::Drafted;
    bool waitsForOthers = false;
    QString sentence;
    bool isByResumed = false; //!< after a restart
};

//! A decision that was confirmed.
struct Confirmed
{
    DecisionRecord record; //!< as the person saw it
    std::chrono::milliseconds openedAt{0};
    std::chrono::milliseconds confirmedAt{0};
    QString keyId; //!< that the review was read with
    int window = 0;
};

//! A rule that does not hold.
struct Violation
{
    QString rule; //!< I1 to I9, or a word of the checker's own
    QString text;
};

//! All that is known of a history when it is over.
struct Transcript
{
    std::vector<Confirmed> confirmed;
    std::vector<Told> told;
    std::vector<Arrival> arrivals;
    QHash<QString, QByteArray> decisionOfNonce;
    std::vector<OtherAct> otherActs;
    std::vector<std::pair<std::chrono::milliseconds, QString>> factChanges;
    //! Access key ids of the account that the objects are in.
    QStringList ownKeys;
    bool everLagged = false;
    //! Read again from its file after the end.
    std::vector<JournalEntry> journal;
    QString journalProblem; //!< empty: none
    //! Ids that are still looked after by the program.
    std::vector<QByteArray> lookedAfter;
    //! Entries that still stood in the way after the person had closed what can be closed.
    std::vector<QByteArray> stillOpen;
    //! Found on the way.
    std::vector<Violation> violations;

    const Confirmed *find(const QByteArray &id) const;
    std::vector<const Arrival *> arrivalsOf(const QByteArray &id) const;
    //! The last thing that was told; Drafted: nothing.
    DecisionState lastState(const QByteArray &id) const;
    QString lastSentence(const QByteArray &id) const;
    bool wasTold(const QByteArray &id, DecisionState state) const;
};

} // namespace countersign
