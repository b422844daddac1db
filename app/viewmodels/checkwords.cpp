// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/checkwords.h"

#include "app/domain/displaytext.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/keyissuewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CheckWords)
};

using Mark = CheckLine::Mark;
using Step = ProfileCheckReport::Step;

constexpr std::chrono::seconds worthTelling{300};

QString identityText(const CallerIdentity &identity)
{
    const QString account = safeLine(identity.accountId, 40);
    const QString name = actorName(identity);
    switch (identity.kind()) {
    case ActorKind::User:
        return Words::tr("You act as the user %1 in account %2.").arg(safeLine(name, 120), account);
    case ActorKind::Role:
        //: %1 is a RAM role, %2 the session in which somebody has taken it, %3 an account
        return Words::tr("You act as the role %1, session %2, in account %3. Whether an approval "
                         "is addressed to you cannot be told for a role.")
            .arg(safeLine(name.section(QLatin1Char('/'), 0, 0), 80),
                 safeLine(name.section(QLatin1Char('/'), 1), 80), account);
    case ActorKind::Unknown:
        //: %1 is how the service calls whoever a key belongs to
        return Words::tr("You act as %1 in account %2.").arg(safeLine(name, 120), account);
    case ActorKind::Account:
        break;
    }
    return Words::tr("You act as the root of account %1. A user with few rights is safer.")
        .arg(account);
}

CheckLine identityLine(const ProfileCheckReport &report, const QString &accountId)
{
    if (!report.identity)
        return report.error ? CheckLine{Mark::Bad, errorText(*report.error)}
                            : CheckLine{Mark::Open, Words::tr("Asking whose key this is…")};
    if (report.isOtherAccount)
        return {Mark::Bad,
                Words::tr("The key belongs to account %1, and this profile is for account %2. "
                          "Nothing was read with it.")
                    .arg(safeLine(report.identity->accountId, 40), safeLine(accountId, 40))};
    return {Mark::Good, identityText(*report.identity)};
}

CheckLine keysLine(const ProfileCheckReport &report, const KeySource &source)
{
    if (report.step != Step::Keys)
        return {Mark::Good, Words::tr("Keys were given for this test.")};
    return report.error ? CheckLine{Mark::Bad, keyIssueText(*report.error, source)}
                        : CheckLine{Mark::Open, Words::tr("Getting keys…")};
}

const RightFinding *findingOf(const ProfileCheckReport &report, QLatin1String right)
{
    const auto found =
        std::find_if(report.rights.begin(), report.rights.end(),
                     [right](const RightFinding &finding) { return finding.right == right; });
    return found == report.rights.end() ? nullptr : &*found;
}

CheckLine readingLine(const ProfileCheckReport &report)
{
    const RightFinding *finding = findingOf(report, QLatin1String("oos:ListExecutions"));
    if (finding && finding->state == RightFinding::State::Present)
        return {Mark::Good, Words::tr("Waiting executions can be listed.")};
    if (finding && finding->error)
        return {
            Mark::Bad,
            Words::tr("Waiting executions cannot be listed. %1").arg(errorText(*finding->error))};
    return {Mark::Open, Words::tr("Listing waiting executions…")};
}

CheckLine roadLine(const ProfileCheckReport &report)
{
    if (report.step > Step::DecisionRoad)
        return {Mark::Good, Words::tr("A call in the shape of a decision arrives whole.")};
    if (report.error)
        return {Mark::Bad, Words::tr("A call in the shape of a decision did not come through. %1")
                               .arg(errorText(*report.error))};
    return {Mark::Open, Words::tr("Trying a call in the shape of a decision…")};
}

QString rightText(const RightFinding &finding)
{
    const QString right = safeLine(finding.right, 60);
    switch (finding.state) {
    case RightFinding::State::Present:
        return Words::tr("The right %1 is there.").arg(right);
    case RightFinding::State::Missing:
        return Words::tr("The right %1 is missing.").arg(right);
    case RightFinding::State::NotTried:
        return Words::tr("The right %1 was not tried, because trying it would change something.")
            .arg(right);
    case RightFinding::State::Unclear:
        break;
    }
    if (!finding.error)
        return Words::tr("Whether the right %1 is there is not clear.").arg(right);
    //: %2 is a sentence that says why
    return Words::tr("Whether the right %1 is there is not clear. %2")
        .arg(right, errorText(*finding.error));
}

void addRights(std::vector<CheckLine> &lines, const ProfileCheckReport &report)
{
    for (const RightFinding &finding : report.rights) {
        const bool isTold = finding.right == u"oos:ListExecutions";
        const bool isToCome =
            report.step != Step::Done && finding.state == RightFinding::State::NotTried;
        if (isTold || isToCome)
            continue;
        const Mark mark = finding.state == RightFinding::State::Present    ? Mark::Good
                          : finding.state == RightFinding::State::NotTried ? Mark::Open
                                                                           : Mark::Bad;
        lines.push_back({mark, rightText(finding)});
    }
}

} // namespace

std::vector<CheckLine> checkLinesOf(const ProfileCheckReport &report, const QString &accountId,
                                    const KeySource &source)
{
    std::vector<CheckLine> lines;
    if (report.step == Step::Keys || isIssued(source))
        lines.push_back(keysLine(report, source));
    if (report.step == Step::Keys)
        return lines;
    lines.push_back(identityLine(report, accountId));
    if (!report.identity || report.isOtherAccount)
        return lines;
    if (report.clockSkew && std::chrono::abs(*report.clockSkew) > worthTelling)
        lines.push_back(
            {Mark::Bad,
             Words::tr("The clock of this computer is off by %n minute(s); "
                       "over 10 nothing is sent.",
                       nullptr,
                       static_cast<int>(std::chrono::abs(*report.clockSkew).count() / 60))});
    if (report.isSchemeChanged)
        lines.push_back(
            {Mark::Open, Words::tr("The newer signature was refused on the way of a decision; the "
                                   "older one (HMAC-SHA1) is used for this profile.")});
    lines.push_back(readingLine(report));
    const bool hasReading = lines.back().mark == Mark::Good;
    if (hasReading && report.step >= Step::DecisionRoad)
        lines.push_back(roadLine(report));
    for (const RegionId &region : report.unlistedRegions)
        lines.push_back({Mark::Bad, Words::tr("The service does not list the region %1.")
                                        .arg(safeLine(region.text(), 60))});
    if (report.step >= Step::Rights)
        addRights(lines, report);
    return lines;
}

QString profileProblemText(ProfileProblem problem, ProfileWorld world)
{
    switch (problem) {
    case ProfileProblem::None:
        break;
    case ProfileProblem::NoAlias:
        return Words::tr("Give the account a name.");
    case ProfileProblem::LongAlias:
        return Words::tr("The name is longer than %n character(s).", nullptr,
                         static_cast<int>(ProfileStore::longestAlias));
    case ProfileProblem::AliasTaken:
        return Words::tr("Another profile has this name.");
    case ProfileProblem::NoRegion:
        return Words::tr("Choose at least one region.");
    case ProfileProblem::BadRegion:
        return Words::tr("One of the regions is not named as regions are, such as cn-hangzhou.");
    case ProfileProblem::BadEndpoint:
    case ProfileProblem::BadStsEndpoint:
        if (world == ProfileWorld::Sandbox)
            return Words::tr("With the sandbox only addresses of this computer are used, such as "
                             "http://127.0.0.1:4010.");
        return problem == ProfileProblem::BadEndpoint
                   ? Words::tr("The endpoint is not an https address without a path, such as "
                               "https://oos.example.com.")
                   : Words::tr("The STS endpoint is not an https address without a path, such as "
                               "https://sts.example.com.");
    case ProfileProblem::ForeignEndpoint:
        return Words::tr("The endpoint is one of Alibaba Cloud's for another region or service. "
                         "Each region of a profile is called at its own endpoint.");
    case ProfileProblem::ForeignStsEndpoint:
        return Words::tr("The STS endpoint is one of Alibaba Cloud's for another service.");
    case ProfileProblem::PrivateEndpoint:
        return Words::tr("One of the endpoints is not Alibaba Cloud's. Tick that you agree to it.");
    case ProfileProblem::BadPattern:
        return Words::tr("The pattern for notes is not a regular expression.");
    case ProfileProblem::LookTaken:
        return Words::tr("Another profile has the same word, colour and pattern. Two accounts must "
                         "not look alike.");
    }
    return {};
}

} // namespace countersign
