using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features;

/// <summary>What an import must not do: write rows it calls wrong, mix up units, or lead a round where no act could.</summary>
public sealed class ImportSafetyTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private HttpClient _department = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_row_in_error_leaves_no_trace_beside_rows_that_are_written()
    {
        await app.SaveAsync(db =>
        {
            db.Add(new Person("何建国", "19871001", null, null));
            return Task.CompletedTask;
        });
        var before = await app.InDbAsync(db => db.Branches.AsNoTracking().SingleAsync(branch => branch.Name == World.Own));
        var (address, page) = await _department.CheckAsync("roster", "名册.csv", Desk.Csv(
            "二级党组织,党组织类别,党支部名称,支部类型,书记姓名,登录名,正式党员数",
            "全新学院党委,基层党委,新一支部,教师,张三,19871001,9",
            $"{World.Materials},,{World.Own},教师,张三三,19871001,999",
            "另一学院党委,基层党委,好支部,教师,李四,20991001,9"));
        Assert.Contains("2 行有错误", page.Text);
        await _department.ConfirmAsync(address);
        Assert.Equal(["另一学院党委"], await app.InDbAsync(db => db.Committees.Where(committee => committee.Name.StartsWith("全新") || committee.Name.StartsWith("另一")).Select(committee => committee.Name).ToListAsync()));
        Assert.Equal(before.FullMembers, await app.InDbAsync(db => db.Branches.Where(branch => branch.Name == World.Own).Select(branch => branch.FullMembers).SingleAsync()));
    }

    [Fact]
    public async Task A_unit_may_take_the_name_that_another_gives_up_in_the_same_file()
    {
        await app.SaveAsync(async db =>
        {
            var unit = await db.Committees.SingleAsync(committee => committee.Name == World.Materials);
            unit.Edit(unit.Name, unit.Kind, "M1");
        });
        var (address, _) = await _department.CheckAsync("roster", "名册.csv", Desk.Csv(
            "二级党组织,党组织编号,党组织类别,党支部名称,支部类型",
            $"材料新党委,M1,,{World.Own},教师",
            $"{World.Materials},M2,基层党委,新支部,教师"));
        await _department.ConfirmAsync(address);
        var units = await app.InDbAsync(db => db.Committees.Where(committee => committee.Code == "M1" || committee.Code == "M2").OrderBy(committee => committee.Code)
            .Select(committee => new { committee.Name, Branches = committee.Branches.Select(branch => branch.Name).ToList() }).ToListAsync());
        Assert.Equal(["材料新党委", World.Materials], units.Select(unit => unit.Name));
        Assert.Contains(World.Own, units[0].Branches);
        Assert.Equal(["新支部"], units[1].Branches);
    }

    [Fact]
    public async Task An_earlier_grade_that_forbids_what_is_decided_is_not_imported()
    {
        var roundId = await _world.GradeAsync(scores: (World.Own, 95m));
        Assert.Equal(302, (await _department.DecideAsync(await _world.ParticipantAsync(roundId, World.Own), Grade.A)).Code);
        var (address, _) = await _department.CheckAsync("past-grades", "等级.csv", Desk.Csv("年度,二级党组织,党支部名称,等级", $"2011,{World.Materials},{World.Own},D"));
        var answer = await _department.ConfirmAsync(address);
        Assert.Contains("没有写入", answer.Text);
        Assert.Equal(0, await app.InDbAsync(db => db.PastGrades.CountAsync(grade => grade.Year == 2011 && grade.Branch.Name == World.Own)));
    }

    [Fact]
    public async Task A_grade_of_the_year_that_is_being_graded_is_an_error_of_its_row()
    {
        await _world.OpenAsync();
        var (_, page) = await _department.CheckAsync("past-grades", "等级.csv", Desk.Csv("年度,二级党组织,党支部名称,等级", $"2012,{World.Materials},{World.Own},D"));
        Assert.Contains("2012 年度正在评定", page.Text);
    }

    [Theory]
    [InlineData(-1, 302)]
    [InlineData(0, 409)]
    public async Task An_officer_hands_in_until_the_deadline_and_no_longer(int milliseconds, int code)
    {
        var roundId = await _world.OpenAsync();
        var officer = await _world.AsAsync(Actor.Officer);
        var report = await app.InDbAsync(db => db.Rounds.Select(round => round.Deadlines.Report).SingleAsync());
        app.Clock.AdjustTime(report.AddMilliseconds(milliseconds));
        officer = await _world.SignInAsync(World.UserName(Actor.Officer));
        var answer = await officer.UploadAsync($"/rounds/{roundId}/results/new", $"/rounds/{roundId}/results", "结果.csv",
            Desk.Csv("二级党组织,党支部名称,自评得分", $"{World.Materials},{World.Own},88"));
        Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task An_inspector_who_is_an_officer_too_writes_for_the_own_committee_only()
    {
        var roundId = await _world.OpenAsync();
        await app.SaveAsync(async db =>
        {
            var account = await db.Users.Include(account => account.RoleLinks).SingleAsync(account => account.Id == _world.Account(Actor.Officer));
            account.Grant(await db.Roles.Where(role => role.Name == Data.Identity.Roles.Inspector).Select(role => role.Id).SingleAsync());
        });
        var both = await _world.SignInAsync(World.UserName(Actor.Officer));
        var (_, page) = await both.CheckResultsAsync(roundId, "结果.csv", Desk.Csv("二级党组织,党支部名称,自评得分", $"{World.Computing},{World.Foreign},88"));
        Assert.Contains("不是您负责的二级党组织", page.Text);
    }
}
