// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QObject>
#include <QTimer>

#include <vector>

namespace countersign {

//! Finds the rows of a flat list that contain a text, without regard to case. It looks a piece at a
//! time from the event loop, so that a long list of long lines stops nothing, and follows the list
//! as it grows. Owned by the view; the model must outlive it.
class RowSearch : public QObject
{
    Q_OBJECT

public:
    //! Looks into `role` of `column`.
    RowSearch(QAbstractItemModel *model, int column, int role, QObject *parent = nullptr);

    //! Empty: nothing is looked for.
    void setText(const QString &text);
    const QString &text() const { return m_text; }
    //! Rows found so far, ascending.
    const std::vector<int> &matches() const { return m_matches; }
    bool isLooking() const { return m_timer.isActive(); }
    //! The first match after `row` or before it, going round at the ends; -1 when there is none.
    int next(int row) const;
    int previous(int row) const;
    //! Place of `row` among the matches, from 1; 0 when it is none.
    int placeOf(int row) const;

Q_SIGNALS:
    void changed();

private:
    void beginAgain();
    void lookOn();

    QAbstractItemModel *m_model;
    int m_column;
    int m_role;
    QString m_text;
    std::vector<int> m_matches;
    int m_looked = 0;
    QTimer m_timer;
};

} // namespace countersign
