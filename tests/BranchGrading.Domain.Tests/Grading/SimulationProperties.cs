using BranchGrading.Domain.Figures;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using CsCheck;

namespace BranchGrading.Domain.Tests.Grading;


/// <summary>What holds of any round under other rules, scopes, transfers and decisions.</summary>
public class SimulationProperties
{
    private const int Iterations = 2_000;

    /// <summary>Keys of all three scopes, some that no round has.</summary>
    private static readonly string[] Keys = ["0", "1", "2", "3", "4", "7", "Student", "Teacher", "Administration", "Support", "Retired", "School"];

    private static readonly Gen<QuotaTransfer[]> Transfers =
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 11], Gen.Int[-1, 5]).Select((from, to, places) => new QuotaTransfer(Keys[from], Keys[to], places, "有空余")).Array[0, 10];

    private static readonly Gen<RuleFreedom> Freedom = Gen.Select(Gen.Bool, Gen.Bool).Select((come, online) => new RuleFreedom(come, online));

    [Fact]
    public void The_rules_in_force_simulate_todays_grades() =>
        Gen.Select(GradingProperties.Round, Transfers).Sample((round, transfers) =>
        {
            var simulation = new Simulation(A.Graded(round.Candidates, round.Rules, transfers), A.Graded(round.Candidates, round.Rules with { }, transfers));
            return simulation.Moves.Count == 0 && simulation.WhyNot is null;
        }, iter: Iterations);

    [Fact]
    public void Raising_the_cap_of_the_whole_school_never_lowers_a_branch() =>
        Gen.Select(GradingProperties.Round, Gen.Int[0, 10]).Sample((round, raise) =>
        {
            var rules = round.Rules with { CapScope = CapScope.School };
            var simulation = new Simulation(A.Graded(round.Candidates, rules), A.Graded(round.Candidates, rules with { CapShare = Math.Min(1m, rules.CapShare + raise / 20m) }));
            return simulation.Moves.All(move => !move.Falls) && simulation.WhyNot is null;
        }, iter: Iterations);

    [Fact]
    public void Quotas_sum_to_the_places_after_any_transfers() =>
        Gen.Select(GradingProperties.Round, Transfers).Sample((round, transfers) =>
        {
            var result = A.Graded(round.Candidates, round.Rules, transfers);
            var places = round.Candidates.Length == 0 ? 0 : result.Places;
            return result.Groups.Sum(group => group.Quota) == places && result.Groups.Sum(group => group.SharedQuota) == places && result.Groups.All(group => group.Quota >= 0);
        }, iter: Iterations);

    [Fact]
    public void No_group_has_more_As_than_places_unless_more_are_decided() =>
        Gen.Select(GradingProperties.Round, Transfers).Sample((round, transfers) =>
        {
            var result = A.Graded(round.Candidates, round.Rules, transfers);
            return result.Groups.All(group =>
            {
                var taken = result.Outcomes.Count(outcome => outcome.Grade == Grade.A && KeyOf(outcome.Candidate, round.Rules.CapScope) == group.Key);
                return taken == group.Used && (group.IsOverdecided ? group.ComputedA == 0 : taken <= group.Quota);
            });
        }, iter: Iterations);

    [Fact]
    public void A_transfer_that_is_allowed_lowers_nobody_and_breaks_nothing() =>
        Gen.Select(GradingProperties.Round, Transfers, Gen.Int[0, 11], Gen.Int[0, 11], Gen.Int[1, 3]).Sample((round, made, from, to, places) =>
        {
            var before = A.Graded(round.Candidates, round.Rules, made);
            var transfer = new QuotaTransfer(Keys[from], Keys[to], places, "有空余");
            if (CapQuota.WhyNotTransfer(before, transfer) is not null)
                return true;
            var simulation = new Simulation(before, A.Graded(round.Candidates, round.Rules, [.. made, transfer]));
            return simulation.WhyNot is null && simulation.Moves.All(move => !move.Falls);
        }, iter: Iterations);

    [Fact]
    public void What_a_transfer_gave_and_nobody_used_can_go_back() =>
        Gen.Select(GradingProperties.Round, Gen.Int[0, 11], Gen.Int[0, 11]).Sample((round, from, to) =>
        {
            var before = A.Graded(round.Candidates, round.Rules);
            var transfer = new QuotaTransfer(Keys[from], Keys[to], 1, "有空余");
            if (CapQuota.WhyNotTransfer(before, transfer) is not null)
                return true;
            var after = A.Graded(round.Candidates, round.Rules, transfer);
            var taker = after.Groups.Single(group => group.Key == transfer.To);
            var back = new QuotaTransfer(transfer.To, transfer.From, 1, "调回");
            if (taker.Open == 0 || taker.CutTieCount > 0)
                return CapQuota.WhyNotTransfer(after, back) is not null;
            return CapQuota.WhyNotTransfer(after, back) is null && new Simulation(before, A.Graded(round.Candidates, round.Rules, transfer, back)).Moves.Count == 0;
        }, iter: Iterations);

    [Fact]
    public void What_moves_there_moves_back() =>
        Gen.Select(GradingProperties.Candidates, GradingProperties.Rules, GradingProperties.Rules).Sample((candidates, one, other) =>
        {
            var (a, b) = (A.Graded(candidates, one), A.Graded(candidates, other));
            var (there, back) = (new Simulation(a, b).Moves, new Simulation(b, a).Moves);
            return there.Count == back.Count
                && there.Zip(back).All(pair => pair.First.ParticipantId == pair.Second.ParticipantId && pair.First.Rises == pair.Second.Falls && pair.First.Falls == pair.Second.Rises);
        }, iter: Iterations);

    [Fact]
    public void Every_move_says_why() =>
        Gen.Select(GradingProperties.Candidates, GradingProperties.Rules, GradingProperties.Rules).Sample((candidates, one, other) =>
            new Simulation(A.Graded(candidates, one), A.Graded(candidates, other)).Moves.All(move => move.Why().Count > 0 && move.Why().All(line => line.Length > 0)), iter: Iterations);

    [Fact]
    public void Every_branch_counts_once_against_last_year() =>
        GradingProperties.Round.Sample(round =>
        {
            var pairs = A.Graded(round.Candidates, round.Rules).Outcomes.Select(outcome => (outcome.Candidate.PreviousGrade, outcome.Grade)).ToList();
            var rate = PromotionRate.Of(pairs);
            return rate.InBoth + rate.New + rate.Gone + pairs.Count(pair => pair is (null, null)) == round.Candidates.Length;
        }, iter: Iterations);

    [Fact]
    public void Rules_change_exactly_when_nothing_that_is_locked_differs() =>
        Gen.Select(GradingProperties.Rules, GradingProperties.Rules, Freedom, Gen.Int[0, 2]).Sample((inForce, wanted, freedom, kept) =>
        {
            // Coarse rules differ nearly always: some are made to differ in the cap alone, or in what counts as content.
            var rules = kept switch { 1 => inForce with { CapShare = wanted.CapShare }, 2 => inForce with { FairCounts = wanted.FairCounts }, _ => wanted };
            var round = Opened(inForce);
            var refused = false;
            try
            {
                round.ChangeRules(rules, freedom, "会议研究", "组织部", DateTime.UnixEpoch);
            }
            catch (RuleViolationException)
            {
                refused = true;
            }

            var expected = rules == inForce
                || freedom.ReviewsHaveCome && rules with { CapShare = inForce.CapShare } != inForce
                || freedom.ReviewedOnLine && rules.FairCounts != inForce.FairCounts;
            return refused == expected && round.Rules == (expected ? inForce : rules);
        }, iter: Iterations);

    [Fact]
    public void What_can_be_adopted_is_never_refused_and_nothing_more_could_be() =>
        Gen.Select(GradingProperties.Rules, GradingProperties.Rules, Freedom).Sample((inForce, wanted, freedom) =>
        {
            var adopted = freedom.Adoptable(inForce, wanted);
            var left = RoundRules.Differences(adopted, wanted);
            return freedom.WhyNot(inForce, adopted) is null && left.All(difference => freedom.WhyNot(difference.Rule) is not null);
        }, iter: Iterations);

    private static string KeyOf(GradingCandidate candidate, CapScope scope) => scope switch
    {
        CapScope.BranchType => candidate.Type.ToString(),
        CapScope.Committee => $"{candidate.CommitteeId}",
        _ => CapGroup.SchoolKey,
    };

    private static GradingRound Opened(RoundRules rules)
    {
        var round = new GradingRound(2012, rules, new RoundDeadlines());
        round.Prepare(rules, new RoundDeadlines(), RoundRule.All.Select(rule => rule.Key));
        foreach (var type in Enum.GetValues<BranchType>())
            round.UseStandard(type, 1);
        var committee = new Committee("材料学院党委", CommitteeKind.PartyCommittee, "D01", 1);
        round.Open([committee.Found("材料教工支部", BranchType.Teacher, null, 1)], "组织部", DateTime.UnixEpoch);
        return round;
    }
}
