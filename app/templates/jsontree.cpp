// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/jsontree.h"

namespace countersign {

namespace {

class JsonTreeBuilder
{
public:
    JsonTreeBuilder(const QByteArray &utf8, const TextPositions &positions)
        : m_text(utf8)
        , m_positions(positions)
    {
    }

    TemplateNode node(const Json &json) const
    {
        const qsizetype begin = json.offset();
        const qsizetype end = begin + json.source().size();
        TemplateNode node = placed(begin, end);
        switch (json.type()) {
        case Json::Type::Null:
            node.text = QStringLiteral("null");
            break;
        case Json::Type::Bool:
            node.kind = TemplateNode::Kind::Bool;
            node.text = json.toBool() ? QStringLiteral("true") : QStringLiteral("false");
            break;
        case Json::Type::Number:
            node.kind = TemplateNode::Kind::Number;
            node.text = QString::fromLatin1(json.numberText());
            break;
        case Json::Type::String:
            node.kind = TemplateNode::Kind::Text;
            node.text = json.toString();
            node.quoted = true;
            break;
        case Json::Type::Array:
            node.kind = TemplateNode::Kind::List;
            json.forEachItem([&](const Json &item) { node.items.push_back(this->node(item)); });
            break;
        case Json::Type::Object:
            node.kind = TemplateNode::Kind::Map;
            addMembers(json, node);
            break;
        }
        return node;
    }

private:
    TemplateNode placed(qsizetype begin, qsizetype end) const
    {
        const TextPosition first = m_positions.atByte(begin);
        TemplateNode node;
        node.line = first.line;
        node.column = first.column;
        node.lastLine = m_positions.atByte(std::max(begin, end - 1)).line;
        return node;
    }

    // The names of members have no offsets of their own; each stands between the value before it
    // and its own value, and begins with the first quote there.
    void addMembers(const Json &json, TemplateNode &map) const
    {
        qsizetype searchFrom = json.offset() + 1;
        json.forEachMember([&](const QString &name, const Json &value) {
            const qsizetype begin = std::max<qsizetype>(m_text.indexOf('"', searchFrom), 0);
            TemplateNode nameNode = placed(begin, begin + 1);
            nameNode.kind = TemplateNode::Kind::Text;
            nameNode.text = name;
            nameNode.quoted = true;
            searchFrom = value.offset() + value.source().size();
            map.members.emplace_back(std::move(nameNode), node(value));
        });
    }

    const QByteArray &m_text;
    const TextPositions &m_positions;
};

} // namespace

TemplateNode jsonTree(const Json &root, const QByteArray &utf8, const TextPositions &positions)
{
    return JsonTreeBuilder(utf8, positions).node(root);
}

} // namespace countersign
