// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/changesview.h"

#include "ui/views/safelabel.h"

#include <QGridLayout>

namespace countersign {

namespace {

enum Column { LabelColumn, BeforeColumn, AfterColumn, ColumnCount };

constexpr int firstRow = 2; // below the title and the heads of the columns

} // namespace

ChangesView::ChangesView(QWidget *parent)
    : ToneFrame(parent)
    , m_title(new SafeLabel(this))
    , m_grid(new QGridLayout(this))
{
    setTone(Tone::Warning);
    m_title->setObjectName(QStringLiteral("changesTitle"));
    m_title->setWeight(true);
    m_title->setFocusPolicy(Qt::TabFocus);
    m_grid->setContentsMargins(16, 8, 12, 8);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(5);
    m_grid->addWidget(m_title, 0, 0, 1, ColumnCount);
    m_grid->addWidget(newHead(tr("As you read it")), 1, BeforeColumn);
    m_grid->addWidget(newHead(tr("As it is now")), 1, AfterColumn);
    m_grid->setColumnStretch(LabelColumn, 2);
    m_grid->setColumnStretch(BeforeColumn, 3);
    m_grid->setColumnStretch(AfterColumn, 3);
    hide();
}

SafeLabel *ChangesView::newHead(const QString &words)
{
    auto *head = new SafeLabel(this);
    head->setQuiet(true);
    head->setText(words);
    return head;
}

void ChangesView::addRow()
{
    const int line = firstRow + static_cast<int>(m_rows.size());
    Row row{new SafeLabel(this), new SafeLabel(SafeLabel::Use::Copyable, this),
            new SafeLabel(SafeLabel::Use::Copyable, this)};
    row.after->setWeight(true);
    const std::pair<SafeLabel *, Column> places[] = {
        {row.label, LabelColumn}, {row.before, BeforeColumn}, {row.after, AfterColumn}};
    for (const auto &[label, column] : places) {
        label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        m_grid->addWidget(label, line, column);
    }
    m_rows.push_back(row);
}

void ChangesView::setChanges(const QString &title, const std::vector<FactChange> &changes)
{
    m_title->setText(title);
    setVisible(!changes.empty());
    if (changes == m_changes)
        return;
    m_changes = changes;
    while (m_rows.size() < changes.size())
        addRow();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        const bool isUsed = i < changes.size();
        for (SafeLabel *label : {row.label, row.before, row.after})
            label->setVisible(isUsed);
        if (!isUsed)
            continue;
        const FactChange &change = changes[i];
        row.label->setText(change.label);
        row.before->setText(change.before);
        row.after->setText(change.after);
        //: As assistive technology reads it: %1 is a fact, %2 its value as it was read.
        row.before->setAccessibleName(
            tr("%1, as you read it: %2").arg(change.label, change.before));
        //: As assistive technology reads it: %1 is a fact, %2 its value by now.
        row.after->setAccessibleName(tr("%1, as it is now: %2").arg(change.label, change.after));
    }
}

QWidget *ChangesView::title() const
{
    return m_title;
}

} // namespace countersign
