// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/factchanges.h"
#include "ui/views/toneframe.h"

#include <vector>

QT_BEGIN_NAMESPACE
class QGridLayout;
QT_END_NAMESPACE

namespace countersign {

class SafeLabel;

//! What has changed since it was read: a fact a line, its old value beside the new one. Hidden
//! while there is nothing.
class ChangesView : public ToneFrame
{
    Q_OBJECT

public:
    explicit ChangesView(QWidget *parent = nullptr);

    void setChanges(const QString &title, const std::vector<FactChange> &changes);
    //! The label with the title; it can take the keyboard focus.
    QWidget *title() const;

private:
    struct Row
    {
        SafeLabel *label;
        SafeLabel *before;
        SafeLabel *after;
    };

    SafeLabel *newHead(const QString &words);
    void addRow();

    SafeLabel *m_title;
    QGridLayout *m_grid;
    std::vector<FactChange> m_changes;
    std::vector<Row> m_rows;
};

} // namespace countersign
