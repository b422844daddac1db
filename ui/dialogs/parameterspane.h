// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/parametersviewmodel.h"

#include <QWidget>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QCompleter;
QT_END_NAMESPACE

namespace Ui {
class ParametersPane;
}

namespace countersign {

class ParameterFieldView;
struct ParameterField;
class SafeLabel;

//! Where a person enters parameters: a form and the JSON text of the same document, and below them
//! what is wrong or what would be sent. Made to be put into dialogs and windows.
class ParametersPane : public QWidget
{
    Q_OBJECT

public:
    //! `model` must outlive this.
    explicit ParametersPane(ParametersViewModel &model, QWidget *parent = nullptr);
    ~ParametersPane() override;

    //! Puts all that Tab reaches here behind `before` in the order of the window, and `after`
    //! behind it; null: whatever came next. Call it once both are in one window.
    void placeInTabOrder(QWidget *before, QWidget *after = nullptr);

private:
    void wireEditor();
    void arrange();
    ParameterFieldView *viewOf(const ParameterField &field);
    void placeRows();
    void chainTabs();
    void showFields(int first, int last);
    void showText();
    void showStatus();
    void goToProblem();
    void fillInsertMenu();

    ParametersViewModel &m_model;
    std::unique_ptr<Ui::ParametersPane> m_ui;
    QCompleter *m_completer;                   //!< of outputs
    std::vector<ParameterFieldView *> m_views; //!< in the order of the model
    std::vector<SafeLabel *> m_headings;
    bool m_wasSendable = true;
};

} // namespace countersign
