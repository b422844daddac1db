// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "person.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

constexpr int lag = 15'000;

} // namespace

//! A service whose lists are 15 seconds behind, while a run that is asked for by its id is not.
class tst_LaggingLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatWasDecided_doesNotComeBack();

private:
    bool setLag(int milliseconds);
    ExecutionId startListed(const QString &templateName);
    bool decide(const ExecutionId &id, Act act);
    QString rowsOf(const ExecutionId &id) const;
    //! Ids of the runs that a list of what waits gives.
    QStringList listedNow();

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Person> m_person;
};

void tst_LaggingLists::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    m_sandbox->addTemplate(QStringLiteral("two-gates"), testtemplates::twoGates());
    m_sandbox->addTemplate(QStringLiteral("for-two"),
                           testtemplates::approval(2, {sandboxUser(0), sandboxUser(1)}));
    QVERIFY(setLag(0));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty"),
                               QStringLiteral("--behaviour"),
                               m_folder.filePath(QStringLiteral("behaviour.json"))}),
             qPrintable(m_sandbox->problem()));
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0,
                                        m_folder.filePath(QStringLiteral("files")));
    m_person->watch.start();
}

void tst_LaggingLists::cleanup()
{
    m_person.reset();
    m_sandbox.reset();
}

bool tst_LaggingLists::setLag(int milliseconds)
{
    QFile file(m_folder.filePath(QStringLiteral("behaviour.json")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return false;
    file.write("[{\"listLag\":" + QByteArray::number(milliseconds) + "}]");
    file.close();
    // Reading the faults again reads the behaviour again.
    m_sandbox->setFaults("[]");
    return true;
}

ExecutionId tst_LaggingLists::startListed(const QString &templateName)
{
    const ExecutionId id = m_person->startWaiting(templateName);
    m_person->watch.refresh();
    if (!QTest::qWaitFor([&] { return m_person->row(id).has_value(); }, 10'000))
        qWarning("%s is not listed", qPrintable(id.text()));
    return id;
}

bool tst_LaggingLists::decide(const ExecutionId &id, Act act)
{
    const auto decision = m_person->begin(id, act);
    if (!decision)
        return false;
    decision->setNote(QStringLiteral("a note that stands out well enough"));
    decision->confirm();
    return QTest::qWaitFor([&] { return decision->stage() == DecisionViewModel::Stage::Settled; },
                           10'000);
}

//! "firstGate in 0", one for each row of the run with the number of its group.
QString tst_LaggingLists::rowsOf(const ExecutionId &id) const
{
    QStringList rows;
    for (const WaitRow &row : m_person->inbox.rows()) {
        if (row.id.executionId == id)
            rows += QStringLiteral("%1 in %2").arg(row.taskName).arg(static_cast<int>(row.group));
    }
    return rows.join(QStringLiteral(", "));
}

QStringList tst_LaggingLists::listedNow()
{
    QStringList ids;
    const auto reply = m_person->world.call(
        QStringLiteral("ListExecutions"), {{QStringLiteral("Status"), QStringLiteral("Waiting")}});
    if (reply)
        reply->body[u"Executions"].forEachItem(
            [&ids](const Json &run) { ids += run[u"ExecutionId"].toString(); });
    return ids;
}

void tst_LaggingLists::whatWasDecided_doesNotComeBack()
{
    const ExecutionId rejected = startListed(QStringLiteral("ask-one"));
    const ExecutionId passed = startListed(QStringLiteral("two-gates"));
    const ExecutionId half = startListed(QStringLiteral("for-two"));
    QCOMPARE(rowsOf(passed), QStringLiteral("firstGate in 0"));
    QVERIFY(setLag(lag));
    QElapsedTimer sinceLag;
    sinceLag.start();

    QVERIFY(decide(rejected, Act::Reject));
    QTRY_COMPARE(rowsOf(rejected), QString());
    QVERIFY(decide(passed, Act::Approve));
    // Neither the gate that was passed nor anything else until the next one is known.
    const auto isPast = [&] { return !rowsOf(passed).contains(QStringLiteral("firstGate")); };
    QTRY_VERIFY(isPast());
    QVERIFY(decide(half, Act::Approve));
    QTRY_COMPARE(rowsOf(half), QStringLiteral("askFirst in 1"));

    QStringList wrong;
    connect(&m_person->inbox, &InboxViewModel::rowsChanged, this, [&] {
        if (!rowsOf(rejected).isEmpty())
            wrong += QString(QStringLiteral("rejected: ") + rowsOf(rejected));
        if (!isPast())
            wrong += QString(QStringLiteral("passed: ") + rowsOf(passed));
        if (rowsOf(half) != QStringLiteral("askFirst in 1"))
            wrong += QString(QStringLiteral("half: ") + rowsOf(half));
    });
    // The other way: the gate that waits by now is shown although no list has it yet.
    QTRY_COMPARE_WITH_TIMEOUT(rowsOf(passed), QStringLiteral("secondGate in 0"), 10'000);
    const QStringList listed = listedNow();
    if (sinceLag.elapsed() < lag)
        QVERIFY2(listed.contains(rejected.text()), "the lists do not lag");
    QTRY_VERIFY_WITH_TIMEOUT(!listedNow().contains(rejected.text()), lag + 5'000);
    QVERIFY(sinceLag.elapsed() >= lag);
    m_person->watch.refresh();
    QTest::qWait(500);
    QCOMPARE(wrong, QStringList());
    QCOMPARE(rowsOf(passed), QStringLiteral("secondGate in 0"));
    QCOMPARE(rowsOf(rejected), QString());
}

QTEST_GUILESS_MAIN(tst_LaggingLists)
#include "tst_lagginglists.moc"
