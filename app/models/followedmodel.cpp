// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/followedmodel.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"

#include <algorithm>

namespace countersign {

namespace {

QString runText(const FollowedRun &run)
{
    const QString name = safeLine(run.templateName, 128);
    return name.isEmpty() ? safeLine(run.executionId.text()) : name;
}

QString placeText(const FollowedRun &run)
{
    return QStringLiteral("%1 / %2").arg(safeLine(run.profileAlias, 60),
                                         safeLine(run.place.region.text(), 60));
}

QString decidedText(const FollowedRun &run)
{
    return FollowedModel::tr("%1, %2", "name of an act, and when it was decided")
        .arg(actLabel(run.act), localTimeText(run.decidedAt));
}

} // namespace

QString followedStateText(const FollowedRun &run)
{
    if (run.isMissing)
        return FollowedModel::tr("The service does not know this run any more.");
    if (!run.readAt.isValid())
        return FollowedModel::tr("Not read yet");
    const QString state = runStatusLabel(run.status, run.statusText);
    if (run.status == RunStatus::Failed && !run.failedTask.isEmpty())
        //: %1 is the state of a run, %2 the name of the task that failed
        return FollowedModel::tr("%1: task %2").arg(state, safeLine(run.failedTask, 128));
    return state;
}

FollowedModel::FollowedModel(QObject *parent)
    : RowTable(parent)
{
}

void FollowedModel::apply(const std::vector<FollowedRun> &runs)
{
    std::vector<FollowedRun> next;
    for (const FollowedRun &run : runs) {
        const bool isKnown =
            std::any_of(next.begin(), next.end(), [&run](const FollowedRun &other) {
                return other.executionId == run.executionId;
            });
        if (!isKnown)
            next.push_back(run);
    }
    replaceRows(std::move(next),
                [](const FollowedRun &run) -> const ExecutionId & { return run.executionId; });
}

int FollowedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FollowedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FollowedRun &run = at(index.row());
    if (role == StatusRole)
        return QVariant::fromValue(run.status);
    if (role == IsEndedRole)
        return run.hasEnded();
    if (role == Qt::AccessibleTextRole && index.column() == RunColumn)
        //: %1 is a template, %2 the state of its run, %3 account and region, %4 what was decided
        return tr("%1, %2, %3, decided: %4")
            .arg(runText(run), followedStateText(run), placeText(run), decidedText(run));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    QString text = decidedText(run);
    if (index.column() == RunColumn)
        text = runText(run);
    else if (index.column() == StateColumn)
        text = followedStateText(run);
    else if (index.column() == PlaceColumn)
        text = placeText(run);
    if (role == Qt::DisplayRole)
        return text;
    return safeToolTip(QString(text + QLatin1Char('\n') + safeLine(run.executionId.text())));
}

QVariant FollowedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RunColumn:
        return tr("Run", "column of a table");
    case StateColumn:
        return tr("State", "column of a table");
    case PlaceColumn:
        return tr("Account and region", "column of a table");
    case DecidedColumn:
        return tr("Decided", "column of a table");
    default:
        return {};
    }
}

} // namespace countersign
