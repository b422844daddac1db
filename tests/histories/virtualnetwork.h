// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/gateway/call.h"
#include "tests/histories/exchangeplan.h"
#include "tests/histories/virtualdispatcher.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QUrl>

#include <functional>
#include <memory>

namespace countersign {

//! What leaves the service for one request.
struct WireAnswer
{
    int status = 200;
    QByteArray body;
    QByteArray requestId;
    QByteArray date;
};

//! The way between the console and a service in the same process, in virtual time: no socket is
//! opened. Outlives everything that sends through it.
class VirtualNetwork
{
public:
    //! Chooses what becomes of a request before it leaves; `isDecision`: its body can be read once.
    using Planner = std::function<ExchangePlan(bool isDecision)>;
    //! A request arrived whole.
    using Server = std::function<WireAnswer(const sandbox::Call &call, const ExchangePlan &plan)>;

    VirtualNetwork(VirtualDispatcher &time, Planner planner, Server server)
        : m_time(time)
        , m_planner(std::move(planner))
        , m_server(std::move(server))
    {
    }

    //! For ReadClient and OneShotSender.
    std::unique_ptr<QNetworkAccessManager> newManager(const QUrl &endpoint);

    //! While it is down nothing gets through in either direction.
    void setDown(bool isDown) { m_isDown = isDown; }
    bool isDown() const { return m_isDown; }
    //! Each body is taken twice from now on, as a transport does that repeats by itself.
    void repeatBodies() { m_repeatsBodies = true; }

    VirtualDispatcher &time() { return m_time; }
    ExchangePlan planFor(bool isDecision) { return m_planner(isDecision); }
    WireAnswer serve(const sandbox::Call &call, const ExchangePlan &plan)
    {
        return m_server(call, plan);
    }
    bool repeatsBodies() const { return m_repeatsBodies; }

private:
    VirtualDispatcher &m_time;
    const Planner m_planner;
    const Server m_server;
    bool m_isDown = false;
    bool m_repeatsBodies = false;
};

//! One request on its way.
class VirtualReply final : public QNetworkReply
{
    Q_OBJECT

public:
    VirtualReply(VirtualNetwork &network, const QByteArray &verb, const QNetworkRequest &request,
                 QIODevice *body, QObject *parent);

    void abort() override;
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 size) override;

private:
    using Time = ExchangePlan::Time;

    void inside(Time delay, std::function<void()> work);
    void onConnected();
    void takePiece();
    void onTaken();
    void arrive(int times);
    //! What comes back, as the plan says.
    void onAnswered(const WireAnswer &answer);
    void giveStatus(const WireAnswer &answer);
    void giveBody(const QByteArray &body);
    void endWith(NetworkError error, const QString &words);
    void end();

    VirtualNetwork &m_network;
    const QByteArray m_verb;
    ExchangePlan m_plan;
    QPointer<QIODevice> m_source;
    qint64 m_announced = 0;
    QByteArray m_taken;
    QByteArray m_received;
};

} // namespace countersign
