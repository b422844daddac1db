// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/outputrows.h"

#include "app/flows/reviewflow.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/secretnames.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OutputRows)
};

class Collection
{
public:
    explicit Collection(const SecretNames &secrets)
        : m_secrets(secrets)
    {
    }

    void add(const TaskExecutionId &id, const QString &task, const EmbeddedJson &outputs)
    {
        if (outputs.json && outputs.json->isObject()) {
            outputs.json->forEachMember([&](const QString &name, const Json &value) {
                put(id, task, name, value, m_secrets.contains(name));
            });
        } else if (outputs.json) {
            put(id, task, {}, *outputs.json, false);
        } else if (!outputs.isEmpty()) {
            put(id, task, {}, Json::fromString(outputs.text), false);
        }
    }

    std::vector<OutputRow> take() { return std::move(m_rows); }

private:
    void put(const TaskExecutionId &id, const QString &task, const QString &name, const Json &value,
             bool isMasked)
    {
        const int repeat = m_seen[{id, name}]++;
        const Json shown = isMasked ? Json() : m_secrets.hidden(value);
        m_rows.push_back({{id, name, repeat}, task, shown, isMasked});
    }

    const SecretNames &m_secrets;
    QHash<std::pair<TaskExecutionId, QString>, int> m_seen;
    std::vector<OutputRow> m_rows;
};

QString taskName(const TaskExecution &row)
{
    if (row.loopItem.isEmpty())
        return row.taskName;
    return QStringLiteral("%1 · %2").arg(row.taskName, row.loopItem);
}

} // namespace

std::vector<OutputRow> outputRowsOf(const ReviewFacts &facts)
{
    const SecretNames secrets = secretNamesOf(facts);
    Collection collection(secrets);
    if (facts.execution.value)
        collection.add({}, {}, facts.execution.value->outputs);
    if (facts.tasks.value) {
        for (const TaskExecution &row : *facts.tasks.value)
            collection.add(row.id, taskName(row), row.outputs);
    }
    return collection.take();
}

QString noOutputsText(const ReviewFacts &facts)
{
    if (facts.tasks.value) {
        for (const TaskExecution &row : *facts.tasks.value) {
            if (!row.outputs.isEmpty())
                return {};
        }
        if (facts.execution.value && !facts.execution.value->outputs.isEmpty())
            return {};
        return Words::tr("No task of this run has put anything out so far.");
    }
    if (facts.tasks.error)
        return Words::tr("The outputs could not be read. %1").arg(errorText(*facts.tasks.error));
    return Words::tr("The outputs are being read.");
}

} // namespace countersign
