// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/evaluation.h"
#include "app/sandbox/engine/functions.h"

namespace countersign::sandbox::functions {

namespace {

using List = std::vector<Json>;

bool holds(const List &list, const Json &item)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}

//! The lists of a list of lists; fails for anything else.
std::vector<List> listsOf(Evaluation &evaluation, const Json &arguments)
{
    std::vector<List> lists;
    bool isRight = arguments.isArray() && arguments.size() > 0;
    arguments.forEachItem([&](const Json &item) {
        isRight = isRight && item.isArray();
        lists.push_back(item.items());
    });
    if (!isRight) {
        evaluation.fail(QStringLiteral("it takes a list of lists"));
        return {};
    }
    return lists;
}

//! Elements by first occurrence, each once, that `isWanted` accepts.
template <class Wanted>
Json firstOccurrences(const std::vector<List> &lists, const Wanted &isWanted)
{
    List kept;
    for (const List &list : lists) {
        for (const Json &item : list) {
            if (!holds(kept, item) && isWanted(item))
                kept.push_back(item);
        }
    }
    return Json::fromItems(kept);
}

bool inAll(const std::vector<List> &lists, const Json &item)
{
    return std::all_of(lists.begin(), lists.end(),
                       [&item](const List &list) { return holds(list, item); });
}

} // namespace

Json intersection(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<List> lists = listsOf(evaluation, arguments);
    return firstOccurrences(lists, [&](const Json &item) { return inAll(lists, item); });
}

Json unionOf(Evaluation &evaluation, const Json &arguments)
{
    evaluation.remark(QStringLiteral("The arguments of Fn::Union are taken as a list of lists."));
    return firstOccurrences(listsOf(evaluation, arguments), [](const Json &) { return true; });
}

Json difference(Evaluation &evaluation, const Json &arguments)
{
    evaluation.remark(
        QStringLiteral("The arguments of Fn::Difference are taken as a list of lists."));
    const std::vector<List> lists = listsOf(evaluation, arguments);
    return firstOccurrences(lists, [&](const Json &item) { return !inAll(lists, item); });
}

} // namespace countersign::sandbox::functions
