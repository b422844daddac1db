// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"

#include <QElapsedTimer>
#include <QHash>

#include <chrono>
#include <deque>
#include <memory>
#include <vector>

namespace countersign::sandbox {

//! Remembers how executions were a while ago, for lists that come from an index that lags behind.
//! Keeps nothing while the lag is 0.
class ListLag : public QObject
{
public:
    using Record = std::shared_ptr<const ExecutionRecord>;

    //! `engine` outlives this.
    explicit ListLag(const Engine &engine, QObject *parent = nullptr);

    //! By the wall clock; 0: lists are as fresh as everything else.
    void setLag(std::chrono::milliseconds lag);
    bool isOn() const { return m_lag.count() > 0; }
    //! All executions as they were when the lag began, oldest first; one that did not exist then is
    //! not among them.
    std::vector<Record> executions();

private:
    struct Version
    {
        std::chrono::milliseconds at; //!< of the clock below
        Record record;
    };

    void remember(const QString &id, std::chrono::milliseconds at);

    const Engine &m_engine;
    std::chrono::milliseconds m_lag{0};
    QElapsedTimer m_clock;
    QHash<QString, std::deque<Version>> m_versions; //!< by id, oldest first
};

} // namespace countersign::sandbox
