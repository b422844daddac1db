// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/logmodel.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"

#include <QSet>

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
    return localSecondsText(line.timestamp);
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
    m_characters = 0;
    for (const LogLine &line : rows())
        m_characters += line.message.size();
}

void LogModel::append(std::vector<LogLine> lines)
{
    for (LogLine &line : lines) {
        line = bounded(line);
        m_characters += line.message.size();
    }
    appendRows(std::move(lines));
    makeRoom();
}

void LogModel::makeRoom()
{
    std::size_t over = 0;
    while (rows().size() - over > mostLines || m_characters > wholeLimit)
        m_characters -= rows()[over++].message.size();
    m_droppedLines += static_cast<int>(over);
    removeRange(0, static_cast<int>(over) - 1);
}

void LogModel::setTaskNames(const QHash<TaskExecutionId, QString> &names)
{
    if (names == m_taskNames)
        return;
    m_taskNames = names;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, TaskColumn), index(rowCount() - 1, TaskColumn),
                           {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

QString LogModel::taskName(const TaskExecutionId &id) const
{
    if (id.isEmpty())
        return {};
    const QString name = m_taskNames.value(id);
    return safeLine(name.isEmpty() ? id.text() : name, 128);
}

std::vector<std::pair<TaskExecutionId, QString>> LogModel::tasks() const
{
    std::vector<std::pair<TaskExecutionId, QString>> found;
    QSet<TaskExecutionId> known;
    for (const LogLine &line : rows()) {
        if (known.contains(line.taskExecutionId))
            continue;
        known.insert(line.taskExecutionId);
        found.emplace_back(line.taskExecutionId, taskName(line.taskExecutionId));
    }
    return found;
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
    if (role == CopyRole)
        return exactCell(line, index.column());
    if (role == Qt::AccessibleTextRole)
        return index.column() == TimeColumn
                   //: A line of a log: %1 time, %2 type, %3 message
                   ? tr("%1, %2: %3").arg(timeText(line), safeLine(line.logType), messageText(line))
                   : cell(line, index.column());
    if (role == Qt::ToolTipRole)
        return index.column() == MessageColumn ? safeToolTip(line.message) : QVariant();
    return role == Qt::DisplayRole ? cell(line, index.column()) : QVariant();
}

QString LogModel::cell(const LogLine &line, int column) const
{
    switch (column) {
    case TimeColumn:
        return timeText(line);
    case TypeColumn:
        return safeLine(line.logType, 64);
    case TaskColumn:
        return taskName(line.taskExecutionId);
    default:
        return messageText(line);
    }
}

QString LogModel::exactCell(const LogLine &line, int column) const
{
    switch (column) {
    case TypeColumn:
        return line.logType;
    case MessageColumn:
        return line.message;
    default:
        return cell(line, column);
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
    case TaskColumn:
        return tr("Task", "column of a log");
    case MessageColumn:
        return tr("Message", "column of a log");
    default:
        return {};
    }
}

} // namespace countersign
