// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/networkroutes.h"

#include "app/api/endpoints.h"
#include "app/api/networkrequest.h"
#include "app/api/proxychoice.h"
#include "app/api/routelookup.h"
#include "app/domain/transportcodes.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <utility>

namespace countersign {

namespace {

Error errorOf(Error::Kind kind, const QString &code, const QString &proxy = {})
{
    Error error;
    error.kind = kind;
    error.code = code;
    error.proxy = proxy;
    return error;
}

} // namespace

class NetworkRoutes::Private
{
public:
    //! One question of a call that waits for its route.
    struct Waiting
    {
        QPointer<QObject> context;
        ManagerSource::Found found;
        bool isNeverProxied = false;
        bool isAnswered = false;

        void answer(const Result<Route> &route)
        {
            if (!std::exchange(isAnswered, true) && context)
                found(route);
        }
    };

    Private(NetworkRoutes *owner, const Clock &theClock, SystemProxies systemProxies,
            const RouteLimits &theLimits)
        : q(owner)
        , clock(theClock)
        , limits(theLimits)
        , proxiesOfSystem(std::move(systemProxies))
        , lookup(std::make_unique<RouteLookup>(proxiesOfSystem))
    {
    }

    bool wantsLookup() const;
    bool isHanging() const;
    void leaveHanging();
    void ask(const QUrl &endpoint, const std::shared_ptr<Waiting> &waiting);
    void take(const RouteLookup::Answer &answer);
    Route routeWithoutProxy() const;
    Result<Route> routeFrom(const QList<QNetworkProxy> &proxies) const;
    Result<Route> manualRoute() const;
    Result<Route> unlessRefused(const Route &route) const;
    void readAuthorities();
    void refuse(const QNetworkProxy &proxy);
    void takeBackRefusal(const QNetworkProxy &proxy);
    void forgetRefusals();
    std::unique_ptr<QNetworkAccessManager> make(const QUrl &endpoint, const Route &route);

    NetworkRoutes *const q;
    const Clock &clock;
    const RouteLimits limits;
    const SystemProxies proxiesOfSystem;
    std::unique_ptr<RouteLookup> lookup;
    NetworkChoice choice;
    std::shared_ptr<const SecretBytes> password;
    bool isPasswordAwaited = false;
    std::optional<QList<QSslCertificate>> systemRoots;
    bool isSystemListStale = true; //!< read with the next call, as after another company's file
    CompanyCa companyCa;
    std::shared_ptr<const TrustedRoots> roots;
    //! Monotonic time until which a proxy is left alone, by identityOf(); nothing: until the person
    //! does something about it.
    QHash<QByteArray, std::optional<std::chrono::milliseconds>> refusals;
    QString refusingProxy;
    //! Monotonic times of questions without an answer yet; they are answered in order.
    std::deque<std::chrono::milliseconds> pending;
};

bool NetworkRoutes::Private::wantsLookup() const
{
    return choice.mode == ProxyMode::System || isSystemListStale || !choice.companyCaFile.isEmpty();
}

bool NetworkRoutes::Private::isHanging() const
{
    return !pending.empty() && clock.monotonic() - pending.front() >= limits.lookup;
}

//! What hangs was asked under another choice, and is not waited for under this one.
void NetworkRoutes::Private::leaveHanging()
{
    if (!isHanging())
        return;
    lookup->abandon();
    lookup = std::make_unique<RouteLookup>(proxiesOfSystem);
    pending.clear();
}

void NetworkRoutes::Private::ask(const QUrl &endpoint, const std::shared_ptr<Waiting> &waiting)
{
    // The system hangs: what waits for it already is enough.
    if (isHanging()) {
        QTimer::singleShot(0, q, [waiting] {
            waiting->answer(errorOf(Error::Kind::TimedOut, transportcodes::proxyLookup()));
        });
        return;
    }
    pending.push_back(clock.monotonic());
    RouteLookup::Question question;
    question.endpoint = endpoint;
    question.wantsProxies = choice.mode == ProxyMode::System && !waiting->isNeverProxied;
    question.wantsSystemRoots = isSystemListStale;
    question.companyCaFile = choice.companyCaFile;
    question.companyCaStamp = companyCa.stamp;
    question.now = clock.now();
    lookup->ask(question, [this, waiting, asked = choice](const RouteLookup::Answer &answer) {
        pending.pop_front();
        if (asked.companyCaFile == choice.companyCaFile)
            take(answer);
        // Asked under another choice: the call finds its way under the one that holds.
        if (asked.mode != choice.mode || asked.companyCaFile != choice.companyCaFile)
            waiting->answer(errorOf(Error::Kind::Offline, {}));
        else if (waiting->isNeverProxied)
            waiting->answer(routeWithoutProxy());
        else
            waiting->answer(routeFrom(answer.proxies));
    });
}

//! No call is needed to tell that the company's file cannot be used.
void NetworkRoutes::Private::readAuthorities()
{
    const auto nobody = std::make_shared<Waiting>();
    nobody->isNeverProxied = true;
    ask({}, nobody);
}

void NetworkRoutes::Private::take(const RouteLookup::Answer &answer)
{
    const QByteArray before = roots ? roots->id : QByteArray();
    if (answer.systemRoots) {
        systemRoots = answer.systemRoots;
        isSystemListStale = false;
    }
    const bool isOther = answer.companyCa && answer.companyCa->file != companyCa.file;
    if (answer.companyCa)
        companyCa = *answer.companyCa;
    if (!roots || answer.systemRoots || answer.companyCa)
        roots = std::make_shared<TrustedRoots>(systemRoots.value_or(QList<QSslCertificate>()) +
                                               companyCa.certificates);
    if (isOther)
        Q_EMIT q->authoritiesChanged();
    if (!before.isEmpty() && roots->id != before)
        Q_EMIT q->changed();
}

Result<Route> NetworkRoutes::Private::manualRoute() const
{
    const bool isUsable = problemOf(choice) == NetworkProblem::None;
    Route route;
    route.way = Route::Way::Manual;
    route.roots = roots;
    route.proxy = manualProxy(choice, password.get());
    if (!isUsable)
        return errorOf(Error::Kind::ProxyRefused, transportcodes::proxyUnfit());
    if (isPasswordAwaited && !choice.user.isEmpty())
        return errorOf(Error::Kind::ProxyRefused, transportcodes::proxyPassword(),
                       route.proxyName());
    return unlessRefused(route);
}

Route NetworkRoutes::Private::routeWithoutProxy() const
{
    Route route;
    route.roots = roots;
    route.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    return route;
}

Result<Route> NetworkRoutes::Private::routeFrom(const QList<QNetworkProxy> &proxies) const
{
    if (choice.mode == ProxyMode::Manual)
        return manualRoute();
    Route route = routeWithoutProxy();
    if (choice.mode == ProxyMode::None)
        return route;
    const auto proxy = usableProxy(proxies);
    if (!proxy)
        return errorOf(Error::Kind::ProxyRefused, transportcodes::proxyUnfit());
    route.proxy = *proxy;
    route.way = proxy->type() == QNetworkProxy::NoProxy ? Route::Way::Direct : Route::Way::System;
    return unlessRefused(route);
}

Result<Route> NetworkRoutes::Private::unlessRefused(const Route &route) const
{
    const auto until = refusals.constFind(identityOf(route.proxy));
    if (until != refusals.constEnd() && (!*until || clock.monotonic() < **until))
        return errorOf(Error::Kind::ProxyRefused, transportcodes::proxyAuthentication(),
                       route.proxyName());
    return route;
}

void NetworkRoutes::Private::refuse(const QNetworkProxy &proxy)
{
    std::optional<std::chrono::milliseconds> until;
    if (proxy.user().isEmpty())
        until = clock.monotonic() + limits.refusal;
    refusals.insert(identityOf(proxy), until);
    Route route;
    route.proxy = proxy;
    if (std::exchange(refusingProxy, route.proxyName()) != route.proxyName())
        Q_EMIT q->refusingProxyChanged();
}

void NetworkRoutes::Private::takeBackRefusal(const QNetworkProxy &proxy)
{
    if (!refusals.remove(identityOf(proxy)))
        return;
    Route route;
    route.proxy = proxy;
    if (refusingProxy != route.proxyName())
        return;
    refusingProxy.clear();
    Q_EMIT q->refusingProxyChanged();
}

void NetworkRoutes::Private::forgetRefusals()
{
    refusals.clear();
    if (!std::exchange(refusingProxy, {}).isEmpty())
        Q_EMIT q->refusingProxyChanged();
}

std::unique_ptr<QNetworkAccessManager> NetworkRoutes::Private::make(const QUrl &endpoint,
                                                                    const Route &route)
{
    auto manager = newManager(endpoint, route);
    // What answers so where no proxy is named is the other side itself: that says nothing of a way.
    if (route.proxyName().isEmpty())
        return manager;
    // A password was given with the proxy, or there is none: nobody has another answer.
    QObject::connect(manager.get(), &QNetworkAccessManager::finished, q,
                     [this, proxy = route.proxy](const QNetworkReply *reply) {
                         if (reply->error() == QNetworkReply::ProxyAuthenticationRequiredError)
                             refuse(proxy);
                     });
    QObject::connect(manager.get(), &QNetworkAccessManager::encrypted, q,
                     [this, proxy = route.proxy] { takeBackRefusal(proxy); });
    return manager;
}

NetworkRoutes::NetworkRoutes(const Clock &clock, SystemProxies systemProxies,
                             const RouteLimits &limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, clock, std::move(systemProxies), limits))
{
}

NetworkRoutes::~NetworkRoutes() = default;

void NetworkRoutes::setChoice(const NetworkChoice &choice)
{
    if (choice == d->choice)
        return;
    NetworkChoice withoutFile = choice;
    withoutFile.companyCaFile = d->choice.companyCaFile;
    const bool isOtherFile = choice.companyCaFile != d->choice.companyCaFile;
    const bool isOtherProxy = withoutFile != d->choice;
    if (isOtherFile) {
        d->companyCa = CompanyCa();
        d->companyCa.file.path = choice.companyCaFile;
        d->isSystemListStale = true;
        d->roots.reset();
        if (d->systemRoots)
            d->roots = std::make_shared<TrustedRoots>(*d->systemRoots);
    }
    d->choice = choice;
    d->leaveHanging();
    if (isOtherProxy)
        d->forgetRefusals();
    if (isOtherFile && !choice.companyCaFile.isEmpty())
        d->readAuthorities();
    Q_EMIT changed();
}

const NetworkChoice &NetworkRoutes::choice() const
{
    return d->choice;
}

void NetworkRoutes::setPassword(std::shared_ptr<const SecretBytes> password)
{
    const bool isOther = password || d->password;
    d->password = std::move(password);
    d->isPasswordAwaited = false;
    // That there is still none is no reason to ask a proxy once more.
    if (isOther)
        d->forgetRefusals();
    if (d->choice.mode == ProxyMode::Manual)
        Q_EMIT changed();
}

bool NetworkRoutes::hasPassword() const
{
    return d->password != nullptr;
}

void NetworkRoutes::awaitPassword()
{
    d->isPasswordAwaited = true;
}

ManagerSource NetworkRoutes::source()
{
    return {[this](const QUrl &endpoint, QObject *context, ManagerSource::Found found) {
                find(endpoint, context, std::move(found));
            },
            [this](const QUrl &endpoint, const Route &route) { return d->make(endpoint, route); }};
}

void NetworkRoutes::find(const QUrl &endpoint, QObject *context, ManagerSource::Found found)
{
    const bool isDirect = isNeverProxied(endpoint);
    // The company's list counts on this computer too; the system's needs no question.
    if (isDirect && d->choice.companyCaFile.isEmpty()) {
        found(d->routeWithoutProxy());
        return;
    }
    if (!d->wantsLookup()) {
        found(d->routeFrom({}));
        return;
    }
    const auto waiting = std::make_shared<Private::Waiting>();
    waiting->isNeverProxied = isDirect;
    waiting->context = context;
    waiting->found = std::move(found);
    QTimer::singleShot(d->limits.lookup, this, [waiting] {
        waiting->answer(errorOf(Error::Kind::TimedOut, transportcodes::proxyLookup()));
    });
    d->ask(endpoint, waiting);
}

void NetworkRoutes::forgive()
{
    const bool hadAny = !d->refusals.isEmpty();
    d->forgetRefusals();
    if (hadAny)
        Q_EMIT changed();
}

void NetworkRoutes::noteRefusal(const Route &route)
{
    if (!route.proxyName().isEmpty())
        d->refuse(route.proxy);
}

void NetworkRoutes::notePassage(const Route &route)
{
    d->takeBackRefusal(route.proxy);
}

QString NetworkRoutes::refusingProxy() const
{
    return d->refusingProxy;
}

const AuthorityFile &NetworkRoutes::authorities() const
{
    return d->companyCa.file;
}

} // namespace countersign
