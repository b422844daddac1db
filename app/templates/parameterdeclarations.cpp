// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/parameterdeclarations.h"

namespace countersign {

namespace {

QString textOf(const TemplateNode &map, QStringView name)
{
    const TemplateNode *node = map.find(name);
    const bool isText = node && node->isScalar() && node->kind != TemplateNode::Kind::Null;
    return isText ? node->text : QString();
}

bool isTrue(const TemplateNode *node)
{
    return node && node->isScalar() && node->text.compare(u"true", Qt::CaseInsensitive) == 0;
}

// A number, also one that is written as a text ("30").
std::optional<Json> numberOf(const TemplateNode &map, QStringView name)
{
    const Json::ParseResult parsed = Json::parse(textOf(map, name).trimmed().toUtf8());
    const bool isNumber = parsed && parsed.json->type() == Json::Type::Number;
    return isNumber ? parsed.json : std::nullopt;
}

std::optional<qint64> lengthOf(const TemplateNode &map, QStringView name)
{
    const std::optional<Json> number = numberOf(map, name);
    return number ? number->toInteger() : std::nullopt;
}

ParameterDeclaration parameterOf(const TemplateNode &name, const TemplateNode &node)
{
    ParameterDeclaration parameter;
    parameter.name = name.text;
    parameter.line = name.line;
    parameter.type = textOf(node, u"Type");
    parameter.label = LocalisedText::from(node.find(u"Label"));
    parameter.description = LocalisedText::from(node.find(u"Description"));
    parameter.constraint = LocalisedText::from(node.find(u"ConstraintDescription"));
    if (const TemplateNode *value = node.find(u"Default")) {
        parameter.defaultValue = value->toJson();
        parameter.defaultPlace = {value->line, value->column, value->lastLine};
    }
    if (const TemplateNode *allowed = node.find(u"AllowedValues")) {
        for (const TemplateNode &item : allowed->items)
            parameter.allowedValues.push_back(item.toJson());
    }
    parameter.allowedPattern = textOf(node, u"AllowedPattern");
    parameter.minLength = lengthOf(node, u"MinLength");
    parameter.maxLength = lengthOf(node, u"MaxLength");
    parameter.minValue = numberOf(node, u"MinValue");
    parameter.maxValue = numberOf(node, u"MaxValue");
    parameter.associationProperty = textOf(node, u"AssociationProperty");
    parameter.isNoEcho = isTrue(node.find(u"NoEcho"));
    parameter.isMasked = parameter.isNoEcho || isSecretName(parameter.name) ||
                         parameter.associationProperty.endsWith(u"Password", Qt::CaseInsensitive);
    return parameter;
}

// A group's Label is a text, languages, or languages below "default".
LocalisedText labelOf(const TemplateNode &group)
{
    const TemplateNode *label = group.find(u"Label");
    const TemplateNode *inner = label ? label->find(u"default") : nullptr;
    return LocalisedText::from(inner ? inner : label);
}

} // namespace

std::vector<ParameterDeclaration> parametersOf(const TemplateNode &root)
{
    std::vector<ParameterDeclaration> declarations;
    if (const TemplateNode *parameters = root.find(u"Parameters")) {
        for (const auto &[name, node] : parameters->members)
            declarations.push_back(parameterOf(name, node));
    }
    return declarations;
}

std::vector<ParameterGroup> parameterGroupsOf(const TemplateNode &root)
{
    std::vector<ParameterGroup> groups;
    const TemplateNode *metadata = root.find(u"Metadata");
    const TemplateNode *form = metadata ? metadata->find(u"ALIYUN::OOS::Interface") : nullptr;
    const TemplateNode *list = form ? form->find(u"ParameterGroups") : nullptr;
    if (!list)
        return groups;
    for (const TemplateNode &item : list->items) {
        ParameterGroup group;
        group.label = labelOf(item);
        if (const TemplateNode *names = item.find(u"Parameters")) {
            for (const TemplateNode &name : names->items) {
                if (name.isScalar())
                    group.parameters.push_back(name.text);
            }
        }
        if (!group.parameters.empty())
            groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace countersign
