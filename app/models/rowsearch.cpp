// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/rowsearch.h"

#include <QElapsedTimer>

#include <algorithm>

namespace countersign {

namespace {

constexpr qsizetype longestText = 256;
constexpr int millisecondsAtOnce = 8;

} // namespace

RowSearch::RowSearch(QAbstractItemModel *model, int column, int role, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_column(column)
    , m_role(role)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &RowSearch::lookOn);
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first) {
        if (first < m_looked)
            beginAgain();
        else if (!m_text.isEmpty())
            m_timer.start();
    });
    connect(model, &QAbstractItemModel::rowsRemoved, this, &RowSearch::beginAgain);
    connect(model, &QAbstractItemModel::layoutChanged, this, &RowSearch::beginAgain);
    connect(model, &QAbstractItemModel::modelReset, this, &RowSearch::beginAgain);
}

void RowSearch::setText(const QString &text)
{
    const QString wanted = text.left(longestText);
    if (wanted == m_text)
        return;
    m_text = wanted;
    beginAgain();
}

void RowSearch::beginAgain()
{
    m_matches.clear();
    m_looked = 0;
    if (m_text.isEmpty())
        m_timer.stop();
    else
        m_timer.start();
    Q_EMIT changed();
}

void RowSearch::lookOn()
{
    QElapsedTimer clock;
    clock.start();
    const int count = m_model->rowCount();
    while (m_looked < count && clock.elapsed() < millisecondsAtOnce) {
        const QString line = m_model->index(m_looked, m_column).data(m_role).toString();
        if (line.contains(m_text, Qt::CaseInsensitive))
            m_matches.push_back(m_looked);
        ++m_looked;
    }
    if (m_looked >= count)
        m_timer.stop();
    Q_EMIT changed();
}

int RowSearch::next(int row) const
{
    if (m_matches.empty())
        return -1;
    const auto found = std::upper_bound(m_matches.begin(), m_matches.end(), row);
    return found == m_matches.end() ? m_matches.front() : *found;
}

int RowSearch::previous(int row) const
{
    if (m_matches.empty())
        return -1;
    const auto found = std::lower_bound(m_matches.begin(), m_matches.end(), row);
    return found == m_matches.begin() ? m_matches.back() : *std::prev(found);
}

int RowSearch::placeOf(int row) const
{
    const auto found = std::lower_bound(m_matches.begin(), m_matches.end(), row);
    if (found == m_matches.end() || *found != row)
        return 0;
    return static_cast<int>(found - m_matches.begin()) + 1;
}

} // namespace countersign
