// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class NetworkPage;
}

namespace countersign {

class NetworkViewModel;

//! Proxy, the company's authorities, and a try of the way to the service.
class NetworkPage : public QWidget
{
    Q_OBJECT

public:
    //! `network` outlives this.
    explicit NetworkPage(NetworkViewModel &network, QWidget *parent = nullptr);
    ~NetworkPage() override;

private:
    void connectProxy();
    void connectPassword();
    void connectAuthorities();
    void connectTest();
    void chooseFile();
    void update();
    void updateProxy();
    void updatePassword();
    void updateAuthorities();
    void updateTest();

    std::unique_ptr<Ui::NetworkPage> m_ui;
    NetworkViewModel &m_network;
};

} // namespace countersign
