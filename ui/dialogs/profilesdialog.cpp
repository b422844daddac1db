// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/profilesdialog.h"

#include "app/domain/displaytext.h"
#include "app/models/sentences.h"
#include "ui/dialogs/checkview.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/profilelist.h"
#include "ui/views/announce.h"
#include "ui/views/icons.h"
#include "ui_profilesdialog.h"

#include <QScreen>

#include <algorithm>

namespace countersign {

namespace {

constexpr qsizetype aliasLimit = 80;

} // namespace

ProfilesDialog::ProfilesDialog(ProfilesViewModel &profiles, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ProfilesDialog>())
    , m_profiles(profiles)
{
    m_ui->setupUi(this);
    setWindowModality(Qt::WindowModal);
    setWindowIcon(programIcon());
    m_ui->emptyHeading->setWeight(true, 1.15);
    m_ui->emptyPolicy->setPolicy(
        tr("This policy grants the rights that Countersign uses; the first four are enough to "
           "decide."),
        ProfilesViewModel::wholePolicyText());
    m_ui->noticeIcon->setIcon(QStringLiteral("warning"));
    // Its line is kept free, so that an answer moves nothing.
    m_ui->statusLabel->setMinimumHeight(fontMetrics().height() + 2);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(0);
    connectForm();
    connectButtons();
    refresh();
}

ProfilesDialog::~ProfilesDialog() = default;

void ProfilesDialog::connectForm()
{
    // A file of many profiles changes many of them at once.
    connect(&m_profiles, &ProfilesViewModel::changed, &m_refreshTimer, qOverload<>(&QTimer::start));
    connect(&m_refreshTimer, &QTimer::timeout, this, &ProfilesDialog::refresh);
    connect(&m_profiles, &ProfilesViewModel::checkChanged, this, &ProfilesDialog::onCheckChanged);
    connect(m_ui->profileList, &ProfileList::chosenByPerson, this, &ProfilesDialog::onChosen);
    connect(m_ui->form, &ProfileForm::edited, this, [this] {
        m_answer.clear();
        m_ui->question->leave();
        updateState();
    });
    connect(m_ui->form, &ProfileForm::testedPartEdited, this, &ProfilesDialog::onTestedPartEdited);
    connect(m_ui->form, &ProfileForm::sessionPressed, this, &ProfilesDialog::useForSession);
    connect(m_ui->form, &ProfileForm::retryPressed, this,
            [this] { m_profiles.retryKey(m_base.id); });
    connect(m_ui->form, &ProfileForm::renewPressed, this, [this] { m_profiles.renew(m_base.id); });
}

void ProfilesDialog::connectButtons()
{
    connect(m_ui->addButton, &QPushButton::clicked, this, &ProfilesDialog::addProfile);
    connect(m_ui->addFirstButton, &QPushButton::clicked, this, &ProfilesDialog::addProfile);
    for (QPushButton *button : {m_ui->importButton, m_ui->importFirstButton})
        connect(button, &QPushButton::clicked, this, &ProfilesDialog::importProfiles);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &ProfilesDialog::askRemove);
    connect(m_ui->testButton, &QPushButton::clicked, this, &ProfilesDialog::test);
    connect(m_ui->revertButton, &QPushButton::clicked, this, &ProfilesDialog::revert);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ProfilesDialog::save);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &ProfilesDialog::reject);
}

std::optional<Profile> ProfilesDialog::stored(const ProfileId &id) const
{
    const std::vector<Profile> all = m_profiles.profiles();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&id](const Profile &profile) { return profile.id == id; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

void ProfilesDialog::addProfile()
{
    leave([this] {
        if (!m_profiles.canAdd()) {
            answer(tr("There is no room for another profile."));
            return;
        }
        fill(m_profiles.newProfile(), true);
        m_ui->form->showAccount();
    });
}

void ProfilesDialog::importProfiles()
{
    leave([this] {
        // What was typed is discarded, as for another profile that is shown.
        if (m_isNew)
            drop();
        else if (!m_base.id.isEmpty())
            showStored(m_base.id);
        refresh();
        auto *dialog = new ImportDialog(m_profiles.newImport(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ImportDialog::profileWanted, this, &ProfilesDialog::showProfile);
        dialog->open();
    });
}

void ProfilesDialog::showProfile(const ProfileId &id)
{
    if (id != m_base.id)
        leave([this, id] { showStored(id); });
}

void ProfilesDialog::showStored(const ProfileId &id)
{
    if (const auto profile = stored(id))
        fill(*profile, false);
}

void ProfilesDialog::fill(const Profile &profile, bool isNew)
{
    m_profiles.endTest();
    m_base = profile;
    m_isNew = isNew;
    m_answer.clear();
    m_ui->question->leave();
    // One that never had a key may keep its first.
    m_wasKept =
        profile.key.isSaved || (profile.keyIdEnd.isEmpty() && m_profiles.isKeychainUsable());
    fillForm(profile);
    m_ui->form->checkView()->clear(
        tr("Not tested yet. A test asks whose key this is, tries the way of a decision, and looks "
           "which rights are there. It changes nothing at the service."));
    refresh();
}

void ProfilesDialog::fillForm(const Profile &profile)
{
    m_ui->form->setProfile(profile, m_wasKept, m_profiles.isSandboxWorld(),
                           m_profiles.proposals(profile.id));
}

std::optional<ProfileDraft> ProfilesDialog::draft() const
{
    const Profile shown = m_ui->form->profileOn(m_base);
    if (m_isBusy || m_base.id.isEmpty() || shown == m_base)
        return std::nullopt;
    return ProfileDraft{m_base, shown, m_isNew};
}

void ProfilesDialog::showDraft(const ProfileDraft &draft)
{
    const auto base = draft.isNew ? std::optional(draft.base) : stored(draft.base.id);
    if (!base)
        return;
    fill(*base, draft.isNew);
    fillForm(draft.shown);
    refresh();
    answer(tr("This was entered before and is not saved. A key that was entered with it is to be "
              "entered again."));
}

void ProfilesDialog::onChosen(const ProfileId &id)
{
    if (!id.isEmpty() && id != m_base.id)
        leave([this, id] { showStored(id); });
    // The view is not done with the selection yet.
    QTimer::singleShot(0, this, [this] { m_ui->profileList->choose(m_base.id); });
}

void ProfilesDialog::drop()
{
    m_profiles.endTest();
    m_profiles.forgetTested();
    m_ui->form->forgetKey();
    m_ui->question->leave();
    m_isNew = false;
    m_base = {};
    m_answer.clear();
}

bool ProfilesDialog::isChanged() const
{
    const ProfileForm &form = *m_ui->form;
    return !m_base.id.isEmpty() &&
           (form.profileOn(m_base) != m_base || form.hasKey() || form.isKeepTicked() != m_wasKept);
}

void ProfilesDialog::leave(const std::function<void()> &then)
{
    if (m_isBusy) {
        m_ui->question->ask(tr("The keychain has not answered yet. What was asked of it goes on, "
                               "and a failure would not be shown."),
                            tr("Close all the same"), tr("Wait"), then);
    } else if (isChanged()) {
        const QString alias = safeLine(m_ui->form->profileOn(m_base).alias, aliasLimit);
        m_ui->question->ask(alias.isEmpty() ? tr("The new profile is not saved.")
                                            : tr("“%1” has changes that are not saved.").arg(alias),
                            tr("Discard"), tr("Keep editing"), then);
    } else {
        then();
    }
}

void ProfilesDialog::reject()
{
    if (m_ui->question->isAsking())
        m_ui->question->leave();
    else
        leave([this] { QDialog::reject(); });
}

void ProfilesDialog::done(int result)
{
    drop();
    QDialog::done(result);
    refresh();
}

//! The whole key is looked at once it has left its fields; what is wrong stands beside them.
bool ProfilesDialog::isKeyWell()
{
    const bool isWell = m_ui->form->checkKey();
    if (!isWell)
        answer({});
    return isWell;
}

void ProfilesDialog::save()
{
    if (!isKeyWell())
        return;
    const bool mayReplace = !m_isNew && m_base.key.isSaved && m_ui->form->hasKey() &&
                            m_ui->form->isKept() && m_profiles.isKeychainUsable() &&
                            m_profiles.standing(m_base.id).state == KeyStanding::State::Failed;
    if (!mayReplace) {
        saveNow();
        return;
    }
    m_ui->question->ask(tr("The key that was saved earlier could not be read and may still be in "
                           "the keychain. Saving replaces it for good."),
                        tr("Replace it"), tr("Keep editing"), [this] { saveNow(); });
}

void ProfilesDialog::saveNow()
{
    // What others have learnt of it since is not undone.
    Profile profile = m_ui->form->profileOn(stored(m_base.id).value_or(m_base));
    if (profile.accountId.isEmpty())
        profile.accountId = m_profiles.testedAccount();
    std::shared_ptr<const Credentials> key = m_ui->form->key();
    std::shared_ptr<const Credentials> sessionKey;
    const bool isInKeychain = !m_isNew && m_base.key.isSaved;
    const bool isUsable = m_profiles.isKeychainUsable();
    profile.key.isSaved = isUsable ? m_ui->form->isKept() : isInKeychain;
    // What the keychain holds stays there; the new key is for this session.
    if (!isUsable && isInKeychain)
        sessionKey = std::exchange(key, nullptr);
    setBusy(true);
    answer(tr("Saving…"));
    m_profiles.save(profile, std::move(key), this,
                    [this, sessionKey](const QString &problem) { onSaved(problem, sessionKey); });
}

void ProfilesDialog::onSaved(const QString &problem, std::shared_ptr<const Credentials> sessionKey)
{
    setBusy(false);
    const auto profile = stored(m_base.id);
    const bool isTaken = profile && (problem.isEmpty() || m_isNew || *profile != m_base);
    if (isTaken) {
        if (sessionKey)
            m_profiles.enterKey(m_base.id, std::move(sessionKey),
                                m_ui->form->profileOn(m_base).key.expiresAt);
        takeOver(*profile);
    }
    refresh();
    answer(problem.isEmpty() ? tr("Saved.") : problem);
    giveFocusBack();
}

void ProfilesDialog::takeOver(const Profile &profile)
{
    m_base = profile;
    m_isNew = false;
    m_wasKept = m_ui->form->isKeepTicked();
    m_ui->form->forgetKey();
    m_ui->form->setBase(profile);
}

void ProfilesDialog::useForSession()
{
    if (m_isNew || !isKeyWell())
        return;
    const std::shared_ptr<const Credentials> key = m_ui->form->key();
    if (!key)
        return;
    m_profiles.enterKey(m_base.id, key, m_ui->form->profileOn(m_base).key.expiresAt);
    m_ui->form->forgetKey();
    refresh();
    answer(tr("The key is used until the program ends; nothing was saved."));
}

void ProfilesDialog::askRemove()
{
    if (m_isNew) {
        leave([this] {
            drop();
            refresh();
        });
        return;
    }
    const QString alias = safeLine(m_base.alias, aliasLimit);
    QString words = tr("Remove “%1”?").arg(alias);
    if (m_base.key.isSaved)
        words = tr("Remove “%1”? Its key is taken out of the keychain first.").arg(alias);
    else if (m_profiles.standing(m_base.id).state == KeyStanding::State::Here)
        words = tr("Remove “%1”? Its key, which is in memory only, is forgotten.").arg(alias);
    const QString others = m_profiles.builtOnText(m_base.id);
    if (!others.isEmpty())
        //: %1 is a question, %2 names of profiles
        words = tr("%1 These take their keys from it and would have none: %2.").arg(words, others);
    m_ui->question->ask(words, tr("Remove it"), tr("Keep it"), [this] { removeNow(false); });
}

void ProfilesDialog::removeNow(bool evenIfKept)
{
    setBusy(true);
    answer(tr("Removing…"));
    m_profiles.remove(m_base.id, evenIfKept, this,
                      [this](const QString &problem) { onRemoved(problem); });
}

void ProfilesDialog::onRemoved(const QString &problem)
{
    setBusy(false);
    if (stored(m_base.id)) {
        answer({});
        m_ui->question->ask(problem, tr("Remove all the same"), tr("Keep it"),
                            [this] { removeNow(true); });
        return;
    }
    refresh();
    answer(problem.isEmpty() ? tr("Removed.") : problem);
    giveFocusBack();
}

void ProfilesDialog::revert()
{
    fill(m_base, m_isNew);
}

void ProfilesDialog::test()
{
    if (m_profiles.isTesting()) {
        m_profiles.endTest();
        m_ui->form->checkView()->clear(tr("The test was ended before it was done."));
        return;
    }
    if (!isKeyWell())
        return;
    const std::shared_ptr<const Credentials> key = m_ui->form->key();
    const Profile profile = m_ui->form->profileOn(m_base);
    if (!m_profiles.canTest(profile, key != nullptr)) {
        answer(tr("There is no key to test with: enter one first."));
        return;
    }
    answer({});
    m_profiles.test(profile, key);
    m_ui->form->showTest();
}

void ProfilesDialog::onCheckChanged()
{
    const std::vector<CheckLine> lines = m_profiles.checkLines();
    if (!lines.empty())
        m_ui->form->checkView()->showLines(lines, m_profiles.isTesting(), m_profiles.policyText());
    const auto scheme = m_profiles.changedScheme();
    if (scheme && *scheme != m_ui->form->scheme()) {
        m_ui->form->setScheme(*scheme);
        answer(tr("The signature was switched to the one that works; save the profile to keep "
                  "it."));
    }
    updateState();
}

void ProfilesDialog::onTestedPartEdited()
{
    if (m_profiles.checkLines().empty())
        return;
    m_profiles.endTest();
    m_ui->form->checkView()->clear(tr("The profile has changed since it was tested."));
}

void ProfilesDialog::refresh()
{
    followStored();
    refreshList();
    refreshKey();
    const QString notice = m_profiles.fileText();
    m_ui->noticeLabel->setText(notice);
    m_ui->notice->setVisible(!notice.isEmpty());
    const bool isEmpty = m_base.id.isEmpty();
    m_ui->pages->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_ui->emptyPage)
                                          : m_ui->workPage);
    for (QPushButton *button : {m_ui->testButton, m_ui->revertButton, m_ui->saveButton})
        button->setVisible(!isEmpty);
    updateState();
}

void ProfilesDialog::followStored()
{
    if (m_isNew)
        return;
    const std::vector<Profile> all = m_profiles.profiles();
    const auto found = std::find_if(
        all.begin(), all.end(), [this](const Profile &profile) { return profile.id == m_base.id; });
    if (found != all.end()) {
        m_row = static_cast<int>(found - all.begin());
        if (*found != m_base) {
            m_base = *found;
            m_ui->form->setBase(m_base);
        }
    } else if (all.empty()) {
        drop();
    } else {
        const auto row = std::min(static_cast<std::size_t>(m_row), all.size() - 1);
        fill(all[row], false);
    }
}

void ProfilesDialog::refreshList()
{
    std::vector<ProfileList::Entry> entries;
    const auto add = [this, &entries](const Profile &profile, const QString &alias) {
        const Environment &look = profile.environment;
        const QString word = look.word.isEmpty() && look.isProduction
                                 ? tr("PRODUCTION", "word for an environment")
                                 : safeLine(look.word, 24);
        const ShownStanding standing = m_profiles.shownStanding(profile.id);
        entries.push_back({profile.id, alias, word, standing.line, standingIcon(standing.mark)});
    };
    for (const Profile &profile : m_profiles.profiles())
        add(profile, safeLine(profile.alias, aliasLimit));
    if (m_isNew)
        add(m_base, tr("New profile"));
    m_ui->profileList->setEntries(entries);
    m_ui->profileList->choose(m_base.id);
}

void ProfilesDialog::refreshKey()
{
    const KeyStanding standing = m_profiles.standing(m_base.id);
    const bool canRetry = !m_isNew && m_base.key.isSaved &&
                          (standing.state == KeyStanding::State::Failed ||
                           standing.state == KeyStanding::State::Missing);
    m_ui->form->setStanding(m_profiles.shownStanding(m_base.id), canRetry, !m_isNew);
    m_ui->form->setKeychain(m_profiles.isKeychainUsable(), m_profiles.keychainText());
}

void ProfilesDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    if (isBusy)
        m_focusBefore = focusWidget();
    for (QWidget *part :
         {static_cast<QWidget *>(m_ui->form), static_cast<QWidget *>(m_ui->profileList),
          static_cast<QWidget *>(m_ui->addButton), static_cast<QWidget *>(m_ui->removeButton),
          static_cast<QWidget *>(m_ui->importButton)})
        part->setEnabled(!isBusy);
    updateState();
}

void ProfilesDialog::giveFocusBack()
{
    // Disabling what had the focus has moved it to Close, where the next key would leave.
    const bool canHave = m_focusBefore && m_focusBefore->isEnabled() && m_focusBefore->isVisible();
    QWidget *target = canHave ? m_focusBefore.data() : m_ui->profileList;
    target->setFocus(Qt::OtherFocusReason);
}

void ProfilesDialog::answer(const QString &words)
{
    m_answer = words;
    updateState();
}

//! Why the profile as it stands in the form cannot be saved; empty: it can.
QString ProfilesDialog::problemOf(const Profile &profile) const
{
    const QString problem = m_profiles.problemText(profile);
    if (!problem.isEmpty())
        return problem;
    const QString keyProblem = m_ui->form->keyProblem();
    if (!keyProblem.isEmpty())
        return keyProblem;
    // One that came without an agreement may be changed elsewhere before it is agreed to.
    const bool isOther = m_isNew || profile.source.kind != m_base.source.kind ||
                         confirmableText(profile.source) != confirmableText(m_base.source);
    if (isOther && !isConfirmed(profile.source))
        return tr("Read what is run or asked for keys, and agree to it, before it is used.");
    return {};
}

void ProfilesDialog::updateState()
{
    const bool isShown = !m_base.id.isEmpty();
    QString problem;
    bool isAgreed = false;
    if (isShown && !m_isBusy) {
        const Profile profile = m_ui->form->profileOn(m_base);
        problem = problemOf(profile);
        isAgreed = isConfirmed(profile.source);
        m_ui->form->showFinding(m_profiles.sourceFinding(profile));
    }
    const bool isChangedNow = isChanged();
    m_ui->saveButton->setEnabled(!m_isBusy && isChangedNow && problem.isEmpty());
    m_ui->revertButton->setEnabled(!m_isBusy && isChangedNow);
    m_ui->testButton->setEnabled(!m_isBusy && problem.isEmpty() && isAgreed);
    m_ui->testButton->setText(m_profiles.isTesting() ? tr("End &test") : tr("&Test"));
    QStringList sentences{m_answer, problem};
    if (isShown && m_answer.isEmpty() && problem.isEmpty())
        sentences += isChangedNow ? tr("There are changes that are not saved.")
                                  : tr("Nothing has changed since it was saved.");
    const QString words = joinedSentences(sentences);
    m_ui->statusIcon->setIcon(problem.isEmpty() ? QStringLiteral("information")
                                                : QStringLiteral("warning"));
    m_ui->statusIcon->setVisible(!words.isEmpty());
    if (m_ui->statusLabel->text() == words)
        return;
    m_ui->statusLabel->setText(words);
    announce(m_ui->statusLabel, words);
}

void ProfilesDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (m_wasShown)
        return;
    m_wasShown = true;
    fitToScreen();
}

void ProfilesDialog::fitToScreen()
{
    const QSize room = screen()->availableSize();
    resize(qMin(900, room.width() - 24), qMin(680, room.height() - 40));
}

} // namespace countersign
