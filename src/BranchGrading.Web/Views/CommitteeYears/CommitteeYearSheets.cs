using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Views.Trainings;

namespace BranchGrading.Web.Views.CommitteeYears;

/// <summary>A committee's year as a workbook: facts first, then every list.</summary>
public static class CommitteeYearSheets
{
    private const string Day = "yyyy-MM-dd";

    public static IEnumerable<Table> All(
        CommitteeYearPage page, IReadOnlyList<(CommitteeNote Note, List<Attachment> Files)> plans, IReadOnlyList<ContactLine> points, IReadOnlyList<CommitteeNote> notes,
        IReadOnlyList<SecretaryLine> secretaries, IReadOnlyList<Training> trainings) =>
    [
        new("业绩考核", [new("项目", 24, IsNumber: false), new("情况", 24, IsNumber: false)], [.. FactColumns.All.Select(column => (IReadOnlyList<object?>)[column.Name, column.Value(page.Facts)])]),
        new(
            "后进支部书记",
            [new("党支部", 36, IsNumber: false), new("评定年度的书记", 16, IsNumber: false), new("现任书记", 16, IsNumber: false), new("调整时间", 14, IsNumber: false), new("情况", 16, IsNumber: false)],
            [.. page.Replaced.Select(row => (IReadOnlyList<object?>)[row.Branch, row.Replacement.From, row.Replacement.To, row.Replacement.On?.ToString(Day), ReplacementWords.Of(row.Replacement.State)])]),
        new(
            "工作方案",
            [new("日期", 14, IsNumber: false), new("说明", 50, IsNumber: false), new("文件", 50, IsNumber: false), new("上传人", 14, IsNumber: false)],
            [.. plans.Select(plan => (IReadOnlyList<object?>)[plan.Note.On.ToString(Day), plan.Note.Content, string.Join('、', plan.Files.Select(file => file.FileName)), plan.Note.RecordedBy])]),
        new(
            "联系点",
            [new("党支部", 36, IsNumber: false), new("书记", 14, IsNumber: false), new("联系领导", 20, IsNumber: false)],
            [.. points.Select(point => (IReadOnlyList<object?>)[point.Branch, point.Secretary, point.Leader])]),
        new(
            "承诺和点评",
            [new("日期", 14, IsNumber: false), new("类别", 12, IsNumber: false), new("对象", 36, IsNumber: false), new("内容", 80, IsNumber: false), new("登记人", 14, IsNumber: false)],
            [.. notes.Select(note => (IReadOnlyList<object?>)[note.On.ToString(Day), note.Kind.Word(), note.Branch?.Name ?? "本单位", note.Content, note.RecordedBy])]),
        new(
            "书记培训情况",
            [new("书记", 14, IsNumber: false), new("党支部", 36, IsNumber: false), new("任职时间", 14, IsNumber: false), new("本年轮训", 14, IsNumber: false), new("任职培训", 14, IsNumber: false), new("缺什么", 24, IsNumber: false)],
            [
                .. secretaries.Select(line => (IReadOnlyList<object?>)
                [
                    line.Name, line.Branch, line.Training.Since?.ToString("yyyy-MM"), line.Training.RotationOn?.ToString(Day), line.Training.InductionOn?.ToString(Day),
                    TrainingWords.Lacks(line.Training, page.AsOf),
                ]),
            ]),
        new(
            "培训记录",
            [new("日期", 14, IsNumber: false), new("类别", 12, IsNumber: false), new("培训名称", 50, IsNumber: false), new("姓名", 14, IsNumber: false), new("登记人", 14, IsNumber: false)],
            [.. trainings.Select(training => (IReadOnlyList<object?>)[training.On.ToString(Day), training.Kind.Word(), training.Title, training.Person.Name, training.RecordedBy])]),
    ];
}
