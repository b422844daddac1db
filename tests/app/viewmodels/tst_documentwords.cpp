// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/documentwords.h"

#include <QSet>
#include <QTest>

using namespace countersign;

class tst_DocumentWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKind_hasItsOwnSentences();
    void setAside_namesBothFiles();
    void hostileNames_areSafe_data();
    void hostileNames_areSafe();
};

namespace {

constexpr DocumentProblem::Kind allKinds[] = {
    DocumentProblem::Kind::SetAside, DocumentProblem::Kind::NotReadable,
    DocumentProblem::Kind::Newer, DocumentProblem::Kind::NotWritable};

} // namespace

void tst_DocumentWords::everyKind_hasItsOwnSentences()
{
    QSet<QString> texts;
    for (const DocumentProblem::Kind kind : allKinds) {
        const QString text = documentProblemText(
            {kind, QStringLiteral("drafts.json"), QStringLiteral("drafts.json.damaged-1"), {}});
        QVERIFY2(text.startsWith(QStringLiteral("drafts.json was ")) ||
                     text.startsWith(QStringLiteral("drafts.json could ")),
                 qPrintable(text));
        QVERIFY2(text.endsWith(QLatin1Char('.')) && !text.contains(QLatin1Char('%')),
                 qPrintable(text));
        texts.insert(text);
    }
    QCOMPARE(texts.size(), qsizetype(std::size(allKinds)));
}

void tst_DocumentWords::setAside_namesBothFiles()
{
    QCOMPARE(documentProblemText({DocumentProblem::Kind::SetAside, QStringLiteral("a.json"),
                                  QStringLiteral("a.json.damaged-20261127"),
                                  QStringLiteral("the system's words")}),
             QStringLiteral("a.json was damaged. It was set aside as a.json.damaged-20261127, and "
                            "an empty one is used."));
}

void tst_DocumentWords::hostileNames_areSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("override") << QStringLiteral("abc\u202Edcba");
    QTest::newRow("lines") << QStringLiteral("a\nb\r\nc\td");
    QTest::newRow("nul") << QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b"));
    QTest::newRow("half a character") << QString(QStringLiteral("a") + QChar(0xD800));
    QTest::newRow("long") << QString(100'000, QLatin1Char('W'));
    QTest::newRow("places") << QStringLiteral("%1 %2 %n %L1");
}

void tst_DocumentWords::hostileNames_areSafe()
{
    QFETCH(QString, name);
    for (const DocumentProblem::Kind kind : allKinds) {
        const QString text = documentProblemText({kind, name, name, name});
        QVERIFY(text.size() < 500);
        for (const QChar character : text)
            QVERIFY(character.isPrint() && !character.isSurrogate());
        if (name.startsWith(QLatin1Char('%')))
            QVERIFY(text.startsWith(name + QStringLiteral(" was ")) ||
                    text.startsWith(name + QStringLiteral(" could ")));
    }
}

QTEST_GUILESS_MAIN(tst_DocumentWords)
#include "tst_documentwords.moc"
