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
    std::vector<QString> targets;
    std::vector<LabelledFact> facts;
    QString confirmText;
    Friction friction;
};

//! What the record alone allows to say; `subject` adds what was read of the wait.
DecisionSummary summaryOf(const DecisionRecord &record, const WaitSubject &subject);
//! The words of a choice among rows, tasks or end states.
DecisionSummary summaryOf(const DecisionRecord &record, const DecisionObject &object);
//! The subject as far as a record knows it.
WaitSubject subjectOf(const DecisionRecord &record);

//! "acme-prod · account 2000 0000 0000 0042 · cn-hangzhou"
QString placeText(const QString &alias, const QString &accountId, const RegionId &region);

} // namespace countersign
