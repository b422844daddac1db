// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/templatestore.h"

#include "app/sandbox/engine/producttemplate.h"
#include "app/sandbox/engine/values.h"

#include <QCryptographicHash>

namespace countersign::sandbox {

std::optional<Refusal> TemplateStore::add(const QString &name, const QString &content,
                                          const QString &createdBy,
                                          const QMap<QString, QString> &tags)
{
    constexpr int longestName = 200;
    constexpr size_t mostVersions = 200;
    if (name.isEmpty() || name.size() > longestName) {
        return Refusal{400, QStringLiteral("InvalidParameter.TemplateName"),
                       QStringLiteral("A template name has 1 to 200 characters.")};
    }
    const Compilation compiled = compileTemplate(content);
    if (!compiled.program) {
        return Refusal{400, QStringLiteral("InvalidParameter.Content"),
                       u"The template is not valid: " + compiled.problem};
    }
    std::vector<Entry> &versions = m_versions[name];
    if (versions.size() >= mostVersions) {
        return Refusal{400, QStringLiteral("UnsupportedOperation"),
                       QStringLiteral("A template has at most 200 versions.")};
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    StoredTemplate stored;
    if (!versions.empty()) {
        stored = versions.front().stored;
    } else {
        stored.id = QStringLiteral("t-%1").arg(m_random.generate64(), 16, 16, QLatin1Char('0'));
        stored.createdBy = createdBy;
        stored.createdDate = now;
    }
    stored.name = name;
    stored.version = u'v' + QString::number(versions.size() + 1);
    stored.content = content;
    stored.format = compiled.program->isJson ? QStringLiteral("JSON") : QStringLiteral("YAML");
    stored.description = compiled.program->description.isString()
                             ? EmbeddedJson{{}, compiled.program->description.toString()}
                             : EmbeddedJson::from(compiled.program->description);
    stored.updatedDate = now;
    stored.hash = QString::fromLatin1(
        QCryptographicHash::hash(content.toUtf8(), QCryptographicHash::Sha256).toHex());
    stored.tags = tags;
    versions.push_back({stored, compiled.program, false});
    return std::nullopt;
}

std::vector<StoredTemplate> TemplateStore::newest() const
{
    std::vector<StoredTemplate> templates;
    for (const std::vector<Entry> &versions : m_versions)
        templates.push_back(versions.back().stored);
    return templates;
}

const TemplateStore::Entry *TemplateStore::find(const QString &name, const QString &version) const
{
    const auto found = m_versions.constFind(name);
    if (found == m_versions.constEnd() || found->empty())
        return nullptr;
    if (version.isEmpty())
        return &found->back();
    for (const Entry &entry : *found) {
        if (entry.stored.version == version)
            return &entry;
    }
    return nullptr;
}

const TemplateStore::Entry *TemplateStore::findAction(const QString &action) const
{
    if (const Entry *stored = find(action, {}))
        return stored;
    for (auto name = m_versions.keyBegin(); name != m_versions.keyEnd(); ++name) {
        if (name->compare(action, Qt::CaseInsensitive) == 0)
            return find(*name, {});
    }
    const ProductPlan *plan = productPlan(action);
    if (!plan)
        return nullptr;
    Entry &entry = m_builtIn[plan->action];
    if (!entry.program) {
        entry.stored.name = plan->action;
        entry.stored.content = productTemplate(*plan);
        entry.program = compileTemplate(entry.stored.content).program;
        entry.isBuiltIn = true;
    }
    return &entry;
}

} // namespace countersign::sandbox
