// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keyimportfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace countersign {

//! A sample of the aliyun CLI's file (tests/data/cli-config-samples), by the name of its mode.
inline QByteArray cliSample(const QString &mode)
{
    QFile file(QStringLiteral(TEST_DATA "/cli-config-samples/%1.json").arg(mode));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! A file of the CLI with these profiles, each without its braces.
inline QByteArray cliFile(const QList<QByteArray> &profiles)
{
    QByteArray text = "{\"current\":\"a\",\"profiles\":[";
    for (const QByteArray &profile : profiles)
        text += '{' + profile + "},";
    text.chop(profiles.isEmpty() ? 0 : 1);
    return text + "]}";
}

//! An access key of this name; its id ends in `end`, which has four characters.
inline QByteArray cliKey(const QByteArray &name, const QByteArray &end = "0001")
{
    return R"("name":")" + name + R"(","mode":"AK","access_key_id":"LTAI5tFakeFake)" + end +
           R"(","access_key_secret":"secret-of-)" + end + R"(","region_id":"cn-hangzhou")";
}

//! Replaces the file as a program does that writes another one beside it first; 0600.
inline bool putFile(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path + QStringLiteral(".part"));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() &&
                           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.close();
    QFile::remove(path);
    return isWritten && file.rename(path);
}

//! A person at home in `home`, with these variables.
inline ImportEnvironment environmentIn(const QString &home,
                                       const QHash<QByteArray, QString> &variables = {})
{
    return {home, [variables](const char *name) { return variables.value(name); },
            [variables](const char *name) { return !variables.value(name).isEmpty(); }};
}

} // namespace countersign
