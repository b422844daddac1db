// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/displaytext.h"
#include "hostiletexts.h"
#include "ui/views/bannerview.h"
#include "ui/views/consequenceview.h"
#include "ui/views/factsgrid.h"
#include "ui/views/outcomebar.h"
#include "ui/views/quoteview.h"
#include "ui/views/safelabel.h"
#include "ui/views/statepage.h"
#include "ui/views/tones.h"
#include "ui/views/tooltips.h"

#include <QAccessible>
#include <QAction>
#include <QElapsedTimer>
#include <QLabel>
#include <QPalette>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace countersign;

namespace {

QString allWords(const QWidget &root)
{
    QStringList words;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (!label->isHidden())
            words += label->text();
    }
    return words.join(QLatin1Char('\n'));
}

} // namespace

class TestViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostileTextStaysText_data();
    void hostileTextStaysText();
    void environmentsDifferWithoutColour();
    void privateEndpoint_isNamed();
    void dangerIsSaidInWords();
    void quoteNamesItsStarter();
    void factsKeepTheirLabels();
    void toolTips_describeInPlainWords();
    void contrastsAreEnough_data();
    void contrastsAreEnough();
};

void TestViews::hostileTextStaysText_data()
{
    QTest::addColumn<QString>("hostile");
    int number = 0;
    for (const QString &text : hostileTexts())
        QTest::addRow("%d", number++) << text;
}

void TestViews::hostileTextStaysText()
{
    QFETCH(QString, hostile);
    const QString line = safeLine(hostile);
    const QString block = safeBlock(hostile);
    QWidget window;
    QVBoxLayout column(&window);
    BannerView banner;
    ConsequenceView consequence;
    QuoteView quote;
    FactsGrid facts;
    OutcomeBar outcome;
    StatePage page;
    for (QWidget *view :
         std::initializer_list<QWidget *>{&banner, &consequence, &quote, &facts, &outcome, &page})
        column.addWidget(view);
    window.resize(700, 600);
    window.show();
    QElapsedTimer clock;
    clock.start();
    Environment environment;
    environment.word = hostile;
    environment.isProduction = true;
    banner.setPlace(environment, line, line);
    consequence.setConsequence({line}, {line, line}, true);
    quote.setQuote(line, block);
    facts.setFacts({{line, line, hostile}});
    outcome.setOutcome(Tone::Warning, QStringLiteral("question"), line, block);
    page.setState(QStringLiteral("warning"), line, block);
    QCoreApplication::processEvents();
    QVERIFY2(clock.elapsed() < 5'000, "hostile text blocks the window");
    QCOMPARE(unsafePlaces(window), QStringList());
    QVERIFY(allWords(window).contains(line));
    column.removeWidget(&banner);
    for (QWidget *view :
         std::initializer_list<QWidget *>{&banner, &consequence, &quote, &facts, &outcome, &page})
        view->setParent(nullptr);
}

void TestViews::privateEndpoint_isNamed()
{
    BannerView banner;
    const QString place = QStringLiteral("acme / cn-hangzhou");
    const QString service = QStringLiteral("oos.cn-hangzhou.aliyuncs.com");
    const QString words = QStringLiteral("Private endpoint");
    banner.setPlace({}, place, {}, {service, QStringLiteral("sts.aliyuncs.com")});
    QVERIFY(!allWords(banner).contains(words));
    banner.setPlace({}, place, {}, {QStringLiteral("oos.company.example"), service});
    QVERIFY(allWords(banner).contains(QStringLiteral("Private endpoint oos.company.example")));
    QVERIFY(!allWords(banner).contains(service));
    // A name that looks like another one is shown as it is looked up.
    banner.setPlace({}, place, {}, {QStringLiteral("oos.b\u00fccher.example")});
    QVERIFY(allWords(banner).contains(QStringLiteral("oos.xn--bcher-kva.example")));
    banner.setPlace({}, place, {}, {QStringLiteral("127.0.0.1")});
    QVERIFY(allWords(banner).contains(words));
    Environment sandbox;
    sandbox.isSandbox = true;
    banner.setPlace(sandbox, place, {}, {QStringLiteral("127.0.0.1")});
    QVERIFY(!allWords(banner).contains(words));
}

void TestViews::environmentsDifferWithoutColour()
{
    const auto greyPicture = [](EnvironmentPattern pattern) {
        BannerView banner;
        banner.setPlace({{}, EnvironmentColor::Red, pattern, true, false},
                        QStringLiteral("acme / cn-hangzhou"));
        banner.resize(600, banner.sizeHint().height());
        return banner.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    };
    std::vector<QImage> pictures;
    for (const EnvironmentPattern pattern :
         {EnvironmentPattern::Plain, EnvironmentPattern::Stripes, EnvironmentPattern::Dots,
          EnvironmentPattern::Bars, EnvironmentPattern::Checks}) {
        const QImage picture = greyPicture(pattern);
        QVERIFY(std::find(pictures.begin(), pictures.end(), picture) == pictures.end());
        pictures.push_back(picture);
    }
    BannerView banner;
    Environment environment;
    environment.isSandbox = true;
    banner.setPlace(environment, QStringLiteral("demo"));
    QVERIFY(allWords(banner).contains(QStringLiteral("nothing real is touched")));
    environment = {};
    environment.isProduction = true;
    banner.setPlace(environment, QStringLiteral("demo"));
    QVERIFY(allWords(banner).contains(QStringLiteral("PRODUCTION")));
    environment.word = QStringLiteral("LIVE");
    banner.setPlace(environment, QStringLiteral("demo"));
    QVERIFY(allWords(banner).contains(QStringLiteral("LIVE")));
}

void TestViews::dangerIsSaidInWords()
{
    ConsequenceView view;
    view.setConsequence({QStringLiteral("Approve lets it go on.")}, {}, false);
    QVERIFY(!allWords(view).contains(QStringLiteral("High risk")));
    view.setConsequence({QStringLiteral("Approve lets it delete.")},
                        {QStringLiteral("i-1"), QStringLiteral("i-2")}, true);
    QVERIFY(allWords(view).contains(QStringLiteral("High risk")));
    QVERIFY(allWords(view).contains(QStringLiteral("i-1   i-2")));
}

void TestViews::quoteNamesItsStarter()
{
    QuoteView view;
    view.setQuote(QStringLiteral("zhang.wei"), QStringLiteral("weekly"));
    QCOMPARE(allWords(view), QStringLiteral("zhang.wei wrote: “weekly”"));
    view.setQuote(QStringLiteral("%2"), QStringLiteral("%1"));
    QCOMPARE(allWords(view), QStringLiteral("%2 wrote: “%1”"));
    view.setQuote(QStringLiteral("zhang.wei"), {});
    QVERIFY(view.isHidden());
}

void TestViews::factsKeepTheirLabels()
{
    FactsGrid grid;
    grid.resize(800, 200);
    grid.setFacts({{QStringLiteral("Started by"), QStringLiteral("a"), {}},
                   {QStringLiteral("Started"), QStringLiteral("b"), {}}});
    const auto before = grid.findChildren<SafeLabel *>();
    grid.setFacts({{QStringLiteral("Started by"), QStringLiteral("third value"), {}},
                   {QStringLiteral("Started"), QStringLiteral("fourth value"), {}}});
    QCOMPARE(grid.findChildren<SafeLabel *>(), before);
    QVERIFY(allWords(grid).contains(QStringLiteral("third value")));
    grid.setFacts({{QStringLiteral("Started by"), QStringLiteral("third value"), {}}});
    QVERIFY(!allWords(grid).contains(QStringLiteral("fourth value")));
}

void TestViews::toolTips_describeInPlainWords()
{
    const auto spoken = [](QWidget &widget) {
        return QAccessible::queryAccessibleInterface(&widget)->text(QAccessible::Description);
    };
    QPushButton button;
    setToolTipWords(&button, QStringLiteral("less < more\u202E & <b>so</b>"));
    QCOMPARE(spoken(button), QStringLiteral("less < more⟨U+202E⟩ & <b>so</b>"));
    QVERIFY(button.toolTip().contains(QStringLiteral("&lt;b&gt;so")));
    setToolTipWords(&button, {});
    QCOMPARE(spoken(button), QString());
    QCOMPARE(button.toolTip(), QString());

    QAction action;
    action.setToolTip(safeToolTip(u"Copies the id"));
    action.setStatusTip(QStringLiteral("Copies the id"));
    describeAs(&button, &action);
    QCOMPARE(spoken(button), QStringLiteral("Copies the id"));
    action.setStatusTip(QStringLiteral("Nothing is chosen"));
    QCOMPARE(spoken(button), QStringLiteral("Nothing is chosen"));
}

void TestViews::contrastsAreEnough_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << QPalette(QColor(0xef, 0xef, 0xef), QColor(0xf4, 0xf4, 0xf4));
    QTest::newRow("dark") << QPalette(QColor(0x3a, 0x3d, 0x41), QColor(0x2a, 0x2d, 0x31));
    QTest::newRow("black") << QPalette(QColor(0x00, 0x00, 0x00), QColor(0x00, 0x00, 0x00));
    QTest::newRow("white") << QPalette(QColor(0xff, 0xff, 0xff), QColor(0xff, 0xff, 0xff));
}

void TestViews::contrastsAreEnough()
{
    QFETCH(QPalette, palette);
    // The black-on-white extreme of WCAG 2.1 anchors the measure itself.
    QVERIFY(qAbs(contrast(Qt::black, Qt::white) - 21.0) < 0.01);
    for (const Tone tone : {Tone::Plain, Tone::Danger, Tone::Production, Tone::Sandbox,
                            Tone::Warning, Tone::Info, Tone::Good}) {
        const ToneColors colors = toneColors(palette, tone);
        QVERIFY2(contrast(colors.text, colors.background) >= 4.5,
                 qPrintable(QString::number(contrast(colors.text, colors.background))));
        QVERIFY(contrast(palette.color(QPalette::WindowText), colors.background) >= 4.5);
        QVERIFY(contrast(colors.border, palette.color(QPalette::Window)) >= 3.0);
    }
    QVERIFY(contrast(quietText(palette), palette.color(QPalette::Window)) >= 4.5);
}

QTEST_MAIN(TestViews)
#include "tst_views.moc"
