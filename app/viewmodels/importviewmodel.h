// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/importrun.h"
#include "app/models/importmodel.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace countersign {

//! What an import knows of the rest of the program. All are asked again whenever they are needed.
struct ImportDoors
{
    std::function<Profile()> newProfile; //!< with what this world's profiles have in common
    std::function<bool()> isKeychainUsable;
    std::function<QString()> keychainText; //!< why it is of no use; safe text
};

//! Taking over profiles from the files of the aliyun CLI and the SDKs, or from the environment: a
//! preview, then all that is chosen or nothing. Files are only ever read, nothing in them is run,
//! and the secrets that were read are dropped with this object at the latest.
class ImportViewModel : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        NothingFound, //!< none of the usual files is there
        Unreadable,   //!< what was chosen is no readable file of keys, or holds nothing
        Choosing,
        Running,
        Done,
        Failed, //!< nothing was imported, and what to do is said
    };

    //! `keeper` and `clock` outlive this. Reads the first of the usual files that is there.
    ImportViewModel(ProfileKeeper &keeper, const Clock &clock, ImportEnvironment environment,
                    ImportDoors doors, QObject *parent = nullptr);
    ~ImportViewModel() override;

    Stage stage() const;

    //! Where profiles can be taken from, as safe one-line texts; the environment is the last.
    QStringList sourceTexts() const;
    //! -1: none was chosen yet.
    int sourceIndex() const;
    void chooseSource(int index);
    //! Takes the file at `path` (any name), now and as a further source.
    void openFile(const QString &path);
    void readAgain();
    //! What was read is no longer what stands in the file.
    bool hasChanged() const;

    //! Of NothingFound, Unreadable, Done and Failed: a heading, and whole sentences.
    QString stateHeading() const;
    QString stateText() const;
    //! Of Choosing: where all this comes from and that it stays there, as whole sentences.
    QString sourceText() const;
    //! What a person should be warned of; empty: nothing.
    QString cautionText() const;

    ImportModel *model() const;
    void setAllChosen(bool isChosen);
    //! Of a row of the model: everything about it, one sentence a line; empty for no row.
    QString detailText(int row) const;
    //! Empty for no row.
    QString alias(int row) const;
    bool canRename(int row) const;
    void setAlias(int row, const QString &alias);
    //! Why the name cannot be taken; empty: it can.
    QString aliasProblem(int row) const;

    //! Whether a profile that can be chosen names no region.
    bool needsRegion() const;
    RegionId region() const;
    void setRegion(const RegionId &region);

    //! Whether any secret would be stored at all.
    bool hasKeys() const;
    bool isKeychainUsable() const;
    bool isKept() const;
    void setKept(bool isKept);
    //! Where the secrets go, as whole sentences.
    QString keepingText() const;

    //! "Import 3 profiles".
    QString importText() const;
    bool canImport() const;
    //! Why it cannot be done, or how many are chosen.
    QString statusText() const;
    void import();
    //! Takes back what was imported by now: Failed. Without an effect once it is over.
    void stop();
    //! stop() has been called, and its effect is awaited.
    bool isStopping() const;
    //! From Failed to the list as it was chosen. The source is read again: its keys are dropped
    //! when an import has ended. Where it says other things now, the choices are those of a new
    //! list.
    void backToList();
    //! The id of the first profile that was imported; empty before.
    ProfileId firstImported() const;

public Q_SLOTS:
    //! The keychain has changed.
    void refresh();

Q_SIGNALS:
    //! Anything but the rows, which the model tells of by itself.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
