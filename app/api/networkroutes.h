// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/companyca.h"
#include "app/api/managersource.h"
#include "app/domain/clock.h"
#include "app/domain/networkchoice.h"
#include "app/domain/secretbytes.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace countersign {

//! How long the network's surroundings are waited for; tests shorten it.
struct RouteLimits
{
    std::chrono::milliseconds lookup{10'000}; //!< the system's word on its proxy, and files
    //! How long a proxy that asks for a password is left alone where none is known.
    std::chrono::milliseconds refusal{900'000};
};

//! The ways out of this computer as the person has chosen them, and the certificates that count.
//! Whatever may block (the system's proxies, files) happens on a thread of its own, anew for each
//! call, so that a change is followed without a restart.
//! A proxy that did not take a name and password is not given them again, since every try may be
//! one of the few that an account has: only calls that Qt had been handed before may still try
//! them. That ends when the person changes the password or the proxy, with forgive(), or when one
//! of those calls is let through; time does not end it. A proxy that asks for a password where
//! none is known is asked again after a while.
//! Main thread; must outlive whoever holds its source.
class NetworkRoutes : public QObject
{
    Q_OBJECT

public:
    //! The proxies for an address in the system's order; called on the thread, may block.
    using SystemProxies = std::function<QList<QNetworkProxy>(const QUrl &)>;

    explicit NetworkRoutes(const Clock &clock, SystemProxies systemProxies = {},
                           const RouteLimits &limits = {}, QObject *parent = nullptr);
    ~NetworkRoutes() override;

    //! A choice with a problem leads nowhere: its calls end with ProxyRefused. Another file of the
    //! company's authorities is read at once, so that it is told when it cannot be used.
    void setChoice(const NetworkChoice &choice);
    const NetworkChoice &choice() const;
    //! Of the manual proxy; null: none.
    void setPassword(std::shared_ptr<const SecretBytes> password);
    bool hasPassword() const;
    //! The password is being asked for: calls that need it end with proxyPassword() until it is
    //! set, and no proxy hears of them.
    void awaitPassword();

    //! For the senders.
    ManagerSource source();
    //! See ManagerSource::find(). Errors: ProxyRefused, TimedOut with proxyLookup().
    void find(const QUrl &endpoint, QObject *context, ManagerSource::Found found);

    //! Proxies that refused are asked again.
    void forgive();
    //! What a connection along `route` has met that was not carried by a manager of source(): its
    //! proxy did not take the name and password, or let it through.
    void noteRefusal(const Route &route);
    void notePassage(const Route &route);
    //! The last proxy that did not take its password; empty: none is left alone.
    QString refusingProxy() const;
    //! The company's authorities as they were read last; read anew when the file has changed.
    const AuthorityFile &authorities() const;

Q_SIGNALS:
    //! Calls may go another way than before, or be checked against another list.
    void changed();
    void authoritiesChanged();
    void refusingProxyChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
