// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/importviewmodel.h"

#include "app/domain/displaytext.h"
#include "app/viewmodels/documentwords.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/importwords.h"
#include "app/viewmodels/keychaintext.h"

#include <QDir>
#include <QFileInfo>
#include <QFileSystemWatcher>

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

constexpr qsizetype pathLimit = 160;
constexpr qsizetype aliasLimit = 80;

} // namespace

class ImportViewModel::Private
{
public:
    Private(ImportViewModel &owner, ProfileKeeper &profileKeeper, const Clock &theClock,
            ImportEnvironment theEnvironment, ImportDoors theDoors)
        : q(owner)
        , keeper(profileKeeper)
        , clock(theClock)
        , environment(std::move(theEnvironment))
        , doors(std::move(theDoors))
    {
    }

    bool isEnvironment() const { return source >= static_cast<int>(files.size()); }
    QString path() const;
    void findFiles();
    void read();
    void readFile();
    void readVariables();
    void forget();
    void take(std::vector<ImportCandidate> candidates);
    void watch();
    void lookForChange();
    std::vector<ImportPlan::Known> known() const;
    void apply();
    ImportRow rowOf(const ImportItem &item) const;
    QString secretText(const ImportItem &item) const;
    QString currentText() const;
    QString ignoredText() const;
    void onEnded(const ImportOutcome &ended);
    QString failureText() const;
    QString leftText() const;
    QString whyText(const Error &error) const;
    const ImportItem *item(int row) const;

    ImportViewModel &q;
    ProfileKeeper &keeper;
    const Clock &clock;
    ImportEnvironment environment;
    ImportDoors doors;
    ImportModel model;
    Stage stage = Stage::NothingFound;
    std::vector<KeyFilePlace> places;
    QStringList files; //!< paths
    int source = -1;
    KeyFileReading reading; //!< without its bytes
    std::optional<CliConfigProblem> configProblem;
    std::optional<CliConfig> config;
    ImportPlan plan;
    std::unique_ptr<QFileSystemWatcher> watcher;
    bool hasChanged = false;
    RegionId region{QStringLiteral("cn-hangzhou")};
    bool isKept = true;
    ImportOutcome outcome;
    ProfileId firstImported;
};

QString ImportViewModel::Private::path() const
{
    return source < 0 || isEnvironment() ? QString() : files[source];
}

void ImportViewModel::Private::findFiles()
{
    places = keyFilePlaces(environment);
    for (const KeyFilePlace &place : places) {
        if (place.isThere && !files.contains(place.path))
            files += place.path;
    }
}

//! The secrets of what was read go away.
void ImportViewModel::Private::forget()
{
    config.reset();
    plan = {};
    configProblem.reset();
    reading = {};
    watcher.reset();
    hasChanged = false;
}

void ImportViewModel::Private::read()
{
    forget();
    if (source < 0)
        stage = Stage::NothingFound;
    else if (isEnvironment())
        readVariables();
    else
        readFile();
    apply();
}

void ImportViewModel::Private::readFile()
{
    reading = readKeyFile(path());
    watch();
    stage = Stage::Unreadable;
    if (reading.problem != KeyFileReading::Problem::None)
        return;
    CliConfigReading read = readCliConfig(std::exchange(reading.bytes, {}));
    if (!read.config) {
        configProblem = read.problem;
        return;
    }
    config = std::move(read.config);
    if (config->profiles.empty())
        return;
    take(importCandidates(*config, path(), environment, clock.now()));
}

void ImportViewModel::Private::readVariables()
{
    std::vector<ImportCandidate> candidates = environmentCandidates(environment);
    stage = Stage::Unreadable;
    if (!candidates.empty())
        take(std::move(candidates));
}

void ImportViewModel::Private::take(std::vector<ImportCandidate> candidates)
{
    for (const ImportCandidate &candidate : candidates) {
        if (candidate.isCurrent && !candidate.region.isEmpty())
            region = RegionId(candidate.region);
    }
    plan = ImportPlan(std::move(candidates), known());
    stage = Stage::Choosing;
}

//! The folder, because a file that is replaced is another file; and the file, for what is written
//! into it.
void ImportViewModel::Private::watch()
{
    watcher = std::make_unique<QFileSystemWatcher>();
    QStringList watched{QFileInfo(path()).absolutePath(), path()};
    if (!reading.target.isEmpty())
        watched += {QFileInfo(reading.target).absolutePath(), reading.target};
    watched.removeDuplicates();
    watched.removeIf([](const QString &one) { return !QFileInfo::exists(one); });
    watcher->addPaths(watched);
    const auto look = [this] { lookForChange(); };
    QObject::connect(watcher.get(), &QFileSystemWatcher::directoryChanged, &q, look);
    QObject::connect(watcher.get(), &QFileSystemWatcher::fileChanged, &q, look);
}

void ImportViewModel::Private::lookForChange()
{
    const bool isOther = keyFileStamp(path()) != reading.stamp;
    const bool isPreview = stage == Stage::Choosing || stage == Stage::Unreadable;
    if (!isOther || hasChanged || !isPreview)
        return;
    hasChanged = true;
    Q_EMIT q.changed();
}

std::vector<ImportPlan::Known> ImportViewModel::Private::known() const
{
    std::vector<ImportPlan::Known> all;
    for (const Profile &profile : keeper.registry().profiles()) {
        if (isAnnouncedSandbox(profile.id))
            continue;
        const bool isKnownToHaveNone = !profile.key.isSaved && keeper.standing(profile.id).state ==
                                                                   KeyStanding::State::Missing;
        all.push_back(
            {profile, isKnownToHaveNone || keeper.registry().enteredKey(profile.id) != nullptr});
    }
    return all;
}

void ImportViewModel::Private::apply()
{
    std::vector<ImportRow> rows;
    if (stage == Stage::Choosing || stage == Stage::Running) {
        for (const ImportItem &one : plan.items())
            rows.push_back(rowOf(one));
    }
    model.apply(std::move(rows));
    Q_EMIT q.changed();
}

ImportRow ImportViewModel::Private::rowOf(const ImportItem &one) const
{
    const ImportCandidate &candidate = one.candidate;
    ImportRow row;
    row.number = static_cast<int>(candidate.index);
    row.verdict = verdictOf(one);
    row.name = importNameText(candidate);
    row.result = verdictText(one);
    row.kind = importKindText(candidate);
    row.account = safeLine(candidate.accountId, 40);
    row.region = candidate.region;
    if (row.verdict != ImportVerdict::Cannot) {
        row.alias = safeLine(one.alias, aliasLimit);
        //: what stands in a table where a profile names no region
        row.region = candidate.region.isEmpty()
                         ? ImportViewModel::tr("%1, chosen below").arg(region.text())
                         : candidate.region;
        row.secret = secretText(one);
    }
    if (!candidate.keyIdEnd.isEmpty())
        row.key = QString(QStringLiteral("…") + safeLine(candidate.keyIdEnd, 8));
    row.isChoosable = stage == Stage::Choosing && one.canBeChosen();
    row.isChosen = one.isChosen;
    return row;
}

QString ImportViewModel::Private::secretText(const ImportItem &one) const
{
    switch (one.candidate.source.kind) {
    case KeyKind::Entered:
        break;
    case KeyKind::CloudSso:
    case KeyKind::OAuth:
        return ImportViewModel::tr("stays in the CLI's file", "where a secret is kept");
    case KeyKind::Environment:
        return ImportViewModel::tr("in the environment", "where a secret is kept");
    default:
        return ImportViewModel::tr("none", "where a secret is kept");
    }
    if (one.action == ImportAction::IsHere)
        return {};
    return isKept && doors.isKeychainUsable()
               ? ImportViewModel::tr("keychain", "where a secret is kept")
               : ImportViewModel::tr("memory, this session", "where a secret is kept");
}

const ImportItem *ImportViewModel::Private::item(int row) const
{
    const bool isThere = row >= 0 && row < static_cast<int>(plan.items().size());
    return isThere ? &plan.items()[static_cast<std::size_t>(row)] : nullptr;
}

//! Which profile other programs use at present, where the environment says another one.
QString ImportViewModel::Private::currentText() const
{
    for (const char *name : {"ALIBABACLOUD_PROFILE", "ALIBABA_CLOUD_PROFILE", "ALICLOUD_PROFILE"}) {
        if (environment.isSet(name))
            //: %1 is the name of a variable, %2 that of a profile
            return ImportViewModel::tr("%1 names “%2” as the profile to use.")
                .arg(QLatin1String(name), safeLine(environment.text(name), aliasLimit));
    }
    return {};
}

QString ImportViewModel::Private::ignoredText() const
{
    for (const char *name :
         {"ALIBABA_CLOUD_IGNORE_PROFILE", "ALIBABA_CLOUD_CLI_PROFILE_DISABLED"}) {
        if (environment.text(name).compare(QStringLiteral("true"), Qt::CaseInsensitive) == 0)
            //: %1 is the name of a variable
            return ImportViewModel::tr("%1 tells other programs to ignore this file.")
                .arg(QLatin1String(name));
    }
    return {};
}

void ImportViewModel::Private::onEnded(const ImportOutcome &ended)
{
    outcome = ended;
    stage = ended.error ? Stage::Failed : Stage::Done;
    if (!ended.error)
        forget();
    apply();
}

QString ImportViewModel::Private::whyText(const Error &error) const
{
    if (const auto problem = keychainProblemOf(error))
        return QString(countersign::keychainText(*problem) + QLatin1Char(' ') +
                       keychainAdvice(*problem));
    if (keeper.problem())
        return documentProblemText(*keeper.problem());
    return errorText(error);
}

QString ImportViewModel::Private::leftText() const
{
    QStringList inList;
    QStringList inKeychain;
    for (const ImportOutcome::Left &left : outcome.left)
        (left.isInList ? inList : inKeychain) += safeLine(left.alias, aliasLimit);
    QStringList sentences;
    const QString separator = QStringLiteral(", ");
    if (!inKeychain.isEmpty())
        //: %1 is a list of names of profiles
        sentences += ImportViewModel::tr("What was saved of these could not be taken out of the "
                                         "keychain or the file of profiles again: %1.")
                         .arg(inKeychain.join(separator));
    if (!inList.isEmpty())
        //: %1 is a list of names of profiles
        sentences += ImportViewModel::tr("These could not be put back as they were: %1.")
                         .arg(inList.join(separator));
    return sentences.join(QLatin1Char('\n'));
}

QString ImportViewModel::Private::failureText() const
{
    QStringList lines;
    lines += ImportViewModel::tr("“%1” could not be saved. %2")
                 .arg(safeLine(outcome.failedAlias, aliasLimit), whyText(*outcome.error));
    lines +=
        outcome.left.empty() ? ImportViewModel::tr("Everything is as it was before.") : leftText();
    return lines.join(QLatin1Char('\n'));
}

ImportViewModel::ImportViewModel(ProfileKeeper &keeper, const Clock &clock,
                                 ImportEnvironment environment, ImportDoors doors, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, keeper, clock, std::move(environment), std::move(doors)))
{
    connect(&d->model, &ImportModel::choiceWanted, this, [this](int row, bool isChosen) {
        d->plan.setChosen(static_cast<std::size_t>(row), isChosen);
        d->apply();
    });
    connect(&keeper, &ProfileKeeper::profilesChanged, this, &ImportViewModel::refresh);
    connect(&keeper, &ProfileKeeper::standingChanged, this, &ImportViewModel::refresh);
    d->findFiles();
    d->source = d->files.isEmpty() ? -1 : 0;
    d->read();
}

ImportViewModel::~ImportViewModel() = default;

ImportViewModel::Stage ImportViewModel::stage() const
{
    return d->stage;
}

QStringList ImportViewModel::sourceTexts() const
{
    QStringList texts;
    for (const QString &file : d->files)
        texts += safeLine(file, pathLimit);
    texts += tr("Environment variables of this program");
    return texts;
}

int ImportViewModel::sourceIndex() const
{
    return d->source;
}

void ImportViewModel::chooseSource(int index)
{
    if (index < 0 || index > d->files.size() || d->stage == Stage::Running)
        return;
    d->source = index;
    d->read();
}

void ImportViewModel::openFile(const QString &path)
{
    if (path.isEmpty() || d->stage == Stage::Running)
        return;
    const QString clean = QDir::cleanPath(QDir::current().absoluteFilePath(path));
    if (!d->files.contains(clean))
        d->files += clean;
    d->source = static_cast<int>(d->files.indexOf(clean));
    d->read();
}

void ImportViewModel::readAgain()
{
    if (d->stage == Stage::Running)
        return;
    d->findFiles();
    if (d->source < 0 && !d->files.isEmpty())
        d->source = 0;
    d->read();
}

bool ImportViewModel::hasChanged() const
{
    return d->hasChanged;
}

QString ImportViewModel::stateHeading() const
{
    switch (d->stage) {
    case Stage::NothingFound:
        return tr("No file of keys was found");
    case Stage::Unreadable:
        if (d->isEnvironment())
            return tr("The environment offers no keys");
        return d->config ? tr("The file holds no profile") : tr("The file cannot be used");
    case Stage::Done:
        return tr("%n profile(s) imported", nullptr, d->outcome.done);
    case Stage::Failed:
        return d->outcome.left.empty() ? tr("Nothing was imported")
                                       : tr("The import failed and left something behind");
    default:
        return {};
    }
}

QString ImportViewModel::stateText() const
{
    QStringList lines;
    switch (d->stage) {
    case Stage::NothingFound:
        lines += tr("The aliyun CLI and the SDKs keep their keys in files. These were looked for:");
        for (const KeyFilePlace &place : d->places)
            lines +=
                place.variable.isEmpty()
                    ? safeLine(place.path, pathLimit)
                    //: %1 is the path of a file, %2 the name of a variable
                    : tr("%1 (named by %2)").arg(safeLine(place.path, pathLimit), place.variable);
        break;
    case Stage::Unreadable:
        if (d->isEnvironment()) {
            const QStringList found = keyVariables(d->environment);
            lines +=
                tr("Needed are ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, "
                   "or what a workload or an instance is given. A program that was started "
                   "from a menu often lacks the variables of your shell.");
            //: %1 is a list of names of variables
            lines += found.isEmpty() ? tr("None of them is set.")
                                     : tr("Set are: %1.").arg(found.join(QStringLiteral(", ")));
            break;
        }
        lines += safeLine(d->path(), pathLimit);
        lines += d->configProblem ? configProblemText(*d->configProblem)
                                  : keyFileProblemText(d->reading);
        break;
    case Stage::Done:
        lines += tr("Test each profile before you rely on it, and mark those of production.");
        lines += tr("The file still holds its keys; Countersign has not changed it.");
        break;
    case Stage::Failed:
        lines += d->failureText();
        break;
    default:
        break;
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString ImportViewModel::sourceText() const
{
    if (d->stage != Stage::Choosing && d->stage != Stage::Running)
        return {};
    QStringList sentences;
    if (d->isEnvironment()) {
        //: %1 is a list of names of variables
        sentences += tr("Set are: %1. Their values are not shown.")
                         .arg(keyVariables(d->environment).join(QStringLiteral(", ")));
        return sentences.join(QLatin1Char(' '));
    }
    const bool isIni = d->config && d->config->format == CliConfig::Format::IniCredentials;
    sentences +=
        isIni ? tr("This is the SDKs' credentials file.") : tr("This is the aliyun CLI's file.");
    for (const KeyFilePlace &place : d->places) {
        if (place.path == d->path() && !place.variable.isEmpty())
            //: %1 is the name of a variable
            sentences += tr("%1 names it.").arg(place.variable);
    }
    if (!d->reading.target.isEmpty())
        //: %1 is the path of a file
        sentences += tr("It is a link to %1.").arg(safeLine(d->reading.target, pathLimit));
    sentences += tr("It is only read: it keeps its keys, and nothing in it is run.");
    sentences += d->currentText();
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

QString ImportViewModel::cautionText() const
{
    QStringList sentences;
    if (d->hasChanged)
        sentences += tr("The file has changed since it was read.");
    if (d->reading.isOpenToOthers)
        sentences += tr("Other users of this computer may read or change this file. Take the "
                        "rights away from them: chmod 600.");
    if (!d->isEnvironment() && d->source >= 0)
        sentences += d->ignoredText();
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

ImportModel *ImportViewModel::model() const
{
    return &d->model;
}

void ImportViewModel::setAllChosen(bool isChosen)
{
    d->plan.setAllChosen(isChosen);
    d->apply();
}

QString ImportViewModel::detailText(int row) const
{
    const ImportItem *one = d->item(row);
    return one != nullptr ? importDetails(*one).join(QLatin1Char('\n')) : QString();
}

QString ImportViewModel::alias(int row) const
{
    const ImportItem *one = d->item(row);
    return one != nullptr ? one->alias : QString();
}

bool ImportViewModel::canRename(int row) const
{
    const ImportItem *one = d->item(row);
    return one != nullptr && d->stage == Stage::Choosing &&
           one->candidate.obstacle == ImportObstacle::None;
}

void ImportViewModel::setAlias(int row, const QString &alias)
{
    if (!canRename(row) || alias == this->alias(row))
        return;
    const auto index = static_cast<std::size_t>(row);
    const bool couldBeChosen = d->plan.items()[index].canBeChosen();
    d->plan.setAlias(index, alias);
    // Giving a name that was asked for says that it is wanted.
    const ImportItem &one = d->plan.items()[index];
    if (!couldBeChosen && one.action == ImportAction::Add)
        d->plan.setChosen(index, true);
    d->apply();
}

QString ImportViewModel::aliasProblem(int row) const
{
    const ImportItem *one = d->item(row);
    return one != nullptr && one->candidate.obstacle == ImportObstacle::None ? clashText(one->clash)
                                                                             : QString();
}

bool ImportViewModel::needsRegion() const
{
    const auto &items = d->plan.items();
    return std::any_of(items.begin(), items.end(), [](const ImportItem &one) {
        return one.candidate.obstacle == ImportObstacle::None && one.candidate.region.isEmpty();
    });
}

RegionId ImportViewModel::region() const
{
    return d->region;
}

void ImportViewModel::setRegion(const RegionId &region)
{
    if (region == d->region || region.isEmpty())
        return;
    d->region = region;
    d->apply();
}

bool ImportViewModel::hasKeys() const
{
    const auto &items = d->plan.items();
    return std::any_of(items.begin(), items.end(), [](const ImportItem &one) {
        return one.candidate.obstacle == ImportObstacle::None && one.candidate.hasKey;
    });
}

bool ImportViewModel::isKeychainUsable() const
{
    return d->doors.isKeychainUsable();
}

bool ImportViewModel::isKept() const
{
    return d->isKept && isKeychainUsable();
}

void ImportViewModel::setKept(bool isKept)
{
    if (isKept == d->isKept)
        return;
    d->isKept = isKept;
    d->apply();
}

QString ImportViewModel::keepingText() const
{
    if (!hasKeys())
        return tr("No secret is taken out of the file.");
    if (!isKeychainUsable())
        //: %1 are whole sentences
        return tr("Keys are kept in memory and end with the program. %1")
            .arg(d->doors.keychainText());
    return isKept() ? tr("Keys go to the keychain of this desktop.")
                    : tr("Keys are kept in memory and end with the program.");
}

QString ImportViewModel::importText() const
{
    return tr("&Import %n profile(s)", nullptr, d->plan.chosenCount());
}

bool ImportViewModel::canImport() const
{
    return d->stage == Stage::Choosing && d->plan.chosenCount() > 0 && d->plan.tooMany() == 0 &&
           !d->hasChanged;
}

QString ImportViewModel::statusText() const
{
    switch (d->stage) {
    case Stage::Running:
        return tr("Importing…");
    case Stage::Choosing:
        break;
    default:
        return {};
    }
    if (d->hasChanged)
        return tr("Read the file again before you import.");
    if (const int tooMany = d->plan.tooMany())
        return tr("There is no room for %n of them: leave some out.", nullptr, tooMany);
    const int chosen = d->plan.chosenCount();
    return chosen == 0 ? tr("Choose the profiles to import.")
                       : tr("%n of the profiles in the file are chosen.", nullptr, chosen);
}

void ImportViewModel::import()
{
    if (!canImport())
        return;
    ImportTarget target;
    target.region = d->region;
    target.isKept = isKept();
    target.isKeychainUsable = isKeychainUsable();
    target.world = d->keeper.world();
    target.newProfile = d->doors.newProfile;
    target.keyOf = [this](const ProfileId &id) { return d->keeper.registry().enteredKey(id); };
    const CliConfig none;
    std::vector<ImportStep> steps = importSteps(d->plan, d->config ? *d->config : none, target);
    for (const ImportItem &one : d->plan.items()) {
        if (one.isChosen && d->firstImported.isEmpty())
            d->firstImported = one.id;
    }
    d->stage = Stage::Running;
    d->apply();
    ImportRun::start(d->keeper, std::move(steps), this,
                     [this](const ImportOutcome &outcome) { d->onEnded(outcome); });
}

void ImportViewModel::backToList()
{
    if (d->stage != Stage::Failed)
        return;
    d->firstImported = {};
    d->stage = Stage::Choosing;
    d->lookForChange();
    refresh();
    d->apply();
}

ProfileId ImportViewModel::firstImported() const
{
    return d->stage == Stage::Done ? d->firstImported : ProfileId();
}

void ImportViewModel::refresh()
{
    if (d->stage != Stage::Choosing)
        return;
    d->plan.setKnown(d->known());
    d->apply();
}

} // namespace countersign
