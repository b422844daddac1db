// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/note.h"

#include <QTest>

using namespace countersign;
using Problem = NoteCheck::Problem;

class TestNote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsCodePoints();
    void refuses_data();
    void refuses();
    void normalisesLineEnds();
    void tagsWhatCannotBeToldApart();
    void givesBackTheWordsAlone();
    void noticesKeys_data();
    void noticesKeys();
};

void TestNote::countsCodePoints()
{
    QCOMPARE(checkNote(u"同意😀").codePoints, 3);
    QCOMPARE(checkNote(QStringLiteral("😀").repeated(500)).problem, Problem::None);
    const NoteCheck tooLong = checkNote(QString(490, u'a'), u" [cs aaaaaaaaaa]");
    QCOMPARE(tooLong.codePoints, 506);
    QCOMPARE(tooLong.problem, Problem::TooLong);
    QCOMPARE(checkNote(QString(484, u'a'), u" [cs aaaaaaaaaa]").problem, Problem::None);
    QCOMPARE(checkNote(u"").codePoints, 0);
}

void TestNote::refuses_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<int>("position");
    QTest::newRow("line feed") << QStringLiteral("a\nb") << Problem::None << -1;
    QTest::newRow("emoji") << QStringLiteral("👩\u200D💻 ❤\uFE0F") << Problem::None << -1;
    QTest::newRow("tab") << QStringLiteral("😀\t") << Problem::ControlCharacter << 1;
    QTest::newRow("carriage return") << QStringLiteral("\r") << Problem::ControlCharacter << 0;
    QTest::newRow("nul") << QString(QChar(0)) << Problem::ControlCharacter << 0;
    QTest::newRow("override") << QStringLiteral("ab\u202Ec") << Problem::FormatCharacter << 2;
    QTest::newRow("joiner in text") << QStringLiteral("a\u200Db") << Problem::FormatCharacter << 1;
    QTest::newRow("zero width") << QStringLiteral("\uFEFF") << Problem::FormatCharacter << 0;
    QTest::newRow("lone surrogate")
        << QStringLiteral("x") + QChar(0xDC00) << Problem::LoneSurrogate << 1;
}

void TestNote::refuses()
{
    QFETCH(QString, note);
    QFETCH(Problem, problem);
    QFETCH(int, position);
    const NoteCheck check = checkNote(note);
    QCOMPARE(check.problem, problem);
    QCOMPARE(check.position, position);
}

void TestNote::normalisesLineEnds()
{
    QCOMPARE(normalisedNote(u"a\r\nb\rc\nd "), QStringLiteral("a\nb\nc\nd "));
}

void TestNote::tagsWhatCannotBeToldApart()
{
    QVERIFY(needsTag(u""));
    QVERIFY(needsTag(u"elevenchars"));
    QVERIFY(!needsTag(u"twelve chars"));
    QVERIFY(needsTag(u"            ok            "));
    QVERIFY(needsTag(u"twelve chars", {QStringLiteral("twelve chars ")}));
    QVERIFY(needsTag(u"😀😀😀😀😀😀😀😀😀😀😀"));
    QCOMPARE(noteTag(QStringLiteral("k3f9q2x7aa")), QStringLiteral(" [cs k3f9q2x7aa]"));
}

void TestNote::givesBackTheWordsAlone()
{
    const QString id = QStringLiteral("k3f9q2x7aa");
    QCOMPARE(withoutTag(QStringLiteral("ok [cs k3f9q2x7aa]"), id), QStringLiteral("ok"));
    // Where there were no words the tag went without its blank.
    QCOMPARE(withoutTag(QStringLiteral("[cs k3f9q2x7aa]"), id), QString());
    QCOMPARE(withoutTag(QStringLiteral("agreed on Monday"), id),
             QStringLiteral("agreed on Monday"));
    QCOMPARE(withoutTag(QStringLiteral("see [cs aaaaaaaaaa]"), id),
             QStringLiteral("see [cs aaaaaaaaaa]"));
    QCOMPARE(withoutTag(QString(), id), QString());
}

void TestNote::noticesKeys_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("found");
    const auto join = [](const char *a, const char *b) -> QString {
        return QString::fromLatin1(a) + QString::fromLatin1(b);
    };
    // In two parts, so that no scanner takes the examples for real ones.
    const QString keyId = join("LTAI", "5tExampleExampleExample");
    const QString token = join("STS.", "NExampleExampleExample");
    const QString secret = join("aB3dEfGh1jKlMnOp", "QrStUvWxYz0123");
    const QString hex = QStringLiteral("0123456789abcdef").repeated(2);
    QTest::newRow("key id") << QString(QStringLiteral("use ") + keyId + QStringLiteral(", please"))
                            << keyId;
    QTest::newRow("token") << token << token;
    QTest::newRow("secret") << QString(QStringLiteral("密钥") + secret) << secret;
    QTest::newRow("hex") << hex << hex;
    QTest::newRow("words") << QStringLiteral(
                                  "Checked by Bob, ticket OPS-1234, see https://example.com/a")
                           << QString();
    QTest::newRow("ids") << QStringLiteral("exec-7f3a9c20b1d84e5f93 i-bp1234567890abcdefgh")
                         << QString();
    QTest::newRow("uuid") << QStringLiteral("8C1F2B7E-5D40-5A6B-9E11-3F0A7C9D2B64") << QString();
}

void TestNote::noticesKeys()
{
    QFETCH(QString, note);
    QFETCH(QString, found);
    QCOMPARE(keyLikeText(note).value_or(QString()), found);
}

QTEST_APPLESS_MAIN(TestNote)
#include "tst_note.moc"
