// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/trustanchor.h"

#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <QSet>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace countersign {

namespace {

template <auto release>
struct Release
{
    template <class T>
    void operator()(T *object) const
    {
        release(object);
    }
};

using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using Store = std::unique_ptr<X509_STORE, Release<X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, Release<X509_STORE_CTX_free>>;

void releaseStack(STACK_OF(X509) * stack)
{
    sk_X509_free(stack); // the certificates in it belong to the chain
}
using Stack = std::unique_ptr<STACK_OF(X509), Release<releaseStack>>;

//! Null: not readable.
Certificate read(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    return Certificate(d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
}

//! A name as a text that is the same for names that count as the same.
QString comparable(const QList<QByteArray> &attributes,
                   const std::function<QStringList(const QByteArray &)> &valuesOf)
{
    QStringList parts;
    for (const QByteArray &attribute : attributes)
        parts += QString(QString::fromLatin1(attribute) + u'=' +
                         valuesOf(attribute).join(u'+').simplified().toCaseFolded());
    parts.sort();
    return parts.join(u',');
}

QString subjectOf(const QSslCertificate &certificate)
{
    return comparable(certificate.subjectInfoAttributes(), [&certificate](const QByteArray &name) {
        return certificate.subjectInfo(name);
    });
}

QString issuerOf(const QSslCertificate &certificate)
{
    return comparable(certificate.issuerInfoAttributes(), [&certificate](const QByteArray &name) {
        return certificate.issuerInfo(name);
    });
}

//! Those that can be the end of this chain, by their names: reading all of a system's list takes
//! longer than a window may stand still.
QList<QSslCertificate> possibleEnds(const QList<QSslCertificate> &chain,
                                    const QList<QSslCertificate> &anchors)
{
    QSet<QString> issuers;
    for (const QSslCertificate &certificate : chain)
        issuers += issuerOf(certificate);
    QList<QSslCertificate> possible;
    for (const QSslCertificate &anchor : anchors) {
        if (issuers.contains(subjectOf(anchor)) || chain.contains(anchor))
            possible += anchor;
    }
    return possible;
}

} // namespace

bool leadsToAnchor(const QList<QSslCertificate> &chain, const QList<QSslCertificate> &anchors)
{
    std::vector<Certificate> links;
    const Stack between(sk_X509_new_null());
    for (const QSslCertificate &certificate : chain) {
        links.push_back(read(certificate));
        if (!links.back() || sk_X509_push(between.get(), links.back().get()) == 0)
            return false;
    }
    if (links.empty())
        return false;
    const Store store(X509_STORE_new());
    for (const QSslCertificate &certificate : possibleEnds(chain, anchors)) {
        const Certificate anchor = read(certificate);
        if (anchor)
            X509_STORE_add_cert(store.get(), anchor.get()); // the store keeps it
    }
    const StoreContext context(X509_STORE_CTX_new());
    if (!store || !context ||
        X509_STORE_CTX_init(context.get(), store.get(), links.front().get(), between.get()) != 1)
        return false;
    X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME);
    return X509_verify_cert(context.get()) == 1;
}

} // namespace countersign
