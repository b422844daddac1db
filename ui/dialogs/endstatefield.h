// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class EndStateField;
}

namespace countersign {

class DecisionFields;

//! The state in which a run ends. Nothing is chosen at first: neither of the two is the usual one,
//! and what comes after a run often goes by it.
class EndStateField : public QWidget
{
    Q_OBJECT

public:
    //! `fields` takes an end state and outlives this.
    explicit EndStateField(DecisionFields &fields, QWidget *parent = nullptr);
    ~EndStateField() override;

    void setReadOnly(bool isReadOnly);

private:
    void update();

    std::unique_ptr<Ui::EndStateField> m_ui;
    DecisionFields &m_fields;
};

} // namespace countersign
