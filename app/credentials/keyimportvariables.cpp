// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/environmentkeys.h"
#include "app/credentials/keyimportparts.h"
#include "app/domain/servicehosts.h"

#include <QRegularExpression>

namespace countersign {

namespace detail {

QString accountOf(const QString &arn)
{
    static const QRegularExpression form(QStringLiteral("\\Aacs:ram::([0-9]{1,32}):"));
    return form.match(arn).captured(1);
}

bool isRegionName(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9][a-z0-9-]{1,62}\\z"));
    return form.match(text).hasMatch();
}

bool isOn(const QString &variable)
{
    return variable.compare(QStringLiteral("true"), Qt::CaseInsensitive) == 0 ||
           variable == QStringLiteral("1");
}

void takeStsPlace(ImportCandidate &candidate, const QString &endpoint, const QString &region)
{
    // A whole host wins over a region (credentials.md 2.3).
    QString host = endpoint;
    if (host.isEmpty() && isRegionName(region))
        host = (candidate.usesVpc ? QStringLiteral("sts-vpc.%1.aliyuncs.com")
                                  : QStringLiteral("sts.%1.aliyuncs.com"))
                   .arg(region);
    if (isStsHost(host)) {
        candidate.stsEndpoint.setScheme(QStringLiteral("https"));
        candidate.stsEndpoint.setHost(host);
    } else if (!host.isEmpty()) {
        candidate.notes.insert(ImportNote::StsEndpointLeftOut);
    }
}

} // namespace detail

using detail::accountOf;
using detail::isOn;
using detail::isRegionName;
using detail::takeStsPlace;

namespace {

ImportCandidate fromEnvironment(const QString &name, KeyKind kind,
                                const ImportEnvironment &environment)
{
    ImportCandidate candidate;
    candidate.name = name;
    candidate.modeName = QStringLiteral("environment");
    candidate.source.kind = kind;
    const QString region = environment.text("ALIBABA_CLOUD_REGION_ID");
    if (isRegionName(region))
        candidate.region = region;
    if (kind == KeyKind::Environment || kind == KeyKind::Oidc) {
        RoleToAssume role;
        // Beside a workload's token the role is that one's.
        const bool isOfWorkload = environment.isSet("ALIBABA_CLOUD_OIDC_PROVIDER_ARN");
        if (kind == KeyKind::Oidc || !isOfWorkload)
            role.arn = environment.text("ALIBABA_CLOUD_ROLE_ARN");
        role.sessionName = environment.text("ALIBABA_CLOUD_ROLE_SESSION_NAME");
        if (role.sessionName.isEmpty()) {
            role.sessionName = QStringLiteral("countersign");
            if (!role.arn.isEmpty())
                candidate.notes.insert(ImportNote::SessionNameChosen);
        }
        // A workload's role is taken without one.
        if (kind == KeyKind::Environment)
            role.externalId = environment.text("ALIBABA_CLOUD_EXTERNAL_ID");
        candidate.accountId = accountOf(role.arn);
        candidate.usesVpc = isOn(environment.text("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED"));
        if (!role.arn.isEmpty()) {
            candidate.source.role = role;
            takeStsPlace(candidate, environment.text("ALIBABA_CLOUD_STS_ENDPOINT"),
                         environment.text("ALIBABA_CLOUD_STS_REGION"));
        }
    }
    return candidate;
}

void judge(ImportCandidate &candidate, const ImportEnvironment &environment)
{
    candidate.sourceProblem = problemOf(candidate.source);
    if (candidate.sourceProblem != KeySourceProblem::None)
        candidate.obstacle = ImportObstacle::BadSource;
    else if (candidate.source.kind == KeyKind::LocalService &&
             isOn(environment.text("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS")))
        candidate.obstacle = ImportObstacle::ProgramsForbidden;
    else if (candidate.source.kind == KeyKind::EcsRole &&
             isOn(environment.text("ALIBABA_CLOUD_ECS_METADATA_DISABLED")))
        candidate.obstacle = ImportObstacle::MetadataForbidden;
}

} // namespace

QStringList keyVariables(const ImportEnvironment &environment)
{
    QStringList found = environmentKeyNames(environment.isSet).names;
    for (const char *name :
         {"ALIBABA_CLOUD_ROLE_ARN", "ALIBABA_CLOUD_ROLE_SESSION_NAME", "ALIBABA_CLOUD_EXTERNAL_ID",
          "ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "ALIBABA_CLOUD_OIDC_TOKEN_FILE",
          "ALIBABA_CLOUD_CREDENTIALS_URI", "ALIBABA_CLOUD_ECS_METADATA", "ALIBABA_CLOUD_REGION_ID",
          "ALIBABA_CLOUD_STS_REGION", "ALIBABA_CLOUD_STS_ENDPOINT",
          "ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED"}) {
        if (environment.isSet(name))
            found += QString::fromLatin1(name);
    }
    return found;
}

std::vector<ImportCandidate> environmentCandidates(const ImportEnvironment &environment)
{
    std::vector<ImportCandidate> candidates;
    const auto add = [&](ImportCandidate candidate) {
        candidate.index = candidates.size();
        judge(candidate, environment);
        candidates.push_back(std::move(candidate));
    };
    if (environmentKeyNames(environment.isSet).hasPair)
        add(fromEnvironment(QStringLiteral("environment"), KeyKind::Environment, environment));
    if (environment.isSet("ALIBABA_CLOUD_OIDC_PROVIDER_ARN") &&
        environment.isSet("ALIBABA_CLOUD_OIDC_TOKEN_FILE") &&
        environment.isSet("ALIBABA_CLOUD_ROLE_ARN")) {
        auto oidc = fromEnvironment(QStringLiteral("workload"), KeyKind::Oidc, environment);
        oidc.source.oidcProviderArn = environment.text("ALIBABA_CLOUD_OIDC_PROVIDER_ARN");
        oidc.source.oidcTokenFile = environment.text("ALIBABA_CLOUD_OIDC_TOKEN_FILE");
        add(std::move(oidc));
    }
    if (environment.isSet("ALIBABA_CLOUD_CREDENTIALS_URI")) {
        auto service =
            fromEnvironment(QStringLiteral("service"), KeyKind::LocalService, environment);
        service.source.serviceUrl =
            QUrl(environment.text("ALIBABA_CLOUD_CREDENTIALS_URI"), QUrl::StrictMode);
        add(std::move(service));
    }
    if (environment.isSet("ALIBABA_CLOUD_ECS_METADATA")) {
        auto instance = fromEnvironment(QStringLiteral("instance"), KeyKind::EcsRole, environment);
        instance.source.ecsRoleName = environment.text("ALIBABA_CLOUD_ECS_METADATA");
        add(std::move(instance));
    }
    return candidates;
}

} // namespace countersign
