// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/readclient.h"
#include "app/api/replybody.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace countersign {

//! What one call asks of its client.
class ReadCallHost
{
public:
    ReadCallHost() = default;
    virtual ~ReadCallHost() = default;
    Q_DISABLE_COPY_MOVE(ReadCallHost)

    virtual const Clock &clock() const = 0;
    virtual const ReadLimits &limits() const = 0;
    virtual QByteArray nonce() const = 0;
    virtual double jitter() const = 0;
    //! The way to an endpoint; see ManagerSource::find().
    virtual void findRoute(const QUrl &endpoint, QObject *context, ManagerSource::Found found) = 0;
    //! A call has come to its end.
    virtual void noteEnd(const ExchangeFacts &facts) = 0;
    virtual QNetworkReply *post(const ApiTarget &target, const QUrl &endpoint,
                                const SignedRequest &request, const Route &route) = 0;
    //! How long calls of this place must still wait; zero when they may leave.
    virtual std::chrono::milliseconds holdLeft(const Place &place) const = 0;
    //! The service asked to slow down; gives the pause that now holds the place.
    virtual std::chrono::milliseconds hold(const Place &place,
                                           std::optional<std::chrono::milliseconds> asked) = 0;
    //! A call of the place succeeded; `leftAt` is the monotonic time it was sent.
    virtual void release(const Place &place, std::chrono::milliseconds leftAt) = 0;
    //! What is added to our time before signing, by endpoint host.
    virtual std::chrono::seconds offset(const QString &host) const = 0;
    virtual void setOffset(const QString &host, std::chrono::seconds offset) = 0;
    //! What time it is at this host, UTC.
    virtual void noteServiceTime(const QString &host, const QDateTime &time) = 0;
    //! False: nobody renews keys. Else as ReadClient::KeyRenewer.
    virtual bool renewKeys(const ProfileId &profile,
                           const std::shared_ptr<const Credentials> &refused, QObject *context,
                           std::function<void(bool)> done) = 0;
    //! Understands a reply, on the worker when it is large; `done` runs on the main thread from the
    //! event loop, and not at all when `context` has died.
    virtual void understandLater(const RawReply &raw, QObject *context,
                                 std::function<void(Result<ApiReply>)> done) = 0;
};

//! One read from its first attempt to its end. States: waiting (held or pausing), finding (its
//! route), asking (a reply is on its way), understanding, renewing (the token has ended, other keys
//! are asked for), ended. Deletes itself after the callback.
class ReadCall final : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(Result<ApiReply>)>;

    ReadCall(ReadCallHost &host, ApiTarget target, ApiRequest request, QObject *context,
             Callback callback, QObject *parent);
    ~ReadCall() override;

    //! The first attempt, from the event loop.
    void start();
    //! Ends with Cancelled from the event loop; nothing when it has ended.
    void cancel();
    //! Drops the attempt under way and makes it anew from the event loop; nothing when none is.
    void leaveAgain();

private:
    enum class State { Waiting, Finding, Asking, Understanding, Renewing, Ended };

    bool isSecret() const;
    qint64 limitOf(int httpStatus) const;
    void forgetBody();
    void leaveWhenFree();
    void attempt();
    void onRoute(const Result<Route> &route);
    bool sendSigned();
    void onEncrypted();
    void onReadyRead();
    void onFinished();
    void onDeadline();
    void dropReply();
    void failEarly(Error::Kind kind);
    void onUnderstood(Result<ApiReply> result);
    bool renewKeys(const Error &error);
    void noteServiceTime();
    void onFailure(Error error, std::optional<std::chrono::milliseconds> asked);
    void repeatAfter(std::chrono::milliseconds pause, const Error &error);
    void end(Result<ApiReply> result);
    ExchangeFacts factsOf(const Result<ApiReply> &result) const;

    ReadCallHost &m_host;
    const ApiTarget m_target;
    const ApiRequest m_request;
    QPointer<QObject> m_context;
    Callback m_callback;
    State m_state = State::Waiting;
    QUrl m_endpoint;
    Route m_route;
    int m_findings = 0; //!< how often a route was looked for; a late answer is not the last one's
    QString m_tlsCode;  //!< of the attempt under way; see tlsCodeOf()
    std::chrono::milliseconds m_started{0};
    std::chrono::milliseconds m_leftAt{0};
    int m_attempts = 0;
    bool m_hasCorrected = false; //!< the one repeat for nonce or clock was used
    bool m_hasRenewed = false;   //!< the one repeat with other keys was used
    std::weak_ptr<const Credentials> m_signedWith;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body;
    int m_status = 0;     //!< of the last reply that was complete
    qint64 m_bytesIn = 0; //!< of its body
    QDateTime m_sentAt;
    std::optional<std::chrono::seconds> m_skew;
    std::optional<std::chrono::milliseconds> m_asked;
    QTimer m_timer;
};

} // namespace countersign
