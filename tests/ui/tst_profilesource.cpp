// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keysourcewords.h"
#include "dialogchecks.h"
#include "profilesbench.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>

using namespace countersign;

namespace {

const QString roleArn = QStringLiteral("acs:ram::1000000000000001:role/fake-oos-operator");

//! Every field of a source, in the order of the form.
const QStringList fields{QStringLiteral("keyIdEdit"),     QStringLiteral("secretEdit"),
                         QStringLiteral("tokenEdit"),     QStringLiteral("keepTick"),
                         QStringLiteral("otherCombo"),    QStringLiteral("providerEdit"),
                         QStringLiteral("tokenFileEdit"), QStringLiteral("ecsRoleEdit"),
                         QStringLiteral("serviceEdit"),   QStringLiteral("commandEdit"),
                         QStringLiteral("cliFileEdit"),   QStringLiteral("cliProfileEdit"),
                         QStringLiteral("agreeTick"),     QStringLiteral("roleTick"),
                         QStringLiteral("arnEdit"),       QStringLiteral("sessionEdit"),
                         QStringLiteral("durationSpin"),  QStringLiteral("externalIdEdit"),
                         QStringLiteral("rolePolicyEdit")};

} // namespace

//! Where the keys of a profile come from, in the dialog.
class TestProfileSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void kind_showsItsFieldsOnly_data();
    void kind_showsItsFieldsOnly();
    void kindChanged_losesNothing();
    void everyKind_isSavedAndShownAgain_data();
    void everyKind_isSavedAndShownAgain();
    void program_isAgreedToBeforeItIsUsed();
    void hiddenCharacters_areSeen();
    void withoutAgreement_theRestCanBeChanged();
    void role_isFilledInWithItsProblems();
    void sessionLength_keepsItsLengthOverUnits();
    void circle_isNamedAndRefused();
    void goneProfile_isSaid();
    void removingWhatOthersBuildOn_namesThem();
    void misplacedParts_areToldBeforehand();
    void tokenOfTwoLines_isRefused();
    void tooLargeKey_isRefusedByTheKeychainOnly();
    void endOfAToken_isKept();
    void keyboard_isEnough();
    void everyStop_hasAName();
    void mnemonics_doNotClash();
    void smallScreens_fit();

private:
    void choose(KeyKind kind);
    void fill(KeyKind kind);
    void chooseOther();
    QStringList shownFields() const;
    bool isTicked(const char *name) const { return m_bench->find<QCheckBox>(name)->isChecked(); }
    bool canSave() const { return m_bench->find<QPushButton>("saveButton")->isEnabled(); }
    bool canTest() const { return m_bench->find<QPushButton>("testButton")->isEnabled(); }
    void pressTick(const char *name);

    std::unique_ptr<ProfilesBench> m_bench;
    std::vector<Profile> m_profiles;
};

void TestProfileSource::init()
{
    m_bench = std::make_unique<ProfilesBench>();
    m_bench->start(ProfileWorld::Real);
    m_profiles = {profileNamed(QStringLiteral("first"), 1),
                  profileNamed(QStringLiteral("second"), 2)};
    m_profiles[1].accountId = QStringLiteral("1000000000000001");
    m_bench->load(m_profiles);
    m_bench->open();
}

void TestProfileSource::choose(KeyKind kind)
{
    auto *combo = m_bench->find<QComboBox>("kindCombo");
    combo->setCurrentIndex(combo->findText(keyKindText(kind)));
}

void TestProfileSource::fill(KeyKind kind)
{
    choose(kind);
    if (kind == KeyKind::OtherProfile)
        chooseOther();
    const std::vector<std::pair<const char *, QString>> texts{
        {"providerEdit", QStringLiteral("acs:ram::1000000000000001:oidc-provider/fake-idp")},
        {"tokenFileEdit", QStringLiteral("/var/run/secrets/fake/oidc-token")},
        {"ecsRoleEdit", QStringLiteral("fake-ecs-role")},
        {"serviceEdit", QStringLiteral("http://127.0.0.1:18080/fake/credentials")},
        {"commandEdit", QStringLiteral("fake-credential-tool print --profile 'demo one'")},
        {"cliFileEdit", QStringLiteral("/home/fake/.aliyun/config.json")},
        {"cliProfileEdit", QStringLiteral("fake-sso")}};
    for (const auto &[name, text] : texts) {
        if (m_bench->find<QLineEdit>(name)->isVisible())
            m_bench->type(name, text);
    }
    if (needsRole(kind))
        m_bench->type("arnEdit", roleArn);
}

//! The other one of the two.
void TestProfileSource::chooseOther()
{
    auto *combo = m_bench->find<QComboBox>("otherCombo");
    for (int i = 0; i < combo->count(); ++i) {
        const QString data = combo->itemData(i).toString();
        if (data == m_profiles[0].id.text() || data == m_profiles[1].id.text())
            combo->setCurrentIndex(i);
    }
}

QStringList TestProfileSource::shownFields() const
{
    QStringList shown;
    for (const QString &name : fields) {
        if (m_bench->m_dialog->findChild<QWidget *>(name)->isVisible())
            shown += name;
    }
    return shown;
}

void TestProfileSource::pressTick(const char *name)
{
    auto *tick = m_bench->find<QCheckBox>(name);
    QVERIFY(tick->isEnabled());
    tick->setFocus();
    QTest::keyClick(tick, Qt::Key_Space);
}

void TestProfileSource::kind_showsItsFieldsOnly_data()
{
    QTest::addColumn<KeyKind>("kind");
    QTest::addColumn<QString>("shown");
    const QString role = QStringLiteral("arnEdit sessionEdit durationSpin ");
    QTest::newRow("entered") << KeyKind::Entered
                             << QStringLiteral("keyIdEdit secretEdit tokenEdit keepTick roleTick");
    QTest::newRow("other") << KeyKind::OtherProfile
                           << QStringLiteral("otherCombo ") + role +
                                  QStringLiteral("externalIdEdit rolePolicyEdit");
    QTest::newRow("oidc") << KeyKind::Oidc
                          << QStringLiteral("providerEdit tokenFileEdit ") + role +
                                 QStringLiteral("rolePolicyEdit");
    QTest::newRow("ecs") << KeyKind::EcsRole << QStringLiteral("ecsRoleEdit agreeTick roleTick");
    QTest::newRow("service") << KeyKind::LocalService << QStringLiteral("serviceEdit roleTick");
    QTest::newRow("program") << KeyKind::Program << QStringLiteral("commandEdit roleTick");
    const QString cli = QStringLiteral("cliFileEdit cliProfileEdit roleTick");
    QTest::newRow("CloudSSO") << KeyKind::CloudSso << cli;
    QTest::newRow("OAuth") << KeyKind::OAuth << cli;
    QTest::newRow("environment") << KeyKind::Environment << QStringLiteral("roleTick");
}

void TestProfileSource::kind_showsItsFieldsOnly()
{
    QFETCH(KeyKind, kind);
    QFETCH(QString, shown);
    choose(kind);
    QCOMPARE(shownFields().join(QLatin1Char(' ')), shown);
    const bool hasHint = kind != KeyKind::Entered;
    QCOMPARE(m_bench->find<QLabel>("kindHint")->isVisible(), hasHint);
    QCOMPARE(m_bench->words("kindHint"), keyKindHint(kind));
}

void TestProfileSource::kindChanged_losesNothing()
{
    m_bench->type("keyIdEdit", QStringLiteral("LTAIacmekey0001"));
    m_bench->typeSecret(QStringLiteral("secret-of-a-key"));
    fill(KeyKind::Program);
    pressTick("agreeTick");
    fill(KeyKind::LocalService);
    QVERIFY(!isTicked("agreeTick"));
    choose(KeyKind::Program);
    QCOMPARE(m_bench->find<QLineEdit>("commandEdit")->text(),
             QStringLiteral("fake-credential-tool print --profile 'demo one'"));
    QVERIFY(isTicked("agreeTick"));
    choose(KeyKind::LocalService);
    QCOMPARE(m_bench->find<QLineEdit>("serviceEdit")->text(),
             QStringLiteral("http://127.0.0.1:18080/fake/credentials"));
    choose(KeyKind::Entered);
    QCOMPARE(m_bench->find<QLineEdit>("keyIdEdit")->text(), QStringLiteral("LTAIacmekey0001"));
    m_bench->save();
    // What was typed for other kinds is no part of it.
    QCOMPARE(m_bench->onDisk().front().source, KeySource());
    QVERIFY(m_bench->m_keychain->kept.contains(m_profiles[0].id));
}

void TestProfileSource::everyKind_isSavedAndShownAgain_data()
{
    QTest::addColumn<KeyKind>("kind");
    for (const KeyKind kind : keyKinds()) {
        if (kind != KeyKind::Entered)
            QTest::newRow(qPrintable(keyKindText(kind))) << kind;
    }
}

void TestProfileSource::everyKind_isSavedAndShownAgain()
{
    QFETCH(KeyKind, kind);
    fill(kind);
    const bool needsAgreement = m_bench->find<QCheckBox>("agreeTick")->isVisible();
    QCOMPARE(canSave(), !needsAgreement);
    QCOMPARE(canTest(), !needsAgreement);
    if (needsAgreement)
        pressTick("agreeTick");
    m_bench->save();
    const Profile saved = m_bench->onDisk().front();
    QCOMPARE(saved.source.kind, kind);
    QCOMPARE(problemOf(saved.source), KeySourceProblem::None);
    QVERIFY(isConfirmed(saved.source));
    QVERIFY(!saved.key.isSaved);
    QVERIFY(m_bench->m_keychain->kept.isEmpty());
    const QStringList shown = shownFields();
    m_bench->m_dialog->showProfile(m_profiles[1].id);
    QCOMPARE(m_bench->find<QComboBox>("kindCombo")->currentIndex(), 0);
    m_bench->m_dialog->showProfile(m_profiles[0].id);
    QCOMPARE(shownFields(), shown);
    QCOMPARE(isTicked("agreeTick") && needsAgreement, needsAgreement);
    QVERIFY(m_bench->words("statusLabel").contains(QStringLiteral("Nothing has changed")));
}

void TestProfileSource::program_isAgreedToBeforeItIsUsed()
{
    QTemporaryDir folder;
    const QString marker = folder.filePath(QStringLiteral("marker"));
    choose(KeyKind::Program);
    QVERIFY(!m_bench->find<QWidget>("agreementView")->isVisible());
    QVERIFY(m_bench->words("commandHint").contains(QStringLiteral("command line")));
    m_bench->type("commandEdit", QStringLiteral("touch '%1'").arg(marker));
    QCOMPARE(m_bench->find<QPlainTextEdit>("agreedEdit")->toPlainText(),
             QStringLiteral("touch '%1'").arg(marker));
    QCOMPARE(m_bench->find<QPlainTextEdit>("partsEdit")->toPlainText(),
             QStringLiteral("Program: “touch”\nArgument 1: “%1”").arg(marker));
    QVERIFY(!isTicked("agreeTick"));
    QVERIFY(!canSave() && !canTest());
    QVERIFY(m_bench->words("statusLabel").contains(QStringLiteral("agree to it")));
    pressTick("agreeTick");
    QVERIFY(canSave() && canTest());
    // Another text is another program.
    QTest::keyClicks(m_bench->find<QLineEdit>("commandEdit"), QStringLiteral(" -c"));
    QVERIFY(!isTicked("agreeTick"));
    QVERIFY(!canSave() && !canTest());
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_bench->find<QLineEdit>("commandEdit"), Qt::Key_Backspace);
    QVERIFY(!isTicked("agreeTick"));
    pressTick("agreeTick");
    m_bench->save();
    QVERIFY(isConfirmed(m_bench->onDisk().front().source));
    QVERIFY(!QFile::exists(marker));
}

void TestProfileSource::hiddenCharacters_areSeen()
{
    choose(KeyKind::Program);
    m_bench->find<QLineEdit>("commandEdit")
        ->setText(QStringLiteral("tool \u202e--all\u200b\nnext"));
    QCOMPARE(m_bench->find<QPlainTextEdit>("agreedEdit")->toPlainText(),
             QStringLiteral("tool ⟨U+202E⟩--all⟨U+200B⟩⏎next"));
    QCoreApplication::processEvents();
    // It is read without scrolling.
    for (const char *name : {"agreedEdit", "partsEdit"})
        QVERIFY2(!m_bench->find<QPlainTextEdit>(name)->verticalScrollBar()->isVisible(), name);
    m_bench->find<QLineEdit>("commandEdit")
        ->setText(QStringLiteral("tool ") + QString(5'000, QLatin1Char('x')));
    QVERIFY(!m_bench->find<QCheckBox>("agreeTick")->isEnabled());
    QVERIFY(m_bench->words("agreeHint").contains(QStringLiteral("too long")));
    QVERIFY(!canSave());
}

void TestProfileSource::withoutAgreement_theRestCanBeChanged()
{
    m_profiles[0].source.kind = KeyKind::Program;
    m_profiles[0].source.command = QStringLiteral("touch marker");
    m_bench->load(m_profiles);
    QTRY_VERIFY(m_bench->find<QLabel>("profilesLabel")->isVisible());
    m_bench->m_dialog->showProfile(m_profiles[1].id);
    m_bench->m_dialog->showProfile(m_profiles[0].id);
    QVERIFY(!isTicked("agreeTick"));
    QVERIFY(m_bench->words("statusLabel").contains(QStringLiteral("Nothing has changed")));
    m_bench->type("nameEdit", QStringLiteral("renamed"));
    QVERIFY(canSave());
    QVERIFY(!canTest());
    m_bench->save();
    QCOMPARE(m_bench->onDisk().front().alias, QStringLiteral("renamed"));
    QVERIFY(!isConfirmed(m_bench->onDisk().front().source));
}

void TestProfileSource::role_isFilledInWithItsProblems()
{
    pressTick("roleTick");
    QVERIFY(m_bench->words("arnHint").startsWith(QStringLiteral("A role is written like")));
    QVERIFY(m_bench->words("statusLabel").contains(m_bench->words("arnHint")));
    QCOMPARE(m_bench->find<QLineEdit>("arnEdit")->accessibleDescription(),
             m_bench->words("arnHint"));
    QVERIFY(!canSave());
    // After the user's name, and as the service takes it.
    QVERIFY(m_bench->find<QLineEdit>("sessionEdit")->text().size() >= 2);
    m_bench->type("arnEdit", roleArn);
    QVERIFY(!m_bench->find<QLabel>("arnHint")->isVisible());
    m_bench->type("sessionEdit", QStringLiteral("li wei"));
    QVERIFY(m_bench->find<QLabel>("sessionHint")->isVisible());
    m_bench->type("sessionEdit", QStringLiteral("li.wei"));
    m_bench->type("externalIdEdit", QStringLiteral("x"));
    QVERIFY(m_bench->find<QLabel>("externalIdHint")->isVisible());
    m_bench->type("externalIdEdit", QStringLiteral("fake-external-id"));
    auto *policy = m_bench->find<QPlainTextEdit>("rolePolicyEdit");
    policy->setPlainText(QStringLiteral("{\"Version\":"));
    QVERIFY(m_bench->find<QLabel>("rolePolicyHint")->isVisible());
    policy->setPlainText(QStringLiteral("{\"Version\":\"1\",\"Statement\":[]}"));
    auto *spin = m_bench->find<QSpinBox>("durationSpin");
    spin->setValue(13);
    QVERIFY(m_bench->find<QLabel>("durationHint")->isVisible());
    spin->setValue(2);
    m_bench->save();
    const RoleToAssume expected{roleArn, QStringLiteral("li.wei"), std::chrono::seconds(7'200),
                                QStringLiteral("fake-external-id"),
                                QStringLiteral("{\"Version\":\"1\",\"Statement\":[]}")};
    QVERIFY(m_bench->onDisk().front().source.role == expected);
    pressTick("roleTick");
    m_bench->save();
    QVERIFY(!m_bench->onDisk().front().source.role);
    // The tick brings back what was typed.
    pressTick("roleTick");
    QCOMPARE(m_bench->find<QLineEdit>("arnEdit")->text(), roleArn);
}

void TestProfileSource::sessionLength_keepsItsLengthOverUnits()
{
    pressTick("roleTick");
    auto *spin = m_bench->find<QSpinBox>("durationSpin");
    auto *unit = m_bench->find<QComboBox>("unitCombo");
    // credentials.md 7.1: 3600 s is the default.
    QCOMPARE(spin->value(), 1);
    QCOMPARE(unit->currentText(), QStringLiteral("hours"));
    unit->setCurrentIndex(1);
    QCOMPARE(spin->value(), 60);
    spin->setValue(15);
    unit->setCurrentIndex(2);
    QCOMPARE(spin->value(), 900);
    m_bench->type("arnEdit", roleArn);
    m_bench->save();
    QCOMPARE(m_bench->onDisk().front().source.role->duration, std::chrono::seconds(900));
    m_bench->m_dialog->showProfile(m_profiles[1].id);
    m_bench->m_dialog->showProfile(m_profiles[0].id);
    QCOMPARE(spin->value(), 15);
    QCOMPARE(unit->currentText(), QStringLiteral("minutes"));
}

void TestProfileSource::circle_isNamedAndRefused()
{
    fill(KeyKind::OtherProfile);
    QCOMPARE(m_bench->find<QComboBox>("otherCombo")->currentText(),
             QStringLiteral("second – account 1000000000000001"));
    m_bench->save();
    m_bench->m_dialog->showProfile(m_profiles[1].id);
    fill(KeyKind::OtherProfile);
    QCOMPARE(m_bench->find<QComboBox>("otherCombo")->currentText(), QStringLiteral("first"));
    QVERIFY2(m_bench->words("otherHint").contains(QStringLiteral("second → first → second")),
             qPrintable(m_bench->words("otherHint")));
    QVERIFY(!canSave());
    QVERIFY(!canTest());
}

void TestProfileSource::goneProfile_isSaid()
{
    fill(KeyKind::OtherProfile);
    m_bench->save();
    m_bench->m_keeper->remove(m_profiles[1].id, true, this, [](const std::optional<Error> &) {});
    QTRY_COMPARE(m_bench->onDisk().size(), std::size_t(1));
    m_bench->press("addButton");
    m_bench->m_dialog->showProfile(m_profiles[0].id);
    if (m_bench->find<QWidget>("question")->isVisible())
        m_bench->press("questionActButton");
    QCOMPARE(m_bench->find<QComboBox>("otherCombo")->currentText(),
             QStringLiteral("A profile that is no longer there"));
    QVERIFY(m_bench->words("otherHint").contains(QStringLiteral("no longer there")));
}

void TestProfileSource::removingWhatOthersBuildOn_namesThem()
{
    fill(KeyKind::OtherProfile);
    m_bench->save();
    m_bench->m_dialog->showProfile(m_profiles[1].id);
    m_bench->press("removeButton");
    QCOMPARE(m_bench->words("questionLabel"),
             QStringLiteral("Remove “second”? These take their keys from it and would have none: "
                            "first."));
}

void TestProfileSource::misplacedParts_areToldBeforehand()
{
    m_bench->type("keyIdEdit", roleArn);
    QVERIFY(m_bench->words("keyIdHint").contains(QStringLiteral("ARN")));
    m_bench->typeSecret(QStringLiteral("secret-of-a-key"));
    QVERIFY(!canSave() && !canTest());
    QVERIFY(!m_bench->find<QPushButton>("sessionButton")->isEnabled());
    m_bench->type("keyIdEdit", QStringLiteral("LTAIacmekey0001"));
    m_bench->secretLine()->setFocus();
    m_bench->secretLine()->selectAll();
    QTest::keyClicks(m_bench->secretLine(), QStringLiteral("LTAIacmekey0001"));
    QVERIFY(canSave());
    m_bench->press("saveButton");
    QVERIFY(m_bench->words("secretHint").contains(QStringLiteral("the id of a key")));
    QVERIFY(m_bench->words("statusLabel").contains(m_bench->words("secretHint")));
    QVERIFY(!canSave());
    QVERIFY(m_bench->m_keychain->calls.isEmpty());
    QVERIFY(!m_bench->registry().isUnlocked(m_profiles[0].id));
    QTest::keyClicks(m_bench->secretLine(), QStringLiteral("secret-of-a-key"));
    QVERIFY(!m_bench->find<QLabel>("secretHint")->isVisible());
    m_bench->save();
}

void TestProfileSource::tokenOfTwoLines_isRefused()
{
    m_bench->type("keyIdEdit", QStringLiteral("STS.FakeTemporaryId"));
    m_bench->typeSecret(QStringLiteral("secret-of-a-key"));
    m_bench->press("saveButton");
    QVERIFY(m_bench->words("tokenHint").contains(QStringLiteral("needs the security token")));
    QGuiApplication::clipboard()->setText(QStringLiteral("CAISfirst\nsecond"));
    QLineEdit *line = m_bench->secretLine("tokenEdit");
    line->setFocus();
    QTest::keySequence(line, QKeySequence::Paste);
    QVERIFY(!line->text().isEmpty());
    m_bench->press("saveButton");
    QVERIFY2(m_bench->words("tokenHint").contains(QStringLiteral("line break")),
             qPrintable(m_bench->words("tokenHint")));
    QVERIFY(m_bench->m_keychain->calls.isEmpty());
    QGuiApplication::clipboard()->clear();
}

void TestProfileSource::tooLargeKey_isRefusedByTheKeychainOnly()
{
    m_bench->type("keyIdEdit", QStringLiteral("STS.FakeTemporaryId"));
    m_bench->typeSecret(QStringLiteral("secret-of-a-key"));
    const QString token = QString(17'000, QLatin1Char('t'));
    m_bench->secretLine("tokenEdit")->setText(QString(token.constData(), token.size()));
    m_bench->press("saveButton");
    QVERIFY2(m_bench->words("tokenHint").contains(QStringLiteral("16,384")),
             qPrintable(m_bench->words("tokenHint")));
    QVERIFY(m_bench->m_keychain->calls.isEmpty());
    pressTick("keepTick");
    m_bench->save();
    const auto lent = m_bench->registry().targetFor({m_profiles[0].id, {}})->credentials();
    QVERIFY(lent);
    QCOMPARE(lent->securityToken.view().size(), qsizetype(17'000));
}

void TestProfileSource::endOfAToken_isKept()
{
    QVERIFY(!m_bench->find<QWidget>("endEdit")->isVisible());
    m_bench->type("keyIdEdit", QStringLiteral("STS.FakeTemporaryId"));
    m_bench->typeSecret(QStringLiteral("secret-of-a-key"));
    m_bench->typeSecret(QStringLiteral("CAISFakeSecurityToken"), "tokenEdit");
    QVERIFY(m_bench->find<QWidget>("endEdit")->isVisible());
    m_bench->type("endEdit", QStringLiteral("soon"));
    QVERIFY(m_bench->words("endHint").contains(QStringLiteral("no time")));
    QVERIFY(!canSave());
    const QDateTime end(QDate(2046, 2, 3), QTime(5, 5, 6), Qt::UTC);
    m_bench->type("endEdit", end.toString(Qt::ISODate));
    // The zone of the tests is UTC+8.
    QCOMPARE(m_bench->words("endHint"), QStringLiteral("2046-02-03 13:05 +08:00 (05:05 UTC)"));
    m_bench->save();
    QCOMPARE(m_bench->onDisk().front().key.expiresAt, end);
}

void TestProfileSource::keyboard_isEnough()
{
    auto *combo = m_bench->find<QComboBox>("kindCombo");
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Home);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(combo, Qt::Key_Down);
    const auto next = [this] {
        QTest::keyClick(m_bench->m_dialog->focusWidget(), Qt::Key_Tab);
        return m_bench->m_dialog->focusWidget()->objectName();
    };
    QCOMPARE(next(), QStringLiteral("commandEdit"));
    QTest::keyClicks(m_bench->m_dialog->focusWidget(), QStringLiteral("my-tool"));
    QCOMPARE(next(), QStringLiteral("agreedEdit"));
    QCOMPARE(next(), QStringLiteral("partsEdit"));
    QCOMPARE(next(), QStringLiteral("agreeTick"));
    QTest::keyClick(m_bench->m_dialog->focusWidget(), Qt::Key_Space);
    QCOMPARE(next(), QStringLiteral("roleTick"));
    QTest::keyClick(m_bench->m_dialog->focusWidget(), Qt::Key_Space);
    QCOMPARE(next(), QStringLiteral("arnEdit"));
    QTest::keyClicks(m_bench->m_dialog->focusWidget(), roleArn);
    QCOMPARE(next(), QStringLiteral("sessionEdit"));
    QTest::keyClicks(m_bench->m_dialog->focusWidget(), QStringLiteral("-me"));
    for (const char *name :
         {"durationSpin", "unitCombo", "externalIdEdit", "rolePolicyEdit", "filterEdit"})
        QCOMPARE(next(), QLatin1String(name));
    auto *save = m_bench->find<QPushButton>("saveButton");
    while (m_bench->m_dialog->focusWidget() != save)
        next();
    QTest::keyClick(save, Qt::Key_Space);
    QTRY_COMPARE(m_bench->onDisk().front().source.kind, KeyKind::Program);
    QVERIFY(isConfirmed(m_bench->onDisk().front().source));
    QCOMPARE(m_bench->onDisk().front().source.role->arn, roleArn);
}

void TestProfileSource::everyStop_hasAName()
{
    pressTick("roleTick");
    for (const KeyKind kind : keyKinds()) {
        fill(kind);
        QCOMPARE(namelessStops(*m_bench->m_dialog), QStringList());
        QCOMPARE(descriptionsWithMarkup(*m_bench->m_dialog), QStringList());
    }
}

void TestProfileSource::mnemonics_doNotClash()
{
    pressTick("roleTick");
    for (const KeyKind kind : keyKinds()) {
        fill(kind);
        QCOMPARE(doubleMnemonics(*m_bench->m_dialog), QStringList());
    }
}

void TestProfileSource::smallScreens_fit()
{
    LongTexts texts;
    for (const bool isLong : {false, true}) {
        if (isLong)
            QCoreApplication::installTranslator(&texts);
        m_bench->m_dialog.reset();
        m_bench->open();
        pressTick("roleTick");
        m_bench->m_dialog->resize(683, 384);
        QCOMPARE(m_bench->m_dialog->size(), QSize(683, 384));
        for (int kind = 0; kind < m_bench->find<QComboBox>("kindCombo")->count(); ++kind) {
            m_bench->find<QComboBox>("kindCombo")->setCurrentIndex(kind);
            m_bench->find<QLineEdit>("commandEdit")->setText(QString(900, QLatin1Char('w')));
            QCoreApplication::processEvents();
            auto *area = m_bench->find<QScrollArea>("accountPage");
            QVERIFY2(area->widget()->minimumSizeHint().width() <= area->viewport()->width(),
                     qPrintable(QString::number(kind)));
            for (const char *name : {"testButton", "saveButton", "closeButton"}) {
                auto *button = m_bench->find<QPushButton>(name);
                const QRect place(button->mapTo(m_bench->m_dialog.get(), QPoint()), button->size());
                QVERIFY2(m_bench->m_dialog->rect().contains(place), name);
            }
        }
        if (isLong)
            QCoreApplication::removeTranslator(&texts);
    }
}

QTEST_MAIN(TestProfileSource)
#include "tst_profilesource.moc"
