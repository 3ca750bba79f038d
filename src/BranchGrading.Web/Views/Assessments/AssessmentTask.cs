using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>One step of the task list: how far it is, what is missing with the way there, and what the committee wants changed.</summary>
public sealed record AssessmentTask(int Number, string Name, string Address, AssessmentTaskState State, string Note, IReadOnlyList<(string Text, string Address)> Missing, IReadOnlyList<ReturnedPart> Returned)
{
    /// <summary>More than these are counted, not listed.</summary>
    public const int MostListed = 4;

    public bool IsNext { get; init; }

    /// <summary>Whether something was changed here since it was given back.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Whether the branch has still to do something here.</summary>
    private bool IsWaiting => State is not (AssessmentTaskState.Complete or AssessmentTaskState.Optional) || Returned.Count > 0 && !IsChanged;

    /// <summary>The steps of a branch's papers, the handing in last.</summary>
    public static IReadOnlyList<AssessmentTask> Of(BranchPapers papers, SchoolClock clock)
    {
        var missing = papers.Self.Missing().ToLookup(part => part.Part);
        var given = papers.Self.Assessment is { ReturnedAt: not null } assessment ? assessment.Returns[^1].Parts : [];
        var changed = given.Count == 0 ? [] : papers.Self.Content().Since(papers.Self.Assessment!.Submissions[^1].Snapshot).Select(change => change.Part).ToHashSet();
        var tasks = Enum.GetValues<AssessmentPart>().Select(part => new AssessmentTask(
            (int)part + 1, part.Word(), AddressOf(papers, part), StateOf(papers.Self, part, missing[part].Any()), NoteOf(papers.Self, part, clock),
            missing[part].Select(one => (one.Text, AddressOf(papers, one))).ToList(), given.Where(returned => returned.Part == part).ToList())
        {
            IsChanged = changed.Contains(part.Word()),
        }).ToList();
        var open = tasks.Where(task => task.State is AssessmentTaskState.NotStarted or AssessmentTaskState.Filling).Select(task => $"{task.Number}").ToList();
        tasks.Add(new AssessmentTask(
            tasks.Count + 1, "核对提交", $"/assessments/{papers.Participant.Id}/submission", open.Count == 0 ? AssessmentTaskState.Ready : AssessmentTaskState.Locked,
            open.Count == 0 ? "都填好了：在这里核对全部内容，然后提交。" : $"完成第 {string.Join("、", open)} 步后，在这里核对全部内容并提交。", [], []));
        var next = tasks.FindIndex(task => task.IsWaiting);
        tasks[next] = tasks[next] with { IsNext = true };
        return tasks;
    }

    /// <summary>The page of a step.</summary>
    public static string AddressOf(BranchPapers papers, AssessmentPart part) => $"/assessments/{papers.Participant.Id}/{part switch
    {
        AssessmentPart.Basics => "basics",
        AssessmentPart.Investigation => "investigation",
        AssessmentPart.Items => "items",
        AssessmentPart.Report => "report",
        AssessmentPart.Problems => "problems",
        _ => "attachments",
    }}";

    /// <summary>Where one item is filled in.</summary>
    public static string AddressOf(BranchPapers papers, int itemId) =>
        $"{AddressOf(papers, AssessmentPart.Items)}/{papers.Self.Standard.Heads.First(head => head.Items.Any(item => item.Id == itemId)).Order}#item-{itemId}";

    private static string AddressOf(BranchPapers papers, MissingPart<AssessmentPart> missing) =>
        missing.ItemId is { } itemId ? AddressOf(papers, itemId) : AddressOf(papers, missing.Part);

    private static AssessmentTaskState StateOf(SelfAssessmentPaper paper, AssessmentPart part, bool isMissing) => part switch
    {
        AssessmentPart.Attachments => AssessmentTaskState.Optional,
        _ when !isMissing => AssessmentTaskState.Complete,
        AssessmentPart.Investigation when paper.Answers.Count > 0 => AssessmentTaskState.Filling,
        AssessmentPart.Items when paper.Scores.Count > 0 => AssessmentTaskState.Filling,
        AssessmentPart.Report when paper.Report.Count > 0 => AssessmentTaskState.Filling,
        AssessmentPart.Problems when paper.Problems.Count > 0 => AssessmentTaskState.Filling,
        _ => AssessmentTaskState.NotStarted,
    };

    private static string NoteOf(SelfAssessmentPaper paper, AssessmentPart part, SchoolClock clock) => part switch
    {
        AssessmentPart.Basics => paper.Assessment is { BasicsConfirmedAt: { } at, BasicsConfirmedBy: { } by } ? $"已从党组织名册带入，{by}在{SchoolTime.Local(at):M月d日}核对过。" : "已从党组织名册带入，请核对。",
        AssessmentPart.Investigation => $"已答 {paper.Answers.Count(answer => answer.Level is not null)} / {Enum.GetValues<Question>().Length} 个问题。",
        AssessmentPart.Items => $"已评 {paper.Items.Count(item => paper.PointsOf(item) is not null)} / {paper.Items.Count()} 项{(paper.Sum.Points > 0 ? $"，合计 {paper.Sum.Points:0.##} / {paper.Sum.FullMarks:0.##}" : "")}。",
        AssessmentPart.Report => paper.Report.Sum(text => text.Content.Length) is > 0 and var length ? $"已写 {length} 字。" : "写基本情况、主要做法与成效、努力方向三部分。",
        AssessmentPart.Problems => paper.Problems.Count == 0 ? "至少写一条问题，带上措施、责任人和完成时限。" : $"已列 {paper.Problems.Count} 条。",
        _ => paper.Attachments.Count == 0 ? "可不传；评分标准要求的佐证材料建议附上。" : $"{paper.Attachments.Count} 个文件。",
    };
}
