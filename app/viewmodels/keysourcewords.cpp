// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keysourcewords.h"

#include "app/domain/displaytext.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KeySourceWords)
};

// What is agreed to is read whole, and nobody reads more than this.
constexpr qsizetype longestAgreed = 4'096;
constexpr qsizetype longestSessionName = 64;

SourceField fieldOf(KeySourceProblem problem, const KeySource &source)
{
    switch (problem) {
    case KeySourceProblem::None:
        break;
    case KeySourceProblem::NoRole:
    case KeySourceProblem::BadRoleArn:
        return SourceField::RoleArn;
    case KeySourceProblem::BadSessionName:
        return SourceField::SessionName;
    case KeySourceProblem::BadDuration:
        return SourceField::Duration;
    case KeySourceProblem::BadExternalId:
        return SourceField::ExternalId;
    case KeySourceProblem::BadPolicy:
        return SourceField::Policy;
    case KeySourceProblem::NoOtherProfile:
        return SourceField::OtherProfile;
    case KeySourceProblem::NoOidcProvider:
        return SourceField::OidcProvider;
    case KeySourceProblem::NoTokenFile:
        return SourceField::TokenFile;
    case KeySourceProblem::BadServiceUrl:
        return SourceField::ServiceUrl;
    case KeySourceProblem::NoCommand:
        return SourceField::Command;
    case KeySourceProblem::NoCliProfile:
        return QDir::isAbsolutePath(source.cliFile) ? SourceField::CliProfile
                                                    : SourceField::CliFile;
    }
    return SourceField::None;
}

QString roleFieldText(SourceField field)
{
    switch (field) {
    case SourceField::RoleArn:
        return Words::tr("A role is written like acs:ram::1234567890123456:role/oos-operator.");
    case SourceField::SessionName:
        return Words::tr("A session is named with 2 to 64 letters, digits and . @ - _ only.");
    case SourceField::Duration:
        return Words::tr("A session lasts from 15 minutes to 12 hours.");
    case SourceField::ExternalId:
        return Words::tr("An external id has from 2 to 1,224 characters.");
    case SourceField::Policy:
        return Words::tr("A policy is a JSON object of at most 2,048 characters.");
    default:
        return {};
    }
}

QString fieldText(SourceField field)
{
    switch (field) {
    case SourceField::OtherProfile:
        return Words::tr("Choose the profile whose keys take the role.");
    case SourceField::OidcProvider:
        return Words::tr("Give the provider's ARN, which is written like "
                         "acs:ram::1234567890123456:oidc-provider/my-cluster.");
    case SourceField::TokenFile:
        return Words::tr("Give the file with its whole path, beginning with /.");
    case SourceField::ServiceUrl:
        return Words::tr("Give an https address, or an http one of this computer such as "
                         "http://127.0.0.1:8080/keys, without user name and fragment.");
    case SourceField::Command:
        return Words::tr("Give a command line in which every quote ends.");
    case SourceField::CliFile:
        return Words::tr("Give the CLI's file with its whole path, beginning with /.");
    case SourceField::CliProfile:
        return Words::tr("Name the profile as it stands in the CLI's file.");
    default:
        return roleFieldText(field);
    }
}

QString shownWord(const QString &word)
{
    return QStringLiteral("“%1”").arg(safeLine(word, longestAgreed));
}

QString partsOfCommand(const QStringList &words)
{
    QStringList lines{Words::tr("Program: %1").arg(shownWord(words.front()))};
    for (qsizetype i = 1; i < words.size(); ++i)
        //: %1 is a number, %2 a word of a command line
        lines += Words::tr("Argument %1: %2").arg(QString::number(i), shownWord(words[i]));
    return lines.join(QLatin1Char('\n'));
}

Agreement agreementToRun(const KeySource &source)
{
    Agreement agreement;
    agreement.heading = Words::tr("This is run:");
    agreement.parts = partsOfCommand(*splitCommand(source.command));
    agreement.consequence =
        Words::tr("Whenever keys are needed – for a test, at the start, before they end – this "
                  "program runs as you and may do all that you may. No shell reads the line: "
                  "variables, pipes and patterns stay as they are. What it prints is read as keys "
                  "and shown nowhere.");
    agreement.tick = Words::tr("I want Countersign to run this program as me");
    return agreement;
}

Agreement agreementToAsk(const KeySource &source)
{
    Agreement agreement;
    agreement.heading = Words::tr("This address is asked for keys:");
    const int usual = source.serviceUrl.scheme() == QStringLiteral("https") ? 443 : 80;
    //: a host of the network and a port
    agreement.parts = Words::tr("Host: %1, port %2")
                          .arg(safeLine(source.serviceUrl.host(QUrl::FullyEncoded), 255),
                               QString::number(source.serviceUrl.port(usual)));
    agreement.consequence =
        Words::tr("Whenever keys are needed – for a test, at the start, before they end – this "
                  "address is asked, and what answers there decides as whom you act.");
    agreement.tick = Words::tr("I want Countersign to take keys from this address");
    return agreement;
}

Agreement agreementToMetadata()
{
    Agreement agreement;
    agreement.heading = Words::tr("This address is asked for keys:");
    agreement.consequence =
        Words::tr("This is off before you agree to it. On an ECS instance this address is the "
                  "instance itself; on any other computer it may be somebody else's, who would "
                  "then decide as whom you act.");
    agreement.tick = Words::tr("This computer is an ECS instance, and I want its role's keys");
    return agreement;
}

} // namespace

const std::vector<KeyKind> &keyKinds()
{
    static const std::vector<KeyKind> kinds{
        KeyKind::Entered,  KeyKind::OtherProfile, KeyKind::Oidc,
        KeyKind::EcsRole,  KeyKind::LocalService, KeyKind::Program,
        KeyKind::CloudSso, KeyKind::OAuth,        KeyKind::Environment};
    return kinds;
}

QString keyKindText(KeyKind kind)
{
    switch (kind) {
    case KeyKind::Entered:
        return Words::tr("An access key that I enter");
    case KeyKind::OtherProfile:
        return Words::tr("Another profile, taking a role");
    case KeyKind::Oidc:
        return Words::tr("A workload token file (OIDC)");
    case KeyKind::EcsRole:
        return Words::tr("The role of this ECS instance");
    case KeyKind::LocalService:
        return Words::tr("A service on this computer");
    case KeyKind::Program:
        return Words::tr("A program");
    case KeyKind::CloudSso:
        return Words::tr("The aliyun CLI's CloudSSO login");
    case KeyKind::OAuth:
        return Words::tr("The aliyun CLI's browser login");
    case KeyKind::Environment:
        return Words::tr("Environment variables of this program");
    }
    return {};
}

QString keyKindHint(KeyKind kind)
{
    switch (kind) {
    case KeyKind::Entered:
        return {};
    case KeyKind::OtherProfile:
        return Words::tr("The keys of the other profile take the role. No key of its own is kept "
                         "for this profile.");
    case KeyKind::Oidc:
        return Words::tr("The token is read from its file anew each time and exchanged for keys "
                         "of the role.");
    case KeyKind::EcsRole:
        return Words::tr("The metadata service gives the keys of the instance's role.");
    case KeyKind::LocalService:
        return Words::tr("A service answers with keys: at an http address of this computer, or at "
                         "an https address.");
    case KeyKind::Program:
        return Words::tr("A program is run and prints keys.");
    case KeyKind::CloudSso:
        return Words::tr("The login that the CLI holds is exchanged for keys. When it has ended, "
                         "the CLI renews it; Countersign does not sign in for you.");
    case KeyKind::OAuth:
        return Words::tr("The keys that the CLI has stored are used until they end. The CLI "
                         "renews them; Countersign does not sign in for you.");
    case KeyKind::Environment:
        return Words::tr("ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and, if "
                         "set, ALIBABA_CLOUD_SECURITY_TOKEN, as they were when the program "
                         "started; without that pair the same of ALIBABACLOUD_, then of ALICLOUD_. "
                         "What is started from a menu often has none of them.");
    }
    return {};
}

bool needsRole(KeyKind kind)
{
    return kind == KeyKind::OtherProfile || kind == KeyKind::Oidc;
}

bool hasExternalId(KeyKind kind)
{
    return kind != KeyKind::Oidc;
}

SourceFinding findingOf(const KeySource &source)
{
    const SourceField field = fieldOf(problemOf(source), source);
    return {field, fieldText(field)};
}

std::optional<Agreement> agreementTo(const KeySource &source)
{
    const QString text = confirmableText(source);
    KeySource alone = source;
    alone.role.reset(); // a role is no part of what is agreed to
    if (text.isEmpty() || problemOf(alone) != KeySourceProblem::None)
        return std::nullopt;
    Agreement agreement = source.kind == KeyKind::Program        ? agreementToRun(source)
                          : source.kind == KeyKind::LocalService ? agreementToAsk(source)
                                                                 : agreementToMetadata();
    agreement.shown = safeLine(text, longestAgreed);
    agreement.isWhole = text.size() <= longestAgreed && agreement.shown == safeLine(text, 65'536);
    return agreement;
}

QString proposedSessionName(const QString &userName)
{
    QString name;
    for (const QChar c : userName) {
        const bool isPlain = c.unicode() < 128 && c.isLetterOrNumber();
        if (isPlain || QStringView(u".@-_").contains(c))
            name += c;
        else if (!name.isEmpty() && !name.endsWith(QLatin1Char('-')))
            name += QLatin1Char('-');
    }
    name.truncate(longestSessionName);
    return name.size() < 2 ? QStringLiteral("countersign") : name;
}

} // namespace countersign
