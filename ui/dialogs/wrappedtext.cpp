// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/wrappedtext.h"

#include <QTextBoundaryFinder>

namespace countersign {

QString wrappedText(const QString &text, const QFontMetrics &metrics, int width)
{
    QString result;
    QString line;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype next = finder.toNextBoundary();
        const qsizetype end = next < 0 ? text.size() : next;
        const QString piece = text.mid(start, end - start);
        if (!line.isEmpty() && metrics.horizontalAdvance(QString(line + piece)) > width) {
            result += line.trimmed() + QLatin1Char('\n');
            line.clear();
        }
        line += piece;
        start = end;
    }
    return result + line;
}

} // namespace countersign
