// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/fingerprint.h"

#include <QCryptographicHash>
#include <QStringList>

#include <algorithm>

namespace countersign {

namespace {

QString digest(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

// One form for all ways of writing a value, so that a reordered map is no changed fact. Depth is
// bounded by the reader's limit for JSON.
void writeCanonical(JsonWriter &writer, const Json &json)
{
    if (json.isObject()) {
        std::vector<std::pair<QString, Json>> members = json.members();
        std::sort(members.begin(), members.end(),
                  [](const auto &a, const auto &b) { return a.first < b.first; });
        writer.beginObject();
        for (const auto &[name, value] : members) {
            writer.name(name);
            writeCanonical(writer, value);
        }
        writer.endObject();
    } else if (json.isArray()) {
        writer.beginArray();
        json.forEachItem([&](const Json &item) { writeCanonical(writer, item); });
        writer.endArray();
    } else if (json.isString()) {
        writer.value(json.toString());
    } else {
        writer.value(json);
    }
}

QString digest(const EmbeddedJson &value)
{
    if (value.isEmpty())
        return {};
    JsonWriter writer;
    writer.beginArray();
    if (value.json)
        writeCanonical(writer, *value.json);
    else
        writer.null().value(value.text);
    return digest(writer.endArray().bytes());
}

class FactList
{
public:
    FactList() = default;
    explicit FactList(std::vector<std::pair<QString, QString>> facts)
        : m_facts(std::move(facts))
    {
    }

    void add(const char *name, const QString &value)
    {
        m_facts.emplace_back(QString::fromLatin1(name), value);
    }

    void add(const QString &name, const QString &value) { m_facts.emplace_back(name, value); }

    QByteArray canonical() const
    {
        JsonWriter writer;
        writer.beginArray();
        for (const auto &[name, value] : m_facts)
            writer.beginArray().value(name).value(value).endArray();
        return writer.endArray().bytes();
    }

    Fingerprint sealed()
    {
        const QByteArray sha256 =
            QCryptographicHash::hash(canonical(), QCryptographicHash::Sha256).toHex();
        return {std::move(m_facts), sha256};
    }

private:
    std::vector<std::pair<QString, QString>> m_facts;
};

void addRunFacts(FactList &facts, const Execution &execution)
{
    facts.add("ExecutionId", execution.id.text());
    facts.add("Mode", execution.modeText);
    facts.add("SafetyCheck", execution.safetyCheck);
    facts.add("RamRole", execution.ramRole);
    facts.add("ExecutedBy", execution.executedBy);
    facts.add("TemplateId", execution.templateId);
    facts.add("TemplateVersion", execution.templateVersion);
    facts.add("Parameters", digest(execution.parameters));
    facts.add("Targets", digest(execution.targets));
}

void addRowFacts(FactList &facts, const TaskExecution &row)
{
    facts.add("TaskExecution.TaskExecutionId", row.id.text());
    facts.add("TaskExecution.TaskName", row.taskName);
    facts.add("TaskExecution.TaskAction", row.taskAction);
    facts.add("TaskExecution.Status", row.statusText);
    facts.add("TaskExecution.LoopItem", row.loopItem);
    facts.add("TaskExecution.Properties", digest(row.properties));
    facts.add("TaskExecution.ParentTaskExecutionId", row.parentTaskExecutionId.text());
    facts.add("TaskExecution.ChildExecutionId", row.childExecutionId.text());
}

bool isOpen(const TaskExecution &row)
{
    return row.status == RunStatus::Waiting || row.status == RunStatus::Failed;
}

// A run with parallel branches moves between Waiting and Running while one of its rows waits.
QString statusFact(const Execution &execution, bool rowWaits)
{
    const bool runIsOpen =
        execution.status == RunStatus::Waiting || execution.status == RunStatus::Running;
    return rowWaits && runIsOpen ? QStringLiteral("Waiting or Running") : execution.statusText;
}

void addTemplateFact(FactList &facts, const std::optional<QString> &templateText)
{
    if (templateText)
        facts.add("Template", digest(JsonWriter::quoted(*templateText)));
}

const QString *valueOf(const Fingerprint &fingerprint, const QString &name)
{
    for (const auto &[factName, value] : fingerprint.facts) {
        if (factName == name)
            return &value;
    }
    return nullptr;
}

} // namespace

Fingerprint fingerprintOf(const QString &accountId, const RegionId &region,
                          const Execution &execution, const std::optional<TaskExecution> &row,
                          const std::vector<TaskExecutionId> &waitingRows,
                          const std::optional<QString> &templateText)
{
    FactList facts;
    facts.add("Account", accountId);
    facts.add("Region", region.text());
    addRunFacts(facts, execution);
    addTemplateFact(facts, templateText);
    if (row) {
        facts.add("Status", statusFact(execution, isOpen(*row)));
        addRowFacts(facts, *row);
    } else {
        facts.add("Status", execution.statusText);
        facts.add("WaitingRows", idListFact(waitingRows));
    }
    return facts.sealed();
}

Fingerprint fingerprintOf(const QString &accountId, const RegionId &region,
                          const Execution &execution, const std::vector<TaskExecution> &rows,
                          const std::optional<QString> &templateText)
{
    FactList facts;
    facts.add("Account", accountId);
    facts.add("Region", region.text());
    addRunFacts(facts, execution);
    addTemplateFact(facts, templateText);
    facts.add("Status", statusFact(execution, std::all_of(rows.begin(), rows.end(), isOpen)));
    for (const TaskExecution &row : rows) {
        FactList ofRow;
        addRowFacts(ofRow, row);
        facts.add(QString(u"TaskExecution " + row.id.text()), digest(ofRow.canonical()));
    }
    return facts.sealed();
}

Fingerprint withFact(const Fingerprint &fingerprint, const QString &name, const QString &value)
{
    FactList facts(fingerprint.facts);
    facts.add(name, value);
    return facts.sealed();
}

QString idListFact(std::vector<TaskExecutionId> ids)
{
    std::sort(ids.begin(), ids.end());
    QStringList texts;
    for (const TaskExecutionId &id : ids)
        texts << id.text();
    return texts.join(u'\n');
}

std::vector<QString> differingFacts(const Fingerprint &before, const Fingerprint &after)
{
    std::vector<QString> names;
    for (const auto &[name, value] : before.facts) {
        const QString *other = valueOf(after, name);
        if (!other || *other != value)
            names.push_back(name);
    }
    for (const auto &[name, value] : after.facts) {
        if (!valueOf(before, name))
            names.push_back(name);
    }
    return names;
}

} // namespace countersign
