// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"
#include "app/models/rowtable.h"

namespace countersign {

//! A high-risk call of a template and who says that it is one.
struct RiskyCall
{
    enum class Source {
        Service, //!< ListExecutionRiskyTasks, which looks at the newest version
        Name,    //!< the verb of the call's name in the template's text
        Both,
    };
    ProductCall call;
    std::vector<QString> tasks; //!< names as received
    Source source = Source::Service;
    friend bool operator==(const RiskyCall &, const RiskyCall &) = default;
    friend size_t qHash(const RiskyCall &entry, size_t seed = 0)
    {
        return qHashMulti(seed, entry.call.service, entry.call.api);
    }
};

//! The high-risk calls of a run's template, in the order given.
class RiskyCallModel : public RowTable<RiskyCall>
{
    Q_OBJECT

public:
    enum Column { CallColumn, TasksColumn, SourceColumn, ColumnCount };
    enum Role { SourceRole = Qt::UserRole /*!< RiskyCall::Source */ };

    explicit RiskyCallModel(QObject *parent = nullptr);

    //! A second entry with the same call and source is left out.
    void apply(const std::vector<RiskyCall> &calls);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
};

} // namespace countersign
