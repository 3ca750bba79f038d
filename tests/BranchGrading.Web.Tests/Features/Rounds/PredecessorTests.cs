using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Rounds;

/// <summary>The earlier grade of a branch that was merged, split or renamed.</summary>
public sealed class PredecessorTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private const string Old = "材料旧教工支部";

    private World _world = null!;
    private HttpClient _department = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
        await app.SaveAsync(async db =>
        {
            var branch = (await db.Committees.Include(committee => committee.Branches).SingleAsync(committee => committee.Name == World.Materials)).Found(Old, BranchType.Teacher, null, 9);
            branch.Dissolve(new DateOnly(2012, 3, 1));
            db.Add(new PastGrade(branch, 2011, Grade.C, null));
            db.Add(new PastGrade(branch, 2010, Grade.D, null));
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<int> PastAsync(int year) => app.InDbAsync(db => db.PastGrades.Where(grade => grade.Branch.Name == Old && grade.Year == year).Select(grade => grade.Id).SingleAsync());

    [Fact]
    public async Task The_grade_of_a_dissolved_branch_limits_its_successor_and_is_named()
    {
        var roundId = await _world.GradeAsync(2012, null, (World.Own, 96));
        var own = await _world.ParticipantAsync(roundId, World.Own);
        var address = $"/participants/{own}/predecessor";
        Assert.Equal(Grade.A, await _world.GradeOfAsync(roundId, World.Own));
        Assert.Contains(Old, (await _department.GetPageAsync(address)).Text);

        var done = await _department.PostFormAsync(address, address, ("PastGradeId", await PastAsync(2011)), ("Reason", "由旧支部改名而来"));
        Assert.Equal((302, $"/rounds/{roundId}/grades/{own}"), (done.Code, done.Location));
        Assert.Equal(Grade.B, await _world.GradeOfAsync(roundId, World.Own));
        var why = (await _department.GetPageAsync(done.Location!)).Text;
        Assert.Contains($"前身「{Old}」（2011年）为 C", why);
        Assert.Contains("由旧支部改名而来", why);
        // The branch and its committee are told as well.
        Assert.Contains($"前身「{Old}」2011 年", (await (await _world.AsAsync(Actor.Officer)).GetPageAsync($"/reviews/{own}")).Text);

        Assert.Equal(302, (await _department.PostFormAsync(done.Location!, $"{address}/removal")).Code);
        Assert.Equal(Grade.A, await _world.GradeOfAsync(roundId, World.Own));
    }

    [Fact]
    public async Task A_merged_branch_whose_predecessor_is_not_chosen_is_named_until_it_is()
    {
        await _world.RememberAsync(2011, (World.Own, Grade.B), ("材料机关支部", Grade.C));
        var ids = new[] { World.Own, "材料机关支部" }.Select(_world.Branch).ToList();
        var mergers = $"/organisation-changes/mergers/new?branches={ids[0]}&branches={ids[1]}";
        await _department.PostFormAsync(mergers, "/organisation-changes/mergers", ("Into", 0), ("Name", "材料联合支部"), ("On", new DateOnly(2012, 3, 12)));
        var roundId = await _world.GradeAsync(2012);
        var address = $"/participants/{await _world.ParticipantAsync(roundId, "材料联合支部")}/predecessor";
        Assert.Equal("材料联合支部", (await _department.GetPageAsync($"/rounds/{roundId}")).Document.QuerySelector($".notice a[href='{address}']")?.TextContent);
        Assert.DoesNotContain("前身等级", (await (await _world.AsAsync(Actor.Officer)).GetPageAsync($"/rounds/{roundId}")).Text);
        var past = await app.InDbAsync(db => db.PastGrades.Where(grade => grade.BranchId == ids[1]).Select(grade => grade.Id).SingleAsync());
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("PastGradeId", past), ("Reason", "按较低的算"))).Code);
        Assert.Null((await _department.GetPageAsync($"/rounds/{roundId}")).Document.QuerySelector($".notice a[href='{address}']"));
    }

    [Fact]
    public async Task The_opening_counts_the_earlier_grades_of_those_that_take_part()
    {
        await _world.RememberAsync(2011, (World.Own, Grade.B), (World.Foreign, Grade.C));
        var page = await _department.GetPageAsync($"/rounds/{await _world.PrepareAsync()}/opening");
        Assert.Equal("2 个", page.Document.QuerySelectorAll("dt").Single(term => term.TextContent == "有历史等级").NextElementSibling!.TextContent);
    }

    [Fact]
    public async Task A_chosen_predecessor_comes_before_the_branchs_own_grade_and_can_be_changed()
    {
        await _world.RememberAsync(2011, (World.Own, Grade.A));
        var roundId = await _world.GradeAsync(2012, null, (World.Own, 96));
        var address = $"/participants/{await _world.ParticipantAsync(roundId, World.Own)}/predecessor";
        await _department.PostFormAsync(address, address, ("PastGradeId", await PastAsync(2011)), ("Reason", "合并"));
        Assert.Equal(Grade.B, await _world.GradeOfAsync(roundId, World.Own));
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("PastGradeId", await PastAsync(2010)), ("Reason", "按较低的算"))).Code);
        Assert.Equal(Grade.C, await _world.GradeOfAsync(roundId, World.Own));
        Assert.Equal(1, await app.InDbAsync(db => db.PredecessorGrades.CountAsync()));
    }

    [Fact]
    public async Task A_predecessor_that_would_make_a_decision_skip_a_level_is_refused()
    {
        var roundId = await _world.GradeAsync(2012, null, (World.Own, 96));
        var own = await _world.ParticipantAsync(roundId, World.Own);
        Assert.Equal(302, (await _department.DecideAsync(own, Grade.A)).Code);
        var address = $"/participants/{own}/predecessor";
        var refused = await _department.PostFormAsync(address, address, ("PastGradeId", await PastAsync(2011)), ("Reason", "改名"));
        Assert.Equal(409, refused.Code);
        Assert.Contains("不能越级评为 A", refused.Text);
        Assert.Contains("改名", refused.Html);
        Assert.Equal(0, await app.InDbAsync(db => db.PredecessorGrades.CountAsync()));
    }

    [Theory]
    [InlineData(null, "改名")]
    [InlineData(2011, "")]
    public async Task A_grade_and_a_reason_are_needed(int? year, string reason)
    {
        var address = $"/participants/{await _world.ParticipantAsync(await _world.GradeAsync(), World.Own)}/predecessor";
        Assert.Equal(400, (await _department.PostFormAsync(address, address, ("PastGradeId", year is { } of ? await PastAsync(of) : ""), ("Reason", reason))).Code);
    }

    [Fact]
    public async Task A_grade_of_the_branch_itself_or_of_a_later_year_is_no_predecessors()
    {
        await _world.RememberAsync(2013, (World.Foreign, Grade.B));
        await _world.RememberAsync(2011, (World.Own, Grade.B));
        var address = $"/participants/{await _world.ParticipantAsync(await _world.GradeAsync(), World.Own)}/predecessor";
        foreach (var id in await app.InDbAsync(db => db.PastGrades.Where(grade => grade.Branch.Name != Old).Select(grade => grade.Id).ToListAsync()))
            Assert.Equal(409, (await _department.PostFormAsync(address, address, ("PastGradeId", id), ("Reason", "试试"))).Code);
    }

    [Fact]
    public async Task Who_chose_meanwhile_is_not_overwritten()
    {
        var roundId = await _world.GradeAsync();
        var address = $"/participants/{await _world.ParticipantAsync(roundId, World.Own)}/predecessor";
        var early = await _department.GetPageAsync(address);
        await _department.PostFormAsync(address, address, ("PastGradeId", await PastAsync(2011)), ("Reason", "先到"));
        var stale = await _department.SendAsync(address, early.FillIn(address, "", ("PastGradeId", await PastAsync(2010)), ("Reason", "后到")));
        Assert.Equal(409, stale.Code);
        Assert.Contains("先到", stale.Text);
        Assert.Contains("后到", stale.Html);
        Assert.Equal("先到", await app.InDbAsync(db => db.PredecessorGrades.Select(row => row.Reason).SingleAsync()));
    }

    [Fact]
    public async Task What_was_chosen_otherwise_meanwhile_is_not_withdrawn()
    {
        var roundId = await _world.GradeAsync();
        var own = await _world.ParticipantAsync(roundId, World.Own);
        var address = $"/participants/{own}/predecessor";
        await _department.PostFormAsync(address, address, ("PastGradeId", await PastAsync(2011)), ("Reason", "先到"));
        var removal = await _department.FillInAsync($"/rounds/{roundId}/grades/{own}", $"{address}/removal");
        await _department.PostFormAsync(address, address, ("PastGradeId", await PastAsync(2010)), ("Reason", "改选"));
        var stale = await _department.SendAsync($"{address}/removal", removal);
        Assert.Equal(409, stale.Code);
        Assert.Contains("被别人改过", stale.Text);
        Assert.Equal("改选", await app.InDbAsync(db => db.PredecessorGrades.Select(row => row.Reason).SingleAsync()));
    }

    [Fact]
    public async Task A_predecessor_is_no_way_around_the_branchs_own_grade_of_as_late_a_year()
    {
        await _world.RememberAsync(2011, (World.Own, Grade.D));
        var roundId = await _world.GradeAsync(2012, null, (World.Own, 96));
        var address = $"/participants/{await _world.ParticipantAsync(roundId, World.Own)}/predecessor";
        var refused = await _department.PostFormAsync(address, address, ("PastGradeId", await PastAsync(2011)), ("Reason", "拆分"));
        Assert.Equal(409, refused.Code);
        Assert.Contains("本支部 2011 年自己的等级是 D", refused.Text);
        Assert.Equal(Grade.C, await _world.GradeOfAsync(roundId, World.Own));
    }
}
