namespace BranchGrading.Web.Exports;

/// <summary>Whose 附表4: the school's, or that of one committee; and whether the school's grades may be told yet.</summary>
public sealed record SummaryFormScope(int? CommitteeId, bool ShowSchoolGrade)
{
    public static SummaryFormScope School { get; } = new(null, true);

    public static SummaryFormScope Committee(int committeeId, bool showSchoolGrade) => new(committeeId, showSchoolGrade);
}
