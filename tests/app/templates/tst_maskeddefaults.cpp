// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/maskeddefaults.h"

#include <QTest>

using namespace countersign;

class tst_MaskedDefaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void default_isHidden_data();
    void default_isHidden();
};

void tst_MaskedDefaults::default_isHidden_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *value, const char *shown) {
        const QString frame = QStringLiteral("Parameters:\n  canary:\n    NoEcho: true\n"
                                             "    Default: %1\n  size:\n    Default: 3\n");
        QTest::newRow(name) << frame.arg(QString::fromUtf8(value))
                            << frame.arg(QString::fromUtf8(shown));
    };
    row("plain", "hunter2secret", "\"••••••••\"");
    row("comment", "hunter2 # the usual one", "\"••••••••\" # the usual one");
    row("double quotes", "\"hunter \\\"2\\\"\" # x", "\"••••••••\" # x");
    row("single quotes", "'it''s hunter2' # x", "\"••••••••\" # x");
    row("number", "1207", "\"••••••••\"");
    row("block", "|\n      hunter2\n      secret", "\"••••••••\"\n\n");
    row("anchor", "&it hunter2", "\"••••••••\"");
    row("reference", "'{{ other }}'", "'{{ other }}'");
    row("empty", "''", "''");
    QTest::newRow("json") << QStringLiteral(
                                 R"({"Parameters":{"a":{"Default":"x"},"pin":{"NoEcho":true,)"
                                 R"("Default":"𝒳\"hunter2"},"dbPassword":{"Default":"p"}},)"
                                 R"("Tasks":[]})")
                          << QStringLiteral(
                                 R"({"Parameters":{"a":{"Default":"x"},"pin":{"NoEcho":true,)"
                                 R"("Default":"••••••••"},"dbPassword":{"Default":"••••••••"}},)"
                                 R"("Tasks":[]})");
}

void tst_MaskedDefaults::default_isHidden()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    const TemplateReading reading = readTemplateTree(text);
    QVERIFY2(reading.tree, qPrintable(reading.problem.reason));
    QCOMPARE(withMaskedDefaultsHidden(text, outlineOf(*reading.tree)), shown);
}

QTEST_GUILESS_MAIN(tst_MaskedDefaults)
#include "tst_maskeddefaults.moc"
