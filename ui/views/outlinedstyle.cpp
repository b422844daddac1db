// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/outlinedstyle.h"

#include <QPainter>
#include <QStyleOption>

namespace countersign {

namespace {

//! Fusion's outline is the window's colour, darker by this many per cent.
constexpr int fusionDarkens = 140;
//! Palettes of widgets come and go; so many are remembered.
constexpr qsizetype mostPalettes = 64;
constexpr int besideWords = 11;
constexpr int tabMark = 3;

//! Where the colour of the window serves for nothing but the outline.
bool isOutlined(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_Frame:
    case QStyle::PE_FrameLineEdit:
    case QStyle::PE_FrameMenu:
    case QStyle::PE_FrameTabWidget:
    case QStyle::PE_PanelLineEdit:
    case QStyle::PE_PanelButtonCommand:
    case QStyle::PE_PanelButtonTool:
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorRadioButton:
        return true;
    default:
        return false;
    }
}

} // namespace

OutlinedStyle::OutlinedStyle(const QColor &outline)
    : QProxyStyle(QStringLiteral("fusion"))
    , m_window(outline.lighter(fusionDarkens))
{
    setObjectName(QStringLiteral("fusion-outlined"));
}

template <typename Option>
Option OutlinedStyle::outlined(const Option &option) const
{
    Option changed = option;
    if (m_palettes.size() > mostPalettes)
        m_palettes.clear();
    auto palette = m_palettes.find(option.palette.cacheKey());
    if (palette == m_palettes.end()) {
        changed.palette.setColor(QPalette::Window, m_window);
        palette = m_palettes.insert(option.palette.cacheKey(), changed.palette);
    }
    // The copy shares everything but the group of colours, which is the option's.
    changed.palette = *palette;
    changed.palette.setCurrentColorGroup(option.palette.currentColorGroup());
    return changed;
}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                  QPainter *painter, const QWidget *widget) const
{
    if (isOutlined(element)) {
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            const QStyleOptionFrame changed = outlined(*frame);
            QProxyStyle::drawPrimitive(element, &changed, painter, widget);
            return;
        }
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            const QStyleOptionButton changed = outlined(*button);
            QProxyStyle::drawPrimitive(element, &changed, painter, widget);
            return;
        }
        if (const auto *tabs = qstyleoption_cast<const QStyleOptionTabWidgetFrame *>(option)) {
            const QStyleOptionTabWidgetFrame changed = outlined(*tabs);
            QProxyStyle::drawPrimitive(element, &changed, painter, widget);
            return;
        }
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void OutlinedStyle::drawControl(ControlElement element, const QStyleOption *option,
                                QPainter *painter, const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (element == CE_HeaderSection && header != nullptr) {
        const QStyleOptionHeader changed = outlined(*header);
        QProxyStyle::drawControl(element, &changed, painter, widget);
        return;
    }
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (element == CE_TabBarTabShape && tab != nullptr) {
        const QStyleOptionTab changed = outlined(*tab);
        QProxyStyle::drawControl(element, &changed, painter, widget);
        // Where all tabs are of one colour, their heights hardly tell which one is chosen.
        if (tab->state.testFlag(State_Selected) && tab->shape == QTabBar::RoundedNorth)
            painter->fillRect(
                QRect(tab->rect.x() + 2, tab->rect.y(), tab->rect.width() - 4, tabMark),
                tab->palette.color(QPalette::Active, QPalette::Highlight));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void OutlinedStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                       QPainter *painter, const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
        const QStyleOptionComboBox changed = outlined(*combo);
        QProxyStyle::drawComplexControl(control, &changed, painter, widget);
    } else if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
        const QStyleOptionSpinBox changed = outlined(*spin);
        QProxyStyle::drawComplexControl(control, &changed, painter, widget);
    } else if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
        const QStyleOptionSlider changed = outlined(*bar);
        QProxyStyle::drawComplexControl(control, &changed, painter, widget);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QSize OutlinedStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                      const QSize &contents, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (type == CT_PushButton && button != nullptr && !button->text.isEmpty() &&
        !button->features.testFlag(QStyleOptionButton::Flat))
        size.setWidth(qMax(size.width(), contents.width() + 2 * besideWords));
    return size;
}

} // namespace countersign
