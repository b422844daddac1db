// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/bulkviewmodel.h"

#include "app/domain/format.h"
#include "app/domain/note.h"
#include "app/flows/bulkflow.h"
#include "app/flows/decideflow.h"
#include "app/viewmodels/bulkitems.h"
#include "app/viewmodels/bulkreading.h"
#include "app/viewmodels/bulkwords.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/expiredkeys.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "app/viewmodels/typedcount.h"

#include <QTimer>

namespace countersign {

class BulkViewModel::Private
{
public:
    Private(BulkViewModel &owner, Act chosenAct, std::vector<WaitRow> rows, NewReview newReview,
            DecisionsViewModel &all)
        : q(owner)
        , decisions(all)
        , reading(rows, std::move(newReview))
        , items(chosenAct, std::move(rows))
    {
    }

    void onItemRead(std::size_t item, ReviewViewModel &review);
    void onAllRead();
    void sampleNotes();
    void choose(int row, bool isChosen);
    void applyNote();
    DecideFlow *begin(std::size_t position);
    DecideFlow *beginAnew(DecisionViewModel &decision);
    void watchKeys();
    void announceProgress();

    BulkViewModel &q;
    DecisionsViewModel &decisions;
    BulkReading reading;
    BulkItems items;
    std::unique_ptr<BulkFlow> flow;    //!< once it was confirmed
    std::vector<std::size_t> included; //!< items in the order of sending, once it was confirmed
    //! One decision of each profile stands for the rules on notes; its draft is put back when
    //! nothing is sent.
    std::vector<std::pair<DecisionViewModel *, QString>> noteSamples;
    QString note;
    QString countText;
    std::set<QString> ticked;
    QTimer announcing;
    std::unique_ptr<ExpiredKeys> keys; //!< of the one that it stopped at, while they are wanted
    ProfileId keysOf;
};

void BulkViewModel::Private::onItemRead(std::size_t item, ReviewViewModel &review)
{
    items.take(item, review);
    Q_EMIT q.factsChanged();
}

void BulkViewModel::Private::onAllRead()
{
    items.compare();
    sampleNotes();
    Q_EMIT q.factsChanged();
    Q_EMIT q.inputChanged();
}

void BulkViewModel::Private::sampleNotes()
{
    for (const auto &[decision, draft] : noteSamples)
        decision->setNote(draft);
    noteSamples.clear();
    std::set<QString> profiles;
    for (std::size_t item = 0; item < items.size(); ++item) {
        DecisionViewModel *decision = items.drafted(item);
        if (decision && profiles.insert(decision->record().where.place.profile.text()).second)
            noteSamples.emplace_back(decision, decision->note());
    }
    applyNote();
}

void BulkViewModel::Private::choose(int row, bool isChosen)
{
    if (flow || !items.isCompared())
        return;
    items.choose(static_cast<std::size_t>(row), isChosen);
    sampleNotes();
    Q_EMIT q.factsChanged();
    Q_EMIT q.inputChanged();
}

void BulkViewModel::Private::applyNote()
{
    for (const auto &[decision, draft] : noteSamples)
        decision->setNote(note);
}

//! Begins the decision of one item; from then on it belongs to the decisions of the session.
DecideFlow *BulkViewModel::Private::begin(std::size_t position)
{
    const std::size_t item = included[position];
    if (DecisionViewModel *left = items.sent(item))
        return beginAnew(*left);
    DecisionViewModel *decision = items.drafted(item);
    decision->setNote(note);
    decision->setTicked(true);
    decision->takeTypedAsGiven();
    if (!decision->canConfirm()) {
        items.leaveOut(item, BulkViewModel::tr("not sent: it cannot be confirmed any more"));
        return nullptr;
    }
    decision->confirm();
    QObject::connect(decision, &DecisionViewModel::stageChanged, &q, [this] {
        if (!announcing.isActive())
            announcing.start(0);
    });
    decisions.adopt(items.handOver(item));
    return decision->flow();
}

//! One that came to nothing for want of keys, with a record of its own; what was read and confirmed
//! is what it was.
DecideFlow *BulkViewModel::Private::beginAnew(DecisionViewModel &decision)
{
    if (decision.stage() != DecisionViewModel::Stage::Composing && !decision.beginAnew())
        return nullptr;
    decision.setNote(note);
    decision.setTicked(true);
    decision.takeTypedAsGiven();
    if (!decision.canConfirm())
        return nullptr;
    decision.confirm();
    return decision.flow();
}

void BulkViewModel::Private::watchKeys()
{
    const bool isStopped = flow && flow->state() == BulkFlow::State::Stopped;
    DecisionViewModel *last = isStopped ? items.sent(included[flow->current()]) : nullptr;
    if (!last || !isForWantOfKeys(last->flow()->progress())) {
        keys.reset();
        return;
    }
    if (keys)
        return;
    const Place &place = last->record().where.place;
    keysOf = place.profile;
    keys = std::make_unique<ExpiredKeys>(last->flow()->services(), place,
                                         last->flow()->times().keysOutlast);
    QObject::connect(keys.get(), &ExpiredKeys::changed, &q, &BulkViewModel::progressChanged);
}

void BulkViewModel::Private::announceProgress()
{
    watchKeys();
    items.show(flow.get() != nullptr);
    Q_EMIT q.progressChanged();
}

BulkViewModel::BulkViewModel(Act act, std::vector<WaitRow> rows, NewReview newReview,
                             DecisionsViewModel &decisions, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, act, std::move(rows), std::move(newReview), decisions))
{
    d->announcing.setSingleShot(true);
    connect(&d->announcing, &QTimer::timeout, this, [this] { d->announceProgress(); });
    connect(&d->reading, &BulkReading::itemRead, this,
            [this](std::size_t item, ReviewViewModel *review) { d->onItemRead(item, *review); });
    connect(&d->reading, &BulkReading::over, this, [this] { d->onAllRead(); });
    connect(model(), &BulkModel::choiceWanted, this,
            [this](int row, bool isChosen) { d->choose(row, isChosen); });
    d->reading.start();
}

BulkViewModel::~BulkViewModel()
{
    if (d->flow)
        return;
    for (const auto &[decision, draft] : d->noteSamples)
        decision->setNote(draft);
}

Act BulkViewModel::act() const
{
    return d->items.act();
}

BulkViewModel::Stage BulkViewModel::stage() const
{
    if (!d->flow)
        return d->items.isCompared() ? Stage::Composing : Stage::Reading;
    switch (d->flow->state()) {
    case BulkFlow::State::Ready:
    case BulkFlow::State::Running:
        return Stage::Running;
    case BulkFlow::State::Stopping:
        return Stage::Stopping;
    case BulkFlow::State::Stopped:
        return Stage::Stopped;
    case BulkFlow::State::Done:
        break;
    }
    return Stage::Done;
}

BulkModel *BulkViewModel::model() const
{
    return d->items.model();
}

int BulkViewModel::itemCount() const
{
    return static_cast<int>(d->items.size());
}

int BulkViewModel::includedCount() const
{
    return static_cast<int>(d->flow ? d->included.size() : d->items.included().size());
}

QString BulkViewModel::windowTitle() const
{
    return actLabel(act());
}

Environment BulkViewModel::environment() const
{
    return d->items.environment();
}

QStringList BulkViewModel::endpointHosts() const
{
    return d->items.endpointHosts();
}

QString BulkViewModel::placeText() const
{
    return d->items.placeText();
}

QString BulkViewModel::actorText() const
{
    return d->items.actorText();
}

QString BulkViewModel::heading() const
{
    //: %1 is an act such as Approve
    return tr("%1: %n wait(s)", nullptr, itemCount()).arg(actLabel(act()));
}

std::vector<QString> BulkViewModel::consequences() const
{
    return d->items.consequences();
}

bool BulkViewModel::isDanger() const
{
    return d->items.dangerCount() > 0;
}

std::vector<LabelledFact> BulkViewModel::sameFacts() const
{
    return d->items.comparison().same;
}

QString BulkViewModel::differenceText() const
{
    return d->items.differenceText();
}

QString BulkViewModel::burstText() const
{
    return d->items.burstText();
}

QString BulkViewModel::readingText() const
{
    if (d->reading.isOver())
        return {};
    return tr("%1 of %n wait(s) read…", nullptr, itemCount()).arg(d->reading.ended());
}

QString BulkViewModel::leftOutText() const
{
    const int leftOut = itemCount() - includedCount();
    if (!d->items.isCompared() || leftOut == 0)
        return {};
    return d->items.hasChoice()
               ? tr("%n of them left out: why stands beside each. A tick there takes one in all "
                    "the same.",
                    nullptr, leftOut)
               : tr("%n of them left out: why stands beside each.", nullptr, leftOut);
}

QString BulkViewModel::confirmText() const
{
    //: %1 is an act such as Approve, %2 an account and a region, or how many of them
    return tr("%1 %n wait(s) in %2", nullptr, includedCount())
        .arg(actLabel(act()), d->items.shortPlaceText());
}

bool BulkViewModel::takesNote() const
{
    return act() != Act::CancelExecution;
}

bool BulkViewModel::isNoteRequired() const
{
    return std::any_of(d->noteSamples.begin(), d->noteSamples.end(),
                       [](const auto &sample) { return sample.first->isNoteRequired(); });
}

QString BulkViewModel::note() const
{
    return d->note;
}

QString BulkViewModel::noteCounterText() const
{
    return d->noteSamples.empty() ? QString() : d->noteSamples.front().first->noteCounterText();
}

QString BulkViewModel::noteProblemText() const
{
    for (const auto &[decision, draft] : d->noteSamples) {
        const QString problem = decision->noteProblemText();
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

QString BulkViewModel::noteWarningText() const
{
    return d->noteSamples.empty() ? QString() : d->noteSamples.front().first->noteWarningText();
}

QString BulkViewModel::noteTagText() const
{
    for (const auto &[decision, draft] : d->noteSamples) {
        const QString tag = decision->noteTag();
        if (!tag.isEmpty())
            //: %1 is a short fixed text that is added to a note
            return tr("Sent behind it, for each wait its own, such as %1").arg(tag.trimmed());
    }
    return {};
}

QString BulkViewModel::countPrompt() const
{
    return tr("Type %n, the number of waits, to confirm:", nullptr, includedCount());
}

bool BulkViewModel::isCountRight() const
{
    return typedCount(d->countText) == includedCount();
}

QString BulkViewModel::countProblemText() const
{
    if (d->countText.trimmed().isEmpty() || isCountRight())
        return {};
    return tr("That is not the number of waits that would be sent: %n.", nullptr, includedCount());
}

std::vector<QString> BulkViewModel::tickTexts() const
{
    return d->items.tickTexts();
}

bool BulkViewModel::isTicked(std::size_t tick) const
{
    const std::vector<QString> ticks = d->items.ticks();
    return tick < ticks.size() && d->ticked.count(ticks[tick]) > 0;
}

bool BulkViewModel::canConfirm() const
{
    const std::vector<QString> ticks = d->items.ticks();
    const bool allTicked = std::all_of(ticks.begin(), ticks.end(), [this](const QString &tick) {
        return d->ticked.count(tick) > 0;
    });
    return stage() == Stage::Composing && includedCount() > 0 && isCountRight() && allTicked &&
           noteProblemText().isEmpty();
}

QString BulkViewModel::progressText() const
{
    switch (stage()) {
    case Stage::Reading:
        return readingText();
    case Stage::Composing:
        return {};
    case Stage::Running:
        return tr("Sending one after the other: %1 of %n.", nullptr, includedCount()).arg(begun());
    case Stage::Stopping:
        return tr("The decision on its way comes to its outcome; nothing more is sent.");
    case Stage::Stopped: {
        const int left = static_cast<int>(d->flow->remaining());
        if (d->flow->stopReason() == BulkFlow::Stop::ByPerson)
            return tr("Stopped by you: %n wait(s) were not sent.", nullptr, left);
        const DecisionViewModel *last = d->items.sent(d->included[d->flow->current()]);
        if (d->keys)
            //: %n waits were not sent; %1 says what stands in the way
            return tr("Stopped: %n wait(s) were not sent. The next one: %1", nullptr, left)
                .arg(last ? last->outcomeText() : QString());
        //: %n waits were not sent; %1 says what happened to the one before them
        return tr("Stopped: %n wait(s) were not sent. The one before them: %1", nullptr, left)
            .arg(last ? last->outcomeText() : QString());
    }
    case Stage::Done:
        break;
    }
    return d->items.summary();
}

int BulkViewModel::begun() const
{
    return d->flow ? includedCount() - static_cast<int>(d->flow->remaining()) : 0;
}

QString BulkViewModel::goOnText() const
{
    const int left = d->flow ? static_cast<int>(d->flow->remaining()) : 0;
    return left > 0 ? tr("Go on with the remaining %n", nullptr, left) : QString();
}

bool BulkViewModel::areKeysWanted() const
{
    return d->keys != nullptr;
}

QString BulkViewModel::keysText() const
{
    if (!d->keys || d->keys->isAsking() || d->keys->areBack())
        return {};
    return d->keys->canRenew() ? tr("Get new credentials") : tr("Enter other credentials…");
}

QString BulkViewModel::keysDetail() const
{
    if (!d->keys)
        return {};
    if (d->keys->isAsking())
        return tr("Other credentials are being had…");
    if (d->keys->areBack())
        return tr("Other credentials are here.");
    const QString problem = d->keys->problemText();
    //: %1 is a whole sentence
    return problem.isEmpty() ? QString()
                             : tr("Other credentials could not be had: %1").arg(problem);
}

void BulkViewModel::getKeys()
{
    if (!d->keys || d->keys->areBack())
        return;
    if (d->keys->canRenew())
        d->keys->renew();
    else
        Q_EMIT keyEntryWanted(d->keysOf);
}

bool BulkViewModel::isUnclear() const
{
    return d->items.count(BulkStanding::Unclear) > 0;
}

bool BulkViewModel::isClean() const
{
    return stage() == Stage::Done && d->items.count(BulkStanding::Accepted) == itemCount();
}

std::vector<WaitRowId> BulkViewModel::unfinished() const
{
    return d->items.unfinished();
}

std::vector<BulkResult> BulkViewModel::results() const
{
    return d->items.results();
}

void BulkViewModel::setNote(const QString &note)
{
    if (d->flow || note == d->note)
        return;
    d->note = note;
    d->applyNote();
    Q_EMIT inputChanged();
}

void BulkViewModel::setCountText(const QString &text)
{
    d->countText = text;
    Q_EMIT inputChanged();
}

void BulkViewModel::setTicked(std::size_t tick, bool isTicked)
{
    const std::vector<QString> ticks = d->items.ticks();
    if (d->flow || tick >= ticks.size())
        return;
    if (isTicked)
        d->ticked.insert(ticks[tick]);
    else
        d->ticked.erase(ticks[tick]);
    Q_EMIT inputChanged();
}

void BulkViewModel::confirm()
{
    if (!canConfirm())
        return;
    d->included = d->items.included();
    d->noteSamples.clear();
    d->flow = std::make_unique<BulkFlow>(d->included.size(),
                                         [this](std::size_t item) { return d->begin(item); });
    connect(d->flow.get(), &BulkFlow::changed, this, [this] { d->announceProgress(); });
    d->flow->start();
}

void BulkViewModel::stop()
{
    if (d->flow)
        d->flow->stop();
}

void BulkViewModel::goOn()
{
    if (d->flow)
        d->flow->goOn();
}

} // namespace countersign
