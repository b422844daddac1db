// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace countersign {

//! The facts a decision rests on (security.md 4.4): a canonical list of name and value, and its
//! SHA-256. A changed fact stops a send; progress (UpdateDate, CurrentTasks, Counters, ExtraData,
//! other rows, the log) is not in it.
struct Fingerprint
{
    //! Names are fixed English words such as "Mode" or "TaskExecution.Status"; long values are
    //! SHA-256 digests in hex.
    std::vector<std::pair<QString, QString>> facts;
    QByteArray sha256; //!< hex, over the canonical list

    friend bool operator==(const Fingerprint &, const Fingerprint &) = default;
};

//! `row`: the bound row; nothing when the whole run is decided, then `waitingRows` ids are facts
//! too. `templateText`: nothing where it was not read.
Fingerprint fingerprintOf(const QString &accountId, const RegionId &region,
                          const Execution &execution, const std::optional<TaskExecution> &row,
                          const std::vector<TaskExecutionId> &waitingRows,
                          const std::optional<QString> &templateText);

//! As above for several rows that are decided together: each is a fact of its own, named after its
//! id. Run status Waiting, or Running while all of them wait or have failed.
Fingerprint fingerprintOf(const QString &accountId, const RegionId &region,
                          const Execution &execution, const std::vector<TaskExecution> &rows,
                          const std::optional<QString> &templateText);

//! `fingerprint` with one more fact.
Fingerprint withFact(const Fingerprint &fingerprint, const QString &name, const QString &value);

//! Ids as the value of a fact, in an order of their own.
QString idListFact(std::vector<TaskExecutionId> ids);

//! Names of facts that differ, in order; empty when equal.
std::vector<QString> differingFacts(const Fingerprint &before, const Fingerprint &after);

} // namespace countersign
