// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/waitrow.h"

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
class WatchFlow;

//! One profile and region that is not well, for the lines below the window.
struct PlaceTrouble
{
    enum class Kind { Behind, Throttled, Refused, Failed, Incomplete, WithoutChildren };
    Place place;
    QString alias;
    Kind kind = Kind::Failed;
    std::optional<Error> error;
    QDateTime lastGoodRead; //!< UTC; invalid: never
    QDateTime nextRead;     //!< UTC; invalid: not planned
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
        Stale,  //!< some or all rows are older than 60 s
        Failed, //!< nothing could be read and there are no old rows
    };

    InboxViewModel(WatchFlow &watch, QObject *parent = nullptr);
    ~InboxViewModel() override;

    InboxModel *model() const;
    InboxFilter *filter() const; //!< what the list shows

    State state() const;
    std::optional<Error> error() const; //!< for Failed
    bool isReading() const;
    QDateTime lastGoodRead() const; //!< UTC, the oldest of the places that were read
    int runCount() const;           //!< executions with at least one wait
    int waitCount() const;
    const std::vector<PlaceTrouble> &troubles() const;
    //! "6 runs, 7 waits · acme-dev not read since 10:32"; translated, complete.
    QString countText() const;
    bool hasFilter() const;

public Q_SLOTS:
    //! Reads all places now; safe to call twice. Rows, selection and scroll position stay.
    void refresh();
    void setFilterText(const QString &text);

Q_SIGNALS:
    void stateChanged();
    void countsChanged();
    void troublesChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
