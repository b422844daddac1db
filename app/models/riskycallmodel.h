// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"
#include "app/models/rowtable.h"

namespace countersign {

//! A task that makes a high-risk call, and how it lies to the task that waits.
struct RiskyStep
{
    enum class Where {
        Unknown,    //!< the waiting task, or this one, is not in the template's text
        Before,     //!< it cannot run after the waiting task
        Waiting,    //!< it is the waiting task
        After,      //!< it may run after the waiting task
        AfterError, //!< the same, by ways taken on errors alone
    };
    QString task; //!< as received
    Where where = Where::Unknown;
    bool isRatedNormal = false; //!< the template says Risk: Normal, which stops the service's check
    friend bool operator==(const RiskyStep &, const RiskyStep &) = default;
};

//! A high-risk call of a template and who says that it is one.
struct RiskyCall
{
    enum class Source {
        Service, //!< ListExecutionRiskyTasks, which looks at the newest version
        Name,    //!< the verb of the call's name in the template's text
        Both,
        Untold, //!< nobody: the call's name, or the nested template's calls, are not in the text
    };
    //! For a nested template the service is empty and the API is its name.
    ProductCall call;
    std::vector<RiskyStep> steps;
    Source source = Source::Service;
    std::vector<QString> templates; //!< nested ones that hold the call, as received
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
    enum Role {
        SourceRole = Qt::UserRole, //!< RiskyCall::Source
        CopyRole,                  //!< QString: the cell in full
    };

    explicit RiskyCallModel(QObject *parent = nullptr);

    //! A second entry with the same call and source is left out.
    void apply(const std::vector<RiskyCall> &calls);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
};

//! Who says that a call is high-risk: "by OOS, newest version" and so on; translated.
QString riskSourceText(RiskyCall::Source source);
//! "ECS DeleteInstance"; safe text.
QString riskyCallText(const RiskyCall &call);

} // namespace countersign
