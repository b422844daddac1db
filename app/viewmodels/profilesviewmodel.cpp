// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/profilesviewmodel.h"

#include "app/domain/displaytext.h"
#include "app/models/sentences.h"
#include "app/viewmodels/checkwords.h"
#include "app/viewmodels/documentwords.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/importviewmodel.h"
#include "app/viewmodels/keychaintext.h"
#include "app/viewmodels/profilechains.h"

#include <QDir>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

using namespace std::chrono_literals;

// The time left is told in minutes.
constexpr std::chrono::milliseconds ticking = 20s;

QString userName()
{
    for (const char *name : {"USER", "LOGNAME"}) {
        if (qEnvironmentVariableIsSet(name))
            return qEnvironmentVariable(name);
    }
    return QDir::home().dirName();
}

} // namespace

class ProfilesViewModel::Private
{
public:
    Private(ProfileKeeper &profileKeeper, const FlowServices &flowServices)
        : keeper(profileKeeper)
        , services(flowServices)
    {
    }

    //! Why a profile that was to be saved is not in its file, or not changed at all.
    QString unsavedText(const Error &error, const Profile &profile) const;
    //! Why a profile is still there, or in its file.
    QString unremovedText(const Error &error, const Profile &profile) const;
    StandingFacts factsOf(const Profile &profile, bool isSaved) const;
    //! What a test of the profile begins with when no new key was entered.
    std::shared_ptr<const Credentials> presentKey(const Profile &profile) const;
    void rememberTested(const KeySource &source);

    ProfileKeeper &keeper;
    FlowServices services;
    std::unique_ptr<ProfileCheck> check;
    QString checkedAccount; //!< the tested profile's own
    KeySource checkedSource;
    std::vector<KeySource> tested; //!< one of each kind, since forgetTested()
    QTimer ticking;
    KeychainState keychainState = KeychainState::NotAsked;
    std::optional<KeychainProblem> trouble;
    bool isLocked = false;
};

QString ProfilesViewModel::Private::unsavedText(const Error &error, const Profile &profile) const
{
    // Without a word of the keychain it was the file: everything else is as wished.
    if (!keychainProblemOf(error) && keeper.problem())
        return tr("The profile is used until the program ends, but it was not saved. %1")
            .arg(documentProblemText(*keeper.problem()));
    return tr("The profile was not saved. %1").arg(keyFaultText(error, profile));
}

QString ProfilesViewModel::Private::unremovedText(const Error &error, const Profile &profile) const
{
    if (!keeper.registry().profile(profile.id) && keeper.problem())
        return tr("The profile is gone until the program ends, but it is still in its file. %1")
            .arg(documentProblemText(*keeper.problem()));
    return tr("The profile was not removed: its key could not be taken out of the keychain. %1")
        .arg(keyFaultText(error, profile));
}

StandingFacts ProfilesViewModel::Private::factsOf(const Profile &profile, bool isSaved) const
{
    StandingFacts facts;
    facts.profile = profile;
    facts.isSaved = isSaved;
    facts.kept = keeper.standing(profile.id);
    if (services.renewal != nullptr)
        facts.issued = services.renewal->standing(profile.id);
    facts.now = services.clock.now();
    return facts;
}

std::shared_ptr<const Credentials>
ProfilesViewModel::Private::presentKey(const Profile &profile) const
{
    return profile.source.kind == KeyKind::Entered ? keeper.registry().enteredKey(profile.id)
                                                   : nullptr;
}

void ProfilesViewModel::Private::rememberTested(const KeySource &source)
{
    const bool isKnown = std::any_of(tested.begin(), tested.end(), [&source](const KeySource &one) {
        return one.kind == source.kind;
    });
    if (!isKnown)
        tested.push_back(source);
}

ProfilesViewModel::ProfilesViewModel(ProfileKeeper &keeper, const FlowServices &services,
                                     QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(keeper, services))
{
    connect(&keeper, &ProfileKeeper::profilesChanged, this, &ProfilesViewModel::changed);
    connect(&keeper, &ProfileKeeper::standingChanged, this, &ProfilesViewModel::changed);
    if (services.renewal != nullptr)
        connect(services.renewal, &KeyRenewal::standingChanged, this, &ProfilesViewModel::changed);
    connect(&d->ticking, &QTimer::timeout, this, &ProfilesViewModel::changed);
    d->ticking.start(ticking);
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

ShownStanding ProfilesViewModel::shownStanding(const ProfileId &id) const
{
    const auto saved = d->keeper.registry().profile(id);
    ShownStanding shown = standingOf(d->factsOf(saved.value_or(Profile()), saved.has_value()));
    const auto actor = saved ? knownActor(d->keeper.registry(), id) : std::nullopt;
    if (actor)
        shown.text = joinedSentences({shown.text, actsAsText(*actor, d->services.clock.now())});
    shown.canRenew = saved && d->services.renewal != nullptr && isIssued(saved->source) &&
                     d->services.renewal->canRenew(id);
    return shown;
}

std::vector<KeyTrouble> ProfilesViewModel::keyTroubles() const
{
    if (d->isLocked)
        return {};
    std::vector<StandingFacts> all;
    for (const Profile &profile : profiles())
        all.push_back(d->factsOf(profile, true));
    return keyTroublesOf(all);
}

void ProfilesViewModel::renew(const ProfileId &id)
{
    if (d->services.renewal != nullptr)
        d->services.renewal->tryNow(id);
}

SourceProposals ProfilesViewModel::proposals(const ProfileId &id) const
{
    SourceProposals proposals;
    for (const Profile &profile : d->keeper.registry().profiles()) {
        if (profile.id == id)
            continue;
        const QString alias = safeLine(profile.alias, 60);
        const QString account = safeLine(profile.accountId, 40);
        proposals.others.push_back(
            //: %1 is the name of a profile, %2 an account id
            {profile.id, account.isEmpty() ? alias : tr("%1 – account %2").arg(alias, account)});
    }
    proposals.sessionName = proposedSessionName(userName());
    proposals.cliFile = QDir::home().filePath(QStringLiteral(".aliyun/config.json"));
    return proposals;
}

SourceFinding ProfilesViewModel::sourceFinding(const Profile &profile) const
{
    const SourceFinding own = findingOf(profile.source);
    if (!own.text.isEmpty() || profile.source.kind != KeyKind::OtherProfile)
        return own;
    if (!d->keeper.registry().profile(profile.source.otherProfile) &&
        profile.source.otherProfile != profile.id)
        return {SourceField::OtherProfile,
                tr("The profile whose keys take the role is no longer there. Choose another "
                   "one.")};
    QStringList circle;
    for (const QString &alias : circleOf(profile, d->keeper.registry().profiles()))
        circle += safeLine(alias, 60);
    if (circle.isEmpty())
        return {};
    return {SourceField::OtherProfile,
            tr("Profiles would take their keys from each other in a circle: %1. Choose one that "
               "begins with a key.")
                .arg(circle.join(QStringLiteral(" → ")))};
}

QString ProfilesViewModel::builtOnText(const ProfileId &id) const
{
    QStringList names;
    for (const QString &alias : builtOn(id, d->keeper.registry().profiles()))
        names += safeLine(alias, 60);
    return names.join(QStringLiteral(", "));
}

QString ProfilesViewModel::keychainText() const
{
    if (d->trouble)
        return joinedSentences(
            {countersign::keychainText(*d->trouble), keychainAdvice(*d->trouble)});
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
    const QString problem = profileProblemText(
        problemOf(profile, d->keeper.registry().profiles(), d->keeper.world()), d->keeper.world());
    return problem.isEmpty() ? sourceFinding(profile).text : problem;
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
    return joinedSentences(sentences);
}

bool ProfilesViewModel::canTest(const Profile &profile, bool hasNewKey) const
{
    if (profile.source.kind != KeyKind::Entered)
        return d->services.renewal != nullptr;
    return hasNewKey || d->presentKey(profile) != nullptr;
}

void ProfilesViewModel::test(const Profile &profile, std::shared_ptr<const Credentials> newKey)
{
    d->check.reset();
    const bool canBegin = !profile.regions.empty() && canTest(profile, newKey != nullptr);
    if (canBegin) {
        d->checkedAccount = profile.accountId;
        d->checkedSource = profile.source;
        d->rememberTested(profile.source);
        d->check = std::make_unique<ProfileCheck>(d->services, profile,
                                                  newKey ? newKey : d->presentKey(profile));
        connect(d->check.get(), &ProfileCheck::changed, this, &ProfilesViewModel::checkChanged);
        d->check->start();
    }
    Q_EMIT checkChanged();
}

void ProfilesViewModel::endTest()
{
    d->check.reset();
    Q_EMIT checkChanged();
}

void ProfilesViewModel::forgetTested()
{
    if (isTesting())
        endTest();
    for (const KeySource &source : std::exchange(d->tested, {})) {
        if (d->services.renewal != nullptr)
            d->services.renewal->forgetUnused(source);
    }
}

bool ProfilesViewModel::isTesting() const
{
    return d->check && !d->check->report().hasEnded();
}

std::vector<CheckLine> ProfilesViewModel::checkLines() const
{
    return d->check ? checkLinesOf(d->check->report(), d->checkedAccount, d->checkedSource)
                    : std::vector<CheckLine>();
}

//! Null before there is one.
const ProfileCheckReport *ProfilesViewModel::report() const
{
    return d->check ? &d->check->report() : nullptr;
}

std::optional<SignatureScheme> ProfilesViewModel::changedScheme() const
{
    const ProfileCheckReport *found = report();
    if (!found || !found->hasEnded() || !found->isSchemeChanged || found->error)
        return std::nullopt;
    return found->scheme;
}

QString ProfilesViewModel::testedAccount() const
{
    const ProfileCheckReport *found = report();
    return found && found->identity && !found->isOtherAccount ? found->identity->accountId
                                                              : QString();
}

QString ProfilesViewModel::policyText() const
{
    const ProfileCheckReport *found = report();
    if (!found || found->step != ProfileCheckReport::Step::Done)
        return {};
    std::vector<QString> rights;
    bool isAnyMissing = false;
    for (const RightFinding &finding : found->rights) {
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

void ProfilesViewModel::enterKey(const ProfileId &id, std::shared_ptr<const Credentials> key,
                                 const QDateTime &expiresAt)
{
    d->keeper.enterKey(id, std::move(key), expiresAt);
}

void ProfilesViewModel::retryKey(const ProfileId &id)
{
    d->keeper.readKey(id);
}

void ProfilesViewModel::setLocked(bool isLocked)
{
    if (std::exchange(d->isLocked, isLocked) == isLocked)
        return;
    if (isLocked)
        forgetTested();
    Q_EMIT changed();
}

void ProfilesViewModel::setKeychainState(KeychainState state,
                                         std::optional<KeychainProblem> trouble)
{
    d->keychainState = state;
    d->trouble = trouble;
    Q_EMIT changed();
}

} // namespace countersign
