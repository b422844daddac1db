// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/exporttext.h"

#include "app/domain/displaytext.h"

namespace countersign {

namespace {

constexpr qsizetype longestCell = 32'000; // what spreadsheets take

bool looksLikeFormula(const QString &text)
{
    if (text.isEmpty())
        return false;
    // The full-width forms are formulas to spreadsheets set to Chinese or Japanese.
    constexpr QStringView starts = u"=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";
    return starts.contains(text.front());
}

QByteArray csvField(const QString &text)
{
    // A token may stand where the control character stood that made a formula of it.
    QString shown = safeBlock(text, longestCell, longestCell);
    if (looksLikeFormula(text) || looksLikeFormula(shown))
        shown.prepend(QLatin1Char('\''));
    shown.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QString(QLatin1Char('"') + shown + QLatin1Char('"')).toUtf8();
}

bool isInvisible(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

} // namespace

QByteArray csvLine(const QStringList &fields)
{
    QByteArrayList cells;
    for (const QString &field : fields)
        cells += csvField(field);
    return cells.join(',') + "\r\n";
}

QByteArray visibleJson(const QByteArray &json)
{
    QByteArray bytes;
    bytes.reserve(json.size());
    for (const char32_t character : QString::fromUtf8(json).toUcs4()) {
        const bool isPlain = (character >= 0x20 && character < 0x7F) || character == U'\n';
        if (isPlain) {
            bytes += static_cast<char>(character);
        } else if (!isInvisible(character)) {
            bytes += QString::fromUcs4(&character, 1).toUtf8();
        } else {
            for (const QChar unit : QString::fromUcs4(&character, 1))
                bytes += "\\u" + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
        }
    }
    return bytes;
}

QString isoLocal(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

QString isoUtc(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

} // namespace countersign
