// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace countersign {

//! What an import looks at beside files: where the person is at home, and variables by name.
struct ImportEnvironment
{
    QString home;
    std::function<QString(const char *name)> text; //!< empty: not set; never asked for a secret
    std::function<bool(const char *name)> isSet;   //!< and not empty
    //! Of this process.
    static ImportEnvironment ofThisProcess();
};

//! One of the places where other programs keep their keys (credentials.md 2.1, 4, 5).
struct KeyFilePlace
{
    QString path;
    QString variable; //!< that names it; empty: the usual place
    bool isThere = false;
    friend bool operator==(const KeyFilePlace &, const KeyFilePlace &) = default;
};

//! The aliyun CLI's first, then the SDKs'.
std::vector<KeyFilePlace> keyFilePlaces(const ImportEnvironment &environment);

//! What came of reading such a file. Nothing about it is changed.
struct KeyFileReading
{
    enum class Problem {
        None,
        NotThere,
        NotReadable, //!< `reason` has the system's words
        NotPlain,    //!< a folder, a pipe, a device
        OtherOwner,  //!< belongs to another user
        LinkToLink,  //!< its link leads to another link
        TooLarge,    //!< over the limit of readCliConfig()
        Changing,    //!< another program wrote into it meanwhile
    };
    Problem problem = Problem::None;
    QString reason;
    QString target;              //!< where a symbolic link leads; empty: it is none
    bool isOpenToOthers = false; //!< its group or everybody may read or change it
    QByteArray stamp;            //!< as keyFileStamp() was then
    QByteArray bytes;            //!< its one owner wipes it
};

//! Reads a plain file of this user. A symbolic link is followed once.
KeyFileReading readKeyFile(const QString &path);

//! What changes when the file does, or when there is another one in its place; empty: there is
//! none.
QByteArray keyFileStamp(const QString &path);

} // namespace countersign
