// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionviewmodel.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/flows/bulkflow.h"
#include "app/flows/decideflow.h"
#include "app/settings/personalfiles.h"
#include "app/viewmodels/decisionfields.h"
#include "app/viewmodels/expiredkeys.h"
#include "app/viewmodels/journalwords.h"
#include "app/viewmodels/outcomewords.h"
#include "app/viewmodels/takenwords.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSet>
#include <QTimer>

#include <algorithm>

namespace countersign {

class DecisionViewModel::Private
{
public:
    Private(std::unique_ptr<DecisionFields> choice, DecisionRecord frozen, DecisionSummary words,
            TagInNote mode, std::unique_ptr<DecideFlow> decideFlow,
            std::optional<NoteDesk> noteDesk)
        : fields(std::move(choice))
        , record(std::move(frozen))
        , summary(std::move(words))
        , tagMode(mode)
        , flow(std::move(decideFlow))
        , desk(std::move(noteDesk))
    {
        if (desk && takesNote())
            draft = note = desk->files.drafts.note(desk->wait);
        readUsedNotes();
    }

    //! Takes over what the fields say; true when there are fields.
    bool followFields();
    void readUsedNotes();
    bool areTicksSet() const;
    QString tag() const;
    const DecisionProgress &progress() const;
    bool takesNote() const { return record.act != Act::CancelExecution; }
    bool breaksRule() const;
    void fileNote();
    FactsRead readBefore() const;
    FactsRead readNow() const;
    void findChanges();
    QString takenLine() const;
    QString detail() const;
    QString text() const;

    std::unique_ptr<DecisionFields> fields;
    DecisionRecord record;
    DecisionSummary summary;
    TagInNote tagMode;
    std::unique_ptr<DecideFlow> flow;
    std::optional<NoteDesk> desk;
    QStringList usedNotes;
    QString note;
    QString draft; //!< as it was in the beginning
    QSet<QString> ticked;
    QString typed;
    QString over;
    bool isNoteFiled = false;
    std::vector<FactChange> changes; //!< of the state Changed
    QString taken;                   //!< of the state Changed: that the task was decided
    bool isCompared = false;
    std::unique_ptr<ExpiredKeys> keys; //!< while they are wanted
    std::optional<DecisionId> newId;   //!< of the record that was composed anew
    QTimer ticking;
    QString shownText; //!< outcome as last announced
};

bool DecisionViewModel::Private::followFields()
{
    if (!fields)
        return false;
    record = fields->record();
    if (newId)
        record.id = *newId;
    summary = fields->summary();
    readUsedNotes();
    return true;
}

void DecisionViewModel::Private::readUsedNotes()
{
    if (flow)
        usedNotes = flow->services().journal.notesFor(record.executionId, record.taskExecutionId);
}

bool DecisionViewModel::Private::areTicksSet() const
{
    const QStringList &wanted = summary.friction.ticks;
    return std::all_of(wanted.begin(), wanted.end(),
                       [this](const QString &text) { return ticked.contains(text); });
}

QString DecisionViewModel::Private::tag() const
{
    const bool isWanted =
        tagMode == TagInNote::Always ||
        (tagMode == TagInNote::WhenNeeded && needsTag(normalisedNote(note), usedNotes));
    if (!isWanted || !takesNote())
        return {};
    const QString whole = countersign::noteTag(record.id.shortForm());
    return note.isEmpty() ? whole.trimmed() : whole;
}

bool DecisionViewModel::Private::breaksRule() const
{
    if (!desk || !takesNote())
        return false;
    const NoteRule &rule = desk->rule;
    if (rule.isRequired && note.trimmed().isEmpty())
        return true;
    if (rule.pattern.isEmpty() || (note.trimmed().isEmpty() && !rule.isRequired))
        return false;
    // A pattern that runs away must not stop the window.
    const QRegularExpression pattern(
        QString(QStringLiteral("(*LIMIT_MATCH=100000)") + rule.pattern),
        QRegularExpression::UseUnicodePropertiesOption);
    return !pattern.match(note).hasMatch();
}

//! A note that has arrived is no draft any more, and may be wanted again.
void DecisionViewModel::Private::fileNote()
{
    const DecisionState state = progress().state;
    const bool hasArrived =
        state == DecisionState::Accepted || state == DecisionState::ReconciledApplied;
    if (!desk || !hasArrived || isNoteFiled)
        return;
    isNoteFiled = true;
    desk->files.drafts.keep(desk->wait, {});
    if (fields)
        fields->forgetDraft();
    if (takesNote() && desk->files.settings.isOn(Switch::RecentNotes))
        desk->files.notes.addRecent(record.act, note);
}

const DecisionProgress &DecisionViewModel::Private::progress() const
{
    static const DecisionProgress none;
    return flow ? flow->progress() : none;
}

FactsRead DecisionViewModel::Private::readBefore() const
{
    const DecisionBasis &basis = flow->basis();
    return {basis.execution, basis.rows.value_or(std::vector<TaskExecution>()), basis.templateText};
}

//! The template's text is not read a second time.
FactsRead DecisionViewModel::Private::readNow() const
{
    return {progress().executionNow, progress().rowsNow, flow->basis().templateText};
}

//! Once, when the second read was another one.
void DecisionViewModel::Private::findChanges()
{
    if (!flow || isCompared || progress().state != DecisionState::Changed)
        return;
    isCompared = true;
    const SecretNames secrets = fields ? fields->secrets() : SecretNames();
    changes = factChanges(record, progress().changedFacts, readBefore(), readNow(), secrets);
    taken = takenLine();
}

//! That the task which was to be voted on was decided meanwhile; empty: not so.
QString DecisionViewModel::Private::takenLine() const
{
    const bool isVote = record.act == Act::Approve || record.act == Act::Reject;
    const FactsRead now = readNow();
    const auto row =
        std::find_if(now.rows.begin(), now.rows.end(), [this](const TaskExecution &known) {
            return known.id == record.taskExecutionId;
        });
    if (!isVote || !now.execution || row == now.rows.end())
        return {};
    return takenText(*row, *now.execution,
                     ownDecisions(flow->services().journal, record.executionId, *row));
}

QString DecisionViewModel::Private::detail() const
{
    QStringList lines{taken};
    if (keys && keys->isAsking())
        lines += tr("Other credentials are being had…");
    else if (keys && !keys->problemText().isEmpty())
        //: %1 is a whole sentence
        lines += tr("Other credentials could not be had: %1").arg(keys->problemText());
    // What the list of changes tells needs no names of facts.
    if (changes.empty() || progress().state != DecisionState::Changed)
        lines += outcomeDetails(record, flow->basis(), progress());
    if (progress().state != DecisionState::Changed)
        lines += progressMovedText(progress().progressChanged, progress().otherRowsMoved);
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString DecisionViewModel::Private::text() const
{
    if (!flow)
        return {};
    return QString(outcomeSentence(record, flow->basis(), progress()) + QLatin1Char('\n') +
                   detail());
}

DecisionViewModel::DecisionViewModel(DecisionRecord record, DecisionSummary summary,
                                     TagInNote tagMode, std::unique_ptr<DecideFlow> flow,
                                     std::optional<NoteDesk> desk, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(nullptr, std::move(record), std::move(summary), tagMode,
                                  std::move(flow), std::move(desk)))
{
    connectParts();
}

DecisionViewModel::DecisionViewModel(std::unique_ptr<DecisionFields> fields, TagInNote tagMode,
                                     std::unique_ptr<DecideFlow> flow, std::optional<NoteDesk> desk,
                                     QObject *parent)
    : QObject(parent)
{
    const DecisionRecord record = fields->record();
    const DecisionSummary summary = fields->summary();
    d = std::make_unique<Private>(std::move(fields), record, summary, tagMode, std::move(flow),
                                  std::move(desk));
    connectParts();
}

DecisionViewModel::DecisionViewModel(DecisionRecord record, std::unique_ptr<DecideFlow> flow,
                                     QObject *parent)
    : DecisionViewModel(record, summaryOf(record, subjectOf(record)), TagInNote::WhenNeeded,
                        std::move(flow), {}, parent)
{
}

void DecisionViewModel::connectParts()
{
    d->ticking.setInterval(std::chrono::seconds(1));
    connect(&d->ticking, &QTimer::timeout, this, &DecisionViewModel::progressChanged);
    if (d->fields) {
        connect(d->fields.get(), &DecisionFields::changed, this, [this] {
            if (stage() != Stage::Composing || !d->followFields())
                return;
            Q_EMIT contentChanged();
            Q_EMIT noteChanged();
        });
        connect(d->fields.get(), &DecisionFields::objectChanged, this,
                &DecisionViewModel::objectChanged);
    }
    if (d->flow)
        connectFlow();
    // Whether it can be recorded decides whether it can be confirmed.
    if (d->flow)
        connect(&d->flow->services().journal, &DecisionJournal::problemChanged, this,
                &DecisionViewModel::noteChanged);
}

void DecisionViewModel::connectFlow()
{
    connect(d->flow.get(), &DecideFlow::changed, this, &DecisionViewModel::onFlowChanged);
}

void DecisionViewModel::onFlowChanged()
{
    if (stage() == Stage::Sending || stage() == Stage::Watching) {
        if (!d->ticking.isActive())
            d->ticking.start();
    } else {
        d->ticking.stop();
    }
    d->findChanges();
    d->fileNote();
    watchKeys();
    const QString text = d->text();
    if (text != d->shownText) {
        d->shownText = text;
        Q_EMIT stageChanged();
    }
    Q_EMIT progressChanged();
}

//! From when the decision has come to nothing for want of keys.
void DecisionViewModel::watchKeys()
{
    if (d->keys || !ExpiredKeys::areBehind(d->progress()))
        return;
    d->keys = std::make_unique<ExpiredKeys>(d->flow->services(), d->record.where.place,
                                            d->flow->times().keysOutlast);
    connect(d->keys.get(), &ExpiredKeys::changed, this, &DecisionViewModel::stageChanged);
    // Queued, because composing anew takes them away.
    connect(
        d->keys.get(), &ExpiredKeys::renewed, this,
        [this] {
            if (areKeysWanted() && d->keys->areBack())
                composeAnew();
        },
        Qt::QueuedConnection);
}

bool DecisionViewModel::areKeysWanted() const
{
    return d->keys != nullptr;
}

QString DecisionViewModel::keysText() const
{
    if (!d->keys || d->keys->isAsking())
        return {};
    if (d->keys->areBack())
        //: after credentials had ended; %1 is an act such as Approve
        return tr("%1 with the new credentials…").arg(actLabel(d->record.act));
    return d->keys->canRenew() ? tr("Get new credentials") : tr("Enter other credentials…");
}

void DecisionViewModel::getKeys()
{
    if (!d->keys)
        return;
    if (d->keys->areBack())
        composeAnew();
    else if (d->keys->canRenew())
        d->keys->renew();
    else
        Q_EMIT keyEntryWanted(d->record.where.place.profile);
}

bool DecisionViewModel::beginAnew()
{
    if (!d->flow || !isForWantOfKeys(d->progress()))
        return false;
    composeAnew();
    return true;
}

//! What was read and is shown stays what is decided on; the flow reads once more and compares.
void DecisionViewModel::composeAnew()
{
    std::unique_ptr<DecideFlow> next = d->flow->another();
    d->flow->disconnect(this);
    d->flow.release()->deleteLater(); // perhaps it is what calls
    d->flow = std::move(next);
    d->keys.reset();
    d->newId = newDecisionId();
    d->record.id = *d->newId;
    d->record.frozenSha256.clear();
    d->record.note.clear();
    d->followFields();
    d->readUsedNotes();
    d->ticked.clear();
    d->typed.clear();
    d->shownText.clear();
    connectFlow();
    Q_EMIT stageChanged();
    Q_EMIT noteChanged();
    Q_EMIT objectChanged();
    Q_EMIT composedAnew();
}

DecisionViewModel::~DecisionViewModel() = default;

const DecisionRecord &DecisionViewModel::record() const
{
    return d->record;
}

DecisionFields *DecisionViewModel::fields() const
{
    return d->fields.get();
}

DecideFlow *DecisionViewModel::flow() const
{
    return d->flow.get();
}

DecisionViewModel::Stage DecisionViewModel::stage() const
{
    const DecisionProgress &progress = d->progress();
    if (!progress.isStarted)
        return Stage::Composing;
    switch (progress.state) {
    case DecisionState::Drafted:
    case DecisionState::Verified:
    case DecisionState::IntentRecorded:
    case DecisionState::Sending:
    case DecisionState::Sent:
        return Stage::Sending;
    case DecisionState::Accepted:
        return progress.waitsForOthers ? Stage::Settled : Stage::Watching;
    case DecisionState::RefusedCodeUnknown:
    case DecisionState::Ambiguous:
        return Stage::Watching;
    case DecisionState::Changed:
    case DecisionState::NotSent:
    case DecisionState::Refused:
    case DecisionState::ReconciledApplied:
    case DecisionState::ReconciledOtherActor:
    case DecisionState::ReconciledNotApplied:
    case DecisionState::Unresolved:
        return Stage::Settled;
    }
    return Stage::Settled;
}

DecisionState DecisionViewModel::decisionState() const
{
    return d->progress().state;
}

QString DecisionViewModel::windowTitle() const
{
    return actLabel(d->record.act);
}

QString DecisionViewModel::placeText() const
{
    return d->summary.placeText;
}

QStringList DecisionViewModel::endpointHosts() const
{
    QStringList hosts{d->record.where.endpointHost};
    const auto profile = d->flow
                             ? d->flow->services().profiles.profile(d->record.where.place.profile)
                             : std::nullopt;
    if (profile)
        hosts += endpointHostsOf(*profile);
    hosts.removeAll(QString());
    hosts.removeDuplicates();
    return hosts;
}

QString DecisionViewModel::heading() const
{
    return d->summary.heading;
}

QString DecisionViewModel::consequence() const
{
    return d->summary.consequence;
}

bool DecisionViewModel::isDanger() const
{
    return d->summary.isDanger;
}

std::vector<QString> DecisionViewModel::cautions() const
{
    return d->summary.cautions;
}

QString DecisionViewModel::drawnText() const
{
    const QString note = d->takesNote() ? QString(normalisedNote(d->note) + d->tag()) : QString();
    return countersign::drawnText(d->summary, note);
}

std::vector<QString> DecisionViewModel::targets() const
{
    return d->summary.targets;
}

std::vector<LabelledFact> DecisionViewModel::facts() const
{
    return d->summary.facts;
}

QString DecisionViewModel::confirmText() const
{
    return d->summary.confirmText;
}

QString DecisionViewModel::note() const
{
    return d->note;
}

QString DecisionViewModel::noteTag() const
{
    return d->tag();
}

NoteCheck DecisionViewModel::noteCheck() const
{
    return checkNote(normalisedNote(d->note), d->tag());
}

QString DecisionViewModel::noteCounterText() const
{
    return tr("%1 of %2", "characters of a note").arg(noteCheck().codePoints).arg(noteLimit);
}

QString DecisionViewModel::noteProblemText() const
{
    const NoteCheck check = noteCheck();
    const QString character = QStringLiteral("U+%1")
                                  .arg(static_cast<uint>(check.character), 4, 16, QLatin1Char('0'))
                                  .toUpper();
    switch (check.problem) {
    case NoteCheck::Problem::None:
        return d->breaksRule() ? ruleText() : QString();
    case NoteCheck::Problem::TooLong:
        return tr("The note is too long by %n character(s).", nullptr,
                  check.codePoints - noteLimit);
    case NoteCheck::Problem::ControlCharacter:
        return tr("The note holds a control character (%1) at position %2.")
            .arg(character)
            .arg(check.position + 1);
    case NoteCheck::Problem::FormatCharacter:
        return tr("The note holds an invisible character (%1) at position %2.")
            .arg(character)
            .arg(check.position + 1);
    case NoteCheck::Problem::LoneSurrogate:
        return tr("The note holds half a character (%1) at position %2.")
            .arg(character)
            .arg(check.position + 1);
    }
    return {};
}

QString DecisionViewModel::ruleText() const
{
    const NoteRule &rule = d->desk->rule;
    if (rule.pattern.isEmpty())
        return tr("This account asks for a note.");
    const QString example = rule.example.isEmpty() ? rule.pattern : rule.example;
    //: %1 is an example, such as a ticket number
    return tr("This account asks for something like “%1” in the note.").arg(safeLine(example, 60));
}

bool DecisionViewModel::isDraft() const
{
    return !d->draft.isEmpty() && d->note == d->draft;
}

bool DecisionViewModel::takesNote() const
{
    return d->takesNote();
}

bool DecisionViewModel::isNoteRequired() const
{
    return d->desk && d->takesNote() && d->desk->rule.isRequired;
}

QStringList DecisionViewModel::usualNotes() const
{
    return d->desk ? d->desk->files.notes.usual(d->record.act) : QStringList();
}

QStringList DecisionViewModel::recentNotes() const
{
    const bool isOffered = d->desk && d->desk->files.settings.isOn(Switch::RecentNotes);
    return isOffered ? d->desk->files.notes.recent(d->record.act) : QStringList();
}

QStringList DecisionViewModel::tickTexts() const
{
    return d->summary.friction.ticks;
}

QString DecisionViewModel::tickText() const
{
    return tickTexts().join(QLatin1Char('\n'));
}

bool DecisionViewModel::isTicked(const QString &text) const
{
    return d->ticked.contains(text);
}

bool DecisionViewModel::isTicked() const
{
    return d->areTicksSet();
}

void DecisionViewModel::setTicked(const QString &text, bool isTicked)
{
    if (stage() != Stage::Composing || d->ticked.contains(text) == isTicked)
        return;
    if (isTicked)
        d->ticked.insert(text);
    else
        d->ticked.remove(text);
    Q_EMIT noteChanged();
}

void DecisionViewModel::setTicked(bool isTicked)
{
    for (const QString &text : tickTexts())
        setTicked(text, isTicked);
}

QString DecisionViewModel::typedQuestion() const
{
    return d->summary.friction.typedQuestion;
}

bool DecisionViewModel::isTypedRight() const
{
    return typedQuestion().isEmpty() ||
           countersign::isTypedRight(d->typed, d->summary.friction.typedAnswer);
}

void DecisionViewModel::setTyped(const QString &text)
{
    if (stage() != Stage::Composing || d->typed == text)
        return;
    d->typed = text;
    Q_EMIT noteChanged();
}

void DecisionViewModel::takeTypedAsGiven()
{
    setTyped(d->summary.friction.typedAnswer);
}

QString DecisionViewModel::overText() const
{
    return stage() == Stage::Composing ? d->over : QString();
}

void DecisionViewModel::setOverText(const QString &text)
{
    if (stage() != Stage::Composing || d->over == text)
        return;
    d->over = text;
    Q_EMIT noteChanged();
}

QString DecisionViewModel::obstacleText() const
{
    if (stage() != Stage::Composing)
        return {};
    if (!d->over.isEmpty())
        //: %1 says what became of a wait
        return tr("Nothing was sent, and nothing can be any more. %1").arg(d->over);
    if (d->flow && d->flow->services().journal.problem())
        return journalProblemText(*d->flow->services().journal.problem());
    const QString problem = d->fields ? d->fields->problemText() : QString();
    if (problem.isEmpty() && !firstNotDrawn(d->record, d->summary).isEmpty())
        return tr("Nothing was sent, and nothing can be: what is shown here is not what would be "
                  "sent. Go back and open the decision again.");
    return problem;
}

QString DecisionViewModel::noteWarningText() const
{
    const auto found = keyLikeText(d->note);
    if (!found)
        return {};
    return tr("“%1” looks like a key. The note is kept with the run and can be read by others.")
        .arg(safeLine(*found, 12));
}

bool DecisionViewModel::canConfirm() const
{
    return d->flow && stage() == Stage::Composing && obstacleText().isEmpty() &&
           noteCheck().problem == NoteCheck::Problem::None && !d->breaksRule() &&
           d->areTicksSet() && isTypedRight();
}

QString DecisionViewModel::outcomeText() const
{
    return d->flow ? outcomeSentence(d->record, d->flow->basis(), d->progress()) : QString();
}

QString DecisionViewModel::outcomeDetail() const
{
    return d->flow ? d->detail() : QString();
}

const std::vector<FactChange> &DecisionViewModel::changes() const
{
    static const std::vector<FactChange> none;
    return decisionState() == DecisionState::Changed ? d->changes : none;
}

bool DecisionViewModel::isNewReviewDue() const
{
    const DecisionProgress::Stop stop = d->progress().stop;
    return decisionState() == DecisionState::Changed ||
           stop == DecisionProgress::Stop::WrongActor || stop == DecisionProgress::Stop::WrongHost;
}

QString DecisionViewModel::noteToCopy() const
{
    const DecisionState state = decisionState();
    const bool hasArrived =
        state == DecisionState::Accepted || state == DecisionState::ReconciledApplied;
    const bool mayBeSent = stage() == Stage::Composing && d->over.isEmpty();
    const bool isInVain = !mayBeSent && stage() != Stage::Sending && !hasArrived;
    return d->takesNote() && isInVain ? d->note : QString();
}

Alternative DecisionViewModel::alternative() const
{
    return stage() == Stage::Settled ? d->progress().alternative : Alternative::None;
}

QString DecisionViewModel::alternativeText() const
{
    const QString act = actLabel(d->record.act);
    switch (alternative()) {
    case Alternative::None:
        break;
    case Alternative::WithoutTaskId:
        //: %1 is an act such as Approve
        return tr("%1 without naming the task…").arg(act);
    case Alternative::NameTheTask:
        //: %1 is an act such as Approve
        return tr("%1 and name the task…").arg(act);
    case Alternative::OneByOne:
        //: %1 is an act such as Retry task
        return tr("%1 one at a time…").arg(act);
    }
    return {};
}

bool DecisionViewModel::isLoud() const
{
    return decisionState() == DecisionState::Ambiguous ||
           decisionState() == DecisionState::Unresolved;
}

std::optional<QDateTime> DecisionViewModel::nextCheck() const
{
    const QDateTime next = d->progress().nextCheck;
    return next.isValid() && stage() == Stage::Watching ? std::optional(next) : std::nullopt;
}

std::optional<std::chrono::seconds> DecisionViewModel::sendingTimeLeft() const
{
    const QDateTime deadline = d->progress().deadline;
    if (stage() != Stage::Sending || !deadline.isValid())
        return std::nullopt;
    const qint64 left = d->flow->services().clock.now().secsTo(deadline);
    return std::chrono::seconds(std::max<qint64>(0, left));
}

void DecisionViewModel::setNote(const QString &note)
{
    if (stage() != Stage::Composing || note == d->note)
        return;
    d->note = note;
    if (d->desk && d->takesNote())
        d->desk->files.drafts.keep(d->desk->wait, note);
    Q_EMIT noteChanged();
}

void DecisionViewModel::confirm()
{
    if (!canConfirm())
        return;
    if (d->takesNote())
        d->record.note = QString(normalisedNote(d->note) + d->tag());
    d->record.drawnSha256 =
        QCryptographicHash::hash(drawnText().toUtf8(), QCryptographicHash::Sha256).toHex();
    d->flow->start(d->record);
}

void DecisionViewModel::checkNow()
{
    if (d->flow)
        d->flow->checkNow();
}

} // namespace countersign
