// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/reviewviewmodel.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QGridLayout;
QT_END_NAMESPACE

namespace countersign {

class SafeLabel;

//! Facts beside their labels, in one or two columns as the width allows. Labels are reused, so that
//! a change of a value does not move the keyboard focus or a selection.
class FactsGrid : public QWidget
{
    Q_OBJECT

public:
    explicit FactsGrid(QWidget *parent = nullptr);

    void setFacts(const std::vector<LabelledFact> &facts);
    //! At most so many columns; default 2.
    void setMaximumColumns(int columns);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row
    {
        SafeLabel *label = nullptr;
        SafeLabel *value = nullptr;
    };

    void arrange();
    int wantedColumns() const;

    std::vector<LabelledFact> m_facts;
    std::vector<Row> m_rows;
    QGridLayout *m_grid;
    int m_maximumColumns = 2;
    int m_columns = 0;
};

} // namespace countersign
