// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/decideflow.h"
#include "app/flows/flowservices.h"
#include "app/journal/sqlitejournal.h"

#include <QTemporaryDir>

#include <memory>

namespace countersign {

//! Services with real parts and no account: every decision ends as not sent, every read fails, and
//! nothing touches the network.
struct QuietWorld
{
    SystemClock clock;
    ReadClient client{clock, [] { return QByteArray("nonce"); }, [] { return 0.5; }};
    ProfileRegistry profiles;
    QTemporaryDir folder;
    SqliteJournal journal{folder.path(), clock};
    FlowServices services{client, profiles, journal, clock, [this] {
                              return std::make_unique<OneShotSender>(
                                  clock, [] { return QByteArray("nonce"); });
                          }};
};

} // namespace countersign
