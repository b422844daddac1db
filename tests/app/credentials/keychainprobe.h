// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/keychainworld.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <deque>

namespace countersign {

//! One run of the program keychainprobe in a world; its events are taken in order.
class KeychainProbe
{
public:
    struct Limits
    {
        int slow = 2'000;
        int giveUp = 60'000;
        int question = 2'000;
    };

    explicit KeychainProbe(const KeychainWorld &world, const Limits &limits,
                           const QStringList &variables = {})
    {
        QProcessEnvironment environment = world.environment();
        for (const QString &variable : variables)
            environment.insert(variable.section(QLatin1Char('='), 0, 0),
                               variable.section(QLatin1Char('='), 1));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/keychainprobe"),
                        {QStringLiteral("7d444840-9dc0-11d1-b245-5ffdce74fad2"),
                         QString::number(limits.slow), QString::number(limits.giveUp),
                         QString::number(limits.question)});
    }
    explicit KeychainProbe(const KeychainWorld &world, const QStringList &variables = {})
        : KeychainProbe(world, Limits(), variables)
    {
    }
    ~KeychainProbe()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(KeychainProbe)

    void tell(const QString &command) { m_process.write(command.toUtf8() + '\n'); }

    //! The next event of this kind; states that come before it are kept in states(). Empty: it did
    //! not come.
    QJsonObject next(const QString &event)
    {
        QJsonObject found;
        const bool isThere = QTest::qWaitFor([&] { return takeUntil(event, found); }, 30'000);
        return isThere ? found : QJsonObject();
    }

    //! Tells a command that is also the name of its event; the outcome.
    QString ask(const QString &command)
    {
        tell(command);
        m_last = next(command.section(QLatin1Char(' '), 0, 0));
        return m_last.value(QLatin1String("outcome")).toString();
    }
    //! The whole event behind the last outcome.
    const QJsonObject &last() const { return m_last; }

    //! "Asking", "Unusable KeychainLocked", … in order, and empties the list.
    QStringList takeStates() { return std::exchange(m_states, {}); }

    //! Ends the program in order. -1: it crashed, failed or did not end; else the longest time in
    //! milliseconds its event loop stood still.
    int quit()
    {
        tell(QStringLiteral("quit"));
        const int gap = next(QStringLiteral("gap")).value(QLatin1String("ms")).toInt(-1);
        const bool isEnded =
            m_process.state() == QProcess::NotRunning || m_process.waitForFinished(20'000);
        const bool isWell =
            isEnded && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
        qInfo("longest standstill of the event loop: %d ms", gap);
        return isWell ? gap : -1;
    }

private:
    bool takeUntil(const QString &event, QJsonObject &found)
    {
        while (m_process.canReadLine())
            m_events.push_back(QJsonDocument::fromJson(m_process.readLine()).object());
        while (!m_events.empty()) {
            const QJsonObject object = m_events.front();
            m_events.pop_front();
            const QString name = object.value(QLatin1String("event")).toString();
            if (name == QLatin1String("state"))
                keepState(object);
            if (name != event)
                continue;
            found = object;
            return true;
        }
        return false;
    }

    void keepState(const QJsonObject &object)
    {
        const QString trouble = object.value(QLatin1String("trouble")).toString();
        m_states +=
            QString(object.value(QLatin1String("state")).toString() + QLatin1Char(' ') + trouble)
                .trimmed();
    }

    QProcess m_process;
    std::deque<QJsonObject> m_events;
    QStringList m_states;
    QJsonObject m_last;
};

} // namespace countersign
