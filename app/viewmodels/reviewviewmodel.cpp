// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reviewviewmodel.h"

#include "app/domain/displaytext.h"
#include "app/domain/executionlink.h"
#include "app/domain/format.h"
#include "app/flows/decideflow.h"
#include "app/flows/reviewflow.h"
#include "app/flows/waitrows.h"
#include "app/settings/personalfiles.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/outputrows.h"
#include "app/viewmodels/parametercomparison.h"
#include "app/viewmodels/pausewords.h"
#include "app/viewmodels/reviewmodels.h"
#include "app/viewmodels/reviewsubject.h"
#include "app/viewmodels/reviewwords.h"

#include <QTimer>

namespace countersign {

class ReviewViewModel::Private
{
public:
    Private(std::unique_ptr<ReviewFlow> reviewFlow, PersonalFiles &personalFiles)
        : flow(std::move(reviewFlow))
        , files(personalFiles)
        , models(services().clock)
    {
        announcing.setSingleShot(true);
    }

    const ReviewFacts *facts() const { return flow->facts(); }
    const FlowServices &services() const { return flow->services(); }
    std::optional<Profile> profile() const;
    ReviewStanding standing() const;
    WaitSubject subject() const { return facts() ? subjectOf(*facts()) : WaitSubject(); }
    std::vector<std::pair<QString, QString>> shownFacts() const;
    DecisionRecord freeze(Act act) const;
    DecisionSummary summarise(const DecisionRecord &record) const;

    std::unique_ptr<ReviewFlow> flow;
    PersonalFiles &files;
    ReviewModels models;
    TagInNote tagMode = TagInNote::WhenNeeded;
    QTimer announcing;
    std::vector<std::pair<QString, QString>> lastFacts;
};

std::optional<Profile> ReviewViewModel::Private::profile() const
{
    return facts() ? services().profiles.profile(facts()->row.id.place.profile) : std::nullopt;
}

ReviewStanding ReviewViewModel::Private::standing() const
{
    ReviewStanding standing;
    const auto own = profile();
    if (!own)
        return standing;
    if (const auto identity = services().profiles.identity(own->id)) {
        standing.actor = actorName(*identity);
        standing.isActorKnown = !identity->userName().isEmpty();
    }
    standing.hasAccount = !own->accountId.isEmpty();
    standing.isUnlocked = services().profiles.isUnlocked(own->id);
    const WaitRowId &id = facts()->row.id;
    const TaskExecution *row = facts()->boundRow();
    standing.hasOpenDecision = services()
                                   .journal
                                   .openFor(own->accountId, id.place.region, id.executionId,
                                            row ? row->id : id.taskExecutionId)
                                   .has_value();
    standing.grouping = groupOf(waitOf(*facts()).kind, row ? row->id : id.taskExecutionId, row,
                                viewerOf(services(), own->id));
    // The journal begins anew with each start; what was approved before is remembered here.
    const WaitRowId wait{id.place, id.executionId, row ? row->id : id.taskExecutionId};
    if (files.approvals.holds(wait, standing.actor))
        standing.grouping = {WaitGroup::ApprovedByYou, GroupReason::OwnRecord};
    return standing;
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

DecisionRecord ReviewViewModel::Private::freeze(Act act) const
{
    const ReviewFacts &read = *facts();
    const Profile own = *profile();
    const bool isForRun = act == Act::CancelExecution;
    const TaskExecution *row = isForRun ? nullptr : read.boundRow();
    const Wait wait = waitOf(read);
    DecisionRecord record;
    record.id = newDecisionId();
    record.where = {read.row.id.place,
                    own.alias,
                    own.accountId,
                    standing().actor,
                    services().profiles.targetFor(read.row.id.place)->endpoint.host(),
                    own.environment};
    record.act = act;
    record.executionId = read.row.id.executionId;
    if (row) {
        record.taskExecutionId = row->id;
        record.taskName = row->taskName;
    }
    record.kind = wait.kind;
    record.confidence = wait.confidence;
    std::optional<QString> text;
    if (read.templateText.value)
        text = read.templateText.value->content;
    record.fingerprint =
        fingerprintOf(own.accountId, read.row.id.place.region, *read.execution.value,
                      row ? std::optional(*row) : std::nullopt, read.waitingRows(), text);
    const auto receipt = [&record](const char *operation, const auto &reading) {
        if (reading.value)
            record.reads.push_back({QString::fromLatin1(operation), reading.requestId, reading.at});
    };
    receipt("ListExecutions", read.execution);
    receipt("ListTaskExecutions", read.tasks);
    receipt("GetExecutionTemplate", read.templateText);
    receipt("ListExecutionRiskyTasks", read.riskyTasks);
    receipt("ListExecutionLogs", read.log);
    record.notRead = notReadOperations(read);
    record.frozenAt = services().clock.now();
    return record;
}

DecisionSummary ReviewViewModel::Private::summarise(const DecisionRecord &record) const
{
    WaitSubject subject = subjectOf(*facts());
    if (record.act == Act::CancelExecution)
        subject.targets.clear();
    DecisionSummary summary = summaryOf(record, subject);
    const std::vector<LabelledFact> more = dialogFacts(*facts(), standing());
    summary.facts.insert(summary.facts.end(), more.begin(), more.end());
    if (record.act == Act::Approve && standing().grouping.group == WaitGroup::ApprovedByYou)
        summary.tickText = ReviewViewModel::tr(
            "I have approved this wait before, and want to send a second approval.");
    return summary;
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
    connect(d->flow.get(), &ReviewFlow::changed, this, announce);
    connect(d->models.tasks.get(), &TaskTreeModel::childWanted, d->flow.get(),
            &ReviewFlow::readChild);
    connect(&d->services().profiles, &ProfileRegistry::changed, this, announce);
    connect(&d->services().journal, &DecisionJournal::changed, this, announce);
    connect(&d->announcing, &QTimer::timeout, this, [this] {
        d->models.fill(d->facts());
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

void ReviewViewModel::setTagInNote(TagInNote mode)
{
    d->tagMode = mode;
}

ReviewViewModel::State ReviewViewModel::state() const
{
    const ReviewFacts *facts = d->facts();
    if (!facts)
        return State::Empty;
    if (isOver(*facts))
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
    const QString actor = d->standing().actor;
    return actor.isEmpty() ? QString() : tr("you act as %1").arg(safeLine(actor, 120));
}

Environment ReviewViewModel::environment() const
{
    const auto profile = d->profile();
    return profile ? profile->environment : Environment();
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
    const WaitSubject subject = d->subject();
    for (const Act act : {Act::Approve, Act::Reject}) {
        const QString sentence = actConsequence(subject, act);
        if (!sentence.isEmpty() && isOffered(act, *d->facts()))
            sentences.push_back(sentence);
    }
    const QString explanation = waitExplanation(subject);
    if (!explanation.isEmpty())
        sentences.push_back(explanation);
    return sentences;
}

bool ReviewViewModel::isDangerous() const
{
    return releasesDanger(d->subject(), Act::Approve);
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

QString ReviewViewModel::templateContent() const
{
    if (!d->facts() || !d->facts()->templateText.value)
        return {};
    return d->facts()->templateText.value->content;
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

Capability ReviewViewModel::capability(Act act) const
{
    Capability capability;
    if (!d->facts())
        return capability;
    capability.isOffered = isOffered(act, *d->facts());
    if (!capability.isOffered)
        return capability;
    const auto obstacle = obstacleTo(act, *d->facts(), d->standing());
    capability.isEnabled = !obstacle.has_value();
    capability.reason = obstacle.value_or(QString());
    capability.isDanger = releasesDanger(d->subject(), act);
    return capability;
}

std::unique_ptr<DecisionViewModel> ReviewViewModel::beginDecision(Act act)
{
    if (!capability(act).isEnabled)
        return nullptr;
    const DecisionRecord record = d->freeze(act);
    DecisionBasis basis;
    if (d->facts()->templateText.value)
        basis.templateText = d->facts()->templateText.value->content;
    basis.requiredApprovals =
        act == Act::Approve ? d->subject().requiredApprovals : std::optional<qint64>(1);
    auto flow = std::make_unique<DecideFlow>(d->services(), basis);
    NoteDesk desk{d->files, d->facts()->row.id, d->profile()->noteRule};
    // The draft belongs to the task, also where the list knew the run alone.
    desk.wait.taskExecutionId = record.taskExecutionId;
    return std::make_unique<DecisionViewModel>(record, d->summarise(record), d->tagMode,
                                               std::move(flow), desk);
}

void ReviewViewModel::show(const std::optional<WaitRow> &row)
{
    d->lastFacts.clear();
    d->flow->show(row);
}

void ReviewViewModel::refresh()
{
    d->flow->refresh();
}

} // namespace countersign
