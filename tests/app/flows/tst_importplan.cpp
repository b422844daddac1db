// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/importplan.h"
#include "tests/support/keyfiles.h"

#include <QTest>

using namespace countersign;

namespace {

using Action = ImportAction;
using Clash = ImportClash;

const QDateTime now(QDate(2026, 2, 3), QTime(4, 5, 6), Qt::UTC);

CliConfig configOf(const QByteArray &text)
{
    return std::move(*readCliConfig(text).config);
}

std::vector<ImportCandidate> candidatesOf(const CliConfig &config)
{
    return importCandidates(config, QStringLiteral("/home/x/.aliyun/config.json"),
                            environmentIn(QStringLiteral("/home/x")), now);
}

ImportTarget target()
{
    ImportTarget target;
    target.region = RegionId(QStringLiteral("eu-central-1"));
    target.isKept = true;
    target.isKeychainUsable = true;
    target.newProfile = [] { return Profile(); };
    target.keyOf = [](const ProfileId &) { return std::shared_ptr<const Credentials>(); };
    return target;
}

//! The profiles that importing everything in `config` would make.
std::vector<ImportPlan::Known> importedFrom(const CliConfig &config)
{
    std::vector<ImportPlan::Known> known;
    for (const ImportStep &step :
         importSteps(ImportPlan(candidatesOf(config), {}), config, target()))
        known.push_back({step.profile, true});
    return known;
}

QByteArray chain(const QByteArray &name, const QByteArray &source)
{
    return R"("name":")" + name + R"(","mode":"ChainableRamRoleArn","source_profile":")" + source +
           R"(","ram_role_arn":"acs:ram::1:role/r","ram_session_name":"session")";
}

QStringList chosen(const ImportPlan &plan)
{
    QStringList names;
    for (const ImportItem &item : plan.items()) {
        if (item.isChosen)
            names += item.candidate.name;
    }
    return names;
}

} // namespace

class tst_ImportPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newOnes_areChosen();
    void steps_holdWhatTheFileSays();
    void steps_haveLooksOfTheirOwn();
    void importedAgain_nothingIsDoubled();
    void importedAgain_underOtherNames();
    void rotatedKey_isOffered();
    void otherKind_needsAnotherName();
    void secondOfName_needsAnotherName();
    void names_areChecked();
    void chain_bringsItsSource();
    void unreadKey_isNotReplaced();
    void room_isCounted();
    void sandbox_keepsItsAddresses();
};

void tst_ImportPlan::newOnes_areChosen()
{
    const CliConfig config = configOf("[on]\nenable=true\ntype=ecs_ram_role\n"
                                      "[off]\nenable=false\ntype=ecs_ram_role\n"
                                      "[rsa]\ntype=rsa_key_pair\n");
    ImportPlan plan(candidatesOf(config), {});
    QCOMPARE(chosen(plan), QStringList{QStringLiteral("on")});
    plan.setChosen(1, true);
    plan.setChosen(2, true); // cannot be
    QCOMPARE(plan.chosenCount(), 2);
    plan.setAllChosen(false);
    QCOMPARE(plan.chosenCount(), 0);
}

void tst_ImportPlan::steps_holdWhatTheFileSays()
{
    const CliConfig config = configOf(cliSample(QStringLiteral("combined")));
    ImportPlan plan(candidatesOf(config), {});
    QCOMPARE(plan.chosenCount(), 13);
    const std::vector<ImportStep> steps = importSteps(plan, config, target());
    QCOMPARE(steps.size(), std::size_t(13));
    const auto named = [&steps](const char *alias) {
        for (const ImportStep &step : steps) {
            if (step.profile.alias == QString::fromUtf8(alias))
                return step;
        }
        return ImportStep();
    };
    const ImportStep ak = named("fake-ak");
    QCOMPARE(ak.key->secret.view().toByteArray(), QByteArray("FakeAccessKeySecretForTests01"));
    QVERIFY(ak.profile.key.isSaved && !ak.before);
    QCOMPARE(ak.profile.keyIdEnd, QStringLiteral("ts01"));
    QCOMPARE(ak.profile.regions, std::vector{RegionId(QStringLiteral("cn-hangzhou"))});
    QVERIFY(ak.profile.accountId.isEmpty()); // a key does not say whose it is
    QCOMPARE(named("fake-role").profile.accountId, QStringLiteral("1000000000000001"));
    QCOMPARE(named("fake-sso").profile.accountId, QStringLiteral("1000000000000001"));
    const ImportStep chained = named("fake-chain");
    QCOMPARE(chained.profile.source.otherProfile, ak.profile.id);
    QVERIFY(!chained.key && !chained.profile.key.isSaved);
    const ImportStep external = named("fake-external");
    QVERIFY(!isConfirmed(external.profile.source));
    QVERIFY(named("名前 with space").profile.usesVpc);
    QCOMPARE(named("fake-role").profile.stsEndpoint.host(),
             QStringLiteral("sts.cn-hangzhou.aliyuncs.com"));
    // Those with a key go first: that is what may fail.
    QVERIFY(steps.front().key && !steps.back().key);
    ImportTarget elsewhere = target();
    elsewhere.isKept = false;
    const CliConfig ini = configOf("[a]\ntype=access_key\naccess_key_id=LTAI5tFakeFake0001\n"
                                   "access_key_secret=x\n");
    const auto iniSteps = importSteps(ImportPlan(candidatesOf(ini), {}), ini, elsewhere);
    QCOMPARE(iniSteps[0].profile.regions, std::vector{RegionId(QStringLiteral("eu-central-1"))});
    QVERIFY(!iniSteps[0].profile.key.isSaved && iniSteps[0].key);
}

void tst_ImportPlan::steps_haveLooksOfTheirOwn()
{
    QList<QByteArray> profiles;
    for (int i = 0; i < 60; ++i)
        profiles += cliKey("a very long name of a profile, number " + QByteArray::number(i),
                           QByteArray::number(1000 + i));
    const CliConfig config = configOf(cliFile(profiles));
    std::vector<Profile> all;
    for (const ImportStep &step :
         importSteps(ImportPlan(candidatesOf(config), {}), config, target())) {
        QCOMPARE(problemOf(step.profile, all, ProfileWorld::Real), ProfileProblem::None);
        QVERIFY(step.profile.environment.word.size() <= 24);
        all.push_back(step.profile);
    }
    QCOMPARE(all.size(), std::size_t(60));
}

void tst_ImportPlan::importedAgain_nothingIsDoubled()
{
    const CliConfig config = configOf(cliSample(QStringLiteral("combined")));
    const std::vector<ImportPlan::Known> known = importedFrom(config);
    ImportPlan plan(candidatesOf(config), known);
    QCOMPARE(plan.chosenCount(), 0);
    for (const ImportItem &item : plan.items()) {
        if (item.candidate.obstacle != ImportObstacle::None)
            continue;
        QCOMPARE(item.action, item.candidate.hasKey ? Action::ReplaceKey : Action::IsHere);
        QCOMPARE(item.alias, item.candidate.name);
    }
    plan.setChosen(0, true);
    const std::vector<ImportStep> steps = importSteps(plan, config, target());
    QCOMPARE(steps.size(), std::size_t(1));
    QCOMPARE(*steps[0].before, known[0].profile);
    QCOMPARE(steps[0].profile.id, known[0].profile.id);
    // What was agreed to since makes no other profile of it.
    std::vector<ImportPlan::Known> agreed = known;
    for (ImportPlan::Known &one : agreed)
        one.profile.source = confirmed(one.profile.source);
    QCOMPARE(ImportPlan(candidatesOf(config), agreed).chosenCount(), 0);
}

void tst_ImportPlan::importedAgain_underOtherNames()
{
    const CliConfig config = configOf(cliSample(QStringLiteral("combined")));
    std::vector<ImportPlan::Known> known = importedFrom(config);
    for (ImportPlan::Known &one : known)
        one.profile.alias += QStringLiteral(" of mine");
    ImportPlan plan(candidatesOf(config), known);
    QCOMPARE(chosen(plan), QStringList());
    QSet<QString> names;
    for (const ImportItem &item : plan.items()) {
        if (item.candidate.obstacle != ImportObstacle::None)
            continue;
        QVERIFY2(item.alias.endsWith(QStringLiteral(" of mine")), qPrintable(item.alias));
        QVERIFY(!names.contains(item.alias));
        names.insert(item.alias);
    }
    // Another name than that of ours makes a new one.
    plan.setAlias(0, QStringLiteral("another"));
    QCOMPARE(plan.items()[0].action, Action::Add);
    QVERIFY(plan.items()[0].id != known[0].profile.id);
    plan.setAlias(0, known[0].profile.alias);
    QCOMPARE(plan.items()[0].action, Action::ReplaceKey);
    QCOMPARE(plan.items()[0].id, known[0].profile.id);
}

void tst_ImportPlan::rotatedKey_isOffered()
{
    const auto known = importedFrom(configOf(cliFile({cliKey("a", "0001")})));
    const CliConfig config = configOf(cliFile({cliKey("A", "0002")}));
    ImportPlan plan(candidatesOf(config), known);
    QCOMPARE(plan.items()[0].action, Action::ReplaceKey);
    QVERIFY(!plan.items()[0].isChosen);
    plan.setChosen(0, true);
    ImportTarget withKey = target();
    const auto old = std::make_shared<const Credentials>();
    withKey.keyOf = [old](const ProfileId &) { return old; };
    const auto steps = importSteps(plan, config, withKey);
    QCOMPARE(steps[0].keyBefore, old);
    QCOMPARE(steps[0].key->accessKeyId, QStringLiteral("LTAI5tFakeFake0002"));
    // The former key is in a keychain that is of no use.
    withKey.isKeychainUsable = false;
    QVERIFY(importSteps(plan, config, withKey)[0].isForSession);
}

void tst_ImportPlan::otherKind_needsAnotherName()
{
    const auto known = importedFrom(configOf(cliFile({cliKey("a")})));
    const CliConfig config = configOf(
        cliFile({R"("name":"a","mode":"EcsRamRole")", R"("name":"b","mode":"EcsRamRole")"}));
    ImportPlan plan(candidatesOf(config), known);
    QCOMPARE(plan.items()[0].clash, Clash::TakenHere);
    QVERIFY(!plan.items()[0].isChosen && plan.items()[1].isChosen);
    plan.setChosen(0, true);
    QVERIFY(!plan.items()[0].isChosen);
    plan.setAlias(0, QStringLiteral("c"));
    QCOMPARE(plan.items()[0].clash, Clash::None);
    QVERIFY(plan.items()[0].canBeChosen());
    // A profile that appears meanwhile takes its name.
    std::vector<ImportPlan::Known> more = known;
    more.push_back(known[0]);
    more.back().profile.id = newProfileId();
    more.back().profile.alias = QStringLiteral("b");
    plan.setKnown(more);
    QCOMPARE(plan.items()[1].clash, Clash::TakenHere);
    QVERIFY(!plan.items()[1].isChosen);
}

void tst_ImportPlan::secondOfName_needsAnotherName()
{
    ImportPlan plan(candidatesOf(configOf(
                        cliFile({cliKey("a", "0001"), cliKey("a", "0002"),
                                 R"("name":"rsa","mode":"RsaKeyPair")", cliKey("rsa", "0003")}))),
                    {});
    QCOMPARE(plan.items()[1].clash, Clash::TakenInFile);
    QVERIFY(plan.items()[0].isChosen && !plan.items()[1].isChosen);
    // Who cannot be imported takes no name.
    QVERIFY(plan.items()[3].isChosen);
    plan.setAlias(1, QStringLiteral("a second"));
    plan.setChosen(1, true);
    QCOMPARE(plan.chosenCount(), 3);
    plan.setAlias(1, QStringLiteral("A")); // names differ in more than case
    QCOMPARE(plan.chosenCount(), 2);
}

void tst_ImportPlan::names_areChecked()
{
    ImportPlan plan(
        candidatesOf(configOf(cliFile({cliKey(QByteArray(70, 'x')),
                                       cliKey("two\\nlines\\tand", "0002"), cliKey("", "0003")}))),
        {});
    QCOMPARE(plan.items()[0].alias, QString(60, u'x'));
    QCOMPARE(plan.items()[1].alias, QStringLiteral("two lines and"));
    QCOMPARE(plan.items()[2].clash, Clash::NoAlias);
    plan.setAlias(0, QString(61, u'x'));
    QCOMPARE(plan.items()[0].clash, Clash::LongAlias);
    plan.setAlias(0, QStringLiteral("  "));
    QCOMPARE(plan.items()[0].clash, Clash::NoAlias);
}

void tst_ImportPlan::chain_bringsItsSource()
{
    const CliConfig config =
        configOf(cliFile({chain("top", "middle"), chain("middle", "base"), cliKey("base")}));
    ImportPlan plan(candidatesOf(config), {});
    plan.setAllChosen(false);
    plan.setChosen(0, true);
    QCOMPARE(plan.chosenCount(), 3);
    plan.setChosen(2, false);
    QCOMPARE(plan.chosenCount(), 0);
    plan.setChosen(1, true);
    QCOMPARE(chosen(plan), (QStringList{QStringLiteral("middle"), QStringLiteral("base")}));
    // A source that is here already need not come along.
    ImportPlan again(candidatesOf(config), importedFrom(configOf(cliFile({cliKey("base")}))));
    QCOMPARE(chosen(again), (QStringList{QStringLiteral("top"), QStringLiteral("middle")}));
    const auto steps = importSteps(again, config, target());
    QCOMPARE(steps.size(), std::size_t(2));
    for (const ImportStep &step : steps)
        QVERIFY(!step.profile.source.otherProfile.isEmpty());
    // One that is here with another key is replaced for it, once the person wants that.
    const auto rotated = importedFrom(configOf(cliFile({cliKey("base", "0009")})));
    ImportPlan other(candidatesOf(config), rotated);
    QCOMPARE(other.chosenCount(), 0);
    other.setChosen(0, true);
    QCOMPARE(other.chosenCount(), 3);
    other.setChosen(2, false);
    QCOMPARE(other.chosenCount(), 0);
    auto unread = rotated;
    unread[0].isKeyAtHand = false;
    QVERIFY(!ImportPlan(candidatesOf(config), unread).items()[0].canBeChosen());
    // One whose source lacks a name cannot come.
    again.setAlias(1, QString());
    QVERIFY(again.items()[0].isBaseUnusable);
    QCOMPARE(again.chosenCount(), 0);
}

void tst_ImportPlan::unreadKey_isNotReplaced()
{
    const CliConfig config = configOf(cliFile({cliKey("a")}));
    auto known = importedFrom(config);
    known[0].isKeyAtHand = false;
    ImportPlan plan(candidatesOf(config), known);
    QVERIFY(plan.items()[0].isKeyUnread);
    plan.setChosen(0, true);
    QCOMPARE(plan.chosenCount(), 0);
}

void tst_ImportPlan::room_isCounted()
{
    QList<QByteArray> profiles;
    for (int i = 0; i < 200; ++i)
        profiles += cliKey('p' + QByteArray::number(i), QByteArray::number(1000 + i));
    ImportPlan plan(candidatesOf(configOf(cliFile(profiles))),
                    importedFrom(configOf(cliFile({cliKey("other")}))));
    QCOMPARE(plan.chosenCount(), 200);
    QCOMPARE(plan.tooMany(), 1);
    plan.setChosen(0, false);
    QCOMPARE(plan.tooMany(), 0);
}

void tst_ImportPlan::sandbox_keepsItsAddresses()
{
    const CliConfig config = configOf(cliSample(QStringLiteral("RamRoleArn")));
    ImportTarget sandbox = target();
    sandbox.world = ProfileWorld::Sandbox;
    sandbox.newProfile = [] {
        Profile profile;
        profile.endpoint = QUrl(QStringLiteral("http://127.0.0.1:1234"));
        profile.stsEndpoint = profile.endpoint;
        profile.environment.isSandbox = true;
        return profile;
    };
    const auto steps = importSteps(ImportPlan(candidatesOf(config), {}), config, sandbox);
    QCOMPARE(problemOf(steps[0].profile, {}, ProfileWorld::Sandbox), ProfileProblem::None);
    QCOMPARE(steps[0].profile.stsEndpoint, QUrl(QStringLiteral("http://127.0.0.1:1234")));
    QVERIFY(steps[0].profile.environment.isSandbox);
}

QTEST_GUILESS_MAIN(tst_ImportPlan)
#include "tst_importplan.moc"
