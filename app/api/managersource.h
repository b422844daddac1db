// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/result.h"

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QUrl>

#include <functional>
#include <memory>
#include <type_traits>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace countersign {

//! The certificates that count for a while.
struct TrustedRoots
{
    explicit TrustedRoots(const QList<QSslCertificate> &list);
    const QList<QSslCertificate> certificates;
    const QByteArray id; //!< the same for the same certificates in the same order
};

//! The way calls take to an endpoint at one moment.
struct Route
{
    enum class Way {
        Direct, //!< no proxy
        Manual, //!< through the proxy the person has named
        System  //!< through the one that the system names
    };
    Way way = Way::Direct;
    //! QNetworkProxy::DefaultProxy: whatever Qt takes by itself.
    QNetworkProxy proxy;
    std::shared_ptr<const TrustedRoots> roots; //!< null: the system's list

    //! Host and port of the proxy, for people; empty: none.
    QString proxyName() const;
    //! Differs for routes whose connections must not be mixed.
    QByteArray key() const;
};

//! A function that makes a manager for an endpoint.
template <class F>
concept ManagerMaker = requires(const F &make, const QUrl &endpoint)
{
    std::unique_ptr<QNetworkAccessManager>(make(endpoint));
};

//! Gives the managers that carry calls, and the routes they take. Made from a plain function it
//! knows no routes: its managers go where they go. A value; what it was made from must outlive
//! whoever holds it.
class ManagerSource
{
public:
    using Found = std::function<void(Result<Route>)>;
    using Find = std::function<void(const QUrl &endpoint, QObject *context, Found found)>;
    using Make =
        std::function<std::unique_ptr<QNetworkAccessManager>(const QUrl &endpoint, const Route &)>;

    //! newManager(), without routes.
    ManagerSource();
    ManagerSource(Find find, Make make);
    template <ManagerMaker F>
    ManagerSource(F make) // NOLINT(google-explicit-constructor): a function is a source
        : m_make([make = std::move(make)](const QUrl &endpoint, const Route &) {
            return make(endpoint);
        })
    {
    }

    //! `found` runs once: at once where nothing needs to be looked up, else from the event loop,
    //! and then not at all when `context` has died.
    void find(const QUrl &endpoint, QObject *context, Found found) const;
    //! A manager of its own for calls along `route`.
    std::unique_ptr<QNetworkAccessManager> make(const QUrl &endpoint, const Route &route) const;

private:
    Find m_find;
    Make m_make;
};

} // namespace countersign
