// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSslCertificate>

namespace countersign {

//! True when the first certificate of `chain`, as a server has sent it, leads by signatures to one
//! of `anchors`, over the others of the chain where that is needed. An anchor may be a root, an
//! authority between, or the certificate itself. Says nothing about dates, names and purposes,
//! which TLS has judged by then.
bool leadsToAnchor(const QList<QSslCertificate> &chain, const QList<QSslCertificate> &anchors);

} // namespace countersign
