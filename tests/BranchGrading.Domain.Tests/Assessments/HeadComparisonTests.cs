using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Tests.Assessments;

public class HeadComparisonTests
{
    private static readonly StandardItem Judged = StandardItem.ByPoints("学习理论", "", "", 10);
    private static readonly StandardItem Voted = StandardItem.ByVote("党员测评", "", 6, Panel.Members);
    private static readonly StandardItem Veto = StandardItem.ByVeto("弄虚作假", "");
    private static readonly StandardHead Head = new("群众反映好", [Judged, Voted, Veto]);

    private static HeadComparison Of(decimal? self, decimal? review, decimal? vote, decimal? school = null) => HeadComparison.Of(
    [
        new ItemComparison(Head, Judged, null, self, null, review, null, school),
        new ItemComparison(Head, Voted, null, null, null, vote, null, null),
        new ItemComparison(Head, Veto, null, null, null, null, null, null),
    ]).Single();

    [Fact]
    public void Votes_count_in_the_superior_score_alone_and_a_veto_nowhere()
    {
        var head = Of(9, 8, 5.5m);
        Assert.Equal((16m, 9m, 10m, 13.5m), (head.FullMarks, head.SelfPoints, head.SelfFullMarks, head.SuperiorPoints));
        Assert.Equal(0.9m - 13.5m / 16m, head.Gap);
    }

    [Fact]
    public void The_schools_points_stand_in_the_place_of_the_committees() => Assert.Equal(12.5m, Of(9, 8, 5.5m, 7).SuperiorPoints);

    [Fact]
    public void A_head_that_lacks_an_item_has_no_sum()
    {
        Assert.Null(Of(9, 8, null).SuperiorPoints);
        Assert.Null(Of(null, 8, 5).SelfPoints);
        Assert.Null(Of(null, 8, 5).Gap);
    }
}
