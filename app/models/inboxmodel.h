// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QHash>

#include <limits>
#include <vector>

namespace countersign {

//! One row per wait, flat, in the order of the snapshot. It is fed, it never fetches; apply() is
//! the one way in and never resets the model. Rows carry a slot (internalId() of their index) that
//! stays with the wait while it is listed. All texts it gives out are safe plain text.
class InboxModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        RowIdRole = Qt::UserRole, //!< WaitRowId
        KindRole,                 //!< WaitKind
        ConfidenceRole,           //!< Confidence
        HeadingRole,              //!< act and task, ours, from fields that were read
        KindTextRole,             //!< the kind's word
        DetailRole,               //!< task and template, approvals needed, "probable"
        TaskRole,
        TemplateRole,  //!< "restart-web-fleet v4"
        AccountRole,   //!< what people call the account: the profile's alias, else its id
        AccountIdRole, //!< the account's number
        RegionRole,
        StarterRole,      //!< the name part
        WaitingSinceRole, //!< QDateTime, UTC; invalid when unknown
        AgeRole,          //!< "4 min"; empty when unknown or before setNow()
        ReadAtRole,       //!< QDateTime, UTC: when the row's place was last read well
        IsStaleRole,      //!< bool
        GroupRole,        //!< WaitGroup
        GroupTextRole,    //!< the group's heading: "Needs you"
        GroupCountRole,   //!< int: rows of the same group; given by InboxFilter, of those it shows
    };

    explicit InboxModel(QObject *parent = nullptr);

    //! As many new rows as one turn of the event loop can take without being noticed.
    static constexpr int newRowsPerTurn = 2'500;

    //! Shows these rows. A second row with the same id is left out. Takes at most `mostNew` rows
    //! that it did not have, in their order; false when there are more of them.
    bool apply(const WaitSnapshot &snapshot, int mostNew = std::numeric_limits<int>::max());
    //! The time ages are counted to (UTC).
    void setNow(const QDateTime &now);
    QDateTime now() const { return m_now; }
    void setPlaceState(const Place &place, const QDateTime &readAt, bool isStale);

    int runCount() const { return static_cast<int>(m_rowsOfRun.size()); } //!< executions listed
    int waitCount() const { return static_cast<int>(m_order.size()); }
    //! Null when `row` is not a row. Valid until the next apply().
    const WaitRow *rowAt(int row) const;
    //! Slot of a row; slots are small numbers and are used again for other waits later.
    int slotAt(int row) const { return m_order[static_cast<std::size_t>(row)]; }
    //! Invalid when not listed.
    QModelIndex indexOf(const WaitRowId &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void countsChanged();
    void nowChanged();

private:
    class Update;
    struct NextRow;
    struct PlaceState
    {
        QDateTime readAt;
        bool isStale = false;
        bool operator==(const PlaceState &) const = default;
    };

    std::vector<NextRow> firstOfEach(const std::vector<WaitRow> &rows, int &newRowsLeft) const;
    void reserve(std::size_t more);
    int takeSlot(const WaitRow &row);
    void freeSlot(int slot);
    QVariant text(const WaitRow &row, int role) const;
    QString age(const WaitRow &row) const;

    std::vector<WaitRow> m_slots;
    std::vector<int> m_freeSlots;
    std::vector<int> m_order; //!< slot of each row
    QHash<WaitRowId, int> m_slotOf;
    QHash<WaitRowId, int> m_rowsOfRun; //!< by the run's id
    QHash<Place, PlaceState> m_places;
    QDateTime m_now;
};

} // namespace countersign
