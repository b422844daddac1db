// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogchecks.h"
#include "hostiletexts.h"
#include "tests/fakes/moodystore.h"
#include "tests/support/keyfiles.h"
#include "tests/support/manualclock.h"
#include "ui/dialogs/importdialog.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCryptographicHash>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace countersign;

namespace {

using Stage = ImportViewModel::Stage;

QStringList textsOf(const QWidget &part)
{
    QStringList texts;
    for (const QLabel *label : part.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts += label->text();
    }
    return texts;
}

struct FileStamp
{
    QByteArray hash;
    QDateTime changed;
    qint64 size = 0;
    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

FileStamp stampOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return {QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256),
            QFileInfo(path).lastModified(), file.size()};
}

} // namespace

//! Importing as a person does it: by keyboard, and with what assistive technology reads.
class tst_ImportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keyboardAlone_importsWhatIsChosen();
    void tabs_leadThroughEverything();
    void withoutFile_offersToChooseOne();
    void duplicateName_isTypedAnew();
    void changedFile_isReadAgain();
    void closing_whileItRuns_asks();
    void stopping_takesBack();
    void failure_leadsBackToTheList();
    void hostileFiles_getOneMessage_data();
    void hostileFiles_getOneMessage();
    void marker_isNotTouched();
    void hostileTexts_stayText();
    void longTexts_fit();
    void rows_areSpoken();
    void manyRows_areScrolled();

private:
    QString cliPath() const { return m_folder->filePath(QStringLiteral(".aliyun/config.json")); }
    void open(const QByteArray &file);
    template <class Part>
    Part *find(const char *name) const
    {
        return m_dialog->findChild<Part *>(QString::fromLatin1(name));
    }
    QString words(const char *label) const { return find<QLabel>(label)->text(); }
    Stage stage() const { return m_dialog->import().stage(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<MoodyStore> m_keychain;
    std::unique_ptr<ProfileRegistry> m_registry;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<ProfileKeeper> m_keeper;
    std::unique_ptr<ImportDialog> m_dialog;
};

void tst_ImportDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<MoodyStore>();
    m_registry = std::make_unique<ProfileRegistry>();
    m_store = std::make_unique<ProfileStore>(m_folder->filePath(QStringLiteral("profiles.json")),
                                             ProfileWorld::Real);
    m_keeper = std::make_unique<ProfileKeeper>(*m_registry, *m_store, *m_keychain, m_clock);
    m_keeper->load();
}

void tst_ImportDialog::cleanup()
{
    m_dialog.reset();
    m_keeper.reset();
    m_store.reset();
    m_registry.reset();
    m_keychain.reset();
    m_folder.reset();
}

//! An empty text: no file.
void tst_ImportDialog::open(const QByteArray &file)
{
    if (!file.isEmpty())
        QVERIFY(putFile(cliPath(), file));
    m_dialog = std::make_unique<ImportDialog>(std::make_unique<ImportViewModel>(
        *m_keeper, m_clock, environmentIn(m_folder->path()),
        ImportDoors{[] { return Profile(); }, [] { return true; }, [] { return QString(); }}));
    m_dialog->open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void tst_ImportDialog::keyboardAlone_importsWhatIsChosen()
{
    open(cliFile(
        {cliKey("first"), cliKey("second", "0002"), R"("name":"rsa","mode":"RsaKeyPair")"}));
    auto *view = find<QTreeView>("profilesView");
    QCOMPARE(m_dialog->focusWidget(), view);
    QCOMPARE(view->currentIndex().row(), 0);
    QTest::keyClick(view, Qt::Key_Space); // leaves the first one out
    QCOMPARE(view->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Down);
    QVERIFY(words("detailLabel").contains(QStringLiteral("deprecated")));
    QTest::keyClick(view, Qt::Key_Space);
    QVERIFY(!view->model()->index(2, 0).data(Qt::CheckStateRole).isValid());
    QTest::keyClick(view, Qt::Key_Up);
    QTest::keyClick(m_dialog.get(), Qt::Key_M, Qt::AltModifier);
    auto *alias = find<QLineEdit>("aliasEdit");
    QCOMPARE(m_dialog->focusWidget(), alias);
    alias->selectAll();
    QTest::keyClicks(alias, QStringLiteral("by hand"));
    QCOMPARE(find<QPushButton>("importButton")->text(), QStringLiteral("&Import 1 profile(s)"));
    QTest::keyClick(m_dialog.get(), Qt::Key_I, Qt::AltModifier);
    QTRY_COMPARE(stage(), Stage::Done);
    QCOMPARE(m_registry->profiles().size(), std::size_t(1));
    QCOMPARE(m_registry->profiles().front().alias, QStringLiteral("by hand"));
    QSignalSpy wanted(m_dialog.get(), &ImportDialog::profileWanted);
    // A button that is pressed by its key stays down for a moment.
    QTest::keyClick(m_dialog.get(), Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().value<ProfileId>(), m_registry->profiles().front().id);
    QVERIFY(!m_dialog->isVisible());
}

void tst_ImportDialog::tabs_leadThroughEverything()
{
    open("[a]\ntype=access_key\naccess_key_id=LTAI5tFakeFake0001\naccess_key_secret=abc\n");
    const QStringList expected{QStringLiteral("profilesView"), QStringLiteral("allButton"),
                               QStringLiteral("noneButton"),   QStringLiteral("regionBox"),
                               QStringLiteral("aliasEdit"),    QStringLiteral("keptCheck"),
                               QStringLiteral("importButton"), QStringLiteral("closeButton"),
                               QStringLiteral("sourceBox"),    QStringLiteral("fileButton")};
    QCOMPARE(tabStops(*m_dialog), expected);
    QCOMPARE(namelessStops(*m_dialog), QStringList());
    QCOMPARE(doubleMnemonics(*m_dialog), QStringList());
    QCOMPARE(descriptionsWithMarkup(*m_dialog), QStringList());
}

void tst_ImportDialog::withoutFile_offersToChooseOne()
{
    open({});
    QVERIFY(find<QWidget>("statePage")->isVisible());
    QVERIFY(!find<QWidget>("importButton")->isVisible());
    QCOMPARE(namelessStops(*m_dialog), QStringList());
    QCOMPARE(doubleMnemonics(*m_dialog), QStringList());
    // Only the environment is left, and it is not chosen by itself.
    auto *box = find<QComboBox>("sourceBox");
    QCOMPARE(box->count(), 1);
    QCOMPARE(box->currentIndex(), -1);
    QVERIFY(putFile(cliPath(), cliFile({cliKey("a")})));
    QTest::keyClick(m_dialog.get(), Qt::Key_L, Qt::AltModifier);
    QTRY_VERIFY(find<QWidget>("workPage")->isVisible());
    QCOMPARE(box->currentIndex(), 0);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void tst_ImportDialog::duplicateName_isTypedAnew()
{
    open(cliFile({cliKey("a"), cliKey("a", "0002")}));
    auto *view = find<QTreeView>("profilesView");
    QTest::keyClick(view, Qt::Key_Down);
    QVERIFY(words("aliasProblem").contains(QStringLiteral("has this name")));
    auto *alias = find<QLineEdit>("aliasEdit");
    alias->setFocus();
    QTest::keyClick(alias, Qt::Key_End);
    QTest::keyClicks(alias, QStringLiteral("23"));
    QCOMPARE(words("aliasProblem"), QString());
    QTest::keyClick(alias, Qt::Key_Left);
    QTest::keyClick(alias, Qt::Key_Backspace);
    QCOMPARE(alias->text(), QStringLiteral("a3"));
    QCOMPARE(alias->cursorPosition(), 1); // the cursor stays where it was
    QCOMPARE(view->model()->index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void tst_ImportDialog::changedFile_isReadAgain()
{
    open(cliFile({cliKey("a")}));
    QVERIFY(!find<QWidget>("caution")->isVisible());
    QVERIFY(putFile(cliPath(), cliFile({cliKey("a"), cliKey("b", "0002")})));
    QTRY_VERIFY(find<QWidget>("caution")->isVisible());
    QVERIFY(!find<QPushButton>("importButton")->isEnabled());
    QCOMPARE(namelessStops(*m_dialog), QStringList());
    QCOMPARE(doubleMnemonics(*m_dialog), QStringList());
    for (QPushButton *button : find<QWidget>("caution")->findChildren<QPushButton *>()) {
        if (button->isVisible())
            button->click();
    }
    QCOMPARE(find<QTreeView>("profilesView")->model()->rowCount(), 2);
    QVERIFY(!find<QWidget>("caution")->isVisible());
}

void tst_ImportDialog::closing_whileItRuns_asks()
{
    open(cliFile({cliKey("a")}));
    m_keychain->isSlow = true;
    find<QPushButton>("importButton")->click();
    QTRY_COMPARE(m_keychain->held.size(), std::size_t(1));
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(find<QWidget>("question")->isVisible());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible() && !find<QWidget>("question")->isVisible());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    for (QPushButton *button : find<QWidget>("question")->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Close all the same"))
            button->click();
    }
    QVERIFY(!m_dialog->isVisible());
    m_dialog.reset();
    m_keychain->isSlow = false;
    m_keychain->answerHeld();
    QTRY_COMPARE(m_registry->profiles().size(), std::size_t(1)); // it went on to its end
}

void tst_ImportDialog::stopping_takesBack()
{
    open(cliFile({cliKey("a"), cliKey("b", "0002"), cliKey("c", "0003")}));
    auto *import = find<QPushButton>("importButton");
    auto *stop = find<QPushButton>("stopButton");
    QVERIFY(!stop->isVisible());
    import->setFocus();
    m_keychain->isSlow = true;
    QTest::keyClick(import, Qt::Key_Space);
    QTRY_COMPARE(m_keychain->held.size(), std::size_t(1));
    QVERIFY(!import->isVisible() && stop->isVisible());
    QCOMPARE(m_dialog->focusWidget(), stop);
    QCOMPARE(words("statusLabel"), QStringLiteral("Importing: 0 of 3 profile(s) done…"));
    QCOMPARE(doubleMnemonics(*m_dialog), QStringList());
    m_keychain->answerHeld();
    QCOMPARE(words("statusLabel"), QStringLiteral("Importing: 1 of 3 profile(s) done…"));
    QTest::keyClick(stop, Qt::Key_Space);
    QVERIFY(words("statusLabel").startsWith(QStringLiteral("Stopping")));
    m_keychain->isSlow = false;
    m_keychain->answerHeld();
    QTRY_COMPARE(stage(), Stage::Failed);
    QVERIFY(!stop->isVisible());
    const QStringList shown = textsOf(*find<QWidget>("statePage"));
    QVERIFY(shown.contains(QStringLiteral("Nothing was imported")));
    QVERIFY(shown.join(u' ').contains(QStringLiteral("You have stopped the import.")));
    QVERIFY(m_registry->profiles().empty() && m_keychain->kept.isEmpty());
    QVERIFY(qobject_cast<QPushButton *>(m_dialog->focusWidget()) != nullptr);
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Space); // back to the list, and once more
    QCOMPARE(stage(), Stage::Choosing);
    import->click();
    QTRY_COMPARE(stage(), Stage::Done);
    QCOMPARE(m_registry->profiles().size(), std::size_t(3));
}

void tst_ImportDialog::failure_leadsBackToTheList()
{
    open(cliFile({cliKey("a")}));
    m_keychain->mood = KeychainProblem::Locked;
    find<QPushButton>("importButton")->click();
    QTRY_COMPARE(stage(), Stage::Failed);
    QVERIFY(find<QWidget>("statePage")->isVisible());
    QTest::keyClick(m_dialog.get(), Qt::Key_B, Qt::AltModifier);
    QTRY_COMPARE(stage(), Stage::Choosing);
    QCOMPARE(find<QTreeView>("profilesView")->currentIndex().row(), 0);
    QVERIFY(find<QLineEdit>("aliasEdit")->isEnabled());
    QCOMPARE(m_dialog->focusWidget(), find<QTreeView>("profilesView"));
}

//! What stands in its place, and a word of the one sentence that is said of it.
void tst_ImportDialog::hostileFiles_getOneMessage_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("words");
    const QByteArray good = cliFile({cliKey("a"), cliKey("b", "0002")});
    QByteArray wide;
    for (const char c : good)
        wide += QByteArray(1, c) + QByteArray(1, '\0');
    const auto add = [](const char *name, const QByteArray &file, const char *words) {
        QTest::newRow(name) << file << QString::fromLatin1(words);
    };
    add("utf-16 with its mark", "\xFF\xFE" + wide, "not UTF-8 text: line 1");
    add("utf-16 without", wide, "not UTF-8 text: line 1");
    add("nul at the end", good + QByteArray(1, '\0'), "not UTF-8 text: line 1");
    add("latin 1", QByteArray(good).replace("\"a\"", "\"\xE4\""), "not UTF-8 text: line 1");
    add("10 MB", good + QByteArray(10 * 1024 * 1024, ' '), "larger than 256 KiB");
    add("arrays in arrays",
        R"({"profiles":)" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}',
        "nested or filled");
    add("objects in objects", QByteArray(R"({"profiles":)").repeated(5'000), "nested or filled");
    add("many members", R"({"profiles":[)" + QByteArray("0,").repeated(120'000) + "0]}",
        "more than 200 profile");
    add("many profiles", R"({"profiles":[)" + QByteArray("{},").repeated(200) + "{}]}",
        "more than 200 profile");
    add("cut in a secret", good.left(good.indexOf("secret-of") + 5), "damaged or cut off");
    add("text behind", good + "x", "damaged or cut off");
    add("one name twice", cliFile({cliKey("a") + R"(,"name":"b")"}), "stands twice");
    add("a name of 10 kB", cliFile({'"' + QByteArray(10'000, 'n') + R"(":1)"}),
        "damaged or cut off");
    add("no such file of ours", R"({"version":1,"accounts":[]})", "neither the aliyun CLI");
    add("prose", "Dear all,\nthe key is in the safe.\n", "neither the aliyun CLI");
    add("nothing", " \r\n", "It is empty.");
    add("ini without a section", "access_key_id = x\n", "neither the aliyun CLI");
    add("ini, one key twice", "[a]\ntype=sts\ntype=sts\n", "stands twice");
    add("ini, broken section", "[a\ntype=sts\n", "damaged or cut off");
}

void tst_ImportDialog::hostileFiles_getOneMessage()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, words);
    QVERIFY(putFile(cliPath(), file));
    const FileStamp before = stampOf(cliPath());
    open({});
    QCOMPARE(stage(), Stage::Unreadable);
    QVERIFY(!find<QWidget>("importButton")->isVisible());
    const QString shown = textsOf(*find<QWidget>("statePage")).join(u'\n');
    QVERIFY2(shown.contains(words), qPrintable(shown));
    // Cause and next step.
    QVERIFY2(shown.contains(QStringLiteral("look again")) ||
                 shown.contains(QStringLiteral("hoose another")) ||
                 shown.contains(QStringLiteral("choose that")),
             qPrintable(shown));
    QVERIFY(!shown.contains(QStringLiteral("secret-of")) &&
            !shown.contains(QStringLiteral("LTAI")));
    QCOMPARE(unsafePlaces(*m_dialog), QStringList());
    QVERIFY(m_registry->profiles().empty() && m_keychain->calls.isEmpty());
    QVERIFY(stampOf(cliPath()) == before);
}

//! By importing it nothing is run: not in the preview, not by the import, not at the next start.
void tst_ImportDialog::marker_isNotTouched()
{
    const QString marker = m_folder->filePath(QStringLiteral("marker"));
    open(cliFile({R"("name":"p","mode":"External","process_command":"touch )" + marker.toUtf8() +
                      R"(","region_id":"cn-hangzhou")",
                  cliKey("a")}));
    QVERIFY(words("detailLabel").contains(QString(QStringLiteral("touch ") + marker)));
    QVERIFY(words("detailLabel").contains(QStringLiteral("Nothing is run by importing it")));
    find<QPushButton>("importButton")->click();
    QTRY_COMPARE(stage(), Stage::Done);
    QCOMPARE(m_registry->profiles().size(), std::size_t(2));
    m_keeper->readKeys();
    // A program would have been started by now, and be done.
    QProcess other;
    other.start(QStringLiteral("true"), QStringList());
    QVERIFY(other.waitForFinished());
    QTest::qWait(200);
    QVERIFY(!QFile::exists(marker));
}

void tst_ImportDialog::hostileTexts_stayText()
{
    QList<QByteArray> profiles;
    int number = 1000;
    for (const QString &text : hostileTexts()) {
        JsonWriter name;
        name.value(text.left(5'000));
        const QByteArray quoted = name.bytes();
        profiles += R"("mode":"External","region_id":)" + quoted + R"(,"process_command":)" +
                    quoted + R"(,"name":)" + quoted;
        profiles += R"("mode":)" + quoted + R"(,"name":")" + QByteArray::number(++number) + '"';
    }
    open(cliFile(profiles));
    QCOMPARE(stage(), Stage::Choosing);
    auto *view = find<QTreeView>("profilesView");
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        view->setCurrentIndex(view->model()->index(row, 0));
        QCOMPARE(unsafePlaces(*m_dialog), QStringList());
    }
    QVERIFY(m_dialog->width() <= 1'400);
}

void tst_ImportDialog::longTexts_fit()
{
    LongTexts longer;
    QVERIFY(QCoreApplication::installTranslator(&longer));
    open(cliSample(QStringLiteral("combined")));
    QVERIFY(find<QPushButton>("importButton")->isVisible());
    QVERIFY(m_dialog->rect().contains(
        QRect(find<QPushButton>("importButton")->mapTo(m_dialog.get(), QPoint(0, 0)),
              find<QPushButton>("importButton")->size())));
    m_dialog.reset();
    QCoreApplication::removeTranslator(&longer);
}

void tst_ImportDialog::rows_areSpoken()
{
    open(cliSample(QStringLiteral("combined")));
    auto *view = find<QTreeView>("profilesView");
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(view);
    QVERIFY(spoken != nullptr);
    QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Profiles in the file"));
    QCOMPARE(spoken->tableInterface()->rowCount(), 20);
    QCOMPARE(
        spoken->tableInterface()->cellAt(0, ImportModel::ResultColumn)->text(QAccessible::Name),
        QStringLiteral("What comes of it: Will work"));
    QVERIFY(spoken->tableInterface()->cellAt(0, 0)->state().checkable);
    QVERIFY(spoken->tableInterface()->cellAt(0, 0)->state().checked);
}

void tst_ImportDialog::manyRows_areScrolled()
{
    QList<QByteArray> profiles;
    for (int i = 0; i < 200; ++i)
        profiles += cliKey('p' + QByteArray::number(i), QByteArray::number(1000 + i));
    open(cliFile(profiles));
    auto *view = find<QTreeView>("profilesView");
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(view->currentIndex().row(), 199);
    QVERIFY(view->viewport()->rect().intersects(view->visualRect(view->currentIndex())));
    QCOMPARE(find<QLineEdit>("aliasEdit")->text(), QStringLiteral("p199"));
    find<QPushButton>("importButton")->click();
    QTRY_COMPARE_WITH_TIMEOUT(stage(), Stage::Done, 60'000);
    QCOMPARE(m_registry->profiles().size(), std::size_t(200));
}

QTEST_MAIN(tst_ImportDialog)
#include "tst_importdialog.moc"
