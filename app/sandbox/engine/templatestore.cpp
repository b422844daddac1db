// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/templatestore.h"

#include "app/sandbox/engine/producttemplate.h"
#include "app/sandbox/engine/publictemplates.h"
#include "app/sandbox/engine/values.h"

#include <QCryptographicHash>

namespace countersign::sandbox {

namespace {

//! The names of own templates may not begin so; what does comes from the service.
bool isOfTheService(const QString &name)
{
    for (const char16_t *beginning : {u"ALIYUN", u"ACS", u"ALIBABA", u"ALICLOUD"}) {
        if (name.startsWith(QStringView(beginning)))
            return true;
    }
    return false;
}

QString categoryOf(const TemplateProgram &program)
{
    const QString &action = program.tasks.front().action;
    for (const char16_t *trigger : {u"TimerTrigger", u"EventTrigger", u"AlarmTrigger"}) {
        if (action.endsWith(QStringView(trigger), Qt::CaseInsensitive))
            return QString::fromUtf16(trigger);
    }
    return QStringLiteral("Other");
}

} // namespace

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
    const QDateTime now = m_clock.now();
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
    stored.shareType = isOfTheService(name) ? QStringLiteral("Public") : QStringLiteral("Private");
    stored.category = categoryOf(*compiled.program);
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
    const QString name = plan ? plan->action : action;
    const auto known = m_builtIn.find(name);
    if (known != m_builtIn.end())
        return &known->second;
    const QString content = plan ? productTemplate(*plan) : publicTemplate(action);
    if (content.isEmpty())
        return findPublicAction(action);
    Entry entry;
    entry.stored.name = name;
    entry.stored.content = content;
    entry.program = compileTemplate(content).program;
    entry.isBuiltIn = true;
    Q_ASSERT(entry.program);
    return &m_builtIn.emplace(name, std::move(entry)).first->second;
}

const TemplateStore::Entry *TemplateStore::findPublicAction(const QString &action) const
{
    const QString name = QString(action).replace(QStringLiteral("::"), QStringLiteral("-"));
    const Entry *stored = find(name, {});
    if (!stored || stored->stored.shareType != u"Public")
        return nullptr;
    Entry &entry = m_builtIn[action];
    if (!entry.program) {
        entry = *stored;
        entry.isBuiltIn = true;
    }
    return &entry;
}

} // namespace countersign::sandbox
