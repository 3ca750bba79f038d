using BranchGrading.Domain.Grading;

namespace BranchGrading.Web.Views.Grades;

/// <summary>One line of the desk's table: a branch, where a group begins, or where the cut of a group lies.</summary>
public sealed record DeskLine(int Place, DeskRow? Row, CapCut? Cut, bool IsShown)
{
    /// <summary>Whether the group begins here; else the line is its cut.</summary>
    public bool Begins { get; init; }
}
