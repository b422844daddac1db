// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"

#include <QByteArray>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

class QThread;

namespace countersign {

class DecisionJournal;

enum class DecisionFormat { JsonLines, Csv };

//! Saves decisions as a file that only its owner reads, in the order of recording, with what is
//! known of the whole chain, which is checked for it once more. Reads the journal in portions from
//! the event loop; checking and writing are done on a thread. Ends, with nothing saved, when it is
//! destroyed before finished().
class DecisionExport : public QObject
{
    Q_OBJECT

public:
    struct Order
    {
        QString path;
        DecisionFormat format = DecisionFormat::JsonLines;
        //! Ids of decisions as hex; nothing: all of them.
        std::optional<QSet<QByteArray>> wanted;
    };

    //! `journal` outlives this.
    DecisionExport(const DecisionJournal &journal, Order order, QObject *parent = nullptr);
    //! Stops and waits.
    ~DecisionExport() override;

    void start();
    // After finished().
    int count() const { return static_cast<int>(m_entries.size()); }
    //! The system's words where nothing was saved; empty: it was.
    QString problem() const { return m_problem; }

Q_SIGNALS:
    void finished();

private:
    void readOn();
    bool isAllFound() const;
    void beginWriting();

    const DecisionJournal &m_journal;
    const Order m_order;
    std::vector<JournalEntry> m_entries; //!< while reading newest first; then the thread's
    QSet<QByteArray> m_known;
    qint64 m_looked = 0; //!< places of the journal that were looked at
    QTimer m_reading;
    std::unique_ptr<QThread> m_writing;
    std::atomic_bool m_isStopped = false;
    QString m_problem;
};

} // namespace countersign
