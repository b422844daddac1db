// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/graphviewmodel.h"

#include "app/flows/reviewflow.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/graphwords.h"
#include "app/viewmodels/reviewwords.h"

namespace countersign {

GraphViewModel::GraphViewModel(const QString &program, QObject *parent)
    : QObject(parent)
    , m_layouter(program)
{
}

GraphViewModel::~GraphViewModel() = default;

QString GraphViewModel::heading() const
{
    switch (m_state) {
    case State::Nothing:
        return tr("Nothing is chosen");
    case State::Reading:
        return tr("Reading the template…");
    case State::NotReadable:
        return tr("The template could not be read");
    case State::NoTasks:
        return tr("The template has no tasks");
    case State::Placing:
        return tr("Drawing…");
    case State::Ready:
        break;
    }
    return {};
}

QString GraphViewModel::words() const
{
    switch (m_state) {
    case State::Nothing:
        return tr("Choose a row to see how its tasks follow one another.");
    case State::Reading:
        return tr("The picture is made from the template's text.");
    case State::NotReadable:
        return m_problem;
    case State::NoTasks:
        return tr("There is nothing to draw.");
    case State::Placing:
        return tr("“As text” shows the tasks meanwhile.");
    case State::Ready:
        break;
    }
    return {};
}

QString GraphViewModel::arrangementText() const
{
    return m_state == State::Ready ? graphArrangementText(m_layout) : QString();
}

std::optional<std::size_t> GraphViewModel::mainNode() const
{
    std::optional<std::size_t> next;
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        if (m_states[i].isSubject)
            return i;
        if (m_states[i].isNext && !next)
            next = i;
    }
    return next;
}

QString GraphViewModel::sentence(std::size_t node) const
{
    return graphNodeSentence(m_picture, m_states, node);
}

void GraphViewModel::show(const ReviewFacts *facts, const QString &next)
{
    if (!facts) {
        clear(State::Nothing);
        return;
    }
    showTemplate(*facts);
    if (m_picture.nodes.empty())
        return;
    const TaskExecution *row = facts->boundRow();
    std::vector<GraphNodeState> states =
        graphStatesOf(m_picture, facts->tasks.value.value_or(std::vector<TaskExecution>()),
                      row ? row->id : facts->row.id.taskExecutionId, next);
    if (states == m_states)
        return;
    m_states = states;
    m_outline.setStates(std::move(states));
    Q_EMIT statesChanged();
}

void GraphViewModel::showTemplate(const ReviewFacts &facts)
{
    if (!facts.templateText.value) {
        if (facts.templateText.error)
            clear(State::NotReadable, errorText(*facts.templateText.error));
        else
            clear(State::Reading);
        return;
    }
    if (m_text == facts.templateText.value->content)
        return;
    if (!facts.outline) {
        clear(State::NotReadable, templateProblemText(facts));
        return;
    }
    clear(facts.outline->tasks.empty() ? State::NoTasks : State::Placing);
    m_text = facts.templateText.value->content;
    if (m_state == State::NoTasks)
        return;
    m_picture = graphPictureOf(*facts.outline);
    m_states.resize(m_picture.nodes.size());
    m_outline.setPicture(m_picture, m_states);
    place();
}

void GraphViewModel::clear(State state, const QString &problem)
{
    m_layouter.cancel();
    m_text.reset();
    m_layout = {};
    if (!m_picture.nodes.empty()) {
        m_picture = {};
        m_states.clear();
        m_outline.setPicture({}, {});
    }
    if (problem != m_problem && state == m_state) {
        m_problem = problem;
        Q_EMIT stateChanged();
        return;
    }
    m_problem = problem;
    setState(state);
}

void GraphViewModel::setWatched(bool isWatched)
{
    if (isWatched == m_isWatched)
        return;
    m_isWatched = isWatched;
    if (isWatched)
        place();
    else
        m_layouter.cancel();
}

void GraphViewModel::place()
{
    if (m_state != State::Placing || !m_isWatched || m_picture.nodes.empty())
        return;
    m_layouter.layOut(layoutGraphOf(m_picture), this, [this](const GraphLayout &layout) {
        m_layout = layout;
        setState(State::Ready);
    });
}

void GraphViewModel::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace countersign
