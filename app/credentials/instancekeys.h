// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/readclient.h"
#include "app/credentials/keyissuer.h"

#include <QObject>
#include <QUrl>

namespace countersign {

//! The keys of the role of the ECS instance this computer is, from its metadata service: a session
//! token first (IMDSv2; without one nothing else is asked), then the role's name where none was
//! given, then the keys. Ends with its parent.
class InstanceKeys final : public QObject
{
    Q_OBJECT

public:
    //! `service` is scheme, host and port. The callback runs once.
    InstanceKeys(ReadClient &client, const Clock &clock, QUrl service, QString roleName,
                 KeyIssuer::Callback callback, QObject *parent);

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
    const Clock &m_clock;
    const QUrl m_service;
    QString m_roleName;
    KeyIssuer::Callback m_callback;
    SecretBytes m_session;
};

} // namespace countersign
