using BenchmarkDotNet.Attributes;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Benchmarks;

/// <summary>
/// How grading grows with the school, as ratios in one run: ten times the branches should take about ten times as long,
/// and a cap by committee little more than one for the whole school.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class GradingBenchmarks
{
    private readonly List<GradingCandidate> _large = School(2_000);
    private readonly List<GradingCandidate> _small = School(200);
    private readonly RoundRules _byCommittee = RoundRules.Default with { CapScope = CapScope.Committee };

    [Benchmark(Baseline = true)]
    public GradingResult Two_hundred_branches() => GradingService.Grade(_small, RoundRules.Default);

    [Benchmark]
    public GradingResult Two_thousand_branches() => GradingService.Grade(_large, RoundRules.Default);

    [Benchmark]
    public GradingResult Two_thousand_branches_with_a_cap_by_committee() => GradingService.Grade(_large, _byCommittee);

    [Benchmark]
    public int Two_thousand_branches_with_every_step_in_words() => GradingService.Grade(_large, RoundRules.Default).Outcomes.Sum(outcome => outcome.Walk.Count);

    /// <summary>A school whose figures follow from the number of the branch, so that every run grades the same one.</summary>
    internal static List<GradingCandidate> School(int branches) => Enumerable.Range(1, branches).Select(number => new GradingCandidate
    {
        ParticipantId = number,
        BranchName = $"第{number}党支部",
        CommitteeId = number % 50,
        CommitteeName = $"第{number % 50}学院党委",
        CommitteeCode = $"D{number % 50:00}",
        CommitteeOrder = number % 50,
        Type = (BranchType)(number % 5),
        SelfScore = 70 + number * 37 % 3_001 / 100m,
        ReviewScore = 68 + number * 53 % 3_001 / 100m,
        MemberBallots = new BallotCount(30, 30, 29, 28, 20 + number % 8, 8 - number % 8, 0, 0),
        MassBallots = new BallotCount(null, 40, 38, 36, 15 + number % 10, 11 - number % 10, 10 - number % 6, number % 6),
        PreviousGrade = number % 7 == 0 ? null : (Grade)(number % 4),
        PreviousYear = number % 7 == 0 ? null : 2011,
    }).ToList();
}
