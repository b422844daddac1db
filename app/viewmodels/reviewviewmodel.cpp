// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reviewviewmodel.h"

#include "app/domain/displaytext.h"
#include "app/domain/executionlink.h"
#include "app/domain/format.h"
#include "app/flows/decideflow.h"
#include "app/flows/reviewflow.h"
#include "app/settings/personalfiles.h"
#include "app/templates/maskeddefaults.h"
#include "app/viewmodels/cautions.h"
#include "app/viewmodels/debuglane.h"
#include "app/viewmodels/decisionfields.h"
#include "app/viewmodels/decisionhistory.h"
#include "app/viewmodels/decisionpace.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/graphviewmodel.h"
#include "app/viewmodels/nexttask.h"
#include "app/viewmodels/outputrows.h"
#include "app/viewmodels/parametercomparison.h"
#include "app/viewmodels/pausewords.h"
#include "app/viewmodels/reviewmodels.h"
#include "app/viewmodels/reviewstanding.h"
#include "app/viewmodels/reviewsubject.h"
#include "app/viewmodels/reviewwords.h"
#include "app/viewmodels/startagainviewmodel.h"
#include "app/viewmodels/takenwords.h"

#include <QTimer>

#include <algorithm>

namespace countersign {

class ReviewViewModel::Private
{
public:
    Private(std::unique_ptr<ReviewFlow> reviewFlow, PersonalFiles &personalFiles)
        : flow(std::move(reviewFlow))
        , files(personalFiles)
        , models(services().clock)
        , history(services().journal)
    {
        announcing.setSingleShot(true);
    }

    const ReviewFacts *facts() const { return flow->facts(); }
    const FlowServices &services() const { return flow->services(); }
    std::optional<Profile> profile() const;
    ReviewStanding standing() const;
    WaitSubject subject() const { return facts() ? subjectOf(*facts()) : WaitSubject(); }
    std::vector<std::pair<QString, QString>> shownFacts() const;
    QString stepProposed() const;
    bool mayOverride(Act act, const DecisionStart &start) const;
    Capability overriding(Act act) const;
    DecisionCase decisionCase(Act act, const DecisionStart &start) const;
    LaneOffer laneOffer() const;
    WaitSubject decidedSubject() const;
    bool isStepping() const { return lane->isStepping(); }
    void showHistory();
    std::vector<QString> cautions(Act act) const;
    WaitRow rowAmong(const std::vector<WaitRow> &others) const;
    void beginLook();
    std::chrono::milliseconds lookedFor() const;
    void endLook();

    std::unique_ptr<ReviewFlow> flow;
    PersonalFiles &files;
    ReviewModels models;
    GraphViewModel graph;
    DecisionHistory history;
    TagInNote tagMode = TagInNote::WhenNeeded;
    QTimer announcing;
    std::vector<std::pair<QString, QString>> lastFacts;
    std::optional<WaitKind> namedKind; //!< of the wait shown; nothing: as recognised
    std::unique_ptr<DebugLane> lane;
    std::function<std::vector<WaitRow>()> neighbours;
    DecisionPace *pace = nullptr;
    //! When the facts of the wait shown were there, by the clock that never jumps.
    std::optional<std::chrono::milliseconds> lookedSince;
};

std::optional<Profile> ReviewViewModel::Private::profile() const
{
    return facts() ? services().profiles.profile(facts()->row.id.place.profile) : std::nullopt;
}

ReviewStanding ReviewViewModel::Private::standing() const
{
    const auto own = profile();
    return own ? standingOf(services(), *own, *facts(), files.settings.ownRequests())
               : ReviewStanding();
}

std::vector<QString> ReviewViewModel::Private::cautions(Act act) const
{
    if (!facts())
        return {};
    std::optional<StarterBurst> burst;
    if (neighbours && act == Act::Approve) {
        const std::vector<WaitRow> others = neighbours();
        burst = burstAround(others, rowAmong(others));
    }
    return cautionsFor(act, *facts(), standing(), burst);
}

//! The wait shown, with what a run that was opened by its id lacks of it: from the list where it
//! stands there as well, else from what was read.
WaitRow ReviewViewModel::Private::rowAmong(const std::vector<WaitRow> &others) const
{
    WaitRow own = facts()->row;
    const auto &run = facts()->execution.value;
    const auto same = std::find_if(others.begin(), others.end(), [&own](const WaitRow &other) {
        return other.id.place == own.id.place && other.id.executionId == own.id.executionId;
    });
    if (same != others.end() && !own.waitingSince.isValid())
        own.waitingSince = same->waitingSince;
    if (same != others.end() && own.way.steps.empty())
        own.way = same->way;
    const TaskExecution *row = facts()->boundRow();
    if (row && !own.waitingSince.isValid())
        own.waitingSince = row->updateDate.isValid() ? row->updateDate : row->createDate;
    if (run && !own.waitingSince.isValid())
        own.waitingSince = run->updateDate;
    if (own.starter.isEmpty() && run)
        own.starter = run->executedBy;
    return own;
}

void ReviewViewModel::Private::beginLook()
{
    if (pace && !lookedSince)
        lookedSince = services().clock.monotonic();
}

std::chrono::milliseconds ReviewViewModel::Private::lookedFor() const
{
    return lookedSince ? services().clock.monotonic() - *lookedSince : std::chrono::milliseconds(0);
}

void ReviewViewModel::Private::endLook()
{
    if (pace && lookedSince && facts())
        pace->looked(facts()->row.id, lookedFor());
    lookedSince.reset();
}

//! The task that a Debug run which waits for a step would come to next; empty: none.
QString ReviewViewModel::Private::stepProposed() const
{
    const ReviewFacts *read = facts();
    if (!read || !read->outline || !read->tasks.value ||
        waitOf(*read).kind != WaitKind::DebugStep || isOver(*read))
        return {};
    return nextTask(*read->outline, *read->tasks.value).name;
}

//! What a decision would rest on, to notice when it changes under the person's eyes.
std::vector<std::pair<QString, QString>> ReviewViewModel::Private::shownFacts() const
{
    if (!facts() || !facts()->execution.value || !facts()->tasks.value)
        return {};
    const TaskExecution *row = facts()->boundRow();
    return fingerprintOf({}, facts()->row.id.place.region, *facts()->execution.value,
                         row ? std::optional(*row) : std::nullopt, facts()->waitingRows(),
                         std::nullopt)
        .facts;
}

//! Nothing but the decision that is overridden is in the way.
bool ReviewViewModel::Private::mayOverride(Act act, const DecisionStart &start) const
{
    return start.isOverride && start.predecessor && overriding(act).isEnabled;
}

Capability ReviewViewModel::Private::overriding(Act act) const
{
    if (!facts())
        return {};
    ReviewStanding free = standing();
    free.hasOpenDecision = false;
    return capabilityOf(act, *facts(), free, namedKind);
}

DecisionCase ReviewViewModel::Private::decisionCase(Act act, const DecisionStart &start) const
{
    const Profile own = *profile();
    DecisionCase made;
    made.act = act;
    made.facts = *facts();
    if (made.facts.log.value)
        made.facts.log.value.emplace();
    made.standing = standing();
    made.where = decisionPlaceOf(services(), own, made.facts.row.id.place, made.standing);
    made.namedKind = namedKind;
    const bool isVote = act == Act::Approve || act == Act::Reject;
    const bool isRemembered = isVote && own.omitsTaskId && facts()->waitingRows().size() == 1;
    made.omitsTaskId = isRemembered || start.alternative == Alternative::WithoutTaskId;
    made.isOneRowOnly = start.alternative == Alternative::OneByOne;
    made.predecessor = start.predecessor;
    made.cautions = cautions(act);
    made.isOverride = start.isOverride;
    if (start.isOverride)
        made.cautions.insert(
            made.cautions.begin(),
            ReviewViewModel::tr("What became of an earlier decision about this wait is not known. "
                                "Both requests may count: the first may still be carried out."));
    made.drafts = &files.drafts;
    made.frozenAt = services().clock.now();
    return made;
}

LaneOffer ReviewViewModel::Private::laneOffer() const
{
    const auto own = profile();
    if (!facts() || !own)
        return {};
    const auto identity = services().profiles.identity(own->id);
    const ReviewStanding here = standing();
    LaneOffer offer =
        countersign::laneOffer(*facts(), here, identity ? identity->userId : QString(),
                               own->environment, obstacleTo(Act::ExecuteTask, *facts(), here));
    // What was typed for the task is neither sent unseen nor left out unseen.
    if (offer.canStep && !files.drafts.parameters(facts()->row.id, offer.task).isEmpty()) {
        offer.canStep = false;
        offer.reason = ReviewViewModel::tr("Parameters were typed for task “%1” and not sent: the "
                                           "dialog shows them.")
                           .arg(safeLine(offer.task, 60));
    }
    return offer;
}

//! The subject of sentences about decisions: of the kind that the person named.
WaitSubject ReviewViewModel::Private::decidedSubject() const
{
    WaitSubject named = subject();
    if (namedKind) {
        named.kind = *namedKind;
        named.confidence = Confidence::Probable;
    }
    return named;
}

void ReviewViewModel::Private::showHistory()
{
    if (!facts()) {
        history.show({}, nullptr);
        return;
    }
    const auto own = profile();
    const WaitRowId &id = facts()->row.id;
    const auto &tasks = facts()->tasks.value;
    history.show(HistorySubject{id.place, own ? own->accountId : QString(), id.executionId},
                 tasks ? &*tasks : nullptr);
}

ReviewViewModel::ReviewViewModel(std::unique_ptr<ReviewFlow> flow, PersonalFiles &files,
                                 QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(flow), files))
{
    const auto announce = [this] {
        if (!d->announcing.isActive())
            d->announcing.start(0);
    };
    d->lane = std::make_unique<DebugLane>(DebugLane::Host{
        [this] { return d->facts(); }, [this] { return d->laneOffer(); },
        [this] {
            return beginDecision(Act::ExecuteTask,
                                 {.times = stepTimes(), .note = {}, .predecessor = {}});
        },
        [this] { d->flow->readStates(); }, [this] { return d->services().clock.now(); }});
    connect(d->lane.get(), &DebugLane::changed, this, announce);
    connect(d->flow.get(), &ReviewFlow::changed, d->lane.get(), &DebugLane::update);
    connect(d->flow.get(), &ReviewFlow::changed, this, announce);
    connect(d->models.tasks.get(), &TaskTreeModel::childWanted, d->flow.get(),
            &ReviewFlow::readChild);
    connect(&d->services().profiles, &ProfileRegistry::changed, this, announce);
    connect(&d->services().journal, &DecisionJournal::changed, this, announce);
    connect(&files.settings, &Settings::ownRequestsChanged, this, announce);
    connect(&files.settings, &Settings::switchChanged, this, announce);
    connect(&d->services().journal, &DecisionJournal::problemChanged, this, announce);
    connect(&d->announcing, &QTimer::timeout, this, [this] {
        d->models.fill(d->facts());
        d->graph.show(d->facts(), d->stepProposed());
        d->showHistory();
        if (state() == State::Ready)
            d->beginLook();
        const auto facts = d->shownFacts();
        const bool hasChanged = !facts.empty() && !d->lastFacts.empty() && facts != d->lastFacts;
        if (!facts.empty())
            d->lastFacts = facts;
        Q_EMIT changed();
        if (hasChanged)
            Q_EMIT factsChanged();
    });
}

ReviewViewModel::~ReviewViewModel() = default;

void ReviewViewModel::setNeighbours(std::function<std::vector<WaitRow>()> rows)
{
    d->neighbours = std::move(rows);
}

void ReviewViewModel::setPace(DecisionPace *pace)
{
    d->pace = pace;
}

void ReviewViewModel::timeDecision(DecisionViewModel &decision)
{
    const ReviewFacts *facts = d->facts();
    const bool isDebug =
        facts && facts->execution.value && facts->execution.value->mode == RunMode::Debug;
    if (!d->pace || !facts || isDebug)
        return;
    const auto isCounted = std::make_shared<bool>(false);
    connect(&decision, &DecisionViewModel::progressChanged, this,
            [this, isCounted, &decision, wait = facts->row.id] {
                const bool isHere = d->facts() && d->facts()->row.id == wait;
                if (*isCounted || decision.stage() == DecisionViewModel::Stage::Composing)
                    return;
                *isCounted = true;
                if (isHere)
                    d->pace->decided(wait, d->lookedFor(), reviewedFacts(*this));
            });
}

void ReviewViewModel::setTagInNote(TagInNote mode)
{
    d->tagMode = mode;
}

ReviewViewModel::State ReviewViewModel::state() const
{
    const ReviewFacts *facts = d->facts();
    if (!facts)
        return State::Empty;
    // Between two steps the run does not wait, and the next step is at hand.
    if (isOver(*facts) && !d->isStepping())
        return State::Gone;
    if (!facts->execution.value)
        return facts->execution.error ? State::Failed : State::Loading;
    const bool isWhole = facts->tasks.hasEnded() && facts->templateText.hasEnded();
    return isWhole ? State::Ready : State::Loading;
}

std::optional<Error> ReviewViewModel::error() const
{
    return d->facts() ? d->facts()->execution.error : std::nullopt;
}

std::optional<WaitRowId> ReviewViewModel::rowId() const
{
    return d->facts() ? std::optional(d->facts()->row.id) : std::nullopt;
}

QDateTime ReviewViewModel::readAt() const
{
    if (!d->facts() || !d->facts()->execution.value)
        return {};
    const QDateTime run = d->facts()->execution.at;
    const QDateTime tasks = d->facts()->tasks.at;
    return tasks.isValid() ? std::min(run, tasks) : run;
}

bool ReviewViewModel::isReading() const
{
    return d->flow->isReading();
}

QString ReviewViewModel::placeText() const
{
    const auto profile = d->profile();
    if (!profile)
        return {};
    return countersign::placeText(profile->alias, profile->accountId,
                                  d->facts()->row.id.place.region);
}

QString ReviewViewModel::actorText() const
{
    return d->facts() ? youActAsText(d->services(), d->facts()->row.id.place.profile) : QString();
}

Environment ReviewViewModel::environment() const
{
    const auto profile = d->profile();
    return profile ? profile->environment : Environment();
}

QStringList ReviewViewModel::endpointHosts() const
{
    const auto profile = d->profile();
    return profile ? endpointHostsOf(*profile) : QStringList();
}

QString ReviewViewModel::heading() const
{
    if (!d->facts())
        return {};
    const bool isToldToWait = d->facts()->execution.value && !isOver(*d->facts());
    if (kind() != WaitKind::Unknown || isToldToWait)
        return waitHeading(d->subject());
    //: of a run that does not wait; %1 is a template with its version
    return tr("Run: %1").arg(templateText());
}

ExecutionId ReviewViewModel::executionId() const
{
    return d->facts() ? d->facts()->row.id.executionId : ExecutionId();
}

TaskExecutionId ReviewViewModel::taskExecutionId() const
{
    if (!d->facts())
        return {};
    const TaskExecution *row = d->facts()->boundRow();
    return row ? row->id : d->facts()->row.id.taskExecutionId;
}

QString ReviewViewModel::taskName() const
{
    return safeLine(d->subject().taskName);
}

QString ReviewViewModel::templateText() const
{
    return d->facts() ? templateNameText(*d->facts()) : QString();
}

WaitKind ReviewViewModel::kind() const
{
    return d->subject().kind;
}

Confidence ReviewViewModel::confidence() const
{
    return d->subject().confidence;
}

std::vector<QString> ReviewViewModel::consequences() const
{
    std::vector<QString> sentences;
    if (!d->facts())
        return sentences;
    const WaitSubject subject = d->decidedSubject();
    for (const Act act : allActs()) {
        const QString sentence =
            act == Act::CancelExecution ? QString() : actConsequence(subject, act);
        if (!sentence.isEmpty() && capability(act).isOffered)
            sentences.push_back(sentence);
    }
    const QString explanation = waitExplanation(subject);
    if (!explanation.isEmpty())
        sentences.push_back(explanation);
    return sentences;
}

bool ReviewViewModel::isDangerous() const
{
    return releasesDanger(d->decidedSubject(), Act::Approve);
}

std::vector<QString> ReviewViewModel::cautions() const
{
    for (const Act act : {Act::Approve, Act::RetryTask, Act::ExecuteTask}) {
        if (capability(act).isOffered)
            return d->cautions(act);
    }
    return {};
}

std::vector<QString> ReviewViewModel::hasteLines() const
{
    const ReviewFacts *facts = d->facts();
    if (!d->pace || !d->pace->isHasty() || !facts || !facts->execution.value ||
        state() != State::Ready || facts->execution.value->mode == RunMode::Debug ||
        d->pace->wasLast(facts->row.id) || !d->files.settings.isOn(Switch::HasteWarning))
        return {};
    return countersign::hasteLines(d->pace->lastFacts(), reviewedFacts(*this));
}

std::vector<QString> ReviewViewModel::targets() const
{
    std::vector<QString> safe;
    for (const QString &target : d->subject().targets)
        safe.push_back(safeLine(target));
    return safe;
}

QString ReviewViewModel::starterQuote() const
{
    if (!d->facts())
        return {};
    const auto &execution = d->facts()->execution.value;
    return safeBlock(execution ? execution->description : d->facts()->row.description, 4'096);
}

QString ReviewViewModel::starterName() const
{
    if (!d->facts())
        return {};
    const auto &execution = d->facts()->execution.value;
    return safeLine(userNameOf(execution ? execution->executedBy : d->facts()->row.starter), 120);
}

std::vector<LabelledFact> ReviewViewModel::facts() const
{
    if (!d->facts())
        return {};
    return reviewFacts(*d->facts(), d->standing(), d->services().clock.now());
}

std::vector<QString> ReviewViewModel::notRead() const
{
    return d->facts() ? notReadSentences(*d->facts()) : std::vector<QString>();
}

QString ReviewViewModel::otherWaitsText() const
{
    return d->facts() ? countersign::otherWaitsText(*d->facts()) : QString();
}

std::vector<QString> ReviewViewModel::pauseLines() const
{
    return d->facts() ? countersign::pauseLines(*d->facts()) : std::vector<QString>();
}

QString ReviewViewModel::parameterComparison() const
{
    return d->facts() ? parameterComparisonText(*d->facts()) : QString();
}

OutputModel *ReviewViewModel::outputs() const
{
    return d->models.outputs.get();
}

QString ReviewViewModel::noOutputsText() const
{
    return d->facts() ? countersign::noOutputsText(*d->facts()) : QString();
}

QString ReviewViewModel::logProblem() const
{
    return d->facts() ? logProblemText(*d->facts()) : QString();
}

ParameterModel *ReviewViewModel::parameters() const
{
    return d->models.parameters.get();
}

RiskyCallModel *ReviewViewModel::riskyCalls() const
{
    return d->models.riskyCalls.get();
}

TaskTreeModel *ReviewViewModel::tasks() const
{
    return d->models.tasks.get();
}

LogModel *ReviewViewModel::log() const
{
    return d->models.log.get();
}

GraphViewModel *ReviewViewModel::graph() const
{
    return &d->graph;
}

DecisionHistory *ReviewViewModel::history() const
{
    return &d->history;
}

QString ReviewViewModel::templateContent() const
{
    if (!d->facts() || !d->facts()->templateText.value)
        return {};
    const QString &content = d->facts()->templateText.value->content;
    return d->facts()->outline ? withMaskedDefaultsHidden(content, *d->facts()->outline) : content;
}

std::pair<int, int> ReviewViewModel::waitingTaskLines() const
{
    if (!d->facts() || !d->facts()->outline)
        return {0, 0};
    const TaskDeclaration *task = d->facts()->outline->task(d->subject().taskName);
    return task ? std::pair(task->firstLine, task->lastLine) : std::pair(0, 0);
}

QString ReviewViewModel::templateProblem() const
{
    return d->facts() ? templateProblemText(*d->facts()) : QString();
}

bool ReviewViewModel::isTemplateUnderstood() const
{
    const ReviewFacts *facts = d->facts();
    return !facts || !facts->templateText.value || facts->outline ||
           !facts->templateProblem.reason.isEmpty();
}

QUrl ReviewViewModel::webConsoleUrl() const
{
    if (!d->facts())
        return {};
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    return QUrl(QStringLiteral("https://oos.console.aliyun.com/%1/execution/detail/%2")
                    .arg(encoded(d->facts()->row.id.place.region.text()),
                         encoded(d->facts()->row.id.executionId.text())),
                QUrl::StrictMode);
}

QString ReviewViewModel::overText() const
{
    if (state() != State::Gone)
        return {};
    const ReviewFacts &facts = *d->facts();
    if (facts.isMissing)
        return tr("The service does not know this run.");
    if (!facts.execution.value)
        return tr("This wait is over.");
    const Execution &execution = *facts.execution.value;
    const QString label = runStatusLabel(execution.status, execution.statusText);
    if (isFinal(execution.status))
        //: %1 is the state of a run, such as Success
        return tr("This run has ended: %1. It is shown for reading only.").arg(label);
    if (execution.status != RunStatus::Waiting)
        //: %1 is the state of a run, such as Running
        return tr("This run does not wait for a person now: %1.").arg(label);
    return tr("This wait is over; the run waits for something else.");
}

QString ReviewViewModel::takenText(const TaskExecutionId &task) const
{
    if (!d->facts() || !d->facts()->execution.value || !d->facts()->tasks.value)
        return {};
    const TaskExecutionId &id = task.isEmpty() ? d->facts()->row.id.taskExecutionId : task;
    const std::vector<TaskExecution> &rows = *d->facts()->tasks.value;
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&id](const TaskExecution &known) { return known.id == id; });
    if (row == rows.end())
        return {};
    return countersign::takenText(*row, *d->facts()->execution.value,
                                  ownDecisions(d->services().journal, executionId(), *row));
}

QString ReviewViewModel::chatText() const
{
    if (!d->facts())
        return {};
    const auto profile = d->profile();
    const WaitRowId &id = d->facts()->row.id;
    const QString account = profile ? profile->accountId : QString();
    QStringList lines{heading(), placeText()};
    //: %1 is a template with its version
    const QString templateLine = tr("Template: %1").arg(templateText());
    if (!templateText().isEmpty())
        lines += templateLine;
    if (!taskName().isEmpty())
        lines += tr("Task: %1").arg(taskName());
    if (!starterName().isEmpty())
        lines += tr("Started by: %1").arg(starterName());
    lines += executionLinkText(id.executionId, id.place.region, account);
    if (!webConsoleUrl().isEmpty())
        lines += webConsoleUrl().toString(QUrl::FullyEncoded);
    return lines.join(QLatin1Char('\n'));
}

QString ReviewViewModel::startAgainObstacle() const
{
    if (!d->facts())
        return tr("No run is shown.");
    return obstacleToStartAgain(*d->facts(), d->services()).value_or(QString());
}

std::unique_ptr<StartAgainViewModel> ReviewViewModel::beginStartAgain(const QString &locale) const
{
    if (!startAgainObstacle().isEmpty())
        return nullptr;
    return std::make_unique<StartAgainViewModel>(*d->facts(), d->services(), locale);
}

Capability ReviewViewModel::capability(Act act) const
{
    return d->facts() ? capabilityOf(act, *d->facts(), d->standing(), d->namedKind) : Capability();
}

std::vector<WaitKind> ReviewViewModel::namableKinds() const
{
    if (!d->facts() || state() == State::Gone)
        return {};
    return countersign::namableKinds(actFactsOf(*d->facts()));
}

std::optional<WaitKind> ReviewViewModel::namedKind() const
{
    return d->namedKind;
}

void ReviewViewModel::nameKind(const std::optional<WaitKind> &kind)
{
    if (kind == d->namedKind)
        return;
    d->namedKind = kind;
    Q_EMIT changed();
    Q_EMIT factsChanged();
}

Capability ReviewViewModel::capabilityAgain(Act act) const
{
    return d->overriding(act);
}

DebugLane &ReviewViewModel::lane() const
{
    return *d->lane;
}

std::unique_ptr<DecisionViewModel> ReviewViewModel::beginDecision(Act act,
                                                                  const DecisionStart &start)
{
    const Capability now = capability(act);
    const bool isUnseenFine =
        start.mayBeUnseen && now.isOffered && !obstacleUnseen(act, *d->facts(), d->standing());
    if (!now.isEnabled && !isUnseenFine && !d->mayOverride(act, start))
        return nullptr;
    DecisionCase made = d->decisionCase(act, start);
    const std::vector<QString> haste = hasteLines();
    made.cautions.insert(made.cautions.begin(), haste.begin(), haste.end());
    auto fields = std::make_unique<DecisionFields>(std::move(made));
    DecisionBasis basis;
    if (d->facts()->templateText.value)
        basis.templateText = d->facts()->templateText.value->content;
    basis.execution = d->facts()->execution.value;
    basis.rows = d->facts()->tasks.value;
    basis.requiredApprovals =
        act == Act::Approve ? d->subject().requiredApprovals : std::optional<qint64>(1);
    auto flow = std::make_unique<DecideFlow>(d->services(), basis, start.times);
    NoteDesk desk{d->files, d->facts()->row.id, d->profile()->noteRule};
    // The draft belongs to the task, also where the list knew the run alone.
    desk.wait.taskExecutionId = fields->record().taskExecutionId;
    auto decision =
        std::make_unique<DecisionViewModel>(std::move(fields), d->tagMode, std::move(flow), desk);
    if (!start.note.isEmpty())
        decision->setNote(start.note);
    return decision;
}

void ReviewViewModel::show(const std::optional<WaitRow> &row)
{
    const bool isAnother = !row || !d->facts() || d->facts()->row.id != row->id;
    if (isAnother) {
        d->endLook();
        d->namedKind.reset();
        d->lane->leave();
    }
    d->lastFacts.clear();
    d->flow->show(row);
}

void ReviewViewModel::refresh()
{
    d->flow->refresh();
}

} // namespace countersign
