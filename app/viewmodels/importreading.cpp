// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/importreading.h"

#include "app/domain/displaytext.h"
#include "app/models/sentences.h"
#include "app/viewmodels/keyfilewords.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace countersign {

namespace {

constexpr qsizetype pathLimit = 160;
constexpr qsizetype nameLimit = 80;

} // namespace

ImportReading::ImportReading(const Clock &clock, ImportEnvironment environment, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_environment(std::move(environment))
{
    lookAgain();
}

QString ImportReading::path() const
{
    return m_source < 0 || isEnvironment() ? QString() : m_files[m_source];
}

void ImportReading::findFiles()
{
    m_places = keyFilePlaces(m_environment);
    for (const KeyFilePlace &place : m_places) {
        // The environment is behind the files, wherever they end.
        if (!place.isThere || m_files.contains(place.path))
            continue;
        if (m_source >= 0 && isEnvironment())
            ++m_source;
        m_files += place.path;
    }
}

void ImportReading::lookAgain()
{
    findFiles();
    if (m_source < 0 && !m_files.isEmpty())
        m_source = 0;
}

QStringList ImportReading::sourceTexts() const
{
    QStringList texts;
    for (const QString &file : m_files)
        texts += safeLine(file, pathLimit);
    texts += tr("Environment variables of this program");
    return texts;
}

bool ImportReading::choose(int index)
{
    if (index < 0 || index > m_files.size())
        return false;
    m_source = index;
    return true;
}

void ImportReading::chooseFile(const QString &path)
{
    const QString clean = QDir::cleanPath(QDir::current().absoluteFilePath(path));
    if (!m_files.contains(clean))
        m_files += clean;
    m_source = static_cast<int>(m_files.indexOf(clean));
}

void ImportReading::forget()
{
    m_config.reset();
    m_problem.reset();
    m_reading = {};
    m_watcher.reset();
    m_hasChanged = false;
}

std::vector<ImportCandidate> ImportReading::read()
{
    forget();
    if (m_source < 0)
        return {};
    return isEnvironment() ? environmentCandidates(m_environment) : readFile();
}

std::vector<ImportCandidate> ImportReading::readFile()
{
    m_reading = readKeyFile(path());
    watch();
    if (m_reading.problem != KeyFileReading::Problem::None)
        return {};
    CliConfigReading read = readCliConfig(std::exchange(m_reading.bytes, {}));
    if (!read.config) {
        m_problem = read.problem;
        return {};
    }
    m_config = std::move(read.config);
    return importCandidates(*m_config, path(), m_environment, m_clock.now());
}

//! The folder, because a file that is replaced is another file; and the file, for what is written
//! into it.
void ImportReading::watch()
{
    m_watcher = std::make_unique<QFileSystemWatcher>();
    QStringList watched{QFileInfo(path()).absolutePath(), path()};
    if (!m_reading.target.isEmpty())
        watched += {QFileInfo(m_reading.target).absolutePath(), m_reading.target};
    watched.removeDuplicates();
    watched.removeIf([](const QString &one) {
        const QFileInfo facts(one);
        return !facts.isDir() && !facts.isFile(); // a pipe would be opened
    });
    m_watcher->addPaths(watched);
    connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, this,
            &ImportReading::lookForChange);
    connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, this, &ImportReading::lookForChange);
}

void ImportReading::lookForChange()
{
    const bool isOther = !path().isEmpty() && keyFileStamp(path()) != m_reading.stamp;
    if (!isOther || m_hasChanged)
        return;
    m_hasChanged = true;
    Q_EMIT changed();
}

QString ImportReading::nothingFoundText() const
{
    QStringList lines{
        tr("The aliyun CLI and the SDKs keep their keys in files. These were looked for:")};
    for (const KeyFilePlace &place : m_places)
        lines += place.variable.isEmpty()
                     ? safeLine(place.path, pathLimit)
                     //: %1 is the path of a file, %2 the name of a variable
                     : tr("%1 (named by %2)").arg(safeLine(place.path, pathLimit), place.variable);
    return lines.join(QLatin1Char('\n'));
}

QString ImportReading::problemHeading() const
{
    if (isEnvironment())
        return tr("The environment offers no keys");
    return m_config ? tr("The file holds no profile") : tr("The file cannot be used");
}

QString ImportReading::environmentText() const
{
    const QStringList found = keyVariables(m_environment);
    return QStringList{
        tr("Needed are ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or the "
           "same "
           "of ALIBABACLOUD_ or ALICLOUD_, or what a workload or an instance is given. A program "
           "that was started from a menu often lacks the variables of your shell."),
        found.isEmpty() ? tr("None of them is set.")
                        //: %1 is a list of names of variables
                        : tr("Set are: %1.").arg(found.join(QStringLiteral(", ")))}
        .join(QLatin1Char('\n'));
}

QString ImportReading::problemText() const
{
    if (isEnvironment())
        return environmentText();
    QString why = keyFileProblemText(m_reading);
    if (m_problem)
        why = configProblemText(*m_problem);
    else if (m_config)
        why = tr("Set one up with “aliyun configure”, or enter a key here yourself.");
    QStringList lines{safeLine(path(), pathLimit), why};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString ImportReading::sourceText() const
{
    if (isEnvironment())
        return tr("Set are: %1. Their values are not shown.")
            .arg(keyVariables(m_environment).join(QStringLiteral(", ")));
    const bool isIni = m_config && m_config->format == CliConfig::Format::IniCredentials;
    QStringList sentences{isIni ? tr("This is the SDKs' credentials file.")
                                : tr("This is the aliyun CLI's file.")};
    for (const KeyFilePlace &place : m_places) {
        if (place.path == path() && !place.variable.isEmpty())
            //: %1 is the name of a variable
            sentences += tr("%1 names it.").arg(place.variable);
    }
    if (!m_reading.target.isEmpty())
        //: %1 is the path of a file
        sentences += tr("It is a link to %1.").arg(safeLine(m_reading.target, pathLimit));
    sentences += tr("It is only read: it keeps its keys, and nothing in it is run.");
    sentences += currentText();
    return joinedSentences(sentences);
}

QString ImportReading::cautionText() const
{
    QStringList sentences;
    if (m_hasChanged)
        sentences += tr("The file has changed since it was read.");
    if (m_reading.isOpenToOthers)
        sentences += tr("Other users of this computer may read or change this file. Take the "
                        "rights away from them: chmod 600.");
    if (!path().isEmpty())
        sentences += ignoredText();
    return joinedSentences(sentences);
}

//! Which profile other programs use at present, where the environment says another one.
QString ImportReading::currentText() const
{
    for (const char *name : {"ALIBABACLOUD_PROFILE", "ALIBABA_CLOUD_PROFILE", "ALICLOUD_PROFILE"}) {
        if (m_environment.isSet(name))
            //: %1 is the name of a variable, %2 that of a profile
            return tr("%1 names “%2” as the profile to use.")
                .arg(QLatin1String(name), safeLine(m_environment.text(name), nameLimit));
    }
    return {};
}

QString ImportReading::ignoredText() const
{
    for (const char *name :
         {"ALIBABA_CLOUD_IGNORE_PROFILE", "ALIBABA_CLOUD_CLI_PROFILE_DISABLED"}) {
        if (m_environment.text(name).compare(QStringLiteral("true"), Qt::CaseInsensitive) == 0)
            //: %1 is the name of a variable
            return tr("%1 tells other programs to ignore this file.").arg(QLatin1String(name));
    }
    return {};
}

} // namespace countersign
