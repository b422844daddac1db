// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/profilesviewmodel.h"

#include <QWidget>

namespace Ui {
class CheckView;
}

namespace countersign {

class IconLabel;
class SafeLabel;

//! What the test of a profile has found: one line a finding, with icon and word, and the policy
//! that grants what is missing.
class CheckView : public QWidget
{
    Q_OBJECT

public:
    explicit CheckView(QWidget *parent = nullptr);
    ~CheckView() override;

    //! No findings; `words` say why.
    void clear(const QString &words);
    //! An empty policy: nothing is missing. The end of a test is announced once.
    void showLines(const std::vector<CheckLine> &lines, bool isTesting, const QString &policy);

private:
    struct Row
    {
        IconLabel *icon;
        SafeLabel *mark;
        SafeLabel *text;
    };

    void setRowCount(std::size_t count);
    static QString summaryOf(const std::vector<CheckLine> &lines);

    std::unique_ptr<Ui::CheckView> m_ui;
    std::vector<Row> m_rows;
    bool m_isTesting = false;
};

} // namespace countersign
