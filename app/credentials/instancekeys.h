// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/readclient.h"
#include "app/credentials/keyissuer.h"

#include <QObject>
#include <QUrl>

#include <functional>

namespace countersign {

//! The keys of the role of the ECS instance this computer is, from its metadata service: a session
//! token first (IMDSv2; without one nothing else is asked), then the role's name where none was
//! given, then the keys. Ends with its parent.
class InstanceKeys final : public QObject
{
    Q_OBJECT

public:
    //! `service` is scheme, host and port. `serviceNow` is the time by the clock that judges ends:
    //! that of the services the keys are for (credentials.md 8), and not the metadata service's.
    //! The callback runs once.
    InstanceKeys(ReadClient &client, QUrl service, QString roleName,
                 std::function<QDateTime()> serviceNow, KeyIssuer::Callback callback,
                 QObject *parent);

    void start();

private:
    void ask(const QByteArray &method, const QString &path,
             void (InstanceKeys::*onReply)(const PlainReply &));
    void onSession(const PlainReply &reply);
    void onName(const PlainReply &reply);
    void askKeys();
    void onKeys(const PlainReply &reply);
    void end(Result<IssuedKeys> result);

    ReadClient &m_client;
    const QUrl m_service;
    QString m_roleName;
    const std::function<QDateTime()> m_serviceNow;
    KeyIssuer::Callback m_callback;
    SecretBytes m_session;
};

} // namespace countersign
