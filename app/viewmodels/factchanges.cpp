// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/factchanges.h"

#include "app/domain/decisionfacts.h"
#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/templates/maskeddefaults.h"
#include "app/templates/templateoutline.h"
#include "app/viewmodels/linechanges.h"
#include "app/viewmodels/secretnames.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <functional>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FactChanges)
};

constexpr qsizetype valueLimit = 200;
constexpr qsizetype nameLimit = 80;
//! Objects inside of objects are compared member by member so deep; what is deeper is one value.
constexpr int deepest = 6;
//! Larger texts are not searched for defaults that must be hidden, and are counted alone.
constexpr qsizetype largestTemplateHere = 64 * 1024;
//! More changed lines than this are counted and not shown.
constexpr qsizetype mostLinesShown = 6;
//! More tasks than this are counted and not named.
constexpr qsizetype mostTasksNamed = 6;

QString none()
{
    return Words::tr("(none)", "there is no such value");
}

QString plain(const QString &value)
{
    return value.isEmpty() ? none() : safeLine(value, valueLimit);
}

const TaskExecution *find(const std::vector<TaskExecution> &rows, const TaskExecutionId &id)
{
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&id](const auto &row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

//! "task “reboot” (i-1)"; the id of a row that no reading knows by name.
QString taskText(const TaskExecution *row, const TaskExecutionId &id)
{
    if (!row || row->taskName.isEmpty())
        return safeLine(id.text(), nameLimit);
    const QString name = safeLine(row->taskName, nameLimit);
    return row->loopItem.isEmpty()
               ? Words::tr("“%1”", "a task").arg(name)
               //: %1 is a task, %2 the item of its loop
               : Words::tr("“%1” (%2)").arg(name, safeLine(row->loopItem, nameLimit));
}

Json jsonOf(const EmbeddedJson &value)
{
    return value.json ? *value.json : Json::fromString(value.text);
}

using LabelOf = std::function<QString(const QString &name)>;

//! Compares two readings and collects what differs.
class Comparison
{
public:
    Comparison(const DecisionRecord &record, const FactsRead &before, const FactsRead &now,
               const SecretNames &secrets)
        : m_record(record)
        , m_before(before)
        , m_now(now)
        , m_secrets(secrets)
    {
    }

    std::vector<FactChange> changes(const std::vector<QString> &names);

private:
    void addObjectFacts(const std::vector<QString> &names);
    void addRunFact(const QString &name);
    void addRowFacts(const TaskExecutionId &id);
    void addRowValues(const TaskExecution &old, const TaskExecution &row, bool isNamed);
    void addTasks(const QString &label, RunStatus status);
    void addSteps();
    void addTemplate();
    void add(const QString &label, const QString &before, const QString &after);
    //! `labelOf` gives a member's name its words, `whole` is for a value that is no object.
    void addValues(const LabelOf &labelOf, const QString &whole, const EmbeddedJson &before,
                   const EmbeddedJson &after);
    void addMembers(const LabelOf &labelOf, const QString &path, const Json &before,
                    const Json &after, int depth);
    void addValue(const QString &label, const Json *before, const Json *after, bool isSecret);
    QString valueText(const Json *value) const;
    std::vector<TaskExecutionId> idsIn(const FactsRead &side, RunStatus status) const;
    QString tasksText(const FactsRead &side, RunStatus status) const;
    const TaskExecution *known(const TaskExecutionId &id) const;

    const DecisionRecord &m_record;
    const FactsRead &m_before;
    const FactsRead &m_now;
    const SecretNames &m_secrets;
    std::vector<FactChange> m_changes;
};

void Comparison::add(const QString &label, const QString &before, const QString &after)
{
    if (before != after)
        m_changes.push_back({label, before, after});
}

QString Comparison::valueText(const Json *value) const
{
    if (!value)
        return none();
    const Json shown = m_secrets.hidden(*value);
    const QString text = shown.isString() ? shown.toString() : QString::fromUtf8(shown.compact());
    return text.isEmpty() ? Words::tr("(empty)", "a text without a character")
                          : safeLine(text, valueLimit);
}

void Comparison::addValue(const QString &label, const Json *before, const Json *after,
                          bool isSecret)
{
    const QString hidden = Words::tr("(hidden)", "a secret value");
    if (isSecret) {
        m_changes.push_back({label, before ? hidden : none(),
                             !after    ? none()
                             : !before ? hidden
                                       : Words::tr("(hidden, another value)")});
        return;
    }
    const QString old = valueText(before);
    const QString now = valueText(after);
    // What differs may lie in a part that is hidden, or behind what fits.
    m_changes.push_back({label, old, old == now ? Words::tr("(another value)") : now});
}

void Comparison::addMembers(const LabelOf &labelOf, const QString &path, const Json &before,
                            const Json &after, int depth)
{
    const auto compare = [&](const QString &name, const std::optional<Json> &old,
                             const std::optional<Json> &now) {
        if (old == now)
            return;
        const QString whole = path.isEmpty() ? name : QString(path + QLatin1Char('.') + name);
        const bool isSecret = m_secrets.contains(name);
        if (!isSecret && old && now && old->isObject() && now->isObject() && depth < deepest)
            addMembers(labelOf, whole, *old, *now, depth + 1);
        else
            addValue(labelOf(safeLine(whole, nameLimit)), old ? &*old : nullptr,
                     now ? &*now : nullptr, isSecret);
    };
    after.forEachMember(
        [&](const QString &name, const Json &value) { compare(name, before.find(name), value); });
    before.forEachMember([&](const QString &name, const Json &value) {
        if (!after.find(name))
            compare(name, value, std::nullopt);
    });
}

void Comparison::addValues(const LabelOf &labelOf, const QString &whole, const EmbeddedJson &before,
                           const EmbeddedJson &after)
{
    const Json old = jsonOf(before);
    const Json now = jsonOf(after);
    const auto isMap = [](const EmbeddedJson &side, const Json &value) {
        return side.isEmpty() || value.isObject();
    };
    if (isMap(before, old) && isMap(after, now))
        addMembers(labelOf, {}, old, now, 0);
    else if (!(old == now))
        addValue(whole, before.isEmpty() ? nullptr : &old, after.isEmpty() ? nullptr : &now, false);
}

const TaskExecution *Comparison::known(const TaskExecutionId &id) const
{
    const TaskExecution *row = find(m_now.rows, id);
    return row ? row : find(m_before.rows, id);
}

std::vector<TaskExecutionId> Comparison::idsIn(const FactsRead &side, RunStatus status) const
{
    std::vector<TaskExecutionId> ids;
    for (const TaskExecution &row : side.rows) {
        if (row.status == status)
            ids.push_back(row.id);
    }
    return ids;
}

QString Comparison::tasksText(const FactsRead &side, RunStatus status) const
{
    const std::vector<TaskExecutionId> ids = idsIn(side, status);
    if (ids.empty())
        return Words::tr("(none)", "there is no such task");
    if (std::ssize(ids) > mostTasksNamed)
        return Words::tr("%n task(s)", nullptr, static_cast<int>(ids.size()));
    QStringList texts;
    for (const TaskExecutionId &id : ids)
        texts += taskText(known(id), id);
    return texts.join(QStringLiteral(", "));
}

void Comparison::addTasks(const QString &label, RunStatus status)
{
    std::vector<TaskExecutionId> old = idsIn(m_before, status);
    std::vector<TaskExecutionId> now = idsIn(m_now, status);
    std::sort(old.begin(), old.end());
    std::sort(now.begin(), now.end());
    if (old == now)
        return;
    const QString before = tasksText(m_before, status);
    const QString after = tasksText(m_now, status);
    // Other tasks of the same name, or as many others.
    m_changes.push_back(
        {label, before, before == after ? Words::tr("others: %1").arg(after) : after});
}

void Comparison::addSteps()
{
    const auto text = [](const FactsRead &side) {
        const auto count = std::count_if(side.rows.begin(), side.rows.end(),
                                         [](const auto &row) { return isFinal(row.status); });
        const TaskExecution *last = lastStep(side.rows);
        if (!last)
            return Words::tr("(none)", "there is no such task");
        //: %1 is a task with its state
        return Words::tr("%n task(s), the last is %1", nullptr, static_cast<int>(count))
            .arg(QString(taskText(last, last->id) + QStringLiteral(": ") +
                         runStatusLabel(last->status, last->statusText)));
    };
    const QString before = text(m_before);
    const QString after = text(m_now);
    m_changes.push_back({Words::tr("Tasks that have ended"), before,
                         before == after ? Words::tr("others: %1").arg(after) : after});
}

void Comparison::addTemplate()
{
    if (!m_before.templateText || !m_now.templateText ||
        *m_before.templateText == *m_now.templateText)
        return;
    // A default that is a secret stands in no list of lines.
    const auto shown = [](const QString &text) -> std::optional<QString> {
        if (text.size() > largestTemplateHere)
            return std::nullopt;
        const TemplateReading reading = readTemplateTree(text);
        if (!reading.tree)
            return std::nullopt;
        return withMaskedDefaultsHidden(text, outlineOf(*reading.tree));
    };
    const LineChanges counted = lineChanges(*m_before.templateText, *m_now.templateText);
    QString before =
        Words::tr("%n line(s) that are gone", nullptr, static_cast<int>(counted.gone.size()));
    QString after =
        Words::tr("%n line(s) that are new", nullptr, static_cast<int>(counted.added.size()));
    const auto old = shown(*m_before.templateText);
    const auto now = shown(*m_now.templateText);
    if (old && now && counted.gone.size() + counted.added.size() <= mostLinesShown) {
        const LineChanges lines = lineChanges(*old, *now);
        for (const QString &line : lines.gone)
            before += QString(QLatin1Char('\n') + safeLine(line, valueLimit));
        for (const QString &line : lines.added)
            after += QString(QLatin1Char('\n') + safeLine(line, valueLimit));
    }
    m_changes.push_back({Words::tr("Text of the template"), before, after});
}

void Comparison::addRowValues(const TaskExecution &old, const TaskExecution &row, bool isNamed)
{
    const QString task = taskText(&old, old.id);
    const auto label = [&](const QString &words) {
        //: %1 is a task, %2 what of it has changed
        return isNamed ? Words::tr("Task %1: %2").arg(task, words) : words;
    };
    if (old.statusText != row.statusText)
        //: %1 is a task
        add(Words::tr("State of task %1").arg(task), runStatusLabel(old.status, old.statusText),
            runStatusLabel(row.status, row.statusText));
    add(label(Words::tr("Name of the task")), plain(old.taskName), plain(row.taskName));
    add(label(Words::tr("Action of the task")), plain(old.taskAction), plain(row.taskAction));
    add(label(Words::tr("Item of the loop")), plain(old.loopItem), plain(row.loopItem));
    add(label(Words::tr("Parent task")), plain(old.parentTaskExecutionId.text()),
        plain(row.parentTaskExecutionId.text()));
    add(label(Words::tr("Child run")), plain(old.childExecutionId.text()),
        plain(row.childExecutionId.text()));
    addValues(
        //: %1 is the name of a property of a task
        [&](const QString &name) { return label(Words::tr("Property “%1”").arg(name)); },
        label(Words::tr("Properties of the task")), old.properties, row.properties);
}

void Comparison::addRowFacts(const TaskExecutionId &id)
{
    const TaskExecution *old = find(m_before.rows, id);
    const TaskExecution *row = find(m_now.rows, id);
    if (old && row)
        return addRowValues(*old, *row, !m_record.taskExecutionIds.empty());
    const auto state = [](const TaskExecution *side) {
        return side ? runStatusLabel(side->status, side->statusText)
                    : Words::tr("(not there)", "of a task");
    };
    //: %1 is a task
    add(Words::tr("State of task %1").arg(taskText(old ? old : row, id)), state(old), state(row));
}

void Comparison::addRunFact(const QString &name)
{
    const Execution &old = *m_before.execution;
    const Execution &now = *m_now.execution;
    if (name == u"Mode")
        add(Words::tr("Mode"), plain(old.modeText), plain(now.modeText));
    else if (name == u"SafetyCheck")
        add(Words::tr("Safety check"), plain(old.safetyCheck), plain(now.safetyCheck));
    else if (name == u"RamRole")
        add(Words::tr("RAM role"), plain(old.ramRole), plain(now.ramRole));
    else if (name == u"ExecutedBy")
        add(Words::tr("Started by"), plain(old.executedBy), plain(now.executedBy));
    else if (name == u"TemplateId")
        add(Words::tr("Template id"), plain(old.templateId), plain(now.templateId));
    else if (name == u"TemplateVersion")
        add(Words::tr("Template version"), plain(old.templateVersion), plain(now.templateVersion));
    else if (name == u"Template")
        addTemplate();
    else if (name == u"Parameters")
        addValues(
            //: %1 is the name of a parameter
            [](const QString &member) { return Words::tr("Parameter “%1”").arg(member); },
            Words::tr("Parameters"), old.parameters, now.parameters);
    else if (name == u"Targets")
        addValues(
            //: %1 is the name of a member of the run's Targets
            [](const QString &member) { return Words::tr("Targets: “%1”").arg(member); },
            Words::tr("Targets"), old.targets, now.targets);
}

//! What became of the task and the run.
void Comparison::addObjectFacts(const std::vector<QString> &names)
{
    const auto has = [&names](QStringView wanted) {
        return std::any_of(names.begin(), names.end(),
                           [wanted](const QString &name) { return name == wanted; });
    };
    const bool isRowNamed = std::any_of(names.begin(), names.end(), [](const QString &name) {
        return name.startsWith(QLatin1String("TaskExecution."));
    });
    if (isRowNamed)
        addRowFacts(m_record.taskExecutionId);
    for (const QString &name : names) {
        const QLatin1String several("TaskExecution ");
        if (name.startsWith(several))
            addRowFacts(TaskExecutionId(name.mid(several.size())));
    }
    if (has(u"Status") && m_before.execution->statusText != m_now.execution->statusText)
        add(Words::tr("State of the run"),
            runStatusLabel(m_before.execution->status, m_before.execution->statusText),
            runStatusLabel(m_now.execution->status, m_now.execution->statusText));
    if (has(u"WaitingRows"))
        addTasks(Words::tr("Tasks that wait"), RunStatus::Waiting);
    if (has(u"FailedRows"))
        addTasks(Words::tr("Tasks that have failed"), RunStatus::Failed);
    if (has(u"Steps"))
        addSteps();
}

std::vector<FactChange> Comparison::changes(const std::vector<QString> &names)
{
    if (!m_before.execution)
        return {};
    if (!m_now.execution) {
        add(Words::tr("Run"), plain(m_before.execution->id.text()),
            Words::tr("not known to the service any more"));
        return m_changes;
    }
    addObjectFacts(names);
    for (const QString &name : names)
        addRunFact(name);
    if (m_changes.size() > mostFactChanges) {
        const auto more = static_cast<int>(m_changes.size() - mostFactChanges + 1);
        m_changes.resize(mostFactChanges - 1);
        m_changes.push_back({Words::tr("%n more difference(s)", nullptr, more), QStringLiteral("…"),
                             QStringLiteral("…")});
    }
    return m_changes;
}

} // namespace

std::vector<FactChange> factChanges(const DecisionRecord &record, const std::vector<QString> &names,
                                    const FactsRead &before, const FactsRead &now,
                                    const SecretNames &secrets)
{
    return Comparison(record, before, now, secrets).changes(names);
}

QString progressMovedText(const std::vector<QString> &names, int otherRows)
{
    if (otherRows > 0)
        return Words::tr("%n other task(s) of the run have moved since you read it; this decision "
                         "does not rest on them.",
                         nullptr, otherRows);
    if (std::find(names.begin(), names.end(), QLatin1String("ExtraData")) != names.end())
        return Words::tr("Something was noted at the task since you read it; this decision does "
                         "not rest on it.");
    return names.empty() ? QString()
                         : Words::tr("The run has gone on since you read it; nothing that this "
                                     "decision rests on has changed.");
}

} // namespace countersign
