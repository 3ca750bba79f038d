using System.IO.Compression;
using System.Net;
using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BranchGrading.Web.Tests.Exports;

/// <summary>The forms of the demo school, as each of its people meets them.</summary>
public sealed class FormsTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Department = "19880901";
    private const string Officer = "20010316";
    private const string Secretary = "20080427";
    private const string Librarian = "19960503";
    private const string Inspector = "19900412";
    private const int LastYear = 1;
    private const int ThisYear = 2;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_department_downloads_the_school_s_form_and_each_download_is_audited()
    {
        var visitor = await app.EnterAsync(Department);
        var before = await ExportsAsync();
        Assert.Contains("下载全校附表4", await (await visitor.GetAsync($"/rounds/{ThisYear}/forms")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(before, await ExportsAsync());

        var response = await visitor.PostAsync($"/rounds/{ThisYear}/forms/summary");
        Assert.Equal($"附表4-{SchoolTime.DayOf(DateTime.UtcNow).Year}-江州大学.xlsx", response.Content.Headers.ContentDisposition!.FileNameStar);
        await visitor.PostAsync($"/rounds/{ThisYear}/forms/summary");
        Assert.Equal(before + 2, await ExportsAsync());
        using var book = new Workbook(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(45m, book.Value($"C{book.RowOf("按学校评定等级", 'B')}"));
        Assert.StartsWith("规则修改 1：公示天数，5 个工作日 → 7 个工作日", book.Value($"A{book.RowOf("规则修改")}") as string, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_gets_the_own_committee_s_form_and_the_school_s_grades_only_once_published()
    {
        var visitor = await app.EnterAsync(Officer);
        Assert.Equal(HttpStatusCode.OK, (await visitor.PostAsync($"/rounds/{ThisYear}/forms/summary/1")).StatusCode);
        foreach (var address in new[] { "summary/2", "summary/99", "summary", "summary/archive", "investigation/2", "investigation/archive", "rectification/2", "rectification", "rectification/archive" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/rounds/{ThisYear}/forms/{address}")).StatusCode);
        var page = await (await visitor.GetAsync($"/rounds/{ThisYear}/forms")).Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("计算机学院", page, StringComparison.Ordinal);

        Assert.All(await GradesAsync(visitor, ThisYear), Assert.Null);
        Assert.All(await GradesAsync(visitor, LastYear), grade => Assert.Contains(grade, new object[] { "A", "B", "C", "D" }));
    }

    [Fact]
    public async Task Without_a_first_review_the_page_says_what_is_needed()
    {
        var visitor = await app.EnterAsync(Librarian);
        Assert.Contains("要有第一份初评结果", await (await visitor.GetAsync($"/rounds/{ThisYear}/forms")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.PostAsync($"/rounds/{ThisYear}/forms/summary/6")).StatusCode);
    }

    [Fact]
    public async Task Whoever_does_not_hand_out_forms_finds_none()
    {
        var visitor = await app.EnterAsync(Inspector);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/rounds/{ThisYear}/forms")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/rounds/{ThisYear}/forms/summary/1")).StatusCode);
    }

    [Theory]
    [InlineData("investigation", "附表3")]
    [InlineData("summary", "附表4")]
    [InlineData("rectification", "附表5")]
    public async Task An_archive_holds_a_workbook_of_every_committee(string form, string label)
    {
        var visitor = await app.EnterAsync(Department);
        var done = await visitor.PostAsync($"/rounds/{ThisYear}/forms/{form}/archive");
        var file = await visitor.GetAsync($"{done.RequestMessage!.RequestUri!.AbsolutePath}/file");
        for (var tries = 0; file.StatusCode == HttpStatusCode.NotFound && tries < 300; tries++)
        {
            await Task.Delay(100, Cancellation);
            file = await visitor.GetAsync($"{done.RequestMessage!.RequestUri!.AbsolutePath}/file");
        }

        await using var archive = new ZipArchive(await file.Content.ReadAsStreamAsync(Cancellation));
        Assert.Equal(6, archive.Entries.Count);
        Assert.Equal($"{label}-{SchoolTime.DayOf(DateTime.UtcNow).Year}-材料科学与工程学院党委.xlsx", archive.Entries[0].Name);
    }

    [Fact]
    public async Task An_officer_gets_附表3_of_the_own_branches_together_and_one_by_one_a_secretary_none()
    {
        var visitor = await app.EnterAsync(Officer);
        var together = await visitor.PostAsync($"/rounds/{LastYear}/forms/investigation/1");
        Assert.Equal($"附表3-{SchoolTime.DayOf(DateTime.UtcNow).Year - 1}-材料科学与工程学院党委.xlsx", together.Content.Headers.ContentDisposition!.FileNameStar);
        using var book = new Workbook(await together.Content.ReadAsByteArrayAsync(Cancellation), 0);
        Assert.Equal(10, book.SheetNames.Count);
        Assert.Equal("1 材料学系教师党支部", book.SheetName);

        var (own, foreign) = (await ParticipantAsync("硕士生第一党支部", 1), await ParticipantAsync("硕士生第一党支部", 2));
        using var single = new Workbook(await (await visitor.PostAsync($"/rounds/{LastYear}/forms/investigation/branches/{own}")).Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal("1 硕士生第一党支部", single.SheetName);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/rounds/{LastYear}/forms/investigation/branches/{foreign}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/rounds/{ThisYear}/forms/investigation/branches/{own}")).StatusCode);
        Assert.Contains($"forms/investigation/branches/{own}", await BranchPageAsync(visitor), StringComparison.Ordinal);

        var secretary = await app.EnterAsync(Secretary);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.PostAsync($"/rounds/{LastYear}/forms/investigation/branches/{own}")).StatusCode);
        Assert.DoesNotContain("forms/investigation", await BranchPageAsync(secretary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_makes_附表5_list_every_branch()
    {
        var visitor = await app.EnterAsync(Officer);
        using (var few = new Workbook(await (await visitor.PostAsync($"/rounds/{LastYear}/forms/rectification/1")).Content.ReadAsByteArrayAsync(Cancellation)))
            Assert.Throws<InvalidOperationException>(() => few.RowOf("材料学系教师党支部", 'B'));
        await SetListsAllAsync(true);
        using (var all = new Workbook(await (await visitor.PostAsync($"/rounds/{LastYear}/forms/rectification/1")).Content.ReadAsByteArrayAsync(Cancellation)))
            Assert.Equal(5, all.RowOf("材料学系教师党支部", 'B'));
        await SetListsAllAsync(false);
    }

    [Fact]
    public async Task The_demo_school_stands_in_the_middle_of_its_year_with_something_for_everybody()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GradingDbContext>();
        var round = await db.Rounds.WithParts().SingleAsync(round => round.Id == ThisYear, Cancellation);
        var result = await db.GradeAsync(round, Cancellation);

        Assert.Equal(RoundStage.Open, round.Stage);
        Assert.Equal(9, result.Places);
        Assert.Equal(2, result.TiesToDecide);
        Assert.Single(result.Outcomes, outcome => outcome.Decided is not null);
        Assert.Single(result.Outcomes, outcome => outcome.Candidate.Vetoed);
        Assert.Single(result.Outcomes, outcome => outcome.Lines.Any(line => line.Limit == Limit.LevelSkipping));
        Assert.Contains(result.Outcomes, outcome => outcome.Lines.Any(line => line.Limit == Limit.Cap) && !outcome.TieToDecide);
        Assert.Equal(9, result.Outcomes.Count(outcome => !outcome.IsGradable));
        Assert.Null(DecisionRules.WhyNot(result));
        Assert.Equal(RoundStage.Final, (await db.Rounds.WithParts().SingleAsync(round => round.Id == LastYear, Cancellation)).Stage);
        Assert.Null(await AuditTrail.FirstBrokenAsync(db, Cancellation));
    }

    [Fact]
    public async Task The_demo_school_s_branches_have_come_as_far_as_there_are_stages_to_come_to()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GradingDbContext>();
        var viewer = new Viewer(0, 0, "陈立群", new HashSet<string> { Roles.OrganizationDepartment });
        var progress = await db.BranchProgressAsync(ThisYear, viewer, Cancellation);

        BranchStage StageOf(string branch, int committee) => progress.Single(row => row.BranchName == branch && row.CommitteeId == committee).Stage;
        Assert.Equal(BranchStage.NotStarted, StageOf("退休教工党支部", 1));
        Assert.Equal(BranchStage.Filling, StageOf("硕士生第一党支部", 1));
        Assert.Equal(BranchStage.Returned, StageOf("硕士生第一党支部", 2));
        Assert.Equal(BranchStage.Submitted, StageOf("硕士生第二党支部", 1));
        Assert.Equal(BranchStage.UnderReview, StageOf("材料实验中心党支部", 1));
        Assert.Equal(BranchStage.Reviewed, StageOf("博士生党支部", 1));
        Assert.Equal(BranchStage.Reported, StageOf("饮食服务中心党支部", 5));
        Assert.Equal(BranchStage.Decided, StageOf("党委办公室、校长办公室党支部", 4));
        Assert.Equal("支部书记上月接任，材料正在交接，月底前补报", (await db.Reports.Include(report => report.Missing).SingleAsync(report => report.RoundId == ThisYear, Cancellation)).Missing[0].Reason);

        // What is half filled in lacks one item and half of its texts; what came back names items and reasons.
        var half = await PapersAsync("硕士生第一党支部", 1);
        Assert.Single(half.Missing(), missing => missing.Part == AssessmentPart.Items);
        Assert.DoesNotContain(half.Missing(), missing => missing.Part is AssessmentPart.Basics or AssessmentPart.Investigation);
        Assert.Equal(3, await db.SelfAssessments.Where(row => row.ReturnedAt != null).SelectMany(row => row.Returns).SelectMany(given => given.Parts).CountAsync(Cancellation));
        var started = await db.FindPapersAsync(await IdOfAsync("材料实验中心党支部", 1), viewer, Cancellation);
        Assert.Contains(started!.Review.Items, item => started.Review.Differs(item) && started.Review.ScoreOf(item)!.Note.Length > 0);
        Assert.Null(started.Review.Review!.CompletedAt);

        // Last year's papers of the same branches are all there.
        Assert.Equal(22, await db.Reviews.CountAsync(review => review.Participant.RoundId == LastYear && review.Total != null, Cancellation));
        Assert.True(await db.Problems.CountAsync(problem => problem.Participant.RoundId == LastYear, Cancellation) > 60);

        Task<int> IdOfAsync(string branch, int committee) => db.Participants
            .Where(row => row.RoundId == ThisYear && row.CommitteeId == committee && row.BranchName == branch).Select(row => row.Id).SingleAsync(Cancellation);
        async Task<SelfAssessmentPaper> PapersAsync(string branch, int committee) => (await db.FindPapersAsync(await IdOfAsync(branch, committee), viewer, Cancellation))!.Self;
    }

    private static async Task<object?[]> GradesAsync(DemoApp.Visitor visitor, int round)
    {
        var response = await visitor.PostAsync($"/rounds/{round}/forms/summary/1");
        using var book = new Workbook(await response.Content.ReadAsByteArrayAsync(Cancellation));
        return [.. Enumerable.Range(5, 10).Select(row => book.Value($"N{row}"))];
    }

    private async Task<string> BranchPageAsync(DemoApp.Visitor visitor)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<GradingDbContext>().Branches
            .Where(branch => branch.Name == "硕士生第一党支部" && branch.CommitteeId == 1).Select(branch => branch.Id).SingleAsync(Cancellation);
        return await (await visitor.GetAsync($"/branches/{id}")).Content.ReadAsStringAsync(Cancellation);
    }

    private async Task<int> ParticipantAsync(string branch, int committee)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GradingDbContext>().Participants
            .Where(participant => participant.RoundId == LastYear && participant.CommitteeId == committee && participant.BranchName == branch).Select(participant => participant.Id).SingleAsync(Cancellation);
    }

    private async Task SetListsAllAsync(bool all)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GradingDbContext>();
        (await db.Settings.SingleAsync(Cancellation)).RectificationListsAll = all;
        db.Audit.Describe(AuditEvent.SettingsChanged, "附表5");
        await db.SaveChangesAsync(Cancellation);
    }

    private async Task<int> ExportsAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GradingDbContext>().AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.FormExported) && entry.Subject!.Contains("江州大学"), Cancellation);
    }
}
