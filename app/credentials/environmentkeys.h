// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keyissuer.h"

#include <QProcessEnvironment>

#include <memory>

namespace countersign {

//! The key pair, perhaps with a token, that stood in this process's environment. A value; copies
//! share the secrets, which are wiped with the last.
class EnvironmentKeys
{
public:
    //! None.
    EnvironmentKeys() = default;
    //! Reads them and takes every variable that holds keys out of the environment: the bytes that
    //! others could read there are overwritten too. Called once, where the person has asked for it,
    //! before there is another thread, and before anything is started that would inherit them.
    static EnvironmentKeys take();

    //! The first family of names with both id and secret, in the order of the CLI: ALIBABA_CLOUD_,
    //! ALIBABACLOUD_, ALICLOUD_, none. noEnvironment without one, misplacedSecret when what stands
    //! there cannot be what its name says.
    Result<IssuedKeys> keys(const QDateTime &now) const;

private:
    std::shared_ptr<const Credentials> m_credentials;
    bool m_isMisplaced = false;
};

//! The process's environment without the variables that hold keys, and without a copy of them.
QProcessEnvironment environmentWithoutKeys();

//! True for the name of a variable that holds a key id, a secret or a token of Alibaba Cloud.
bool holdsKeys(const QString &name);

//! The variable is 1 or true, in any letter case.
bool isSwitchedOn(const QProcessEnvironment &environment, const QString &name);

} // namespace countersign
