// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/waycause.h"

#include "app/domain/transportcodes.h"

namespace countersign {

QString wayCauseOf(const std::optional<Error> &error)
{
    const bool isOfTheWay = error && (error->kind == Error::Kind::ProxyRefused ||
                                      error->code == transportcodes::unknownIssuer() ||
                                      error->code == transportcodes::proxyLookup());
    if (!isOfTheWay)
        return {};
    return QString(QString::number(static_cast<int>(error->kind)) + u' ' + error->code + u' ' +
                   error->proxy);
}

} // namespace countersign
