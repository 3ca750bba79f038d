using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Tests.Standards;

/// <summary>The branches of "Worked by hand" in docs/grading-rules.md: every answer, every item's points, every head's sum, the scores.</summary>
public class WorkedExampleTests
{
    private static readonly IReadOnlyList<Line> OfStudents =
    [
        new("班子健全", Chose(1), 2, Chose(1), 2),
        new("执行上级决议", Gave(3), 3, Gave(2.5m), 2.5m),
        new("带头学习理论", Gave(1.5m), 1.5m, Gave(1.5m), 1.5m),
        new("书记能力与威信", Gave(3), 3, Gave(2.5m), 2.5m),
        new("参与重要事项决策", Gave(2), 2, Gave(2), 2),
        new("分工协作、联系骨干", Gave(2.5m), 2.5m, Gave(2.5m), 2.5m),
        new("党员意识与服务群众", Gave(4.5m), 4.5m, Gave(4), 4),
        new("学业表率", Gave(4), 4, Gave(4), 4),
        new("发展党员质量", Gave(4), 4, Gave(3.5m), 3.5m),
        new("党员教育管理", Gave(3.5m), 3.5m, Gave(3.5m), 3.5m),
        new("关怀帮扶", Gave(2), 2, Gave(2), 2),
        new("三会一课", Chose(2), 3.5m, Chose(2), 3.5m),
        new("组织生活记录", Times(2), 2, Times(3), 1.5m),
        new("民主评议党员", Gave(4), 4, Gave(3.5m), 3.5m),
        new("党务公开", Gave(2.5m), 2.5m, Gave(2.5m), 2.5m),
        new("至少一项务实管用的制度", Gave(2), 2, Gave(2), 2),
        new("活动场所与经费", Gave(2), 2, Gave(2), 2),
        new("围绕中心工作", Gave(5.5m), 5.5m, Gave(5), 5),
        new("品牌活动", Gave(4), 4, Gave(4), 4),
        new("学风和育人成效", Gave(5), 5, Gave(4.5m), 4.5m),
        new("支持团支部和联系群众", Gave(3.5m), 3.5m, Gave(3.5m), 3.5m),
        new("表彰", Times(1), 1, Times(1), 1),
        new("宣传报道", Times(5), 2, Times(5), 2),
        new("党员测评", null, null, Votes(20, 12, 5, 2, 1), 5.95m),
        new("群众测评", null, null, Votes(30, 20, 8, 1, 1), 6.53m),
        new("信访与投诉", Times(1), 4, Times(1), 4),
    ];

    private static readonly IReadOnlyList<Line> OfStaff =
    [
        new("班子健全", Chose(2), 1, Chose(2), 1),
        new("执行上级决议", Gave(2.5m), 2.5m, Gave(2.5m), 2.5m),
        new("带头学习理论", Gave(2), 2, Gave(2), 2),
        new("书记能力与威信", Gave(3), 3, Gave(2.5m), 2.5m),
        new("参与重要事项决策", Gave(1.5m), 1.5m, Gave(1.5m), 1.5m),
        new("分工协作、联系骨干", Gave(2), 2, Gave(2), 2),
        new("党员意识与服务群众", Gave(5.5m), 5.5m, Gave(5), 5),
        new("立足岗位作表率", Gave(6), 6, Gave(6), 6),
        new("发展党员质量", Gave(3.5m), 3.5m, Gave(3), 3),
        new("党员教育管理", Gave(4), 4, Gave(4), 4),
        new("关怀帮扶", Gave(3), 3, Gave(2.5m), 2.5m),
        new("三会一课", Chose(1), 5, Chose(1), 5),
        new("组织生活记录", Times(7), 0, Times(7), 0),
        new("民主评议党员", Gave(4), 4, Gave(3.5m), 3.5m),
        new("党务公开", Gave(2.5m), 2.5m, Gave(2.5m), 2.5m),
        new("至少一项务实管用的制度", Gave(2), 2, Gave(2), 2),
        new("活动场所与经费", Gave(2), 2, Gave(2), 2),
        new("围绕中心工作", Gave(5), 5, Gave(4.5m), 4.5m),
        new("品牌活动", Gave(4.5m), 4.5m, Gave(4.5m), 4.5m),
        new("育人和服务成效", Gave(5), 5, Gave(4.5m), 4.5m),
        new("支持工会、共青团和联系群众", Gave(3.5m), 3.5m, Gave(3.5m), 3.5m),
        new("表彰", Times(3), 2, Times(3), 2),
        new("宣传报道", Times(1), 0.5m, Times(1), 0.5m),
        new("党员测评", null, null, Votes(28, 20, 6, 2, 0), 4.64m),
        new("群众测评", null, null, Votes(40, 25, 10, 4, 1), 5.25m),
        new("信访与投诉", Times(0), 4, Times(0), 4),
    ];

    [Fact]
    public void A_student_branch_has_73_of_86_by_itself_and_81_48_of_100_from_above()
    {
        var standard = ExampleStandards.Students();
        Check(standard, BranchType.Student, OfStudents);
        Assert.Equal([14m, 18m, 16m, 21m, 4m], Heads(standard, BranchType.Student, OfStudents, isSelf: true));
        Assert.Equal([13m, 17m, 15m, 20m, 16.48m], Heads(standard, BranchType.Student, OfStudents, isSelf: false));
        Assert.Equal((73m, 86m, 84.88m), Self(standard, BranchType.Student, OfStudents));
        Assert.Equal((81.48m, 100m, 81.48m), Superior(standard, BranchType.Student, OfStudents));
        Assert.Equal(82.50m, CompositeScore.Of(84.88m, 81.48m, 0.30m));
    }

    [Fact]
    public void A_branch_of_teachers_has_74_of_89_by_itself_and_80_39_of_100_from_above()
    {
        var standard = ExampleStandards.Staff();
        Check(standard, BranchType.Teacher, OfStaff);
        Assert.Equal([12m, 22m, 15.5m, 20.5m, 4m], Heads(standard, BranchType.Teacher, OfStaff, isSelf: true));
        Assert.Equal([11.5m, 20.5m, 15m, 19.5m, 13.89m], Heads(standard, BranchType.Teacher, OfStaff, isSelf: false));
        Assert.Equal((74m, 89m, 83.15m), Self(standard, BranchType.Teacher, OfStaff));
        Assert.Equal((80.39m, 100m, 80.39m), Superior(standard, BranchType.Teacher, OfStaff));
        Assert.Equal(81.22m, CompositeScore.Of(83.15m, 80.39m, 0.30m));
    }

    [Fact]
    public void The_same_points_of_a_retired_branch_without_发展党员质量_are_70_5_of_85_and_77_39_of_96()
    {
        var standard = ExampleStandards.Staff();
        Check(standard, BranchType.Retired, OfStaff);
        Assert.Equal([12m, 18.5m, 15.5m, 20.5m, 4m], Heads(standard, BranchType.Retired, OfStaff, isSelf: true));
        Assert.Equal([11.5m, 17.5m, 15m, 19.5m, 13.89m], Heads(standard, BranchType.Retired, OfStaff, isSelf: false));
        Assert.Equal((70.5m, 85m, 82.94m), Self(standard, BranchType.Retired, OfStaff));
        Assert.Equal((77.39m, 96m, 80.61m), Superior(standard, BranchType.Retired, OfStaff));
        Assert.Equal(81.31m, CompositeScore.Of(82.94m, 80.61m, 0.30m));
    }

    /// <summary>Every scored item stands in the list, and every answer earns the points written beside it.</summary>
    private static void Check(ScoringStandard standard, BranchType type, IReadOnlyList<Line> lines)
    {
        Assert.Equal(standard.Items.Where(item => item.Method != ItemMethod.Veto).Select(item => item.Name), lines.Select(line => line.Item));
        foreach (var (item, line) in standard.Items.Zip(lines).Where(pair => pair.First.AppliesTo(type)))
        {
            Assert.Equal((item.Name, line.SelfPoints), (item.Name, line.Self is null ? null : ItemPoints.Of(item, line.Self)));
            Assert.Equal((item.Name, line.SuperiorPoints), (item.Name, ItemPoints.Of(item, line.Superior)));
        }
    }

    private static IEnumerable<decimal> Heads(ScoringStandard standard, BranchType type, IReadOnlyList<Line> lines, bool isSelf) =>
        standard.ScoredHeads.Select(head => StandardScore.OfHead(head, type, isSelf, Points(lines, isSelf)).Points);

    private static (decimal, decimal, decimal?) Self(ScoringStandard standard, BranchType type, IReadOnlyList<Line> lines) =>
        Parts(StandardScore.Self(standard, type, Points(lines, isSelf: true)));

    private static (decimal, decimal, decimal?) Superior(ScoringStandard standard, BranchType type, IReadOnlyList<Line> lines) =>
        Parts(StandardScore.Superior(standard, type, Points(lines, isSelf: false)));

    private static (decimal, decimal, decimal?) Parts(ScoreSum sum)
    {
        Assert.True(sum.IsComplete);
        return (sum.Points, sum.FullMarks, sum.Score);
    }

    private static Func<StandardItem, decimal?> Points(IReadOnlyList<Line> lines, bool isSelf) => item =>
        lines.Single(line => line.Item == item.Name) is var line && isSelf ? line.SelfPoints : line.SuperiorPoints;

    private static ItemAnswer Gave(decimal points) => new() { Points = points };

    private static ItemAnswer Chose(int option) => new() { Option = option };

    private static ItemAnswer Times(int times) => new() { Times = times };

    private static ItemAnswer Votes(int valid, int good, int fairlyGood, int fair, int poor) =>
        new() { Satisfaction = Satisfaction.Of(new BallotCount(null, valid, valid, valid, good, fairlyGood, fair, poor), fairCounts: false) };

    private sealed record Line(string Item, ItemAnswer? Self, decimal? SelfPoints, ItemAnswer Superior, decimal SuperiorPoints);
}
