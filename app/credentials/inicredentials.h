// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/cliconfig.h"

#include <QByteArrayView>

namespace countersign::detail {

//! Reads the SDKs' ini file (credentials.md 5); its types become the CLI's modes. `text` is UTF-8
//! without a byte order mark; the caller wipes it.
CliConfigReading readIniCredentials(QByteArrayView text);

} // namespace countersign::detail
