// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowtable.h"

#include <QString>

namespace countersign {

//! How a profile of a file stands with being imported.
enum class ImportVerdict {
    Works,
    AfterAgreement, //!< or after something else that the person does
    Replaces,       //!< gives a profile that is here its key
    IsHere,
    NeedsName,
    Cannot,
};

//! One of them; texts are safe one-line text.
struct ImportRow
{
    int number = 0; //!< in the file
    ImportVerdict verdict = ImportVerdict::Works;
    QString name;
    QString result; //!< the verdict in words
    QString alias;
    QString kind;
    QString account;
    QString region;
    QString key;    //!< masked
    QString secret; //!< where it goes
    bool isChoosable = false;
    bool isChosen = false;
    friend bool operator==(const ImportRow &, const ImportRow &) = default;
};

//! The profiles of a file of keys, each with a tick.
class ImportModel : public RowTable<ImportRow>
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        ResultColumn,
        AliasColumn,
        KindColumn,
        AccountColumn,
        RegionColumn,
        KeyColumn,
        SecretColumn,
        ColumnCount
    };
    enum Role {
        VerdictRole = Qt::UserRole, //!< ImportVerdict
    };

    explicit ImportModel(QObject *parent = nullptr);

    void apply(std::vector<ImportRow> rows);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    //! A tick in the first column, where a row has one.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    //! A person wants row `row` imported, or left out. The row follows with apply().
    void choiceWanted(int row, bool isChosen);
};

} // namespace countersign
