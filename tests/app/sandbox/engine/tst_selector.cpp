// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/jqrunner.h"
#include "app/sandbox/engine/values.h"

#include <QTest>

using namespace countersign;
using namespace countersign::sandbox;

//! Expected values follow jq's manual and section 5.5 of the language reference.
class TestSelector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainPaths_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *selector, const char *expected) {
            QTest::newRow(selector) << QString::fromLatin1(selector) << QByteArray(expected);
        };
        row("A.B[].C", "[1,null]");
        row(".A.B[0].C", "[1]");
        row(".A.B[-1]", R"([{"D":12345678901234567890}])");
        row("A.B[1].D", "[12345678901234567890]");
        row("A.B[7]", "[null]");
        row("Missing.Deeper", "[null]");
        row("A[]", R"([[{"C":1},{"D":12345678901234567890}]])");
    }

    void plainPaths()
    {
        QFETCH(QString, selector);
        QFETCH(QByteArray, expected);
        const Json input = literal(R"({"A":{"B":[{"C":1},{"D":12345678901234567890}]}})");
        const auto walked = walkPlainPath(normalisedSelector(selector), input);
        QVERIFY(walked);
        QCOMPARE(walked->error, QString());
        QCOMPARE(Json::fromItems(walked->results).compact(), expected);
    }

    void iteratingOverNullIsAnError()
    {
        const auto walked = walkPlainPath(QStringLiteral(".A[]"), literal("{}"));
        QVERIFY(walked);
        QCOMPARE(walked->error, QStringLiteral("Cannot iterate over null (null)"));
        const auto tolerant = walkPlainPath(QStringLiteral(".A[]?"), literal("{}"));
        QVERIFY(tolerant && tolerant->error.isEmpty() && tolerant->results.empty());
    }

    void aMemberOfAListIsAnError()
    {
        const auto walked = walkPlainPath(QStringLiteral(".b"), literal("[1]"));
        QVERIFY(walked);
        QCOMPARE(walked->error, QStringLiteral("Cannot index array with string \"b\""));
    }

    void moreThanAPathIsLeftToJq()
    {
        for (const char *selector : {".A | length", "map(.B)", ".A.B[0:1]", "[.A]", ".A-1"})
            QVERIFY(!walkPlainPath(normalisedSelector(QString::fromLatin1(selector)), Json()));
    }

    void jq_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QByteArray>("results");
        QTest::addColumn<QString>("error");
        QTest::newRow("pipe") << QStringLiteral(".a | map(.+1)[]") << QByteArray("[2,3]")
                              << QString();
        QTest::newRow("option") << QStringLiteral("-1") << QByteArray("[-1]") << QString();
        QTest::newRow("environment")
            << QStringLiteral("env.PATH") << QByteArray("[null]") << QString();
        QTest::newRow("type") << QStringLiteral(".a|keys|.b") << QByteArray()
                              << QStringLiteral("Cannot index array with string \"b\"");
        QTest::newRow("module") << QStringLiteral("# x\nimport \"f\" as f; 1") << QByteArray()
                                << QStringLiteral("modules");
        QTest::newRow("endless") << QStringLiteral("last(range(1e12))") << QByteArray()
                                 << QStringLiteral("one second");
    }

    void jq()
    {
        QFETCH(QString, script);
        QFETCH(QByteArray, results);
        QFETCH(QString, error);
        JqRunner runner;
        std::optional<Selection> selection;
        runner.run({script, R"({"a":[1,2]})"}, this,
                   [&selection](const Selection &found) { selection = found; });
        QVERIFY(!selection);
        QTRY_VERIFY_WITH_TIMEOUT(selection, 10'000);
        if (error.isEmpty())
            QCOMPARE(selection->error, QString());
        QVERIFY2(selection->error.contains(error), qPrintable(selection->error));
        if (!results.isEmpty())
            QCOMPARE(Json::fromItems(selection->results).compact(), results);
    }
};

QTEST_GUILESS_MAIN(TestSelector)
#include "tst_selector.moc"
