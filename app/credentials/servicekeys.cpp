// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/servicekeys.h"

#include "app/api/endpoints.h"
#include "app/api/operations.h"
#include "app/credentials/keyanswer.h"

#include <utility>

namespace countersign {

namespace {

constexpr std::chrono::milliseconds limit{5'000}; // to connect, and again to read

Result<IssuedKeys> readAnswer(const PlainReply &reply, const QDateTime &now)
{
    // What such a service says of an error is its own; the status has to do.
    if (reply.httpStatus != 200)
        return readErrorReply(reply.httpStatus, QByteArray());
    const Result<Json> answer = readKeyJson(reply.body);
    if (!answer)
        return answer.error();
    const std::optional<Json> code = answer->find(u"Code");
    if (code && !code->isNull() && code->toString() != QStringLiteral("Success"))
        return badKeyAnswer(QStringLiteral("Code"), "not Success");
    return readIssuedKeys(*answer, {}, serviceKeyNames(), {}, now);
}

} // namespace

CallHandle askLocalService(ReadClient &client, const Clock &clock, const QUrl &service,
                           std::function<QDateTime()> serviceNow, QObject *context,
                           KeyIssuer::Callback callback)
{
    PlainRequest request;
    request.operation = QStringLiteral("CredentialsService");
    request.url = service;
    request.headers.emplace_back("Accept", SecretBytes("application/json"));
    request.connect = limit;
    request.read = limit;
    request.allowsLoopbackHttp = true;
    return client.exchange(
        std::move(request), context,
        [&clock, isHere = isLoopback(service), serviceNow = std::move(serviceNow),
         callback = std::move(callback)](const Result<PlainReply> &reply) {
            // A service of this computer goes by this computer's clock, right or wrong.
            if (reply)
                callback(readAnswer(*reply,
                                    isHere ? serviceNow() : correctedNow(clock, reply->clockSkew)));
            else
                callback(reply.error());
        });
}

} // namespace countersign
