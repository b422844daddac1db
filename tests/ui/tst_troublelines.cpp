// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/safelabel.h"
#include "ui/windows/troublelines.h"

#include <QTest>

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

} // namespace

class tst_TroubleLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void regions_areNamedOrCounted();
    void stopped_saysWhyAndWhatToDo();
    void locked_saysNothingOfFailure();
    void manyTroubles_areFewLines();
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

QTEST_MAIN(tst_TroubleLines)
#include "tst_troublelines.moc"
