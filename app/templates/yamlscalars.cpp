// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/yamlscalars.h"

namespace countersign {

namespace {

struct NumberParts
{
    bool isNumber = false;
    bool isNegative = false;
    QStringView whole;
    QStringView fraction;
    QStringView exponent; //!< with its letter
};

QStringView takeDigits(QStringView &rest)
{
    qsizetype count = 0;
    while (count < rest.size() && rest[count] >= u'0' && rest[count] <= u'9')
        ++count;
    const QStringView digits = rest.first(count);
    rest = rest.sliced(count);
    return digits;
}

bool takeSign(QStringView &rest, bool &isNegative)
{
    if (rest.isEmpty() || (rest[0] != u'-' && rest[0] != u'+'))
        return false;
    isNegative = rest[0] == u'-';
    rest = rest.sliced(1);
    return true;
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
NumberParts numberParts(QStringView text)
{
    NumberParts parts;
    QStringView rest = text;
    takeSign(rest, parts.isNegative);
    parts.whole = takeDigits(rest);
    if (!rest.isEmpty() && rest[0] == u'.') {
        rest = rest.sliced(1);
        parts.fraction = takeDigits(rest);
    }
    if (parts.whole.isEmpty() && parts.fraction.isEmpty())
        return parts;
    if (!rest.isEmpty() && (rest[0] == u'e' || rest[0] == u'E')) {
        parts.exponent = rest;
        rest = rest.sliced(1);
        bool isNegative = false;
        takeSign(rest, isNegative);
        if (takeDigits(rest).isEmpty())
            return parts;
    }
    parts.isNumber = rest.isEmpty();
    return parts;
}

bool isOneOf(QStringView text, std::initializer_list<QStringView> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

} // namespace

TemplateNode::Kind plainScalarKind(QStringView text)
{
    if (text.isEmpty() || isOneOf(text, {u"~", u"null", u"Null", u"NULL"}))
        return TemplateNode::Kind::Null;
    if (isOneOf(text, {u"true", u"True", u"TRUE", u"false", u"False", u"FALSE"}))
        return TemplateNode::Kind::Bool;
    return numberParts(text).isNumber ? TemplateNode::Kind::Number : TemplateNode::Kind::Text;
}

QByteArray jsonNumber(QStringView text)
{
    const NumberParts parts = numberParts(text);
    if (!parts.isNumber)
        return QByteArrayLiteral("null");
    QStringView whole = parts.whole;
    while (whole.size() > 1 && whole[0] == u'0')
        whole = whole.sliced(1);
    QByteArray number = parts.isNegative ? QByteArrayLiteral("-") : QByteArray();
    number += whole.isEmpty() ? QByteArrayLiteral("0") : whole.toLatin1();
    if (!parts.fraction.isEmpty())
        number += '.' + parts.fraction.toLatin1();
    return number + parts.exponent.toLatin1();
}

} // namespace countersign
