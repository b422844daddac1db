// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "dialogchecks.h"
#include "hostiletexts.h"
#include "quietworld.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/dialogs/decisiondialog.h"
#include "ui/dialogs/noteedit.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

DecisionRecord record(Act act, const QString &taskName = QStringLiteral("removeNodes"))
{
    DecisionRecord made;
    made.id = newDecisionId();
    made.where.place = {ProfileId(QStringLiteral("sandbox")),
                        RegionId(QStringLiteral("cn-hangzhou"))};
    made.where.profileAlias = QStringLiteral("acme & sons");
    made.where.accountId = QStringLiteral("2000000000000042");
    made.act = act;
    made.executionId = ExecutionId(QStringLiteral("exec-7f3a9c20b1d84e5f93"));
    made.taskExecutionId = TaskExecutionId(QStringLiteral("exec-7f3a9c20b1d84e5f93.t0002"));
    made.taskName = taskName;
    made.kind = WaitKind::Approval;
    made.frozenAt = QDateTime::currentDateTimeUtc();
    return made;
}

void press(QWidget *target, Qt::KeyboardModifiers modifiers, bool isRepeated = false)
{
    QKeyEvent down(QEvent::KeyPress, Qt::Key_Return, modifiers, QStringLiteral("\r"), isRepeated);
    QCoreApplication::sendEvent(target, &down);
}

} // namespace

class TestDecisionDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingIsDefaultAndFocusIsOnWhatIsRead();
    void rejectStartsInTheNoteAtAnotherPlace();
    void tagStandsApartFromItsLabel();
    void escapeSendsNothing();
    void deadAtFirst_data();
    void deadAtFirst();
    void ctrlEnterConfirmsOnce();
    void composingIsNotSent();
    void outcomeIsHandedOver();
    void closingWhileSendingHandsOver();
    void tabReachesEverything();
    void hostileTextStaysText_data();
    void hostileTextStaysText();
    void tooLongNoteIsSaidAndBlocks();
    void endedKeys_sameDialogIsConfirmedAnew();

private:
    void open(const DecisionRecord &made);
    QString outcome() const;

    std::unique_ptr<QuietWorld> m_world;
    std::unique_ptr<DecisionsViewModel> m_decisions;
    QPointer<DecisionDialog> m_dialog;
};

void TestDecisionDialog::init()
{
    m_world = std::make_unique<QuietWorld>();
    m_decisions = std::make_unique<DecisionsViewModel>();
}

void TestDecisionDialog::cleanup()
{
    delete m_dialog;
    m_decisions.reset();
    m_world.reset();
}

void TestDecisionDialog::open(const DecisionRecord &made)
{
    auto decision = std::make_unique<DecisionViewModel>(
        made, std::make_unique<DecideFlow>(m_world->services, DecisionBasis{}));
    m_dialog = new DecisionDialog(std::move(decision), *m_decisions);
    m_dialog->open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

QString TestDecisionDialog::outcome() const
{
    return m_dialog->findChild<QLabel *>(QStringLiteral("outcomeLabel"))->text();
}

void TestDecisionDialog::nothingIsDefaultAndFocusIsOnWhatIsRead()
{
    open(record(Act::Approve));
    for (const QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
        QVERIFY2(!button->isDefault(), qPrintable(button->text()));
        QVERIFY2(!button->autoDefault(), qPrintable(button->text()));
    }
    QCOMPARE(m_dialog->focusWidget()->objectName(), QStringLiteral("consequenceLabel"));
    QVERIFY(m_dialog->confirmButton()->accessibleName().startsWith(QStringLiteral("Approve ")));
    QCOMPARE(m_dialog->noteEdit()->accessibleName(), QStringLiteral("Note"));
    QVERIFY(!m_dialog->windowTitle().contains(QStringLiteral("exec-")));
    press(m_dialog->focusWidget(), Qt::NoModifier);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_dialog->decision().stage(), DecisionViewModel::Stage::Composing);
}

void TestDecisionDialog::rejectStartsInTheNoteAtAnotherPlace()
{
    open(record(Act::Approve));
    const int approveEnd = m_dialog->confirmButton()->geometry().right();
    const int width = m_dialog->width();
    QVERIFY(width - approveEnd < 40);
    delete m_dialog;
    open(record(Act::Reject));
    QCOMPARE(m_dialog->focusWidget(), m_dialog->noteEdit());
    QVERIFY(m_dialog->width() - m_dialog->confirmButton()->geometry().right() > 60);
}

void TestDecisionDialog::tagStandsApartFromItsLabel()
{
    open(record(Act::Approve));
    const QString shortId = m_dialog->decision().record().id.shortForm();
    const auto *tag = m_dialog->findChild<QLabel *>(QStringLiteral("tagLabel"));
    QCOMPARE(tag->text(), QString(QStringLiteral("Sent behind it: [cs ") + shortId + u']'));
    QCOMPARE(descriptionsWithMarkup(*m_dialog), QStringList());
}

void TestDecisionDialog::escapeSendsNothing()
{
    open(record(Act::Approve));
    m_dialog->noteEdit()->insertPlainText(QStringLiteral("typed"));
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(m_decisions->all().empty());
    QVERIFY(m_world->journal.entries().empty());
}

void TestDecisionDialog::deadAtFirst_data()
{
    QTest::addColumn<int>("waited");
    QTest::addColumn<bool>("isLive");
    QTest::newRow("0 ms") << 0 << false;
    QTest::newRow("300 ms") << 300 << false;
    QTest::newRow("700 ms") << 700 << false;
    QTest::newRow("1500 ms") << 1'500 << true;
}

void TestDecisionDialog::deadAtFirst()
{
    QFETCH(int, waited);
    QFETCH(bool, isLive);
    open(record(Act::Approve));
    QTest::qWait(waited);
    m_dialog->confirmButton()->click();
    QCOMPARE(m_dialog->decision().stage() == DecisionViewModel::Stage::Composing, !isLive);
    if (!isLive)
        QVERIFY(m_dialog->findChild<QLabel *>(QStringLiteral("answerLabel"))
                    ->text()
                    .startsWith(QStringLiteral("ready in")));
}

void TestDecisionDialog::ctrlEnterConfirmsOnce()
{
    open(record(Act::Approve));
    press(m_dialog->noteEdit(), Qt::ControlModifier);
    QCOMPARE(m_dialog->decision().stage(), DecisionViewModel::Stage::Composing);
    QTRY_VERIFY(!m_dialog->confirmButton()->isResting());
    press(m_dialog->noteEdit(), Qt::ControlModifier, true);
    press(m_dialog, Qt::ControlModifier, true);
    press(m_dialog, Qt::NoModifier);
    QCOMPARE(m_dialog->decision().stage(), DecisionViewModel::Stage::Composing);
    press(m_dialog->noteEdit(), Qt::ControlModifier);
    press(m_dialog->noteEdit(), Qt::ControlModifier);
    QTRY_COMPARE(m_dialog->decision().stage(), DecisionViewModel::Stage::Settled);
}

void TestDecisionDialog::composingIsNotSent()
{
    open(record(Act::Approve));
    QTRY_VERIFY(!m_dialog->confirmButton()->isResting());
    QInputMethodEvent composing(QStringLiteral("queren"), {});
    QCoreApplication::sendEvent(m_dialog->noteEdit(), &composing);
    press(m_dialog->noteEdit(), Qt::ControlModifier);
    m_dialog->confirmButton()->click();
    QCOMPARE(m_dialog->decision().stage(), DecisionViewModel::Stage::Composing);
}

void TestDecisionDialog::outcomeIsHandedOver()
{
    open(record(Act::Approve));
    m_dialog->noteEdit()->insertPlainText(QStringLiteral("checked the change window"));
    QTRY_VERIFY(!m_dialog->confirmButton()->isResting());
    m_dialog->confirmButton()->click();
    // Without an account nothing can be sent: security.md 4.3, not-sent.
    QTRY_VERIFY2(outcome().startsWith(QStringLiteral("Not sent. Nothing happened.")),
                 qPrintable(outcome()));
    auto *close = m_dialog->findChild<QPushButton *>(QStringLiteral("closeButton"));
    QVERIFY(close->isVisible());
    QCOMPARE(close->text(), QStringLiteral("Close"));
    QVERIFY(!m_dialog->confirmButton()->isVisible());
    QCOMPARE(m_dialog->noteEdit()->note(), QStringLiteral("checked the change window"));
    QVERIFY(m_dialog->noteEdit()->isReadOnly());
    close->click();
    QCOMPARE(m_decisions->all().size(), size_t(1));
    QCOMPARE(m_decisions->all().front()->record().executionId.text(),
             QStringLiteral("exec-7f3a9c20b1d84e5f93"));
}

void TestDecisionDialog::closingWhileSendingHandsOver()
{
    open(record(Act::Reject));
    QTRY_VERIFY(!m_dialog->confirmButton()->isResting());
    m_dialog->confirmButton()->click();
    m_dialog->close();
    QCOMPARE(m_decisions->all().size(), size_t(1));
    QTRY_COMPARE(m_decisions->all().front()->stage(), DecisionViewModel::Stage::Settled);
}

void TestDecisionDialog::tabReachesEverything()
{
    open(record(Act::Approve));
    QStringList names;
    for (int i = 0; i < 15; ++i) {
        names += m_dialog->focusWidget()->objectName();
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
    }
    const auto note = names.indexOf(QStringLiteral("noteEdit"));
    QVERIFY2(note > 0, qPrintable(names.join(QLatin1Char(' '))));
    QCOMPARE(names.value(note + 1), QStringLiteral("backButton"));
    QCOMPARE(names.value(note + 2), QStringLiteral("confirmButton"));
}

void TestDecisionDialog::hostileTextStaysText_data()
{
    QTest::addColumn<QString>("hostile");
    int number = 0;
    for (const QString &text : hostileTexts())
        QTest::addRow("%d", number++) << text;
}

void TestDecisionDialog::hostileTextStaysText()
{
    QFETCH(QString, hostile);
    DecisionRecord made = record(Act::Approve, hostile);
    made.where.profileAlias = hostile;
    made.executionId = ExecutionId(hostile);
    made.taskExecutionId = TaskExecutionId(hostile);
    open(made);
    QCOMPARE(unsafePlaces(*m_dialog), QStringList());
    for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
        QVERIFY(!label->text().contains(QChar(0x202E)));
        QVERIFY(!label->text().contains(QChar(0)));
    }
    QVERIFY(m_dialog->height() <= m_dialog->screen()->availableSize().height());
    QVERIFY(m_dialog->width() <= m_dialog->screen()->availableSize().width());
}

void TestDecisionDialog::tooLongNoteIsSaidAndBlocks()
{
    open(record(Act::Approve));
    m_dialog->noteEdit()->setPlainText(QString(501, QLatin1Char('x')));
    QVERIFY(!m_dialog->confirmButton()->isEnabled());
    auto *problem = m_dialog->findChild<QLabel *>(QStringLiteral("problemLabel"));
    QVERIFY(problem->isVisible());
    QVERIFY(!problem->text().isEmpty());
    m_dialog->noteEdit()->setPlainText(QStringLiteral("checked the change window"));
    QVERIFY(m_dialog->confirmButton()->isEnabled());
    QVERIFY(!problem->isVisible());
}

void TestDecisionDialog::endedKeys_sameDialogIsConfirmedAnew()
{
    const DecisionRecord made = record(Act::Approve);
    const ProfileId id = made.where.place.profile;
    Profile profile;
    profile.id = id;
    profile.accountId = made.where.accountId;
    profile.regions = {made.where.place.region};
    m_world->profiles.setProfile(profile);
    Credentials token;
    token.accessKeyId = QStringLiteral("STS.typed");
    token.secret = SecretBytes("secret");
    const auto lend = [&](int seconds) {
        m_world->profiles.setCredentials(id, std::make_shared<const Credentials>(token.clone()),
                                         m_world->clock.now().addSecs(seconds));
    };
    lend(20);
    open(made);
    const QString note = QStringLiteral("checked the change window");
    m_dialog->noteEdit()->insertPlainText(note);
    QTRY_VERIFY(!m_dialog->confirmButton()->isResting());
    m_dialog->confirmButton()->click();
    QTRY_VERIFY2(outcome().startsWith(QStringLiteral("Not sent. Nothing happened. The credentials "
                                                     "of this account have ended")),
                 qPrintable(outcome()));
    const auto buttonNamed = [this](const QString &text) {
        QPushButton *found = nullptr;
        for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text)
                found = button;
        }
        return found;
    };
    QPushButton *enter = buttonNamed(QStringLiteral("Enter other credentials…"));
    QVERIFY(enter);
    QSignalSpy wanted(m_dialog, &DecisionDialog::keyEntryWanted);
    enter->click();
    QCOMPARE(wanted.count(), 1);
    lend(3'600);
    QPushButton *again = buttonNamed(QStringLiteral("Approve with the new credentials…"));
    QVERIFY(again);
    again->click();

    QCOMPARE(m_dialog->decision().stage(), DecisionViewModel::Stage::Composing);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(m_dialog->confirmButton()->isVisible() && m_dialog->confirmButton()->isEnabled());
    QVERIFY(m_dialog->confirmButton()->isResting());
    QVERIFY(!buttonNamed(QStringLiteral("Close")));
    QVERIFY(!m_dialog->findChild<QLabel *>(QStringLiteral("outcomeLabel"))->isVisible());
    QCOMPARE(m_dialog->noteEdit()->note(), note);
    QVERIFY(!m_dialog->noteEdit()->isReadOnly());
    QCOMPARE(m_dialog->focusWidget()->objectName(), QStringLiteral("consequenceLabel"));
    QVERIFY(m_dialog->decision().record().id.hex != made.id.hex);
    QCOMPARE(m_dialog->findChild<QLabel *>(QStringLiteral("answerLabel"))->text(),
             QStringLiteral("Nothing is sent yet. Confirm again with the new credentials."));
    m_dialog->confirmButton()->click(); // still dead
    QCOMPARE(m_dialog->decision().stage(), DecisionViewModel::Stage::Composing);
}

QTEST_MAIN(TestDecisionDialog)
#include "tst_decisiondialog.moc"
