using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Tests.Standards;

public class StandardScoreTests
{
    private static readonly StandardItem Judged = StandardItem.ByPoints("评分", "", "", 60);
    private static readonly StandardItem ForTheYoung = StandardItem.ByPoints("发展党员", "", "", 26).ExceptFor(BranchType.Retired);
    private static readonly StandardItem Vote = StandardItem.ByVote("测评", "", 14, Panel.Members);
    private static readonly StandardItem Beyond = StandardItem.ByBonus("附加", "", "", 5, 1, BonusKind.BeyondFullMarks);
    private static readonly StandardItem Veto = StandardItem.ByVeto("弄虚作假", "");

    private static readonly ScoringStandard Standard = new("标准", StandardKind.Staff,
        [new StandardHead("甲", [Judged, ForTheYoung, Vote, Beyond]), new StandardHead("一票否决", [Veto])]);

    [Fact]
    public void The_self_score_leaves_votes_out_of_points_and_full_marks() =>
        // (60 + 20.5) ÷ 86
        Assert.Equal(new ScoreSum(80.5m, 86m, 0), StandardScore.Self(Standard, BranchType.Teacher, Points(60, 20.5m, 99, 0)));

    [Fact]
    public void It_is_a_percentage_of_the_full_marks() =>
        Assert.Equal(93.60m, StandardScore.Self(Standard, BranchType.Teacher, Points(60, 20.5m, 99, 0)).Score);

    [Fact]
    public void The_superior_score_holds_the_votes() =>
        Assert.Equal((100m, 94.5m), Both(StandardScore.Superior(Standard, BranchType.Teacher, Points(60, 20.5m, 14, 0))));

    [Fact]
    public void An_item_that_does_not_apply_leaves_the_full_marks_and_the_points() =>
        Assert.Equal((74m, 97.30m), Both(StandardScore.Superior(Standard, BranchType.Retired, Points(60, 20.5m, 12, 0))));

    [Fact]
    public void A_bonus_beyond_adds_points_but_no_full_marks_and_the_score_stops_at_100()
    {
        Assert.Equal((86m, 95.35m), Both(StandardScore.Self(Standard, BranchType.Teacher, Points(60, 20m, 0, 2))));
        Assert.Equal((86m, 100m), Both(StandardScore.Self(Standard, BranchType.Teacher, Points(60, 26m, 0, 5))));
    }

    [Fact]
    public void A_bonus_within_is_part_of_the_full_marks()
    {
        var standard = new ScoringStandard("标准", StandardKind.Student,
            [new StandardHead("甲", [Judged, StandardItem.ByBonus("表彰", "", "", 2, 1)])]);
        Assert.Equal(62m, standard.FullMarks(BranchType.Student));
    }

    [Fact]
    public void Unanswered_items_are_counted_and_the_veto_is_none_of_them()
    {
        var sum = StandardScore.Superior(Standard, BranchType.Teacher, item => item == Judged ? 50m : null);
        Assert.Equal((3, false), (sum.Unanswered, sum.IsComplete));
        Assert.True(StandardScore.Superior(Standard, BranchType.Teacher, Points(1, 1, 1, 0)).IsComplete);
    }

    [Fact]
    public void A_head_is_summed_like_the_whole()
    {
        Assert.Equal(86m, StandardScore.OfHead(Standard.Heads[0], BranchType.Teacher, isSelf: true, Points(1, 1, 1, 0)).FullMarks);
        Assert.Equal(100m, StandardScore.OfHead(Standard.Heads[0], BranchType.Teacher, isSelf: false, Points(1, 1, 1, 0)).FullMarks);
        Assert.Null(StandardScore.OfHead(Standard.Heads[1], BranchType.Teacher, isSelf: false, Points(1, 1, 1, 0)).Score);
    }

    private static Func<StandardItem, decimal?> Points(decimal judged, decimal young, decimal vote, decimal beyond) => item =>
        item == Judged ? judged : item == ForTheYoung ? young : item == Vote ? vote : item == Beyond ? beyond : null;

    private static (decimal FullMarks, decimal? Score) Both(ScoreSum sum) => (sum.FullMarks, sum.Score);
}
