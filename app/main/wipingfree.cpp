// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Libraries copy what they are given: a token that is sent passes through the buffers of Qt
// Network, TLS and D-Bus, and a key that is typed through strings of Qt Widgets. Nobody but the
// allocator sees all of these copies go, so this program's free() overwrites what it gives back. It
// stands in the program itself, which is where the loader looks first for what every library calls.

#include <atomic>
#include <cstdlib>

// The sanitizer has an allocator of its own, and other C libraries have no door behind free().
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

#include <cstring>
#include <dlfcn.h>
#include <malloc.h>

// NOLINTBEGIN(bugprone-reserved-identifier): the C library's own names of its functions
extern "C" void *__libc_malloc(std::size_t size);
extern "C" void __libc_free(void *memory);
extern "C" void *__libc_realloc(void *memory, std::size_t size);
// NOLINTEND(bugprone-reserved-identifier)

namespace {

// Whoever starts the program may load another allocator before the C library (LD_PRELOAD): what
// that one has given, it alone can take back.
bool isLibrarysOwn()
{
    void *(*volatile used)(std::size_t) = std::malloc;
    void *(*volatile own)(std::size_t) = __libc_malloc;
    return used == own;
}

void freeElsewhere(void *memory)
{
    // Asking for the way may itself give something back: that little is kept.
    static thread_local bool isAsking = false;
    static std::atomic<void *> way = nullptr;
    if (isAsking)
        return;
    if (!way.load(std::memory_order_relaxed)) {
        isAsking = true;
        way.store(dlsym(RTLD_NEXT, "free"), std::memory_order_relaxed);
        isAsking = false;
    }
    reinterpret_cast<void (*)(void *)>(way.load(std::memory_order_relaxed))(memory);
}

void *reallocElsewhere(void *memory, std::size_t size)
{
    static std::atomic<void *> way = nullptr;
    if (!way.load(std::memory_order_relaxed))
        way.store(dlsym(RTLD_NEXT, "realloc"), std::memory_order_relaxed);
    return reinterpret_cast<void *(*)(void *, std::size_t)>(way.load(std::memory_order_relaxed))(
        memory, size);
}

} // namespace

extern "C" void free(void *memory) noexcept
{
    if (!memory)
        return;
    if (!isLibrarysOwn()) {
        freeElsewhere(memory);
        return;
    }
    explicit_bzero(memory, malloc_usable_size(memory));
    __libc_free(memory);
}

// The library's own one leaves behind what it moves away from, and the end of what it shortens.
extern "C" void *realloc(void *memory, std::size_t size) noexcept
{
    if (!isLibrarysOwn())
        return reallocElsewhere(memory, size);
    if (!memory)
        return std::malloc(size);
    if (size == 0) {
        std::free(memory);
        return nullptr;
    }
    const std::size_t held = malloc_usable_size(memory);
    if (size <= held) {
        explicit_bzero(static_cast<char *>(memory) + size, held - size);
        return size > held / 2 ? memory : __libc_realloc(memory, size);
    }
    void *grown = std::malloc(size);
    if (!grown)
        return nullptr;
    std::memcpy(grown, memory, held);
    std::free(memory);
    return grown;
}

#endif
