// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyprogram.h"

#include "app/credentials/environmentkeys.h"
#include "app/credentials/keyanswer.h"
#include "app/domain/wipe.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <csignal>
#include <unistd.h>
#include <utility>

namespace countersign {

namespace {

constexpr qsizetype longestOutput = 64 * 1024;
constexpr std::chrono::minutes usualEnd{5};

bool isProgram(const QString &path)
{
    const QFileInfo file(path);
    return file.isFile() && file.isExecutable();
}

// Neither the folder this program happens to be in nor one that is named from there.
QString programNamed(const QString &name, const QString &searchPath)
{
    if (name.contains(u'/'))
        return QDir::isAbsolutePath(name) && isProgram(name) ? name : QString();
    for (const QString &folder : searchPath.split(u':', Qt::SkipEmptyParts)) {
        const QString path = folder + u'/' + name;
        if (QDir::isAbsolutePath(folder) && isProgram(path))
            return path;
    }
    return {};
}

QString homeFolder(const QProcessEnvironment &environment)
{
    const QString home = environment.value(QStringLiteral("HOME"));
    const QFileInfo folder(home);
    return QDir::isAbsolutePath(home) && folder.isDir() && folder.isExecutable()
               ? home
               : QStringLiteral("/");
}

} // namespace

KeyProgram::KeyProgram(QProcessEnvironment environment, std::chrono::milliseconds limit,
                       Callback callback, QObject *parent)
    : QObject(parent)
    , m_environment(std::move(environment))
    , m_limit(limit)
    , m_callback(std::move(callback))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may end a limit before its time
    connect(&m_timer, &QTimer::timeout, this,
            [this] { end(sourceFault(keyissuercodes::programTooSlow())); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &KeyProgram::onOutput);
    connect(&m_process, &QProcess::finished, this, &KeyProgram::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(sourceFault(keyissuercodes::noProgram()));
    });
}

KeyProgram::~KeyProgram()
{
    m_callback = nullptr;
    m_process.disconnect(this);
    killAll();
    wipeShared(m_output);
}

void KeyProgram::start(const QString &command)
{
    const QStringList words = splitCommand(command).value_or(QStringList());
    const QString program =
        words.isEmpty() ? QString()
                        : programNamed(words.front(), m_environment.value(QStringLiteral("PATH")));
    if (program.isEmpty()) {
        end(sourceFault(keyissuercodes::noProgram()));
        return;
    }
    m_output.reserve(longestOutput + 1);
    m_process.setProgram(program);
    m_process.setArguments(words.mid(1));
    m_process.setProcessEnvironment(withoutKeys(m_environment));
    m_process.setWorkingDirectory(homeFolder(m_environment));
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([] { ::setsid(); });
    m_timer.start(m_limit);
    m_process.start(QIODevice::ReadOnly);
}

void KeyProgram::onOutput()
{
    const qsizetype begin = m_output.size();
    const qint64 room = longestOutput + 1 - begin;
    const qint64 more = std::min(m_process.bytesAvailable(), room);
    m_output.resize(begin + static_cast<qsizetype>(more));
    const qint64 read = m_process.read(m_output.data() + begin, more);
    m_output.resize(begin + static_cast<qsizetype>(std::max<qint64>(read, 0)));
    if (m_output.size() > longestOutput)
        end(badKeyAnswer({}, "too long"));
}

void KeyProgram::onFinished(int exitCode, QProcess::ExitStatus status)
{
    if (m_callback && m_process.bytesAvailable() > 0)
        onOutput();
    if (status != QProcess::NormalExit)
        end(sourceFault(keyissuercodes::programFailed(), QStringLiteral("ended by a signal")));
    else if (exitCode != 0)
        end(sourceFault(keyissuercodes::programFailed(),
                        QStringLiteral("exit code %1").arg(exitCode)));
    else
        end(SecretBytes(m_output));
}

// The group lives as long as its leader is not collected, so its number is nobody else's.
void KeyProgram::killAll()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    ::kill(-static_cast<pid_t>(m_process.processId()), SIGKILL);
    m_process.kill();
    m_process.waitForFinished(1'000);
}

void KeyProgram::end(Result<SecretBytes> result)
{
    const Callback callback = std::exchange(m_callback, nullptr);
    if (!callback)
        return;
    m_timer.stop();
    killAll();
    callback(std::move(result));
}

Result<IssuedKeys> readProgramKeys(const SecretBytes &output, const QDateTime &now)
{
    const Result<Json> answer = readKeyJson(output);
    if (!answer)
        return answer.error();
    const QString mode = (*answer)[u"mode"].toString();
    const bool isTemporary = mode == QStringLiteral("StsToken");
    if (!isTemporary && mode != QStringLiteral("AK"))
        return badKeyAnswer(QStringLiteral("mode"), "neither AK nor StsToken");
    KeyShape shape;
    shape.hasToken = isTemporary;
    shape.hasExpiration = false;
    Result<IssuedKeys> keys = readIssuedKeys(*answer, {}, programKeyNames(), shape, now);
    if (keys && !keys->expiresAt.isValid())
        keys.value().expiresAt = now.addSecs(std::chrono::seconds(usualEnd).count());
    return keys;
}

QProcessEnvironment withoutKeys(QProcessEnvironment environment)
{
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (holdsKeys(name))
            environment.remove(name);
    }
    return environment;
}

bool forbidsExternal(const QProcessEnvironment &environment)
{
    return isSwitchedOn(environment, QStringLiteral("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS"));
}

} // namespace countersign
