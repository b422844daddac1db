// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/transportcodes.h"
#include "app/viewmodels/waycause.h"
#include "ui/views/safelabel.h"
#include "ui/windows/troublelines.h"

#include <QTest>
#include <QToolButton>

using namespace countersign;

namespace {

PlaceTrouble troubleOf(PlaceTrouble::Kind kind, int regions = 1)
{
    PlaceTrouble trouble;
    trouble.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    trouble.alias = QStringLiteral("acme-dev");
    trouble.kind = kind;
    trouble.regions = regions;
    return trouble;
}

QStringList shownWords(const TroubleLines &lines)
{
    QStringList shown;
    for (const SafeLabel *label : lines.findChildren<SafeLabel *>()) {
        if (!label->parentWidget()->isHidden())
            shown += label->text();
    }
    return shown;
}

} // namespace

class tst_TroubleLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void regions_areNamedOrCounted();
    void stopped_saysWhyAndWhatToDo();
    void causeOfTheWay_isToldOnce();
    void locked_saysNothingOfFailure();
    void manyTroubles_areFewLines();
    void detailsOfTheJournal_areThereForTheKeyboard();
    void missingKeys_areToldOnce();
    void refusingProxy_isToldOnce();
    void remedies_areOffered();
};

void tst_TroubleLines::regions_areNamedOrCounted()
{
    QVERIFY(troubleText(troubleOf(PlaceTrouble::Kind::Failed))
                .startsWith(QStringLiteral("acme-dev / cn-hangzhou: ")));
    const QString many = troubleText(troubleOf(PlaceTrouble::Kind::Failed, 20));
    QVERIFY2(many.startsWith(QStringLiteral("acme-dev / 20 region")), qPrintable(many));
    QVERIFY(!many.contains(QStringLiteral("cn-hangzhou")));
}

void tst_TroubleLines::stopped_saysWhyAndWhatToDo()
{
    PlaceTrouble trouble = troubleOf(PlaceTrouble::Kind::Stopped, 3);
    Error error;
    error.kind = Error::Kind::Forbidden;
    error.neededRight = QStringLiteral("oos:ListExecutions");
    trouble.error = error;
    const QString text = troubleText(trouble);
    QVERIFY2(text.contains(QStringLiteral("oos:ListExecutions")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("before you read again")), qPrintable(text));
    error.kind = Error::Kind::BadCredentials;
    error.code = QStringLiteral("AnotherAccount");
    trouble.error = error;
    QVERIFY(troubleText(trouble).contains(QStringLiteral("another account")));
}

//! A proxy that refuses is one cause, however many profiles take that way.
void tst_TroubleLines::causeOfTheWay_isToldOnce()
{
    PlaceTrouble trouble = troubleOf(PlaceTrouble::Kind::Failed, 5);
    const QString alone = troubleText(trouble);
    trouble.further = {ProfileId(QStringLiteral("b")), ProfileId(QStringLiteral("c"))};
    const QString text = troubleText(trouble);
    QVERIFY2(text.contains(QStringLiteral(" and 2 further account(s)")), qPrintable(text));
    QVERIFY(!alone.contains(QStringLiteral("further account")));
}

void tst_TroubleLines::locked_saysNothingOfFailure()
{
    const QString text = troubleText(troubleOf(PlaceTrouble::Kind::Locked));
    QVERIFY2(text.contains(QStringLiteral("locked")), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("Next try")));
    QVERIFY(!text.contains(QStringLiteral("could not")));
}

void tst_TroubleLines::manyTroubles_areFewLines()
{
    TroubleLines lines;
    lines.setTroubles(std::vector<PlaceTrouble>(200, troubleOf(PlaceTrouble::Kind::Locked)));
    const auto labels = lines.findChildren<SafeLabel *>();
    QCOMPARE(labels.size(), 5);
    QVERIFY(labels.back()->text().contains(QStringLiteral("196")));
    lines.setTroubles({});
    QVERIFY(lines.isHidden());
}

void tst_TroubleLines::detailsOfTheJournal_areThereForTheKeyboard()
{
    TroubleLines lines;
    lines.setJournal(QStringLiteral("Nothing was sent."), QStringLiteral("Message: disk I/O error"),
                     false);
    lines.show();
    auto *more = lines.findChild<QToolButton *>(QStringLiteral("troubleMore"));
    auto *details = lines.findChild<SafeLabel *>(QStringLiteral("troubleDetails"));
    QVERIFY(more != nullptr && details != nullptr);
    QVERIFY(more->isVisible() && (more->focusPolicy() & Qt::TabFocus) != 0);
    QVERIFY(!details->isVisible());
    QTest::keyClick(more, Qt::Key_Space);
    QVERIFY(details->isVisible());
    QCOMPARE(details->text(), QStringLiteral("Message: disk I/O error"));
    // It stays open while the words change, and goes with the problem.
    lines.setJournal(QStringLiteral("Nothing was sent."), QStringLiteral("Message: no room"),
                     false);
    QCOMPARE(details->text(), QStringLiteral("Message: no room"));
    QVERIFY(details->isVisible());
    lines.setJournal({}, {}, false);
    QVERIFY(lines.isHidden());
}

void tst_TroubleLines::missingKeys_areToldOnce()
{
    TroubleLines lines;
    const auto words = [&lines] { return shownWords(lines); };
    const auto placeOf = [](const char *profile, PlaceTrouble::Kind kind) {
        PlaceTrouble trouble = troubleOf(kind);
        trouble.place.profile = ProfileId(QLatin1String(profile));
        return trouble;
    };
    PlaceTrouble ended = placeOf("base", PlaceTrouble::Kind::Stopped);
    ended.error = Error();
    ended.error->kind = Error::Kind::BadCredentials;
    PlaceTrouble refused = placeOf("base", PlaceTrouble::Kind::Refused);
    refused.error = Error();
    lines.setTroubles({ended, refused, placeOf("chain", PlaceTrouble::Kind::Locked),
                       placeOf("other", PlaceTrouble::Kind::Locked)});
    QCOMPARE(words().size(), 4);
    KeyTrouble trouble;
    trouble.profile = ProfileId(QStringLiteral("base"));
    trouble.words = QStringLiteral("base: No keys.");
    trouble.covered = {trouble.profile, ProfileId(QStringLiteral("chain"))};
    lines.setKeyTroubles({trouble});
    // What was refused for another cause, and what nobody told of, stay.
    QCOMPARE(words().size(), 3);
    QCOMPARE(words().front(), QStringLiteral("base: No keys."));
    lines.setKeyTroubles({});
    QTRY_COMPARE(words().size(), 4);
}

//! A proxy that refuses is one cause, for those whose calls it does not pass and for those who get
//! no keys through it.
void tst_TroubleLines::refusingProxy_isToldOnce()
{
    TroubleLines lines;
    const auto words = [&lines] { return shownWords(lines); };
    PlaceTrouble plain = troubleOf(PlaceTrouble::Kind::Failed);
    plain.place.profile = ProfileId(QStringLiteral("plain"));
    plain.error = Error();
    plain.error->kind = Error::Kind::ProxyRefused;
    plain.error->code = transportcodes::proxyAuthentication();
    plain.error->proxy = QStringLiteral("proxy.example:3128");
    PlaceTrouble keyless = troubleOf(PlaceTrouble::Kind::Locked);
    keyless.place.profile = ProfileId(QStringLiteral("role"));
    KeyTrouble trouble;
    trouble.profile = keyless.place.profile;
    trouble.words = QStringLiteral("role: No new keys.");
    trouble.covered = {trouble.profile};
    trouble.code = plain.error->code;
    trouble.way = wayCauseOf(plain.error);
    lines.setTroubles({plain, keyless});
    lines.setKeyTroubles({trouble});
    QCOMPARE(words().size(), 1);
    QVERIFY2(words().front().contains(QStringLiteral(" and 1 further account(s)")),
             qPrintable(words().front()));
    // Another proxy is another cause, and without a place's line the keys have one.
    plain.error->proxy = QStringLiteral("other.example:3128");
    lines.setTroubles({plain, keyless});
    QTRY_COMPARE(words().size(), 2);
    lines.setTroubles({keyless});
    QTRY_COMPARE(words(), QStringList{trouble.words});
    // The profile without new keys reads on with those it has, until the proxy refuses that too.
    plain.error->proxy = QStringLiteral("proxy.example:3128");
    plain.place.profile = trouble.profile;
    lines.setTroubles({plain});
    QTRY_COMPARE(words().size(), 1);
    QVERIFY(words().front() != trouble.words);
}

void tst_TroubleLines::remedies_areOffered()
{
    using Remedy = KeyTrouble::Remedy;
    TroubleLines lines;
    QStringList pressed;
    connect(&lines, &TroubleLines::profileWanted, this,
            [&](const ProfileId &id) { pressed += QStringLiteral("show ") + id.text(); });
    connect(&lines, &TroubleLines::renewWanted, this,
            [&](const ProfileId &id) { pressed += QStringLiteral("renew ") + id.text(); });
    std::vector<KeyTrouble> troubles;
    for (const auto &[name, remedy] :
         {std::pair("a", Remedy::EnterKey), {"b", Remedy::RenewNow}, {"c", Remedy::ShowProfile}}) {
        KeyTrouble trouble;
        trouble.profile = ProfileId(QLatin1String(name));
        trouble.words = QLatin1String(name);
        trouble.remedy = remedy;
        troubles.push_back(trouble);
    }
    lines.setKeyTroubles(troubles);
    lines.show();
    QStringList offers;
    for (QToolButton *button : lines.findChildren<QToolButton *>()) {
        if (!button->isVisible())
            continue;
        QVERIFY((button->focusPolicy() & Qt::TabFocus) != 0);
        offers += button->text();
        QTest::keyClick(button, Qt::Key_Space);
    }
    QCOMPARE(offers,
             (QStringList{QStringLiteral("Enter key…"), QStringLiteral("Renew now"),
                          QStringLiteral("Show profile…"), QStringLiteral("Show profile…")}));
    QCOMPARE(pressed, (QStringList{QStringLiteral("show a"), QStringLiteral("renew b"),
                                   QStringLiteral("show b"), QStringLiteral("show c")}));
}

QTEST_MAIN(tst_TroubleLines)
#include "tst_troublelines.moc"
