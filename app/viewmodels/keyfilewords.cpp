// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keyfilewords.h"

#include "app/domain/displaytext.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ImportWords)
};

QString tooLargeText()
{
    return Words::tr(
        "It is larger than 256 KiB, which no file of keys is. Nothing was read. Choose "
        "another file.");
}

} // namespace

QString keyFileProblemText(const KeyFileReading &reading)
{
    using Problem = KeyFileReading::Problem;
    switch (reading.problem) {
    case Problem::None:
        return {};
    case Problem::NotThere:
        return reading.target.isEmpty()
                   ? Words::tr("There is no such file. Choose another one, or look again once it "
                               "is there.")
                   //: %1 is the path of a file
                   : Words::tr("It is a link to %1, and there is no such file. Choose another one, "
                               "or look again once it is there.")
                         .arg(safeLine(reading.target));
    case Problem::NotReadable:
        //: %1 are the system's words
        return Words::tr("It cannot be read: %1. Give yourself the right to read it, then look "
                         "again.")
            .arg(safeLine(reading.reason));
    case Problem::NotPlain:
        return Words::tr("It is a folder, a pipe or a device, not a plain file. Choose the file "
                         "itself.");
    case Problem::OtherOwner:
        return Words::tr("It belongs to another user of this computer, who could change what is "
                         "read from it. Nothing was read. Choose a copy that belongs to you.");
    case Problem::LinkToLink:
        return Words::tr("It is a link to another link. Choose the file itself.");
    case Problem::Changing:
        return Words::tr("Another program was writing into it while it was read. Look again once "
                         "that is done.");
    case Problem::TooLarge:
        break;
    }
    return tooLargeText();
}

QString configProblemText(const CliConfigProblem &problem)
{
    using Kind = CliConfigProblem::Kind;
    switch (problem.kind) {
    case Kind::Empty:
        return Words::tr("It is empty. Set a profile up with “aliyun configure”, or choose another "
                         "file.");
    case Kind::TooLarge:
        return tooLargeText();
    case Kind::NotText:
        return Words::tr("It is not UTF-8 text: line %1. Save it as UTF-8, then look again.")
            .arg(problem.line);
    case Kind::Damaged:
        return Words::tr("It is damaged or cut off: line %1, column %2. Nothing was imported. "
                         "Correct it there or write it anew with the CLI, then look again.")
            .arg(problem.line)
            .arg(problem.column);
    case Kind::TooDeep:
        return Words::tr("It is nested or filled more than any file of keys: line %1, column %2. "
                         "Nothing was imported. Choose another file.")
            .arg(problem.line)
            .arg(problem.column);
    case Kind::StandsTwice:
        return Words::tr("One name stands twice in the same profile: line %1, column %2. Nothing "
                         "was imported. Take one of the two out, then look again.")
            .arg(problem.line)
            .arg(problem.column);
    case Kind::OtherFormat:
        return Words::tr("It is neither the aliyun CLI's config.json nor the SDKs' credentials "
                         "file. Choose another file.");
    case Kind::TooManyProfiles:
        break;
    }
    return Words::tr("It holds more than %n profile(s). Copy those that you need into a file of "
                     "their own, and choose that.",
                     nullptr, CliConfigReading::mostProfiles);
}

} // namespace countersign
