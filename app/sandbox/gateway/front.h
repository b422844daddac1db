// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/gateway/faults.h"
#include "app/sandbox/gateway/receipts.h"
#include "app/sandbox/gateway/service.h"

#include <QAbstractHttpServer>
#include <QSslConfiguration>

#include <optional>

namespace countersign::sandbox {

class Listener;

//! The HTTP front, on 127.0.0.1 only: GET and POST to '/', and the paths of services of keys
//! (Call::routeOf()). Plays the faults that come after a
//! request was read, and writes a receipt for each before its answer leaves.
class Front : public QAbstractHttpServer
{
    Q_OBJECT

public:
    Front(Service &service, Receipts &receipts, FaultRules &faults, qint64 clockOffset,
          QObject *parent = nullptr);

    //! The port, or 0 when it cannot be had. Without `tls` plain HTTP is spoken.
    quint16 open(quint16 port, const std::optional<QSslConfiguration> &tls = {});
    //! The rules were read anew.
    void faultsChanged();

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    struct Exchange;

    QDateTime now() const;
    void play(const FaultRule &rule, Exchange &exchange);
    void playWithoutAnswer(Fault fault, Exchange &exchange);
    void playWithAnswer(const FaultRule &rule, Exchange &exchange);
    void carryOutLate(const FaultRule &rule, Exchange &exchange);
    qint64 write(const Exchange &exchange);
    QByteArray wireText(const Exchange &exchange) const;

    Service &m_service;
    Receipts &m_receipts;
    FaultRules &m_faults;
    const qint64 m_clockOffset;
    Listener *m_listener = nullptr;
    QByteArray m_scheme;
};

} // namespace countersign::sandbox
