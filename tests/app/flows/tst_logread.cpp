// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/logread.h"
#include "tests/fakes/sandboxworld.h"

#include <QTest>

#include <memory>

using namespace countersign;

namespace {

LogLine lineAt(int second, const QString &message)
{
    LogLine line;
    line.message = message;
    line.timestamp = QDateTime({2026, 11, 25}, {10, 0}, Qt::UTC).addSecs(second);
    return line;
}

std::vector<LogLine> linesFrom(int first, int count)
{
    std::vector<LogLine> lines;
    for (int i = first; i < first + count; ++i)
        lines.push_back(lineAt(i, QString::number(i)));
    return lines;
}

//! A run with a log of several pages, which then waits.
QByteArray manyTasks(int count)
{
    QByteArray text = "FormatVersion: OOS-2019-06-01\nTasks:\n";
    for (int i = 0; i < count; ++i)
        text += "  - Name: look" + QByteArray::number(i) +
                "\n    Action: ACS::ExecuteAPI\n"
                "    Properties:\n      Service: ECS\n      API: DescribeInstances\n"
                "      Parameters:\n        RegionId: cn-hangzhou\n";
    return text + "  - Name: ask\n    Action: ACS::Approve\n    Properties:\n"
                  "      NotifyType: WebHook\n      WebHook:\n"
                  "        URI: https://example.invalid/hook\n        Content: please decide\n";
}

} // namespace

class tst_LogRead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void add_sortsByTimeAndKeepsTheOrderOfEqualTimes();
    void add_overTheLimit_dropsTheOldest();
    void readOn_readsEveryPageInOrder();
    void readOn_again_goesOnAtTheLastPage();
    void readOn_whileOthersRead_waits();
    void readOn_failingPage_keepsWhatWasRead();
    void readOn_deletedInACallback_goesNoFurther();

private:
    void start(const QByteArray &faults = "[]");
    std::unique_ptr<LogRead> newRead();
    int asked() const;

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SandboxWorld> m_world;
    ExecutionId m_run;
    bool m_mayAsk = true;
    int m_ended = 0;
    std::optional<Error> m_error;
};

void tst_LogRead::start(const QByteArray &faults)
{
    m_world.reset();
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("many"), manyTasks(150));
    m_sandbox->setFaults(faults);
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty"),
                               QStringLiteral("--speed"), QStringLiteral("100")}),
             qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
    m_run = m_world->startExecution(QStringLiteral("many"));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->waitForStatus(m_run, RunStatus::Waiting).status,
                              RunStatus::Waiting, 60'000);
    m_mayAsk = true;
    m_ended = 0;
    m_error.reset();
}

std::unique_ptr<LogRead> tst_LogRead::newRead()
{
    return std::make_unique<LogRead>(m_world->services(), m_run,
                                     LogRead::Callbacks{[this] { return m_mayAsk; }, [] {},
                                                        [this](const std::optional<Error> &error) {
                                                            ++m_ended;
                                                            m_error = error;
                                                        }});
}

int tst_LogRead::asked() const
{
    return static_cast<int>(m_sandbox->receipts(QStringLiteral("ListExecutionLogs")).size());
}

void tst_LogRead::add_sortsByTimeAndKeepsTheOrderOfEqualTimes()
{
    LogLines log;
    log.add({lineAt(2, QStringLiteral("c")), lineAt(1, QStringLiteral("a")),
             lineAt(1, QStringLiteral("b"))});
    QCOMPARE(log.edition, 0);
    log.add({lineAt(2, QStringLiteral("d"))});
    QCOMPARE(log.edition, 0);
    log.add({lineAt(0, QStringLiteral("first"))});
    QCOMPARE(log.edition, 1);
    QStringList messages;
    for (const LogLine &line : log.lines)
        messages += line.message;
    QCOMPARE(messages.join(u' '), QStringLiteral("first a b c d"));
}

void tst_LogRead::add_overTheLimit_dropsTheOldest()
{
    LogLines log;
    for (int page = 0; page < 230; ++page)
        log.add(linesFrom(page * 100, 100));
    QCOMPARE(log.total(), 23'000);
    QVERIFY(log.lines.size() >= 20'000 && log.lines.size() <= 21'000);
    QCOMPARE(log.lines.back().message, QStringLiteral("22999"));
    QCOMPARE(log.lines.front().message, QString::number(log.dropped));
    QCOMPARE(log.edition, 0);
}

void tst_LogRead::readOn_readsEveryPageInOrder()
{
    start();
    const auto read = newRead();
    const ApiTarget target = *m_world->profiles.targetFor(m_world->place());
    read->readOn(target);
    QVERIFY(read->isReading());
    QTRY_COMPARE(m_ended, 1);
    QVERIFY(!m_error && !read->isReading());
    const std::vector<LogLine> &lines = read->log().lines;
    QVERIFY2(lines.size() > 200, qPrintable(QString::number(lines.size())));
    QVERIFY(std::is_sorted(lines.begin(), lines.end(),
                           [](const auto &a, const auto &b) { return a.timestamp < b.timestamp; }));
    QCOMPARE(asked(), static_cast<int>((lines.size() + 99) / 100));
}

void tst_LogRead::readOn_again_goesOnAtTheLastPage()
{
    start();
    const auto read = newRead();
    const ApiTarget target = *m_world->profiles.targetFor(m_world->place());
    read->readOn(target);
    QTRY_COMPARE(m_ended, 1);
    const LogLines before = read->log();
    const int pages = asked();
    read->readOn(target);
    QTRY_COMPARE(m_ended, 2);
    QCOMPARE(asked(), pages + 1);
    QVERIFY(read->log().isSameAs(before));
    // The run goes on and says more.
    QVERIFY(m_world->call(QStringLiteral("NotifyExecution"),
                          {{QStringLiteral("ExecutionId"), m_run.text()},
                           {QStringLiteral("NotifyType"), QStringLiteral("Approve")}}));
    m_world->waitForStatus(m_run, RunStatus::Success);
    read->readOn(target);
    QTRY_COMPARE(m_ended, 3);
    QVERIFY(read->log().total() > before.total());
    QCOMPARE(read->log().edition, before.edition);
    QVERIFY(std::equal(before.lines.begin(), before.lines.end(), read->log().lines.begin()));
    QVERIFY(asked() <= pages + 3);
}

void tst_LogRead::readOn_whileOthersRead_waits()
{
    start();
    m_mayAsk = false;
    const auto read = newRead();
    read->readOn(*m_world->profiles.targetFor(m_world->place()));
    QTRY_VERIFY(!read->log().lines.empty());
    QTest::qWait(400);
    QCOMPARE(asked(), 1); // the first page goes out beside the other reads
    QCOMPARE(m_ended, 0);
    m_mayAsk = true;
    QTRY_COMPARE(m_ended, 1);
    QVERIFY(asked() > 1);
}

void tst_LogRead::readOn_failingPage_keepsWhatWasRead()
{
    start();
    const auto read = newRead();
    m_mayAsk = false;
    const ApiTarget target = *m_world->profiles.targetFor(m_world->place());
    read->readOn(target);
    QTRY_VERIFY(!read->log().lines.empty());
    m_sandbox->setFaults(R"([{"fault":"unreadableSuccess","action":"ListExecutionLogs"}])");
    m_mayAsk = true;
    QTRY_COMPARE(m_ended, 1);
    QCOMPARE(m_error->kind, Error::Kind::BadReply);
    QCOMPARE(read->log().total(), 100);
    QVERIFY(read->log().hasMore);
    m_sandbox->setFaults("[]");
    read->readOn(target);
    QTRY_COMPARE(m_ended, 2);
    QVERIFY(!m_error);
    QVERIFY(read->log().total() > 200 && !read->log().hasMore);
    QCOMPARE(read->log().edition, 0);
}

void tst_LogRead::readOn_deletedInACallback_goesNoFurther()
{
    start();
    const ApiTarget target = *m_world->profiles.targetFor(m_world->place());
    std::unique_ptr<LogRead> read;
    read = std::make_unique<LogRead>(
        m_world->services(), m_run,
        LogRead::Callbacks{[] { return true; }, [&read] { read.reset(); },
                           [this](const std::optional<Error> &) { ++m_ended; }});
    read->readOn(target);
    QTRY_VERIFY(!read);
    QTest::qWait(200);
    QCOMPARE(asked(), 1);
    QCOMPARE(m_ended, 0);
    read =
        std::make_unique<LogRead>(m_world->services(), m_run,
                                  LogRead::Callbacks{[] { return true; }, [] {},
                                                     [this, &read](const std::optional<Error> &) {
                                                         read.reset();
                                                         ++m_ended;
                                                     }});
    read->readOn(target);
    QTRY_COMPARE(m_ended, 1);
}

QTEST_GUILESS_MAIN(tst_LogRead)
#include "tst_logread.moc"
