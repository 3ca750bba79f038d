namespace BranchGrading.Web.Exports;

/// <summary>How a cell of a form of blocks looks.</summary>
public enum FormCellLook
{
    Label,
    Middle,
    Left,
    Points,
}
