// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/keysourcewords.h"

#include <QWidget>

#include <memory>

namespace Ui {
class AgreementView;
}

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
QT_END_NAMESPACE

namespace countersign {

//! What is run or asked for keys, in full, and the person's agreement to it.
class AgreementView : public QWidget
{
    Q_OBJECT

public:
    explicit AgreementView(QWidget *parent = nullptr);
    ~AgreementView() override;

    //! Nothing: there is nothing to agree to. `isAgreed` sets the tick without agreedChanged().
    void showAgreement(const std::optional<Agreement> &agreement, bool isAgreed);

Q_SIGNALS:
    //! The person has set or taken away the tick.
    void agreedChanged(bool isAgreed);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeights();
    void wrapTick();

    std::unique_ptr<Ui::AgreementView> m_ui;
    QString m_tick;
};

} // namespace countersign
