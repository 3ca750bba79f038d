using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Web.Views.Plans;

/// <summary>One item of a plan with everything that happened to it, and what the viewer may write now.</summary>
public sealed record ItemPage(PlanPaper Paper, PlanItem Item, ILookup<int, Attachment> Files, EntryForm Form, DateOnly Today)
{
    public string PlanAddress => PlanPage.AddressOf(Paper.Participant.Id);

    public string Address => $"{PlanAddress}/items/{Item.Id}";

    public int Number => PlanActs.Number(Paper.Plan!, Item);

    public IReadOnlyList<PlanEntryKind> Acts => [.. Paper.ActsOn(Item)];

    public bool May(PlanEntryKind kind) => Acts.Contains(kind);

    /// <summary>The latest first: what one wants to know.</summary>
    public IEnumerable<PlanEntry> Entries => Item.Entries.OrderByDescending(entry => entry.Id);

    public string ContactLeader => Item.ContactLeader.Length > 0 ? Item.ContactLeader : Paper.Plan!.ContactLeader;

    public static string PlaceOf(PlanItem item) => $"item-{item.Id}";
}
