using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Tests.Features.Attachments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Evaluation;

public sealed class EvidenceTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private int _roundId;
    private int _own;

    private string Address => $"/participants/{_own}/evidence";

    private string ReportAddress => $"/rounds/{_roundId}/reports/{_world.Committee(World.Materials)}/evidence";

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _roundId = await _world.GradeAsync();
        _own = await _world.ParticipantAsync(_roundId, World.Own);
        foreach (var left in Stored())
            File.Delete(left);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_inspector_records_what_he_saw_with_files_and_the_department_reads_it()
    {
        var answer = await RecordAsync(Actor.Inspector, Address, "三会一课记录完整", ("会议记录.pdf", Files.Pdf), ("现场.png", Files.Png));
        Assert.Equal((302, Address), (answer.Code, answer.Location));
        var department = await _world.AsAsync(Actor.Department);
        var page = await department.GetPageAsync(Address);
        Assert.Contains("实地查阅材料和会议记录2012年3月19日 三会一课记录完整", page.Text, StringComparison.Ordinal);
        Assert.Contains("督查员，2012年3月20日 10:00", page.Text, StringComparison.Ordinal);
        Assert.Equal(Files.Pdf, await (await department.GetPageAsync(page.Document.QuerySelector("a[href^='/attachments/']")!.GetAttribute("href")!)).Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains("3月19日 实地查阅材料和会议记录", (await department.GetPageAsync($"/rounds/{_roundId}/grades/{_own}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Branch_and_committee_see_neither_record_nor_file()
    {
        await RecordAsync(Actor.Department, Address, "个别访谈了解到的情况", ("谈话.pdf", Files.Pdf));
        var file = $"/attachments/{await app.InDbAsync(db => db.Attachments.Select(row => row.Id).SingleAsync())}";
        foreach (var actor in new[] { Actor.Secretary, Actor.Officer, Actor.Administrator, Actor.Auditor })
        {
            var browser = await _world.AsAsync(actor);
            Assert.Equal((404, 404), ((await browser.GetPageAsync(Address)).Code, (await browser.GetPageAsync(file)).Code));
        }
    }

    [Fact]
    public async Task A_report_has_records_of_its_own()
    {
        await RecordAsync(Actor.Department, ReportAddress, "初评认真，个别打分偏高");
        var browser = await _world.AsAsync(Actor.Department);
        Assert.Contains("初评认真", (await browser.GetPageAsync(ReportAddress)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("初评认真", (await browser.GetPageAsync(Address)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await browser.GetPageAsync($"/rounds/{_roundId}/reports/999999/evidence")).Code);
    }

    [Fact]
    public async Task What_is_missing_stands_beside_its_field_and_the_future_is_not_evidence()
    {
        var browser = await _world.AsAsync(Actor.Department);
        var answer = await browser.SendFilesAsync(Address + "/new", Address, [], ("On", new DateOnly(2012, 3, 21)), ("Content", ""));
        Assert.Equal(400, answer.Code);
        foreach (var words in new[] { "请选择考评方式", "不能晚于今天", "请写考评情况" })
            Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.InDbAsync(db => db.Evidence.CountAsync()));
    }

    [Fact]
    public async Task A_refused_file_does_not_lose_the_text()
    {
        var answer = await RecordAsync(Actor.Department, Address, "座谈会记录", ("录音.mp3", Files.Pdf));
        var page = await (await _world.AsAsync(Actor.Department)).FollowAsync(answer);
        Assert.Contains("考评记录已登记。 「录音.mp3」没有收下", page.Text, StringComparison.Ordinal);
        Assert.Equal((1, 0), (await app.InDbAsync(db => db.Evidence.CountAsync()), Stored().Count));
    }

    [Fact]
    public async Task A_stale_edit_shows_both_texts_and_loses_neither()
    {
        await RecordAsync(Actor.Department, Address, "第一稿");
        var record = $"/evidence/{await IdAsync()}";
        var (one, other) = (await _world.AsAsync(Actor.Department), await _world.AsAsync(Actor.Inspector));
        var opened = await one.FillInAsync(record + "/edit", record, ("Content", "部里的补充"));
        Assert.Equal(302, (await other.PostFormAsync(record + "/edit", record, ("Content", "督查组的补充"))).Code);

        var stale = await one.SendAsync(record, opened);
        Assert.Equal(409, stale.Code);
        Assert.Contains("督查组的补充", stale.Text, StringComparison.Ordinal);
        Assert.Contains("部里的补充", stale.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await one.SendAsync(record, stale.FillIn(record, record))).Code);
        Assert.Equal("部里的补充", await app.InDbAsync(db => db.Evidence.Select(row => row.Content).SingleAsync()));
        Assert.Contains("督查组的补充", (await app.InDbAsync(db => db.AuditEntries.AsNoTracking().OrderByDescending(row => row.Sequence).FirstAsync())).Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_added_and_removed_one_by_one_and_go_with_the_record()
    {
        await RecordAsync(Actor.Department, Address, "查阅材料", ("一.pdf", Files.Pdf));
        var record = $"/evidence/{await IdAsync()}";
        var browser = await _world.AsAsync(Actor.Department);
        Assert.Equal(302, (await browser.SendFilesAsync(record + "/edit", record, [("二.pdf", Files.Pdf)])).Code);
        var first = await app.InDbAsync(db => db.Attachments.MinAsync(row => row.Id));
        Assert.Equal(302, (await browser.PostFormAsync(record + "/edit", $"{record}/attachments/{first}/removal")).Code);
        Assert.Single(Stored());
        Assert.Contains("1 个附件一并删除", (await browser.GetPageAsync(record + "/removal")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await browser.PostFormAsync(record + "/removal", record + "/removal")).Code);
        Assert.Equal((0, 0, 0), (await app.InDbAsync(db => db.Evidence.CountAsync()), await app.InDbAsync(db => db.Attachments.CountAsync()), Stored().Count));
    }

    [Fact]
    public async Task After_publication_nothing_is_recorded_any_more()
    {
        await RecordAsync(Actor.Department, Address, "查阅材料");
        var record = $"/evidence/{await IdAsync()}";
        var browser = await _world.AsAsync(Actor.Department);
        var (opened, removal) = (await browser.FillInAsync(record + "/edit", record), await browser.FillInAsync(record + "/removal", record + "/removal"));
        Assert.Equal(302, (await browser.PublishAsync(_roundId)).Code);
        Assert.Equal((409, 409, 409), ((await browser.SendAsync(record, opened)).Code, (await browser.SendAsync(record + "/removal", removal)).Code, (await browser.GetPageAsync(Address + "/new")).Code));
        Assert.Contains("查阅材料", (await browser.GetPageAsync(Address)).Text, StringComparison.Ordinal);
    }

    private async Task<Answer> RecordAsync(Actor actor, string address, string content, params (string, byte[])[] files) => await (await _world.AsAsync(actor)).SendFilesAsync(
        address + "/new", address, files, ("Kind", EvidenceKind.Records), ("On", new DateOnly(2012, 3, 19)), ("Content", content));

    private Task<int> IdAsync() => app.InDbAsync(db => db.Evidence.Select(row => row.Id).SingleAsync());

    private List<string> Stored() => [.. Directory.EnumerateFiles(Path.Combine(app.Folder, "attachments"))];
}
