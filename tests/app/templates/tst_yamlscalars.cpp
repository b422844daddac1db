// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/yamlscalars.h"

#include <QRegularExpression>
#include <QTest>

using namespace countersign;

using Kind = TemplateNode::Kind;
Q_DECLARE_METATYPE(countersign::TemplateNode::Kind)

// Expected kinds: YAML 1.2.2, section 10.3.2 (core schema), less what JSON cannot hold.
class tst_YamlScalars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void plainScalarKind_data();
    void plainScalarKind();
    void jsonNumber_data();
    void jsonNumber();
};

void tst_YamlScalars::plainScalarKind_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");

    const auto rows = [](Kind kind, const QStringList &texts) {
        for (const QString &text : texts)
            QTest::newRow(qPrintable(QStringLiteral("'%1'").arg(text))) << text << kind;
    };
    rows(Kind::Null, {{},
                      QStringLiteral("~"),
                      QStringLiteral("null"),
                      QStringLiteral("Null"),
                      QStringLiteral("NULL")});
    rows(Kind::Bool, {QStringLiteral("true"), QStringLiteral("True"), QStringLiteral("TRUE"),
                      QStringLiteral("false"), QStringLiteral("False"), QStringLiteral("FALSE")});
    rows(Kind::Number,
         {QStringLiteral("0"), QStringLiteral("-0"), QStringLiteral("+12"), QStringLiteral("007"),
          QStringLiteral("3.14"), QStringLiteral(".5"), QStringLiteral("1."), QStringLiteral("1e3"),
          QStringLiteral("-1.5E-7"), QStringLiteral("12345678901234567890")});
    rows(Kind::Text, {QStringLiteral("yes"),
                      QStringLiteral("no"),
                      QStringLiteral("on"),
                      QStringLiteral("off"),
                      QStringLiteral("y"),
                      QStringLiteral("N"),
                      QStringLiteral("tRue"),
                      QStringLiteral("nULL"),
                      QStringLiteral("0o17"),
                      QStringLiteral("0x1F"),
                      QStringLiteral("0b1"),
                      QStringLiteral("1_000"),
                      QStringLiteral("12:30:00"),
                      QStringLiteral("2026-03-02"),
                      QStringLiteral("2026-03-02T08:14:09Z"),
                      QStringLiteral(".inf"),
                      QStringLiteral("-.Inf"),
                      QStringLiteral(".nan"),
                      QStringLiteral("."),
                      QStringLiteral("-"),
                      QStringLiteral("+"),
                      QStringLiteral("1e"),
                      QStringLiteral("e5"),
                      QStringLiteral("1.2.3"),
                      QStringLiteral("--1"),
                      QStringLiteral("1 "),
                      QStringLiteral("\uFF11")});
}

void tst_YamlScalars::plainScalarKind()
{
    QFETCH(QString, text);
    QFETCH(Kind, kind);
    QCOMPARE(countersign::plainScalarKind(text), kind);
}

void tst_YamlScalars::jsonNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("number");

    const auto row = [](const char *text, const char *number) {
        QTest::newRow(text) << QString::fromLatin1(text) << QByteArray(number);
    };
    row("0", "0");
    row("000", "0");
    row("007", "7");
    row("+12", "12");
    row("-012", "-12");
    row(".5", "0.5");
    row("-.5e+3", "-0.5e+3");
    row("1.", "1");
    row("1.e5", "1e5");
    row("1.50", "1.50");
    row("12345678901234567890", "12345678901234567890");
    row("word", "null");
}

void tst_YamlScalars::jsonNumber()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, number);
    QCOMPARE(countersign::jsonNumber(text), number);
}

QTEST_GUILESS_MAIN(tst_YamlScalars)
#include "tst_yamlscalars.moc"
