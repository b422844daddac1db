// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/followedruns.h"

#include "app/settings/actwords.h"
#include "app/settings/rowidjson.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr qint64 formatVersion = 1;
constexpr qint64 secondsAfterEnd = 24 * 60 * 60;
std::optional<FollowedRun> readRun(const Json &item)
{
    const auto id = readRowId(item);
    const auto act = actFromWord(item[u"act"].toString());
    FollowedRun run;
    run.decidedAt = readTime(item[u"decidedAt"]);
    if (!id || !act || !run.decidedAt.isValid())
        return std::nullopt;
    run.place = id->place;
    run.executionId = id->executionId;
    run.act = *act;
    run.profileAlias = item[u"alias"].toString();
    run.templateName = item[u"template"].toString();
    run.taskName = item[u"taskName"].toString();
    run.statusText = item[u"status"].toString();
    run.status = runStatusFromText(run.statusText);
    run.readAt = readTime(item[u"readAt"]);
    run.endedAt = readTime(item[u"endedAt"]);
    run.failedTask = item[u"failedTask"].toString();
    run.isMissing = item[u"isMissing"].toBool();
    return run;
}

} // namespace

FollowedRuns::FollowedRuns(const QString &path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_keeper(path, formatVersion, clock, [this] { return content(); })
{
    connect(&m_keeper, &DocumentKeeper::problemChanged, this, &FollowedRuns::problemChanged);
    load();
}

FollowedRuns::~FollowedRuns() = default;

void FollowedRuns::load()
{
    const auto document = m_keeper.load();
    if (!document)
        return;
    (*document)[u"runs"].forEachItem([this](const Json &item) {
        if (auto run = readRun(item))
            m_runs.push_back(std::move(*run));
    });
    tidy();
}

void FollowedRuns::keep(const FollowedRun &run)
{
    const auto known = std::find_if(m_runs.begin(), m_runs.end(), [&run](const FollowedRun &other) {
        return other.place == run.place && other.executionId == run.executionId;
    });
    if (known == m_runs.end())
        m_runs.push_back(run);
    else if (*known == run)
        return;
    else
        *known = run;
    tidy();
    m_keeper.markChanged();
    Q_EMIT changed();
}

void FollowedRuns::remove(const Place &place, const ExecutionId &id)
{
    const auto count = std::erase_if(m_runs, [&](const FollowedRun &run) {
        return run.place == place && run.executionId == id;
    });
    if (count == 0)
        return;
    m_keeper.markChanged();
    Q_EMIT changed();
}

void FollowedRuns::tidy()
{
    const QDateTime now = m_clock.now();
    std::erase_if(m_runs, [&now](const FollowedRun &run) {
        return run.hasEnded() && run.endedAt.isValid() && run.endedAt.secsTo(now) > secondsAfterEnd;
    });
    std::stable_sort(m_runs.begin(), m_runs.end(), [](const FollowedRun &a, const FollowedRun &b) {
        return a.decidedAt > b.decidedAt;
    });
    while (m_runs.size() > mostRuns) {
        const auto ended = std::find_if(m_runs.rbegin(), m_runs.rend(),
                                        [](const FollowedRun &run) { return run.hasEnded(); });
        m_runs.erase(ended == m_runs.rend() ? std::prev(m_runs.end()) : std::prev(ended.base()));
    }
}

QByteArray FollowedRuns::content() const
{
    JsonWriter writer;
    writer.beginObject().member(u"version", formatVersion).name(u"runs").beginArray();
    for (const FollowedRun &run : m_runs) {
        writer.beginObject();
        writeRowId(writer, {run.place, run.executionId, {}});
        writer.member(u"act", actWord(run.act));
        writer.member(u"alias", run.profileAlias);
        writer.member(u"template", run.templateName);
        writer.member(u"taskName", run.taskName);
        writer.member(u"decidedAt", timeToText(run.decidedAt));
        writer.member(u"status", run.statusText);
        writer.member(u"readAt", timeToText(run.readAt));
        writer.member(u"endedAt", timeToText(run.endedAt));
        writer.member(u"failedTask", run.failedTask);
        writer.member(u"isMissing", run.isMissing);
        writer.endObject();
    }
    writer.endArray().endObject();
    return writer.bytes();
}

} // namespace countersign
