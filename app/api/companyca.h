// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/authorityfile.h"

#include <QList>
#include <QSslCertificate>

#include <optional>

namespace countersign {

//! The company's own certificate authorities, from a file the person has named. They count beside
//! the system's list, never instead of it.
struct CompanyCa
{
    AuthorityFile file;
    QList<QSslCertificate> certificates; //!< as many as file.authorities
    //! Another one when the file was changed, has come or has gone; nothing: it was never read.
    std::optional<QByteArray> stamp;
};

//! Reads `path` (empty: NotSet): a regular file of at most 1 MiB with PEM certificates, of which
//! those count that may sign others and are valid at `now`. Blocks as the file system does.
CompanyCa readCompanyCa(const QString &path, const QDateTime &now);
//! The stamp of what lies there, or of why it cannot be seen; without reading it.
QByteArray stampOfFile(const QString &path);

//! True when the certificate says of itself that it may sign others.
bool isAuthority(const QSslCertificate &certificate);

} // namespace countersign
