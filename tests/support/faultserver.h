// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testcertificate.h"

#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QSslSocket;
QT_END_NAMESPACE

namespace countersign {

//! What the server does with one request.
struct FaultScript
{
    enum class Ending { KeepOpen, Close, Reset };
    QByteArray bytes; //!< written as they are
    Ending ending = Ending::KeepOpen;
    std::chrono::milliseconds delay{0}; //!< before anything is written or ended
    bool isBeforeBody = false;          //!< acts as soon as the request's headers are there
};

namespace faults {
//! A whole reply with Content-Length; `headers` are lines that end in CR LF.
FaultScript answer(int status, const QByteArray &body, const QByteArray &headers = {});
FaultScript closeBeforeBody();
FaultScript closeAfterBody();
FaultScript closeLater();
FaultScript reset();
FaultScript halfStatus();
FaultScript halfHeaders();
FaultScript halfBody(const QByteArray &body);
FaultScript garbage();
FaultScript continueOnly();
FaultScript hang();
//! Headers and the begin of a body, then nothing.
FaultScript stall(const QByteArray &body);
FaultScript redirect(int status, const QUrl &target);
} // namespace faults

//! A request as it arrived.
struct ArrivedRequest
{
    QByteArray line;
    QByteArray headers; //!< as received, with the request line
    QByteArray body;
    //! Value of a header; empty when there is none.
    QByteArray header(const QByteArray &name) const;
};

//! A server on 127.0.0.1 that plays scripts and counts what reached it. It lives in the thread of
//! the test. The n-th complete request gets the n-th script, the last one for ever.
class FaultServer : public QTcpServer
{
    Q_OBJECT

public:
    //! Plain, or TLS with a certificate.
    explicit FaultServer(const std::optional<TestCertificate> &certificate = {});

    void setScripts(std::vector<FaultScript> scripts) { m_scripts = std::move(scripts); }
    QUrl address() const;
    int connections() const { return m_connections; }
    //! Requests whose headers have arrived.
    int begun() const { return m_begun; }
    //! Requests that have arrived with their whole body.
    const std::vector<ArrivedRequest> &requests() const { return m_requests; }

Q_SIGNALS:
    void arrived();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Connection
    {
        QByteArray received;
        bool isBegun = false;
        bool isPlayed = false;
    };

    void onReadyRead(QSslSocket *socket, Connection &connection);
    void play(QSslSocket *socket, const FaultScript &script);
    FaultScript scriptFor(int index) const;

    const std::optional<TestCertificate> m_certificate;
    std::vector<FaultScript> m_scripts;
    std::vector<ArrivedRequest> m_requests;
    int m_connections = 0;
    int m_begun = 0;
};

} // namespace countersign
