// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/bulkitems.h"

#include "app/domain/displaytext.h"
#include "app/flows/decideflow.h"
#include "app/models/choosabletasksmodel.h"
#include "app/models/inboxwords.h"
#include "app/models/sentences.h"
#include "app/viewmodels/bulkwords.h"
#include "app/viewmodels/decisionfields.h"
#include "app/viewmodels/decisionsummary.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BulkItems)
};

constexpr int mostNamed = 3;

//! Different values in the order in which they come.
template <class Value, class Items, class ValueOf>
std::vector<Value> distinct(const Items &items, const ValueOf &valueOf)
{
    std::vector<Value> values;
    for (const auto &item : items) {
        const Value value = valueOf(item);
        if (std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(value);
    }
    return values;
}

QString joined(const std::vector<QString> &texts, const QString &separator)
{
    return QStringList(texts.begin(), texts.end()).join(separator);
}

QString reasonFor(Act act, const ReviewViewModel &review)
{
    if (review.state() == ReviewViewModel::State::Gone)
        return review.overText();
    if (review.state() == ReviewViewModel::State::Failed && !review.notRead().empty())
        return review.notRead().front();
    const Capability capability = review.capability(act);
    if (!capability.isOffered)
        return Words::tr("This act does not fit what the run waits for.");
    return capability.reason;
}

//! Retry and Skip are about everything that failed in the run; what is too much for one decision
//! stays an obstacle.
void chooseAllRows(DecisionViewModel &decision)
{
    ChoosableTasksModel *rows = decision.fields() ? decision.fields()->rows() : nullptr;
    if (rows == nullptr)
        return;
    std::vector<int> all(static_cast<std::size_t>(rows->rowCount()));
    std::iota(all.begin(), all.end(), 0);
    rows->choose(all);
}

} // namespace

BulkItems::BulkItems(Act act, std::vector<WaitRow> rows)
    : m_act(act)
    , m_model(std::make_unique<BulkModel>())
{
    for (WaitRow &row : rows) {
        Item item;
        item.row = std::move(row);
        m_items.push_back(std::move(item));
    }
    show(false);
}

BulkItems::~BulkItems() = default;

void BulkItems::take(std::size_t index, ReviewViewModel &review)
{
    Item &item = m_items[index];
    item.isRead = true;
    item.environment = review.environment();
    item.endpointHosts = review.endpointHosts();
    item.actor = review.actorText();
    freeze(item, review);
    show(false);
}

//! What was read of it allows a decision, or a decision without having seen all, or none.
void BulkItems::freeze(Item &item, ReviewViewModel &review)
{
    std::unique_ptr<DecisionViewModel> decision = review.beginDecision(m_act);
    const bool isSeen = decision != nullptr;
    if (!isSeen) {
        item.leftOut = reasonFor(m_act, review);
        DecisionStart start;
        start.mayBeUnseen = true;
        decision = review.beginDecision(m_act, start);
        if (!decision)
            return;
    }
    chooseAllRows(*decision);
    if (!decision->obstacleText().isEmpty()) {
        item.leftOut = decision->obstacleText();
        return;
    }
    item.facts = bulkFactsOf(review, *decision, item.row);
    item.consequence = decision->consequence();
    item.isDanger = decision->isDanger();
    (isSeen ? item.drafted : item.unseen) = std::move(decision);
}

void BulkItems::choose(std::size_t index, bool isChosen)
{
    Item &item = m_items[index];
    if (isChosen && item.unseen)
        item.drafted = std::move(item.unseen);
    else if (!isChosen && item.drafted && !item.leftOut.isEmpty())
        item.unseen = std::move(item.drafted);
    compare();
}

bool BulkItems::hasChoice() const
{
    return std::any_of(m_items.begin(), m_items.end(),
                       [](const Item &item) { return item.unseen != nullptr; });
}

void BulkItems::compare()
{
    std::vector<std::vector<BulkFact>> facts;
    m_compared = included();
    for (const std::size_t item : m_compared)
        facts.push_back(m_items[item].facts);
    m_comparison = compareItems(facts);
    m_isCompared = true;
    m_model->setFurtherColumns(
        QStringList(m_comparison.differing.begin(), m_comparison.differing.end()));
    show(false);
}

std::unique_ptr<DecisionViewModel> BulkItems::handOver(std::size_t item)
{
    m_items[item].sent = m_items[item].drafted.get();
    return std::move(m_items[item].drafted);
}

void BulkItems::leaveOut(std::size_t item, const QString &reason)
{
    m_items[item].drafted.reset();
    m_items[item].unseen.reset();
    m_items[item].leftOut = reason;
}

std::vector<std::size_t> BulkItems::included() const
{
    std::vector<std::size_t> found;
    for (std::size_t item = 0; item < m_items.size(); ++item) {
        if (m_items[item].drafted)
            found.push_back(item);
    }
    return found;
}

int BulkItems::count(BulkStanding standing) const
{
    return static_cast<int>(
        std::count_if(m_items.begin(), m_items.end(),
                      [this, standing](const Item &item) { return standingOf(item) == standing; }));
}

int BulkItems::dangerCount() const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(),
                                          [](const Item &item) { return item.isDanger; }));
}

std::vector<QString> BulkItems::ticks() const
{
    std::vector<QString> texts;
    for (const Item &item : m_items) {
        const QStringList own = item.drafted ? item.drafted->tickTexts() : QStringList();
        for (const QString &text : own) {
            if (std::find(texts.begin(), texts.end(), text) == texts.end())
                texts.push_back(text);
        }
    }
    return texts;
}

std::vector<QString> BulkItems::tickTexts() const
{
    std::vector<QString> texts;
    for (const QString &tick : ticks()) {
        const auto number = static_cast<int>(
            std::count_if(m_items.begin(), m_items.end(), [&tick](const Item &item) {
                return item.drafted && item.drafted->tickTexts().contains(tick);
            }));
        //: %1 is a sentence that a person ticks, %n is of how many waits it is said
        texts.push_back(number > 0 ? Words::tr("%1 (%n of the waits)", nullptr, number).arg(tick)
                                   : tick);
    }
    return texts;
}

std::vector<WaitRowId> BulkItems::unfinished() const
{
    std::vector<WaitRowId> ids;
    for (const Item &item : m_items) {
        if (standingOf(item) != BulkStanding::Accepted)
            ids.push_back(item.row.id);
    }
    return ids;
}

std::vector<BulkResult> BulkItems::results() const
{
    std::vector<BulkResult> results;
    for (const Item &item : m_items) {
        BulkResult result;
        result.row = item.row;
        result.record.act = m_act;
        result.result = stateOf(item);
        result.sentence = item.leftOut;
        result.state = item.drafted ? QStringLiteral("NotBegun") : QStringLiteral("LeftOut");
        if (item.sent) {
            result.record = item.sent->record();
            result.sentence = item.sent->outcomeText();
            result.state = decisionStateWord(item.sent->decisionState());
            const DecisionProgress &progress = item.sent->flow()->progress();
            result.code = progress.report.code;
            result.requestId = progress.report.requestId;
            // What never left has no time at which it was sent.
            if (progress.report.bytesHandedOut > 0)
                result.sentAt = progress.sentAt;
        }
        results.push_back(result);
    }
    return results;
}

Environment BulkItems::environment() const
{
    const auto environments =
        distinct<Environment>(m_items, [](const Item &item) { return item.environment; });
    const auto production =
        std::find_if(environments.begin(), environments.end(),
                     [](const Environment &environment) { return environment.isProduction; });
    if (production != environments.end())
        return *production;
    return environments.size() == 1 ? environments.front() : Environment();
}

QStringList BulkItems::endpointHosts() const
{
    QStringList hosts;
    for (const Item &item : m_items)
        hosts += item.endpointHosts;
    hosts.removeDuplicates();
    return hosts;
}

QString BulkItems::placeText() const
{
    const auto places = distinct<QString>(m_items, [](const Item &item) {
        return countersign::placeText(item.row.profileAlias, item.row.accountId,
                                      item.row.id.place.region);
    });
    if (places.size() == 1)
        return places.front();
    //: %n is at least 2; %1 lists accounts and regions
    return Words::tr("%n accounts and regions: %1", nullptr, static_cast<int>(places.size()))
        .arg(safeLine(joined(places, QStringLiteral("; "))));
}

QString BulkItems::actorText() const
{
    const auto actors = distinct<QString>(m_items, [](const Item &item) { return item.actor; });
    return actors.size() == 1 ? actors.front() : QString();
}

QString BulkItems::shortPlaceText() const
{
    const auto places = distinct<QString>(m_items, [](const Item &item) {
        return QString(safeLine(item.row.profileAlias, 40) + QStringLiteral(" / ") +
                       safeLine(item.row.id.place.region.text(), 40));
    });
    return places.size() == 1
               ? places.front()
               : Words::tr("%n accounts and regions", nullptr, static_cast<int>(places.size()));
}

std::vector<QString> BulkItems::consequences() const
{
    std::vector<QString> own = distinct<QString>(
        m_items, [](const Item &item) { return item.drafted ? item.consequence : QString(); });
    std::erase(own, QString());
    std::vector<QString> sentences{
        Words::tr("One decision is sent for each wait, one after the other. Each run is read once "
                  "more before; one that has changed is not sent.")};
    if (own.size() == 1)
        sentences.insert(sentences.begin(), own.front());
    else if (own.size() > 1)
        sentences.insert(sentences.begin(),
                         Words::tr("What happens differs and stands beside each wait."));
    if (dangerCount() > 0)
        sentences.insert(sentences.begin(), Words::tr("%n of these waits release a high-risk call.",
                                                      nullptr, dangerCount()));
    return sentences;
}

QString BulkItems::differenceText() const
{
    if (!m_isCompared || m_compared.empty())
        return {};
    if (m_compared.size() == 1)
        return {};
    if (m_comparison.differing.empty())
        return Words::tr("Apart from their ids nothing that was read differs between them.");
    //: %1 lists facts such as Template, Region, Parameter size
    return Words::tr("They differ in: %1.")
        .arg(joined(m_comparison.differing, QStringLiteral(", ")));
}

QString BulkItems::burstText() const
{
    std::vector<WaitRow> rows;
    for (const Item &item : m_items)
        rows.push_back(item.row);
    QStringList lines;
    for (const StarterBurst &burst : starterBursts(rows)) {
        const QString minutes = Words::tr("%n minute(s)", nullptr, burst.minutes);
        //: %n waits, %1 is a time such as 5 minutes, %2 a user
        lines += Words::tr("A burst: %n of them within %1 from %2.", nullptr, burst.count)
                     .arg(minutes, safeLine(burst.starter, 80));
    }
    return joinedSentences(lines);
}

QString BulkItems::summary() const
{
    const int accepted = count(BulkStanding::Accepted);
    const int unclear = count(BulkStanding::Unclear);
    const int others = static_cast<int>(size()) - accepted - unclear;
    QStringList sentences;
    if (accepted > 0)
        sentences += Words::tr("%n accepted.", nullptr, accepted);
    if (unclear > 0)
        sentences += Words::tr("%n with an unknown outcome: do not repeat it.", nullptr, unclear);
    QStringList named;
    for (const Item &item : m_items) {
        const BulkStanding standing = standingOf(item);
        if (standing == BulkStanding::Accepted || standing == BulkStanding::Unclear ||
            named.size() == mostNamed)
            continue;
        //: %1 is an execution id, %2 a few words about what became of it
        named += Words::tr("%1 (%2)").arg(groupedId(item.row.id.executionId.text()), stateOf(item));
    }
    const QString names = named.join(QStringLiteral("; "));
    if (others > mostNamed)
        //: %1 lists some of them
        sentences += Words::tr("%n not: %1, and others.", nullptr, others).arg(names);
    else if (others > 0)
        //: %n waits were not accepted, %1 lists them
        sentences += Words::tr("%n not: %1.", nullptr, others).arg(names);
    return joinedSentences(sentences);
}

BulkStanding BulkItems::standingOf(const Item &item) const
{
    if (item.sent)
        return bulkStandingOf(*item.sent);
    if (!item.isRead)
        return BulkStanding::Reading;
    if (!item.drafted)
        return BulkStanding::LeftOut;
    return m_isConfirmed ? BulkStanding::Waiting : BulkStanding::Ready;
}

QString BulkItems::stateOf(const Item &item) const
{
    if (item.sent)
        return bulkResultText(*item.sent);
    switch (standingOf(item)) {
    case BulkStanding::Reading:
        return Words::tr("being read…");
    case BulkStanding::LeftOut:
        //: %1 is a whole sentence
        return Words::tr("left out: %1").arg(safeLine(item.leftOut, 200));
    case BulkStanding::Waiting:
        return Words::tr("not sent yet");
    case BulkStanding::Ready:
    case BulkStanding::Sending:
    case BulkStanding::Accepted:
    case BulkStanding::Untouched:
    case BulkStanding::Unclear:
        break;
    }
    if (!item.leftOut.isEmpty())
        //: %1 is a whole sentence
        return Words::tr("taken in all the same: %1").arg(safeLine(item.leftOut, 200));
    return Words::tr("read");
}

BulkRow BulkItems::rowOf(const Item &item) const
{
    BulkRow row;
    row.id = item.row.id;
    row.standing = standingOf(item);
    row.state = stateOf(item);
    row.sentence = item.sent ? item.sent->outcomeText() : QString();
    row.wait = inboxHeading(item.row);
    row.execution = groupedId(item.row.id.executionId.text());
    row.isChosen = item.drafted && !item.leftOut.isEmpty();
    row.isChoosable = !m_isConfirmed && m_isCompared && (item.unseen || row.isChosen);
    return row;
}

void BulkItems::show(bool isConfirmed)
{
    m_isConfirmed = isConfirmed;
    std::vector<BulkRow> rows;
    for (const Item &item : m_items)
        rows.push_back(rowOf(item));
    for (std::size_t i = 0; i < m_compared.size(); ++i) {
        const std::vector<QString> &cells = m_comparison.cells[i];
        rows[m_compared[i]].cells = QStringList(cells.begin(), cells.end());
    }
    m_model->apply(std::move(rows));
}

} // namespace countersign
