// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QString>

#include <optional>

namespace countersign {

//! Whether the desktop starts the console with the session: a desktop entry in the folder
//! "autostart". Nothing is kept in memory, so that what desktops and people change there counts.
class Autostart
{
public:
    //! `configHome` is the value of XDG_CONFIG_HOME or what stands for it.
    //! `program` is the absolute path of the console.
    Autostart(const QString &configHome, const QString &program);

    //! True when an entry is there, whoever wrote it, and neither it nor the desktop has switched
    //! it off.
    bool isOn() const;

    //! Writes the entry (0600, whole or not at all), or takes it away. Only entries that this class
    //! wrote are replaced or removed, no link is followed, and a folder that others can write is
    //! refused: LocalFault, and nothing has changed. Nothing on success.
    std::optional<Error> setOn(bool isOn);

    //! Where the entry is or would be.
    QString path() const;

private:
    std::optional<Error> write() const;

    QString m_folder;
    QString m_program;
};

//! The entry's text: starts `program` with --background, and nothing when that is not there any
//! more.
QByteArray autostartEntry(const QString &program);

} // namespace countersign
