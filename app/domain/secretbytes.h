// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstddef>

namespace countersign {

//! The only container a secret may live in: move-only, locked in memory where the system allows,
//! wiped when it is destroyed or replaced. It has no conversion to a text type and no stream
//! operator, so that it cannot reach a log or a label by accident.
class SecretBytes
{
public:
    SecretBytes() = default;
    //! Copies `bytes`; the caller wipes its own copy.
    explicit SecretBytes(QByteArrayView bytes);
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    ~SecretBytes();

    bool isEmpty() const { return m_size == 0; }
    std::size_t size() const { return m_size; }
    //! Valid while this object lives and is not moved from.
    QByteArrayView view() const;
    SecretBytes clone() const;
    //! Compares in time that depends on the length alone.
    bool equals(const SecretBytes &other) const;

private:
    void wipe() noexcept;

    char *m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace countersign
