using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using CsCheck;

namespace BranchGrading.Domain.Tests.Grading;


/// <summary>What holds of any round; the numbers are chosen coarse, so that ties, cuts and limits meet often.</summary>
public class GradingProperties
{
    private const int Iterations = 2_000;

    private static readonly Gen<decimal> Score = Gen.Int[176, 200].Select(half => half / 2m);

    private static readonly Gen<BallotCount> Ballots =
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 1], Gen.Int[0, 1], (good, fair, poor) =>
            new BallotCount(null, 10, 9, good + fair + poor, good, 0, fair, poor));

    private static readonly Gen<Grade> AnyGrade = Gen.Int[0, 3].Select(grade => (Grade)grade);

    private static readonly Gen<GradingCandidate> OneCandidate =
        Gen.Select(Score, Score, Ballots, Ballots, Gen.Int[0, 39], Gen.Int[0, 4], Gen.Int[0, 4], AnyGrade)
            .Select((self, review, members, masses, rare, committee, type, previous) => A.Candidate() with
            {
                SelfScore = rare == 1 ? null : self,
                ReviewScore = rare == 2 ? null : review,
                Rescore = rare is 3 or 4 ? self : null,
                MemberBallots = rare == 5 ? null : members,
                MassBallots = masses,
                Vetoed = rare == 6,
                PreviousGrade = rare % 4 == 0 ? previous : rare % 4 == 1 ? Grade.B : null,
                Approval = rare == 8 ? A.Approval() : null,
                Decision = rare is 9 or 10 or 11 ? A.Decision(previous) : null,
                CommitteeId = committee,
                CommitteeName = $"第{committee}党委",
                CommitteeCode = committee % 2 == 0 ? null : $"D{committee}",
                CommitteeOrder = 9 - committee,
                Type = (BranchType)type,
            });

    internal static readonly Gen<GradingCandidate[]> Candidates = OneCandidate.Array[0, 60]
        .Select(candidates => candidates.Select((one, i) => one with { ParticipantId = i + 1, BranchName = $"第{i + 1}党支部" }).ToArray());

    internal static readonly Gen<RoundRules> Rules =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 8], Gen.Bool, Gen.Bool, Gen.Bool).Select((scope, cap, noSkip, fair, least) => new RoundRules
        {
            CapScope = (CapScope)scope,
            CapShare = cap / 10m,
            NoLevelSkipping = noSkip,
            FairCounts = fair,
            LeastMassSatisfaction = least ? 80m : null,
        });

    internal static readonly Gen<(GradingCandidate[] Candidates, RoundRules Rules)> Round = Gen.Select(Candidates, Rules);

    [Fact]
    public void There_are_never_more_As_than_places() =>
        Round.Sample(round =>
        {
            var result = A.Graded(round.Candidates, round.Rules);
            // Decisions that an act would have been refused for do not count.
            if (DecisionRules.WhyNot(result) is not null)
                return true;
            return result.CountOf(Grade.A) <= result.Places
                && result.Groups.All(group => group.Used <= group.Quota && group.Used + group.Open == group.Quota);
        }, iter: Iterations);

    [Fact]
    public void Computed_As_never_exceed_what_decisions_leave() =>
        Round.Sample(round => A.Graded(round.Candidates, round.Rules).Groups.All(group => group.ComputedA <= group.Left), iter: Iterations);

    [Fact]
    public void Quotas_sum_to_the_places_and_miss_the_exact_share_by_less_than_one() =>
        Gen.Select(Gen.Int[1, 300].Array[1, 40], Gen.Int[0, 100]).Sample((participants, percent) =>
        {
            var all = participants.Sum();
            var places = ACap.Places(all, percent / 100m);
            var quotas = CapQuota.Share(participants, places);
            return quotas.Sum() == places
                && quotas.Zip(participants).All(pair => Math.Abs(pair.First - (decimal)pair.Second * places / all) < 1m);
        }, iter: Iterations);

    [Fact]
    public void Transfers_never_change_the_sum_or_make_a_quota_negative() =>
        Gen.Select(Gen.Int[0, 5].Array[3], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[-1, 7]).Array[0, 8]).Sample((quotas, moves) =>
        {
            var moved = CapQuota.Transfer(["0", "1", "2"], quotas, moves.Select(move => new QuotaTransfer($"{move.Item1}", $"{move.Item2}", move.Item3, "理由")));
            return moved.Sum() == quotas.Sum() && moved.All(quota => quota >= 0);
        }, iter: Iterations);

    [Fact]
    public void Raising_a_branchs_scores_never_lowers_its_grade() =>
        Gen.Select(Round, Gen.Int[0, 59], Gen.Int[0, 10], Gen.Int[0, 10]).Sample((round, index, self, review) =>
        {
            if (index >= round.Candidates.Length)
                return true;
            var before = A.Graded(round.Candidates, round.Rules).Outcomes[index];
            var raised = round.Candidates.ToArray();
            raised[index] = raised[index] with
            {
                SelfScore = Raised(raised[index].SelfScore, self),
                ReviewScore = Raised(raised[index].ReviewScore, review),
                Rescore = Raised(raised[index].Rescore, review),
            };
            var after = A.Graded(raised, round.Rules).Outcomes[index];
            // Catching up with an equal makes no tie that did not fit: those at least as good as it only become fewer.
            return before.Grade is not { } was || after.Grade is not { } now || !was.IsBetterThan(now);
        }, iter: Iterations);

    [Fact]
    public void The_order_of_the_input_does_not_matter() =>
        Gen.Select(Round, Gen.Int).Sample((round, seed) =>
        {
            var shuffled = round.Candidates.ToArray();
            new Random(seed).Shuffle(shuffled);
            var one = A.Graded(round.Candidates, round.Rules);
            var other = A.Graded(shuffled, round.Rules);
            return one.Outcomes.All(outcome => Facts(outcome) == Facts(other.Find(outcome.ParticipantId)!))
                && one.Groups.Select(group => (group.Key, group.Quota, group.Used, group.CutTieCount))
                    .SequenceEqual(other.Groups.Select(group => (group.Key, group.Quota, group.Used, group.CutTieCount)));
        }, iter: Iterations);

    [Fact]
    public void A_limit_only_lowers_and_every_lowered_grade_says_why() =>
        Round.Sample(round => A.Graded(round.Candidates, round.Rules).Outcomes.All(outcome =>
            outcome.Computed is not { } computed
            || !computed.IsBetterThan(outcome.Band!.Value)
                && (computed == outcome.Band || outcome.Lines.Count > 0 || outcome.Decided is not null)), iter: Iterations);

    [Fact]
    public void Every_line_begins_with_its_word() =>
        Round.Sample(round => A.Graded(round.Candidates, round.Rules).Outcomes
            .SelectMany(outcome => outcome.Lines)
            .All(line => line.Text.StartsWith(line.Limit.Word(), StringComparison.Ordinal)), iter: Iterations);

    [Fact]
    public void Every_walk_leads_to_the_grade() =>
        Round.Sample(round => A.Graded(round.Candidates, round.Rules).Outcomes.All(outcome =>
            outcome.Walk[^1].To == outcome.Grade
            && outcome.Walk.Zip(outcome.Walk.Skip(1)).All(pair => pair.First.To == pair.Second.From)), iter: Iterations / 10);

    [Fact]
    public void The_rank_of_a_branch_that_keeps_A_is_within_the_places() =>
        Round.Sample(round =>
        {
            var result = A.Graded(round.Candidates, round.Rules);
            return result.Outcomes.All(outcome => outcome.Rank is null || outcome.Computed != Grade.A || outcome.Rank <= result.Places);
        }, iter: Iterations);

    private static decimal? Raised(decimal? score, int by) => score is { } value ? Math.Min(100m, value + by / 2m) : null;

    private static (Grade?, Grade?, int?, bool, string) Facts(GradingOutcome outcome) =>
        (outcome.Computed, outcome.Grade, outcome.Rank, outcome.TieToDecide, outcome.Remark);
}
