using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Standards;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.StandardItems;

/// <summary>The form of an item; without one it is a new one of the head.</summary>
public sealed record ItemPage(ScoringStandard Standard, StandardHead Head, StandardItem? Item, ItemForm Form)
{
    public IReadOnlyList<BranchType> Types => Standard.Kind.BranchTypes();

    public string Address => Item is null ? $"/standards/{Standard.Id}/heads/{Head.Id}/items" : $"/standards/{Standard.Id}/items/{Item.Id}";

    /// <summary>The form as typed, with one more row; what is not yet right is not complained of.</summary>
    public ItemPage WithAnotherRow(ModelStateDictionary modelState)
    {
        foreach (var entry in modelState.Values)
            entry.Errors.Clear();
        Form.WithRows(Form.Options.Count + 1);
        return this;
    }
}
