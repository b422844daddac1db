// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/commandline.h"

#include "app/domain/displaytext.h"
#include "app/domain/executionlink.h"
#include "version.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

//! Longer texts are no id, link or address of the service.
constexpr qsizetype longestReviewText = 2'048;

QString absolutePath(const QString &path)
{
    return path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
}

CommandLine refusal(const QString &message)
{
    CommandLine line;
    line.task = CommandLine::Task::Refuse;
    line.message = message;
    return line;
}

//! QCommandLineParser knows no option with an optional value, so --sandbox alone is set aside.
bool takeBareSandbox(QStringList &arguments)
{
    return arguments.removeAll(QStringLiteral("--sandbox")) > 0;
}

//! The desktop entry ends in "--review %u", which is nothing when no link was opened.
void dropEmptyReview(QStringList &arguments)
{
    if (arguments.size() > 1 && arguments.constLast() == QStringLiteral("--review"))
        arguments.removeLast();
}

} // namespace

CommandLine readCommandLine(const QStringList &arguments)
{
    QStringList rest = arguments;
    dropEmptyReview(rest);
    const bool isBareSandbox = takeBareSandbox(rest);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Words::tr("Decide what waiting executions of CloudOps Orchestration Service do next."));
    const QCommandLineOption sandbox(
        QStringLiteral("sandbox"),
        Words::tr(
            "Use the embedded service, which touches nothing real. FILE is the announcement of "
            "one that is running; without it one is started."),
        QStringLiteral("FILE"));
    const QCommandLineOption configRoot(QStringLiteral("config-root"),
                                        Words::tr("Keep everything under DIR."),
                                        QStringLiteral("DIR"));
    const QCommandLineOption review(
        QStringLiteral("review"),
        Words::tr("Open the review of an execution: its id, a link or its web-console address."),
        QStringLiteral("TEXT"));
    const QCommandLineOption background(
        QStringLiteral("background"),
        Words::tr("Start without showing the window where there is a tray."));
    const QCommandLineOption screenshot(
        QStringLiteral("screenshot"),
        Words::tr("With --sandbox: save a picture of every window in DIR, then end."),
        QStringLiteral("DIR"));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     Words::tr("Print the version."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  Words::tr("Print this help."));
    parser.addOptions({sandbox, configRoot, review, background, screenshot, version, help});

    if (!parser.parse(rest))
        return refusal(parser.errorText());
    CommandLine line;
    if (parser.isSet(version) || parser.isSet(help)) {
        line.task =
            parser.isSet(version) ? CommandLine::Task::ShowVersion : CommandLine::Task::ShowHelp;
        line.message =
            parser.isSet(version)
                ? QStringLiteral("countersign %1").arg(QString::fromLatin1(programVersion))
                : parser.helpText();
        return line;
    }
    if (!parser.positionalArguments().isEmpty())
        return refusal(Words::tr("Not understood: %1")
                           .arg(safeLine(parser.positionalArguments().constFirst())));
    line.usesSandbox = isBareSandbox || parser.isSet(sandbox);
    line.announcementFile = absolutePath(parser.value(sandbox));
    line.configRoot = absolutePath(parser.value(configRoot));
    line.screenshotFolder = absolutePath(parser.value(screenshot));
    if (!line.screenshotFolder.isEmpty() && !line.usesSandbox)
        return refusal(Words::tr("--screenshot works with --sandbox only."));
    line.startsHidden = parser.isSet(background);
    if (parser.isSet(review)) {
        const QString text = parser.value(review).trimmed();
        // A link is clicked where nobody sees what is printed: the window says what is wrong.
        const bool isOwnLink = text.startsWith(QStringLiteral("countersign:"), Qt::CaseInsensitive);
        if (!isOwnLink && !executionLinkFrom(text))
            return refusal(Words::tr("--review needs an execution id, a countersign: link or a "
                                     "web-console address."));
        line.textToOpen = text.left(longestReviewText);
    }
    return line;
}

} // namespace countersign
