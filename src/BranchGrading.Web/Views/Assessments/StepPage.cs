using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Views.Drafts;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>The page of one step of a self-assessment.</summary>
public abstract record StepPage(BranchPapers Papers, AssessmentPart Part)
{
    public string Address => $"/assessments/{Papers.Participant.Id}";

    /// <summary>Where the script saves what is typed.</summary>
    public string Drafts => $"{Address}/drafts";

    /// <summary>What the branch handed in for an earlier year.</summary>
    public EarlierSubmission? Earlier { get; init; }

    /// <summary>What the committee wants changed here.</summary>
    public IEnumerable<ReturnedPart> Returned => Papers.Self.Assessment is { ReturnedAt: not null } assessment ? assessment.Returns[^1].Parts.Where(part => part.Part == Part) : [];

    /// <summary>When something of the assessment was last saved.</summary>
    public DateTime? SavedAt => Papers.Self.Scores.Select(row => row.SavedAt)
        .Concat(Papers.Self.Answers.Select(row => row.SavedAt)).Concat(Papers.Self.Report.Select(row => row.SavedAt)).Concat(Papers.Self.Problems.Select(row => row.SavedAt))
        .Select(at => (DateTime?)at).Max();

    /// <summary>What stood in the way of every piece that was posted, by its place in the form; nothing on a page that is only opened.</summary>
    public IReadOnlyList<DraftState> States { get; init; } = [];

    public DraftState? StateOf(int index) => index < States.Count ? States[index] : null;

    public List<Breadcrumb> Breadcrumb => [new("首页", "/"), new(Papers.IsOnBehalf ? Papers.Participant.BranchName : "自我评价", Address)];
}
