// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"

#include <QAbstractListModel>

#include <vector>

namespace countersign {

//! Tasks of one run among which a person chooses, each with a check mark. The list is as it was
//! read when the decision began and does not change; texts are safe. choose() is the one way to
//! set a mark, so that a view's own selection and the marks cannot differ.
class ChoosableTasksModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TaskExecutionIdRole = Qt::UserRole, //!< TaskExecutionId
        SearchRole,                         //!< QString, folded: name, item, reason and id
    };

    explicit ChoosableTasksModel(std::vector<TaskExecution> rows, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const std::vector<TaskExecution> &rows() const { return m_rows; }
    bool isChosen(int row) const { return m_isChosen[static_cast<std::size_t>(row)]; }
    //! Sets the marks of exactly these rows. Emits chosenChanged() when any mark moved.
    void choose(const std::vector<int> &rows);
    //! In the order of the list.
    std::vector<const TaskExecution *> chosen() const;
    int chosenCount() const;

Q_SIGNALS:
    void chosenChanged();

private:
    QString text(const TaskExecution &row) const;
    QString whole(const TaskExecution &row) const;

    std::vector<TaskExecution> m_rows;
    std::vector<bool> m_isChosen;
};

} // namespace countersign
