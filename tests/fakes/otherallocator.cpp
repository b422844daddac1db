// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Loaded into a program before its libraries (LD_PRELOAD): an allocator in the C library's place
// that ends the program when it is given back what it has not given. It never uses memory twice.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <sys/mman.h>

namespace {

constexpr std::size_t arenaSize = std::size_t{4} << 30U; // addresses alone; pages come when touched
constexpr std::uint64_t isLent = 0x6b6e6f6c656e7421;
constexpr std::uint64_t isBack = 0x6b6e6f6261636b21;

//! Stands before each block.
struct Note
{
    std::uint64_t state;
    std::size_t size;
};

char *lend(std::size_t size, std::size_t alignment = alignof(std::max_align_t))
{
    static char *const arena =
        static_cast<char *>(mmap(nullptr, arenaSize, PROT_READ | PROT_WRITE,
                                 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0));
    static std::atomic<std::size_t> used = 0;
    const std::size_t room = sizeof(Note) + alignment + size;
    const std::size_t at = used.fetch_add(room);
    if (room < size || at + room > arenaSize)
        std::abort();
    const std::uintptr_t first = reinterpret_cast<std::uintptr_t>(arena + at) + sizeof(Note);
    const std::uintptr_t begin = (first + alignment - 1) / alignment * alignment;
    char *block = arena + at + (begin - reinterpret_cast<std::uintptr_t>(arena + at));
    const Note note{isLent, size};
    std::memcpy(block - sizeof note, &note, sizeof note);
    return block;
}

Note noteOf(const void *block)
{
    Note note{};
    std::memcpy(&note, static_cast<const char *>(block) - sizeof note, sizeof note);
    if (note.state != isLent)
        std::abort();
    return note;
}

} // namespace

#define TAKES_ITS_PLACE extern "C" __attribute__((visibility("default")))

TAKES_ITS_PLACE void *malloc(std::size_t size) noexcept
{
    return lend(size);
}

TAKES_ITS_PLACE void *calloc(std::size_t count, std::size_t size) noexcept
{
    return lend(count * size); // pages of the arena are empty
}

TAKES_ITS_PLACE void free(void *block) noexcept
{
    if (block == nullptr)
        return;
    Note note = noteOf(block);
    note.state = isBack;
    std::memcpy(static_cast<char *>(block) - sizeof note, &note, sizeof note);
}

TAKES_ITS_PLACE void *realloc(void *block, std::size_t size) noexcept
{
    if (block == nullptr)
        return lend(size);
    const std::size_t held = noteOf(block).size;
    char *grown = lend(size);
    std::memcpy(grown, block, held < size ? held : size);
    free(block);
    return grown;
}

TAKES_ITS_PLACE void *memalign(std::size_t alignment, std::size_t size) noexcept
{
    return lend(size, alignment);
}

TAKES_ITS_PLACE void *aligned_alloc(std::size_t alignment, std::size_t size) noexcept
{
    return lend(size, alignment);
}

TAKES_ITS_PLACE int posix_memalign(void **block, std::size_t alignment, std::size_t size) noexcept
{
    *block = lend(size, alignment);
    return 0;
}

TAKES_ITS_PLACE std::size_t malloc_usable_size(void *block) noexcept
{
    return block == nullptr ? 0 : noteOf(block).size;
}
