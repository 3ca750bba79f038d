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
    public void Of_equal_fractions_by_type_the_larger_type_is_served_before_the_order_of_the_types()
    {
        // 20 participants, 4 places: 学生 3 → 0.6, 教师 4 → 0.8, 离退休 13 → 2.6. Whole parts 0+0+2; one for the .8, one of the two .6 for the 13.
        var result = A.Graded(
            [.. OfType(BranchType.Student, 3, 100), .. OfType(BranchType.Teacher, 4, 200), .. OfType(BranchType.Retired, 13, 300)], ByType);
        Assert.Equal([("Student", 0), ("Teacher", 1), ("Retired", 3)], result.Groups.Select(group => (group.Key, group.Quota)));
    }

    [Fact]
    public void Of_equal_types_with_equal_fractions_the_first_in_the_order_of_the_types_is_served()
    {
        // 15 participants, 3 places: 教辅 5, 机关 5, 学生 5 → 1 each; with 4 places 1.333 each: the one left goes to 学生.
        GradingCandidate[] school = [.. OfType(BranchType.Support, 5, 100), .. OfType(BranchType.Administration, 5, 200), .. OfType(BranchType.Student, 5, 300)];
        Assert.Equal([("Student", 2), ("Administration", 1), ("Support", 1)],
            A.Graded(school, ByType with { CapShare = 0.27m }).Groups.Select(group => (group.Key, group.Quota)));
        // 5 places, 1.667 each: 学生 and 机关管理.
        Assert.Equal([2, 2, 1], A.Graded(school, ByType with { CapShare = 0.34m }).Groups.Select(group => group.Quota));
    }

    [Fact]
    public void By_committee_the_larger_group_comes_before_the_code_and_a_missing_code_after_all_codes()
    {
        // 20 participants, 4 places: D09 13 → 2.6, no code 3 → 0.6, D01 4 → 0.8. The .8, then of the two .6 the 13, although the roster lists the other first.
        Assert.Equal([0, 3, 1], Quotas(0.2m, (null, 3), ("D09", 13), ("D01", 4)));
        // 8 participants, 2 places: four of 2 → 0.5 each. The codes D01 and D02, though the roster lists those without a code first.
        Assert.Equal([0, 0, 1, 1], Quotas(0.25m, (null, 2), (null, 2), ("D02", 2), ("D01", 2)));
        // 3 places, 0.75 each: then the first of those without a code in the roster. A code of blanks is none.
        Assert.Equal([1, 0, 1, 1], Quotas(0.38m, (null, 2), (" ", 2), ("D02", 2), ("D01", 2)));
        // Compared ordinally D10 comes before D9, and capitals before small letters.
        Assert.Equal([0, 1, 0], Quotas(0.17m, ("D9", 2), ("D10", 2), ("d1", 2)));
        Assert.Equal([1, 1, 0], Quotas(0.34m, ("D9", 2), ("D10", 2), ("d1", 2)));

        static IEnumerable<int> Quotas(decimal cap, params (string? Code, int Branches)[] committees) => A.Graded(
            committees.SelectMany((committee, i) => A.Candidates(committee.Branches, 95m, from: 100 * i + 1).Select(one => one with
            {
                CommitteeId = i + 1,
                CommitteeName = $"第{i + 1}党委",
                CommitteeCode = committee.Code,
                CommitteeOrder = i + 1,
            })),
            new RoundRules { CapScope = CapScope.Committee, CapShare = cap }).Groups.Select(group => group.Quota);
    }

    [Fact]
    public void With_fewer_places_than_groups_some_groups_have_none_and_their_best_are_B()
    {
        // 10 participants, 1 place: 学生 4 → 0.4, 教师 3 → 0.3, 机关管理 3 → 0.3.
        var result = A.Graded(
            [.. OfType(BranchType.Student, 4, 100, 70m), .. OfType(BranchType.Teacher, 3, 200), .. OfType(BranchType.Administration, 3, 300)], ByType with { CapShare = 0.1m });
        Assert.Equal([1, 0, 0], result.Groups.Select(group => group.Quota));
        Assert.Equal(0, result.CountOf(Grade.A));
        // Without a place there is nothing to wait for: equals are plain B's.
        Assert.Equal(0, result.TiesToDecide);
        Assert.Equal("A级名额：教师党支部名额 0，列第 1，降为B", result.Find(200)!.Remark);
    }

    [Fact]
    public void A_group_without_a_quota_can_be_given_one()
    {
        GradingCandidate[] school = [.. OfType(BranchType.Student, 4, 100, 70m), A.Candidate(200, 96m), A.Candidate(201, 95m), A.Candidate(202, 70m), .. OfType(BranchType.Administration, 3, 300, 70m)];
        var transfer = new QuotaTransfer("Student", "Teacher", 1, "学生支部没有够 A 级的");
        Assert.Null(CapQuota.WhyNotTransfer(A.Graded(school, ByType with { CapShare = 0.1m }), transfer));
        var result = A.Graded(school, ByType with { CapShare = 0.1m }, transfer);
        Assert.Equal([(1, 0), (0, 1), (0, 0)], result.Groups.Select(group => (group.SharedQuota, group.Quota)));
        Assert.Equal((Grade.A, Grade.B), (result.Find(200)!.Grade!.Value, result.Find(201)!.Grade!.Value));
        // Once used it does not go back.
        Assert.Equal("教师党支部名额 1 个，已用 1 个，只有 0 个可以调出", CapQuota.WhyNotTransfer(result, new QuotaTransfer("Teacher", "Student", 1, "调回")));
    }

    [Fact]
    public void Transfers_are_carried_out_in_the_order_they_were_made()
    {
        // a 1, b 0, c 2: a gives its place to b, b passes it on to c; the other way round b has nothing to pass on yet.
        QuotaTransfer first = new("a", "b", 1, ""), second = new("b", "c", 1, "");
        Assert.Equal([0, 0, 3], CapQuota.Transfer(["a", "b", "c"], [1, 0, 2], [first, second]));
        Assert.Equal([0, 1, 2], CapQuota.Transfer(["a", "b", "c"], [1, 0, 2], [second, first]));
    }

    [Theory]
    [InlineData("Teacher", "教师党支部")]
    [InlineData("7", "外语学院党委")]
    [InlineData("8", "8")]
    public void A_group_of_a_former_scope_keeps_its_name(string key, string name) =>
        Assert.Equal(name, CapGroup.NameOf(key, A.Graded(A.Candidates(5, 95m)).Groups, id => id == 7 ? "外语学院党委" : null));

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

    private static IEnumerable<GradingCandidate> OfType(BranchType type, int count, int from, decimal score = 95m) =>
        A.Candidates(count, score, from).Select(one => one with { Type = type });

    private static IEnumerable<GradingCandidate> Committees(string?[] codes) =>
        codes.SelectMany((code, i) => A.Candidates(3, 95m, from: 10 * i).Select(one => one with
        {
            CommitteeId = i + 1,
            CommitteeName = $"第{i + 1}党委",
            CommitteeCode = code,
            CommitteeOrder = i + 1,
        }));
}
