// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/keychainproblem.h"

#include <QString>

namespace countersign {

//! Where an entry was looked for and where it was saved, as the backends call themselves.
struct KeychainPlaces
{
    QString current; //!< empty: not known
    QString earlier; //!< empty: not known
};

//! What is the matter, as one or two whole sentences; each problem has its own. The places are
//! named where both are known and the problem is about them.
QString keychainText(KeychainProblem problem, const KeychainPlaces &places = {});
//! What the person can do next, as one or two whole sentences; each problem has its own.
QString keychainAdvice(KeychainProblem problem);
//! What the keychain is doing, as one whole sentence. Of an unusable one the problem says more.
QString keychainStateText(KeychainState state);

} // namespace countersign
