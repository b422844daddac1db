// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyimportfile.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace countersign;

namespace {

using Problem = KeyFileReading::Problem;

void write(const QString &path, const QByteArray &text,
           QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();
    QVERIFY(QFile::setPermissions(path, permissions));
}

struct stat factsOf(const QString &path)
{
    struct stat facts = {};
    ::lstat(QFile::encodeName(path).constData(), &facts);
    return facts;
}

} // namespace

class tst_KeyImportFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void places_areTheUsualOnes();
    void places_followVariables();
    void file_isReadAndNotChanged();
    void rights_areTold_data();
    void rights_areTold();
    void link_isFollowedOnce();
    void otherThings_areRefused();
    void unreadable_isTold();
    void otherOwner_isRefused();
    void size_isLimited();
    void changingFile_isTold();

private:
    QString pathOf(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_KeyImportFile::places_areTheUsualOnes()
{
    const ImportEnvironment environment{m_folder->path(), [](const char *) { return QString(); },
                                        [](const char *) { return false; }};
    QDir(m_folder->path()).mkdir(QStringLiteral(".alibabacloud"));
    write(pathOf(".alibabacloud/credentials.ini"), "x");
    const std::vector<KeyFilePlace> expected{{pathOf(".aliyun/config.json"), {}, false},
                                             {pathOf(".alibabacloud/credentials"), {}, false},
                                             {pathOf(".alibabacloud/credentials.ini"), {}, true}};
    QCOMPARE(keyFilePlaces(environment), expected);
}

void tst_KeyImportFile::places_followVariables()
{
    const QHash<QByteArray, QString> variables{
        {"ALIBABA_CLOUD_CONFIG_FILE", pathOf("other.json")},
        {"ALIBABA_CLOUD_CREDENTIALS_FILE", pathOf("sub/../keys.ini")}};
    const ImportEnvironment environment{
        m_folder->path(), [variables](const char *name) { return variables.value(name); },
        [variables](const char *name) { return variables.contains(name); }};
    QVERIFY(QFile::link(pathOf("nowhere"), pathOf("keys.ini")));
    const std::vector<KeyFilePlace> expected{
        {pathOf("other.json"), QStringLiteral("ALIBABA_CLOUD_CONFIG_FILE"), false},
        {pathOf("keys.ini"), QStringLiteral("ALIBABA_CLOUD_CREDENTIALS_FILE"), true}};
    QCOMPARE(keyFilePlaces(environment), expected);
}

void tst_KeyImportFile::file_isReadAndNotChanged()
{
    const QString path = pathOf("config.json");
    write(path, "the bytes");
    const struct stat before = factsOf(path);
    const KeyFileReading reading = readKeyFile(path);
    QCOMPARE(reading.problem, Problem::None);
    QCOMPARE(reading.bytes, QByteArray("the bytes"));
    QCOMPARE(reading.target, QString());
    QVERIFY(!reading.isOpenToOthers);
    const struct stat after = factsOf(path);
    QCOMPARE(after.st_ino, before.st_ino);
    QCOMPARE(after.st_mtim.tv_nsec, before.st_mtim.tv_nsec);
    QCOMPARE(after.st_mtim.tv_sec, before.st_mtim.tv_sec);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
}

void tst_KeyImportFile::rights_areTold_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("0600") << 0600 << false;
    QTest::newRow("0400") << 0400 << false;
    QTest::newRow("0640") << 0640 << true;
    QTest::newRow("0644") << 0644 << true;
    QTest::newRow("0620") << 0620 << true;
    QTest::newRow("0602") << 0602 << true;
}

void tst_KeyImportFile::rights_areTold()
{
    QFETCH(int, mode);
    QFETCH(bool, isOpen);
    const QString path = pathOf("config.json");
    write(path, "x");
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), static_cast<mode_t>(mode)), 0);
    QCOMPARE(readKeyFile(path).isOpenToOthers, isOpen);
    QCOMPARE(readKeyFile(path).bytes, QByteArray("x"));
}

void tst_KeyImportFile::link_isFollowedOnce()
{
    QDir(m_folder->path()).mkdir(QStringLiteral("sub"));
    write(pathOf("sub/real"), "x");
    QCOMPARE(::symlink("sub/real", QFile::encodeName(pathOf("link")).constData()), 0);
    QCOMPARE(::symlink("link", QFile::encodeName(pathOf("link to link")).constData()), 0);
    QCOMPARE(::symlink("nowhere", QFile::encodeName(pathOf("dangling")).constData()), 0);
    const KeyFileReading once = readKeyFile(pathOf("link"));
    QCOMPARE(once.problem, Problem::None);
    QCOMPARE(once.target, pathOf("sub/real"));
    QCOMPARE(once.bytes, QByteArray("x"));
    const KeyFileReading twice = readKeyFile(pathOf("link to link"));
    QCOMPARE(twice.problem, Problem::LinkToLink);
    QVERIFY(twice.bytes.isEmpty());
    QCOMPARE(readKeyFile(pathOf("dangling")).problem, Problem::NotThere);
    QCOMPARE(readKeyFile(pathOf("dangling")).target, pathOf("nowhere"));
}

void tst_KeyImportFile::otherThings_areRefused()
{
    QCOMPARE(readKeyFile(m_folder->path()).problem, Problem::NotPlain);
    QCOMPARE(::mkfifo(QFile::encodeName(pathOf("pipe")).constData(), 0600), 0);
    QCOMPARE(readKeyFile(pathOf("pipe")).problem, Problem::NotPlain); // and does not wait
    QCOMPARE(readKeyFile(QStringLiteral("/dev/zero")).problem, Problem::NotPlain);
    QCOMPARE(readKeyFile(pathOf("nothing")).problem, Problem::NotThere);
    write(pathOf("file"), "x");
    QCOMPARE(readKeyFile(pathOf("file/below")).problem, Problem::NotThere);
}

void tst_KeyImportFile::unreadable_isTold()
{
    // A plain file of one's own that cannot be read from its begin, for the superuser as well.
    const KeyFileReading reading = readKeyFile(QStringLiteral("/proc/self/mem"));
    QCOMPARE(reading.problem, Problem::NotReadable);
    QVERIFY(reading.bytes.isEmpty());
    QVERIFY(!reading.reason.isEmpty());
}

void tst_KeyImportFile::otherOwner_isRefused()
{
    // For an ordinary user the system's own files do; the superuser can give one away.
    QString path = QStringLiteral("/etc/passwd");
    if (::geteuid() == 0) {
        path = pathOf("config.json");
        write(path, "x");
        if (::chown(QFile::encodeName(path).constData(), 65'534, 65'534) != 0)
            QSKIP("files cannot be given away here");
    }
    const KeyFileReading reading = readKeyFile(path);
    QCOMPARE(reading.problem, Problem::OtherOwner);
    QVERIFY(reading.bytes.isEmpty());
}

void tst_KeyImportFile::size_isLimited()
{
    write(pathOf("most"), QByteArray(1024 * 1024, 'x'));
    QCOMPARE(readKeyFile(pathOf("most")).bytes.size(), 1024 * 1024);
    write(pathOf("more"), QByteArray(1024 * 1024 + 1, 'x'));
    const KeyFileReading reading = readKeyFile(pathOf("more"));
    QCOMPARE(reading.problem, Problem::TooLarge);
    QVERIFY(reading.bytes.isEmpty());
}

//! Another program writes into it all the time; sooner or later that is met.
void tst_KeyImportFile::changingFile_isTold()
{
    const QString path = pathOf("config.json");
    write(path, "x");
    std::atomic_bool isOver = false;
    std::thread other([&isOver, name = QFile::encodeName(path)] {
        const QByteArray part(64 * 1024, 'x');
        const int file = ::open(name.constData(), O_WRONLY | O_CLOEXEC);
        for (int i = 0; file >= 0 && !isOver; ++i) {
            if (::pwrite(file, part.constData(), std::size_t(part.size()), (i % 14) * part.size()) <
                    0 ||
                (i % 14 == 13 && ::ftruncate(file, 1) != 0))
                break;
        }
        ::close(file);
    });
    KeyFileReading met;
    QDeadlineTimer patience(60'000);
    while (met.problem != Problem::Changing && !patience.hasExpired()) {
        met = readKeyFile(path);
        if (met.problem != Problem::Changing && met.problem != Problem::None)
            break;
    }
    isOver = true;
    other.join();
    QCOMPARE(met.problem, Problem::Changing);
    QVERIFY(met.bytes.isEmpty());
    QCOMPARE(readKeyFile(path).problem, Problem::None);
}

QTEST_GUILESS_MAIN(tst_KeyImportFile)
#include "tst_keyimportfile.moc"
