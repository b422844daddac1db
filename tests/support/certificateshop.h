// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

namespace countersign {

//! A certificate with its key, made by a test; PEM.
struct MadeCertificate
{
    QByteArray certificate;
    QByteArray key;
    bool isValid() const { return !certificate.isEmpty() && !key.isEmpty(); }
};

//! What a made certificate says.
struct CertificateWish
{
    enum class Key { EllipticP256, Rsa1024, Rsa2048 };
    enum class Digest { Sha1, Sha256 };

    QString name;                                   //!< common name
    QStringList hosts{QStringLiteral("127.0.0.1")}; //!< addresses and names it is for; may be empty
    std::chrono::seconds begins{-3'600};            //!< from now
    std::chrono::seconds ends{86'400};
    std::optional<bool> isAuthority = false; //!< nothing: it does not say
    QByteArray usage; //!< extended, such as clientAuth; empty: it does not say
    Key key = Key::EllipticP256;
    Digest digest = Digest::Sha256;
};

//! Signed by `issuer`, or by itself.
MadeCertificate makeCertificate(const CertificateWish &wish,
                                const std::optional<MadeCertificate> &issuer = {});

} // namespace countersign
