// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/importviewmodel.h"
#include "tests/fakes/moodystore.h"
#include "tests/support/keyfiles.h"
#include "tests/support/manualclock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace countersign;

namespace {

using Stage = ImportViewModel::Stage;
using Column = ImportModel::Column;

struct stat factsOf(const QString &path)
{
    struct stat facts = {};
    ::lstat(QFile::encodeName(path).constData(), &facts);
    return facts;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_ImportViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutFiles_saysWhereItLooked();
    void combined_isShown();
    void import_takesAllAndChangesNoFile();
    void importedAgain_offersNothing();
    void failure_isTold();
    void failure_fileIsReadAgainForTheNextTry();
    void failure_changedFileIsANewList();
    void duplicateName_isRenamed();
    void tooLargeToken_saysTheWayOut();
    void keychainOfNoUse_keepsKeysInMemory();
    void regionless_takesTheChosenOne();
    void damagedFile_isPlacedAndNotShown();
    void rightsAndLinks_areTold();
    void changedFile_isReadAgain();
    void changeJustBefore_isNotImported();
    void choiceWhileItRuns_isNone();
    void fileFoundLater_leavesTheEnvironmentChosen();
    void variables_nameFiles();
    void environment_isTakenWhenChosen();
    void misplacedSecret_isNowhere();
    void manyProfiles_areThereAtOnce();

private:
    QString cliPath() const { return m_folder->filePath(QStringLiteral(".aliyun/config.json")); }
    void start(const QHash<QByteArray, QString> &variables = {});
    QString cell(int row, Column column) const;
    int rowOf(const char *name) const;
    bool choose(int row, bool isChosen = true);
    QString allTexts() const;
    void import(Stage expected);

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<MoodyStore> m_keychain;
    std::unique_ptr<ProfileRegistry> m_registry;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<ProfileKeeper> m_keeper;
    bool m_isKeychainUsable = true;
    std::unique_ptr<ImportViewModel> m_import;
};

void tst_ImportViewModel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<MoodyStore>();
    m_registry = std::make_unique<ProfileRegistry>();
    m_store = std::make_unique<ProfileStore>(m_folder->filePath(QStringLiteral("profiles.json")),
                                             ProfileWorld::Real);
    m_keeper = std::make_unique<ProfileKeeper>(*m_registry, *m_store, *m_keychain, m_clock);
    m_keeper->load();
    m_isKeychainUsable = true;
}

void tst_ImportViewModel::cleanup()
{
    m_import.reset();
    m_keeper.reset();
    m_store.reset();
    m_registry.reset();
    m_keychain.reset();
    m_folder.reset();
}

void tst_ImportViewModel::start(const QHash<QByteArray, QString> &variables)
{
    m_import = std::make_unique<ImportViewModel>(
        *m_keeper, m_clock, environmentIn(m_folder->path(), variables),
        ImportDoors{[] { return Profile(); }, [this] { return m_isKeychainUsable; },
                    [] { return QStringLiteral("The keychain is asleep."); }});
    new QAbstractItemModelTester(
        m_import->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_import.get());
}

QString tst_ImportViewModel::cell(int row, Column column) const
{
    return m_import->model()->index(row, column).data().toString();
}

int tst_ImportViewModel::rowOf(const char *name) const
{
    for (int row = 0; row < m_import->model()->rowCount(); ++row) {
        const QString shown = cell(row, Column::NameColumn);
        if (shown == QString::fromUtf8(name) || shown.startsWith(QString::fromUtf8(name) + u" ("))
            return row;
    }
    return -1;
}

bool tst_ImportViewModel::choose(int row, bool isChosen)
{
    return m_import->model()->setData(m_import->model()->index(row, 0),
                                      isChosen ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
}

//! Everything that could be shown.
QString tst_ImportViewModel::allTexts() const
{
    QStringList texts{m_import->stateHeading(), m_import->stateText(),  m_import->sourceText(),
                      m_import->cautionText(),  m_import->statusText(), m_import->keepingText(),
                      m_import->importText()};
    texts += m_import->sourceTexts();
    const ImportModel *model = m_import->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        texts += m_import->detailText(row);
        texts += m_import->alias(row);
        for (int column = 0; column < model->columnCount(); ++column) {
            for (const int role :
                 {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                texts += model->index(row, column).data(role).toString();
        }
    }
    return texts.join(u'\n');
}

void tst_ImportViewModel::import(Stage expected)
{
    QVERIFY2(m_import->canImport(), qPrintable(m_import->statusText()));
    m_import->import();
    QCOMPARE(m_import->stage(), Stage::Running);
    QVERIFY(!m_import->canImport());
    // Every profile is a file that is written durably.
    QTRY_COMPARE_WITH_TIMEOUT(m_import->stage(), expected, 60'000);
}

void tst_ImportViewModel::withoutFiles_saysWhereItLooked()
{
    start();
    QCOMPARE(m_import->stage(), Stage::NothingFound);
    QCOMPARE(m_import->sourceIndex(), -1);
    for (const char *path :
         {".aliyun/config.json", ".alibabacloud/credentials", ".alibabacloud/credentials.ini"})
        QVERIFY(m_import->stateText().contains(m_folder->filePath(QString::fromLatin1(path))));
    QVERIFY(!m_import->canImport());
    QVERIFY(putFile(cliPath(), cliSample(QStringLiteral("AK"))));
    m_import->readAgain();
    QCOMPARE(m_import->stage(), Stage::Choosing);
    QCOMPARE(m_import->sourceIndex(), 0);
}

void tst_ImportViewModel::combined_isShown()
{
    QVERIFY(putFile(cliPath(), cliSample(QStringLiteral("combined"))));
    start();
    QCOMPARE(m_import->stage(), Stage::Choosing);
    QCOMPARE(m_import->model()->rowCount(), 20);
    QCOMPARE(cell(0, Column::NameColumn), QStringLiteral("fake-ak (the current one)"));
    QCOMPARE(cell(0, Column::ResultColumn), QStringLiteral("Will work"));
    QCOMPARE(cell(0, Column::KeyColumn), QStringLiteral("…ts01"));
    QCOMPARE(cell(0, Column::SecretColumn), QStringLiteral("keychain"));
    QCOMPARE(cell(0, Column::RegionColumn), QStringLiteral("cn-hangzhou"));
    QCOMPARE(cell(2, Column::AccountColumn), QStringLiteral("1000000000000001"));
    QCOMPARE(cell(rowOf("fake-external"), Column::ResultColumn),
             QStringLiteral("Works after you agree to run its program"));
    QVERIFY(m_import->detailText(rowOf("fake-external"))
                .contains(QStringLiteral(
                    "fake-credential-tool print --profile \"demo one\" --format json")));
    QCOMPARE(cell(rowOf("fake-uri"), Column::ResultColumn),
             QStringLiteral("Works after you agree to ask its service"));
    QCOMPARE(cell(rowOf("fake-ecs"), Column::ResultColumn),
             QStringLiteral("Works after you agree to ask the metadata service"));
    QCOMPARE(cell(rowOf("fake-sso"), Column::SecretColumn),
             QStringLiteral("stays in the CLI's file"));
    const int rsa = rowOf("fake-rsa");
    QVERIFY(cell(rsa, Column::ResultColumn)
                .startsWith(QStringLiteral("Cannot be used: RSA key pairs are deprecated by "
                                           "Alibaba Cloud")));
    QVERIFY(!(m_import->model()->index(rsa, 0).flags() & Qt::ItemIsUserCheckable));
    QVERIFY(!choose(rsa));
    QVERIFY(cell(rowOf("future-mode"), Column::ResultColumn)
                .contains(QStringLiteral("“SomethingNew” is not supported here")));
    QVERIFY(cell(rowOf("loop-a"), Column::ResultColumn)
                .contains(QStringLiteral("loop-a → loop-b → loop-a")));
    QVERIFY(cell(rowOf("(no name)"), Column::ResultColumn)
                .contains(QStringLiteral("not configured yet")));
    QVERIFY(m_import->sourceText().contains(QStringLiteral("aliyun CLI")));
    QVERIFY(m_import->sourceText().contains(QStringLiteral("only read")));
    QVERIFY(m_import->statusText().startsWith(QStringLiteral("13 ")));
    const QString texts = allTexts();
    for (const char *secret :
         {"FakeAccessKeySecretForTests01", "FakeTemporarySecretForTests03",
          "CAISFakeSecurityTokenForTests", "FakeCloudSsoAccessToken", "FakeOAuthAccessToken",
          "FakeOAuthRefreshToken", "FakeBearerToken", "bm90LWEta2V5", "FakeAccessKeyIdForTests01",
          "STS.FakeTemporaryIdForTests03"})
        QVERIFY2(!texts.contains(QLatin1String(secret)), secret);
}

void tst_ImportViewModel::import_takesAllAndChangesNoFile()
{
    QVERIFY(putFile(cliPath(), cliSample(QStringLiteral("combined"))));
    const struct stat before = factsOf(cliPath());
    start();
    m_import->setAllChosen(false);
    QVERIFY(!m_import->canImport());
    QVERIFY(choose(rowOf("fake-chain")));
    QVERIFY(m_import->statusText().startsWith(QStringLiteral("2 "))); // with what it builds on
    import(Stage::Done);
    QCOMPARE(m_registry->profiles().size(), std::size_t(2));
    QVERIFY(m_import->stateHeading().startsWith(QStringLiteral("2 ")));
    QCOMPARE(m_registry->profile(m_import->firstImported())->alias, QStringLiteral("fake-ak"));
    QCOMPARE(m_import->model()->rowCount(), 0);
    const struct stat after = factsOf(cliPath());
    QCOMPARE(after.st_ino, before.st_ino);
    QCOMPARE(after.st_mtim.tv_sec, before.st_mtim.tv_sec);
    QCOMPARE(after.st_mtim.tv_nsec, before.st_mtim.tv_nsec);
    QCOMPARE(contentOf(cliPath()), cliSample(QStringLiteral("combined")));
    QCOMPARE(QDir(m_folder->filePath(QStringLiteral(".aliyun")))
                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("config.json")});
}

void tst_ImportViewModel::importedAgain_offersNothing()
{
    QVERIFY(putFile(cliPath(), cliFile({cliKey("a"), R"("name":"e","mode":"EcsRamRole")"})));
    start();
    import(Stage::Done);
    start();
    QCOMPARE(cell(0, Column::ResultColumn), QStringLiteral("Replaces the key of “a”"));
    QCOMPARE(cell(1, Column::ResultColumn), QStringLiteral("Is here already as “e”"));
    QVERIFY(!m_import->canImport());
    QVERIFY(choose(0));
    import(Stage::Done);
    QCOMPARE(m_registry->profiles().size(), std::size_t(2));
}

void tst_ImportViewModel::failure_isTold()
{
    QVERIFY(putFile(cliPath(), cliFile({cliKey("a"), cliKey("b", "0002")})));
    start();
    m_import->setAlias(1, QStringLiteral("my b"));
    m_keychain->mood = KeychainProblem::Locked;
    import(Stage::Failed);
    QCOMPARE(m_import->stateHeading(), QStringLiteral("Nothing was imported"));
    QVERIFY(m_import->stateText().contains(QStringLiteral("“a” could not be saved.")));
    QVERIFY(m_import->stateText().contains(QStringLiteral("Everything is as it was before.")));
    QVERIFY(m_import->stateText().contains(QStringLiteral("Without the tick for the keychain")));
    QVERIFY(m_registry->profiles().empty());
    // What was chosen and typed is still there.
    m_import->backToList();
    QCOMPARE(m_import->stage(), Stage::Choosing);
    QCOMPARE(m_import->alias(1), QStringLiteral("my b"));
    m_keychain->mood = std::nullopt;
    import(Stage::Done);
    QCOMPARE(m_registry->profiles().size(), std::size_t(2));
}

//! No key of the file is kept until then: the one that stands there at the next try is taken.
void tst_ImportViewModel::failure_fileIsReadAgainForTheNextTry()
{
    const QByteArray key = cliKey("a");
    QVERIFY(putFile(cliPath(), cliFile({key, cliKey("b", "0002")})));
    start();
    QVERIFY(choose(1, false));
    m_import->setAlias(0, QStringLiteral("my a"));
    m_import->setRegion(RegionId(QStringLiteral("eu-central-1")));
    m_keychain->mood = KeychainProblem::Locked;
    import(Stage::Failed);
    QByteArray other = key;
    other.replace("secret-of-", "second-of-");
    QVERIFY(other != key);
    QVERIFY(putFile(cliPath(), cliFile({other, cliKey("b", "0002")})));
    m_import->backToList();
    QCOMPARE(m_import->stage(), Stage::Choosing);
    QVERIFY(!m_import->hasChanged());
    QCOMPARE(m_import->alias(0), QStringLiteral("my a"));
    QCOMPARE(m_import->region(), RegionId(QStringLiteral("eu-central-1")));
    m_keychain->mood = std::nullopt;
    import(Stage::Done);
    QCOMPARE(m_registry->profiles().size(), std::size_t(1));
    const auto kept = m_keychain->kept.value(m_registry->profiles().front().id);
    QVERIFY(kept);
    QCOMPARE(kept->secret.view().toByteArray(), QByteArray("second-of-0001"));
}

void tst_ImportViewModel::failure_changedFileIsANewList()
{
    QVERIFY(putFile(cliPath(), cliFile({cliKey("a")})));
    start();
    m_keychain->mood = KeychainProblem::Locked;
    import(Stage::Failed);
    QVERIFY(putFile(cliPath(), cliFile({cliKey("c", "0003"), cliKey("b", "0002")})));
    m_import->backToList();
    QCOMPARE(m_import->stage(), Stage::Choosing);
    QCOMPARE(m_import->model()->rowCount(), 2);
    QCOMPARE(m_import->alias(0), QStringLiteral("c"));
    import(Stage::Failed);
    QVERIFY(QFile::remove(cliPath()));
    m_import->backToList();
    QCOMPARE(m_import->stage(), Stage::Unreadable);
}

void tst_ImportViewModel::duplicateName_isRenamed()
{
    QVERIFY(putFile(cliPath(), cliFile({cliKey("a"), cliKey("a", "0002")})));
    start();
    QCOMPARE(cell(1, Column::ResultColumn), QStringLiteral("Needs another name"));
    QVERIFY(!m_import->aliasProblem(1).isEmpty());
    QVERIFY(!choose(1));
    m_import->setAlias(1, QStringLiteral("a2"));
    QCOMPARE(m_import->aliasProblem(1), QString());
    QCOMPARE(cell(1, Column::AliasColumn), QStringLiteral("a2"));
    import(Stage::Done);
    QCOMPARE(m_registry->profiles().size(), std::size_t(2));
}

void tst_ImportViewModel::tooLargeToken_saysTheWayOut()
{
    const QByteArray large =
        R"("name":"large","mode":"StsToken","access_key_id":"STS.FakeTemporaryIdForTests03",)"
        R"("access_key_secret":"secret-of-0001","sts_token":")" +
        QByteArray(16 * 1024, 'x') + '"';
    QVERIFY(putFile(cliPath(), cliFile({large, cliKey("a", "0002")})));
    start();
    QVERIFY(m_import->detailText(0).contains(QStringLiteral("without the tick for the keychain")));
    QVERIFY(!m_import->detailText(1).contains(QStringLiteral("tick")));
    QCOMPARE(m_import->detailText(2), QString());
}

void tst_ImportViewModel::keychainOfNoUse_keepsKeysInMemory()
{
    QVERIFY(putFile(cliPath(), cliFile({cliKey("a")})));
    m_isKeychainUsable = false;
    start();
    QCOMPARE(cell(0, Column::SecretColumn), QStringLiteral("memory, this session"));
    QVERIFY(m_import->keepingText().contains(QStringLiteral("The keychain is asleep.")));
    import(Stage::Done);
    QVERIFY(m_keychain->calls.isEmpty());
    const Profile profile = m_registry->profiles().front();
    QVERIFY(!profile.key.isSaved);
    QVERIFY(m_registry->isUnlocked(profile.id));
    QVERIFY(m_keeper->standing(profile.id).isSessionOnly);
}

void tst_ImportViewModel::regionless_takesTheChosenOne()
{
    const QString path = m_folder->filePath(QStringLiteral("any name"));
    QVERIFY(putFile(path, "[a]\ntype=access_key\naccess_key_id=LTAI5tFakeFake0001\n"
                          "access_key_secret=abc\n"));
    start();
    m_import->openFile(path);
    QVERIFY(m_import->needsRegion());
    m_import->setRegion(RegionId(QStringLiteral("eu-central-1")));
    QVERIFY(cell(0, Column::RegionColumn).startsWith(QStringLiteral("eu-central-1")));
    QVERIFY(m_import->sourceText().contains(QStringLiteral("SDKs' credentials file")));
    m_import->setKept(false);
    import(Stage::Done);
    const Profile profile = m_registry->profiles().front();
    QCOMPARE(profile.regions, std::vector{RegionId(QStringLiteral("eu-central-1"))});
    QVERIFY(!profile.key.isSaved && m_keychain->calls.isEmpty());
}

void tst_ImportViewModel::damagedFile_isPlacedAndNotShown()
{
    QVERIFY(putFile(cliPath(), cliSample(QStringLiteral("AK")).left(200)));
    start();
    QCOMPARE(m_import->stage(), Stage::Unreadable);
    QVERIFY(m_import->stateText().contains(QStringLiteral("damaged or cut off: line ")));
    QVERIFY(!allTexts().contains(QStringLiteral("FakeAccessKey")));
    QVERIFY(putFile(cliPath(), "{\"profiles\":[]}"));
    m_import->readAgain();
    QCOMPARE(m_import->stateHeading(), QStringLiteral("The file holds no profile"));
    QVERIFY(m_import->stateText().contains(QStringLiteral("aliyun configure")));
    QVERIFY(QFile::remove(cliPath()));
    m_import->readAgain();
    QVERIFY(m_import->stateText().contains(QStringLiteral("There is no such file.")));
}

void tst_ImportViewModel::rightsAndLinks_areTold()
{
    const QString real = m_folder->filePath(QStringLiteral("real.json"));
    QVERIFY(putFile(real, cliFile({cliKey("a")})));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral(".aliyun")));
    QVERIFY(QFile::link(real, cliPath()));
    start();
    QCOMPARE(m_import->cautionText(), QString());
    QVERIFY(m_import->sourceText().contains(real));
    QVERIFY(QFile::setPermissions(real, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    m_import->readAgain();
    QVERIFY(m_import->cautionText().contains(QStringLiteral("Other users of this computer")));
    QVERIFY(m_import->canImport());
}

void tst_ImportViewModel::changedFile_isReadAgain()
{
    QVERIFY(putFile(cliPath(), cliFile({cliKey("a")})));
    start();
    QSignalSpy spy(m_import.get(), &ImportViewModel::changed);
    QVERIFY(!m_import->hasChanged());
    QVERIFY(putFile(cliPath(), cliFile({cliKey("a"), cliKey("b", "0002")})));
    QTRY_VERIFY(m_import->hasChanged());
    QVERIFY(!spy.isEmpty());
    QVERIFY(!m_import->canImport());
    QVERIFY(m_import->cautionText().contains(QStringLiteral("has changed")));
    m_import->readAgain();
    QCOMPARE(m_import->model()->rowCount(), 2);
    QVERIFY(m_import->canImport());
    // Written into, and taken away.
    QFile file(cliPath());
    QVERIFY(file.open(QIODevice::Append));
    QVERIFY(file.write("\n") == 1);
    file.close();
    QTRY_VERIFY(m_import->hasChanged());
    m_import->readAgain();
    QVERIFY(QFile::remove(cliPath()));
    QTRY_VERIFY(m_import->hasChanged());
}

//! No notice of the change has come yet.
void tst_ImportViewModel::changeJustBefore_isNotImported()
{
    QVERIFY(putFile(cliPath(), cliFile({cliKey("a")})));
    start();
    QVERIFY(m_import->canImport());
    QVERIFY(putFile(cliPath(), cliFile({cliKey("a", "0009"), cliKey("b")})));
    m_import->import();
    QCOMPARE(m_import->stage(), Stage::Choosing);
    QVERIFY(m_import->hasChanged());
    QVERIFY(m_registry->profiles().empty());
    m_import->readAgain();
    QCOMPARE(cell(0, Column::KeyColumn), QStringLiteral("…0009"));
}

void tst_ImportViewModel::fileFoundLater_leavesTheEnvironmentChosen()
{
    start({{"ALIBABA_CLOUD_ACCESS_KEY_ID", QStringLiteral("LTAI5tFakeFake0001")},
           {"ALIBABA_CLOUD_ACCESS_KEY_SECRET", QStringLiteral("canary")}});
    m_import->chooseSource(0);
    QVERIFY(putFile(cliPath(), cliFile({cliKey("a"), cliKey("b", "0002")})));
    m_import->readAgain();
    QCOMPARE(m_import->sourceTexts().size(), 2);
    QCOMPARE(m_import->sourceIndex(), 1);
    QCOMPARE(m_import->model()->rowCount(), 1);
}

//! Ticks that are seen while it runs are not changed any more.
void tst_ImportViewModel::choiceWhileItRuns_isNone()
{
    QVERIFY(putFile(cliPath(), cliFile({cliKey("a"), cliKey("b", "0002"),
                                        R"("name":"p","mode":"External","process_command":"x")"})));
    start();
    m_keychain->isSlow = true;
    m_import->import();
    QTRY_COMPARE(m_keychain->held.size(), std::size_t(1));
    choose(0, false);
    m_import->setAllChosen(false);
    QCOMPARE(m_import->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    m_keychain->isSlow = false;
    m_keychain->answerHeld();
    QTRY_COMPARE_WITH_TIMEOUT(m_import->stage(), Stage::Done, 60'000);
    QCOMPARE(m_registry->profiles().size(), std::size_t(3));
    QVERIFY(m_import->stateText().contains(QStringLiteral("1 of them work only once")));
    QVERIFY(m_import->stateText().contains(QStringLiteral("file still holds its keys")));
}

void tst_ImportViewModel::variables_nameFiles()
{
    const QString path = m_folder->filePath(QStringLiteral("elsewhere"));
    QVERIFY(putFile(path, cliFile({cliKey("a")})));
    start({{"ALIBABA_CLOUD_CONFIG_FILE", path},
           {"ALIBABA_CLOUD_PROFILE", QStringLiteral("a")},
           {"ALIBABA_CLOUD_IGNORE_PROFILE", QStringLiteral("TRUE")}});
    QCOMPARE(m_import->stage(), Stage::Choosing);
    QVERIFY(m_import->sourceText().contains(QStringLiteral("ALIBABA_CLOUD_CONFIG_FILE names it.")));
    QVERIFY(m_import->sourceText().contains(QStringLiteral("ALIBABA_CLOUD_PROFILE names “a”")));
    QVERIFY(m_import->cautionText().contains(QStringLiteral("ALIBABA_CLOUD_IGNORE_PROFILE")));
}

void tst_ImportViewModel::environment_isTakenWhenChosen()
{
    start({{"ALIBABA_CLOUD_ACCESS_KEY_ID", QStringLiteral("LTAI5tFakeFake0001")},
           {"ALIBABA_CLOUD_ACCESS_KEY_SECRET", QStringLiteral("canary-of-the-environment")}});
    QCOMPARE(m_import->stage(), Stage::NothingFound);
    QVERIFY(!m_import->stateText().contains(QStringLiteral("ACCESS_KEY")));
    m_import->chooseSource(0);
    QCOMPARE(m_import->stage(), Stage::Choosing);
    QVERIFY(m_import->sourceText().contains(QStringLiteral("ALIBABA_CLOUD_ACCESS_KEY_SECRET")));
    QVERIFY(!allTexts().contains(QStringLiteral("canary")));
    QVERIFY(!allTexts().contains(QStringLiteral("LTAI5t")));
    import(Stage::Done);
    QCOMPARE(m_registry->profiles().front().source.kind, KeyKind::Environment);
    QVERIFY(!m_import->stateText().contains(QStringLiteral("The file")));
    start();
    m_import->chooseSource(0);
    QCOMPARE(m_import->stateHeading(), QStringLiteral("The environment offers no keys"));
}

void tst_ImportViewModel::misplacedSecret_isNowhere()
{
    const QByteArray canary = "q7Rk2mXw9PzLs4Tb6VnYc8HdJf3GaE";
    const QByteArray swapped = R"("name":"swapped","mode":"AK","access_key_id":")" + canary +
                               R"(","access_key_secret":"LTAI5tFakeFake0001")";
    const QByteArray named = R"("name":")" + canary + R"(","mode":"EcsRamRole")";
    const QByteArray command =
        R"("name":"c","mode":"External","process_command":"tool --secret )" + canary + '"';
    QVERIFY(putFile(cliPath(), cliFile({swapped, named, command, cliKey("good", "0004")})));
    start();
    QVERIFY(!allTexts().contains(QString::fromLatin1(canary)));
    QVERIFY(cell(0, Column::ResultColumn).contains(QStringLiteral("access_key_id")));
    QCOMPARE(cell(1, Column::NameColumn), QStringLiteral("(name not shown)"));
    import(Stage::Done);
    QCOMPARE(m_registry->profiles().size(), std::size_t(1));
    QVERIFY(!contentOf(m_folder->filePath(QStringLiteral("profiles.json"))).contains(canary));
}

void tst_ImportViewModel::manyProfiles_areThereAtOnce()
{
    QVERIFY(putFile(cliPath(), cliFile({cliKey("first", "0999")})));
    start();
    import(Stage::Done);
    QList<QByteArray> profiles;
    for (int i = 0; i < 200; ++i)
        profiles += cliKey('p' + QByteArray::number(i), QByteArray::number(1000 + i));
    QVERIFY(putFile(cliPath(), cliFile(profiles)));
    start();
    QVERIFY(!m_import->canImport());
    QVERIFY(m_import->statusText().contains(QStringLiteral("no room for 1 ")));
    QVERIFY(choose(0, false));
    import(Stage::Done);
    QCOMPARE(m_registry->profiles().size(), std::size_t(200));
}

QTEST_GUILESS_MAIN(tst_ImportViewModel)
#include "tst_importviewmodel.moc"
