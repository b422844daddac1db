// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/displaytext.h"

#include "app/domain/unicodeclasses.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace countersign {

namespace {

using detail::CodePoints;

constexpr int marksPerBase = 8;
// Marks that are left out give nothing to the result; this bounds how many are looked at for it.
constexpr qsizetype readPerShown = 16;
constexpr qsizetype scriptScanLimit = 4'096;

bool needsToken(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return detail::isDefaultIgnorable(c);
    }
}

QString tokenFor(char32_t c)
{
    const QString digits = QString::number(static_cast<uint>(c), 16).toUpper();
    return QStringLiteral("⟨U+%1⟩").arg(digits, 4, u'0');
}

// Turns text into shown text, one code point at a time, until a limit of the result is reached.
class Painter
{
public:
    enum class Lines { One, Several };

    Painter(QStringView text, Lines lines, qsizetype limit, qsizetype lineLimit)
        : m_text(text)
        , m_points(text)
        , m_lines(lines)
        , m_limit(std::max<qsizetype>(limit, 0))
        , m_lineLimit(std::max<qsizetype>(lineLimit, 1))
    {
    }

    //! Code points of the original that are not in result().
    qsizetype paint();
    const QString &result() const { return m_result; }

private:
    void paintOne();
    void paintMark(char32_t c);
    void put(QStringView shown, qsizetype codePoints);
    void breakLine();
    void countMarksLeftOut();

    QStringView m_text;
    CodePoints m_points;
    Lines m_lines;
    qsizetype m_limit;
    qsizetype m_lineLimit;
    QString m_result;
    qsizetype m_shown = 0;
    qsizetype m_lineLength = 0;
    int m_marks = 0;
    char32_t m_before = 0;
};

qsizetype Painter::paint()
{
    m_result.reserve(std::min(m_text.size(), m_limit) + 16);
    const qsizetype readLimit = m_limit > std::numeric_limits<qsizetype>::max() / readPerShown
                                    ? m_text.size()
                                    : m_limit * readPerShown;
    while (!m_points.atEnd() && m_shown < m_limit && m_points.position() < readLimit)
        paintOne();
    countMarksLeftOut();
    return detail::codePointCount(m_text.sliced(m_points.position()));
}

void Painter::paintOne()
{
    const char32_t c = m_points.take();
    if (detail::isInsideEmoji(c, m_before, m_points.peek())) {
        put(QStringView(QChar::fromUcs4(c)), 1);
        return;
    }
    if (!needsToken(c) && detail::isCombiningMark(c)) {
        paintMark(c);
        return;
    }
    countMarksLeftOut();
    m_marks = 0;
    m_before = c;
    const bool isLineEnd = c == U'\n' || (c == U'\r' && m_points.peek() == U'\n');
    if (isLineEnd && c == U'\r')
        m_points.take();
    if (isLineEnd && m_lines == Lines::Several) {
        breakLine();
        ++m_shown;
    } else if (isLineEnd) {
        put(u"⏎", 1);
    } else if (c == U'\t') {
        put(u"⇥", 1);
    } else if (needsToken(c)) {
        const QString token = tokenFor(c);
        put(token, token.size());
    } else {
        put(QStringView(QChar::fromUcs4(c)), 1);
    }
}

void Painter::paintMark(char32_t c)
{
    if (++m_marks <= marksPerBase)
        put(QStringView(QChar::fromUcs4(c)), 1);
}

void Painter::countMarksLeftOut()
{
    if (m_marks > marksPerBase)
        m_result += QStringLiteral("⟨+%1⟩").arg(m_marks - marksPerBase);
}

void Painter::put(QStringView shown, qsizetype codePoints)
{
    if (m_lines == Lines::Several && m_lineLength >= m_lineLimit && m_marks == 0)
        breakLine();
    m_result += shown;
    m_shown += codePoints;
    m_lineLength += codePoints;
}

void Painter::breakLine()
{
    m_result += u'\n';
    m_lineLength = 0;
}

bool isIdCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
           QStringView(u"._-#:").contains(c);
}

unsigned scriptBit(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Latin:
        return 1;
    case QChar::Script_Cyrillic:
        return 2;
    case QChar::Script_Greek:
        return 4;
    case QChar::Script_Armenian:
        return 8;
    case QChar::Script_Cherokee:
        return 16;
    default:
        return 0;
    }
}

bool endsWord(char32_t c)
{
    const bool joins = c == U'-' || c == U'_' || c == U'.';
    return QChar::isSpace(c) || (QChar::isPunct(c) && !joins);
}

} // namespace

QString safeLine(QStringView text, qsizetype limit)
{
    Painter painter(text, Painter::Lines::One, limit, std::numeric_limits<qsizetype>::max());
    const qsizetype leftOut = painter.paint();
    if (leftOut == 0)
        return painter.result();
    return painter.result() + QStringLiteral("… (%1)").arg(leftOut);
}

QString safeBlock(QStringView text, qsizetype limit, qsizetype lineLimit)
{
    Painter painter(text, Painter::Lines::Several, limit, lineLimit);
    const qsizetype leftOut = painter.paint();
    if (leftOut == 0)
        return painter.result();
    const auto number =
        static_cast<int>(std::min<qsizetype>(leftOut, std::numeric_limits<int>::max()));
    return painter.result() + u'\n' +
           QCoreApplication::translate("DisplayText", "… %n more characters", nullptr, number);
}

QString safeToolTip(QStringView text)
{
    return QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>")
        .arg(safeBlock(text, 4'096).toHtmlEscaped());
}

bool isUsualId(QStringView text)
{
    return !text.isEmpty() && text.size() <= 128 &&
           std::all_of(text.begin(), text.end(), isIdCharacter);
}

QString groupedId(QStringView id)
{
    if (!isUsualId(id))
        return safeLine(id);
    // What follows a point or the like ("….t0002") is short and is read as one.
    const auto isOfRun = [](QChar c) { return c.isLetterOrNumber() || c == u'-'; };
    const qsizetype end = std::find_if_not(id.begin(), id.end(), isOfRun) - id.begin();
    qsizetype position = id.first(end).lastIndexOf(u'-') + 1;
    QString result = id.first(position).toString();
    while (position < end) {
        const qsizetype length = std::min<qsizetype>(4, end - position);
        result += id.sliced(position, length);
        position += length;
        if (position < end)
            result += u' ';
    }
    return result + id.sliced(end);
}

bool hasMixedScripts(QStringView text)
{
    CodePoints points(text.first(std::min(text.size(), scriptScanLimit)));
    unsigned scripts = 0;
    while (!points.atEnd()) {
        const char32_t c = points.take();
        if (endsWord(c))
            scripts = 0;
        else if (QChar::isLetter(c))
            scripts |= scriptBit(c);
        if ((scripts & (scripts - 1)) != 0)
            return true;
    }
    return false;
}

} // namespace countersign
