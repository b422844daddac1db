// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/secretbytes.h"

#include <QString>

#include <optional>

namespace countersign {

enum class SecretFileTrim { Nothing, Blanks };

//! The content of a regular file (links are followed) of at most `limit` bytes, or of at most that
//! many once blanks and line ends around it are taken away. Nothing when it is not there, not to be
//! read, another kind of file, or longer. No copy stays behind.
std::optional<SecretBytes> readSecretFile(const QString &path, qsizetype limit,
                                          SecretFileTrim trim = SecretFileTrim::Nothing);

} // namespace countersign
