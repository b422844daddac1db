// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"
#include "app/storage/documentfile.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace countersign {

//! Writes a document a moment after it has changed, so that a burst of changes is one write and a
//! killed program loses at most that moment. Owned by the store whose content it keeps.
class DocumentKeeper : public QObject
{
    Q_OBJECT

public:
    //! How long a change may wait to be written.
    static constexpr std::chrono::milliseconds writeDelay{150};

    //! `content` gives the whole document; it is called while it is written only.
    DocumentKeeper(const QString &path, qint64 version, const Clock &clock,
                   std::function<QByteArray()> content, QObject *parent = nullptr);
    //! Writes what waits to be written.
    ~DocumentKeeper() override;

    //! What is in the file; nothing when there is none or it is of no use, see problem().
    std::optional<Json> load();
    //! The content has changed.
    void markChanged();
    //! Writes now, when something waits to be written. False: see problem().
    bool flush();
    const std::optional<DocumentProblem> &problem() const { return m_file.problem(); }

Q_SIGNALS:
    void problemChanged();

private:
    bool write();

    DocumentFile m_file;
    const Clock &m_clock;
    std::function<QByteArray()> m_content;
    QTimer m_writing;
};

} // namespace countersign
