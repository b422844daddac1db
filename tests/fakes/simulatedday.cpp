// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/simulatedday.h"

#include "app/api/operations.h"
#include "app/sandbox/gateway/service.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <memory>
#include <random>

namespace countersign {

namespace {

using Time = WatchPace::Time;
using namespace std::chrono_literals;

constexpr int profileCount = 5;
constexpr int regionCount = 20;
constexpr int atOnce = 10;
constexpr Time day = 24h;

//! One account with its service.
class Account
{
public:
    explicit Account(quint32 seed)
        : m_users(seed)
        , m_engine(sandbox::Engine::Options{1.0, seed})
        , m_service(m_engine, m_users)
    {
        const auto refusal = m_engine.addTemplate(
            QStringLiteral("ask"),
            QStringLiteral("FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: ask\n"
                           "    Action: ACS::Approve\n    Properties:\n"
                           "      NotifyType: WebHook\n      WebHook:\n"
                           "        URI: https://hooks.example.com/oos\n"
                           "        Content: {msgtype: text}\n"),
            userName());
        if (refusal)
            qFatal("%s", qPrintable(refusal->message));
        QObject::connect(&m_engine, &sandbox::Engine::executionChanged, &m_engine,
                         [this] { m_told.clear(); });
    }

    ExecutionId startWaiting(const RegionId &region)
    {
        sandbox::StartRequest request;
        request.region = region.text();
        request.accountId = sandbox::Users::accountId();
        request.executedBy = m_users.all().front().nameAndId();
        request.templateName = QStringLiteral("ask");
        return ExecutionId(m_engine.addWaitingApproval(request, QStringLiteral("ask")).executionId);
    }

    std::vector<ExecutionId> waiting(const RegionId &region)
    {
        // The service is asked again where it may have something else to tell.
        const auto known = m_told.constFind(region);
        if (known != m_told.constEnd())
            return *known;
        ListExecutionsRequest request;
        request.status = QStringLiteral("Waiting");
        request.includeChildExecution = true;
        const Json body = tell(request.toRequest(), region);
        std::vector<ExecutionId> ids;
        const auto page = readListExecutions(body);
        if (!page || !page->nextToken.isEmpty())
            qFatal("a list is refused, or longer than a page");
        for (const Execution &execution : page->rows)
            ids.push_back(execution.id);
        m_told.insert(region, ids);
        return ids;
    }

    void approve(const RegionId &region, const ExecutionId &id)
    {
        ApiRequest request;
        request.action = QStringLiteral("NotifyExecution");
        request.parameters = {{QStringLiteral("ExecutionId"), id.text()},
                              {QStringLiteral("NotifyType"), QStringLiteral("Approve")}};
        tell(request, region);
        // The run goes on from the event loop.
        QCoreApplication::processEvents();
    }

private:
    QString userName() const { return m_users.all().front().name; }

    Json tell(const ApiRequest &request, const RegionId &region)
    {
        sandbox::Call call;
        call.params = request.parameters;
        call.params.insert(QStringLiteral("Action"), request.action);
        call.params.insert(QStringLiteral("RegionId"), region.text());
        call.params.insert(QStringLiteral("AccessKeyId"), m_users.all().front().accessKeyId);
        const sandbox::Answer answer =
            m_service.carryOut(call, QDateTime::currentDateTimeUtc(), QStringLiteral("7B2D-0001"));
        if (!answer.code.isEmpty())
            qFatal("%s: %s", qPrintable(request.action), qPrintable(answer.code));
        return Json::parse(answer.body).json.value_or(Json());
    }

    sandbox::Users m_users;
    sandbox::Engine m_engine;
    sandbox::Service m_service;
    QHash<RegionId, std::vector<ExecutionId>> m_told;
};

//! How often waits come to a place, per hour.
struct Traffic
{
    double atWork = 0;
    double otherwise = 0;
    double burst = 0; //!< how likely a wait is followed by more within minutes
};

//! Of 20 places: one is busy, two are asked something every other hour or so, four about once a
//! day, five once in several days, the others never.
Traffic trafficOf(int index)
{
    const int kind = index % 20;
    if (kind == 0)
        return {2.0, 0.1, 0.4};
    if (kind <= 2)
        return {0.3, 0.02, 0.4};
    if (kind <= 6)
        return {0.1, 0.005, 0.2};
    if (kind <= 11)
        return {0.02, 0.002, 0.0};
    return {};
}

double hourOf(Time time)
{
    return double((time % day).count()) / double(Time(1h).count());
}

bool isWork(Time time)
{
    return hourOf(time) >= 8.5 && hourOf(time) < 18.5;
}

class Day
{
public:
    Day(DayPoll poll, quint32 seed)
        : m_poll(poll)
        , m_random(seed)
        , m_pace(WatchTimes())
    {
        std::vector<WatchPace::Watched> watched;
        for (int profile = 0; profile < profileCount; ++profile) {
            m_accounts.push_back(std::make_unique<Account>(seed + quint32(profile)));
            for (int region = 0; region < regionCount; ++region) {
                Spot spot;
                spot.place = {ProfileId(QStringLiteral("profile-%1").arg(profile)),
                              RegionId(QStringLiteral("region-%1").arg(region))};
                spot.traffic = trafficOf(profile * regionCount + region);
                watched.push_back({spot.place, spot.place.profile.text()});
                m_spots.push_back(spot);
            }
        }
        for (int i = 0; i < int(m_spots.size()); ++i)
            m_indexes.insert(m_spots[size_t(i)].place, i);
        m_pace.setPlaces(watched, Time(0));
        // The draws of one seed are the same for every poll.
        for (int i = 0; i < int(m_spots.size()); ++i)
            planArrivals(i);
        planAttention();
        at(Time(0), [this] { takeTurn(); });
    }

    DayResult run()
    {
        while (!m_events.empty() && m_events.begin()->first < 2 * day) {
            const auto event = m_events.begin();
            m_now = event->first;
            const auto work = std::move(event->second);
            m_events.erase(event);
            work();
        }
        m_result.hours = 24;
        for (const auto &[id, wait] : m_waits)
            m_result.missed += !wait.isNoticed && wait.since >= day ? 1 : 0;
        return m_result;
    }

private:
    struct Spot
    {
        Place place;
        Traffic traffic;
        std::optional<Time> lastNotice;
        Time lastStart{-10s};
        bool isReading = false;
    };
    struct Wait
    {
        int spot = 0;
        Time since{0};
        bool isHidden = false;
        bool isNoticed = false;
        bool isOver = false;
    };

    void at(Time time, std::function<void()> work) { m_events.emplace(time, std::move(work)); }
    double drawn() { return std::uniform_real_distribution<double>(0, 1)(m_random); }
    Time drawn(Time mean)
    {
        const double part = std::exponential_distribution<double>(1.0)(m_random);
        return Time(Time::rep(part * double(mean.count())));
    }

    void planArrivals(int index)
    {
        const Traffic &traffic = m_spots[size_t(index)].traffic;
        const double most = std::max(traffic.atWork, traffic.otherwise);
        if (most <= 0)
            return;
        Time time{0};
        while ((time += drawn(Time(Time::rep(3'600'000 / most)))) < 2 * day) {
            const double rate = isWork(time) ? traffic.atWork : traffic.otherwise;
            if (drawn() * most > rate)
                continue;
            at(time, [this, index] { arrive(index); });
            if (drawn() > traffic.burst)
                continue;
            const int more = 1 + int(drawn() * 5);
            for (int i = 0; i < more; ++i)
                at(time + drawn(5min), [this, index] { arrive(index); });
        }
    }

    // At work the window is hidden for about half of the time; besides, one look in the evening.
    void planAttention()
    {
        at(Time(0), [this] { attend(Attention::Hidden); });
        for (const Time morning : {Time(0), day}) {
            Time time = morning + 8h + 45min;
            while (time < morning + 18h + 30min) {
                if (hourOf(time) >= 12 && hourOf(time) < 13) {
                    at(time, [this] { attend(Attention::Hidden); });
                    time = morning + 13h;
                }
                at(time, [this] { attend(Attention::Active); });
                at(time += drawn(8min), [this] { attend(Attention::Visible); });
                at(time += drawn(10min), [this] { attend(Attention::Hidden); });
                time += drawn(18min);
            }
            at(morning + 20h + 30min, [this] { attend(Attention::Active); });
            at(morning + 20h + 35min, [this] { attend(Attention::Hidden); });
        }
    }

    void arrive(int index)
    {
        const Spot &spot = m_spots[size_t(index)];
        const ExecutionId id = accountOf(index).startWaiting(spot.place.region);
        m_waits.emplace(id, Wait{index, m_now, m_attention == Attention::Hidden, false, false});
    }

    Account &accountOf(int index) { return *m_accounts[size_t(index / regionCount)]; }

    void attend(Attention attention)
    {
        m_attention = attention;
        m_pace.setAttention(attention);
        takeTurn();
        if (attention == Attention::Active)
            at(m_now + 20s, [this] { decideOne(); });
    }

    // While the window is active, the person takes what was noticed, one after the other.
    void decideOne()
    {
        if (m_attention != Attention::Active || m_noticed.empty())
            return;
        const ExecutionId id = m_noticed.front();
        m_noticed.pop_front();
        Wait &wait = m_waits.at(id);
        const int index = wait.spot;
        wait.isOver = true;
        accountOf(index).approve(m_spots[size_t(index)].place.region, id);
        m_pace.noteActivity(m_spots[size_t(index)].place, m_now);
        if (drawn() < 0.3)
            at(m_now + drawn(3min), [this, index] { arrive(index); });
        at(m_now + drawn(20s), [this] { decideOne(); });
        takeTurn();
    }

    std::vector<int> due() const
    {
        std::vector<int> indexes;
        if (m_poll == DayPoll::Adaptive) {
            for (const Place &place : m_pace.due(m_now))
                indexes.push_back(m_indexes.value(place));
            return indexes;
        }
        for (int i = 0; i < int(m_spots.size()); ++i) {
            const Spot &spot = m_spots[size_t(i)];
            if (!spot.isReading && m_now - spot.lastStart >= fixedPause())
                indexes.push_back(i);
        }
        return indexes;
    }

    // A fixed poll learns nothing from the first day, so that most of it need not be simulated.
    Time fixedPause() const { return m_now < day - 1h ? Time(5min) : Time(10s); }

    Time nextTurn() const
    {
        if (m_poll == DayPoll::Adaptive)
            return m_pace.nextAfter(m_now).value_or(m_now + 10s);
        Time next = m_now + fixedPause();
        for (const Spot &spot : m_spots) {
            if (!spot.isReading && spot.lastStart + fixedPause() > m_now)
                next = std::min(next, spot.lastStart + fixedPause());
        }
        return next;
    }

    void takeTurn()
    {
        for (const int index : due()) {
            if (m_running >= atOnce)
                break;
            read(index);
        }
        // Only the newest plan counts.
        const int plan = ++m_plan;
        at(std::max(nextTurn(), m_now + 20ms), [this, plan] {
            if (plan == m_plan)
                takeTurn();
        });
    }

    void count(int calls) { m_result.calls += m_now >= day ? calls : 0; }

    void read(int index)
    {
        Spot &spot = m_spots[size_t(index)];
        spot.isReading = true;
        spot.lastStart = m_now;
        m_pace.onStarted(spot.place, m_now);
        ++m_running;
        m_result.mostAtOnce = std::max(m_result.mostAtOnce, m_running);
        count(1);
        const std::vector<ExecutionId> ids = accountOf(index).waiting(spot.place.region);
        at(m_now + 80ms + drawn(150ms), [this, index, ids] { onRead(index, ids); });
    }

    void onRead(int index, const std::vector<ExecutionId> &ids)
    {
        --m_running;
        Spot &spot = m_spots[size_t(index)];
        spot.isReading = false;
        bool hasArrivals = false;
        for (const ExecutionId &id : ids) {
            Wait &wait = m_waits.at(id);
            if (wait.isNoticed)
                continue;
            notice(id, wait);
            hasArrivals = true;
            count(1); // its task rows, once
        }
        if (hasArrivals)
            spot.lastNotice = m_now;
        m_pace.onRead(spot.place, int(ids.size()), hasArrivals, m_now);
        takeTurn();
    }

    void notice(const ExecutionId &id, Wait &wait)
    {
        wait.isNoticed = true;
        const bool isIdle = m_noticed.empty();
        m_noticed.push_back(id);
        if (isIdle)
            at(m_now + drawn(20s), [this] { decideOne(); });
        if (wait.since < day)
            return;
        const double delay = double((m_now - wait.since).count()) / 1000.0;
        const auto &last = m_spots[size_t(wait.spot)].lastNotice;
        const bool isUsed = last && m_now - *last < 2 * day;
        (isUsed ? m_result.usedDelays : m_result.otherDelays).push_back(delay);
        if (isUsed && wait.isHidden)
            m_result.hiddenDelays.push_back(delay);
    }

    const DayPoll m_poll;
    std::mt19937 m_random;
    WatchPace m_pace;
    std::vector<std::unique_ptr<Account>> m_accounts;
    std::vector<Spot> m_spots;
    QHash<Place, int> m_indexes;
    std::multimap<Time, std::function<void()>> m_events;
    std::map<ExecutionId, Wait> m_waits;
    std::deque<ExecutionId> m_noticed; //!< and not decided yet
    Attention m_attention = Attention::Hidden;
    Time m_now{0};
    int m_running = 0;
    int m_plan = 0;
    DayResult m_result;
};

} // namespace

double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto rank = size_t(std::ceil(part * double(values.size())));
    return values[std::min(std::max(rank, size_t(1)), values.size()) - 1];
}

DayResult simulateDay(DayPoll poll, quint32 seed)
{
    return Day(poll, seed).run();
}

} // namespace countersign
