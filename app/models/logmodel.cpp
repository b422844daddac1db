// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/logmodel.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr std::size_t mostLines = 20'000;
constexpr qsizetype lineLimit = 8 * 1'024;
// More in one line of a list cannot be read there and takes long to lay out.
constexpr qsizetype shownLimit = 512;
constexpr qsizetype wordLimit = 128;
constexpr qsizetype wholeLimit = 16 * 1'024 * 1'024;

//! The line with no more of its texts than is kept.
LogLine bounded(const LogLine &line)
{
    LogLine kept = line;
    // One character more than is ever shown lets the text say that it is cut.
    if (kept.message.size() > lineLimit)
        kept.message = line.message.left(lineLimit + 1);
    if (kept.logType.size() > wordLimit)
        kept.logType = line.logType.left(wordLimit);
    if (kept.timestampText.size() > wordLimit)
        kept.timestampText = line.timestampText.left(wordLimit);
    return kept;
}

//! Rows at the front of `old` that have to go so that the rest is the beginning of `next`.
std::size_t overlapStart(const std::vector<LogLine> &old, const std::vector<LogLine> &next)
{
    // A log of equal lines would be compared with itself over and over.
    constexpr int mostAttempts = 50;
    int attempts = 0;
    std::size_t start = old.size() > next.size() ? old.size() - next.size() : 0;
    for (; start < old.size() && attempts < mostAttempts; ++start) {
        if (!(old[start] == next.front()))
            continue;
        ++attempts;
        if (std::equal(old.begin() + static_cast<std::ptrdiff_t>(start), old.end(), next.begin()))
            return start;
    }
    return old.size();
}

QString messageText(const LogLine &line)
{
    return safeLine(line.message, shownLimit);
}

QString timeText(const LogLine &line)
{
    if (!line.timestamp.isValid())
        return safeLine(line.timestampText, 64);
    return line.timestamp.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss");
}

} // namespace

LogModel::LogModel(QObject *parent)
    : RowTable(parent)
{
}

void LogModel::apply(const std::vector<LogLine> &lines)
{
    qsizetype room = wholeLimit;
    std::size_t first = lines.size();
    while (first > 0 && lines.size() - first < mostLines && room > 0) {
        --first;
        room -= std::min(lines[first].message.size(), lineLimit);
    }
    m_droppedLines = static_cast<int>(first);
    std::vector<LogLine> next;
    next.reserve(lines.size() - first);
    for (std::size_t i = first; i < lines.size(); ++i)
        next.push_back(bounded(lines[i]));
    const std::size_t start = overlapStart(rows(), next);
    removeRange(0, static_cast<int>(start) - 1);
    next.erase(next.begin(), next.begin() + static_cast<std::ptrdiff_t>(rows().size()));
    appendRows(std::move(next));
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LogLine &line = at(index.row());
    if (role == TaskExecutionIdRole)
        return QVariant::fromValue(line.taskExecutionId);
    if (role == MessageRole)
        return safeBlock(line.message, lineLimit);
    if (role == Qt::AccessibleTextRole)
        //: A line of a log: %1 time, %2 type, %3 message
        return tr("%1, %2: %3").arg(timeText(line), safeLine(line.logType), messageText(line));
    if (role == Qt::ToolTipRole)
        return index.column() == MessageColumn ? safeToolTip(line.message) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return timeText(line);
    case TypeColumn:
        return safeLine(line.logType, 64);
    default:
        return messageText(line);
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time", "column of a log");
    case TypeColumn:
        return tr("Type", "column of a log");
    case MessageColumn:
        return tr("Message", "column of a log");
    default:
        return {};
    }
}

} // namespace countersign
