// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/bulkviewmodel.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "dialogchecks.h"
#include "tests/app/viewmodels/person.h"
#include "ui/dialogs/bulkdialog.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/dialogs/noteedit.h"

#include <QApplication>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace countersign;
using Stage = BulkViewModel::Stage;

namespace {

QString allTextsOf(const QWidget &part)
{
    QStringList texts;
    for (const QLabel *label : part.findChildren<QLabel *>())
        texts += label->text();
    return texts.join(QLatin1Char('\n'));
}

} // namespace

//! The dialog for several waits of a real sandbox, by keys and clicks.
class TestBulkDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingIsDefaultAndFocusIsOnWhatIsRead();
    void rejectStartsInTheNoteAtAnotherPlace();
    void confirmIsDeadUntilTheNumberIsTypedAndTheRestIsOver();
    void escapeSendsNothing();
    void eachHasItsResultAndTheDialogStays();
    void escapeWhileSendingStopsAndStays();
    void afterAStop_goOnRestsFirst();
    void keysAreGone_leadsToOthersAndGoesOn();
    void takenAway_goesOnAndIsShownAgain();
    void takenAwayBeforehand_isNothing();
    void resultsAreSaved();
    void everythingHasANameAndAPlaceInTheTabOrder();
    void fitsSmallScreensAndLongTexts();

private:
    void open(int count, Act act = Act::Approve);
    void typeAndConfirm(const QString &number);
    template <class Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    std::size_t sentCount() const
    {
        return m_sandbox->receipts(QStringLiteral("NotifyExecution")).size();
    }
    QString outcome() const
    {
        return find<QWidget>("outcome")
            ->findChild<QLabel *>(QStringLiteral("outcomeLabel"))
            ->text();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<DecisionsViewModel> m_decisions;
    QPointer<BulkDialog> m_dialog;
};

void TestBulkDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask"), testtemplates::approval(1));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
    m_decisions = std::make_unique<DecisionsViewModel>();
}

void TestBulkDialog::cleanup()
{
    delete m_dialog;
    m_decisions.reset();
    m_person.reset();
    m_sandbox.reset();
}

void TestBulkDialog::open(int count, Act act)
{
    std::vector<WaitRow> rows;
    for (int i = 0; i < count; ++i) {
        WaitRow row = m_person->foundRow(m_person->startWaiting(QStringLiteral("ask")));
        row.kind = WaitKind::Approval;
        row.profileAlias = QStringLiteral("acme");
        rows.push_back(row);
    }
    m_dialog = new BulkDialog(std::make_unique<BulkViewModel>(
        act, rows,
        [this] {
            return std::make_unique<ReviewViewModel>(
                std::make_unique<ReviewFlow>(m_person->world.services()), m_person->files);
        },
        *m_decisions));
    m_dialog->open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->bulk().stage(), Stage::Composing, 20'000);
}

void TestBulkDialog::typeAndConfirm(const QString &number)
{
    QTest::keyClicks(find<QLineEdit>("countEdit"), number);
    QVERIFY(m_dialog->confirmButton()->isEnabled());
    QTRY_VERIFY(!m_dialog->confirmButton()->isResting());
    QTest::mouseClick(m_dialog->confirmButton(), Qt::LeftButton);
}

void TestBulkDialog::nothingIsDefaultAndFocusIsOnWhatIsRead()
{
    open(2);
    for (const QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
        QVERIFY2(!button->isDefault(), qPrintable(button->text()));
        QVERIFY2(!button->autoDefault(), qPrintable(button->text()));
    }
    QCOMPARE(m_dialog->focusWidget()->objectName(), QStringLiteral("consequenceLabel"));
    QTest::keyClick(m_dialog, Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_dialog->bulk().stage(), Stage::Composing);
    QVERIFY(m_dialog->confirmButton()->accessibleName().startsWith(QStringLiteral("Approve 2 ")));
    QCOMPARE(find<QTreeView>("itemsView")->model()->rowCount(), 2);
}

void TestBulkDialog::rejectStartsInTheNoteAtAnotherPlace()
{
    open(2);
    QVERIFY(m_dialog->width() - m_dialog->confirmButton()->geometry().right() < 40);
    delete m_dialog;
    open(2, Act::Reject);
    QCOMPARE(m_dialog->focusWidget(), m_dialog->noteEdit());
    QVERIFY(m_dialog->width() - m_dialog->confirmButton()->geometry().right() > 60);
}

void TestBulkDialog::confirmIsDeadUntilTheNumberIsTypedAndTheRestIsOver()
{
    open(2);
    QVERIFY(m_dialog->confirmButton()->isResting());
    QVERIFY(!m_dialog->confirmButton()->isEnabled());
    QTest::keyClicks(find<QLineEdit>("countEdit"), QStringLiteral("3"));
    QVERIFY(!m_dialog->confirmButton()->isEnabled());
    QVERIFY(!find<QLabel>("countProblemLabel")->text().isEmpty());
    find<QLineEdit>("countEdit")->clear();
    QTest::keyClicks(find<QLineEdit>("countEdit"), QStringLiteral("2"));
    QVERIFY(m_dialog->confirmButton()->isEnabled());
    m_dialog->confirmButton()->rest(Rest::afterChange);
    QTest::mouseClick(m_dialog->confirmButton(), Qt::LeftButton);
    QVERIFY(!find<QLabel>("answerLabel")->text().isEmpty());
    QTest::qWait(400);
    QCOMPARE(m_dialog->bulk().stage(), Stage::Composing);
    QCOMPARE(sentCount(), std::size_t(0));
}

void TestBulkDialog::escapeSendsNothing()
{
    open(2);
    m_dialog->noteEdit()->insertPlainText(QStringLiteral("typed"));
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(sentCount(), std::size_t(0));
    QVERIFY(m_decisions->all().empty());
}

void TestBulkDialog::eachHasItsResultAndTheDialogStays()
{
    open(3);
    m_dialog->noteEdit()->insertPlainText(QStringLiteral("agreed in the meeting"));
    typeAndConfirm(QStringLiteral("3"));
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->bulk().stage(), Stage::Done, 20'000);
    QVERIFY(m_dialog->isVisible());
    QTRY_VERIFY2(outcome().startsWith(QStringLiteral("3 accepted")), qPrintable(outcome()));
    const QAbstractItemModel *items = find<QTreeView>("itemsView")->model();
    for (int row = 0; row < 3; ++row) {
        const QString state = items->index(row, 0).data().toString();
        QVERIFY2(state == u"accepted" || state == u"done", qPrintable(state));
    }
    QVERIFY(!m_dialog->confirmButton()->isVisible());
    QVERIFY(!find<QPushButton>("stopButton")->isVisible());
    QCOMPARE(sentCount(), std::size_t(3));
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_decisions->all().size(), std::size_t(3));
}

void TestBulkDialog::escapeWhileSendingStopsAndStays()
{
    open(3);
    m_sandbox->setFaults(R"([{"fault":"delay","ms":700,"action":"NotifyExecution"}])");
    typeAndConfirm(QStringLiteral("3"));
    QTRY_VERIFY(m_decisions->isSending());
    QVERIFY(find<QPushButton>("stopButton")->isVisible());
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->bulk().stage(), Stage::Stopped, 20'000);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(sentCount(), std::size_t(1));
    QCOMPARE(m_dialog->goOnButton()->accessibleName(),
             QStringLiteral("Go on with the remaining 2"));
}

void TestBulkDialog::afterAStop_goOnRestsFirst()
{
    open(2);
    m_sandbox->setFaults(R"([{"fault":"throttle","action":"NotifyExecution","times":1}])");
    typeAndConfirm(QStringLiteral("2"));
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->bulk().stage(), Stage::Stopped, 20'000);
    QVERIFY(m_dialog->goOnButton()->isVisible());
    QVERIFY(m_dialog->goOnButton()->isResting());
    QTest::mouseClick(m_dialog->goOnButton(), Qt::LeftButton);
    QCOMPARE(m_dialog->bulk().stage(), Stage::Stopped);
    QTRY_VERIFY(!m_dialog->goOnButton()->isResting());
    QTest::mouseClick(m_dialog->goOnButton(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->bulk().stage(), Stage::Done, 20'000);
    QCOMPARE(sentCount(), std::size_t(2));
    QCOMPARE(m_dialog->bulk().unfinished().size(), std::size_t(1));
}

void TestBulkDialog::keysAreGone_leadsToOthersAndGoesOn()
{
    m_sandbox->setFaults(R"([{"fault":"delay","ms":700,"action":"NotifyExecution","times":1}])");
    open(2);
    QVERIFY(!find<QPushButton>("keysButton")->isVisible());
    typeAndConfirm(QStringLiteral("2"));
    const auto hasLeft = [this] {
        const std::vector<DecisionViewModel *> all = m_decisions->all();
        return !all.empty() && all.back()->decisionState() == DecisionState::Sent;
    };
    QTRY_VERIFY(hasLeft());
    const ProfileId id = m_person->world.place().profile;
    m_person->world.profiles.setCredentials(id, nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->bulk().stage(), Stage::Stopped, 20'000);
    const auto *button = find<QPushButton>("keysButton");
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), QStringLiteral("Enter other credentials…"));
    QVERIFY2(outcome().contains(QStringLiteral("The next one: Not sent.")), qPrintable(outcome()));
    QSignalSpy wanted(m_dialog.data(), &BulkDialog::keyEntryWanted);
    QTest::mouseClick(find<QPushButton>("keysButton"), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QVERIFY(m_dialog->isVisible());
    m_person->world.profiles.setCredentials(id,
                                            m_sandbox->announcement().users.front().credentials);
    QTRY_VERIFY(!button->isVisible());
    QVERIFY(allTextsOf(*find<QWidget>("outcome"))
                .contains(QStringLiteral("Other credentials are here.")));
    QTRY_VERIFY(!m_dialog->goOnButton()->isResting());
    QTest::mouseClick(m_dialog->goOnButton(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->bulk().stage(), Stage::Done, 20'000);
    QVERIFY(m_dialog->bulk().isClean());
    QCOMPARE(sentCount(), std::size_t(2));
}

//! As when the program is locked in the middle.
void TestBulkDialog::takenAway_goesOnAndIsShownAgain()
{
    open(3);
    typeAndConfirm(QStringLiteral("3"));
    QTRY_VERIFY(m_dialog->bulk().stage() == Stage::Running);
    std::unique_ptr<BulkViewModel> begun = m_dialog->takeBegun();
    QVERIFY(begun != nullptr);
    delete m_dialog;
    QTRY_COMPARE_WITH_TIMEOUT(begun->stage(), Stage::Done, 30'000);
    QCOMPARE(sentCount(), std::size_t(3));
    m_dialog = new BulkDialog(std::move(begun));
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    QVERIFY(m_dialog->bulk().isClean());
    QVERIFY(find<QWidget>("closeButton")->isVisible());
    QVERIFY(!m_dialog->confirmButton()->isVisible());
    QCOMPARE(outcome(), m_dialog->bulk().progressText());
    QCOMPARE(find<QTreeView>("itemsView")->model()->rowCount(), 3);
}

void TestBulkDialog::takenAwayBeforehand_isNothing()
{
    open(2);
    QVERIFY(m_dialog->takeBegun() == nullptr);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_dialog->bulk().stage(), Stage::Composing);
}

void TestBulkDialog::resultsAreSaved()
{
    open(2);
    QVERIFY(!find<QPushButton>("jsonButton")->isVisible());
    typeAndConfirm(QStringLiteral("2"));
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->bulk().stage(), Stage::Done, 20'000);
    for (const char *name : {"jsonButton", "csvButton"}) {
        const QString path = m_folder->filePath(QLatin1String(name));
        QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton);
        auto *dialog = m_dialog->findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        delete dialog;
        QVERIFY(QFile::exists(path));
        QVERIFY(find<QLabel>("answerLabel")->text().startsWith(QStringLiteral("Saved as ")));
    }
    QFile json(m_folder->filePath(QStringLiteral("jsonButton")));
    QVERIFY(json.open(QIODevice::ReadOnly));
    const QJsonArray results = QJsonDocument::fromJson(json.readAll()).array();
    QCOMPARE(results.size(), 2);
    QVERIFY(!results[0].toObject().value(QLatin1String("requestId")).toString().isEmpty());
    QFile csv(m_folder->filePath(QStringLiteral("csvButton")));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count("\r\n"), 3);
}

void TestBulkDialog::everythingHasANameAndAPlaceInTheTabOrder()
{
    open(2);
    QCOMPARE(namelessStops(*m_dialog), QStringList());
    QCOMPARE(doubleMnemonics(*m_dialog), QStringList());
    QTest::keyClicks(find<QLineEdit>("countEdit"), QStringLiteral("2"));
    find<QWidget>("itemsView")->setFocus();
    const QStringList stops = tabStops(*m_dialog);
    QStringList wanted{QStringLiteral("itemsView"), QStringLiteral("noteEdit"),
                       QStringLiteral("countEdit"), QStringLiteral("backButton"),
                       QStringLiteral("confirmButton")};
    QStringList found;
    for (const QString &stop : stops) {
        if (wanted.contains(stop))
            found += stop;
    }
    QCOMPARE(found, wanted);
}

void TestBulkDialog::fitsSmallScreensAndLongTexts()
{
    LongTexts longer;
    QCoreApplication::installTranslator(&longer);
    open(2);
    m_dialog->resize(940, 620); // 1366x768 with frames, at 125 per cent and more
    QCoreApplication::processEvents();
    QCOMPARE(m_dialog->size(), QSize(940, 620));
    for (const char *name : {"banner", "itemsView", "countEdit", "confirmButton", "backButton"}) {
        const auto *part = find<QWidget>(name);
        const QRect place(part->mapTo(m_dialog.data(), QPoint(0, 0)), part->size());
        QVERIFY2(m_dialog->rect().contains(place), name);
    }
    QCoreApplication::removeTranslator(&longer);
}

QTEST_MAIN(TestBulkDialog)
#include "tst_bulkdialog.moc"
