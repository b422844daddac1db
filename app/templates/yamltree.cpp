// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/yamltree.h"

#include "app/templates/yamlscalars.h"

#include <yaml.h>

#include <QElapsedTimer>
#include <QHash>

#include <algorithm>
#include <map>

namespace countersign {

namespace {

QString fromYaml(const yaml_char_t *text, size_t length)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(text), static_cast<qsizetype>(length));
}

QString fromYaml(const yaml_char_t *text)
{
    return text ? QString::fromUtf8(reinterpret_cast<const char *>(text)) : QString();
}

//! One event of the parser; frees what the library allocated for it.
class Event
{
public:
    Event() = default;
    Q_DISABLE_COPY_MOVE(Event)
    ~Event() { yaml_event_delete(&m_event); }

    bool read(yaml_parser_t &parser)
    {
        yaml_event_delete(&m_event);
        return yaml_parser_parse(&parser, &m_event) != 0;
    }
    yaml_event_type_t type() const { return m_event.type; }
    const yaml_event_t *operator->() const { return &m_event; }

private:
    yaml_event_t m_event = {};
};

//! What stands behind an anchor.
struct Anchored
{
    TemplateNode node;
    int height = 0; //!< containers from this node down
    int nodes = 0;
    qsizetype characters = 0;
};

//! What has been used of the limits.
struct Spent
{
    int events = 0;
    int aliases = 0;
    int nodes = 0;
    qsizetype characters = 0;
};

class YamlTreeBuilder
{
public:
    YamlTreeBuilder(const QByteArray &utf8, const TextPositions &positions,
                    const TemplateLimits &limits)
        : m_text(utf8)
        , m_positions(positions)
        , m_limits(limits)
    {
        m_clock.start();
        yaml_parser_initialize(&m_parser);
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&m_parser,
                                     reinterpret_cast<const unsigned char *>(m_text.constData()),
                                     static_cast<size_t>(m_text.size()));
    }
    Q_DISABLE_COPY_MOVE(YamlTreeBuilder)
    ~YamlTreeBuilder() { yaml_parser_delete(&m_parser); }

    TemplateReading read()
    {
        TemplateReading reading;
        TemplateTree tree;
        if (readDocument(tree.root))
            reading.tree = std::move(tree);
        else
            reading.problem = m_problem;
        return reading;
    }

private:
    bool readDocument(TemplateNode &root)
    {
        if (const int line = m_positions.lineBeginningWith('%'))
            return refuse({line, 1}, QStringLiteral("a line that begins with % is a directive; "
                                                    "templates with directives are not read"));
        Event event;
        if (!next(event) || !next(event))
            return false;
        if (event.type() == YAML_STREAM_END_EVENT)
            return refuse({0, 0}, QStringLiteral("the text is empty"));
        int height = 0;
        if (!next(event) || !readNode(event, 1, root, height) || !next(event) || !next(event))
            return false;
        if (event.type() != YAML_STREAM_END_EVENT)
            return refuse(begin(event), QStringLiteral("a second document begins here; a template "
                                                       "is one document"));
        return true;
    }

    bool next(Event &event)
    {
        if (!event.read(m_parser))
            return refuseByParser();
        if (++m_spent.events > m_limits.events)
            return refuse(begin(event), tooMuch(u"events", m_limits.events));
        if (m_clock.elapsed() > m_limits.milliseconds)
            return refuse(
                begin(event),
                QStringLiteral("reading takes longer than %1 ms").arg(m_limits.milliseconds));
        return true;
    }

    //! `level` counts the containers around and including this node; `height` those inside it.
    bool readNode(const Event &event, int level, TemplateNode &node, int &height)
    {
        if (event.type() == YAML_ALIAS_EVENT)
            return readAlias(event, level, node, height);
        if (!spend(event, 1, 0))
            return false;
        const Spent before = m_spent;
        node.line = begin(event).line;
        node.column = begin(event).column;
        const QString anchor = anchorOf(event);
        if (!anchor.isEmpty())
            m_open.push_back(anchor);
        bool isRead = false;
        if (event.type() == YAML_SCALAR_EVENT)
            isRead = readScalar(event, node);
        else
            isRead = readContainer(event, level, node, height);
        if (!isRead)
            return false;
        return anchor.isEmpty() || keep(event, anchor, node, height, before);
    }

    bool readContainer(const Event &event, int level, TemplateNode &node, int &height)
    {
        if (level > m_limits.depth)
            return refuse(begin(event),
                          QStringLiteral("nested deeper than %1 levels").arg(m_limits.depth));
        node.lastLine = node.line;
        const bool isMap = event.type() == YAML_MAPPING_START_EVENT;
        node.kind = isMap ? TemplateNode::Kind::Map : TemplateNode::Kind::List;
        const QString tag =
            fromYaml(isMap ? event->data.mapping_start.tag : event->data.sequence_start.tag);
        const QString expected =
            isMap ? QStringLiteral(YAML_MAP_TAG) : QStringLiteral(YAML_SEQ_TAG);
        if (!tag.isEmpty() && tag != u"!" && tag != expected)
            return refuseTag(event, tag);
        const bool isRead = isMap ? readMap(level, node, height) : readList(level, node, height);
        ++height;
        return isRead;
    }

    bool readList(int level, TemplateNode &list, int &height)
    {
        Event event;
        while (next(event)) {
            if (event.type() == YAML_SEQUENCE_END_EVENT) {
                finish(event, list);
                return true;
            }
            int itemHeight = 0;
            list.items.emplace_back();
            if (!readNode(event, level + 1, list.items.back(), itemHeight))
                return false;
            list.lastLine = std::max(list.lastLine, list.items.back().lastLine);
            height = std::max(height, itemHeight);
        }
        return false;
    }

    bool readMap(int level, TemplateNode &map, int &height)
    {
        Event event;
        QHash<QString, int> lineOfName;
        while (next(event)) {
            if (event.type() == YAML_MAPPING_END_EVENT) {
                finish(event, map);
                return true;
            }
            map.members.emplace_back();
            auto &[name, value] = map.members.back();
            int nameHeight = 0;
            int valueHeight = 0;
            if (!readNode(event, level + 1, name, nameHeight) || !acceptName(name, lineOfName))
                return false;
            if (!next(event) || !readNode(event, level + 1, value, valueHeight))
                return false;
            map.lastLine = std::max({map.lastLine, name.lastLine, value.lastLine});
            height = std::max(height, valueHeight);
        }
        return false;
    }

    bool acceptName(const TemplateNode &name, QHash<QString, int> &lineOfName)
    {
        const TextPosition place{name.line, name.column};
        if (!name.isScalar())
            return refuse(place, QStringLiteral("the name of a member is a list or a map; only "
                                                "texts can be names"));
        if (!name.quoted && name.text == u"<<")
            return refuse(place, QStringLiteral("merging with << is not read"));
        const auto first = lineOfName.constFind(name.text);
        if (first != lineOfName.constEnd()) {
            m_problem.firstLine = *first;
            return refuse(place, QStringLiteral("the name \"%1\" is used twice; first in line %2")
                                     .arg(shortened(name.text))
                                     .arg(*first));
        }
        lineOfName.insert(name.text, name.line);
        return true;
    }

    bool readScalar(const Event &event, TemplateNode &node)
    {
        const auto &scalar = event->data.scalar;
        node.text = fromYaml(scalar.value, scalar.length);
        node.quoted = scalar.style != YAML_PLAIN_SCALAR_STYLE;
        node.lastLine = m_positions.lastTextLine(end(event), node.line);
        if (!spend(event, 0, node.text.size()))
            return false;
        const QString tag = fromYaml(scalar.tag);
        if (tag.isEmpty())
            node.kind = node.quoted ? TemplateNode::Kind::Text : plainScalarKind(node.text);
        else if (tag == u"!" || tag == QLatin1String(YAML_STR_TAG))
            node.kind = TemplateNode::Kind::Text;
        else
            return refuseTag(event, tag);
        return true;
    }

    bool readAlias(const Event &event, int level, TemplateNode &node, int &height)
    {
        const QString anchor = fromYaml(event->data.alias.anchor);
        if (++m_spent.aliases > m_limits.aliases)
            return refuse(begin(event), tooMuch(u"aliases", m_limits.aliases));
        if (std::find(m_open.begin(), m_open.end(), anchor) != m_open.end())
            return refuse(
                begin(event),
                QStringLiteral("the alias *%1 stands inside what it names").arg(shortened(anchor)));
        const auto found = m_anchors.find(anchor);
        if (found == m_anchors.end())
            return refuse(
                begin(event),
                QStringLiteral("the alias *%1 names no anchor before it").arg(shortened(anchor)));
        const Anchored &anchored = found->second;
        if (level + anchored.height - 1 > m_limits.depth)
            return refuse(begin(event), QStringLiteral("nested deeper than %1 levels once *%2 is "
                                                       "put in")
                                            .arg(m_limits.depth)
                                            .arg(shortened(anchor)));
        if (!spend(event, anchored.nodes, anchored.characters))
            return false;
        node = anchored.node;
        node.line = begin(event).line;
        node.column = begin(event).column;
        node.lastLine = node.line;
        height = anchored.height;
        return true;
    }

    // The copy is charged like a use, so that nested anchors cannot multiply memory.
    bool keep(const Event &event, const QString &anchor, const TemplateNode &node, int height,
              const Spent &before)
    {
        m_open.pop_back();
        const int nodes = m_spent.nodes - before.nodes + 1;
        const qsizetype characters = m_spent.characters - before.characters;
        m_copiedNodes += nodes;
        if (m_copiedNodes > m_limits.nodes)
            return refuse(begin(event), tooMuch(u"nodes with anchors", m_limits.nodes));
        m_anchors.insert_or_assign(anchor, Anchored{node, height, nodes, characters});
        return true;
    }

    bool spend(const Event &event, int nodes, qsizetype characters)
    {
        m_spent.nodes += nodes;
        m_spent.characters += characters;
        if (m_spent.nodes > m_limits.nodes)
            return refuse(begin(event), tooMuch(u"nodes", m_limits.nodes));
        if (m_spent.characters > 4 * m_limits.bytes)
            return refuse(begin(event), QStringLiteral("the text grows over %1 characters once its "
                                                       "aliases are put in")
                                            .arg(4 * m_limits.bytes));
        return true;
    }

    // A block's end is only found where the next thing begins; its last member knows better.
    void finish(const Event &event, TemplateNode &container) const
    {
        if (event->end_mark.index > event->start_mark.index)
            container.lastLine = std::max(container.lastLine, begin(event).line);
    }

    static QString anchorOf(const Event &event)
    {
        switch (event.type()) {
        case YAML_SCALAR_EVENT:
            return fromYaml(event->data.scalar.anchor);
        case YAML_SEQUENCE_START_EVENT:
            return fromYaml(event->data.sequence_start.anchor);
        case YAML_MAPPING_START_EVENT:
            return fromYaml(event->data.mapping_start.anchor);
        default:
            return {};
        }
    }

    TextPosition at(const yaml_mark_t &mark) const
    {
        return m_positions.atCharacter(static_cast<qsizetype>(mark.index));
    }
    TextPosition begin(const Event &event) const { return at(event->start_mark); }
    TextPosition end(const Event &event) const { return at(event->end_mark); }

    static QString shortened(const QString &text)
    {
        return text.size() > 100 ? QString(text.first(100) + u'…') : text;
    }

    static QString tooMuch(QStringView what, int limit)
    {
        return QStringLiteral("more than %1 %2").arg(limit).arg(what);
    }

    bool refuseTag(const Event &event, const QString &tag)
    {
        return refuse(begin(event), QStringLiteral("the tag %1 is not read").arg(shortened(tag)));
    }

    bool refuse(TextPosition place, const QString &reason)
    {
        m_problem.line = place.line;
        m_problem.column = place.column;
        m_problem.reason = reason;
        return false;
    }

    bool refuseByParser()
    {
        const QString problem = m_parser.problem ? QString::fromUtf8(m_parser.problem)
                                                 : QStringLiteral("the text cannot be read");
        if (m_parser.error == YAML_READER_ERROR)
            return refuse(m_positions.atByte(static_cast<qsizetype>(m_parser.problem_offset)),
                          problem);
        if (!m_parser.context)
            return refuse(at(m_parser.problem_mark), problem);
        return refuse(at(m_parser.problem_mark),
                      QStringLiteral("%1 (%2 that begins in line %3)")
                          .arg(problem, QString::fromUtf8(m_parser.context),
                               QString::number(at(m_parser.context_mark).line)));
    }

    const QByteArray &m_text;
    const TextPositions &m_positions;
    const TemplateLimits &m_limits;
    yaml_parser_t m_parser = {};
    QElapsedTimer m_clock;
    Spent m_spent;
    int m_copiedNodes = 0;
    std::vector<QString> m_open; //!< anchors whose nodes are being read, outermost first
    std::map<QString, Anchored> m_anchors;
    TemplateProblem m_problem;
};

} // namespace

TemplateReading yamlTree(const QByteArray &utf8, const TextPositions &positions,
                         const TemplateLimits &limits)
{
    return YamlTreeBuilder(utf8, positions, limits).read();
}

} // namespace countersign
