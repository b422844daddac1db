// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keyimport.h"
#include "app/credentials/profilestore.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace countersign {

//! What importing a profile does here.
enum class ImportAction {
    None,       //!< it cannot be imported, or not under this name
    Add,        //!< a new profile
    ReplaceKey, //!< a profile of ours gets the key that stands in the file
    IsHere,     //!< a profile of ours takes its keys in the very same way
};

//! Why a name cannot be taken.
enum class ImportClash {
    None,
    NoAlias,
    LongAlias,
    TakenHere,   //!< by a profile of ours that is of another kind
    TakenInFile, //!< by an earlier one of the file
};

//! A profile of a file, with what the person has chosen for it.
struct ImportItem
{
    ImportCandidate candidate;
    QString alias;
    ProfileId id; //!< of ours: the new one's, or the one's that is here
    ImportAction action = ImportAction::None;
    ImportClash clash = ImportClash::None;
    //! ReplaceKey: the key that it has is not at hand, so it could not be put back.
    bool isKeyUnread = false;
    bool isBaseUnusable = false; //!< the profile it builds on cannot be had under its name
    bool isRecognised = false;   //!< one of ours was found by its key or source
    //! ReplaceKey: the key in the file is another one than the profile here has.
    bool hasOtherKey = false;
    bool isChosen = false;

    bool canBeChosen() const;
};

//! Which profiles of a file are imported and under which names. Who is chosen brings along those it
//! builds on, with their keys where they have others here; who is left out takes along those that
//! build on it. Pure.
class ImportPlan
{
public:
    //! A profile of ours.
    struct Known
    {
        Profile profile;
        bool isKeyAtHand = false; //!< in memory, or there is none at all
        friend bool operator==(const Known &, const Known &) = default;
    };

    ImportPlan() = default;
    //! Everything that would be a new profile is chosen, unless it is switched off in the file.
    ImportPlan(std::vector<ImportCandidate> candidates, std::vector<Known> known);

    const std::vector<ImportItem> &items() const { return m_items; }
    //! Both are of the very same profiles, whatever is chosen of them.
    bool isLike(const ImportPlan &other) const;
    //! Ours have changed; names and choices stay as far as they can.
    void setKnown(std::vector<Known> known);
    void setAlias(std::size_t index, const QString &alias);
    void setChosen(std::size_t index, bool isChosen);
    //! All that can be chosen and would be new; or none.
    void setAllChosen(bool isChosen);
    int chosenCount() const;
    //! How many new profiles there is no room for; 0: there is.
    int tooMany() const;
    const std::vector<Known> &known() const { return m_known; }

private:
    const Known *namedLike(const QString &alias) const;
    bool recognise(bool wantsName);
    KeySource sourceOf(const ImportItem &item) const;
    void resolve();
    void resolve(std::size_t index, std::vector<bool> &isDone);
    ImportClash clashOf(std::size_t index) const;
    void leaveOut(std::size_t index);
    bool restsOnOtherKey(std::size_t index) const;

    std::vector<ImportItem> m_items;
    std::vector<Known> m_known;
};

//! One change of an import, and what there was before it.
struct ImportStep
{
    Profile profile;
    std::shared_ptr<const Credentials> key; //!< null: none
    std::optional<Profile> before;          //!< nothing: it is new
    std::shared_ptr<const Credentials> keyBefore;
    //! The keychain, where the former key is, is of no use: the new one is for this session.
    bool isForSession = false;
};

//! How the chosen ones are made into profiles.
struct ImportTarget
{
    RegionId region;     //!< for those that name none
    bool isKept = false; //!< keys go to the keychain
    bool isKeychainUsable = false;
    ProfileWorld world = ProfileWorld::Real;
    std::function<Profile()> newProfile; //!< with what this world's profiles have in common
    std::function<std::shared_ptr<const Credentials>(const ProfileId &)> keyOf; //!< at present
};

//! The changes that import what is chosen: those first whose failure leaves least to take back.
std::vector<ImportStep> importSteps(const ImportPlan &plan, const CliConfig &config,
                                    const ImportTarget &target);

} // namespace countersign
