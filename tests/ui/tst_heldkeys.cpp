// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/heldkeys.h"

#include <QKeyEvent>
#include <QTest>
#include <QWidget>
#include <QWindow>

using namespace countersign;

namespace {

class Listener : public QWidget
{
public:
    QList<bool> repeats; //!< of each press

protected:
    void keyPressEvent(QKeyEvent *event) override { repeats += event->isAutoRepeat(); }
};

} // namespace

class TestHeldKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pressOfTheSameMoment_isRepeat();
    void repeat_triggersNoShortcut();

private:
    static bool send(QObject *to, QEvent::Type type, int key, quint64 at)
    {
        QKeyEvent event(type, key, Qt::NoModifier);
        event.setTimestamp(at);
        event.ignore();
        QCoreApplication::sendEvent(to, &event);
        return event.isAccepted();
    }
};

void TestHeldKeys::pressOfTheSameMoment_isRepeat()
{
    const HeldKeys keys(QCoreApplication::instance());
    Listener listener;
    listener.show();
    QVERIFY(QTest::qWaitForWindowExposed(&listener));
    listener.setFocus();
    QWindow *window = listener.windowHandle();
    send(window, QEvent::KeyPress, Qt::Key_F10, 1000);
    send(window, QEvent::KeyRelease, Qt::Key_F10, 1500);
    send(window, QEvent::KeyPress, Qt::Key_F10, 1500); // what a held key gives
    send(window, QEvent::KeyRelease, Qt::Key_F10, 1540);
    send(window, QEvent::KeyPress, Qt::Key_A, 1540);   // another key
    send(window, QEvent::KeyPress, Qt::Key_F10, 1640); // pressed once more
    QCOMPARE(listener.repeats, (QList<bool>{false, true, false, false}));
}

void TestHeldKeys::repeat_triggersNoShortcut()
{
    const HeldKeys keys(QCoreApplication::instance());
    Listener listener;
    listener.show();
    QVERIFY(QTest::qWaitForWindowExposed(&listener));
    // A shortcut is not looked up where the override is accepted.
    QVERIFY(!send(&listener, QEvent::ShortcutOverride, Qt::Key_F10, 1000));
    send(listener.windowHandle(), QEvent::KeyRelease, Qt::Key_F10, 1500);
    QVERIFY(send(&listener, QEvent::ShortcutOverride, Qt::Key_F10, 1500));
    QVERIFY(!send(&listener, QEvent::ShortcutOverride, Qt::Key_F10, 1700));
}

QTEST_MAIN(TestHeldKeys)
#include "tst_heldkeys.moc"
