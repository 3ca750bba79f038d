namespace BranchGrading.Domain.Rounds;

/// <summary>The words of a cap's scope.</summary>
public static class CapScopeExtensions
{
    /// <summary>全校, 按支部类型 or 按二级党组织.</summary>
    public static string Word(this CapScope scope) => scope switch
    {
        CapScope.School => "全校",
        CapScope.BranchType => "按支部类型",
        CapScope.Committee => "按二级党组织",
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };
}
