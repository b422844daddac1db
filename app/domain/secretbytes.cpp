// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/secretbytes.h"

#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

#ifdef Q_OS_UNIX
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace countersign {

namespace {

#ifdef Q_OS_UNIX
// Pages are locked whole and locks do not nest, so every secret has pages of its own.
std::size_t wholePages(std::size_t size)
{
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return (size + page - 1) / page * page;
}

int lockPages(const void *memory, std::size_t size)
{
#ifdef Q_OS_LINUX
    // AddressSanitizer has a mlock() that does nothing.
    return mlock2(memory, size, 0);
#else
    return mlock(memory, size);
#endif
}

char *allocate(std::size_t size)
{
    void *memory =
        mmap(nullptr, wholePages(size), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        throw std::bad_alloc();
    // A refused lock (RLIMIT_MEMLOCK) leaves a secret that may be swapped, not one that is lost.
    [[maybe_unused]] const int refused = lockPages(memory, wholePages(size));
#ifdef MADV_DONTDUMP
    [[maybe_unused]] const int ignored = madvise(memory, wholePages(size), MADV_DONTDUMP);
#endif
#ifdef MADV_WIPEONFORK
    // A program that is started begins as a copy of this one.
    [[maybe_unused]] const int unheard = madvise(memory, wholePages(size), MADV_WIPEONFORK);
#endif
    return static_cast<char *>(memory);
}

void release(char *memory, std::size_t size)
{
    explicit_bzero(memory, size);
    munmap(memory, wholePages(size));
}
#else
char *allocate(std::size_t size)
{
    return new char[size];
}

void release(char *memory, std::size_t size)
{
    volatile char *bytes = memory;
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = 0;
    delete[] memory;
}
#endif

} // namespace

SecretBytes::SecretBytes(QByteArrayView bytes)
    : m_size(static_cast<std::size_t>(bytes.size()))
{
    if (m_size == 0)
        return;
    m_data = allocate(m_size);
    std::memcpy(m_data, bytes.data(), m_size);
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    wipe();
}

QByteArrayView SecretBytes::view() const
{
    return {m_data, static_cast<qsizetype>(m_size)};
}

SecretBytes SecretBytes::clone() const
{
    return SecretBytes(view());
}

bool SecretBytes::equals(const SecretBytes &other) const
{
    if (m_size != other.m_size)
        return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < m_size; ++i)
        difference |= static_cast<unsigned char>(m_data[i] ^ other.m_data[i]);
    return difference == 0;
}

void SecretBytes::wipe() noexcept
{
    if (m_data)
        release(m_data, m_size);
    m_data = nullptr;
    m_size = 0;
}

} // namespace countersign
