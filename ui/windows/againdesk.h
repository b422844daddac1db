// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"

#include <QObject>
#include <QString>

#include <optional>

namespace countersign {

class DecisionDesk;
class DecisionsViewModel;
class DecisionViewModel;
class ReviewViewModel;

//! Opens the dialog that decides again in spite of a decision whose effect is not known, and says
//! it where that cannot be: never about another task than the one that was decided, never on what
//! was read before, never where the rule does not allow it at that moment.
class AgainDesk : public QObject
{
    Q_OBJECT

public:
    //! The view-models outlive the window, which owns this and the desk.
    AgainDesk(ReviewViewModel &review, DecisionsViewModel &decisions, DecisionDesk &desk,
              QObject *parent);

    //! Why it cannot be decided again at this moment, whatever the review shows; a sentence that
    //! begins with what happened to the service. Empty: it can.
    QString obstacleTo(const DecisionId &decision) const;
    //! The review shows the wait of the decision: it is read anew, and then either the dialog
    //! opens, or refused() says why it does not. A later call takes the place of an earlier one.
    void begin(const DecisionRecord &record);

Q_SIGNALS:
    //! Safe text that begins with what happened to the service.
    void refused(const QString &words);

private:
    const DecisionViewModel *find(const DecisionId &decision) const;
    QString obstacleInReview(const DecisionRecord &record) const;
    void tryOpening();

    ReviewViewModel &m_review;
    DecisionsViewModel &m_decisions;
    DecisionDesk &m_desk;
    std::optional<DecisionRecord> m_record; //!< waits until the review was read
};

} // namespace countersign
