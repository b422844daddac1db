// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/busquestion.h"
#include "app/credentials/keychainjob.h"
#include "app/domain/keychainproblem.h"

#include <optional>

namespace countersign {

enum class KeychainOperation { Read, Write, Erase };

//! The problem that stops a request before a job is started; nothing when it may start. A locked
//! keychain is no problem yet: the job lets the service ask the person.
std::optional<KeychainProblem> problemBefore(const KeychainAnswer &answer);

//! What a job that ended like this means, from what the service said before and after it; nothing
//! when it means success. Asked for whatever is not plainly a success: for an entry that was
//! expected and is absent, for a refusal, and for erasing an expected entry, which the library
//! calls done also when the keychain stayed locked.
std::optional<KeychainProblem> problemAfter(KeychainOperation operation, KeychainJobEnd::Kind end,
                                            const KeychainAnswer &before,
                                            const KeychainAnswer &after);

} // namespace countersign
