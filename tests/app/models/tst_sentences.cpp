// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/sentences.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace countersign;

namespace {

//! A language without a space between sentences.
class WithoutSpace final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *, const char *, int) const override
    {
        return qstrcmp(context, "Sentences") == 0 ? QStringLiteral("%1%2") : QString();
    }
};

} // namespace

class tst_Sentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joined_leavesOutEmptyOnes();
    void joined_asTheLanguageSetsThem();
};

void tst_Sentences::joined_leavesOutEmptyOnes()
{
    QCOMPARE(joinedSentences({}), QString());
    QCOMPARE(joinedSentences({QString(), QStringLiteral("One."), QString()}),
             QStringLiteral("One."));
    // What a sentence quotes is no place of another one.
    QCOMPARE(joinedSentences({QStringLiteral("At 100 %2."), QStringLiteral("%1 is kept."),
                              QStringLiteral("Three.")}),
             QStringLiteral("At 100 %2. %1 is kept. Three."));
}

void tst_Sentences::joined_asTheLanguageSetsThem()
{
    WithoutSpace language;
    QVERIFY(QCoreApplication::installTranslator(&language));
    QCOMPARE(joinedSentences({QString::fromUtf8("已锁定。"), QString::fromUtf8("继续监视。")}),
             QString::fromUtf8("已锁定。继续监视。"));
}

QTEST_GUILESS_MAIN(tst_Sentences)
#include "tst_sentences.moc"
