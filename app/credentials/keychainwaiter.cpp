// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keychainwaiter.h"

#include <QTimer>

#include <utility>

namespace countersign {

namespace {

Error cancelled()
{
    Error error;
    error.kind = Error::Kind::Cancelled;
    return error;
}

} // namespace

KeychainWaiter::KeychainWaiter(QObject *context, Callback callback)
    : m_context(context)
    , m_callback(std::move(callback))
{
}

void KeychainWaiter::answer(const std::optional<Error> &error,
                            std::shared_ptr<const Credentials> credentials)
{
    if (!isWaiting())
        return;
    m_isAnswered = true;
    QTimer::singleShot(0, m_context,
                       [self = shared_from_this(), error, credentials = std::move(credentials)] {
                           const Callback callback = std::exchange(self->m_callback, nullptr);
                           if (self->m_isCancelled)
                               callback(cancelled(), {});
                           else
                               callback(error, credentials);
                       });
}

void KeychainWaiter::cancel()
{
    m_isCancelled = true;
    answer(cancelled());
}

} // namespace countersign
