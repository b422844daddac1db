// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionlog.h"
#include "dialogchecks.h"
#include "hostiletexts.h"
#include "tests/app/viewmodels/journalbook.h"
#include "tests/fakes/temporaryfiles.h"
#include "ui/windows/decisionswindow.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <QTreeView>

#include <sys/stat.h>

using namespace countersign;
using namespace countersign::journaltest;

class tst_DecisionsWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void search_byKeys_downToTheRun();
    void filters_narrowTogether_andAreCleared();
    void betweenTwoDays();
    void sortsByMenu();
    void nothing_saysWhy();
    void newDecision_isListed_readingStays();
    void exportOfWhatIsListed_isReadBack();
    void exportOfAll_asCsv();
    void exportThatFails_saysSo();
    void headOfTheChain_isCopiedWhole();
    void keyboardReachesEverything();
    void everythingHasAName_andStaysText();
    void placeIsRemembered();
    void longTextsFit_smallScreensToo();

private:
    void open();
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }
    QTreeView *table() const { return find<QTreeView>("decisionsColumns"); }
    QStringList listed() const;
    QString count() const { return find<QLabel>("decisionsCount")->text(); }
    void choose(const char *box, const QString &entry);
    //! Saves through the file dialog that the button opens.
    void saveAs(const char *button, const QString &path);

    std::unique_ptr<Book> m_book;
    std::unique_ptr<TemporaryFiles> m_person;
    std::unique_ptr<DecisionLog> m_log;
    std::unique_ptr<DecisionsWindow> m_window;
};

void tst_DecisionsWindow::init()
{
    m_book = std::make_unique<Book>();
    m_person = std::make_unique<TemporaryFiles>();
    for (int number = 1; number <= 4; ++number) {
        DecisionRecord made = record(number, QStringLiteral("exec-%1").arg(number));
        if (number == 2)
            made.act = Act::Reject;
        if (number == 3) {
            made.where.place.region = RegionId(QStringLiteral("cn-beijing"));
            made.where.accountId = QStringLiteral("7");
            made.where.profileAlias = QStringLiteral("acme-dev");
        }
        QVERIFY(number == 4 ? m_book->add(made, toUnknown) : m_book->add(made, toDone));
        m_book->clock.advance(std::chrono::hours(48));
    }
}

void tst_DecisionsWindow::cleanup()
{
    m_window.reset();
    m_log.reset();
    m_person.reset();
    m_book.reset();
}

void tst_DecisionsWindow::open()
{
    m_log = std::make_unique<DecisionLog>(m_book->journal, m_book->clock);
    m_window = std::make_unique<DecisionsWindow>(*m_log, m_person->files.settings);
    m_window->raiseToFront();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(!m_log->isReading());
}

QStringList tst_DecisionsWindow::listed() const
{
    QStringList names;
    const QAbstractItemModel *rows = table()->model();
    for (int row = 0; row < rows->rowCount(); ++row)
        names += rows->index(row, DecisionsTable::TaskColumn).data().toString();
    return names;
}

void tst_DecisionsWindow::choose(const char *box, const QString &entry)
{
    auto *combo = find<QComboBox>(box);
    const int place = combo->findText(entry);
    QVERIFY2(place >= 0, qPrintable(entry));
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Home);
    for (int step = 0; step < place; ++step)
        QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentText(), entry);
}

void tst_DecisionsWindow::saveAs(const char *button, const QString &path)
{
    QTest::keyClick(find<QPushButton>(button), Qt::Key_Space);
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    dialog->selectFile(path);
    // The dialog asks before a file is replaced.
    QTimer agreeing;
    connect(&agreeing, &QTimer::timeout, this, [] {
        if (auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget()))
            question->button(QMessageBox::Yes)->click();
    });
    agreeing.start(20);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
    QTRY_VERIFY(find<QLabel>("answerLabel")->text().contains(path));
}

void tst_DecisionsWindow::search_byKeys_downToTheRun()
{
    open();
    QCOMPARE(listed().size(), 4);
    QCOMPARE(count(), QStringLiteral("4 decision(s)"));
    QVERIFY(find<QLineEdit>("decisionsSearch")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("task2"));
    QCOMPARE(listed(), QStringList{QStringLiteral("task2")});
    QCOMPARE(count(), QStringLiteral("1 of 4 decision(s)"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(table()->hasFocus());
    QVERIFY(find<QPlainTextEdit>("decisionLife")
                ->toPlainText()
                .contains(QStringLiteral("Reject: task2")));
    QSignalSpy wanted(m_window.get(), &DecisionsWindow::runWanted);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().value<WaitRow>().id.executionId.text(),
             QStringLiteral("exec-2"));
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(find<QLineEdit>("decisionsSearch")->hasFocus());
    QCOMPARE(find<QLineEdit>("decisionsSearch")->selectedText(), QStringLiteral("task2"));
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(listed().size(), 4);
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!m_window->isVisible());
}

void tst_DecisionsWindow::filters_narrowTogether_andAreCleared()
{
    open();
    choose("actCombo", QStringLiteral("Approve"));
    QCOMPARE(listed(), QStringList({QStringLiteral("task4"), QStringLiteral("task3"),
                                    QStringLiteral("task1")}));
    choose("standingCombo", QStringLiteral("Done"));
    QCOMPARE(listed(), QStringList({QStringLiteral("task3"), QStringLiteral("task1")}));
    choose("regionCombo", QStringLiteral("cn-beijing"));
    QCOMPARE(listed(), QStringList{QStringLiteral("task3")});
    choose("accountCombo", QStringLiteral("acme-prod · 2000000000000042"));
    QCOMPARE(listed(), QStringList());
    QCOMPARE(count(), QStringLiteral("0 of 4 decision(s)"));
    auto *clear = find<QPushButton>("clearButton");
    QVERIFY(clear->isEnabled());
    QTest::keyClick(clear, Qt::Key_Space);
    QCOMPARE(listed().size(), 4);
    QVERIFY(!clear->isEnabled());
}

void tst_DecisionsWindow::betweenTwoDays()
{
    // One was made on each of 27 and 29 November, 1 and 3 December, 2026.
    open();
    QVERIFY(!find<QDateEdit>("fromEdit")->isEnabled());
    choose("spanCombo", QStringLiteral("Between two days"));
    QVERIFY(find<QDateEdit>("fromEdit")->isEnabled());
    find<QDateEdit>("fromEdit")->setDate(QDate(2026, 11, 29));
    find<QDateEdit>("untilEdit")->setDate(QDate(2026, 12, 1));
    QCOMPARE(listed(), QStringList({QStringLiteral("task3"), QStringLiteral("task2")}));
}

void tst_DecisionsWindow::sortsByMenu()
{
    open();
    QCOMPARE(listed().front(), QStringLiteral("task4"));
    QMenu *sort = nullptr;
    for (QMenu *menu : m_window->findChildren<QMenu *>()) {
        if (menu->title() == QStringLiteral("S&ort by"))
            sort = menu;
    }
    QVERIFY(sort);
    Q_EMIT sort->aboutToShow();
    const auto entry = [sort](const QString &text) -> QAction * {
        for (QAction *action : sort->actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    };
    QVERIFY(entry(QStringLiteral("When"))->isChecked());
    entry(QStringLiteral("&Ascending"))->trigger();
    QCOMPARE(listed().front(), QStringLiteral("task1"));
    entry(QStringLiteral("State"))->trigger();
    QCOMPARE(listed().front(), QStringLiteral("task4"));
    QCOMPARE(table()->header()->sortIndicatorSection(), int(DecisionsTable::StateColumn));
}

void tst_DecisionsWindow::nothing_saysWhy()
{
    m_book = std::make_unique<Book>();
    open();
    QVERIFY(!table()->isVisible());
    QStringList shown;
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (label->isVisible())
            shown += label->text();
    }
    QVERIFY(shown.contains(QStringLiteral("Nothing was decided here yet")));
    QVERIFY(!find<QPushButton>("jsonButton")->isEnabled());
    QVERIFY(m_book->add(record(1)));
    QTRY_VERIFY(table()->isVisible());
    QTest::keyClicks(find<QLineEdit>("decisionsSearch"), QStringLiteral("zzz"));
    QVERIFY(!table()->isVisible());
    QPushButton *clear = nullptr;
    for (auto *button : m_window->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == QStringLiteral("Clear search and filters"))
            clear = button;
    }
    QVERIFY(clear);
    QTest::keyClick(clear, Qt::Key_Space);
    QVERIFY(table()->isVisible());
}

void tst_DecisionsWindow::newDecision_isListed_readingStays()
{
    open();
    table()->setCurrentIndex(table()->model()->index(1, 0));
    auto *life = find<QPlainTextEdit>("decisionLife");
    const QString read = life->toPlainText();
    QVERIFY(read.contains(QStringLiteral("task3")));
    QVERIFY(m_book->add(record(5)));
    QTRY_COMPARE(listed().size(), 5);
    QCOMPARE(table()->currentIndex().row(), 2);
    QCOMPARE(life->toPlainText(), read);
}

void tst_DecisionsWindow::exportOfWhatIsListed_isReadBack()
{
    open();
    QTest::keyClicks(find<QLineEdit>("decisionsSearch"), QStringLiteral("task2"));
    const QString path = m_person->folder.filePath(QStringLiteral("some.jsonl"));
    // Whatever stood there before could be read by others.
    QFile before(path);
    QVERIFY(before.open(QIODevice::WriteOnly) &&
            before.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    before.close();
    saveAs("jsonButton", path);
    QVERIFY(find<QLabel>("answerLabel")->text().startsWith(QStringLiteral("1 decision(s)")));
    struct stat facts = {};
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &facts), 0);
    QCOMPARE(facts.st_mode & 0777, mode_t(0600));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject decision = QJsonDocument::fromJson(lines.front()).object();
    QCOMPARE(decision.value(QLatin1String("decision")).toString(), record(2).id.shortForm());
    const QJsonObject chain =
        QJsonDocument::fromJson(lines.back()).object().value(QLatin1String("chain")).toObject();
    QCOMPARE(chain.value(QLatin1String("head")).toString().toLatin1(), m_book->journal.head());
    QVERIFY(chain.value(QLatin1String("holds")).toBool());
}

void tst_DecisionsWindow::exportOfAll_asCsv()
{
    open();
    auto *all = find<QCheckBox>("allCheck");
    QVERIFY(!all->isEnabled());
    QTest::keyClicks(find<QLineEdit>("decisionsSearch"), QStringLiteral("task2"));
    QVERIFY(all->isEnabled());
    QTest::keyClick(all, Qt::Key_Space);
    const QString path = m_person->folder.filePath(QStringLiteral("all.csv"));
    saveAs("csvButton", path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    // A header, four decisions, and the chain.
    QCOMPARE(bytes.count("\r\n"), 6);
    for (int number = 1; number <= 4; ++number)
        QVERIFY(
            bytes.contains(QStringLiteral("\"%1\"").arg(record(number).id.shortForm()).toLatin1()));
    QVERIFY(bytes.contains(m_book->journal.head()));
    QVERIFY(find<QLabel>("answerLabel")->text().startsWith(QStringLiteral("4 decision(s)")));
}

void tst_DecisionsWindow::exportThatFails_saysSo()
{
    open();
    const QString path = m_person->folder.filePath(QStringLiteral("folder.jsonl"));
    saveAs("jsonButton", path);
    QVERIFY(QFile::remove(path) && QDir().mkpath(path + QStringLiteral("/below")));
    QTest::keyClick(find<QPushButton>("jsonButton"), Qt::Key_Space);
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    // What a dialog of the desktop would hand over: nobody stops it there.
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
    QTRY_VERIFY(
        find<QLabel>("answerLabel")->text().startsWith(QStringLiteral("Nothing was saved as")));
    QVERIFY(QDir(path).exists(QStringLiteral("below")));
}

void tst_DecisionsWindow::headOfTheChain_isCopiedWhole()
{
    open();
    const QString head = QString::fromLatin1(m_book->journal.head());
    QCOMPARE(head.size(), 64);
    const QString shown = find<QLabel>("chainLabel")->text();
    QVERIFY(shown.contains(head.left(8)) && shown.contains(head.right(8)));
    QTest::keyClick(find<QPushButton>("copyHeadButton"), Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), head);
    QVERIFY(m_book->add(record(5)));
    QTRY_VERIFY(find<QLabel>("chainLabel")->text() != shown);
}

void tst_DecisionsWindow::keyboardReachesEverything()
{
    open();
    choose("spanCombo", QStringLiteral("Between two days"));
    find<QDateEdit>("fromEdit")->setDate(QDate(2026, 11, 29));
    find<QDateEdit>("untilEdit")->setDate(QDate(2026, 12, 30));
    table()->setCurrentIndex(table()->model()->index(0, 0));
    find<QLineEdit>("decisionsSearch")->setFocus();
    QStringList stops = tabStops(*m_window);
    stops.removeDuplicates();
    QCOMPARE(stops.join(u' '),
             QStringLiteral("decisionsSearch spanCombo fromEdit untilEdit actCombo standingCombo "
                            "accountCombo regionCombo clearButton decisionsColumns decisionLife "
                            "copyHeadButton allCheck jsonButton csvButton"));
}

void tst_DecisionsWindow::everythingHasAName_andStaysText()
{
    int number = 10;
    for (const QString &text : hostileTexts()) {
        DecisionRecord nasty = record(++number);
        nasty.note = text.left(400);
        nasty.taskName = text.left(400);
        nasty.where.profileAlias = text.left(400);
        nasty.where.accountId = text.left(400);
        nasty.where.place.region = RegionId(text.left(400));
        nasty.where.actor = text.left(400);
        QVERIFY(m_book->add(nasty));
    }
    open();
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QVERIFY2(unsafePlaces(*m_window).isEmpty(), qPrintable(unsafePlaces(*m_window).join(u'\n')));
    QVERIFY2(namelessStops(*m_window).isEmpty(), qPrintable(namelessStops(*m_window).join(u'\n')));
    QVERIFY(descriptionsWithMarkup(*m_window).isEmpty());
    QVERIFY2(doubleMnemonics(*m_window).isEmpty(),
             qPrintable(doubleMnemonics(*m_window).join(u'\n')));
    QVERIFY(!m_window->windowTitle().contains(QStringLiteral("exec-")));
}

void tst_DecisionsWindow::placeIsRemembered()
{
    open();
    m_window->resize(803, 517);
    QCoreApplication::processEvents();
    m_window->close();
    m_window.reset();
    open();
    QCOMPARE(m_window->size(), QSize(803, 517));
    // The program ends while it is open.
    m_window->resize(811, 523);
    QCoreApplication::processEvents();
    QVERIFY(QMetaObject::invokeMethod(qApp, "aboutToQuit"));
    m_window.reset();
    open();
    QCOMPARE(m_window->size(), QSize(811, 523));
}

void tst_DecisionsWindow::longTextsFit_smallScreensToo()
{
    LongTexts longer;
    QVERIFY(QCoreApplication::installTranslator(&longer));
    open();
    QVERIFY2(m_window->minimumSizeHint().width() <= 1'100,
             qPrintable(QString::number(m_window->minimumSizeHint().width())));
    QCoreApplication::removeTranslator(&longer);
    m_window.reset();
    open();
    QVERIFY2(m_window->minimumSizeHint().width() <= 683,
             qPrintable(QString::number(m_window->minimumSizeHint().width())));
    QVERIFY2(m_window->minimumSizeHint().height() <= 384 - 24,
             qPrintable(QString::number(m_window->minimumSizeHint().height())));
}

QTEST_MAIN(tst_DecisionsWindow)
#include "tst_decisionswindow.moc"
