// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/colorschemes.h"
#include "ui/views/icons.h"
#include "ui/views/palettes.h"
#include "ui/views/safelabel.h"
#include "ui/views/toneframe.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMetaEnum>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

using namespace countersign;

namespace {

constexpr std::array<Tone, 8> allTones = {Tone::Plain,   Tone::Danger,  Tone::Production,
                                          Tone::Sandbox, Tone::Warning, Tone::Info,
                                          Tone::Good,    Tone::Violet};

//! WCAG 2.1: 4.5 for text; its level AAA, which high contrast promises: 7.
double neededForText(ColorScheme scheme)
{
    return scheme == ColorScheme::HighContrast ? 7.0 : 4.5;
}

//! The highest contrast to `background` that any pixel of the picture has.
double strongestIn(const QImage &picture, const QColor &background)
{
    double strongest = 1;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            strongest = std::max(strongest, contrast(picture.pixelColor(x, y), background));
    }
    return strongest;
}

QString described(const char *what, double value)
{
    return QStringLiteral("%1 %2").arg(QLatin1String(what)).arg(value, 0, 'f', 2);
}

} // namespace

class TestPalettes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void textIsReadable_data() { schemes(); }
    void textIsReadable();
    void tonesAreReadable_data() { schemes(); }
    void tonesAreReadable();
    void patternsLeaveTextReadable_data() { schemes(); }
    void patternsLeaveTextReadable();
    void edgesAreVisible_data() { schemes(); }
    void edgesAreVisible();
    void pagesAreReadable_data() { schemes(); }
    void pagesAreReadable();
    void wordsOfButtonsHaveRoom();
    void schemesApplyAtOnce();
    void desktopComesBack();
    void iconsFollow();

private:
    static void schemes();

    std::unique_ptr<ColorSchemes> m_schemes;
};

void TestPalettes::initTestCase()
{
    m_schemes = std::make_unique<ColorSchemes>();
}

void TestPalettes::cleanup()
{
    m_schemes->use(ColorScheme::Desktop);
}

void TestPalettes::schemes()
{
    QTest::addColumn<ColorScheme>("scheme");
    QTest::newRow("light") << ColorScheme::Light;
    QTest::newRow("dark") << ColorScheme::Dark;
    QTest::newRow("high contrast") << ColorScheme::HighContrast;
}

void TestPalettes::textIsReadable()
{
    QFETCH(ColorScheme, scheme);
    const QPalette palette = paletteFor(scheme);
    const std::vector<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs = {
        {QPalette::WindowText, QPalette::Window},
        {QPalette::Text, QPalette::Base},
        {QPalette::Text, QPalette::AlternateBase},
        {QPalette::ButtonText, QPalette::Button},
        {QPalette::ToolTipText, QPalette::ToolTipBase},
        {QPalette::HighlightedText, QPalette::Highlight},
        {QPalette::PlaceholderText, QPalette::Base},
        {QPalette::Link, QPalette::Window},
        {QPalette::Link, QPalette::Base},
        {QPalette::LinkVisited, QPalette::Base}};
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const double needed = group == QPalette::Disabled ? 4.5 : neededForText(scheme);
        for (const auto &[text, background] : pairs) {
            const double found =
                contrast(palette.color(group, text), palette.color(group, background));
            QVERIFY2(found >= needed,
                     qPrintable(described(
                         QMetaEnum::fromType<QPalette::ColorRole>().valueToKey(text), found)));
        }
        QVERIFY(palette.color(QPalette::Disabled, QPalette::Text) !=
                palette.color(QPalette::Active, QPalette::Text));
    }
}

void TestPalettes::tonesAreReadable()
{
    QFETCH(ColorScheme, scheme);
    const QPalette palette = paletteFor(scheme);
    const QColor window = palette.color(QPalette::Window);
    const double needed = neededForText(scheme);
    QCOMPARE(isHighContrast(palette), scheme == ColorScheme::HighContrast);
    for (const Tone tone : allTones) {
        const ToneColors colors = toneColors(palette, tone);
        const double text = contrast(colors.text, colors.background);
        QVERIFY2(text >= needed, qPrintable(described("text", text)));
        const double plain = contrast(palette.color(QPalette::WindowText), colors.background);
        QVERIFY2(plain >= needed, qPrintable(described("plain text", plain)));
        const double border = contrast(colors.border, window);
        QVERIFY2(border >= 3.0, qPrintable(described("border", border)));
    }
    const double quiet = contrast(quietText(palette), window);
    QVERIFY2(quiet >= needed, qPrintable(described("quiet", quiet)));
}

void TestPalettes::patternsLeaveTextReadable()
{
    QFETCH(ColorScheme, scheme);
    m_schemes->use(scheme);
    for (const Tone tone : allTones) {
        const QColor text = toneColors(paletteFor(scheme), tone).text;
        ToneFrame frame;
        frame.setTone(tone);
        frame.setEdged(false);
        frame.setPattern(EnvironmentPattern::Checks);
        frame.resize(120, 60);
        const QImage picture = frame.grab().toImage();
        // The last line is the border. Fields of both colours are in the rest.
        for (int x = 0; x < picture.width(); x += 3) {
            for (int y = 0; y < picture.height() - 1; y += 3) {
                const double found = contrast(text, picture.pixelColor(x, y));
                QVERIFY2(found >= (scheme == ColorScheme::HighContrast ? 7.0 : 3.0),
                         qPrintable(described("text on a pattern", found)));
            }
        }
    }
}

void TestPalettes::edgesAreVisible()
{
    QFETCH(ColorScheme, scheme);
    m_schemes->use(scheme);
    QWidget window;
    QVBoxLayout column(&window);
    auto *list = new QTreeWidget(&window);
    auto *check = new QCheckBox(&window);
    const std::vector<QWidget *> widgets = {new QLineEdit(&window),
                                            new QComboBox(&window),
                                            new QSpinBox(&window),
                                            new QPushButton(&window),
                                            check,
                                            list};
    for (QWidget *widget : widgets)
        column.addWidget(widget);
    window.resize(300, 500);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QColor background = paletteFor(scheme).color(QPalette::Window);
    for (QWidget *widget : widgets) {
        // An empty widget's outer ring holds nothing but its edge.
        const QImage picture = widget->grab().toImage();
        const int ring = widget == check ? 16 : 3;
        const double found =
            strongestIn(picture.copy(0, picture.height() / 2 - 2, ring, 4), background);
        QVERIFY2(found >= 3.0, qPrintable(described(widget->metaObject()->className(), found)));
    }
}

void TestPalettes::pagesAreReadable()
{
    QFETCH(ColorScheme, scheme);
    m_schemes->use(scheme);
    QTabWidget tabs;
    tabs.addTab(new QWidget, QStringLiteral("one"));
    tabs.addTab(new QWidget, QStringLiteral("two"));
    tabs.resize(300, 200);
    // What Fusion fills a page with is none of the palette's colours.
    const QColor page = tabs.grab().toImage().pixelColor(150, 150);
    const QPalette palette = paletteFor(scheme);
    for (const QColor &text :
         {palette.color(QPalette::WindowText), palette.color(QPalette::Disabled, QPalette::Text),
          quietText(palette)}) {
        const double found = contrast(text, page);
        QVERIFY2(found >= 4.5, qPrintable(described("on a page", found)));
    }
}

void TestPalettes::schemesApplyAtOnce()
{
    QWidget window;
    QVBoxLayout column(&window);
    auto *frame = new ToneFrame(&window);
    frame->setTone(Tone::Danger);
    frame->setTintedText(true);
    auto *quiet = new SafeLabel(&window);
    quiet->setQuiet(true);
    column.addWidget(frame);
    column.addWidget(quiet);
    window.show();
    for (const ColorScheme scheme :
         {ColorScheme::Dark, ColorScheme::Light, ColorScheme::HighContrast, ColorScheme::Dark}) {
        m_schemes->use(scheme);
        QCOMPARE(m_schemes->scheme(), scheme);
        const QPalette palette = paletteFor(scheme);
        QTRY_COMPARE(window.palette().color(QPalette::Window), palette.color(QPalette::Window));
        QTRY_COMPARE(frame->palette().color(QPalette::WindowText),
                     toneColors(palette, Tone::Danger).text);
        QTRY_COMPARE(quiet->palette().color(QPalette::WindowText), quietText(palette));
    }
}

void TestPalettes::desktopComesBack()
{
    const QString style = QApplication::style()->objectName();
    const QPalette before = QApplication::palette();
    QVERIFY(!paletteFor(ColorScheme::Desktop).resolveMask());
    QVERIFY(!outlineFor(ColorScheme::Desktop).isValid());
    m_schemes->use(ColorScheme::HighContrast);
    QVERIFY(QApplication::style()->objectName() != style);
    QVERIFY(QApplication::palette() != before);
    m_schemes->use(ColorScheme::Desktop);
    QCOMPARE(QApplication::style()->objectName(), style);
    QCOMPARE(QApplication::palette(), before);
}

void TestPalettes::iconsFollow()
{
    const QIcon own = ownIcon(QStringLiteral("edit-copy"));
    const QIcon themed = themedIcon(QStringLiteral("edit-copy"), QStringLiteral("edit-copy"));
    for (const ColorScheme scheme :
         {ColorScheme::Light, ColorScheme::Dark, ColorScheme::HighContrast}) {
        m_schemes->use(scheme);
        const QColor window = paletteFor(scheme).color(QPalette::Window);
        for (const QIcon &icon : {own, themed}) {
            QImage picture(24, 24, QImage::Format_RGB32);
            picture.fill(window);
            QPainter painter(&picture);
            icon.paint(&painter, picture.rect());
            painter.end();
            QVERIFY(strongestIn(picture, window) >= 4.5);
        }
        QCOMPARE(themed.pixmap(24).toImage(), own.pixmap(24).toImage());
    }
}

void TestPalettes::wordsOfButtonsHaveRoom()
{
    ColorSchemes schemes;
    schemes.use(ColorScheme::Light);
    const QPushButton button(QStringLiteral("Restore the defaults"));
    const int words = button.fontMetrics().horizontalAdvance(button.text());
    QVERIFY2(button.sizeHint().width() >= words + 20,
             qPrintable(QString::number(button.sizeHint().width() - words)));
    QVERIFY(button.sizeHint().width() <= words + 32);
}

QTEST_MAIN(TestPalettes)
#include "tst_palettes.moc"
