using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests.Grading;


public class CapQuotaTests
{
    [Fact]
    public void The_rest_goes_to_the_largest_fractions() =>
        // 62 participants, 12 places: 30 → 5.806, 20 → 3.871, 12 → 2.323; whole parts 5+3+2, two left for .871 and .806.
        Assert.Equal([6, 4, 2], CapQuota.Share([30, 20, 12], 12));

    [Fact]
    public void Equal_fractions_go_to_the_larger_group_first() =>
        // 20 participants, 4 places: 2.6, 0.6, 0.8; whole parts 2+0+0, one for the .8, one for the larger of the two .6.
        Assert.Equal([3, 0, 1], CapQuota.Share([13, 3, 4], 4));

    [Fact]
    public void Equal_groups_are_served_in_the_order_given() =>
        // 15 participants, 3 places, five groups of 3: each 0.6.
        Assert.Equal([1, 1, 1, 0, 0], CapQuota.Share([3, 3, 3, 3, 3], 3));

    [Fact]
    public void Without_participants_there_are_no_quotas() => Assert.Empty(CapQuota.Share([], 0));

    [Fact]
    public void By_type_a_tie_goes_in_the_order_of_the_types()
    {
        // 10 participants, 2 places, five types of two: each 0.4.
        var result = A.Graded(
            Enum.GetValues<BranchType>().Reverse().SelectMany((type, i) => new[]
            {
                A.Candidate(10 * i + 1, 95m) with { Type = type },
                A.Candidate(10 * i + 2, 94m) with { Type = type },
            }),
            new RoundRules { CapScope = CapScope.BranchType });
        Assert.Equal(["Student", "Teacher", "Administration", "Support", "Retired"], result.Groups.Select(group => group.Key));
        Assert.Equal([1, 1, 0, 0, 0], result.Groups.Select(group => group.Quota));
        Assert.Equal("A级名额：学生党支部名额 1，列第 2，降为B",
            result.Outcomes.Single(outcome => outcome.Candidate is { Type: BranchType.Student, SelfScore: 94m }).Remark);
    }

    [Fact]
    public void By_committee_a_tie_goes_by_code_compared_ordinally_and_then_by_the_roster()
    {
        // 15 participants, five committees of three: equal fractions. Ordinally B10 < B2 < a1; those without a code follow.
        string?[] codes = [null, "a1", "B2", null, "B10"];
        AssertQuotas(0.07m, [0, 0, 0, 0, 1]);
        AssertQuotas(0.14m, [0, 0, 1, 0, 1]);
        AssertQuotas(0.20m, [0, 1, 1, 0, 1]);
        AssertQuotas(0.27m, [1, 1, 1, 0, 1]);

        void AssertQuotas(decimal cap, int[] quotas) => Assert.Equal(quotas,
            A.Graded(Committees(codes), new RoundRules { CapScope = CapScope.Committee, CapShare = cap }).Groups.Select(group => group.Quota));
    }

    [Fact]
    public void Committees_without_codes_are_served_in_roster_order()
    {
        var result = A.Graded(Committees([null, null, null, null, null]), new RoundRules { CapScope = CapScope.Committee });
        Assert.Equal([1, 1, 1, 0, 0], result.Groups.Select(group => group.Quota));
        Assert.Equal(["1", "2", "3", "4", "5"], result.Groups.Select(group => group.Key));
    }

    [Fact]
    public void Places_that_a_group_does_not_use_lapse()
    {
        var result = A.Graded(TwoTypes(), ByType);
        Assert.Equal([(1, 0, 1), (1, 1, 0)], result.Groups.Select(group => (group.Quota, group.Used, group.Open)));
        Assert.Equal(1, result.CountOf(Grade.A));
    }

    [Fact]
    public void A_transfer_moves_a_place_and_the_group_keeps_another_A()
    {
        var transfer = new QuotaTransfer("Student", "Teacher", 1, "学生支部没有够 A 级的");
        Assert.Null(CapQuota.WhyNotTransfer(A.Graded(TwoTypes(), ByType), transfer));
        var result = A.Graded(TwoTypes(), ByType, transfer);
        Assert.Equal([(1, 0), (1, 2)], result.Groups.Select(group => (group.SharedQuota, group.Quota)));
        Assert.Equal(2, result.CountOf(Grade.A));
    }

    [Fact]
    public void A_transfer_moves_no_more_than_there_is_and_an_unknown_group_moves_nothing()
    {
        Assert.Equal([0, 3], CapQuota.Transfer(["a", "b"], [1, 2], [new QuotaTransfer("a", "b", 5, "")]));
        Assert.Equal([1, 2], CapQuota.Transfer(["a", "b"], [1, 2], [new QuotaTransfer("a", "x", 1, "")]));
        Assert.Equal([1, 2], CapQuota.Transfer(["a", "b"], [1, 2], [new QuotaTransfer("a", "b", -1, "")]));
    }

    [Theory]
    [InlineData("Student", "Teacher", 1, "", "请写明调剂名额的理由")]
    [InlineData("Student", "Teacher", 0, "理由", "调剂的名额至少 1 个")]
    [InlineData("Student", "Student", 1, "理由", "调出和调入不能是同一组")]
    [InlineData("Student", "Retired", 1, "理由", "按现在的名额范围，没有要调剂的组")]
    [InlineData("Student", "Teacher", 2, "理由", "学生党支部名额 1 个，已用 0 个，只有 1 个可以调出")]
    [InlineData("Teacher", "Student", 1, "理由", "教师党支部名额 1 个，已用 1 个，只有 0 个可以调出")]
    public void A_transfer_is_refused_with_a_reason(string from, string to, int places, string reason, string why) =>
        Assert.Equal(why, CapQuota.WhyNotTransfer(A.Graded(TwoTypes(), ByType), new QuotaTransfer(from, to, places, reason)));

    [Fact]
    public void Places_held_open_for_a_tie_cannot_be_moved()
    {
        var tied = A.Graded([.. A.Candidates(2, 95m), .. A.Candidates(3, 70m, from: 10),
            .. A.Candidates(5, 70m, from: 20).Select(one => one with { Type = BranchType.Student })], ByType);
        Assert.StartsWith("教师党支部还有并列待定的支部", CapQuota.WhyNotTransfer(tied, new QuotaTransfer("Teacher", "Student", 1, "理由")));
    }

    private static RoundRules ByType { get; } = new() { CapScope = CapScope.BranchType };

    private static IEnumerable<GradingCandidate> TwoTypes() =>
    [
        .. A.Candidates(5, 70m).Select(one => one with { Type = BranchType.Student }),
        A.Candidate(11, 95m), A.Candidate(12, 94m), .. A.Candidates(3, 70m, from: 13),
    ];

    private static IEnumerable<GradingCandidate> Committees(string?[] codes) =>
        codes.SelectMany((code, i) => A.Candidates(3, 95m, from: 10 * i).Select(one => one with
        {
            CommitteeId = i + 1,
            CommitteeName = $"第{i + 1}党委",
            CommitteeCode = code,
            CommitteeOrder = i + 1,
        }));
}
