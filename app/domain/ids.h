// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <utility>

namespace countersign {

//! Text that names one kind of thing, so that two kinds cannot be mixed up in a call. Ids of the
//! service are opaque and compared exactly; an id may contain '.' and '#'.
template <class Tag>
class TypedText
{
public:
    TypedText() = default;
    explicit TypedText(QString text)
        : m_text(std::move(text))
    {
    }
    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const TypedText &, const TypedText &) = default;
    friend bool operator<(const TypedText &a, const TypedText &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const TypedText &id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QString m_text;
};

using ExecutionId = TypedText<struct ExecutionIdTag>;
using TaskExecutionId = TypedText<struct TaskExecutionIdTag>;
using TemplateName = TypedText<struct TemplateNameTag>;
using RegionId = TypedText<struct RegionIdTag>;
//! Names one configured profile (a uuid, or "sandbox"); it says nothing to the service.
using ProfileId = TypedText<struct ProfileIdTag>;

//! Where an object lives: which profile reads it, in which region. Credentials are resolved from
//! this, never from a "current profile".
struct Place
{
    ProfileId profile;
    RegionId region;

    friend bool operator==(const Place &, const Place &) = default;
    friend size_t qHash(const Place &place, size_t seed = 0)
    {
        return qHashMulti(seed, place.profile, place.region);
    }
};

} // namespace countersign
