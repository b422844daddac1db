// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslKey>

namespace countersign {

//! A certificate for 127.0.0.1 that signs itself, valid for a day; made anew by every test run.
struct TestCertificate
{
    QSslCertificate certificate;
    QSslKey key;
    QByteArray pem;
    bool isValid() const { return !certificate.isNull() && !key.isNull(); }
};
TestCertificate newTestCertificate();

} // namespace countersign
