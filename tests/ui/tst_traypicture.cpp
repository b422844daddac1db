// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/traypicture.h"
#include "ui/views/icons.h"
#include "ui/views/tones.h"

#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace countersign;

namespace {

struct Case
{
    const char *name;
    TrayState state;
    int needYou;
};

constexpr Case cases[] = {
    {"none", TrayState::Watching, 0}, {"1", TrayState::Watching, 1},
    {"2", TrayState::Watching, 2},    {"3", TrayState::Watching, 3},
    {"4", TrayState::Watching, 4},    {"5", TrayState::Watching, 5},
    {"6", TrayState::Watching, 6},    {"7", TrayState::Watching, 7},
    {"8", TrayState::Watching, 8},    {"9", TrayState::Watching, 9},
    {"10", TrayState::Watching, 10},  {"nothing", TrayState::NothingWatched, 0},
    {"locked", TrayState::Locked, 0},
};

//! The picture on a panel, without colours.
QImage onPanel(const Case &shown, int size, const QColor &panel)
{
    QImage image(size, size, QImage::Format_RGB32);
    image.fill(panel);
    QPainter painter(&image);
    painter.drawPixmap(0, 0,
                       trayPicture(shown.state, shown.needYou).pixmap(QSize(size, size), 1.0));
    painter.end();
    return image.convertToFormat(QImage::Format_Grayscale8);
}

int pixelsApart(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 60;
    }
    return count;
}

} // namespace

class TestTrayPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void states_differInShape_data();
    void states_differInShape();
    void manyWaits_lookAlike();
    void badge_standsOut();
    void noWaits_isTheProgramsOwnPicture();
};

void TestTrayPicture::states_differInShape_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QColor>("panel");
    for (const int size : {16, 22, 24}) {
        QTest::addRow("%d light", size) << size << QColor(0xef, 0xf0, 0xf1);
        QTest::addRow("%d dark", size) << size << QColor(0x1b, 0x1e, 0x20);
    }
}

void TestTrayPicture::states_differInShape()
{
    QFETCH(int, size);
    QFETCH(QColor, panel);
    for (const Case &a : cases) {
        for (const Case &b : cases) {
            if (&a >= &b)
                continue;
            const int apart = pixelsApart(onPanel(a, size, panel), onPanel(b, size, panel));
            QVERIFY2(apart >= 4, qPrintable(QStringLiteral("%1 and %2: %3 pixels")
                                                .arg(QLatin1String(a.name), QLatin1String(b.name))
                                                .arg(apart)));
        }
    }
}

void TestTrayPicture::manyWaits_lookAlike()
{
    const QColor panel(Qt::white);
    QCOMPARE(onPanel({"10", TrayState::Watching, 10}, 22, panel),
             onPanel({"5000", TrayState::Watching, 5'000}, 22, panel));
}

void TestTrayPicture::badge_standsOut()
{
    for (const Case &shown : cases) {
        if (shown.state == TrayState::Watching && shown.needYou == 0)
            continue;
        const QImage image =
            trayPicture(shown.state, shown.needYou).pixmap(QSize(16, 16), 1.0).toImage();
        std::vector<QColor> badge;
        for (int y = 8; y < 16; ++y) {
            for (int x = 8; x < 16; ++x)
                badge.push_back(image.pixelColor(x, y));
        }
        const auto byBrightness = [](const QColor &a, const QColor &b) {
            return qGray(a.rgb()) < qGray(b.rgb());
        };
        const auto [dark, light] = std::minmax_element(badge.begin(), badge.end(), byBrightness);
        QVERIFY2(contrast(*dark, *light) >= 4.5, shown.name);
    }
}

void TestTrayPicture::noWaits_isTheProgramsOwnPicture()
{
    QCOMPARE(trayPicture(TrayState::Watching, 0).pixmap(QSize(22, 22), 1.0).toImage(),
             programIcon().pixmap(QSize(22, 22), 1.0).toImage());
}

QTEST_MAIN(TestTrayPicture)
#include "tst_traypicture.moc"
