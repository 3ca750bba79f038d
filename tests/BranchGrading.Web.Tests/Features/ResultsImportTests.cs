using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features;

public sealed class ResultsImportTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private const string Header = "二级党组织,党支部名称,自评得分,初评得分,党员-应到,党员-发出,党员-收回,党员-有效,党员-好,党员-较好,党员-一般,党员-差";

    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("school-62")]
    [InlineData("school-243")]
    public async Task A_school_comes_in_from_its_files_and_is_graded_as_the_rules_say(string school)
    {
        var expected = Samples.Grades(school);
        _world = await World.EmptyAsync(app);
        var browser = await _world.AsAsync(Actor.Department);
        foreach (var kind in new[] { "roster", "past-grades" })
        {
            var (checkedFile, _) = await browser.CheckAsync(kind, $"{kind}.xlsx", Samples.Bytes($"{school}/{kind}.xlsx"));
            await browser.ConfirmAsync(checkedFile);
        }

        var roundId = await _world.PrepareAsync();
        await browser.WorkAsync(await browser.PostFormAsync($"/rounds/{roundId}/opening", $"/rounds/{roundId}/opening"));
        var (address, page) = await browser.CheckResultsAsync(roundId, "results.xlsx", Samples.Bytes($"{school}/results.xlsx"));
        Assert.DoesNotContain("行有错误", page.Text);
        await browser.ConfirmAsync(address);

        var result = await _world.ResultAsync(roundId);
        Assert.Equal((expected.Participants, expected.Places), (result.Outcomes.Count, result.Places));
        var got = result.Outcomes.ToDictionary(outcome => (outcome.Candidate.CommitteeName, outcome.Candidate.BranchName));
        foreach (var branch in expected.Branches)
        {
            var outcome = got[(branch.Committee, branch.Name)];
            var limits = outcome.Lines.Where(line => line.Limit is not (Limit.TieToDecide or Limit.Missing)).Select(line => line.Limit.Word());
            Assert.Equal(
                (branch.Name, branch.Composite, branch.MemberSatisfaction, branch.MassSatisfaction, branch.Grade, branch.TieToDecide, branch.Gradable, branch.Previous, string.Join(' ', branch.Limits ?? [])),
                (outcome.Candidate.BranchName, outcome.Composite, outcome.MemberSatisfaction, outcome.MassSatisfaction, outcome.Grade?.ToString(), outcome.TieToDecide, outcome.IsGradable,
                    outcome.Candidate.PreviousGrade?.ToString(), string.Join(' ', limits)));
        }

        // What the desk shows is what was computed.
        var rows = (await browser.GetPageAsync($"/rounds/{roundId}/grades")).Document.QuerySelectorAll(".desk-table tr[data-f]");
        Assert.Equal(expected.Participants, rows.Length);
        foreach (var row in rows)
        {
            var outcome = got[(row.QuerySelector(".unit")!.TextContent.Trim(), row.QuerySelector("th")!.TextContent.Trim())];
            Assert.Equal(outcome.Composite?.ToString("0.00") ?? "", row.QuerySelector(".total")!.TextContent.Trim());
            Assert.Contains(outcome.Computed?.ToString() ?? "", row.QuerySelector("[data-label=计算]")!.TextContent);
        }

        // The same file once more changes nothing.
        Assert.Contains("行都和现有内容一致", (await browser.CheckResultsAsync(roundId, "results.xlsx", Samples.Bytes($"{school}/results.xlsx"))).Page.Text);
    }

    [Fact]
    public async Task An_officer_imports_the_own_committee_and_nothing_else()
    {
        var roundId = await _world.OpenAsync();
        var officer = await _world.AsAsync(Actor.Officer);
        var (address, page) = await officer.CheckResultsAsync(roundId, "结果.csv", Desk.Csv(
            "二级党组织,党支部名称,自评得分,初评得分", $"{World.Materials},{World.Own},91,90.5", $"{World.Computing},{World.Foreign},99,99", $"{World.Library},{World.Library},99,99"));
        Assert.Contains("2 行有错误", page.Text);
        Assert.Contains($"「{World.Computing}」不是您负责的二级党组织", page.Text);
        await officer.ConfirmAsync(address);
        var reviews = await app.InDbAsync(db => db.Reviews.Select(review => review.Participant.BranchName + " " + review.ImportedTotal).ToListAsync());
        Assert.Equal($"{World.Own} 90.5", Assert.Single(reviews).TrimEnd('0'));
    }

    [Fact]
    public async Task A_score_of_the_school_comes_from_the_department_alone()
    {
        var roundId = await _world.OpenAsync();
        var file = Desk.Csv("二级党组织,党支部名称,自评得分,初评得分,学校评分", $"{World.Materials},{World.Own},91,90,70");
        var officer = await _world.AsAsync(Actor.Officer);
        var (_, refused) = await officer.CheckResultsAsync(roundId, "结果.csv", file);
        Assert.Contains("学校评分只能由党委组织部导入", refused.Text);
        Assert.Null(refused.Document.QuerySelector("form[action$=confirmation] button"));

        var department = await _world.AsAsync(Actor.Department);
        await department.ConfirmAsync((await department.CheckResultsAsync(roundId, "结果.csv", file)).Address);
        Assert.Equal(70m, await app.InDbAsync(db => db.SchoolEvaluations.Select(school => school.Rescore).SingleAsync()));
    }

    [Fact]
    public async Task A_direct_branch_s_secretary_imports_its_own_result()
    {
        var roundId = await _world.OpenAsync();
        var browser = await _world.AsAsync(Actor.DirectSecretary);
        var (address, page) = await browser.CheckResultsAsync(roundId, "结果.csv", Desk.Csv("二级党组织,党支部名称,自评得分", $"{World.Library},{World.Library},88"));
        Assert.DoesNotContain("行有错误", page.Text);
        await browser.ConfirmAsync(address);
        Assert.Equal(1, await app.InDbAsync(db => db.SelfAssessments.CountAsync()));
    }

    [Fact]
    public async Task Nobody_imports_the_result_of_a_branch_that_he_leads()
    {
        await app.SaveAsync(async db =>
        {
            var officer = await db.People.SingleAsync(person => person.Name == "组织员1");
            var branch = await db.Branches.Include(row => row.Terms).ThenInclude(term => term.Person).SingleAsync(row => row.Name == "材料机关支部");
            branch.AppointSecretary(officer, new DateOnly(2012, 3, 1), null, new DateOnly(2012, 3, 20));
        });
        var roundId = await _world.OpenAsync();
        var (_, page) = await (await _world.AsAsync(Actor.Officer)).CheckResultsAsync(roundId, "结果.csv", Desk.Csv("二级党组织,党支部名称,自评得分,初评得分", $"{World.Materials},材料机关支部,95,95"));
        Assert.Contains("按回避要求", page.Text);
    }

    [Theory]
    [InlineData("20,20,20,20,15,3,1,2", "好、较好、一般、差合计 21 张")]
    [InlineData("20,20,18,20,15,3,1,1", "多于收回的 18 张")]
    [InlineData("20,18,20,20,15,3,1,1", "收回 20 张多于发出的 18 张")]
    [InlineData("20,20,20,,15,3,1,1", "票数没有填全，缺「有效」")]
    [InlineData(",20,20,20,15,3,1,1", "票数没有填全，缺「应到」")]
    [InlineData("20,20,20,20,-1,19,1,1", "")]
    [InlineData("20,20,20,20,1.5,16.5,1,1", "")]
    public async Task Ballots_that_do_not_add_up_are_an_error_of_their_row(string ballots, string reason)
    {
        var roundId = await _world.OpenAsync();
        var (_, page) = await (await _world.AsAsync(Actor.Officer)).CheckResultsAsync(roundId, "结果.csv", Desk.Csv(Header, $"{World.Materials},{World.Own},91,90,{ballots}"));
        Assert.Contains("1 行有错误", page.Text);
        Assert.Contains(reason, page.Text);
    }

    [Fact]
    public async Task More_ballots_than_members_are_a_warning()
    {
        var roundId = await _world.OpenAsync();
        var (_, page) = await (await _world.AsAsync(Actor.Officer)).CheckResultsAsync(roundId, "结果.csv", Desk.Csv(Header, $"{World.Materials},{World.Own},91,90,18,20,20,20,15,3,1,1"));
        Assert.DoesNotContain("行有错误", page.Text);
        Assert.Contains("多于应到 18 人", page.Text);
    }

    [Theory]
    [InlineData("101,90")]
    [InlineData("-1,90")]
    [InlineData("九十,90")]
    [InlineData("90,1e3")]
    public async Task A_score_that_is_none_is_an_error(string scores)
    {
        var roundId = await _world.OpenAsync();
        var (_, page) = await (await _world.AsAsync(Actor.Officer)).CheckResultsAsync(roundId, "结果.csv", Desk.Csv("二级党组织,党支部名称,自评得分,初评得分", $"{World.Materials},{World.Own},{scores}"));
        Assert.Contains("1 行有错误", page.Text);
    }

    [Fact]
    public async Task Columns_that_a_table_does_not_have_stay_as_they_are()
    {
        var roundId = await _world.GradeAsync();
        var officer = await _world.AsAsync(Actor.Officer);
        await officer.ConfirmAsync((await officer.CheckResultsAsync(roundId, "结果.csv", Desk.Csv("二级党组织,党支部名称,初评得分", $"{World.Materials},{World.Own},77"))).Address);
        var outcome = (await _world.ResultAsync(roundId)).Outcomes.Single(row => row.Candidate.BranchName == World.Own);
        Assert.Equal((85m, 77m, 90m), (outcome.SelfScore, outcome.Superior, outcome.MemberSatisfaction));
    }

    [Fact]
    public async Task Results_go_into_an_open_round_only()
    {
        var preparing = await _world.PrepareAsync(2013);
        var published = await _world.PublishAsync();
        var department = await _world.AsAsync(Actor.Department);
        var file = Desk.Csv("二级党组织,党支部名称,初评得分", $"{World.Materials},{World.Own},77");
        foreach (var (round, reason) in new[] { (preparing, "本年度还没有开始"), (published, "等级已经公示") })
        {
            var answer = await department.UploadAsync($"/rounds/{round}/results/new", $"/rounds/{round}/results", "结果.csv", file);
            Assert.Equal(409, answer.Code);
            Assert.Contains(reason, answer.Text);
        }
    }

    [Fact]
    public async Task What_was_checked_before_the_publication_is_not_written_after_it()
    {
        var roundId = await _world.GradeAsync();
        var officer = await _world.AsAsync(Actor.Officer);
        var (address, _) = await officer.CheckResultsAsync(roundId, "结果.csv", Desk.Csv("二级党组织,党支部名称,初评得分", $"{World.Materials},{World.Own},77"));
        var fields = (await officer.GetPageAsync(address)).FillIn(address + "/confirmation", address);
        var department = await _world.AsAsync(Actor.Department);
        await department.WorkAsync(await department.PublishAsync(roundId));
        var answer = await officer.WorkAsync(await officer.SendAsync(address + "/confirmation", fields));
        Assert.Contains("等级已经公示", answer.Text);
        Assert.Equal(85m, await app.InDbAsync(db => db.Reviews.Where(review => review.Participant.BranchName == World.Own).Select(review => review.ImportedTotal).SingleAsync()));
    }

    [Fact]
    public async Task A_veto_against_a_decision_is_refused_and_one_without_it_gives_D()
    {
        var roundId = await _world.GradeAsync();
        var department = await _world.AsAsync(Actor.Department);
        Assert.Equal(302, (await department.DecideAsync(await _world.ParticipantAsync(roundId, World.Own), Grade.C)).Code);
        var (address, page) = await department.CheckResultsAsync(roundId, "结果.csv", Desk.Csv("二级党组织,党支部名称,一票否决", $"{World.Materials},{World.Own},是", $"{World.Computing},{World.Foreign},是"));
        Assert.Contains("学校已经决定评为 C，不能再一票否决", page.Text);
        await department.ConfirmAsync(address);
        Assert.Equal((Grade.C, Grade.D), (await _world.GradeOfAsync(roundId, World.Own), await _world.GradeOfAsync(roundId, World.Foreign)));
    }
}
