// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class StandingView;
}

namespace countersign {

//! How a profile stands with its keys, and what renews them.
class StandingView : public QWidget
{
    Q_OBJECT

public:
    explicit StandingView(QWidget *parent = nullptr);
    ~StandingView() override;

    //! `words` are whole sentences of safe text, announced when they change. `command` renews the
    //! keys in a terminal; it holds no secret. Empty: there is none.
    void showStanding(const QString &iconName, const QString &words, bool canRenew,
                      const QString &command);

Q_SIGNALS:
    void renewPressed();

private:
    void copyCommand();

    std::unique_ptr<Ui::StandingView> m_ui;
    QString m_command;
};

} // namespace countersign
