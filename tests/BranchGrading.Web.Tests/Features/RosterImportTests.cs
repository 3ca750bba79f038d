using BranchGrading.Data.Auditing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features;

public sealed class RosterImportTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private HttpClient _department = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("school-62", "roster.xlsx")]
    [InlineData("school-62", "roster-gb18030.csv")]
    [InlineData("school-243", "roster.xlsx")]
    [InlineData("school-243", "roster-libreoffice.xlsx")]
    public async Task What_is_stored_is_what_the_roster_says(string school, string file)
    {
        var expected = Samples.Roster(school);
        await BeginEmptyAsync();
        var (address, page) = await _department.CheckAsync("roster", file, Samples.Bytes($"{school}/{file}"));
        Assert.Contains($"新增 {expected.Count}", page.Text);
        Assert.Equal(0, await app.InDbAsync(db => db.Branches.CountAsync()));

        var written = await _department.ConfirmAsync(address);
        Assert.Contains($"已写入：新增 {expected.Count} 行", written.Html);
        var stored = await app.InDbAsync(db => db.Branches.AsNoTracking().Include(branch => branch.Committee).Include(branch => branch.Terms).ThenInclude(term => term.Person)
            .OrderBy(branch => branch.Committee.DisplayOrder).ThenBy(branch => branch.DisplayOrder).AsSplitQuery().ToListAsync());
        Assert.Equal(
            expected.GroupBy(branch => branch.Committee).SelectMany(unit => unit),
            stored.Select(branch => new Samples.RosterBranch(
                branch.Committee.Name, branch.Committee.Code ?? "", branch.Committee.Kind.ToString(), branch.Name, branch.Type.ToString(), branch.Code ?? "",
                branch.Secretary?.Person.Name ?? "", branch.Secretary?.Person.Phone ?? "", $"{branch.Secretary?.From:yyyy-MM}",
                branch.FullMembers, branch.ProbationaryMembers, $"{branch.Founded:yyyy-MM}", $"{branch.Elected:yyyy-MM}")),
            (one, other) => Blank(one) == Blank(other));

        // The same file once more finds nothing to do.
        var (_, again) = await _department.CheckAsync("roster", file, Samples.Bytes($"{school}/{file}"));
        Assert.Contains($"表中 {expected.Count} 行都和现有内容一致", again.Text);
        Assert.Null(again.Document.QuerySelector("form[action$=confirmation] button"));

        static Samples.RosterBranch Blank(Samples.RosterBranch branch) => branch with
        {
            CommitteeCode = branch.CommitteeCode ?? "",
            Code = branch.Code ?? "",
            Secretary = branch.Secretary ?? "",
            Phone = branch.Phone ?? "",
            Appointed = branch.Appointed ?? "",
            Founded = branch.Founded ?? "",
            Elected = branch.Elected ?? "",
        };
    }

    [Fact]
    public async Task The_old_format_is_refused_with_the_way_out()
    {
        var answer = await _department.UploadAsync("/imports/roster/new", "/imports/roster", "roster-old-format.xls", Samples.Bytes("school-62/roster-old-format.xls"));
        Assert.Equal(400, answer.Code);
        Assert.Contains("「另存为」.xlsx", answer.Text);
    }

    [Theory]
    [InlineData("名册.xlsx", "not a workbook")]
    [InlineData("名册.csv", "")]
    [InlineData("名册.csv", "没有,要的,列\n1,2,3\n")]
    public async Task A_file_that_is_no_roster_is_refused_and_the_page_goes_on(string name, string content)
    {
        var answer = await _department.UploadAsync("/imports/roster/new", "/imports/roster", name, Desk.Csv(content));
        Assert.Equal(400, answer.Code);
        Assert.NotNull(answer.Document.QuerySelector("#file-error"));
        Assert.Equal(0, await app.InDbAsync(db => db.PendingImports.CountAsync()));
    }

    [Theory]
    [InlineData(50_000)]
    [InlineData(5_000_000)]
    public async Task A_file_over_ten_megabytes_is_refused_saying_so(int beyond)
    {
        var answer = await _department.UploadAsync("/imports/roster/new", "/imports/roster", "名册.xlsx", new byte[10 * 1024 * 1024 + beyond]);
        Assert.True(answer.Code is 400 or 413, $"{answer.Code}: {answer.Text}");
        Assert.Contains("10 MB", answer.Text);
        Assert.Equal(200, (await _department.GetPageAsync("/imports/roster/new")).Code);
    }

    [Fact]
    public async Task Every_error_stands_at_its_row_and_only_the_clean_rows_are_written()
    {
        await BeginEmptyAsync();
        var (address, page) = await _department.CheckAsync("roster", "名册.xlsx", Samples.Bytes("roster-with-errors.xlsx"));
        var notes = page.Document.QuerySelectorAll(".import-table tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent.Trim(), row => row.TextContent);
        foreach (var (row, words) in new (int, string[])[]
        {
            (3, ["重名"]), (4, ["类型"]), (5, ["没有填写党支部名称"]), (6, ["电话", "任职时间", "负数"]), (7, ["已经用过"]), (9, ["直属党支部只能有一个支部"]), (10, ["公式", "1 月还是 10 月", "只有年份"]),
        })
        {
            var text = notes[$"第 {row} 行"];
            Assert.Contains("错误", text);
            if (row is not 6)
                Assert.All(words, word => Assert.Contains(word, text));
        }

        Assert.DoesNotContain("错误", notes["第 2 行"]);
        Assert.DoesNotContain("错误", notes["第 8 行"]);
        Assert.Contains("7 行有错误，不会写入", page.Text);
        Assert.Equal(0, await app.InDbAsync(db => db.Branches.CountAsync()));

        var written = await _department.ConfirmAsync(address);
        Assert.Contains("7 行有错误没有写入", written.Html);
        Assert.Equal(2, await app.InDbAsync(db => db.Branches.CountAsync()));
    }

    [Fact]
    public async Task The_list_of_errors_can_be_taken_away()
    {
        var (address, _) = await _department.CheckAsync("roster", "名册.xlsx", Samples.Bytes("roster-with-errors.xlsx"));
        var file = await _department.GetAsync(new Uri(address + "/errors", UriKind.Relative));
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(await file.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_confirmation_counts_once()
    {
        var (address, page) = await _department.CheckAsync("roster", "名册.csv", NewBranch);
        var fields = page.FillIn(address + "/confirmation", address);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _department.SendAsync(address + "/confirmation", fields)));
        foreach (var answer in answers.Where(answer => answer.Code == 302))
            await _department.WorkAsync(answer);
        Assert.Equal(1, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.RosterImported))));
        Assert.Equal(11, await app.InDbAsync(db => db.Branches.CountAsync()));
        Assert.Contains("已经写入过", (await _department.SendAsync(address + "/confirmation", fields)).Text);
    }

    [Fact]
    public async Task What_changed_between_check_and_confirmation_stops_it()
    {
        var (address, _) = await _department.CheckAsync("roster", "名册.csv", Desk.Csv("二级党组织,党支部名称,支部类型,正式党员数", $"{World.Materials},{World.Own},教师,33"));
        var id = _world.Branch(World.Own);
        Assert.Equal(302, (await (await _world.AsAsync(Actor.SecondDepartment)).PostFormAsync($"/branches/{id}/edit", $"/branches/{id}", ("FullMembers", 25))).Code);
        var answer = await _department.ConfirmAsync(address);
        Assert.Contains("没有写入", answer.Text);
        Assert.Equal(25, await app.InDbAsync(db => db.Branches.Where(branch => branch.Id == id).Select(branch => branch.FullMembers).SingleAsync()));
    }

    [Fact]
    public async Task A_waiting_file_is_its_senders_and_lasts_an_hour()
    {
        var (address, _) = await _department.CheckAsync("roster", "名册.csv", NewBranch);
        Assert.Equal(404, (await (await _world.AsAsync(Actor.SecondDepartment)).GetPageAsync(address)).Code);
        Assert.Equal(404, (await (await _world.AsAsync(Actor.Officer)).GetPageAsync(address)).Code);
        for (var i = 0; i < 4; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(15));
            await _department.GetPageAsync("/");
        }

        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(404, (await _department.GetPageAsync(address)).Code);
        Assert.Equal(10, await app.InDbAsync(db => db.Branches.CountAsync()));
    }

    [Fact]
    public async Task Past_grades_are_stored_and_a_final_round_s_are_not_overwritten()
    {
        var (address, page) = await _department.CheckAsync("past-grades", "历史等级.csv", Desk.Csv("年度,二级党组织,党支部名称,等级", $"2011,{World.Materials},{World.Own},B", $"2010,{World.Materials},{World.Own},较好", $"2011,{World.Materials},没有的支部,A"));
        Assert.Contains("1 行有错误", page.Text);
        await _department.ConfirmAsync(address);
        Assert.Equal(["2010 B", "2011 B"], await app.InDbAsync(async db => (await db.PastGrades.OrderBy(past => past.Year).ToListAsync()).Select(past => $"{past.Year} {past.Grade}").ToList()));

        var roundId = await _world.PublishAsync(2012, new() { PublicityDays = 0 });
        await _department.WorkAsync(await _department.PostFormAsync($"/rounds/{roundId}/publication", $"/rounds/{roundId}/finalisation"));
        (_, page) = await _department.CheckAsync("past-grades", "历史等级.csv", Desk.Csv("年度,二级党组织,党支部名称,等级", $"2012,{World.Materials},{World.Own},A"));
        Assert.Contains("不能用导入修改", page.Text);
    }

    [Fact]
    public async Task A_direct_branch_that_grows_into_a_committee_keeps_its_branch_and_gets_another()
    {
        var (address, page) = await _department.CheckAsync("roster", "名册.csv", Desk.Csv(
            "二级党组织,党组织编号,党组织类别,党支部名称,支部类型", "图书馆党总支,D03,党总支,图书馆第二党支部,教辅"));
        Assert.Contains("新增 1", page.Text);
        Assert.Contains("图书馆党总支", page.Document.QuerySelector(".import-table .say")!.TextContent);
        await _department.ConfirmAsync(address);
        Assert.Equal([World.Library, "图书馆第二党支部"], await app.InDbAsync(db => db.Branches.Where(branch => branch.Committee.Name == "图书馆党总支").OrderBy(branch => branch.DisplayOrder).Select(branch => branch.Name).ToListAsync()));
    }

    private async Task BeginEmptyAsync()
    {
        _world = await World.EmptyAsync(app);
        _department = await _world.AsAsync(Actor.Department);
    }

    private static byte[] NewBranch => Desk.Csv("二级党组织,党支部名称,支部类型", "新学院党委,新支部,教师");
}
