// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/listlag.h"

#include <algorithm>
#include <limits>

namespace countersign::sandbox {

using std::chrono::milliseconds;

namespace {

//! What was there when remembering began has always been there.
constexpr milliseconds always{std::numeric_limits<milliseconds::rep>::min()};

} // namespace

ListLag::ListLag(const Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    m_clock.start();
    connect(&engine, &Engine::executionChanged, this, [this](const QString &id) {
        if (isOn())
            remember(id, milliseconds(m_clock.elapsed()));
    });
}

void ListLag::setLag(milliseconds lag)
{
    const bool wasOn = isOn();
    m_lag = lag;
    if (!isOn())
        m_versions.clear();
    if (!isOn() || wasOn)
        return;
    for (const ExecutionRecord *record : m_engine.executions())
        remember(record->fields.id.text(), always);
}

void ListLag::remember(const QString &id, milliseconds at)
{
    const ExecutionRecord *record = m_engine.execution(id);
    if (record)
        m_versions[id].push_back({at, std::make_shared<const ExecutionRecord>(*record)});
}

std::vector<ListLag::Record> ListLag::executions()
{
    const milliseconds then = milliseconds(m_clock.elapsed()) - m_lag;
    std::vector<Record> records;
    for (std::deque<Version> &versions : m_versions) {
        while (versions.size() > 1 && versions[1].at <= then)
            versions.pop_front();
        if (versions.front().at <= then)
            records.push_back(versions.front().record);
    }
    std::sort(records.begin(), records.end(),
              [](const Record &a, const Record &b) { return a->sequence < b->sequence; });
    return records;
}

} // namespace countersign::sandbox
