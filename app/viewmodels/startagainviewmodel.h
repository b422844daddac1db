// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/environment.h"
#include "app/domain/ids.h"
#include "app/domain/waitrow.h"
#include "app/flows/flowservices.h"
#include "app/viewmodels/labelledfact.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace countersign {

class ParametersViewModel;
struct ReviewFacts;

//! Why a run cannot be started again, as a whole sentence; nothing: it can. Finished runs can.
std::optional<QString> obstacleToStartAgain(const ReviewFacts &facts, const FlowServices &services);

//! Another run of the same template, version and parameters, in Debug mode. Secrets are not copied:
//! whoever starts the run types them. One ClientToken for the life of this object makes trying
//! again after an unclear answer safe. Main thread.
class StartAgainViewModel : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Composing, //!< nothing was started, and everything can be changed
        Starting,
        Unclear, //!< a run may have been started: only the same request can be sent again
        Started
    };

    //! `facts` without an obstacle; they are copied. `locale` is the person's, such as zh_CN.
    StartAgainViewModel(const ReviewFacts &facts, const FlowServices &services,
                        const QString &locale, QObject *parent = nullptr);
    ~StartAgainViewModel() override;

    Stage stage() const;
    //! Something of it was sent, or the person has entered something: it is not to be lost.
    bool isBegun() const;
    Environment environment() const;
    //! Of the endpoints that are called, for the banner.
    QStringList endpointHosts() const;
    QString placeText() const;
    QString actorText() const;          //!< see youActAsText()
    QString heading() const;            //!< "Start again in Debug mode: night-fleet v1"
    std::vector<QString> words() const; //!< what will happen, in sentences
    std::vector<LabelledFact> facts() const;
    ParametersViewModel *parameters() const;
    //! Names of secret parameters that the run had and that are asked for; safe texts.
    QStringList askedSecrets() const;
    QString askedSecretsText() const; //!< empty: none
    QString description() const;
    QString descriptionProblem() const; //!< empty: fine
    QString tickText() const;           //!< in production; empty: nothing
    bool isTicked() const;
    bool canConfirm() const;
    QString confirmText() const;

    //! The first sentence says what happened at the service; empty while composing for the first
    //! time.
    QString outcomeText() const;
    QString outcomeDetail() const; //!< may be empty
    std::optional<std::chrono::seconds> timeLeft() const;
    //! The run that was started, for the review; nothing before.
    std::optional<WaitRow> startedRow() const;

public Q_SLOTS:
    void setDescription(const QString &text);
    void setTicked(bool isTicked);
    //! Starts, or asks again with the same token after an unclear answer.
    void confirm();

Q_SIGNALS:
    void inputChanged();
    void stageChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
