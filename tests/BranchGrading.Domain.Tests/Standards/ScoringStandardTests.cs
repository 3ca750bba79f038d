using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Tests.Standards;

public class ScoringStandardTests
{
    private static StandardItem Item(string name = "项目") => StandardItem.ByPoints(name, "说明", "材料", 5);

    [Fact]
    public void Heads_items_and_options_are_numbered_from_1_in_the_order_given()
    {
        var standard = ExampleStandards.Students();
        Assert.Equal(Enumerable.Range(1, 6), standard.Heads.Select(head => head.Order));
        Assert.All(standard.Heads, head => Assert.Equal(Enumerable.Range(1, head.Items.Count), head.Items.Select(item => item.Order)));
        Assert.Equal([1, 2, 3], standard.Heads[0].Items[0].Options.Select(option => option.Order));
    }

    [Fact]
    public void A_standard_without_marks_is_refused() =>
        Assert.Equal("标准里至少要有一个计分的项目", Refusal(() =>
            new ScoringStandard("标准", StandardKind.Staff, [new StandardHead("一票否决", [StandardItem.ByVeto("弄虚作假", "")])])));

    [Fact]
    public void Names_are_required_and_not_given_twice()
    {
        Assert.Equal("请填写标准名称。", Refusal(() => new ScoringStandard(" ", StandardKind.Staff, [new StandardHead("甲", [Item()])])));
        Assert.Equal("有两个指标都叫「甲」", Refusal(() =>
            new ScoringStandard("标准", StandardKind.Staff, [new StandardHead("甲", [Item()]), new StandardHead("甲", [Item()])])));
        Assert.Equal("「甲」里有两个「项目」", Refusal(() => new StandardHead("甲", [Item(), Item()])));
        Assert.Equal("「甲」至少要有一个项目", Refusal(() => new StandardHead("甲", [])));
        Assert.Equal("项目名称最多 200 个字，现在有 201 个字。", Refusal(() => Item(new string('长', 201))));
        Assert.Equal(200, Item(new string('长', 200)).Name.Length);
    }

    [Fact]
    public void Marks_are_positive_with_two_places_at_most()
    {
        Assert.Equal("「项目」的分值应大于 0", Refusal(() => StandardItem.ByPoints("项目", "", "", 0)));
        Assert.Equal("「项目」的分值不能是负数。", Refusal(() => StandardItem.ByPoints("项目", "", "", -1)));
        Assert.Equal("「项目」的分值最多两位小数。", Refusal(() => StandardItem.ByPoints("项目", "", "", 1.005m)));
        Assert.Equal("「项目」每次的分值应大于 0", Refusal(() => StandardItem.ByDeduction("项目", "", "", 3, 0)));
    }

    [Fact]
    public void Choices_are_at_least_two_with_names_of_their_own_and_the_best_is_the_most()
    {
        Assert.Equal("「项目」至少要有两个选项", Refusal(() => StandardItem.ByOptions("项目", "", "", new ItemOption("好", 2))));
        Assert.Equal("「项目」有重名的选项", Refusal(() => StandardItem.ByOptions("项目", "", "", new ItemOption("好", 2), new ItemOption("好", 1))));
        Assert.Equal(2m, StandardItem.ByOptions("项目", "", "", new ItemOption("差", 0), new ItemOption("好", 2)).MaxPoints);
    }

    [Fact]
    public void The_next_version_is_the_schools_own_with_copies_of_all_parts()
    {
        var example = ExampleStandards.Staff();
        var next = example.NextVersion();
        Assert.Equal((2, false), (next.VersionNumber, next.IsExample));
        Assert.NotEqual(example.Version, next.Version);
        Assert.Equal(
            example.Items.Select(item => (item.Name, item.MaxPoints, item.UnitPoints, item.Method, item.Panel, item.Options.Count, item.NotApplicableTo.Count)),
            next.Items.Select(item => (item.Name, item.MaxPoints, item.UnitPoints, item.Method, item.Panel, item.Options.Count, item.NotApplicableTo.Count)));
        Assert.Empty(example.Items.Intersect(next.Items));
    }

    [Fact]
    public void Renaming_changes_the_version()
    {
        var standard = ExampleStandards.Staff();
        var before = standard.Version;
        standard.Rename("教工标准");
        Assert.NotEqual(before, standard.Version);
    }

    [Fact]
    public void The_example_for_students_has_five_heads_of_100_points()
    {
        var standard = ExampleStandards.Students();
        Assert.Equal([15m, 20m, 20m, 25m, 20m], standard.ScoredHeads.Select(head => head.FullMarks(BranchType.Student)));
        Assert.Equal(100m, standard.FullMarks(BranchType.Student));
        Assert.Equal(86m, StandardScore.Self(standard, BranchType.Student, item => item.MaxPoints).FullMarks);
    }

    [Fact]
    public void The_example_for_staff_has_five_heads_of_100_points_and_96_for_the_retired()
    {
        var standard = ExampleStandards.Staff();
        Assert.Equal([15m, 25m, 20m, 25m, 15m], standard.ScoredHeads.Select(head => head.FullMarks(BranchType.Teacher)));
        Assert.Equal((100m, 96m), (standard.FullMarks(BranchType.Support), standard.FullMarks(BranchType.Retired)));
        Assert.Equal(89m, StandardScore.Self(standard, BranchType.Teacher, item => item.MaxPoints).FullMarks);
    }

    [Fact]
    public void Both_examples_are_marked_as_such_and_say_what_each_item_asks() =>
        Assert.All([ExampleStandards.Students(), ExampleStandards.Staff()], standard =>
        {
            Assert.True(standard.IsExample);
            Assert.Contains("示例", standard.Name);
            Assert.Equal(3, standard.Items.Count(item => item.Method == ItemMethod.Veto));
            Assert.Equal(26, standard.Items.Count(item => item.Method != ItemMethod.Veto));
            Assert.All(standard.Items, item => Assert.NotEmpty(item.Guidance));
            Assert.All(standard.Items.Where(item => item.IsSelfScored), item => Assert.NotEmpty(item.RequiredEvidence));
        });

    private static string Refusal(Func<object> create) => Assert.Throws<RuleViolationException>(create).Message;
}
