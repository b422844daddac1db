// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keyissuer.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <functional>
#include <memory>

namespace countersign {

//! The key pair, perhaps with a token, that stood in this process's environment when it was first
//! asked for. One for each process: whoever asks first takes it away. Main thread.
class EnvironmentKeys
{
public:
    EnvironmentKeys() = default;

    //! The first family of names with both id and secret, in the order of the CLI: ALIBABA_CLOUD_,
    //! ALIBABACLOUD_, ALICLOUD_. noEnvironment without one, misplacedSecret when what stands
    //! there cannot be what its name says. The first call, which follows from the person's choice
    //! of this source, reads every variable that holds keys and overwrites its bytes, those that
    //! others could read included. The names stay, with empty values: another thread may be looking
    //! through the environment.
    Result<IssuedKeys> keys(const QDateTime &now);
    //! What was taken and is lent to nobody is wiped; there are none from now on.
    void forget() { m_credentials.reset(); }

private:
    void take();

    bool m_isTaken = false;
    std::shared_ptr<const Credentials> m_credentials;
    bool m_isMisplaced = false;
};

//! Which variables EnvironmentKeys would take.
struct EnvironmentKeyNames
{
    QStringList names;    //!< without a pair: all that are set and could be part of one
    bool hasPair = false; //!< both id and secret of one family are among them
};
//! Values are not looked at. `isSet`: there, and not empty.
EnvironmentKeyNames environmentKeyNames(const std::function<bool(const char *name)> &isSet);

//! The process's environment without the variables that hold keys, and without a copy of them.
QProcessEnvironment environmentWithoutKeys();

//! True for the name of a variable that holds a key id, a secret or a token of Alibaba Cloud.
bool holdsKeys(const QString &name);

//! The variable is 1 or true, in any letter case.
bool isSwitchedOn(const QProcessEnvironment &environment, const QString &name);

} // namespace countersign
