// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/preferencesviewmodel.h"
#include "dialogchecks.h"
#include "hostiletexts.h"
#include "tests/fakes/temporaryfiles.h"
#include "ui/dialogs/noteedit.h"
#include "ui/dialogs/settingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTimeEdit>
#include <QWheelEvent>

#include <array>

using namespace countersign;
using Page = PreferencesViewModel::Page;

namespace {

constexpr std::array<Page, 5> allPages = {Page::General, Page::Notices, Page::Decisions,
                                          Page::UsualNotes, Page::Locking};
//! A screen of 1366x768 at 200 per cent, without its panels.
constexpr QSize smallScreen(683, 384);

} // namespace

class TestSettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void switchesAreKept_data();
    void switchesAreKept();
    void choicesAreKept();
    void idleLockIsKept();
    void goneDialogTakesNothingBack();
    void numbersAreKept();
    void timesAreKept();
    void typedNumberCountsWhenTheDialogCloses();
    void changesFromElsewhereAreShown();
    void usualNotesAreWrittenInOrder();
    void usualNoteThatCannotBeSaysWhy();
    void removedNoteComesBack();
    void movingKeepsTheKeyboardOnItsButton();
    void defaultsComeAndGo();
    void forgettingRecentNotesIsTakenBack();
    void reasonsAreShown();
    void keeping_lossIsAskedFor();
    void keeping_nothingLostAppliesAtOnce();
    void enterDoesNotClose();
    void escapeCloses();
    void wheelScrollsOnly();
    void tabFollowsReading_data();
    void tabFollowsReading();
    void everythingHasAName();
    void mnemonicsDiffer();
    void hostileNotesStayText();
    void longTextsFit();
    void smallScreenIsEnough();

private:
    void open();
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    void click(const char *name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void addNote(const QString &note);
    QStringList listed() const;
    //! What another start of the program would find.
    std::unique_ptr<PersonalFiles> reread();

    std::unique_ptr<TemporaryFiles> m_person;
    bool m_isAutostartOn = false;
    QString m_autostartProblem;
    qint64 m_leaving = 0; //!< decisions that end their time with one month
    std::unique_ptr<PreferencesViewModel> m_preferences;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void TestSettingsDialog::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_person = std::make_unique<TemporaryFiles>();
    m_isAutostartOn = false;
    m_autostartProblem.clear();
    m_preferences = std::make_unique<PreferencesViewModel>(
        m_person->files,
        AutostartControl{[this] { return m_isAutostartOn; },
                         [this](bool isOn) {
                             if (m_autostartProblem.isEmpty())
                                 m_isAutostartOn = isOn;
                             return m_autostartProblem;
                         }},
        RetentionControl{[this](int months) { return months == 1 ? m_leaving : qint64(0); }});
    open();
}

void TestSettingsDialog::cleanup()
{
    m_dialog.reset();
    m_preferences.reset();
    m_person.reset();
}

void TestSettingsDialog::open()
{
    m_dialog = std::make_unique<SettingsDialog>(*m_preferences);
    m_dialog->open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

std::unique_ptr<PersonalFiles> TestSettingsDialog::reread()
{
    return std::make_unique<PersonalFiles>(m_person->folder.path(), m_person->clock);
}

void TestSettingsDialog::switchesAreKept_data()
{
    QTest::addColumn<Page>("page");
    QTest::addColumn<QString>("box");
    QTest::addColumn<Switch>("which");
    QTest::newRow("tray") << Page::General << QStringLiteral("trayCheck") << Switch::KeepInTray;
    QTest::newRow("notices") << Page::Notices << QStringLiteral("noticesCheck") << Switch::Notices;
    QTest::newRow("names") << Page::Notices << QStringLiteral("namesCheck")
                           << Switch::NamesInNotices;
    QTest::newRow("sound") << Page::Notices << QStringLiteral("soundCheck") << Switch::NoticeSound;
    QTest::newRow("success") << Page::Notices << QStringLiteral("successCheck")
                             << Switch::NoticeOnSuccess;
    QTest::newRow("quiet") << Page::Notices << QStringLiteral("quietCheck") << Switch::QuietHours;
    QTest::newRow("recent") << Page::Decisions << QStringLiteral("recentCheck")
                            << Switch::RecentNotes;
    QTest::newRow("session") << Page::Locking << QStringLiteral("sessionCheck")
                             << Switch::LockWithSession;
}

void TestSettingsDialog::switchesAreKept()
{
    QFETCH(Page, page);
    QFETCH(QString, box);
    QFETCH(Switch, which);
    m_dialog->showPage(page);
    auto *check = m_dialog->findChild<QCheckBox *>(box);
    QVERIFY(check->isVisible());
    const bool before = m_preferences->isOn(which);
    QCOMPARE(check->isChecked(), before);
    check->setFocus();
    QTest::keyClick(check, Qt::Key_Space);
    QCOMPARE(check->isChecked(), !before);
    QCOMPARE(reread()->settings.isOn(which), !before);
    open();
    QCOMPARE(m_dialog->findChild<QCheckBox *>(box)->isChecked(), !before);
}

void TestSettingsDialog::choicesAreKept()
{
    QTest::keyClick(find<QComboBox>("colorCombo"), Qt::Key_End);
    QCOMPARE(reread()->settings.colorScheme(), ColorScheme::HighContrast);
    QTest::keyClick(find<QComboBox>("colorCombo"), Qt::Key_Up);
    QCOMPARE(reread()->settings.colorScheme(), ColorScheme::Dark);
    QTest::keyClick(find<QComboBox>("languageCombo"), Qt::Key_End);
    QCOMPARE(reread()->settings.language(), QStringLiteral("zh_CN"));
    m_dialog->showPage(Page::Decisions);
    const QString hint = find<QLabel>("tagHint")->text();
    QTest::keyClick(find<QComboBox>("tagCombo"), Qt::Key_End);
    QCOMPARE(reread()->settings.tagInNote(), TagInNote::Never);
    QVERIFY(find<QLabel>("tagHint")->text() != hint);
    const QString ownHint = find<QLabel>("ownHint")->text();
    QTest::keyClick(find<QComboBox>("ownCombo"), Qt::Key_End);
    QCOMPARE(reread()->settings.ownRequests(), OwnRequests::Block);
    QVERIFY(find<QLabel>("ownHint")->text() != ownHint);
    find<QCheckBox>("hasteCheck")->click();
    QVERIFY(!reread()->settings.isOn(Switch::HasteWarning));
    open();
    QCOMPARE(find<QComboBox>("colorCombo")->currentText(), QStringLiteral("Dark"));
    QCOMPARE(find<QComboBox>("languageCombo")->currentText(), QStringLiteral("中文"));
    QCOMPARE(find<QComboBox>("tagCombo")->currentText(), QStringLiteral("Never"));
    QTest::keyClick(find<QComboBox>("languageCombo"), Qt::Key_Home);
    QCOMPARE(reread()->settings.language(), QString());
}

void TestSettingsDialog::idleLockIsKept()
{
    m_dialog->showPage(Page::Locking);
    auto *combo = find<QComboBox>("idleCombo");
    QStringList offered;
    for (int i = 0; i < combo->count(); ++i)
        offered += combo->itemText(i);
    QCOMPARE(offered,
             (QStringList{QStringLiteral("Never"), QStringLiteral("5 minute(s)"),
                          QStringLiteral("10 minute(s)"), QStringLiteral("15 minute(s)"),
                          QStringLiteral("30 minute(s)"), QStringLiteral("60 minute(s)")}));
    QCOMPARE(combo->currentIndex(), 0);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(reread()->settings.idleLockMinutes(), 10);
    open();
    m_dialog->showPage(Page::Locking);
    QCOMPARE(find<QComboBox>("idleCombo")->currentText(), QStringLiteral("10 minute(s)"));
    click("restoreButton");
    QCOMPARE(reread()->settings.idleLockMinutes(), 0);
    click("undoButton");
    QCOMPARE(reread()->settings.idleLockMinutes(), 10);
}

void TestSettingsDialog::goneDialogTakesNothingBack()
{
    m_dialog->showPage(Page::Locking);
    m_preferences->setIdleLockMinutes(5);
    click("restoreButton");
    QVERIFY(!m_preferences->undoText(Page::Locking).isEmpty());
    m_dialog.reset();
    QCOMPARE(m_preferences->undoText(Page::Locking), QString());
}

void TestSettingsDialog::numbersAreKept()
{
    m_dialog->showPage(Page::Decisions);
    auto *wait = find<QSpinBox>("waitSpin");
    wait->setFocus();
    wait->selectAll();
    QTest::keyClicks(wait, QStringLiteral("5"));
    QCOMPARE(m_preferences->firstReplySeconds(), 30);
    QTest::keyClicks(wait, QStringLiteral("5"));
    QTest::keyClick(wait, Qt::Key_Return);
    QCOMPARE(reread()->settings.firstReplyDeadline(), std::chrono::seconds(55));
    QTest::keyClick(wait, Qt::Key_Up);
    QTest::keyClick(wait, Qt::Key_Up);
    QCOMPARE(reread()->settings.firstReplyDeadline(), std::chrono::seconds(60));
    m_dialog->showPage(Page::Notices);
    auto *reminder = find<QSpinBox>("reminderSpin");
    QCOMPARE(reminder->text(), QStringLiteral("never"));
    reminder->setFocus();
    QTest::keyClick(reminder, Qt::Key_Up);
    QCOMPARE(reread()->settings.reminderMinutes(), 5);
    open();
    QCOMPARE(find<QSpinBox>("waitSpin")->value(), 60);
    QCOMPARE(find<QSpinBox>("reminderSpin")->value(), 5);
}

void TestSettingsDialog::timesAreKept()
{
    m_dialog->showPage(Page::Notices);
    auto *from = find<QTimeEdit>("fromEdit");
    QVERIFY(!from->isEnabled());
    QTest::keyClick(find<QCheckBox>("quietCheck"), Qt::Key_Space);
    QVERIFY(from->isEnabled());
    QTest::keyClick(from, Qt::Key_Home);
    QTest::keyClick(from, Qt::Key_Down);
    QTest::keyClick(find<QTimeEdit>("untilEdit"), Qt::Key_Home);
    QTest::keyClick(find<QTimeEdit>("untilEdit"), Qt::Key_Up);
    const auto again = reread();
    QCOMPARE(again->settings.quietFrom(), QTime(21, 0));
    QCOMPARE(again->settings.quietTo(), QTime(8, 0));
    QCOMPARE(find<QLabel>("quietHint")->text(),
             QStringLiteral("No notice is shown from 21:00 to 08:00 of the next day."));
    QTest::keyClick(find<QCheckBox>("noticesCheck"), Qt::Key_Space);
    QVERIFY(!from->isEnabled());
    QVERIFY(!find<QCheckBox>("namesCheck")->isEnabled());
}

void TestSettingsDialog::typedNumberCountsWhenTheDialogCloses()
{
    m_dialog->showPage(Page::Decisions);
    auto *wait = find<QSpinBox>("waitSpin");
    wait->setFocus();
    wait->selectAll();
    QTest::keyClicks(wait, QStringLiteral("25"));
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(reread()->settings.firstReplyDeadline(), std::chrono::seconds(25));
}

void TestSettingsDialog::changesFromElsewhereAreShown()
{
    m_person->files.settings.setColorScheme(ColorScheme::Light);
    m_person->files.settings.setOn(Switch::KeepInTray, false);
    QCOMPARE(find<QComboBox>("colorCombo")->currentText(), QStringLiteral("Light"));
    QVERIFY(!find<QCheckBox>("trayCheck")->isChecked());
    m_person->files.settings.setQuietHours(QTime(1, 0), QTime(2, 0));
    QCOMPARE(find<QTimeEdit>("fromEdit")->time(), QTime(1, 0));
    QCOMPARE(find<QTimeEdit>("untilEdit")->time(), QTime(2, 0));
    QCOMPARE(m_preferences->quietTo(), QTime(2, 0));
}

void TestSettingsDialog::addNote(const QString &note)
{
    find<NoteEdit>("textEdit")->setPlainText(note);
    click("addButton");
}

QStringList TestSettingsDialog::listed() const
{
    QStringList notes;
    const auto *list = find<QListWidget>("noteList");
    for (int row = 0; row < list->count(); ++row)
        notes += list->item(row)->text();
    return notes;
}

void TestSettingsDialog::usualNotesAreWrittenInOrder()
{
    const QString a = QStringLiteral("in the change calendar");
    const QString b = QStringLiteral("agreed with the owner");
    m_dialog->showPage(Page::UsualNotes);
    QVERIFY(!find<QPushButton>("addButton")->isEnabled());
    addNote(a);
    addNote(b);
    QCOMPARE(listed(), (QStringList{a, b}));
    QCOMPARE(find<QListWidget>("noteList")->currentRow(), 1);
    click("upButton");
    QCOMPARE(m_preferences->usualNotes(Act::Approve), (QStringList{b, a}));
    QVERIFY(!find<QPushButton>("upButton")->isEnabled());
    click("downButton");
    QCOMPARE(m_preferences->usualNotes(Act::Approve), (QStringList{a, b}));
    find<NoteEdit>("textEdit")->insertPlainText(QStringLiteral("really "));
    QVERIFY(find<QPushButton>("addButton")->isEnabled());
    click("changeButton");
    QCOMPARE(listed(), (QStringList{a, QStringLiteral("really agreed with the owner")}));
    QVERIFY(!find<QPushButton>("changeButton")->isEnabled());
    find<QComboBox>("actCombo")->setCurrentIndex(1);
    QCOMPARE(find<QComboBox>("actCombo")->currentText(), QStringLiteral("Reject"));
    QVERIFY(listed().isEmpty());
    QVERIFY(!find<QPushButton>("removeButton")->isEnabled());
    addNote(QStringLiteral("not in\nthe calendar"));
    QCOMPARE(listed(), QStringList{QStringLiteral("not in⏎the calendar")});
}

void TestSettingsDialog::usualNoteThatCannotBeSaysWhy()
{
    m_dialog->showPage(Page::UsualNotes);
    addNote(QStringLiteral("seen"));
    auto *text = find<NoteEdit>("textEdit");
    auto *said = find<QLabel>("noteProblem");
    QVERIFY(!said->isVisible());
    find<QListWidget>("noteList")->setCurrentRow(-1);
    text->setPlainText(QStringLiteral("seen"));
    QVERIFY(said->isVisible());
    QCOMPARE(text->accessibleDescription(), said->text());
    QVERIFY(!find<QPushButton>("addButton")->isEnabled());
    text->setPlainText(QString(501, QLatin1Char('x')));
    QVERIFY(said->text().contains(QStringLiteral("500")));
    // What is typed stays while other things change.
    m_preferences->setTrayReachable(true);
    QCOMPARE(text->note().size(), 501);
    text->setPlainText(QStringLiteral("seen twice"));
    QVERIFY(!said->isVisible());
}

void TestSettingsDialog::removedNoteComesBack()
{
    m_dialog->showPage(Page::UsualNotes);
    for (const QString &note :
         {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")})
        addNote(note);
    find<QListWidget>("noteList")->setCurrentRow(1);
    click("removeButton");
    QCOMPARE(listed(), (QStringList{QStringLiteral("one"), QStringLiteral("three")}));
    QCOMPARE(find<QListWidget>("noteList")->currentRow(), 1);
    QVERIFY(find<QLabel>("undoLabel")->isVisible());
    click("undoButton");
    QCOMPARE(listed().size(), 3);
    QCOMPARE(m_preferences->usualNotes(Act::Approve).value(1), QStringLiteral("two"));
    QVERIFY(!find<QPushButton>("undoButton")->isVisible());
}

void TestSettingsDialog::movingKeepsTheKeyboardOnItsButton()
{
    m_dialog->showPage(Page::UsualNotes);
    for (const QString &note :
         {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")})
        addNote(note);
    auto *up = find<QPushButton>("upButton");
    up->setFocus();
    QTest::keyClick(up, Qt::Key_Space);
    QCOMPARE(m_dialog->focusWidget(), up);
    QTest::keyClick(up, Qt::Key_Space);
    // At the top the button is dead; "Move down" beside it must not be next.
    QCOMPARE(m_dialog->focusWidget(), find<QListWidget>("noteList"));
    QCOMPARE(listed().first(), QStringLiteral("three"));
}

void TestSettingsDialog::defaultsComeAndGo()
{
    m_dialog->showPage(Page::Notices);
    auto *restore = find<QPushButton>("restoreButton");
    QVERIFY(!restore->isEnabled());
    QTest::keyClick(find<QCheckBox>("soundCheck"), Qt::Key_Space);
    find<QSpinBox>("reminderSpin")->setValue(30);
    QVERIFY(restore->isEnabled());
    m_dialog->showPage(Page::General);
    QVERIFY(!restore->isEnabled());
    m_dialog->showPage(Page::Notices);
    restore->setFocus();
    QTest::keyClick(restore, Qt::Key_Space);
    QVERIFY(!find<QCheckBox>("soundCheck")->isChecked());
    QCOMPARE(reread()->settings.reminderMinutes(), 0);
    QVERIFY(!restore->isEnabled());
    QCOMPARE(m_dialog->focusWidget(), find<QPushButton>("undoButton"));
    m_dialog->showPage(Page::General);
    QVERIFY(!find<QPushButton>("undoButton")->isVisible());
    m_dialog->showPage(Page::Notices);
    click("undoButton");
    QVERIFY(find<QCheckBox>("soundCheck")->isChecked());
    QCOMPARE(find<QSpinBox>("reminderSpin")->value(), 30);
    QCOMPARE(reread()->settings.reminderMinutes(), 30);
}

void TestSettingsDialog::forgettingRecentNotesIsTakenBack()
{
    m_dialog->showPage(Page::Decisions);
    QVERIFY(!find<QPushButton>("forgetButton")->isEnabled());
    m_person->files.notes.addRecent(Act::Approve, QStringLiteral("sent before"));
    QVERIFY(find<QPushButton>("forgetButton")->isEnabled());
    click("forgetButton");
    QVERIFY(!m_preferences->hasRecentNotes());
    click("undoButton");
    QVERIFY(m_preferences->hasRecentNotes());
    click("forgetButton");
    m_dialog->close();
    open();
    m_dialog->showPage(Page::Decisions);
    QVERIFY(!find<QPushButton>("undoButton")->isVisible());
}

void TestSettingsDialog::reasonsAreShown()
{
    QVERIFY(find<QLabel>("trayHint")->isVisible());
    m_preferences->setTrayReachable(true);
    QVERIFY(!find<QLabel>("trayHint")->isVisible());
    m_autostartProblem = QStringLiteral("The entry is not ours.");
    QTest::keyClick(find<QCheckBox>("autostartCheck"), Qt::Key_Space);
    QVERIFY(!find<QCheckBox>("autostartCheck")->isChecked());
    QCOMPARE(find<QLabel>("autostartHint")->text(), m_autostartProblem);
    QVERIFY(find<QLabel>("autostartHint")->isVisible());
    QCOMPARE(find<QCheckBox>("autostartCheck")->accessibleDescription(), m_autostartProblem);
    m_autostartProblem.clear();
    QTest::keyClick(find<QCheckBox>("autostartCheck"), Qt::Key_Space);
    QVERIFY(m_isAutostartOn);
    QVERIFY(!find<QLabel>("autostartHint")->isVisible());
    QVERIFY(QDir().mkdir(m_person->folder.filePath(QStringLiteral("settings.ini"))));
    QTest::keyClick(find<QComboBox>("colorCombo"), Qt::Key_Down);
    auto *problem = find<QLabel>("problemLabel");
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(QStringLiteral("settings.ini")));
}

void TestSettingsDialog::keeping_lossIsAskedFor()
{
    m_leaving = 120;
    m_dialog->showPage(Page::Decisions);
    auto *box = find<QComboBox>("keepCombo");
    QVERIFY(!find<QPushButton>("removeDecisionsButton")->isVisible());
    QCOMPARE(box->currentText(), QStringLiteral("For ever"));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(find<QPushButton>("removeDecisionsButton")->isVisible());
    QVERIFY(find<QLabel>("keepHint")->text().contains(QStringLiteral("120")));
    QCOMPARE(m_preferences->keepMonths(), 0);
    // A change elsewhere takes neither the choice nor the question away.
    m_preferences->setFirstReplySeconds(45);
    QVERIFY(find<QPushButton>("removeDecisionsButton")->isVisible());
    click("keepDecisionsButton");
    QCOMPARE(box->currentText(), QStringLiteral("For ever"));
    QVERIFY(!find<QPushButton>("removeDecisionsButton")->isVisible());
    QCOMPARE(m_preferences->keepMonths(), 0);
    QTest::keyClick(box, Qt::Key_Down);
    QTest::keyClick(find<QPushButton>("removeDecisionsButton"), Qt::Key_Space);
    QCOMPARE(m_preferences->keepMonths(), 1);
    QVERIFY(!find<QPushButton>("removeDecisionsButton")->isVisible());
    QCOMPARE(reread()->settings.keepMonths(), 1);
}

void TestSettingsDialog::keeping_nothingLostAppliesAtOnce()
{
    m_dialog->showPage(Page::Decisions);
    auto *box = find<QComboBox>("keepCombo");
    box->setFocus();
    QTest::keyClick(box, Qt::Key_End);
    QCOMPARE(m_preferences->keepMonths(), 24);
    QVERIFY(!find<QPushButton>("removeDecisionsButton")->isVisible());
    QCOMPARE(reread()->settings.keepMonths(), 24);
    m_preferences->restoreDefaults(Page::Decisions);
    QCOMPARE(box->currentText(), QStringLiteral("For ever"));
}

void TestSettingsDialog::enterDoesNotClose()
{
    for (const QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
        QVERIFY2(!button->isDefault(), qPrintable(button->text()));
        QVERIFY2(!button->autoDefault(), qPrintable(button->text()));
    }
    m_dialog->showPage(Page::Decisions);
    QTest::keyClick(find<QSpinBox>("waitSpin"), Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
}

void TestSettingsDialog::escapeCloses()
{
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    open();
    click("closeButton");
    QVERIFY(!m_dialog->isVisible());
}

void TestSettingsDialog::wheelScrollsOnly()
{
    m_dialog->showPage(Page::Decisions);
    auto *wait = find<QSpinBox>("waitSpin");
    find<QComboBox>("tagCombo")->setFocus();
    const auto turn = [](QWidget *widget) {
        const QPointF place = QRectF(widget->rect()).center();
        QWheelEvent event(place, widget->mapToGlobal(place), {}, {0, -120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(widget, &event);
    };
    turn(wait);
    QCOMPARE(wait->value(), 30);
    wait->setFocus();
    turn(wait);
    QCOMPARE(wait->value(), 25);
}

void TestSettingsDialog::tabFollowsReading_data()
{
    QTest::addColumn<Page>("page");
    QTest::addColumn<QString>("stops");
    QTest::newRow("General") << Page::General
                             << QStringLiteral("languageCombo colorCombo trayCheck autostartCheck");
    // A time has two stops, its hours and its minutes.
    QTest::newRow("Notices")
        << Page::Notices
        << QStringLiteral("noticesCheck namesCheck soundCheck successCheck "
                          "quietCheck fromEdit fromEdit untilEdit untilEdit reminderSpin");
    QTest::newRow("Decisions") << Page::Decisions
                               << QStringLiteral("tagCombo waitSpin keepCombo recentCheck "
                                                 "forgetButton ownCombo hasteCheck");
    QTest::newRow("Usual notes")
        << Page::UsualNotes
        << QStringLiteral("actCombo noteList upButton downButton removeButton textEdit");
    QTest::newRow("Locking") << Page::Locking << QStringLiteral("sessionCheck idleCombo");
}

void TestSettingsDialog::tabFollowsReading()
{
    QFETCH(Page, page);
    QFETCH(QString, stops);
    // Everything is there to be reached: something is changed on each page, nothing is dead.
    m_preferences->setColorScheme(ColorScheme::Light);
    m_preferences->setOn(Switch::QuietHours, true);
    m_preferences->setTagInNote(TagInNote::Always);
    m_preferences->setIdleLockMinutes(30);
    m_person->files.notes.addRecent(Act::Approve, QStringLiteral("sent"));
    for (const QString &note :
         {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")})
        m_preferences->addUsualNote(Act::Approve, note);
    m_dialog->showPage(page);
    find<QListWidget>("noteList")->setCurrentRow(1);
    m_dialog->findChild<QTabWidget *>()->tabBar()->setFocus();
    QStringList found = tabStops(*m_dialog);
    const QString tabBar = found.takeFirst();
    QCOMPARE(tabBar, QStringLiteral("qt_tabwidget_tabbar"));
    QCOMPARE(found.join(QLatin1Char(' ')),
             QString(stops + QStringLiteral(" restoreButton closeButton")));
}

void TestSettingsDialog::everythingHasAName()
{
    for (const Page page : allPages) {
        m_dialog->showPage(page);
        QVERIFY2(namelessStops(*m_dialog).isEmpty(),
                 qPrintable(namelessStops(*m_dialog).join(QLatin1Char(' '))));
    }
}

void TestSettingsDialog::mnemonicsDiffer()
{
    for (const Page page : allPages) {
        m_dialog->showPage(page);
        QCOMPARE(doubleMnemonics(*m_dialog), QStringList());
    }
}

void TestSettingsDialog::hostileNotesStayText()
{
    // As somebody could have written them into the file.
    m_dialog->showPage(Page::UsualNotes);
    QStringList hostile;
    for (const QString &text : hostileTexts())
        hostile += text.left(400);
    m_person->files.notes.setUsual(Act::Approve, hostile);
    QVERIFY(!listed().isEmpty());
    for (const QString &line : listed())
        QVERIFY(!line.contains(QChar(0x202E)) && !line.contains(QChar(0)));
    QCOMPARE(unsafePlaces(*m_dialog), QStringList());
}

void TestSettingsDialog::longTextsFit()
{
    m_dialog.reset();
    LongTexts translator;
    QCoreApplication::installTranslator(&translator);
    m_preferences->addUsualNote(Act::Approve, QStringLiteral("seen"));
    m_preferences->setOn(Switch::QuietHours, true);
    m_preferences->removeUsualNote(Act::Approve, 0);
    open();
    m_dialog->resize(smallScreen - QSize(40, 60));
    for (const Page page : allPages) {
        m_dialog->showPage(page);
        QCoreApplication::processEvents();
        const auto *area =
            qobject_cast<QScrollArea *>(m_dialog->findChild<QTabWidget *>()->currentWidget());
        QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
        for (const QLabel *label : area->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->wordWrap())
                QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
        for (const QAbstractButton *button : area->findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                         qPrintable(button->text()));
        }
    }
    QCOMPARE(m_dialog->size(), smallScreen - QSize(40, 60));
    m_dialog->showPage(Page::UsualNotes);
    QVERIFY(find<QPushButton>("undoButton")->isVisible());
    QVERIFY(m_dialog->rect().contains(find<QPushButton>("closeButton")->geometry()));
    m_dialog.reset();
    QCoreApplication::removeTranslator(&translator);
}

void TestSettingsDialog::smallScreenIsEnough()
{
    m_dialog->resize(smallScreen - QSize(40, 60));
    QCOMPARE(m_dialog->size(), smallScreen - QSize(40, 60));
    for (const Page page : allPages) {
        m_dialog->showPage(page);
        QVERIFY(m_dialog->rect().contains(find<QPushButton>("closeButton")->geometry()));
    }
    // The last control of the longest page comes into view when it is reached.
    m_dialog->showPage(Page::Notices);
    auto *reminder = find<QSpinBox>("reminderSpin");
    find<QTimeEdit>("untilEdit")->setFocus();
    find<QCheckBox>("quietCheck")->setFocus();
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
    QCOMPARE(m_dialog->focusWidget(), reminder);
    QVERIFY(reminder->visibleRegion().boundingRect().height() >= reminder->height() - 1);
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
