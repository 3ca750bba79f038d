using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.OrganisationChanges;

/// <summary>What a change leaves to do, or to know, in a round that runs.</summary>
public sealed record FollowUp(string Text, string? LinkText = null, string? Address = null)
{
    /// <summary>For every branch of the change and every round that runs.</summary>
    public static IEnumerable<FollowUp> Of(OrganisationChange change, IReadOnlyList<RoundPlace> places)
    {
        var after = change.After.Select(branch => branch.BranchId).ToHashSet();
        foreach (var (place, branch) in places.Select(place => (place, change.Branches.Last(row => row.BranchId == place.BranchId))))
        {
            if (Of(change.Kind, place, branch.Name, after.Contains(place.BranchId)) is { } todo)
                yield return todo;
        }
    }

    /// <summary>For what branches that ended leave to others.</summary>
    public static IEnumerable<FollowUp> Of(IEnumerable<LeftBehind> ended)
    {
        foreach (var branch in ended)
        {
            if (branch.HasOpenPlan)
            {
                yield return branch.Successor is { } successor
                    ? new($"「{branch.Branch}」没有办完的整改提升计划由「{successor}」接着办。")
                    : new($"「{branch.Branch}」没有办完的整改提升计划不再执行。");
            }

            if (branch.FloatingMembers > 0)
                yield return new($"「{branch.Branch}」登记的流动党员 {branch.FloatingMembers} 人不再计入统计，请登记到接收他们的支部。", "看流动党员", $"/branches/{branch.BranchId}/floating-members");
        }
    }

    private static FollowUp? Of(OrganisationChangeKind kind, RoundPlace place, string name, bool goesOn)
    {
        var isOpen = place.Stage == RoundStage.Open;
        switch (kind)
        {
            case OrganisationChangeKind.Renaming:
                return place.TakesPart ? new($"{place.Year} 年度仍用开始时的名称「{place.Name}」。") : null;
            case OrganisationChangeKind.Move:
                return place.TakesPart ? new($"{place.Year} 年度的自评、初评和报表仍归「{place.Committee}」办理。") : null;
            case OrganisationChangeKind.SecretaryChange:
                return place.TakesPart ? new($"{place.Year} 年度的报表仍写开始时的书记{place.Secretary ?? "（空缺）"}；没有办完的自评由新书记接着办。") : null;
        }

        // The successor of a dissolved branch goes on as it was.
        if (kind == OrganisationChangeKind.Dissolution && goesOn)
            return null;
        if (!goesOn)
        {
            return !place.TakesPart ? null
                : isOpen ? new($"{place.Year} 年度里还有「{place.Name}」；不再评定的，请设为不参加。", "设为不参加", $"/rounds/{place.RoundId}/exclusions/{place.BranchId}")
                : new($"{place.Year} 年度已经公示，「{place.Name}」的等级照常定级，记在它的历史里。");
        }

        if (place.ParticipantId is null)
        {
            return isOpen
                ? new($"{place.Year} 年度已经开始，「{name}」不在其中；要评定的，请补充参评{(kind == OrganisationChangeKind.Founding ? "" : "，然后选定前身等级")}。", "补充参评", $"/rounds/{place.RoundId}/additions/{place.BranchId}")
                : new($"{place.Year} 年度已经公示，「{name}」从下一个年度起参加评定。");
        }

        return kind != OrganisationChangeKind.Founding && place.TakesPart && isOpen
            ? new($"{place.Year} 年度评定「{place.Name}」时，按哪个支部原来的等级执行「每年最多升一级」，由组织部选定；不选就按它自己的。", "选前身等级", $"/participants/{place.ParticipantId}/predecessor")
            : null;
    }
}
