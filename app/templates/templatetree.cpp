// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/templatetree.h"

#include "app/templates/jsontree.h"
#include "app/templates/yamlscalars.h"
#include "app/templates/yamltree.h"

#include <algorithm>
#include <limits>

namespace countersign {

namespace {

void appendJson(const TemplateNode &node, QByteArray &bytes)
{
    switch (node.kind) {
    case TemplateNode::Kind::Null:
        bytes += "null";
        return;
    case TemplateNode::Kind::Bool:
        bytes += node.truth() ? "true" : "false";
        return;
    case TemplateNode::Kind::Number:
        bytes += jsonNumber(node.text);
        return;
    case TemplateNode::Kind::Text:
        bytes += JsonWriter::quoted(node.text);
        return;
    case TemplateNode::Kind::List:
        bytes += '[';
        for (const TemplateNode &item : node.items) {
            if (&item != &node.items.front())
                bytes += ',';
            appendJson(item, bytes);
        }
        bytes += ']';
        return;
    case TemplateNode::Kind::Map:
        bytes += '{';
        for (const auto &member : node.members) {
            if (&member != &node.members.front())
                bytes += ',';
            bytes += JsonWriter::quoted(member.first.text) + ':';
            appendJson(member.second, bytes);
        }
        bytes += '}';
        return;
    }
}

JsonLimits withoutSizes(int depth)
{
    JsonLimits limits;
    limits.bytes = std::numeric_limits<qsizetype>::max();
    limits.depth = depth;
    limits.members = std::numeric_limits<int>::max();
    limits.nameBytes = limits.bytes;
    limits.stringBytes = limits.bytes;
    return limits;
}

TemplateReading refused(TextPosition position, const QString &reason)
{
    TemplateReading reading;
    reading.problem.line = position.line;
    reading.problem.column = position.column;
    reading.problem.reason = reason;
    return reading;
}

TemplateReading wholeRefused(const QString &reason)
{
    return refused({0, 0}, reason);
}

bool beginsLikeJson(const QByteArray &utf8)
{
    const auto first = std::find_if(utf8.begin(), utf8.end(), [](char byte) {
        return byte != ' ' && byte != '\t' && byte != '\r' && byte != '\n';
    });
    return first != utf8.end() && (*first == '{' || *first == '[');
}

TemplateReading readBrokenJson(const QByteArray &utf8, const TextPositions &positions,
                               const TemplateLimits &limits, const JsonError &error)
{
    TemplateReading reading = yamlTree(utf8, positions, limits);
    if (reading.tree) {
        reading.tree->isBrokenJson = true;
        return reading;
    }
    const TemplateProblem yaml = reading.problem;
    return refused(positions.atByte(error.offset),
                   QStringLiteral("not valid JSON (%1), and not valid YAML either (line %2: %3)")
                       .arg(error.reason, QString::number(yaml.line), yaml.reason));
}

TemplateReading readJson(const QByteArray &utf8, const TextPositions &positions,
                         const TemplateLimits &limits)
{
    JsonLimits jsonLimits = withoutSizes(limits.depth);
    jsonLimits.members = limits.nodes;
    const Json::ParseResult parsed = Json::parse(utf8, jsonLimits);
    if (parsed) {
        TemplateReading reading;
        reading.tree = TemplateTree{TemplateTree::Format::Json, false,
                                    jsonTree(*parsed.json, utf8, positions)};
        return reading;
    }
    if (parsed.error.kind == JsonError::Kind::Syntax)
        return readBrokenJson(utf8, positions, limits, parsed.error);
    TemplateReading reading = refused(positions.atByte(parsed.error.offset), parsed.error.reason);
    if (parsed.error.kind == JsonError::Kind::DuplicateName) {
        reading.problem.firstLine = parsed.error.firstLine;
        reading.problem.reason = QStringLiteral("the name \"%1\" is used twice; first in line %2")
                                     .arg(parsed.error.name)
                                     .arg(parsed.error.firstLine);
    }
    return reading;
}

} // namespace

const TemplateNode *TemplateNode::find(QStringView name) const
{
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const auto &member) { return member.first.text == name; });
    return found == members.end() ? nullptr : &found->second;
}

bool TemplateNode::truth() const
{
    return kind == Kind::Bool && text.compare(u"true", Qt::CaseInsensitive) == 0;
}

Json TemplateNode::toJson() const
{
    QByteArray bytes;
    appendJson(*this, bytes);
    return Json::parse(bytes, withoutSizes(std::numeric_limits<int>::max())).json.value_or(Json());
}

TemplateReading readTemplateTree(const QString &text, const TemplateLimits &limits)
{
    const QStringView withoutMark =
        text.startsWith(QChar::ByteOrderMark) ? QStringView(text).sliced(1) : QStringView(text);
    const QByteArray utf8 = withoutMark.toUtf8();
    if (utf8.size() > limits.bytes)
        return wholeRefused(QStringLiteral("the text has %1 bytes; templates over %2 are not read")
                                .arg(utf8.size())
                                .arg(limits.bytes));
    const TextPositions positions(utf8);
    return beginsLikeJson(utf8) ? readJson(utf8, positions, limits)
                                : yamlTree(utf8, positions, limits);
}

} // namespace countersign
