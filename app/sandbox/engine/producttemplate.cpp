// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/producttemplate.h"

#include "app/sandbox/engine/values.h"

#include <QHash>

namespace countersign::sandbox {

namespace {

constexpr int mostLooks = 30;

Json text(const QString &words)
{
    return Json::fromString(words);
}

Json object(const Members &members)
{
    return Json::fromMembers(members);
}

//! Type and default of the properties that are no plain text.
struct PropertyKind
{
    QString type;
    QByteArray usual;
};

PropertyKind kindOf(const QString &property)
{
    static const QHash<QString, PropertyKind> kinds{
        {QStringLiteral("regionId"),
         {QStringLiteral("String"), QByteArray(R"("{{ ACS::RegionId }}")")}},
        {QStringLiteral("tags"), {QStringLiteral("List"), QByteArray("[]")}},
        {QStringLiteral("parameters"), {QStringLiteral("Json"), QByteArray("{}")}},
        {QStringLiteral("templateBody"), {QStringLiteral("Json"), QByteArray("{}")}},
        {QStringLiteral("timeout"), {QStringLiteral("Number"), QByteArray("600")}},
        {QStringLiteral("timeoutInMinutes"), {QStringLiteral("Number"), QByteArray("10")}},
        {QStringLiteral("amount"), {QStringLiteral("Number"), QByteArray("1")}},
        {QStringLiteral("period"), {QStringLiteral("Number"), QByteArray("1")}},
        {QStringLiteral("enableParameter"), {QStringLiteral("Boolean"), QByteArray("false")}},
        {QStringLiteral("hibernate"), {QStringLiteral("Boolean"), QByteArray("false")}},
        {QStringLiteral("forceStop"), {QStringLiteral("Boolean"), QByteArray("false")}},
        {QStringLiteral("deleteWithInstance"), {QStringLiteral("Boolean"), QByteArray("false")}},
        {QStringLiteral("bootable"), {QStringLiteral("Boolean"), QByteArray("false")}},
        {QStringLiteral("encrypted"), {QStringLiteral("Boolean"), QByteArray("false")}},
        {QStringLiteral("passwordInherit"), {QStringLiteral("Boolean"), QByteArray("false")}},
        {QStringLiteral("disableRollback"), {QStringLiteral("Boolean"), QByteArray("false")}},
        {QStringLiteral("retainAllResources"), {QStringLiteral("Boolean"), QByteArray("false")}},
    };
    return kinds.value(property, {QStringLiteral("String"), QByteArray(R"("")")});
}

Json parametersOf(const ProductPlan &plan)
{
    Members parameters;
    const auto add = [&parameters](const QString &name, bool isRequired) {
        const PropertyKind kind = kindOf(name);
        Members declaration{{QStringLiteral("Type"), text(kind.type)}};
        if (!isRequired)
            declaration.emplace_back(QStringLiteral("Default"), literal(kind.usual));
        if (name == u"password")
            declaration.emplace_back(QStringLiteral("NoEcho"), Json::fromBool(true));
        parameters.emplace_back(name, object(declaration));
    };
    for (const QString &name : plan.required)
        add(name, true);
    for (const QString &name : plan.optional)
        add(name, false);
    return object(parameters);
}

//! Writes the tasks of one plan. A call's reply is kept as outputs, one for each path that is asked
//! for later.
class TaskWriter
{
public:
    explicit TaskWriter(const ProductPlan &plan)
        : m_plan(plan)
    {
    }

    Json tasks()
    {
        for (size_t index = 0; index < m_plan.steps.size(); ++index)
            writeStep(index);
        return Json::fromItems(m_tasks);
    }
    //! Reference to the path of the last reply.
    Json reply(const QString &path) const
    {
        return text(u"{{ " + m_lastCall + u'.' + outputName(path) + u" }}");
    }

private:
    QString freshName(const QString &api)
    {
        const QString name = api.left(1).toLower() + api.mid(1);
        const int number = ++m_used[name];
        return number == 1 ? name : name + QString::number(number);
    }

    static QString outputName(const QString &path)
    {
        QString name = path;
        name.replace(u'.', u'_').replace(u'[', u'_').remove(u']');
        return u"reply" + name;
    }

    //! API parameters with references to properties and to the last reply.
    Json arguments(const QStringList &list) const
    {
        Members members;
        for (const QString &argument : list) {
            const qsizetype equals = argument.indexOf(u'=');
            const QString source = argument.mid(equals + 1);
            const QString reference = source.startsWith(u'$')
                                          ? QString(m_lastCall + u'.' + outputName(source.mid(1)))
                                          : source;
            members.emplace_back(argument.left(equals), text(u"{{ " + reference + u" }}"));
        }
        return object(members);
    }

    //! Paths into the reply of step `index` that it or a later step asks for.
    Json repliesKept(size_t index) const
    {
        Members outputs;
        const auto keep = [&outputs](const QString &path) {
            const QString name = outputName(path);
            for (const auto &known : outputs) {
                if (known.first == name)
                    return;
            }
            outputs.emplace_back(name,
                                 object({{QStringLiteral("Type"), text(QStringLiteral("String"))},
                                         {QStringLiteral("ValueSelector"), text(path)}}));
        };
        const auto keepAll = [&keep](const QStringList &list) {
            for (const QString &argument : list) {
                const QString source = argument.mid(argument.indexOf(u'=') + 1);
                if (source.startsWith(u'$'))
                    keep(source.mid(1));
            }
        };
        keepAll(m_plan.steps[index].waitArguments);
        if (index + 1 < m_plan.steps.size())
            keepAll(m_plan.steps[index + 1].arguments);
        else if (!m_plan.outputName.isEmpty())
            keep(m_plan.outputPath);
        return object(outputs);
    }

    void write(const QString &name, const QString &action, const Members &properties, Members rest)
    {
        Members task{{QStringLiteral("Name"), text(name)},
                     {QStringLiteral("Action"), text(action)},
                     {QStringLiteral("Properties"), object(properties)}};
        for (auto &member : rest)
            task.push_back(std::move(member));
        m_tasks.push_back(object(task));
    }

    void writeStep(size_t index)
    {
        const PlanStep &step = m_plan.steps[index];
        Members rest;
        if (!step.doneWhen.isEmpty()) {
            const QString look = freshName(step.waitApi);
            const Json state = object({{QStringLiteral("ValueSelector"), text(step.waitPath)}});
            write(look, QStringLiteral("ACS::ExecuteAPI"), call(step, false),
                  {{QStringLiteral("Outputs"), object({{QStringLiteral("state"), state}})}});
            const Json isDone =
                Json::fromItems({text(u"{{ " + look + u".state }}"), text(step.doneWhen)});
            rest.emplace_back(QStringLiteral("When"),
                              object({{QStringLiteral("Fn::Not"),
                                       object({{QStringLiteral("Fn::Equals"), isDone}})}}));
        }
        const QString name = freshName(step.api);
        rest.emplace_back(QStringLiteral("Outputs"), repliesKept(index));
        write(name, QStringLiteral("ACS::ExecuteAPI"), call(step, true), rest);
        m_lastCall = name;
        if (step.waitApi.isEmpty())
            return;
        Members wait = call(step, false);
        wait.emplace_back(QStringLiteral("PropertySelector"), text(step.waitPath));
        wait.emplace_back(QStringLiteral("DesiredValues"), Json::fromItems({text(step.waitValue)}));
        write(freshName(u"Until" + step.waitValue), QStringLiteral("ACS::WaitFor"), wait,
              {{QStringLiteral("Retries"), Json::fromInteger(mostLooks)},
               {QStringLiteral("DelayType"), text(QStringLiteral("Constant"))},
               {QStringLiteral("Delay"), Json::fromInteger(2)}});
    }

    Members call(const PlanStep &step, bool isAct) const
    {
        return {
            {QStringLiteral("Service"), text(step.service)},
            {QStringLiteral("API"), text(isAct ? step.api : step.waitApi)},
            {QStringLiteral("Parameters"), arguments(isAct ? step.arguments : step.waitArguments)}};
    }

    const ProductPlan &m_plan;
    std::vector<Json> m_tasks;
    QHash<QString, int> m_used;
    QString m_lastCall;
};

} // namespace

QString productTemplate(const ProductPlan &plan)
{
    TaskWriter writer(plan);
    const Json tasks = writer.tasks();
    Members outputs;
    if (!plan.outputName.isEmpty()) {
        Json value = writer.reply(plan.outputPath);
        if (plan.isBase64)
            value = object({{QStringLiteral("Fn::Base64Decode"), value}});
        outputs.emplace_back(plan.outputName, object({{QStringLiteral("Value"), value}}));
    }
    const Json whole =
        object({{QStringLiteral("FormatVersion"), text(QStringLiteral("OOS-2019-06-01"))},
                {QStringLiteral("Description"), text(plan.action)},
                {QStringLiteral("Parameters"), parametersOf(plan)},
                {QStringLiteral("Tasks"), tasks},
                {QStringLiteral("Outputs"), object(outputs)}});
    return QString::fromUtf8(whole.compact());
}

} // namespace countersign::sandbox
