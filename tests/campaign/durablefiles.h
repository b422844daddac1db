// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace campaign {

//! What a power loss leaves of one folder: its files as they were last synced, and its entries as
//! they were when the folder itself was last synced. Everything else may be there or not, each
//! sector by itself. Files of shared memory (-shm) are never on the disk. Not thread-safe.
class DurableFiles
{
public:
    //! Which of the writes that were never synced are on the disk.
    enum class Loss { None, All, Some };

    //! `folder` without a slash at its end; what it holds already is on the disk.
    explicit DurableFiles(std::string folder);

    bool isFolder(const std::string &path) const { return path == m_folder; }
    bool isInside(const std::string &path) const;

    void opened(const std::string &path, bool isEmptied);
    void written(const std::string &path, std::int64_t offset, const void *data, std::size_t size);
    void truncated(const std::string &path, std::int64_t size);
    void synced(const std::string &path);
    void folderSynced();
    void renamed(const std::string &from, const std::string &to);
    void removed(const std::string &path);

    //! Writes what is on the disk into another folder, which must be there and empty.
    void writeTo(const std::string &target, Loss loss, std::mt19937_64 &random) const;

private:
    struct Change
    {
        std::int64_t offset = 0;
        std::string data;
        bool isTruncation = false;
    };
    struct File
    {
        std::string durable;
        std::vector<Change> pending;
    };
    using Entries = std::map<std::string, std::shared_ptr<File>>;

    std::string nameOf(const std::string &path) const;
    File &fileAt(const std::string &path);
    static void apply(std::string &content, const Change &change);
    static std::string contentOf(const File &file, Loss loss, std::mt19937_64 &random);

    const std::string m_folder;
    Entries m_entries;
    Entries m_durableEntries;
};

} // namespace campaign
