using BranchGrading.Data.Queries;

namespace BranchGrading.Web.Views.Bars;

/// <summary>A look-up and who was found; nothing found yet before it was asked.</summary>
public sealed record BarPage(BarForm Form, IReadOnlyList<PersonBars>? Found)
{
    public DateOnly Day => Form.Date!.Value;
}
