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
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace countersign;

namespace {

using Stage = ImportViewModel::Stage;

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
    void failure_leadsBackToTheList();
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
    QTest::keyClick(m_dialog.get(), Qt::Key_S, Qt::AltModifier);
    QCOMPARE(wanted.size(), 1);
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
    QVERIFY(find<QWidget>("workPage")->isVisible());
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

void tst_ImportDialog::failure_leadsBackToTheList()
{
    open(cliFile({cliKey("a")}));
    m_keychain->mood = KeychainProblem::Locked;
    find<QPushButton>("importButton")->click();
    QTRY_COMPARE(stage(), Stage::Failed);
    QVERIFY(find<QWidget>("statePage")->isVisible());
    QTest::keyClick(m_dialog.get(), Qt::Key_B, Qt::AltModifier);
    QCOMPARE(stage(), Stage::Choosing);
    QCOMPARE(m_dialog->focusWidget(), find<QTreeView>("profilesView"));
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
