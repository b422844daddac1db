// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostiletexts.h"
#include "quietscreens.h"
#include "ui/dialogs/opendialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace countersign;

class TestOpenDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyText_cannotBeOpened();
    void noAccount_isSaid();
    void notUnderstood_isSaid();
    void copiedLink_isProposed();
    void copiedProse_isNot();
    void hostileText_staysText();
    void closing_givesTheSearchUp();

private:
    QString words() const
    {
        return m_dialog->findChild<QLabel *>(QStringLiteral("openWords"))->text();
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
    void make();

    std::unique_ptr<QuietScreens> m_screens;
    std::unique_ptr<OpenDialog> m_dialog;
};

void TestOpenDialog::init()
{
    QGuiApplication::clipboard()->clear();
    m_screens = std::make_unique<QuietScreens>();
    make();
}

void TestOpenDialog::cleanup()
{
    m_dialog.reset();
    m_screens.reset();
}

void TestOpenDialog::make()
{
    m_dialog = std::make_unique<OpenDialog>(m_screens->open);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestOpenDialog::emptyText_cannotBeOpened()
{
    QVERIFY(!button(QStringLiteral("Open"))->isEnabled());
    QTest::keyClicks(m_dialog->field(), QStringLiteral("  "));
    QVERIFY(!button(QStringLiteral("Open"))->isEnabled());
    QTest::keyClicks(m_dialog->field(), QStringLiteral("x"));
    QVERIFY(button(QStringLiteral("Open"))->isEnabled());
}

void TestOpenDialog::noAccount_isSaid()
{
    QTest::keyClicks(m_dialog->field(), QStringLiteral("exec-1234567890ab"));
    QTest::keyClick(m_dialog->field(), Qt::Key_Return);
    QTRY_VERIFY(words().contains(QStringLiteral("No account is set up")));
    QVERIFY(m_dialog->isVisible());
}

void TestOpenDialog::notUnderstood_isSaid()
{
    m_dialog->openText(QStringLiteral("https://evil.example/cn-hangzhou/execution/detail/exec-1"));
    QTRY_VERIFY(words().contains(QStringLiteral("names no execution")));
}

void TestOpenDialog::copiedLink_isProposed()
{
    m_dialog.reset();
    const QString link =
        QStringLiteral("https://oos.console.aliyun.com/cn-hangzhou/execution/detail/exec-1a2b");
    QGuiApplication::clipboard()->setText(link);
    make();
    QCOMPARE(m_dialog->field()->text(), link);
    QCOMPARE(m_dialog->field()->selectedText(), link);
    QCOMPARE(m_screens->open.state(), OpenViewModel::State::Idle);
}

void TestOpenDialog::copiedProse_isNot()
{
    m_dialog.reset();
    QGuiApplication::clipboard()->setText(QStringLiteral("restart"));
    make();
    QVERIFY(m_dialog->field()->text().isEmpty());
}

void TestOpenDialog::hostileText_staysText()
{
    for (const QString &text : hostileTexts()) {
        m_dialog->openText(text.left(2'048));
        QCoreApplication::processEvents();
        QCOMPARE(unsafePlaces(*m_dialog), QStringList());
    }
}

void TestOpenDialog::closing_givesTheSearchUp()
{
    m_dialog->openText(QStringLiteral("exec-1234567890ab"));
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_screens->open.state(), OpenViewModel::State::Idle);
}

QTEST_MAIN(TestOpenDialog)
#include "tst_opendialog.moc"
