// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

#include <optional>

namespace countersign {

//! Another process of this test's program, which plays a part that one process cannot play alone.
//! Killed at the end.
class OtherProcess
{
public:
    //! Holds the place as a console does, until it is killed.
    static QStringList console(const QString &configRoot, const QString &runtimeFolder);
    //! Binds a socket at `path` and listens there as the user `uid`; only root can.
    static QStringList stranger(const QString &path, uint uid);
    //! Connects to `path` as the user `uid`, sends `line` and says what comes back; only root can.
    static QStringList visitor(const QString &path, uint uid, const QByteArray &line);

    ~OtherProcess();

    //! False when it did not say its first line in time; said() is that line.
    bool start(const QStringList &part);
    QByteArray said() const { return m_said; }
    //! Its next line; empty when none came in time.
    QByteArray next();
    void signal(int number);
    //! Kills it as nothing can be handled, and waits until it is gone.
    void kill();

    //! For main(): plays the part that the arguments name; nothing when they name none.
    static std::optional<int> play(int argc, char **argv);

private:
    QProcess m_process;
    QByteArray m_said;
};

} // namespace countersign
