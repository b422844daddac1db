// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/campaign/durablefiles.h"

#include <algorithm>
#include <dirent.h>
#include <fstream>
#include <iterator>
#include <set>

namespace campaign {

namespace {

constexpr std::size_t sector = 512;

bool isShared(const std::string &name)
{
    return name.ends_with("-shm");
}

std::string contentAt(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace

DurableFiles::DurableFiles(std::string folder)
    : m_folder(std::move(folder))
{
    DIR *listing = ::opendir(m_folder.c_str());
    if (!listing)
        return;
    while (const dirent *entry = ::readdir(listing)) {
        const std::string name = entry->d_name;
        if (name == "." || name == ".." || isShared(name))
            continue;
        auto file = std::make_shared<File>();
        file->durable = contentAt(m_folder + '/' + name);
        m_entries.emplace(name, std::move(file));
    }
    ::closedir(listing);
    m_durableEntries = m_entries;
}

bool DurableFiles::isInside(const std::string &path) const
{
    return path.size() > m_folder.size() + 1 && path.starts_with(m_folder) &&
           path[m_folder.size()] == '/' && !isShared(path);
}

std::string DurableFiles::nameOf(const std::string &path) const
{
    return path.substr(m_folder.size() + 1);
}

DurableFiles::File &DurableFiles::fileAt(const std::string &path)
{
    std::shared_ptr<File> &file = m_entries[nameOf(path)];
    if (!file)
        file = std::make_shared<File>();
    return *file;
}

void DurableFiles::opened(const std::string &path, bool isEmptied)
{
    fileAt(path);
    if (isEmptied)
        truncated(path, 0);
}

void DurableFiles::written(const std::string &path, std::int64_t offset, const void *data,
                           std::size_t size)
{
    fileAt(path).pending.push_back(
        {offset, std::string(static_cast<const char *>(data), size), false});
}

void DurableFiles::truncated(const std::string &path, std::int64_t size)
{
    fileAt(path).pending.push_back({size, {}, true});
}

void DurableFiles::synced(const std::string &path)
{
    File &file = fileAt(path);
    for (const Change &change : file.pending)
        apply(file.durable, change);
    file.pending.clear();
}

void DurableFiles::folderSynced()
{
    m_durableEntries = m_entries;
}

void DurableFiles::renamed(const std::string &from, const std::string &to)
{
    const auto found = m_entries.find(nameOf(from));
    if (found == m_entries.end())
        return;
    const std::shared_ptr<File> file = found->second;
    m_entries.erase(found);
    if (isInside(to))
        m_entries[nameOf(to)] = file;
}

void DurableFiles::removed(const std::string &path)
{
    m_entries.erase(nameOf(path));
}

void DurableFiles::apply(std::string &content, const Change &change)
{
    const auto offset = static_cast<std::size_t>(change.offset);
    if (change.isTruncation) {
        content.resize(offset);
        return;
    }
    if (content.size() < offset + change.data.size())
        content.resize(offset + change.data.size());
    std::copy(change.data.begin(), change.data.end(),
              content.begin() + static_cast<std::ptrdiff_t>(offset));
}

// A sector is written whole or not at all; which of them the disk has taken is anybody's guess.
std::string DurableFiles::contentOf(const File &file, Loss loss, std::mt19937_64 &random)
{
    std::string content = file.durable;
    for (const Change &change : file.pending) {
        if (loss == Loss::None || change.isTruncation) {
            if (loss == Loss::None || (loss == Loss::Some && random() % 2 == 0))
                apply(content, change);
            continue;
        }
        for (std::size_t at = 0; loss == Loss::Some && at < change.data.size();) {
            const auto place = static_cast<std::size_t>(change.offset) + at;
            const std::size_t size = std::min(change.data.size() - at, sector - place % sector);
            if (random() % 2 == 0)
                apply(content, {static_cast<std::int64_t>(place), change.data.substr(at, size)});
            at += size;
        }
    }
    return content;
}

void DurableFiles::writeTo(const std::string &target, Loss loss, std::mt19937_64 &random) const
{
    std::set<std::string> names;
    for (const Entries *entries : {&m_entries, &m_durableEntries}) {
        for (const auto &[name, file] : *entries)
            names.insert(name);
    }
    for (const std::string &name : names) {
        const auto now = m_entries.find(name);
        const auto durable = m_durableEntries.find(name);
        const bool isNow = loss == Loss::None || (loss == Loss::Some && random() % 2 == 0);
        const auto &chosen = isNow ? now : durable;
        if (chosen == (isNow ? m_entries : m_durableEntries).end())
            continue;
        std::ofstream(target + '/' + name, std::ios::binary)
            << contentOf(*chosen->second, loss, random);
    }
}

} // namespace campaign
