using System.Text.Json;
using BranchGrading.Domain.Grading;
using BranchGrading.Web.Tests.Features.Consequences;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Charts;

public sealed class ChartTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_picture_has_its_table_its_sentence_and_figures_that_no_name_can_break_out_of()
    {
        await app.SaveAsync(async db =>
        {
            var branch = await db.Branches.Include(branch => branch.Committee.Branches).SingleAsync(branch => branch.Name == World.Own);
            branch.Edit("</script><b>支部", branch.Type, null);
        });
        var roundId = await _world.GradeAsync(2012, null, ("</script><b>支部", 96m), (World.Foreign, 72m));
        var page = await (await _world.AsAsync(Actor.Department)).GetPageAsync($"/rounds/{roundId}/charts");
        Assert.Equal(["committees", "types", "scores", "gap", "flow", "years"], page.Document.QuerySelectorAll("figure[data-chart]").Select(figure => figure.GetAttribute("data-chart")));
        Assert.All(page.Document.QuerySelectorAll(".picture"), picture =>
        {
            var ground = picture.QuerySelector(".chart-ground")!;
            Assert.Equal("img", ground.GetAttribute("role"));
            Assert.NotEmpty(page.Document.GetElementById(ground.GetAttribute("aria-labelledby")!)!.TextContent);
            Assert.NotEmpty(page.Document.GetElementById(ground.GetAttribute("aria-describedby")!)!.TextContent);
            Assert.NotEmpty(picture.QuerySelectorAll("tbody tr"));
            using var figures = JsonDocument.Parse(picture.QuerySelector("script[type='application/json']")!.TextContent);
            Assert.Equal(JsonValueKind.Object, figures.RootElement.ValueKind);
        });
        Assert.DoesNotContain("</script><b>", page.Html);
        Assert.Contains("还没有公示", page.Text);
        Assert.Contains("2012（计算中）", page.Text);
        Assert.Contains("还没有更早的年度可比", page.Text);
        Assert.Contains("全校 10 个支部：A 级 1 个，B 级 8 个，C 级 1 个，D 级 0 个。", page.Text);
        Assert.Contains("/_content/Vizor.ECharts/js/vizor-echarts-bundle-min.js", page.Html);
    }

    [Fact]
    public async Task The_script_of_the_pictures_is_served_and_only_pages_with_pictures_ask_for_it()
    {
        var browser = await _world.AsAsync(Actor.Department);
        var script = await browser.GetPageAsync("/_content/Vizor.ECharts/js/vizor-echarts-bundle-min.js");
        Assert.Equal(200, script.Code);
        Assert.Contains("echarts", script.Html);
        Assert.DoesNotContain("echarts", (await browser.GetPageAsync("/rounds")).Html);
    }

    [Fact]
    public async Task The_tables_come_as_a_workbook_with_a_sheet_for_each()
    {
        await _world.RememberAsync(2010, (World.Own, Grade.B), (World.Foreign, Grade.C));
        await _world.RememberAsync(2011, (World.Own, Grade.A), (World.Foreign, Grade.C), ("材料退休支部", Grade.D));
        var roundId = await _world.FinalAsync(2012, (World.Own, 96m), (World.Foreign, 85m), ("材料退休支部", 50m));
        var browser = await _world.AsAsync(Actor.Inspector);
        var page = await browser.GetPageAsync($"/rounds/{roundId}/charts");
        Assert.DoesNotContain("计算中", page.Text);
        Assert.Contains("晋位 1 个，保持 2 个，下降 0 个；无上年等级 7 个。", page.Text);
        using var workbook = await browser.ExportAsync($"/rounds/{roundId}/charts/export");
        Assert.Equal(["各二级党组织的等级", "各类支部的等级", "最终得分分布", "自评与上级评分", "等级流向", "历年占比"], workbook.Worksheets.Select(sheet => sheet.Name));
        Assert.Equal([World.Materials, "5", "1", "3", "0", "1", "80"], workbook.Rows("各二级党组织的等级")[1]);
        Assert.Equal(["96～98（不含）", "1", "10"], workbook.Rows("最终得分分布")[1]);
        Assert.Equal([["年度", "有等级的支部", "A 先进", "B 较好", "C 一般", "D 后进", "A+B 占比 %"], ["2010", "2", "0", "1", "1", "0", "50"], ["2011", "3", "1", "0", "1", "1", "33.33"], ["2012", "10", "1", "8", "0", "1", "90"]], workbook.Rows("历年占比"));
        Assert.Equal(11, workbook.Rows("自评与上级评分").Count);
    }

    [Fact]
    public async Task A_correction_shows_in_pictures_and_years()
    {
        var roundId = await _world.FinalAsync(2012, (World.Own, 96m));
        await _world.CorrectAsync(roundId, World.Own, Grade.D);
        var page = await (await _world.AsAsync(Actor.Department)).GetPageAsync($"/rounds/{roundId}/charts");
        Assert.Contains("A 级 0 个，B 级 9 个，C 级 0 个，D 级 1 个。", page.Text);
        Assert.Contains("2012 年度占 90.00%", page.Text);
        var next = await _world.GradeAsync(2013);
        Assert.Contains("2012 年度占 90.00%", (await (await _world.AsAsync(Actor.Department)).GetPageAsync($"/rounds/{next}/charts")).Text);
    }

    [Fact]
    public async Task A_round_without_any_score_says_so()
    {
        var roundId = await _world.OpenAsync(2012);
        var page = await (await _world.AsAsync(Actor.Department)).GetPageAsync($"/rounds/{roundId}/charts");
        Assert.Equal(200, page.Code);
        Assert.Contains("还没有支部有最终得分", page.Text);
        Assert.Contains("还没有支部同时有自评和上级评分", page.Text);
        Assert.Contains("还没有任何年度的等级", page.Text);
        using var workbook = await (await _world.AsAsync(Actor.Department)).ExportAsync($"/rounds/{roundId}/charts/export");
        Assert.Equal(6, workbook.Worksheets.Count);
    }
}
