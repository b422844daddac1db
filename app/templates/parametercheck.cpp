// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/parametercheck.h"

#include "app/domain/jsonedit.h"
#include "app/templates/secretvalues.h"
#include "app/templates/textpositions.h"

#include <QRegularExpression>

#include <algorithm>

namespace countersign {

namespace {

using Fault = ParameterFinding::Fault;
using Findings = std::vector<ParameterFinding>;

//! More than these are not worth a word each.
constexpr int mostUnknownNames = 100;

// The text of a scalar as the service makes it for a String.
QString scalarText(const Json &value)
{
    return value.isString() ? value.toString() : QString::fromUtf8(value.compact());
}

std::optional<Json> parsedText(const Json &value)
{
    if (!value.isString() || !value.toString().isValidUtf16())
        return std::nullopt;
    return Json::parse(value.toString().toUtf8()).json;
}

bool isReference(const Json &value)
{
    const QString text = value.toString().trimmed();
    return text.startsWith(u"{{") && text.endsWith(u"}}");
}

bool isContainer(const Json &value)
{
    return value.isArray() || value.isObject();
}

// A text that was meant to be a list or an object and is neither.
bool isBrokenContainer(const Json &value)
{
    const QString text = value.toString().trimmed();
    return !isReference(value) && (text.startsWith(u'[') || text.startsWith(u'{'));
}

bool isAmong(const std::vector<Json> &allowed, const Json &value)
{
    return std::any_of(allowed.begin(), allowed.end(), [&](const Json &candidate) {
        return candidate == value || (!isContainer(candidate) && !isContainer(value) &&
                                      scalarText(candidate) == scalarText(value));
    });
}

std::optional<Json> asNumber(const Json &value)
{
    const Json number = parsedText(value).value_or(value);
    return number.type() == Json::Type::Number ? std::optional(number) : std::nullopt;
}

std::optional<Json> asTruth(const Json &value)
{
    if (value.type() == Json::Type::Bool)
        return value;
    const QString text = value.toString().trimmed();
    for (const bool truth : {true, false}) {
        if (text.compare(truth ? u"true" : u"false", Qt::CaseInsensitive) == 0)
            return Json::fromBool(truth);
    }
    return std::nullopt;
}

std::optional<Json> asList(const Json &value)
{
    const Json list = parsedText(value).value_or(value);
    if (list.isArray())
        return list;
    const bool isOne =
        value.type() == Json::Type::Number || (value.isString() && !isBrokenContainer(value));
    return isOne ? std::optional(Json::fromItems({value})) : std::nullopt;
}

std::optional<Json> asJson(const Json &value)
{
    if (const std::optional<Json> parsed = parsedText(value))
        return parsed;
    return isBrokenContainer(value) ? std::nullopt : std::optional(value);
}

// `value` as a parameter of the declared type takes it; nothing when it does not.
std::optional<Json> inType(const ParameterDeclaration &declaration, const Json &value)
{
    if (declaration.type == u"Number")
        return asNumber(value);
    if (declaration.type == u"Boolean")
        return asTruth(value);
    if (declaration.type == u"List")
        return asList(value);
    if (declaration.type == u"Json")
        return asJson(value);
    const bool isText = declaration.type.isEmpty() || declaration.type == u"String";
    const bool isTaken =
        !isText || !isContainer(value) || isAmong(declaration.allowedValues, value);
    return isTaken ? std::optional(value) : std::nullopt;
}

// Checks one text and gathers what it finds.
class ParameterChecker
{
public:
    ParameterChecker(const QByteArray &text, const ParameterRules &rules)
        : m_text(text)
        , m_rules(rules)
        , m_positions(text)
    {
    }

    Findings check(qsizetype size)
    {
        if (size > longestParameters)
            return {{Fault::TooLarge, {}, {}, 0, 0, 0, {}}};
        const Json::ParseResult parsed = Json::parse(m_text);
        if (!parsed) {
            addUnreadable(parsed.error);
        } else if (!parsed.json->isObject()) {
            add(Fault::NotObject, {}, parsed.json->offset());
        } else {
            // Places are in the order of the members.
            const std::vector<JsonMemberPlace> places = memberPlaces(*parsed.json, m_text);
            auto place = places.cbegin();
            parsed.json->forEachMember(
                [&](const QString &, const Json &value) { checkMember(*place++, value); });
            if (m_rules.isWhole)
                addMissing(*parsed.json);
        }
        return std::move(m_findings);
    }

private:
    ParameterFinding &add(Fault fault, const QString &name, qsizetype offset,
                          const QString &detail = {})
    {
        const TextPosition position = m_positions.atByte(offset);
        return m_findings.emplace_back(
            ParameterFinding{fault, name, name, position.line, position.column, 0, detail});
    }

    void addUnreadable(const JsonError &error)
    {
        const bool isDuplicate = error.kind == JsonError::Kind::DuplicateName;
        ParameterFinding &finding = add(isDuplicate ? Fault::DuplicateName : Fault::NotJson, {},
                                        error.offset, isDuplicate ? error.name : error.reason);
        finding.path = memberPathAt(m_text, error.offset);
        finding.firstLine = error.firstLine;
    }

    void checkMember(const JsonMemberPlace &place, const Json &written)
    {
        const auto hidden = m_rules.hidden.constFind(place.name);
        const bool isStoodFor = hidden != m_rules.hidden.cend() && isHiddenValue(written);
        const Json &value = isStoodFor ? *hidden : written;
        const auto declared = std::find_if(
            m_rules.declarations.begin(), m_rules.declarations.end(),
            [&](const ParameterDeclaration &candidate) { return candidate.name == place.name; });
        const bool isDeclared = declared != m_rules.declarations.end();
        const bool isMasked = isDeclared ? declared->isMasked : isSecretName(place.name);
        if (isHidden(value, isMasked))
            add(Fault::HiddenValue, place.name, place.valueBegin);
        else if (isDeclared && !value.isNull())
            checkValue(*declared, place, value);
        else if (!isDeclared && !m_rules.otherNames.contains(place.name) &&
                 ++m_unknownNames <= mostUnknownNames)
            add(Fault::UnknownName, place.name, place.nameBegin, similarName(place.name));
    }

    // Asterisks are a value of many kinds of parameter, bullets of none.
    static bool isHidden(const Json &value, bool isMasked)
    {
        if (isContainer(value))
            return value.source().contains(QString(u'"' + hiddenValue() + u'"').toUtf8());
        return isHiddenValue(value) && (isMasked || value.toString().startsWith(u'•'));
    }

    QString similarName(const QString &name) const
    {
        for (const ParameterDeclaration &declaration : m_rules.declarations) {
            if (declaration.name.compare(name, Qt::CaseInsensitive) == 0)
                return declaration.name;
        }
        return {};
    }

    void checkValue(const ParameterDeclaration &declaration, const JsonMemberPlace &place,
                    const Json &value)
    {
        const std::size_t before = m_findings.size();
        checkType(declaration, place, value);
        // What a reference stands for may be fine; a pattern is asked of the reference itself.
        if (m_findings.size() > before && isReference(value) &&
            declaration.allowedPattern.isEmpty()) {
            m_findings.resize(before);
            add(Fault::NotCheckable, place.name, place.valueBegin);
        }
    }

    void checkType(const ParameterDeclaration &declaration, const JsonMemberPlace &place,
                   const Json &value)
    {
        const std::optional<Json> typed = inType(declaration, value);
        if (!typed) {
            add(Fault::WrongType, place.name, place.valueBegin, declaration.type);
            return;
        }
        if (!declaration.allowedValues.empty())
            checkAllowed(declaration, place, value, *typed);
        if (declaration.type.isEmpty() || declaration.type == u"String")
            checkText(declaration, place, scalarText(*typed));
        if (declaration.type == u"Number")
            checkRange(declaration, place, *typed);
    }

    void checkAllowed(const ParameterDeclaration &declaration, const JsonMemberPlace &place,
                      const Json &value, const Json &typed)
    {
        if (declaration.type != u"List") {
            if (!isAmong(declaration.allowedValues, typed))
                add(Fault::NotAllowed, place.name, place.valueBegin);
            return;
        }
        const std::vector<Json> items = typed.items();
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (isAmong(declaration.allowedValues, items[i]))
                continue;
            // A list in a text, or one that is hidden, has places of its own.
            const bool isInText = value.isArray() && items[i].offset() > place.valueBegin &&
                                  items[i].offset() < place.valueEnd;
            ParameterFinding &finding =
                add(Fault::NotAllowed, place.name, isInText ? items[i].offset() : place.valueBegin);
            finding.path += QStringLiteral("[%1]").arg(i);
        }
    }

    void checkText(const ParameterDeclaration &declaration, const JsonMemberPlace &place,
                   const QString &text)
    {
        const qsizetype length = text.toUcs4().size();
        if (declaration.minLength && length < *declaration.minLength)
            add(Fault::TooShort, place.name, place.valueBegin,
                QString::number(*declaration.minLength));
        if (declaration.maxLength && length > *declaration.maxLength)
            add(Fault::TooLong, place.name, place.valueBegin,
                QString::number(*declaration.maxLength));
        if (declaration.allowedPattern.isEmpty())
            return;
        const QRegularExpression whole(
            QRegularExpression::anchoredPattern(declaration.allowedPattern));
        const QRegularExpressionMatch match =
            whole.isValid() ? whole.match(text) : QRegularExpressionMatch();
        if (!whole.isValid() || !match.isValid())
            add(Fault::NotCheckable, place.name, place.valueBegin, declaration.allowedPattern);
        else if (!match.hasMatch())
            add(Fault::NoMatch, place.name, place.valueBegin, declaration.allowedPattern);
    }

    void checkRange(const ParameterDeclaration &declaration, const JsonMemberPlace &place,
                    const Json &number)
    {
        const auto isLess = [](const Json &a, const Json &b) {
            return compareNumbers(a, b) == std::strong_ordering::less;
        };
        if (declaration.minValue && isLess(number, *declaration.minValue))
            add(Fault::TooSmall, place.name, place.valueBegin, scalarText(*declaration.minValue));
        if (declaration.maxValue && isLess(*declaration.maxValue, number))
            add(Fault::TooGreat, place.name, place.valueBegin, scalarText(*declaration.maxValue));
    }

    void addMissing(const Json &object)
    {
        for (const ParameterDeclaration &declaration : m_rules.declarations) {
            const std::optional<Json> value = object.find(declaration.name);
            if (!declaration.defaultValue && (!value || value->isNull()))
                m_findings.push_back(
                    {Fault::Missing, declaration.name, declaration.name, 0, 0, 0, {}});
        }
    }

    const QByteArray &m_text;
    const ParameterRules &m_rules;
    TextPositions m_positions;
    Findings m_findings;
    int m_unknownNames = 0;
};

} // namespace

bool ParameterFinding::isBlocking() const
{
    return fault != Fault::UnknownName && fault != Fault::NotCheckable;
}

Findings checkParameters(const QByteArray &text, qsizetype size, const ParameterRules &rules)
{
    return ParameterChecker(text, rules).check(size);
}

} // namespace countersign
