// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/wakewatch.h"

#include <QNetworkInformation>

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

// Less is the clocks being read one after the other.
constexpr std::chrono::milliseconds shortestSleep{1'000};
constexpr std::chrono::milliseconds networkSettles{500};

} // namespace

WakeWatch::WakeWatch(WakeSources sources, QObject *parent)
    : QObject(parent)
    , m_sources(std::move(sources))
{
    m_looking.setInterval(m_sources.lookEvery);
    m_networkSettling.setInterval(networkSettles);
    m_networkSettling.setSingleShot(true);
    connect(&m_looking, &QTimer::timeout, this, &WakeWatch::look);
    connect(&m_networkSettling, &QTimer::timeout, this, &WakeWatch::networkChanged);
    if (!m_sources.sleep)
        return;
    connect(m_sources.sleep.get(), &SleepSignals::fallingAsleep, this,
            [this] { m_isFallingAsleep = true; });
    connect(m_sources.sleep.get(), &SleepSignals::awake, this, &WakeWatch::onAwake);
}

WakeWatch::~WakeWatch() = default;

void WakeWatch::start()
{
    const auto asleep = m_sources.asleep();
    m_toldAsleep = asleep.value_or(m_toldAsleep);
    if (asleep)
        m_looking.start();
    watchNetwork();
}

// Without a backend, which is a plugin, failures and their retries have to do.
void WakeWatch::watchNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    const QNetworkInformation *network = QNetworkInformation::instance();
    connect(network, &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability != QNetworkInformation::Reachability::Disconnected)
                    m_networkSettling.start();
            });
    connect(network, &QNetworkInformation::transportMediumChanged, this,
            [this] { m_networkSettling.start(); });
}

std::chrono::milliseconds WakeWatch::newlyAsleep()
{
    const auto asleep = m_sources.asleep();
    if (!asleep)
        return std::chrono::milliseconds(0);
    const auto before = std::exchange(m_toldAsleep, std::max(m_toldAsleep, *asleep));
    return std::max(*asleep - before, std::chrono::milliseconds(0));
}

// Small differences are left to add up with the next look.
void WakeWatch::look()
{
    const auto asleep = m_sources.asleep();
    if (!asleep || *asleep - m_toldAsleep < shortestSleep)
        return;
    m_isFallingAsleep = false;
    Q_EMIT wokeUp(newlyAsleep());
}

void WakeWatch::onAwake()
{
    // The clocks may have told of this sleep before the session manager does.
    const std::chrono::milliseconds asleep = newlyAsleep();
    if (std::exchange(m_isFallingAsleep, false) || asleep >= shortestSleep)
        Q_EMIT wokeUp(asleep);
}

} // namespace countersign
