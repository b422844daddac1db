// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/executionsearch.h"
#include "tests/fakes/sandboxworld.h"

#include <QTest>

using namespace countersign;

//! Looking for one execution everywhere, on the real sandbox.
class tst_ExecutionSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void finished_isFound();
    void unwatchedRegion_isFoundByAddress();
    void nowhere_saysWhereItLooked();
    void lockedProfile_isNamed();
    void refusedProfile_isNamedAndOthersGoOn();
    void foreignAccount_isNotLookedFor();
    void noProfile_ends();
    void destroyed_isSilent();

private:
    SearchReport search(const ExecutionLink &link);
    ExecutionLink linkTo(const ExecutionId &id) const;

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SandboxWorld> m_world;
};

void tst_ExecutionSearch::init()
{
    m_world.reset();
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
}

SearchReport tst_ExecutionSearch::search(const ExecutionLink &link)
{
    ExecutionSearch search(m_world->services(), link);
    search.start();
    if (!QTest::qWaitFor([&search] { return search.report().hasEnded(); }, 10'000))
        qWarning("the search does not end");
    return search.report();
}

ExecutionLink tst_ExecutionSearch::linkTo(const ExecutionId &id) const
{
    return {ExecutionLink::Form::Id, id, {}, {}};
}

void tst_ExecutionSearch::finished_isFound()
{
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    QVERIFY(m_world->call(QStringLiteral("CancelExecution"),
                          {{QStringLiteral("ExecutionId"), id.text()}}));
    m_world->waitForStatus(id, RunStatus::Cancelled);
    const SearchReport report = search(linkTo(id));
    QVERIFY(report.found);
    QCOMPARE(report.found->id.executionId, id);
    QCOMPARE(report.found->id.place, m_world->place());
    QVERIFY(report.found->id.taskExecutionId.isEmpty());
}

void tst_ExecutionSearch::unwatchedRegion_isFoundByAddress()
{
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    // The profile watches another region than the one the run is in.
    Profile profile = m_sandbox->announcement().profile;
    const RegionId own = profile.regions.front();
    profile.regions = {profile.regions.back()};
    QVERIFY(profile.regions.front() != own);
    m_world->profiles.setProfile(profile);
    QVERIFY(!search(linkTo(id)).found);
    const SearchReport report = search({ExecutionLink::Form::WebConsole, id, own, {}});
    QVERIFY(report.found);
    QCOMPARE(report.found->id.place.region, own);
}

void tst_ExecutionSearch::nowhere_saysWhereItLooked()
{
    const SearchReport report =
        search(linkTo(ExecutionId(QStringLiteral("exec-000000000000000000"))));
    QVERIFY(!report.found);
    QCOMPARE(report.looked, report.places);
    QCOMPARE(report.places, static_cast<int>(m_sandbox->announcement().profile.regions.size()));
    QVERIFY(report.failed.empty());
}

void tst_ExecutionSearch::lockedProfile_isNamed()
{
    m_world->profiles.setCredentials(m_world->place().profile, nullptr);
    const SearchReport report =
        search(linkTo(ExecutionId(QStringLiteral("exec-000000000000000000"))));
    QCOMPARE(static_cast<int>(report.failed.size()), report.places);
    QVERIFY(!report.failed.front().error);
    QCOMPARE(report.failed.front().alias, m_sandbox->announcement().profile.alias);
    QVERIFY(m_sandbox->receipts(QStringLiteral("ListExecutions")).empty());
}

void tst_ExecutionSearch::refusedProfile_isNamedAndOthersGoOn()
{
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    Profile powerless = m_sandbox->announcement().profile;
    powerless.id = ProfileId(QStringLiteral("a"));
    powerless.alias = QStringLiteral("powerless");
    powerless.regions = {powerless.regions.back()};
    m_world->profiles.setProfile(powerless);
    const auto &users = m_sandbox->announcement().users;
    m_world->profiles.setCredentials(powerless.id, users.at(users.size() - 2).credentials);
    const SearchReport other =
        search(linkTo(ExecutionId(QStringLiteral("exec-000000000000000000"))));
    QCOMPARE(other.failed.size(), std::size_t(1));
    QCOMPARE(other.failed.front().error->kind, Error::Kind::Forbidden);
    QVERIFY(search(linkTo(id)).found);
}

void tst_ExecutionSearch::foreignAccount_isNotLookedFor()
{
    Profile profile = m_sandbox->announcement().profile;
    profile.accountId = QStringLiteral("1000000000000001");
    m_world->profiles.setProfile(profile);
    ExecutionLink link = linkTo(ExecutionId(QStringLiteral("exec-000000000000000000")));
    link.accountId = QStringLiteral("2000000000000042");
    const SearchReport report = search(link);
    QVERIFY(report.isForeignAccount);
    QVERIFY(m_sandbox->receipts(QStringLiteral("ListExecutions")).empty());
}

void tst_ExecutionSearch::noProfile_ends()
{
    m_world->profiles.removeProfile(m_world->place().profile);
    const SearchReport report = search(linkTo(ExecutionId(QStringLiteral("exec-0000000000"))));
    QCOMPARE(report.places, 0);
    QVERIFY(report.hasEnded());
}

void tst_ExecutionSearch::destroyed_isSilent()
{
    auto search = std::make_unique<ExecutionSearch>(
        m_world->services(), linkTo(ExecutionId(QStringLiteral("exec-0000000000"))));
    int changes = 0;
    connect(search.get(), &ExecutionSearch::changed, this, [&changes] { ++changes; });
    search->start();
    search.reset();
    QVERIFY(!QTest::qWaitFor([&changes] { return changes > 0; }, 300));
}

QTEST_GUILESS_MAIN(tst_ExecutionSearch)
#include "tst_executionsearch.moc"
