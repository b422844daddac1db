// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace countersign {

//! The list of waits. When the chosen row goes away nothing else is chosen by itself.
class InboxList : public QListView
{
    Q_OBJECT

public:
    explicit InboxList(QWidget *parent = nullptr);

Q_SIGNALS:
    //! Enter on a row: the person wants to read it.
    void rowEntered();

protected:
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace countersign
