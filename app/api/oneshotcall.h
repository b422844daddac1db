// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/oncebody.h"
#include "app/api/oneshotsender.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace countersign {

//! One changing call on its way. Deletes itself after the callback.
class OneShotCall final : public QObject
{
    Q_OBJECT

public:
    OneShotCall(const SendLimits &limits, OneShotSender::Hooks hooks, QObject *context,
                std::function<void(SendReport)> callback, QObject *parent);
    ~OneShotCall() override;

    //! Sends; the end comes from the event loop.
    //! `right` is what the operation needs.
    void start(const ApiTarget &target, const QUrl &endpoint, const SignedRequest &request,
               const QString &right, const ManagerSource &managers);
    //! Ends without sending.
    void refuse(const Error &error);
    void cancel();
    //! The report is known; true inside the callback already.
    bool hasEnded() const { return m_hasEnded; }

Q_SIGNALS:
    //! Before the callback.
    void ended(const countersign::SendReport &report);

private:
    enum class Phase { Connecting, Sending, Answering };

    void onRoute(const Result<Route> &route);
    bool mayLeave() const;
    void onRefused();
    void onProgressed();
    void onHandedOut();
    void onEncrypted();
    void onAnswering();
    void onReadyRead();
    void onFinished();
    void onDeadline();
    void enterPhase(Phase phase, std::chrono::milliseconds limit);
    void dropReply();
    void readHeaders(SendReport &report) const;
    void finishWith(SendReport::Reply reply, const std::optional<Error> &error);

    const SendLimits m_limits;
    OneShotSender::Hooks m_hooks;
    QPointer<QObject> m_context;
    std::function<void(SendReport)> m_callback;
    std::function<std::unique_ptr<QNetworkAccessManager>(const Route &)> m_makeManager;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    ApiTarget m_target;
    QUrl m_endpoint;
    SignedRequest m_request;
    Route m_route;
    QString m_tlsCode; //!< see tlsCodeOf()
    OnceBody *m_body = nullptr;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_received;
    QString m_right;
    Phase m_phase = Phase::Connecting;
    QTimer m_timer;
    bool m_hasEnded = false;
};

} // namespace countersign
