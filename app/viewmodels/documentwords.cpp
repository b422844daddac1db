// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/documentwords.h"

#include "app/domain/displaytext.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DocumentWords)
};

} // namespace

QString documentProblemText(const DocumentProblem &problem)
{
    const QString name = safeLine(problem.fileName, 80);
    switch (problem.kind) {
    case DocumentProblem::Kind::SetAside:
        //: %1 and %2 are names of files
        return Words::tr("%1 was damaged. It was set aside as %2, and an empty one is used.")
            .arg(name, safeLine(problem.keptAs, 120));
    case DocumentProblem::Kind::NotReadable:
        return Words::tr("%1 could not be read. It is left alone, and changes last until the "
                         "program ends.")
            .arg(name);
    case DocumentProblem::Kind::Newer:
        return Words::tr("%1 was written by a newer version of Countersign. It is left alone, and "
                         "changes last until the program ends.")
            .arg(name);
    case DocumentProblem::Kind::NotWritable:
        break;
    }
    return Words::tr("%1 could not be written. Changes last until the program ends, or until it "
                     "can be written again.")
        .arg(name);
}

} // namespace countersign
