// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"
#include "app/sandbox/engine/templateprogram.h"

#include <QRandomGenerator>

#include <map>

namespace countersign::sandbox {

//! Stored templates with all their versions.
class TemplateStore
{
public:
    struct Entry
    {
        StoredTemplate stored;
        std::shared_ptr<const TemplateProgram> program;
        bool isBuiltIn = false;
    };

    TemplateStore(QRandomGenerator &random, const Clock &clock)
        : m_random(random)
        , m_clock(clock)
    {
    }

    std::optional<Refusal> add(const QString &name, const QString &content,
                               const QString &createdBy, const QMap<QString, QString> &tags);
    std::vector<StoredTemplate> newest() const;
    //! Newest when `version` is empty; nullptr when unknown.
    const Entry *find(const QString &name, const QString &version) const;
    //! What an action that is a template runs: the stored template of that name (exact, then
    //! without regard to letter case), else the sandbox's own definition; nullptr when there is
    //! none.
    const Entry *findAction(const QString &action) const;

private:
    //! A public template is an action as well: ACS-ECS-X stands for ACS::ECS::X.
    const Entry *findPublicAction(const QString &action) const;

    QRandomGenerator &m_random;
    const Clock &m_clock;
    QMap<QString, std::vector<Entry>> m_versions;
    mutable std::map<QString, Entry> m_builtIn; //!< by action, made when first asked for
};

} // namespace countersign::sandbox
