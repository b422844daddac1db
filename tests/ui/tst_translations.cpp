// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/languages.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace countersign;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations;
    bool isNumerus = false;
    bool isUnfinished = false;
};

std::vector<Message> messages(const QString &language)
{
    QFile file(QStringLiteral(SOURCE_ROOT "/translations/countersign_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Message> found;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            found.push_back({context,
                             {},
                             {},
                             xml.attributes().value(QStringLiteral("numerus")) == u"yes",
                             false});
        else if (xml.name() == u"source")
            found.back().source = xml.readElementText();
        else if (xml.name() == u"translation") {
            found.back().isUnfinished = xml.attributes().hasAttribute(QStringLiteral("type"));
            if (!found.back().isNumerus)
                found.back().translations += xml.readElementText();
        } else if (xml.name() == u"numerusform")
            found.back().translations += xml.readElementText();
    }
    return found;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(?:L?\\d+|n)"));
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found += match.next().captured();
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsTranslated_data();
    void everythingIsTranslated();
    void glossaryIsKept();
    void languagesAreBuiltIn();
};

void TestTranslations::everythingIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << QStringLiteral("en");
    QTest::newRow("zh_CN") << QStringLiteral("zh_CN");
}

void TestTranslations::everythingIsTranslated()
{
    QFETCH(QString, language);
    const std::vector<Message> all = messages(language);
    QVERIFY(all.size() > 20);
    for (const Message &message : all) {
        QVERIFY2(!message.isUnfinished, qPrintable(message.source));
        QVERIFY2(!message.translations.isEmpty(), qPrintable(message.source));
        for (const QString &translation : message.translations) {
            QVERIFY2(!translation.isEmpty(), qPrintable(message.source));
            QVERIFY2(placeholders(translation) == placeholders(message.source),
                     qPrintable(translation));
        }
    }
}

void TestTranslations::glossaryIsKept()
{
    QFile file(QStringLiteral(SOURCE_ROOT "/translations/glossary.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::vector<Message> all = messages(QStringLiteral("zh_CN"));
    const QStringList lines =
        QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.first(), QStringLiteral("English\tChinese"));
    for (const QString &line : lines.mid(1)) {
        const QStringList columns = line.split(QLatin1Char('\t'));
        QCOMPARE(columns.size(), 2);
        int uses = 0;
        for (const Message &message : all) {
            if (message.source != columns[0])
                continue;
            ++uses;
            QCOMPARE(message.translations.first(), columns[1]);
        }
        QVERIFY2(uses > 0, qPrintable(line));
    }
}

void TestTranslations::languagesAreBuiltIn()
{
    QVERIFY(Languages::available().contains(QStringLiteral("en")));
    QVERIFY(Languages::available().contains(QStringLiteral("zh_CN")));
    const auto plural = [](int count) {
        return QCoreApplication::translate("countersign::TroubleLines",
                                           "%n more place(s) are not well.", nullptr, count);
    };
    Languages languages;
    languages.use(QLocale(QStringLiteral("en_US")));
    QCOMPARE(plural(1), QStringLiteral("1 more place is not well."));
    QCOMPARE(plural(3), QStringLiteral("3 more places are not well."));
    languages.use(QLocale(QStringLiteral("zh_CN")));
    QCOMPARE(plural(3), QStringLiteral("另有 3 处异常。"));
    QCOMPARE(QCoreApplication::translate("countersign::DecisionBar", "Approve…"),
             QStringLiteral("同意…"));
    languages.use(QLocale(QStringLiteral("en_GB")));
    QCOMPARE(QCoreApplication::translate("countersign::DecisionBar", "Approve…"),
             QStringLiteral("Approve…"));
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
