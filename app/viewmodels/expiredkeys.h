// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/decisionprogress.h"
#include "app/flows/flowservices.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace countersign {

//! The keys of a decision that came to nothing because they had ended, until others are there.
//! Sends nothing but what gets keys. Owned by the decision's view-model; main thread.
class ExpiredKeys : public QObject
{
    Q_OBJECT

public:
    //! From when the decision has ended. Others last when they last for `outlast`.
    ExpiredKeys(const FlowServices &services, const Place &place, std::chrono::milliseconds outlast,
                QObject *parent = nullptr);
    ~ExpiredKeys() override;

    //! True for a decision of which nothing has left, or that was refused before any action,
    //! because its keys had ended.
    static bool areBehind(const DecisionProgress &progress);

    //! Others are lent, and they last.
    bool areBack() const;
    //! The source can give others without the person; else they are to be entered.
    bool canRenew() const;
    bool isAsking() const { return m_isAsking; }
    //! Asks the source for others; nothing while it is asked, or where it cannot give any.
    void renew();
    //! Why it gave none when it was asked last; empty: it was not, or it did.
    QString problemText() const;

Q_SIGNALS:
    void changed();
    //! The source that was asked has given others.
    void renewed();

private:
    FlowServices m_services;
    Place m_place;
    std::chrono::milliseconds m_outlast;
    std::weak_ptr<const Credentials> m_before; //!< compared, never lent
    bool m_isAsking = false;
    std::optional<Error> m_problem;
};

} // namespace countersign
