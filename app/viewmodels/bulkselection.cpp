// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/bulkselection.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BulkSelection)
};

constexpr std::size_t mostPlaces = 12;

template <class Key, class KeyOf>
std::vector<std::pair<Key, int>> countBy(const std::vector<WaitRow> &rows, const KeyOf &keyOf)
{
    std::vector<std::pair<Key, int>> counts;
    for (const WaitRow &row : rows) {
        const Key key = keyOf(row);
        const auto known = std::find_if(counts.begin(), counts.end(),
                                        [&key](const auto &entry) { return entry.first == key; });
        if (known == counts.end())
            counts.emplace_back(key, 1);
        else
            ++known->second;
    }
    return counts;
}

std::vector<Act> actsFor(WaitKind kind)
{
    std::vector<Act> acts;
    for (const Act act : {Act::Approve, Act::Reject, Act::RetryTask, Act::SkipTask}) {
        const Fit fitting = fit(kind, RunMode::Unknown, act);
        if (fitting == Fit::Fits || fitting == Fit::Probable)
            acts.push_back(act);
    }
    return acts;
}

QString reasonFor(const std::vector<std::pair<WaitKind, int>> &kinds, int count)
{
    if (count > mostInBulk)
        return Words::tr("At most %n wait(s) are decided together: each of them is read, shown and "
                         "sent by itself.",
                         nullptr, mostInBulk);
    if (kinds.size() > 1)
        return Words::tr("Waits of different kinds are not decided together: choose rows of one "
                         "kind. The Show menu beside the filter lists one kind alone.");
    switch (kinds.front().first) {
    case WaitKind::DebugStep:
        return Words::tr("Debug runs are stepped one by one: choose one row.");
    case WaitKind::InsideChild:
        return Words::tr("These waits belong to child runs and are decided there: choose the rows "
                         "of the children.");
    case WaitKind::Unknown:
        return Words::tr("What these runs wait for cannot be told: choose one row and look at it.");
    case WaitKind::Approval:
    case WaitKind::HighRisk:
    case WaitKind::FailurePause:
    case WaitKind::BatchPause:
    case WaitKind::ManualPause:
        break;
    }
    return Words::tr("No act fits all of these waits: choose one row.");
}

} // namespace

BulkSelection bulkSelectionOf(const std::vector<WaitRow> &rows, int count)
{
    BulkSelection selection;
    selection.count = count;
    selection.heading = Words::tr("%n wait(s) chosen", nullptr, count);
    if (rows.empty())
        return selection;
    const auto kinds = countBy<WaitKind>(rows, [](const WaitRow &row) { return row.kind; });
    if (count <= mostInBulk) {
        QStringList texts;
        for (const auto &[kind, number] : kinds)
            //: %1 is a number, %2 a kind of wait such as Approval
            texts += Words::tr("%1 × %2").arg(QLocale().toString(number), waitKindLabel(kind));
        selection.kinds = texts.join(QStringLiteral(", "));
        const auto places = countBy<QString>(rows, [](const WaitRow &row) {
            return QString(safeLine(row.profileAlias, 60) + QStringLiteral(" / ") +
                           safeLine(row.id.place.region.text(), 60));
        });
        for (const auto &[place, number] : places) {
            if (selection.places.size() == mostPlaces)
                break;
            //: %1 is an account and a region, %2 how many waits are there
            selection.places.push_back(Words::tr("%1: %2").arg(place, QLocale().toString(number)));
        }
        if (places.size() > mostPlaces)
            selection.places.push_back(Words::tr("and %n more place(s)", nullptr,
                                                 static_cast<int>(places.size() - mostPlaces)));
        if (kinds.size() == 1)
            selection.acts = actsFor(kinds.front().first);
    }
    if (selection.acts.empty())
        selection.reason = reasonFor(kinds, count);
    return selection;
}

} // namespace countersign
