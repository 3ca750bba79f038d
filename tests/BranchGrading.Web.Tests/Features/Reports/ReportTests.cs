using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Tests.Features.Assessments;
using BranchGrading.Web.Tests.Features.Reviews;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Reports;

/// <summary>初评意见报告: handed up, given back whole or branch by branch, and of a 直属党支部.</summary>
public sealed class ReportTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private static readonly string[] Late = ["材料机关支部", "材料本科生支部", "材料硕士生支部", "材料退休支部"];

    private World _world = null!;
    private HttpClient _officer = null!;
    private HttpClient _department = null!;
    private int _roundId;
    private int _own;

    private string Page => $"/rounds/{_roundId}/reports/{_world.Committee(World.Materials)}";

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _officer = await _world.AsAsync(Actor.Officer);
        _department = await _world.AsAsync(Actor.Department);
        _roundId = await _world.OpenAsync();
        _own = await _world.ParticipantAsync(_roundId, World.Own);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_report_goes_up_with_a_reason_for_every_missing_branch_and_locks_the_reviews()
    {
        await _world.ReviewWhollyAsync(_officer, _own);
        var saved = await _officer.PostFormAsync(Page, Page, ("MeetingOn", new DateOnly(2012, 3, 19)));
        Assert.Equal((302, Page), (saved.Code, saved.Location));
        Assert.Contains("「材料机关支部」完成初评，或写明缺报的原因", (await _officer.GetPageAsync($"{Page}/submission")).Text);

        await SubmitAsync();

        var report = await ReportAsync();
        Assert.Equal(("组织员1", new DateOnly(2012, 3, 19), 4), (report!.SubmittedBy, report.MeetingOn, report.Missing.Count));
        var page = await _officer.GetPageAsync(Page);
        Assert.Empty(page.Document.QuerySelectorAll($"form[action='{Page}']"));
        Assert.Contains("缺报：书记在外学习", page.Text);
        Assert.Contains("已经上报", (await _officer.SendAsync($"/reviews/{_own}/reopening", await _officer.TokensAsync())).Text);
        var late = await _world.ParticipantAsync(_roundId, Late[0]);
        Assert.Equal(409, (await _officer.DraftAsync($"/reviews/{late}/drafts/opinion", ("Opinion", "迟了"))).Code);
        Assert.Equal(["ReportSaved", "ReportSaved", "ReportSubmitted"], await app.InDbAsync(db => db.AuditEntries.Where(entry => entry.Event.StartsWith("Report")).OrderBy(entry => entry.Sequence).Select(entry => entry.Event).ToListAsync()));
        var list = await _department.GetPageAsync($"/rounds/{_roundId}/reports");
        Assert.Contains("缺报：材料机关支部，书记在外学习", list.Text);
        Assert.Contains("已上报", (await _department.GetPageAsync($"/rounds/{_roundId}")).Text);
    }

    [Fact]
    public async Task A_single_branch_given_back_opens_alone_and_completing_it_settles_it()
    {
        await _world.ReviewWhollyAsync(_officer, _own);
        await SubmitAsync();
        var late = await _world.ParticipantAsync(_roundId, Late[0]);
        Assert.Contains("请写明退回的理由", (await _department.PostFormAsync($"{Page}/return", $"{Page}/return", ("ParticipantId", late))).Text);

        Assert.Equal(302, (await _department.PostFormAsync($"{Page}/return", $"{Page}/return", ("ParticipantId", late), ("Reason", "请补报这个支部"))).Code);

        Assert.Contains("请补报这个支部", (await _officer.GetPageAsync("/")).Text);
        Assert.Contains("请补报这个支部", (await _officer.GetPageAsync($"/rounds/{_roundId}/reviews")).Text);
        // After the committee's deadline too, until that of the grading.
        app.Clock.AdjustTime(new DateTimeOffset(2012, 4, 5, 2, 0, 0, TimeSpan.Zero));
        _officer = await _world.SignInAsync(World.UserName(Actor.Officer));
        Assert.Equal(302, (await _world.ReviewWhollyAsync(_officer, late, Grade.C)).Code);
        var report = await ReportAsync();
        Assert.Equal((true, true, 3), (report!.Locks(late), report.IsSubmitted, report.Missing.Count));
        Assert.Equal(409, (await _officer.SendAsync($"/reviews/{_own}/reopening", await _officer.TokensAsync())).Code);
    }

    [Fact]
    public async Task A_reviewed_branch_given_back_is_taken_up_again_and_completed()
    {
        await _world.ReviewWhollyAsync(_officer, _own);
        await SubmitAsync();
        await _department.PostFormAsync($"{Page}/return", $"{Page}/return", ("ParticipantId", _own), ("Reason", "意见太笼统"));
        Assert.Contains("已经退回，还没有重新完成初评", (await _department.GetPageAsync($"/rounds/{(await ReportAsync())!.RoundId}/publication")).Text);
        Assert.Equal(302, (await _officer.PostFormAsync($"/reviews/{_own}", $"/reviews/{_own}/reopening")).Code);
        Assert.Equal(302, (await _officer.ReviewAsync(_own, to: "/completion", fields: [("Opinion.Opinion", "组织生活正常，学习记录要补齐。")])).Code);
        Assert.True((await ReportAsync())!.Locks(_own));
        Assert.Equal("组织生活正常，学习记录要补齐。", (await _world.PapersAsync(_own)).Review.Review!.Opinion);
    }

    [Fact]
    public async Task The_whole_report_given_back_is_handed_up_again()
    {
        await _world.ReviewWhollyAsync(_officer, _own);
        await SubmitAsync();
        Assert.Equal(302, (await _department.PostFormAsync($"{Page}/return", $"{Page}/return", ("Reason", "会议日期不对"))).Code);
        Assert.Contains("初评意见报告已经退回，还没有重新上报", (await _department.GetPageAsync($"/rounds/{(await ReportAsync())!.RoundId}/publication")).Text);
        Assert.Contains("会议日期不对", (await _officer.GetPageAsync(Page)).Text);
        Assert.Contains("退回", (await _department.GetPageAsync($"/rounds/{_roundId}/reports")).Text);
        Assert.Equal(302, (await _officer.PostFormAsync($"/reviews/{_own}", $"/reviews/{_own}/reopening")).Code);
        Assert.Equal(302, (await _officer.CompleteAsync(_own)).Code);
        Assert.Equal(302, (await _officer.PostFormAsync($"{Page}/submission", $"{Page}/submission")).Code);
        Assert.True((await ReportAsync())!.IsSubmitted);
    }

    [Fact]
    public async Task Two_officers_at_one_report_see_both_texts()
    {
        var old = await _officer.FillInAsync(Page, Page, ("MeetingOn", new DateOnly(2012, 3, 18)), ("Missing[0].Reason", "第二位的理由"));
        await _officer.PostFormAsync(Page, Page, ("MeetingOn", new DateOnly(2012, 3, 19)), ("Missing[0].Reason", "第一位的理由"));
        var stale = await _officer.SendAsync(Page, old);
        Assert.Equal(409, stale.Code);
        Assert.Contains("第一位的理由", stale.Text);
        Assert.Contains("第二位的理由", stale.Html);
        Assert.Equal("第一位的理由", (await ReportAsync())!.Missing[0].Reason);
        Assert.Equal(302, (await _officer.SendAsync(Page, stale.FillIn(Page, Page))).Code);
        Assert.Equal("第二位的理由", (await ReportAsync())!.Missing[0].Reason);
    }

    [Fact]
    public async Task The_last_millisecond_counts_unless_the_department_puts_it_off()
    {
        await _world.ReviewWhollyAsync(_officer, _own);
        var deadline = new DateTimeOffset(2012, 4, 1, 16, 0, 0, TimeSpan.Zero);
        app.Clock.AdjustTime(deadline.AddMilliseconds(-1));
        _officer = await _world.SignInAsync(World.UserName(Actor.Officer));
        await DraftAsync();
        var filled = await _officer.FillInAsync($"{Page}/submission", $"{Page}/submission");
        app.Clock.AdjustTime(deadline);
        var late = await _officer.SendAsync($"{Page}/submission", filled);
        Assert.Equal(409, late.Code);
        Assert.Contains("上报已经截止", late.Text);

        _department = await _world.SignInAsync(World.UserName(Actor.Department));
        var unit = _world.Committee(World.Materials);
        var extensions = $"/rounds/{_roundId}/extensions";
        (string, object?)[] fields = [("Kind", "Report"), ("Day", new DateOnly(2012, 4, 2)), ("Hour", "09:00"), ("Reason", "组织员住院")];
        Assert.Contains("要晚于", (await _department.PostFormAsync($"{extensions}/new?committee={unit}", extensions, [.. fields, ("Day", new DateOnly(2012, 4, 1)), ("Hour", "")])).Text);
        Assert.Equal(302, (await _department.PostFormAsync($"{extensions}/new?committee={unit}", extensions, fields)).Code);
        Assert.Contains("4月2日 星期一 09:00", (await _department.GetPageAsync(extensions)).Text);
        Assert.Equal("组织员住院", await app.InDbAsync(db => db.AuditEntries.Where(entry => entry.Event == "DeadlineExtended").Select(entry => entry.Reason).SingleAsync()));
        app.Clock.AdjustTime(new DateTimeOffset(2012, 4, 2, 0, 59, 59, 999, TimeSpan.Zero));
        _officer = await _world.SignInAsync(World.UserName(Actor.Officer));
        Assert.Equal(302, (await _officer.PostFormAsync($"{Page}/submission", $"{Page}/submission")).Code);
    }

    [Fact]
    public async Task A_branch_of_its_own_reports_first_and_is_scored_by_the_department_then()
    {
        var library = await _world.ParticipantAsync(_roundId, World.Library);
        var direct = await _world.AsAsync(Actor.DirectSecretary);
        var page = $"/rounds/{_roundId}/reports/{_world.Committee(World.Library)}";
        await _world.SubmitAssessmentAsync(library);
        Assert.Contains("直属党支部不给自己打初评分", (await direct.GetPageAsync($"/reviews/{library}")).Text);
        Assert.Equal(404, (await direct.DraftAsync($"/reviews/{library}/drafts/items", ("ItemId", 1), ("Points", "1"))).Code);
        await direct.CountAsync(library, Panel.Members);
        await direct.CountAsync(library, Panel.Masses);
        await direct.ReviewAsync(library, fields: [("Opinion.Opinion", "一年来工作正常。"), ("Opinion.ProposedGrade", Grade.B)]);
        Assert.Contains("还没有上报", (await _department.SendAsync($"/reviews/{library}/completion", await _department.TokensAsync())).Text);

        await direct.PostFormAsync(page, page, ("MeetingOn", new DateOnly(2012, 3, 19)));
        Assert.Equal(302, (await direct.PostFormAsync($"{page}/submission", $"{page}/submission")).Code);

        Assert.Equal(409, (await direct.DraftAsync($"/reviews/{library}/drafts/opinion", ("Opinion", "改一改"))).Code);
        app.Clock.AdjustTime(new DateTimeOffset(2012, 4, 5, 2, 0, 0, TimeSpan.Zero));
        _department = await _world.SignInAsync(World.UserName(Actor.Department));
        await _department.ReviewAsync(library, "items");
        Assert.Equal(302, (await _department.CompleteAsync(library)).Code);
        var review = (await _world.PapersAsync(library)).Review;
        Assert.Equal(("部长", review.Sum.Score, "一年来工作正常。"), (review.Review!.CompletedBy, review.Review.Score, review.Review.Opinion));
        Assert.NotNull(await _world.GradeOfAsync(_roundId, World.Library));
        _officer = await _world.SignInAsync(World.UserName(Actor.Officer));
        Assert.Equal(404, (await _officer.GetPageAsync($"/reviews/{library}")).Code);
    }

    [Fact]
    public async Task Once_something_was_scored_the_type_stays_and_other_corrections_are_made()
    {
        await _world.FillAssessmentAsync(_own);
        var edit = $"/participants/{_own}/edit";
        var refused = await _department.PostFormAsync(edit, edit, ("Type", BranchType.Retired), ("Reason", "登记错了"));
        Assert.Equal(409, refused.Code);
        Assert.Contains("逐项评分，不能再改", refused.Text);
        Assert.Equal(302, (await _department.PostFormAsync(edit, edit, ("SecretaryName", "新书记"), ("Reason", "登记错了"))).Code);
    }

    private Task<Answer> DraftAsync() => _officer.PostFormAsync(
        Page, Page, [("MeetingOn", new DateOnly(2012, 3, 19)), .. Late.Select((_, index) => ($"Missing[{index}].Reason", (object?)"书记在外学习"))]);

    private async Task SubmitAsync()
    {
        Assert.Equal(302, (await DraftAsync()).Code);
        var done = await _officer.PostFormAsync($"{Page}/submission", $"{Page}/submission");
        Assert.True(done.Code == 302, done.Text);
    }

    private Task<CommitteeReport?> ReportAsync() => app.InDbAsync(db => db.Reports.AsNoTracking().Include(report => report.Missing.OrderBy(row => row.ParticipantId)).Include(report => report.Returned).AsSplitQuery()
        .SingleOrDefaultAsync(report => report.CommitteeId == _world.Committee(World.Materials)));
}
