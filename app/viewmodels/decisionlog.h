// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"
#include "app/domain/journalentry.h"
#include "app/domain/waitrow.h"
#include "app/flows/decisionexport.h"
#include "app/models/decisionstable.h"

#include <QDate>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace countersign {

class DecisionJournal;

//! When a listed decision was made; days are the person's.
struct DecisionSpan
{
    enum class Kind { Any, Today, SevenDays, ThirtyDays, TwelveMonths, Between };
    Kind kind = Kind::Any;
    QDate from;  //!< Between: the first day; invalid: without a beginning
    QDate until; //!< Between: the last day; invalid: without an end
    friend bool operator==(const DecisionSpan &, const DecisionSpan &) = default;
};

//! All decisions that this computer has recorded, for the window that lists them: searched,
//! filtered, sorted and exported. Reads the journal once, in portions, when start() is called, and
//! follows it from then on record by record. Main thread.
class DecisionLog : public QObject
{
    Q_OBJECT

public:
    //! A place that decisions were made in, for choosing.
    struct Choice
    {
        QString value; //!< as received
        QString label; //!< safe text
        friend bool operator==(const Choice &, const Choice &) = default;
    };

    //! `journal` and `clock` outlive this.
    DecisionLog(const DecisionJournal &journal, const Clock &clock, QObject *parent = nullptr);
    ~DecisionLog() override;

    //! Reads, if that was not done yet.
    void start();
    bool isReading() const { return m_isReading; }

    DecisionsTable *decisions() { return &m_decisions; }
    //! `filter` without its times, which `span` gives.
    void setFilter(DecisionsFilter filter, const DecisionSpan &span);
    std::vector<Choice> accounts() const;
    std::vector<Choice> regions() const;

    //! "340 decisions" or "12 of 340 decisions".
    QString countText() const;
    //! Why nothing is listed: a heading, and sentences below it.
    QString emptyHeading() const;
    QString emptyText() const;
    //! What is wrong with the journal, as far as it touches the list; empty: nothing.
    QString problemText() const;
    //! The journal's file and what was found in it, a line each; safe text, may be empty.
    QString problemDetails() const;

    //! The whole life of a decision as safe plain text; empty when there is no such one.
    QString lifeOf(const QByteArray &key) const;
    //! The run that a listed decision was about, for opening it.
    std::optional<WaitRow> runOf(const QByteArray &key) const;

    //! How many an export would save: those that are listed, or all.
    int exportCount(bool isAll) const;
    //! Saves them, in the order of recording; not started yet.
    std::unique_ptr<DecisionExport> newExport(const QString &path, DecisionFormat format,
                                              bool isAll) const;
    //! Hash of the chain's newest link, hex; empty: nothing was recorded yet.
    QByteArray head() const;

Q_SIGNALS:
    //! Anything but the table's rows.
    void changed();

private:
    void onMoved(const DecisionId &id);
    void onChanged();
    void beginReading();
    void readOn();
    void takeMoved();
    void followDay();
    void updatePlaces();
    std::pair<QDateTime, QDateTime> timesOf(const DecisionSpan &span) const;

    const DecisionJournal &m_journal;
    const Clock &m_clock;
    DecisionsTable m_decisions;
    DecisionsFilter m_filter;
    DecisionSpan m_span;
    QDate m_today;                   //!< that the span was laid out on
    std::vector<DecisionRow> m_read; //!< by the reading that goes on, newest first
    QSet<QByteArray> m_readKeys;
    qint64 m_readCount = 0;  //!< places of the journal that were looked at
    qint64 m_unreadable = 0; //!< of the journal's decisions at the last reading
    std::vector<DecisionId> m_moved;
    std::vector<Choice> m_accounts;
    std::vector<Choice> m_regions;
    QTimer m_reading;
    QTimer m_following;
    QTimer m_days; //!< whether another day has begun
    bool m_isStarted = false;
    bool m_isReading = false;
    bool m_isStale = false;
};

} // namespace countersign
