// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificateshop.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <QHostAddress>
#include <QRandomGenerator>

namespace countersign {

namespace {

template <auto release>
struct Releaser
{
    template <class T>
    void operator()(T *thing) const
    {
        release(thing);
    }
};
using Bio = std::unique_ptr<BIO, Releaser<BIO_free_all>>;
using PrivateKey = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Releaser<X509_free>>;

QByteArray bytesOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, static_cast<qsizetype>(size));
}

Bio readerOf(const QByteArray &pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

PrivateKey newKey(CertificateWish::Key kind)
{
    switch (kind) {
    case CertificateWish::Key::EllipticP256:
        return PrivateKey(EVP_EC_gen("P-256"));
    case CertificateWish::Key::Rsa1024:
        return PrivateKey(EVP_RSA_gen(1024));
    case CertificateWish::Key::Rsa2048:
        break;
    }
    return PrivateKey(EVP_RSA_gen(2048));
}

void addExtension(X509 *certificate, int what, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, what, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

void addHosts(X509 *certificate, const QStringList &hosts)
{
    QByteArrayList names;
    for (const QString &host : hosts)
        names += (QHostAddress(host).isNull() ? "DNS:" : "IP:") + host.toLatin1();
    if (!names.isEmpty())
        addExtension(certificate, NID_subject_alt_name, names.join(','));
}

void setName(X509_NAME *name, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(utf8.constData()),
                               static_cast<int>(utf8.size()), -1, 0);
}

MadeCertificate written(X509 *certificate, EVP_PKEY *key)
{
    const Bio certificateText(BIO_new(BIO_s_mem()));
    const Bio keyText(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificateText.get(), certificate);
    PEM_write_bio_PrivateKey(keyText.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return {bytesOf(certificateText.get()), bytesOf(keyText.get())};
}

} // namespace

MadeCertificate makeCertificate(const CertificateWish &wish,
                                const std::optional<MadeCertificate> &issuer)
{
    const PrivateKey key = newKey(wish.key);
    const Certificate made(X509_new());
    X509_set_version(made.get(), X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(made.get()),
                            QRandomGenerator::system()->generate64() >> 1);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), static_cast<long>(wish.begins.count()));
    X509_gmtime_adj(X509_getm_notAfter(made.get()), static_cast<long>(wish.ends.count()));
    X509_set_pubkey(made.get(), key.get());
    setName(X509_get_subject_name(made.get()), wish.name);
    if (wish.isAuthority)
        addExtension(made.get(), NID_basic_constraints,
                     *wish.isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    if (!wish.usage.isEmpty())
        addExtension(made.get(), NID_ext_key_usage, wish.usage);
    addHosts(made.get(), wish.hosts);
    const EVP_MD *digest = wish.digest == CertificateWish::Digest::Sha1 ? EVP_sha1() : EVP_sha256();
    if (!issuer) {
        X509_set_issuer_name(made.get(), X509_get_subject_name(made.get()));
        X509_sign(made.get(), key.get(), digest);
        return written(made.get(), key.get());
    }
    const Bio certificateText = readerOf(issuer->certificate);
    const Bio keyText = readerOf(issuer->key);
    const Certificate above(PEM_read_bio_X509(certificateText.get(), nullptr, nullptr, nullptr));
    const PrivateKey hand(PEM_read_bio_PrivateKey(keyText.get(), nullptr, nullptr, nullptr));
    X509_set_issuer_name(made.get(), X509_get_subject_name(above.get()));
    X509_sign(made.get(), hand.get(), digest);
    return written(made.get(), key.get());
}

} // namespace countersign
