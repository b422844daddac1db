// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/evaluation.h"
#include "app/sandbox/engine/functions.h"

#include <QRegularExpression>

#include <cmath>

namespace countersign::sandbox::functions {

namespace {

std::vector<Json> elements(Evaluation &evaluation, const Json &list)
{
    if (!list.isArray())
        evaluation.fail(QStringLiteral("it takes a list"));
    return list.isArray() ? list.items() : std::vector<Json>();
}

//! `from` up to `to` of a list, negative from the end, cut to what is there.
Json sliceOf(const Json &list, qint64 from, qint64 to)
{
    const qint64 size = list.size();
    const auto place = [size](qint64 index) {
        return std::clamp<qint64>(index < 0 ? size + index : index, 0, size);
    };
    std::vector<Json> kept;
    const std::vector<Json> all = list.items();
    for (qint64 index = place(from); index < place(to); ++index)
        kept.push_back(all[size_t(index)]);
    return Json::fromItems(kept);
}

std::optional<Json> element(const Json &list, const QString &key)
{
    static const QRegularExpression slice(QStringLiteral(R"(^(-?\d*):(-?\d*)(?::(\d+))?$)"));
    const QRegularExpressionMatch match = slice.match(key);
    if (match.hasMatch()) {
        const qint64 from = match.captured(1).isEmpty() ? 0 : match.captured(1).toLongLong();
        const qint64 to =
            match.captured(2).isEmpty() ? list.size() : match.captured(2).toLongLong();
        const std::vector<Json> part = sliceOf(list, from, to).items();
        const size_t step = std::max<size_t>(1, match.captured(3).toULongLong());
        std::vector<Json> kept;
        for (size_t index = 0; index < part.size(); index += step)
            kept.push_back(part[index]);
        return Json::fromItems(kept);
    }
    bool ok = false;
    qint64 index = key.toLongLong(&ok);
    if (ok && index < 0)
        index += list.size();
    return ok && index >= 0 && index < list.size() ? std::optional(list.at(index)) : std::nullopt;
}

} // namespace

Json select(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> parts = listArguments(evaluation, arguments, 2, 3);
    if (parts.empty())
        return {};
    const QString key = textForm(parts[0]);
    const Json from = parsedText(parts[1]);
    const Json otherwise = parts.size() == 3 ? parts[2] : Json::fromString(u"");
    if (from.isObject())
        return from.find(key).value_or(otherwise);
    if (from.isArray())
        return element(from, key).value_or(otherwise);
    if (from.isNull() || textForm(from).isEmpty())
        return otherwise;
    return evaluation.fail(QStringLiteral("it takes a key and an object or list"));
}

Json first(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> list = elements(evaluation, arguments);
    return list.empty() ? Json() : list.front();
}

Json last(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> list = elements(evaluation, arguments);
    return list.empty() ? Json() : list.back();
}

Json rangeSelect(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> parts = listArguments(evaluation, arguments, 3, 3);
    if (parts.empty())
        return {};
    const std::optional<double> from = numberOf(parts[0]);
    const std::optional<double> to = numberOf(parts[1]);
    if (!from || !to || !parts[2].isArray() || std::abs(*from) > 1e9 || std::abs(*to) > 1e9)
        return evaluation.fail(QStringLiteral("it takes two numbers and a list"));
    return sliceOf(parts[2], static_cast<qint64>(*from), static_cast<qint64>(*to));
}

Json listJoin(Evaluation &evaluation, const Json &arguments)
{
    return Json::fromItems(elements(evaluation, arguments));
}

Json mergeList(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> lists = elements(evaluation, arguments);
    std::vector<Json> merged;
    for (const Json &list : lists) {
        if (list.isNull())
            continue;
        if (!list.isArray()) {
            merged.push_back(list);
            continue;
        }
        list.forEachItem([&](const Json &item) {
            if (!item.isNull())
                merged.push_back(item);
        });
    }
    return Json::fromItems(merged);
}

Json calculateBatch(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> parts = listArguments(evaluation, arguments, 2, 2);
    if (parts.empty())
        return {};
    const std::optional<double> batches = numberOf(parts[0]);
    const Json list = parsedText(parts[1]);
    if (!batches || !list.isArray())
        return evaluation.fail(QStringLiteral("it takes a number of batches and a list"));
    const double each = std::ceil(double(list.size()) / std::max(1.0, *batches));
    return jsonNumber(std::max(1.0, each));
}

namespace {

Json extreme(Evaluation &evaluation, const Json &arguments, bool isLargest)
{
    const std::vector<Json> list = elements(evaluation, arguments);
    if (evaluation.stopped())
        return {};
    const auto all = [&](Json::Type type) {
        return !list.empty() && std::all_of(list.begin(), list.end(), [type](const Json &item) {
            return item.type() == type;
        });
    };
    const bool areTexts = all(Json::Type::String);
    if (!areTexts && !all(Json::Type::Number))
        return evaluation.fail(QStringLiteral("it takes a list of numbers or of texts"));
    const auto less = [areTexts](const Json &a, const Json &b) {
        return areTexts ? a.toString().toUcs4() < b.toString().toUcs4()
                        : a.toDouble().value_or(0.0) < b.toDouble().value_or(0.0);
    };
    return isLargest ? *std::max_element(list.begin(), list.end(), less)
                     : *std::min_element(list.begin(), list.end(), less);
}

} // namespace

Json minimum(Evaluation &evaluation, const Json &arguments)
{
    return extreme(evaluation, arguments, false);
}

Json maximum(Evaluation &evaluation, const Json &arguments)
{
    return extreme(evaluation, arguments, true);
}

Json sum(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> list = elements(evaluation, arguments);
    double total = 0.0;
    for (const Json &item : list) {
        if (item.isNull())
            continue;
        const std::optional<double> number = numberOf(item);
        if (!number)
            return evaluation.fail(QStringLiteral("it takes a list of numbers"));
        total += *number;
    }
    return jsonNumber(total);
}

} // namespace countersign::sandbox::functions
