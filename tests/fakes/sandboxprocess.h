// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/announcement.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <vector>

namespace countersign {

//! One run of the sandbox program with its files in a folder of its own; stopped at the end.
class SandboxProcess
{
public:
    //! `programs` is the folder of built programs.
    explicit SandboxProcess(const QString &programs);
    ~SandboxProcess();
    Q_DISABLE_COPY_MOVE(SandboxProcess)

    //! Puts a template where the sandbox will find it; before start().
    void addTemplate(const QString &name, const QByteArray &text);
    //! Rules of the closed list, as JSON; may be called before and after start().
    void setFaults(const QByteArray &rules);
    //! Waits until the announcement is there. False: it did not come, see problem().
    bool start(const QStringList &arguments = {});
    QString problem() const { return m_problem; }
    const SandboxAnnouncement &announcement() const { return m_announcement; }
    //! Path of the announcement file.
    QString announcementFile() const
    {
        return m_folder.filePath(QStringLiteral("announcement.json"));
    }
    //! Receipts so far, of one action or of all.
    std::vector<QJsonObject> receipts(const QString &action = {}) const;

private:
    QTemporaryDir m_folder;
    QString m_program;
    QString m_problem;
    QProcess m_process;
    SandboxAnnouncement m_announcement;
};

} // namespace countersign
