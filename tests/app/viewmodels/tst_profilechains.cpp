// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/profilechains.h"

#include <QTest>

using namespace countersign;

namespace {

Profile named(const char *name, const char *source = nullptr)
{
    Profile profile;
    profile.id = ProfileId(QStringLiteral("id of ") + QLatin1String(name));
    profile.alias = QString::fromLatin1(name);
    if (source != nullptr) {
        profile.source.kind = KeyKind::OtherProfile;
        profile.source.otherProfile = ProfileId(QStringLiteral("id of ") + QLatin1String(source));
    }
    return profile;
}

} // namespace

//! Profiles whose keys come from other profiles.
class tst_ProfileChains : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void straightChains_areNoCircle();
    void circles_areNamed();
    void circleFurtherOn_isNamedAlone();
    void olderForm_doesNotCount();
    void otherKinds_leadNowhere();
    void builtOn_namesThemAll();
    void builtOn_endsInACircle();
};

void tst_ProfileChains::straightChains_areNoCircle()
{
    const std::vector<Profile> others{named("key"), named("first", "key"), named("gone", "?")};
    QCOMPARE(circleOf(named("second", "first"), others), QStringList());
    QCOMPARE(circleOf(named("third", "gone"), others), QStringList());
    QCOMPARE(circleOf(named("key"), others), QStringList());
}

void tst_ProfileChains::circles_areNamed()
{
    QCOMPARE(circleOf(named("prod", "prod"), {}),
             (QStringList{QStringLiteral("prod"), QStringLiteral("prod")}));
    QCOMPARE(
        circleOf(named("prod", "chain"), {named("chain", "prod")}),
        (QStringList{QStringLiteral("prod"), QStringLiteral("chain"), QStringLiteral("prod")}));
}

void tst_ProfileChains::circleFurtherOn_isNamedAlone()
{
    QCOMPARE(circleOf(named("prod", "a"), {named("a", "b"), named("b", "a")}),
             (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("a")}));
}

void tst_ProfileChains::olderForm_doesNotCount()
{
    // As saved it closes the circle, as it stands now it does not.
    QCOMPARE(circleOf(named("prod"), {named("prod", "chain"), named("chain", "prod")}),
             QStringList());
    QCOMPARE(circleOf(named("prod", "chain"), {named("prod"), named("chain", "prod")}).size(), 3);
}

void tst_ProfileChains::otherKinds_leadNowhere()
{
    Profile profile = named("prod", "chain");
    profile.source.kind = KeyKind::Entered; // with what was chosen before
    QCOMPARE(circleOf(profile, {named("chain", "prod")}), QStringList());
}

void tst_ProfileChains::builtOn_namesThemAll()
{
    const std::vector<Profile> profiles{named("second", "first"), named("key"),
                                        named("first", "key"), named("alone")};
    QCOMPARE(builtOn(named("key").id, profiles),
             (QStringList{QStringLiteral("second"), QStringLiteral("first")}));
    QCOMPARE(builtOn(named("first").id, profiles), QStringList{QStringLiteral("second")});
    QCOMPARE(builtOn(named("second").id, profiles), QStringList());
}

void tst_ProfileChains::builtOn_endsInACircle()
{
    const std::vector<Profile> profiles{named("a", "b"), named("b", "a"), named("key")};
    QCOMPARE(builtOn(named("key").id, profiles), QStringList());
    QCOMPARE(builtOn(named("a").id, profiles), QStringList{QStringLiteral("b")});
}

QTEST_GUILESS_MAIN(tst_ProfileChains)
#include "tst_profilechains.moc"
