// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/nexttask.h"

#include <QString>

#include <vector>

namespace countersign {

struct ReviewFacts;

//! A task of the template, as it is offered for Run task.
struct TaskOffer
{
    QString name;  //!< exactly as the template writes it
    QString words; //!< safe: name, action, and that it is proposed or has run
    bool isProposed = false;
    bool hasRun = false;
    friend bool operator==(const TaskOffer &, const TaskOffer &) = default;
};

//! In the order of the template; empty when it was not read or does not parse.
std::vector<TaskOffer> taskOffers(const ReviewFacts &facts, const NextTask &next);

//! Sentences about the chosen task (empty: none is): why it is proposed, that it has run and what
//! it gave out, which approvals it leaves behind. Safe texts; secrets are masked.
std::vector<QString> taskWords(const ReviewFacts &facts, const NextTask &next,
                               const QString &chosen);

} // namespace countersign
