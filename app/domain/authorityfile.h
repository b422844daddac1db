// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace countersign {

//! What was found in the file of the company's certificate authorities.
struct AuthorityFile
{
    enum class Problem {
        None,     //!< its authorities count beside the system's
        NotSet,   //!< no file was chosen
        Missing,  //!< there is nothing of this name
        NotAFile, //!< a folder, a pipe, a device
        Unreadable,
        TooLarge,      //!< over 1 MiB
        NoCertificate, //!< no PEM certificate in it
        NoAuthority,   //!< certificates, but none that may sign others
        OutOfDate,     //!< authorities, but all of them ended or not begun
    };
    struct Authority
    {
        QString subject;   //!< common name, else organisation, as written in it
        QByteArray sha256; //!< of the certificate, in lower-case hex
        QDateTime until;   //!< UTC
        friend bool operator==(const Authority &, const Authority &) = default;
    };

    QString path;
    Problem problem = Problem::NotSet;
    std::vector<Authority> authorities; //!< that count
    int leftOut = 0;                    //!< certificates in it that do not
    friend bool operator==(const AuthorityFile &, const AuthorityFile &) = default;
};

} // namespace countersign
