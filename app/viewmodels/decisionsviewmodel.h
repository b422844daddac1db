// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <QObject>

#include <memory>
#include <vector>

namespace countersign {

class DecisionPace;
class DecisionViewModel;

//! Owns the decisions of this session after their dialog handed them over, so that a result stays
//! visible until it is settled and an unknown outcome stays across the window.
class DecisionsViewModel : public QObject
{
    Q_OBJECT

public:
    explicit DecisionsViewModel(QObject *parent = nullptr);
    ~DecisionsViewModel() override;

    //! Takes over a decision that left Composing.
    void adopt(std::unique_ptr<DecisionViewModel> decision);
    //! Newest first.
    std::vector<DecisionViewModel *> all() const;
    //! Decisions of one execution (task empty: any), newest first.
    std::vector<DecisionViewModel *> forExecution(const ExecutionId &execution) const;
    //! Unknown or unresolved ones, oldest first.
    std::vector<DecisionViewModel *> loud() const;
    //! How quickly reviews are decided, over all windows.
    DecisionPace &pace() const;
    //! True while one is being sent: closing the window explains and waits.
    bool isSending() const;

Q_SIGNALS:
    void changed();
    //! A decision reached its final word: lists are worth reading again.
    void settled(countersign::DecisionViewModel *decision);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
