using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Tests.Assessments;

public sealed class RescoreTests
{
    private readonly Paper _paper = new();
    private readonly List<ItemScore> _scores = [];

    private RescorePaper Rescore => new(_paper.Reviewed, _scores);

    public RescoreTests()
    {
        _paper.Assessment.Submit(_paper.Self, false, "书记", Paper.Now);
        _paper.Opinion.Complete(_paper.Reviewed, "组织员", Paper.Now);
    }

    [Fact]
    public void Items_that_the_school_left_count_as_the_committee_scored_them()
    {
        // 38 + 4.5 + 3.5 + 2 + 8 × 95% = 55.6 of 60
        Assert.Equal(92.67m, Rescore.Sum.Score);
        Score(_paper.Judged, new ItemAnswer { Points = 30 }, "学习记录不全");
        // 30 + 4.5 + 3.5 + 2 + 7.6 = 47.6 of 60
        Assert.Equal(79.33m, Rescore.Sum.Score);
        Assert.Equal([_paper.Judged], Rescore.Scored);
        Assert.Empty(Rescore.Missing());
    }

    [Fact]
    public void Points_may_rise_to_the_most_and_fall_to_nothing()
    {
        Score(_paper.Judged, new ItemAnswer { Points = 40 }, "查证属实");
        Score(_paper.Chosen, new ItemAnswer { Option = 1 }, "查证属实");
        Score(_paper.Deducted, new ItemAnswer { Times = 0 }, "查证属实");
        Assert.Equal(99.33m, Rescore.Sum.Score);
        Score(_paper.Judged, new ItemAnswer { Points = 0 }, "没有记录");
        Score(_paper.Deducted, new ItemAnswer { Times = 9 }, "多次缺记录");
        Assert.Equal(26m, Rescore.Sum.Score);
        Assert.Throws<RuleViolationException>(() => Score(_paper.Judged, new ItemAnswer { Points = 40.01m }, ""));
    }

    [Fact]
    public void A_row_left_blank_is_no_score()
    {
        Score(_paper.Judged, new ItemAnswer(), "");
        Assert.Equal(92.67m, Rescore.Sum.Score);
        Assert.Contains("至少给一个项目重新打分", Rescore.Missing().Single().Text);
    }

    [Fact]
    public void Points_that_differ_need_a_reason_and_equal_ones_do_not()
    {
        Score(_paper.Judged, new ItemAnswer { Points = 38 }, "");
        Assert.Empty(Rescore.Missing());
        Score(_paper.Chosen, new ItemAnswer { Option = 1 }, "");
        Assert.Equal("「三会一课」与初评不同，请写理由", Rescore.Missing().Single().Text);
    }

    [Fact]
    public void A_veto_needs_its_fact_and_gives_no_points()
    {
        Score(_paper.Veto, new ItemAnswer(), "", vetoed: true);
        Assert.True(Rescore.Vetoed);
        Assert.Equal("写明「弄虚作假」一票否决的事实", Rescore.MissingFacts().Single().Text);
        Score(_paper.Veto, new ItemAnswer(), "佐证材料是补的", vetoed: true);
        Assert.Empty(Rescore.MissingFacts());
        Assert.Equal(92.67m, Rescore.Sum.Score);
    }

    [Fact]
    public void Ballots_are_nobodys_to_score() => Assert.DoesNotContain(_paper.Voted, Rescore.Items);

    [Fact]
    public void Item_by_item_needs_a_review_completed_on_line()
    {
        _paper.Opinion.Reopen();
        Assert.Contains("还没有在网上完成初评", Rescore.WhyNotByItems);
        var fromPaper = new PreliminaryReview(0);
        fromPaper.Import(88m, false, null, null, "组织员", Paper.Now);
        Assert.Contains("来自纸质", (Rescore with { Review = _paper.Reviewed with { Review = fromPaper } }).WhyNotByItems);
    }

    [Fact]
    public void A_total_is_not_worked_out_anew_and_one_by_items_is()
    {
        var evaluation = new SchoolEvaluation(0);
        evaluation.Record(80m, false, "抽查", "部长", Paper.Now);
        evaluation.Rework(70m);
        Assert.Equal(80m, evaluation.Rescore);
        evaluation.Record(80m, false, "抽查", "部长", Paper.Now, isByItems: true);
        evaluation.Rework(70.005m);
        Assert.Equal(70.01m, evaluation.Rescore);
    }

    private void Score(StandardItem item, ItemAnswer answer, string note, bool vetoed = false)
    {
        if (_scores.Find(row => row.ItemId == item.Id) is not { } row)
            _scores.Add(row = new ItemScore(0, Scorer.School, item.Id));
        row.Fill(item, answer, vetoed, note, "部长", Paper.Now);
    }
}
