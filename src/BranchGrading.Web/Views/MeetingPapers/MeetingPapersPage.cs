using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Figures;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.MeetingPapers;

/// <summary>上会材料: everything the meeting needs to settle the grades of a round, to be printed.</summary>
public sealed class MeetingPapersPage
{
    /// <summary>As much of a record as the table has room for; the whole stands on the branch's page.</summary>
    private const int SummaryLength = 60;

    private readonly ILookup<int, Domain.Assessments.Evidence> _onBranches;
    private readonly ILookup<int, Domain.Assessments.Evidence> _onReports;

    public MeetingPapersPage(RoundSheet sheet, IReadOnlyCollection<Domain.Assessments.Evidence> evidence, SchoolSettings school)
    {
        (Sheet, School) = (sheet, school);
        _onBranches = evidence.Where(record => record.ParticipantId is not null).ToLookup(record => record.ParticipantId!.Value);
        _onReports = evidence.Where(record => record.ParticipantId is null).ToLookup(record => record.CommitteeId);
    }

    public RoundSheet Sheet { get; }

    /// <summary>What was corrected after the round was final: told apart, for the sheet is as the meeting settled it.</summary>
    public IReadOnlyList<GradeChange> Corrections { get; init; } = [];

    public SchoolSettings School { get; }

    public GradingRound Round => Sheet.Round;

    /// <summary>Committees in display order, each with its branches.</summary>
    public IEnumerable<IGrouping<(int Id, string Name), RoundSheetRow>> Committees =>
        Sheet.Rows.GroupBy(row => (row.Participant.CommitteeId, row.Participant.CommitteeName));

    /// <summary>Branches that wait for a decision because four figures are equal at the cut.</summary>
    public IReadOnlyList<RoundSheetRow> Ties => [.. Sheet.Rows.Where(row => row.Result is { TieToDecide: true, Decided: null })];

    public IReadOnlyList<RoundSheetRow> Ungradable => [.. Sheet.Rows.Where(row => row.Result.Missing.Count > 0)];

    public IReadOnlyList<RoundSheetRow> Decided => [.. Sheet.Rows.Where(row => row.Result.Decided is not null)];

    public int Anomalous => Sheet.Rows.Count(row => row.Anomalies.Count > 0);

    public GradeCounts Counts => GradeCounts.Of(Sheet.Rows.Select(row => row.Result.Grade));

    /// <summary>Who may become A in a group: those decided, then those ranked, best first.</summary>
    public IEnumerable<RoundSheetRow> CandidatesOf(CapGroup group) => Sheet.Rows
        .Where(row => KeyOf(row.Participant) == group.Key && (row.Result.Rank is not null || row.Result.Decided == Grade.A))
        .OrderBy(row => row.Result.Rank ?? 0);

    /// <summary>Whether the cut of the group lies before this branch: it is the first without a place.</summary>
    public static bool IsFirstBelowCut(RoundSheetRow row, RoundSheetRow? before) => !HasPlace(row) && (before is null || HasPlace(before));

    public string EvidenceOn(RoundSheetRow row) => InWords(_onBranches[row.Participant.Id]);

    public string EvidenceOnReport(int committeeId) => InWords(_onReports[committeeId]);

    private static bool HasPlace(RoundSheetRow row) => row.Result.Grade == Grade.A;

    private static string InWords(IEnumerable<Domain.Assessments.Evidence> records) => string.Join('；', records.Select(record => $"{record.On:M月d日}{record.Kind.Word()}：{Cut(record.Content)}"));

    private static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= SummaryLength ? line : line[..(char.IsHighSurrogate(line[SummaryLength - 1]) ? SummaryLength - 1 : SummaryLength)] + "……";
    }

    private string KeyOf(Participant participant) => CapGroup.KeyOf(Round.Rules.CapScope, participant.BranchType, participant.CommitteeId);
}
