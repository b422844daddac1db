// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/decisionexport.h"

#include "app/journal/decisionjournal.h"
#include "app/journal/journalcoverage.h"
#include "app/journal/journalexport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSaveFile>
#include <QThread>

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

constexpr int millisecondsAtOnce = 8;
constexpr int portionSize = 50; // some milliseconds' worth

//! Empty, or why it could not be saved.
QString savedAs(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // Notes and ids of runs are nobody else's business, whatever was there before could be read by.
    const bool isSaved = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.commit();
    return isSaved ? QString() : file.errorString();
}

} // namespace

DecisionExport::DecisionExport(const DecisionJournal &journal, Order order, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_order(std::move(order))
{
    m_reading.setInterval(0);
    connect(&m_reading, &QTimer::timeout, this, &DecisionExport::readOn);
}

DecisionExport::~DecisionExport()
{
    m_isStopped = true;
    if (m_writing)
        m_writing->wait();
}

void DecisionExport::start()
{
    m_reading.start();
}

bool DecisionExport::isAllFound() const
{
    return m_order.wanted && qsizetype(m_entries.size()) == m_order.wanted->size();
}

//! From the newest on, so that a few recent ones take no time. What is recorded meanwhile moves the
//! places: the last ones are met once more.
void DecisionExport::readOn()
{
    QElapsedTimer timer;
    timer.start();
    const qint64 count = m_journal.entryCount();
    while (m_looked < count && !isAllFound() && timer.elapsed() < millisecondsAtOnce) {
        std::vector<JournalEntry> portion = m_journal.entriesBefore(m_looked, portionSize);
        m_looked += portionSize;
        for (auto entry = portion.rbegin(); entry != portion.rend(); ++entry) {
            const QByteArray &key = entry->record.id.hex;
            if (m_known.contains(key) || (m_order.wanted && !m_order.wanted->contains(key)))
                continue;
            m_known.insert(key);
            m_entries.push_back(std::move(*entry));
        }
    }
    if (m_looked < count && !isAllFound())
        return;
    m_reading.stop();
    std::reverse(m_entries.begin(), m_entries.end());
    beginWriting();
}

void DecisionExport::beginWriting()
{
    ChainStamp stamp{m_journal.head(), m_journal.links(), {}};
    const auto *coverage = dynamic_cast<const JournalCoverage *>(&m_journal);
    ChainChecker check = coverage ? coverage->chainChecker() : ChainChecker();
    if (!check)
        stamp.problem = m_journal.checkedChain();
    m_writing.reset(QThread::create([this, stamp, check = std::move(check)]() mutable {
        if (check)
            stamp.problem = check(m_isStopped);
        const QByteArray bytes = m_order.format == DecisionFormat::Csv
                                     ? decisionsAsCsv(m_entries, stamp)
                                     : decisionsAsJsonLines(m_entries, stamp);
        if (!m_isStopped)
            m_problem = savedAs(m_order.path, bytes);
    }));
    connect(m_writing.get(), &QThread::finished, this, &DecisionExport::finished);
    m_writing->start(QThread::LowPriority);
}

} // namespace countersign
