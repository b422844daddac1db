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

//! What one window stands on: profiles, decisions, flows and view-models.
class Session : public QObject
{
public:
    Session(ReadClient &client, const Clock &clock, Settings &settings, const WatchTimes &times);

    ProfileRegistry profiles;
    MemorySecretStore secrets;
    MemoryJournal journal;
    FlowServices services;
    WatchFlow watch;
    InboxViewModel inbox;
    ReviewViewModel review;
    DecisionsViewModel decisions;
};

Session::Session(ReadClient &client, const Clock &clock, Settings &settings,
                 const WatchTimes &times)
    : services{client, profiles, journal, clock,
               [&clock, &settings] {
                   SendLimits limits;
                   limits.firstByte = settings.firstReplyDeadline();
                   return std::make_unique<OneShotSender>(
                       clock, [] { return newNonce(); }, limits);
               }}
    , watch(services, times)
    , inbox(watch)
    , review(std::make_unique<ReviewFlow>(services))
{
    review.setTagInNote(settings.tagInNote());
    connect(&settings, &Settings::tagInNoteChanged, &review, &ReviewViewModel::setTagInNote);
    connect(&decisions, &DecisionsViewModel::settled, this, [this] {
        inbox.refresh();
        review.refresh();
    });
}

} // namespace

class Program::Private
{
public:
    Private(Program &owner, const CommandLine &commandLine);
    ~Private();

    bool isWalk() const { return !line.screenshotFolder.isEmpty(); }
    void openSandbox();
    void startSandbox(const std::function<void()> &onFailure);
    bool useSandbox(const Result<SandboxAnnouncement> &announcement);
    void beginWork();
    void openReview();
    void startWalk();
    std::unique_ptr<MainWindow> newWindow();
    std::unique_ptr<MainWindow> newWalkWindow();
    QStringList sandboxArguments() const;
    QString faultsFile() const { return scratch.filePath(QStringLiteral("faults.json")); }

    Program &q;
    CommandLine line;
    SystemClock clock;
    ReadClient client;
    QSettings store;
    Settings settings;
    QTemporaryDir scratch; //!< files that only the walk's sandbox needs
    std::unique_ptr<SandboxStarter> sandbox;
    std::unique_ptr<Session> session;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<ScreenshotWalk> walk;
};

Program::Private::Private(Program &owner, const CommandLine &commandLine)
    : q(owner)
    , line(commandLine)
    , client(
          clock, [] { return newNonce(); },
          [] { return QRandomGenerator::global()->generateDouble(); })
    , store(QString(configFolder(line) + QStringLiteral("/settings.ini")), QSettings::IniFormat)
    , settings(store)
{
}

//! Waiting ends first, then windows go, then what they show, then the client.
Program::Private::~Private()
{
    client.finishAll();
    walk.reset();
    window.reset();
    session.reset();
}

std::unique_ptr<MainWindow> Program::Private::newWindow()
{
    WatchTimes times;
    if (isWalk())
        times.interval = std::chrono::seconds(1);
    session.reset();
    session = std::make_unique<Session>(client, clock, settings, times);
    return std::make_unique<MainWindow>(session->inbox, session->review, session->decisions,
                                        settings);
}

//! A walk decides, so that each of its windows stands on a service of its own.
std::unique_ptr<MainWindow> Program::Private::newWalkWindow()
{
    std::unique_ptr<MainWindow> made = newWindow();
    if (line.announcementFile.isEmpty()) {
        writeFile(faultsFile(), "[]");
        startSandbox([] { QCoreApplication::exit(couldNotStart); });
    } else {
        useSandbox(readAnnouncementFile(line.announcementFile));
    }
    return made;
}

QStringList Program::Private::sandboxArguments() const
{
    QStringList arguments{QStringLiteral("--port"), QStringLiteral("0"),
                          QStringLiteral("--scenario"), QStringLiteral("demo")};
    if (isWalk())
        arguments += {QStringLiteral("--seed"), QStringLiteral("1"), QStringLiteral("--faults"),
                      faultsFile()};
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
    Session *own = session.get();
    own->profiles.setProfile(announcement->profile);
    own->secrets.write(id, *announcement->users.front().credentials, own,
                       [this, id, own](const auto &) {
                           own->secrets.read(id, own, [this, id, own](const auto &kept) {
                               if (!kept)
                                   return;
                               own->profiles.setCredentials(id, *kept);
                               beginWork();
                           });
                       });
    return true;
}

void Program::Private::beginWork()
{
    session->watch.start();
    openReview();
}

void Program::Private::openReview()
{
    if (line.executionToReview.isEmpty() || !window)
        return;
    const ExecutionId id(line.executionToReview);
    window->selectExecution(id);
    findExecution(session->services, id, window.get(), [this](const std::optional<WaitRow> &row) {
        // A run that waits has its row in the inbox; any other is shown for reading only.
        if (row && !session->review.rowId())
            session->review.show(row);
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
    QDir().mkpath(line.screenshotFolder);
    ScreenshotScene scene;
    scene.newWindow = [this] { return newWalkWindow(); };
    if (line.announcementFile.isEmpty()) {
        scene.cutNextAnswer = [this](const std::function<void()> &done) {
            writeFile(faultsFile(), cutNextAnswer);
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
    if (d->isWalk()) {
        QApplication::setQuitOnLastWindowClosed(false);
        QTimer::singleShot(0, this, [this] { d->startWalk(); });
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
