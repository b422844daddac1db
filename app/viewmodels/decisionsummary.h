// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/viewmodels/decisionfriction.h"
#include "app/viewmodels/labelledfact.h"
#include "app/viewmodels/waitwords.h"

#include <QString>

#include <vector>

namespace countersign {

//! The words of one decision, frozen together with its record, so that what is drawn and what is
//! sent come from the same reads.
struct DecisionSummary
{
    QString placeText;
    QString heading;
    QString consequence;
    bool isDanger = false;
    std::vector<QString> cautions; //!< whole sentences, below what the act does
    std::vector<QString> targets;
    std::vector<LabelledFact> facts;
    std::size_t recordFacts = 0; //!< so many of them, the first, are of the record alone
    QString confirmText;
    Friction friction;
};

//! What the record alone allows to say; `subject` adds what was read of the wait.
DecisionSummary summaryOf(const DecisionRecord &record, const WaitSubject &subject);
//! The words of a choice among rows, tasks or end states.
DecisionSummary summaryOf(const DecisionRecord &record, const DecisionObject &object);
//! The confirmation as it is drawn, top to bottom, a line for each text; `note` is complete, with
//! its tag. What was not read is in it where it stands.
QString drawnText(const DecisionSummary &summary, const QString &note);
//! What of the record is not drawn as it would be sent: a fixed English word; empty: it all is.
//! Only a decision of which nothing is hidden may be sent (security.md D09).
QString firstNotDrawn(const DecisionRecord &record, const DecisionSummary &summary);
//! The subject as far as a record knows it.
WaitSubject subjectOf(const DecisionRecord &record);

//! "acme-prod · account 2000 0000 0000 0042 · cn-hangzhou"
QString placeText(const QString &alias, const QString &accountId, const RegionId &region);

} // namespace countersign
