// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance/instancesocket.h"
#include "tests/app/instance/otherprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalSocket>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace countersign;
using Role = InstanceSocket::Role;

namespace {

constexpr uint nobody = 65'534;
const QByteArray showLine = "{\"show\":true}\n";

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

} // namespace

class tst_InstanceSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void roles_oneFirstForEachRoot();
    void roles_otherPathToTheRoot_isTheSameRoot();
    void first_ends_anotherIsFirst();
    void first_killed_placeIsTakenOver();
    void place_isPrivate();
    void runtimeFolder_unfit_rootServes_data();
    void runtimeFolder_unfit_rootServes();
    void root_unfit_isAlone_data();
    void root_unfit_isAlone();
    void squatter_isLeftAlone_data();
    void squatter_isLeftAlone();

    void hand_raises();
    void hand_opensReview();
    void hand_firstStartsLate_isTaken();
    void hand_firstHangs_isNotTaken();
    void hand_firstHasEnded_isNotTaken();
    void hand_contextDied_isSilent();
    void hand_textThatIsNoReview_isNotTaken();

    void garbage_isDropped_data();
    void garbage_isDropped();
    void slowSender_isDroppedAfterASecond();
    void manyConnections_fifthIsTurnedAway();
    void otherUser_isTurnedAway();

private:
    std::unique_ptr<InstanceSocket> newSocket() const
    {
        return std::make_unique<InstanceSocket>(m_root, m_runtime);
    }
    QString placed(const QString &ending) const;
    std::optional<bool> handed(InstanceSocket &second, const InstanceMessage &message);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
    QString m_runtime;
};

void tst_InstanceSocket::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_root = m_folder->filePath(QStringLiteral("base"));
    m_runtime = m_folder->filePath(QStringLiteral("runtime"));
    for (const QString &path : {m_root, m_runtime})
        QVERIFY(::mkdir(QFile::encodeName(path).constData(), 0700) == 0);
}

//! The one file of that ending in the runtime folder.
QString tst_InstanceSocket::placed(const QString &ending) const
{
    const QDir folder(m_runtime);
    const QStringList names = folder.entryList({QString(QStringLiteral("countersign-*.") + ending)},
                                               QDir::Files | QDir::System | QDir::Dirs);
    return names.size() == 1 ? folder.filePath(names.front()) : QString();
}

std::optional<bool> tst_InstanceSocket::handed(InstanceSocket &second,
                                               const InstanceMessage &message)
{
    std::optional<bool> answer;
    int calls = 0;
    second.hand(message, this, [&](bool isTaken) {
        answer = isTaken;
        ++calls;
    });
    if (answer || !QTest::qWaitFor([&] { return answer.has_value(); }, 3'000))
        return std::nullopt;
    return calls == 1 ? answer : std::nullopt;
}

void tst_InstanceSocket::roles_oneFirstForEachRoot()
{
    const auto first = newSocket();
    QCOMPARE(first->role(), Role::First);
    QVERIFY(!first->error());
    QCOMPARE(newSocket()->role(), Role::Second);
    const QString other = m_folder->filePath(QStringLiteral("other"));
    QVERIFY(QDir().mkdir(other));
    const InstanceSocket elsewhere(other, m_runtime);
    QCOMPARE(elsewhere.role(), Role::First);
    OtherProcess process;
    QVERIFY(process.start(OtherProcess::console(m_root, m_runtime)));
    QCOMPARE(process.said(), QByteArray("Second"));
}

void tst_InstanceSocket::roles_otherPathToTheRoot_isTheSameRoot()
{
    const auto first = newSocket();
    const QString link = m_folder->filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(m_root, link));
    for (const QString &path : {link, QString(m_root + QStringLiteral("/../base/"))})
        QCOMPARE(InstanceSocket(path, m_runtime).role(), Role::Second);
}

void tst_InstanceSocket::first_ends_anotherIsFirst()
{
    auto first = newSocket();
    QCOMPARE(first->role(), Role::First);
    QVERIFY(!placed(QStringLiteral("socket")).isEmpty());
    first.reset();
    QVERIFY(placed(QStringLiteral("socket")).isEmpty());
    QCOMPARE(newSocket()->role(), Role::First);
}

void tst_InstanceSocket::first_killed_placeIsTakenOver()
{
    OtherProcess process;
    QVERIFY(process.start(OtherProcess::console(m_root, m_runtime)));
    QCOMPARE(process.said(), QByteArray("First"));
    QCOMPARE(newSocket()->role(), Role::Second);
    process.kill();
    QVERIFY(!placed(QStringLiteral("socket")).isEmpty());
    const auto next = newSocket();
    QCOMPARE(next->role(), Role::First);
    QSignalSpy raised(next.get(), &InstanceSocket::raiseWanted);
    const auto second = newSocket();
    QCOMPARE(handed(*second, {}), std::optional(true));
    QCOMPARE(raised.count(), 1);
}

void tst_InstanceSocket::place_isPrivate()
{
    const auto first = newSocket();
    QCOMPARE(modeOf(placed(QStringLiteral("socket"))) & 0077u, 0u);
    QCOMPARE(modeOf(placed(QStringLiteral("lock"))), 0600u);
    QVERIFY(QDir(m_root).isEmpty());
}

void tst_InstanceSocket::runtimeFolder_unfit_rootServes_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind :
         {"none", "missing", "file", "link", "link with slash", "group", "others"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
    if (::geteuid() == 0) // only root can give a folder away
        QTest::newRow("foreign") << QStringLiteral("foreign");
}

void tst_InstanceSocket::runtimeFolder_unfit_rootServes()
{
    QFETCH(QString, kind);
    QString runtime = m_folder->filePath(QStringLiteral("unfit"));
    const QByteArray path = QFile::encodeName(runtime);
    if (kind == QStringLiteral("none")) {
        runtime.clear();
    } else if (kind == QStringLiteral("file")) {
        QVERIFY(QFile(runtime).open(QIODevice::WriteOnly));
    } else if (kind.startsWith(QStringLiteral("link"))) {
        QVERIFY(QFile::link(m_runtime, runtime));
        if (kind != QStringLiteral("link"))
            runtime += QLatin1Char('/');
    } else if (kind != QStringLiteral("missing")) {
        QVERIFY(::mkdir(path.constData(), 0700) == 0);
        if (kind == QStringLiteral("foreign"))
            QVERIFY(::chown(path.constData(), nobody, nobody) == 0);
        else
            QVERIFY(::chmod(path.constData(), kind == QStringLiteral("group") ? 0710 : 0701) == 0);
    }
    const InstanceSocket first(m_root, runtime);
    QCOMPARE(first.role(), Role::First);
    const QString folder = QString(m_root + QStringLiteral("/run"));
    QCOMPARE(modeOf(folder), 0700u);
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::System).size(), 2);
    QVERIFY(QDir(m_runtime).isEmpty());
    QCOMPARE(InstanceSocket(m_root, runtime).role(), Role::Second);
}

void tst_InstanceSocket::root_unfit_isAlone_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind :
         {"missing", "file", "run is a file", "run is a link", "run is open", "path is too long"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void tst_InstanceSocket::root_unfit_isAlone()
{
    QFETCH(QString, kind);
    QString root = m_root;
    const QString run = QString(root + QStringLiteral("/run"));
    if (kind == QStringLiteral("missing")) {
        root += QStringLiteral("/none");
    } else if (kind == QStringLiteral("file")) {
        root += QStringLiteral("/file");
        QVERIFY(QFile(root).open(QIODevice::WriteOnly));
    } else if (kind == QStringLiteral("run is a file")) {
        QVERIFY(QFile(run).open(QIODevice::WriteOnly));
    } else if (kind == QStringLiteral("run is a link")) {
        QVERIFY(QFile::link(m_runtime, run));
    } else if (kind == QStringLiteral("run is open")) {
        QVERIFY(QDir().mkdir(run));
        QVERIFY(::chmod(QFile::encodeName(run).constData(), 0755) == 0);
    } else {
        root += QLatin1Char('/') + QString(100, QLatin1Char('x'));
        QVERIFY(QDir().mkdir(root));
    }
    const InstanceSocket socket(root, {});
    QCOMPARE(socket.role(), Role::Alone);
    QVERIFY(socket.error());
    QCOMPARE(socket.error()->kind, Error::Kind::LocalFault);
    QVERIFY(!socket.error()->detail.isEmpty());
}

void tst_InstanceSocket::squatter_isLeftAlone_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("kind");
    for (const char *ending : {"socket", "lock"}) {
        for (const char *kind : {"folder", "link", "dangling link", "pipe"})
            QTest::addRow("%s is a %s", ending, kind)
                << QString::fromLatin1(ending) << QString::fromLatin1(kind);
        if (::geteuid() == 0) // only root can give a file away
            QTest::addRow("%s is foreign", ending)
                << QString::fromLatin1(ending) << QStringLiteral("foreign");
    }
    QTest::newRow("socket is a file") << QStringLiteral("socket") << QStringLiteral("file");
}

void tst_InstanceSocket::squatter_isLeftAlone()
{
    QFETCH(QString, ending);
    QFETCH(QString, kind);
    QVERIFY(newSocket()->role() == Role::First);
    QString path = placed(QStringLiteral("lock"));
    QVERIFY(!path.isEmpty());
    if (ending == QStringLiteral("lock"))
        QVERIFY(QFile::remove(path));
    else
        path.replace(QStringLiteral(".lock"), QStringLiteral(".socket"));
    const QByteArray name = QFile::encodeName(path);
    const QString victim = m_folder->filePath(QStringLiteral("victim"));
    if (kind == QStringLiteral("folder")) {
        QVERIFY(QDir().mkdir(path));
    } else if (kind.contains(QStringLiteral("link"))) {
        if (kind == QStringLiteral("link"))
            QVERIFY(QFile(victim).open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(victim, path));
    } else if (kind == QStringLiteral("pipe")) {
        QVERIFY(::mkfifo(name.constData(), 0600) == 0);
    } else {
        QVERIFY(QFile(path).open(QIODevice::WriteOnly));
        if (kind == QStringLiteral("foreign"))
            QVERIFY(::chown(name.constData(), nobody, nobody) == 0);
    }
    struct stat before = {};
    QVERIFY(::lstat(name.constData(), &before) == 0);
    {
        const auto socket = newSocket();
        QCOMPARE(socket->role(), Role::Alone);
        QVERIFY(socket->error()->detail.contains(path));
    }
    struct stat after = {};
    QVERIFY(::lstat(name.constData(), &after) == 0);
    QCOMPARE(after.st_ino, before.st_ino);
    QCOMPARE(after.st_mode, before.st_mode);
    QCOMPARE(QFile::exists(victim), kind == QStringLiteral("link"));
}

void tst_InstanceSocket::hand_raises()
{
    const auto first = newSocket();
    QSignalSpy raised(first.get(), &InstanceSocket::raiseWanted);
    QSignalSpy reviewed(first.get(), &InstanceSocket::reviewWanted);
    const auto second = newSocket();
    QCOMPARE(handed(*second, {{}, QStringLiteral("token-7")}), std::optional(true));
    QCOMPARE(raised.count(), 1);
    QCOMPARE(raised[0][0].toString(), QStringLiteral("token-7"));
    QCOMPARE(reviewed.count(), 0);
}

void tst_InstanceSocket::hand_opensReview()
{
    const auto first = newSocket();
    QSignalSpy raised(first.get(), &InstanceSocket::raiseWanted);
    QSignalSpy reviewed(first.get(), &InstanceSocket::reviewWanted);
    const auto second = newSocket();
    for (const char *text : {"exec-1", "countersign:cn-hangzhou/exec-2"})
        QCOMPARE(handed(*second, {QString::fromLatin1(text), {}}), std::optional(true));
    QCOMPARE(reviewed.count(), 2);
    QCOMPARE(reviewed[0][0].toString(), QStringLiteral("exec-1"));
    QCOMPARE(reviewed[1][0].toString(), QStringLiteral("countersign:cn-hangzhou/exec-2"));
    QCOMPARE(reviewed[1][1].toString(), QString());
    QCOMPARE(raised.count(), 0);
}

//! A console that holds the lock may still be a moment away from listening.
void tst_InstanceSocket::hand_firstStartsLate_isTaken()
{
    QCOMPARE(newSocket()->role(), Role::First);
    InstanceLock lock;
    const Result<bool> isHeld = lock.take(placed(QStringLiteral("lock")));
    QVERIFY(isHeld && *isHeld);
    const auto second = newSocket();
    QCOMPARE(second->role(), Role::Second);
    std::optional<bool> answer;
    second->hand({}, this, [&](bool isTaken) { answer = isTaken; });
    QVERIFY(!QTest::qWaitFor([&] { return answer.has_value(); }, 200));
    QLocalServer late;
    QVERIFY(late.listen(placed(QStringLiteral("lock"))
                            .replace(QStringLiteral(".lock"), QStringLiteral(".socket"))));
    QTRY_VERIFY(late.hasPendingConnections());
    QLocalSocket *socket = late.nextPendingConnection();
    QTRY_VERIFY(socket->canReadLine());
    QCOMPARE(socket->readLine(), showLine);
    socket->write("taken\n");
    QTRY_COMPARE(answer, std::optional(true));
}

void tst_InstanceSocket::hand_firstHangs_isNotTaken()
{
    OtherProcess process;
    QVERIFY(process.start(OtherProcess::console(m_root, m_runtime)));
    process.signal(SIGSTOP);
    const auto second = newSocket();
    QCOMPARE(second->role(), Role::Second);
    QElapsedTimer elapsed;
    elapsed.start();
    QCOMPARE(handed(*second, {}), std::optional(false));
    QVERIFY(elapsed.elapsed() >= 950);
}

void tst_InstanceSocket::hand_firstHasEnded_isNotTaken()
{
    auto first = newSocket();
    const auto second = newSocket();
    QCOMPARE(second->role(), Role::Second);
    first.reset();
    QCOMPARE(handed(*second, {}), std::optional(false));
    QCOMPARE(newSocket()->role(), Role::First);
}

void tst_InstanceSocket::hand_contextDied_isSilent()
{
    const auto first = newSocket();
    QSignalSpy raised(first.get(), &InstanceSocket::raiseWanted);
    const auto second = newSocket();
    auto context = std::make_unique<QObject>();
    bool isCalled = false;
    second->hand({}, context.get(), [&](bool) { isCalled = true; });
    context.reset();
    QTRY_COMPARE(raised.count(), 1);
    // A later message is answered after the first one.
    QCOMPARE(handed(*second, {}), std::optional(true));
    QVERIFY(!isCalled);
}

void tst_InstanceSocket::hand_textThatIsNoReview_isNotTaken()
{
    const auto first = newSocket();
    QSignalSpy reviewed(first.get(), &InstanceSocket::reviewWanted);
    const auto second = newSocket();
    QCOMPARE(handed(*second, {QString(3'000, QLatin1Char('a')), {}}), std::optional(false));
    QCOMPARE(reviewed.count(), 0);
}

void tst_InstanceSocket::garbage_isDropped_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("words") << QByteArray("hello\n");
    QTest::newRow("decision") << QByteArray("{\"approve\":\"exec-1\"}\n");
    QTest::newRow("two messages") << showLine + showLine;
    QTest::newRow("binary") << QByteArray("\x00\xff\x7f\n\x00", 5);
    QTest::newRow("exactly over the limit") << QByteArray(4'097, 'a');
    QTest::newRow("a megabyte") << QByteArray(1024 * 1024, 'a');
}

void tst_InstanceSocket::garbage_isDropped()
{
    QFETCH(QByteArray, bytes);
    const auto first = newSocket();
    QSignalSpy raised(first.get(), &InstanceSocket::raiseWanted);
    QSignalSpy reviewed(first.get(), &InstanceSocket::reviewWanted);
    QLocalSocket sender;
    sender.connectToServer(placed(QStringLiteral("socket")));
    QVERIFY(sender.waitForConnected());
    QElapsedTimer elapsed;
    elapsed.start();
    sender.write(bytes);
    QTRY_COMPARE(sender.state(), QLocalSocket::UnconnectedState);
    // At once, not when its time is over.
    QVERIFY(elapsed.elapsed() < 900);
    QVERIFY(sender.readAll().isEmpty());
    QCOMPARE(raised.count() + reviewed.count(), 0);
    const auto second = newSocket();
    QCOMPARE(handed(*second, {}), std::optional(true));
}

void tst_InstanceSocket::slowSender_isDroppedAfterASecond()
{
    const auto first = newSocket();
    QSignalSpy raised(first.get(), &InstanceSocket::raiseWanted);
    QLocalSocket sender;
    sender.connectToServer(placed(QStringLiteral("socket")));
    QVERIFY(sender.waitForConnected());
    QElapsedTimer elapsed;
    elapsed.start();
    // A byte now and then does not buy more time.
    QTimer drip;
    QByteArray rest = showLine;
    connect(&drip, &QTimer::timeout, &sender, [&] {
        if (rest.size() > 1 && sender.state() == QLocalSocket::ConnectedState)
            sender.write(rest.left(1));
        rest.remove(0, 1);
    });
    drip.start(90);
    QTRY_COMPARE_WITH_TIMEOUT(sender.state(), QLocalSocket::UnconnectedState, 3'000);
    QVERIFY(elapsed.elapsed() >= 950);
    QCOMPARE(raised.count(), 0);
    const auto second = newSocket();
    QCOMPARE(handed(*second, {}), std::optional(true));
}

void tst_InstanceSocket::manyConnections_fifthIsTurnedAway()
{
    const auto first = newSocket();
    QSignalSpy raised(first.get(), &InstanceSocket::raiseWanted);
    std::array<QLocalSocket, 5> senders;
    for (QLocalSocket &sender : senders) {
        sender.connectToServer(placed(QStringLiteral("socket")));
        QVERIFY(sender.waitForConnected());
    }
    QTRY_COMPARE(senders.back().state(), QLocalSocket::UnconnectedState);
    // The four before it are still served.
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(senders[i].state(), QLocalSocket::ConnectedState);
        senders[i].write(showLine);
    }
    QTRY_COMPARE(raised.count(), 4);
    // Their places are free again, and one who waits for a place gets it.
    const auto second = newSocket();
    QCOMPARE(handed(*second, {}), std::optional(true));
}

void tst_InstanceSocket::otherUser_isTurnedAway()
{
    auto first = newSocket();
    const QString path = placed(QStringLiteral("socket"));
    {
        QLocalSocket own;
        own.connectToServer(path);
        QVERIFY(own.waitForConnected());
        QVERIFY(isOwnPeer(own));
    }
    QLocalSocket unconnected;
    QVERIFY(!isOwnPeer(unconnected));
    if (::geteuid() != 0)
        return; // nobody but root can be two users

    // As if the folder and the socket had been opened to all by mistake.
    QSignalSpy raised(first.get(), &InstanceSocket::raiseWanted);
    for (const QString &folder : {m_folder->path(), m_runtime})
        QVERIFY(::chmod(QFile::encodeName(folder).constData(), 0711) == 0);
    QVERIFY(::chmod(QFile::encodeName(path).constData(), 0777) == 0);
    QProcess visitor;
    visitor.start(QCoreApplication::applicationFilePath(),
                  OtherProcess::visitor(path, nobody, showLine));
    QTRY_COMPARE_WITH_TIMEOUT(visitor.state(), QProcess::NotRunning, 10'000);
    QCOMPARE(visitor.readAllStandardOutput().trimmed(), QByteArray("turned away"));
    QCOMPARE(raised.count(), 0);
    QVERIFY(::chmod(QFile::encodeName(m_runtime).constData(), 0700) == 0);

    // A stranger who sits in the place of the first console hears nothing.
    first.reset();
    InstanceLock lock;
    const Result<bool> isHeld = lock.take(placed(QStringLiteral("lock")));
    QVERIFY(isHeld && *isHeld);
    OtherProcess stranger;
    QVERIFY(stranger.start(OtherProcess::stranger(path, nobody)));
    QCOMPARE(stranger.said(), QByteArray("listening"));
    const auto second = newSocket();
    QCOMPARE(second->role(), Role::Second);
    QCOMPARE(handed(*second, {QStringLiteral("exec-1"), {}}), std::optional(false));
    QCOMPARE(stranger.next(), QByteArray("silence"));
}

int main(int argc, char **argv)
{
    if (const auto result = OtherProcess::play(argc, argv))
        return *result;
    QCoreApplication application(argc, argv);
    tst_InstanceSocket test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_instancesocket.moc"
