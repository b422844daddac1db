// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/ownidentity.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <QSslCertificate>
#include <QSslKey>

#include <memory>

namespace countersign::sandbox {

namespace {

// A clock that is a little behind must not make the certificate one of the future.
constexpr long secondsBefore = 60 * 60;
constexpr long secondsAfter = 30L * 24 * 60 * 60;

template <auto release>
struct Release
{
    template <typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using Memory = std::unique_ptr<BIO, Release<BIO_free_all>>;

bool addExtension(X509 *certificate, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, kind, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

Certificate selfSigned(EVP_PKEY *key)
{
    Certificate certificate(X509_new());
    if (!certificate)
        return {};
    X509 *made = certificate.get();
    X509_NAME *name = X509_get_subject_name(made);
    const bool isMade = X509_set_version(made, X509_VERSION_3) == 1 &&
                        ASN1_INTEGER_set(X509_get_serialNumber(made), 1) == 1 &&
                        X509_gmtime_adj(X509_getm_notBefore(made), -secondsBefore) &&
                        X509_gmtime_adj(X509_getm_notAfter(made), secondsAfter) &&
                        X509_NAME_add_entry_by_NID(
                            name, NID_commonName, MBSTRING_ASC,
                            reinterpret_cast<const unsigned char *>("127.0.0.1"), -1, -1, 0) == 1 &&
                        X509_set_issuer_name(made, name) == 1 && X509_set_pubkey(made, key) == 1 &&
                        addExtension(made, NID_basic_constraints, "critical,CA:TRUE") &&
                        addExtension(made, NID_subject_alt_name, "IP:127.0.0.1") &&
                        X509_sign(made, key, EVP_sha256()) > 0;
    return isMade ? std::move(certificate) : Certificate();
}

QByteArray contentOf(BIO *memory)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return size > 0 ? QByteArray(data, size) : QByteArray();
}

} // namespace

std::optional<OwnIdentity> newOwnIdentity()
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = key ? selfSigned(key.get()) : Certificate();
    const Memory keyText(BIO_new(BIO_s_mem()));
    const Memory certificateText(BIO_new(BIO_s_mem()));
    if (!certificate || !keyText || !certificateText ||
        PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) !=
            1 ||
        PEM_write_bio_X509(certificateText.get(), certificate.get()) != 1)
        return std::nullopt;
    OwnIdentity identity;
    identity.certificate = contentOf(certificateText.get());
    identity.tls = QSslConfiguration::defaultConfiguration();
    identity.tls.setProtocol(QSsl::TlsV1_2OrLater);
    identity.tls.setPeerVerifyMode(QSslSocket::QueryPeer);
    identity.tls.setLocalCertificate(QSslCertificate(identity.certificate, QSsl::Pem));
    identity.tls.setPrivateKey(QSslKey(contentOf(keyText.get()), QSsl::Ec, QSsl::Pem));
    if (identity.tls.localCertificate().isNull() || identity.tls.privateKey().isNull())
        return std::nullopt;
    return identity;
}

} // namespace countersign::sandbox
