// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flowservices.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace countersign {

//! Whether the caller has one of the rights this program uses, as far as it was tried.
struct RightFinding
{
    enum class State {
        Present,
        Missing,
        NotTried, //!< trying would change something, or an earlier step failed
        Unclear,  //!< the call failed for another reason
    };
    QString right; //!< such as oos:ListExecutions
    State state = State::NotTried;
    std::optional<Error> error; //!< of Missing and Unclear
    friend bool operator==(const RightFinding &, const RightFinding &) = default;
};

//! What testing a profile has found out so far.
struct ProfileCheckReport
{
    enum class Step { Keys, Identity, Reading, DecisionRoad, Rights, Done };
    Step step = Step::Identity; //!< that is under way, or at which it ended with an error
    std::optional<CallerIdentity> identity;
    //! The key belongs to another account than the profile.
    bool isOtherAccount = false;
    std::optional<Error> error;                   //!< why the test ended early
    SignatureScheme scheme = SignatureScheme::V3; //!< that works, as far as it was tried
    //! The newer scheme read well and was refused on the road of a decision.
    bool isSchemeChanged = false;
    std::optional<std::chrono::seconds> clockSkew;
    std::vector<RightFinding> rights;
    //! Regions of the profile that the service does not list; empty as well when it was not asked.
    std::vector<RegionId> unlistedRegions;
    bool hasEnded() const { return step == Step::Done || error || isOtherAccount; }
};

//! Tests a profile before it is relied on: whether its source gives keys, whose they are, whether
//! reading works, whether a call in the shape of a decision arrives whole, and which rights are
//! there. Sends nothing that changes anything. Owned by whoever started it; destroying it ends the
//! test.
class ProfileCheck : public QObject
{
    Q_OBJECT

public:
    //! `credentials` are lent for this test only: what was entered, null where the source begins
    //! with no entered key. A source that the person has not agreed to is not asked.
    ProfileCheck(const FlowServices &services, const Profile &profile,
                 std::shared_ptr<const Credentials> credentials, QObject *parent = nullptr);
    ~ProfileCheck() override;

    //! Every region in which the service runs, as documented.
    static std::vector<RegionId> knownRegions();

    //! Begins; later calls do nothing.
    void start();
    const ProfileCheckReport &report() const;

Q_SIGNALS:
    //! The report has grown; the last time when it has ended. Never from inside start().
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

//! The rights this program uses, in the order of their weight: those without which nothing works,
//! then the rest.
std::vector<QString> usedRights();
//! A RAM policy that grants exactly `rights`, as JSON text for the RAM console.
QString ramPolicyText(const std::vector<QString> &rights);

} // namespace countersign
