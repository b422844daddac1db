// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/arithmetic.h"
#include "app/sandbox/engine/evaluation.h"
#include "app/sandbox/engine/functions.h"

#include <QRegularExpression>

namespace countersign::sandbox::functions {

Json join(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> pair = listArguments(evaluation, arguments, 2, 2);
    if (pair.empty())
        return {};
    const Json list = parsedText(pair[1]);
    if (!pair[0].isString() || !list.isArray())
        return evaluation.fail(QStringLiteral("it takes a delimiter and a list"));
    QStringList texts;
    list.forEachItem([&](const Json &item) { texts.append(textForm(item)); });
    return Json::fromString(texts.join(pair[0].toString()));
}

Json split(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> pair = listArguments(evaluation, arguments, 2, 2);
    if (pair.empty())
        return {};
    if (!pair[0].isString() || pair[0].toString().isEmpty() || !pair[1].isString())
        return evaluation.fail(QStringLiteral("it takes a delimiter that is not empty and a text"));
    std::vector<Json> pieces;
    const QStringList texts = pair[1].toString().split(pair[0].toString());
    for (const QString &text : texts)
        pieces.push_back(Json::fromString(text));
    return Json::fromItems(pieces);
}

Json replace(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> pair = listArguments(evaluation, arguments, 2, 2);
    if (pair.empty())
        return {};
    if (!pair[0].isObject() || !pair[1].isString())
        return evaluation.fail(QStringLiteral("it takes an object of replacements and a text"));
    QString text = pair[1].toString();
    const Members replacements = pair[0].members();
    for (const auto &[old, replacement] : replacements) {
        if (old.isEmpty())
            return evaluation.fail(QStringLiteral("the text to be replaced is empty"));
        text.replace(old, textForm(replacement));
    }
    return Json::fromString(text);
}

Json sub(Evaluation &evaluation, const Json &arguments)
{
    const Json text = arguments.isArray() ? arguments.at(0) : arguments;
    const Json map = arguments.isArray() ? arguments.at(1) : Json();
    if (!text.isString() || (arguments.isArray() && arguments.size() > 2) ||
        (!map.isNull() && !map.isObject()))
        return evaluation.fail(QStringLiteral("it takes a text and an object of values"));
    if (!map.isObject())
        return text;
    static const QRegularExpression variable(QStringLiteral(R"(\$\{(!?)([^${}]+)\})"));
    const QString source = text.toString();
    QString written;
    qsizetype at = 0;
    QRegularExpressionMatchIterator matches = variable.globalMatch(source);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        written += source.mid(at, match.capturedStart() - at);
        const std::optional<Json> value = map.find(match.captured(2));
        if (match.capturedLength(1) > 0)
            written += u"${" + match.captured(2) + u'}';
        else
            written += value ? textForm(*value) : match.captured();
        at = match.capturedEnd();
    }
    written += source.mid(at);
    return Json::fromString(written);
}

namespace {

Json onlyArgument(const Json &arguments)
{
    return arguments.isArray() && arguments.size() == 1 ? arguments.at(0) : arguments;
}

} // namespace

Json base64Encode(Evaluation &evaluation, const Json &arguments)
{
    const Json text = onlyArgument(arguments);
    if (!text.isString())
        return evaluation.fail(QStringLiteral("it takes a text"));
    return Json::fromString(QString::fromLatin1(text.toString().toUtf8().toBase64()));
}

Json base64Decode(Evaluation &evaluation, const Json &arguments)
{
    const Json text = onlyArgument(arguments);
    if (text.isNull())
        return {};
    QByteArray bytes = text.toString().toLatin1();
    bytes.replace('\n', QByteArray()).replace('\r', QByteArray());
    const auto decoded =
        QByteArray::fromBase64Encoding(bytes, QByteArray::AbortOnBase64DecodingErrors);
    if (!text.isString() || !decoded)
        return evaluation.fail(QStringLiteral("it takes a text in Base64"));
    return Json::fromString(QString::fromUtf8(*decoded));
}

Json escape(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> pair = listArguments(evaluation, arguments, 2, 2);
    if (pair.empty())
        return {};
    if (!pair[0].isString() || !pair[1].isString())
        return evaluation.fail(QStringLiteral("it takes a text and a kind"));
    if (pair[1].toString().compare(u"powershell", Qt::CaseInsensitive) != 0) {
        evaluation.remark(u"Fn::Escape leaves the text as it is: the kind " + pair[1].toString() +
                          u" is not known.");
        return pair[0];
    }
    static const QRegularExpression beforeQuote(QStringLiteral("(\\\\*)\""));
    return Json::fromString(pair[0].toString().replace(beforeQuote, QStringLiteral("\\1\\1\\\"")));
}

Json eval(Evaluation &evaluation, const Json &arguments)
{
    const Json text = onlyArgument(arguments);
    const std::optional<double> number = calculate(textForm(text));
    if (!number)
        return evaluation.fail(u"the expression " + textForm(text).left(100) +
                               u" is not plain arithmetic");
    return jsonNumber(*number);
}

} // namespace countersign::sandbox::functions
