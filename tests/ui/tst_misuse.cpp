// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "tests/app/viewmodels/person.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/dialogs/decisiondialog.h"
#include "ui/dialogs/noteedit.h"
#include "ui/windows/decisiondesk.h"

#include <QAccessible>
#include <QApplication>
#include <QCloseEvent>
#include <QElapsedTimer>
#include <QInputMethodEvent>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

//! After what the deciding button rests, and for how long (security.md, F2).
enum class Moment { Opening, Change, Activation };

int restOf(Moment moment)
{
    return moment == Moment::Opening ? 1'000 : 300;
}

const char *nameOf(Moment moment)
{
    return moment == Moment::Opening  ? "opening"
           : moment == Moment::Change ? "change"
                                      : "activation";
}

//! What a hand may do. The first four decide when the button is live.
enum class Gesture {
    Click,
    Space,
    ControlEnter,
    Assistive,
    StrayEnters,
    StraySpaces,
    RepeatedSpace,
    RepeatedControlEnter,
    LetGoOnly,
    SecondClickOnly,
};
constexpr Gesture allGestures[] = {
    Gesture::Click,           Gesture::Space,       Gesture::ControlEnter,
    Gesture::Assistive,       Gesture::StrayEnters, Gesture::StraySpaces,
    Gesture::RepeatedSpace,   Gesture::LetGoOnly,   Gesture::RepeatedControlEnter,
    Gesture::SecondClickOnly,
};

bool decides(Gesture gesture)
{
    return gesture <= Gesture::Assistive;
}

void send(QWidget *to, QEvent::Type type, int key, Qt::KeyboardModifiers modifiers, bool isRepeated)
{
    QKeyEvent event(type, key, modifiers, QString(), isRepeated);
    QCoreApplication::sendEvent(to, &event);
}

void sendMouse(QWidget *to, QEvent::Type type)
{
    const QPointF place = to->rect().center();
    const Qt::MouseButtons held =
        type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, place, to->mapToGlobal(place), Qt::LeftButton, held, Qt::NoModifier);
    QCoreApplication::sendEvent(to, &event);
}

//! Everything that Tab reaches, buttons that leave the dialog or open a menu apart.
std::vector<QWidget *> focusPlaces(QWidget &dialog, bool withButtons)
{
    std::vector<QWidget *> places;
    for (auto *widget : dialog.findChildren<QWidget *>()) {
        const bool isReached = widget->isVisible() && widget->focusPolicy() & Qt::TabFocus;
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const bool isConfirm = qobject_cast<ConfirmButton *>(widget) != nullptr;
        if (isReached && (withButtons || button == nullptr || isConfirm))
            places.push_back(widget);
    }
    return places;
}

} // namespace

//! Scripted misuse of a decision's dialog, on waits of the real sandbox: what no hand should have
//! meant sends nothing and records nothing (security.md, D14 and rules F1 to F6).
class TestMisuse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void deadTime_data();
    void deadTime();
    void liveTime_data();
    void liveTime();
    void everyStrayKey_decidesNothingWhenLive();
    void clicksInARow_decideOnce_data();
    void clicksInARow_decideOnce();
    void heldThroughAChange_decidesNothing_data();
    void heldThroughAChange_decidesNothing();
    void keyHeldFromBefore_decidesNothing();
    void ownPopUpsAndInputMethods_restartNothing();
    void leaving_sendsNothing_data();
    void leaving_sendsNothing();
    void anotherReviewBelow_changesNoDecision();

private:
    void show(const ExecutionId &id);
    bool openDialog();
    ConfirmButton *confirm() const { return m_dialog->confirmButton(); }
    bool isComposing() const { return m_dialog && m_dialog->isComposing(); }
    QString answer() const
    {
        return m_dialog->findChild<QLabel *>(QStringLiteral("answerLabel"))->text();
    }
    bool arm(Moment moment);
    void perform(Gesture gesture);
    bool tryDead(Moment moment, int after, Gesture gesture);
    int sent() const
    {
        return static_cast<int>(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size());
    }
    std::size_t recorded() { return m_person->world.services().journal.entries().size(); }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Person> m_person;
    ExecutionId m_untouched; //!< waits for whoever decides nothing
    std::unique_ptr<DecisionsViewModel> m_decisions;
    std::unique_ptr<ReviewViewModel> m_review;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<QWidget> m_other;
    DecisionDesk *m_desk = nullptr;
    QPointer<DecisionDialog> m_dialog;
    std::size_t m_recorded = 0; //!< before the test
    int m_sent = 0;             //!< requests before the test
    int m_late = 0;             //!< presses that the machine brought about after the rest
    QElapsedTimer m_before;     //!< runs since before the moment
    QElapsedTimer m_after;      //!< runs since after it
};

void TestMisuse::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask"), testtemplates::approval(1));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
    m_untouched = m_person->startWaiting(QStringLiteral("ask"));
}

void TestMisuse::cleanup()
{
    delete m_dialog;
    m_other.reset();
    m_window.reset();
    m_review.reset();
    m_decisions.reset();
}

void TestMisuse::show(const ExecutionId &id)
{
    m_recorded = recorded();
    m_decisions = std::make_unique<DecisionsViewModel>();
    m_review = std::make_unique<ReviewViewModel>(
        std::make_unique<ReviewFlow>(m_person->world.services()), m_person->files);
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 700);
    m_other = std::make_unique<QWidget>();
    m_desk = new DecisionDesk(*m_review, *m_decisions, m_window.get());
    m_review->show(m_person->foundRow(id));
    QTRY_VERIFY(m_review->capability(Act::Approve).isEnabled);
    m_window->show();
    m_other->show();
}

bool TestMisuse::openDialog()
{
    delete m_dialog;
    m_before.start();
    m_dialog = m_desk->open(Act::Approve);
    if (!m_dialog)
        return false;
    m_after.start();
    m_dialog->activateWindow();
    return QTest::qWaitForWindowActive(m_dialog);
}

//! Brings the moment about; the two clocks tell between which times it lies.
bool TestMisuse::arm(Moment moment)
{
    if (moment == Moment::Opening || !m_dialog) {
        if (!openDialog())
            return false;
    }
    if (moment == Moment::Opening)
        return true;
    if (!QTest::qWaitFor([this] { return !confirm()->isResting(); }, 5'000))
        return false;
    if (moment == Moment::Change) {
        m_before.start();
        Q_EMIT m_review->factsChanged();
        m_after.start();
        return true;
    }
    m_other->activateWindow();
    if (!QTest::qWaitForWindowActive(m_other.get()))
        return false;
    m_before.start();
    m_dialog->activateWindow();
    const bool isActive = QTest::qWaitForWindowActive(m_dialog);
    m_after.start();
    return isActive;
}

void TestMisuse::perform(Gesture gesture)
{
    QWidget *places[] = {confirm(), m_dialog->noteEdit(), m_dialog.data()};
    switch (gesture) {
    case Gesture::Click:
        QTest::mouseClick(confirm(), Qt::LeftButton);
        break;
    case Gesture::Space:
        confirm()->setFocus();
        QTest::keyClick(confirm(), Qt::Key_Space);
        break;
    case Gesture::ControlEnter:
        QTest::keyClick(m_dialog->noteEdit(), Qt::Key_Return, Qt::ControlModifier);
        break;
    case Gesture::Assistive:
        QAccessible::queryAccessibleInterface(confirm())->actionInterface()->doAction(
            QAccessibleActionInterface::pressAction());
        break;
    case Gesture::StrayEnters:
        for (QWidget *place : focusPlaces(*m_dialog, true)) {
            place->setFocus();
            QTest::keyClick(place, Qt::Key_Return);
            QTest::keyClick(place, Qt::Key_Enter, Qt::KeypadModifier);
        }
        break;
    case Gesture::StraySpaces:
        for (QWidget *place : focusPlaces(*m_dialog, false)) {
            if (place != confirm())
                QTest::keyClick(place, Qt::Key_Space);
        }
        break;
    case Gesture::RepeatedSpace:
        for (int i = 0; i < 5; ++i) {
            send(confirm(), QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, true);
            send(confirm(), QEvent::KeyRelease, Qt::Key_Space, Qt::NoModifier, true);
        }
        break;
    case Gesture::RepeatedControlEnter:
        for (QWidget *place : places)
            send(place, QEvent::KeyPress, Qt::Key_Return, Qt::ControlModifier, true);
        break;
    case Gesture::LetGoOnly:
        // The press went elsewhere: to the window that was there before.
        send(confirm(), QEvent::KeyRelease, Qt::Key_Space, Qt::NoModifier, false);
        send(m_dialog, QEvent::KeyRelease, Qt::Key_Return, Qt::ControlModifier, false);
        sendMouse(confirm(), QEvent::MouseButtonRelease);
        break;
    case Gesture::SecondClickOnly:
        sendMouse(confirm(), QEvent::MouseButtonDblClick);
        sendMouse(confirm(), QEvent::MouseButtonRelease);
        break;
    }
}

//! False: the machine was too late, and nothing was learnt.
bool TestMisuse::tryDead(Moment moment, int after, Gesture gesture)
{
    if (!arm(moment))
        return false;
    while (m_before.elapsed() < after) {
        if (after - m_before.elapsed() > 20)
            QTest::qWait(5);
    }
    if (m_before.elapsed() >= restOf(moment))
        return false;
    m_dialog->findChild<QLabel *>(QStringLiteral("answerLabel"))->clear();
    perform(gesture);
    if (m_before.elapsed() >= restOf(moment)) {
        // Too late: then it was a press like any other, and another run is needed.
        if (!isComposing()) {
            ++m_late;
            // What is on its way is not left there: no program ends so, and until the next start
            // all others of the account would wait for their turn.
            const auto hasArrived = [this] {
                return sent() == m_sent + m_late && !m_decisions->isSending();
            };
            if (!QTest::qWaitFor(hasArrived, 10'000))
                qWarning("a late decision did not arrive");
            m_untouched = m_person->startWaiting(QStringLiteral("ask"));
            cleanup();
            show(m_untouched);
        }
        return false;
    }
    return true;
}

void TestMisuse::deadTime_data()
{
    QTest::addColumn<Moment>("moment");
    QTest::addColumn<int>("after");
    for (const Moment moment : {Moment::Opening, Moment::Change, Moment::Activation}) {
        for (const int after : {0, 50, 150, 299, 301, 500, 700, 999}) {
            if (after < restOf(moment))
                QTest::addRow("%d ms after %s", after, nameOf(moment)) << moment << after;
        }
    }
}

void TestMisuse::deadTime()
{
    QFETCH(Moment, moment);
    QFETCH(int, after);
    show(m_untouched);
    m_sent = sent();
    m_late = 0;
    for (const Gesture gesture : allGestures) {
        // What cannot decide in the middle of the rest cannot at its end.
        if (moment == Moment::Opening && after > 0 && !decides(gesture))
            continue;
        bool isLearnt = false;
        for (int attempt = 0; attempt < 20 && !isLearnt; ++attempt)
            isLearnt = tryDead(moment, after, gesture);
        QVERIFY2(isLearnt, "the machine is too slow for this test");
        QVERIFY(isComposing());
        if (decides(gesture))
            QVERIFY2(answer().startsWith(QStringLiteral("ready in ")), qPrintable(answer()));
    }
    // Assistive technology lets go a moment after its press.
    QTest::qWait(200);
    QVERIFY(isComposing());
    QCOMPARE(sent(), m_sent + m_late);
}

void TestMisuse::liveTime_data()
{
    QTest::addColumn<Moment>("moment");
    QTest::addColumn<int>("after");
    QTest::addColumn<Gesture>("gesture");
    const auto add = [](Moment moment, int after, Gesture gesture) {
        QTest::addRow("gesture %d, %d ms after %s", static_cast<int>(gesture), after,
                      nameOf(moment))
            << moment << after << gesture;
    };
    for (const Gesture gesture :
         {Gesture::Click, Gesture::Space, Gesture::ControlEnter, Gesture::Assistive})
        add(Moment::Opening, 1'001, gesture);
    add(Moment::Opening, 1'500, Gesture::ControlEnter);
    add(Moment::Change, 301, Gesture::Click);
    add(Moment::Change, 500, Gesture::ControlEnter);
    add(Moment::Change, 1'001, Gesture::Space);
    add(Moment::Activation, 301, Gesture::ControlEnter);
    add(Moment::Activation, 700, Gesture::Click);
    add(Moment::Activation, 1'500, Gesture::Assistive);
}

void TestMisuse::liveTime()
{
    QFETCH(Moment, moment);
    QFETCH(int, after);
    QFETCH(Gesture, gesture);
    show(m_person->startWaiting(QStringLiteral("ask")));
    const int before = sent();
    QVERIFY(arm(moment));
    QTRY_VERIFY(m_after.elapsed() >= after);
    perform(gesture);
    QTRY_VERIFY(!isComposing());
    QTRY_COMPARE(sent(), before + 1);
    // Once more, by every way: the decision is on its way, and stays the only one.
    QTest::mouseClick(confirm(), Qt::LeftButton);
    QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_dialog->decision().stage() == DecisionViewModel::Stage::Settled);
    QCOMPARE(sent(), before + 1);
    QCOMPARE(recorded(), m_recorded + 1);
}

void TestMisuse::everyStrayKey_decidesNothingWhenLive()
{
    show(m_untouched);
    const int before = sent();
    QVERIFY(openDialog());
    QTRY_VERIFY(!confirm()->isResting());
    for (const Gesture gesture : allGestures) {
        if (decides(gesture))
            continue;
        perform(gesture);
        QVERIFY2(isComposing(), qPrintable(QString::number(static_cast<int>(gesture))));
    }
    QVERIFY(!confirm()->isResting());
    QCOMPARE(sent(), before);
    QCOMPARE(recorded(), m_recorded);
}

void TestMisuse::clicksInARow_decideOnce_data()
{
    QTest::addColumn<int>("clicks");
    QTest::newRow("double") << 2;
    QTest::newRow("triple") << 3;
    QTest::newRow("five") << 5;
}

//! As a mouse sends them: press, double click, press, double click, press.
void TestMisuse::clicksInARow_decideOnce()
{
    QFETCH(int, clicks);
    show(m_person->startWaiting(QStringLiteral("ask")));
    const int before = sent();
    QVERIFY(openDialog());
    QTRY_VERIFY(!confirm()->isResting());
    const QPoint place = confirm()->mapTo(m_dialog, confirm()->rect().center());
    for (int i = 0; i < clicks; ++i) {
        QWidget *hit = m_dialog->childAt(place);
        sendMouse(hit ? hit : m_dialog,
                  i % 2 == 0 ? QEvent::MouseButtonPress : QEvent::MouseButtonDblClick);
        hit = m_dialog->childAt(place);
        sendMouse(hit ? hit : m_dialog, QEvent::MouseButtonRelease);
    }
    QVERIFY(m_dialog->isVisible());
    QTRY_VERIFY(m_dialog->decision().stage() == DecisionViewModel::Stage::Settled);
    QCOMPARE(sent(), before + 1);
}

void TestMisuse::heldThroughAChange_decidesNothing_data()
{
    QTest::addColumn<bool>("byPointer");
    QTest::newRow("pointer") << true;
    QTest::newRow("space") << false;
}

//! Pressed for what was shown then, let go long after something else came to be shown.
void TestMisuse::heldThroughAChange_decidesNothing()
{
    QFETCH(bool, byPointer);
    show(m_untouched);
    const int before = sent();
    QVERIFY(openDialog());
    QTRY_VERIFY(!confirm()->isResting());
    confirm()->setFocus();
    if (byPointer)
        QTest::mousePress(confirm(), Qt::LeftButton);
    else
        QTest::keyPress(confirm(), Qt::Key_Space);
    Q_EMIT m_review->factsChanged();
    QTRY_VERIFY(!confirm()->isResting());
    if (byPointer)
        QTest::mouseRelease(confirm(), Qt::LeftButton);
    else
        QTest::keyRelease(confirm(), Qt::Key_Space);
    QVERIFY(isComposing());
    QVERIFY2(answer().contains(QStringLiteral("press it again")), qPrintable(answer()));
    QCOMPARE(sent(), before);
    QCOMPARE(recorded(), m_recorded);
}

//! The key that opened the dialog goes on repeating in it, for longer than it rests.
void TestMisuse::keyHeldFromBefore_decidesNothing()
{
    show(m_untouched);
    const int before = sent();
    QVERIFY(openDialog());
    while (m_before.elapsed() < 1'600) {
        send(m_dialog->focusWidget(), QEvent::KeyPress, Qt::Key_Return, Qt::ControlModifier, true);
        send(m_dialog->focusWidget(), QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, true);
        QTest::qWait(30);
    }
    send(m_dialog->focusWidget(), QEvent::KeyRelease, Qt::Key_Return, Qt::ControlModifier, false);
    QVERIFY(isComposing());
    QCOMPARE(sent(), before);
}

void TestMisuse::ownPopUpsAndInputMethods_restartNothing()
{
    show(m_untouched);
    QVERIFY(openDialog());
    QTRY_VERIFY(!confirm()->isResting());
    QMenu menu(m_dialog);
    menu.addAction(QStringLiteral("a note"));
    menu.popup(m_dialog->mapToGlobal(QPoint(20, 20)));
    QVERIFY(QTest::qWaitForWindowExposed(&menu));
    menu.close();
    QCoreApplication::processEvents();
    QVERIFY(!confirm()->isResting());
    QInputMethodEvent composing(QStringLiteral("queren"), {});
    QCoreApplication::sendEvent(m_dialog->noteEdit(), &composing);
    QVERIFY(!confirm()->isResting());
    // And while it composes, nothing is sent either.
    perform(Gesture::ControlEnter);
    perform(Gesture::Click);
    QVERIFY(isComposing());
    QInputMethodEvent composed;
    composed.setCommitString(QStringLiteral("确认"));
    QCoreApplication::sendEvent(m_dialog->noteEdit(), &composed);
    QVERIFY(!confirm()->isResting());
    QVERIFY(isComposing());
}

void TestMisuse::leaving_sendsNothing_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<bool>("isLive");
    for (const bool isLive : {false, true}) {
        for (const char *way : {"escape", "close", "back"})
            QTest::addRow("%s, %s", way, isLive ? "live" : "at once")
                << QString::fromLatin1(way) << isLive;
    }
}

void TestMisuse::leaving_sendsNothing()
{
    QFETCH(QString, way);
    QFETCH(bool, isLive);
    show(m_untouched);
    const int before = sent();
    QVERIFY(openDialog());
    if (isLive)
        QTRY_VERIFY(!confirm()->isResting());
    if (way == QStringLiteral("escape"))
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Escape);
    else if (way == QStringLiteral("close"))
        m_dialog->close();
    else
        m_dialog->findChild<QPushButton *>(QStringLiteral("backButton"))->click();
    QTRY_VERIFY(!m_dialog);
    QVERIFY(m_decisions->all().empty());
    QCOMPARE(sent(), before);
    QCOMPARE(recorded(), m_recorded);
}

//! Another row is chosen behind the dialog: what was opened is what is sent.
void TestMisuse::anotherReviewBelow_changesNoDecision()
{
    const ExecutionId opened = m_person->startWaiting(QStringLiteral("ask"));
    show(opened);
    const int before = sent();
    QVERIFY(openDialog());
    const QString words = m_dialog->decision().drawnText();
    m_review->show(m_person->foundRow(m_untouched));
    QTRY_VERIFY(m_review->capability(Act::Approve).isEnabled);
    QCOMPARE(m_dialog->decision().drawnText(), words);
    QTRY_VERIFY(!confirm()->isResting());
    perform(Gesture::Click);
    QTRY_COMPARE(sent(), before + 1);
    const QJsonObject last = m_sandbox->receipts(QStringLiteral("NotifyExecution")).back();
    QCOMPARE(last.value(QLatin1String("params"))
                 .toObject()
                 .value(QLatin1String("ExecutionId"))
                 .toString(),
             opened.text());
    QTRY_VERIFY(m_dialog->decision().stage() == DecisionViewModel::Stage::Settled);
}

QTEST_MAIN(TestMisuse)
#include "tst_misuse.moc"
