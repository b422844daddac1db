// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilesbench.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QScrollArea>
#include <QTabWidget>
#include <QTest>
#include <QTranslator>

using namespace countersign;

namespace {

const QString canary = QStringLiteral("canary-secret-of-a-key");

//! Texts that are 40 per cent longer, as translations may be.
class LongTexts final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        const QString more = text.left((text.size() * 2 + 4) / 5);
        return text + QString(more).remove(QLatin1Char('&'));
    }
};

} // namespace

//! The fields of a profile, and how they are reached.
class TestProfileForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<ProfilesBench>(); }
    void cleanup() { m_bench.reset(); }
    void lookTaken_isSaidAndBlocksSaving();
    void givingUpTheKey_isKept();
    void halfAKey_isSaidAndBlocksSaving();
    void writtenByAssistiveTechnology_countsAsTyped();
    void anotherRegion_canBeTyped();
    void endpoints_followTheChoice();
    void nothingIsDefault();
    void tab_goesThroughInReadingOrder();
    void everythingHasAName();
    void mnemonics_doNotClash();
    void smallScreens_fit_data();
    void smallScreens_fit();

private:
    std::unique_ptr<ProfilesBench> m_bench;
};

void TestProfileForm::lookTaken_isSaidAndBlocksSaving()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load(
        {profileNamed(QStringLiteral("first"), 1), profileNamed(QStringLiteral("second"), 2)});
    m_bench->open();
    m_bench->showTab(1);
    m_bench->type("wordEdit", QStringLiteral("w2"));
    QVERIFY(m_bench->words("statusLabel")
                .contains(QStringLiteral("Two accounts must not look alike.")));
    QVERIFY(!m_bench->find<QPushButton>("saveButton")->isEnabled());
    auto *pattern = m_bench->find<QComboBox>("patternCombo");
    pattern->setCurrentIndex(pattern->findText(QStringLiteral("Stripes")));
    QVERIFY(m_bench->find<QPushButton>("saveButton")->isEnabled());
    QVERIFY(m_bench->words("placeLabel").startsWith(QStringLiteral("w2 — first")));
    m_bench->type("notePatternEdit", QStringLiteral("CHG-[0-9"));
    QVERIFY(m_bench->words("statusLabel").contains(QStringLiteral("not a regular expression")));
    m_bench->type("notePatternEdit", QStringLiteral("CHG-[0-9]+"));
    m_bench->type("noteExampleEdit", QStringLiteral("CHG-1234"));
    m_bench->find<QCheckBox>("noteRequiredTick")->setChecked(true);
    m_bench->find<QCheckBox>("productionTick")->setChecked(true);
    m_bench->save();
    QCOMPARE(m_bench->onDisk().front().environment.pattern, EnvironmentPattern::Stripes);
    QVERIFY(m_bench->onDisk().front().environment.isProduction);
    QVERIFY(m_bench->onDisk().front().noteRule ==
            (NoteRule{true, QStringLiteral("CHG-[0-9]+"), QStringLiteral("CHG-1234")}));
}

void TestProfileForm::givingUpTheKey_isKept()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load({profileNamed(QStringLiteral("first"))});
    m_bench->open();
    auto *tick = m_bench->find<QCheckBox>("dropTick");
    QVERIFY(!tick->isChecked());
    tick->setChecked(true);
    m_bench->press("revertButton");
    QVERIFY(!tick->isChecked());
    tick->setChecked(true);
    m_bench->save();
    QVERIFY(m_bench->onDisk().front().dropsKeysOnLock);
}

void TestProfileForm::halfAKey_isSaidAndBlocksSaving()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load({profileNamed(QStringLiteral("first"))});
    m_bench->open();
    m_bench->type("keyIdEdit", QStringLiteral("LTAIacmekey0002"));
    QVERIFY(m_bench->words("statusLabel").contains(QStringLiteral("both its id and its secret")));
    QVERIFY(!m_bench->find<QPushButton>("saveButton")->isEnabled());
    QVERIFY(!m_bench->find<QPushButton>("testButton")->isEnabled());
    m_bench->press("revertButton");
    m_bench->press("testButton");
    QVERIFY(m_bench->words("statusLabel").contains(QStringLiteral("There is no key to test with")));
}

void TestProfileForm::writtenByAssistiveTechnology_countsAsTyped()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load({profileNamed(QStringLiteral("first"))});
    m_bench->open();
    const auto write = [](QWidget *field, const QString &text) {
        // A copy: a secret field overwrites what it was given, and a literal cannot be overwritten.
        const QString copy(text.constData(), text.size());
        QAccessible::queryAccessibleInterface(field)->setText(QAccessible::Value, copy);
    };
    for (const char *name : {"nameEdit", "wordEdit", "notePatternEdit", "stsEdit"}) {
        write(m_bench->find<QLineEdit>(name), QStringLiteral("https://sts.example.com"));
        QVERIFY2(m_bench->find<QPushButton>("revertButton")->isEnabled(), name);
        m_bench->press("revertButton");
        QVERIFY2(!m_bench->find<QPushButton>("revertButton")->isEnabled(), name);
    }
    write(m_bench->secretLine(), canary);
    QVERIFY(m_bench->words("statusLabel").contains(QStringLiteral("both its id and its secret")));
    write(m_bench->find<QLineEdit>("keyIdEdit"), QStringLiteral("LTAIacmekey0003"));
    m_bench->save();
    QVERIFY(m_bench->words("standingLabel").contains(QStringLiteral("The key id ends in 0003.")));
}

void TestProfileForm::anotherRegion_canBeTyped()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load({profileNamed(QStringLiteral("first"))});
    m_bench->open();
    auto *regions = m_bench->find<QListWidget>("regionList");
    const int before = regions->count();
    m_bench->type("otherEdit", QStringLiteral("US-east-1"));
    QTest::keyClick(m_bench->find<QLineEdit>("otherEdit"), Qt::Key_Return);
    QCOMPARE(regions->count(), before);
    m_bench->type("otherEdit", QStringLiteral("xx-nowhere-9"));
    m_bench->press("addRegionButton");
    QCOMPARE(regions->count(), before + 1);
    QCOMPARE(m_bench->words("chosenLabel"),
             QStringLiteral("Chosen: cn-hangzhou, us-east-1, xx-nowhere-9"));
    m_bench->type("otherEdit", QStringLiteral("no region"));
    m_bench->press("addRegionButton");
    QVERIFY(m_bench->words("statusLabel").contains(QStringLiteral("not named as regions are")));
    regions->item(0)->setCheckState(Qt::Unchecked);
    m_bench->save();
    QCOMPARE(m_bench->onDisk().front().regions.size(), std::size_t(3));
}

void TestProfileForm::endpoints_followTheChoice()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load({profileNamed(QStringLiteral("first"))});
    m_bench->open();
    m_bench->showTab(2);
    auto *choice = m_bench->find<QComboBox>("endpointCombo");
    auto *address = m_bench->find<QLineEdit>("addressEdit");
    QCOMPARE(choice->count(), 3);
    QVERIFY(!address->isEnabled());
    choice->setCurrentIndex(2);
    QVERIFY(address->isEnabled());
    // The absence of an address is not the public endpoint.
    QVERIFY(m_bench->words("statusLabel")
                .contains(QStringLiteral("The endpoint is not an https address")));
    for (const char *wrong : {"oos.example.com", "http://oos.example.com", "https://a b/",
                              "https://user@oos.example.com", "https://oos.example.com/path"}) {
        m_bench->type("addressEdit", QString::fromLatin1(wrong));
        QVERIFY2(!m_bench->find<QPushButton>("saveButton")->isEnabled(), wrong);
    }
    m_bench->type("addressEdit", QStringLiteral("https://oos.example.com:8443"));
    // Another's host is used with an agreement that names it alone, and to no other one.
    auto *agreement = m_bench->find<QCheckBox>("privateCheck");
    QVERIFY(agreement->isVisible() && !agreement->isChecked());
    QVERIFY(m_bench->words("privateLabel").contains(QStringLiteral("oos.example.com")));
    QVERIFY(!m_bench->find<QPushButton>("saveButton")->isEnabled());
    agreement->setChecked(true);
    m_bench->type("addressEdit", QStringLiteral("https://oos.example.org:8443"));
    QVERIFY(!agreement->isChecked());
    m_bench->type("addressEdit", QStringLiteral("https://oos.example.com:8443"));
    agreement->setChecked(true);
    m_bench->save();
    QCOMPARE(m_bench->onDisk().front().endpoint,
             QUrl(QStringLiteral("https://oos.example.com:8443")));
    QVERIFY(m_bench->onDisk().front().allowsPrivateEndpoint);
    choice->setCurrentIndex(1);
    m_bench->save();
    QVERIFY(m_bench->onDisk().front().usesVpc);
    QVERIFY(m_bench->onDisk().front().endpoint.isEmpty());
}

void TestProfileForm::nothingIsDefault()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load({profileNamed(QStringLiteral("first"))});
    m_bench->open();
    for (const QPushButton *button : m_bench->m_dialog->findChildren<QPushButton *>()) {
        QVERIFY2(!button->isDefault(), qPrintable(button->text()));
        QVERIFY2(!button->autoDefault(), qPrintable(button->text()));
    }
    m_bench->type("nameEdit", QStringLiteral("typed"));
    QTest::keyClick(m_bench->find<QLineEdit>("nameEdit"), Qt::Key_Return);
    QVERIFY(m_bench->m_dialog->isVisible());
    QCOMPARE(m_bench->onDisk().front().alias, QStringLiteral("first"));
}

void TestProfileForm::tab_goesThroughInReadingOrder()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load({profileNamed(QStringLiteral("first"))});
    m_bench->open();
    // The fields for secrets are replaced, and the new ones stand where the old ones stood.
    m_bench->typeSecret(canary);
    m_bench->press("revertButton");
    m_bench->type("keyIdEdit", QStringLiteral("LTAIacmekey0001"));
    m_bench->typeSecret(canary);
    m_bench->showTab(0);
    m_bench->find<QTabWidget>("tabs")->findChild<QTabBar *>()->setFocus();
    const QStringList wanted{QStringLiteral("nameEdit"),      QStringLiteral("kindCombo"),
                             QStringLiteral("keyIdEdit"),     QStringLiteral("secretLine"),
                             QStringLiteral("secretLine"),    QStringLiteral("keepTick"),
                             QStringLiteral("sessionButton"), QStringLiteral("roleTick"),
                             QStringLiteral("filterEdit"),    QStringLiteral("regionList"),
                             QStringLiteral("otherEdit"),     QStringLiteral("dropTick"),
                             QStringLiteral("testButton"),    QStringLiteral("revertButton"),
                             QStringLiteral("saveButton"),    QStringLiteral("closeButton"),
                             QStringLiteral("profileList"),   QStringLiteral("addButton"),
                             QStringLiteral("removeButton")};
    QStringList forwards;
    for (int i = 0; i < wanted.size(); ++i) {
        QTest::keyClick(m_bench->m_dialog->focusWidget(), Qt::Key_Tab);
        forwards += m_bench->m_dialog->focusWidget()->objectName();
    }
    QCOMPARE(forwards, wanted);
    QStringList backwards;
    for (int i = 0; i < wanted.size(); ++i) {
        backwards.prepend(m_bench->m_dialog->focusWidget()->objectName());
        QTest::keyClick(m_bench->m_dialog->focusWidget(), Qt::Key_Tab, Qt::ShiftModifier);
    }
    QCOMPARE(backwards, wanted);
}

void TestProfileForm::everythingHasAName()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load({profileNamed(QStringLiteral("first"))});
    m_bench->open();
    QStringList names;
    QStringList nameless;
    for (int tab = 0; tab < 4; ++tab) {
        m_bench->showTab(tab);
        for (QWidget *widget : m_bench->m_dialog->findChildren<QWidget *>()) {
            const bool isReached = widget->isVisible() && widget->focusPolicy() & Qt::TabFocus &&
                                   widget->focusProxy() == nullptr &&
                                   qobject_cast<QTabBar *>(widget) == nullptr;
            if (!isReached)
                continue;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            // On Linux a combo box is called what is chosen in it; its label is a relation.
            const QString name = qobject_cast<QComboBox *>(widget) ? widget->accessibleName()
                                 : spoken                          ? spoken->text(QAccessible::Name)
                                                                   : QString();
            names += name;
            if (name.isEmpty())
                nameless += QString(QString::fromLatin1(widget->metaObject()->className()) +
                                    QLatin1Char(' ') + widget->objectName());
        }
    }
    QCOMPARE(nameless, QStringList());
    for (const char *name : {"Profiles",
                             "Add",
                             "Remove",
                             "Name",
                             "Keys come from",
                             "Take a role with these keys",
                             "Access key id",
                             "Access key secret",
                             "Security token (optional)",
                             "Keep the key in the system's keychain",
                             "Regions",
                             "Endpoint",
                             "Own address",
                             "STS endpoint",
                             "Signature",
                             "Environment word",
                             "Colour",
                             "Pattern",
                             "Production",
                             "A note is required",
                             "Note pattern",
                             "Note example",
                             "Test",
                             "Save",
                             "Revert",
                             "Close"}) {
        QVERIFY2(names.contains(QLatin1String(name)), name);
    }
}

void TestProfileForm::mnemonics_doNotClash()
{
    m_bench->start(ProfileWorld::Real);
    m_bench->load({profileNamed(QStringLiteral("first"))});
    m_bench->open();
    for (int tab = 0; tab < 4; ++tab) {
        m_bench->showTab(tab);
        QHash<QChar, QString> taken;
        const auto take = [&taken](const QString &text) {
            const QKeySequence keys = QKeySequence::mnemonic(text);
            if (keys.isEmpty())
                return;
            const QChar letter = keys.toString().back();
            QVERIFY2(!taken.contains(letter),
                     qPrintable(QString(text + QLatin1Char('/') + taken.value(letter))));
            taken.insert(letter, text);
        };
        for (const QLabel *label : m_bench->m_dialog->findChildren<QLabel *>()) {
            if (label->buddy() != nullptr && label->isVisible())
                take(label->text());
        }
        for (const QAbstractButton *button : m_bench->m_dialog->findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                take(button->text());
        }
        QVERIFY(taken.size() >= 5);
    }
}

void TestProfileForm::smallScreens_fit_data()
{
    QTest::addColumn<bool>("isLong");
    QTest::newRow("as they are") << false;
    QTest::newRow("40 per cent longer") << true;
}

void TestProfileForm::smallScreens_fit()
{
    QFETCH(bool, isLong);
    LongTexts texts;
    if (isLong)
        QCoreApplication::installTranslator(&texts);
    m_bench->start(ProfileWorld::Real);
    m_bench->m_profiles->setKeychainState(KeychainState::Unusable, KeychainProblem::NoService);
    Profile profile = profileNamed(QStringLiteral("first"));
    profile.key.isSaved = true;
    m_bench->load({profile});
    m_bench->open();
    m_bench->press("removeButton");
    // 1366x768 physical pixels at 200 per cent.
    m_bench->m_dialog->resize(683, 384);
    QCOMPARE(m_bench->m_dialog->size(), QSize(683, 384));
    for (int tab = 0; tab < 4; ++tab) {
        m_bench->showTab(tab);
        QCoreApplication::processEvents();
        const QRect room = m_bench->m_dialog->rect();
        for (const char *name : {"testButton", "revertButton", "saveButton", "closeButton",
                                 "questionActButton", "questionBackButton"}) {
            auto *button = m_bench->find<QPushButton>(name);
            const QRect place(button->mapTo(m_bench->m_dialog.get(), QPoint()), button->size());
            QVERIFY2(room.contains(place), name);
            QVERIFY2(button->width() >= button->minimumSizeHint().width(), name);
        }
        // What does not fit in height can be scrolled to; in width everything fits.
        for (const auto *area : m_bench->m_dialog->findChildren<QScrollArea *>()) {
            if (area->isVisible())
                QVERIFY2(area->widget()->minimumSizeHint().width() <= area->viewport()->width(),
                         qPrintable(area->objectName()));
        }
    }
    if (isLong)
        QCoreApplication::removeTranslator(&texts);
}

QTEST_MAIN(TestProfileForm)
#include "tst_profileform.moc"
