// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/behaviour.h"
#include "app/sandbox/gateway/front.h"
#include "app/sandbox/gateway/options.h"
#include "app/sandbox/gateway/ownidentity.h"
#include "app/sandbox/scenario/scenario.h"
#include "generated/version.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QSaveFile>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <memory>
#include <sys/socket.h>
#include <unistd.h>

using namespace countersign;
using namespace countersign::sandbox;

namespace {

int signalPipe[2];

void onSignal(int number)
{
    const char byte = static_cast<char>(number);
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

void say(const QString &text)
{
    std::fprintf(stderr, "countersign-sandbox: %s\n", qUtf8Printable(text));
}

int fail(const QString &text)
{
    say(text);
    return 2;
}

//! The file that a client has to trust, in a folder that goes with the program; empty: plain HTTP
//! is spoken. Nothing: it cannot be written.
std::optional<QString> writeCertificate(const std::optional<OwnIdentity> &identity,
                                        const QTemporaryDir &folder)
{
    if (!identity)
        return QString();
    QFile file(folder.filePath(QStringLiteral("certificate.pem")));
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(identity->certificate) != identity->certificate.size())
        return std::nullopt;
    return file.fileName();
}

void writeUser(JsonWriter &out, const User &user)
{
    out.beginObject().member(u"name", user.name).member(u"accessKeyId", user.accessKeyId);
    out.member(u"accessKeySecret", QString::fromLatin1(user.secret.view().toByteArray()));
    out.endObject();
}

QByteArray announcement(const Users &users, const TokenDesk &tokens, quint16 port,
                        const QString &certificateFile)
{
    const QString endpoint =
        QStringLiteral("%1://127.0.0.1:%2")
            .arg(certificateFile.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"))
            .arg(port);
    JsonWriter out;
    out.beginObject().member(u"endpoint", endpoint).member(u"stsEndpoint", endpoint);
    out.name(u"regions").beginArray();
    for (const QString &region : Service::regions())
        out.value(QStringView(region));
    out.endArray().member(u"ca", certificateFile).member(u"accountId", Users::accountId());
    out.name(u"users").beginArray();
    for (const User &user : users.all())
        writeUser(out, user);
    out.endArray().name(u"root");
    writeUser(out, users.root());
    tokens.announce(out, endpoint);
    out.endObject();
    return out.bytes();
}

bool announce(const QString &path, const QByteArray &text)
{
    if (!path.isEmpty()) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) ||
            !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
            file.write(text) != text.size() || !file.commit())
            return false;
    }
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
    return true;
}

QString templateNameFor(const Engine &engine, const QString &path)
{
    QString base = QFileInfo(path).completeBaseName();
    for (QChar &letter : base) {
        if (letter.unicode() > 127 || !(letter.isLetterOrNumber() || letter == u'-'))
            letter = u'_';
    }
    QString name = base;
    for (int i = 2; engine.templateByName(name); ++i)
        name = base + u'-' + QString::number(i);
    return name;
}

void loadTemplates(Engine &engine, const QString &folder, const QString &creator)
{
    QStringList paths;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    for (const QString &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            say(QStringLiteral("%1: %2").arg(path, file.errorString()));
            continue;
        }
        const auto refusal = engine.addTemplate(templateNameFor(engine, path),
                                                QString::fromUtf8(file.readAll()), creator);
        if (refusal)
            say(QStringLiteral("%1: %2").arg(path, refusal->message));
    }
}

std::vector<DemoUser> demoUsers(const Users &users)
{
    std::vector<DemoUser> demo;
    for (const User &user : users.all())
        demo.push_back({user.name, user.id});
    return demo;
}

//! New waits while the program runs.
void startArrivals(QTimer &timer, Engine &engine, const std::vector<DemoUser> &users,
                   double perMinute)
{
    if (perMinute <= 0)
        return;
    QObject::connect(&timer, &QTimer::timeout, &engine, [&engine, users, index = 0]() mutable {
        startArrival(engine, Users::accountId(), users, index++);
    });
    timer.start(std::chrono::milliseconds(static_cast<qint64>(60'000 / perMinute)));
}

void begin(Engine &engine, const ProgramOptions &options, const Users &users)
{
    const std::vector<DemoUser> demo = demoUsers(users);
    switch (options.scenario) {
    case ProgramOptions::Scenario::Demo:
        startDemo(engine, Users::accountId(), demo);
        break;
    case ProgramOptions::Scenario::Load:
        startLoad(engine, Users::accountId(), demo, options.load);
        break;
    case ProgramOptions::Scenario::Empty:
        loadDemoTemplates(engine);
        break;
    }
    if (!options.templatesFolder.isEmpty())
        loadTemplates(engine, options.templatesFolder, users.all().front().nameAndId());
}

//! Announces as soon as the scenario stands, so that whoever connects finds what it promises.
void announceWhenSettled(QTimer &timer, const Engine &engine, const QString &file,
                         const QByteArray &text)
{
    const auto look = [&timer, &engine, file, text] {
        if (!isAtRest(engine))
            return;
        timer.stop();
        if (!announce(file, text))
            QCoreApplication::exit(fail(QStringLiteral("the announcement cannot be written")));
    };
    QObject::connect(&timer, &QTimer::timeout, &engine, look);
    timer.start(std::chrono::milliseconds(20));
}

//! What SIGHUP reads again.
struct RuleFiles
{
    const ProgramOptions &options;
    FaultRules faults;
    Behaviour behaviour;

    //! One line for each file that was asked for and cannot be read.
    QStringList load()
    {
        QStringList problems;
        if (!options.behaviourFile.isEmpty())
            problems.append(behaviour.load(options.behaviourFile));
        if (!options.faultsFile.isEmpty())
            problems.append(faults.load(options.faultsFile));
        problems.removeAll(QString());
        return problems;
    }
    void applyTo(Service &service) const
    {
        service.setListLag(behaviour.listLag());
        service.setSessionLifetime(behaviour.sessionLifetime());
        service.setDisabledUsers(behaviour.disabledUsers());
    }
};

//! SIGHUP reads the rules again; the others end the program.
void watchSignals(QSocketNotifier &notifier, RuleFiles &files, Front &front, Service &service)
{
    QObject::connect(&notifier, &QSocketNotifier::activated, &front, [&files, &front, &service] {
        char number = 0;
        if (::read(signalPipe[0], &number, 1) != 1)
            return;
        if (number != SIGHUP) {
            QCoreApplication::quit();
            return;
        }
        for (const QString &problem : files.load())
            say(problem);
        files.applyTo(service);
        front.faultsChanged();
    });
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        std::signal(number, onSignal);
}

int run(const ProgramOptions &options)
{
    const Users users(options.seed);
    RuleFiles files{options, {}, {}};
    const QStringList problems = files.load();
    if (!problems.isEmpty())
        return fail(problems.constFirst());
    Engine engine(
        Engine::Options{options.speed, options.seed, options.strictness, &files.behaviour});
    begin(engine, options, users);
    Receipts receipts;
    if (!receipts.open(options.receiptsFile))
        return fail(QStringLiteral("the receipts file cannot be written"));
    Service service(engine, users, options.strictness, options.seed);
    files.applyTo(service);
    Front front(service, receipts, files.faults, options.clockOffset);
    std::optional<OwnIdentity> identity;
    if (options.usesTls && !(identity = newOwnIdentity()))
        return fail(QStringLiteral("no certificate can be made"));
    const QTemporaryDir folder;
    const std::optional<QString> certificate = writeCertificate(identity, folder);
    if (!certificate)
        return fail(QStringLiteral("the certificate cannot be written"));
    const quint16 port =
        front.open(options.port, identity ? std::optional(identity->tls) : std::nullopt);
    if (port == 0)
        return fail(QStringLiteral("the port cannot be had"));
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0)
        return fail(QStringLiteral("no pipe for signals can be had"));
    QSocketNotifier notifier(signalPipe[0], QSocketNotifier::Read);
    watchSignals(notifier, files, front, service);
    QTimer arrivals;
    startArrivals(arrivals, engine, demoUsers(users), options.arrivalsPerMinute);
    QTimer settling;
    announceWhenSettled(settling, engine, options.announceFile,
                        announcement(users, service.tokens(), port, *certificate));
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const ProgramOptions options = ProgramOptions::read(QCoreApplication::arguments());
    if (!options.error.isEmpty())
        return fail(options.error);
    if (options.wantsHelp)
        std::fputs(qUtf8Printable(ProgramOptions::helpText()), stdout);
    else if (options.wantsVersion)
        std::printf("countersign-sandbox %s\n", programVersion);
    else
        return run(options);
    return 0;
}
