// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/decisionstable.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/models/decisionrowwords.h"
#include "app/models/inboxfilterspec.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

constexpr qsizetype noteLimit = 256;
constexpr int foldingMilliseconds = 4;

int compared(const QString &a, const QString &b)
{
    return QString::compare(a, b, Qt::CaseInsensitive);
}

//! Below, at or above zero, on the values that the column shows the words of.
int compared(const DecisionRow &a, const DecisionRow &b, int column)
{
    switch (column) {
    case DecisionsTable::ActColumn:
        return static_cast<int>(a.act) - static_cast<int>(b.act);
    case DecisionsTable::TaskColumn:
        return compared(a.taskName, b.taskName);
    case DecisionsTable::ItemColumn:
        return compared(a.loopItem, b.loopItem);
    case DecisionsTable::RunColumn:
        return compared(a.executionId.text(), b.executionId.text());
    case DecisionsTable::AccountColumn: {
        const int aliases = compared(a.profileAlias, b.profileAlias);
        return aliases != 0 ? aliases : compared(a.accountId, b.accountId);
    }
    case DecisionsTable::RegionColumn:
        return compared(a.place.region.text(), b.place.region.text());
    case DecisionsTable::ActorColumn:
        return compared(a.actor, b.actor);
    case DecisionsTable::StateColumn:
        return static_cast<int>(standingOf(a)) - static_cast<int>(standingOf(b));
    case DecisionsTable::CodeColumn:
        return compared(a.code, b.code);
    case DecisionsTable::NoteColumn:
        return compared(a.note, b.note);
    default:
        return a.at < b.at ? -1 : (b.at < a.at ? 1 : 0);
    }
}

QString cell(const DecisionRow &row, int column)
{
    switch (column) {
    case DecisionsTable::WhenColumn:
        return localSecondsText(row.at);
    case DecisionsTable::ActColumn:
        return decisionActText(row);
    case DecisionsTable::TaskColumn:
        return decisionTaskText(row);
    case DecisionsTable::ItemColumn:
        return safeLine(row.loopItem, 120);
    case DecisionsTable::RunColumn:
        return groupedId(row.executionId.text());
    case DecisionsTable::AccountColumn:
        return decisionAccountText(row);
    case DecisionsTable::RegionColumn:
        return safeLine(row.place.region.text(), 80);
    case DecisionsTable::ActorColumn:
        return decisionActorText(row);
    case DecisionsTable::StateColumn:
        return decisionStateText(row);
    case DecisionsTable::CodeColumn:
        return safeLine(row.code, 120);
    default:
        return safeLine(row.note, noteLimit);
    }
}

QString exactCell(const DecisionRow &row, int column)
{
    switch (column) {
    case DecisionsTable::TaskColumn:
        return row.rowCount > 0 || row.taskName.isEmpty() ? cell(row, column) : row.taskName;
    case DecisionsTable::ItemColumn:
        return row.loopItem;
    case DecisionsTable::RunColumn:
        return row.executionId.text();
    case DecisionsTable::RegionColumn:
        return row.place.region.text();
    case DecisionsTable::CodeColumn:
        return row.code;
    case DecisionsTable::NoteColumn:
        return row.note;
    default:
        return cell(row, column);
    }
}

//! The whole row for who does not see it; the code is part of the state's words.
QString spoken(const DecisionRow &row)
{
    //: A decision in a list: %1 act, %2 task, %3 time, %4 state, a sentence, %5 who decided
    return DecisionsTable::tr("%1: %2, %3, by %5. %4")
        .arg(decisionActText(row), decisionTaskText(row), localSecondsText(row.at),
             decisionStateText(row), decisionActorText(row));
}

} // namespace

DecisionsTable::DecisionsTable(QObject *parent)
    : RowTable(parent)
{
    m_folding.setInterval(0);
    connect(&m_folding, &QTimer::timeout, this, &DecisionsTable::foldSome);
}

const ListedDecisionPtr &DecisionsTable::keep(DecisionRow row)
{
    const QByteArray key = row.key;
    return *m_known.insert(
        key, std::make_shared<ListedDecision>(ListedDecision{std::move(row), QString()}));
}

void DecisionsTable::apply(std::vector<DecisionRow> rows)
{
    const QHash<QByteArray, ListedDecisionPtr> before = std::exchange(m_known, {});
    m_known.reserve(static_cast<qsizetype>(rows.size()));
    m_all.clear();
    m_all.reserve(rows.size());
    for (DecisionRow &row : rows) {
        const auto known = before.constFind(row.key);
        if (known != before.constEnd() && (*known)->row == row)
            m_all.push_back(*m_known.insert(row.key, *known));
        else
            m_all.push_back(keep(std::move(row)));
    }
    sortAll();
    list();
}

void DecisionsTable::takeIn(std::vector<DecisionRow> rows)
{
    for (DecisionRow &row : rows) {
        const ListedDecisionPtr known = m_known.value(row.key);
        if (known && known->row == row)
            continue;
        if (known)
            takeOut(known);
        putIn(keep(std::move(row)));
    }
    list();
}

void DecisionsTable::takeOut(const ListedDecisionPtr &decision)
{
    const auto found =
        std::lower_bound(m_all.begin(), m_all.end(), decision,
                         [this](const auto &a, const auto &b) { return comesBefore(a, b); });
    Q_ASSERT(found != m_all.end() && *found == decision);
    m_all.erase(found);
}

void DecisionsTable::putIn(const ListedDecisionPtr &decision)
{
    const auto place =
        std::lower_bound(m_all.begin(), m_all.end(), decision,
                         [this](const auto &a, const auto &b) { return comesBefore(a, b); });
    m_all.insert(place, decision);
}

void DecisionsTable::sortAll()
{
    std::sort(m_all.begin(), m_all.end(),
              [this](const auto &a, const auto &b) { return comesBefore(a, b); });
}

void DecisionsTable::setFilter(const DecisionsFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_words = searchWords(filter.text);
    list();
}

void DecisionsTable::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    sortAll();
    list();
}

//! Decisions that the column does not tell apart stand newest first.
bool DecisionsTable::comesBefore(const ListedDecisionPtr &a, const ListedDecisionPtr &b) const
{
    const int order = compared(a->row, b->row, m_sortColumn);
    if (order != 0)
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    const int age = compared(b->row, a->row, WhenColumn);
    return age != 0 ? age < 0 : a->row.key < b->row.key;
}

bool DecisionsTable::accepts(const ListedDecision &decision) const
{
    if (!m_words.isEmpty() && decision.folded.isNull())
        decision.folded = foldedFacts(decision.row);
    return fits(m_filter, m_words, decision.row, decision.folded);
}

void DecisionsTable::list()
{
    std::vector<ListedDecisionPtr> next;
    next.reserve(m_all.size());
    for (const ListedDecisionPtr &decision : m_all) {
        if (accepts(*decision))
            next.push_back(decision);
    }
    replaceRows(std::move(next), [](const ListedDecisionPtr &decision) -> const QByteArray & {
        return decision->row.key;
    });
    m_foldedUpTo = 0;
    m_folding.start();
    Q_EMIT listed();
}

void DecisionsTable::foldSome()
{
    QElapsedTimer timer;
    timer.start();
    for (; m_foldedUpTo < m_all.size(); ++m_foldedUpTo) {
        const ListedDecision &decision = *m_all[m_foldedUpTo];
        if (!decision.folded.isNull())
            continue;
        if (timer.elapsed() >= foldingMilliseconds)
            return;
        decision.folded = foldedFacts(decision.row);
    }
    m_folding.stop();
}

int DecisionsTable::rowOf(const QByteArray &key) const
{
    const auto found = std::find_if(rows().begin(), rows().end(), [&key](const auto &decision) {
        return decision->row.key == key;
    });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

std::vector<const DecisionRow *> DecisionsTable::allRows() const
{
    std::vector<const DecisionRow *> all;
    all.reserve(m_all.size());
    for (const ListedDecisionPtr &decision : m_all)
        all.push_back(&decision->row);
    return all;
}

int DecisionsTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DecisionsTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DecisionRow &row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == WhenColumn ? spoken(row) : cell(row, index.column());
    case Qt::ToolTipRole:
        return safeToolTip(index.column() == NoteColumn ? row.note : cell(row, index.column()));
    case KeyRole:
        return row.key;
    case StandingRole:
        return QVariant::fromValue(standingOf(row));
    case ExecutionIdRole:
        return row.executionId.text();
    case DecisionIdRole:
        return row.shortId;
    case RequestIdRole:
        return row.requestId;
    case NoteRole:
        return row.note;
    case CopyRole:
        return exactCell(row, index.column());
    default:
        return {};
    }
}

QVariant DecisionsTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhenColumn:
        return tr("When", "column of decisions");
    case ActColumn:
        return tr("Act", "column of decisions");
    case TaskColumn:
        return tr("Task", "column of decisions");
    case ItemColumn:
        return tr("Item", "column of decisions");
    case RunColumn:
        return tr("Run", "column of decisions");
    case AccountColumn:
        return tr("Account", "column of decisions");
    case RegionColumn:
        return tr("Region", "column of decisions");
    case ActorColumn:
        return tr("By", "column of decisions");
    case StateColumn:
        return tr("State", "column of decisions");
    case CodeColumn:
        return tr("Code", "column of decisions");
    case NoteColumn:
        return tr("Note", "column of decisions");
    default:
        return {};
    }
}

} // namespace countersign
