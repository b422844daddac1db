// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/displaytext.h"

#include <QElapsedTimer>
#include <QTest>

using namespace countersign;

namespace {

bool hasOnlyHarmlessCharacters(const QString &text)
{
    for (const uint c : text.toUcs4()) {
        const QChar::Category category = QChar::category(c);
        if (category == QChar::Other_Control || category == QChar::Other_Format ||
            category == QChar::Other_PrivateUse || category == QChar::Other_NotAssigned ||
            category == QChar::Other_Surrogate)
            return false;
    }
    return true;
}

} // namespace

class TestDisplayText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTokens_data();
    void showsTokens();
    void leavesNothingInvisible();
    void cutsLines();
    void capsCombiningMarks();
    void keepsBlocksReadable();
    void isQuickOnHugeText_data();
    void isQuickOnHugeText();
    void escapesToolTips();
    void groupsIds();
    void knowsUsualIds();
    void noticesMixedScripts();
};

void TestDisplayText::showsTokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << shown;
    };
    row("plain", QStringLiteral("Restart 重启 é"), QStringLiteral("Restart 重启 é"));
    row("markup is text", QStringLiteral("<b>ok</b>&amp;"), QStringLiteral("<b>ok</b>&amp;"));
    row("override", QStringLiteral("a\u202Eb"), QStringLiteral("a⟨U+202E⟩b"));
    row("isolate", QStringLiteral("\u2066x\u2069"), QStringLiteral("⟨U+2066⟩x⟨U+2069⟩"));
    row("zero width", QStringLiteral("a\u200Bb\uFEFFc"), QStringLiteral("a⟨U+200B⟩b⟨U+FEFF⟩c"));
    row("nul", QString(QChar(0)), QStringLiteral("⟨U+0000⟩"));
    row("escape", QStringLiteral("\u001B[31m"), QStringLiteral("⟨U+001B⟩[31m"));
    row("C1", QStringLiteral("\u0085"), QStringLiteral("⟨U+0085⟩"));
    row("lone surrogate", QString(QChar(0xD800)) + u'x', QStringLiteral("⟨U+D800⟩x"));
    row("private use", QStringLiteral("\uE000"), QStringLiteral("⟨U+E000⟩"));
    row("unassigned", QStringLiteral("\U000E1000\u0378"), QStringLiteral("⟨U+E1000⟩⟨U+0378⟩"));
    row("filler", QStringLiteral("\u3164\u115F"), QStringLiteral("⟨U+3164⟩⟨U+115F⟩"));
    row("soft hyphen", QStringLiteral("a\u00ADb"), QStringLiteral("a⟨U+00AD⟩b"));
    row("tag character", QStringLiteral("\U000E0041"), QStringLiteral("⟨U+E0041⟩"));
    row("line separator", QStringLiteral("a\u2028b"), QStringLiteral("a⟨U+2028⟩b"));
    row("breaks", QStringLiteral("a\nb\r\nc\td\re"), QStringLiteral("a⏎b⏎c⇥d⟨U+000D⟩e"));
    row("joined emoji", QStringLiteral("👩\u200D💻"), QStringLiteral("👩\u200D💻"));
    row("skin and selector", QStringLiteral("🏋🏽\u200D♀\uFE0F"),
        QStringLiteral("🏋🏽\u200D♀\uFE0F"));
    row("keycap", QStringLiteral("1\uFE0F\u20E3"), QStringLiteral("1\uFE0F\u20E3"));
    row("joiner in text", QStringLiteral("a\u200Db"), QStringLiteral("a⟨U+200D⟩b"));
    row("joiner at the end", QStringLiteral("👩\u200D"), QStringLiteral("👩⟨U+200D⟩"));
    row("selector in text", QStringLiteral("a\uFE0F"), QStringLiteral("a⟨U+FE0F⟩"));
}

void TestDisplayText::showsTokens()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(safeLine(text), shown);
}

void TestDisplayText::leavesNothingInvisible()
{
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        const QString shown =
            safeLine(QString(u'a' + QStringView(QChar::fromUcs4(c)).toString() + u'b'));
        QVERIFY2(hasOnlyHarmlessCharacters(shown), qPrintable(QString::number(c, 16)));
        QVERIFY(shown.size() >= 3);
    }
}

void TestDisplayText::cutsLines()
{
    QCOMPARE(safeLine(QString(512, u'a')), QString(512, u'a'));
    QCOMPARE(safeLine(QString(600, u'a')), QString(QString(512, u'a') + QStringLiteral("… (88)")));
    QCOMPARE(safeLine(QStringLiteral("😀😀😀"), 2), QStringLiteral("😀😀… (1)"));
    QCOMPARE(safeLine(u"abc", 0), QStringLiteral("… (3)"));
    QCOMPARE(safeLine(u""), QString());
    // Tokens count with their length, so that hostile text gets no more room than plain text.
    QVERIFY(safeLine(QString(10'000, QChar(0x202E))).size() < 540);
}

void TestDisplayText::capsCombiningMarks()
{
    const QString mark(QChar(0x0301));
    QCOMPARE(safeLine(QString(u'e' + mark.repeated(8))), QString(u'e' + mark.repeated(8)));
    QCOMPARE(safeLine(QString(u'e' + mark.repeated(10) + u'x')),
             QString(u'e' + mark.repeated(8) + QStringLiteral("⟨+2⟩x")));
    QVERIFY(safeLine(QString(u'e' + mark.repeated(10'000))).count(mark) == 8);
    QVERIFY(safeBlock(QString(mark.repeated(10'000))).count(mark) == 8);
}

void TestDisplayText::keepsBlocksReadable()
{
    QCOMPARE(safeBlock(u"a\r\nb\n\nc"), QStringLiteral("a\nb\n\nc"));
    QCOMPARE(safeBlock(u"abcdef", 100, 4), QStringLiteral("abcd\nef"));
    QCOMPARE(safeBlock(u"abcd\nefgh", 100, 4), QStringLiteral("abcd\nefgh"));
    const QString cut = safeBlock(u"abcdef", 4);
    QVERIFY(cut.startsWith(QStringLiteral("abcd\n…")));
    QVERIFY(cut.contains(u'2'));
    QVERIFY(hasOnlyHarmlessCharacters(QString(safeBlock(u"a\u202E\u0000\t")).remove(u'\n')));
}

void TestDisplayText::isQuickOnHugeText_data()
{
    QTest::addColumn<QString>("text");
    constexpr int size = 4'000'000;
    QTest::newRow("letters") << QString(size, u'a');
    QTest::newRow("marks") << QString(size, QChar(0x0301));
    QTest::newRow("overrides") << QString(size, QChar(0x202E));
    QTest::newRow("line feeds") << QString(size, u'\n');
    QTest::newRow("lone surrogates") << QString(size, QChar(0xD800));
}

void TestDisplayText::isQuickOnHugeText()
{
    QFETCH(QString, text);
    QElapsedTimer timer;
    timer.start();
    const QString line = safeLine(text);
    const QString tip = safeToolTip(text);
    QVERIFY(line.size() < 600);
    QVERIFY(tip.size() < 40'000);
    QVERIFY(safeBlock(text).size() < 140'000);
    // Work over the whole text, or painting it, takes seconds; 50 ms is the aim in optimised
    // builds.
    QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
}

void TestDisplayText::escapesToolTips()
{
    const QString tip = safeToolTip(u"<img src=\"/etc/x\">&\n2");
    QVERIFY(tip.contains(QStringLiteral("&lt;img src=&quot;/etc/x&quot;&gt;&amp;\n2")));
    QVERIFY(!tip.contains(QStringLiteral("<img")));
}

void TestDisplayText::groupsIds()
{
    QCOMPARE(groupedId(u"exec-7f3a9c20b1d8"), QStringLiteral("exec-7f3a 9c20 b1d8"));
    QCOMPARE(groupedId(u"exec-7f3a9"), QStringLiteral("exec-7f3a 9"));
    QCOMPARE(groupedId(u"exec-7f3a9c20b1d8.t0002"), QStringLiteral("exec-7f3a 9c20 b1d8.t0002"));
    QCOMPARE(groupedId(u"task-exec-7f3a9c#1"), QStringLiteral("task-exec-7f3a 9c#1"));
    QCOMPARE(groupedId(u"abcdef"), QStringLiteral("abcd ef"));
    QCOMPARE(groupedId(u"exec-\u202E1"), QStringLiteral("exec-⟨U+202E⟩1"));
}

void TestDisplayText::knowsUsualIds()
{
    QVERIFY(isUsualId(u"exec-7f3a.t0002#1:_"));
    QVERIFY(!isUsualId(u""));
    QVERIFY(!isUsualId(u"exec 1"));
    QVERIFY(!isUsualId(u"exec-\u0430"));
    QVERIFY(isUsualId(QString(128, u'a')));
    QVERIFY(!isUsualId(QString(129, u'a')));
}

void TestDisplayText::noticesMixedScripts()
{
    QVERIFY(hasMixedScripts(u"p\u0430ypal"));
    QVERIFY(hasMixedScripts(u"delete_\u0430ll"));
    QVERIFY(hasMixedScripts(u"\u03BFk Al\u03B1"));
    QVERIFY(!hasMixedScripts(u"Привет from Alice"));
    QVERIFY(!hasMixedScripts(u"重启ECS实例 カナ 한글 abc"));
    QVERIFY(!hasMixedScripts(u""));
}

QTEST_APPLESS_MAIN(TestDisplayText)
#include "tst_displaytext.moc"
