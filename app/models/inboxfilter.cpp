// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inboxfilter.h"

#include "app/domain/format.h"
#include "app/models/inboxwords.h"

#include <QElapsedTimer>

#include <algorithm>

namespace countersign {

namespace {

constexpr int foldingMilliseconds = 4;

std::size_t at(int position)
{
    return static_cast<std::size_t>(position);
}

//! Every fact of a row that is shown, folded, one per line, so that a word is never found across
//! two. Made for many rows at a time: no fact is looked at further than it is shown.
QString foldedFacts(const WaitRow &row)
{
    constexpr qsizetype factLimit = 256;
    const QString facts[] = {
        inboxHeading(row),
        waitKindLabel(row.kind),
        inboxDetail(row),
        row.taskName.left(factLimit),
        row.loopItem.left(factLimit),
        wayDownText(row.way, row.id.executionId, {}).left(factLimit),
        row.profileAlias.left(factLimit),
        row.accountId.left(factLimit),
        row.id.place.region.text().left(factLimit),
        userNameOf(row.starter.left(factLimit)),
        row.id.executionId.text().left(factLimit),
        row.id.taskExecutionId.text().left(factLimit),
    };
    QString text;
    text.reserve(256);
    for (const QString &fact : facts) {
        text += foldedText(fact);
        text += QLatin1Char('\n');
    }
    return text;
}

//! True when every row that fits `next` fits `before` as well.
bool isNarrower(const InboxFilterSpec &before, const InboxFilterSpec &next)
{
    InboxFilterSpec same = next;
    same.text = before.text;
    if (!(same == before))
        return false;
    const QStringList words = searchWords(next.text);
    const QStringList wordsBefore = searchWords(before.text);
    return std::all_of(wordsBefore.begin(), wordsBefore.end(), [&](const QString &word) {
        return std::any_of(words.begin(), words.end(),
                           [&](const QString &longer) { return longer.contains(word); });
    });
}

} // namespace

InboxFilter::InboxFilter(InboxModel &model, QObject *parent)
    : QAbstractProxyModel(parent)
    , m_model(model)
{
    QAbstractProxyModel::setSourceModel(&model);
    m_folding.setInterval(0);
    connect(&m_folding, &QTimer::timeout, this, &InboxFilter::foldSome);
    connectModel();
    refilter(false);
    m_folding.start();
}

void InboxFilter::setSourceModel(QAbstractItemModel *)
{
    // The model is given once, in the constructor.
}

void InboxFilter::connectModel()
{
    connect(&m_model, &InboxModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(&m_model, &InboxModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { onAboutToBeRemoved(first, last); });
    connect(&m_model, &InboxModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { onRemoved(first, last); });
    connect(&m_model, &InboxModel::rowsAboutToBeMoved, this,
            [this](const QModelIndex &, int first, int last, const QModelIndex &, int destination) {
                onAboutToBeMoved(first, last, destination);
            });
    connect(&m_model, &InboxModel::rowsMoved, this, &InboxFilter::onMoved);
    connect(&m_model, &InboxModel::dataChanged, this, &InboxFilter::onDataChanged);
    connect(&m_model, &InboxModel::layoutAboutToBeChanged, this,
            &InboxFilter::onLayoutAboutToBeChanged);
    connect(&m_model, &InboxModel::layoutChanged, this, &InboxFilter::onLayoutChanged);
    connect(&m_model, &InboxModel::nowChanged, this, [this] {
        if (m_spec.olderThan)
            refilter(false);
    });
}

void InboxFilter::setSpec(const InboxFilterSpec &spec)
{
    if (spec == m_spec)
        return;
    const bool isOnlyNarrower = isNarrower(m_spec, spec);
    m_spec = spec;
    m_words = searchWords(spec.text);
    m_starter = foldedText(spec.starter);
    refilter(isOnlyNarrower);
}

void InboxFilter::setText(const QString &text)
{
    InboxFilterSpec spec = m_spec;
    spec.text = text;
    setSpec(spec);
}

WaitRow InboxFilter::waitRow(int row) const
{
    return *m_model.rowAt(m_rows[at(row)]);
}

int InboxFilter::rowOf(const WaitRowId &id) const
{
    return mapFromSource(m_model.indexOf(id)).row();
}

bool InboxFilter::startsGroup(int row) const
{
    return row == 0 ||
           m_model.rowAt(m_rows[at(row)])->group != m_model.rowAt(m_rows[at(row - 1)])->group;
}

int InboxFilter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InboxFilter::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QModelIndex InboxFilter::index(int row, int column, const QModelIndex &parent) const
{
    if (parent.isValid() || column != 0 || row < 0 || row >= rowCount())
        return {};
    return createIndex(row, 0);
}

QModelIndex InboxFilter::parent(const QModelIndex &) const
{
    return {};
}

QVariant InboxFilter::data(const QModelIndex &index, int role) const
{
    if (role != InboxModel::GroupCountRole || !index.isValid())
        return QAbstractProxyModel::data(index, role);
    const WaitGroup group = m_model.rowAt(m_rows[at(index.row())])->group;
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [this, group](int row) {
        return m_model.rowAt(row)->group == group;
    }));
}

QModelIndex InboxFilter::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!proxyIndex.isValid() || proxyIndex.row() >= rowCount())
        return {};
    return m_model.index(m_rows[at(proxyIndex.row())], 0);
}

QModelIndex InboxFilter::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid())
        return {};
    const int position = lowerBound(sourceIndex.row());
    const bool isListed = position < rowCount() && m_rows[at(position)] == sourceIndex.row();
    return isListed ? index(position, 0) : QModelIndex();
}

int InboxFilter::lowerBound(int sourceRow) const
{
    return static_cast<int>(std::lower_bound(m_rows.begin(), m_rows.end(), sourceRow) -
                            m_rows.begin());
}

void InboxFilter::shiftFrom(int position, int by)
{
    for (auto row = m_rows.begin() + position; row != m_rows.end(); ++row)
        *row += by;
}

void InboxFilter::makeRoom()
{
    std::size_t slots = m_isShown.size();
    for (int row = 0; row < m_model.waitCount(); ++row)
        slots = std::max(slots, at(m_model.slotAt(row)) + 1);
    m_isShown.resize(slots, 0);
    m_folded.resize(slots);
}

bool InboxFilter::isShown(int sourceRow) const
{
    return m_isShown[at(m_model.slotAt(sourceRow))] != 0;
}

void InboxFilter::setShown(int sourceRow, bool isShown)
{
    m_isShown[at(m_model.slotAt(sourceRow))] = isShown ? 1 : 0;
}

std::vector<int> InboxFilter::shownRows() const
{
    std::vector<int> rows;
    for (int row = 0; row < m_model.waitCount(); ++row) {
        if (isShown(row))
            rows.push_back(row);
    }
    return rows;
}

void InboxFilter::onInserted(int first, int last)
{
    shiftFrom(lowerBound(first), last - first + 1);
    for (int row = first; row <= last; ++row) {
        if (at(m_model.slotAt(row)) >= m_isShown.size())
            makeRoom();
    }
    forgetFolded(first, last);
    for (int row = first; row <= last; ++row)
        setShown(row, false);
    showRows(first, last);
}

//! Shows those of the source rows that are not shown and fit, run by run.
void InboxFilter::showRows(int first, int last)
{
    for (int row = first; row <= last;) {
        if (isShown(row) || !accepts(row)) {
            ++row;
            continue;
        }
        const int position = lowerBound(row);
        std::vector<int> run;
        for (; row <= last && !isShown(row); ++row) {
            if (accepts(row))
                run.push_back(row);
        }
        beginInsertRows({}, position, position + static_cast<int>(run.size()) - 1);
        m_rows.insert(m_rows.begin() + position, run.begin(), run.end());
        for (const int shown : run)
            setShown(shown, true);
        endInsertRows();
    }
}

//! Hides the shown rows from `first` to `last`.
void InboxFilter::hideRows(int first, int last)
{
    if (last < first)
        return;
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row)
        setShown(m_rows[at(row)], false);
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
    endRemoveRows();
}

void InboxFilter::onAboutToBeRemoved(int first, int last)
{
    hideRows(lowerBound(first), lowerBound(last + 1) - 1);
}

void InboxFilter::onRemoved(int first, int last)
{
    shiftFrom(lowerBound(first), first - last - 1);
}

void InboxFilter::onAboutToBeMoved(int first, int last, int destination)
{
    const int from = lowerBound(first);
    const int to = lowerBound(last + 1) - 1;
    const int target = lowerBound(destination);
    m_isMoving = to >= from && (target < from || target > to + 1);
    if (m_isMoving)
        beginMoveRows({}, from, to, {}, target);
}

void InboxFilter::onMoved()
{
    m_rows = shownRows();
    if (m_isMoving)
        endMoveRows();
    m_isMoving = false;
}

void InboxFilter::onDataChanged(const QModelIndex &from, const QModelIndex &to,
                                const QList<int> &roles)
{
    const int first = from.row();
    const int last = to.row();
    // What only has to do with time or place states is not searched in.
    const bool isSearched =
        roles.isEmpty() || roles.contains(Qt::ToolTipRole) || roles.contains(InboxModel::GroupRole);
    if (isSearched) {
        forgetFolded(first, last);
        for (int position = lowerBound(last + 1) - 1;
             position >= 0 && m_rows[at(position)] >= first;) {
            const int end = position;
            while (position >= 0 && m_rows[at(position)] >= first && !accepts(m_rows[at(position)]))
                --position;
            hideRows(position + 1, end);
            if (position == end)
                --position;
        }
    }
    const int shownFirst = lowerBound(first);
    const int shownLast = lowerBound(last + 1) - 1;
    if (shownLast >= shownFirst)
        Q_EMIT dataChanged(index(shownFirst, 0), index(shownLast, 0), roles);
    if (isSearched)
        showRows(first, last);
}

void InboxFilter::onLayoutAboutToBeChanged()
{
    Q_EMIT layoutAboutToBeChanged();
    m_kept = persistentIndexList();
    m_keptSource.clear();
    for (const QModelIndex &index : std::as_const(m_kept))
        m_keptSource.append(QPersistentModelIndex(mapToSource(index)));
}

void InboxFilter::onLayoutChanged()
{
    m_rows = shownRows();
    QModelIndexList after;
    after.reserve(m_keptSource.size());
    for (const QPersistentModelIndex &index : std::as_const(m_keptSource))
        after.append(mapFromSource(index));
    changePersistentIndexList(m_kept, after);
    m_kept.clear();
    m_keptSource.clear();
    Q_EMIT layoutChanged();
}

//! Looks at every row, or, when the filter has only become narrower, at the shown ones.
void InboxFilter::refilter(bool isOnlyNarrower)
{
    makeRoom();
    std::vector<int> rows;
    rows.reserve(isOnlyNarrower ? m_rows.size() : at(m_model.waitCount()));
    if (isOnlyNarrower) {
        std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(rows),
                     [this](int row) { return accepts(row); });
    } else {
        for (int row = 0; row < m_model.waitCount(); ++row) {
            if (accepts(row))
                rows.push_back(row);
        }
    }
    if (rows == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList source;
    source.reserve(before.size());
    for (const QModelIndex &index : before)
        source.append(mapToSource(index));
    for (const int row : m_rows)
        setShown(row, false);
    m_rows = std::move(rows);
    for (const int row : m_rows)
        setShown(row, true);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : std::as_const(source))
        after.append(mapFromSource(index));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

bool InboxFilter::accepts(int sourceRow) const
{
    const WaitRow &row = *m_model.rowAt(sourceRow);
    if (!m_spec.regions.isEmpty() && !m_spec.regions.contains(row.id.place.region))
        return false;
    if (!m_spec.profiles.isEmpty() && !m_spec.profiles.contains(row.id.place.profile))
        return false;
    if (!m_spec.kinds.isEmpty() && !m_spec.kinds.contains(row.kind))
        return false;
    if (!m_spec.groups.isEmpty() && !m_spec.groups.contains(row.group))
        return false;
    if (!m_starter.isEmpty() && foldedText(userNameOf(row.starter)) != m_starter)
        return false;
    if (m_spec.olderThan && (!row.waitingSince.isValid() || !m_model.now().isValid() ||
                             row.waitingSince.secsTo(m_model.now()) < m_spec.olderThan->count()))
        return false;
    return m_words.isEmpty() || fitsText(sourceRow);
}

bool InboxFilter::fitsText(int sourceRow) const
{
    const QString &text = folded(sourceRow);
    return std::all_of(m_words.begin(), m_words.end(),
                       [&text](const QString &word) { return text.contains(word); });
}

const QString &InboxFilter::folded(int sourceRow) const
{
    QString &text = m_folded[at(m_model.slotAt(sourceRow))];
    if (text.isNull())
        text = foldedFacts(*m_model.rowAt(sourceRow));
    return text;
}

void InboxFilter::forgetFolded(int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_folded[at(m_model.slotAt(row))] = QString();
    m_foldedUpTo = 0;
    m_folding.start();
}

void InboxFilter::foldSome()
{
    QElapsedTimer timer;
    timer.start();
    for (; m_foldedUpTo < m_model.waitCount(); ++m_foldedUpTo) {
        if (timer.elapsed() >= foldingMilliseconds)
            return;
        folded(m_foldedUpTo);
    }
    m_folding.stop();
}

} // namespace countersign
