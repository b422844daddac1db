// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/taskexecution.h"

#include <QString>

#include <optional>
#include <vector>

namespace countersign {

class SecretNames;

//! What one reading told about the object of a decision.
struct FactsRead
{
    std::optional<Execution> execution; //!< nothing: the service does not know the run
    //! Rows of the run; those that the decision does not rest on may be missing.
    std::vector<TaskExecution> rows;
    std::optional<QString> templateText; //!< nothing where it was not read
};

//! One fact that a decision rested on and that is another one by now. Complete, translated and safe
//! texts; secrets are hidden.
struct FactChange
{
    QString label;  //!< "Template version", "Parameter “idleDays”"
    QString before; //!< as the person read it; never empty
    QString after;  //!< as it is; never empty
    friend bool operator==(const FactChange &, const FactChange &) = default;
};

//! At most so many differences are listed; a last one counts the others.
inline constexpr int mostFactChanges = 40;

//! The facts of `names` (as differingFacts() gives them) with their values of both readings: what
//! became of the task and the run first, then the others in the order of the fingerprint. A
//! parameter, property or target stands for itself, so that several may come of one name. A fact
//! that cannot be told apart by what was read is left out. Pure.
std::vector<FactChange> factChanges(const DecisionRecord &record, const std::vector<QString> &names,
                                    const FactsRead &before, const FactsRead &now,
                                    const SecretNames &secrets);

//! What has moved since the review without being a fact of the decision, as one sentence: `names`
//! and `otherRows` are DecisionProgress::progressChanged and otherRowsMoved. Empty: nothing. Pure.
QString progressMovedText(const std::vector<QString> &names, int otherRows);

} // namespace countersign
