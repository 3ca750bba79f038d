using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.Drafts;

/// <summary>What is to be shown of drafts after they were sent.</summary>
public static class DraftStates
{
    public static DraftState State(this SchoolClock clock, Draft<ItemScore> draft, StandardItem item, bool isComplete)
    {
        var answer = draft.Row?.Answer ?? new ItemAnswer();
        var state = clock.State(
            draft, draft.Row?.Version, draft.Row?.SavedAt, draft.Row?.SavedBy,
            $"{(item.Method == ItemMethod.Veto ? draft.Row?.Vetoed == true ? "有，一票否决" : "没有" : Or(ItemWords.Answer(item, answer)))}{(draft.Row is { Note.Length: > 0 } ? $"\n说明：{draft.Row.Note}" : "")}",
            ItemForm.Of(item, draft.Row) is var form ? new()
            {
                [nameof(form.Points)] = form.Points,
                [nameof(form.Option)] = form.Option?.ToString(),
                [nameof(form.Times)] = form.Times,
                [nameof(form.Vetoed)] = form.Vetoed ? "true" : "false",
                [nameof(form.Note)] = form.Note,
            } : []);
        return state with
        {
            IsComplete = isComplete,
            Texts = new Dictionary<string, string> { [$"points-{item.Id}"] = Points(draft.Row?.PointsOf(item)), [$"calculation-{item.Id}"] = ItemWords.Calculation(item, answer) },
        };
    }

    public static DraftState State(this SchoolClock clock, Draft<InvestigationAnswer> draft) => clock.State(
        draft, draft.Row?.Version, draft.Row?.SavedAt, draft.Row?.SavedBy,
        $"{draft.Row?.Level?.Word() ?? "（没有选）"}{(draft.Row is { Explanation.Length: > 0 } ? $"\n说明：{draft.Row.Explanation}" : "")}",
        new() { [nameof(AnswerForm.Level)] = draft.Row?.Level?.ToString(), [nameof(AnswerForm.Explanation)] = draft.Row?.Explanation }) with
    { IsComplete = draft.Row is { IsComplete: true } };

    public static DraftState State(this SchoolClock clock, Draft<ReportText> draft) => clock.State(
        draft, draft.Row?.Version, draft.Row?.SavedAt, draft.Row?.SavedBy, Or(draft.Row?.Content), new() { [nameof(TextForm.Content)] = draft.Row?.Content }) with
    { IsComplete = draft.Row is { Content.Length: > 0 } };

    public static DraftState State(this SchoolClock clock, Draft<AssessmentProblem> draft)
    {
        if (draft.Row is not { } problem)
            return new DraftState { Error = "这一条问题刚才在别处删除了。您写的还在这里，可以复制到另一条。", IsLocked = true };
        var form = ProblemForm.Of(problem);
        return clock.State(
            draft, problem.Version, problem.SavedAt, problem.SavedBy,
            $"{Or(problem.Description)}\n整改措施：{Or(problem.Measure)}\n责任人：{Or(problem.ResponsiblePerson)}\n完成时限：{Or(problem.DueOn?.ToString("yyyy年M月d日"))}\n目标等级：{Or(problem.TargetGrade?.ToString())}",
            new()
            {
                [nameof(form.Description)] = form.Description,
                [nameof(form.Measure)] = form.Measure,
                [nameof(form.ResponsiblePerson)] = form.ResponsiblePerson,
                [nameof(form.DueOn)] = form.DueOn,
                [nameof(form.TargetGrade)] = form.TargetGrade?.ToString(),
            }) with
        { IsComplete = !problem.Missing.Any() };
    }

    public static DraftState State(this SchoolClock clock, Draft<PreliminaryReview> draft)
    {
        var form = OpinionForm.Of(draft.Row);
        return clock.State(
            draft, draft.Row?.Version, draft.Row?.RecordedAt, draft.Row?.RecordedBy, form.Words,
            new()
            {
                [nameof(form.Opinion)] = form.Opinion,
                [nameof(form.ProposedGrade)] = form.ProposedGrade?.ToString(),
                [nameof(form.ContactLeader)] = form.ContactLeader,
                [nameof(form.ByVisit)] = form.ByVisit ? "true" : "false",
                [nameof(form.ByAppraisal)] = form.ByAppraisal ? "true" : "false",
                [nameof(form.ByRecords)] = form.ByRecords ? "true" : "false",
                [nameof(form.LearningAccepted)] = form.LearningAccepted switch { true => "true", false => "false", _ => "" },
                [nameof(form.OrganisationSatisfaction)] = form.OrganisationSatisfaction,
                [nameof(form.HeadSatisfaction)] = form.HeadSatisfaction,
            }) with
        { IsComplete = draft.Row is { Opinion: not null, ProposedGrade: not null } };
    }

    /// <summary>What could not be read at all.</summary>
    public static DraftState Unread(string error) => new() { Error = error };

    /// <summary>The papers cannot be changed any more.</summary>
    public static DraftState Locked(string why) => new() { Error = why, IsLocked = true };

    /// <summary>The points of an item, or that they are missing.</summary>
    public static string Points(decimal? points) => points?.ToString("0.##") ?? "未评";

    private static DraftState State<TRow>(
        this SchoolClock clock, Draft<TRow> draft, Guid? version, DateTime? savedAt, string? savedBy, string saved, Dictionary<string, string?> values)
        where TRow : class => new()
        {
            Version = version ?? Guid.Empty,
            SavedAt = savedAt is { } at ? clock.ShowSaved(at) : null,
            SavedBy = savedBy,
            IsStale = draft.IsStale,
            Saved = draft.IsStale ? saved : null,
            Values = draft.IsStale ? values : [],
            Error = draft.Error,
        };

    private static string Or(string? text) => string.IsNullOrEmpty(text) ? "（空）" : text;
}
