// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/noticetext.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"

#include <QCoreApplication>

namespace countersign {

namespace {

constexpr qsizetype aliasesAtMost = 3;
constexpr qsizetype nameLength = 80;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NoticeText)
};

QString failedRunsText(int count)
{
    return Words::tr("%n run(s) you decided failed", nullptr, count);
}

QString otherRunsText(int count)
{
    return Words::tr("%n run(s) you decided ended", nullptr, count);
}

QString title(const Notice &notice)
{
    if (notice.waits > 0) {
        switch (notice.kind) {
        case Notice::Kind::Arrivals:
            return Words::tr("%n new wait(s) need you", nullptr, notice.waits);
        case Notice::Kind::Reminder:
            return Words::tr("%n wait(s) still need you", nullptr, notice.waits);
        case Notice::Kind::RunsEnded:
        case Notice::Kind::Digest:
            break;
        }
        return Words::tr("%n wait(s) need you", nullptr, notice.waits);
    }
    return notice.failedRuns > 0 ? failedRunsText(notice.failedRuns)
                                 : otherRunsText(notice.otherRuns);
}

QString places(const QStringList &aliases)
{
    QStringList shown;
    for (const QString &alias : aliases.first(qMin(aliases.size(), aliasesAtMost)))
        shown.append(safeLine(alias, 40));
    const QString named = shown.join(QStringLiteral(", "));
    const auto more = static_cast<int>(aliases.size() - shown.size());
    //: %1 is a list of accounts
    return more > 0 ? Words::tr("%1 and %n more account(s)", nullptr, more).arg(named) : named;
}

QString placesAndKind(const Notice &notice)
{
    const QString named = places(notice.profileAliases);
    if (notice.waits == 0)
        return named;
    const QString kind = notice.waitKind ? waitKindLabel(*notice.waitKind)
                                         //: of waits, beside an account
                                         : Words::tr("several kinds");
    return QStringLiteral("%1 · %2").arg(named, kind);
}

} // namespace

NoticeText noticeText(const Notice &notice)
{
    NoticeText text{title(notice), {}};
    QStringList lines = {placesAndKind(notice)};
    if (notice.waits > 0 && notice.failedRuns > 0)
        lines.append(failedRunsText(notice.failedRuns));
    if (notice.waits + notice.failedRuns > 0 && notice.otherRuns > 0)
        lines.append(otherRunsText(notice.otherRuns));
    for (const QString &heading : notice.headings)
        lines.append(safeLine(heading, 2 * nameLength));
    for (const QString &task : notice.failedTasks)
        lines.append(Words::tr("Task “%1” failed").arg(safeLine(task, nameLength)));
    text.body = lines.join(QLatin1Char('\n'));
    return text;
}

} // namespace countersign
