// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/networkchoice.h"
#include "app/flows/networkkeeper.h"

#include <QString>
#include <QStringList>

namespace countersign {

//! Why a choice cannot be used; empty: it can.
QString networkProblemText(NetworkProblem problem);
//! How the proxy's password stands; empty where there is nothing to say.
QString proxyPasswordText(ProxyPasswordState state);
//! What is wrong with the file of the company's authorities, and what counts instead; empty:
//! nothing.
QString authorityProblemText(const AuthorityFile &file);
//! One line for each authority that counts: who, until when, fingerprint. Safe text.
QStringList authorityLines(const AuthorityFile &file);
//! What trying a way has come to: which endpoint, which way, how long, who vouches for it. Safe
//! text.
QString findingText(const NetworkKeeper::Finding &finding);

} // namespace countersign
