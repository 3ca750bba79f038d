using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Consequences;

public sealed class ConsequenceTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_D_bars_who_led_the_branch_at_the_opening_and_nobody_who_came_later()
    {
        var roundId = await _world.PublishAsync(rules: Domain.Rounds.RoundRules.Default with { PublicityDays = 0 }, scores: (World.Own, 50m));
        var secretary = await app.InDbAsync(db => db.Participants.Where(participant => participant.RoundId == roundId && participant.BranchName == World.Own).Select(participant => participant.SecretaryName).SingleAsync());
        await app.SaveAsync(async db =>
        {
            var branch = await db.Branches.Include(branch => branch.Terms).ThenInclude(term => term.Person).SingleAsync(branch => branch.Name == World.Own);
            branch.AppointSecretary(new Person("后来人", null, null, null), null, null, new DateOnly(2012, 3, 20));
        });
        var now = app.Clock.GetUtcNow().UtcDateTime;
        await app.InDbAsync(db => db.MakeFinalAsync(roundId, "部长", now, DateOnly.FromDateTime(now), CancellationToken.None));
        var page = await (await _world.AsAsync(Actor.Department)).GetPageAsync($"/rounds/{roundId}/consequences");
        Assert.Contains(secretary!, page.Text);
        Assert.Contains("2012年1月1日 至 2012年12月31日", page.Text);
        Assert.Contains("2013年1月1日 至 2013年12月31日", page.Text);
        Assert.DoesNotContain("后来人", page.Text);
    }

    [Fact]
    public async Task A_corrected_secretary_is_the_one_whom_a_D_bars()
    {
        var roundId = await _world.GradeAsync(2012, new Domain.Rounds.RoundRules { PublicityDays = 0 }, (World.Own, 50m));
        var own = await _world.ParticipantAsync(roundId, World.Own);
        var department = await _world.AsAsync(Actor.Department);
        Assert.Equal(302, (await department.PostFormAsync($"/participants/{own}/edit", $"/participants/{own}/edit", ("SecretaryName", "计算机书记"), ("Reason", "登记有误"))).Code);
        await department.WorkAsync(await department.PublishAsync(roundId));
        await department.WorkAsync(await department.PostFormAsync($"/rounds/{roundId}/publication", $"/rounds/{roundId}/finalisation"));
        var page = (await department.GetPageAsync($"/rounds/{roundId}/consequences")).Text;
        Assert.Contains("计算机书记", page);
        Assert.DoesNotContain("材料书记", page);

        var nobody = await _world.ParticipantAsync(await _world.OpenAsync(2013), World.Own);
        Assert.Equal(302, (await department.PostFormAsync($"/participants/{nobody}/edit", $"/participants/{nobody}/edit", ("SecretaryName", "材料书纪"), ("Reason", "写错了字"))).Code);
        Assert.Equal(409, (await department.PostFormAsync($"/participants/{nobody}/edit", $"/participants/{nobody}/edit", ("SecretaryName", "计算机书记"), ("SecretaryNumber", "000"), ("Reason", "登记有误"))).Code);
    }
}
