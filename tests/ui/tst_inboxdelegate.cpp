// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inboxmodel.h"
#include "ui/views/inboxdelegate.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

using namespace countersign;

namespace {

WaitRow row(int number, WaitKind kind, const QString &text)
{
    WaitRow made;
    made.id.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    made.id.executionId = ExecutionId(QStringLiteral("exec-%1").arg(number));
    made.profileAlias = QStringLiteral("acme-prod");
    made.kind = kind;
    made.taskName = text;
    made.templateName = text;
    made.starter = text;
    return made;
}

} // namespace

class TestInboxDelegate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sizeIsTheSameForAllRows();
    void statesDiffer();
    void kindsDifferInGrey();
    void roomGrowsWithPlaces();
    void mirrored();

private:
    QImage painted(int rowNumber, const QPalette &palette, QStyle::State state,
                   Qt::LayoutDirection direction = Qt::LeftToRight, double ratio = 1.0);

    InboxModel m_model;
    InboxDelegate m_delegate;
};

void TestInboxDelegate::init()
{
    WaitSnapshot snapshot;
    snapshot.rows = {row(1, WaitKind::Approval, QStringLiteral("a")),
                     row(2, WaitKind::Approval, QString(500, QLatin1Char('W'))),
                     row(3, WaitKind::HighRisk, QStringLiteral("a")),
                     row(4, WaitKind::FailurePause, QStringLiteral("a"))};
    m_model.apply(snapshot);
    m_delegate.makeRoomFor(m_model, 0, 3);
}

QImage TestInboxDelegate::painted(int rowNumber, const QPalette &palette, QStyle::State state,
                                  Qt::LayoutDirection direction, double ratio)
{
    QImage image(QSize(480, 60) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(palette.color(QPalette::Base));
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, 480, 60);
    option.palette = palette;
    option.font = QApplication::font();
    option.fontMetrics = QFontMetrics(option.font);
    option.direction = direction;
    option.state = state;
    QPainter painter(&image);
    m_delegate.paint(&painter, option, m_model.index(rowNumber, 0));
    return image;
}

void TestInboxDelegate::sizeIsTheSameForAllRows()
{
    QStyleOptionViewItem option;
    option.font = QApplication::font();
    option.fontMetrics = QFontMetrics(option.font);
    const QSize size = m_delegate.sizeHint(option, m_model.index(0, 0));
    for (int number = 1; number < 4; ++number)
        QCOMPARE(m_delegate.sizeHint(option, m_model.index(number, 0)), size);
    QVERIFY(size.height() >= 2 * option.fontMetrics.height());
}

void TestInboxDelegate::statesDiffer()
{
    const QPalette light(QColor(0xef, 0xef, 0xef), QColor(0xf4, 0xf4, 0xf4));
    const QPalette dark(QColor(0x3a, 0x3d, 0x41), QColor(0x2a, 0x2d, 0x31));
    const auto enabled = QStyle::State_Enabled | QStyle::State_Active;
    const QImage plain = painted(0, light, enabled);
    QVERIFY(plain != painted(0, dark, enabled));
    QVERIFY(plain != painted(0, light, enabled | QStyle::State_Selected));
    QVERIFY(plain != painted(0, light, QStyle::State_None));
    QCOMPARE(painted(0, light, enabled), plain);
}

void TestInboxDelegate::kindsDifferInGrey()
{
    const QPalette light(QColor(0xef, 0xef, 0xef), QColor(0xf4, 0xf4, 0xf4));
    const auto iconOf = [&](int number) {
        return painted(number, light, QStyle::State_Enabled | QStyle::State_Active)
            .copy(0, 0, 40, 60)
            .convertToFormat(QImage::Format_Grayscale8);
    };
    QVERIFY(iconOf(0) != iconOf(2));
    QVERIFY(iconOf(0) != iconOf(3));
    QVERIFY(iconOf(2) != iconOf(3));
}

void TestInboxDelegate::roomGrowsWithPlaces()
{
    QVERIFY(!m_delegate.makeRoomFor(m_model, 0, 3));
    WaitSnapshot snapshot;
    WaitRow wide = row(1, WaitKind::Approval, QStringLiteral("a"));
    wide.profileAlias = QStringLiteral("acme-production-of-the-northern-subsidiary");
    snapshot.rows = {wide};
    m_model.apply(snapshot);
    QVERIFY(m_delegate.makeRoomFor(m_model, 0, 0));
}

void TestInboxDelegate::mirrored()
{
    const QPalette light(QColor(0xef, 0xef, 0xef), QColor(0xf4, 0xf4, 0xf4));
    const auto enabled = QStyle::State_Enabled | QStyle::State_Active;
    const QImage plain = painted(0, light, enabled);
    const QImage mirrored = painted(0, light, enabled, Qt::RightToLeft);
    const auto inkAtStart = [](const QImage &image) {
        const QRgb paper = image.pixel(2, 2);
        for (int x = 8; x < 34; ++x) {
            for (int y = 15; y < 45; ++y) {
                if (image.pixel(x, y) != paper)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(inkAtStart(plain));
    QVERIFY(inkAtStart(mirrored.mirrored(true, false)));
    QCOMPARE(painted(0, light, enabled, Qt::LeftToRight, 2.0).size(), QSize(960, 120));
}

QTEST_MAIN(TestInboxDelegate)
#include "tst_inboxdelegate.moc"
