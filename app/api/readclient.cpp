// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/readclient.h"

#include "app/api/exchangecall.h"
#include "app/api/networkrequest.h"
#include "app/api/readagain.h"
#include "app/api/readcall.h"

#include <QCryptographicHash>
#include <QHash>
#include <QNetworkAccessManager>
#include <QThread>

#include <algorithm>
#include <map>
#include <utility>

namespace countersign {

namespace {

// Replies above this size are understood on the worker: reading them takes longer than the
// interface may stand still.
constexpr qsizetype workerBytes = 256 * 1024;

// Of a plain call: its name, how it ended and how long it took, and nothing that it brought.
ExchangeFacts factsOf(const QString &operation, const Result<PlainReply> &reply,
                      std::chrono::milliseconds duration)
{
    ExchangeFacts facts;
    facts.action = operation;
    facts.duration = duration;
    if (reply) {
        facts.httpStatus = reply->httpStatus;
        facts.requestId = reply->requestId;
        facts.bytesIn = static_cast<qint64>(reply->body.size());
    } else {
        facts.failure = reply.error().kind;
        facts.httpStatus = reply.error().httpStatus;
    }
    return facts;
}

} // namespace

class ReadClient::Private final : public ReadCallHost
{
public:
    struct Hold
    {
        std::chrono::milliseconds until{0};
        int count = 0;
    };
    struct ServiceTime
    {
        QDateTime time;
        std::chrono::milliseconds readAt{0}; //!< Clock::withSleep()
    };

    Private(ReadClient *owner, const Clock &theClock, NonceSource theNonce, Jitter theJitter,
            const ReadLimits &theLimits, ManagerSource theSource)
        : q(owner)
        , m_clock(theClock)
        , m_nonce(std::move(theNonce))
        , m_jitter(std::move(theJitter))
        , m_limits(theLimits)
        , m_source(std::move(theSource))
    {
    }

    ~Private() override
    {
        worker.quit();
        worker.wait();
    }

    const Clock &clock() const override { return m_clock; }
    const ReadLimits &limits() const override { return m_limits; }
    QByteArray nonce() const override { return m_nonce(); }
    double jitter() const override { return m_jitter(); }
    void noteEnd(const ExchangeFacts &facts) override { Q_EMIT q->ended(facts); }

    const ManagerSource &source() const { return m_source; }

    void findRoute(const QUrl &endpoint, QObject *context, ManagerSource::Found found) override
    {
        m_source.find(endpoint, context, std::move(found));
    }

    QNetworkReply *post(const ApiTarget &target, const QUrl &endpoint, const SignedRequest &request,
                        const Route &route) override
    {
        // An empty body through post() would gain an unsigned content type from Qt.
        const QByteArray body = request.body.isEmpty() ? QByteArray("") : request.body;
        return managerFor(target, endpoint, route)
            .sendCustomRequest(networkRequestFor(target, endpoint, request, route), request.method,
                               body);
    }

    static QNetworkReply *hand(QNetworkAccessManager &manager, const QNetworkRequest &request,
                               const QByteArray &method, QIODevice *body)
    {
        if (body)
            return manager.sendCustomRequest(request, method, body);
        return method == "GET" ? manager.get(request)
                               : manager.sendCustomRequest(request, method, QByteArray(""));
    }

    QNetworkAccessManager &managerFor(const ApiTarget &target, const QUrl &endpoint,
                                      const Route &route)
    {
        // A kept connection was checked against the list it was opened with, and goes its way.
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(target.caCertificates);
        hash.addData(route.key());
        const QString key = endpoint.scheme() + u' ' + hostHeaderOf(endpoint) + u' ' +
                            target.place.profile.text() + u' ' +
                            QString::fromLatin1(hash.result().toHex());
        std::unique_ptr<QNetworkAccessManager> &manager = managers[key];
        if (!manager)
            manager = m_source.make(endpoint, route);
        return *manager;
    }

    std::chrono::milliseconds holdLeft(const Place &place) const override
    {
        const auto hold = holds.constFind(place);
        if (hold == holds.constEnd())
            return std::chrono::milliseconds(0);
        return std::max(hold->until - m_clock.monotonic(), std::chrono::milliseconds(0));
    }

    std::chrono::milliseconds hold(const Place &place,
                                   std::optional<std::chrono::milliseconds> asked) override
    {
        Hold &held = holds[place];
        ++held.count;
        const std::chrono::milliseconds pause = pauseBefore(
            held.count + 1, m_limits.firstPause, m_limits.longestPause, m_jitter(), asked);
        held.until = std::max(held.until, m_clock.monotonic() + pause);
        Q_EMIT q->throttled(place, pause);
        return pause;
    }

    void release(const Place &place, std::chrono::milliseconds leftAt) override
    {
        // A call that left before the hold ended says nothing about it.
        const auto hold = holds.constFind(place);
        if (hold == holds.constEnd() || leftAt < hold->until)
            return;
        holds.erase(hold);
        Q_EMIT q->throttled(place, std::chrono::milliseconds(0));
    }

    std::chrono::seconds offset(const QString &host) const override
    {
        return offsets.value(host, std::chrono::seconds(0));
    }

    void setOffset(const QString &host, std::chrono::seconds value) override
    {
        offsets.insert(host, value);
    }

    void noteServiceTime(const QString &host, const QDateTime &time) override
    {
        serviceTimes.insert(host, {time, m_clock.withSleep()});
    }

    bool renewKeys(const ProfileId &profile, const std::shared_ptr<const Credentials> &refused,
                   QObject *context, std::function<void(bool)> done) override
    {
        if (!renewer)
            return false;
        renewer(profile, refused, context, std::move(done));
        return true;
    }

    void understandLater(const RawReply &raw, QObject *context,
                         std::function<void(Result<ApiReply>)> done) override
    {
        if (raw.body.size() < workerBytes) {
            done(understand(raw, m_limits));
            return;
        }
        startWorker();
        const QPointer<QObject> alive(context);
        // The answer goes to the client, which outlives the worker; only there is the context
        // asked.
        QMetaObject::invokeMethod(
            workerContext,
            [this, raw, alive, done = std::move(done), bounds = m_limits] {
                auto result = std::make_shared<Result<ApiReply>>(understand(raw, bounds));
                QMetaObject::invokeMethod(
                    q,
                    [alive, done, result] {
                        if (alive)
                            done(std::move(*result));
                    },
                    Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }

    void startWorker()
    {
        if (worker.isRunning())
            return;
        worker.setObjectName(QStringLiteral("countersign-replies"));
        workerContext = new QObject;
        workerContext->moveToThread(&worker);
        QObject::connect(&worker, &QThread::finished, workerContext, &QObject::deleteLater);
        worker.start();
    }

    ReadClient *const q;
    QHash<Place, Hold> holds;
    QHash<QString, std::chrono::seconds> offsets;
    QHash<QString, ServiceTime> serviceTimes;
    KeyRenewer renewer;
    std::map<QString, std::unique_ptr<QNetworkAccessManager>> managers;
    QThread worker;
    QObject *workerContext = nullptr;
    bool isFinished = false;

private:
    const Clock &m_clock;
    const NonceSource m_nonce;
    const Jitter m_jitter;
    const ReadLimits m_limits;
    const ManagerSource m_source;
};

ReadClient::ReadClient(const Clock &clock, NonceSource nonce, Jitter jitter,
                       const ReadLimits &limits, ManagerSource managers, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, clock, std::move(nonce), std::move(jitter), limits,
                                  std::move(managers)))
{
}

ReadClient::~ReadClient()
{
    // Calls hold replies of the managers, so they go first.
    const QList<ReadCall *> calls = findChildren<ReadCall *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(calls);
    qDeleteAll(findChildren<ExchangeCall *>(QString(), Qt::FindDirectChildrenOnly));
}

CallHandle ReadClient::read(const ApiTarget &target, const ApiRequest &request, QObject *context,
                            std::function<void(Result<ApiReply>)> callback)
{
    auto *call = new ReadCall(*d, target, request, context, std::move(callback), this);
    if (d->isFinished)
        call->cancel();
    else
        call->start();
    return CallHandle([guard = QPointer<ReadCall>(call)] {
        if (guard)
            guard->cancel();
    });
}

CallHandle ReadClient::exchange(PlainRequest request, QObject *context,
                                std::function<void(Result<PlainReply>)> callback)
{
    const QPointer<QObject> alive(context);
    const auto answered = [this, alive, host = request.url.host(), operation = request.operation,
                           begun = d->clock().monotonic(),
                           callback = std::move(callback)](Result<PlainReply> reply) {
        if (reply && reply->clockSkew && std::chrono::abs(*reply->clockSkew) <= largestClockOffset)
            d->noteServiceTime(host, d->clock().now().addSecs(reply->clockSkew->count()));
        if (!operation.isEmpty())
            Q_EMIT ended(factsOf(operation, reply, d->clock().monotonic() - begun));
        if (alive)
            callback(std::move(reply));
    };
    auto *call = new ExchangeCall(d->clock(), std::move(request), context, answered, this);
    if (d->isFinished)
        call->cancel();
    else
        call->start(d->source(), &Private::hand);
    return CallHandle([guard = QPointer<ExchangeCall>(call)] {
        if (guard)
            guard->cancel();
    });
}

const ManagerSource &ReadClient::managers() const
{
    return d->source();
}

std::optional<std::chrono::milliseconds> ReadClient::heldUntil(const Place &place) const
{
    if (d->holdLeft(place).count() <= 0)
        return std::nullopt;
    return d->holds.value(place).until;
}

QDateTime ReadClient::serviceNow(const ApiTarget &target) const
{
    for (const QUrl &endpoint : {target.endpoint, target.stsEndpoint}) {
        const auto known = d->serviceTimes.constFind(endpoint.host());
        if (known != d->serviceTimes.constEnd())
            return known->time.addMSecs((d->clock().withSleep() - known->readAt).count());
    }
    return d->clock().now();
}

void ReadClient::setKeyRenewer(KeyRenewer renewer)
{
    d->renewer = std::move(renewer);
}

void ReadClient::forgetConnections()
{
    const QList<ReadCall *> calls = findChildren<ReadCall *>(QString(), Qt::FindDirectChildrenOnly);
    for (ReadCall *call : calls)
        call->leaveAgain();
    for (const auto &[key, manager] : d->managers)
        manager->clearConnectionCache();
}

void ReadClient::finishAll()
{
    d->isFinished = true;
    const QList<ReadCall *> calls = findChildren<ReadCall *>(QString(), Qt::FindDirectChildrenOnly);
    for (ReadCall *call : calls)
        call->cancel();
    const QList<ExchangeCall *> exchanges =
        findChildren<ExchangeCall *>(QString(), Qt::FindDirectChildrenOnly);
    for (ExchangeCall *call : exchanges)
        call->cancel();
}

} // namespace countersign
