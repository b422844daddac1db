// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/secretstore.h"

#include <QPointer>
#include <QTimer>

namespace countersign {

namespace {

Error errorOf(Error::Kind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

//! Answers from the event loop, once, and with Cancelled when it was cancelled before.
template <class Answer>
CallHandle answerLater(QObject *context, std::function<void(Answer)> callback, Answer answer)
{
    const auto isCancelled = std::make_shared<bool>(false);
    QTimer::singleShot(0, context,
                       [isCancelled, callback = std::move(callback), answer = std::move(answer)] {
                           if (*isCancelled)
                               callback(errorOf(Error::Kind::Cancelled));
                           else
                               callback(answer);
                       });
    return CallHandle([isCancelled] { *isCancelled = true; });
}

} // namespace

CallHandle MemorySecretStore::read(const ProfileId &profile, QObject *context,
                                   ReadCallback callback)
{
    return answerLater(context, std::move(callback),
                       Result<std::shared_ptr<const Credentials>>(m_kept.value(profile)));
}

CallHandle MemorySecretStore::write(const ProfileId &profile, const Credentials &credentials,
                                    QObject *context, DoneCallback callback)
{
    std::optional<Error> problem;
    if (credentials.accessKeyId.isEmpty() || credentials.secret.isEmpty())
        problem = errorOf(Error::Kind::LocalFault);
    else
        m_kept.insert(profile, std::make_shared<const Credentials>(credentials.clone()));
    return answerLater(context, std::move(callback), problem);
}

CallHandle MemorySecretStore::erase(const ProfileId &profile, QObject *context,
                                    DoneCallback callback)
{
    m_kept.remove(profile);
    return answerLater(context, std::move(callback), std::optional<Error>());
}

} // namespace countersign
