// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogchecks.h"
#include "hostiletexts.h"
#include "ui/windows/aboutdialog.h"
#include "ui/windows/versiondetails.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace countersign;

class TestAboutDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_dialog.reset(); }
    void detailsNameWhatIsAsked();
    void detailsTellNothingOfThePerson();
    void whatIsShownIsCopied();
    void licenceIsWhole();
    void librariesHaveLicences();
    void keyboardReachesEverything();
    void longTextsFit();

private:
    std::unique_ptr<AboutDialog> m_dialog;
};

void TestAboutDialog::init()
{
    m_dialog = std::make_unique<AboutDialog>(nullptr, QStringLiteral("Secret Service"));
    m_dialog->open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestAboutDialog::detailsNameWhatIsAsked()
{
    const QStringList lines = versionDetails(QStringLiteral("KWallet")).split(QLatin1Char('\n'));
    QVERIFY(lines.contains(QStringLiteral("Keychain: KWallet")));
    QVERIFY(lines.contains(QStringLiteral("Platform: offscreen")));
    QVERIFY(lines.first().startsWith(QStringLiteral("Countersign ")));
    QVERIFY(lines.value(1).contains(QLatin1String(qVersion())));
    for (const QString &line : lines)
        QVERIFY2(!line.endsWith(QStringLiteral(": ")), qPrintable(line));
    QVERIFY(!versionDetails({}).contains(QStringLiteral("Keychain")));
}

void TestAboutDialog::detailsTellNothingOfThePerson()
{
    const QString details = versionDetails(QStringLiteral("Secret Service"));
    QVERIFY(!details.contains(QLatin1Char('/') + QDir::home().dirName()));
    QVERIFY(!details.contains(QDir::homePath()));
    QVERIFY(!details.contains(QSysInfo::machineHostName()));
    QVERIFY(!details.contains(QString::fromLatin1(QSysInfo::machineUniqueId())));
}

void TestAboutDialog::whatIsShownIsCopied()
{
    m_dialog->findChild<QTabWidget *>()->setCurrentIndex(3);
    const auto *shown = m_dialog->findChild<QPlainTextEdit *>(QStringLiteral("detailsText"));
    QVERIFY(shown->isVisible());
    QTest::mouseClick(m_dialog->findChild<QPushButton *>(QStringLiteral("copyButton")),
                      Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             versionDetails(QStringLiteral("Secret Service")));
    QCOMPARE(shown->toPlainText(), QGuiApplication::clipboard()->text());
}

void TestAboutDialog::licenceIsWhole()
{
    QFile file(QStringLiteral(SOURCE_ROOT "/LICENSE"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto *text = m_dialog->findChild<QPlainTextEdit *>(QStringLiteral("licenceText"));
    QCOMPARE(text->toPlainText(), QString::fromUtf8(file.readAll()));
}

void TestAboutDialog::librariesHaveLicences()
{
    const auto *model = m_dialog->findChild<QTreeView *>(QStringLiteral("libraryList"))->model();
    QStringList libraries;
    for (int row = 0; row < model->rowCount(); ++row) {
        libraries += model->index(row, 0).data().toString();
        for (int column = 1; column < model->columnCount(); ++column)
            QVERIFY(!model->index(row, column).data().toString().isEmpty());
    }
    // What the build asks for by name.
    for (const char *name : {"Qt 6", "Qt HTTP Server", "QScintilla", "QtKeychain", "libyaml"})
        QVERIFY2(libraries.join(QLatin1Char('\n')).contains(QLatin1String(name)), name);
}

void TestAboutDialog::keyboardReachesEverything()
{
    auto *tabs = m_dialog->findChild<QTabWidget *>();
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        QCOMPARE(namelessStops(*m_dialog), QStringList());
        QCOMPARE(doubleMnemonics(*m_dialog), QStringList());
    }
    QCOMPARE(unsafePlaces(*m_dialog), QStringList());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void TestAboutDialog::longTextsFit()
{
    LongTexts translator;
    QCoreApplication::installTranslator(&translator);
    AboutDialog dialog;
    dialog.resize(643, 324);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QCOMPARE(dialog.size(), QSize(643, 324));
    for (const QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->isVisible())
            QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                     qPrintable(button->text()));
    }
    QCoreApplication::removeTranslator(&translator);
}

QTEST_MAIN(TestAboutDialog)
#include "tst_aboutdialog.moc"
