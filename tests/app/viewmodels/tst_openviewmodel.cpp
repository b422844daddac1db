// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/openviewmodel.h"
#include "person.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

const QString nowhere = QStringLiteral("exec-0000000000000000ff");

} // namespace

//! Opening whatever a person was handed, on the real sandbox.
class tst_OpenViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void form_isFound_data();
    void form_isFound();
    void finished_isFound();
    void garbage_isNotLookedFor_data();
    void garbage_isNotLookedFor();
    void nowhere_saysWhereItLooked();
    void foreignAccount_isNotLookedFor();
    void noAccount_saysSo();
    void locked_namesThePlaces();
    void unreadable_namesThePlaceAndGoesOn();
    void manyFailures_areCounted();
    void newer_givesUpTheEarlier();
    void opened_mayOpenTheNext();
    void cancel_isSilent();
    void pasted_orTyped_data();
    void pasted_orTyped();

private:
    void search(const QString &text);
    //! Whose the keys are was asked before.
    bool isNothingLookedFor() const
    {
        return m_sandbox->receipts().size() ==
               m_sandbox->receipts(QStringLiteral("GetCallerIdentity")).size();
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<OpenViewModel> m_open;
};

void tst_OpenViewModel::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
    m_open = std::make_unique<OpenViewModel>(m_person->world.services());
}

void tst_OpenViewModel::cleanup()
{
    m_open.reset();
    m_person.reset();
    m_sandbox.reset();
}

void tst_OpenViewModel::search(const QString &text)
{
    m_open->open(text);
    QCOMPARE(m_open->state(), OpenViewModel::State::Searching);
    QTRY_VERIFY_WITH_TIMEOUT(m_open->state() != OpenViewModel::State::Searching, 10'000);
}

void tst_OpenViewModel::form_isFound_data()
{
    QTest::addColumn<QString>("form");
    QTest::newRow("id") << QStringLiteral("ID");
    QTest::newRow("id among blanks") << QStringLiteral("  ID\n");
    QTest::newRow("console address")
        << QStringLiteral("https://oos.console.aliyun.com/REGION/execution/detail/ID");
    QTest::newRow("link") << QStringLiteral(
        "countersign:///execution/ID?account=ACCOUNT&region=REGION");
    QTest::newRow("short link") << QStringLiteral("countersign:ID");
    QTest::newRow("link that says more") << QStringLiteral("countersign:ID?act=Approve&note=yes");
}

void tst_OpenViewModel::form_isFound()
{
    QFETCH(QString, form);
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    const Place place = m_person->world.place();
    const Profile &profile = m_sandbox->announcement().profile;
    const QStringList before = changingActions(*m_sandbox);
    const QSignalSpy opened(m_open.get(), &OpenViewModel::opened);
    search(form.replace(QStringLiteral("ID"), id.text())
               .replace(QStringLiteral("REGION"), place.region.text())
               .replace(QStringLiteral("ACCOUNT"), profile.accountId));
    QCOMPARE(m_open->state(), OpenViewModel::State::Found);
    QCOMPARE(opened.count(), 1);
    const auto row = opened[0][0].value<WaitRow>();
    QCOMPARE(row.id.executionId, id);
    QCOMPARE(row.id.place, place);
    QVERIFY(row.id.taskExecutionId.isEmpty());
    QCOMPARE(
        m_open->text(),
        QStringLiteral("Found %1 in %2, %3.").arg(id.text(), profile.alias, place.region.text()));
    QVERIFY(m_open->failures().empty());
    // It navigates, and sends nothing but reads.
    QCOMPARE(changingActions(*m_sandbox), before);
}

void tst_OpenViewModel::finished_isFound()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    QVERIFY(m_person->approveElsewhere(id));
    m_person->world.waitForStatus(id, RunStatus::Success);
    search(id.text());
    QCOMPARE(m_open->state(), OpenViewModel::State::Found);
    QCOMPARE(m_open->found()->id.executionId, id);
}

void tst_OpenViewModel::garbage_isNotLookedFor_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("words") << QStringLiteral("the run of last night");
    QTest::newRow("markup") << QStringLiteral("<img src=x>exec-1");
    QTest::newRow("another host") << QStringLiteral(
        "https://oos.console.example.com/cn-hangzhou/execution/detail/exec-1");
    QTest::newRow("another scheme") << QStringLiteral("file:///etc/passwd");
    QTest::newRow("long") << QString(100'000, QLatin1Char('e'));
    QTest::newRow("path") << QStringLiteral("countersign:///execution/../../exec-1");
}

void tst_OpenViewModel::garbage_isNotLookedFor()
{
    QFETCH(QString, text);
    m_open->open(text);
    QCOMPARE(m_open->state(), OpenViewModel::State::NotUnderstood);
    QVERIFY(m_open->text().startsWith(QStringLiteral("This names no execution.")));
    QVERIFY(!m_open->link() && !m_open->found());
    QVERIFY(isNothingLookedFor());
}

void tst_OpenViewModel::nowhere_saysWhereItLooked()
{
    const QSignalSpy opened(m_open.get(), &OpenViewModel::opened);
    search(nowhere);
    QCOMPARE(m_open->state(), OpenViewModel::State::NotFound);
    const auto places = m_sandbox->announcement().profile.regions.size();
    QCOMPARE(m_open->text(),
             QStringLiteral("%1 does not exist in any of the %2 place(s) that were looked at.")
                 .arg(nowhere)
                 .arg(places));
    QVERIFY(m_open->failures().empty());
    QCOMPARE(opened.count(), 0);
}

void tst_OpenViewModel::foreignAccount_isNotLookedFor()
{
    search(QStringLiteral("countersign:%1?account=2000000000000042").arg(nowhere));
    QCOMPARE(m_open->state(), OpenViewModel::State::NotFound);
    QVERIFY(m_open->text().contains(QStringLiteral("account 2000000000000042")));
    QVERIFY(m_open->text().endsWith(QStringLiteral("Nothing was looked up.")));
    QVERIFY(isNothingLookedFor());
}

void tst_OpenViewModel::noAccount_saysSo()
{
    m_person->world.profiles.removeProfile(m_person->world.place().profile);
    search(nowhere);
    QCOMPARE(m_open->state(), OpenViewModel::State::NotFound);
    QVERIFY(m_open->text().startsWith(QStringLiteral("No account is set up")));
}

void tst_OpenViewModel::locked_namesThePlaces()
{
    const Profile &profile = m_sandbox->announcement().profile;
    m_person->world.profiles.setCredentials(profile.id, nullptr);
    search(nowhere);
    QCOMPARE(m_open->state(), OpenViewModel::State::NotFound);
    QCOMPARE(m_open->text(), QStringLiteral("Nowhere could %1 be looked for:").arg(nowhere));
    const std::vector<QString> failures = m_open->failures();
    QCOMPARE(failures.size(), profile.regions.size());
    QCOMPARE(failures.front(), QStringLiteral("%1, %2: There is no key for this account.")
                                   .arg(profile.alias, profile.regions.front().text()));
    QVERIFY(isNothingLookedFor());
}

void tst_OpenViewModel::unreadable_namesThePlaceAndGoesOn()
{
    Profile powerless = m_sandbox->announcement().profile;
    powerless.id = ProfileId(QStringLiteral("a"));
    powerless.alias = QStringLiteral("powerless");
    powerless.regions = {powerless.regions.back()};
    m_person->world.profiles.setProfile(powerless);
    const auto &users = m_sandbox->announcement().users;
    m_person->world.profiles.setCredentials(powerless.id, users.at(users.size() - 2).credentials);
    search(nowhere);
    QVERIFY(m_open->text().startsWith(nowhere));
    QVERIFY(m_open->text().endsWith(QStringLiteral("Others could not be looked at:")));
    QCOMPARE(m_open->failures().size(), std::size_t(1));
    QVERIFY(m_open->failures().front().startsWith(QStringLiteral("powerless, ")));
    QVERIFY(m_open->failures().front().contains(QStringLiteral("oos:ListExecutions")));
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    search(id.text());
    QCOMPARE(m_open->state(), OpenViewModel::State::Found);
}

void tst_OpenViewModel::manyFailures_areCounted()
{
    Profile wide = m_sandbox->announcement().profile;
    wide.regions.clear();
    for (int i = 0; i < 20; ++i)
        wide.regions.push_back(RegionId(QStringLiteral("r-%1").arg(i)));
    m_person->world.profiles.setProfile(wide);
    m_person->world.profiles.setCredentials(wide.id, nullptr);
    search(nowhere);
    QCOMPARE(m_open->failures().size(), std::size_t(9));
    QCOMPARE(m_open->failures().back(), QStringLiteral("12 more place(s)."));
}

void tst_OpenViewModel::newer_givesUpTheEarlier()
{
    const ExecutionId first = m_person->startWaiting(QStringLiteral("ask-one"));
    const ExecutionId second = m_person->startWaiting(QStringLiteral("ask-one"));
    const QSignalSpy opened(m_open.get(), &OpenViewModel::opened);
    m_open->open(first.text());
    QCOMPARE(m_open->link()->execution, first);
    QCoreApplication::processEvents(); // the first question is on its way
    search(second.text());
    QVERIFY(!QTest::qWaitFor([&opened] { return opened.count() > 1; }, 300));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].value<WaitRow>().id.executionId, second);
    m_open->open(QStringLiteral("not an id"));
    QCOMPARE(m_open->state(), OpenViewModel::State::NotUnderstood);
}

void tst_OpenViewModel::opened_mayOpenTheNext()
{
    const ExecutionId first = m_person->startWaiting(QStringLiteral("ask-one"));
    const ExecutionId second = m_person->startWaiting(QStringLiteral("ask-one"));
    QStringList opened;
    connect(m_open.get(), &OpenViewModel::opened, this, [&](const WaitRow &row) {
        if (row.id.executionId == first)
            m_open->open(second.text());
        opened += row.id.executionId.text();
    });
    m_open->open(first.text());
    const QStringList both{first.text(), second.text()};
    QTRY_COMPARE_WITH_TIMEOUT(opened, both, 10'000);
}

void tst_OpenViewModel::cancel_isSilent()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    const QSignalSpy opened(m_open.get(), &OpenViewModel::opened);
    m_open->open(id.text());
    QVERIFY(m_open->text().startsWith(QStringLiteral("Looking for ")));
    m_open->cancel();
    QCOMPARE(m_open->state(), OpenViewModel::State::Idle);
    QCOMPARE(m_open->text(), QString());
    QVERIFY(!QTest::qWaitFor([&opened] { return opened.count() > 0; }, 300));
}

void tst_OpenViewModel::pasted_orTyped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isMeantToOpen");
    QTest::newRow("id") << QStringLiteral("exec-7f3a9c20b1d8") << true;
    QTest::newRow("link") << QStringLiteral("countersign:exec-1") << true;
    QTest::newRow("address") << QStringLiteral(
                                    "https://oos.console.aliyun.com/cn-hangzhou/execution/detail/e")
                             << true;
    QTest::newRow("word") << QStringLiteral("web-fleet") << false;
    QTest::newRow("words") << QStringLiteral("web fleet") << false;
    QTest::newRow("the beginning of an id") << QStringLiteral("exec-7f3") << false;
    QTest::newRow("nothing") << QString() << false;
}

void tst_OpenViewModel::pasted_orTyped()
{
    QFETCH(QString, text);
    QTEST(OpenViewModel::isMeantToOpen(text), "isMeantToOpen");
}

QTEST_GUILESS_MAIN(tst_OpenViewModel)
#include "tst_openviewmodel.moc"
