// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"
#include "app/sandbox/engine/templateprogram.h"

#include <QRandomGenerator>

namespace countersign::sandbox {

//! Stored templates with all their versions.
class TemplateStore
{
public:
    struct Entry
    {
        StoredTemplate stored;
        std::shared_ptr<const TemplateProgram> program;
    };

    explicit TemplateStore(QRandomGenerator &random)
        : m_random(random)
    {
    }

    std::optional<Refusal> add(const QString &name, const QString &content,
                               const QString &createdBy, const QMap<QString, QString> &tags);
    std::vector<StoredTemplate> newest() const;
    //! Newest when `version` is empty; nullptr when unknown.
    const Entry *find(const QString &name, const QString &version) const;

private:
    QRandomGenerator &m_random;
    QMap<QString, std::vector<Entry>> m_versions;
};

} // namespace countersign::sandbox
