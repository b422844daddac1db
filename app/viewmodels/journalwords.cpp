// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/journalwords.h"

#include "app/domain/displaytext.h"

#include <QCoreApplication>
#include <QStringList>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JournalWords)
};

QString reasonText(const JournalProblem &problem)
{
    const QString path = safeLine(problem.path, 200);
    switch (problem.kind) {
    case JournalProblem::Kind::ForeignFolder:
        //: %1 is a folder
        return Words::tr("The folder of the journal, %1, belongs to another user, or others may "
                         "write to it. Deciding is closed until it is yours alone.")
            .arg(path);
    case JournalProblem::Kind::InUse:
        //: %1 is a file
        return Words::tr("Another Countersign writes to the journal %1. Deciding opens here when "
                         "the other one has ended.")
            .arg(path);
    case JournalProblem::Kind::NotReadable:
        //: %1 is a file
        return Words::tr("The journal %1 could not be opened, and nothing is sent without a "
                         "record. Deciding is closed until it can be opened.")
            .arg(path);
    case JournalProblem::Kind::NotWritable:
        //: %1 is a file
        return Words::tr("Nothing can be written to the journal %1, and nothing is sent without a "
                         "record. Deciding is closed until it can be written.")
            .arg(path);
    case JournalProblem::Kind::NoRoom:
        //: %1 is a file
        return Words::tr("There is no room left for the journal %1, and nothing is sent without a "
                         "record. Deciding is closed until there is room.")
            .arg(path);
    case JournalProblem::Kind::Damaged:
        if (problem.finding.isEmpty())
            //: %1 is a file
            return Words::tr("The journal %1 is damaged. It is left as it is, and deciding is "
                             "closed.")
                .arg(path);
        //: %1 is a file, %2 what was found in it, in English
        return Words::tr("The journal %1 is damaged (%2). It is left as it is, and deciding is "
                         "closed.")
            .arg(path, safeLine(problem.finding, 200));
    case JournalProblem::Kind::Newer:
        //: %1 is a file
        return Words::tr("The journal %1 was written by a newer version of this program. Deciding "
                         "is closed until Countersign is updated.")
            .arg(path);
    }
    return {};
}

} // namespace

QString journalProblemText(const JournalProblem &problem, bool isOnItsWay)
{
    const QString reason = reasonText(problem);
    if (isOnItsWay)
        //: %1 is sentences
        return Words::tr("It may have been carried out: a decision was on its way. %1").arg(reason);
    //: %1 is sentences
    return Words::tr("Nothing was sent. %1").arg(reason);
}

QString unreadJournalText(const JournalProblem &problem)
{
    //: %1 is sentences
    return Words::tr("Nothing was sent. But what was under way when the program ended before may "
                     "have been carried out. %1")
        .arg(reasonText(problem));
}

QString journalProblemDetails(const JournalProblem &problem)
{
    QStringList lines{safeLine(problem.path, 1'000)};
    if (!problem.finding.isEmpty())
        //: %1 is what was found in a file, in English
        lines += Words::tr("Found: %1").arg(safeLine(problem.finding));
    if (!problem.reason.isEmpty())
        //: %1 is what the system said, in its words
        lines += Words::tr("Message: %1").arg(safeBlock(problem.reason, 4'096));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

bool mayPass(JournalProblem::Kind kind)
{
    switch (kind) {
    case JournalProblem::Kind::InUse:
    case JournalProblem::Kind::NotWritable:
    case JournalProblem::Kind::NoRoom:
        return true;
    case JournalProblem::Kind::ForeignFolder:
    case JournalProblem::Kind::NotReadable:
    case JournalProblem::Kind::Damaged:
    case JournalProblem::Kind::Newer:
        break;
    }
    return false;
}

QString startAnewText(const JournalProblem &problem)
{
    //: %1 is a file
    return Words::tr("The damaged file %1 is kept beside the new journal. What it says is not "
                     "known to the new one: decisions that were under way are not looked after any "
                     "more and block nothing, so that one whose outcome is unknown could be sent a "
                     "second time. Look at the waiting runs before you decide.")
        .arg(safeLine(problem.path, 200));
}

} // namespace countersign
