// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/signing/signing.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace countersign {

//! Who waits for one request. Keeps the promise of SecretStore: the callback runs once, from the
//! event loop, not when the context has died, and with Cancelled after cancel(). Shared by the
//! store and by the caller's handle.
class KeychainWaiter : public std::enable_shared_from_this<KeychainWaiter>
{
public:
    using Callback =
        std::function<void(const std::optional<Error> &, std::shared_ptr<const Credentials>)>;

    KeychainWaiter(QObject *context, Callback callback);

    //! The first answer counts.
    void answer(const std::optional<Error> &error,
                std::shared_ptr<const Credentials> credentials = {});
    void cancel();
    //! False once it has its answer, was cancelled, or its context has died.
    bool isWaiting() const { return !m_isAnswered && m_context; }
    //! True while nobody has called cancel().
    bool isWanted() const { return !m_isCancelled; }

private:
    QPointer<QObject> m_context;
    Callback m_callback;
    bool m_isAnswered = false;
    bool m_isCancelled = false;
};

} // namespace countersign
