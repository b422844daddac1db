// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/error.h"
#include "app/domain/waitrow.h"
#include "app/flows/decideflow.h"
#include "app/settings/settings.h"
#include "app/viewmodels/actoffers.h"
#include "app/viewmodels/labelledfact.h"

#include <QDateTime>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace countersign {

class DebugLane;
class DecisionHistory;
class DecisionPace;
class DecisionViewModel;
class GraphViewModel;
class PersonalFiles;
class LogModel;
class OutputModel;
class ParameterModel;
class ReviewFlow;
class RiskyCallModel;
class StartAgainViewModel;
class TaskTreeModel;

//! What a decision begins with beside its act.
struct DecisionStart
{
    DecideTimes times;
    //! Instead of a decision that was refused; its note is taken over, which decision it was is
    //! recorded.
    Alternative alternative = Alternative::None;
    QString note;
    std::optional<DecisionId> predecessor;
    //! The person decides without having seen the template or the call; what was not read stands in
    //! the record.
    bool mayBeUnseen = false;
    //! The person decides again in spite of `predecessor`, whose outcome is not known: both
    //! requests may count.
    bool isOverride = false;
};

//! The review of one wait (read R1), top to bottom in the order of rule F8. All texts are complete
//! sentences or labels in the person's language; remote pieces in them are safe plain text.
class ReviewViewModel : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Empty,   //!< no row is chosen
        Loading, //!< the first read is on its way; what is known from the list is shown
        Ready,   //!< the reads have ended; some may have failed, see notRead()
        Failed,  //!< the run's row could not be read
        Gone,    //!< the wait is over: the run or row left Waiting; shown read-only
    };

    //! Drafts and usual notes come from `files`, which outlives this.
    ReviewViewModel(std::unique_ptr<ReviewFlow> flow, PersonalFiles &files,
                    QObject *parent = nullptr);
    ~ReviewViewModel() override;

    //! What else waits, for telling a burst; without it none is told.
    void setNeighbours(std::function<std::vector<WaitRow>()> rows);
    //! Counts how quickly reviews are decided, over several windows; outlives this; null: nothing
    //! is counted and nothing said.
    void setPace(DecisionPace *pace);
    //! To be called with each decision that a dialog shows, so that its pace counts.
    void timeDecision(DecisionViewModel &decision);

    //! When decisions begun from here end their note in a tag; WhenNeeded until it is set.
    void setTagInNote(TagInNote mode);

    State state() const;
    std::optional<Error> error() const;
    std::optional<WaitRowId> rowId() const;
    QDateTime readAt() const; //!< UTC of the last good R1
    bool isReading() const;

    //! "acme-prod · account 2000 0000 0000 0042 · cn-hangzhou"
    QString placeText() const;
    QString actorText() const; //!< see youActAsText()
    Environment environment() const;
    //! Of the endpoints that are called, for the banner.
    QStringList endpointHosts() const;

    QString heading() const; //!< ours: "ECS DeleteInstance waits for approval"
    ExecutionId executionId() const;
    TaskExecutionId taskExecutionId() const;
    QString taskName() const;     //!< safe text
    QString templateText() const; //!< "cleanup-idle-ecs v12"
    WaitKind kind() const;
    Confidence confidence() const;
    //! For Gone: what became of the run, as a whole sentence; empty else.
    QString overText() const;
    //! That a task which waited for a vote was decided, and by whom as far as that can be told;
    //! empty while it waits, and where it is not known. No task: the one that is shown.
    QString takenText(const TaskExecutionId &task = {}) const;
    //! What Approve does and what Reject does, one sentence each; empty when the act does not fit.
    std::vector<QString> consequences() const;
    bool isDangerous() const; //!< the consequence releases a high-risk call
    //! What a person should hear before they let the run go on, a whole sentence each; none of it
    //! closes an act.
    std::vector<QString> cautions() const;
    //! That the last ones were decided in haste, and what differs from the last of them; empty: not
    //! so.
    std::vector<QString> hasteLines() const;
    std::vector<QString> targets() const; //!< ids in full, safe text
    QString starterQuote() const;         //!< the description, safe text; empty: none
    QString starterName() const;          //!< safe text
    std::vector<LabelledFact> facts() const;
    //! What could not be read, each a sentence that names the right where one is missing.
    std::vector<QString> notRead() const;
    //! Other waits of the same run that need a look, e.g. "3 waits in this run; this is task …".
    QString otherWaitsText() const;

    //! How a paused run stands (failed tasks with reasons, batches, steps), a sentence each.
    std::vector<QString> pauseLines() const;

    ParameterModel *parameters() const;
    //! With which run the parameters are compared, or why with none; empty while not known.
    QString parameterComparison() const;
    RiskyCallModel *riskyCalls() const;
    TaskTreeModel *tasks() const;
    OutputModel *outputs() const;
    //! Why there are no outputs, as a whole sentence; empty when there are some.
    QString noOutputsText() const;
    LogModel *log() const;
    GraphViewModel *graph() const;
    //! What was decided here about the run, and notes that others left.
    DecisionHistory *history() const;
    //! What is missing of the log, as a whole sentence; empty when it is all there.
    QString logProblem() const;

    //! Template tab: text, 1-based line range of the waiting task (0,0: unknown), and the reason
    //! why it does not parse (with line), empty when it does or was not read.
    QString templateContent() const;
    std::pair<int, int> waitingTaskLines() const;
    QString templateProblem() const;
    //! False while the template's text is there and is not understood yet: which parameters are
    //! secret, and what follows, is not known before.
    bool isTemplateUnderstood() const;

    QUrl webConsoleUrl() const;
    //! Account, region, template, task, starter and a link, for pasting into a chat; plain text.
    QString chatText() const;

    //! Why this run cannot be started again in Debug mode, as a whole sentence; empty: it can, also
    //! when it has ended.
    QString startAgainObstacle() const;
    //! Another run of the same template in Debug mode; nullptr where there is an obstacle. `locale`
    //! is the person's, such as zh_CN. The caller owns it.
    std::unique_ptr<StartAgainViewModel> beginStartAgain(const QString &locale) const;

    Capability capability(Act act) const;
    //! The same as if no earlier decision about the wait stood in the way.
    Capability capabilityAgain(Act act) const;
    //! Kinds that a person may name for this wait, because it was not recognised for certain; empty
    //! for one that was. Naming one opens its acts; the decisions then say who named it.
    std::vector<WaitKind> namableKinds() const;
    //! The kind that the person named for the wait shown; nothing: as it was recognised.
    std::optional<WaitKind> namedKind() const;
    void nameKind(const std::optional<WaitKind> &kind);
    //! Steps through one's own Debug run.
    DebugLane &lane() const;
    //! Freezes the record for `act`; nullptr when the act is not enabled. The caller owns it.
    std::unique_ptr<DecisionViewModel> beginDecision(Act act, const DecisionStart &start = {});

public Q_SLOTS:
    //! Shows another row; reading starts at once. Nothing: Empty.
    void show(const std::optional<countersign::WaitRow> &row);
    //! Reads again; what is shown stays until the answer is there.
    void refresh();

Q_SIGNALS:
    //! Anything shown has changed. Emitted at most once per event-loop turn.
    void changed();
    //! A fact (security.md 4.4) changed while shown: deciding buttons rest for 300 ms.
    void factsChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
