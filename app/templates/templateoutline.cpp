// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/templateoutline.h"

#include "app/templates/parameterdeclarations.h"
#include "app/templates/parametertext.h"

#include <algorithm>

namespace countersign {

namespace {

QString textOf(const TemplateNode *map, QStringView name)
{
    const TemplateNode *node = map ? map->find(name) : nullptr;
    const bool isText = node && node->isScalar() && node->kind != TemplateNode::Kind::Null;
    return isText ? node->text : QString();
}

std::optional<Json> jsonOf(const TemplateNode &map, QStringView name)
{
    const TemplateNode *node = map.find(name);
    return node ? std::optional<Json>(node->toJson()) : std::nullopt;
}

QString normalLanguage(QStringView name)
{
    return name.toString().toLower().replace(u'_', u'-');
}

// "en", "zh-cn", "zh-hans-cn"; not "categories" and not "name-en".
bool isLanguage(const QString &name)
{
    const qsizetype dash = name.indexOf(u'-');
    const QStringView primary = dash < 0 ? QStringView(name) : QStringView(name).first(dash);
    return (primary.size() == 2 || primary.size() == 3) &&
           std::all_of(primary.begin(), primary.end(),
                       [](QChar c) { return c >= u'a' && c <= u'z'; });
}

void addLanguage(LocalisedText &texts, const QString &memberName, QStringView prefix,
                 const QString &text)
{
    const QString name = normalLanguage(memberName);
    if (!name.startsWith(prefix))
        return;
    const QString language = name.sliced(prefix.size());
    if (isLanguage(language))
        texts.byLanguage.emplace_back(language, text);
}

LocalisedText languagesOf(const TemplateNode &map, QStringView prefix)
{
    LocalisedText texts;
    for (const auto &[name, value] : map.members) {
        if (value.isScalar() && value.kind != TemplateNode::Kind::Null)
            addLanguage(texts, name.text, prefix, value.text);
    }
    return texts;
}

// Where a loop's rate may be written: under Loop itself, in its RateControl, in ACS::Loop's.
QString batchPauseOptionOf(const TemplateNode &task)
{
    const TemplateNode *loop = task.find(u"Loop");
    const TemplateNode *properties = task.find(u"Properties");
    const TemplateNode *rates[] = {loop, loop ? loop->find(u"RateControl") : nullptr,
                                   properties ? properties->find(u"LoopRateControl") : nullptr};
    for (const TemplateNode *rate : rates) {
        const QString option = textOf(rate, u"BatchPauseOption");
        if (!option.isEmpty())
            return option;
    }
    return {};
}

TaskDeclaration taskOf(const TemplateNode &node)
{
    TaskDeclaration task;
    task.name = textOf(&node, u"Name");
    task.action = textOf(&node, u"Action");
    task.description = LocalisedText::from(node.find(u"Description"));
    task.firstLine = node.line;
    task.lastLine = node.lastLine;
    task.properties = jsonOf(node, u"Properties");
    task.when = jsonOf(node, u"When");
    task.onError = textOf(&node, u"OnError");
    task.onSuccess = textOf(&node, u"OnSuccess");
    task.onCancel = textOf(&node, u"OnCancel");
    task.hasLoop = node.find(u"Loop") != nullptr;
    task.batchPauseOption = batchPauseOptionOf(node);
    task.node = node.toJson();
    return task;
}

QString languagePrimary(const QString &language)
{
    return language.section(u'-', 0, 0);
}

// The execution's parameters, and the defaults of those it does not name.
Json withDefaults(const TemplateOutline &outline, const Json &parameters)
{
    auto members =
        parameters.isObject() ? parameters.members() : std::vector<std::pair<QString, Json>>();
    for (const ParameterDeclaration &parameter : outline.parameters) {
        const bool isGiven = std::any_of(members.begin(), members.end(), [&](const auto &member) {
            return member.first == parameter.name;
        });
        if (!isGiven && parameter.defaultValue)
            members.emplace_back(parameter.name, *parameter.defaultValue);
    }
    return Json::fromMembers(members);
}

QString resolved(const QString &text, const Json &parameters)
{
    QString whole;
    for (const TextPiece &piece : withParameters(text, parameters))
        whole += piece.text;
    return whole.trimmed();
}

QString optionIn(const Json &rate, const Json &parameters)
{
    if (rate.isObject())
        return resolved(rate[u"BatchPauseOption"].toString(), parameters);
    const Json::ParseResult value = Json::parse(resolved(rate.toString(), parameters).toUtf8());
    return value ? (*value.json)[u"BatchPauseOption"].toString() : QString();
}

QString resolvedBatchPause(const TaskDeclaration &task, const Json &parameters)
{
    const Json node = task.node.value_or(Json());
    const Json loop = node[u"Loop"];
    for (const Json &rate : {loop, loop[u"RateControl"], node[u"Properties"][u"LoopRateControl"]}) {
        const QString option = optionIn(rate, parameters);
        if (!option.isEmpty())
            return option;
    }
    return {};
}

} // namespace

QString LocalisedText::forLocale(const QString &localeName) const
{
    const QString wanted = normalLanguage(localeName.section(u'.', 0, 0));
    const auto pick = [&](auto matches) -> const QString * {
        const auto found = std::find_if(byLanguage.begin(), byLanguage.end(),
                                        [&](const auto &entry) { return matches(entry.first); });
        return found == byLanguage.end() ? nullptr : &found->second;
    };
    const QString primary = languagePrimary(wanted);
    for (const QString *text :
         {pick([&](const QString &language) { return language == wanted; }),
          pick([&](const QString &language) { return languagePrimary(language) == primary; }),
          pick([&](const QString &language) { return language == u"en"; }),
          pick([&](const QString &language) { return languagePrimary(language) == u"en"; }),
          pick([](const QString &) { return true; })}) {
        if (text)
            return *text;
    }
    return {};
}

LocalisedText LocalisedText::from(const TemplateNode *node)
{
    LocalisedText texts;
    if (!node || node->kind == TemplateNode::Kind::Null)
        return texts;
    if (node->isScalar())
        texts.byLanguage.emplace_back(QString(), node->text);
    else
        texts = languagesOf(*node, {});
    return texts;
}

LocalisedText LocalisedText::fromServiceText(const QString &text, const QString &namePrefix)
{
    LocalisedText texts;
    const Json::ParseResult parsed = Json::parse(text.toUtf8());
    if (parsed && parsed.json->isObject()) {
        parsed.json->forEachMember([&](const QString &name, const Json &value) {
            if (value.isString())
                addLanguage(texts, name, namePrefix, value.toString());
        });
    }
    if (texts.isEmpty() && namePrefix.isEmpty() && !text.isEmpty())
        texts.byLanguage.emplace_back(QString(), text);
    return texts;
}

const TaskDeclaration *TemplateOutline::task(const QString &name) const
{
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        const auto found =
            std::find_if(tasks.begin(), tasks.end(), [&](const TaskDeclaration &candidate) {
                return candidate.name.compare(name, sensitivity) == 0;
            });
        if (found != tasks.end())
            return &*found;
    }
    return nullptr;
}

TemplateOutline outlineOf(const TemplateTree &tree)
{
    TemplateOutline outline;
    const TemplateNode &root = tree.root;
    outline.formatVersion = textOf(&root, u"FormatVersion");
    outline.ramRole = textOf(&root, u"RamRole");
    const TemplateNode *description = root.find(u"Description");
    outline.description = LocalisedText::from(description);
    if (description)
        outline.displayName = languagesOf(*description, u"name-");
    outline.parameters = parametersOf(root);
    outline.parameterGroups = parameterGroupsOf(root);
    if (const TemplateNode *tasks = root.find(u"Tasks")) {
        for (const TemplateNode &item : tasks->items) {
            if (item.kind == TemplateNode::Kind::Map)
                outline.tasks.push_back(taskOf(item));
        }
    }
    return outline;
}

bool isSecretName(QStringView parameter)
{
    for (const QStringView word : {u"password", u"secret", u"token", u"key", u"credential"}) {
        if (parameter.contains(word, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

std::vector<QString> tasksWithBatchPause(const TemplateOutline &outline, const Json &parameters)
{
    const Json values = withDefaults(outline, parameters);
    std::vector<QString> names;
    for (const TaskDeclaration &task : outline.tasks) {
        const QString option = resolvedBatchPause(task, values);
        if (!option.isEmpty() && option.compare(u"Automatic", Qt::CaseInsensitive) != 0)
            names.push_back(task.name);
    }
    return names;
}

} // namespace countersign
