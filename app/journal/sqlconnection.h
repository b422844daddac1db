// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <functional>
#include <optional>

namespace countersign {

//! One connection to a SQLite file, with a name of its own; used by the thread that made it, and
//! closed by the destructor. Nothing throws; what failed is in lastProblem().
class SqlConnection
{
public:
    enum class Mode {
        Read,       //!< cannot write, and therefore never moves the write-ahead log into the file
        ReadFrozen, //!< as Read for a file that nobody can write to
        Write,
        Memory //!< an empty one that is gone with the connection; without a path
    };

    SqlConnection();
    ~SqlConnection();
    Q_DISABLE_COPY_MOVE(SqlConnection)

    //! The file must be there. False: lastProblem().
    [[nodiscard]] bool open(const QString &path, Mode mode);
    bool isOpen() const { return m_database.isOpen(); }
    void close();

    //! Runs one statement with values bound in order. False: lastProblem().
    [[nodiscard]] bool run(const QString &statement, const QVariantList &values = {});
    //! As run(), and visits each row that comes; a visit that answers false ends it.
    [[nodiscard]] bool rows(const QString &statement, const QVariantList &values,
                            const std::function<bool(const QSqlQuery &)> &visit);
    //! The first column of the first row; invalid: no row, or it failed.
    QVariant value(const QString &statement, const QVariantList &values = {});
    //! Rows that the last run() changed.
    int changedRows() const { return m_changedRows; }

    //! What the last failure means for a journal; its path is empty. Nothing: a rule of the schema
    //! stood in the way, which says nothing against the file.
    std::optional<JournalProblem::Kind> lastProblem() const;
    QString lastReason() const { return m_reason; }
    //! As SQLite counts them, without the extended part; 0: nothing failed.
    int lastCode() const { return m_code; }

private:
    void fail(const class QSqlError &error);

    QString m_name;
    QSqlDatabase m_database;
    Mode m_mode = Mode::Read;
    QString m_reason;
    int m_code = 0;
    int m_changedRows = 0;
};

} // namespace countersign
