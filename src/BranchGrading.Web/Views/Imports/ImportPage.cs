using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Imports;

namespace BranchGrading.Web.Views.Imports;

/// <summary>Choosing a file for an import.</summary>
public sealed record ImportPage(IImport Import, GradingRound? Round)
{
    /// <summary>Where the file is sent.</summary>
    public string Address => Round is null ? $"/imports/{Import.Kind}" : $"/rounds/{Round.Id}/{Import.Kind}";
}
