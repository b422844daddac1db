// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/oneshotsender.h"

#include "app/api/networkrequest.h"
#include "app/api/oneshotcall.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

// Above this the parameters leave the address for the body (the gateway's limit is not documented).
constexpr qsizetype longestQuery = 8 * 1024;

Error errorOf(Error::Kind kind, const QString &detail = {})
{
    Error error;
    error.kind = kind;
    error.detail = detail;
    return error;
}

// The body is never empty: only a body that is read once keeps Qt from sending a POST twice.
UnsignedRequest unsignedRequestFor(const ApiTarget &target, const ApiRequest &request)
{
    UnsignedRequest unsignedRequest;
    unsignedRequest.action = request.action;
    unsignedRequest.version = apiVersion(request.product);
    const QString region = target.place.region.text();
    QMap<QString, QString> own = request.parameters;
    own.remove(QStringLiteral("RegionId"));
    unsignedRequest.form.insert(QStringLiteral("RegionId"), region);
    const bool isForm =
        target.scheme == SignatureScheme::V1 || canonicalQuery(own).size() > longestQuery;
    (isForm ? unsignedRequest.form : unsignedRequest.query).insert(own);
    return unsignedRequest;
}

// The signed time has whole seconds.
QDateTime wholeSeconds(const QDateTime &time)
{
    return time.addMSecs(-time.time().msec());
}

RequestFacts factsOf(const SignedRequest &request, const Credentials &credentials,
                     SignatureScheme scheme, const QDateTime &time, const QByteArray &nonce)
{
    RequestFacts facts;
    facts.keyIdTail = credentials.accessKeyId.right(4);
    facts.scheme = scheme == SignatureScheme::V1 ? QStringLiteral("HMAC-SHA1")
                                                 : QStringLiteral("ACS3-HMAC-SHA256");
    facts.nonce = nonce;
    facts.timestamp = wholeSeconds(time);
    const QByteArray bytes = request.query + '\n' + request.body;
    facts.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return facts;
}

} // namespace

class OneShotSender::Private
{
public:
    const Clock &clock;
    const NonceSource nonce;
    const SendLimits limits;
    const ManagerSource managers;
};

OneShotSender::OneShotSender(const Clock &clock, NonceSource nonce, const SendLimits &limits,
                             ManagerSource managers, QObject *parent)
    : QObject(parent)
    , d(new Private{clock, std::move(nonce), limits, std::move(managers)})
{
}

OneShotSender::~OneShotSender() = default;

CallHandle OneShotSender::send(const ApiTarget &target, const ApiRequest &request, Hooks hooks,
                               QObject *context, std::function<void(SendReport)> callback)
{
    const auto verify = hooks.verify;
    const auto tellSigned = hooks.signedAs;
    auto *call = new OneShotCall(d->limits, std::move(hooks), context, std::move(callback), this);
    const CallHandle handle([guard = QPointer<OneShotCall>(call)] {
        if (guard)
            guard->cancel();
    });
    const Result<QUrl> endpoint = endpointOf(target, request.product);
    const std::shared_ptr<const Credentials> credentials =
        target.credentials ? target.credentials() : nullptr;
    if (!endpoint || !credentials) {
        call->refuse(!endpoint ? endpoint.error() : errorOf(Error::Kind::BadCredentials));
        return handle;
    }
    UnsignedRequest unsignedRequest = unsignedRequestFor(target, request);
    unsignedRequest.host = hostHeaderOf(*endpoint);
    const QDateTime time = d->clock.now();
    const QByteArray nonce = d->nonce();
    const Result<SignedRequest> signedRequest =
        sign(unsignedRequest, *credentials, target.scheme, time, nonce);
    if (!signedRequest) {
        call->refuse(signedRequest.error());
        return handle;
    }
    if (tellSigned)
        tellSigned(factsOf(*signedRequest, *credentials, target.scheme, time, nonce));
    if (verify && !verify(*signedRequest))
        call->refuse(errorOf(Error::Kind::Cancelled,
                             QStringLiteral("the request differs from what was shown")));
    else
        call->start(target, *endpoint, *signedRequest, rightFor(request), d->managers);
    return handle;
}

const SendLimits &OneShotSender::limits() const
{
    return d->limits;
}

bool OneShotSender::isBusy() const
{
    const QList<OneShotCall *> calls =
        findChildren<OneShotCall *>(QString(), Qt::FindDirectChildrenOnly);
    return std::any_of(calls.begin(), calls.end(),
                       [](const OneShotCall *call) { return !call->hasEnded(); });
}

} // namespace countersign
