// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/decideflow.h"
#include "app/models/inboxfilter.h"
#include "app/models/inboxmodel.h"
#include "app/models/inboxwords.h"
#include "person.h"
#include "tests/app/models/waitrows.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

//! The inbox of one person among several, fed by the watch on the real sandbox.
class tst_InboxViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void groups_followTheApproverList();
    void ownApproval_waitsForOthers();
    void roleOrRoot_cannotTell_data();
    void roleOrRoot_cannotTell();
    void order_isTakenAndKept();
    void filter_hidesCountsAndIsKept();
    void namedView_bringsFilterAndOrder();
    void filter_over20000Rows();
    void longSnapshot_isTakenWhole();

private:
    void startPerson(std::size_t user = 0);
    //! Ends the program of the person and starts it again.
    void restart();
    WaitRowId listed(const ExecutionId &id);

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Person> m_person;
};

void tst_InboxViewModel::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("any-two"), testtemplates::approval(2));
    m_sandbox->addTemplate(QStringLiteral("for-two"),
                           testtemplates::approval(2, {sandboxUser(0), sandboxUser(1)}));
    m_sandbox->addTemplate(QStringLiteral("for-anna"),
                           testtemplates::approval(1, {sandboxUser(1)}));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    startPerson();
}

void tst_InboxViewModel::cleanup()
{
    m_person.reset();
    m_sandbox.reset();
}

void tst_InboxViewModel::startPerson(std::size_t user)
{
    m_person = std::make_unique<Person>(m_sandbox->announcement(), user, m_folder->path());
}

void tst_InboxViewModel::restart()
{
    m_person.reset();
    startPerson();
    m_person->watch.start();
}

WaitRowId tst_InboxViewModel::listed(const ExecutionId &id)
{
    m_person->watch.refresh();
    if (!QTest::qWaitFor([&] { return m_person->row(id).has_value(); }, 10'000))
        qWarning("%s is not listed", qPrintable(id.text()));
    return m_person->row(id).value_or(WaitRow()).id;
}

void tst_InboxViewModel::groups_followTheApproverList()
{
    const ExecutionId mine = m_person->startWaiting(QStringLiteral("for-two"));
    const ExecutionId others = m_person->startWaiting(QStringLiteral("for-anna"));
    const ExecutionId anybodys = m_person->startWaiting(QStringLiteral("any-two"));
    m_person->watch.start();
    const InboxViewModel &inbox = m_person->inbox;
    QTRY_COMPARE_WITH_TIMEOUT(inbox.groupCount(WaitGroup::NotAddressed), 1, 10'000);
    QTRY_COMPARE(m_person->row(mine)->groupReason, GroupReason::NamedInList);
    QTRY_COMPARE(m_person->row(anybodys)->groupReason, GroupReason::NoApproverList);
    QCOMPARE(m_person->row(others)->groupReason, GroupReason::NotInList);
    QCOMPARE(inbox.groupCount(WaitGroup::NeedsYou), 2);
    QCOMPARE(inbox.groupCount(WaitGroup::Later), 0);
    QCOMPARE(inbox.waitCount(), 3);
    QCOMPARE(inbox.countText(), QStringLiteral("3 run(s), 3 wait(s)"));
    // What needs the person stands first, and the list shows the same rows in the same order.
    QCOMPARE(inbox.rows().back().id.executionId, others);
    for (int row = 0; row < 3; ++row)
        QVERIFY(inbox.filter()->waitRow(row) == inbox.rows()[static_cast<std::size_t>(row)]);
}

void tst_InboxViewModel::ownApproval_waitsForOthers()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("for-two"));
    const QTemporaryDir annasFolder;
    Person anna(m_sandbox->announcement(), 1, annasFolder.path());
    const QTemporaryDir zhangsFolder;
    Person zhang(m_sandbox->announcement(), 2, zhangsFolder.path());
    for (Person *person : {m_person.get(), &anna, &zhang})
        person->watch.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_person->row(id), 10'000);
    QTRY_COMPARE(m_person->row(id)->groupReason, GroupReason::NamedInList);
    auto decision = m_person->begin(id, Act::Approve);
    QVERIFY(decision);
    decision->setNote(QStringLiteral("the first of two approvals"));
    decision->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(m_person->row(id)->group, WaitGroup::ApprovedByYou, 10'000);
    QCOMPARE(m_person->inbox.groupCount(WaitGroup::NeedsYou), 0);
    QCOMPARE(m_person->inbox.groupCount(WaitGroup::ApprovedByYou), 1);
    QTRY_VERIFY_WITH_TIMEOUT(anna.row(id), 10'000);
    QTRY_COMPARE(anna.row(id)->groupReason, GroupReason::NamedInList);
    QTRY_VERIFY_WITH_TIMEOUT(zhang.row(id), 10'000);
    QTRY_COMPARE(zhang.row(id)->group, WaitGroup::NotAddressed);
    // It stands in nobody's way, and the next start knows it from the journal.
    QTRY_VERIFY_WITH_TIMEOUT(decision->flow()->progress().waitsForOthers, 10'000);
    decision.reset(); // the program that ends takes it along
    restart();
    m_person->watch.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_person->row(id), 10'000);
    QTRY_COMPARE(m_person->row(id)->group, WaitGroup::ApprovedByYou);
    const auto second = m_person->begin(id, Act::Approve);
    QVERIFY(second);
    QVERIFY(!second->tickText().isEmpty());
}

void tst_InboxViewModel::roleOrRoot_cannotTell_data()
{
    QTest::addColumn<QString>("arn");
    QTest::addColumn<QString>("type");
    QTest::newRow("role") << QStringLiteral("acs:ram::%1:assumed-role/ops/session")
                          << QStringLiteral("AssumedRoleUser");
    QTest::newRow("root") << QStringLiteral("acs:ram::%1:root") << QStringLiteral("Account");
}

void tst_InboxViewModel::roleOrRoot_cannotTell()
{
    QFETCH(QString, arn);
    QFETCH(QString, type);
    const QString account = m_sandbox->announcement().profile.accountId;
    CallerIdentity identity;
    identity.accountId = account;
    identity.arn = arn.arg(account);
    identity.identityType = type;
    QVERIFY(m_person->world.profiles.setIdentity(m_person->world.place().profile, identity));
    const auto asked = [this] {
        return m_sandbox->receipts(QStringLiteral("GetCallerIdentity")).size();
    };
    const std::size_t askedBefore = asked();
    const ExecutionId id = m_person->startWaiting(QStringLiteral("for-anna"));
    m_person->watch.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_person->row(id), 10'000);
    QTRY_COMPARE(m_person->row(id)->groupReason, GroupReason::NameNotKnown);
    QCOMPARE(m_person->row(id)->group, WaitGroup::NeedsYou);
    QVERIFY(inboxDetail(*m_person->row(id)).contains(QStringLiteral("cannot tell")));
    QCOMPARE(asked(), askedBefore);
}

void tst_InboxViewModel::order_isTakenAndKept()
{
    m_person->watch.start();
    const ExecutionId first = m_person->startWaiting(QStringLiteral("for-two"));
    const ExecutionId second = m_person->startWaiting(QStringLiteral("any-two"));
    listed(first);
    listed(second);
    const auto shown = [this](int row) {
        return m_person->inbox.filter()->waitRow(row).id.executionId;
    };
    QCOMPARE(m_person->inbox.order(), InboxOrder::LongestFirst);
    m_person->inbox.setOrder(InboxOrder::ByTemplate);
    QCOMPARE(shown(0), second);
    QCOMPARE(m_person->inbox.rows().front().id.executionId, second);
    m_person->inbox.setFilterText(QStringLiteral("two"));
    m_person->inbox.setOrder(InboxOrder::ByStarter);
    restart();
    QCOMPARE(m_person->inbox.order(), InboxOrder::ByStarter);
    QCOMPARE(m_person->inbox.filterSpec().text, QStringLiteral("two"));
}

void tst_InboxViewModel::filter_hidesCountsAndIsKept()
{
    InboxViewModel &inbox = m_person->inbox;
    m_person->watch.start();
    listed(m_person->startWaiting(QStringLiteral("for-two")));
    const ExecutionId kept = m_person->startWaiting(QStringLiteral("any-two"));
    listed(kept);
    QVERIFY(!inbox.hasFilter());
    QCOMPARE(inbox.hiddenText(), QString());
    const QSignalSpy counts(&inbox, &InboxViewModel::countsChanged);
    inbox.setFilterText(QStringLiteral("any-TWO"));
    QVERIFY(counts.count() > 0);
    QVERIFY(inbox.hasFilter());
    QCOMPARE(inbox.filter()->rowCount(), 1);
    QCOMPARE(inbox.hiddenText(), QStringLiteral("A filter hides 1 wait(s)."));
    // What counts and is told of does not depend on what is shown.
    QCOMPARE(inbox.waitCount(), 2);
    QCOMPARE(inbox.rows().size(), std::size_t(2));
    InboxFilterSpec spec;
    spec.groups = {WaitGroup::Later};
    spec.regions = {m_person->world.place().region};
    inbox.setFilterSpec(spec);
    QCOMPARE(inbox.filter()->rowCount(), 0);
    inbox.putOff(m_person->row(kept)->id, {});
    QCOMPARE(inbox.filter()->rowCount(), 1);
    restart();
    QVERIFY(m_person->inbox.filterSpec() == spec);
}

void tst_InboxViewModel::namedView_bringsFilterAndOrder()
{
    InboxFilterSpec spec;
    spec.text = QStringLiteral("web");
    spec.profiles = {ProfileId(QStringLiteral("p1"))};
    spec.regions = {RegionId(QStringLiteral("eu-central-1"))};
    spec.kinds = {WaitKind::Approval, WaitKind::HighRisk};
    spec.groups = {WaitGroup::NeedsYou, WaitGroup::NotAddressed};
    m_person->inbox.setFilterSpec(spec);
    m_person->inbox.setOrder(InboxOrder::ByKind);
    NamedView view = m_person->inbox.view();
    view.name = QStringLiteral("mine");
    QVERIFY(m_person->files.views.keep(view));
    m_person->inbox.setFilterSpec({});
    m_person->inbox.setOrder(InboxOrder::NewestFirst);
    restart();
    QVERIFY(!m_person->inbox.hasFilter());
    QCOMPARE(m_person->inbox.order(), InboxOrder::NewestFirst);
    m_person->inbox.setView(m_person->files.views.views().at(0));
    QVERIFY(m_person->inbox.filterSpec() == spec);
    QCOMPARE(m_person->inbox.order(), InboxOrder::ByKind);
}

void tst_InboxViewModel::filter_over20000Rows()
{
    std::vector<WaitRow> rows;
    for (int number = 0; number < 20'000; ++number)
        rows.push_back(waitRow(number));
    m_person->inbox.model()->apply({rows});
    const QSignalSpy layout(m_person->inbox.filter(), &InboxFilter::layoutChanged);
    m_person->inbox.setFilterText(QStringLiteral("zhang.wei3"));
    // Numbers below 20,000 that leave 3 when divided by 7.
    QCOMPARE(m_person->inbox.filter()->rowCount(), 2'857);
    QCOMPARE(layout.count(), 1);
    QVERIFY(m_person->inbox.hiddenText().contains(QStringLiteral("17143")));
    m_person->inbox.setFilterText({});
    QCOMPARE(m_person->inbox.filter()->rowCount(), 20'000);
    QCOMPARE(m_person->inbox.hiddenText(), QString());
}

void tst_InboxViewModel::longSnapshot_isTakenWhole()
{
    m_person.reset();
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    const int count = InboxModel::newRowsPerTurn + 100;
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("load:%1").arg(count)}),
             qPrintable(m_sandbox->problem()));
    startPerson();
    m_person->watch.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_person->inbox.waitCount(), count, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_person->inbox.filter()->rowCount(), count, 30'000);
}

QTEST_GUILESS_MAIN(tst_InboxViewModel)
#include "tst_inboxviewmodel.moc"
