// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/importviewmodel.h"

#include "app/domain/displaytext.h"
#include "app/models/sentences.h"
#include "app/viewmodels/documentwords.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/importreading.h"
#include "app/viewmodels/importwords.h"
#include "app/viewmodels/keychaintext.h"

#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

constexpr qsizetype aliasLimit = 80;

} // namespace

class ImportViewModel::Private
{
public:
    Private(ImportViewModel &owner, ProfileKeeper &profileKeeper, const Clock &clock,
            ImportEnvironment environment, ImportDoors theDoors)
        : q(owner)
        , keeper(profileKeeper)
        , doors(std::move(theDoors))
        , reading(clock, std::move(environment))
    {
    }

    bool isRunning() const { return stage == Stage::Running; }
    void read();
    void readAsBefore();
    void take(std::vector<ImportCandidate> candidates);
    std::vector<ImportPlan::Known> known() const;
    void apply();
    ImportRow rowOf(const ImportItem &item) const;
    QString secretText(const ImportItem &item) const;
    void start();
    void onEnded(const ImportOutcome &ended);
    QString runningText() const;
    QString failureHeading() const;
    QString failureText() const;
    QString leftText() const;
    QString doneText() const;
    QString whyText(const Error &error) const;
    const ImportItem *item(int row) const;

    ImportViewModel &q;
    ProfileKeeper &keeper;
    ImportDoors doors;
    ImportReading reading;
    ImportModel model;
    Stage stage = Stage::NothingFound;
    ImportPlan plan;
    RegionId region{QStringLiteral("cn-hangzhou")};
    bool isKept = true;
    QPointer<ImportRun> run;
    int done = 0;    //!< profiles that the run has imported by now
    int waiting = 0; //!< of those it imports: for the person
    bool isStopping = false;
    ImportOutcome outcome;
    ProfileId firstImported;
};

void ImportViewModel::Private::read()
{
    plan = {};
    std::vector<ImportCandidate> candidates = reading.read();
    if (!candidates.empty())
        take(std::move(candidates));
    else
        stage = reading.source() < 0 ? Stage::NothingFound : Stage::Unreadable;
    apply();
}

//! The file once more, with what was chosen and typed when it still says the same.
void ImportViewModel::Private::readAsBefore()
{
    ImportPlan before = std::exchange(plan, {});
    const RegionId chosenRegion = region;
    read();
    if (stage != Stage::Choosing)
        return;
    if (plan.isLike(before)) {
        region = chosenRegion;
        plan = std::move(before);
        plan.setKnown(known());
        apply();
    }
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
    row.isChoosable = one.canBeChosen();
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

void ImportViewModel::Private::onEnded(const ImportOutcome &ended)
{
    outcome = ended;
    isStopping = false;
    stage = ended.error || ended.isStopped ? Stage::Failed : Stage::Done;
    // Whoever tries again has the file read again; the plan holds no secret.
    reading.forget();
    if (stage == Stage::Done)
        plan = {};
    apply();
}

QString ImportViewModel::Private::whyText(const Error &error) const
{
    if (const auto problem = keychainProblemOf(error))
        return joinedSentences({countersign::keychainText(*problem), keychainAdvice(*problem)});
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

QString ImportViewModel::Private::doneText() const
{
    QStringList lines{ImportViewModel::tr(
        "Test each profile before you rely on it, and mark those of production.")};
    if (waiting > 0)
        lines += ImportViewModel::tr("%n of them work only once you have done what was said of "
                                     "them: agree to it in the profile, or sign in again.",
                                     nullptr, waiting);
    if (!reading.isEnvironment())
        lines +=
            ImportViewModel::tr("The file still holds its keys; Countersign has not changed it.");
    return lines.join(QLatin1Char('\n'));
}

QString ImportViewModel::Private::failureHeading() const
{
    if (outcome.left.empty())
        return ImportViewModel::tr("Nothing was imported");
    return outcome.error ? ImportViewModel::tr("The import failed and left something behind")
                         : ImportViewModel::tr("The import was stopped and left something behind");
}

QString ImportViewModel::Private::runningText() const
{
    const int all = plan.chosenCount();
    if (isStopping)
        return ImportViewModel::tr("Stopping: what was imported is taken back…");
    //: %1 is a number of profiles
    return ImportViewModel::tr("Importing: %1 of %n profile(s) done…", nullptr, all)
        .arg(QLocale().toString(done));
}

QString ImportViewModel::Private::failureText() const
{
    QStringList lines;
    lines += outcome.error
                 ? ImportViewModel::tr("“%1” could not be saved. %2")
                       .arg(safeLine(outcome.failedAlias, aliasLimit), whyText(*outcome.error))
                 : ImportViewModel::tr("You have stopped the import.");
    if (isKept && outcome.error && keychainProblemOf(*outcome.error))
        lines += ImportViewModel::tr("Without the tick for the keychain, the keys are taken until "
                                     "the program ends.");
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
        if (d->stage != Stage::Choosing)
            return;
        d->plan.setChosen(static_cast<std::size_t>(row), isChosen);
        d->apply();
    });
    connect(&keeper, &ProfileKeeper::profilesChanged, this, &ImportViewModel::refresh);
    connect(&keeper, &ProfileKeeper::standingChanged, this, &ImportViewModel::refresh);
    connect(&d->reading, &ImportReading::changed, this, &ImportViewModel::changed);
    d->read();
}

ImportViewModel::~ImportViewModel() = default;

ImportViewModel::Stage ImportViewModel::stage() const
{
    return d->stage;
}

QStringList ImportViewModel::sourceTexts() const
{
    return d->reading.sourceTexts();
}

int ImportViewModel::sourceIndex() const
{
    return d->reading.source();
}

void ImportViewModel::chooseSource(int index)
{
    if (!d->isRunning() && d->reading.choose(index))
        d->read();
}

void ImportViewModel::openFile(const QString &path)
{
    if (path.isEmpty() || d->isRunning())
        return;
    d->reading.chooseFile(path);
    d->read();
}

void ImportViewModel::readAgain()
{
    if (d->isRunning())
        return;
    d->reading.lookAgain();
    d->read();
}

bool ImportViewModel::hasChanged() const
{
    const bool isPreview = d->stage == Stage::Choosing || d->stage == Stage::Unreadable;
    return isPreview && d->reading.hasChanged();
}

QString ImportViewModel::stateHeading() const
{
    switch (d->stage) {
    case Stage::NothingFound:
        return tr("No file of keys was found");
    case Stage::Unreadable:
        return d->reading.problemHeading();
    case Stage::Done:
        return tr("%n profile(s) imported", nullptr, d->outcome.done);
    case Stage::Failed:
        return d->failureHeading();
    default:
        return {};
    }
}

QString ImportViewModel::stateText() const
{
    switch (d->stage) {
    case Stage::NothingFound:
        return d->reading.nothingFoundText();
    case Stage::Unreadable:
        return d->reading.problemText();
    case Stage::Done:
        return d->doneText();
    case Stage::Failed:
        return d->failureText();
    default:
        return {};
    }
}

QString ImportViewModel::sourceText() const
{
    const bool isList = d->stage == Stage::Choosing || d->isRunning();
    return isList ? d->reading.sourceText() : QString();
}

QString ImportViewModel::cautionText() const
{
    const bool isOfFile = d->stage != Stage::Done && d->stage != Stage::Failed;
    return isOfFile ? d->reading.cautionText() : QString();
}

ImportModel *ImportViewModel::model() const
{
    return &d->model;
}

void ImportViewModel::setAllChosen(bool isChosen)
{
    if (d->stage != Stage::Choosing)
        return;
    d->plan.setAllChosen(isChosen);
    d->apply();
}

QString ImportViewModel::detailText(int row) const
{
    const ImportItem *one = d->item(row);
    if (one == nullptr)
        return {};
    QStringList lines = importDetails(*one);
    if (one->candidate.obstacle == ImportObstacle::TooLarge)
        lines += tr("It can be used until the program ends: enter it in a profile of its own, "
                    "without the tick for the keychain.");
    return lines.join(QLatin1Char('\n'));
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
           !d->reading.hasChanged();
}

QString ImportViewModel::statusText() const
{
    switch (d->stage) {
    case Stage::Running:
        return d->runningText();
    case Stage::Choosing:
        break;
    default:
        return {};
    }
    if (d->reading.hasChanged())
        return tr("Read the file again before you import.");
    if (const int tooMany = d->plan.tooMany())
        return tr("There is no room for %n of them: leave some out.", nullptr, tooMany);
    const int chosen = d->plan.chosenCount();
    return chosen == 0 ? tr("Choose the profiles to import.")
                       : tr("%n of the profiles in the file are chosen.", nullptr, chosen);
}

void ImportViewModel::import()
{
    d->reading.lookForChange();
    if (canImport())
        d->start();
}

void ImportViewModel::Private::start()
{
    ImportTarget target;
    target.region = region;
    target.isKept = q.isKept();
    target.isKeychainUsable = q.isKeychainUsable();
    target.world = keeper.world();
    target.newProfile = doors.newProfile;
    target.keyOf = [this](const ProfileId &id) { return keeper.registry().enteredKey(id); };
    const CliConfig none;
    std::vector<ImportStep> steps =
        importSteps(plan, reading.config() ? *reading.config() : none, target);
    waiting = 0;
    for (const ImportItem &one : plan.items()) {
        if (one.isChosen && firstImported.isEmpty())
            firstImported = one.id;
        if (one.isChosen && verdictOf(one) == ImportVerdict::AfterAgreement)
            ++waiting;
    }
    stage = Stage::Running;
    done = 0;
    apply();
    run = ImportRun::start(keeper, std::move(steps), &q,
                           [this](const ImportOutcome &ended) { onEnded(ended); });
    QObject::connect(run.data(), &ImportRun::progressed, &q, [this](int number) {
        done = number;
        Q_EMIT q.changed();
    });
}

void ImportViewModel::stop()
{
    if (d->run == nullptr || d->isStopping)
        return;
    d->isStopping = true;
    d->run->stop();
    Q_EMIT changed();
}

bool ImportViewModel::isStopping() const
{
    return d->isStopping;
}

void ImportViewModel::backToList()
{
    if (d->stage != Stage::Failed)
        return;
    d->firstImported = {};
    d->readAsBefore();
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
