// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"

#include <QString>

#include <vector>

namespace countersign::sandbox {

//! A RAM user who starts executions or approves them.
struct DemoUser
{
    QString name;
    QString id;
};

//! Stores the demo's templates, and public ones that templates of users nest; what is refused is
//! said on standard error.
void loadDemoTemplates(Engine &engine);

//! The demo: its templates, and executions of different users in two regions. The one that waits
//! longest is a plain approval which users[0] can decide alone. `users` holds at least four.
void startDemo(Engine &engine, const QString &accountId, const std::vector<DemoUser> &users);

//! Every execution waits, has ended, or runs while a nested one waits.
bool isAtRest(const Engine &engine);

//! `count` executions that wait for an approval.
void startLoad(Engine &engine, const QString &accountId, const std::vector<DemoUser> &users,
               int count);

//! One more waiting execution, the `index`th since the start.
void startArrival(Engine &engine, const QString &accountId, const std::vector<DemoUser> &users,
                  int index);

} // namespace countersign::sandbox
