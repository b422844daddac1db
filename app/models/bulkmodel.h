// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"
#include "app/models/rowtable.h"

#include <QStringList>

namespace countersign {

//! How one of several waits that are decided together stands.
enum class BulkStanding {
    Reading,   //!< its facts are asked for, or not yet
    Ready,     //!< will be sent
    LeftOut,   //!< will not be sent, and why is said
    Waiting,   //!< begun after those before it
    Sending,   //!< on its way
    Accepted,  //!< or done
    Untouched, //!< ended without anything being changed: decided already, refused, not sent
    Unclear    //!< may have been carried out
};

//! One of them; texts are safe one-line text.
struct BulkRow
{
    WaitRowId id;
    BulkStanding standing = BulkStanding::Reading;
    QString state;            //!< a few words
    QString sentence;         //!< all of it; may be empty
    QString wait;             //!< what waits
    QString execution;        //!< id in full, in groups
    QStringList cells;        //!< one for each further column; may be shorter
    bool isChoosable = false; //!< a person may take it in although something was not read
    bool isChosen = false;
    friend bool operator==(const BulkRow &, const BulkRow &) = default;
};

//! The waits that are decided together, in the order in which they are sent. Beside the fixed
//! columns there is one for each fact in which they differ.
class BulkModel : public RowTable<BulkRow>
{
    Q_OBJECT

public:
    enum Column { StateColumn, WaitColumn, ExecutionColumn, FixedColumns };
    enum Role {
        StandingRole = Qt::UserRole, //!< BulkStanding
    };

    explicit BulkModel(QObject *parent = nullptr);

    void apply(std::vector<BulkRow> rows);
    //! Replaces the columns behind the fixed ones.
    void setFurtherColumns(const QStringList &titles);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    //! A tick in the first column, where a row has one.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    //! A person wants row `row` taken in, or left out again. The row follows with apply().
    void choiceWanted(int row, bool isChosen);

private:
    QString text(const BulkRow &row, int column) const;

    QStringList m_titles;
};

} // namespace countersign
