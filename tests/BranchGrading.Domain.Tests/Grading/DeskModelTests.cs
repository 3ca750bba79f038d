using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using CsCheck;

namespace BranchGrading.Domain.Tests.Grading;

/// <summary>
/// Sequences of acts at the desk against a small model of §3.7 that knows nothing of the program: what may be done and what is refused agrees
/// after every act, and no round ever comes to hold more decided A's than places, a skipped level without an approval, or a veto beside another grade than D.
/// </summary>
public class DeskModelTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("BRANCHGRADING_LONG_TESTS") == "1";

    private static readonly int Sequences = IsLong ? 10_000 : 1_000;

    private enum Act
    {
        Decide,
        TakeBack,
        Exclude,
        Include,
        ChangeCap,
        MovePlaces,
        Waive,
        LapseWaiver,
        Veto,
        LiftVeto,
    }

    private static readonly Gen<(Act Act, int One, int Other, Grade Grade)[]> Acts =
        Gen.Select(Gen.Int[0, 13], Gen.Int[0, 11], Gen.Int[0, 11], Gen.Int[0, 5]).Select((act, one, other, grade) =>
            // Decisions for A are what strains the places: they come most often.
            (act >= 10 ? Act.Decide : (Act)act, one, other, grade > 3 ? Grade.A : (Grade)grade)).Array[5, 40];

    private static readonly Gen<(Branch[] Branches, CapScope Scope, int Cap)> Start = Gen.Select(
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, 6], Gen.Int[0, 9], Gen.Int[0, 14]).Select((committee, type, previous, score, missing) =>
            new Branch { Committee = committee, Type = type, Previous = previous > 3 ? null : (Grade)previous, Score = 86 + score, IsMissing = missing == 0 }).Array[4, 12],
        Gen.Int[0, 2],
        Gen.Int[0, 6]).Select((branches, scope, cap) => (branches, (CapScope)scope, cap * 10));

    [Fact]
    public void What_the_desk_allows_and_refuses_agrees_with_a_naive_model()
    {
        Gen.Select(Start, Acts).Sample(
            (start, acts) =>
            {
                var model = new Model(start.Branches.Select(branch => branch with { }).ToArray(), start.Scope, start.Cap);
                foreach (var act in acts)
                {
                    var after = model.After(act.Act, act.One % start.Branches.Length, act.Other, act.Grade);
                    if (after is null)
                        continue;
                    var allowed = DecisionRules.WhyNot(model.Graded(), after.Graded()) is null;
                    if (allowed != after.IsAllowed(model))
                        return false;
                    if (allowed)
                        model = after;
                    if (model.Broken().Any() || model.Graded().Groups.Any(group => group.IsOverdecided))
                        return false;
                }

                return true;
            },
            iter: Sequences, threads: 1);
    }

    private sealed record Branch
    {
        public int Committee { get; init; }

        public int Type { get; init; }

        public Grade? Previous { get; init; }

        public int Score { get; init; }

        public bool IsMissing { get; init; }

        public Grade? Decided { get; init; }

        public bool IsWaived { get; init; }

        public bool IsVetoed { get; init; }

        public bool IsExcluded { get; init; }
    }

    /// <summary>§3.7 as a person with paper and pencil would keep it.</summary>
    private sealed record Model(Branch[] Branches, CapScope Scope, int CapPercent)
    {
        private (string From, string To, int Places)[] Moved { get; init; } = [];

        /// <summary>The round after an act, allowed or not; null where the act does not apply.</summary>
        public Model? After(Act act, int index, int other, Grade grade)
        {
            var branch = Branches[index];
            return act switch
            {
                Act.Decide when !branch.IsExcluded => With(index, branch with { Decided = grade }),
                Act.TakeBack when branch.Decided is not null && !branch.IsExcluded => With(index, branch with { Decided = null }),
                Act.Exclude when !branch.IsExcluded && Taking.Count() > 1 => With(index, branch with { IsExcluded = true }),
                Act.Include when branch.IsExcluded => With(index, branch with { IsExcluded = false }),
                Act.ChangeCap => this with { CapPercent = other * 5 },
                Act.MovePlaces => Move(other, (int)grade),
                Act.Waive when !branch.IsWaived => With(index, branch with { IsWaived = true }),
                Act.LapseWaiver when branch.IsWaived => With(index, branch with { IsWaived = false }),
                Act.Veto when !branch.IsVetoed => With(index, branch with { IsVetoed = true }),
                Act.LiftVeto when branch.IsVetoed => With(index, branch with { IsVetoed = false }),
                _ => null,
            };
        }

        /// <summary>Nothing may be broken after an act that was not broken before.</summary>
        public bool IsAllowed(Model before) => Broken().All(before.Broken().Contains);

        /// <summary>Everything that stands against the rules, each with what one would call it.</summary>
        public IEnumerable<string> Broken()
        {
            foreach (var (branch, index) in Branches.Select((branch, index) => (branch, index)).Where(pair => pair.branch is { IsExcluded: false, Decided: not null }))
            {
                if (branch.IsMissing)
                    yield return $"{index} cannot be graded";
                else if (branch.IsVetoed && branch.Decided != Grade.D)
                    yield return $"{index} is vetoed";
                else if (!branch.IsWaived && branch.Previous is { } previous && Steps(previous) - Steps(branch.Decided!.Value) > 1)
                    yield return $"{index} skips to {branch.Decided}";
            }

            foreach (var (group, places) in Places())
            {
                var decided = Taking.Count(branch => GroupOf(branch) == group && branch.Decided == Grade.A);
                if (decided > places)
                    yield return $"{group} holds {decided} of {places}";
            }
        }

        public GradingResult Graded() => GradingService.Grade(
            [.. Branches.Select((branch, index) => (branch, index)).Where(pair => !pair.branch.IsExcluded).Select(pair => Candidate(pair.branch, pair.index))],
            new RoundRules { CapScope = Scope, CapShare = CapPercent / 100m },
            [.. Moved.Select(move => new QuotaTransfer(move.From, move.To, move.Places, "调剂"))]);

        private IEnumerable<Branch> Taking => Branches.Where(branch => !branch.IsExcluded);

        private Model With(int index, Branch changed)
        {
            var branches = Branches.ToArray();
            branches[index] = changed;
            return this with { Branches = branches };
        }

        private Model? Move(int other, int places)
        {
            var groups = Places().Keys.Order(StringComparer.Ordinal).ToArray();
            return groups.Length < 2 || places == 0 ? null
                : this with { Moved = [.. Moved, (groups[other % groups.Length], groups[(other + 1) % groups.Length], places)] };
        }

        /// <summary>Largest remainder in exact fractions, then what was moved, no more than there is.</summary>
        private Dictionary<string, int> Places()
        {
            var taking = Taking.ToArray();
            var school = taking.Length * CapPercent / 100;
            var sizes = taking.GroupBy(GroupOf).ToDictionary(group => group.Key, group => group.Count());
            var places = sizes.ToDictionary(group => group.Key, group => group.Value * school / taking.Length);
            var byRemainder = sizes.OrderByDescending(group => group.Value * school % taking.Length).ThenByDescending(group => group.Value).ThenBy(group => group.Key, StringComparer.Ordinal);
            foreach (var group in byRemainder.Take(school - places.Values.Sum()).ToArray())
                places[group.Key]++;
            foreach (var (from, to, count) in Moved)
            {
                if (!places.ContainsKey(from) || !places.ContainsKey(to))
                    continue;
                var given = Math.Min(count, places[from]);
                places[from] -= given;
                places[to] += given;
            }

            return places;
        }

        private string GroupOf(Branch branch) => Scope switch
        {
            CapScope.School => CapGroup.SchoolKey,
            CapScope.BranchType => ((BranchType)branch.Type).ToString(),
            _ => $"{branch.Committee}",
        };

        private static int Steps(Grade grade) => grade switch { Grade.A => 0, Grade.B => 1, Grade.C => 2, _ => 3 };

        private static GradingCandidate Candidate(Branch branch, int index) => A.Candidate(index + 1, branch.Score) with
        {
            CommitteeId = branch.Committee,
            CommitteeName = $"第{branch.Committee}党委",
            CommitteeCode = $"D{branch.Committee}",
            CommitteeOrder = branch.Committee,
            Type = (BranchType)branch.Type,
            SelfScore = branch.IsMissing ? null : branch.Score,
            PreviousGrade = branch.Previous,
            PreviousYear = branch.Previous is null ? null : 2011,
            Vetoed = branch.IsVetoed,
            Approval = branch.IsWaived ? A.Approval() : null,
            Decision = branch.Decided is { } grade ? A.Decision(grade) : null,
        };
    }
}
