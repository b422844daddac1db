// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QString>

namespace countersign {

//! `text` with line feeds put in where a line would be wider than `width` pixels, for buttons and
//! check boxes, which do not wrap by themselves.
QString wrappedText(const QString &text, const QFontMetrics &metrics, int width);

} // namespace countersign
