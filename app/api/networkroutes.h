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
    std::chrono::milliseconds lookup{5'000}; //!< the system's word on its proxy, and files
    std::chrono::minutes refusal{15}; //!< how long a proxy that wants a password is left alone
};

//! The ways out of this computer as the person has chosen them, and the certificates that count.
//! Whatever may block (the system's proxies, files) happens on a thread of its own, anew for each
//! call, so that a change is followed without a restart. A proxy that did not take a password is
//! not asked again by calls that come by themselves, until something about it changes, forgive()
//! or a while. Main thread; must outlive whoever holds its source.
class NetworkRoutes : public QObject
{
    Q_OBJECT

public:
    //! The proxies for an address in the system's order; called on the thread, may block.
    using SystemProxies = std::function<QList<QNetworkProxy>(const QUrl &)>;

    explicit NetworkRoutes(const Clock &clock, SystemProxies systemProxies = {},
                           const RouteLimits &limits = {}, QObject *parent = nullptr);
    ~NetworkRoutes() override;

    //! A choice with a problem leads nowhere: its calls end with ProxyRefused.
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
