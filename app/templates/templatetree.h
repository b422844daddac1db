// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace countersign {

struct TemplateMember;

//! One node of a template text, from JSON or YAML alike, with where it stands.
struct TemplateNode
{
    enum class Kind { Null, Bool, Number, Text, List, Map };

    Kind kind = Kind::Null;
    QString text;        //!< scalars: the text (un-escaped); numbers: the digits as written
    bool quoted = false; //!< scalars: written with quotes or as a block
    int line = 1;        //!< of the first character, from 1
    int column = 1;      //!< from 1
    int lastLine = 1;    //!< of the last character
    std::vector<TemplateNode> items;     //!< List
    std::vector<TemplateMember> members; //!< Map, in order

    bool isScalar() const { return kind != Kind::List && kind != Kind::Map; }
    //! Member of a map by exact name; nullptr when absent.
    const TemplateNode *find(QStringView name) const;
    //! Truth of a Bool node.
    bool truth() const;
    //! The same value as exact Json; digits stay.
    Json toJson() const;
};

//! No std::pair, which would have to be complete inside TemplateNode.
struct TemplateMember
{
    TemplateNode first; //!< the name, a scalar
    TemplateNode second;
};

//! Why a text is not a readable tree, and where.
struct TemplateProblem
{
    int line = 0; //!< from 1; 0: the text as a whole
    int column = 0;
    int firstLine = 0; //!< duplicate keys: line of the first
    QString reason;    //!< English words for people who write templates; ui shows them as they are
};

//! Bounds of security.md 6.
struct TemplateLimits
{
    qsizetype bytes = 512 * 1024;
    int depth = 64;
    int events = 50'000;
    int aliases = 100;
    int nodes = 50'000;
    int milliseconds = 1'000;
};

struct TemplateTree
{
    enum class Format { Json, Yaml };
    Format format = Format::Yaml;
    //! The text begins like JSON but is not valid JSON; it was read as YAML.
    bool isBrokenJson = false;
    TemplateNode root;
};

struct TemplateReading
{
    std::optional<TemplateTree> tree;
    TemplateProblem problem; //!< meaningful only without tree
};

//! Reads template text by the rules of the design: JSON first when it begins with { or [, else (or
//! when that fails) YAML 1.2 core; duplicate keys, '<<', directives and depth over 64 are refused.
//! Pure; may be called on any thread.
TemplateReading readTemplateTree(const QString &text, const TemplateLimits &limits = {});

} // namespace countersign
