// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class TaskField;
}

namespace countersign {

class DecisionFields;

//! Which task of the template is to run, for which item of its loop, and what is to be known about
//! it first. A name that is not in the template cannot be entered.
class TaskField : public QWidget
{
    Q_OBJECT

public:
    //! `fields` takes a task and outlives this.
    explicit TaskField(DecisionFields &fields, QWidget *parent = nullptr);
    ~TaskField() override;

    void setReadOnly(bool isReadOnly);

private:
    void fill();
    void update();

    std::unique_ptr<Ui::TaskField> m_ui;
    DecisionFields &m_fields;
    QString m_itemsOf; //!< the task whose loop items are offered
};

} // namespace countersign
