// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/shortscreen.h"

#include <QBoxLayout>
#include <QDialog>
#include <QScreen>

namespace countersign {

namespace {

constexpr int leastForAll = 600;
constexpr int frameOfWindow = 48;

} // namespace

bool isShortScreen(const QWidget &window)
{
    return window.screen()->availableSize().height() < leastForAll;
}

void moveInto(QBoxLayout &scrolled, QBoxLayout &column, QLayout &part)
{
    column.removeItem(&part);
    part.setParent(nullptr);
    // The column that scrolls has margins of its own.
    part.setContentsMargins(0, 0, 0, 0);
    scrolled.addLayout(&part);
}

void moveInto(QBoxLayout &scrolled, QBoxLayout &column, QWidget &part)
{
    column.removeWidget(&part);
    scrolled.addWidget(&part);
}

//! A column gives what wraps its lines all the height it would like, and takes it from others.
void growToFit(QDialog &dialog)
{
    const QLayout &column = *dialog.layout();
    int least = column.contentsMargins().top() + column.contentsMargins().bottom();
    for (int i = 0; i < column.count(); ++i) {
        const QLayoutItem &part = *column.itemAt(i);
        if (!part.isEmpty())
            least += part.hasHeightForWidth() ? part.heightForWidth(dialog.width())
                                              : part.minimumSize().height();
    }
    least = qMin(least, dialog.screen()->availableSize().height() - frameOfWindow);
    if (least > dialog.height())
        dialog.resize(dialog.width(), least);
}

} // namespace countersign
