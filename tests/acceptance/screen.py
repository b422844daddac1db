# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology sees of the console, and what it can do with it."""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from desktop import Failure, wait_for  # noqa: E402

Role = Atspi.Role
State = Atspi.StateType


class Screen:
    """The console on the accessibility bus; everything is read afresh, nothing is cached."""

    def __init__(self, process):
        self.process = process
        Atspi.init()
        self.application = wait_for("the console is on the accessibility bus", self._find, 60)

    def _find(self):
        if self.process.poll() is not None:
            raise Failure(f"the console runs; it ended with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        if desktop is None:
            return None
        desktop.set_cache_mask(Atspi.Cache.NONE)
        # The registry may still be starting, or another program of the bus may be slow: ask again.
        try:
            children = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
        except GLib.Error:
            return None
        for child in children:
            try:
                if child is not None and child.get_process_id() == self.process.pid:
                    child.set_cache_mask(Atspi.Cache.NONE)
                    return child if child.get_child_count() else None
            except GLib.Error:
                continue
        return None

    def walk(self, root=None, showing=True):
        """All accessible objects below root, in order; only what is showing unless told otherwise."""
        todo = [root or self.application]
        while todo:
            item = todo.pop(0)
            try:
                if item is not self.application and showing \
                        and not item.get_state_set().contains(State.SHOWING):
                    continue
                yield item
                if item.get_role() in (Role.TABLE, Role.LIST, Role.TREE, Role.TREE_TABLE):
                    continue  # rows are asked for by index: there may be thousands
                children = [item.get_child_at_index(i) for i in range(item.get_child_count())]
                # One that is gone meanwhile has no object any more.
                todo[0:0] = [child for child in children if child is not None]
            except GLib.Error:
                continue  # gone meanwhile

    def all(self, role=None, name=None, root=None):
        for item in self.walk(root):
            try:
                if role is not None and item.get_role() != role:
                    continue
                text = item.get_name() or ""
            except GLib.Error:
                continue
            if name is None or (name(text) if callable(name) else text == name):
                yield item

    def find(self, role=None, name=None, seconds=20, root=None):
        return wait_for(f"{role} named {name}", lambda: next(self.all(role, name, root), None),
                        seconds)

    def texts(self, root=None):
        """Every visible word: names, and the contents of text fields."""
        words = []
        for item in self.walk(root):
            try:
                words.append(item.get_name() or "")
                words.append(item.get_description() or "")
                interface = item.get_text_iface()
                if interface is not None:
                    words.append(Atspi.Text.get_text(interface, 0, -1))
            except GLib.Error:
                continue
        return "\n".join(word for word in words if word)

    def everything(self):
        """Every word in the tree, whether it is showing or not, with what is in lists and tables."""
        words = []
        for item in self.walk(showing=False):
            try:
                words += [item.get_name() or "", item.get_description() or ""]
                interface = item.get_text_iface()
                if interface is not None:
                    words.append(Atspi.Text.get_text(interface, 0, -1))
                if item.get_role() in (Role.TABLE, Role.LIST, Role.TREE, Role.TREE_TABLE):
                    for i in range(item.get_child_count()):
                        cell = item.get_child_at_index(i)
                        words += [cell.get_name() or "", cell.get_description() or ""]
            except (GLib.Error, AttributeError):
                continue  # gone meanwhile
        return "\n".join(word for word in words if word)

    def wait_for_text(self, text, seconds=20):
        return wait_for(f"the words “{text}”", lambda: text in self.texts(), seconds, 0.2)

    @staticmethod
    def is_enabled(item):
        return item.get_state_set().contains(State.ENABLED)

    @staticmethod
    def is_checked(item):
        return item.get_state_set().contains(State.CHECKED)

    @staticmethod
    def press(item):
        action = item.get_action_iface()
        names = [Atspi.Action.get_action_name(action, i)
                 for i in range(Atspi.Action.get_n_actions(action))]
        index = next((i for i, name in enumerate(names) if name.lower() in ("press", "click")), 0)
        if not Atspi.Action.do_action(action, index):
            raise Failure(f"“{item.get_name()}” can be pressed")

    @staticmethod
    def type_into(item, text):
        editable = item.get_editable_text_iface()
        if editable is None:
            raise Failure(f"“{item.get_name()}” can be edited")
        if not Atspi.EditableText.set_text_contents(editable, text):
            raise Failure(f"“{item.get_name()}” takes a text")

    @staticmethod
    def text_of(item):
        return Atspi.Text.get_text(item.get_text_iface(), 0, -1)

    def waiting_list(self):
        return self.find(name="Waiting executions")

    def row_count(self):
        # An empty inbox shows its own page in the place of the list.
        rows = next(self.all(name="Waiting executions"), None)
        return rows.get_child_count() if rows is not None else 0

    def row(self, index):
        return self.waiting_list().get_child_at_index(index)

    def choose_row(self, index):
        """Chooses a row of the inbox."""
        return self.choose_in(self.waiting_list(), index)

    @staticmethod
    def choose_in(rows, index):
        """Chooses a row by what the bus offers for it: its own action, else the list's selection."""
        row = wait_for(f"row {index}", lambda: rows.get_child_at_index(index))
        selection = rows.get_selection_iface()
        if selection is not None and Atspi.Selection.select_child(selection, index):
            return row
        action = row.get_action_iface()
        for i in range(Atspi.Action.get_n_actions(action) if action else 0):
            if Atspi.Action.do_action(action, i):
                return row
        raise Failure("a row of the list can be chosen")
