// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/namedviews.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

class tst_NamedViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restart_keepsViewsAndTheLast();
    void put_refusesWhatCannotBeAName();
    void unknownWords_areLeftOut();
};

namespace {

NamedView whole(const QString &name)
{
    NamedView view;
    view.name = name;
    view.text = QStringLiteral("restart");
    view.profiles = {ProfileId(QStringLiteral("p1"))};
    view.regions = {RegionId(QStringLiteral("cn-beijing")),
                    RegionId(QStringLiteral("cn-hangzhou"))};
    view.kinds = {WaitKind::HighRisk, WaitKind::Unknown};
    view.groups = {WaitGroup::Later};
    view.order = InboxOrder::ByKind;
    return view;
}

} // namespace

void tst_NamedViews::restart_keepsViewsAndTheLast()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    const QString path = folder.filePath(QStringLiteral("v.json"));
    {
        NamedViews views(path, clock);
        QVERIFY(views.keep(whole(QStringLiteral("b"))));
        QVERIFY(views.keep(whole(QStringLiteral(" a "))));
        views.setLast(whole(QStringLiteral("nameless")));
    }
    NamedViews views(path, clock);
    QCOMPARE(views.views(), (std::vector{whole(QStringLiteral("a")), whole(QStringLiteral("b"))}));
    QCOMPARE(views.last(), whole(QString()));
    views.remove(QStringLiteral("a"));
    QCOMPARE(views.views().size(), std::size_t(1));
}

void tst_NamedViews::put_refusesWhatCannotBeAName()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    NamedViews views(folder.filePath(QStringLiteral("v.json")), clock);
    QVERIFY(!views.keep(whole(QStringLiteral("  "))));
    QVERIFY(!views.keep(whole(QString(61, QLatin1Char('n')))));
    for (int i = 0; i < NamedViews::mostViews; ++i)
        QVERIFY(views.keep(whole(QString::number(i))));
    QVERIFY(!views.keep(whole(QStringLiteral("one more"))));
    QVERIFY(views.keep(whole(QStringLiteral("7"))));
}

void tst_NamedViews::unknownWords_areLeftOut()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    const QString path = folder.filePath(QStringLiteral("v.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"version":1,"last":{"kinds":["approval","future"],"order":"future"},"views":[7]})");
    file.close();
    const NamedViews views(path, clock);
    QVERIFY(!views.problem());
    QCOMPARE(views.last().kinds, std::vector{WaitKind::Approval});
    QCOMPARE(views.last().order, InboxOrder::LongestFirst);
    QVERIFY(views.views().empty());
}

QTEST_GUILESS_MAIN(tst_NamedViews)
#include "tst_namedviews.moc"
