// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/parametersviewmodel.h"

#include <QCompleter>

namespace countersign {

//! Offers outputs of tasks that have run to a line that begins like "task.output"; the line then
//! holds the value. One may serve several lines.
class OutputCompleter : public QCompleter
{
    Q_OBJECT

public:
    //! Offers without an entry are left out.
    explicit OutputCompleter(const std::vector<ParameterOffer> &offers, QObject *parent = nullptr);

    QString pathFromIndex(const QModelIndex &index) const override;
};

} // namespace countersign
