using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Web.Views.Plans;

/// <summary>One item of a plan being written.</summary>
public sealed record ItemEditPage(PlanPaper Paper, PlanItem? Item, ItemForm Form)
{
    public string PlanAddress => PlanPage.AddressOf(Paper.Participant.Id);

    public string Address => Item is null ? $"{PlanAddress}/items" : $"{PlanAddress}/items/{Item.Id}";

    public string Title => Item is null ? "加一项" : $"第 {PlanActs.Number(Paper.Plan!, Item)} 项";

    public string? Hint => VagueMeasure.HintFor(Form.Measure ?? "");
}
