// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/templatetree.h"

#include <QRegularExpression>
#include <QTest>

using namespace countersign;

using Kind = TemplateNode::Kind;

namespace {

TemplateTree treeOf(const QString &text)
{
    const TemplateReading reading = readTemplateTree(text);
    if (!reading.tree)
        qCritical("line %d: %s", reading.problem.line, qPrintable(reading.problem.reason));
    return reading.tree.value_or(TemplateTree());
}

const TemplateNode &member(const TemplateNode &map, const char *name)
{
    static const TemplateNode none;
    const TemplateNode *found = map.find(QString::fromLatin1(name));
    return found ? *found : none;
}

} // namespace

class tst_TemplateTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void json_keepsDigitsOrderAndQuoting();
    void json_positions();
    void json_tabsIndentAndCrLf();
    void json_indentedWhole();
    void brokenJson_isReadAsYaml();
    void brokenJson_noYamlEither_namesBoth();
    void yaml_positions();
    void yaml_blockScalarEndsAtItsLastTextLine();
    void yaml_flowCollectionEndsAtItsBracket();
    void yaml_crLf_linesAndTexts();
    void yaml_wholeTextIndented();
    void yaml_noFinalNewline();
    void yaml_byteOrderMark_isSkipped();
    void yaml_quotedScalarsAreTexts();
    void yaml_dollarEscapesAndReferencesStay();
    void yaml_wideCharacters_columnsCountCharacters();
    void yaml_sameAsJson();
    void yaml_anchorsAreExpanded();
    void yaml_coreTags();
    void yaml_nullMember();
    void toJson_numbersBecomeJson();
    void find_isExact();
    void lineSeparatorsInsideTexts_areNoLines();
};

void tst_TemplateTree::json_keepsDigitsOrderAndQuoting()
{
    const TemplateTree tree = treeOf(
        QStringLiteral(R"({"b": 1.50e+2, "a": "x\ny", "n": null, "t": true, "l": [1, "1"]})"));
    QCOMPARE(tree.format, TemplateTree::Format::Json);
    QVERIFY(!tree.isBrokenJson);
    QCOMPARE(tree.root.members.size(), size_t(5));
    QCOMPARE(tree.root.members[0].first.text, QStringLiteral("b"));
    QCOMPARE(member(tree.root, "b").text, QStringLiteral("1.50e+2"));
    QCOMPARE(member(tree.root, "b").kind, Kind::Number);
    QCOMPARE(member(tree.root, "a").text, QStringLiteral("x\ny"));
    QVERIFY(member(tree.root, "a").quoted);
    QCOMPARE(member(tree.root, "n").kind, Kind::Null);
    QVERIFY(member(tree.root, "t").truth());
    QCOMPARE(member(tree.root, "l").items[0].kind, Kind::Number);
    QCOMPARE(member(tree.root, "l").items[1].kind, Kind::Text);
}

void tst_TemplateTree::json_positions()
{
    const TemplateTree tree = treeOf(QStringLiteral("{\n"
                                                    "  \"Tasks\": [\n"
                                                    "    {\"Name\":\n"
                                                    "        \"a\"\n"
                                                    "    }\n"
                                                    "  ]\n"
                                                    "}"));
    QCOMPARE(tree.root.line, 1);
    QCOMPARE(tree.root.lastLine, 7);
    QCOMPARE(tree.root.members[0].first.line, 2);
    QCOMPARE(tree.root.members[0].first.column, 3);
    const TemplateNode &task = member(tree.root, "Tasks").items[0];
    QCOMPARE(task.line, 3);
    QCOMPARE(task.column, 5);
    QCOMPARE(task.lastLine, 5);
    QCOMPARE(task.members[0].first.line, 3);
    QCOMPARE(task.members[0].second.line, 4);
    QCOMPARE(task.members[0].second.column, 9);
}

void tst_TemplateTree::json_tabsIndentAndCrLf()
{
    const TemplateTree tree =
        treeOf(QStringLiteral("{\r\n\t\"a\": {\r\n\t\t\"b\": \"中\"\r\n\t}\r\n}\r\n"));
    QCOMPARE(tree.format, TemplateTree::Format::Json);
    const TemplateNode &a = member(tree.root, "a");
    QCOMPARE(a.line, 2);
    QCOMPARE(a.lastLine, 4);
    QCOMPARE(member(a, "b").line, 3);
    QCOMPARE(member(a, "b").column, 8);
}

void tst_TemplateTree::json_indentedWhole()
{
    const TemplateTree tree = treeOf(QStringLiteral("\n    {\n      \"a\": 1\n    }\n  "));
    QCOMPARE(tree.format, TemplateTree::Format::Json);
    QCOMPARE(tree.root.line, 2);
    QCOMPARE(member(tree.root, "a").line, 3);
}

void tst_TemplateTree::brokenJson_isReadAsYaml()
{
    const TemplateTree tree = treeOf(QStringLiteral("{\"a\": [1, 2,],\n \"b\": 'x',}"));
    QCOMPARE(tree.format, TemplateTree::Format::Yaml);
    QVERIFY(tree.isBrokenJson);
    QCOMPARE(member(tree.root, "a").items.size(), size_t(2));
    QCOMPARE(member(tree.root, "b").text, QStringLiteral("x"));
    QCOMPARE(member(tree.root, "b").line, 2);
}

void tst_TemplateTree::brokenJson_noYamlEither_namesBoth()
{
    const TemplateReading reading = readTemplateTree(QStringLiteral("{\n  \"a\": [1, 2\n"));
    QVERIFY(!reading.tree);
    QVERIFY2(reading.problem.reason.contains(u"not valid JSON"),
             qPrintable(reading.problem.reason));
    QVERIFY2(reading.problem.reason.contains(u"not valid YAML"),
             qPrintable(reading.problem.reason));
    QVERIFY(reading.problem.line >= 2);
}

void tst_TemplateTree::yaml_positions()
{
    const TemplateTree tree = treeOf(QStringLiteral("# head\n"
                                                    "Tasks:\n"
                                                    "  - Name: one\n"
                                                    "    Action: ACS::Sleep\n"
                                                    "    Properties:\n"
                                                    "      Duration: PT1M\n"
                                                    "\n"
                                                    "  # between\n"
                                                    "  - Name: two\n"
                                                    "    Action: ACS::Approve\n"
                                                    "\n"));
    QCOMPARE(tree.format, TemplateTree::Format::Yaml);
    QVERIFY(!tree.isBrokenJson);
    const TemplateNode &tasks = member(tree.root, "Tasks");
    QCOMPARE(tree.root.members[0].first.line, 2);
    QCOMPARE(tasks.items[0].line, 3);
    QCOMPARE(tasks.items[0].column, 5);
    QCOMPARE(tasks.items[0].lastLine, 6);
    QCOMPARE(tasks.items[1].line, 9);
    QCOMPARE(tasks.items[1].lastLine, 10);
    QCOMPARE(member(tasks.items[0], "Properties").line, 6);
    QCOMPARE(tree.root.lastLine, 10);
}

void tst_TemplateTree::yaml_blockScalarEndsAtItsLastTextLine()
{
    const TemplateTree tree = treeOf(QStringLiteral("a: |\n"
                                                    "  one\n"
                                                    "  two\n"
                                                    "\n"
                                                    "b: >-\n"
                                                    "  folded\n"
                                                    "  text\n"));
    QCOMPARE(member(tree.root, "a").text, QStringLiteral("one\ntwo\n"));
    QVERIFY(member(tree.root, "a").quoted);
    QCOMPARE(member(tree.root, "a").line, 1);
    QCOMPARE(member(tree.root, "a").lastLine, 3);
    QCOMPARE(member(tree.root, "b").text, QStringLiteral("folded text"));
    QCOMPARE(member(tree.root, "b").lastLine, 7);
}

void tst_TemplateTree::yaml_flowCollectionEndsAtItsBracket()
{
    const TemplateTree tree = treeOf(QStringLiteral("a: [1,\n  2\n  ]\nb: {}\n"));
    QCOMPARE(member(tree.root, "a").lastLine, 3);
    QCOMPARE(member(tree.root, "b").line, 4);
    QCOMPARE(member(tree.root, "b").lastLine, 4);
}

void tst_TemplateTree::yaml_crLf_linesAndTexts()
{
    const TemplateTree tree = treeOf(QStringLiteral("a: x\r\nb: |\r\n  one\r\n  two\r\nc: y\r\n"));
    QCOMPARE(member(tree.root, "a").text, QStringLiteral("x"));
    QCOMPARE(member(tree.root, "b").text, QStringLiteral("one\ntwo\n"));
    QCOMPARE(member(tree.root, "b").lastLine, 4);
    QCOMPARE(member(tree.root, "c").line, 5);
}

void tst_TemplateTree::yaml_wholeTextIndented()
{
    const TemplateTree tree = treeOf(QStringLiteral("\n    a: 1\n    b:\n      - x\n"));
    QCOMPARE(member(tree.root, "a").column, 8);
    QCOMPARE(member(tree.root, "b").items[0].text, QStringLiteral("x"));
}

void tst_TemplateTree::yaml_noFinalNewline()
{
    const TemplateTree tree = treeOf(QStringLiteral("a: 1\nb: last"));
    QCOMPARE(member(tree.root, "b").text, QStringLiteral("last"));
    QCOMPARE(member(tree.root, "b").lastLine, 2);
}

void tst_TemplateTree::yaml_byteOrderMark_isSkipped()
{
    const TemplateTree yaml = treeOf(QStringLiteral("\uFEFF"
                                                    "a: 1"));
    QCOMPARE(member(yaml.root, "a").text, QStringLiteral("1"));
    const TemplateTree json = treeOf(QStringLiteral("\uFEFF"
                                                    "{\"a\": 1}"));
    QCOMPARE(json.format, TemplateTree::Format::Json);
    QCOMPARE(member(json.root, "a").column, 7);
}

void tst_TemplateTree::yaml_quotedScalarsAreTexts()
{
    const TemplateTree tree = treeOf(
        QStringLiteral("a: 'true'\nb: \"1\"\nc: yes\nd: 2026-03-02\ne: 0o17\nf: 0x10\ng: \"\"\n"));
    for (const auto &[name, value] : tree.root.members)
        QCOMPARE(value.kind, Kind::Text);
    QVERIFY(member(tree.root, "a").quoted);
    QVERIFY(!member(tree.root, "c").quoted);
    QVERIFY(!member(tree.root, "a").truth());
}

void tst_TemplateTree::yaml_dollarEscapesAndReferencesStay()
{
    const TemplateTree tree = treeOf(QStringLiteral("Condition:\n"
                                                    "  Fn::Equals:\n"
                                                    "    - $${mode}\n"
                                                    "    - '{{ACS::RegionId}}'\n"));
    const TemplateNode &equals = member(member(tree.root, "Condition"), "Fn::Equals");
    QCOMPARE(equals.items.size(), size_t(2));
    QCOMPARE(equals.items[0].text, QStringLiteral("$${mode}"));
    QCOMPARE(equals.items[1].text, QStringLiteral("{{ACS::RegionId}}"));
}

void tst_TemplateTree::yaml_wideCharacters_columnsCountCharacters()
{
    const TemplateTree tree = treeOf(QStringLiteral("{中文: 😀, b: 1, }"));
    QVERIFY(tree.isBrokenJson);
    QCOMPARE(tree.root.members[0].second.column, 6);
    QCOMPARE(tree.root.members[1].first.column, 9);
}

void tst_TemplateTree::yaml_sameAsJson()
{
    const TemplateTree yaml = treeOf(QStringLiteral("a:\n"
                                                    "  - 1\n"
                                                    "  - x: ~\n"
                                                    "    y: true\n"
                                                    "b: \"q\\\"q\"\n"));
    const TemplateTree json =
        treeOf(QStringLiteral(R"({"a": [1, {"x": null, "y": true}], "b": "q\"q"})"));
    QCOMPARE(yaml.root.toJson().compact(),
             QByteArray(R"({"a":[1,{"x":null,"y":true}],"b":"q\"q"})"));
    QCOMPARE(json.root.toJson().compact(), yaml.root.toJson().compact());
}

void tst_TemplateTree::yaml_anchorsAreExpanded()
{
    const TemplateTree tree = treeOf(QStringLiteral("rate: &rate\n"
                                                    "  Concurrency: 2\n"
                                                    "loop:\n"
                                                    "  RateControl: *rate\n"
                                                    "rate2: &rate 5\n"
                                                    "last: *rate\n"));
    const TemplateNode &used = member(member(tree.root, "loop"), "RateControl");
    QCOMPARE(member(used, "Concurrency").text, QStringLiteral("2"));
    QCOMPARE(used.line, 4);
    QCOMPARE(member(used, "Concurrency").line, 2);
    QCOMPARE(member(tree.root, "last").text, QStringLiteral("5"));
}

void tst_TemplateTree::yaml_coreTags()
{
    const TemplateTree tree = treeOf(QStringLiteral("a: !!str 12\nb: ! 12\nc: !!map {x: 1}\n"));
    QCOMPARE(member(tree.root, "a").kind, Kind::Text);
    QCOMPARE(member(tree.root, "b").kind, Kind::Text);
    QCOMPARE(member(member(tree.root, "c"), "x").kind, Kind::Number);
}

void tst_TemplateTree::yaml_nullMember()
{
    const TemplateTree tree = treeOf(QStringLiteral("a:\nb: 1\n"));
    QCOMPARE(member(tree.root, "a").kind, Kind::Null);
    QCOMPARE(member(tree.root, "a").line, 1);
    QCOMPARE(tree.root.members.size(), size_t(2));
}

void tst_TemplateTree::toJson_numbersBecomeJson()
{
    const TemplateTree tree =
        treeOf(QStringLiteral("a: 007\nb: .5\nc: +1e3\nd: 12345678901234567890\n"));
    QCOMPARE(tree.root.toJson().compact(),
             QByteArray(R"({"a":7,"b":0.5,"c":1e3,"d":12345678901234567890})"));
    QCOMPARE(member(tree.root, "a").text, QStringLiteral("007"));
}

void tst_TemplateTree::find_isExact()
{
    const TemplateTree tree = treeOf(QStringLiteral("Name: a\n"));
    QVERIFY(tree.root.find(u"Name"));
    QVERIFY(!tree.root.find(u"name"));
    QVERIFY(!tree.root.members[0].second.find(u"Name"));
}

void tst_TemplateTree::lineSeparatorsInsideTexts_areNoLines()
{
    const TemplateTree tree = treeOf(QStringLiteral("a: \"x\u2028y\"\nb: 1\n"));
    QCOMPARE(member(tree.root, "b").line, 2);
    QCOMPARE(member(tree.root, "b").column, 4);
}

QTEST_GUILESS_MAIN(tst_TemplateTree)
#include "tst_templatetree.moc"
