using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.Standards;

/// <summary>The standards there are.</summary>
public sealed record StandardList(IReadOnlyList<StandardList.Row> Rows, bool MayRun)
{
    public sealed record Row(int Id, string Name, StandardKind Kind, int VersionNumber, bool IsExample, int Heads, int Items)
    {
        public IReadOnlyList<int> Years { get; init; } = [];
    }
}
