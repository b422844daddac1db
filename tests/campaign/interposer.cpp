// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Loaded into a program before its libraries (LD_PRELOAD): sees the system calls that write the
// journal and that talk to the service, and kills the process at the point it was told.

#include "tests/campaign/killpoints.h"

#include <cstdarg>
#include <cstdlib>
#include <dlfcn.h>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

using campaign::KillPoints;

//! The function that this one stands before.
template <typename Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

// What this library itself does is not looked at.
thread_local bool isInside = false;

struct World
{
    World()
        : points(KillPoints::newFromEnvironment())
    {
        // Programs that this one starts are none of this.
        ::unsetenv("LD_PRELOAD");
    }
    std::mutex mutex;
    std::unique_ptr<KillPoints> points;
    std::map<int, std::string> paths; //!< of descriptors in the journal's folder, and of it
};

//! Never destroyed: calls go on while the program ends.
World &world()
{
    static World *const one = new World;
    return *one;
}

//! Holds the world for one call; empty where there is nothing to look at.
class Look
{
public:
    Look()
    {
        if (isInside)
            return;
        isInside = true;
        m_isHeld = true;
        m_lock = std::unique_lock(world().mutex);
        if (world().points)
            world().points->call();
    }
    ~Look()
    {
        if (m_isHeld)
            isInside = false;
    }
    Look(const Look &) = delete;
    Look &operator=(const Look &) = delete;

    explicit operator bool() const { return m_isHeld && world().points; }
    KillPoints *operator->() const { return world().points.get(); }
    //! Of a file of the journal or its folder; empty else.
    std::string path(int descriptor) const
    {
        const auto found = world().paths.find(descriptor);
        return found == world().paths.end() ? std::string() : found->second;
    }

private:
    std::unique_lock<std::mutex> m_lock;
    bool m_isHeld = false;
};

void noteOpened(Look &look, int descriptor, const char *path, int flags)
{
    if (!look || descriptor < 0 || !path)
        return;
    std::string name = path;
    while (name.size() > 1 && name.ends_with('/'))
        name.pop_back();
    if (!look->files().isFolder(name) && !look->files().isInside(name))
        return;
    world().paths[descriptor] = name;
    if (!look->files().isFolder(name))
        look->files().opened(name, (flags & O_TRUNC) != 0);
}

void noteWrite(Look &look, const std::string &path, std::int64_t offset, const void *data,
               std::size_t size)
{
    if (!path.empty())
        look->files().written(path, offset, data, size);
}

template <typename Call>
int openWith(const char *path, int flags, Call call)
{
    Look look;
    const int descriptor = call();
    noteOpened(look, descriptor, path, flags);
    return descriptor;
}

template <typename Call>
int syncWith(int descriptor, Call call)
{
    Look look;
    const std::string path = look ? look.path(descriptor) : std::string();
    if (!path.empty())
        look->beforeSync(path);
    const int result = call();
    if (path.empty() || result != 0)
        return result;
    if (look->files().isFolder(path))
        look->files().folderSynced();
    else
        look->files().synced(path);
    look->afterSync(path);
    return result;
}

template <typename Call>
int truncateWith(int descriptor, std::int64_t size, Call call)
{
    Look look;
    const std::string path = look ? look.path(descriptor) : std::string();
    if (!path.empty())
        look->journalWrite(path, nullptr, 0);
    const int result = call();
    if (!path.empty() && result == 0)
        look->files().truncated(path, size);
    return result;
}

template <typename Call>
ssize_t writeAtWith(int descriptor, const void *data, std::size_t size, std::int64_t offset,
                    Call call)
{
    Look look;
    const std::string path = look ? look.path(descriptor) : std::string();
    if (!path.empty())
        look->journalWrite(path, data, size);
    const ssize_t result = call();
    if (result > 0)
        noteWrite(look, path, offset, data, static_cast<std::size_t>(result));
    return result;
}

//! Sends through `call(size)`, and ends the process in the middle where it has to.
template <typename Call>
ssize_t sendWith(Look &look, int descriptor, const void *data, std::size_t size, Call call)
{
    const std::optional<std::size_t> last =
        look ? look->beforeSend(descriptor, data, size) : std::nullopt;
    if (last) {
        for (std::size_t gone = 0; gone < *last;) {
            const ssize_t some = call(static_cast<const char *>(data) + gone, *last - gone);
            if (some > 0)
                gone += static_cast<std::size_t>(some);
        }
        if (*last > 0)
            look->sent(descriptor, data, *last);
        look->end("bytes");
    }
    const ssize_t result = call(data, size);
    if (look && result > 0)
        look->sent(descriptor, data, static_cast<std::size_t>(result));
    return result;
}

} // namespace

// The names and types of the C library's functions.
extern "C" {

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = va_arg(more, mode_t);
    va_end(more);
    static const auto next = real<int (*)(const char *, int, ...)>("open");
    return openWith(path, flags, [&] { return next(path, flags, mode); });
}

int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = va_arg(more, mode_t);
    va_end(more);
    static const auto next = real<int (*)(const char *, int, ...)>("open64");
    return openWith(path, flags, [&] { return next(path, flags, mode); });
}

int openat(int folder, const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = va_arg(more, mode_t);
    va_end(more);
    static const auto next = real<int (*)(int, const char *, int, ...)>("openat");
    return openWith(path, flags, [&] { return next(folder, path, flags, mode); });
}

int openat64(int folder, const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = va_arg(more, mode_t);
    va_end(more);
    static const auto next = real<int (*)(int, const char *, int, ...)>("openat64");
    return openWith(path, flags, [&] { return next(folder, path, flags, mode); });
}

int close(int descriptor)
{
    static const auto next = real<int (*)(int)>("close");
    Look look;
    if (look) {
        look->closed(descriptor);
        world().paths.erase(descriptor);
    }
    return next(descriptor);
}

ssize_t pwrite(int descriptor, const void *data, size_t size, off_t offset)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
    return writeAtWith(descriptor, data, size, offset,
                       [&] { return next(descriptor, data, size, offset); });
}

ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t offset)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    return writeAtWith(descriptor, data, size, offset,
                       [&] { return next(descriptor, data, size, offset); });
}

ssize_t write(int descriptor, const void *data, size_t size)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t)>("write");
    Look look;
    const std::string path = look ? look.path(descriptor) : std::string();
    const off_t offset = path.empty() ? 0 : ::lseek(descriptor, 0, SEEK_CUR);
    if (!path.empty())
        look->journalWrite(path, data, size);
    const ssize_t result =
        sendWith(look, descriptor, data, size, [&](const void *piece, std::size_t length) {
            return next(descriptor, piece, length);
        });
    if (result > 0)
        noteWrite(look, path, offset, data, static_cast<std::size_t>(result));
    return result;
}

int ftruncate(int descriptor, off_t size) noexcept
{
    static const auto next = real<int (*)(int, off_t)>("ftruncate");
    return truncateWith(descriptor, size, [&] { return next(descriptor, size); });
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    static const auto next = real<int (*)(int, off64_t)>("ftruncate64");
    return truncateWith(descriptor, size, [&] { return next(descriptor, size); });
}

int fsync(int descriptor)
{
    static const auto next = real<int (*)(int)>("fsync");
    return syncWith(descriptor, [&] { return next(descriptor); });
}

int fdatasync(int descriptor)
{
    static const auto next = real<int (*)(int)>("fdatasync");
    return syncWith(descriptor, [&] { return next(descriptor); });
}

int rename(const char *from, const char *to) noexcept
{
    static const auto next = real<int (*)(const char *, const char *)>("rename");
    Look look;
    const int result = next(from, to);
    if (look && result == 0 && look->files().isInside(from))
        look->files().renamed(from, to);
    return result;
}

int unlink(const char *path) noexcept
{
    static const auto next = real<int (*)(const char *)>("unlink");
    Look look;
    if (look && look->files().isInside(path))
        look->journalWrite(path, nullptr, 0);
    const int result = next(path);
    if (look && result == 0 && look->files().isInside(path))
        look->files().removed(path);
    return result;
}

int connect(int descriptor, const sockaddr *address, socklen_t size)
{
    static const auto next = real<int (*)(int, const sockaddr *, socklen_t)>("connect");
    Look look;
    const bool isNet = look && address && address->sa_family == AF_INET;
    if (isNet)
        look->beforeConnect(descriptor,
                            ntohs(reinterpret_cast<const sockaddr_in *>(address)->sin_port));
    const int result = next(descriptor, address, size);
    if (isNet && (result == 0 || errno == EISCONN)) {
        const int error = errno;
        look->connected(descriptor);
        errno = error;
    }
    return result;
}

ssize_t send(int descriptor, const void *data, size_t size, int flags)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t, int)>("send");
    Look look;
    return sendWith(look, descriptor, data, size, [&](const void *piece, std::size_t length) {
        return next(descriptor, piece, length, flags);
    });
}

ssize_t read(int descriptor, void *data, size_t size)
{
    static const auto next = real<ssize_t (*)(int, void *, size_t)>("read");
    Look look;
    const ssize_t result = next(descriptor, data, size);
    if (look)
        look->received(descriptor, result);
    return result;
}

ssize_t recv(int descriptor, void *data, size_t size, int flags)
{
    static const auto next = real<ssize_t (*)(int, void *, size_t, int)>("recv");
    Look look;
    const ssize_t result = next(descriptor, data, size, flags);
    if (look)
        look->received(descriptor, result);
    return result;
}

} // extern "C"
