// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/keychainproblem.h"
#include "app/flows/profilecheck.h"
#include "app/flows/profilekeeper.h"
#include "app/viewmodels/keysourcewords.h"
#include "app/viewmodels/keytroubles.h"
#include "app/viewmodels/standingwords.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace countersign {

class ImportViewModel;

//! One sentence of a test's result.
struct CheckLine
{
    enum class Mark { Good, Bad, Open /*!< under way, or not tried */ };
    Mark mark = Mark::Open;
    QString text; //!< safe text
    friend bool operator==(const CheckLine &, const CheckLine &) = default;
};

//! A profile whose keys another one can take a role with.
struct ProfileChoice
{
    ProfileId id;
    QString words; //!< its name and account; safe text
    friend bool operator==(const ProfileChoice &, const ProfileChoice &) = default;
};

//! What a form offers where nothing stands yet.
struct SourceProposals
{
    std::vector<ProfileChoice> others;
    QString sessionName; //!< of a role, after the user's name
    QString cliFile;     //!< where the aliyun CLI keeps its profiles
};

//! The profiles, for the dialog in which they are added, tested, changed and removed.
class ProfilesViewModel : public QObject
{
    Q_OBJECT

public:
    //! Called from the event loop, with an empty text when it is done, else with why it is not:
    //! whole sentences, the first of which says what happened.
    using Done = std::function<void(const QString &problem)>;

    //! Both outlive this.
    ProfilesViewModel(ProfileKeeper &keeper, const FlowServices &services,
                      QObject *parent = nullptr);
    ~ProfilesViewModel() override;

    //! Those that can be changed: the announced sandbox is not among them.
    std::vector<Profile> profiles() const;
    //! Whether there is room for one more.
    bool canAdd() const;
    //! With a new id, a free look, and, in the sandbox's world, its addresses.
    Profile newProfile() const;
    bool isSandboxWorld() const;
    //! Takes profiles over from the files of other programs; this object outlives it.
    std::unique_ptr<ImportViewModel> newImport() const;
    //! Every region that is known.
    static std::vector<RegionId> offeredRegions();

    //! Of the key that was entered, or that the keychain keeps.
    KeyStanding standing(const ProfileId &id) const;
    //! The same and that of issued keys, for people.
    ShownStanding shownStanding(const ProfileId &id) const;
    //! Of every profile, one for each cause; none while the program is locked.
    std::vector<KeyTrouble> keyTroubles() const;
    //! Asks the source of the profile's keys now.
    void renew(const ProfileId &id);

    SourceProposals proposals(const ProfileId &id) const;
    //! What is wrong with the profile's source, alone and among the others.
    SourceFinding sourceFinding(const Profile &profile) const;
    //! Names of those whose keys come from this profile; safe text, empty: of none.
    QString builtOnText(const ProfileId &id) const;

    //! What the keychain is doing, or why it is of no use; empty when all is well.
    QString keychainText() const;
    bool isKeychainUsable() const;
    //! Why the profile cannot be saved as it is; empty: it can.
    QString problemText(const Profile &profile) const;
    //! Hosts of the profile's endpoints that are not Alibaba Cloud's.
    static QStringList privateHosts(const Profile &profile);
    //! What such a host would learn, for the one who is to agree to it; empty: there is none.
    static QString privateEndpointText(const Profile &profile);
    //! Of the file of profiles, and of entries in it that could not be used; empty: none.
    QString fileText() const;

    //! False: there is no key that a test could begin with.
    bool canTest(const Profile &profile, bool hasNewKey) const;
    //! Tests the profile as it stands in the form, with a new key, or the one that is here, or what
    //! its source gives.
    void test(const Profile &profile, std::shared_ptr<const Credentials> newKey);
    void endTest();
    //! What was edited is closed, saved or not: keys that tests have taken for a profile that does
    //! not use them leave the memory. Those that can be taken once are gone then. A lock does the
    //! same.
    void forgetTested();
    bool isTesting() const;
    //! Empty before the first test.
    std::vector<CheckLine> checkLines() const;
    //! The scheme the test came to; nothing when it did not change.
    std::optional<SignatureScheme> changedScheme() const;
    //! The account of the tested key; empty: not known.
    QString testedAccount() const;
    //! A RAM policy with the rights that are missing, or not tried; empty when none is.
    QString policyText() const;
    //! A RAM policy with every right this program uses.
    static QString wholePolicyText();

    void save(const Profile &profile, std::shared_ptr<const Credentials> newKey, QObject *context,
              Done done);
    void remove(const ProfileId &id, bool evenIfKept, QObject *context, Done done);
    //! For this session only. `expiresAt`: UTC; invalid: no end is known.
    void enterKey(const ProfileId &id, std::shared_ptr<const Credentials> key,
                  const QDateTime &expiresAt);
    //! Asks the keychain again.
    void retryKey(const ProfileId &id);

public Q_SLOTS:
    //! The program is locked: nobody is asked for anything, so that there are no troubles to tell.
    void setLocked(bool isLocked);
    void setKeychainState(countersign::KeychainState state,
                          std::optional<countersign::KeychainProblem> trouble);

Q_SIGNALS:
    //! Profiles, their keys, or the keychain have changed.
    void changed();
    //! The test has come further.
    void checkChanged();

private:
    const ProfileCheckReport *report() const;

    class Private;
    std::unique_ptr<Private> d;
};

//! Names of the colours and patterns of a banner.
QString environmentColorText(EnvironmentColor color);
QString environmentPatternText(EnvironmentPattern pattern);
//! "China (Hangzhou)"; empty where only the id is known.
QString regionName(const RegionId &region);

} // namespace countersign
