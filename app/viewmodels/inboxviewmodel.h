// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/waitrow.h"
#include "app/models/inboxfilterspec.h"
#include "app/settings/namedviews.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QAbstractItemModel;
QT_END_NAMESPACE

namespace countersign {

class InboxFilter;
class InboxModel;
class PersonalFiles;
class WatchFlow;
struct WatchSummary;

//! A profile and region that is not well, or several regions of one profile that are not well for
//! the same cause; for the lines below the window.
struct PlaceTrouble
{
    //! The order in which they are told: what the person can do something about comes first.
    enum class Kind {
        Stopped, //!< the profile is refused as a whole and is left alone
        Refused,
        Failed,
        Incomplete,
        Throttled,
        Behind,
        WithoutChildren,
        Locked, //!< the profile has no credentials
    };
    Place place; //!< the first of them
    int regions = 1;
    std::vector<ProfileId> further; //!< other profiles with the same cause on their way
    QString alias;
    Kind kind = Kind::Failed;
    std::optional<Error> error;
    QDateTime lastGoodRead; //!< UTC, the oldest of them; invalid: never read, none of them
    QDateTime nextRead;     //!< UTC, the first of them; invalid: not planned
    friend bool operator==(const PlaceTrouble &, const PlaceTrouble &) = default;
};

//! The inbox: what waits, over all profiles and regions. Old rows stay visible while loading, stale
//! or failed.
class InboxViewModel : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Loading, //!< nothing was read yet
        Ready,
        Stale,  //!< some or all rows are older than 60 s, or were not read when they should be
        Failed, //!< nothing could be read and there are no old rows
    };

    //! What is put off, the order and the filter come from `files`, which outlives this.
    InboxViewModel(WatchFlow &watch, PersonalFiles &files, QObject *parent = nullptr);
    ~InboxViewModel() override;

    InboxModel *model() const;
    InboxFilter *filter() const; //!< what the list shows

    State state() const;
    //! For Failed; nothing when all profiles are locked.
    std::optional<Error> error() const;
    bool isReading() const;
    QDateTime lastGoodRead() const; //!< UTC, the oldest of the places that were read
    int runCount() const;           //!< executions with at least one wait
    int waitCount() const;
    //! Every wait with its group, in the order of the list, whatever the filter shows.
    const std::vector<WaitRow> &rows() const;
    //! Waits of one group, whatever the filter shows.
    int groupCount(WaitGroup group) const;
    //! One for each profile and cause, most urgent first.
    const std::vector<PlaceTrouble> &troubles() const;
    //! Whether anything is watched at all, as things stand.
    WatchSummary watching() const;
    //! "6 runs, 7 waits · acme-dev not read since 10:32"; translated, complete.
    QString countText() const;
    bool hasFilter() const;
    //! "A filter hides 5 waits."; empty when it hides none.
    QString hiddenText() const;

    const InboxFilterSpec &filterSpec() const;
    void setFilterSpec(const InboxFilterSpec &spec);
    InboxOrder order() const;
    //! The filter and order as they stand, without a name.
    NamedView view() const;
    void setView(const NamedView &view);

    const std::vector<NamedView> &namedViews() const;
    //! Keeps the filter and order as they stand under a name; false: not a name, or too many.
    bool saveView(const QString &name);
    void removeView(const QString &name);

    //! True when exactly this wait is listed, whatever the filter shows.
    bool isListed(const WaitRowId &id) const;
    //! True when the wait stands under Later.
    bool isPutOff(const WaitRowId &id) const;
    //! Puts a listed wait off until `until` (UTC; invalid: until it changes). Nothing is sent.
    void putOff(const WaitRowId &id, const QDateTime &until);
    void takeBack(const WaitRowId &id);
    //! When a put-off wait comes back, as a whole sentence; empty when it is not put off.
    QString putOffText(const WaitRowId &id) const;

public Q_SLOTS:
    void setOrder(countersign::InboxOrder order);
    //! Reads all places now; safe to call twice. Rows, selection and scroll position stay.
    void refresh();
    void setFilterText(const QString &text);

Q_SIGNALS:
    void stateChanged();
    void countsChanged();
    void troublesChanged();
    void viewsChanged();
    //! A wait that was put off has come back, because its time has come or it has changed. Before
    //! rowsChanged().
    void cameBack(const countersign::WaitRowId &id);
    //! Rows or their groups have changed; snapshot-wide, for what counts and tells of them.
    void rowsChanged();

private:
    static QString missingText(const PlaceTrouble &trouble, const QDateTime &now);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
