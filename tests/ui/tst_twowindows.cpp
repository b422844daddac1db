// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionsviewmodel.h"
#include "tests/app/viewmodels/person.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/dialogs/decisiondialog.h"
#include "ui/dialogs/noteedit.h"
#include "ui/views/changesview.h"
#include "ui/windows/actions.h"
#include "ui/windows/reviewpage.h"
#include "ui/windows/reviewwindow.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace countersign;

namespace {

const QString myNote = QStringLiteral("agreed with the web team on Monday");

//! One window of a person who decides about a run.
struct Window
{
    Window(Person &person, DecisionsViewModel &decisions, const ExecutionId &id)
        : review(new ReviewViewModel(std::make_unique<ReviewFlow>(person.world.services()),
                                     person.files))
        , window(std::unique_ptr<ReviewViewModel>(review), decisions, person.inbox,
                 person.files.settings)
    {
        // It goes with the window, not by itself.
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.showRow(person.row(id).value_or(person.foundRow(id)));
        window.show();
    }

    DecisionDialog *dialog() const { return window.findChild<DecisionDialog *>(); }
    //! Opens the dialog of an act once the review is read; false: it did not open.
    bool open(const QString &act)
    {
        QAction *action = nullptr;
        const bool isReady = QTest::qWaitFor(
            [&] {
                for (QAction *known : window.findChildren<QAction *>()) {
                    if (known->text().remove(QLatin1Char('&')) == QString(act + QChar(0x2026)) &&
                        known->isEnabled())
                        action = known;
                }
                return action != nullptr && review->state() == ReviewViewModel::State::Ready;
            },
            10'000);
        if (!isReady)
            return false;
        action->trigger();
        return QTest::qWaitFor([this] { return dialog() != nullptr; });
    }
    void write(const QString &note) const
    {
        dialog()->noteEdit()->selectAll();
        dialog()->noteEdit()->insertPlainText(note);
    }
    bool isLive() const
    {
        return QTest::qWaitFor(
            [this] {
                return !dialog()->confirmButton()->isResting() &&
                       dialog()->confirmButton()->isEnabled();
            },
            10'000);
    }
    bool isSettled() const
    {
        return QTest::qWaitFor(
            [this] { return dialog()->decision().stage() == DecisionViewModel::Stage::Settled; },
            20'000);
    }
    QString words(const char *name) const
    {
        const auto *label = dialog()->findChild<QLabel *>(QString::fromLatin1(name));
        return label ? label->text() : QString();
    }
    QPushButton *button(const QString &text, QWidget *root) const
    {
        for (QPushButton *candidate : root->findChildren<QPushButton *>()) {
            if (candidate->text() == text && candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }

    ReviewViewModel *review;
    ReviewWindow window;
};

} // namespace

//! Two windows of one program, and two people, on one wait of the real sandbox.
class TestTwoWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sameInstant_oneRequest();
    void afterTheOther_isToldAndLookedAtAgain();
    void anotherUsersKey_isToldAndLookedAtAgain();
    void decidedElsewhere_closesWhatIsOpen();

private:
    std::size_t sentCount() const
    {
        return m_sandbox->receipts(QStringLiteral("NotifyExecution")).size();
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_annasFolder;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<Person> m_anna;
    std::unique_ptr<DecisionsViewModel> m_decisions;
};

void TestTwoWindows::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask"), testtemplates::approval(1));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_annasFolder = std::make_unique<QTemporaryDir>();
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
    m_anna = std::make_unique<Person>(m_sandbox->announcement(), 1, m_annasFolder->path());
    m_decisions = std::make_unique<DecisionsViewModel>();
}

void TestTwoWindows::cleanup()
{
    m_decisions.reset();
    m_anna.reset();
    m_person.reset();
    m_sandbox.reset();
}

void TestTwoWindows::sameInstant_oneRequest()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask"));
    Window first(*m_person, *m_decisions, id);
    Window second(*m_person, *m_decisions, id);
    QVERIFY(first.open(QStringLiteral("Approve")));
    QVERIFY(second.open(QStringLiteral("Reject")));
    second.write(myNote);
    QVERIFY(first.isLive() && second.isLive());
    first.dialog()->confirmButton()->click();
    second.dialog()->confirmButton()->click();
    QVERIFY(first.isSettled() && second.isSettled());
    QVERIFY2(first.words("outcomeLabel").startsWith(QStringLiteral("Done: ")),
             qPrintable(first.words("outcomeLabel")));
    const QString refused = second.words("outcomeLabel");
    QVERIFY2(refused.startsWith(QStringLiteral("Not sent. Nothing happened.")) ||
                 refused.startsWith(QStringLiteral("Nothing was sent.")),
             qPrintable(refused));
    QCOMPARE(sentCount(), std::size_t(1));
    QCOMPARE(second.dialog()->noteEdit()->note(), myNote);
    QVERIFY(second.button(QStringLiteral("Copy note"), second.dialog()));
}

void TestTwoWindows::afterTheOther_isToldAndLookedAtAgain()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask"));
    Window window(*m_person, *m_decisions, id);
    QVERIFY(window.open(QStringLiteral("Approve")));
    window.write(myNote);
    QVERIFY(!window.button(QStringLiteral("Copy note"), window.dialog()));
    QVERIFY(window.isLive());
    // Between the review and the second read, too soon for the review to be read again.
    QVERIFY(m_anna->approveElsewhere(id, QStringLiteral("fine by me")));
    m_person->world.waitForStatus(id, RunStatus::Success);
    if (window.dialog()->confirmButton()->isEnabled())
        window.dialog()->confirmButton()->click();
    QVERIFY(window.isSettled());
    QCOMPARE(window.words("outcomeLabel"),
             QStringLiteral("Nothing was sent. It changed while you were reading."));
    QVERIFY(window.words("outcomeDetailLabel")
                .startsWith(QStringLiteral("Decided by someone else: task “askFirst” is now")));
    auto *changes = window.dialog()->findChild<ChangesView *>();
    QVERIFY(changes->isVisible());
    QCOMPARE(window.dialog()->focusWidget(), changes->title());
    QStringList shown;
    for (const QLabel *label : changes->findChildren<QLabel *>())
        shown += label->text();
    for (const char *text :
         {"State of task “askFirst”", "Waiting", "Success", "As you read it", "As it is now"})
        QVERIFY2(shown.contains(QString::fromUtf8(text)), text);
    // The note is there to be copied, and the way on is to look again.
    QGuiApplication::clipboard()->setText(QString());
    QPushButton *copy = window.button(QStringLiteral("Copy note"), window.dialog());
    QVERIFY(copy);
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), myNote);
    QPushButton *again = window.button(QStringLiteral("Look at it again"), window.dialog());
    QVERIFY(again);
    again->click();
    QTRY_VERIFY(!window.dialog());
    QTRY_COMPARE_WITH_TIMEOUT(window.review->state(), ReviewViewModel::State::Gone, 10'000);
    auto *marked = window.window.findChild<ReviewPage *>()->findChild<ChangesView *>();
    QVERIFY(marked->isVisible());
    QVERIFY(window.button(QStringLiteral("Copy note"), &window.window));
    QCOMPARE(sentCount(), std::size_t(1)); // the other's
}

//! A colleague enters a key for the profile while the dialog is open.
void TestTwoWindows::anotherUsersKey_isToldAndLookedAtAgain()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask"));
    ProfileRegistry &profiles = m_person->world.profiles;
    const ProfileId profile = m_person->world.place().profile;
    m_person->watch.start();
    QTRY_VERIFY(profiles.identity(profile));
    Window window(*m_person, *m_decisions, id);
    QVERIFY(window.open(QStringLiteral("Approve")));
    window.write(myNote);
    QVERIFY(window.isLive());
    profiles.setCredentials(profile, m_sandbox->announcement().users.at(1).credentials);
    window.dialog()->confirmButton()->click();
    QVERIFY(window.isSettled());
    QCOMPARE(window.words("outcomeLabel"),
             QStringLiteral("Not sent. Nothing happened. The review said that you act as user "
                            "li.wei, but the credentials are those of user anna.k by now."));
    QVERIFY(window.button(QStringLiteral("Copy note"), window.dialog()));
    QPushButton *again = window.button(QStringLiteral("Look at it again"), window.dialog());
    QVERIFY(again);
    again->click();
    QTRY_VERIFY(!window.dialog());
    const auto *page = window.window.findChild<ReviewPage *>();
    const auto says = [page](const QString &words) {
        const QList<QLabel *> labels = page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) {
            return label->isVisible() && label->text() == words;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("you act as user anna.k")), 10'000);
    QVERIFY(!says(QStringLiteral("you act as user li.wei")));
    QCOMPARE(sentCount(), std::size_t(0));
    QVERIFY(window.open(QStringLiteral("Approve")));
    QCOMPARE(window.dialog()->noteEdit()->note(), myNote);
    QVERIFY(window.isLive());
    window.dialog()->confirmButton()->click();
    QVERIFY(window.isSettled());
    QCOMPARE(sentCount(), std::size_t(1));
    QCOMPARE(m_sandbox->receipts(QStringLiteral("NotifyExecution"))
                 .front()
                 .value(QLatin1String("user"))
                 .toString(),
             sandboxUser(1));
}

void TestTwoWindows::decidedElsewhere_closesWhatIsOpen()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask"));
    Window window(*m_person, *m_decisions, id);
    QVERIFY(window.open(QStringLiteral("Reject")));
    window.write(myNote);
    QVERIFY(window.isLive());
    QVERIFY(m_anna->approveElsewhere(id));
    m_person->world.waitForStatus(id, RunStatus::Success);
    window.review->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!window.dialog()->confirmButton()->isEnabled(), 10'000);
    QVERIFY2(window.words("obstacleLabel")
                 .startsWith(QStringLiteral("Nothing was sent, and nothing can be any more. "
                                            "Decided by someone else: task “askFirst”")),
             qPrintable(window.words("obstacleLabel")));
    QCOMPARE(window.dialog()->noteEdit()->note(), myNote);
    QVERIFY(window.button(QStringLiteral("Copy note"), window.dialog()));
    window.dialog()->confirmButton()->click();
    QCOMPARE(window.dialog()->decision().stage(), DecisionViewModel::Stage::Composing);
    QCOMPARE(sentCount(), std::size_t(1));
}

QTEST_MAIN(TestTwoWindows)
#include "tst_twowindows.moc"
