// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/api/callhandle.h"
#include "app/api/exchangefacts.h"
#include "app/api/managersource.h"
#include "app/api/plainrequest.h"
#include "app/domain/clock.h"
#include "app/domain/json.h"
#include "app/domain/result.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace countersign {

//! A complete 2xx reply: a JSON object.
struct ApiReply
{
    Json body;
    QString requestId; //!< empty when the body had none
    //! The service's clock minus ours, from the Date header; nothing when there was none.
    std::optional<std::chrono::seconds> clockSkew;
};

//! How long, how large and how often; tests shorten it.
struct ReadLimits
{
    std::chrono::milliseconds attempt{20'000}; //!< one attempt, connect to last byte
    std::chrono::milliseconds whole{60'000};   //!< all attempts and pauses
    int attempts = 4;
    std::chrono::milliseconds firstPause{500};
    std::chrono::milliseconds longestPause{20'000};
    qint64 replyBytes = 8 * 1024 * 1024;
    qint64 errorBytes = 64 * 1024;
};

//! Sends calls that only read. HTTP/1.1, no redirects, no cache, no cookies, byte and time limits.
//! Reads again by one table (readagain.h); throttling slows every call of the same place. The
//! callback runs exactly once, from the event loop and never from inside read(); not at all when
//! `context` has died; with Cancelled on cancel() and on finishAll(). Main thread.
class ReadClient : public QObject
{
    Q_OBJECT

public:
    using NonceSource = std::function<QByteArray()>;
    using Jitter = std::function<double()>; //!< a number in [0, 1)
    //! Gets other keys for a profile whose token has ended; `refused` are those that the service
    //! did not take, perhaps null. `done` runs once from the event loop, with whether others are
    //! lent; not at all when `context` has died.
    using KeyRenewer = std::function<void(const ProfileId &profile,
                                          const std::shared_ptr<const Credentials> &refused,
                                          QObject *context, std::function<void(bool)> done)>;

    ReadClient(const Clock &clock, NonceSource nonce, Jitter jitter, const ReadLimits &limits = {},
               ManagerSource managers = {}, QObject *parent = nullptr);
    ~ReadClient() override;

    CallHandle read(const ApiTarget &target, const ApiRequest &request, QObject *context,
                    std::function<void(Result<ApiReply>)> callback);

    //! Sends an unsigned call, once: nothing is read again, and what it brings and fetches is wiped
    //! behind it. Errors say kind and status alone; a status of 400 and above is a reply. Callback
    //! rules as read().
    CallHandle exchange(PlainRequest request, QObject *context,
                        std::function<void(Result<PlainReply>)> callback);

    //! Where its managers come from, for senders that shall take the same routes.
    const ManagerSource &managers() const;

    //! When the next call of this place may leave because the service asked to slow down; nothing
    //! when at once. Monotonic time of the clock.
    std::optional<std::chrono::milliseconds> heldUntil(const Place &place) const;

    //! The time in UTC as the service of this target has it, as far as its answers, or else those
    //! of its token service, have told it, whatever was done to our wall clock since; our own time
    //! where none has (signing.md 10).
    QDateTime serviceNow(const ApiTarget &target) const;
    //! A call whose token has ended asks for other keys and then leaves once more, once; null: it
    //! fails.
    void setKeyRenewer(KeyRenewer renewer);

    //! The network is a different one, or the computer was asleep: connections that are kept are
    //! given up, and calls that wait for an answer leave again on new ones.
    void forgetConnections();

    //! Ends all waiting with Cancelled; later reads end the same way. Called once, on quit.
    void finishAll();

Q_SIGNALS:
    //! A place was asked to slow down, or may go on again (zero).
    void throttled(const countersign::Place &place, std::chrono::milliseconds pause);
    //! A read, or a plain call that has a name, has ended; before its callback.
    void ended(const countersign::ExchangeFacts &facts);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
