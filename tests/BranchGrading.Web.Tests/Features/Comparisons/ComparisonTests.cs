using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Tests.Features.Consequences;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Comparisons;

public sealed class ComparisonTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private const string Merged = "材料联合支部";

    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Without_two_years_there_is_nothing_to_compare()
    {
        var browser = await _world.AsAsync(Actor.Department);
        Assert.Contains("还没有两个年度的等级", (await browser.GetPageAsync("/comparisons")).Text);
        await _world.RememberAsync(2011, (World.Own, Grade.A));
        Assert.Contains("还没有两个年度的等级", (await browser.GetPageAsync("/comparisons?from=2010&to=2011")).Text);
    }

    [Fact]
    public async Task Branches_rise_stay_fall_come_and_go_and_the_rates_say_how_many()
    {
        await CompareableAsync();
        var browser = await _world.AsAsync(Actor.Department);
        var page = await browser.GetPageAsync("/comparisons?from=2010&to=2011");
        Assert.Equal(200, page.Code);
        Assert.Contains("晋位升级率 = 等级上升的支部 ÷ 两年都有等级的支部", page.Text);
        Assert.Contains("33.33%1 / 3", page.Text.Replace(" 1 / 3", "1 / 3", StringComparison.Ordinal));
        Assert.Contains("100.00%", page.Text);
        Assert.Equal(["下降", "保持", "新参评", "晋位", "未再参评"], Directions(page));
        Assert.Equal(["晋位"], Directions(await browser.GetPageAsync("/comparisons?from=2010&to=2011&direction=Risen")));
        Assert.Equal(["晋位", "未再参评"], Directions(await browser.GetPageAsync($"/comparisons?from=2010&to=2011&committeeId={_world.Committee(World.Computing)}")));
        Assert.Equal(Directions(page), Directions(await browser.GetPageAsync("/comparisons?from=2011&to=2010")));

        using var workbook = await browser.ExportAsync("/comparisons/export", KeyValuePair.Create("from", "2010"), KeyValuePair.Create("to", "2011"));
        Assert.Equal(["支部对比", "晋位升级率", "等级流向"], workbook.Worksheets.Select(sheet => sheet.Name));
        Assert.Equal(["二级党组织", "党支部", "原名或前身", "2010 年度", "2011 年度", "升降"], workbook.Rows("支部对比")[0]);
        Assert.Equal([World.Materials, World.Own, "", "A 先进", "B 较好", "下降"], workbook.Rows("支部对比")[1]);
        Assert.Equal([World.Computing, "1", "1", "0", "0", "0", "1", "100", "1", "100"], workbook.Rows("晋位升级率")[2]);
        Assert.Equal(["合计", "3", "1", "1", "1", "1", "1", "33.33", "1", "100"], workbook.Rows("晋位升级率")[3]);
    }

    [Fact]
    public async Task An_officer_sees_the_own_committee_alone()
    {
        await CompareableAsync();
        var officer = await _world.AsAsync(Actor.Officer);
        foreach (var address in new[] { "/comparisons?from=2010&to=2011", $"/comparisons?from=2010&to=2011&committeeId={_world.Committee(World.Computing)}" })
        {
            var page = await officer.GetPageAsync(address);
            Assert.DoesNotContain(World.Computing, page.Text);
            Assert.DoesNotContain(World.Foreign, page.Text);
            Assert.Contains("新参评 1 个，未再参评 0 个", page.Text);
        }

        using var workbook = await officer.ExportAsync("/comparisons/export", KeyValuePair.Create("from", "2010"), KeyValuePair.Create("to", "2011"));
        Assert.All(workbook.Rows("支部对比").Skip(1), row => Assert.Equal(World.Materials, row[0]));
        Assert.Equal(2, workbook.Rows("晋位升级率").Count);
    }

    [Fact]
    public async Task Names_and_committee_are_those_of_the_later_round_and_corrections_count()
    {
        var first = await _world.FinalAsync(2011, (World.Own, 96m));
        await app.SaveAsync(async db =>
        {
            var branch = await db.Branches.Include(branch => branch.Committee.Branches).SingleAsync(branch => branch.Name == World.Own);
            branch.Edit("材料教师第一支部", branch.Type, null);
        });
        await _world.FinalAsync(2012, ("材料教师第一支部", 96m));
        await app.SaveAsync(async db =>
        {
            var branch = await db.Branches.Include(branch => branch.Committee.Branches).SingleAsync(branch => branch.Name == "材料教师第一支部");
            branch.Edit("现在的名称", branch.Type, null);
        });
        var browser = await _world.AsAsync(Actor.Department);
        var page = await browser.GetPageAsync("/comparisons");
        Assert.Contains($"材料教师第一支部 （原名 {World.Own}）", page.Text);
        Assert.DoesNotContain("现在的名称", page.Text);
        Assert.Equal("保持", Directions(page)[0]);
        await _world.CorrectAsync(first, World.Own, Grade.C);
        Assert.Equal("晋位", Directions(await browser.GetPageAsync("/comparisons"))[0]);
    }

    [Fact]
    public async Task A_merged_branch_is_compared_with_the_predecessor_that_was_chosen_for_it()
    {
        await _world.FinalAsync(2011, (World.Own, 70m), ("材料机关支部", 85m));
        await app.SaveAsync(async db =>
        {
            foreach (var branch in await db.Branches.Include(branch => branch.Terms).Where(branch => branch.Name == World.Own || branch.Name == "材料机关支部").ToListAsync())
                branch.Dissolve(new DateOnly(2012, 3, 1));
            (await db.Committees.Include(committee => committee.Branches).SingleAsync(committee => committee.Name == World.Materials)).Found(Merged, BranchType.Teacher, null, 9);
        });
        var round = await _world.GradeAsync(2012, new RoundRules { PublicityDays = 0 }, (Merged, 85m));
        var browser = await _world.AsAsync(Actor.Department);
        var address = $"/participants/{await _world.ParticipantAsync(round, Merged)}/predecessor";
        var past = await app.InDbAsync(db => db.PastGrades.Where(grade => grade.Branch.Name == World.Own).Select(grade => grade.Id).SingleAsync());
        Assert.Equal(302, (await browser.PostFormAsync(address, address, ("PastGradeId", past), ("Reason", "两支部合并，按较低的算"))).Code);
        await Plans.Planning.PublishGradesAsync(_world, round);
        await Plans.Planning.MakeFinalAsync(_world, round);

        var page = await browser.GetPageAsync("/comparisons");
        Assert.Contains($"{Merged} （前身 {World.Own}）", page.Text);
        var row = page.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(Merged, StringComparison.Ordinal));
        Assert.Equal("晋位", row.QuerySelector("td[data-label='升降']")!.TextContent.Trim());
        // The other one is gone, the one that was chosen goes on.
        Assert.Contains("新参评 0 个，未再参评 1 个", page.Text);
        using var workbook = await browser.ExportAsync("/comparisons/export", KeyValuePair.Create("from", "2011"), KeyValuePair.Create("to", "2012"));
        Assert.Contains(workbook.Rows("支部对比"), line => line.SequenceEqual([World.Materials, Merged, World.Own, "C 一般", "B 较好", "晋位"]));
    }

    private Task CompareableAsync() => RememberAsync(
        (World.Own, Grade.A, Grade.B), ("材料机关支部", Grade.A, Grade.A), ("材料退休支部", null, Grade.C), (World.Foreign, Grade.C, Grade.B), ("计算机本科生支部", Grade.D, null));

    private async Task RememberAsync(params (string Branch, Grade? From, Grade? To)[] branches)
    {
        await _world.RememberAsync(2010, [.. branches.Where(branch => branch.From is not null).Select(branch => (branch.Branch, branch.From!.Value))]);
        await _world.RememberAsync(2011, [.. branches.Where(branch => branch.To is not null).Select(branch => (branch.Branch, branch.To!.Value))]);
    }

    private static List<string> Directions(Answer page) => [.. page.Document.QuerySelectorAll("td[data-label='升降']").Select(cell => cell.TextContent.Trim())];
}
