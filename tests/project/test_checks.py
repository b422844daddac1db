# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule finds the fault it is there for, in a small tree made for it."""
import os
import tempfile
import unittest

import languages
import sources
import texts
from tree import Tree, without_comments

HEAD = "".join(f"// {line}\n" for line in texts.LICENCE)
TS = '<?xml version="1.0"?><TS language="zh_CN"><context><name>C</name>{}</context></TS>'
MESSAGE = "<message{}><source>{}</source><translation{}>{}</translation></message>"


class Checks(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.widgets = os.path.join(self.folder.name, "widgets")
        self.write("widgets/QLabel", "")
        self.tree = Tree(self.folder.name, self.widgets)

    def write(self, name, text):
        path = os.path.join(self.folder.name, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def found(self, rule):
        return list(rule(self.tree))

    def assert_one(self, rule, words):
        problems = self.found(rule)
        self.assertEqual(len(problems), 1, problems)
        self.assertIn(words, problems[0])

    def test_comments_are_blank_and_strings_stay(self):
        self.assertEqual(without_comments('a // b\n"//c" /* d\ne */ f'), 'a     \n"//c"     \n     f')
        self.assertEqual(without_comments('R"(//x)" //y'), 'R"(//x)"    ')

    def test_forbidden_symbols(self):
        for code in ("reply->ignoreSslErrors();", "ssl.setPeerVerifyMode(QSslSocket::VerifyNone);",
                     "QTextBrowser view;", "view->setHtml(text);", "dialog.exec();", "menu->exec ();",
                     "co_await x;", "job.setInsecureFallback(true);", "label->setTextFormat(Qt::RichText);",
                     "query.load(LoadAll);", "QCoreApplication::processEvents();", "QEventLoop loop;",
                     "QMessageBox::question(this);", "QThread::msleep(5);", "QSettings s;", "a.instance()->b();", "connect(a, SIGNAL(x()));",
                     "manager->post(request);", "QNetworkAccessManager m;", "server.listen(a);"):
            with self.subTest(code):
                self.write("ui/views/x.cpp", code)
                self.assertTrue(self.found(sources.forbidden))

    def test_forbidden_symbols_in_comments_are_no_use(self):
        self.write("ui/views/x.cpp", "// processEvents()\nint main();\n")
        self.assertEqual(self.found(sources.forbidden), [])

    def test_forbidden_symbols_are_allowed_where_the_table_says(self):
        self.write("app/main/main.cpp", "return app.exec();")
        self.write("app/api/x.cpp", "manager->post(request);")
        self.assertEqual(self.found(sources.forbidden), [])

    def test_module_prefix(self):
        self.write("ui/views/x.cpp", "#include <QtWidgets/QLabel>\n")
        self.assert_one(sources.includes, "names its module")

    def test_widgets_outside_ui(self):
        self.write("app/flows/x.cpp", "#include <QLabel>\n")
        self.write("ui/views/x.cpp", "#include <QLabel>\n")
        self.assert_one(sources.includes, "app/flows/x.cpp:1")

    def test_include_without_folder(self):
        self.write("app/flows/y.h", "")
        self.write("app/flows/x.cpp", '#include "y.h"\n')
        self.assert_one(sources.includes, "with its folder")

    def test_libraries_stay_in_their_rooms(self):
        self.write("ui/views/x.cpp", "#include <Qsci/qsciscintilla.h>\n")
        self.assert_one(sources.includes, "ui/editor")
        self.write("ui/views/x.cpp", "#include <yaml.h>\n")
        self.assert_one(sources.includes, "app/templates")

    def test_arrows(self):
        for room, other in (("models", "api"), ("api", "models"), ("domain", "signing"),
                            ("viewmodels", "api"), ("viewmodels", "instance"), ("instance", "settings"),
                            ("sandbox", "api")):
            with self.subTest(room):
                self.write(f"app/{room}/x.h", f'#include "app/{other}/y.h"\n')
                self.assert_one(sources.arrows, "against the arrows")
                self.write(f"app/{room}/x.h", f'#include "app/{room}/y.h"\n')
        self.write("ui/views/x.h", '#include "app/flows/y.h"\n')
        self.assert_one(sources.arrows, "ui/views/x.h:1")
        self.write("ui/views/x.h", '#include "app/viewmodels/y.h"\n')
        self.write("app/models/x.h", '#include "ui/views/x.h"\n')
        self.assert_one(sources.arrows, "above this room")

    def test_new_rooms_are_entered_in_the_table(self):
        self.write("app/cellar/x.h", "")
        self.assert_one(sources.arrows, "not in the table")

    def test_link_lines(self):
        self.write("app/models/CMakeLists.txt",
                   "# Lists.\ncountersign_room(countersign_models SOURCES a.cpp LINK countersign_api)\n")
        self.assert_one(sources.rooms, "links api")
        self.write("app/models/CMakeLists.txt", "# Lists.\n")
        self.assert_one(sources.rooms, "declares no room")
        self.write("app/models/CMakeLists.txt", "countersign_room(countersign_models SOURCES a.cpp)\n")
        self.assert_one(sources.rooms, "what the folder is for")

    def test_sizes(self):
        self.write("app/models/x.cpp", "\n" * 801)
        self.assert_one(sources.sizes, "802 lines")

    def test_licences(self):
        self.write("app/models/x.cpp", HEAD)
        self.assertEqual(self.found(texts.licences), [])
        self.write("app/tool", "#!/bin/sh\n")
        self.assertEqual(len(self.found(texts.licences)), 2)

    def test_paths_of_a_machine(self):
        self.write("app/models/x.cpp", "open(\"" + "/wo" + "rk/main/x\");")
        self.assert_one(texts.paths, "x.cpp:1")
        self.write("app/models/x.cpp", "// framework/main/x and /usr/lib/y")
        self.assertEqual(self.found(texts.paths), [])

    def test_packages(self):
        self.write(".ci/debian-packages", "# list\nbuild g++\nrun jq\ntest jq\nneeds x\n")
        problems = self.found(texts.packages)
        self.assertEqual(len(problems), 2)
        self.assertIn("line 3 too", problems[0])
        self.assertIn("needs x", problems[1])

    def test_scripts(self):
        for name in ("app/run", "tests/run", ".ci/run", "tests/interop/run", "resources/package"):
            self.write(name, "#!/bin/bash\ntrue\n")
            os.chmod(self.tree.path(name), 0o755)
        self.assertEqual(self.found(texts.scripts), [])
        self.write("app/run", "#!/bin/bash\nif\n")
        self.assert_one(texts.scripts, "app/run")
        os.chmod(self.tree.path("tests/run"), 0o644)
        self.assertEqual(len(self.found(texts.scripts)), 2)

    def test_formatting(self):
        self.write(".clang-format", "BasedOnStyle: LLVM\n")
        self.write("app/models/x.cpp", "int a;\n")
        self.assertEqual(self.found(texts.formatting), [])
        self.write("app/models/x.cpp", "int   a ;\n")
        self.assertTrue(self.found(texts.formatting))

    def write_chinese(self, *message):
        self.write(languages.CHINESE, TS.format(MESSAGE.format(*message)))
        plural = "<message numerus=\"yes\"><source>%n run(s)</source><translation>" \
                 "<numerusform>a run</numerusform><numerusform>%n runs</numerusform></translation></message>"
        self.write(languages.ENGLISH, TS.format(plural))

    def test_translations(self):
        self.write_chinese("", "Refresh %1", "", "刷新 %1")
        self.assertEqual(self.found(languages.translations), [])
        self.write_chinese("", "Refresh %1", ' type="unfinished"', "刷新 %1")
        self.assert_one(languages.translations, "not translated")
        self.write_chinese("", "Refresh %1", "", "")
        self.assert_one(languages.translations, "not translated")
        self.write_chinese("", "Refresh %1", "", "刷新")
        self.assert_one(languages.translations, "other places")
        self.write_chinese("", "Refresh", ' type="vanished"', "刷新")
        self.assert_one(languages.translations, "no longer used")

    def test_missing_translations(self):
        self.assertEqual(len(self.found(languages.translations)), 2)
        self.assertEqual(len(self.found(languages.glossary)), 1)

    def test_fresh_texts(self):
        self.write_chinese("", "Known", "", "已知")
        self.write("app/models/x.cpp", "struct C : QObject { Q_OBJECT void f() { tr(\"Known\"); } };\n")
        self.write("ui/views/x.cpp", "")
        self.assertEqual(self.found(languages.freshness), [])
        self.write("ui/views/x.cpp", "void f() { QCoreApplication::translate(\"C\", \"New\"); }\n")
        self.assert_one(languages.freshness, "'New'")
        self.write("ui/views/x.cpp", "namespace a { constexpr std::size_t most = 3; }\n"
                   "void A::f() { //: not about a text\n}\n")
        problems = self.found(languages.freshness)
        self.assertTrue(problems and all("Discarding" in problem for problem in problems), problems)
        self.write("ui/views/x.cpp", "QString f() { return Words::tr(\"Lost\"); }\n")
        self.assert_one(languages.freshness, "does not look for it")

    def test_misread_contexts(self):
        self.write_chinese("", "Known", "", "已知")
        self.write("ui/views/x.cpp", "")
        self.write("app/models/x.cpp",
                   "struct C : QObject { Q_OBJECT };\nconstexpr std::size_t most = 3;\n"
                   "void f() { C::tr(\"Known\"); }\n")
        self.assertIn("unknown namespace", "".join(self.found(languages.freshness)))

    def test_glossary(self):
        self.write(languages.GLOSSARY, "# English\tChinese\nApprove\t同意\nRetry task\t重试任务\ntask\t任务\n")
        self.write_chinese("", "&amp;Approve…", "", "同意(&amp;A)…")
        self.assertEqual(self.found(languages.glossary), [])
        self.write_chinese("", "Approve", "", "批准")
        self.assert_one(languages.glossary, "Approve is 同意")
        self.write_chinese("", "Retry task", "", "重试作业")
        self.assert_one(languages.glossary, "Retry task is")
        self.write_chinese("", "Approve %1", "", "批准 %1")
        self.assert_one(languages.glossary, "Approve is 同意")
        self.write_chinese("", "Approve it when you are sure", "", "确定后再批准")
        self.assertEqual(self.found(languages.glossary), [])
        self.write_chinese("", "Approved by others", "", "已由他人批准")
        self.assertEqual(self.found(languages.glossary), [])


if __name__ == "__main__":
    unittest.main()
