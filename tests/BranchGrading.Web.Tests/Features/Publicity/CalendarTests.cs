using BranchGrading.Data.Auditing;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Publicity;

public sealed class CalendarTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private HttpClient _administrator = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _administrator = await _world.AsAsync(Actor.Administrator);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_year_without_entries_says_that_weekends_alone_count()
    {
        Assert.Contains("只按周末计算", (await _administrator.GetPageAsync("/calendar?year=2012")).Text);
        var department = await _world.AsAsync(Actor.Department);
        var page = await department.GetPageAsync("/calendar?year=2012");
        Assert.Equal(200, page.Code);
        Assert.Null(page.Document.QuerySelector("form[action^='/calendar']"));
    }

    [Fact]
    public async Task A_span_is_entered_changed_and_taken_out_in_part()
    {
        Assert.Equal(302, (await EnterAsync("2012-04-02", "2012-04-04", "Off", "清明节")).Code);
        Assert.Contains("4月2日至4日", (await _administrator.GetPageAsync("/calendar?year=2012")).Text);
        var first = await app.InDbAsync(db => db.CalendarDays.OrderBy(day => day.Date).Select(day => day.Id).FirstAsync());
        var address = $"/calendar/days/{first}";
        Assert.Equal(302, (await _administrator.PostFormAsync(address, address, ("From", "2012-04-03"), ("To", "2012-04-05"), ("Name", "清明"))).Code);
        Assert.Equal("04-03 清明,04-04 清明,04-05 清明", await DaysAsync());
        var days = await app.InDbAsync(db => db.CalendarDays.OrderBy(day => day.Date).Select(day => day.Id).ToListAsync());
        Assert.Equal(302, (await _administrator.PostFormAsync($"/calendar/days/{days[1]}", $"/calendar/days/{days[0]}/removal", ("From", "2012-04-04"), ("To", "2012-04-04"))).Code);
        Assert.Equal("04-03 清明,04-05 清明", await DaysAsync());
        Assert.Equal(3, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.CalendarChanged))));
    }

    [Fact]
    public async Task A_day_stands_once()
    {
        await EnterAsync("2012-04-02", "2012-04-04", "Off", "清明节");
        var answer = await EnterAsync("2012-04-04", null, "Off", "清明假");
        Assert.Equal(409, answer.Code);
        Assert.Contains("2012年4月4日已经录入（清明节，放假）", answer.Text);
        Assert.Contains("清明假", answer.Html);
    }

    [Theory]
    [InlineData("", null, "Off", "清明节", "请填写第一天")]
    [InlineData("2012-04-04", "2012-04-02", "Off", "清明节", "最后一天不能早于第一天")]
    [InlineData("2012-04-04", null, "Work", "补班", "本来就上班")]
    [InlineData("2012-04-04", null, "Off", "", "请填写名称")]
    public async Task What_makes_no_sense_is_refused_beside_its_field(string from, string? to, string kind, string name, string why)
    {
        var answer = await EnterAsync(from, to, kind, name);
        Assert.Equal(400, answer.Code);
        Assert.Contains(why, answer.Text);
        Assert.Equal("", await DaysAsync());
    }

    [Fact]
    public async Task Several_lines_are_pasted_at_once_or_none_of_them()
    {
        var answer = await PasteAsync("2012-04-02 2012-04-04 放假 清明节\n2012年4月1日，上班，清明节调休\n这是什么\n2012-04-04 放假 又一次");
        Assert.Equal(400, answer.Code);
        Assert.Contains("第 3 行看不懂：这是什么", answer.Text);
        Assert.Contains("第 4 行：4月4日在上面已经写过", answer.Text);
        Assert.Contains("清明节调休", answer.Html);
        Assert.Equal("", await DaysAsync());
        Assert.Equal(302, (await PasteAsync("2012-04-02 2012-04-04 放假 清明节\n\n2012年4月1日，上班，清明节调休")).Code);
        Assert.Equal("04-01 清明节调休,04-02 清明节,04-03 清明节,04-04 清明节", await DaysAsync());
    }

    [Fact]
    public async Task A_change_of_what_somebody_else_has_changed_shows_both()
    {
        await EnterAsync("2012-04-02", "2012-04-04", "Off", "清明节");
        var address = $"/calendar/days/{await app.InDbAsync(db => db.CalendarDays.OrderBy(day => day.Date).Select(day => day.Id).FirstAsync())}";
        var mine = await _administrator.FillInAsync(address, address, ("Name", "清明节甲"));
        await _administrator.PostFormAsync(address, address, ("Name", "清明节乙"));
        var answer = await _administrator.SendAsync(address, mine);
        Assert.Equal(409, answer.Code);
        Assert.Contains("清明节甲", answer.Text);
        Assert.Contains("清明节乙", answer.Text);
    }

    [Fact]
    public async Task What_somebody_else_has_changed_or_removed_is_not_removed()
    {
        await EnterAsync("2012-04-02", "2012-04-04", "Off", "清明节");
        var address = $"/calendar/days/{await app.InDbAsync(db => db.CalendarDays.OrderBy(day => day.Date).Select(day => day.Id).FirstAsync())}";
        var removal = await _administrator.FillInAsync(address, $"{address}/removal");
        await _administrator.PostFormAsync(address, address, ("Name", "清明"));
        var stale = await _administrator.SendAsync($"{address}/removal", removal);
        Assert.Equal(409, stale.Code);
        Assert.Contains("被别人改过", stale.Text);
        Assert.Equal("04-02 清明,04-03 清明,04-04 清明", await DaysAsync());
        await app.SaveAsync(async db => db.RemoveRange(await db.CalendarDays.ToListAsync()));
        Assert.Equal(404, (await _administrator.SendAsync($"{address}/removal", removal)).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    public async Task An_empty_paste_is_asked_for_again(string lines)
    {
        var answer = await PasteAsync(lines);
        Assert.Equal(400, answer.Code);
        Assert.Contains("请粘贴要录入的内容", answer.Text);
    }

    [Fact]
    public async Task The_publicity_skips_holidays_and_says_so_beforehand()
    {
        var department = await _world.AsAsync(Actor.Department);
        var roundId = await _world.GradeAsync();
        Assert.Contains("2012 年还没有录入节假日", (await department.GetPageAsync($"/rounds/{roundId}/publication")).Text);
        await PasteAsync("2012-03-22 2012-03-23 放假 校庆\n2012-03-24 上班 校庆调休");
        var page = await department.GetPageAsync($"/rounds/{roundId}/publication");
        Assert.Contains("公示到 3月28日", page.Text);
        Assert.Contains("跳过周末 1 天、校庆放假 3月22日至23日；3月24日补班算工作日", page.Text);
        Assert.DoesNotContain("还没有录入节假日", page.Text);
        await department.WorkAsync(await department.PublishAsync(roundId));
        Assert.Equal(new DateOnly(2012, 3, 28), await app.InDbAsync(db => db.Publications.Select(publication => publication.PublicityEndsOn).SingleAsync()));
    }

    private Task<Answer> EnterAsync(string from, string? to, string kind, string name) =>
        _administrator.PostFormAsync("/calendar?year=2012", "/calendar", ("Form.From", from), ("Form.To", to), ("Form.Kind", kind), ("Form.Name", name));

    private Task<Answer> PasteAsync(string lines) => _administrator.PostFormAsync("/calendar", "/calendar/lines", ("Lines", lines));

    private async Task<string> DaysAsync() => string.Join(',', (await app.InDbAsync(db => db.CalendarDays.AsNoTracking().OrderBy(day => day.Date).ToListAsync())).Select(day => $"{day.Date:MM-dd} {day.Name}"));
}
