// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/alternative.h"

namespace countersign {

namespace {

bool isVote(Act act)
{
    return act == Act::Approve || act == Act::Reject;
}

bool begins(const QString &code, QLatin1String word)
{
    return code == word || code.startsWith(QString(word + QLatin1Char('.')));
}

//! What the code says it is about; empty where it does not say.
QString subjectOf(const QString &code)
{
    const qsizetype dot = code.indexOf(u'.');
    return dot < 0 ? QString() : code.mid(dot + 1);
}

//! True when the code may mean a parameter of this name: it names it, or it names nothing, or the
//! program does not know it.
bool mayMean(const SendReport &report, QLatin1String parameter)
{
    const QString &code = report.code;
    const int status = report.httpStatus;
    if (code.contains(parameter, Qt::CaseInsensitive))
        return true;
    const bool isParameterCode = begins(code, QLatin1String("InvalidParameter")) ||
                                 begins(code, QLatin1String("MissingParameter"));
    if (isParameterCode)
        return subjectOf(code).isEmpty();
    if (begins(code, QLatin1String("EntityNotExists")))
        return true;
    const bool isAboutRights = status == 401 || status == 403;
    return !isCodeBeforeAction(code) && !isAboutRights && status >= 400 && status < 500;
}

} // namespace

Alternative alternativeTo(const DecisionRecord &record, const SendReport &report,
                          const Observation &last)
{
    if (report.reply != SendReport::Reply::Complete || report.code.isEmpty() || !last.run ||
        isFinal(last.run->status))
        return Alternative::None;
    if (record.taskExecutionIds.size() > 1)
        return mayMean(report, QLatin1String("TaskExecutionId")) ? Alternative::OneByOne
                                                                 : Alternative::None;
    if (!isVote(record.act) || !mayMean(report, QLatin1String("TaskExecutionId")))
        return Alternative::None;
    if (record.taskExecutionId.isEmpty() || record.omitsTaskId)
        return Alternative::NameTheTask;
    const bool isTheOnlyOne =
        last.waitingRows.size() == 1 && last.waitingRows.front().id == record.taskExecutionId;
    return isTheOnlyOne ? Alternative::WithoutTaskId : Alternative::None;
}

} // namespace countersign
