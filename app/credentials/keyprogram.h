// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keyissuer.h"

#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>

#include <chrono>
#include <functional>

namespace countersign {

//! Runs a program that prints keys, without a shell: found in the absolute folders of PATH, or by
//! an absolute path; with the person's environment but for the variables that hold keys, no input,
//! and what it says of errors thrown away; from the home folder. It leads a group of processes of
//! its own, which is killed when its time is up, when it prints too much, and with this object.
class KeyProgram final : public QObject
{
    Q_OBJECT

public:
    //! What was printed by a program that ended well; an error has one of keyissuercodes.
    using Callback = std::function<void(Result<SecretBytes>)>;

    //! `callback` runs once; it may run inside start(), when there is no such program.
    KeyProgram(QProcessEnvironment environment, std::chrono::milliseconds limit, Callback callback,
               QObject *parent);
    ~KeyProgram() override;

    void start(const QString &command);

private:
    void onOutput();
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void killAll();
    void end(Result<SecretBytes> result);

    const QProcessEnvironment m_environment;
    const std::chrono::milliseconds m_limit;
    Callback m_callback;
    QProcess m_process;
    QTimer m_timer;
    QByteArray m_output;
};

//! Keys as a program prints them (credentials.md 7.6), of the modes AK and StsToken. Where it does
//! not say when they end, they are asked for again after five minutes.
Result<IssuedKeys> readProgramKeys(const SecretBytes &output, const QDateTime &now);

//! The person's environment without the variables that hold keys.
QProcessEnvironment withoutKeys(QProcessEnvironment environment);

//! ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS is set.
bool forbidsExternal(const QProcessEnvironment &environment);

} // namespace countersign
