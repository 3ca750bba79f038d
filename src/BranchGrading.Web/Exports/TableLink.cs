namespace BranchGrading.Web.Exports;

/// <summary>A text that leads somewhere on a page and is only a text in a workbook.</summary>
public sealed record TableLink(string Text, string Address)
{
    public override string ToString() => Text;
}
