// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/networkviewmodel.h"

#include "app/domain/displaytext.h"
#include "app/domain/transportcodes.h"
#include "app/flows/networkkeeper.h"
#include "app/settings/personalfiles.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/networkwords.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace countersign {

class NetworkViewModel::Private
{
public:
    void apply(const NetworkChoice &choice);
    void forgetTest();
    void find(const NetworkKeeper::Finding &finding);
    void writeRecord();

    NetworkViewModel &q;
    NetworkKeeper &keeper;
    PersonalFiles &files;
    Profiles profiles;
    QString passwordProblem;
    std::vector<CheckLine> lines;
    int open = 0; //!< endpoints that the test under way waits for
    std::unique_ptr<QObject> test;
    std::optional<NetworkChoice> before; //!< defaults were restored
};

void NetworkViewModel::Private::apply(const NetworkChoice &choice)
{
    files.network.setChoice(choice);
    files.flush();
    keeper.use(choice);
    forgetTest();
    Q_EMIT q.changed();
}

//! What was found on one way says nothing of another.
void NetworkViewModel::Private::forgetTest()
{
    lines.clear();
    open = 0;
    test.reset();
}

void NetworkViewModel::Private::find(const NetworkKeeper::Finding &finding)
{
    lines.push_back({finding.report.error ? CheckLine::Mark::Bad : CheckLine::Mark::Good,
                     findingText(finding)});
    --open;
    Q_EMIT q.changed();
}

void NetworkViewModel::Private::writeRecord()
{
    const KeychainRecord &record = keeper.record();
    files.network.setSavedPassword({record.isSaved, record.backend, record.savedAt});
    files.flush();
}

NetworkViewModel::NetworkViewModel(NetworkKeeper &keeper, PersonalFiles &files, Profiles profiles,
                                   QObject *parent)
    : QObject(parent)
    , d(new Private{*this, keeper, files, std::move(profiles), {}, {}, 0, {}, {}})
{
    keeper.use(files.network.choice());
    connect(&keeper, &NetworkKeeper::changed, this, &NetworkViewModel::changed);
    connect(&keeper, &NetworkKeeper::recordChanged, this, [this] { d->writeRecord(); });
}

NetworkViewModel::~NetworkViewModel() = default;

NetworkChoice NetworkViewModel::choice() const
{
    return d->keeper.choice();
}

void NetworkViewModel::setChoice(const NetworkChoice &choice)
{
    if (choice == this->choice())
        return;
    d->before.reset();
    d->passwordProblem.clear();
    d->apply(choice);
}

QString NetworkViewModel::problemText() const
{
    const NetworkProblem problem = problemOf(choice());
    if (problem != NetworkProblem::None)
        return networkProblemText(problem);
    if (d->keeper.refusingProxy().isEmpty())
        return {};
    Error error;
    error.kind = Error::Kind::ProxyRefused;
    error.code = transportcodes::proxyAuthentication();
    error.proxy = d->keeper.refusingProxy();
    return errorText(error);
}

bool NetworkViewModel::takesPassword() const
{
    return choice().mode == ProxyMode::Manual && !choice().user.isEmpty();
}

QString NetworkViewModel::passwordText() const
{
    return takesPassword() ? proxyPasswordText(d->keeper.passwordState()) : QString();
}

QString NetworkViewModel::passwordProblemText() const
{
    return d->passwordProblem;
}

bool NetworkViewModel::canForgetPassword() const
{
    return d->keeper.record().isSaved || d->keeper.passwordState() == ProxyPasswordState::Session;
}

void NetworkViewModel::enterPassword(SecretBytes password, bool keep)
{
    d->passwordProblem.clear();
    d->keeper.setPassword(std::move(password), keep, this, [this](const auto &error) {
        if (error)
            d->passwordProblem = tr("The keychain did not take the password; it is not used. "
                                    "Enter it again without keeping it.");
        else
            d->forgetTest();
        Q_EMIT changed();
    });
}

void NetworkViewModel::forgetPassword()
{
    d->passwordProblem.clear();
    d->forgetTest();
    d->keeper.forgetPassword(this, [this](const auto &error) {
        if (error)
            d->passwordProblem = tr("The keychain did not delete the password. It is not used any "
                                    "more in this session.");
        Q_EMIT changed();
    });
}

QString NetworkViewModel::authorityProblemText() const
{
    return countersign::authorityProblemText(d->keeper.authorities());
}

QString NetworkViewModel::authorityNote() const
{
    const QString problem = authorityProblemText();
    if (problem.isEmpty())
        return {};
    //: %1 is the path of a file, %2 whole sentences about it
    return tr("The file of the company's certificate authorities (%1): %2")
        .arg(safeLine(d->keeper.authorities().path, 256), problem);
}

QStringList NetworkViewModel::authorityLines() const
{
    return countersign::authorityLines(d->keeper.authorities());
}

std::vector<NetworkViewModel::Tried> NetworkViewModel::profiles() const
{
    std::vector<Tried> all;
    for (const Profile &profile : d->profiles())
        all.push_back({profile.id, safeLine(profile.alias, 120)});
    return all;
}

void NetworkViewModel::test(const ProfileId &id)
{
    const std::vector<Profile> all = d->profiles();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&id](const Profile &profile) { return profile.id == id; });
    if (found == all.end())
        return;
    d->lines = {{CheckLine::Mark::Good, tr("No request is made: a connection is opened, proves who "
                                           "it leads to, and is closed.")}};
    d->open = 2;
    // An earlier test is not heard any more.
    d->test = std::make_unique<QObject>();
    d->keeper.test(*found, d->test.get(),
                   [this](const NetworkKeeper::Finding &finding) { d->find(finding); });
    Q_EMIT changed();
}

bool NetworkViewModel::isTesting() const
{
    return d->open > 0;
}

std::vector<CheckLine> NetworkViewModel::testLines() const
{
    return d->lines;
}

bool NetworkViewModel::canRestore() const
{
    return choice() != NetworkChoice();
}

void NetworkViewModel::restoreDefaults()
{
    if (!canRestore())
        return;
    d->before = choice();
    d->apply({});
}

QString NetworkViewModel::undoText() const
{
    return d->before ? tr("The network settings are as they were at first.") : QString();
}

void NetworkViewModel::undo()
{
    if (const auto before = std::exchange(d->before, std::nullopt))
        d->apply(*before);
}

void NetworkViewModel::forgetUndo()
{
    if (std::exchange(d->before, std::nullopt))
        Q_EMIT changed();
}

} // namespace countersign
