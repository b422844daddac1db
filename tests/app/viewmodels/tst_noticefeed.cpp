// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/followflow.h"
#include "app/notify/waitnotices.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/followviewmodel.h"
#include "app/viewmodels/noticefeed.h"
#include "person.h"
#include "tests/fakes/recordingsink.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using std::chrono::milliseconds;

namespace {

constexpr FollowTimes quickFollow{milliseconds(50), milliseconds(50)};

//! Reads by itself once at the start and after a wake, and no more within a test.
WatchTimes watchOnlyOnWake(milliseconds grace)
{
    WatchTimes times = quickTimes();
    times.interval = std::chrono::minutes(10);
    times.grace = grace;
    return times;
}

//! A person whom notices are shown to.
struct Desk
{
    Desk(const SandboxAnnouncement &announcement, const QString &folder,
         const WatchTimes &times = quickTimes())
        : person(announcement, 0, folder, times)
        , flow(person.world.services(), quickFollow)
        , follow(flow, decisions, person.files)
        , notices(sink, person.clock, {milliseconds(1), std::chrono::seconds(30)})
        , feed(person.inbox, follow, person.watch, notices, person.files)
    {
    }

    //! Everything was read once, and what is told of it is told.
    bool startAndRead()
    {
        person.watch.start();
        return QTest::qWaitFor([this] { return person.watch.isAllRead(); }, 10'000) &&
               QTest::qWaitFor([this] { return !person.watch.isReading(); }, 10'000);
    }
    //! Runs that were told of so far, one for each telling.
    std::vector<ExecutionId> toldRuns() const
    {
        std::vector<ExecutionId> runs;
        for (const Notice &notice : sink.shown) {
            for (const WaitRowId &id : notice.ids)
                runs.push_back(id.executionId);
        }
        return runs;
    }
    bool waitForNotices(std::size_t count) const
    {
        return QTest::qWaitFor([this, count] { return sink.shown.size() >= count; }, 10'000);
    }

    Person person;
    FollowFlow flow;
    DecisionsViewModel decisions;
    FollowViewModel follow;
    RecordingSink sink;
    WaitNotices notices;
    NoticeFeed feed;
};

QByteArray failing()
{
    QByteArray text = testtemplates::approval(1);
    text.replace("Action: ACS::ExecuteAPI", "Action: ACS::Sleep");
    return text.left(text.indexOf("      Service:")) + "      Duration: never\n";
}

QByteArray failingTwice()
{
    return "FormatVersion: OOS-2019-06-01\n"
           "Tasks:\n"
           "  - {Name: one, Action: ACS::Sleep, Properties: {Duration: never}}\n"
           "  - {Name: two, Action: ACS::Sleep, Properties: {Duration: never}}\n";
}

} // namespace

//! From what the service says to what the person is told, on the real sandbox.
class tst_NoticeFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void secondGate_isToldWithinOnePollAndOpensTheSecond();
    void putOff_isToldAgainWhenItComesBack();
    void takenBack_isNotToldAgain();
    void switchedOff_tellsNothing_andLaterNotTheOld();
    void secondPauseOfOneRun_isToldAsWell();
    void ownDebugStep_isNotTold();
    void notAddressed_isNeverTold();
    void restart_tellsNothingTwice();
    void failedRun_namesItsTask();
    void asleep_fortyArrive_oneDigestAndNoError();
    void networkStaysAway_isToldAfterTheGrace();

private:
    void startDesk(const WatchTimes &times = quickTimes());
    ExecutionId startAsAnna(const QString &templateName,
                            const QMap<QString, QString> &further = {});

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxWorld> m_anna;
    std::unique_ptr<Desk> m_desk;
};

void tst_NoticeFeed::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("any-one"), testtemplates::approval(1));
    m_sandbox->addTemplate(QStringLiteral("for-anna"),
                           testtemplates::approval(1, {sandboxUser(1)}));
    m_sandbox->addTemplate(QStringLiteral("two-gates"), testtemplates::twoGates());
    m_sandbox->addTemplate(QStringLiteral("failing"), failing());
    m_sandbox->addTemplate(QStringLiteral("failing-twice"), failingTwice());
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_anna = std::make_unique<SandboxWorld>(m_sandbox->announcement(), 1);
}

void tst_NoticeFeed::cleanup()
{
    m_desk.reset();
    m_anna.reset();
    m_sandbox.reset();
}

void tst_NoticeFeed::startDesk(const WatchTimes &times)
{
    m_desk.reset();
    m_desk = std::make_unique<Desk>(m_sandbox->announcement(), m_folder->path(), times);
}

ExecutionId tst_NoticeFeed::startAsAnna(const QString &templateName,
                                        const QMap<QString, QString> &further)
{
    const ExecutionId id = m_anna->startExecution(templateName, further);
    m_anna->waitForStatus(id, RunStatus::Waiting);
    return id;
}

void tst_NoticeFeed::secondGate_isToldWithinOnePollAndOpensTheSecond()
{
    const ExecutionId id = startAsAnna(QStringLiteral("two-gates"));
    startDesk();
    QVERIFY(m_desk->startAndRead());
    QVERIFY(m_desk->waitForNotices(1));
    const WaitRowId first = m_desk->sink.shown[0].ids.at(0);
    const auto listings = [this] {
        const auto receipts = m_sandbox->receipts(QStringLiteral("ListExecutions"));
        return std::count_if(receipts.begin(), receipts.end(), [](const QJsonObject &receipt) {
            const QJsonObject sent = receipt.value(QLatin1String("params")).toObject();
            return sent.value(QLatin1String("Status")).toString() == QLatin1String("Waiting") &&
                   sent.value(QLatin1String("RegionId")).toString() == QLatin1String("cn-hangzhou");
        });
    };
    QVERIFY(m_anna->call(QStringLiteral("NotifyExecution"),
                         {{QStringLiteral("ExecutionId"), id.text()},
                          {QStringLiteral("NotifyType"), QStringLiteral("Approve")}}));
    TaskExecutionId second;
    m_anna->waitFor(id, [&](const Execution &run) {
        if (run.status == RunStatus::Waiting && !run.currentTasks.empty())
            second = run.currentTasks.front().id;
        return !second.isEmpty() && second != first.taskExecutionId;
    });
    const auto before = listings();
    QVERIFY(m_desk->waitForNotices(2));
    // One poll, beside the one that may have begun before the gate opened.
    QVERIFY2(listings() - before <= 2, qPrintable(QString::number(listings() - before)));
    QCOMPARE(m_desk->sink.shown.size(), std::size_t(2));
    const Notice &notice = m_desk->sink.shown[1];
    QCOMPARE(notice.kind, Notice::Kind::Arrivals);
    const std::vector<WaitRowId> expected{{first.place, id, second}};
    QVERIFY(notice.ids == expected);
}

void tst_NoticeFeed::putOff_isToldAgainWhenItComesBack()
{
    const ExecutionId id = startAsAnna(QStringLiteral("any-one"));
    startDesk();
    QVERIFY(m_desk->startAndRead());
    QVERIFY(m_desk->waitForNotices(1));
    Person &person = m_desk->person;
    person.inbox.putOff(person.row(id)->id, person.clock.now().addMSecs(500));
    QCOMPARE(m_desk->sink.withdrawn.size(), std::size_t(1));
    QVERIFY(m_desk->waitForNotices(2));
    QVERIFY(!person.inbox.isPutOff(person.row(id)->id));
    const std::vector<ExecutionId> twice{id, id};
    QCOMPARE(m_desk->toldRuns(), twice);
    QVERIFY(!QTest::qWaitFor([this] { return m_desk->sink.shown.size() > 2; }, 500));
}

void tst_NoticeFeed::takenBack_isNotToldAgain()
{
    const ExecutionId id = startAsAnna(QStringLiteral("any-one"));
    startDesk();
    QVERIFY(m_desk->startAndRead());
    QVERIFY(m_desk->waitForNotices(1));
    Person &person = m_desk->person;
    const WaitRowId wait = person.row(id)->id;
    person.inbox.putOff(wait, {});
    person.inbox.takeBack(wait);
    QCOMPARE(person.inbox.groupCount(WaitGroup::NeedsYou), 1);
    QVERIFY(!QTest::qWaitFor([this] { return m_desk->sink.shown.size() > 1; }, 500));
}

void tst_NoticeFeed::switchedOff_tellsNothing_andLaterNotTheOld()
{
    const ExecutionId atStart = startAsAnna(QStringLiteral("any-one"));
    startDesk();
    Settings &settings = m_desk->person.files.settings;
    settings.setOn(Switch::Notices, false);
    QVERIFY(m_desk->startAndRead());
    const ExecutionId meanwhile = startAsAnna(QStringLiteral("any-one"));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->person.row(meanwhile), 10'000);
    QTRY_VERIFY(!m_desk->person.watch.isReading());
    settings.setOn(Switch::Notices, true);
    const ExecutionId later = startAsAnna(QStringLiteral("any-one"));
    QVERIFY(m_desk->waitForNotices(1));
    QVERIFY(m_desk->person.row(atStart) && m_desk->person.row(meanwhile));
    const std::vector<ExecutionId> onlyLater{later};
    QCOMPARE(m_desk->toldRuns(), onlyLater);
    // Nor after a restart.
    startDesk();
    QVERIFY(m_desk->startAndRead());
    QVERIFY(!QTest::qWaitFor([this] { return !m_desk->sink.shown.empty(); }, 500));
}

void tst_NoticeFeed::ownDebugStep_isNotTold()
{
    startDesk();
    QVERIFY(m_desk->startAndRead());
    const QMap<QString, QString> inDebug{{QStringLiteral("Mode"), QStringLiteral("Debug")}};
    const ExecutionId own = m_desk->person.startWaiting(QStringLiteral("any-one"), inDebug);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->person.row(own), 10'000);
    QCOMPARE(m_desk->person.row(own)->kind, WaitKind::DebugStep);
    QCOMPARE(m_desk->person.row(own)->group, WaitGroup::NeedsYou);
    const ExecutionId annas = startAsAnna(QStringLiteral("any-one"), inDebug);
    QVERIFY(m_desk->waitForNotices(1));
    const std::vector<ExecutionId> onlyAnnas{annas};
    QCOMPARE(m_desk->toldRuns(), onlyAnnas);
}

void tst_NoticeFeed::notAddressed_isNeverTold()
{
    const ExecutionId atStart = startAsAnna(QStringLiteral("for-anna"));
    startDesk();
    QVERIFY(m_desk->startAndRead());
    QTRY_COMPARE(m_desk->person.row(atStart)->group, WaitGroup::NotAddressed);
    std::vector<ExecutionId> anybodys;
    for (int i = 0; i < 3; ++i) {
        const ExecutionId annas = startAsAnna(QStringLiteral("for-anna"));
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->person.row(annas), 10'000);
        QTRY_COMPARE(m_desk->person.row(annas)->group, WaitGroup::NotAddressed);
        anybodys.push_back(startAsAnna(QStringLiteral("any-one")));
        QVERIFY(m_desk->waitForNotices(anybodys.size()));
    }
    QCOMPARE(m_desk->toldRuns(), anybodys);
    QVERIFY(m_desk->sink.withdrawn.empty());
}

void tst_NoticeFeed::restart_tellsNothingTwice()
{
    const ExecutionId first = startAsAnna(QStringLiteral("any-one"));
    startDesk();
    QVERIFY(m_desk->startAndRead());
    QVERIFY(m_desk->waitForNotices(1));
    startDesk();
    QVERIFY(m_desk->startAndRead());
    QVERIFY(m_desk->person.row(first));
    const ExecutionId second = startAsAnna(QStringLiteral("any-one"));
    QVERIFY(m_desk->waitForNotices(1));
    const std::vector<ExecutionId> onlySecond{second};
    QCOMPARE(m_desk->toldRuns(), onlySecond);
}

void tst_NoticeFeed::failedRun_namesItsTask()
{
    startDesk();
    QVERIFY(m_desk->startAndRead());
    Person &person = m_desk->person;
    person.files.settings.setOn(Switch::NamesInNotices, true);
    const ExecutionId id = person.startWaiting(QStringLiteral("failing"));
    QVERIFY(m_desk->waitForNotices(1));
    auto decision = person.begin(id, Act::Approve);
    QVERIFY(decision);
    decision->confirm();
    m_desk->decisions.adopt(std::move(decision));
    QVERIFY(m_desk->waitForNotices(2));
    const Notice &notice = m_desk->sink.shown[1];
    QCOMPARE(notice.kind, Notice::Kind::RunsEnded);
    QCOMPARE(notice.failedRuns, 1);
    QCOMPARE(notice.failedTasks, QStringList{QStringLiteral("look")});
    QCOMPARE(notice.ids.at(0).executionId, id);
}

void tst_NoticeFeed::asleep_fortyArrive_oneDigestAndNoError()
{
    startDesk(watchOnlyOnWake(std::chrono::seconds(20)));
    QVERIFY(m_desk->startAndRead());
    m_desk->notices.setAwake(false);
    for (int i = 0; i < 40; ++i)
        QVERIFY(!m_anna->startExecution(QStringLiteral("any-one")).isEmpty());
    m_sandbox->setFaults(R"([{"fault":"refuse"}])");
    m_desk->person.watch.onWake();
    m_desk->notices.setAwake(true);
    // The network comes a while after the person; a port that refuses does so for three seconds.
    const InboxViewModel &inbox = m_desk->person.inbox;
    const auto isToldOf = [this, &inbox] {
        return !inbox.troubles().empty() || !m_desk->sink.shown.empty();
    };
    QVERIFY(!QTest::qWaitFor(isToldOf, 1'500));
    m_sandbox->setFaults("[]");
    QVERIFY(m_desk->waitForNotices(1));
    QVERIFY(inbox.troubles().empty());
    QVERIFY(!QTest::qWaitFor([this] { return m_desk->sink.shown.size() > 1; }, 500));
    const Notice &digest = m_desk->sink.shown[0];
    QCOMPARE(digest.kind, Notice::Kind::Digest);
    QCOMPARE(digest.waits, 40);
    QCOMPARE(digest.ids.size(), std::size_t(40));
    QCOMPARE(inbox.groupCount(WaitGroup::NeedsYou), 40);
}

void tst_NoticeFeed::networkStaysAway_isToldAfterTheGrace()
{
    startDesk(watchOnlyOnWake(milliseconds(1'000)));
    QVERIFY(m_desk->startAndRead());
    m_sandbox.reset();
    m_desk->person.watch.onWake();
    const InboxViewModel &inbox = m_desk->person.inbox;
    QVERIFY(!QTest::qWaitFor([&inbox] { return !inbox.troubles().empty(); }, 600));
    QTRY_VERIFY_WITH_TIMEOUT(!inbox.troubles().empty(), 20'000);
    QCOMPARE(inbox.troubles().front().kind, PlaceTrouble::Kind::Failed);
}

// The first failed task is skipped, and the run pauses at the second one.
void tst_NoticeFeed::secondPauseOfOneRun_isToldAsWell()
{
    startDesk();
    QVERIFY(m_desk->startAndRead());
    const ExecutionId id = startAsAnna(QStringLiteral("failing-twice"),
                                       {{QStringLiteral("Mode"), QStringLiteral("FailurePause")}});
    QVERIFY(m_desk->waitForNotices(1));
    QVERIFY(m_anna->call(QStringLiteral("NotifyExecution"),
                         {{QStringLiteral("ExecutionId"), id.text()},
                          {QStringLiteral("NotifyType"), QStringLiteral("SkipTask")}}));
    QVERIFY(m_desk->waitForNotices(2));
    QCOMPARE(m_desk->toldRuns(), (std::vector<ExecutionId>{id, id}));
}

QTEST_GUILESS_MAIN(tst_NoticeFeed)
#include "tst_noticefeed.moc"
