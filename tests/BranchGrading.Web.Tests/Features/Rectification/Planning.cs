using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Tests.Features.Rectification;

/// <summary>Plans of branches, written through the model.</summary>
internal static class Planning
{
    public static readonly DateOnly Due = new(2012, 9, 30);

    /// <summary>A plan with an item for each problem, as far as it is asked for: drafted, handed in, approved.</summary>
    public static async Task<int> PlanAsync(this World world, int roundId, string branch, PlanState state, params string[] problems)
    {
        var (id, now) = (await world.ParticipantAsync(roundId, branch), world.App.Clock.GetUtcNow().UtcDateTime);
        await world.App.SaveAsync(async db =>
        {
            var plan = new ImprovementPlan(await db.Participants.SingleAsync(participant => participant.Id == id), PlanKind.Rectify, "书记", now);
            plan.Describe(PlanKind.Rectify, "李院长");
            foreach (var problem in problems)
                plan.Add(PlanItemOrigin.Own, problem, "重视不够", $"针对「{problem}」每月检查一次", Grade.B, "王强", null, Due);
            if (state != PlanState.Drafting)
                plan.Submit(Grade.D, "书记", now);
            if (state is PlanState.Approved or PlanState.Running)
                plan.Approve("组织员", now);
            if (state == PlanState.Returned)
                plan.Return("写具体些", "组织员", now);
            db.Add(plan);
        });
        return id;
    }

    /// <summary>Something that happens to an item of a running plan now.</summary>
    public static Task OnItemAsync(this World world, int participantId, int index, Func<ImprovementPlan, PlanItem, DateTime, PlanEntry> act) => world.App.SaveAsync(async db =>
    {
        var plan = await db.Plans.Include(plan => plan.Items).ThenInclude(item => item.Entries).AsSplitQuery().SingleAsync(plan => plan.ParticipantId == participantId);
        act(plan, plan.Items.OrderBy(item => item.Order).ElementAt(index), world.App.Clock.GetUtcNow().UtcDateTime);
    });

    public static Task ProgressAsync(this World world, int participantId, int index, int percent, string note) =>
        world.OnItemAsync(participantId, index, (plan, item, at) => plan.Progress(item, percent, note, true, "书记", at));

    public static Task RequestAsync(this World world, int participantId, int index) => world.OnItemAsync(participantId, index, (plan, item, at) => plan.Request(item, "已经做完", true, "书记", at));

    public static async Task AcceptAsync(this World world, int participantId, int index)
    {
        await world.RequestAsync(participantId, index);
        await world.OnItemAsync(participantId, index, (plan, item, at) => plan.Accept(item, "属实", true, "组织员", at));
    }
}
