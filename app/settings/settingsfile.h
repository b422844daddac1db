// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"
#include "app/storage/documentfile.h"

#include <QObject>

#include <memory>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace countersign {

//! The file behind Settings. Noise in its place is renamed before it is opened, so that nothing is
//! written over it; a file that cannot be written is named.
class SettingsFile : public QObject
{
    Q_OBJECT

public:
    //! `path` of the file; `clock` names what is set aside.
    SettingsFile(const QString &path, const Clock &clock, QObject *parent = nullptr);
    ~SettingsFile() override;

    QSettings &store() { return *m_store; }
    //! Writes what has changed. False: see problem().
    bool save();
    const std::optional<DocumentProblem> &problem() const { return m_problem; }

private:
    QString m_path;
    std::unique_ptr<QSettings> m_store;
    std::optional<DocumentProblem> m_problem;
};

} // namespace countersign
