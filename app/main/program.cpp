// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/program.h"

#include "app/credentials/secretstore.h"
#include "app/flows/findexecution.h"
#include "app/flows/reviewflow.h"
#include "app/flows/watchflow.h"
#include "app/journal/memoryjournal.h"
#include "app/main/sandboxstarter.h"
#include "app/settings/settings.h"
#include "app/signing/signing.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/inboxviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "ui/windows/mainwindow.h"
#include "ui/windows/screenshotwalk.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

namespace countersign {

namespace {

constexpr int couldNotStart = 1;
//! What the walk's service does with the next decision, so that its outcome stays unknown.
constexpr char cutNextAnswer[] =
    R"([{"fault":"closeBeforeEffect","action":"NotifyExecution","times":1}])";

QString configFolder(const CommandLine &line)
{
    const QString folder = line.configRoot.isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
                               : line.configRoot;
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return folder;
}

void report(const QString &message)
{
    std::fprintf(stderr, "countersign: %s\n", message.toUtf8().constData());
}

bool writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

class Program::Private
{
public:
    Private(Program &owner, const CommandLine &commandLine);
    ~Private();

    void openSandbox();
    void startSandbox(const std::function<void()> &onFailure);
    bool useSandbox(const Result<SandboxAnnouncement> &announcement);
    void beginWork();
    void openReview();
    void startWalk();
    std::unique_ptr<MainWindow> newWindow();
    QStringList sandboxArguments() const;

    Program &q;
    CommandLine line;
    SystemClock clock;
    ReadClient client;
    ProfileRegistry profiles;
    MemorySecretStore secrets;
    MemoryJournal journal;
    FlowServices services;
    QSettings store;
    Settings settings;
    QTemporaryDir scratch; //!< files that only the walk's sandbox needs
    std::unique_ptr<SandboxStarter> sandbox;
    WatchFlow watch;
    std::unique_ptr<InboxViewModel> inbox;
    std::unique_ptr<ReviewViewModel> review;
    std::unique_ptr<DecisionsViewModel> decisions;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<ScreenshotWalk> walk;
};

Program::Private::Private(Program &owner, const CommandLine &commandLine)
    : q(owner)
    , line(commandLine)
    , client(
          clock, [] { return newNonce(); },
          [] { return QRandomGenerator::global()->generateDouble(); })
    , services{client, profiles, journal, clock,
               [this] {
                   SendLimits limits;
                   limits.firstByte = settings.firstReplyDeadline();
                   return std::make_unique<OneShotSender>(
                       clock, [] { return newNonce(); }, limits);
               }}
    , store(QString(configFolder(line) + QStringLiteral("/settings.ini")), QSettings::IniFormat)
    , settings(store)
    , watch(services)
{
}

//! Waiting ends first, then windows go, then what they show, then the client.
Program::Private::~Private()
{
    client.finishAll();
    walk.reset();
    window.reset();
    decisions.reset();
    review.reset();
    inbox.reset();
}

//! Each window gets view-models of its own, which hang on the same flows and journal.
std::unique_ptr<MainWindow> Program::Private::newWindow()
{
    decisions.reset();
    review.reset();
    inbox.reset();
    inbox = std::make_unique<InboxViewModel>(watch);
    review = std::make_unique<ReviewViewModel>(std::make_unique<ReviewFlow>(services));
    decisions = std::make_unique<DecisionsViewModel>();
    review->setTagInNote(settings.tagInNote());
    QObject::connect(&settings, &Settings::tagInNoteChanged, review.get(),
                     &ReviewViewModel::setTagInNote);
    QObject::connect(decisions.get(), &DecisionsViewModel::settled, review.get(), [this] {
        inbox->refresh();
        review->refresh();
    });
    return std::make_unique<MainWindow>(*inbox, *review, *decisions, settings);
}

QStringList Program::Private::sandboxArguments() const
{
    QStringList arguments{QStringLiteral("--port"), QStringLiteral("0"),
                          QStringLiteral("--scenario"), QStringLiteral("demo")};
    if (!line.screenshotFolder.isEmpty())
        arguments += {QStringLiteral("--seed"), QStringLiteral("1"), QStringLiteral("--faults"),
                      scratch.filePath(QStringLiteral("faults.json"))};
    return arguments;
}

bool Program::Private::useSandbox(const Result<SandboxAnnouncement> &announcement)
{
    if (!announcement) {
        report(
            Program::tr("The sandbox could not be used. %1").arg(errorText(announcement.error())));
        if (!announcement.error().detail.isEmpty())
            report(announcement.error().detail);
        return false;
    }
    const ProfileId id = announcement->profile.id;
    profiles.setProfile(announcement->profile);
    secrets.write(id, *announcement->users.front().credentials, &q, [this, id](const auto &error) {
        if (error)
            return;
        secrets.read(id, &q, [this, id](const auto &kept) {
            if (!kept)
                return;
            profiles.setCredentials(id, *kept);
            beginWork();
        });
    });
    return true;
}

void Program::Private::beginWork()
{
    watch.start();
    if (!line.screenshotFolder.isEmpty())
        startWalk();
    else
        openReview();
}

void Program::Private::openReview()
{
    if (line.executionToReview.isEmpty() || !window)
        return;
    const ExecutionId id(line.executionToReview);
    window->selectExecution(id);
    findExecution(services, id, window.get(), [this](const std::optional<WaitRow> &row) {
        // A run that waits has its row in the inbox; any other is shown for reading only.
        if (row && review && !review->rowId())
            review->show(row);
    });
}

void Program::Private::startSandbox(const std::function<void()> &onFailure)
{
    sandbox = std::make_unique<SandboxStarter>();
    sandbox->start(sandboxArguments(),
                   [this, onFailure](const Result<SandboxAnnouncement> &announcement) {
                       if (!useSandbox(announcement))
                           onFailure();
                   });
}

void Program::Private::openSandbox()
{
    const auto giveUp = [] { QCoreApplication::exit(couldNotStart); };
    if (line.announcementFile.isEmpty()) {
        startSandbox(giveUp);
        return;
    }
    if (!useSandbox(readAnnouncementFile(line.announcementFile)))
        giveUp();
}

void Program::Private::startWalk()
{
    if (walk)
        return;
    QDir().mkpath(line.screenshotFolder);
    ScreenshotScene scene;
    scene.newWindow = [this] { return newWindow(); };
    if (sandbox) {
        scene.cutNextAnswer = [this](const std::function<void()> &done) {
            writeFile(scratch.filePath(QStringLiteral("faults.json")), cutNextAnswer);
            sandbox->rereadFaults();
            // The signal is taken up by the service's event loop within a moment.
            QTimer::singleShot(300, &q, done);
        };
    }
    walk = std::make_unique<ScreenshotWalk>(std::move(scene), line.screenshotFolder);
    QObject::connect(walk.get(), &ScreenshotWalk::finished, &q, [](const QString &problems) {
        if (!problems.isEmpty())
            report(problems);
        QCoreApplication::exit(problems.isEmpty() ? 0 : couldNotStart);
    });
    walk->start();
}

Program::Program(const CommandLine &line, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, line))
{
}

Program::~Program() = default;

void Program::start()
{
    if (!d->line.screenshotFolder.isEmpty()) {
        writeFile(d->scratch.filePath(QStringLiteral("faults.json")), "[]");
        QApplication::setQuitOnLastWindowClosed(false);
        QTimer::singleShot(0, this, [this] { d->openSandbox(); });
        return;
    }
    d->window = d->newWindow();
    if (!d->line.usesSandbox) {
        d->window->showStartPage([this] {
            d->window->leaveStartPage();
            d->startSandbox([this] { d->window->showStartPage(); });
        });
    }
    d->window->show();
    if (d->line.usesSandbox)
        QTimer::singleShot(0, this, [this] { d->openSandbox(); });
}

} // namespace countersign
