using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Plans;

/// <summary>What the tests of plans begin with.</summary>
internal static class Planning
{
    public const string Measure = "每月第一周开一次组织生活会，张三考勤";

    /// <summary>A plan of one complete item, written through the model, as far as told.</summary>
    public static Task<ImprovementPlan> PlanAsync(this World world, int participantId, bool isSubmitted = false, bool isApproved = false, string leader = "") => world.App.SaveAsync(async db =>
    {
        var now = world.App.Clock.GetUtcNow().UtcDateTime;
        var plan = new ImprovementPlan(await db.Participants.SingleAsync(row => row.Id == participantId), PlanKind.Rectify, "书记", now);
        plan.Describe(PlanKind.Rectify, leader);
        plan.Add(PlanItemOrigin.Own, "组织生活记录不全", "没有专人负责", Measure, Grade.B, "张三", null, new DateOnly(2012, 9, 30));
        if (isSubmitted || isApproved)
            plan.Submit(null, "书记", now);
        if (isApproved)
            plan.Approve("组织员", now);
        db.Add(plan);
        return plan;
    });

    /// <summary>A final round in which the named branches have these scores.</summary>
    public static async Task<int> FinalAsync(this World world, int year = 2012, params (string Branch, decimal Score)[] scores)
    {
        var round = await world.PublishAsync(year, new RoundRules { PublicityDays = 0 }, scores);
        await world.MakeFinalAsync(round);
        return round;
    }

    /// <summary>Publishes a round that has everything.</summary>
    public static Task PublishGradesAsync(this World world, int round)
    {
        var now = world.App.Clock.GetUtcNow().UtcDateTime;
        return world.App.InDbAsync(db => db.PublishAsync(round, new(DateOnly.FromDateTime(now), "校党字〔2012〕1 号"), "部长", now, DateOnly.FromDateTime(now), CancellationToken.None));
    }

    public static Task MakeFinalAsync(this World world, int round)
    {
        var now = world.App.Clock.GetUtcNow().UtcDateTime;
        return world.App.InDbAsync(db => db.MakeFinalAsync(round, "部长", now, DateOnly.FromDateTime(now), CancellationToken.None));
    }

    /// <summary>Moves a branch to another committee, as the department does.</summary>
    public static Task MoveAsync(this World world, string branch, string committee) => world.App.SaveAsync(async db =>
        db.Entry(await db.Branches.SingleAsync(row => row.Name == branch)).Property(row => row.CommitteeId).CurrentValue = world.Committee(committee));

    /// <summary>Fills in a form of a plan's page and posts it.</summary>
    public static Task<Answer> OnPlanAsync(this HttpClient browser, int participantId, string form, params (string Name, object? Value)[] fields) =>
        browser.PostFormAsync($"/plans/{participantId}", $"/plans/{participantId}{form}", fields);

    /// <summary>Writes an entry to an item by its page.</summary>
    public static async Task<Answer> WriteAsync(this HttpClient browser, int participantId, int itemId, PlanEntryKind kind, string? note, int? percent = null, params (string, byte[])[] files)
    {
        var page = $"/plans/{participantId}/items/{itemId}";
        (string, object?)[] fields = percent is null ? [("Form.Kind", kind), ("Note", note)] : [("Form.Kind", kind), ("Note", note), ("Percent", percent)];
        return await browser.SendFilesAsync(page, page + "/entries", files, fields);
    }

    public static void AssertDone(Answer answer)
    {
        Assert.True(answer.Code == 302, $"{answer.Code}: {answer.Text}");
        Assert.StartsWith("/plans/", answer.Location, StringComparison.Ordinal);
    }
}
