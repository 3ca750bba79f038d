using BranchGrading.Data.Auditing;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Consequences;

public sealed class RecommendationTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private int _round;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _round = await _world.FinalAsync(2012, (World.Own, 96m), (World.Foreign, 95m), ("材料退休支部", 50m));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_A_branch_is_recommended_exported_and_withdrawn()
    {
        var browser = await _world.AsAsync(Actor.Department);
        var done = await RecommendAsync(browser, RecommendationLevel.Province, "连续三年先进", World.Own, World.Foreign);
        Assert.Equal(302, done.Code);
        var page = await browser.FollowAsync(done);
        Assert.Contains("已推荐 2 个支部为省级先进党支部", page.Text);
        Assert.Contains("连续三年先进", page.Text);

        using (var workbook = await browser.ExportAsync($"{Address}/export"))
        {
            Assert.Equal(["院系级先进党支部", "校级先进党支部", "省级先进党支部", "国家级先进党支部"], workbook.Worksheets.Select(sheet => sheet.Name));
            var rows = workbook.Rows("省级先进党支部");
            Assert.Equal(["序号", "二级党组织", "党支部", "书记", "等级", "级别", "推荐理由"], rows[0]);
            Assert.Equal(["1", World.Materials, World.Own, "材料书记", "A 先进", "省级", "连续三年先进"], rows[1]);
            Assert.Equal(["2", World.Computing, World.Foreign, "计算机书记", "A 先进", "省级", "连续三年先进"], rows[2]);
            Assert.Single(workbook.Rows("校级先进党支部"));
        }

        var withdrawn = await WithdrawAsync(browser, World.Own, RecommendationLevel.Province);
        Assert.Contains("已撤销", (await browser.FollowAsync(withdrawn)).Text);
        Assert.Equal([World.Foreign], await app.InDbAsync(db => db.Recommendations.Select(row => row.Participant.BranchName).ToListAsync()));
        Assert.Equal(409, (await WithdrawAsync(browser, World.Own, RecommendationLevel.Province)).Code);
        var events = await app.InDbAsync(db => db.AuditEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Event + " " + entry.Subject).ToListAsync());
        Assert.Contains($"{nameof(AuditEvent.BranchRecommended)} 2012 年度，省级：{World.Own}、{World.Foreign}", events);
        Assert.Contains($"{nameof(AuditEvent.RecommendationWithdrawn)} 2012 年度，省级：{World.Own}", events);
    }

    [Fact]
    public async Task Who_is_not_A_is_listed_with_the_reason_and_refused_by_a_crafted_form_too()
    {
        var browser = await _world.AsAsync(Actor.Department);
        var list = await browser.GetPageAsync($"{Address}?show=refused&q={Uri.EscapeDataString("退休")}");
        Assert.Contains("定级结果是 D（后进），只有 A（先进）可以推荐", list.Text);
        Assert.Empty(list.Document.QuerySelectorAll("input[type=checkbox]"));

        var refused = await RecommendAsync(browser, RecommendationLevel.School, "表现突出", World.Own, "材料退休支部");
        Assert.Equal(409, refused.Code);
        Assert.Contains("不能推荐「材料退休支部」：定级结果是 D（后进）", refused.Text);
        Assert.Contains("表现突出", refused.Html);
        Assert.NotNull(refused.Document.QuerySelector($"input[type=checkbox][checked]"));
        Assert.Equal(0, await app.InDbAsync(db => db.Recommendations.CountAsync()));
    }

    [Fact]
    public async Task Nobody_is_recommended_twice_at_one_level_but_at_several()
    {
        var browser = await _world.AsAsync(Actor.Department);
        Assert.Equal(302, (await RecommendAsync(browser, RecommendationLevel.Committee, null, World.Own)).Code);
        Assert.Equal(302, (await RecommendAsync(browser, RecommendationLevel.School, null, World.Own)).Code);
        var again = await RecommendAsync(browser, RecommendationLevel.School, null, World.Own);
        Assert.Equal(409, again.Code);
        Assert.Contains("已经推荐为校级先进党支部", again.Text);
        Assert.Equal(2, await app.InDbAsync(db => db.Recommendations.CountAsync()));
    }

    [Fact]
    public async Task Recommended_at_once_by_two_a_branch_is_recommended_once()
    {
        var (one, other) = (await _world.AsAsync(Actor.Department), await _world.AsAsync(Actor.SecondDepartment));
        var answers = await Task.WhenAll(RecommendAsync(one, RecommendationLevel.School, null, World.Own), RecommendAsync(other, RecommendationLevel.School, null, World.Own));
        Assert.Equal([302, 409], answers.Select(answer => answer.Code).Order());
        Assert.Equal(1, await app.InDbAsync(db => db.Recommendations.CountAsync()));
    }

    [Fact]
    public async Task A_form_sent_twice_recommends_once()
    {
        var browser = await _world.AsAsync(Actor.Department);
        var fields = await browser.FillInAsync(Address, Address, ("Form.ParticipantIds", $"{await _world.ParticipantAsync(_round, World.Own)}"), ("Level", RecommendationLevel.School));
        var (first, second) = (await browser.SendAsync(Address, fields), await browser.SendAsync(Address, fields));
        Assert.Equal((302, first.Location), (second.Code, second.Location));
        Assert.Equal(1, await app.InDbAsync(db => db.Recommendations.CountAsync()));
        Assert.Equal(1, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.BranchRecommended))));
    }

    [Fact]
    public async Task A_grade_corrected_afterwards_no_longer_fits_and_is_left_out_of_the_list()
    {
        var browser = await _world.AsAsync(Actor.Department);
        await RecommendAsync(browser, RecommendationLevel.School, null, World.Own, World.Foreign);
        await _world.CorrectAsync(_round, World.Own, Grade.B);
        var page = await browser.GetPageAsync($"{Address}?show=recommended");
        Assert.Contains("不再符合", page.Text);
        Assert.Contains("定级结果是 B（较好）", page.Text);
        using var workbook = await browser.ExportAsync($"{Address}/export");
        var rows = workbook.Rows("校级先进党支部");
        Assert.Equal(2, rows.Count);
        Assert.Equal(World.Foreign, rows[1][2]);
        Assert.Equal(409, (await RecommendAsync(browser, RecommendationLevel.Nation, null, World.Own)).Code);
    }

    [Fact]
    public async Task A_grade_corrected_to_A_may_be_recommended()
    {
        await _world.CorrectAsync(_round, "材料退休支部", Grade.A);
        Assert.Equal(302, (await RecommendAsync(await _world.AsAsync(Actor.Department), RecommendationLevel.School, null, "材料退休支部")).Code);
    }

    [Fact]
    public async Task An_officer_recommends_of_the_own_committee_up_to_the_school_s_level()
    {
        var officer = await _world.AsAsync(Actor.Officer);
        var page = await officer.GetPageAsync(Address);
        Assert.Contains(World.Own, page.Text);
        Assert.DoesNotContain(World.Foreign, page.Text);
        Assert.Equal(["", "Committee", "School"], page.Document.QuerySelectorAll("select[name='Form.Level'] option").Select(option => option.GetAttribute("value")));

        Assert.Equal(302, (await RecommendAsync(officer, RecommendationLevel.School, null, World.Own)).Code);
        var refused = await RecommendAsync(officer, RecommendationLevel.Nation, null, World.Own);
        Assert.Equal(409, refused.Code);
        Assert.Contains("国家级先进党支部由主管部门推荐", refused.Text);
        Assert.Equal(404, (await RecommendAsync(officer, RecommendationLevel.School, null, World.Foreign)).Code);

        await RecommendAsync(await _world.AsAsync(Actor.Department), RecommendationLevel.Nation, null, World.Own, World.Foreign);
        Assert.Equal(409, (await WithdrawAsync(officer, World.Own, RecommendationLevel.Nation)).Code);
        Assert.Equal(404, (await WithdrawAsync(officer, World.Foreign, RecommendationLevel.Nation)).Code);
        using var workbook = await officer.ExportAsync($"{Address}/export");
        Assert.All(workbook.Worksheets.SelectMany(sheet => workbook.Rows(sheet.Name).Skip(1)), row => Assert.Equal(World.Own, row[2]));
    }

    [Fact]
    public async Task What_is_missing_is_told_and_nothing_typed_is_lost()
    {
        var browser = await _world.AsAsync(Actor.Department);
        var answer = await browser.PostFormAsync(Address, Address, ("Form.Grounds", "理由在这里"));
        Assert.Equal(400, answer.Code);
        Assert.Contains("请先勾选要推荐的支部", answer.Text);
        Assert.Contains("请选择推荐级别", answer.Text);
        Assert.Contains("理由在这里", answer.Html);
    }

    private string Address => $"/rounds/{_round}/recommendations";

    private async Task<Answer> RecommendAsync(HttpClient browser, RecommendationLevel level, string? grounds, params string[] branches)
    {
        var fields = await browser.TokensAsync();
        foreach (var branch in branches)
            fields.Add(KeyValuePair.Create("Form.ParticipantIds", $"{await _world.ParticipantAsync(_round, branch)}"));
        return await browser.SendAsync(Address, [.. fields, KeyValuePair.Create("Form.Level", $"{level}"), KeyValuePair.Create("Form.Grounds", grounds ?? "")]);
    }

    private async Task<Answer> WithdrawAsync(HttpClient browser, string branch, RecommendationLevel level) =>
        await browser.SendAsync($"{Address}/{await _world.ParticipantAsync(_round, branch)}/removal", [.. await browser.TokensAsync(), KeyValuePair.Create("level", $"{level}")]);
}
