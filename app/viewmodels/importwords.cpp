// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/importwords.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/handover/shellquoting.h"

#include <QCoreApplication>

namespace countersign {

namespace {

constexpr qsizetype nameLimit = 80;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ImportWords)
};

QString chainText(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names)
        shown += safeLine(name, nameLimit);
    return shown.join(QStringLiteral(" → "));
}

QString sourceProblemText(KeySourceProblem problem)
{
    switch (problem) {
    case KeySourceProblem::NoRole:
        return Words::tr("It names no role.");
    case KeySourceProblem::BadRoleArn:
        return Words::tr("Its role is not written as acs:ram::<account>:role/<name>.");
    case KeySourceProblem::BadSessionName:
        return Words::tr("Its session name is not 2 to 64 letters, digits and . @ - _.");
    case KeySourceProblem::BadDuration:
        return Words::tr("Its sessions are not between 900 and 43,200 seconds long.");
    case KeySourceProblem::BadExternalId:
        return Words::tr("Its external id is not 2 to 1,224 characters long.");
    case KeySourceProblem::BadPolicy:
        return Words::tr("Its policy is not a JSON object of at most 2,048 characters.");
    case KeySourceProblem::NoOtherProfile:
        return Words::tr("It names no profile to take the keys of.");
    case KeySourceProblem::NoOidcProvider:
        return Words::tr("It names no identity provider.");
    case KeySourceProblem::NoTokenFile:
        return Words::tr("The path of its token file does not begin with a slash.");
    case KeySourceProblem::BadServiceUrl:
        return Words::tr("Its address is neither https nor http to 127.0.0.1 or [::1], or it holds "
                         "a user name.");
    case KeySourceProblem::NoCommand:
        return Words::tr("Its command line has a quotation mark without its end.");
    case KeySourceProblem::NoCliProfile:
        return Words::tr("It has no name by which it could be found in the file.");
    case KeySourceProblem::None:
        break;
    }
    return {};
}

QString missingText(const QStringList &fields)
{
    //: %1 is a list of names of fields in a file
    return Words::tr("Missing in the file: %1.").arg(fields.join(QStringLiteral(", ")));
}

QString chainObstacleText(const ImportCandidate &candidate)
{
    const QString last =
        candidate.chain.isEmpty() ? QString() : safeLine(candidate.chain.back(), nameLimit);
    switch (candidate.obstacle) {
    case ImportObstacle::SourceMissing:
        //: %1 is the name of a profile
        return Words::tr("It builds on “%1”, which is not in the file.").arg(last);
    case ImportObstacle::SourceUnusable:
        //: %1 is the name of a profile
        return Words::tr("It builds on “%1”, which cannot be used.").arg(last);
    case ImportObstacle::Loop:
        //: %1 is a list of names of profiles with arrows between them
        return Words::tr("Its profiles lead in a circle: %1.").arg(chainText(candidate.chain));
    default:
        break;
    }
    //: %1 is a list of names of profiles with arrows between them
    return Words::tr("It takes more than %n role(s) one after the other: %1.", nullptr,
                     longestImportChain)
        .arg(chainText(candidate.chain));
}

QString modeObstacleText(const ImportCandidate &candidate)
{
    switch (candidate.obstacle) {
    case ImportObstacle::UnknownMode:
        //: %1 is what a file calls the kind of a profile
        return Words::tr("Its kind “%1” is not supported here.")
            .arg(safeLine(candidate.modeName, nameLimit));
    case ImportObstacle::NoMode:
        return Words::tr("The file does not say what kind of keys it has, and its fields do not "
                         "tell.");
    case ImportObstacle::Deprecated:
        return Words::tr("RSA key pairs are deprecated by Alibaba Cloud; use an access key of a "
                         "RAM user or a role.");
    case ImportObstacle::NoSignature:
        return Words::tr("A bearer token cannot sign the calls of this service; use an access key "
                         "or a role.");
    default:
        break;
    }
    return Words::tr("It has no key: this service takes no anonymous calls.");
}

QString fieldObstacleText(const ImportCandidate &candidate)
{
    const QString fields = candidate.fields.join(QStringLiteral(", "));
    switch (candidate.obstacle) {
    case ImportObstacle::NotConfigured:
        return Words::tr("It is not configured yet: its fields are empty.");
    case ImportObstacle::FieldMissing:
        return missingText(candidate.fields);
    case ImportObstacle::Misplaced:
        //: %1 is a list of names of fields in a file
        return Words::tr("Something that looks like a secret or a key id stands where it does not "
                         "belong: %1. It is not shown; correct the file.")
            .arg(fields);
    case ImportObstacle::BadSite:
        return Words::tr("Its site is neither CN nor INTL.");
    case ImportObstacle::ForeignLogin:
        return Words::tr("The address at which people sign in is none of CloudSSO's, so that its "
                         "login is not sent there. Correct it with the CLI.");
    default:
        break;
    }
    //: %1 is a list of names of fields in a file
    return Words::tr("These fields cannot be read as what they are: %1.").arg(fields);
}

QString noteText(ImportNote note, const ImportCandidate &candidate)
{
    switch (note) {
    case ImportNote::ModeGuessed:
        return Words::tr("The file does not name its kind; its fields tell it, as the CLI reads "
                         "them.");
    case ImportNote::EndpointLeftOut:
        return Words::tr("The file names an endpoint that is not the region's own. It is left out; "
                         "you can enter it in the profile.");
    case ImportNote::StsEndpointLeftOut:
        return Words::tr("The file names a host for tokens that is not the service's. It is left "
                         "out.");
    case ImportNote::RegionLeftOut:
        return Words::tr(
            "What the file calls its region cannot be one. The region below is taken.");
    case ImportNote::SessionNameChosen:
        return Words::tr(
            "The file names no session. “countersign” is taken, and the audit log will "
            "show it as who acted; you can change it in the profile.");
    case ImportNote::SwitchedOff:
        return Words::tr("It is switched off in the file (enable).");
    case ImportNote::CommentSign:
        return Words::tr("Its key holds a #. Countersign takes it whole; the SDK for Python takes "
                         "only what stands before.");
    case ImportNote::OpenEnd:
        return Words::tr("The file ends without the end of a line. Look whether its last line is "
                         "whole.");
    case ImportNote::OldForm:
        return Words::tr("The CLI has given this kind up; it works here.");
    case ImportNote::LoginEnded:
        //: %1 is a command
        return Words::tr("The login that the CLI holds has ended. Renew it with: %1")
            .arg(loginCommand(candidate));
    case ImportNote::UnknownFields:
        break;
    }
    return Words::tr("%n field(s) of it are not known here and were left out.", nullptr,
                     candidate.unknownFields);
}

QString agreementText(const KeySource &source)
{
    switch (source.kind) {
    case KeyKind::Program:
        //: %1 is a command line
        return Words::tr("Its keys are printed by a program. Nothing is run by importing it, and "
                         "nothing later before you have agreed to it in the profile: %1")
            .arg(safeLine(source.command));
    case KeyKind::LocalService:
        //: %1 is an address
        return Words::tr("Its keys come from a service, which is not asked before you have agreed "
                         "to it in the profile: %1")
            .arg(safeLine(source.serviceUrl.toString(QUrl::FullyEncoded)));
    case KeyKind::EcsRole:
        return Words::tr("Its keys come from the metadata service of the ECS instance that this "
                         "computer must be. It is not asked before you have agreed to it in the "
                         "profile.");
    case KeyKind::CloudSso:
    case KeyKind::OAuth:
        return Words::tr("Its keys stay in the CLI's file and are read from there. The CLI renews "
                         "them; Countersign never changes its file.");
    case KeyKind::Environment:
        return Words::tr("Its keys are taken from the variables of this program when it starts.");
    default:
        break;
    }
    return {};
}

bool waitsForPerson(const ImportItem &item)
{
    return !isConfirmed(item.candidate.source) ||
           item.candidate.notes.contains(ImportNote::LoginEnded);
}

QString waitingText(const ImportItem &item)
{
    switch (item.candidate.source.kind) {
    case KeyKind::Program:
        return Words::tr("Works after you agree to run its program");
    case KeyKind::LocalService:
        return Words::tr("Works after you agree to ask its service");
    case KeyKind::EcsRole:
        return Words::tr("Works after you agree to ask the metadata service");
    case KeyKind::CloudSso:
    case KeyKind::OAuth:
        return Words::tr("Works after you sign in with the CLI again");
    default:
        return {};
    }
}

} // namespace

QString importKindText(const ImportCandidate &candidate)
{
    switch (candidate.source.kind) {
    case KeyKind::OtherProfile:
        return Words::tr("Role, with another profile's keys", "where keys come from");
    case KeyKind::Oidc:
        return Words::tr("Role, with a workload's token", "where keys come from");
    case KeyKind::EcsRole:
        return candidate.source.role
                   ? Words::tr("Role, with the ECS instance's role", "where keys come from")
                   : Words::tr("Role of the ECS instance", "where keys come from");
    case KeyKind::LocalService:
        return Words::tr("Service that gives keys", "where keys come from");
    case KeyKind::Program:
        return Words::tr("Program that prints keys", "where keys come from");
    case KeyKind::CloudSso:
        return Words::tr("CloudSSO login of the CLI", "where keys come from");
    case KeyKind::OAuth:
        return Words::tr("Browser login of the CLI", "where keys come from");
    case KeyKind::Environment:
        return candidate.source.role
                   ? Words::tr("Role, with keys of the environment", "where keys come from")
                   : Words::tr("Keys of the environment", "where keys come from");
    case KeyKind::Entered:
        break;
    }
    switch (candidate.mode) {
    case CliMode::AccessKey:
        return Words::tr("Access key", "where keys come from");
    case CliMode::StsToken:
        return Words::tr("Temporary key", "where keys come from");
    case CliMode::RamRoleArn:
        return Words::tr("Role, with an access key", "where keys come from");
    case CliMode::RsaKeyPair:
        return Words::tr("RSA key pair", "where keys come from");
    case CliMode::BearerToken:
        return Words::tr("Bearer token", "where keys come from");
    case CliMode::Anonymous:
        return Words::tr("None (anonymous)", "where keys come from");
    default:
        return candidate.modeName.isEmpty() ? Words::tr("Not named", "the kind of a profile")
                                            : safeLine(candidate.modeName, nameLimit);
    }
}

QString importNameText(const ImportCandidate &candidate)
{
    QString name = safeLine(candidate.name, nameLimit);
    if (name.isEmpty())
        name = candidate.fields.contains(QStringLiteral("name"))
                   ? Words::tr("(name not shown)", "a profile whose name looks like a secret")
                   : Words::tr("(no name)", "a profile");
    if (candidate.isCurrent)
        //: %1 is the name of a profile
        name = Words::tr("%1 (the current one)").arg(name);
    return name;
}

QString obstacleText(const ImportCandidate &candidate)
{
    switch (candidate.obstacle) {
    case ImportObstacle::None:
        return {};
    case ImportObstacle::UnknownMode:
    case ImportObstacle::NoMode:
    case ImportObstacle::Deprecated:
    case ImportObstacle::NoSignature:
    case ImportObstacle::NoKey:
        return modeObstacleText(candidate);
    case ImportObstacle::NotConfigured:
    case ImportObstacle::Misplaced:
    case ImportObstacle::Unusable:
    case ImportObstacle::FieldMissing:
    case ImportObstacle::BadSite:
    case ImportObstacle::ForeignLogin:
        return fieldObstacleText(candidate);
    case ImportObstacle::BadSource:
        return sourceProblemText(candidate.sourceProblem);
    case ImportObstacle::SourceMissing:
    case ImportObstacle::SourceUnusable:
    case ImportObstacle::Loop:
    case ImportObstacle::TooLong:
        return chainObstacleText(candidate);
    case ImportObstacle::SecondOfName:
        return Words::tr("An earlier profile of the file has the same name, and the CLI only finds "
                         "that one.");
    case ImportObstacle::ProgramsForbidden:
        return Words::tr("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS forbids programs and services "
                         "that give keys.");
    case ImportObstacle::MetadataForbidden:
        return Words::tr("ALIBABA_CLOUD_ECS_METADATA_DISABLED forbids the metadata service.");
    case ImportObstacle::TooLarge:
        break;
    }
    return Words::tr("Its key and token are too large for an entry of the keychain.");
}

QString clashText(ImportClash clash)
{
    switch (clash) {
    case ImportClash::None:
        return {};
    case ImportClash::NoAlias:
        return Words::tr("Give it a name.");
    case ImportClash::LongAlias:
        return Words::tr("The name may have %n character(s) at most.", nullptr,
                         int(ProfileStore::longestAlias));
    case ImportClash::TakenHere:
        return Words::tr("Another profile here has this name. Give it another one.");
    case ImportClash::TakenInFile:
        break;
    }
    return Words::tr("An earlier profile of the file has this name. Give it another one.");
}

ImportVerdict verdictOf(const ImportItem &item)
{
    if (item.candidate.obstacle != ImportObstacle::None || item.isBaseUnusable)
        return ImportVerdict::Cannot;
    if (item.clash != ImportClash::None)
        return ImportVerdict::NeedsName;
    if (item.action == ImportAction::IsHere)
        return ImportVerdict::IsHere;
    if (item.action == ImportAction::ReplaceKey)
        return item.isKeyUnread ? ImportVerdict::Cannot : ImportVerdict::Replaces;
    return waitsForPerson(item) ? ImportVerdict::AfterAgreement : ImportVerdict::Works;
}

QString verdictText(const ImportItem &item)
{
    const QString alias = safeLine(item.alias, nameLimit);
    switch (verdictOf(item)) {
    case ImportVerdict::Works:
        return Words::tr("Will work");
    case ImportVerdict::AfterAgreement:
        return waitingText(item);
    case ImportVerdict::Replaces:
        //: %1 is the name of a profile
        return Words::tr("Replaces the key of “%1”").arg(alias);
    case ImportVerdict::IsHere:
        //: %1 is the name of a profile
        return Words::tr("Is here already as “%1”").arg(alias);
    case ImportVerdict::NeedsName:
        return Words::tr("Needs another name");
    case ImportVerdict::Cannot:
        break;
    }
    const QStringList details = importDetails(item);
    //: %1 is a whole sentence
    return Words::tr("Cannot be used: %1").arg(details.value(0));
}

QStringList importDetails(const ImportItem &item)
{
    const ImportCandidate &candidate = item.candidate;
    QStringList sentences;
    if (candidate.obstacle != ImportObstacle::None)
        sentences += obstacleText(candidate);
    else if (item.isBaseUnusable)
        sentences += Words::tr("The profile it builds on needs another name first.");
    else if (item.clash != ImportClash::None)
        sentences += clashText(item.clash);
    else if (item.isKeyUnread)
        sentences += Words::tr("The key that the profile here has is not in memory, so it could "
                               "not be put back if something fails. Enter the new key in the "
                               "profile.");
    else if (item.action == ImportAction::ReplaceKey)
        sentences += Words::tr("The profile here gets this key; nothing else of it is changed.");
    else if (item.action == ImportAction::IsHere)
        sentences += Words::tr("A profile here takes its keys in the same way. There is nothing to "
                               "import.");
    if (candidate.obstacle == ImportObstacle::None && item.action != ImportAction::IsHere) {
        sentences += agreementText(candidate.source);
        if (candidate.builtOn && candidate.chain.size() > 1)
            //: %1 is a list of names of profiles with arrows between them
            sentences += Words::tr("It takes a role with the keys of another profile: %1.")
                             .arg(chainText(candidate.chain));
        if (candidate.source.role)
            //: %1 is the name of a role
            sentences +=
                Words::tr("It takes the role %1.").arg(safeLine(candidate.source.role->arn));
    }
    for (const ImportNote note : candidate.notes)
        sentences += noteText(note, candidate);
    sentences.removeAll(QString());
    return sentences;
}

QString loginCommand(const ImportCandidate &candidate)
{
    const KeySource &source = candidate.source;
    if (source.kind != KeyKind::CloudSso && source.kind != KeyKind::OAuth)
        return {};
    const QString mode =
        source.kind == KeyKind::OAuth ? QStringLiteral("OAuth") : QStringLiteral("CloudSSO");
    return safeLine(quotedFor(Shell::Posix, {QStringLiteral("aliyun"), QStringLiteral("configure"),
                                             QStringLiteral("--mode"), mode,
                                             QStringLiteral("--profile"), source.cliProfile})
                        .text);
}

} // namespace countersign
