// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitkind.h"

#include <QColor>
#include <QFont>
#include <QSet>
#include <QStyledItemDelegate>

namespace countersign {

//! Draws a row of the inbox on two lines with a fixed place for each fact: kind (icon and word),
//! heading, task and template, account and region (never cut off), starter and age.
class InboxDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit InboxDelegate(QObject *parent = nullptr);

    //! Makes the column of accounts and regions wide enough for these rows; true when it grew.
    bool makeRoomFor(const QAbstractItemModel &model, int firstRow, int lastRow);
    void forgetRoom();

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Layout;
    struct Colors
    {
        QColor strong;
        QColor quiet;
        QColor kind; //!< icon and word of the kind
    };
    Layout layoutFor(const QStyleOptionViewItem &option) const;
    Colors colorsFor(const QStyleOptionViewItem &option, WaitKind kind) const;
    void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area,
                    const QModelIndex &index) const;
    void paintSecondLine(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area,
                         const Colors &colors, const QModelIndex &index) const;

    QSet<QString> m_places;
    int m_placeWidth = 0;
    mutable QFont m_sizedFont; //!< that the two below were measured for
    mutable QSize m_rowSize;
    mutable int m_groupHeight = 0;
};

} // namespace countersign
