// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"
#include "app/flows/importplan.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace countersign {

//! Where profiles can be imported from, which of these is read, and what came of it. Files are only
//! ever read. All texts are safe, and none holds anything of what a file keeps.
class ImportReading : public QObject
{
    Q_OBJECT

public:
    //! `clock` outlives this. Nothing is read before read(); the first of the usual files that is
    //! there is chosen.
    ImportReading(const Clock &clock, ImportEnvironment environment, QObject *parent = nullptr);

    //! As safe one-line texts; the environment is the last.
    QStringList sourceTexts() const;
    //! -1: none was chosen yet.
    int source() const { return m_source; }
    //! False: there is no such source.
    bool choose(int index);
    //! Takes the file at `path` as a further source.
    void chooseFile(const QString &path);
    //! Looks for the usual files anew, and chooses one when none was chosen.
    void lookAgain();
    bool isEnvironment() const { return m_source >= static_cast<int>(m_files.size()); }

    //! Reads the chosen source; empty when it offers no profile, of which problemHeading() and
    //! problemText() say why.
    std::vector<ImportCandidate> read();
    //! The secrets of what was read go away.
    void forget();
    //! What was read of a file, with its keys; nothing of the environment.
    const std::optional<CliConfig> &config() const { return m_config; }
    //! What was read is no longer what stands in the file.
    bool hasChanged() const { return m_hasChanged; }
    //! Looks whether it is, beside the looks that changes of the folder lead to.
    void lookForChange();

    QString nothingFoundText() const;
    QString problemHeading() const;
    QString problemText() const;
    //! Where all this comes from and that it stays there, as whole sentences.
    QString sourceText() const;
    //! What a person should be warned of; empty: nothing.
    QString cautionText() const;

Q_SIGNALS:
    //! The file has changed since it was read. Once for each reading.
    void changed();

private:
    QString path() const;
    void findFiles();
    std::vector<ImportCandidate> readFile();
    void watch();
    QString environmentText() const;
    QString currentText() const;
    QString ignoredText() const;

    const Clock &m_clock;
    ImportEnvironment m_environment;
    std::vector<KeyFilePlace> m_places;
    QStringList m_files; //!< paths
    int m_source = -1;
    KeyFileReading m_reading; //!< without its bytes
    std::optional<CliConfigProblem> m_problem;
    std::optional<CliConfig> m_config;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    bool m_hasChanged = false;
};

} // namespace countersign
