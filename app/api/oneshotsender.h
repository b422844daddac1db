// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/api/callhandle.h"
#include "app/api/exchangefacts.h"
#include "app/api/managersource.h"
#include "app/domain/clock.h"
#include "app/domain/decision.h"
#include "app/domain/journalentry.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace countersign {

//! Deadlines of security.md 4.5; tests shorten them.
struct SendLimits
{
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds handshake{10'000};
    std::chrono::milliseconds firstByte{30'000};
    std::chrono::milliseconds rest{15'000};
    qint64 replyBytes = 64 * 1024;
};

//! Sends a changing call at most once: a manager of its own per call, a body that cannot be read
//! twice, no redirects, nothing repeated (security.md 5.2). Main thread.
class OneShotSender : public QObject
{
    Q_OBJECT

public:
    using NonceSource = std::function<QByteArray()>;

    //! What happens on the way; all optional, called on the main thread.
    struct Hooks
    {
        //! What is written down about the request (its skew is not known here), before `verify`.
        std::function<void(const RequestFacts &)> signedAs;
        //! The exact bytes of query and body, before connecting. False stops the send: nothing
        //! left.
        std::function<bool(const SignedRequest &)> verify;
        //! Called once before the first body byte is handed out. False stops the send: nothing
        //! left.
        std::function<bool()> sending;
        //! The last byte was handed out.
        std::function<void()> sent;
    };

    OneShotSender(const Clock &clock, NonceSource nonce, const SendLimits &limits = {},
                  ManagerSource managers = {}, QObject *parent = nullptr);
    ~OneShotSender() override;

    //! `callback` runs exactly once from the event loop with what is known; it is not a Result,
    //! because an unclear outcome is not an error. cancel() ends the waiting; when bytes were
    //! already handed out, the report says so. Not at all when `context` has died; nothing leaves
    //! then any more, but what had begun to leave does.
    CallHandle send(const ApiTarget &target, const ApiRequest &request, Hooks hooks,
                    QObject *context, std::function<void(SendReport)> callback);

    const SendLimits &limits() const;

    //! True while a request is on its way; false in the callback of the last one.
    bool isBusy() const;

Q_SIGNALS:
    //! A call has ended; before its callback.
    void ended(const countersign::ExchangeFacts &facts);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
