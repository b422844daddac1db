// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/viewmodels/person.h"
#include "ui/windows/copymenu.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

//! What a tool of that name is given when a real shell runs the command.
QStringList argumentsOf(const QString &command)
{
    QProcess shell;
    shell.start(
        QStringLiteral("sh"),
        {QStringLiteral("-c"), QStringLiteral("aliyun() { printf '%s\\0' \"$@\"; }\n") + command});
    if (!shell.waitForFinished(10'000))
        return {};
    QStringList arguments;
    for (const QByteArray &argument : shell.readAllStandardOutput().split('\0'))
        arguments += QString::fromUtf8(argument);
    arguments.removeLast();
    return arguments;
}

} // namespace

//! The menu for a wait on the real sandbox.
class tst_CopyMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void ids_andAddress();
    void nothingShown_copiesNothing();
    void approveCommand_approves();

private:
    QAction *entry(QMenu &menu, const QString &text);
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<ReviewViewModel> m_review;
    ExecutionId m_run;
};

void tst_CopyMenu::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
    m_review = std::make_unique<ReviewViewModel>(
        std::make_unique<ReviewFlow>(m_person->world.services()), m_person->files);
    m_run = m_person->startWaiting(QStringLiteral("ask-one"));
    m_review->show(m_person->foundRow(m_run));
    QTRY_COMPARE_WITH_TIMEOUT(m_review->state(), ReviewViewModel::State::Ready, 10'000);
}

void tst_CopyMenu::cleanupTestCase()
{
    m_review.reset();
    m_person.reset();
    m_sandbox.reset();
}

QAction *tst_CopyMenu::entry(QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

void tst_CopyMenu::ids_andAddress()
{
    CopyMenu menu(*m_review, nullptr);
    QSignalSpy told(&menu, &CopyMenu::told);
    Q_EMIT menu.aboutToShow();
    entry(menu, QStringLiteral("&Task execution id"))->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), m_review->taskExecutionId().text());
    QVERIFY(!m_review->taskExecutionId().isEmpty());
    entry(menu, QStringLiteral("Address in the &web console"))->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("https://oos.console.aliyun.com/%1/execution/detail/%2")
                 .arg(m_person->world.place().region.text(), m_run.text()));
    QCOMPARE(told.size(), 2);
}

void tst_CopyMenu::nothingShown_copiesNothing()
{
    ReviewViewModel empty(std::make_unique<ReviewFlow>(m_person->world.services()),
                          m_person->files);
    CopyMenu menu(empty, nullptr);
    Q_EMIT menu.aboutToShow();
    QVERIFY(!entry(menu, QStringLiteral("&Task execution id"))->isEnabled());
    QVERIFY(!entry(menu, QStringLiteral("Address in the &web console"))->isEnabled());
    QVERIFY(!entry(menu, QStringLiteral("Approve as a command")));
}

// What is copied is run by a shell, and what the tool would then send is sent.
void tst_CopyMenu::approveCommand_approves()
{
    CopyMenu menu(*m_review, nullptr);
    Q_EMIT menu.aboutToShow();
    QVERIFY(entry(menu, QStringLiteral("Reject as a command")));
    QVERIFY(entry(menu, QStringLiteral("Cancel execution as a command")));
    QAction *approve = entry(menu, QStringLiteral("Approve as a command"));
    QVERIFY(approve && approve->menu());
    const QStringList sent = changingActions(*m_sandbox);
    approve->menu()->actions().front()->trigger();
    QCOMPARE(changingActions(*m_sandbox), sent);

    const QStringList arguments = argumentsOf(QGuiApplication::clipboard()->text());
    QCOMPARE(arguments.value(0), QStringLiteral("oos"));
    QMap<QString, QString> parameters;
    for (const QString &argument : arguments.mid(2))
        parameters.insert(argument.section(u'=', 0, 0).mid(2), argument.section(u'=', 1));
    QCOMPARE(parameters.take(QStringLiteral("region")), m_person->world.place().region.text());
    QVERIFY(m_person->world.call(arguments.value(1), parameters));
    m_person->world.waitForStatus(m_run, RunStatus::Success);
    QCOMPARE(m_person->world.waitForStatus(m_run, RunStatus::Success).status, RunStatus::Success);
}

QTEST_MAIN(tst_CopyMenu)
#include "tst_copymenu.moc"
