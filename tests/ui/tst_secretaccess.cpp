// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/secretaccess.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace countersign;

namespace {

const QString secret = QStringLiteral("canary-secret");
const QString hidden(secret.size(), QChar(0x2022));

template <class Event>
const Event &as(const std::unique_ptr<QAccessibleEvent> &event)
{
    return static_cast<const Event &>(*event);
}

} // namespace

//! What is told of a field that hides its text. That this is what reaches the bus is seen by the
//! acceptance tests alone: without a desktop Qt tells nobody.
class TestSecretAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hiddenText_isToldAsBullets_data();
    void hiddenText_isToldAsBullets();
    void withoutEcho_notEvenTheLength();
    void everythingElse_isToldAsItIs();
    void tables_areNamedFromTheSecondTimeOn();
};

void TestSecretAccess::hiddenText_isToldAsBullets_data()
{
    QTest::addColumn<QLineEdit::EchoMode>("mode");
    QTest::newRow("password") << QLineEdit::Password;
    QTest::newRow("echo on edit") << QLineEdit::PasswordEchoOnEdit;
}

void TestSecretAccess::hiddenText_isToldAsBullets()
{
    QFETCH(const QLineEdit::EchoMode, mode);
    QLineEdit line(secret);
    line.setEchoMode(mode);
    const auto insert = toldInstead(QAccessibleTextInsertEvent(&line, 3, secret));
    QCOMPARE(insert->type(), QAccessible::TextInserted);
    QCOMPARE(insert->object(), &line);
    QCOMPARE(as<QAccessibleTextInsertEvent>(insert).changePosition(), 3);
    QCOMPARE(as<QAccessibleTextInsertEvent>(insert).textInserted(), hidden);
    QCOMPARE(as<QAccessibleTextInsertEvent>(insert).cursorPosition(), 3 + int(secret.size()));
    const auto removal = toldInstead(QAccessibleTextRemoveEvent(&line, 2, secret));
    QCOMPARE(removal->type(), QAccessible::TextRemoved);
    QCOMPARE(as<QAccessibleTextRemoveEvent>(removal).changePosition(), 2);
    QCOMPARE(as<QAccessibleTextRemoveEvent>(removal).textRemoved(), hidden);
    const auto update = toldInstead(QAccessibleTextUpdateEvent(&line, 1, secret.left(4), secret));
    QCOMPARE(update->type(), QAccessible::TextUpdated);
    QCOMPARE(as<QAccessibleTextUpdateEvent>(update).changePosition(), 1);
    QCOMPARE(as<QAccessibleTextUpdateEvent>(update).textRemoved(), hidden.left(4));
    QCOMPARE(as<QAccessibleTextUpdateEvent>(update).textInserted(), hidden);
    const auto value = toldInstead(QAccessibleValueChangeEvent(&line, secret));
    QCOMPARE(value->type(), QAccessible::ValueChanged);
    QCOMPARE(as<QAccessibleValueChangeEvent>(value).value().toString(), hidden);
}

void TestSecretAccess::withoutEcho_notEvenTheLength()
{
    QLineEdit line(secret);
    line.setEchoMode(QLineEdit::NoEcho);
    const auto insert = toldInstead(QAccessibleTextInsertEvent(&line, 0, secret));
    QCOMPARE(as<QAccessibleTextInsertEvent>(insert).textInserted(), QString());
    const auto removal = toldInstead(QAccessibleTextRemoveEvent(&line, 0, secret));
    QCOMPARE(as<QAccessibleTextRemoveEvent>(removal).textRemoved(), QString());
    const auto value = toldInstead(QAccessibleValueChangeEvent(&line, secret));
    QCOMPARE(as<QAccessibleValueChangeEvent>(value).value().toString(), QString());
}

void TestSecretAccess::everythingElse_isToldAsItIs()
{
    QLineEdit line(secret);
    QVERIFY(!toldInstead(QAccessibleTextInsertEvent(&line, 0, secret)));
    line.setEchoMode(QLineEdit::Password);
    QVERIFY(!toldInstead(QAccessibleTextCursorEvent(&line, 4)));
    QVERIFY(!toldInstead(QAccessibleEvent(&line, QAccessible::Focus)));
    QLabel label;
    QVERIFY(!toldInstead(QAccessibleEvent(&label, QAccessible::NameChanged)));
}

void TestSecretAccess::tables_areNamedFromTheSecondTimeOn()
{
    QTableView view;
    QAccessibleTableModelChangeEvent event(&view, QAccessibleTableModelChangeEvent::RowsInserted);
    event.setFirstRow(4);
    event.setLastRow(7);
    event.setFirstColumn(1);
    event.setLastColumn(2);
    const auto instead = toldInstead(event);
    QCOMPARE(instead->type(), QAccessible::TableModelChanged);
    QVERIFY(instead->accessibleInterface() == nullptr);
    QCOMPARE(instead->accessibleInterface(), QAccessible::queryAccessibleInterface(&view));
    QCOMPARE(instead->accessibleInterface(), QAccessible::queryAccessibleInterface(&view));
    const auto &change = as<QAccessibleTableModelChangeEvent>(instead);
    QCOMPARE(change.modelChangeType(), QAccessibleTableModelChangeEvent::RowsInserted);
    QCOMPARE(change.firstRow(), 4);
    QCOMPARE(change.lastRow(), 7);
    QCOMPARE(change.firstColumn(), 1);
    QCOMPARE(change.lastColumn(), 2);
}

QTEST_MAIN(TestSecretAccess)
#include "tst_secretaccess.moc"
