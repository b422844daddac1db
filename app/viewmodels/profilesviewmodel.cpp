// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/profilesviewmodel.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/viewmodels/checkwords.h"
#include "app/viewmodels/documentwords.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/importviewmodel.h"
#include "app/viewmodels/keychaintext.h"

namespace countersign {

class ProfilesViewModel::Private
{
public:
    Private(ProfileKeeper &profileKeeper, const FlowServices &flowServices)
        : keeper(profileKeeper)
        , services(flowServices)
    {
    }

    //! Why a key or a profile could not be kept or had.
    QString faultText(const Error &error, const Profile &profile) const;
    //! Why a profile that was to be saved is not in its file, or not changed at all.
    QString unsavedText(const Error &error, const Profile &profile) const;
    //! Why a profile is still there, or in its file.
    QString unremovedText(const Error &error, const Profile &profile) const;
    QString hereText(const KeyStanding &standing, const Profile &profile) const;

    ProfileKeeper &keeper;
    FlowServices services;
    std::unique_ptr<ProfileCheck> check;
    QString checkedAccount; //!< the tested profile's own
    SignatureScheme checkedScheme = SignatureScheme::V3;
    KeychainState keychainState = KeychainState::NotAsked;
    std::optional<KeychainProblem> trouble;
};

QString ProfilesViewModel::Private::faultText(const Error &error, const Profile &profile) const
{
    const auto problem = keychainProblemOf(error);
    if (!problem)
        return errorText(error);
    const KeychainPlaces places{{}, profile.key.backend};
    return QString(countersign::keychainText(*problem, places) + QLatin1Char(' ') +
                   keychainAdvice(*problem));
}

QString ProfilesViewModel::Private::unsavedText(const Error &error, const Profile &profile) const
{
    // Without a word of the keychain it was the file: everything else is as wished.
    if (!keychainProblemOf(error) && keeper.problem())
        return tr("The profile is used until the program ends, but it was not saved. %1")
            .arg(documentProblemText(*keeper.problem()));
    return tr("The profile was not saved. %1").arg(faultText(error, profile));
}

QString ProfilesViewModel::Private::unremovedText(const Error &error, const Profile &profile) const
{
    if (!keeper.registry().profile(profile.id) && keeper.problem())
        return tr("The profile is gone until the program ends, but it is still in its file. %1")
            .arg(documentProblemText(*keeper.problem()));
    return tr("The profile was not removed: its key could not be taken out of the keychain. %1")
        .arg(faultText(error, profile));
}

QString ProfilesViewModel::Private::hereText(const KeyStanding &standing,
                                             const Profile &profile) const
{
    //: last characters of an access key id
    const QString end = tr("The key id ends in %1.").arg(safeLine(standing.keyIdEnd, 8));
    if (standing.isSessionOnly)
        return tr("The key is kept in memory only and ends with the program. %1").arg(end);
    if (!profile.key.savedAt.isValid())
        return tr("The key is kept in the keychain. %1").arg(end);
    //: %1 is a date and time, %2 a sentence
    return tr("The key is kept in the keychain since %1. %2")
        .arg(localTimeText(profile.key.savedAt), end);
}

ProfilesViewModel::ProfilesViewModel(ProfileKeeper &keeper, const FlowServices &services,
                                     QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(keeper, services))
{
    connect(&keeper, &ProfileKeeper::profilesChanged, this, &ProfilesViewModel::changed);
    connect(&keeper, &ProfileKeeper::standingChanged, this, &ProfilesViewModel::changed);
}

ProfilesViewModel::~ProfilesViewModel() = default;

std::vector<Profile> ProfilesViewModel::profiles() const
{
    std::vector<Profile> profiles = d->keeper.registry().profiles();
    std::erase_if(profiles, [](const Profile &profile) { return isAnnouncedSandbox(profile.id); });
    return profiles;
}

bool ProfilesViewModel::canAdd() const
{
    return profiles().size() < std::size_t(ProfileStore::mostProfiles);
}

Profile ProfilesViewModel::newProfile() const
{
    const std::vector<Profile> all = d->keeper.registry().profiles();
    Profile profile;
    profile.id = newProfileId();
    profile.environment = freeLook(all);
    profile.key.isSaved = isKeychainUsable();
    if (!isSandboxWorld())
        return profile;
    profile.environment.isSandbox = true;
    for (const Profile &other : all) {
        if (!isAnnouncedSandbox(other.id))
            continue;
        profile.endpoint = other.endpoint;
        profile.stsEndpoint = other.stsEndpoint;
        profile.caCertificates = other.caCertificates;
        profile.regions = other.regions;
    }
    return profile;
}

bool ProfilesViewModel::isSandboxWorld() const
{
    return d->keeper.world() == ProfileWorld::Sandbox;
}

std::unique_ptr<ImportViewModel> ProfilesViewModel::newImport() const
{
    auto made = std::make_unique<ImportViewModel>(
        d->keeper, d->services.clock, ImportEnvironment::ofThisProcess(),
        ImportDoors{[this] { return newProfile(); }, [this] { return isKeychainUsable(); },
                    [this] { return keychainText(); }});
    connect(this, &ProfilesViewModel::changed, made.get(), &ImportViewModel::refresh);
    return made;
}

std::vector<RegionId> ProfilesViewModel::offeredRegions()
{
    return ProfileCheck::knownRegions();
}

KeyStanding ProfilesViewModel::standing(const ProfileId &id) const
{
    return d->keeper.standing(id);
}

QString ProfilesViewModel::standingWords(const ProfileId &id) const
{
    const KeyStanding standing = d->keeper.standing(id);
    switch (standing.state) {
    case KeyStanding::State::Missing:
        break;
    case KeyStanding::State::Reading:
        return tr("reading key…", "how a profile's key stands, in a list");
    case KeyStanding::State::Here:
        return standing.isSessionOnly
                   ? tr("in memory only", "how a profile's key stands, in a list")
                   : tr("in keychain", "how a profile's key stands, in a list");
    case KeyStanding::State::Failed:
        return tr("key unavailable", "how a profile's key stands, in a list");
    }
    const auto profile = d->keeper.registry().profile(id);
    if (!profile)
        return tr("not saved yet", "a new profile, in a list");
    if (standing.wasDropped)
        return tr("enter key again", "how a profile's key stands, in a list");
    return profile->key.isSaved ? tr("key not read", "how a profile's key stands, in a list")
                                : tr("no key", "how a profile's key stands, in a list");
}

QString ProfilesViewModel::standingText(const ProfileId &id) const
{
    const auto profile = d->keeper.registry().profile(id);
    if (!profile)
        return tr("Not saved yet.");
    const KeyStanding standing = d->keeper.standing(id);
    switch (standing.state) {
    case KeyStanding::State::Missing:
        if (standing.wasDropped)
            return tr("The key was entered for this session, and was taken out of memory when the "
                      "program was locked. Enter it again.");
        return profile->key.isSaved
                   ? tr("The key is kept in the keychain and has not been read yet.")
                   : tr("No key was entered in this session, so nothing is read.");
    case KeyStanding::State::Reading:
        return tr("Reading the key from the keychain…");
    case KeyStanding::State::Here:
        return d->hereText(standing, *profile);
    case KeyStanding::State::Failed:
        break;
    }
    return standing.error ? d->faultText(*standing.error, *profile) : QString();
}

QString ProfilesViewModel::keychainText() const
{
    if (d->trouble)
        return QString(countersign::keychainText(*d->trouble) + QLatin1Char(' ') +
                       keychainAdvice(*d->trouble));
    switch (d->keychainState) {
    case KeychainState::NotAsked:
    case KeychainState::Ready:
        return {};
    default:
        return keychainStateText(d->keychainState);
    }
}

bool ProfilesViewModel::isKeychainUsable() const
{
    return d->keychainState != KeychainState::Unusable &&
           d->keychainState != KeychainState::Blocked;
}

QString ProfilesViewModel::problemText(const Profile &profile) const
{
    return profileProblemText(
        problemOf(profile, d->keeper.registry().profiles(), d->keeper.world()), d->keeper.world());
}

QStringList ProfilesViewModel::privateHosts(const Profile &profile)
{
    return privateHostsOf(profile);
}

QString ProfilesViewModel::privateEndpointText(const Profile &profile)
{
    const QStringList hosts = privateHosts(profile);
    if (hosts.isEmpty())
        return {};
    //: %1 is one host, or two with a comma
    return tr("%1 is not an endpoint of Alibaba Cloud. Whoever runs it learns every call of this "
              "profile with its parameters and notes, the id of its key, and its session tokens, "
              "and can answer in the service's place. The secret of the key does not leave this "
              "computer.")
        .arg(safeLine(hosts.join(QStringLiteral(", ")), 512));
}

QString ProfilesViewModel::fileText() const
{
    QStringList sentences;
    if (d->keeper.problem())
        sentences += documentProblemText(*d->keeper.problem());
    if (d->keeper.leftOut() > 0)
        sentences += tr("%n entry(s) of the file of profiles could not be used.", nullptr,
                        d->keeper.leftOut());
    return sentences.join(QLatin1Char(' '));
}

void ProfilesViewModel::test(const Profile &profile, std::shared_ptr<const Credentials> newKey)
{
    std::shared_ptr<const Credentials> key = std::move(newKey);
    if (!key && !profile.regions.empty()) {
        const auto target = d->services.profiles.targetFor({profile.id, profile.regions.front()});
        if (target)
            key = target->credentials();
    }
    d->check.reset();
    if (!key || profile.regions.empty()) {
        Q_EMIT checkChanged();
        return;
    }
    d->checkedAccount = profile.accountId;
    d->checkedScheme = profile.scheme;
    d->check = std::make_unique<ProfileCheck>(d->services, profile, std::move(key));
    connect(d->check.get(), &ProfileCheck::changed, this, &ProfilesViewModel::checkChanged);
    d->check->start();
    Q_EMIT checkChanged();
}

void ProfilesViewModel::endTest()
{
    d->check.reset();
    Q_EMIT checkChanged();
}

bool ProfilesViewModel::isTesting() const
{
    return d->check && !d->check->report().hasEnded();
}

std::vector<CheckLine> ProfilesViewModel::checkLines() const
{
    return d->check ? checkLinesOf(d->check->report(), d->checkedAccount)
                    : std::vector<CheckLine>();
}

std::optional<SignatureScheme> ProfilesViewModel::changedScheme() const
{
    if (!d->check || !d->check->report().hasEnded() || !d->check->report().isSchemeChanged ||
        d->check->report().error)
        return std::nullopt;
    return d->check->report().scheme;
}

QString ProfilesViewModel::testedAccount() const
{
    if (!d->check || !d->check->report().identity || d->check->report().isOtherAccount)
        return {};
    return d->check->report().identity->accountId;
}

QString ProfilesViewModel::policyText() const
{
    if (!d->check || d->check->report().step != ProfileCheckReport::Step::Done)
        return {};
    std::vector<QString> rights;
    bool isAnyMissing = false;
    for (const RightFinding &finding : d->check->report().rights) {
        if (finding.state == RightFinding::State::Present)
            continue;
        isAnyMissing = isAnyMissing || finding.state != RightFinding::State::NotTried;
        rights.push_back(finding.right);
    }
    return isAnyMissing ? ramPolicyText(rights) : QString();
}

QString ProfilesViewModel::wholePolicyText()
{
    return ramPolicyText(usedRights());
}

void ProfilesViewModel::save(const Profile &profile, std::shared_ptr<const Credentials> newKey,
                             QObject *context, Done done)
{
    d->keeper.save(profile, std::move(newKey), context,
                   [this, profile, done](const std::optional<Error> &error) {
                       done(error ? d->unsavedText(*error, profile) : QString());
                   });
}

void ProfilesViewModel::remove(const ProfileId &id, bool evenIfKept, QObject *context, Done done)
{
    const Profile profile = d->keeper.registry().profile(id).value_or(Profile());
    d->keeper.remove(id, evenIfKept, context,
                     [this, profile, done](const std::optional<Error> &error) {
                         done(error ? d->unremovedText(*error, profile) : QString());
                     });
}

void ProfilesViewModel::enterKey(const ProfileId &id, std::shared_ptr<const Credentials> key)
{
    d->keeper.enterKey(id, std::move(key));
}

void ProfilesViewModel::retryKey(const ProfileId &id)
{
    d->keeper.readKey(id);
}

void ProfilesViewModel::setKeychainState(KeychainState state,
                                         std::optional<KeychainProblem> trouble)
{
    d->keychainState = state;
    d->trouble = trouble;
    Q_EMIT changed();
}

} // namespace countersign
