// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/histories/history.h"

#include <QMap>

namespace countersign {

namespace {

using Plan = ExchangePlan;
using Time = ExchangePlan::Time;
using namespace std::chrono_literals;
using Maker = Plan (*)(int number);

Plan answered(Plan::Answer answer, Plan::Effect effect)
{
    Plan plan;
    plan.answer = answer;
    plan.effect = effect;
    return plan;
}

Plan withStatus(int status, const char *code, Plan::Effect effect)
{
    Plan plan = answered(*code ? Plan::Answer::Status : Plan::Answer::Bare, effect);
    plan.status = status;
    plan.code = QString::fromLatin1(code);
    return plan;
}

Plan late(Plan::Answer answer, Time by)
{
    Plan plan = answered(answer, Plan::Effect::Late);
    plan.lateBy = by;
    return plan;
}

Plan heldUp(int number, bool isSleep, Time length)
{
    Plan plan;
    plan.pieces = 4;
    plan.holdUpAt = 1 + number % 24;
    plan.isSleep = isSleep;
    plan.holdUpFor = length;
    plan.backTakes = 600ms; // so that waking up is mostly noticed before the answer
    return plan;
}

const QMap<QString, Maker> &sendTable()
{
    using A = Plan::Answer;
    using E = Plan::Effect;
    static const QMap<QString, Maker> table{
        {QStringLiteral("refuse"),
         [](int) {
             Plan plan;
             plan.connect = Plan::Connect::Refused;
             return plan;
         }},
        {QStringLiteral("connect hangs"),
         [](int) {
             Plan plan;
             plan.connect = Plan::Connect::Hangs;
             return plan;
         }},
        {QStringLiteral("connect takes seconds"),
         [](int number) {
             Plan plan;
             plan.connectTakes = std::chrono::seconds(1 + number % 12);
             return plan;
         }},
        {QStringLiteral("cut in the request"),
         [](int number) {
             Plan plan;
             plan.bodyBytes = 1 + number % 24;
             plan.pieces = 4;
             return plan;
         }},
        {QStringLiteral("closed before the effect"),
         [](int) { return answered(A::Closed, E::Never); }},
        {QStringLiteral("closed after the effect"),
         [](int) { return answered(A::Closed, E::AtOnce); }},
        {QStringLiteral("closed, effect late"),
         [](int number) { return late(A::Closed, std::chrono::seconds(1 + number % 290)); }},
        {QStringLiteral("no answer, no effect"),
         [](int) { return answered(A::Nothing, E::Never); }},
        {QStringLiteral("no answer after the effect"),
         [](int) { return answered(A::Nothing, E::AtOnce); }},
        {QStringLiteral("no answer, effect late"),
         [](int number) { return late(A::Nothing, std::chrono::seconds(1 + number % 290)); }},
        {QStringLiteral("half a status line"),
         [](int) { return answered(A::HalfStatus, E::AtOnce); }},
        {QStringLiteral("half the headers"),
         [](int) { return answered(A::HalfHeaders, E::AtOnce); }},
        {QStringLiteral("half the body"), [](int) { return answered(A::HalfBody, E::AtOnce); }},
        {QStringLiteral("garbage after the effect"),
         [](int) { return answered(A::Garbage, E::AtOnce); }},
        {QStringLiteral("garbage, no effect"), [](int) { return answered(A::Garbage, E::Never); }},
        {QStringLiteral("unreadable success"), [](int) { return answered(A::Broken, E::AtOnce); }},
        {QStringLiteral("huge success"), [](int) { return answered(A::Huge, E::AtOnce); }},
        {QStringLiteral("408, no effect"), [](int) { return withStatus(408, "", E::Never); }},
        {QStringLiteral("408 after the effect"),
         [](int) { return withStatus(408, "", E::AtOnce); }},
        {QStringLiteral("302"), [](int) { return withStatus(302, "", E::AtOnce); }},
        {QStringLiteral("307"), [](int) { return withStatus(307, "", E::Never); }},
        {QStringLiteral("503, no effect"),
         [](int) { return withStatus(503, "ServiceUnavailable", E::Never); }},
        {QStringLiteral("503 after the effect"),
         [](int) { return withStatus(503, "ServiceUnavailable", E::AtOnce); }},
        {QStringLiteral("500 after the effect"),
         [](int) { return withStatus(500, "InternalError", E::AtOnce); }},
        {QStringLiteral("throttled"),
         [](int) { return withStatus(400, "Throttling.User", E::Never); }},
        {QStringLiteral("token expired"),
         [](int) { return withStatus(400, "InvalidSecurityToken.Expired", E::Never); }},
        {QStringLiteral("nonce used after the effect"),
         [](int) { return withStatus(400, "SignatureNonceUsed", E::AtOnce); }},
        {QStringLiteral("unknown code, no effect"),
         [](int) { return withStatus(409, "Quxel.Torvin", E::Never); }},
        {QStringLiteral("unknown code after the effect"),
         [](int) { return withStatus(409, "Quxel.Torvin", E::AtOnce); }},
        {QStringLiteral("effect late"),
         [](int number) { return late(A::Own, std::chrono::seconds(1 + number % 290)); }},
        {QStringLiteral("answer slow"),
         [](int number) {
             Plan plan;
             plan.backTakes = std::chrono::seconds(1 + number % 40);
             return plan;
         }},
        {QStringLiteral("arrives late"),
         [](int number) {
             Plan plan;
             plan.thereTakes = std::chrono::seconds(number % (40 * 60));
             return plan;
         }},
        {QStringLiteral("slept in mid-send"),
         [](int number) {
             return heldUp(number, true, std::chrono::seconds(20 + number * 7 % 7200));
         }},
        {QStringLiteral("stopped in mid-send"),
         [](int number) {
             return heldUp(number, false, std::chrono::seconds(1 + number * 7 % 600));
         }},
    };
    return table;
}

const QMap<QString, Plan> &readTable()
{
    using A = Plan::Answer;
    static const QMap<QString, Plan> table = [] {
        QMap<QString, Plan> plans;
        plans[QStringLiteral("refuse")].connect = Plan::Connect::Refused;
        plans[QStringLiteral("hang")].answer = A::Nothing;
        plans[QStringLiteral("closed")].answer = A::Closed;
        plans[QStringLiteral("garbage")].answer = A::Garbage;
        plans[QStringLiteral("half the body")].answer = A::HalfBody;
        plans[QStringLiteral("unreadable")].answer = A::Broken;
        plans[QStringLiteral("503")] = withStatus(503, "ServiceUnavailable", Plan::Effect::Never);
        plans[QStringLiteral("throttled")] =
            withStatus(400, "Throttling.User", Plan::Effect::Never);
        plans[QStringLiteral("three seconds")].backTakes = 3s;
        return plans;
    }();
    return table;
}

} // namespace

std::optional<ExchangePlan> sendFault(const QString &name, int number)
{
    const Maker maker = sendTable().value(name, nullptr);
    return maker ? std::optional(maker(number)) : std::nullopt;
}

const QStringList &sendFaults()
{
    static const QStringList names = sendTable().keys();
    return names;
}

std::optional<ExchangePlan> readFault(const QString &name)
{
    const auto plan = readTable().constFind(name);
    return plan == readTable().constEnd() ? std::nullopt : std::optional(*plan);
}

const QStringList &readFaults()
{
    static const QStringList names = readTable().keys();
    return names;
}

} // namespace countersign
