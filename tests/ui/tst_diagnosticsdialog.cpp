// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/diagnosticsdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace countersign;

class tst_DiagnosticsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_dialog.reset(); }
    void nothingIsCopied_unasked();
    void whatIsShown_isCopied();
    void text_cannotBeChanged();
    void keyboard_reachesEverything();
    void escape_closes();

private:
    QPlainTextEdit *text() const
    {
        return m_dialog->findChild<QPlainTextEdit *>(QStringLiteral("textEdit"));
    }
    QPushButton *button(const char *name) const
    {
        return m_dialog->findChild<QPushButton *>(QLatin1String(name));
    }

    const QString m_told = QStringLiteral("Countersign 1\n<b>not bold</b>\n2026-02-03 Read a=b\n");
    std::unique_ptr<DiagnosticsDialog> m_dialog;
};

void tst_DiagnosticsDialog::init()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    m_dialog = std::make_unique<DiagnosticsDialog>(m_told);
    m_dialog->open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void tst_DiagnosticsDialog::nothingIsCopied_unasked()
{
    m_dialog->reject();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
}

void tst_DiagnosticsDialog::whatIsShown_isCopied()
{
    QVERIFY(text()->isVisible());
    QCOMPARE(text()->toPlainText(), m_told);
    QTest::mouseClick(button("copyButton"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_told);
    QVERIFY(m_dialog->isVisible());
}

void tst_DiagnosticsDialog::text_cannotBeChanged()
{
    QTest::keyClicks(text(), QStringLiteral("more"));
    QCOMPARE(text()->toPlainText(), m_told);
}

void tst_DiagnosticsDialog::keyboard_reachesEverything()
{
    QCOMPARE(QApplication::focusWidget(), text());
    for (const char *name : {"copyButton", "closeButton"}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), button(name));
    }
    QVERIFY(!text()->accessibleName().isEmpty());
    QVERIFY(!button("copyButton")->isDefault() && !button("closeButton")->isDefault());
}

void tst_DiagnosticsDialog::escape_closes()
{
    QSignalSpy ended(m_dialog.get(), &QDialog::finished);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QCOMPARE(ended.count(), 1);
}

QTEST_MAIN(tst_DiagnosticsDialog)
#include "tst_diagnosticsdialog.moc"
