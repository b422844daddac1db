// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/secretedit.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace countersign;

namespace {

const QString secret = QStringLiteral("Typed-Canary-73");

bool isHeld(const SecretEdit &edit, QByteArrayView wanted)
{
    return edit.held().equals(SecretBytes(wanted));
}

} // namespace

class tst_SecretEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_edit.reset(); }
    void typed_isHeld_withoutBlanks();
    void used_fieldIsAnother();
    void used_bytesAreOverwritten();
    void forgotten_isGone();
    void undo_bringsNothingBack();
    void nothing_reachesTheClipboard();
    void menu_offersNoCopy();
    void assistiveTechnology_hearsBulletsOnly();
    void inputMethod_learnsNothing();
    void drag_isOff();
    void focus_staysInTheField();

private:
    QLineEdit *line() const { return qobject_cast<QLineEdit *>(m_edit->focusProxy()); }
    void type(const QString &text) { QTest::keyClicks(line(), text); }

    std::unique_ptr<SecretEdit> m_edit;
};

void tst_SecretEdit::init()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    m_edit = std::make_unique<SecretEdit>();
    m_edit->setName(QStringLiteral("Access key secret"));
    m_edit->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_edit.get()));
    line()->setFocus();
}

void tst_SecretEdit::typed_isHeld_withoutBlanks()
{
    QSignalSpy edited(m_edit.get(), &SecretEdit::edited);
    QVERIFY(m_edit->isEmpty());
    type(QStringLiteral("  ") + secret + QStringLiteral(" "));
    QVERIFY(!m_edit->isEmpty());
    QVERIFY(edited.count() > 0);
    m_edit->hold();
    QVERIFY(isHeld(*m_edit, "Typed-Canary-73"));
    // What is held is replaced by the next key, not added to.
    type(QStringLiteral("x"));
    m_edit->hold();
    QVERIFY(isHeld(*m_edit, "x"));
}

void tst_SecretEdit::used_fieldIsAnother()
{
    type(secret);
    const QPointer<QLineEdit> before = line();
    m_edit->hold();
    QTRY_VERIFY(!before);
    QCOMPARE(line()->text(), QString());
    QVERIFY(!line()->isUndoAvailable());
    QCOMPARE(m_edit->findChildren<QLineEdit *>().size(), 1);
    for (const QByteArray &name : line()->dynamicPropertyNames())
        QVERIFY(!line()->property(name.constData()).toString().contains(secret));
}

void tst_SecretEdit::used_bytesAreOverwritten()
{
    type(secret);
    const QString shared = line()->text(); // the line edit's own bytes
    QCOMPARE(shared, secret);
    m_edit->hold();
    QCOMPARE(shared, QString(secret.size(), QChar(0)));
}

void tst_SecretEdit::forgotten_isGone()
{
    type(secret);
    const QString shared = line()->text();
    m_edit->forget();
    QVERIFY(m_edit->isEmpty());
    QVERIFY(m_edit->held().isEmpty());
    QCOMPARE(shared, QString(secret.size(), QChar(0)));
}

void tst_SecretEdit::undo_bringsNothingBack()
{
    type(secret);
    line()->selectAll();
    QTest::keyClick(line(), Qt::Key_Delete);
    QVERIFY(m_edit->isEmpty());
    QTest::keySequence(line(), QKeySequence::Undo);
    QVERIFY(m_edit->isEmpty());
    QTest::keySequence(line(), QKeySequence::Redo);
    QVERIFY(m_edit->isEmpty());
}

void tst_SecretEdit::nothing_reachesTheClipboard()
{
    type(secret);
    line()->selectAll();
    QTest::keySequence(line(), QKeySequence::Copy);
    QTest::keySequence(line(), QKeySequence::Cut);
    line()->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    const QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->supportsSelection())
        QVERIFY(!clipboard->text(QClipboard::Selection).contains(secret));
    QCOMPARE(line()->text(), secret);
    // A secret that was copied elsewhere may be brought here.
    QTest::keySequence(line(), QKeySequence::Paste);
    QCOMPARE(line()->text(), QStringLiteral("before"));
}

void tst_SecretEdit::menu_offersNoCopy()
{
    type(secret);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(2, 2),
                            line()->mapToGlobal(QPoint(2, 2)));
    QApplication::sendEvent(line(), &event);
    auto *menu = line()->findChild<QMenu *>();
    QVERIFY(menu);
    QStringList entries;
    for (const QAction *action : menu->actions())
        entries += action->text();
    QCOMPARE(entries, QStringList({QStringLiteral("&Paste"), QStringLiteral("&Empty the field")}));
    menu->actions().at(1)->trigger();
    QVERIFY(m_edit->isEmpty());
    menu->close();
}

void tst_SecretEdit::assistiveTechnology_hearsBulletsOnly()
{
    type(secret);
    QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(line());
    QVERIFY(heard);
    QCOMPARE(heard->text(QAccessible::Name), QStringLiteral("Access key secret"));
    QVERIFY(heard->state().passwordEdit);
    for (const QAccessible::Text part :
         {QAccessible::Name, QAccessible::Value, QAccessible::Description, QAccessible::Help})
        QVERIFY(!heard->text(part).contains(secret.left(4)));
    QVERIFY(heard->textInterface());
    QVERIFY(!heard->textInterface()->text(0, 100).contains(secret.left(4)));
}

void tst_SecretEdit::inputMethod_learnsNothing()
{
    type(secret);
    QVERIFY(!line()->testAttribute(Qt::WA_InputMethodEnabled));
    const Qt::InputMethodHints wanted =
        Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase;
    QCOMPARE(line()->inputMethodHints() & wanted, wanted);
    line()->selectAll();
    for (const Qt::InputMethodQuery query : {Qt::ImSurroundingText, Qt::ImCurrentSelection,
                                             Qt::ImTextBeforeCursor, Qt::ImTextAfterCursor})
        QCOMPARE(line()->inputMethodQuery(query).toString(), QString());
}

void tst_SecretEdit::drag_isOff()
{
    QVERIFY(!line()->dragEnabled());
    QVERIFY(!line()->acceptDrops());
    QCOMPARE(line()->echoMode(), QLineEdit::Password);
}

void tst_SecretEdit::focus_staysInTheField()
{
    type(secret);
    QTRY_VERIFY(line()->hasFocus());
    m_edit->hold();
    QTRY_VERIFY(line()->hasFocus());
}

QTEST_MAIN(tst_SecretEdit)
#include "tst_secretedit.moc"
