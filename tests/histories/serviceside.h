// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/callscript.h"
#include "app/sandbox/gateway/service.h"
#include "tests/histories/exchangeplan.h"
#include "tests/histories/virtualnetwork.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace countersign {

//! A request that asks for a change and arrived whole.
struct Arrival
{
    using Time = std::chrono::milliseconds;
    Time at{0}; //!< of the world
    QString nonce;
    QString keyId;
    QString user; //!< empty: not signed well
    QString act;  //!< the NotifyType, or CancelExecution
    QMap<QString, QString> params;
    int status = 0;
    QString code;
    std::optional<Time> effectAt; //!< nothing: without an effect (so far)
};

//! What another person did at the service.
struct OtherAct
{
    std::chrono::milliseconds at{0};
    QString notifyType;
    QString taskExecutionId; //!< may be empty
    bool isTaken = false;
};

//! The service with one run that waits, in virtual time: signatures, nonces and rules are the
//! sandbox's. Keeps a log of all that asked for a change.
class ServiceSide : public QObject
{
public:
    using Time = std::chrono::milliseconds;

    struct Options
    {
        quint32 seed = 1;     //!< of ids
        quint32 userSeed = 1; //!< of keys
        std::set<sandbox::Strictness> strictness = {};
        QString templateName; //!< one of templates()
        QString mode;         //!< empty: Automatic
        bool confirmsHighRisk = false;
    };

    //! Names and texts of the templates that runs are started from.
    static const std::vector<std::pair<QString, QString>> &templates();

    ServiceSide(VirtualDispatcher &time, const Options &options);
    ~ServiceSide() override;

    //! Of the one run; it waits when the constructor is over.
    QString executionId() const { return m_executionId; }
    const sandbox::ExecutionRecord &record() const;
    const sandbox::Users &users() const { return m_users; }
    QDateTime now() const { return m_clock.now(); }
    Time timeNow() const { return m_time.elapsed(); }

    bool knowsKey(const QString &keyId) const { return m_users.byKey(keyId) != nullptr; }
    //! Answers a request that arrived whole.
    WireAnswer serve(const sandbox::Call &call, const ExchangePlan &plan);
    //! Another person decides; `task` empty: not named.
    void decideElsewhere(const QString &notifyType, const QString &taskExecutionId);
    //! What reads tell is so old from now on; with `flips`, every other one.
    void lag(Time by, bool flips);
    //! From now on reads tell that this has changed; false for a name that is not known.
    bool changeReading(const QString &field);
    static const QStringList &facts();
    static const QStringList &progress();

    const std::vector<Arrival> &arrivals() const { return m_arrivals; }
    const std::vector<OtherAct> &otherActs() const { return m_otherActs; }
    //! When facts were changed, and which.
    const std::vector<std::pair<Time, QString>> &factChanges() const { return m_factChanges; }
    //! Runs when a change arrived, before it is carried out.
    std::function<void(const Arrival &)> onArrival;

private:
    class FailingItems;
    struct Snapshot
    {
        Time at{0};
        sandbox::ExecutionRecord record;
    };

    void startRun(const Options &options);
    void noteChange();
    //! The body of a list, where it differs from what the service itself would tell.
    std::optional<QByteArray> toldOtherwise(const sandbox::Call &call, const QString &requestId);
    sandbox::ExecutionRecord toldRecord();
    sandbox::Answer decide(const sandbox::Call &call, const ExchangePlan &plan,
                           const QString &requestId);
    void carryOutLater(const sandbox::Call &call, const QString &requestId, std::size_t index,
                       Time delay);

    VirtualDispatcher &m_time;
    const VirtualClock m_clock;
    const sandbox::Users m_users;
    std::unique_ptr<FailingItems> m_script;
    std::unique_ptr<sandbox::Engine> m_engine;
    std::unique_ptr<sandbox::Service> m_service;
    QString m_executionId;
    std::vector<Snapshot> m_snapshots;
    bool m_isNoted = false;
    Time m_lag{0};
    bool m_lagFlips = false;
    bool m_isLagging = false;
    std::set<QString> m_changed;
    std::vector<std::pair<Time, QString>> m_factChanges;
    std::vector<Arrival> m_arrivals;
    std::vector<OtherAct> m_otherActs;
    int m_requests = 0;
};

} // namespace countersign
