// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/system/sleepclock.h"
#include "app/system/sleepsignals.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace countersign {

//! What WakeWatch listens to; tests hand in their own.
struct WakeSources
{
    std::unique_ptr<SleepSignals> sleep; //!< null: only the clocks tell
    std::function<std::optional<std::chrono::milliseconds>()> asleep = timeAsleep;
    std::chrono::milliseconds lookEvery{5'000}; //!< how often the clocks are compared
};

//! Notices that the computer was asleep, by the session manager's word and, where that is missing
//! or late, by its clocks; and that the network is a different one, where the desktop says so.
//! Owned by main; main thread.
class WakeWatch : public QObject
{
    Q_OBJECT

public:
    explicit WakeWatch(WakeSources sources, QObject *parent = nullptr);
    ~WakeWatch() override;

    void start();

Q_SIGNALS:
    //! Once after each sleep; zero when it is not known how long it was.
    void wokeUp(std::chrono::milliseconds asleep);
    //! Another way into the network, or a network again; changes that come together are one.
    void networkChanged();

private:
    void watchNetwork();
    std::chrono::milliseconds newlyAsleep();
    void look();
    void onAwake();

    WakeSources m_sources;
    std::chrono::milliseconds m_toldAsleep{0}; //!< of timeAsleep(), what was told already
    bool m_isFallingAsleep = false;
    QTimer m_looking;
    QTimer m_networkSettling;
};

} // namespace countersign
