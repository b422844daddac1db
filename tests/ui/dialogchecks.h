// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace countersign {

//! Object names of the widgets that Tab reaches in an active window, starting where the focus is,
//! until it comes back.
QStringList tabStops(QWidget &window);

//! Visible widgets that Tab reaches and that have no name for assistive technology.
QStringList namelessStops(const QWidget &window);

//! Widgets whose description, as assistive technology reads it, has the markup of a tool tip in it.
QStringList descriptionsWithMarkup(const QWidget &window);

//! Letters that stand for two visible things of the window at once.
QStringList doubleMnemonics(const QWidget &window);

//! Every text of the program 40 per cent longer, as some language would have it.
class LongTexts : public QTranslator
{
    Q_OBJECT

public:
    QString translate(const char *context, const char *source, const char *disambiguation,
                      int count) const override;
    bool isEmpty() const override { return false; }
};

} // namespace countersign
