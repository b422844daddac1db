// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/decideflow.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <cstddef>
#include <functional>

namespace countersign {

//! What the outcome of one decision means for those that are to follow it (security.md, O12).
enum class BulkVerdict {
    Open,   //!< not classified yet: nothing else may leave
    GoesOn, //!< clean, or a result of this item alone
    Stops   //!< unclear, throttled, about credentials, or nothing could leave at all
};
//! Pure. Accepted counts as clean; "already decided" and "not an approver" are an item's own.
BulkVerdict bulkVerdict(const DecisionProgress &progress);
//! Pure. Nothing of it has left, or it was refused before any action, because its keys had ended or
//! were taken out of memory: with others the same may be begun again.
bool isForWantOfKeys(const DecisionProgress &progress);

//! Several decisions one after the other, each by a flow of its own that reads, records and sends
//! once. Two are never on their way at the same time, and after an outcome that stops nothing more
//! leaves without goOn(). Owned by the view-model of the dialog; when it goes, what has begun goes
//! its way and nothing else begins. Main thread.
class BulkFlow : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Ready,    //!< nothing has begun
        Running,  //!< one item is on its way
        Stopping, //!< the same, and it is the last one
        Stopped,  //!< some are left
        Done      //!< none is left
    };
    enum class Stop { None, ByPerson, ByOutcome };

    //! Begins an item and gives its flow, which must be started; null where that cannot be: the
    //! next one is begun then. Called again for an item that had no keys.
    using Begin = std::function<DecideFlow *(std::size_t item)>;

    BulkFlow(std::size_t items, Begin begin, QObject *parent = nullptr);

    //! Begins with the first item; later calls do nothing.
    void start();
    //! Goes on with the items that are left, first the one that had no keys; only while Stopped.
    void goOn();
    //! Lets the item that is on its way come to its outcome and begins no other.
    void stop();

    State state() const { return m_state; }
    //! Why it is Stopped.
    Stop stopReason() const { return m_stop; }
    //! The item begun last, also where it is over.
    std::size_t current() const { return m_begun; }
    //! Items that were not begun, or came to nothing for want of keys.
    std::size_t remaining() const { return m_items - m_next; }

Q_SIGNALS:
    void changed();

private:
    void beginNext();
    void judge();
    void moveTo(State state, Stop stop = Stop::None);

    std::size_t m_items;
    Begin m_begin;
    State m_state = State::Ready;
    Stop m_stop = Stop::None;
    std::size_t m_next = 0;
    std::size_t m_begun = 0;
    QPointer<DecideFlow> m_current;
    //! A flow passes through states within one turn: only what it comes to rest at is judged.
    QTimer m_judging;
};

} // namespace countersign
