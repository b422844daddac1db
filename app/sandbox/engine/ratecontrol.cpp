// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/ratecontrol.h"

#include "app/sandbox/engine/values.h"

#include <cmath>

namespace countersign::sandbox {

namespace {

constexpr int usualAtOnceInBatch = 20;
constexpr double mostNumber = 1'000'000.0;

//! A number or a percentage of `count`; nothing when it is neither or below zero.
std::optional<int> amount(const Json &value, int count, bool roundsUp)
{
    const QString text = textForm(value).trimmed();
    const bool isPercent = text.endsWith(u'%');
    const std::optional<double> number =
        numberOf(Json::fromString(isPercent ? text.chopped(1).trimmed() : text));
    if (!number || *number < 0.0 || *number > mostNumber)
        return std::nullopt;
    const double exact = isPercent ? *number * count / 100.0 : *number;
    return static_cast<int>(roundsUp ? std::ceil(exact) : std::floor(exact));
}

//! Reads the keys of one loop.
class Reader
{
public:
    Reader(const Json &loop, int itemCount)
        : m_loop(loop)
        , m_inner(parsedText(memberOf(loop, u"RateControl")))
        , m_count(itemCount)
    {
    }

    Json given(QStringView key) const
    {
        const Json inner = memberOf(m_inner, key);
        return isGiven(inner) ? inner : memberOf(m_loop, key);
    }

    //! At least one of `usual` or what the key says.
    int atLeastOne(QStringView key, const Json &value, int usual)
    {
        if (!isGiven(value))
            return usual;
        const std::optional<int> number = amount(value, m_count, true);
        if (!number)
            complain(key, value);
        return std::max(1, number.value_or(usual));
    }

    int maxErrors()
    {
        const Json value = given(u"MaxErrors");
        if (!isGiven(value))
            return 0;
        const std::optional<int> number = amount(value, m_count, false);
        if (!number)
            complain(u"MaxErrors", value);
        return number.value_or(0);
    }

    RateControl::Pause pause(const QString &loopMode)
    {
        const Json option = given(u"BatchPauseOption");
        const QString word = loopMode.isEmpty() ? textForm(option) : loopMode;
        if (word.compare(u"FirstBatchPause", Qt::CaseInsensitive) == 0)
            return RateControl::Pause::FirstBatch;
        if (word.compare(u"EveryBatchPause", Qt::CaseInsensitive) == 0)
            return RateControl::Pause::EveryBatch;
        if (!word.isEmpty() && word.compare(u"Automatic", Qt::CaseInsensitive) != 0)
            complain(u"BatchPauseOption", Json::fromString(word));
        return RateControl::Pause::Never;
    }

    bool isBatchMode()
    {
        const QString mode = textForm(given(u"Mode"));
        if (mode.isEmpty())
            return isGiven(given(u"Batch"));
        const bool isBatch = mode.compare(u"Batch", Qt::CaseInsensitive) == 0;
        if (!isBatch && mode.compare(u"Concurrency", Qt::CaseInsensitive) != 0)
            complain(u"Mode", given(u"Mode"));
        return isBatch;
    }

    //! A list, or one value that stands for the list of it.
    std::vector<Json> list(QStringView key) const
    {
        const Json value = parsedText(given(key));
        if (value.isArray())
            return value.items();
        return isGiven(value) ? std::vector<Json>{value} : std::vector<Json>();
    }

    const QString &problem() const { return m_problem; }

private:
    static bool isGiven(const Json &value)
    {
        return !value.isNull() && !(value.isString() && value.toString().isEmpty());
    }
    void complain(QStringView key, const Json &value)
    {
        if (m_problem.isEmpty())
            m_problem = u"The value " + textForm(value).left(100) + u" of " + key.toString() +
                        u" in the loop is not valid.";
    }

    Json m_loop;
    Json m_inner;
    int m_count;
    QString m_problem;
};

//! Groups of the given sizes until all items have their place; the last size repeats.
std::vector<RateControl::Batch> groups(Reader &reader, int itemCount)
{
    const std::vector<Json> sizes = reader.list(u"Batch");
    const std::vector<Json> speeds = reader.list(u"ConcurrencyInBatches");
    const auto nth = [](const std::vector<Json> &list, size_t index) {
        return list.empty() ? Json() : list[std::min(index, list.size() - 1)];
    };
    std::vector<RateControl::Batch> batches;
    for (int left = itemCount; left > 0;) {
        const size_t index = batches.size();
        const int size = reader.atLeastOne(u"Batch", nth(sizes, index), itemCount);
        RateControl::Batch batch;
        batch.items = std::min(left, size);
        batch.atOnce =
            reader.atLeastOne(u"ConcurrencyInBatches", nth(speeds, index), usualAtOnceInBatch);
        batches.push_back(batch);
        left -= batch.items;
    }
    return batches;
}

} // namespace

std::optional<RateControl> RateControl::from(const Json &loop, int itemCount,
                                             const QString &loopMode, QString *problem)
{
    RateControl control;
    Reader reader(loop, itemCount);
    control.maxErrors = reader.maxErrors();
    control.pause = reader.pause(loopMode);
    Members shown;
    const auto show = [&](QStringView key) {
        const Json value = reader.given(key);
        if (!value.isNull())
            shown.emplace_back(key.toString(), value);
    };
    const bool isBatchMode = reader.isBatchMode();
    shown.emplace_back(QStringLiteral("Mode"),
                       Json::fromString(isBatchMode ? u"Batch" : u"Concurrency"));
    if (isBatchMode) {
        control.batches = groups(reader, itemCount);
        show(u"Batch");
        show(u"ConcurrencyInBatches");
    } else {
        const int atOnce = reader.atLeastOne(u"Concurrency", reader.given(u"Concurrency"), 1);
        // Where a person looks between, as many items as run at once are one batch.
        const int size = control.pause == Pause::Never ? itemCount : atOnce;
        for (int left = itemCount; left > 0; left -= size)
            control.batches.push_back({std::min(left, size), atOnce});
        shown.emplace_back(QStringLiteral("Concurrency"), Json::fromInteger(atOnce));
    }
    static const QStringList pauses{QStringLiteral("Automatic"), QStringLiteral("FirstBatchPause"),
                                    QStringLiteral("EveryBatchPause")};
    const Json maxErrors = reader.given(u"MaxErrors");
    shown.emplace_back(QStringLiteral("MaxErrors"),
                       maxErrors.isNull() ? Json::fromInteger(0) : maxErrors);
    shown.emplace_back(QStringLiteral("BatchPauseOption"),
                       Json::fromString(pauses[static_cast<qsizetype>(control.pause)]));
    control.shown = Json::fromMembers(shown);
    *problem = reader.problem();
    return problem->isEmpty() ? std::optional(control) : std::nullopt;
}

void RateControl::runOneByOne()
{
    for (Batch &batch : batches)
        batch.atOnce = 1;
}

} // namespace countersign::sandbox
