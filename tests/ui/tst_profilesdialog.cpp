// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostiletexts.h"
#include "profilesbench.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QScreen>
#include <QTest>

using namespace countersign;

namespace {

const QString canary = QStringLiteral("canary-secret-of-a-key");

} // namespace

//! Adding, changing and removing profiles and their keys in the dialog.
class TestProfilesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<ProfilesBench>(); }
    void cleanup() { m_bench.reset(); }
    void withoutProfiles_saysWhatIsNeeded();
    void added_isSavedAndTheSecretIsGone();
    void aliasChanged_isSaved();
    void learntAccount_isNotOverwritten();
    void removed_afterTheQuestion();
    void stuckKeychain_removesAllTheSame();
    void failingKeychain_keepsWhatWasTyped();
    void unreadKey_isReplacedAfterASecondStep();
    void keychainOfNoUse_keyIsForTheSession();
    void sessionKey_isNotSaved();
    void sessionKey_hasNoEndOfTheOneBefore();
    void draft_isShownAgainWithoutAKey();
    void closing_asksWhenThereAreChanges();
    void choosingAnother_asksWhenThereAreChanges();
    void secretField_givesNothingAway();
    void damagedFile_isNamed();
    void manyProfiles_areThereAtOnce();
    void hostileAliases_stayText();

private:
    std::unique_ptr<ProfilesBench> m_bench;
};

void TestProfilesDialog::withoutProfiles_saysWhatIsNeeded()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->open();
    QVERIFY(m_bench->find<QWidget>("emptyPage")->isVisible());
    QVERIFY(!m_bench->find<QWidget>("saveButton")->isVisible());
    const QString policy =
        m_bench->find<QWidget>("emptyPolicy")->findChild<QPlainTextEdit *>()->toPlainText();
    // The rights of a person who decides (oos-api.md 3), and those that are convenient.
    for (const char *right :
         {"oos:ListExecutions", "oos:ListTaskExecutions", "oos:GetExecutionTemplate",
          "oos:NotifyExecution", "oos:ListExecutionRiskyTasks", "oos:ListExecutionLogs",
          "oos:CancelExecution", "oos:DescribeRegions"})
        QVERIFY2(policy.contains(QLatin1String(right)), right);
    auto *copy = m_bench->find<QWidget>("emptyPolicy")->findChild<QPushButton *>();
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), policy);
    m_bench->press("addFirstButton");
    QVERIFY(m_bench->find<QWidget>("workPage")->isVisible());
    QCOMPARE(m_bench->list()->count(), 1);
    QCOMPARE(m_bench->m_dialog->focusWidget()->objectName(), QStringLiteral("nameEdit"));
    QTest::keyClick(m_bench->m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_bench->m_dialog->isVisible());
}

void TestProfilesDialog::added_isSavedAndTheSecretIsGone()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->open();
    m_bench->m_dialog->addProfile();
    QVERIFY(m_bench->words("statusLabel").contains(QStringLiteral("Give the account a name.")));
    QVERIFY(!m_bench->find<QPushButton>("saveButton")->isEnabled());
    QCOMPARE(m_bench->secretLine()->placeholderText(), QString());
    m_bench->fillNew(QStringLiteral("acme-prod"), *key(QStringLiteral("LTAIacmekey0001"), canary));
    m_bench->typeSecret(QStringLiteral("canary-token"), "tokenEdit");
    QVERIFY(m_bench->words("statusLabel").contains(QStringLiteral("Choose at least one region.")));
    m_bench->type("filterEdit", QStringLiteral("hangzhou"));
    auto *regions = m_bench->find<QListWidget>("regionList");
    for (int row = 0; row < regions->count(); ++row)
        QCOMPARE(regions->isRowHidden(row), !regions->item(row)->text().contains(
                                                QStringLiteral("hangzhou"), Qt::CaseInsensitive));
    const auto found = regions->findItems(QStringLiteral("cn-hangzhou — "), Qt::MatchStartsWith);
    QCOMPARE(found.size(), 1);
    regions->setCurrentItem(found.front());
    QTest::keyClick(regions, Qt::Key_Space);
    const QPointer<QLineEdit> line = m_bench->secretLine();
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    m_bench->save();
    QCOMPARE(m_bench->onDisk().size(), std::size_t(1));
    QCOMPARE(m_bench->onDisk().front().alias, QStringLiteral("acme-prod"));
    QCOMPARE(m_bench->onDisk().front().regions,
             std::vector{RegionId(QStringLiteral("cn-hangzhou"))});
    QVERIFY(m_bench->onDisk().front().key.isSaved);
    const ProfileId id = m_bench->onDisk().front().id;
    const auto lent = m_bench->registry().targetFor({id, {}})->credentials();
    QCOMPARE(lent->secret.view().toByteArray(), canary.toUtf8());
    QCOMPARE(lent->securityToken.view().toByteArray(), QByteArray("canary-token"));
    QCOMPARE(m_bench->m_keychain->kept.value(id)->accessKeyId, QStringLiteral("LTAIacmekey0001"));
    QVERIFY(!allTexts(*m_bench->m_dialog).contains(QStringLiteral("canary")));
    QVERIFY(!allTexts(*m_bench->m_dialog).contains(QStringLiteral("LTAIacmekey0001")));
    QFile file(m_bench->m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("canary"));
    // The line edit that kept a history of what was typed is gone.
    QTRY_VERIFY(line.isNull());
    QCOMPARE(m_bench->secretLine()->placeholderText(),
             QStringLiteral("unchanged; enter to replace"));
    QVERIFY(m_bench->words("standingLabel").contains(QStringLiteral("The key id ends in 0001.")));
    QVERIFY(!m_bench->find<QPushButton>("saveButton")->isEnabled());
}

void TestProfilesDialog::aliasChanged_isSaved()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load(
        {profileNamed(QStringLiteral("first"), 1), profileNamed(QStringLiteral("second"), 2)});
    m_bench->open();
    m_bench->m_dialog->showProfile(m_bench->onDisk().back().id);
    QCOMPARE(m_bench->find<QLineEdit>("nameEdit")->text(), QStringLiteral("second"));
    QVERIFY(m_bench->list()->item(1)->isSelected());
    QVERIFY(m_bench->words("statusLabel").contains(QStringLiteral("Nothing has changed")));
    m_bench->type("nameEdit", QStringLiteral("first"));
    QVERIFY(
        m_bench->words("statusLabel").contains(QStringLiteral("Another profile has this name.")));
    QVERIFY(!m_bench->find<QPushButton>("saveButton")->isEnabled());
    m_bench->type("nameEdit", QStringLiteral("renamed"));
    m_bench->save();
    QCOMPARE(m_bench->onDisk().back().alias, QStringLiteral("renamed"));
    QTRY_VERIFY(m_bench->list()->item(1)->text().startsWith(QStringLiteral("renamed\n")));
    QCOMPARE(m_bench->registry().profile(m_bench->onDisk().back().id)->alias,
             QStringLiteral("renamed"));
    QVERIFY(m_bench->m_keychain->calls.isEmpty());
    // A second Space after the one that saved does not close the dialog.
    QCOMPARE(m_bench->m_dialog->focusWidget(), m_bench->list());
    m_bench->type("nameEdit", QStringLiteral("again"));
    m_bench->press("revertButton");
    QCOMPARE(m_bench->find<QLineEdit>("nameEdit")->text(), QStringLiteral("renamed"));
}

void TestProfilesDialog::learntAccount_isNotOverwritten()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load({profileNamed(QStringLiteral("first"))});
    m_bench->open();
    m_bench->type("nameEdit", QStringLiteral("renamed"));
    CallerIdentity identity;
    identity.accountId = QStringLiteral("2000000000000042");
    QVERIFY(m_bench->m_world->profiles.setIdentity(m_bench->onDisk().front().id, identity));
    QTRY_COMPARE(m_bench->onDisk().front().accountId, identity.accountId);
    QCOMPARE(m_bench->find<QLineEdit>("nameEdit")->text(), QStringLiteral("renamed"));
    m_bench->save();
    QCOMPARE(m_bench->onDisk().front().alias, QStringLiteral("renamed"));
    QCOMPARE(m_bench->onDisk().front().accountId, identity.accountId);
}

void TestProfilesDialog::removed_afterTheQuestion()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load(
        {profileNamed(QStringLiteral("first"), 1), profileNamed(QStringLiteral("second"), 2)});
    m_bench->open();
    m_bench->press("removeButton");
    QVERIFY(m_bench->words("questionLabel").contains(QStringLiteral("“first”")));
    QCOMPARE(m_bench->m_dialog->focusWidget()->objectName(), QStringLiteral("questionBackButton"));
    m_bench->press("questionBackButton");
    QVERIFY(!m_bench->find<QWidget>("question")->isVisible());
    QCOMPARE(m_bench->onDisk().size(), std::size_t(2));
    m_bench->press("removeButton");
    m_bench->press("questionActButton");
    QTRY_COMPARE(m_bench->onDisk().size(), std::size_t(1));
    QTRY_COMPARE(m_bench->list()->count(), 1);
    QCOMPARE(m_bench->find<QLineEdit>("nameEdit")->text(), QStringLiteral("second"));
    QTRY_VERIFY(m_bench->words("statusLabel").startsWith(QStringLiteral("Removed.")));
    m_bench->press("removeButton");
    m_bench->press("questionActButton");
    QTRY_VERIFY(m_bench->find<QWidget>("emptyPage")->isVisible());
}

void TestProfilesDialog::stuckKeychain_removesAllTheSame()
{
    m_bench->start(ProfileWorld::Real);
    Profile profile = profileNamed(QStringLiteral("first"));
    profile.key.isSaved = true;
    m_bench->load({profile});
    m_bench->m_keychain->mood = KeychainProblem::Hung;
    m_bench->open();
    m_bench->press("removeButton");
    QVERIFY(m_bench->words("questionLabel").contains(QStringLiteral("taken out of the keychain")));
    m_bench->press("questionActButton");
    QTRY_VERIFY(
        m_bench->words("questionLabel").startsWith(QStringLiteral("The profile was not removed")));
    QVERIFY(m_bench->words("questionLabel").contains(QStringLiteral("does not answer")));
    QCOMPARE(m_bench->onDisk().size(), std::size_t(1));
    QCOMPARE(m_bench->find<QPushButton>("questionActButton")->text(),
             QStringLiteral("Remove all the same"));
    m_bench->press("questionActButton");
    QTRY_VERIFY(m_bench->onDisk().empty());
}

void TestProfilesDialog::failingKeychain_keepsWhatWasTyped()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load({profileNamed(QStringLiteral("first"))});
    m_bench->m_keychain->mood = KeychainProblem::Locked;
    m_bench->open();
    QVERIFY(m_bench->find<QCheckBox>("keepTick")->isChecked());
    m_bench->type("keyIdEdit", QStringLiteral("LTAIacmekey0001"));
    m_bench->typeSecret(canary);
    m_bench->press("saveButton");
    QTRY_VERIFY(
        m_bench->words("statusLabel").startsWith(QStringLiteral("The profile was not saved.")));
    QVERIFY(m_bench->words("statusLabel").contains(QStringLiteral("locked")));
    QVERIFY(!m_bench->registry().isUnlocked(m_bench->onDisk().front().id));
    QCOMPARE(m_bench->find<QLineEdit>("keyIdEdit")->text(), QStringLiteral("LTAIacmekey0001"));
    QVERIFY(!allTexts(*m_bench->m_dialog).contains(canary));
    // Taking the tick away keeps the key for the session; it need not be typed again.
    QTest::mouseClick(m_bench->find<QCheckBox>("keepTick"), Qt::LeftButton, {}, QPoint(8, 8));
    m_bench->press("saveButton");
    QTRY_VERIFY(m_bench->registry().isUnlocked(m_bench->onDisk().front().id));
    QCOMPARE(m_bench->registry()
                 .targetFor({m_bench->onDisk().front().id, {}})
                 ->credentials()
                 ->secret.view(),
             QByteArrayView(canary.toUtf8()));
    QVERIFY(!m_bench->onDisk().front().key.isSaved);
}

void TestProfilesDialog::unreadKey_isReplacedAfterASecondStep()
{
    m_bench->start(ProfileWorld::Real);
    Profile profile = profileNamed(QStringLiteral("first"));
    profile.key.isSaved = true;
    profile.keyIdEnd = QStringLiteral("0001");
    m_bench->load({profile});
    m_bench->m_keychain->mood = KeychainProblem::EntryMissing;
    m_bench->m_keeper->readKeys();
    QTRY_COMPARE(m_bench->m_keeper->standing(profile.id).state, KeyStanding::State::Failed);
    m_bench->m_keychain->mood.reset();
    m_bench->open();
    QVERIFY(m_bench->words("standingLabel").contains(QStringLiteral("is gone")));
    m_bench->type("keyIdEdit", QStringLiteral("LTAIacmekey0002"));
    m_bench->typeSecret(canary);
    m_bench->press("saveButton");
    QVERIFY(m_bench->find<QWidget>("question")->isVisible());
    QVERIFY(!m_bench->m_keychain->calls.contains(QStringLiteral("write")));
    m_bench->press("questionActButton");
    QTRY_COMPARE(m_bench->onDisk().front().keyIdEnd, QStringLiteral("0002"));
    QVERIFY(m_bench->m_keychain->kept.contains(profile.id));
}

void TestProfilesDialog::keychainOfNoUse_keyIsForTheSession()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->m_profiles->setKeychainState(KeychainState::Unusable, KeychainProblem::NoService);
    Profile profile = profileNamed(QStringLiteral("first"));
    profile.key.isSaved = true;
    profile.keyIdEnd = QStringLiteral("0001");
    m_bench->load({profile});
    m_bench->open();
    QVERIFY(!m_bench->find<QCheckBox>("keepTick")->isEnabled());
    QVERIFY(m_bench->words("keychainLabel")
                .startsWith(QStringLiteral("No system keychain is running")));
    QVERIFY(m_bench->words("keychainLabel")
                .endsWith(QStringLiteral("for this session only, in memory.")));
    m_bench->type("keyIdEdit", QStringLiteral("LTAIacmekey0002"));
    m_bench->typeSecret(canary);
    m_bench->press("saveButton");
    QTRY_VERIFY(m_bench->registry().isUnlocked(profile.id));
    QVERIFY(m_bench->m_keychain->calls.isEmpty());
    // The entry of another day is still where it was.
    QVERIFY(m_bench->onDisk().front().key.isSaved);
    QCOMPARE(m_bench->onDisk().front().keyIdEnd, QStringLiteral("0001"));
    QTRY_VERIFY(m_bench->words("standingLabel").contains(QStringLiteral("in memory only")));
    m_bench->m_profiles->setKeychainState(KeychainState::Ready, {});
    QTRY_VERIFY(m_bench->find<QCheckBox>("keepTick")->isEnabled());
    QVERIFY(!m_bench->find<QLabel>("keychainLabel")->isVisible());
}

void TestProfilesDialog::sessionKey_isNotSaved()
{
    m_bench->start(ProfileWorld::Real);
    Profile profile = profileNamed(QStringLiteral("first"));
    profile.key.isSaved = true;
    m_bench->load({profile});
    m_bench->m_keychain->mood = KeychainProblem::Dismissed;
    m_bench->m_keeper->readKeys();
    m_bench->open();
    QTRY_VERIFY(m_bench->words("standingLabel").contains(QStringLiteral("was not unlocked")));
    QVERIFY(!m_bench->find<QPushButton>("sessionButton")->isEnabled());
    m_bench->press("retryButton");
    QCOMPARE(m_bench->m_keychain->calls.count(QStringLiteral("read")), 2);
    QTRY_COMPARE(m_bench->m_keeper->standing(profile.id).state, KeyStanding::State::Failed);
    m_bench->type("keyIdEdit", QStringLiteral("LTAIacmekey0002"));
    m_bench->typeSecret(canary);
    m_bench->press("sessionButton");
    QVERIFY(m_bench->registry().isUnlocked(profile.id));
    QTRY_VERIFY(m_bench->words("standingLabel").contains(QStringLiteral("ends in 0002")));
    QVERIFY(!m_bench->find<QPushButton>("retryButton")->isVisible());
    QVERIFY(!m_bench->m_keychain->calls.contains(QStringLiteral("write")));
    QVERIFY(!allTexts(*m_bench->m_dialog).contains(canary));
    QVERIFY(!m_bench->find<QPushButton>("saveButton")->isEnabled());
}

//! The token before it has ended: that says nothing about the new one.
void TestProfilesDialog::sessionKey_hasNoEndOfTheOneBefore()
{
    m_bench->start(ProfileWorld::Real);
    Profile profile = profileNamed(QStringLiteral("first"));
    profile.key.expiresAt = QDateTime::currentDateTimeUtc().addSecs(-3'600);
    profile.keyIdEnd = QStringLiteral("0001");
    m_bench->load({profile});
    m_bench->open();
    auto *end = m_bench->find<QLineEdit>("endEdit");
    const QString former = end->text();
    QVERIFY(!former.isEmpty());
    m_bench->type("keyIdEdit", QStringLiteral("STS.acmekey0002"));
    QCOMPARE(end->text(), QString());
    m_bench->find<QLineEdit>("keyIdEdit")->clear();
    QCOMPARE(end->text(), former);
    m_bench->type("keyIdEdit", QStringLiteral("STS.acmekey0002"));
    m_bench->typeSecret(canary);
    m_bench->typeSecret(QStringLiteral("a-token-of-a-session"), "tokenEdit");
    m_bench->press("sessionButton");
    QVERIFY(m_bench->registry().isUnlocked(profile.id));
    QVERIFY(!m_bench->registry().expiresAt(profile.id).isValid());
    QTRY_VERIFY(m_bench->words("standingLabel").contains(QStringLiteral("ends in 0002")));
    QVERIFY(!m_bench->words("standingLabel").contains(QStringLiteral("ended")));
}

//! As when the program is locked over an open dialog.
void TestProfilesDialog::draft_isShownAgainWithoutAKey()
{
    m_bench->start(ProfileWorld::Real);
    const Profile first = profileNamed(QStringLiteral("first"));
    m_bench->load({first, profileNamed(QStringLiteral("second"), 1)});
    m_bench->open();
    m_bench->typeSecret(canary);
    QVERIFY(!m_bench->m_dialog->draft());
    m_bench->type("nameEdit", QStringLiteral("renamed"));
    const auto draft = m_bench->m_dialog->draft();
    QVERIFY(draft && !draft->isNew);
    m_bench->m_dialog = std::make_unique<ProfilesDialog>(*m_bench->m_profiles);
    m_bench->m_dialog->open();
    m_bench->m_dialog->showDraft(*draft);
    QCOMPARE(m_bench->find<QLineEdit>("nameEdit")->text(), QStringLiteral("renamed"));
    QVERIFY2(m_bench->find<QPushButton>("saveButton")->isEnabled(),
             qPrintable(m_bench->words("statusLabel")));
    QVERIFY(m_bench->secretLine()->text().isEmpty());
    QVERIFY(allTexts(*m_bench->m_dialog).contains(QStringLiteral("is not saved")));
    m_bench->save();
    QCOMPARE(m_bench->onDisk().front().alias, QStringLiteral("renamed"));
    // A new one, and one that is gone by now.
    m_bench->m_dialog->addProfile();
    m_bench->type("nameEdit", QStringLiteral("third"));
    const auto added = m_bench->m_dialog->draft();
    QVERIFY(added && added->isNew);
    m_bench->m_dialog = std::make_unique<ProfilesDialog>(*m_bench->m_profiles);
    m_bench->m_dialog->open();
    m_bench->m_dialog->showDraft(*added);
    QCOMPARE(m_bench->find<QLineEdit>("nameEdit")->text(), QStringLiteral("third"));
    QVERIFY(m_bench->m_dialog->draft()->isNew);
    ProfileDraft gone = *draft;
    gone.base.id = ProfileId(QStringLiteral("gone"));
    m_bench->m_dialog->showDraft(gone);
    QCOMPARE(m_bench->find<QLineEdit>("nameEdit")->text(), QStringLiteral("third"));
}

void TestProfilesDialog::closing_asksWhenThereAreChanges()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load({profileNamed(QStringLiteral("first"))});
    m_bench->open();
    m_bench->typeSecret(canary);
    QTest::keyClick(m_bench->m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_bench->m_dialog->isVisible());
    QVERIFY(m_bench->words("questionLabel").contains(QStringLiteral("changes that are not saved")));
    QTest::keyClick(m_bench->m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_bench->m_dialog->isVisible());
    QVERIFY(!m_bench->find<QWidget>("question")->isVisible());
    QCOMPARE(m_bench->secretLine()->text(), canary);
    QCOMPARE(m_bench->m_dialog->focusWidget(), m_bench->secretLine());
    m_bench->m_dialog->close();
    QVERIFY(m_bench->m_dialog->isVisible());
    const QPointer<QLineEdit> line = m_bench->secretLine();
    m_bench->press("questionActButton");
    QVERIFY(!m_bench->m_dialog->isVisible());
    QVERIFY(!allTexts(*m_bench->m_dialog).contains(canary));
    QTRY_VERIFY(line.isNull());
    QCOMPARE(m_bench->onDisk().front().alias, QStringLiteral("first"));
    m_bench->m_dialog->open();
    QCOMPARE(m_bench->find<QLineEdit>("nameEdit")->text(), QStringLiteral("first"));
    QVERIFY(!m_bench->find<QPushButton>("saveButton")->isEnabled());
}

void TestProfilesDialog::choosingAnother_asksWhenThereAreChanges()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load(
        {profileNamed(QStringLiteral("first"), 1), profileNamed(QStringLiteral("second"), 2)});
    m_bench->open();
    m_bench->list()->setFocus();
    QTest::keyClick(m_bench->list(), Qt::Key_Down);
    QCOMPARE(m_bench->find<QLineEdit>("nameEdit")->text(), QStringLiteral("second"));
    m_bench->type("nameEdit", QStringLiteral("typed"));
    m_bench->list()->setFocus();
    QTest::keyClick(m_bench->list(), Qt::Key_Up);
    QVERIFY(m_bench->find<QWidget>("question")->isVisible());
    QTRY_VERIFY(m_bench->list()->item(1)->isSelected());
    QCOMPARE(m_bench->find<QLineEdit>("nameEdit")->text(), QStringLiteral("typed"));
    m_bench->press("questionActButton");
    QCOMPARE(m_bench->find<QLineEdit>("nameEdit")->text(), QStringLiteral("first"));
    QVERIFY(m_bench->list()->item(0)->isSelected());
    // As assistive technology does it: the selection without the current row.
    m_bench->list()->selectionModel()->select(m_bench->list()->model()->index(1, 0),
                                              QItemSelectionModel::ClearAndSelect);
    QCOMPARE(m_bench->find<QLineEdit>("nameEdit")->text(), QStringLiteral("second"));
}

void TestProfilesDialog::secretField_givesNothingAway()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load({profileNamed(QStringLiteral("first"))});
    m_bench->open();
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    m_bench->typeSecret(canary);
    QLineEdit *line = m_bench->secretLine();
    line->selectAll();
    line->copy();
    line->cut();
    QTest::keyClick(line, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    QVERIFY(!line->acceptDrops());
    QVERIFY(!line->dragEnabled());
    QVERIFY(!QAccessible::queryAccessibleInterface(line)
                 ->text(QAccessible::Value)
                 .contains(QStringLiteral("canary")));
}

void TestProfilesDialog::damagedFile_isNamed()
{
    QFile file(m_bench->m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"version\":1,");
    file.close();
    m_bench->start(ProfileWorld::Real);
    m_bench->m_keeper->load();
    m_bench->open();
    QVERIFY(m_bench->find<QWidget>("notice")->isVisible());
    QVERIFY(m_bench->words("noticeLabel").startsWith(QStringLiteral("profiles.json was damaged.")));
}

void TestProfilesDialog::manyProfiles_areThereAtOnce()
{
    m_bench->start(ProfileWorld::Real);
    std::vector<Profile> many;
    for (int i = 0; i < ProfileStore::mostProfiles; ++i)
        many.push_back(profileNamed(QStringLiteral("profile %1").arg(i), i));
    m_bench->load(many);
    QElapsedTimer timer;
    timer.start();
    m_bench->open();
    QCOMPARE(m_bench->list()->count(), ProfileStore::mostProfiles);
    QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
    timer.restart();
    for (const Profile &profile : many)
        m_bench->m_keeper->enterKey(profile.id, key(QStringLiteral("LTAIkey"), canary));
    QTRY_VERIFY(m_bench->list()->item(199)->text().contains(QStringLiteral("in memory only")));
    QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
    m_bench->m_dialog->addProfile();
    QVERIFY(m_bench->words("statusLabel").contains(QStringLiteral("no room")));
    QCOMPARE(m_bench->list()->count(), ProfileStore::mostProfiles);
}

void TestProfilesDialog::hostileAliases_stayText()
{
    m_bench->start(ProfileWorld::Real);
    for (const QString &text : hostileTexts()) {
        Profile profile = profileNamed(text);
        profile.environment.word = text;
        profile.accountId = text;
        profile.keyIdEnd = text;
        m_bench->m_world->profiles.setProfile(profile);
    }
    m_bench->open();
    for (int row = 0; row < m_bench->list()->count(); ++row) {
        m_bench->list()->setCurrentRow(row);
        m_bench->press("removeButton");
        QCOMPARE(unsafePlaces(*m_bench->m_dialog), QStringList());
        for (const QLabel *label : m_bench->m_dialog->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(QChar(0x202E)) && !label->text().contains(QChar(0)));
        for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)}) {
            const QString shown = m_bench->list()->item(row)->data(role).toString();
            QVERIFY(!shown.contains(QChar(0x202E)) && !shown.contains(QChar(0)));
        }
        QVERIFY(!m_bench->list()->item(row)->toolTip().contains(QStringLiteral("<img")));
        QVERIFY(m_bench->m_dialog->width() <= m_bench->m_dialog->screen()->availableSize().width());
        m_bench->press("questionBackButton");
    }
}

QTEST_MAIN(TestProfilesDialog)
#include "tst_profilesdialog.moc"
