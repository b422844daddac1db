// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionpace.h"

#include "app/domain/displaytext.h"
#include "app/models/parametermodel.h"
#include "app/viewmodels/reviewviewmodel.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DecisionPace)
};

// Qualified, it would take the words of the first function out of their context in translations.
constexpr size_t looksKept = 200;
constexpr size_t differencesShown = 6;
constexpr qsizetype longestValue = 80;

QString joined(const std::vector<QString> &texts)
{
    return QStringList(texts.begin(), texts.end()).join(QStringLiteral(", "));
}

} // namespace

std::chrono::milliseconds DecisionPace::before(const WaitRowId &wait) const
{
    std::chrono::milliseconds sum{0};
    for (const Look &look : m_looks) {
        if (look.wait == wait)
            sum += look.time;
    }
    return sum;
}

void DecisionPace::looked(const WaitRowId &wait, std::chrono::milliseconds time)
{
    m_looks.push_back({wait, time});
    while (m_looks.size() > looksKept)
        m_looks.pop_front();
}

void DecisionPace::decided(const WaitRowId &wait, std::chrono::milliseconds time,
                           std::vector<BulkFact> facts)
{
    m_times.push_back(time + before(wait));
    while (m_times.size() > mostInARow)
        m_times.pop_front();
    m_last = wait;
    m_lastFacts = std::move(facts);
}

bool DecisionPace::isHasty() const
{
    return m_times.size() == mostInARow &&
           std::all_of(m_times.begin(), m_times.end(),
                       [](std::chrono::milliseconds time) { return time < haste; });
}

std::vector<BulkFact> reviewedFacts(const ReviewViewModel &review)
{
    std::vector<BulkFact> facts;
    const auto add = [&facts](const QString &label, const QString &value) {
        facts.push_back({label, value, value, false});
    };
    add(Words::tr("Account and region"), review.placeText());
    add(Words::tr("What happens"), joined(review.consequences()));
    add(Words::tr("Targets"), joined(review.targets()));
    add(Words::tr("Template"), review.templateText());
    add(Words::tr("Task"), review.taskName());
    add(Words::tr("Started by"), review.starterName());
    const std::vector<BulkFact> parameters = parameterFacts(*review.parameters());
    facts.insert(facts.end(), parameters.begin(), parameters.end());
    return facts;
}

std::vector<QString> hasteLines(const std::vector<BulkFact> &last,
                                const std::vector<BulkFact> &facts)
{
    std::vector<QString> lines{
        Words::tr("The last %n review(s) were each decided in under five seconds.", nullptr,
                  DecisionPace::mostInARow)};
    const BulkComparison comparison = compareItems({last, facts});
    if (comparison.differing.empty())
        lines.push_back(Words::tr("Apart from its ids, nothing differs from the last one."));
    for (size_t i = 0; i < comparison.differing.size() && i < differencesShown; ++i) {
        const auto cell = [&comparison, i](size_t item) {
            const QString text = safeLine(comparison.cells[item][i], longestValue);
            return text.isEmpty() ? QStringLiteral("–") : text;
        };
        //: %1 is a fact such as Region, %2 its value, %3 what it was in the review before
        lines.push_back(Words::tr("%1: %2 (in the last one: %3)")
                            .arg(comparison.differing[i], cell(1), cell(0)));
    }
    if (comparison.differing.size() > differencesShown)
        lines.push_back(
            Words::tr("%n more fact(s) differ.", nullptr,
                      static_cast<int>(comparison.differing.size() - differencesShown)));
    return lines;
}

} // namespace countersign
