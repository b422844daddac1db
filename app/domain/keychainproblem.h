// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <array>
#include <optional>

namespace countersign {

//! Why the system keychain did not do what it was asked. Each has its own code and its own words.
enum class KeychainProblem {
    NoEventLoop,    //!< the program's event loop cannot serve the keychain's library
    NoBus,          //!< there is no session bus
    NoService,      //!< nothing on the bus keeps secrets, and nothing can be started that does
    Hung,           //!< a service is there and does not answer
    Locked,         //!< locked, and nothing could ask the person to unlock it
    Dismissed,      //!< locked, and the person did not unlock it
    NoCollection,   //!< the service has no default collection yet
    ServiceDied,    //!< the service ended, or was replaced, while it was being asked
    GaveUp,         //!< no answer within the limit; an unlock window may still be open
    Blocked,        //!< an earlier request that was given up is still running
    BackendChanged, //!< not in this backend; it was saved in another one
    EntryMissing,   //!< was saved here, and is not there: reset, or another keychain
    EntryDamaged,   //!< there is something that is not a whole entry of this program
    EntryOfAnotherAccount, //!< whole, but made for another account than the profile's
    Incomplete,            //!< not written: the key id or the secret is empty
    TooLarge,              //!< not written: longer than an entry may be
    ReadRefused,           //!< the open keychain failed to read
    WriteRefused,          //!< the open keychain did not take the entry
    EraseRefused,          //!< the open keychain did not erase the entry
    ReadBackDiffers,       //!< was written, and something else was read afterwards
};

inline constexpr std::array allKeychainProblems{
    KeychainProblem::NoEventLoop,    KeychainProblem::NoBus,
    KeychainProblem::NoService,      KeychainProblem::Hung,
    KeychainProblem::Locked,         KeychainProblem::Dismissed,
    KeychainProblem::NoCollection,   KeychainProblem::ServiceDied,
    KeychainProblem::GaveUp,         KeychainProblem::Blocked,
    KeychainProblem::BackendChanged, KeychainProblem::EntryMissing,
    KeychainProblem::EntryDamaged,   KeychainProblem::EntryOfAnotherAccount,
    KeychainProblem::Incomplete,     KeychainProblem::TooLarge,
    KeychainProblem::ReadRefused,    KeychainProblem::WriteRefused,
    KeychainProblem::EraseRefused,   KeychainProblem::ReadBackDiffers,
};

//! How the keychain as a whole is doing.
enum class KeychainState {
    NotAsked, //!< not asked yet, or its service has come since it was asked in vain
    Asking,   //!< one request is under way
    Slow,     //!< and has been for 2 s: an unlock window may be open
    Blocked,  //!< was given up and still runs; nothing else can be asked until it ends
    Ready,    //!< the last request was answered
    Unusable, //!< the last request met a problem of the keychain as a whole
};

//! True when the problem is not about one entry: every other profile would meet it too.
bool isOfWholeKeychain(KeychainProblem problem);

//! LocalFault with a code such as KeychainLocked; `detail` is the library's text.
Error keychainError(KeychainProblem problem, const QString &detail = {});
//! Nothing when the error is not one of these.
std::optional<KeychainProblem> keychainProblemOf(const Error &error);

} // namespace countersign
