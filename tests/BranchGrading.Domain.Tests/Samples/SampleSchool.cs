using System.Reflection;
using System.Text.Json;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Tests.Samples;

/// <summary>A fictional school with what two programs written apart from each other made of it.</summary>
public sealed record SampleSchool(int Places, Dictionary<string, SampleSchool.Setting> OtherSettings, IReadOnlyList<SampleSchool.Branch> Branches)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static SampleSchool Read(int size)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"school-{size}.json")!;
        return JsonSerializer.Deserialize<SampleSchool>(stream, Options)!;
    }

    public IReadOnlyList<GradingCandidate> Candidates() =>
    [
        .. Branches.Select((branch, index) => new GradingCandidate
        {
            ParticipantId = index + 1,
            BranchName = branch.Name,
            CommitteeId = Order(branch),
            CommitteeName = branch.Committee,
            CommitteeCode = branch.Code,
            CommitteeOrder = Order(branch),
            Type = Enum.Parse<BranchType>(branch.Type),
            SelfScore = branch.Self,
            ReviewScore = branch.Review,
            Rescore = branch.Rescore,
            MemberBallots = Ballots(branch.Members),
            MassBallots = Ballots(branch.Masses),
            Vetoed = branch.Veto,
            VetoBy = branch.Veto ? "初评" : null,
            PreviousGrade = branch.Previous is { } previous ? Enum.Parse<Grade>(previous) : null,
            PreviousYear = branch.PreviousYear,
        }),
    ];

    private int Order(Branch branch) => Branches.Select(one => one.Committee).Distinct().ToList().IndexOf(branch.Committee) + 1;

    private static BallotCount? Ballots(int?[]? counts) => counts is null
        ? null
        : new BallotCount(counts[0], counts[1]!.Value, counts[2]!.Value, counts[3]!.Value, counts[4]!.Value, counts[5]!.Value,
            counts[6]!.Value, counts[7]!.Value);

    public sealed record Setting(int Places, string Grades, int Ties);

    public sealed record Branch(
        string Committee, string Code, string Name, string Type, decimal? Self, decimal? Review, decimal? Rescore,
        int?[]? Members, int?[]? Masses, bool Veto, string? Previous, int? PreviousYear, decimal? Composite,
        decimal? MemberSatisfaction, decimal? MassSatisfaction, string? Grade, string[]? Limits, bool TieToDecide, bool Gradable);
}
