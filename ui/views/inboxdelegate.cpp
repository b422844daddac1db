// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inboxdelegate.h"

#include "app/models/inboxfilter.h"
#include "app/models/inboxmodel.h"
#include "ui/views/icons.h"
#include "ui/views/tones.h"

#include <QApplication>
#include <QPainter>

namespace countersign {

namespace {

constexpr int margin = 12;
constexpr int verticalMargin = 7;
constexpr int gap = 10;

QString text(const QModelIndex &index, int role)
{
    return index.data(role).toString();
}

QFont smallFont(const QFont &font)
{
    QFont smaller = font;
    smaller.setPointSizeF(font.pointSizeF() * 0.92);
    return smaller;
}

QFont boldFont(const QFont &font)
{
    QFont bold = font;
    bold.setBold(true);
    return bold;
}

void drawText(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &words,
              Qt::LayoutDirection direction)
{
    const QString fitting = painter->fontMetrics().elidedText(words, Qt::ElideRight, rect.width());
    painter->drawText(
        rect, static_cast<int>(QStyle::visualAlignment(direction, alignment) | Qt::TextSingleLine),
        fitting);
}

//! The first row of a group carries the group's heading above it.
bool startsGroup(const QModelIndex &index)
{
    const auto *rows = qobject_cast<const InboxFilter *>(index.model());
    return rows != nullptr && rows->startsGroup(index.row());
}

int groupHeight(const QFont &font)
{
    return QFontMetrics(font).height() + 11;
}

} // namespace

struct InboxDelegate::Layout
{
    QRect icon;
    QRect heading;
    QRect below; //!< chip, then task and template
    QRect place;
    QRect region;
    QRect age;
    QRect starter;
};

InboxDelegate::InboxDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

bool InboxDelegate::makeRoomFor(const QAbstractItemModel &model, int firstRow, int lastRow)
{
    const QFontMetrics metrics(QApplication::font());
    const int before = m_placeWidth;
    for (int row = firstRow; row <= lastRow; ++row) {
        const QModelIndex index = model.index(row, 0);
        for (const int role : {int(InboxModel::AccountRole), int(InboxModel::RegionRole)}) {
            const QString place = text(index, role);
            if (m_places.contains(place))
                continue;
            m_places.insert(place);
            m_placeWidth = qMax(m_placeWidth, metrics.horizontalAdvance(place) + 2);
        }
    }
    return m_placeWidth != before;
}

void InboxDelegate::forgetRoom()
{
    m_places.clear();
    m_placeWidth = 0;
}

InboxDelegate::Layout InboxDelegate::layoutFor(const QStyleOptionViewItem &option) const
{
    const QRect area = option.rect.adjusted(margin, verticalMargin, -margin, -verticalMargin);
    const QFontMetrics metrics(option.font);
    const int side = metrics.height() + 4;
    const int half = area.height() / 2;
    const int ageWidth = metrics.averageCharWidth() * 11;
    const int placeWidth = qBound(metrics.averageCharWidth() * 8, m_placeWidth, area.width() / 2);
    const int left = area.left() + side + gap;
    const int right = area.right() + 1;
    const int mainWidth = qMax(0, right - left - ageWidth - placeWidth - 2 * gap);
    const auto at = [&](int x, int width, bool isSecond) {
        return QStyle::visualRect(option.direction, option.rect,
                                  QRect(x, area.top() + (isSecond ? half : 0), width, half));
    };
    Layout layout;
    layout.icon =
        QStyle::visualRect(option.direction, option.rect,
                           QRect(area.left(), area.top() + (area.height() - side) / 2, side, side));
    layout.heading = at(left, mainWidth, false);
    layout.below = at(left, mainWidth, true);
    layout.place = at(left + mainWidth + gap, placeWidth, false);
    layout.region = at(left + mainWidth + gap, placeWidth, true);
    layout.age = at(right - ageWidth, ageWidth, false);
    layout.starter = at(right - ageWidth, ageWidth, true);
    return layout;
}

InboxDelegate::Colors InboxDelegate::colorsFor(const QStyleOptionViewItem &option,
                                               WaitKind kind) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const QPalette::ColorGroup group = !isEnabled ? QPalette::Disabled
                                       : option.state.testFlag(QStyle::State_Active)
                                           ? QPalette::Active
                                           : QPalette::Inactive;
    const bool isPlain = !isSelected && isEnabled;
    Colors colors;
    colors.strong =
        option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    colors.quiet = isPlain ? quietText(option.palette) : colors.strong;
    colors.kind = isPlain && kind == WaitKind::HighRisk
                      ? toneColors(option.palette, Tone::Danger).text
                      : colors.strong;
    return colors;
}

void InboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    if (startsGroup(index)) {
        QRect heading = option.rect;
        heading.setHeight(groupHeight(option.font));
        option.rect.setTop(heading.bottom() + 1);
        paintGroup(painter, option, heading, index);
    }
    option.text.clear();
    option.icon = QIcon();
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    const Layout layout = layoutFor(option);
    const auto kind = index.data(InboxModel::KindRole).value<WaitKind>();
    const Colors colors = colorsFor(option, kind);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    ownIcon(iconName(kind), colors.kind).paint(painter, layout.icon);
    painter->setFont(boldFont(option.font));
    painter->setPen(colors.strong);
    drawText(painter, layout.heading, Qt::AlignLeading | Qt::AlignVCenter,
             text(index, InboxModel::HeadingRole), option.direction);
    painter->setFont(option.font);
    drawText(painter, layout.place, Qt::AlignLeading | Qt::AlignVCenter,
             text(index, InboxModel::AccountRole), option.direction);
    drawText(painter, layout.region, Qt::AlignLeading | Qt::AlignVCenter,
             text(index, InboxModel::RegionRole), option.direction);
    painter->setPen(colors.quiet);
    drawText(painter, layout.age, Qt::AlignTrailing | Qt::AlignVCenter,
             text(index, InboxModel::AgeRole), option.direction);
    drawText(painter, layout.starter, Qt::AlignTrailing | Qt::AlignVCenter,
             text(index, InboxModel::StarterRole), option.direction);
    paintSecondLine(painter, option, layout.below, colors, index);
    QColor line = option.palette.color(QPalette::Text);
    line.setAlpha(isHighContrast(option.palette) ? 160 : 36);
    painter->setPen(line);
    painter->drawLine(given.rect.bottomLeft(), given.rect.bottomRight());
    painter->restore();
}

void InboxDelegate::paintGroup(QPainter *painter, const QStyleOptionViewItem &option,
                               const QRect &area, const QModelIndex &index) const
{
    painter->save();
    painter->fillRect(area, option.palette.color(QPalette::Window));
    painter->setFont(boldFont(option.font));
    painter->setPen(option.palette.color(QPalette::WindowText));
    //: Heading of a group of waits, and how many stand in it.
    const QString words = tr("%1 (%2)").arg(text(index, InboxModel::GroupTextRole),
                                            text(index, InboxModel::GroupCountRole));
    drawText(painter, area.adjusted(margin, 0, -margin, 0), Qt::AlignLeading | Qt::AlignVCenter,
             words, option.direction);
    painter->restore();
}

void InboxDelegate::paintSecondLine(QPainter *painter, const QStyleOptionViewItem &option,
                                    const QRect &area, const Colors &colors,
                                    const QModelIndex &index) const
{
    painter->setFont(boldFont(smallFont(option.font)));
    const QString word = text(index, InboxModel::KindTextRole);
    const QFontMetrics metrics = painter->fontMetrics();
    const int width = qMin(metrics.horizontalAdvance(word) + 12, area.width());
    const int height = metrics.height() + 2;
    const auto at = [&](int x, int y, int w, int h) {
        return QStyle::visualRect(option.direction, area, QRect(x, y, w, h));
    };
    const QRect chip = at(area.left(), area.top() + (area.height() - height) / 2, width, height);
    const QRect rest =
        at(area.left() + width + 7, area.top(), area.width() - width - 7, area.height());
    painter->setPen(colors.kind);
    painter->drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    drawText(painter, chip, Qt::AlignCenter, word, option.direction);
    painter->setFont(smallFont(option.font));
    painter->setPen(colors.quiet);
    drawText(painter, rest, Qt::AlignLeading | Qt::AlignVCenter,
             text(index, InboxModel::DetailRole), option.direction);
}

QSize InboxDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // Asked for every row whenever rows come or go.
    if (m_sizedFont != option.font || !m_rowSize.isValid()) {
        m_sizedFont = option.font;
        const int line = QFontMetrics(option.font).height() + 5;
        m_rowSize =
            QSize(option.fontMetrics.averageCharWidth() * 44, 2 * line + 2 * verticalMargin);
        m_groupHeight = groupHeight(option.font);
    }
    return startsGroup(index) ? m_rowSize + QSize(0, m_groupHeight) : m_rowSize;
}

} // namespace countersign
