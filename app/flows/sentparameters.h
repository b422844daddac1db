// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/signing/signing.h"

#include <QMap>
#include <QString>

#include <optional>

namespace countersign {

//! The operation's own parameters, parsed back from the exact bytes of a signed request: query and
//! form body together, without the gateway's common parameters (Action, Version, Format, the
//! signature's own). Nothing when the bytes are not such a request or a name stands twice.
std::optional<QMap<QString, QString>> sentParameters(const SignedRequest &request,
                                                     SignatureScheme scheme);

//! The operation that the gateway will understand; empty when it is not named once.
QString sentAction(const SignedRequest &request, SignatureScheme scheme);

} // namespace countersign
