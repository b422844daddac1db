// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/dotlayouter.h"
#include "app/viewmodels/graphoutlinemodel.h"

#include <QObject>

#include <optional>

namespace countersign {

struct ReviewFacts;

//! The picture of the tasks of the run under review. Boxes are placed once for a template, outside
//! of the interface thread, and only while somebody looks; states follow what is read without
//! placing anything anew.
class GraphViewModel : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Nothing,     //!< no run is shown
        Reading,     //!< the template is being read
        NotReadable, //!< it could not be read, or its text does not parse
        NoTasks,     //!< it was read and has none
        Placing,     //!< boxes are being placed
        Ready,
    };

    //! An empty `program` is graphviz' dot, looked for by its name.
    explicit GraphViewModel(const QString &program = {}, QObject *parent = nullptr);
    ~GraphViewModel() override;

    State state() const { return m_state; }
    //! What stands where the picture would; empty in Ready. A heading and whole sentences.
    QString heading() const;
    QString words() const;
    //! Why the tasks stand in the order of the text; empty when they do not.
    QString arrangementText() const;

    const GraphPicture &picture() const { return m_picture; }
    const GraphLayout &layout() const { return m_layout; } //!< meaningful in Ready
    const std::vector<GraphNodeState> &states() const { return m_states; }
    //! The box a decision would be about, else the one that is next in order.
    std::optional<std::size_t> mainNode() const;
    QString sentence(std::size_t node) const;
    GraphOutlineModel *outline() { return &m_outline; }

    //! What was read of the run; null: nothing is shown. `next` as in graphStatesOf().
    void show(const ReviewFacts *facts, const QString &next);
    //! Whether somebody looks. What was placed stays.
    void setWatched(bool isWatched);

Q_SIGNALS:
    void stateChanged();  //!< and with it the whole picture
    void statesChanged(); //!< of boxes

private:
    void showTemplate(const ReviewFacts &facts);
    void clear(State state, const QString &problem = {});
    void place();
    void setState(State state);

    State m_state = State::Nothing;
    QString m_problem;
    std::optional<QString> m_text; //!< of the template that the picture is of
    GraphPicture m_picture;
    GraphLayout m_layout;
    std::vector<GraphNodeState> m_states;
    GraphOutlineModel m_outline;
    DotLayouter m_layouter;
    bool m_isWatched = false;
};

} // namespace countersign
