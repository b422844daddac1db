// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/parametertext.h"

#include <QRegularExpression>
#include <QTest>

using namespace countersign;

class tst_ParameterText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void withParameters_data();
    void withParameters();
    void withParameters_marksWhatItPutIn();
    void withParameters_noObject_leavesTheText();
};

void tst_ParameterText::withParameters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // derived pieces in ⟨⟩

    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("", "");
    row("plain", "plain");
    row("{{ id }}", "⟨i-1⟩");
    row("{{id}}", "⟨i-1⟩");
    row("{{  id}} and {{ n }}H", "⟨i-1⟩ and ⟨10⟩H");
    row("{{ ID }}", "⟨i-1⟩");
    row("{{ Id }}", "⟨exact⟩");
    row("{{ flag }}", "⟨true⟩");
    row("{{ list }}", "⟨[\"a\",1.50]⟩");
    row("{{ nothing }}x", "⟨⟩x");
    row("{{ task.output }}", "{{ task.output }}");
    row("{{ ACS::RegionId }}", "{{ ACS::RegionId }}");
    row("{{ oos-secret:x }}", "{{ oos-secret:x }}");
    row("{{ unknown }}", "{{ unknown }}");
    row("{{.Names}} {{ id", "{{.Names}} {{ id");
    row("$${id} ${id}", "$${id} ${id}");
    row("{{ nested }}", "⟨{{ id }}⟩");
    row("{{ unknown }} {{ id }}", "{{ unknown }} ⟨i-1⟩");
}

void tst_ParameterText::withParameters()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Json parameters =
        *Json::parse(QByteArray(R"({"id":"i-1","Id":"exact","n":10,"flag":true,)"
                                R"("list":["a", 1.50],"nothing":null,"nested":"{{ id }}"})"))
             .json;
    QString told;
    for (const TextPiece &piece : countersign::withParameters(text, parameters))
        told += piece.isDerived ? QString(u'⟨' + piece.text + u'⟩') : piece.text;
    QCOMPARE(told, expected);
}

void tst_ParameterText::withParameters_marksWhatItPutIn()
{
    const Json parameters = *Json::parse(QByteArray(R"({"id":"i-1"})")).json;
    const std::vector<TextPiece> expected{{QStringLiteral("stop "), false, {}},
                                          {QStringLiteral("i-1"), true, QStringLiteral("{{id}}")},
                                          {QStringLiteral("!"), false, {}}};
    QVERIFY(countersign::withParameters(QStringLiteral("stop {{id}}!"), parameters) == expected);
}

void tst_ParameterText::withParameters_noObject_leavesTheText()
{
    const std::vector<TextPiece> expected{{QStringLiteral("{{ id }}"), false, {}}};
    QVERIFY(countersign::withParameters(QStringLiteral("{{ id }}"), Json()) == expected);
}

QTEST_GUILESS_MAIN(tst_ParameterText)
#include "tst_parametertext.moc"
