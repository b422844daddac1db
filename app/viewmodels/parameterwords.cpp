// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/parameterwords.h"

#include "app/domain/displaytext.h"
#include "app/templates/secretvalues.h"

#include <QCoreApplication>

namespace countersign {

namespace {

using Fault = ParameterFinding::Fault;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ParameterWords)
};

//! English sources of the context "JsonReasons": what the reader of JSON says.
constexpr const char *jsonReasons[] = {
    QT_TRANSLATE_NOOP("JsonReasons", "a control character in a string"),
    QT_TRANSLATE_NOOP("JsonReasons", "a member name is too long"),
    QT_TRANSLATE_NOOP("JsonReasons", "a member name stands twice"),
    QT_TRANSLATE_NOOP("JsonReasons", "a string is too long"),
    QT_TRANSLATE_NOOP("JsonReasons", "a string without its end"),
    QT_TRANSLATE_NOOP("JsonReasons", "an escape that JSON does not have"),
    QT_TRANSLATE_NOOP("JsonReasons", "bytes that are not UTF-8"),
    QT_TRANSLATE_NOOP("JsonReasons", "expected ',' or the end of the container"),
    QT_TRANSLATE_NOOP("JsonReasons", "expected ':'"),
    QT_TRANSLATE_NOOP("JsonReasons", "expected a digit"),
    QT_TRANSLATE_NOOP("JsonReasons", "expected a member name in quotes"),
    QT_TRANSLATE_NOOP("JsonReasons", "expected a value"),
    QT_TRANSLATE_NOOP("JsonReasons", "text behind the value"),
    QT_TRANSLATE_NOOP("JsonReasons", "the text ends too early"),
    QT_TRANSLATE_NOOP("JsonReasons", "the text has too many members"),
    QT_TRANSLATE_NOOP("JsonReasons", "the text is nested too deeply"),
    QT_TRANSLATE_NOOP("JsonReasons", "the text is too large"),
    QT_TRANSLATE_NOOP("JsonReasons", "the wrong closing bracket"),
};

//! In the language that is shown; a reason that is not known here stays as it is.
QString reasonWords(const QString &reason)
{
    for (const char *known : jsonReasons) {
        if (reason == QLatin1String(known))
            return QCoreApplication::translate("JsonReasons", known);
    }
    return reason;
}

QString numberText(const Json &number)
{
    return QString::fromLatin1(number.numberText());
}

// "60 to 3600", "at least 60", "at most 3600"; empty without limits.
QString rangeText(const QString &least, const QString &most)
{
    if (least.isEmpty() && most.isEmpty())
        return {};
    if (most.isEmpty())
        return Words::tr("at least %1", "range of a number").arg(least);
    if (least.isEmpty())
        return Words::tr("at most %1", "range of a number").arg(most);
    return Words::tr("%1 to %2", "range of a number").arg(least, most);
}

QString valuesText(const std::vector<Json> &values)
{
    constexpr std::size_t shown = 6;
    QStringList texts;
    for (std::size_t i = 0; i < values.size() && i < shown; ++i)
        texts += safeLine(shownValue(values[i]), 64);
    if (values.size() > shown)
        texts += QStringLiteral("…");
    return texts.join(u' ');
}

QString lengthText(const ParameterDeclaration &declaration)
{
    const auto text = [](const std::optional<qint64> &length) {
        return length ? QString::number(*length) : QString();
    };
    const QString range = rangeText(text(declaration.minLength), text(declaration.maxLength));
    //: How long a text may be; %1 is a range such as "2 to 64"
    return range.isEmpty() ? range : Words::tr("length %1").arg(range);
}

QString textProblem(const ParameterFinding &finding)
{
    switch (finding.fault) {
    case Fault::TooLarge:
        return Words::tr("The parameters are larger than 64 KiB, the most that is sent.");
    case Fault::DuplicateName:
        //: %1 is the name of a member of a JSON object, %2 a line number
        return Words::tr("The name %1 stands twice; the first one is in line %2.")
            .arg(safeLine(finding.path, 200))
            .arg(finding.firstLine);
    case Fault::NotObject:
        return Words::tr("This is no JSON object: parameters stand in braces.");
    default:
        break;
    }
    if (finding.path.isEmpty())
        //: %1 is a reason such as "expected ':'"
        return Words::tr("This is no JSON: %1.").arg(reasonWords(finding.detail));
    //: %1 is a reason such as "expected ':'", %2 the path of a member
    return Words::tr("This is no JSON: %1, at %2.")
        .arg(reasonWords(finding.detail), safeLine(finding.path, 200));
}

QString limitProblem(const ParameterFinding &finding, const QString &name)
{
    const QString limit = safeLine(finding.detail, 64);
    switch (finding.fault) {
    case Fault::TooShort:
        //: %1 is the name of a parameter
        return Words::tr("%1 is shorter than %n character(s).", nullptr, limit.toInt()).arg(name);
    case Fault::TooLong:
        //: %1 is the name of a parameter
        return Words::tr("%1 is longer than %n character(s).", nullptr, limit.toInt()).arg(name);
    case Fault::TooSmall:
        //: %1 is the name of a parameter, %2 a number
        return Words::tr("%1 is less than %2.").arg(name, limit);
    default:
        //: %1 is the name of a parameter, %2 a number
        return Words::tr("%1 is greater than %2.").arg(name, limit);
    }
}

QString valueProblem(const ParameterFinding &finding, const QString &name)
{
    switch (finding.fault) {
    case Fault::WrongType:
        //: %1 is the name of a parameter, %2 a type such as Number
        return Words::tr("%1 is not of the type %2.").arg(name, safeLine(finding.detail, 64));
    case Fault::NotAllowed:
        return Words::tr("%1 is not among the values that the template allows.").arg(name);
    case Fault::NoMatch:
        //: %1 is the name of a parameter, %2 a regular expression
        return Words::tr("%1 does not have the form %2.").arg(name, safeLine(finding.detail, 200));
    case Fault::Missing:
        return Words::tr("%1 is required.").arg(name);
    case Fault::HiddenValue:
        return Words::tr("%1 stands for a secret that is not here: one that was typed is not kept "
                         "when the dialog closes or the program is locked. Type it again, or take "
                         "the change back.")
            .arg(name);
    case Fault::UnknownName:
        if (finding.detail.isEmpty())
            return Words::tr("The template does not declare %1.").arg(name);
        //: %1 and %2 are names that differ in upper and lower case
        return Words::tr("The template does not declare %1, but %2.")
            .arg(name, safeLine(finding.detail, 200));
    case Fault::NotCheckable:
        if (finding.detail.isEmpty())
            return Words::tr("%1 is a reference; its value cannot be checked here.").arg(name);
        return Words::tr("The form that the template asks of %1 cannot be checked here.").arg(name);
    default:
        return limitProblem(finding, name);
    }
}

} // namespace

QString parameterProblemText(const ParameterFinding &finding, const QString &constraint)
{
    if (finding.name.isEmpty())
        return textProblem(finding);
    const QString words = valueProblem(finding, safeLine(finding.path, 200));
    if (constraint.isEmpty() || !finding.isBlocking())
        return words;
    //: %1 is a sentence of ours, %2 the template's own words about the same
    return Words::tr("%1 The template says: %2").arg(words, safeLine(constraint, 300));
}

QString placedProblemText(const ParameterFinding &finding, const QString &words)
{
    if (finding.line == 0)
        return words;
    //: %1 and %2 are numbers, %3 a sentence about that place
    return Words::tr("Line %1, column %2: %3").arg(finding.line).arg(finding.column).arg(words);
}

QString parameterHint(const ParameterDeclaration &declaration, bool isRequired)
{
    QStringList parts;
    parts += safeLine(declaration.type.isEmpty() ? QStringLiteral("String") : declaration.type, 64);
    const auto number = [](const std::optional<Json> &limit) {
        return limit ? numberText(*limit) : QString();
    };
    for (const QString &part :
         {rangeText(number(declaration.minValue), number(declaration.maxValue)),
          lengthText(declaration)}) {
        if (!part.isEmpty())
            parts += part;
    }
    const bool isChosen = declaration.type != u"List" && declaration.type != u"Json";
    if (!declaration.allowedValues.empty() && !isChosen)
        //: Which values the items of a list may have; %1 is a list of values
        parts += Words::tr("each one of %1").arg(valuesText(declaration.allowedValues));
    if (!declaration.allowedPattern.isEmpty())
        //: %1 is a regular expression
        parts += Words::tr("of the form %1").arg(safeLine(declaration.allowedPattern, 120));
    if (declaration.isNoEcho)
        parts += QStringLiteral("NoEcho");
    else if (declaration.isMasked)
        parts += Words::tr("secret", "kind of a parameter");
    if (!declaration.associationProperty.isEmpty())
        parts += safeLine(declaration.associationProperty, 120);
    if (isRequired)
        parts += Words::tr("required", "kind of a parameter");
    //: What stands between the parts of a list such as "Number, 60 to 3600"
    return parts.join(Words::tr(", ", "between parts of a list"));
}

} // namespace countersign
