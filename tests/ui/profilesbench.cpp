// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilesbench.h"

#include <QAccessible>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTest>

namespace countersign {

//! Everything that a person or assistive technology could read in `root`.
QString allTexts(const QWidget &root)
{
    QStringList texts;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        texts += widget->toolTip();
        texts += widget->accessibleName();
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            texts += {edit->text(), edit->displayText(), edit->placeholderText()};
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts += label->text();
        if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
            texts += text->toPlainText();
        if (const auto *list = qobject_cast<const QListWidget *>(widget)) {
            for (int row = 0; row < list->count(); ++row)
                texts += list->item(row)->text();
        }
        QAccessibleInterface *spoken =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (spoken != nullptr)
            texts += {spoken->text(QAccessible::Name), spoken->text(QAccessible::Value)};
    }
    return texts.join(QLatin1Char('\n'));
}

Profile profileNamed(const QString &alias, int look)
{
    Profile profile;
    profile.id = newProfileId();
    profile.alias = alias;
    profile.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    profile.environment.word = QStringLiteral("W%1").arg(look);
    return profile;
}

std::shared_ptr<const Credentials> key(const QString &id, const QString &secret)
{
    auto made = std::make_shared<Credentials>();
    made->accessKeyId = id;
    made->secret = SecretBytes(secret.toUtf8());
    return made;
}

ProfilesBench::ProfilesBench()
    : m_path(m_folder.filePath(QStringLiteral("profiles.json")))
{
}

ProfilesBench::~ProfilesBench() = default;

void ProfilesBench::start(ProfileWorld world)
{
    if (!m_world) {
        SandboxAnnouncement nobody;
        nobody.profile.id = ProfileId(QStringLiteral("sandbox"));
        nobody.profile.alias = QStringLiteral("sandbox");
        nobody.profile.environment.isSandbox = true;
        nobody.users.push_back({QStringLiteral("nobody"), nullptr});
        m_world = std::make_unique<SandboxWorld>(nobody);
    }
    m_keychain = std::make_unique<MoodyStore>();
    m_store = std::make_unique<ProfileStore>(m_path, world);
    m_keeper = std::make_unique<ProfileKeeper>(m_world->profiles, *m_store, *m_keychain, m_clock);
    m_profiles = std::make_unique<ProfilesViewModel>(*m_keeper, m_world->services());
}

void ProfilesBench::startSandbox()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
    start(ProfileWorld::Sandbox);
}

void ProfilesBench::load(const std::vector<Profile> &profiles)
{
    QVERIFY(ProfileStore(m_path, m_store->world()).save(profiles));
    m_keeper->load();
}

void ProfilesBench::open()
{
    m_dialog = std::make_unique<ProfilesDialog>(*m_profiles);
    m_dialog->open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void ProfilesBench::press(const char *button)
{
    auto *found = find<QPushButton>(button);
    QVERIFY2(found->isVisible() && found->isEnabled(), button);
    QTest::mouseClick(found, Qt::LeftButton);
}

void ProfilesBench::save()
{
    press("saveButton");
    QTRY_VERIFY2(words("statusLabel").startsWith(QStringLiteral("Saved.")),
                 qPrintable(words("statusLabel")));
}

void ProfilesBench::type(const char *edit, const QString &text)
{
    auto *found = find<QLineEdit>(edit);
    found->setFocus();
    found->selectAll();
    QTest::keyClicks(found, text);
}

void ProfilesBench::typeSecret(const QString &text, const char *place)
{
    secretLine(place)->setFocus();
    QTest::keyClicks(secretLine(place), text);
}

void ProfilesBench::showTab(int index)
{
    find<QTabWidget>("tabs")->setCurrentIndex(index);
}

void ProfilesBench::fillNew(const QString &name, const Credentials &credentials)
{
    type("nameEdit", name);
    type("keyIdEdit", credentials.accessKeyId);
    typeSecret(QString::fromUtf8(credentials.secret.view().toByteArray()));
}

std::vector<Profile> ProfilesBench::onDisk() const
{
    return ProfileStore(m_path, m_store->world()).load(m_clock.now());
}

const SandboxUser &ProfilesBench::user(const char *name) const
{
    for (const SandboxUser &one : m_sandbox->announcement().users) {
        if (one.name == QLatin1String(name))
            return one;
    }
    qFatal("no user %s", name);
}

} // namespace countersign
