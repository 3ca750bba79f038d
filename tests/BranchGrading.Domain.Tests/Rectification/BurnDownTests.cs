using BranchGrading.Domain.Rectification;
using Xunit;

namespace BranchGrading.Domain.Tests.Rectification;

public sealed class BurnDownTests
{
    private static readonly DateOnly Final = new(2012, 4, 20);

    [Fact]
    public void The_ends_of_the_months_are_counted_and_the_running_month_by_today()
    {
        var months = BurnDown.Of([Item(), Item((PlanEntryKind.Accept, new(2012, 5, 31)))], Final, new DateOnly(2012, 6, 10));
        Assert.Equal([new(new(2012, 4, 30), 2, 0), new(new(2012, 5, 31), 1, 1), new MonthEnd(new(2012, 6, 10), 1, 1)], months);
    }

    [Fact]
    public void An_item_accepted_on_the_first_of_a_month_was_open_at_the_end_of_the_one_before() =>
        Assert.Equal([1, 0], BurnDown.Of([Item((PlanEntryKind.Accept, new(2012, 5, 1)))], Final, new DateOnly(2012, 5, 31)).Select(month => month.Open));

    [Fact]
    public void An_item_opened_again_counts_as_open_again()
    {
        var item = Item((PlanEntryKind.Accept, new(2012, 5, 10)), (PlanEntryKind.Reopen, new(2012, 6, 30)), (PlanEntryKind.Accept, new(2012, 8, 1)));
        Assert.Equal([1, 0, 1, 1, 0], BurnDown.Of([item], Final, new DateOnly(2012, 8, 31)).Select(month => month.Open));
    }

    [Fact]
    public void What_happened_last_on_a_day_counts()
    {
        Assert.False(Item((PlanEntryKind.Accept, new(2012, 5, 31)), (PlanEntryKind.Reopen, new(2012, 5, 31))).IsAcceptedOn(new DateOnly(2012, 5, 31)));
        Assert.True(Item((PlanEntryKind.Accept, new(2012, 5, 31)), (PlanEntryKind.Reopen, new(2012, 5, 31)), (PlanEntryKind.Accept, new(2012, 5, 31))).IsAcceptedOn(new DateOnly(2012, 5, 31)));
    }

    [Fact]
    public void An_item_counts_from_the_day_on_which_round_and_plan_stand()
    {
        Assert.Equal(Final, ItemCourse.Of(Final, new DateOnly(2012, 4, 1), null, []).From);
        Assert.Equal(new DateOnly(2012, 7, 2), ItemCourse.Of(Final, new DateOnly(2012, 7, 2), null, []).From);
        Assert.Equal([0, 0, 0, 1], BurnDown.Of([ItemCourse.Of(Final, new DateOnly(2012, 7, 2), null, [])], Final, new DateOnly(2012, 7, 31)).Select(month => month.Open));
    }

    [Fact]
    public void A_plan_sent_back_and_approved_once_more_keeps_the_course_of_its_items()
    {
        var item = ItemCourse.Of(Final, new DateOnly(2012, 9, 1), new DateOnly(2012, 5, 2), [new ItemTurn(new(2012, 6, 1), true)]);
        Assert.Equal((new DateOnly(2012, 5, 2), true), (item.From, item.IsAcceptedOn(new DateOnly(2012, 6, 30))));
        Assert.Null(item.IsAcceptedOn(new DateOnly(2012, 5, 1)));
    }

    [Fact]
    public void Nothing_is_told_before_the_round_is_final_and_of_long_ago_the_last_two_years()
    {
        Assert.Empty(BurnDown.Of([Item()], Final, new DateOnly(2012, 3, 31)));
        Assert.Equal(Final, Assert.Single(BurnDown.Of([Item()], Final, Final)).On);
        var all = BurnDown.Of([Item()], Final, new DateOnly(2014, 3, 31));
        Assert.Equal((BurnDown.MostMonths, new DateOnly(2012, 4, 30), new DateOnly(2014, 3, 31), 1), (all.Count, all[0].On, all[^1].On, all[^1].Open));
        var last = BurnDown.Of([Item()], Final, new DateOnly(2015, 1, 10));
        Assert.Equal((BurnDown.MostMonths, new DateOnly(2013, 2, 28), new DateOnly(2015, 1, 10)), (last.Count, last[0].On, last[^1].On));
        Assert.All(BurnDown.Of([], Final, new DateOnly(2012, 8, 1)), month => Assert.Equal((0, 0), (month.Open, month.Accepted)));
    }

    private static ItemCourse Item(params (PlanEntryKind Kind, DateOnly On)[] entries) =>
        ItemCourse.Of(Final, Final, null, [.. entries.Select(entry => new ItemTurn(entry.On, entry.Kind == PlanEntryKind.Accept))]);
}
