// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/childactions.h"

#include "app/sandbox/engine/run.h"
#include "app/sandbox/engine/taskrun.h"

#include <QTimer>

namespace countersign::sandbox {

namespace {

ChildRequest requestFor(const TemplateStore::Entry &entry, TaskRun &task, const Json &parameters)
{
    ChildRequest request;
    request.program = entry.program;
    request.templateName = entry.stored.name;
    request.templateId = entry.stored.id;
    request.templateVersion = entry.stored.version;
    request.parameters = parameters;
    request.mode = task.run().record().fields.modeText;
    // What the sandbox itself defines is one step to a person, and its calls are the task's.
    if (entry.isBuiltIn) {
        request.mode.clear();
        request.surroundings.place = task.run().callPlace(task.row());
    }
    return request;
}

} // namespace

void ChildAction::begin()
{
    const std::optional<ChildRequest> wanted = request();
    if (!wanted)
        return;
    const ChildOutcome outcome = m_task.run().startChild(m_task, *wanted);
    if (!outcome.run)
        return m_task.fail(outcome.problem);
    m_child = outcome.run->record().fields.id.text();
    Run *const child = outcome.run;
    connect(child, &Run::finished, this, [this, child] { takeEnd(*child); });
}

void ChildAction::abandon(const QString &message)
{
    if (!m_child.isEmpty())
        m_task.run().services().cancelExecution(std::exchange(m_child, QString()), message);
}

Json ChildAction::resultOf(Run &child)
{
    return child.record().fields.outputs.json.value_or(emptyObject());
}

void ChildAction::takeEnd(Run &child)
{
    if (std::exchange(m_child, QString()).isEmpty())
        return;
    m_task.run().catchUp(child);
    const RunStatus status = child.record().fields.status;
    const QString message = child.record().fields.statusMessage;
    const Json result = resultOf(child);
    // The nested execution's own call is still on the stack.
    QTimer::singleShot(0, this, [this, status, message, result] {
        if (status == RunStatus::Success)
            m_task.succeed(result);
        else if (status == RunStatus::Cancelled)
            m_task.endCancelled(message);
        else
            m_task.fail(message);
    });
}

std::optional<ChildRequest> TemplateAction::request()
{
    const Json &properties = m_task.properties();
    const QString name = textForm(memberOf(properties, u"TemplateName"));
    const QString version = textForm(memberOf(properties, u"TemplateVersion"));
    const Json written = memberOf(properties, u"TemplateContent");
    const Json parameters = parsedText(memberOf(properties, u"Parameters"));
    if (!name.isEmpty()) {
        const TemplateStore &store = *m_task.run().services().templates;
        const TemplateStore::Entry *entry = store.find(name, version);
        if (!entry && version.isEmpty())
            entry = store.findAction(name);
        if (entry)
            return requestFor(*entry, m_task, parameters);
        m_task.fail(u"The template " + name.left(200) + u" does not exist" +
                    (version.isEmpty() ? QString() : QString(u" in version " + version)) + u'.');
        return std::nullopt;
    }
    const Compilation compiled = compileTemplate(textForm(written));
    if (!compiled.program) {
        m_task.fail(u"The template of the task is not valid: " + compiled.problem);
        return std::nullopt;
    }
    TemplateStore::Entry entry;
    entry.program = compiled.program;
    return requestFor(entry, m_task, parameters);
}

NamedAction::NamedAction(TaskRun &task, const TemplateStore::Entry &entry)
    : ChildAction(task)
    , m_entry(entry)
{
}

std::optional<ChildRequest> NamedAction::request()
{
    return requestFor(m_entry, m_task, m_task.properties());
}

std::optional<ChildRequest> LoopBodyAction::request()
{
    Run &run = m_task.run();
    ChildRequest request;
    request.program = m_task.step().inner;
    request.values = m_task.scope().parameters;
    request.mode = run.record().fields.modeText;
    request.surroundings.outer = std::make_shared<const Scope>(m_task.scope());
    request.surroundings.loopItem = m_task.scope().loopItem;
    return request;
}

Json LoopBodyAction::resultOf(Run &child)
{
    const Scope scope = child.scope();
    const JqMemo nothing;
    Members outputs;
    m_task.step().outputs.forEachMember([&](const QString &name, const Json &declaration) {
        Evaluation evaluation(scope, nothing);
        const Json value = evaluation.value(memberOf(declaration, u"ValueSelector"));
        if (evaluation.stopped())
            m_task.run().logOnce(m_task.row().id,
                                 u"The output " + name + u" has no value: " + evaluation.failure());
        outputs.emplace_back(name, value);
    });
    return Json::fromMembers(outputs);
}

} // namespace countersign::sandbox
