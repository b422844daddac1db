// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log/eventlog.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/stat.h>
#include <thread>
#include <vector>

using namespace countersign;

class tst_EventLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void lines_areInTheFile_afterTheEnd();
    void lastLines_areOfEarlierRunsToo();
    void earlierLines_goThroughTheSecondWall();
    void manyThreads_loseNothing();
    void slowDisk_holdsNobodyUp();
    void noPlace_isSilent();

private:
    QString folder() const { return m_folder->filePath(QStringLiteral("logs")); }
    QList<QByteArray> linesOfFile() const
    {
        QFile file(folder() + QStringLiteral("/countersign.log"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<QByteArray> lines = file.readAll().split('\n');
        lines.removeLast();
        return lines;
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_EventLog::lines_areInTheFile_afterTheEnd()
{
    const QDateTime before = m_clock.now();
    {
        EventLog log(folder(), m_clock);
        log.write({.event = LogEvent::ProgramStarted});
        log.write({.event = LogEvent::ProgramEnding, .count = 3});
    }
    const QList<QByteArray> lines = linesOfFile();
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(0).endsWith("Z ProgramStarted"));
    QVERIFY(lines.at(1).endsWith("Z ProgramEnding count=3"));
    const QDateTime time =
        QDateTime::fromString(QString::fromLatin1(lines.at(0).left(24)), Qt::ISODateWithMs);
    QVERIFY(time >= before && time <= m_clock.now());
}

void tst_EventLog::lastLines_areOfEarlierRunsToo()
{
    {
        EventLog log(folder(), m_clock);
        for (int i = 0; i < 150; ++i)
            log.write({.event = LogEvent::Read, .count = i});
    }
    EventLog log(folder(), m_clock);
    QTRY_COMPARE(log.lastLines().size(), 150);
    for (int i = 150; i < 260; ++i)
        log.write({.event = LogEvent::Read, .count = i});
    const QStringList lines = log.lastLines();
    QCOMPARE(lines.size(), 200);
    QVERIFY(lines.first().endsWith(QStringLiteral(" count=60")));
    QVERIFY(lines.last().endsWith(QStringLiteral(" count=259")));
}

void tst_EventLog::earlierLines_goThroughTheSecondWall()
{
    QVERIFY(QDir().mkpath(folder()));
    ::chmod(QFile::encodeName(folder()).constData(), 0700);
    QFile file(folder() + QStringLiteral("/countersign.log"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("AccessKeySecret=planted\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.close();
    const EventLog log(folder(), m_clock);
    QTRY_COMPARE(log.lastLines(), QStringList(QStringLiteral("AccessKeySecret=[removed]")));
}

void tst_EventLog::manyThreads_loseNothing()
{
    {
        EventLog log(folder(), m_clock);
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([&log, thread] {
                for (int i = 0; i < 100; ++i)
                    log.write({.event = LogEvent::Read, .count = thread * 100 + i});
            });
        for (std::thread &thread : threads)
            thread.join();
    }
    QSet<QByteArray> ends;
    for (const QByteArray &line : linesOfFile())
        ends.insert(line.mid(line.lastIndexOf('=') + 1));
    QCOMPARE(ends.size(), 400);
}

void tst_EventLog::slowDisk_holdsNobodyUp()
{
    // More than may wait, written faster than any disk: the writer counts what it had to give up.
    constexpr int many = 30'000;
    qint64 longest = 0;
    {
        EventLog log(folder(), m_clock);
        for (int i = 0; i < many; ++i) {
            QElapsedTimer timer;
            timer.start();
            log.write({.event = LogEvent::Read, .count = i});
            longest = std::max(longest, timer.elapsed());
        }
    }
    QVERIFY2(longest < 1'000, qPrintable(QString::number(longest)));
    qint64 written = 0;
    qint64 lost = 0;
    QFile older(folder() + QStringLiteral("/countersign.log.1"));
    QList<QByteArray> lines =
        older.open(QIODevice::ReadOnly) ? older.readAll().split('\n') : QList<QByteArray>();
    lines += linesOfFile();
    for (const QByteArray &line : lines) {
        if (line.contains(" LinesLost count="))
            lost += line.mid(line.lastIndexOf('=') + 1).toLongLong();
        else if (!line.isEmpty())
            ++written;
    }
    QCOMPARE(written + lost, many);
}

void tst_EventLog::noPlace_isSilent()
{
    QFile blocker(folder());
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    {
        EventLog log(folder(), m_clock);
        log.write({.event = LogEvent::ProgramStarted});
        QCOMPARE(log.lastLines().size(), 1);
    }
    QCOMPARE(blocker.size(), 0);
}

QTEST_GUILESS_MAIN(tst_EventLog)
#include "tst_eventlog.moc"
