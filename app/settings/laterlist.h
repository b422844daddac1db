// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"
#include "app/storage/documentkeeper.h"

#include <QHash>

namespace countersign {

//! Waits that the person has put off, until a time or until they change. Nothing is ever sent for
//! it; it is this computer's alone and outlives restarts.
class LaterList : public QObject
{
    Q_OBJECT

public:
    //! Reads `path`; `clock` must outlive this.
    LaterList(const QString &path, const Clock &clock, QObject *parent = nullptr);
    ~LaterList() override;

    //! Puts the wait off until `until` (UTC); an invalid time: until the row changes.
    void putOff(const WaitRow &row, const QDateTime &until);
    //! Takes it back.
    void remove(const WaitRowId &id);
    //! True while the row is put off: its time has not come, or it is still as it was then.
    bool holds(const WaitRow &row) const;
    //! True when the row was put off and is not any more: its time has come, or it has changed.
    //! False once it was dropped, and for what the person took back.
    bool isBack(const WaitRow &row) const { return m_items.contains(row.id) && !holds(row); }
    //! UTC; invalid when it is not put off, or until it changes.
    QDateTime until(const WaitRowId &id) const { return m_items.value(id).until; }
    //! Forgets what has come due or changed, and what is over: waits of `read` places that are not
    //! among `rows`. True when something was forgotten.
    bool drop(const std::vector<WaitRow> &rows, const std::vector<Place> &read);
    //! UTC: when the first one comes due; invalid: none by time.
    QDateTime nextDue() const;
    std::optional<DocumentProblem> problem() const { return m_keeper.problem(); }

Q_SIGNALS:
    //! What is put off has changed.
    void changed();
    void problemChanged();

private:
    struct Item
    {
        QDateTime until;   //!< UTC; invalid: until it changes
        QString condition; //!< what the row looked like
    };

    void load();
    QByteArray content() const;

    const Clock &m_clock;
    QHash<WaitRowId, Item> m_items;
    DocumentKeeper m_keeper;
};

} // namespace countersign
