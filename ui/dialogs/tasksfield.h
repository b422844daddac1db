// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class TasksField;
}

namespace countersign {

class DecisionFields;

//! The tasks of a run among which one, several or all are chosen: a list whose check marks are its
//! selection, so that pointer, Space and assistive technology choose alike. The filter hides rows
//! and keeps what is chosen.
class TasksField : public QWidget
{
    Q_OBJECT

public:
    //! `fields` takes rows and outlives this.
    explicit TasksField(DecisionFields &fields, QWidget *parent = nullptr);
    ~TasksField() override;

    void setReadOnly(bool isReadOnly);

private:
    void fill();
    void showChosen();
    void takeChosen();
    void chooseShown();
    void filter(const QString &text);
    void update();

    std::unique_ptr<Ui::TasksField> m_ui;
    DecisionFields &m_fields;
};

} // namespace countersign
