// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmbutton.h"

#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

class TestConfirmButton : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pressDecidesOnce();
    void restAnswersAndDecidesNothing();
    void restEnds_data();
    void restEnds();
    void pressBegunInRestDecidesNothing();
    void assistivePressBegunInRestDecidesNothing();
    void changeWhileHeldDecidesNothing();
    void pressThatIsLost_isOver_data();
    void pressThatIsLost_isOver();
    void assistivePress_isOvertakenAlthoughTheFocusGoes();
    void secondClickOfDoubleClick();
    void autoRepeatNeverDecides();
    void enterDecidesNothing();
    void enterOfTheDialog_decidesOnlyWithControl();
    void keyHeldFromBefore();
    void disabledDecidesNothing();
    void longTextIsWholeAndNotElided();

private:
    std::unique_ptr<ConfirmButton> m_button;
    std::unique_ptr<QSignalSpy> m_decided;
    std::unique_ptr<QSignalSpy> m_early;
};

void TestConfirmButton::init()
{
    m_button = std::make_unique<ConfirmButton>();
    m_button->setFullText(QStringLiteral("Approve task “x” in acme / cn-hangzhou"));
    m_button->show();
    m_decided = std::make_unique<QSignalSpy>(m_button.get(), &ConfirmButton::decided);
    m_early = std::make_unique<QSignalSpy>(m_button.get(), &ConfirmButton::tooEarly);
}

void TestConfirmButton::pressDecidesOnce()
{
    QTest::mouseClick(m_button.get(), Qt::LeftButton);
    QCOMPARE(m_decided->count(), 1);
    QTest::keyClick(m_button.get(), Qt::Key_Space);
    QCOMPARE(m_decided->count(), 2);
    QCOMPARE(m_early->count(), 0);
}

void TestConfirmButton::restAnswersAndDecidesNothing()
{
    m_button->rest(400ms);
    QTest::mouseClick(m_button.get(), Qt::LeftButton);
    QTest::keyClick(m_button.get(), Qt::Key_Space);
    m_button->click(); // as assistive technology presses
    QCOMPARE(m_decided->count(), 0);
    QCOMPARE(m_early->count(), 3);
    const QString answer = m_early->first().first().toString();
    QVERIFY2(answer == QStringLiteral("ready in 0.4 s") ||
                 answer == QStringLiteral("ready in 0.3 s"),
             qPrintable(answer));
}

void TestConfirmButton::restEnds_data()
{
    QTest::addColumn<int>("waited");
    QTest::addColumn<bool>("decides");
    QTest::newRow("0") << 0 << false;
    QTest::newRow("300") << 300 << false;
    QTest::newRow("1100") << 1'100 << true;
    QTest::newRow("1500") << 1'500 << true;
}

void TestConfirmButton::restEnds()
{
    QFETCH(int, waited);
    QFETCH(bool, decides);
    m_button->rest(Rest::afterOpening);
    QTest::qWait(waited);
    QTest::mouseClick(m_button.get(), Qt::LeftButton);
    QCOMPARE(m_decided->count(), decides ? 1 : 0);
}

void TestConfirmButton::pressBegunInRestDecidesNothing()
{
    m_button->rest(100ms);
    QTest::mousePress(m_button.get(), Qt::LeftButton);
    QTRY_VERIFY(!m_button->isResting());
    QTest::mouseRelease(m_button.get(), Qt::LeftButton);
    QCOMPARE(m_decided->count(), 0);
    QCOMPARE(m_early->count(), 1);
}

//! Assistive technology presses and lets go a tenth of a second later.
void TestConfirmButton::assistivePressBegunInRestDecidesNothing()
{
    m_button->rest(80ms);
    m_button->animateClick();
    QCOMPARE(m_early->count(), 1);
    QTRY_VERIFY(!m_button->isDown());
    QVERIFY(!m_button->isResting());
    QCOMPARE(m_decided->count(), 0);
    m_button->animateClick();
    QTRY_COMPARE(m_decided->count(), 1);
}

void TestConfirmButton::changeWhileHeldDecidesNothing()
{
    QTest::mousePress(m_button.get(), Qt::LeftButton);
    m_button->rest(1ms);
    QTRY_VERIFY(!m_button->isResting());
    QTest::mouseRelease(m_button.get(), Qt::LeftButton);
    QCOMPARE(m_decided->count(), 0);
    QCOMPARE(m_early->count(), 1);
    QTest::mouseClick(m_button.get(), Qt::LeftButton);
    QCOMPARE(m_decided->count(), 1);
}

void TestConfirmButton::pressThatIsLost_isOver_data()
{
    QTest::addColumn<bool>("isDisabled");
    QTest::newRow("focus") << false;
    QTest::newRow("disabled") << true;
}

//! A key that is down when the button loses the focus or is disabled is never let go on it.
void TestConfirmButton::pressThatIsLost_isOver()
{
    QFETCH(bool, isDisabled);
    QTest::keyPress(m_button.get(), Qt::Key_Space);
    QVERIFY(m_button->isDown());
    if (isDisabled) {
        m_button->setEnabled(false);
        m_button->setEnabled(true);
    } else {
        QFocusEvent out(QEvent::FocusOut, Qt::ActiveWindowFocusReason);
        QCoreApplication::sendEvent(m_button.get(), &out);
    }
    QVERIFY(!m_button->isDown());
    m_button->setFullText(QStringLiteral("Approve task “y” in acme / cn-hangzhou"));
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_button->takeEnter(enter));
    QCOMPARE(m_early->count(), 0);
    QCOMPARE(m_decided->count(), 1);
}

void TestConfirmButton::assistivePress_isOvertakenAlthoughTheFocusGoes()
{
    m_button->animateClick();
    m_button->setFullText(QStringLiteral("Approve task “y” in acme / cn-hangzhou"));
    QFocusEvent out(QEvent::FocusOut, Qt::ActiveWindowFocusReason);
    QCoreApplication::sendEvent(m_button.get(), &out);
    QTRY_COMPARE(m_early->count(), 1);
    QCOMPARE(m_decided->count(), 0);
    m_button->click();
    QCOMPARE(m_decided->count(), 1);
}

void TestConfirmButton::secondClickOfDoubleClick()
{
    const QPointF place = m_button->rect().center();
    // The first click fell on something else: only the second half arrives here.
    QMouseEvent second(QEvent::MouseButtonDblClick, place, m_button->mapToGlobal(place),
                       Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QMouseEvent release(QEvent::MouseButtonRelease, place, m_button->mapToGlobal(place),
                        Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_button.get(), &second);
    QCoreApplication::sendEvent(m_button.get(), &release);
    QCOMPARE(m_decided->count(), 0);
}

void TestConfirmButton::autoRepeatNeverDecides()
{
    for (int i = 0; i < 5; ++i) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), true);
        QKeyEvent release(QEvent::KeyRelease, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "),
                          true);
        QCoreApplication::sendEvent(m_button.get(), &press);
        QCoreApplication::sendEvent(m_button.get(), &release);
    }
    QCOMPARE(m_decided->count(), 0);
}

void TestConfirmButton::enterDecidesNothing()
{
    m_button->setFocus();
    QTest::keyClick(m_button.get(), Qt::Key_Return);
    QTest::keyClick(m_button.get(), Qt::Key_Enter);
    QCOMPARE(m_decided->count(), 0);
}

void TestConfirmButton::enterOfTheDialog_decidesOnlyWithControl()
{
    const auto take = [this](int key, Qt::KeyboardModifiers modifiers, bool isRepeated) {
        QKeyEvent event(QEvent::KeyPress, key, modifiers, QString(), isRepeated);
        return m_button->takeEnter(event);
    };
    QVERIFY(take(Qt::Key_Return, Qt::NoModifier, false));
    QVERIFY(take(Qt::Key_Enter, Qt::KeypadModifier, false));
    QVERIFY(take(Qt::Key_Return, Qt::ControlModifier, true));
    QVERIFY(!take(Qt::Key_Escape, Qt::ControlModifier, false));
    QCOMPARE(m_decided->count(), 0);
    QVERIFY(take(Qt::Key_Return, Qt::ControlModifier, false));
    QCOMPARE(m_decided->count(), 1);
}

void TestConfirmButton::keyHeldFromBefore()
{
    QTest::keyRelease(m_button.get(), Qt::Key_Space);
    QCOMPARE(m_decided->count(), 0);
}

void TestConfirmButton::disabledDecidesNothing()
{
    m_button->setEnabled(false);
    m_button->press();
    QTest::mouseClick(m_button.get(), Qt::LeftButton);
    QCOMPARE(m_decided->count(), 0);
}

void TestConfirmButton::longTextIsWholeAndNotElided()
{
    const QString full = QStringLiteral("Approve task “%1” in acme & sons / cn-hangzhou")
                             .arg(QStringLiteral("a very long name ").repeated(8));
    m_button->setWrapWidth(300);
    m_button->setFullText(full);
    QCOMPARE(m_button->accessibleName(), full);
    QString shown = m_button->text();
    shown.replace(QStringLiteral("&&"), QStringLiteral("&"));
    QCOMPARE(shown.simplified(), full.simplified());
    QVERIFY(shown.contains(QLatin1Char('\n')));
    for (const QString &line : shown.split(QLatin1Char('\n')))
        QVERIFY(m_button->fontMetrics().horizontalAdvance(line) <= 300);
    QVERIFY(m_button->sizeHint().height() > 3 * m_button->fontMetrics().height());
}

QTEST_MAIN(TestConfirmButton)
#include "tst_confirmbutton.moc"
