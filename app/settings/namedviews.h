// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"
#include "app/storage/documentkeeper.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace countersign {

//! How the list looks under a name: what it is filtered by and in which order it stands.
struct NamedView
{
    QString name;
    QString text;
    std::vector<ProfileId> profiles; //!< empty: all
    std::vector<RegionId> regions;
    std::vector<WaitKind> kinds;
    std::vector<WaitGroup> groups;
    InboxOrder order = InboxOrder::LongestFirst;
    friend bool operator==(const NamedView &, const NamedView &) = default;
};

//! The person's named views, in the order of their names, and the view that was last used.
class NamedViews : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostViews = 50;
    static constexpr qsizetype longestName = 60;

    //! Reads `path`; `clock` must outlive this.
    NamedViews(const QString &path, const Clock &clock, QObject *parent = nullptr);
    ~NamedViews() override;

    const std::vector<NamedView> &views() const { return m_views; }
    //! Adds the view, or replaces the one of that name. An empty or too long name, or one view too
    //! many, changes nothing: false.
    bool keep(const NamedView &view);
    void remove(const QString &name);
    //! What the list looked like last; it has no name.
    const NamedView &last() const { return m_last; }
    void setLast(const NamedView &view);
    std::optional<DocumentProblem> problem() const { return m_keeper.problem(); }

Q_SIGNALS:
    void changed();
    void problemChanged();

private:
    QByteArray content() const;

    std::vector<NamedView> m_views;
    NamedView m_last;
    DocumentKeeper m_keeper;
};

} // namespace countersign
