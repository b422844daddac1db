// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/histories/virtualdispatcher.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTest>
#include <QTimer>

using namespace countersign;
using namespace std::chrono_literals;

class TestVirtualDispatcher : public QObject
{
    Q_OBJECT

public:
    explicit TestVirtualDispatcher(VirtualDispatcher &time)
        : m_time(time)
    {
    }

private Q_SLOTS:
    void init()
    {
        m_time.clear();
        m_told.clear();
        m_begin = m_time.elapsed();
    }

    void timersFireInTheOrderOfTheirTime()
    {
        QObject context;
        QTimer::singleShot(2h, &context, [this] { tell("late"); });
        QTimer::singleShot(5s, &context, [this] { tell("soon"); });
        QMetaObject::invokeMethod(
            &context, [this] { tell("posted"); }, Qt::QueuedConnection);
        QTimer::singleShot(0, &context, [this] { tell("after what is posted"); });
        m_time.run(3h);
        QCOMPARE(m_told,
                 (QStringList{QStringLiteral("posted 0"), QStringLiteral("after what is posted 0"),
                              QStringLiteral("soon 5000"), QStringLiteral("late 7200000")}));
        QCOMPARE(m_time.elapsed() - m_begin, 3h);
    }

    void whatIsDueTogetherHappensInTheOrderOfAsking()
    {
        QObject context;
        m_time.after(1s, [this] { tell("first"); });
        QTimer::singleShot(1s, &context, [this] { tell("second"); });
        m_time.insideAfter(1s, [this] { tell("third"); });
        m_time.run(1s);
        QCOMPARE(m_told, (QStringList{QStringLiteral("first 1000"), QStringLiteral("second 1000"),
                                      QStringLiteral("third 1000")}));
    }

    void whatIsPostedMeanwhileIsDoneBeforeTheTimeMovesOn()
    {
        QObject context;
        QTimer::singleShot(1s, &context, [this] { tell("timer"); });
        QTimer::singleShot(0, &context, [&] {
            QTimer::singleShot(0, &context, [&] {
                QTimer::singleShot(0, &context, [this] { tell("third turn"); });
            });
        });
        m_time.run(1s);
        QCOMPARE(m_told,
                 (QStringList{QStringLiteral("third turn 0"), QStringLiteral("timer 1000")}));
    }

    void repeatingTimersRepeatUntilTheyAreStopped()
    {
        QTimer timer;
        timer.setInterval(10s);
        int count = 0;
        connect(&timer, &QTimer::timeout, this, [&] {
            if (++count == 3)
                timer.stop();
        });
        timer.start();
        QCOMPARE(timer.remainingTime(), 10'000);
        m_time.run(4s);
        QCOMPARE(timer.remainingTime(), 6'000);
        m_time.run(1h);
        QCOMPARE(count, 3);
        QVERIFY(!timer.isActive());
    }

    void aTimerOfADeletedObjectIsForgotten()
    {
        auto timer = std::make_unique<QTimer>();
        connect(timer.get(), &QTimer::timeout, this, [this] { tell("gone"); });
        timer->start(1s);
        timer.reset();
        m_time.run(1min);
        QVERIFY(m_told.isEmpty());
    }

    void whatIsToBeDeletedLaterIsDeleted()
    {
        const QPointer<QObject> fromWork(new QObject);
        const QPointer<QObject> fromTimer(new QObject);
        m_time.after(1s, [&] { fromWork->deleteLater(); });
        QTimer::singleShot(1s, this, [&] { fromTimer->deleteLater(); });
        m_time.run(1s);
        QVERIFY(!fromWork);
        QVERIFY(!fromTimer);
    }

    void runUntilStopsAsSoonAsItIsSo()
    {
        int count = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&count] { ++count; });
        timer.start(1s);
        QVERIFY(m_time.runUntil([&] { return count == 5; }, 1min));
        QCOMPARE(m_time.elapsed() - m_begin, 5s);
        QVERIFY(!m_time.runUntil([&] { return count == 500; }, 1min));
        QCOMPARE(m_time.elapsed() - m_begin, 65s);
    }

    void timersStandStillInSleepAndTheWorldDoesNot()
    {
        VirtualClock clock(m_time);
        const QDateTime begin = clock.now();
        const auto monotonic = clock.monotonic();
        QTimer::singleShot(10s, this, [this] { tell("timer"); });
        m_time.after(30s, [this] {
            tell("world");
            QTimer::singleShot(0, this, [this] { tell("its timer"); });
        });
        m_time.insideAfter(5s, [this] { tell("packet"); });
        m_time.sleep(1h);
        QCOMPARE(m_told,
                 (QStringList{QStringLiteral("world 30000"), QStringLiteral("its timer 30000")}));
        QCOMPARE(clock.monotonic(), monotonic);
        QCOMPARE(clock.withSleep() - clock.monotonic(), m_time.slept());
        QCOMPARE(begin.secsTo(clock.now()), 3600);
        m_time.run(10s);
        QCOMPARE(m_told.mid(2),
                 (QStringList{QStringLiteral("packet 3600000"), QStringLiteral("timer 3610000")}));
        QCOMPARE(clock.monotonic() - monotonic, 10s);
    }

    void timersAreLateAfterAStall()
    {
        VirtualClock clock(m_time);
        const auto gap = clock.withSleep() - clock.monotonic();
        QTimer::singleShot(10s, this, [this] { tell("timer"); });
        m_time.insideAfter(5s, [this] { tell("packet"); });
        m_time.after(20s, [this] {
            tell("world");
            QTimer::singleShot(0, this, [this] { tell("its timer"); });
        });
        m_time.stall(1min);
        QCOMPARE(m_told,
                 (QStringList{QStringLiteral("world 20000"), QStringLiteral("its timer 20000")}));
        m_time.run(0s);
        QCOMPARE(m_told.mid(2),
                 (QStringList{QStringLiteral("timer 60000"), QStringLiteral("packet 60000")}));
        QCOMPARE(clock.withSleep() - clock.monotonic(), gap);
    }

    void theWallClockCanBeSet()
    {
        VirtualClock clock(m_time);
        const VirtualClock other(m_time);
        const QDateTime begin = clock.now();
        clock.jump(-3h);
        QCOMPARE(clock.now(), begin.addSecs(-3 * 3600));
        QCOMPARE(other.now(), begin);
        QCOMPARE(clock.monotonic(), other.monotonic());
    }

    void eventLoopsRunInItToo()
    {
        QEventLoop loop;
        QTimer::singleShot(1h, &loop, &QEventLoop::quit);
        loop.exec();
        QCOMPARE(m_time.elapsed() - m_begin, 1h);
    }

private:
    void tell(const char *what)
    {
        m_told += QString::fromLatin1(what) + u' ' +
                  QString::number((m_time.elapsed() - m_begin).count());
    }

    VirtualDispatcher &m_time;
    VirtualDispatcher::Time m_begin{0};
    QStringList m_told;
};

int main(int argc, char **argv)
{
    auto *time = new VirtualDispatcher;
    QCoreApplication::setEventDispatcher(time);
    QCoreApplication application(argc, argv);
    TestVirtualDispatcher test(*time);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_virtualdispatcher.moc"
