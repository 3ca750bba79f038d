namespace BranchGrading.Domain.Standards;

/// <summary>The words of the methods.</summary>
public static class ItemMethodExtensions
{
    /// <summary>评分, 选项, 扣分, 加分, 测评 or 一票否决.</summary>
    public static string Word(this ItemMethod method) => method switch
    {
        ItemMethod.Points => "评分",
        ItemMethod.Options => "选项",
        ItemMethod.Deduction => "扣分",
        ItemMethod.Bonus => "加分",
        ItemMethod.Vote => "测评",
        ItemMethod.Veto => "一票否决",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };
}
