// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/decisiondialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/profilesdialog.h"
#include "ui/windows/actions.h"
#include "ui/windows/mainwindow.h"
#include "ui/windows/screenshotplan.h"
#include "ui/windows/screenshotstage.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTreeView>

#include <memory>

namespace countersign {

namespace {

using namespace std::chrono_literals;

//! Invented, one of each verdict: what works, what waits for a person, and what cannot be used.
constexpr auto fileOfKeys = R"({
  "current": "acme-prod",
  "profiles": [
    {"name": "acme-prod", "mode": "AK", "access_key_id": "LTAI5tPictureExample4711",
     "access_key_secret": "of-a-picture-only", "region_id": "cn-hangzhou"},
    {"name": "acme-operator", "mode": "ChainableRamRoleArn", "source_profile": "acme-prod",
     "ram_role_arn": "acs:ram::1000000000000001:role/oos-operator",
     "ram_session_name": "li.wei", "region_id": "cn-hangzhou"},
    {"name": "acme-staging", "mode": "External", "region_id": "cn-shanghai",
     "process_command": "/usr/local/bin/company-keys print --account \"acme staging\""},
    {"name": "acme-sso", "mode": "CloudSSO", "region_id": "cn-shanghai",
     "cloud_sso_sign_in_url": "https://signin-cn-shanghai.alibabacloudsso.com/acme/login",
     "cloud_sso_account_id": "1000000000000001", "cloud_sso_access_config": "ac-0001"},
    {"name": "acme-prod", "mode": "AK", "access_key_id": "LTAI5tPictureExample0815",
     "access_key_secret": "of-a-picture-only", "region_id": "cn-beijing"},
    {"name": "old-server", "mode": "RsaKeyPair", "key_pair_name": "old", "private_key": "none"},
    {"name": "left", "mode": "ChainableRamRoleArn", "source_profile": "right",
     "ram_role_arn": "acs:ram::1000000000000001:role/oos-operator", "ram_session_name": "li.wei"},
    {"name": "right", "mode": "ChainableRamRoleArn", "source_profile": "left",
     "ram_role_arn": "acs:ram::1000000000000001:role/oos-operator", "ram_session_name": "li.wei"}
  ]
})";

ImportDialog *importOver(const ScreenshotStage &stage)
{
    return stage.dialog() != nullptr ? stage.dialog()->findChild<ImportDialog *>() : nullptr;
}

//! The import of `text`, as a file that only its owner can read.
void planImport(ScreenshotStage &stage, const QString &picture, const QByteArray &text,
                int chosenRow)
{
    const auto folder = std::make_shared<QTemporaryDir>();
    stage.picture(
        picture,
        [&stage, folder, text, chosenRow] {
            QFile file(folder->filePath(QStringLiteral("config.json")));
            const bool isWritten = file.open(QIODevice::WriteOnly) &&
                                   file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                                   file.write(text) == text.size();
            file.close();
            stage.trigger(Command::Profiles);
            if (auto *profiles = qobject_cast<ProfilesDialog *>(stage.dialog()))
                profiles->importProfiles();
            ImportDialog *dialog = importOver(stage);
            if (dialog == nullptr || !isWritten)
                return;
            dialog->import().openFile(file.fileName());
            auto *view = dialog->findChild<QTreeView *>(QStringLiteral("profilesView"));
            view->setCurrentIndex(view->model()->index(chosenRow, 0));
            stage.rest(300ms);
        },
        [&stage]() -> QWidget * { return importOver(stage); });
    stage.step([&stage] {
        if (ImportDialog *dialog = importOver(stage))
            dialog->close();
    });
    stage.closing();
}

} // namespace

void planImports(ScreenshotStage &stage)
{
    const QByteArray whole(fileOfKeys);
    planImport(stage, QStringLiteral("dialog-import"), whole, 2);
    planImport(stage, QStringLiteral("dialog-import-name"), whole, 4);
    planImport(stage, QStringLiteral("dialog-import-damaged"), whole.left(400), 0);
}

} // namespace countersign
