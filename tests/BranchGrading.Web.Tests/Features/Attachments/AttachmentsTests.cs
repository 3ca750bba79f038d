using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Attachments;

public sealed class AttachmentsTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private int _own;

    private string Address => $"/assessments/{_own}/attachments";

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _own = await _world.ParticipantAsync(await _world.OpenAsync(), World.Own);
        foreach (var left in Stored())
            File.Delete(left);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_secretary_attaches_files_for_an_item_and_gets_them_back_as_they_were()
    {
        var item = await app.InDbAsync(db => db.Standards.Where(standard => standard.Kind == Domain.Standards.StandardKind.Staff)
            .SelectMany(standard => standard.Heads).SelectMany(head => head.Items).Where(item => item.Name == "带头学习理论").Select(item => item.Id).SingleAsync());
        var browser = await _world.AsAsync(Actor.Secretary);
        var answer = await browser.SendFilesAsync(Address, Address, [("学习记录.pdf", Files.Pdf), ("会场.png", Files.Png)], ("ItemId", item));
        Assert.Equal((302, Address), (answer.Code, answer.Location));

        var page = await browser.FollowAsync(answer);
        Assert.Contains("收下 2 个文件", page.Text, StringComparison.Ordinal);
        Assert.Contains("带头学习理论材料书记，2012年3月20日 10:00", page.Text, StringComparison.Ordinal);
        var picture = page.Document.QuerySelector("img.file-picture")!.GetAttribute("src")!;
        var row = await app.InDbAsync(db => db.Attachments.SingleAsync(attachment => attachment.FileName == "会场.png"));
        Assert.Equal($"/attachments/{row.Id}", picture);
        Assert.Equal((Files.Png.LongLength, item, 2), (row.Size, row.ItemId, Stored().Count));

        var file = (await browser.GetPageAsync(picture)).Response;
        Assert.Equal(Files.Png, await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("attachment", "image/png"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentType!.MediaType));
        Assert.Equal("会场.png", file.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal(("nosniff", "no-store"), (file.Headers.GetValues("X-Content-Type-Options").Single(), file.Headers.CacheControl!.ToString()));
        Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_files_the_good_are_taken_and_the_others_named()
    {
        var browser = await _world.AsAsync(Actor.Secretary);
        var answer = await browser.SendFilesAsync(Address, Address, [("总结.docx", Files.Docx), ("安装.exe", Files.Pdf), ("改名.pdf", Files.Png)]);
        var page = await browser.FollowAsync(answer);
        Assert.Contains("收下 1 个文件。 「安装.exe」没有收下：只收 pdf", page.Text, StringComparison.Ordinal);
        Assert.Contains("「改名.pdf」的内容不是 pdf 文件", page.Text, StringComparison.Ordinal);
        Assert.Single(Stored());
    }

    [Fact]
    public async Task Nothing_but_refused_files_is_the_form_again()
    {
        var browser = await _world.AsAsync(Actor.Secretary);
        Assert.Contains("请先选择文件", (await browser.SendFilesAsync(Address, Address, [])).Text, StringComparison.Ordinal);
        var answer = await browser.SendFilesAsync(Address, Address, [("../../web.config", "x"u8.ToArray())]);
        Assert.Equal(400, answer.Code);
        Assert.Contains("「web.config」没有收下", answer.Text, StringComparison.Ordinal);
        Assert.Empty(Stored());
        Assert.Equal(0, await app.InDbAsync(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task Twenty_files_are_the_most_and_what_is_refused_leaves_no_file()
    {
        var browser = await _world.AsAsync(Actor.Secretary);
        Assert.Equal(302, (await browser.SendFilesAsync(Address, Address, Enumerable.Range(1, 19).Select(i => ($"{i}.pdf", Files.Pdf)))).Code);
        var answer = await browser.SendFilesAsync(Address, Address, [("二十.pdf", Files.Pdf), ("二十一.pdf", Files.Pdf)]);
        Assert.Equal(409, answer.Code);
        Assert.Contains("最多 20 个附件，现在有 19 个，这次又选了 2 个", answer.Text, StringComparison.Ordinal);
        Assert.Equal(19, Stored().Count);
        Assert.Equal(409, (await browser.SendFilesAsync(Address, Address, Enumerable.Range(1, 21).Select(i => ($"{i}.pdf", Files.Pdf)))).Code);
        Assert.Equal(302, (await browser.SendFilesAsync(Address, Address, [("二十.pdf", Files.Pdf)])).Code);
    }

    [Fact]
    public async Task Sent_twice_it_is_attached_once()
    {
        var browser = await _world.AsAsync(Actor.Secretary);
        var filled = await browser.FillInAsync(Address, Address);
        for (var i = 0; i < 2; i++)
        {
            using var body = new MultipartFormDataContent();
            foreach (var (name, value) in filled)
                body.Add(new StringContent(value), name);
            body.Add(new ByteArrayContent(Files.Pdf), "files", "a.pdf");
            Assert.Equal(302, (int)(await browser.PostAsync(new Uri(Address, UriKind.Relative), body, TestContext.Current.CancellationToken)).StatusCode);
        }

        Assert.Equal((1, 1), (await app.InDbAsync(db => db.Attachments.CountAsync()), Stored().Count));
    }

    [Fact]
    public async Task An_officer_attaches_for_the_branch_and_the_audit_says_so()
    {
        var browser = await _world.AsAsync(Actor.Officer);
        Assert.Equal(302, (await browser.SendFilesAsync(Address, Address, [("代传.pdf", Files.Pdf)])).Code);
        var entry = await app.InDbAsync(db => db.AuditEntries.AsNoTracking().OrderByDescending(row => row.Sequence).FirstAsync());
        Assert.Equal(("AttachmentAdded", "代填", $"2012 年度 {World.Own}：代传.pdf"), (entry.Event, entry.Reason, entry.Subject));
        Assert.Equal("组织员1", await app.InDbAsync(db => db.SelfAssessments.Select(row => row.BegunBy).SingleAsync()));
    }

    [Fact]
    public async Task A_draft_is_not_for_the_school_until_it_is_handed_in()
    {
        var secretary = await _world.AsAsync(Actor.Secretary);
        await secretary.SendFilesAsync(Address, Address, [("底稿.pdf", Files.Pdf)]);
        var file = $"/attachments/{await IdAsync("底稿.pdf")}";
        foreach (var (actor, code) in new[] { (Actor.Secretary, 200), (Actor.Officer, 200), (Actor.Department, 404), (Actor.Inspector, 404), (Actor.OtherSecretary, 404), (Actor.OtherOfficer, 404), (Actor.Administrator, 404) })
            Assert.Equal((actor, code), (actor, (await (await _world.AsAsync(actor)).GetPageAsync(file)).Code));

        await _world.SubmitAssessmentAsync(_own);
        foreach (var (actor, code) in new[] { (Actor.Secretary, 200), (Actor.Officer, 200), (Actor.Department, 200), (Actor.Inspector, 200), (Actor.OtherSecretary, 404), (Actor.OtherOfficer, 404) })
            Assert.Equal((actor, code), (actor, (await (await _world.AsAsync(actor)).GetPageAsync(file)).Code));
    }

    [Fact]
    public async Task What_was_never_handed_in_goes_with_its_file()
    {
        var browser = await _world.AsAsync(Actor.Secretary);
        await browser.SendFilesAsync(Address, Address, [("多余.pdf", Files.Pdf)]);
        var file = $"/attachments/{await IdAsync("多余.pdf")}";
        Assert.Equal(404, (await (await _world.AsAsync(Actor.OtherSecretary)).SendAsync($"{file}/removal", await (await _world.AsAsync(Actor.OtherSecretary)).TokensAsync())).Code);
        Assert.Equal(302, (await browser.PostFormAsync(Address, $"{file}/removal")).Code);
        Assert.Equal((0, 0, 404), (await app.InDbAsync(db => db.Attachments.CountAsync()), Stored().Count, (await browser.GetPageAsync(file)).Code));
    }

    [Fact]
    public async Task What_was_handed_in_stays_readable_after_it_is_taken_out()
    {
        var browser = await _world.AsAsync(Actor.Secretary);
        await browser.SendFilesAsync(Address, Address, [("第一稿.pdf", Files.Pdf)]);
        var id = await IdAsync("第一稿.pdf");
        await _world.SubmitAssessmentAsync(_own);
        var locked = await browser.GetPageAsync(Address);
        Assert.Contains("自我评价已经提交，不能再改", locked.Text, StringComparison.Ordinal);
        Assert.Empty(locked.Document.QuerySelectorAll("main form"));
        Assert.Equal(409, (await browser.SendAsync($"/attachments/{id}/removal", await browser.TokensAsync())).Code);

        await _world.ReturnOnLineAsync(_own);
        Assert.Equal(302, (await browser.PostFormAsync(Address, $"/attachments/{id}/removal")).Code);
        Assert.Contains("还没有附件", (await browser.GetPageAsync(Address)).Text, StringComparison.Ordinal);
        Assert.Equal("材料书记", await app.InDbAsync(db => db.Attachments.Select(row => row.RemovedBy).SingleAsync()));
        Assert.Contains($"/attachments/{id}", (await browser.GetPageAsync($"/assessments/{_own}/submissions/1")).Html, StringComparison.Ordinal);
        foreach (var actor in new[] { Actor.Secretary, Actor.Officer, Actor.Department })
            Assert.Equal(200, (await (await _world.AsAsync(actor)).GetPageAsync($"/attachments/{id}")).Code);
        Assert.Equal(404, (await browser.SendAsync($"/attachments/{id}/removal", await browser.TokensAsync())).Code);
    }

    [Fact]
    public async Task Past_the_deadline_nothing_is_attached_or_removed()
    {
        var browser = await _world.AsAsync(Actor.Secretary);
        await browser.SendFilesAsync(Address, Address, [("总结.pdf", Files.Pdf)]);
        var filled = await browser.FillInAsync(Address, Address);
        app.Clock.AdjustTime(new DateTimeOffset(2012, 3, 25, 16, 0, 0, TimeSpan.Zero));
        var fresh = await _world.SignInAsync(World.UserName(Actor.Secretary));
        Assert.Contains("自评已经截止", (await fresh.GetPageAsync(Address)).Text, StringComparison.Ordinal);
        Assert.Equal(409, (await fresh.SendAsync($"/attachments/{await IdAsync("总结.pdf")}/removal", await fresh.TokensAsync())).Code);
        Assert.Equal(409, (await fresh.SendAsync(Address, await fresh.TokensAsync())).Code);
        Assert.Single(Stored());
        Assert.NotEmpty(filled);
    }

    [Fact]
    public async Task An_item_of_another_standard_is_no_purpose()
    {
        var stranger = await app.InDbAsync(db => db.Standards.Where(standard => standard.Kind == Domain.Standards.StandardKind.Student)
            .SelectMany(standard => standard.Heads).SelectMany(head => head.Items).Select(item => item.Id).FirstAsync());
        var browser = await _world.AsAsync(Actor.Secretary);
        Assert.Equal(400, (await browser.SendFilesAsync(Address, Address, [("a.pdf", Files.Pdf)], ("ItemId", stranger))).Code);
        Assert.Empty(Stored());
    }

    private List<string> Stored() => [.. Directory.EnumerateFiles(Path.Combine(app.Folder, "attachments"))];

    private Task<int> IdAsync(string name) => app.InDbAsync(db => db.Attachments.Where(row => row.FileName == name).Select(row => row.Id).SingleAsync());
}
