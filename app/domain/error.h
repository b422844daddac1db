// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace countersign {

//! Why something that depends on the world did not work. Callers branch on `kind`, never on text.
//! The sentence for a person is made from it in ui/.
struct Error
{
    enum class Kind {
        Cancelled,      //!< the waiting was given up by our side, or the program ends
        Offline,        //!< no connection: name not resolved, refused, unreachable, cut
        TimedOut,       //!< a time limit of ours ran out
        Untrusted,      //!< the TLS handshake or the certificate chain was refused
        ProxyRefused,   //!< a proxy on the way wants other credentials, or does not connect
        Redirected,     //!< the reply was a redirect; redirects are never followed
        Throttled,      //!< the service asks to slow down
        BadCredentials, //!< key, secret or token is not accepted
        Forbidden,      //!< the caller lacks a right; `neededRight` names it where known
        WrongClock,     //!< the gateway refused our time; `clockSkew` says the difference
        NonceUsed,      //!< the gateway has seen this nonce before
        NotFound,       //!< the object does not exist
        Refused,        //!< any other complete refusal by the service
        ServerFault,    //!< 5xx, or a body that is not the service's error shape
        TooLarge,       //!< a size, depth or count limit of ours was passed
        BadReply,       //!< a 2xx reply that is not what the operation promises; `path` says where
        Incomplete,     //!< a list ended early (repeated token, cap); nothing may be decided on it
        LocalFault,     //!< a file, process or store on this computer failed
    };

    Kind kind = Kind::BadReply;
    //! The service's Code, or one of transportcodes.h and the like; empty when there was none.
    QString code;
    QString requestId;   //!< the service's RequestId, empty when unknown
    int httpStatus = 0;  //!< 0 when no status line was read
    QString detail;      //!< remote or library text for a "Details" box; never parsed or translated
    QString path;        //!< JSON path of the offending field, such as Executions[3].Status
    QString neededRight; //!< such as oos:ListExecutionLogs, for Forbidden
    //! The service's clock minus ours, measured from the Date header of this reply.
    std::optional<std::chrono::seconds> clockSkew;
    QString proxy = {}; //!< host and port of the proxy on the way; empty: none

    bool operator==(const Error &) const = default;
};

//! True where the reason lies in the object that was asked for: asking again comes to the same, and
//! another object may be read well. False for the network, the key, the clock, the service as a
//! whole and this computer.
bool isOfOneObject(Error::Kind kind);

} // namespace countersign
