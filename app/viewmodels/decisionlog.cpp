// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionlog.h"

#include "app/domain/displaytext.h"
#include "app/flows/flowservices.h"
#include "app/models/decisionrowwords.h"
#include "app/viewmodels/decisionlife.h"
#include "app/viewmodels/journalwords.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QMap>

#include <algorithm>
#include <tuple>
#include <utility>

namespace countersign {

namespace {

constexpr int millisecondsAtOnce = 8;
constexpr std::chrono::seconds secondsUntilNewDayIsSeen{30};
constexpr int portionSize = 50; // some milliseconds' worth

std::vector<DecisionLog::Choice> choicesOf(const QMap<QString, QString> &labels)
{
    std::vector<DecisionLog::Choice> choices;
    for (auto label = labels.cbegin(); label != labels.cend(); ++label)
        choices.push_back({label.key(), *label});
    std::stable_sort(choices.begin(), choices.end(), [](const auto &a, const auto &b) {
        return QString::localeAwareCompare(a.label, b.label) < 0;
    });
    return choices;
}

} // namespace

DecisionLog::DecisionLog(const DecisionJournal &journal, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_clock(clock)
{
    m_reading.setInterval(0);
    connect(&m_reading, &QTimer::timeout, this, &DecisionLog::readOn);
    // Recording goes first: the list is brought up to date when the event loop has time for it.
    m_following.setSingleShot(true);
    m_following.setInterval(0);
    connect(&m_following, &QTimer::timeout, this, &DecisionLog::takeMoved);
    m_days.setInterval(secondsUntilNewDayIsSeen);
    connect(&m_days, &QTimer::timeout, this, &DecisionLog::followDay);
    connect(&journal, &DecisionJournal::moved, this, &DecisionLog::onMoved);
    connect(&journal, &DecisionJournal::changed, this, &DecisionLog::onChanged);
    connect(&journal, &DecisionJournal::problemChanged, this, [this] {
        if (m_isStarted)
            beginReading();
    });
    connect(&m_decisions, &DecisionsTable::listed, this, &DecisionLog::changed);
}

DecisionLog::~DecisionLog() = default;

void DecisionLog::start()
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    m_days.start();
    beginReading();
}

void DecisionLog::onMoved(const DecisionId &id)
{
    if (m_isStarted)
        m_moved.push_back(id);
}

//! Without a record that has moved, any of them may have: content was taken off, or another journal
//! was begun.
void DecisionLog::onChanged()
{
    if (!m_isStarted)
        return;
    m_isStale = m_isStale || m_moved.empty();
    m_following.start();
}

void DecisionLog::beginReading()
{
    m_isStale = false;
    m_isReading = true;
    m_moved.clear();
    m_read.clear();
    m_readKeys.clear();
    m_readCount = 0;
    m_reading.start();
    Q_EMIT changed();
}

//! What is recorded meanwhile moves the places: the last ones are met once more.
void DecisionLog::readOn()
{
    QElapsedTimer timer;
    timer.start();
    const qint64 count = m_journal.entryCount();
    while (m_readCount < count && timer.elapsed() < millisecondsAtOnce) {
        std::vector<JournalEntry> portion = m_journal.entriesBefore(m_readCount, portionSize);
        m_readCount += portionSize;
        for (auto entry = portion.rbegin(); entry != portion.rend(); ++entry) {
            if (m_readKeys.contains(entry->record.id.hex))
                continue;
            m_readKeys.insert(entry->record.id.hex);
            m_read.push_back(decisionRowOf(*entry));
        }
    }
    if (m_readCount < count)
        return;
    m_reading.stop();
    m_isReading = false;
    m_readKeys.clear();
    m_decisions.apply(std::exchange(m_read, {}));
    m_unreadable = count - m_decisions.total();
    followDay();
    updatePlaces();
    if (!m_moved.empty() || m_isStale)
        m_following.start();
}

void DecisionLog::takeMoved()
{
    if (m_isReading)
        return;
    if (m_isStale) {
        beginReading();
        return;
    }
    std::vector<DecisionRow> rows;
    for (const DecisionId &id : std::exchange(m_moved, {})) {
        if (const auto entry = m_journal.entry(id))
            rows.push_back(decisionRowOf(*entry));
    }
    m_decisions.takeIn(std::move(rows));
    // Others were taken off in the same turn.
    if (m_journal.entryCount() != m_decisions.total() + m_unreadable) {
        beginReading();
        return;
    }
    followDay();
    updatePlaces();
}

//! "Today" is another day after midnight.
void DecisionLog::followDay()
{
    if (m_today.isValid() && m_today != m_clock.now().toLocalTime().date())
        setFilter(m_filter, m_span);
}

void DecisionLog::updatePlaces()
{
    QMap<QString, QString> accounts;
    QMap<QString, QString> regions;
    for (const DecisionRow *row : m_decisions.allRows()) {
        if (!accounts.contains(row->accountId))
            accounts.insert(row->accountId, decisionAccountText(*row));
        const QString region = row->place.region.text();
        if (!regions.contains(region))
            regions.insert(region, safeLine(region, 80));
    }
    auto nextAccounts = choicesOf(accounts);
    auto nextRegions = choicesOf(regions);
    const bool isSame = nextAccounts == m_accounts && nextRegions == m_regions;
    m_accounts = std::move(nextAccounts);
    m_regions = std::move(nextRegions);
    if (!isSame)
        Q_EMIT changed();
}

std::pair<QDateTime, QDateTime> DecisionLog::timesOf(const DecisionSpan &span) const
{
    const QDate today = m_clock.now().toLocalTime().date();
    switch (span.kind) {
    case DecisionSpan::Kind::Any:
        return {};
    case DecisionSpan::Kind::Today:
        return {today.startOfDay().toUTC(), {}};
    case DecisionSpan::Kind::SevenDays:
        return {today.addDays(-6).startOfDay().toUTC(), {}};
    case DecisionSpan::Kind::ThirtyDays:
        return {today.addDays(-29).startOfDay().toUTC(), {}};
    case DecisionSpan::Kind::TwelveMonths:
        return {today.addMonths(-12).startOfDay().toUTC(), {}};
    case DecisionSpan::Kind::Between:
        break;
    }
    return {span.from.isValid() ? span.from.startOfDay().toUTC() : QDateTime(),
            span.until.isValid() ? span.until.addDays(1).startOfDay().toUTC() : QDateTime()};
}

void DecisionLog::setFilter(DecisionsFilter filter, const DecisionSpan &span)
{
    std::tie(filter.from, filter.until) = timesOf(span);
    m_filter = std::move(filter);
    m_span = span;
    m_today = m_clock.now().toLocalTime().date();
    m_decisions.setFilter(m_filter);
}

std::vector<DecisionLog::Choice> DecisionLog::accounts() const
{
    return m_accounts;
}

std::vector<DecisionLog::Choice> DecisionLog::regions() const
{
    return m_regions;
}

QString DecisionLog::countText() const
{
    if (m_isReading)
        return tr("Reading the decisions…");
    const int total = m_decisions.total();
    const int listed = m_decisions.rowCount();
    if (listed == total)
        return tr("%n decision(s)", nullptr, total);
    //: %1 is how many of them fit the filter
    return tr("%1 of %n decision(s)", nullptr, total).arg(QLocale().toString(listed));
}

QString DecisionLog::emptyHeading() const
{
    if (m_isReading)
        return tr("Reading the decisions…");
    if (m_decisions.total() > 0)
        return tr("No decision fits");
    return m_journal.problem() ? tr("The decisions cannot be shown")
                               : tr("Nothing was decided here yet");
}

QString DecisionLog::emptyText() const
{
    if (m_isReading)
        return {};
    if (m_decisions.total() > 0)
        return tr("Search for something else, or clear the filters.");
    if (m_journal.problem())
        return problemText();
    return tr("Every decision that is made on this computer is recorded before it is sent, and "
              "listed here with what became of it.");
}

QString DecisionLog::problemText() const
{
    const auto problem = m_journal.problem();
    if (!problem)
        return {};
    switch (problem->kind) {
    case JournalProblem::Kind::NotWritable:
    case JournalProblem::Kind::NoRoom:
        return tr("Nothing more can be recorded at the moment, so that nothing is sent. What was "
                  "recorded before is listed.");
    case JournalProblem::Kind::Damaged:
        return tr("The journal is damaged: decisions may be missing here, or be others than were "
                  "recorded.");
    case JournalProblem::Kind::Newer:
        return tr("A newer version of this program has written the journal, and this one cannot "
                  "read it.");
    case JournalProblem::Kind::ForeignFolder:
    case JournalProblem::Kind::InUse:
    case JournalProblem::Kind::NotReadable:
        break;
    }
    return tr("The journal cannot be read at the moment: decisions that were made here may be "
              "missing.");
}

QString DecisionLog::problemDetails() const
{
    const auto problem = m_journal.problem();
    return problem ? journalProblemDetails(*problem) : QString();
}

QString DecisionLog::lifeOf(const QByteArray &key) const
{
    const auto entry = m_journal.entry(DecisionId{key});
    return entry ? decisionLifeText(*entry) : QString();
}

std::optional<WaitRow> DecisionLog::runOf(const QByteArray &key) const
{
    const int place = m_decisions.rowOf(key);
    if (place < 0)
        return std::nullopt;
    const DecisionRow &decision = m_decisions.rowAt(place);
    WaitRow row;
    row.id = {decision.place, decision.executionId, decision.taskExecutionId};
    row.profileAlias = decision.profileAlias;
    row.accountId = decision.accountId;
    return row;
}

int DecisionLog::exportCount(bool isAll) const
{
    return isAll ? m_decisions.total() : m_decisions.rowCount();
}

std::unique_ptr<DecisionExport> DecisionLog::newExport(const QString &path, DecisionFormat format,
                                                       bool isAll) const
{
    DecisionExport::Order order{path, format, {}};
    if (!isAll && m_decisions.rowCount() < m_decisions.total()) {
        QSet<QByteArray> &listed = order.wanted.emplace();
        for (int row = 0; row < m_decisions.rowCount(); ++row)
            listed.insert(m_decisions.rowAt(row).key);
    }
    return std::make_unique<DecisionExport>(m_journal, std::move(order));
}

QByteArray DecisionLog::head() const
{
    return m_journal.head();
}

} // namespace countersign
