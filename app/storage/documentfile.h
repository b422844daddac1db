// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>

namespace countersign {

//! What is wrong with one of the program's own files, for a line in the window.
struct DocumentProblem
{
    enum class Kind {
        SetAside,    //!< was no readable document; it is kept under the name `keptAs`
        NotReadable, //!< could not be opened, is no plain file of this user, or could not be set
                     //!< aside
        Newer,       //!< written by a newer version of this program
        NotWritable, //!< could not be written: read-only, or no room
    };
    Kind kind = Kind::NotReadable;
    QString fileName; //!< without its folder
    QString keptAs;   //!< without its folder; SetAside only
    QString reason;   //!< the system's words, for a "Details" box; may be empty
    friend bool operator==(const DocumentProblem &, const DocumentProblem &) = default;
};

//! Renames the file unless its bytes pass `isGood`; one larger than `limit` bytes never does.
//! Nothing when there is no file or it is good; SetAside or NotReadable else. `now` (UTC) becomes
//! part of the new name.
std::optional<DocumentProblem>
setAsideUnless(const QString &path, qint64 limit, const QDateTime &now,
               const std::function<bool(const QByteArray &)> &isGood);

//! One JSON object in a file of its own, `{"version":N,…}`. A file that is empty, cut, noise or too
//! large is renamed, so that it is never overwritten; one that cannot be read or is newer stays
//! where it is and nothing is written over it. Files are 0600 and replaced as a whole.
class DocumentFile
{
public:
    //! `version` is the newest this program reads. Larger files than `limit` bytes are damaged.
    DocumentFile(QString path, qint64 version, qint64 limit = 4 * 1024 * 1024);

    //! The object; nothing when there is no file or it is of no use, see problem(). `now` (UTC)
    //! becomes part of a damaged file's new name.
    std::optional<Json> read(const QDateTime &now);
    //! Replaces the file by the object that `text` holds. False: see problem(); what was there
    //! before is still there.
    bool write(const QByteArray &text);
    //! Of the last call; a problem of reading stays until the program starts again.
    const std::optional<DocumentProblem> &problem() const { return m_problem; }

private:
    QString m_path;
    qint64 m_version;
    qint64 m_limit;
    bool m_isClosed = false; //!< what is there must not be replaced
    std::optional<DocumentProblem> m_problem;
};

} // namespace countersign
