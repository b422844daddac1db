// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/managersource.h"
#include "app/api/plainrequest.h"
#include "app/domain/clock.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace countersign {

//! One plain call from its begin to its end, over a connection of its own; sent once. Deletes
//! itself after the callback.
class ExchangeCall final : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(Result<PlainReply>)>;

    ExchangeCall(const Clock &clock, PlainRequest request, QObject *context, Callback callback,
                 QObject *parent);
    ~ExchangeCall() override;

    //! The client's own way of handing a request to Qt; `body` is null where there is none.
    using Hand = std::function<QNetworkReply *(QNetworkAccessManager &manager,
                                               const QNetworkRequest &request,
                                               const QByteArray &method, QIODevice *body)>;
    //! Sends, from the event loop.
    void start(const ManagerSource &managers, const Hand &hand);
    //! Ends with Cancelled from the event loop; nothing when it has ended.
    void cancel();

private:
    void leave(const ManagerSource &managers);
    void leaveAlong(const Result<Route> &route);
    QNetworkRequest requestTo(const QUrl &address);
    QIODevice *newBody();
    QByteArray lent(const SecretBytes &secret);
    void onEncrypted();
    void onReadyRead();
    void onFinished();
    void dropReply();
    void fail(Error::Kind kind);
    void fail(Error error);
    void end(Result<PlainReply> result);

    const Clock &m_clock;
    const PlainRequest m_request;
    QPointer<QObject> m_context;
    Callback m_callback;
    std::function<std::unique_ptr<QNetworkAccessManager>(const Route &)> m_makeManager;
    Hand m_hand;
    QUrl m_address;
    Route m_route;
    QString m_tlsCode; //!< see tlsCodeOf()
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QNetworkReply *m_reply = nullptr;
    std::vector<QByteArray> m_lent; //!< what Qt was given of the secrets; wiped at the end
    QByteArray m_received;
    QDateTime m_sentAt;
    QTimer m_timer;
    bool m_hasEnded = false;
};

} // namespace countersign
