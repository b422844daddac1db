// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocalSocket>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace countersign {

//! One message on its way to the console that listens at a path. Deletes itself when it has been
//! answered; a first console that is only just starting is tried again until the time is over.
class HandOver : public QObject
{
    Q_OBJECT

public:
    //! Within this time the message is taken, or counts as not taken.
    static constexpr std::chrono::milliseconds patience{1'000};

    //! `callback` as InstanceSocket::hand() promises it.
    HandOver(const QString &path, const QByteArray &line, QObject *context,
             std::function<void(bool)> callback, QObject *parent);

private:
    void connectAgain();
    void onConnected();
    void onAnswer();
    void end(bool isTaken);

    QString m_path;
    QByteArray m_line;
    QPointer<QObject> m_context;
    std::function<void(bool)> m_callback; //!< empty when it has run
    QLocalSocket m_socket;
    QTimer m_retry;
    QTimer m_patience;
};

} // namespace countersign
