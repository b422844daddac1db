// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QAbstractItemModel;
class QTreeView;
class QWidget;
QT_END_NAMESPACE

namespace countersign {

//! A read-only table of facts on a tree view, which is light with many rows. Columns take what they
//! need, the widest of them the rest.
QTreeView *newTree(QAbstractItemModel *model, const QString &accessibleName, QWidget *parent);

//! True when a person has arranged the columns of a table from newTree(): what it remembers is
//! worth keeping.
bool hasChosenColumns(const QTreeView *view);
//! Arranges the columns as QHeaderView::saveState() gave them.
void chooseColumns(QTreeView *view, const QByteArray &state);

//! Keeps the view as high as its rows, at most `mostRows` of them, and hides it and `companion`
//! (may be null) while there are none.
void fitHeightToRows(QTreeView *view, int mostRows, QWidget *companion);

} // namespace countersign
