// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Ui {
class PolicyView;
}

namespace countersign {

//! A RAM policy to read and to copy on request.
class PolicyView : public QWidget
{
    Q_OBJECT

public:
    explicit PolicyView(QWidget *parent = nullptr);
    ~PolicyView() override;

    //! `words` say what the policy is for. An empty policy hides the view.
    void setPolicy(const QString &words, const QString &policy);
    QString policy() const;

private:
    void copy();

    std::unique_ptr<Ui::PolicyView> m_ui;
};

} // namespace countersign
