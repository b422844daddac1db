// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/profilecheck.h"

#include "app/api/endpoints.h"
#include "app/api/operations.h"
#include "app/flows/keyrenewal.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

//! An unusual page size, which the answer repeats only when it has read the request's body.
constexpr int telltalePageSize = 17;
//! The smallest size that every list takes.
constexpr int smallPageSize = 20;
//! A run that cannot exist: a right is there when the service looks for it.
constexpr QLatin1String noExecution("exec-00000000000000000000");
constexpr QLatin1String noTemplate("countersign-looks-for-its-rights");
constexpr QLatin1String listExecutionsRight("oos:ListExecutions");
constexpr QLatin1String describeRegionsRight("oos:DescribeRegions");

//! Calls that change nothing and tell whether the right is there.
std::vector<ApiRequest> harmlessCalls()
{
    ListTaskExecutionsRequest tasks;
    tasks.executionId = ExecutionId(noExecution);
    tasks.maxResults = smallPageSize;
    ListExecutionLogsRequest logs;
    logs.executionId = ExecutionId(noExecution);
    logs.maxResults = smallPageSize;
    return {tasks.toRequest(), getExecutionTemplateRequest(ExecutionId(noExecution)),
            listExecutionRiskyTasksRequest(noTemplate), logs.toRequest(), describeRegionsRequest()};
}

ApiRequest waitingExecutions(int pageSize)
{
    ListExecutionsRequest request;
    request.status = QStringLiteral("Waiting");
    request.maxResults = pageSize;
    return request.toRequest();
}

} // namespace

class ProfileCheck::Private
{
public:
    Private(ProfileCheck &owner, const FlowServices &flowServices, const Profile &checked,
            std::shared_ptr<const Credentials> lent)
        : q(owner)
        , services(flowServices)
        , profile(checked)
        , credentials(std::move(lent))
    {
        report.scheme = profile.scheme;
        if (isIssued(profile.source))
            report.step = ProfileCheckReport::Step::Keys;
        for (const QString &right : usedRights())
            report.rights.push_back({right, RightFinding::State::NotTried, {}});
    }

    ApiTarget target() const;
    void read(const ApiRequest &request, std::function<void(const Result<ApiReply> &)> callback);
    void getKeys();
    void readIdentity();
    void onIdentity(const Result<ApiReply> &reply);
    void readList();
    void tryDecisionRoad();
    void onDecisionRoad(const SendReport &sent);
    void tryRights();
    void compareRegions(const Json &body);
    void find(const QString &right, const std::optional<Error> &error);
    void enter(ProfileCheckReport::Step step);
    void fail(const Error &error);

    ProfileCheck &q;
    FlowServices services;
    Profile profile;
    std::shared_ptr<const Credentials> credentials;
    ProfileCheckReport report;
    std::vector<ApiRequest> toTry;
    std::unique_ptr<OneShotSender> sender;
    CallHandle call;
    bool isStarted = false;
};

ApiTarget ProfileCheck::Private::target() const
{
    Profile tried = profile;
    tried.scheme = report.scheme;
    return targetOf(tried, profile.regions.front(), [lent = credentials] { return lent; });
}

void ProfileCheck::Private::read(const ApiRequest &request,
                                 std::function<void(const Result<ApiReply> &)> callback)
{
    call = services.client.read(target(), request, &q, std::move(callback));
}

void ProfileCheck::Private::enter(ProfileCheckReport::Step step)
{
    report.step = step;
    Q_EMIT q.changed();
}

void ProfileCheck::Private::fail(const Error &error)
{
    report.error = error;
    Q_EMIT q.changed();
}

void ProfileCheck::Private::getKeys()
{
    if (!services.renewal) {
        Error error;
        error.kind = Error::Kind::LocalFault;
        error.code = renewalcodes::badSource();
        QTimer::singleShot(0, &q, [this, error] { fail(error); });
        return;
    }
    call = services.renewal->issueOnce(profile, std::exchange(credentials, nullptr), &q,
                                       [this](const Result<IssuedKeys> &keys) {
                                           if (!keys) {
                                               fail(keys.error());
                                               return;
                                           }
                                           credentials = keys->credentials;
                                           enter(ProfileCheckReport::Step::Identity);
                                           readIdentity();
                                       });
}

void ProfileCheck::Private::readIdentity()
{
    read(getCallerIdentityRequest(), [this](const Result<ApiReply> &reply) { onIdentity(reply); });
}

void ProfileCheck::Private::onIdentity(const Result<ApiReply> &reply)
{
    if (!reply) {
        fail(reply.error());
        return;
    }
    report.clockSkew = reply->clockSkew;
    const auto identity = readGetCallerIdentity(reply->body);
    if (!identity) {
        fail(identity.error());
        return;
    }
    report.identity = *identity;
    if (!profile.accountId.isEmpty() && profile.accountId != identity->accountId) {
        report.isOtherAccount = true;
        Q_EMIT q.changed();
        return;
    }
    enter(ProfileCheckReport::Step::Reading);
    readList();
}

void ProfileCheck::Private::readList()
{
    read(waitingExecutions(smallPageSize), [this](const Result<ApiReply> &reply) {
        find(listExecutionsRight, reply ? std::nullopt : std::optional(reply.error()));
        const bool isMissing = !reply && reply.error().kind == Error::Kind::Forbidden;
        if (!reply && !isMissing) {
            fail(reply.error());
            return;
        }
        // Without the right the other road would be refused for the same reason.
        if (isMissing) {
            tryRights();
            return;
        }
        enter(ProfileCheckReport::Step::DecisionRoad);
        tryDecisionRoad();
    });
}

void ProfileCheck::Private::tryDecisionRoad()
{
    sender = services.newSender();
    call = sender->send(target(), waitingExecutions(telltalePageSize), {}, &q,
                        [this](const SendReport &sent) { onDecisionRoad(sent); });
}

void ProfileCheck::Private::onDecisionRoad(const SendReport &sent)
{
    const Json pageSize = sent.body[u"MaxResults"];
    const bool isGood = !sent.error && (pageSize.toInteger() == telltalePageSize ||
                                        pageSize.toString() == QString::number(telltalePageSize));
    if (isGood) {
        tryRights();
        return;
    }
    // Only a refusal, or an answer that has not read the body, speaks against the scheme.
    const bool isAnswer = sent.reply == SendReport::Reply::Complete;
    if (isAnswer && report.scheme == SignatureScheme::V3) {
        report.scheme = SignatureScheme::V1;
        report.isSchemeChanged = true;
        enter(ProfileCheckReport::Step::Reading);
        readList();
        return;
    }
    Error error = sent.error.value_or(Error());
    if (!sent.error) {
        error.kind = Error::Kind::BadReply;
        error.path = QStringLiteral("MaxResults");
    }
    fail(error);
}

void ProfileCheck::Private::tryRights()
{
    if (report.step != ProfileCheckReport::Step::Rights) {
        toTry = harmlessCalls();
        std::reverse(toTry.begin(), toTry.end());
        enter(ProfileCheckReport::Step::Rights);
    }
    if (toTry.empty()) {
        enter(ProfileCheckReport::Step::Done);
        return;
    }
    const ApiRequest request = toTry.back();
    toTry.pop_back();
    read(request, [this, right = rightFor(request)](const Result<ApiReply> &reply) {
        find(right, reply ? std::nullopt : std::optional(reply.error()));
        if (reply && right == describeRegionsRight)
            compareRegions(reply->body);
        Q_EMIT q.changed();
        tryRights();
    });
}

void ProfileCheck::Private::compareRegions(const Json &body)
{
    const auto listed = readDescribeRegions(body);
    if (!listed || listed->empty())
        return;
    for (const RegionId &region : profile.regions) {
        const bool isListed = std::any_of(listed->begin(), listed->end(),
                                          [&region](const Region &r) { return r.id == region; });
        if (!isListed)
            report.unlistedRegions.push_back(region);
    }
}

void ProfileCheck::Private::find(const QString &right, const std::optional<Error> &error)
{
    const auto finding = std::find_if(report.rights.begin(), report.rights.end(),
                                      [&right](const RightFinding &f) { return f.right == right; });
    if (finding == report.rights.end())
        return;
    // The service looks for what does not exist only after it has looked at the right.
    const bool isPresent = !error || error->kind == Error::Kind::NotFound;
    finding->state = isPresent                               ? RightFinding::State::Present
                     : error->kind == Error::Kind::Forbidden ? RightFinding::State::Missing
                                                             : RightFinding::State::Unclear;
    finding->error = isPresent ? std::nullopt : error;
}

ProfileCheck::ProfileCheck(const FlowServices &services, const Profile &profile,
                           std::shared_ptr<const Credentials> credentials, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, services, profile, std::move(credentials)))
{
}

ProfileCheck::~ProfileCheck()
{
    d->call.cancel();
}

std::vector<RegionId> ProfileCheck::knownRegions()
{
    return countersign::knownRegions();
}

void ProfileCheck::start()
{
    if (std::exchange(d->isStarted, true))
        return;
    if (d->report.step == ProfileCheckReport::Step::Keys)
        d->getKeys();
    else
        d->readIdentity();
}

const ProfileCheckReport &ProfileCheck::report() const
{
    return d->report;
}

std::vector<QString> usedRights()
{
    std::vector<QString> rights{QString(listExecutionsRight)};
    for (const char *name :
         {"ListTaskExecutions", "GetExecutionTemplate", "NotifyExecution",
          "ListExecutionRiskyTasks", "ListExecutionLogs", "CancelExecution", "DescribeRegions"})
        rights.push_back(QString(QStringLiteral("oos:") + QLatin1String(name)));
    return rights;
}

QString ramPolicyText(const std::vector<QString> &rights)
{
    JsonWriter writer;
    writer.beginObject().member(u"Version", QStringLiteral("1")).name(u"Statement").beginArray();
    writer.beginObject().member(u"Effect", QStringLiteral("Allow")).name(u"Action").beginArray();
    for (const QString &right : rights)
        writer.value(right);
    writer.endArray().member(u"Resource", QStringLiteral("*")).endObject();
    writer.endArray().endObject();
    return QString::fromUtf8(Json::parse(writer.bytes()).json->indented());
}

} // namespace countersign
