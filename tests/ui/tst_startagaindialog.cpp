// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/parametersviewmodel.h"
#include "app/viewmodels/startagainviewmodel.h"
#include "dialogchecks.h"
#include "tests/app/viewmodels/person.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/dialogs/parameterfieldview.h"
#include "ui/dialogs/parameterspane.h"
#include "ui/dialogs/startagaindialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using Stage = StartAgainViewModel::Stage;

//! The dialog that starts a run of a real sandbox again, by keys and clicks.
class TestStartAgainDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingIsDefaultAndFocusIsOnWhatIsRead();
    void escapeStartsNothing();
    void ctrlEnterStartsOnce_andOpenNavigates();
    void unclearAnswer_locksWhatIsSent();
    void takenAway_unclear_isAskedAgainWithTheSameToken();
    void takenAway_keepsWhatWasEntered();
    void takenAwayUntouched_isNothing();
    void badParameters_disable();
    void production_needsTheTick();
    void everythingHasAName();
    void rowsOfTheForm_areAsHighAsTheyNeed();
    void fitsSmallScreensAndLongTexts();

private:
    void open(bool isProduction = false);
    template <class Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    std::size_t startCount() const
    {
        return m_sandbox->receipts(QStringLiteral("StartExecution")).size();
    }
    QString outcome() const
    {
        return find<QWidget>("outcome")
            ->findChild<QLabel *>(QStringLiteral("outcomeLabel"))
            ->text();
    }
    void confirm()
    {
        QTRY_VERIFY(!m_dialog->confirmButton()->isResting());
        QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<ReviewViewModel> m_review;
    QPointer<StartAgainDialog> m_dialog;
};

void TestStartAgainDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask"),
                           testtemplates::approval(1).replace("Tasks:\n  - Name: askFirst",
                                                              "Parameters:\n"
                                                              "  size:\n"
                                                              "    Type: Number\n"
                                                              "    Default: 3\n"
                                                              "Tasks:\n"
                                                              "  - Name: askFirst"));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
}

void TestStartAgainDialog::cleanup()
{
    delete m_dialog;
    m_review.reset();
    m_person.reset();
    m_sandbox.reset();
}

void TestStartAgainDialog::open(bool isProduction)
{
    if (isProduction) {
        Profile profile = m_sandbox->announcement().profile;
        profile.environment = {};
        profile.environment.isProduction = true;
        m_person->world.profiles.setProfile(profile);
    }
    const ExecutionId id = m_person->startWaiting(
        QStringLiteral("ask"), {{QStringLiteral("Parameters"), QStringLiteral(R"({"size":4})")}});
    m_review = std::make_unique<ReviewViewModel>(
        std::make_unique<ReviewFlow>(m_person->world.services()), m_person->files);
    m_review->show(m_person->foundRow(id));
    QTRY_VERIFY_WITH_TIMEOUT(!m_review->isReading() && m_review->isTemplateUnderstood(), 20'000);
    auto again = m_review->beginStartAgain(QStringLiteral("en_US"));
    QVERIFY2(again, qPrintable(m_review->startAgainObstacle()));
    m_dialog = new StartAgainDialog(std::move(again));
    m_dialog->open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void TestStartAgainDialog::nothingIsDefaultAndFocusIsOnWhatIsRead()
{
    open();
    for (const QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
        QVERIFY2(!button->isDefault(), qPrintable(button->text()));
        QVERIFY2(!button->autoDefault(), qPrintable(button->text()));
    }
    QCOMPARE(m_dialog->focusWidget()->objectName(), QStringLiteral("consequenceLabel"));
    QVERIFY(m_dialog->confirmButton()->isResting());
    QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(m_dialog, Qt::Key_Return);
    QCOMPARE(m_dialog->again().stage(), Stage::Composing);
    QVERIFY(!find<QLabel>("answerLabel")->text().isEmpty());
    QVERIFY(!m_dialog->windowTitle().contains(QStringLiteral("exec-")));
    QVERIFY(m_dialog->findChild<ParametersPane *>());
}

void TestStartAgainDialog::escapeStartsNothing()
{
    open();
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(startCount(), std::size_t(1));
}

void TestStartAgainDialog::ctrlEnterStartsOnce_andOpenNavigates()
{
    open();
    QSignalSpy wanted(m_dialog.data(), &StartAgainDialog::runWanted);
    QVERIFY(wanted.isValid());
    find<QLineEdit>("descriptionEdit")->setText(QStringLiteral("once more"));
    confirm();
    QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->again().stage(), Stage::Started, 20'000);
    QCOMPARE(startCount(), std::size_t(2));
    QVERIFY(outcome().startsWith(QStringLiteral("Started: exec-")));
    QVERIFY(!m_dialog->confirmButton()->isVisible());
    QTest::mouseClick(find<QPushButton>("openButton"), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    const WaitRow row = wanted[0][0].value<WaitRow>();
    const Execution run = m_person->world.waitForStatus(row.id.executionId, RunStatus::Waiting);
    QCOMPARE(run.description, QStringLiteral("once more"));
    QCOMPARE(run.mode, RunMode::Debug);
    QVERIFY(!m_dialog->isVisible());
}

void TestStartAgainDialog::unclearAnswer_locksWhatIsSent()
{
    open();
    m_sandbox->setFaults(R"([{"fault":"dropAfterEffect","action":"StartExecution","times":1}])");
    confirm();
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->again().stage(), Stage::Unclear, 20'000);
    QVERIFY(!m_dialog->findChild<ParametersPane *>()->isEnabled());
    QVERIFY(find<QLineEdit>("descriptionEdit")->isReadOnly());
    QVERIFY(m_dialog->confirmButton()->isVisible());
    QVERIFY(m_dialog->confirmButton()->isResting());
    QVERIFY(m_dialog->confirmButton()->accessibleName().startsWith(
        QStringLiteral("Try again with the same token")));
    confirm();
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->again().stage(), Stage::Started, 20'000);
    const auto all = m_person->world.call(QStringLiteral("ListExecutions"), {});
    QVERIFY(all);
    QCOMPARE(all->body[u"Executions"].size(), qsizetype(2)); // the first and one more
}

//! As when the program is locked before the answer is known.
void TestStartAgainDialog::takenAway_unclear_isAskedAgainWithTheSameToken()
{
    open();
    m_sandbox->setFaults(R"([{"fault":"dropAfterEffect","action":"StartExecution","times":1}])");
    const std::size_t before = startCount();
    confirm();
    QTRY_VERIFY(m_dialog->again().stage() == Stage::Starting || startCount() > before);
    std::unique_ptr<StartAgainViewModel> begun = m_dialog->takeBegun();
    QVERIFY(begun != nullptr);
    delete m_dialog;
    QTRY_COMPARE_WITH_TIMEOUT(begun->stage(), Stage::Unclear, 20'000);
    m_dialog = new StartAgainDialog(std::move(begun));
    m_dialog->open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    QVERIFY(outcome().startsWith(QStringLiteral("Outcome unknown.")));
    confirm();
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->again().stage(), Stage::Started, 20'000);
    const auto receipts = m_sandbox->receipts(QStringLiteral("StartExecution"));
    QCOMPARE(receipts.size(), before + 2);
    const auto token = [&receipts](std::size_t i) {
        return receipts[i]
            .value(QLatin1String("params"))
            .toObject()
            .value(QLatin1String("ClientToken"))
            .toString();
    };
    QVERIFY(!token(before).isEmpty());
    QCOMPARE(token(before), token(before + 1));
}

void TestStartAgainDialog::takenAway_keepsWhatWasEntered()
{
    open(true);
    find<QLineEdit>("descriptionEdit")->setText(QStringLiteral("once more"));
    find<QCheckBox>("tickBox")->click();
    std::unique_ptr<StartAgainViewModel> begun = m_dialog->takeBegun();
    QVERIFY(begun != nullptr);
    delete m_dialog;
    m_dialog = new StartAgainDialog(std::move(begun));
    m_dialog->open();
    QCOMPARE(find<QLineEdit>("descriptionEdit")->text(), QStringLiteral("once more"));
    QVERIFY(find<QCheckBox>("tickBox")->isChecked());
    QVERIFY(m_dialog->again().isTicked());
    QVERIFY(m_dialog->confirmButton()->isResting());
}

void TestStartAgainDialog::takenAwayUntouched_isNothing()
{
    open();
    QVERIFY(m_dialog->takeBegun() == nullptr);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_dialog->again().stage(), Stage::Composing);
}

void TestStartAgainDialog::badParameters_disable()
{
    open();
    QVERIFY(m_dialog->confirmButton()->isEnabled());
    m_dialog->again().parameters()->setShownText(QStringLiteral("{\"size\":"));
    QVERIFY(!m_dialog->confirmButton()->isEnabled());
    m_dialog->again().parameters()->setShownText(QStringLiteral("{\"size\":5}"));
    QVERIFY(m_dialog->confirmButton()->isEnabled());
}

void TestStartAgainDialog::production_needsTheTick()
{
    open(true);
    auto *tick = find<QCheckBox>("tickBox");
    QVERIFY(tick->isVisible());
    QVERIFY(!m_dialog->confirmButton()->isEnabled());
    tick->click();
    QVERIFY(m_dialog->confirmButton()->isEnabled());
}

void TestStartAgainDialog::everythingHasAName()
{
    open(true);
    QCOMPARE(namelessStops(*m_dialog), QStringList());
    QCOMPARE(doubleMnemonics(*m_dialog), QStringList());
    QCOMPARE(descriptionsWithMarkup(*m_dialog), QStringList());
}

void TestStartAgainDialog::rowsOfTheForm_areAsHighAsTheyNeed()
{
    open();
    m_dialog->resize(860, 740);
    QCoreApplication::processEvents();
    const auto rows = m_dialog->findChildren<ParameterFieldView *>();
    QVERIFY(!rows.isEmpty());
    for (const ParameterFieldView *row : rows) {
        const int needed =
            row->hasHeightForWidth() ? row->heightForWidth(row->width()) : row->sizeHint().height();
        QCOMPARE(row->height(), needed);
    }
}

void TestStartAgainDialog::fitsSmallScreensAndLongTexts()
{
    LongTexts longer;
    QCoreApplication::installTranslator(&longer);
    open(true);
    QCoreApplication::removeTranslator(&longer);
    m_dialog->resize(860, 600);
    QCoreApplication::processEvents();
    QCOMPARE(m_dialog->size(), QSize(860, 600));
    for (const char *name :
         {"banner", "descriptionEdit", "tickBox", "confirmButton", "backButton"}) {
        const auto *part = find<QWidget>(name);
        const QRect place(part->mapTo(m_dialog.data(), QPoint(0, 0)), part->size());
        QVERIFY2(m_dialog->rect().contains(place), name);
    }
}

QTEST_MAIN(TestStartAgainDialog)
#include "tst_startagaindialog.moc"
