// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/parametermodel.h"
#include "app/models/tasktreemodel.h"
#include "ui/views/palettes.h"
#include "ui/views/taskdelegate.h"
#include "ui/views/tones.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace countersign;

namespace {

QImage painted(const QStyledItemDelegate &delegate, const QModelIndex &index,
               const QPalette &palette, QStyle::State state = QStyle::State_Enabled)
{
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, 220, 24);
    option.palette = palette;
    option.state = state;
    option.font = QFont();
    option.fontMetrics = QFontMetrics(option.font);
    QImage image(option.rect.size(), QImage::Format_RGB32);
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    delegate.paint(&painter, option, index);
    return image;
}

QPalette darkPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Base, QColor(30, 30, 30));
    palette.setColor(QPalette::Window, QColor(35, 35, 35));
    palette.setColor(QPalette::Text, Qt::white);
    palette.setColor(QPalette::WindowText, Qt::white);
    return palette;
}

} // namespace

class tst_TaskDelegate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void states_differInShape();
    void changedParameter_standsOnATint();
};

void tst_TaskDelegate::states_differInShape()
{
    std::vector<TaskExecution> rows(3);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].id = TaskExecutionId(QString::number(i));
        rows[i].status = RunStatus::Unknown;
        // The same word, so that only the shape can make a difference.
        rows[i].statusText = QStringLiteral("same");
    }
    TaskTreeModel unknown;
    unknown.apply(rows);
    rows[0].status = RunStatus::Failed;
    rows[1].status = RunStatus::Success;
    TaskTreeModel model;
    model.apply(rows);
    const TaskDelegate delegate;
    for (const QPalette &palette : {QPalette(), darkPalette()}) {
        const auto shape = [&](const TaskTreeModel &from, int row) {
            return painted(delegate, from.index(row, TaskTreeModel::StateColumn), palette)
                .copy(0, 0, 24, 24);
        };
        QVERIFY(shape(model, 0) != shape(model, 1));
        QVERIFY(shape(model, 1) != shape(model, 2));
        QVERIFY(shape(unknown, 0) == shape(unknown, 1));
    }
}

void tst_TaskDelegate::changedParameter_standsOnATint()
{
    ParameterModel model;
    model.apply(EmbeddedJson::from(*Json::parse(R"({"a":1,"b":2})").json));
    model.setChanges(
        std::vector<ParameterChange>{{QStringLiteral("a"), ParameterChange::Kind::Changed,
                                      QStringLiteral("0"), QStringLiteral("1"), false}});
    const ChangeDelegate delegate;
    for (const QPalette &palette : {QPalette(), darkPalette()}) {
        const QColor tint = toneColors(palette, Tone::Warning).background;
        const auto corner = [&](int row) {
            return painted(delegate, model.index(row, ParameterModel::ValueColumn), palette)
                .pixelColor(218, 1);
        };
        QCOMPARE(corner(0), tint);
        QCOMPARE(corner(1), palette.color(QPalette::Base));
    }
}

QTEST_MAIN(tst_TaskDelegate)
#include "tst_taskdelegate.moc"
