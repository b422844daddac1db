// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/graphlayout.h"

#include <QByteArray>

#include <optional>

namespace countersign {

//! The graph in graphviz' language, made of numbers and fixed words alone: nodes n0 to nN of fixed
//! size, and edges whose colour is their index.
QByteArray dotText(const LayoutGraph &graph);

//! Reads the answer in graphviz' format "plain". Nothing unless every node and every edge of
//! `graph` stands there once, with numbers that can be drawn.
std::optional<GraphLayout> readPlain(const QByteArray &answer, const LayoutGraph &graph);

} // namespace countersign
