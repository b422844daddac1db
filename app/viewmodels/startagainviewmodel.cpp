// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/startagainviewmodel.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/flows/knownactor.h"
#include "app/flows/reviewflow.h"
#include "app/flows/startflow.h"
#include "app/templates/secretvalues.h"
#include "app/viewmodels/decisionsummary.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/parametersviewmodel.h"
#include "app/viewmodels/reviewstanding.h"

#include <algorithm>

namespace countersign {

namespace {

using State = StartProgress::State;
using Stop = StartProgress::Stop;

//! The service's limit is not documented; far more than a line is of no use.
constexpr int longestDescription = 200;

QString templateLabel(const Execution &run)
{
    if (run.templateName.isEmpty())
        return StartAgainViewModel::tr("a text that is not stored", "a template");
    return safeLine(QString(run.templateName + QLatin1Char(' ') + run.templateVersion).trimmed(),
                    120);
}

QString shortTemplate(const Execution &run)
{
    return run.templateName.isEmpty()
               ? StartAgainViewModel::tr("the text of this run", "instead of a template's name")
               : safeLine(run.templateName, 60);
}

QString notSentReason(const StartProgress &progress)
{
    switch (progress.stop) {
    case Stop::Locked:
        return StartAgainViewModel::tr("There are no credentials for this account.");
    case Stop::Identity:
        return progress.error
                   ? StartAgainViewModel::tr("Whose the credentials are could not be read: %1")
                         .arg(errorText(*progress.error))
                   : StartAgainViewModel::tr("Whose the credentials are could not be read.");
    case Stop::WrongAccount:
        return StartAgainViewModel::tr(
            "The credentials belong to another account than the one shown.");
    case Stop::WrongActor:
        return StartAgainViewModel::tr("The credentials belong to another user or role than the "
                                       "one shown. Open this dialog anew to start as that one.");
    case Stop::WrongHost:
        return StartAgainViewModel::tr(
            "The service would be called at another address than the one shown. Open this dialog "
            "anew.");
    case Stop::Bytes:
        return StartAgainViewModel::tr(
            "The request did not match what was shown, so it was stopped.");
    case Stop::Transport:
    case Stop::None:
        break;
    }
    return progress.error ? errorText(*progress.error) : QString();
}

} // namespace

std::optional<QString> obstacleToStartAgain(const ReviewFacts &facts, const FlowServices &services)
{
    const auto profile = services.profiles.profile(facts.row.id.place.profile);
    if (!facts.execution.value)
        return facts.execution.error ? StartAgainViewModel::tr("The run could not be read. %1")
                                           .arg(errorText(*facts.execution.error))
                                     : StartAgainViewModel::tr("The run is still being read.");
    if (!facts.templateText.value) {
        if (!facts.templateText.error)
            return StartAgainViewModel::tr("The template is still being read.");
        // A stored template can be started without having been seen; a text cannot.
        if (facts.execution.value->templateName.isEmpty())
            return StartAgainViewModel::tr("The template could not be read. %1")
                .arg(errorText(*facts.templateText.error));
    }
    if (!profile || profile->accountId.isEmpty())
        return StartAgainViewModel::tr("The account of these credentials is not known yet.");
    if (!services.profiles.isUnlocked(profile->id))
        return StartAgainViewModel::tr("There are no credentials for this account.");
    if (!knownActor(services.profiles, profile->id))
        return StartAgainViewModel::tr("Whose credentials these are is not known yet.");
    return std::nullopt;
}

class StartAgainViewModel::Private
{
public:
    Private(const ReviewFacts &facts, const FlowServices &flowServices, const QString &locale)
        : services(flowServices)
        , row(facts.row)
        , run(*facts.execution.value)
        , profile(*flowServices.profiles.profile(facts.row.id.place.profile))
        , actor(youActAsText(flowServices, profile.id))
        , flow(flowServices,
               decisionPlaceOf(flowServices, profile, facts.row.id.place,
                               standingOf(flowServices, profile, facts, OwnRequests{})))
        , token(newClientToken())
        , description(run.description.left(longestDescription))
    {
        const TemplateOutline outline = facts.outline.value_or(TemplateOutline());
        if (run.templateName.isEmpty() && facts.templateText.value)
            content = facts.templateText.value->content;
        ParameterBasis basis = basisForNewRun(outline, run, locale);
        findSecrets(basis);
        parameters = std::make_unique<ParametersViewModel>(std::move(basis));
        givenParameters = parameters->text();
        givenDescription = description;
    }

    void findSecrets(const ParameterBasis &basis);
    StartExecutionRequest request() const;

    FlowServices services;
    WaitRow row;
    Execution run;
    Profile profile;
    QString actor;   //!< as it was when the dialog was opened, as the flow compares it
    QString content; //!< where the template has no name
    StartFlow flow;
    QString token;
    QString description;
    std::unique_ptr<ParametersViewModel> parameters;
    QString givenParameters;  //!< as the dialog opens with them
    QString givenDescription; //!< as the dialog opens with it
    QStringList secrets;
    bool isTicked = false;
};

//! Those of the run that its text does not begin with.
void StartAgainViewModel::Private::findSecrets(const ParameterBasis &basis)
{
    const auto begun = Json::parse(basis.initialText.toUtf8());
    if (!basis.runValues || !begun)
        return;
    basis.runValues->forEachMember([&](const QString &name, const Json &) {
        if (!begun.json->find(name))
            secrets += safeLine(name, 80);
    });
}

StartExecutionRequest StartAgainViewModel::Private::request() const
{
    StartExecutionRequest request;
    request.templateName = run.templateName;
    request.templateVersion = run.templateVersion;
    request.templateContent = content;
    request.parameters = parameters->text();
    request.mode = QStringLiteral("Debug");
    // Skip works in Automatic runs alone, and what it is by default the documents do not agree on.
    request.safetyCheck = QStringLiteral("ConfirmEveryHighRiskAction");
    request.description = description;
    request.clientToken = token;
    return request;
}

StartAgainViewModel::StartAgainViewModel(const ReviewFacts &facts, const FlowServices &services,
                                         const QString &locale, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(facts, services, locale))
{
    connect(d->parameters.get(), &ParametersViewModel::changed, this,
            &StartAgainViewModel::inputChanged);
    connect(&d->flow, &StartFlow::changed, this, &StartAgainViewModel::stageChanged);
}

StartAgainViewModel::~StartAgainViewModel() = default;

StartAgainViewModel::Stage StartAgainViewModel::stage() const
{
    switch (d->flow.progress().state) {
    case State::Starting:
        return Stage::Starting;
    case State::Started:
        return Stage::Started;
    case State::Ready:
    case State::NotSent:
    case State::Refused:
    case State::Unclear:
        break;
    }
    return d->flow.progress().wasUnclear ? Stage::Unclear : Stage::Composing;
}

bool StartAgainViewModel::isBegun() const
{
    return d->flow.progress().state != State::Ready || d->isTicked ||
           d->description != d->givenDescription || d->parameters->text() != d->givenParameters;
}

Environment StartAgainViewModel::environment() const
{
    return d->profile.environment;
}

QStringList StartAgainViewModel::endpointHosts() const
{
    return endpointHostsOf(d->profile);
}

QString StartAgainViewModel::placeText() const
{
    return countersign::placeText(d->profile.alias, d->profile.accountId, d->row.id.place.region);
}

QString StartAgainViewModel::actorText() const
{
    return d->actor;
}

QString StartAgainViewModel::heading() const
{
    //: %1 is a template with its version
    return tr("Start again in Debug mode: %1").arg(templateLabel(d->run));
}

std::vector<QString> StartAgainViewModel::words() const
{
    return {tr("A new run begins and waits before each of its tasks until someone runs it, cancels "
               "it or ends the run. The run it is taken from is not changed."),
            tr("High-risk calls ask for a confirmation of their own.")};
}

std::vector<LabelledFact> StartAgainViewModel::facts() const
{
    std::vector<LabelledFact> facts{
        {tr("Template"), templateLabel(d->run), {}},
        {tr("Taken from run"), groupedId(d->row.id.executionId.text()), {}},
        {tr("State of that run"), runStatusLabel(d->run.status, d->run.statusText), {}},
        {tr("Mode"), QStringLiteral("Debug"), {}},
        {tr("Safety check"), QStringLiteral("ConfirmEveryHighRiskAction"), {}}};
    if (!d->run.ramRole.isEmpty())
        facts.push_back({tr("That run used the role"), safeLine(d->run.ramRole, 120), {}});
    return facts;
}

ParametersViewModel *StartAgainViewModel::parameters() const
{
    return d->parameters.get();
}

QStringList StartAgainViewModel::askedSecrets() const
{
    return d->secrets;
}

QString StartAgainViewModel::askedSecretsText() const
{
    if (d->secrets.isEmpty())
        return {};
    //: %1 lists names of parameters
    return tr("Secrets are not copied from the earlier run. Type them again: %1.")
        .arg(d->secrets.join(QStringLiteral(", ")));
}

QString StartAgainViewModel::description() const
{
    return d->description;
}

QString StartAgainViewModel::descriptionProblem() const
{
    if (d->description.size() > longestDescription)
        return tr("The description is too long by %n character(s).", nullptr,
                  static_cast<int>(d->description.size() - longestDescription));
    const bool hasControl =
        std::any_of(d->description.begin(), d->description.end(), [](QChar character) {
            return character.category() == QChar::Other_Control ||
                   character.category() == QChar::Other_Format;
        });
    return hasControl ? tr("The description holds an invisible character.") : QString();
}

QString StartAgainViewModel::tickText() const
{
    if (!d->profile.environment.isProduction)
        return {};
    //: %1 is the alias of a profile
    return tr("I start a run in production: %1.").arg(safeLine(d->profile.alias, 60));
}

bool StartAgainViewModel::isTicked() const
{
    return d->isTicked;
}

bool StartAgainViewModel::canConfirm() const
{
    const bool isTickDone = tickText().isEmpty() || d->isTicked;
    return (stage() == Stage::Composing || stage() == Stage::Unclear) && isTickDone &&
           d->parameters->isSendable() && descriptionProblem().isEmpty();
}

QString StartAgainViewModel::confirmText() const
{
    const QString place = QString(safeLine(d->profile.alias, 40) + QStringLiteral(" / ") +
                                  safeLine(d->row.id.place.region.text(), 40));
    if (stage() == Stage::Unclear)
        return tr("Try again with the same token in %1").arg(place);
    //: %1 is a template, %2 an account and a region
    return tr("Start “%1” again in Debug mode in %2").arg(shortTemplate(d->run), place);
}

QString StartAgainViewModel::outcomeText() const
{
    const StartProgress &progress = d->flow.progress();
    switch (progress.state) {
    case State::Ready:
        return {};
    case State::Starting:
        return tr("Starting… an answer is awaited.");
    case State::Started:
        //: %1 is an execution id
        return tr("Started: %1.").arg(groupedId(progress.run->id.text()));
    case State::NotSent:
        if (progress.wasUnclear)
            return tr("Not sent this time. An earlier request may have started a run. %1")
                .arg(notSentReason(progress));
        //: %1 is a whole sentence
        return tr("Not sent. Nothing was started. %1").arg(notSentReason(progress)).trimmed();
    case State::Refused:
        if (progress.wasUnclear)
            //: %1 is a code of the service
            return tr("Refused by the service this time: %1. An earlier request may have started "
                      "a run.")
                .arg(safeLine(progress.code, 120));
        return tr("Refused by the service: %1. Nothing was started.")
            .arg(safeLine(progress.code, 120));
    case State::Unclear:
        break;
    }
    return tr("Outcome unknown. A run may have been started.");
}

QString StartAgainViewModel::outcomeDetail() const
{
    const StartProgress &progress = d->flow.progress();
    QStringList lines;
    if (progress.state == State::Started)
        lines += tr("It waits before its first task.");
    if (progress.state == State::Starting)
        lines += tr("Closing this window does not take the start back.");
    if (progress.wasUnclear && progress.state != State::Started &&
        progress.state != State::Starting)
        lines += tr("Trying again is safe: the same request with the same token is sent, and the "
                    "service gives the run that it has started instead of starting another one. "
                    "Nothing can be changed before that.");
    const bool isErrorWorthSaying =
        progress.error && (progress.state == State::Refused || progress.state == State::Unclear);
    if (isErrorWorthSaying) {
        // The request had left: the service was reached.
        const bool isCut =
            progress.state == State::Unclear && progress.error->kind == Error::Kind::Offline;
        lines += isCut ? tr("The connection broke before the whole answer was there.")
                       : errorText(*progress.error);
        lines += errorDetails(*progress.error);
    }
    if (progress.error && progress.error->kind == Error::Kind::Forbidden)
        lines += tr("Whoever starts a run also needs ram:PassRole for the role that its template "
                    "names.");
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

std::optional<std::chrono::seconds> StartAgainViewModel::timeLeft() const
{
    const QDateTime deadline = d->flow.progress().deadline;
    if (stage() != Stage::Starting || !deadline.isValid())
        return std::nullopt;
    return std::chrono::seconds(std::max<qint64>(0, d->services.clock.now().secsTo(deadline)));
}

std::optional<WaitRow> StartAgainViewModel::startedRow() const
{
    const auto &run = d->flow.progress().run;
    if (!run)
        return std::nullopt;
    WaitRow row;
    row.id = {d->row.id.place, run->id, {}};
    row.profileAlias = d->profile.alias;
    row.accountId = d->profile.accountId;
    row.templateName = run->templateName;
    row.templateVersion = run->templateVersion;
    return row;
}

void StartAgainViewModel::setDescription(const QString &text)
{
    if (stage() != Stage::Composing || text == d->description)
        return;
    d->description = text;
    Q_EMIT inputChanged();
}

void StartAgainViewModel::setTicked(bool isTicked)
{
    if (isTicked == d->isTicked)
        return;
    d->isTicked = isTicked;
    Q_EMIT inputChanged();
}

void StartAgainViewModel::confirm()
{
    if (canConfirm())
        d->flow.start(d->request());
}

} // namespace countersign
