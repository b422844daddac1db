// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QTcpServer>

#include <vector>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace countersign {

//! A proxy on 127.0.0.1 that leads every connection to one port of this computer, whatever name was
//! asked for. It lives in the thread of the test.
class TestProxy : public QTcpServer
{
    Q_OBJECT

public:
    enum class Kind { Http, Socks5 };
    enum class Manner {
        Open,          //!< connects whoever asks
        WantsPassword, //!< connects with setUser()'s name and password alone
        NeverPleased,  //!< asks for a password, whatever it gets
        Page,          //!< answers with a page of its own
        Forbids,       //!< answers 403 (SOCKS: not allowed)
        Cuts,          //!< closes without a word
        Hangs          //!< takes the request and says nothing
    };

    TestProxy(Kind kind, Manner manner, quint16 leadsTo = 0);

    void setUser(const QByteArray &user, const QByteArray &password);
    void setManner(Manner manner) { m_manner = manner; }
    //! Further header lines of its own answers, each with CR LF.
    void setHeaders(const QByteArray &headers) { m_headers = headers; }

    //! Connections that were opened to it.
    int connections() const { return m_connections; }
    //! Names and ports it was asked for, in order, such as "oos.example:443".
    const QByteArrayList &wanted() const { return m_wanted; }
    //! Names and passwords it was given, each "user:password"; empty where none came.
    const QByteArrayList &given() const { return m_given; }
    //! First lines of what was no request for a connection.
    const QByteArrayList &others() const { return m_others; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Client
    {
        QByteArray received;
        QTcpSocket *onward = nullptr;
        bool isGreeted = false;
        bool isKnown = false;
    };

    void onReadyRead(QTcpSocket *socket, Client &client);
    void readHttp(QTcpSocket *socket, Client &client);
    void readSocks(QTcpSocket *socket, Client &client);
    void greet(QTcpSocket *socket, Client &client);
    void meet(QTcpSocket *socket, Client &client);
    void lead(QTcpSocket *socket, Client &client, const QByteArray &answer);
    bool isPleasedBy(const QByteArray &given) const;

    const Kind m_kind;
    Manner m_manner;
    const quint16 m_leadsTo;
    QByteArray m_expected;
    QByteArray m_headers;
    QByteArrayList m_wanted;
    QByteArrayList m_given;
    QByteArrayList m_others;
    int m_connections = 0;
};

} // namespace countersign
