// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/bulkfacts.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/models/actorwords.h"
#include "app/models/choosabletasksmodel.h"
#include "app/models/parametermodel.h"
#include "app/viewmodels/decisionfields.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BulkFacts)
};

constexpr qsizetype longestCell = 300;

const BulkFact *find(const std::vector<BulkFact> &facts, const QString &label)
{
    const auto found = std::find_if(facts.begin(), facts.end(),
                                    [&label](const BulkFact &fact) { return fact.label == label; });
    return found == facts.end() ? nullptr : &*found;
}

QStringList labelsOf(const std::vector<std::vector<BulkFact>> &items)
{
    QStringList labels;
    QSet<QString> known;
    for (const std::vector<BulkFact> &facts : items) {
        for (const BulkFact &fact : facts) {
            if (known.contains(fact.label))
                continue;
            known.insert(fact.label);
            labels += fact.label;
        }
    }
    return labels;
}

//! One text for each item.
std::vector<QString> cellsOf(const std::vector<std::vector<BulkFact>> &items, const QString &label)
{
    std::vector<QString> cells;
    QStringList variants;
    for (const std::vector<BulkFact> &facts : items) {
        const BulkFact *fact = find(facts, label);
        if (fact == nullptr) {
            cells.push_back(Words::tr("not there", "a fact that one of several items lacks"));
            continue;
        }
        if (!fact->isOpaque) {
            cells.push_back(fact->shown);
            continue;
        }
        if (!variants.contains(fact->exact))
            variants += fact->exact;
        //: %1 is a number; items with the same number have the same text behind it
        cells.push_back(Words::tr("variant %1").arg(variants.indexOf(fact->exact) + 1));
    }
    return cells;
}

bool isSameForAll(const std::vector<std::vector<BulkFact>> &items, const QString &label)
{
    const BulkFact *first = find(items.front(), label);
    return first != nullptr && std::all_of(items.begin(), items.end(), [&](const auto &facts) {
               const BulkFact *fact = find(facts, label);
               return fact != nullptr && fact->exact == first->exact;
           });
}

//! Facts of the record's fingerprint, as far as the review has no words of its own for them.
std::vector<BulkFact> recordFacts(const DecisionRecord &record)
{
    struct Line
    {
        const char *name;
        QString label;
        bool isOpaque;
    };
    const Line lines[] = {
        {"Mode", Words::tr("Mode"), false},
        {"SafetyCheck", Words::tr("Safety check"), false},
        {"RamRole", Words::tr("Runs as role"), false},
        {"TaskExecution.LoopItem", Words::tr("Loop item"), false},
        {"Targets", Words::tr("Targets of the run"), true},
        {"TaskExecution.Properties", Words::tr("Properties of the task"), true},
        {"Template", Words::tr("Text of the template"), true},
    };
    std::vector<BulkFact> facts;
    for (const Line &line : lines) {
        for (const auto &[name, value] : record.fingerprint.facts) {
            const bool isWorthSaying = line.isOpaque || !value.isEmpty();
            if (name == QLatin1String(line.name) && isWorthSaying)
                facts.push_back({line.label, safeLine(value, longestCell), value, line.isOpaque});
        }
    }
    return facts;
}

//! Names of the rows that are decided together; empty where the act takes none.
QString failedRowsText(const DecisionViewModel &decision)
{
    const ChoosableTasksModel *rows = decision.fields() ? decision.fields()->rows() : nullptr;
    QStringList names;
    if (rows != nullptr) {
        for (const TaskExecution *row : rows->chosen())
            names += safeLine(row->loopItem.isEmpty()
                                  ? row->taskName
                                  : QString(row->taskName + QLatin1Char(' ') + row->loopItem),
                              80);
    }
    return names.join(QStringLiteral(", "));
}

QString targetsText(const std::vector<QString> &targets)
{
    QStringList texts;
    for (const QString &target : targets)
        texts += target;
    return texts.join(QStringLiteral(", "));
}

} // namespace

BulkComparison compareItems(const std::vector<std::vector<BulkFact>> &items)
{
    BulkComparison comparison;
    comparison.cells.resize(items.size());
    if (items.empty())
        return comparison;
    const QStringList labels = labelsOf(items);
    for (const QString &label : labels) {
        if (isSameForAll(items, label)) {
            // What people cannot read is worth a line only where it differs.
            const BulkFact *fact = find(items.front(), label);
            if (!fact->isOpaque)
                comparison.same.push_back({label, fact->shown, {}});
            continue;
        }
        comparison.differing.push_back(label);
        const std::vector<QString> cells = cellsOf(items, label);
        for (std::size_t item = 0; item < items.size(); ++item)
            comparison.cells[item].push_back(cells[item]);
    }
    return comparison;
}

std::vector<BulkFact> parameterFacts(const ParameterModel &parameters)
{
    std::vector<BulkFact> facts;
    for (int row = 0; row < parameters.rowCount(); ++row) {
        const QModelIndex name = parameters.index(row, ParameterModel::NameColumn);
        const QModelIndex value = parameters.index(row, ParameterModel::ValueColumn);
        //: %1 is the name of a parameter
        const QString label = Words::tr("Parameter %1").arg(name.data().toString());
        if (value.data(ParameterModel::IsMaskedRole).toBool())
            facts.push_back({label, Words::tr("hidden, not compared"), {}, false});
        else
            facts.push_back({label, safeLine(value.data().toString(), longestCell),
                             value.data(ParameterModel::RawValueRole).toString(), false});
    }
    return facts;
}

std::vector<BulkFact> bulkFactsOf(const ReviewViewModel &review, const DecisionViewModel &decision,
                                  const WaitRow &row)
{
    const DecisionRecord &record = decision.record();
    std::vector<BulkFact> facts;
    const auto add = [&facts](const QString &label, const QString &shown, const QString &exact) {
        if (!shown.isEmpty())
            facts.push_back({label, shown, exact, false});
    };
    const QString account = QString(safeLine(record.where.profileAlias, 60) +
                                    QStringLiteral(" · ") + safeLine(record.where.accountId, 60));
    add(Words::tr("Account"), account,
        QString(record.where.place.profile.text() + QLatin1Char('\n') + record.where.accountId));
    add(Words::tr("Region"), safeLine(record.where.place.region.text(), 60),
        record.where.place.region.text());
    add(Words::tr("You act as"), actorText(record),
        QString(record.where.actor + QLatin1Char('\n') +
                QString::number(static_cast<int>(record.where.actorKind))));
    add(Words::tr("Template"), review.templateText(), review.templateText());
    add(Words::tr("Task"), safeLine(record.taskName, 120), record.taskName);
    add(Words::tr("Started by"), review.starterName(), row.starter);
    // To the minute, as it is shown: seconds apart is no difference that people decide on.
    add(Words::tr("Waiting since"), localTimeText(row.waitingSince),
        localTimeText(row.waitingSince));
    const QString targets = targetsText(decision.targets());
    add(Words::tr("Targets"), targets, targets);
    const QString rows = failedRowsText(decision);
    add(Words::tr("Failed tasks"), rows, rows);
    const std::vector<BulkFact> parameters = parameterFacts(*review.parameters());
    facts.insert(facts.end(), parameters.begin(), parameters.end());
    add(Words::tr("What happens"), decision.consequence(), decision.consequence());
    const std::vector<BulkFact> further = recordFacts(record);
    facts.insert(facts.end(), further.begin(), further.end());
    const QString quote = safeLine(review.starterQuote(), longestCell);
    if (!quote.isEmpty())
        //: %1 is free text of the person who started a run
        add(Words::tr("Description by the starter"), Words::tr("“%1”").arg(quote),
            review.starterQuote());
    return facts;
}

} // namespace countersign
