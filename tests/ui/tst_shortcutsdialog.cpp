// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogchecks.h"
#include "hostiletexts.h"
#include "ui/windows/actions.h"
#include "ui/windows/languages.h"
#include "ui/windows/shortcutsdialog.h"

#include <QAccessible>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTreeView>

using namespace countersign;

class TestShortcutsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_dialog.reset(); }
    void everyCommandIsListed();
    void dialogsKeysAreListed();
    void namesAreForReading();
    void textHasOneLineForEach();
    void documentHoldsEverything();
    void listSpeaks();
    void textIsSaved();
    void failureIsSaid();
    void fileIsAskedFor();
    void printerIsAskedFor();
    void keyboardReachesEverything();
    void longTextsFit();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ShortcutsDialog> m_dialog;
};

void TestShortcutsDialog::init()
{
    m_dialog = std::make_unique<ShortcutsDialog>(shortcutLines());
    m_dialog->open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestShortcutsDialog::everyCommandIsListed()
{
    QStringList keys;
    for (const ShortcutLine &line : shortcutLines())
        keys += line.keys.split(QStringLiteral(", "));
    int found = 0;
    for (const ActionSpec &command : actionTable()) {
        for (const QKeySequence &key : command.shortcuts) {
            QVERIFY2(keys.contains(key.toString(QKeySequence::NativeText)),
                     qPrintable(key.toString()));
            ++found;
        }
    }
    QVERIFY(found >= 10);
    QVERIFY(shortcutLines().size() > actionTable().size());
    for (std::size_t i = 0; i < actionTable().size(); ++i) {
        QCOMPARE(shortcutLines()[i].keys.isEmpty(), actionTable()[i].shortcuts.empty());
        QCOMPARE(shortcutLines()[i].purpose, QString::fromUtf8(actionTable()[i].tip));
    }
}

void TestShortcutsDialog::dialogsKeysAreListed()
{
    // Rule F6 of the design: Ctrl+Enter confirms in a decision's dialog, and Escape sends nothing.
    const QString text = shortcutText(shortcutLines());
    QVERIFY(text.contains(QStringLiteral("Ctrl+Return")));
    QVERIFY(text.contains(QStringLiteral("Esc ")));
}

void TestShortcutsDialog::namesAreForReading()
{
    Languages languages;
    for (const char *language : {"en", "zh_CN"}) {
        languages.use(QLocale(QLatin1String(language)));
        for (const ShortcutLine &line : shortcutLines()) {
            QVERIFY(!line.command.isEmpty());
            QVERIFY2(!line.command.contains(QLatin1Char('&')), qPrintable(line.command));
            // Chinese texts carry their mnemonic in brackets: nothing of it is left.
            static const QRegularExpression mnemonic(QStringLiteral("[(（].?[)）]"));
            QVERIFY2(!line.command.contains(mnemonic), qPrintable(line.command));
            QVERIFY2(!line.command.endsWith(QChar(0x2026)), qPrintable(line.command));
        }
    }
    // The glossary's word.
    languages.use(QLocale(QStringLiteral("zh_CN")));
    const auto lines = shortcutLines();
    QVERIFY(std::any_of(lines.begin(), lines.end(), [](const ShortcutLine &line) {
        return line.command == QStringLiteral("同意") &&
               line.keys == QStringLiteral("Ctrl+Shift+A");
    }));
}

void TestShortcutsDialog::textHasOneLineForEach()
{
    const std::vector<ShortcutLine> lines = {
        {QStringLiteral("Refresh"), QStringLiteral("F5"), QStringLiteral("Read again")},
        {QStringLiteral("Approve"), QStringLiteral("Ctrl+Shift+A"), QStringLiteral("Open it")},
        {QStringLiteral("About"), {}, QStringLiteral("Version")}};
    QCOMPARE(shortcutText(lines), QStringLiteral("Commands and keys of Countersign\n"
                                                 "\n"
                                                 "F5            Refresh: Read again\n"
                                                 "Ctrl+Shift+A  Approve: Open it\n"
                                                 "              About: Version\n"));
}

void TestShortcutsDialog::documentHoldsEverything()
{
    const auto lines = shortcutLines();
    const auto document = shortcutDocument(lines);
    const QString text = document->toPlainText();
    for (const ShortcutLine &line : lines) {
        for (const QString &part : {line.command, line.keys, line.purpose})
            QVERIFY2(text.contains(part), qPrintable(part));
    }
    const QString path = m_folder.filePath(QStringLiteral("keys.pdf"));
    {
        QPdfWriter paper(path);
        document->print(&paper);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray printed = file.readAll();
    QVERIFY(printed.startsWith("%PDF-"));
    QVERIFY2(printed.size() > 4'000, QByteArray::number(printed.size()).constData());
}

void TestShortcutsDialog::listSpeaks()
{
    auto *list = find<QTreeView>("shortcutList");
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(list);
    QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Commands and their keys"));
    QAccessibleTableInterface *table = interface->tableInterface();
    QVERIFY(table != nullptr);
    QCOMPARE(table->rowCount(), static_cast<int>(shortcutLines().size()));
    QCOMPARE(table->columnCount(), 3);
    QCOMPARE(table->cellAt(1, 0)->text(QAccessible::Name), QStringLiteral("Refresh"));
    QCOMPARE(table->cellAt(1, 1)->text(QAccessible::Name), QStringLiteral("F5"));
    QCOMPARE(list->model()->flags(list->model()->index(0, 0)) & Qt::ItemIsEditable,
             Qt::ItemFlags());
}

void TestShortcutsDialog::textIsSaved()
{
    const QString path = m_folder.filePath(QStringLiteral("keys.txt"));
    m_dialog->saveAs(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), shortcutText(shortcutLines()));
    QVERIFY(find<QLabel>("outcomeLabel")->isVisible());
    QVERIFY(find<QLabel>("outcomeLabel")->text().contains(path));
}

void TestShortcutsDialog::failureIsSaid()
{
    const QString path = m_folder.filePath(QStringLiteral("no such folder/keys.txt"));
    m_dialog->saveAs(path);
    QVERIFY(find<QLabel>("outcomeLabel")->text().startsWith(QStringLiteral("Nothing was saved")));
    QVERIFY(!QFile::exists(path));
}

void TestShortcutsDialog::fileIsAskedFor()
{
    QTest::mouseClick(find<QPushButton>("saveButton"), Qt::LeftButton);
    auto *files = m_dialog->findChild<QFileDialog *>();
    QVERIFY(files != nullptr);
    QVERIFY(files->isVisible());
    const QString path = m_folder.filePath(QStringLiteral("chosen"));
    files->selectFile(path);
    QVERIFY(QMetaObject::invokeMethod(files, "accept"));
    QTRY_VERIFY(QFile::exists(QString(path + QStringLiteral(".txt"))));
    QTRY_VERIFY(m_dialog->findChild<QFileDialog *>() == nullptr);
}

void TestShortcutsDialog::printerIsAskedFor()
{
    QTest::mouseClick(find<QPushButton>("printButton"), Qt::LeftButton);
    auto *dialog = m_dialog->findChild<QPrintDialog *>();
    QVERIFY(dialog != nullptr);
    const QString path = m_folder.filePath(QStringLiteral("printed.pdf"));
    dialog->printer()->setOutputFormat(QPrinter::PdfFormat);
    dialog->printer()->setOutputFileName(path);
    Q_EMIT dialog->accepted(dialog->printer());
    QVERIFY(QFile(path).size() > 4'000);
    dialog->close();
    QTRY_VERIFY(m_dialog->findChild<QPrintDialog *>() == nullptr);
}

void TestShortcutsDialog::keyboardReachesEverything()
{
    find<QTreeView>("shortcutList")->setFocus();
    QCOMPARE(tabStops(*m_dialog),
             (QStringList{QStringLiteral("shortcutList"), QStringLiteral("printButton"),
                          QStringLiteral("saveButton"), QStringLiteral("closeButton")}));
    QCOMPARE(namelessStops(*m_dialog), QStringList());
    QCOMPARE(doubleMnemonics(*m_dialog), QStringList());
    QCOMPARE(unsafePlaces(*m_dialog), QStringList());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void TestShortcutsDialog::longTextsFit()
{
    LongTexts translator;
    QCoreApplication::installTranslator(&translator);
    ShortcutsDialog dialog(shortcutLines());
    dialog.resize(643, 324);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QCOMPARE(dialog.size(), QSize(643, 324));
    for (const QPushButton *button : dialog.findChildren<QPushButton *>())
        QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
    QCoreApplication::removeTranslator(&translator);
}

QTEST_MAIN(TestShortcutsDialog)
#include "tst_shortcutsdialog.moc"
