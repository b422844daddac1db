// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/program.h"

#include "app/api/networkroutes.h"
#include "app/flows/networkkeeper.h"
#include "app/instance/autostart.h"
#include "app/instance/instancesocket.h"
#include "app/log/eventlog.h"
#include "app/main/desktop.h"
#include "app/main/diagnostics.h"
#include "app/main/endrequests.h"
#include "app/main/eventfeed.h"
#include "app/main/hardening.h"
#include "app/main/sandboxstarter.h"
#include "app/main/session.h"
#include "app/signing/signing.h"
#include "app/viewmodels/documentwords.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/networkviewmodel.h"
#include "app/viewmodels/preferencesviewmodel.h"
#include "ui/dialogs/diagnosticsdialog.h"
#include "ui/dialogs/profilesdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/views/colorschemes.h"
#include "ui/windows/actions.h"
#include "ui/windows/languages.h"
#include "ui/windows/mainwindow.h"
#include "ui/windows/screenshotwalk.h"
#include "ui/windows/shortcutlist.h"
#include "ui/windows/shortcutsdialog.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace countersign {

namespace {

constexpr int couldNotStart = 1;
//! A tray takes a moment to show the icon; a start in the background waits for it this long.
constexpr std::chrono::seconds patienceForTray{8};
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

//! Decisions are data, not preferences: by default they do not lie among these.
QString journalFolderIn(const CommandLine &line, const QString &folder)
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    return QString((line.configRoot.isEmpty() ? data : folder) + QStringLiteral("/journal"));
}

//! What the program notes about itself is neither a preference nor data.
QString logFolderIn(const CommandLine &line, const QString &folder)
{
    if (!line.configRoot.isEmpty())
        return QString(folder + QStringLiteral("/logs"));
    const QString asked = qEnvironmentVariable("XDG_STATE_HOME");
    const QString state =
        QDir::isAbsolutePath(asked) ? asked : QDir::home().filePath(QStringLiteral(".local/state"));
    return QString(state + QStringLiteral("/countersign/logs"));
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

    bool isWalk() const { return !line.screenshotFolder.isEmpty(); }
    void becomeInstance();
    void startAsFirst();
    void openWindow();
    void showOrStayHidden();
    void openSandbox();
    void startSandbox(const std::function<void()> &onFailure);
    bool useSandbox(const Result<SandboxAnnouncement> &announcement);
    void beginWork();
    void updateStartPage();
    void updateNotes();
    void startWalk();
    PreferencesViewModel &preferencesToShow();
    QDialog *newSettings(QWidget *over)
    {
        return new SettingsDialog(preferencesToShow(), over, &network);
    }
    WindowParts partsOf(Session &own);
    void openLog();
    void closeLog();
    void showDiagnostics(MainWindow &over);
    std::unique_ptr<MainWindow> newWindow();
    std::unique_ptr<MainWindow> newWalkWindow();
    std::unique_ptr<MainWindow> restartedWalkWindow(bool isDamaged);
    void leaveUndetermined() const;
    QStringList sandboxArguments() const;
    QString journalFolder() const;
    QString faultsFile() const { return scratch->filePath(QStringLiteral("faults.json")); }

    Program &q;
    CommandLine line;
    SystemClock clock;
    NetworkRoutes routes;
    ReadClient client;
    QString folder;
    PersonalFiles files;
    NetworkKeeper networkKeeper;
    NetworkViewModel network;
    std::unique_ptr<QTemporaryDir> scratch; //!< files that only the walk's sandbox needs
    std::unique_ptr<EventLog> events;       //!< null in a walk
    std::unique_ptr<EventFeed> feed;
    std::unique_ptr<InstanceSocket> instance;
    std::unique_ptr<SandboxStarter> sandbox;
    std::unique_ptr<ColorSchemes> schemes;
    std::unique_ptr<PreferencesViewModel> preferences;
    std::unique_ptr<Session> session;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<Desktop> desktop;
    std::unique_ptr<EndRequests> endRequests;
    std::unique_ptr<ScreenshotWalk> walk;
    quint32 walkWindows = 0; //!< that were made so far
    std::optional<SandboxAnnouncement> announced;
};

Program::Private::Private(Program &owner, const CommandLine &commandLine)
    : q(owner)
    , line(commandLine)
    , routes(clock)
    , client(
          clock, [] { return newNonce(); },
          [] { return QRandomGenerator::global()->generateDouble(); }, {}, routes.source())
    , folder(configFolder(line))
    , files(folder, clock)
    , networkKeeper(routes, client)
    , network(networkKeeper, files,
              [this] { return session ? session->profiles.profiles() : std::vector<Profile>(); })
{
}

//! Waiting ends first, then windows go, then what they show, then the client.
Program::Private::~Private()
{
    client.finishAll();
    walk.reset();
    endRequests.reset();
    desktop.reset();
    window.reset();
    networkKeeper.setKeychain(nullptr, {});
    session.reset();
    files.flush();
    closeLog();
}

void Program::Private::openLog()
{
    events = std::make_unique<EventLog>(logFolderIn(line, folder), clock);
    events->write({.event = LogEvent::ProgramStarted});
    if (isConfined())
        events->write({.event = LogEvent::DumpsAllowed});
    feed = std::make_unique<EventFeed>(*events);
    feed->follow(client);
}

void Program::Private::closeLog()
{
    feed.reset();
    if (events)
        events->write({.event = LogEvent::ProgramEnding});
    events.reset();
}

void Program::Private::showDiagnostics(MainWindow &over)
{
    auto *dialog = new DiagnosticsDialog(
        diagnosticsText(*session, events ? events->lastLines() : QStringList()), &over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

//! Made when it is first wanted, so that it knows the language that is spoken.
PreferencesViewModel &Program::Private::preferencesToShow()
{
    if (preferences)
        return *preferences;
    const auto autostart = std::make_shared<Autostart>(
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation),
        QCoreApplication::applicationFilePath());
    preferences = std::make_unique<PreferencesViewModel>(
        files,
        AutostartControl{[autostart] { return autostart->isOn(); },
                         [autostart](bool isOn) {
                             const auto error = autostart->setOn(isOn);
                             return error ? errorText(*error) : QString();
                         }},
        RetentionControl{[this](int months) { return session->retention.leaving(months); }});
    return *preferences;
}

WindowParts Program::Private::partsOf(Session &own)
{
    return {own.inbox,
            own.review,
            own.decisions,
            own.follow,
            own.open,
            files.settings,
            [&own] { return own.newReview(); },
            [&own](QWidget *over) { return new ProfilesDialog(own.profilesShown, over); },
            [this](QWidget *over) { return newSettings(over); },
            [](QWidget *over) { return new ShortcutsDialog(shortcutLines(), over); },
            &own.journalShown,
            &own.log,
            &own.lock,
            [&own] { return own.stopImports(); }};
}

//! Each window of a walk begins with a journal of its own, which goes away with the walk.
QString Program::Private::journalFolder() const
{
    return isWalk() ? scratch->filePath(QStringLiteral("journal-%1").arg(walkWindows))
                    : journalFolderIn(line, folder);
}

std::unique_ptr<MainWindow> Program::Private::newWindow()
{
    WatchTimes times;
    if (isWalk())
        times.interval = std::chrono::seconds(1);
    networkKeeper.setKeychain(nullptr, {});
    session.reset();
    session =
        std::make_unique<Session>(client, clock, files, folder, journalFolder(),
                                  line.usesSandbox ? ProfileWorld::Sandbox : ProfileWorld::Real,
                                  times, [this](OneShotSender &sender) {
                                      if (feed)
                                          feed->follow(sender);
                                  });
    if (feed) {
        feed->follow(session->profiles);
        feed->follow(session->journal);
        feed->follow(session->keychain);
        feed->follow(session->lockFlow);
        feed->follow(session->renewal);
    }
    const SavedProxyPassword saved = files.network.savedPassword();
    QObject::connect(&routes, &NetworkRoutes::changed, &session->renewal,
                     &KeyRenewal::retryNetwork);
    QObject::connect(&routes, &NetworkRoutes::changed, &session->watch,
                     &WatchFlow::onNetworkChanged);
    networkKeeper.setKeychain(&session->keychain,
                              {saved.isSaved, saved.backend, {}, saved.savedAt, {}});
    session->keeper.load();
    auto made = std::make_unique<MainWindow>(partsOf(*session));
    QObject::connect(made.get(), &MainWindow::diagnosticsWanted, made.get(),
                     [this, over = made.get()] { showDiagnostics(*over); });
    return made;
}

//! A walk decides, so that each of its windows stands on a service of its own.
std::unique_ptr<MainWindow> Program::Private::newWalkWindow()
{
    ++walkWindows;
    std::unique_ptr<MainWindow> made = newWindow();
    if (line.announcementFile.isEmpty()) {
        writeFile(faultsFile(), "[]");
        startSandbox([] { QCoreApplication::exit(couldNotStart); });
    } else {
        openSandbox();
    }
    return made;
}

std::unique_ptr<MainWindow> Program::Private::restartedWalkWindow(bool isDamaged)
{
    networkKeeper.setKeychain(nullptr, {});
    session.reset();
    if (isDamaged)
        writeFile(journalFolder() + QStringLiteral("/decisions.db"), QByteArray(8'192, '.'));
    else
        leaveUndetermined();
    std::unique_ptr<MainWindow> made = newWindow();
    useSandbox(*announced);
    return made;
}

//! A decision as an earlier run of the program may have left it.
void Program::Private::leaveUndetermined() const
{
    SqliteJournal journal(journalFolder(), clock);
    DecisionRecord record;
    record.id = newDecisionId();
    record.where.place = {announced->profile.id, announced->profile.regions.front()};
    record.where.profileAlias = announced->profile.alias;
    record.where.accountId = announced->profile.accountId;
    record.where.actor = announced->users.front().name;
    record.act = Act::Approve;
    record.kind = WaitKind::Approval;
    record.executionId = ExecutionId(QStringLiteral("exec-5b0e41d2c7a94f6e8a13"));
    record.taskExecutionId = TaskExecutionId(QStringLiteral("exec-5b0e41d2c7a94f6e8a13.t0004"));
    record.taskName = QStringLiteral("signOff");
    record.note = QStringLiteral("agreed with the team on duty");
    record.frozenAt = clock.now();
    bool isLeft = !journal.append(record);
    DecisionState from = DecisionState::IntentRecorded;
    for (const DecisionState to :
         {DecisionState::Sending, DecisionState::Ambiguous, DecisionState::Unresolved}) {
        isLeft = isLeft && !journal.transition(record.id, from, to);
        from = to;
    }
    if (!isLeft)
        report(QStringLiteral("a decision without a known outcome could not be left"));
}

QStringList Program::Private::sandboxArguments() const
{
    QStringList arguments{QStringLiteral("--port"), QStringLiteral("0"),
                          QStringLiteral("--scenario"), QStringLiteral("demo")};
    // Its runs end with it: with other ids the next one's are not taken for those that were put off
    // or approved. Pictures are compared, so the walk's are the same in every walk.
    const quint32 seed = isWalk() ? walkWindows : QRandomGenerator::system()->generate();
    arguments += {QStringLiteral("--seed"), QString::number(seed)};
    if (isWalk())
        arguments += {QStringLiteral("--faults"), faultsFile()};
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
    // It holds the keys of every user of the sandbox; the session takes the first one's.
    if (isWalk())
        announced = *announcement;
    session->useSandbox(*announcement);
    QTimer::singleShot(0, session.get(), [this] { beginWork(); });
    return true;
}

void Program::Private::beginWork()
{
    networkKeeper.readPassword();
    session->begin();
    if (window && !line.textToOpen.isEmpty())
        window->openText(std::exchange(line.textToOpen, {}));
}

void Program::Private::startSandbox(const std::function<void()> &onFailure)
{
    sandbox = std::make_unique<SandboxStarter>();
    sandbox->start(sandboxArguments(),
                   [this, onFailure](const Result<SandboxAnnouncement> &announcement) {
                       if (useSandbox(announcement))
                           return;
                       // Not from inside of its own callback.
                       sandbox.release()->deleteLater();
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

//! One console for each config root: a second one hands over what it was asked for.
void Program::Private::becomeInstance()
{
    instance = std::make_unique<InstanceSocket>(folder, qEnvironmentVariable("XDG_RUNTIME_DIR"));
    if (instance->role() != InstanceSocket::Role::Second) {
        if (instance->error())
            report(Program::tr("Whether another Countersign runs cannot be told. %1")
                       .arg(errorText(*instance->error())));
        startAsFirst();
        return;
    }
    InstanceMessage message;
    message.review = line.textToOpen;
    message.activationToken = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    instance->hand(message, &q, [this](bool isTaken) {
        if (!isTaken) {
            report(Program::tr("Another Countersign uses this configuration and does not answer."));
            QCoreApplication::exit(couldNotStart);
            return;
        }
        report(Program::tr("Countersign runs already with this configuration; its window was "
                           "brought to the front. Give another --config-root for a second one."));
        QCoreApplication::exit(line.usesSandbox ? couldNotStart : 0);
    });
}

void Program::Private::startAsFirst()
{
    QObject::connect(instance.get(), &InstanceSocket::raiseWanted, &q,
                     [this] { window->raiseToFront(); });
    QObject::connect(instance.get(), &InstanceSocket::reviewWanted, &q,
                     [this](const QString &text) {
                         window->raiseToFront();
                         window->openText(text);
                     });
    openLog();
    openWindow();
}

void Program::Private::openWindow()
{
    window = newWindow();
    desktop = std::make_unique<Desktop>(*session, *window, clock);
    PreferencesViewModel &shown = preferencesToShow();
    const auto tellTray = [this, &shown] { shown.setTrayReachable(desktop->isTrayReachable()); };
    QObject::connect(desktop.get(), &Desktop::trayReachableChanged, &shown, tellTray);
    tellTray();
    shown.setSessionLockHeard(desktop->hearsSessionLock());
    QObject::connect(window.get(), &MainWindow::quitWanted, &q, [] { QCoreApplication::quit(); });
    endRequests = std::make_unique<EndRequests>(
        [this] { return session->decisions.isSending() || session->isImporting(); });
    QObject::connect(endRequests.get(), &EndRequests::endWanted, window.get(), &MainWindow::quit);
    QObject::connect(window.get(), &MainWindow::placeUsed, &session->watch,
                     &WatchFlow::noteActivity);
    QObject::connect(window.get(), &MainWindow::profileWanted, &q, [this](const ProfileId &id) {
        auto *dialog = new ProfilesDialog(session->profilesShown, window.get());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->showProfile(id);
        dialog->open();
    });
    QObject::connect(&files, &PersonalFiles::problemsChanged, &q, [this] { updateNotes(); });
    QObject::connect(&network, &NetworkViewModel::changed, window.get(), [this] { updateNotes(); });
    QObject::connect(window.get(), &MainWindow::renewWanted, &session->profilesShown,
                     &ProfilesViewModel::renew);
    QObject::connect(&session->profilesShown, &ProfilesViewModel::changed, &q, [this] {
        updateNotes();
        window->setKeyTroubles(session->profilesShown.keyTroubles());
        updateStartPage();
    });
    updateNotes();
    window->setKeyTroubles(session->profilesShown.keyTroubles());
    updateStartPage();
    showOrStayHidden();
    if (line.usesSandbox)
        QTimer::singleShot(0, &q, [this] { openSandbox(); });
    else
        QTimer::singleShot(0, &q, [this] { beginWork(); });
}

//! Hidden only where the tray shows a way to the window.
void Program::Private::showOrStayHidden()
{
    if (!line.startsHidden) {
        window->show();
        return;
    }
    QTimer::singleShot(patienceForTray, &q, [this] {
        if (!desktop->isTrayReachable() && !window->isVisible())
            window->show();
    });
}

void Program::Private::updateStartPage()
{
    const bool hasProfile =
        line.usesSandbox || sandbox || !session->profilesShown.profiles().empty();
    if (hasProfile && window->showsStartPage())
        window->leaveStartPage();
    else if (!hasProfile && !window->showsStartPage())
        window->showStartPage([this] {
            window->leaveStartPage();
            startSandbox([this] { updateStartPage(); });
        });
}

void Program::Private::updateNotes()
{
    QStringList notes;
    for (const DocumentProblem &problem : files.problems())
        notes += documentProblemText(problem);
    if (!session->profilesShown.fileText().isEmpty())
        notes += session->profilesShown.fileText();
    // What keeps profiles without their keys is told with these profiles.
    const std::vector<KeyTrouble> troubles = session->profilesShown.keyTroubles();
    const bool isTold = std::any_of(troubles.begin(), troubles.end(),
                                    [](const KeyTrouble &each) { return each.isOfKeychain; });
    if (!isTold && !session->profilesShown.keychainText().isEmpty() &&
        !session->profilesShown.profiles().empty())
        notes += session->profilesShown.keychainText();
    if (!network.authorityNote().isEmpty())
        notes += network.authorityNote();
    window->setNotes(notes);
}

void Program::Private::startWalk()
{
    QDir().mkpath(line.screenshotFolder);
    scratch = std::make_unique<QTemporaryDir>();
    ScreenshotScene scene;
    scene.newWindow = [this] { return newWalkWindow(); };
    scene.restartedWindow = [this](bool isDamaged) { return restartedWalkWindow(isDamaged); };
    scene.putOffChosen = [this] {
        if (session->review.rowId())
            session->inbox.putOff(*session->review.rowId(), {});
    };
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

Program::Program(const CommandLine &line, Languages &languages, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, line))
{
    // A walk goes through languages and colours of its own.
    if (d->isWalk())
        return;
    Settings &settings = d->files.settings;
    if (!settings.language().isEmpty())
        languages.use(QLocale(settings.language()));
    d->schemes = std::make_unique<ColorSchemes>();
    d->schemes->use(settings.colorScheme());
    connect(&settings, &Settings::colorSchemeChanged, d->schemes.get(), &ColorSchemes::use);
}

Program::~Program() = default;

void Program::start()
{
    QApplication::setQuitOnLastWindowClosed(false);
    if (d->isWalk())
        QTimer::singleShot(0, this, [this] { d->startWalk(); });
    else
        QTimer::singleShot(0, this, [this] { d->becomeInstance(); });
}

} // namespace countersign
