using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Rounds;

/// <summary>Branches that come in after the opening.</summary>
public sealed class AdditionTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private const string New = "材料新建支部";

    private World _world = null!;
    private HttpClient _department = null!;
    private int _roundId;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
        _roundId = await _world.GradeAsync();
        await app.SaveAsync(async db =>
            (await db.Committees.Include(committee => committee.Branches).SingleAsync(committee => committee.Name == World.Materials)).Found(New, BranchType.Teacher, null, 9).Describe(12, 1, 3, null, null));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<string> AddressAsync() => $"/rounds/{_roundId}/additions/{await app.InDbAsync(db => db.Branches.Where(branch => branch.Name == New).Select(branch => branch.Id).SingleAsync())}";

    [Fact]
    public async Task A_branch_founded_after_the_opening_is_taken_in_with_a_reason()
    {
        var list = await _department.GetPageAsync($"/rounds/{_roundId}/additions");
        Assert.Equal([New], list.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        var address = await AddressAsync();
        Assert.Equal(400, (await _department.PostFormAsync(address, address, ("Reason", ""))).Code);
        var done = await _department.PostFormAsync(address, address, ("Reason", "三月新建"));
        Assert.Equal((302, $"/rounds/{_roundId}/participants"), (done.Code, done.Location));
        Assert.Contains("补充参评：三月新建", (await _department.GetPageAsync(done.Location!)).Text);
        Assert.Equal(11, (await _world.ResultAsync(_roundId)).Outcomes.Count);
        Assert.Equal(404, (await _department.GetPageAsync(address)).Code);
        // It works like any other branch, and stands against publication until it is graded.
        Assert.Contains(New, (await _department.GetPageAsync($"/rounds/{_roundId}/publication")).Text);
        Assert.Contains(New, (await (await _world.AsAsync(Actor.Officer)).GetPageAsync($"/rounds/{_roundId}/reviews")).Text);
    }

    [Fact]
    public async Task Where_the_committee_has_reported_the_branch_comes_to_it_like_one_given_back()
    {
        await app.SaveAsync(db =>
        {
            var report = new CommitteeReport(_roundId, _world.Committee(World.Materials));
            report.Submit(new DateOnly(2012, 3, 19), [], [], new DateOnly(2012, 3, 20), "组织员", WebApp.Start.UtcDateTime);
            db.Add(report);
            return Task.CompletedTask;
        });
        var address = await AddressAsync();
        Assert.Contains("已经上报", (await _department.GetPageAsync(address)).Text);
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("Reason", "漏报"))).Code);
        var report = await app.InDbAsync(db => db.Reports.Include(row => row.Returned).SingleAsync());
        var added = await _world.ParticipantAsync(_roundId, New);
        Assert.False(report.Locks(added));
        Assert.True(report.Locks(await _world.ParticipantAsync(_roundId, World.Own)));
        Assert.Equal("补充参评：漏报", report.Returned.Single().Reason);
        var audit = await app.InDbAsync(db => db.AuditEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Event).ToListAsync());
        Assert.Equal(["BranchAddedLate", "ReportReturned"], audit.TakeLast(2));
    }

    [Fact]
    public async Task Two_who_take_the_branch_in_at_once_take_it_in_once()
    {
        var address = await AddressAsync();
        var second = await _world.AsAsync(Actor.SecondDepartment);
        var pages = new[] { await _department.GetPageAsync(address), await second.GetPageAsync(address) };
        var answers = await Task.WhenAll(
            _department.SendAsync(address, pages[0].FillIn(address, "", ("Reason", "甲"))), second.SendAsync(address, pages[1].FillIn(address, "", ("Reason", "乙"))));
        Assert.Equal(1, answers.Count(answer => answer.Code == 302));
        Assert.Equal(11, (await _world.ResultAsync(_roundId)).Outcomes.Count);
    }

    [Fact]
    public async Task A_published_round_takes_nobody_in()
    {
        var published = await _world.PublishAsync(2011);
        Assert.Equal(404, (await _department.GetPageAsync($"/rounds/{published}/additions")).Code);
    }

    [Fact]
    public async Task It_joins_the_committee_as_it_was_frozen_and_may_not_have_a_participants_name()
    {
        await app.SaveAsync(async db => (await db.Committees.Include(committee => committee.Branches).SingleAsync(committee => committee.Name == World.Materials)).Edit("材料与化工学院党委", CommitteeKind.PartyCommittee, "X9"));
        var address = await AddressAsync();
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("Reason", "三月新建"))).Code);
        Assert.Equal([(World.Materials, "D01")], await app.InDbAsync(async db => (await db.Participants.Where(row => row.RoundId == _roundId && row.BranchName == New)
            .Select(row => new { row.CommitteeName, row.CommitteeCode }).ToListAsync()).Select(row => (row.CommitteeName, row.CommitteeCode!))));

        // The old branch has another name by now; in the round it still has its own.
        await app.SaveAsync(async db =>
        {
            var committee = await db.Committees.Include(row => row.Branches).SingleAsync(row => row.Code == "X9");
            committee.Branches.Single(branch => branch.Name == World.Own).Edit("材料教工第一支部", BranchType.Teacher, null);
            committee.Found(World.Own, BranchType.Teacher, null, 10);
        });
        var second = $"/rounds/{_roundId}/additions/{await app.InDbAsync(db => db.Branches.Where(branch => branch.Name == World.Own).Select(branch => branch.Id).SingleAsync())}";
        var refused = await _department.PostFormAsync(second, second, ("Reason", "新建"));
        Assert.Equal(409, refused.Code);
        Assert.Contains("请先更正其中一个的名称", refused.Text);
    }
}
