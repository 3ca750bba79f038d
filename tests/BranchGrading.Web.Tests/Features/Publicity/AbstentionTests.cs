using BranchGrading.Data.Identity;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Publicity;

/// <summary>回避: one of the department who is secretary of a branch leaves objections to it and its correction to others.</summary>
public sealed class AbstentionTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private HttpClient _department = null!;
    private HttpClient _both = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
        await app.SaveAsync(async db => (await db.Users.SingleAsync(account => account.Id == _world.Account(Actor.Secretary)))
            .Grant(await db.Roles.Where(role => role.Name == Roles.OrganizationDepartment).Select(role => role.Id).SingleAsync()));
        _both = await _world.AsAsync(Actor.Secretary);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_objection_to_the_own_branch_is_not_there_for_its_secretary_at_any_step()
    {
        var (roundId, own) = await ObjectedAsync();
        var address = $"/rounds/{roundId}/objections/1";
        var list = await _both.GetPageAsync($"/rounds/{roundId}/objections");
        Assert.Contains("另有 1 件涉及您担任书记的支部，请其他人员办理", list.Text);
        Assert.Null(list.Document.QuerySelector($"a[href='{address}']"));
        Assert.NotNull(list.Document.QuerySelector($"a[href='/rounds/{roundId}/objections/2']"));
        Assert.Null((await _both.GetPageAsync($"/rounds/{roundId}/publication")).Document.QuerySelector($"a[href='{address}']"));
        await RefusedAsync(address, "reception");

        Assert.Equal(302, (await _department.ReceiveAsync(roundId, 1)).Code);
        await RefusedAsync(address, "findings");
        Assert.Equal(302, (await _department.CheckAsync(roundId, 1)).Code);
        Assert.Equal(404, (await _both.GetPageAsync($"{address}/revision")).Code);
        foreach (var step in new[] { "answer", "revision/preview", "revision" })
            await RefusedAsync(address, step);
        Assert.Null(await app.InDbAsync(db => db.Objections.Where(row => row.Number == 1).Select(row => row.AnsweredAt).SingleAsync()));

        // The other objection is as good as anybody's.
        Assert.Equal(302, (await _both.ReceiveAsync(roundId, 2)).Code);
        Assert.True(own > 0);
    }

    [Fact]
    public async Task An_objection_to_the_own_branch_is_entered_by_others()
    {
        var (roundId, own) = await ObjectedAsync();
        var refused = await _both.PostFormAsync($"/rounds/{roundId}/objections/new", $"/rounds/{roundId}/objections", ("ParticipantId", own), ("Channel", "Phone"), ("Statement", "电话里说的"));
        Assert.Equal(409, refused.Code);
        Assert.Contains("请由其他人员办理（回避）", refused.Text);
        Assert.Contains("电话里说的", refused.Html);
        Assert.Equal(2, await app.InDbAsync(db => db.Objections.CountAsync()));
    }

    [Fact]
    public async Task The_own_branch_is_corrected_by_others()
    {
        var roundId = await _world.PublishAsync(2012, new RoundRules { PublicityDays = 0 }, (World.Own, 96), (World.Foreign, 95));
        await app.InDbAsync(db => db.MakeFinalAsync(roundId));
        var (own, foreign) = (await _world.ParticipantAsync(roundId, World.Own), await _world.ParticipantAsync(roundId, World.Foreign));
        Assert.Equal(409, (await _both.GetPageAsync($"/rounds/{roundId}/corrections/new?branch={own}")).Code);
        var filled = await _department.FillInAsync($"/rounds/{roundId}/corrections/new?branch={own}", $"/rounds/{roundId}/corrections", ("Grade", Grade.B), ("Reason", "票数有误"), ("DocumentNumber", "30 号"));
        var refused = await _both.SendAsync($"/rounds/{roundId}/corrections", [.. filled.Where(field => field.Key.StartsWith("Form.", StringComparison.Ordinal)), .. await _both.TokensAsync()]);
        Assert.Equal(409, refused.Code);
        Assert.Contains("请由其他人员办理（回避）", refused.Text);
        Assert.Equal(0, await app.InDbAsync(db => db.GradeChanges.CountAsync()));
        Assert.Equal(302, (await _both.CorrectAsync(roundId, foreign, Grade.B)).Code);
    }

    /// <summary>A published round with an objection to the branch that the account of the department leads, and another to one that it does not lead.</summary>
    private async Task<(int Round, int Own)> ObjectedAsync()
    {
        var roundId = await _world.PublishAsync(2012, null, (World.Own, 96), (World.Foreign, 95));
        var own = await _world.ParticipantAsync(roundId, World.Own);
        var officer = await _world.AsAsync(Actor.Officer);
        await officer.ObjectAsync(roundId, own);
        await officer.ObjectAsync(roundId, await _world.ParticipantAsync(roundId, World.Foreign));
        return (roundId, own);
    }

    private async Task RefusedAsync(string address, string step)
    {
        Assert.Equal(404, (await _both.GetPageAsync(address)).Code);
        Assert.Equal(404, (await _both.SendAsync($"{address}/{step}", [.. await _both.TokensAsync(), KeyValuePair.Create("Findings.Text", "查了"), KeyValuePair.Create("Answer.Text", "维持"), KeyValuePair.Create("Form.Grade", "A")])).Code);
    }
}
