using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Tests.Standards;

public class StandardEditingTests
{
    private static StandardItem Item(string name, decimal points = 5) => StandardItem.ByPoints(name, "说明", "材料", points);

    private static ScoringStandard Standard() => new("标准", StandardKind.Staff,
    [
        new StandardHead("甲", [Item("甲一"), Item("甲二"), Item("甲三")]),
        new StandardHead("乙", [Item("乙一")]),
        new StandardHead("一票否决", [StandardItem.ByVeto("弄虚作假", "")]),
    ]);

    [Fact]
    public void A_new_head_stands_at_the_end_with_its_first_item()
    {
        var standard = Standard();
        var before = standard.Version;
        standard.AddHead(new StandardHead("丙", [Item("丙一")]));
        Assert.Equal(["甲", "乙", "一票否决", "丙"], Heads(standard));
        Assert.Equal("丙一", standard.Items.Last().Name);
        Assert.NotEqual(before, standard.Version);
    }

    [Fact]
    public void Two_heads_of_one_name_are_refused_whatever_their_spaces_and_width()
    {
        var standard = Standard();
        Assert.Equal("有两个指标都叫「甲」", Refusal(() => standard.AddHead(new StandardHead("甲", [Item("另一")]))));
        Assert.Equal("有两个指标都叫「甲」", Refusal(() => standard.RenameHead(standard.Heads[1], " 甲 ")));
        standard.RenameHead(standard.Heads[0], "甲");
        standard.RenameHead(standard.Heads[0], "工作 A");
        Assert.Equal("有两个指标都叫「工作Ａ」", Refusal(() => standard.RenameHead(standard.Heads[1], "工作Ａ")));
        Assert.Equal("请填写指标名称。", Refusal(() => standard.RenameHead(standard.Heads[1], " ")));
        Assert.Equal(["工作 A", "乙", "一票否决"], Heads(standard));
    }

    [Fact]
    public void A_head_moves_by_one_place_and_not_beyond_the_ends()
    {
        var standard = Standard();
        standard.MoveHead(standard.Heads.Single(head => head.Name == "乙"), -1);
        Assert.Equal(["乙", "甲", "一票否决"], Heads(standard));
        Assert.Equal("「乙」已经在最前面，不能再移。", Refusal(() => standard.MoveHead(standard.Heads.Single(head => head.Name == "乙"), -1)));
        Assert.Equal("「一票否决」已经在最后面，不能再移。", Refusal(() => standard.MoveHead(standard.Heads.Single(head => head.Name == "一票否决"), 1)));
        Assert.Equal((false, true), (standard.CanMoveHead(standard.Heads.Single(head => head.Name == "乙"), -1), standard.CanMoveHead(standard.Heads.Single(head => head.Name == "乙"), 1)));
    }

    [Fact]
    public void What_is_taken_out_leaves_no_gap_in_the_order()
    {
        var standard = Standard();
        standard.RemoveItem(standard.Heads[0].Items[0]);
        Assert.Equal([("甲二", 1), ("甲三", 2)], standard.Heads[0].Items.Select(item => (item.Name, item.Order)));
        standard.RemoveHead(standard.Heads[0]);
        Assert.Equal([("乙", 1), ("一票否决", 2)], standard.Heads.Select(head => (head.Name, head.Order)));
        standard.AddHead(new StandardHead("丙", [Item("丙一")]));
        Assert.Equal(3, standard.Heads[^1].Order);
    }

    [Fact]
    public void A_head_keeps_an_item_and_a_standard_its_marks()
    {
        var standard = Standard();
        Assert.Equal("「乙」只有这一个项目。请先加别的项目，或者删去整个指标。", Refusal(() => standard.RemoveItem(standard.Heads[1].Items[0])));
        standard.RemoveHead(standard.Heads[0]);
        Assert.Equal("标准里至少要有一个计分的项目", Refusal(() => standard.RemoveHead(standard.Heads[0])));
        Assert.Equal("标准里至少要有一个计分的项目", Refusal(() => standard.ChangeItem(standard.Heads[0].Items[0], StandardItem.ByVeto("乙一", ""))));
        Assert.Equal(["乙", "一票否决"], Heads(standard));
        Assert.Equal(ItemMethod.Points, standard.Heads[0].Items[0].Method);
    }

    [Fact]
    public void No_type_of_branch_may_be_left_without_marks()
    {
        var standard = new ScoringStandard("标准", StandardKind.Staff, [new StandardHead("甲", [Item("甲一"), Item("甲二").ExceptFor(BranchType.Retired)])]);
        Assert.Equal("离退休党支部至少要有一个计分的项目。", Refusal(() => standard.RemoveItem(standard.Heads[0].Items[0])));
        Assert.Equal("离退休党支部至少要有一个计分的项目。", Refusal(() => standard.ChangeItem(standard.Heads[0].Items[0], Item("甲一").ExceptFor(BranchType.Retired))));
        Assert.Equal("「甲三」对哪一类支部都不适用；不需要这一项时，请把它删去。",
            Refusal(() => standard.AddItem(standard.Heads[0], Item("甲三").ExceptFor(BranchType.Teacher, BranchType.Administration, BranchType.Support, BranchType.Retired))));
        Assert.Equal(2, standard.Items.Count());
    }

    [Fact]
    public void A_new_item_stands_at_the_end_of_its_head_and_moves_within_it()
    {
        var standard = Standard();
        var head = standard.Heads[0];
        var added = Item("甲四");
        standard.AddItem(head, added);
        standard.MoveItem(added, -1);
        standard.MoveItem(added, -1);
        Assert.Equal(["甲一", "甲四", "甲二", "甲三"], Items(head));
        standard.MoveItem(added, 1);
        Assert.Equal(["甲一", "甲二", "甲四", "甲三"], Items(head));
        Assert.Equal("「甲三」已经在最后面，不能再移。", Refusal(() => standard.MoveItem(head.Items.Single(item => item.Name == "甲三"), 1)));
        Assert.Equal("「甲」里有两个「甲四」", Refusal(() => standard.AddItem(head, Item("甲四"))));
        standard.AddItem(standard.Heads[1], Item("甲四"));
    }

    [Fact]
    public void A_changed_item_takes_over_everything_and_stays_the_same_item()
    {
        var standard = Standard();
        var item = standard.Heads[0].Items[1];
        standard.ChangeItem(item, StandardItem.ByOptions("三会一课", "新说明", "新材料", new ItemOption("按期", 4.5m), new ItemOption("缺开", 0)).ExceptFor(BranchType.Retired));
        Assert.Same(item, standard.Heads[0].Items[1]);
        Assert.Equal(("三会一课", "新说明", "新材料", ItemMethod.Options, 4.5m, 2), (item.Name, item.Guidance, item.RequiredEvidence, item.Method, item.MaxPoints, item.Order));
        Assert.Equal([("按期", 4.5m), ("缺开", 0m)], item.Options.Select(option => (option.Name, option.Points)));
        Assert.Equal([BranchType.Retired], item.NotApplicableTo);

        standard.ChangeItem(item, StandardItem.ByBonus("表彰", "", "", 2, 0.5m, BonusKind.BeyondFullMarks));
        Assert.Equal((0.5m, BonusKind.BeyondFullMarks, 0m), (item.UnitPoints, item.BonusKind, item.FullMarks));
        Assert.Empty(item.Options);
        Assert.Empty(item.NotApplicableTo);

        standard.ChangeItem(item, StandardItem.ByVote("群众测评", "", 6, Panel.Masses));
        Assert.Equal((Panel.Masses, 0m, BonusKind.WithinFullMarks), (item.Panel, item.UnitPoints, item.BonusKind));
    }

    [Fact]
    public void Choices_that_stay_are_the_same_choices()
    {
        var standard = new ScoringStandard("标准", StandardKind.Student,
            [new StandardHead("甲", [StandardItem.ByOptions("三会一课", "", "", new ItemOption("按期", 5), new ItemOption("一般", 3), new ItemOption("缺开", 0))])]);
        var item = standard.Heads[0].Items[0];
        var first = item.Options[0];
        standard.ChangeItem(item, StandardItem.ByOptions("三会一课", "", "", new ItemOption("按期召开", 4.5m), new ItemOption("缺开", 0)));
        Assert.Same(first, item.Options[0]);
        Assert.Equal([(1, "按期召开", 4.5m), (2, "缺开", 0m)], item.Options.Select(option => (option.Order, option.Name, option.Points)));
        standard.ChangeItem(item, StandardItem.ByOptions("三会一课", "", "", new ItemOption("好", 4), new ItemOption("中", 2), new ItemOption("差", 0)));
        Assert.Equal([1, 2, 3], item.Options.Select(option => option.Order));
    }

    [Fact]
    public void A_changed_item_may_not_take_the_name_of_its_neighbour_and_nothing_is_changed_then()
    {
        var standard = Standard();
        var item = standard.Heads[0].Items[0];
        var before = standard.Version;
        Assert.Equal("「甲」里有两个「甲二」", Refusal(() => standard.ChangeItem(item, Item("甲二", 9))));
        Assert.Equal(("甲一", 5m, before), (item.Name, item.MaxPoints, standard.Version));
        standard.ChangeItem(item, Item("甲一", 9));
        Assert.Equal(9m, item.MaxPoints);
    }

    [Fact]
    public void A_copy_is_a_standard_of_its_own_and_the_next_version_comes_after_the_latest()
    {
        var copy = ExampleStandards.Staff().CopyAs("本校教工标准");
        Assert.Equal(("本校教工标准", 1, false, StandardKind.Staff), (copy.Name, copy.VersionNumber, copy.IsExample, copy.Kind));
        Assert.Equal((100m, 96m), (copy.FullMarks(BranchType.Teacher), copy.FullMarks(BranchType.Retired)));
        Assert.Equal((2, 4), (copy.NextVersion().VersionNumber, copy.NextVersion(latest: 3).VersionNumber));
    }

    [Fact]
    public void Copies_follow_the_order_to_which_things_were_moved()
    {
        var standard = Standard();
        standard.MoveHead(standard.Heads[1], -1);
        standard.MoveItem(standard.Heads[0].Items[2], -1);
        var next = standard.NextVersion();
        Assert.Equal(["乙", "甲", "一票否决"], next.Heads.Select(head => head.Name));
        Assert.Equal(["甲一", "甲三", "甲二"], next.Heads[1].Items.Select(item => item.Name));
    }

    [Theory]
    [InlineData("1000", null)]
    [InlineData("1000.01", "「项目」的分值最多 1000 分。")]
    public void Nothing_is_worth_more_than_1000_points(string points, string? why)
    {
        if (why is null)
            Assert.Equal(1000m, Item("项目", decimal.Parse(points)).MaxPoints);
        else
            Assert.Equal(why, Refusal(() => Item("项目", decimal.Parse(points))));
    }

    private static IEnumerable<string> Heads(ScoringStandard standard) => standard.Heads.OrderBy(head => head.Order).Select(head => head.Name);

    private static IEnumerable<string> Items(StandardHead head) => head.Items.OrderBy(item => item.Order).Select(item => item.Name);

    private static string Refusal(Action act) => Assert.Throws<RuleViolationException>(act).Message;
}
