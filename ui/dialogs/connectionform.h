// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/profilesviewmodel.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ConnectionForm;
}

namespace countersign {

//! How a profile reaches the service: endpoints and signature.
class ConnectionForm : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionForm(QWidget *parent = nullptr);
    ~ConnectionForm() override;

    void setProfile(const Profile &profile, bool isSandboxWorld);
    //! Puts what stands in the form into the profile. An own address that is none becomes one that
    //! no profile can have.
    void writeTo(Profile &profile) const;
    void setScheme(SignatureScheme scheme);
    SignatureScheme scheme() const;

Q_SIGNALS:
    //! A person has changed something.
    void edited();

private:
    enum class Road { Public, Vpc, Own };

    Road road() const;
    void updateAddress();
    void onEndpointEdited();
    void updateAgreement();

    std::unique_ptr<Ui::ConnectionForm> m_ui;
    bool m_isOwnInVpc = false;
    bool m_isSandboxWorld = false;
};

} // namespace countersign
