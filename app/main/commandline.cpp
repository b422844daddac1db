// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/commandline.h"

#include "app/domain/displaytext.h"
#include "version.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>
#include <QUrlQuery>

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

std::optional<QString> usualIdOnly(const QString &text)
{
    return isUsualId(text) ? std::optional(text) : std::nullopt;
}

std::optional<QString> fromConsoleAddress(const QUrl &url)
{
    const bool isConsole = url.host() == QStringLiteral("oos.console.aliyun.com") ||
                           url.host() == QStringLiteral("oos.console.alibabacloud.com");
    const QStringList parts =
        url.path(QUrl::FullyDecoded).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (!isConsole || parts.size() != 4 || parts[1] != QStringLiteral("execution") ||
        parts[2] != QStringLiteral("detail"))
        return std::nullopt;
    return usualIdOnly(parts[3]);
}

std::optional<QString> fromLink(const QUrl &url)
{
    const QString named =
        QUrlQuery(url).queryItemValue(QStringLiteral("execution"), QUrl::FullyDecoded);
    if (!named.isEmpty())
        return usualIdOnly(named);
    const QStringList parts =
        url.path(QUrl::FullyDecoded).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    return parts.isEmpty() ? std::nullopt : usualIdOnly(parts.back());
}

} // namespace

std::optional<QString> executionIdFrom(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() > longestReviewText)
        return std::nullopt;
    if (trimmed.startsWith(QStringLiteral("https://"), Qt::CaseInsensitive))
        return fromConsoleAddress(QUrl(trimmed, QUrl::StrictMode));
    if (trimmed.startsWith(QStringLiteral("countersign:"), Qt::CaseInsensitive))
        return fromLink(QUrl(trimmed, QUrl::StrictMode));
    return usualIdOnly(trimmed);
}

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
        const auto id = executionIdFrom(parser.value(review));
        if (!id)
            return refusal(Words::tr("--review needs an execution id, a countersign: link or a "
                                     "web-console address."));
        line.executionToReview = *id;
    }
    return line;
}

} // namespace countersign
