// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/importrun.h"

#include <QTimer>

#include <utility>

namespace countersign {

QPointer<ImportRun> ImportRun::start(ProfileKeeper &keeper, std::vector<ImportStep> steps,
                                     QObject *context, Done done)
{
    auto *run = new ImportRun(keeper, std::move(steps), context, std::move(done));
    QTimer::singleShot(0, run, [run] { run->takeNext(); });
    return run;
}

ImportRun::ImportRun(ProfileKeeper &keeper, std::vector<ImportStep> steps, QObject *context,
                     Done done)
    : QObject(&keeper)
    , m_keeper(keeper)
    , m_steps(std::move(steps))
    , m_context(context)
    , m_done(std::move(done))
{
}

void ImportRun::stop()
{
    m_outcome.isStopped = m_outcome.isStopped || !m_isTakingBack;
}

void ImportRun::takeNext()
{
    if (m_outcome.isStopped) {
        takeBackNext();
        return;
    }
    if (m_next == m_steps.size()) {
        m_outcome.done = static_cast<int>(m_steps.size());
        finish();
        return;
    }
    ImportStep &step = m_steps[m_next];
    if (step.before && !takeUpChanges(step)) {
        m_steps.erase(m_steps.begin() + static_cast<std::ptrdiff_t>(m_next));
        takeNext();
        return;
    }
    if (step.isForSession) {
        m_keeper.enterKey(step.profile.id, step.key, step.profile.key.expiresAt);
        QTimer::singleShot(0, this, [this] { onTaken(std::nullopt); });
        return;
    }
    m_keeper.save(step.profile, step.key, this,
                  [this](const std::optional<Error> &error) { onTaken(error); });
}

//! The person may have edited the profile since the import was begun; only its key is replaced.
//! False: it was removed.
bool ImportRun::takeUpChanges(ImportStep &step)
{
    const auto now = m_keeper.registry().profile(step.profile.id);
    if (!now)
        return false;
    const KeychainRecord wanted = step.profile.key;
    step.before = *now;
    step.profile = *now;
    step.profile.key.isSaved = wanted.isSaved;
    step.profile.key.expiresAt = wanted.expiresAt;
    return true;
}

void ImportRun::onTaken(const std::optional<Error> &error)
{
    if (!error) {
        ++m_next;
        Q_EMIT progressed(static_cast<int>(m_next));
        takeNext();
        return;
    }
    m_outcome.isStopped = false; // it would have ended without
    m_outcome.error = error;
    m_outcome.failedAlias = m_steps[m_next].profile.alias;
    // Without a word of the keychain it was the file, and everything else is as wished.
    if (!keychainProblemOf(*error))
        ++m_next;
    takeBackNext();
}

void ImportRun::takeBackNext()
{
    if (m_isTakingBack)
        Q_EMIT progressed(static_cast<int>(m_next));
    m_isTakingBack = true;
    if (m_next == 0) {
        finish();
        return;
    }
    --m_next;
    const ImportStep &step = m_steps[m_next];
    if (!step.before) {
        takeBackAdded(step);
    } else if (!m_keeper.registry().profile(step.profile.id)) {
        takeBackNext(); // removed by the person meanwhile
    } else if (!step.keyBefore) {
        takeBackFirstKey(step);
    } else if (step.isForSession) {
        m_keeper.enterKey(step.profile.id, step.keyBefore, step.before->key.expiresAt);
        QTimer::singleShot(0, this, [this] { takeBackNext(); });
    } else {
        m_keeper.save(
            *step.before, step.keyBefore, this,
            [this, &step](const std::optional<Error> &error) { onTakenBack(step, error); });
    }
}

void ImportRun::takeBackAdded(const ImportStep &step)
{
    const ProfileId id = step.profile.id;
    m_keeper.remove(id, false, this, [this, &step, id](const std::optional<Error> &error) {
        if (!error || !m_keeper.registry().profile(id)) {
            onTakenBack(step, error);
            return;
        }
        // Rather a forgotten entry in the keychain than half an import.
        m_keeper.remove(id, true, this, [this, &step, error](const std::optional<Error> &) {
            onTakenBack(step, error);
        });
    });
}

//! Nothing but removing the profile takes its key away for good.
void ImportRun::takeBackFirstKey(const ImportStep &step)
{
    m_keeper.remove(step.profile.id, true, this, [this, &step](const std::optional<Error> &error) {
        m_keeper.save(*step.before, nullptr, this,
                      [this, &step, error](const std::optional<Error> &second) {
                          onTakenBack(step, second ? second : error);
                      });
    });
}

void ImportRun::onTakenBack(const ImportStep &step, const std::optional<Error> &error)
{
    if (error)
        m_outcome.left.push_back(
            {step.profile.alias, m_keeper.registry().profile(step.profile.id).has_value(), *error});
    takeBackNext();
}

void ImportRun::finish()
{
    m_steps.clear(); // the keys in them
    if (m_context)
        m_done(m_outcome);
    deleteLater();
}

} // namespace countersign
