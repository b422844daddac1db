// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/factsgrid.h"

#include "app/domain/displaytext.h"
#include "ui/views/safelabel.h"
#include "ui/views/tooltips.h"

#include <QGridLayout>

namespace countersign {

namespace {

// Ids can be selected with the keyboard; other values would only lengthen the way of the Tab key.
Qt::TextInteractionFlags interaction(QString value)
{
    value.remove(QLatin1Char(' '));
    const bool isId = value.size() >= 16 && value.contains(QLatin1Char('-')) && isUsualId(value);
    return isId ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                : Qt::TextInteractionFlags(Qt::TextSelectableByMouse);
}

} // namespace

FactsGrid::FactsGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(5);
}

void FactsGrid::setMaximumColumns(int columns)
{
    m_maximumColumns = columns;
}

void FactsGrid::setFacts(const std::vector<LabelledFact> &facts)
{
    if (facts == m_facts)
        return;
    const bool isSameShape = facts.size() == m_facts.size();
    m_facts = facts;
    while (m_rows.size() < facts.size()) {
        Row row{new SafeLabel(this), new SafeLabel(SafeLabel::Use::Copyable, this)};
        row.label->setQuiet(true);
        row.label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        row.value->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        m_rows.push_back(row);
    }
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const bool isUsed = i < facts.size();
        m_rows[i].label->setVisible(isUsed);
        m_rows[i].value->setVisible(isUsed);
        if (!isUsed)
            continue;
        m_rows[i].label->setText(facts[i].label);
        m_rows[i].value->setText(facts[i].value);
        if (m_rows[i].value->textInteractionFlags() != interaction(facts[i].value))
            m_rows[i].value->setTextInteractionFlags(interaction(facts[i].value));
        //: A fact as assistive technology reads it: %1 is its label, %2 its value.
        m_rows[i].value->setAccessibleName(tr("%1: %2").arg(facts[i].label, facts[i].value));
        setToolTipWords(m_rows[i].value, facts[i].toolTip);
    }
    if (!isSameShape)
        m_columns = 0;
    arrange();
}

void FactsGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

int FactsGrid::wantedColumns() const
{
    const int perColumn = fontMetrics().averageCharWidth() * 52;
    return qBound(1, width() / perColumn, m_maximumColumns);
}

void FactsGrid::arrange()
{
    const int columns = wantedColumns();
    if (columns == m_columns)
        return;
    m_columns = columns;
    const auto count = static_cast<int>(m_facts.size());
    const int perColumn = (count + columns - 1) / columns;
    for (const Row &row : m_rows) {
        m_grid->removeWidget(row.label);
        m_grid->removeWidget(row.value);
    }
    for (int i = 0; i < count; ++i) {
        const Row &row = m_rows[static_cast<size_t>(i)];
        const int column = i / perColumn * 2;
        m_grid->addWidget(row.label, i % perColumn, column);
        m_grid->addWidget(row.value, i % perColumn, column + 1);
    }
    for (int column = 0; column < m_maximumColumns; ++column) {
        m_grid->setColumnStretch(column * 2, 0);
        m_grid->setColumnMinimumWidth(column * 2,
                                      column < columns ? fontMetrics().averageCharWidth() * 16 : 0);
        m_grid->setColumnStretch(column * 2 + 1, column < columns ? 1 : 0);
    }
}

} // namespace countersign
