// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/evaluation.h"
#include "app/sandbox/engine/functions.h"

namespace countersign::sandbox::functions {

namespace {

//! Sets a member, later ones win.
void put(Members &members, const QString &name, const Json &value)
{
    for (auto &[memberName, memberValue] : members) {
        if (memberName == name) {
            memberValue = value;
            return;
        }
    }
    members.emplace_back(name, value);
}

} // namespace

Json mergeMapToList(Evaluation &evaluation, const Json &arguments)
{
    std::vector<std::pair<QString, std::vector<Json>>> columns;
    size_t longest = 0;
    bool isRight = arguments.isArray();
    arguments.forEachItem([&](const Json &map) {
        isRight = isRight && map.isObject() && map.size() == 1;
        if (!isRight)
            return;
        const Json list = map.at(0);
        columns.emplace_back(map.nameAt(0),
                             list.isArray() ? list.items() : std::vector<Json>{list});
        longest = std::max(longest, columns.back().second.size());
    });
    if (!isRight)
        return evaluation.fail(QStringLiteral("it takes a list of objects with one member"));
    std::vector<Json> rows;
    for (size_t row = 0; row < longest; ++row) {
        Members members;
        for (const auto &[name, values] : columns) {
            if (!values.empty())
                put(members, name, values[std::min(row, values.size() - 1)]);
        }
        rows.push_back(Json::fromMembers(members));
    }
    return Json::fromItems(rows);
}

Json mapJoin(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> pair = listArguments(evaluation, arguments, 2, 2);
    if (pair.empty())
        return {};
    if (!pair[0].isArray() || !pair[1].isArray() || pair[0].size() != pair[1].size())
        return evaluation.fail(QStringLiteral("it takes two lists of the same length"));
    evaluation.remark(QStringLiteral("The arguments of Fn::MapJoin are taken as keys, values."));
    const std::vector<Json> keys = pair[0].items();
    const std::vector<Json> values = pair[1].items();
    Members members;
    for (size_t index = 0; index < keys.size(); ++index)
        put(members, textForm(keys[index]), values[index]);
    return Json::fromMembers(members);
}

Json mergeMap(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> maps =
        arguments.isArray() ? arguments.items() : std::vector<Json>{arguments};
    Members members;
    for (const Json &map : maps) {
        if (map.isNull())
            continue;
        if (!map.isObject())
            return evaluation.fail(QStringLiteral("it takes a list of objects"));
        map.forEachMember(
            [&](const QString &name, const Json &value) { put(members, name, value); });
    }
    return Json::fromMembers(members);
}

Json convertMapToList(Evaluation &evaluation, const Json &arguments)
{
    const bool isWrapped = arguments.isArray() && arguments.size() == 1;
    const Json map = parsedText(isWrapped ? arguments.at(0) : arguments);
    if (!map.isObject())
        return evaluation.fail(QStringLiteral("it takes an object"));
    std::vector<Json> rows;
    map.forEachMember([&](const QString &name, const Json &value) {
        rows.push_back(Json::fromMembers(
            {{QStringLiteral("Key"), Json::fromString(name)}, {QStringLiteral("Value"), value}}));
    });
    return Json::fromItems(rows);
}

Json jq(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> parts = listArguments(evaluation, arguments, 3, 3);
    if (parts.empty())
        return {};
    const QString method = textForm(parts[0]);
    const bool isFirst = method.compare(u"First", Qt::CaseInsensitive) == 0;
    if (!isFirst && method.compare(u"All", Qt::CaseInsensitive) != 0)
        return evaluation.fail(u"the method " + method.left(50) + u" is neither First nor All");
    const std::vector<Json> results = evaluation.select(textForm(parts[1]), parsedText(parts[2]));
    if (isFirst)
        return results.empty() ? Json() : results.front();
    return Json::fromItems(results);
}

Json findMatchedPackage(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> pair = listArguments(evaluation, arguments, 2, 2);
    if (pair.empty())
        return {};
    if (textForm(pair[0]).isEmpty() || textForm(pair[1]).isEmpty())
        return evaluation.fail(QStringLiteral("no package matches"));
    return literal(
        R"({"InstallScript":"echo install","UninstallScript":"echo uninstall",)"
        R"("OutputScript":"echo {}","BucketName":"oos-public","ObjectName":"package.zip"})");
}

} // namespace countersign::sandbox::functions
