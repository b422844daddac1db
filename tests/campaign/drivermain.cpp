// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journalwords.h"
#include "tests/campaign/driver.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace countersign;

namespace {

QString text(const char *words)
{
    return QString::fromLatin1(words);
}

void addOptions(QCommandLineParser &parser)
{
    for (const char *name : {"sandbox", "journal", "arm", "go", "act", "execution", "task", "note",
                             "for", "window", "first-byte"})
        parser.addOption({text(name), text("see driver.h"), text("value")});
    parser.addOption({text("resume"), text("recovers what an earlier run has left")});
}

bool takeTime(const QCommandLineParser &parser, const char *name, std::chrono::milliseconds &time)
{
    if (!parser.isSet(text(name)))
        return true;
    bool isNumber = false;
    time = std::chrono::milliseconds(parser.value(text(name)).toInt(&isNumber));
    return isNumber;
}

std::optional<Errand> errandFrom(const QCommandLineParser &parser)
{
    Errand errand;
    errand.sandboxFile = parser.value(text("sandbox"));
    errand.journalFolder = parser.value(text("journal"));
    errand.armFile = parser.value(text("arm"));
    errand.goFile = parser.value(text("go"));
    errand.resumes = parser.isSet(text("resume"));
    errand.execution = ExecutionId(parser.value(text("execution")));
    errand.task = parser.value(text("task"));
    errand.note = parser.value(text("note"));
    const auto act = fromJournalWord<Act>(parser.value(text("act")));
    const bool isWhole = !errand.sandboxFile.isEmpty() && !errand.journalFolder.isEmpty() &&
                         (errand.resumes || (act && !errand.execution.isEmpty()));
    if (!isWhole || !takeTime(parser, "for", errand.lasts) ||
        !takeTime(parser, "window", errand.window) ||
        !takeTime(parser, "first-byte", errand.firstByte))
        return std::nullopt;
    errand.act = act.value_or(Act::Approve);
    return errand;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    const std::optional<Errand> errand = errandFrom(parser);
    const auto announcement = readAnnouncementFile(parser.value(text("sandbox")));
    if (!errand || !announcement) {
        std::fputs("campaign-driver: the errand is not complete\n", stderr);
        return 2;
    }
    Driver driver(*errand, *announcement);
    QObject::connect(&driver, &Driver::ended, &application, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    driver.start();
    return QCoreApplication::exec();
}
