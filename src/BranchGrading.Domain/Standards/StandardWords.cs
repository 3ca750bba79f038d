using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Standards;

/// <summary>The words on screen of standards, and whom they are for.</summary>
public static class StandardWords
{
    private static readonly BranchType[] Students = [BranchType.Student];
    private static readonly BranchType[] Others = [.. Enum.GetValues<BranchType>().Except(Students)];

    /// <summary>评分, 选项, 扣分, 加分, 测评 or 一票否决.</summary>
    public static string Word(this ItemMethod method) => Words<ItemMethod>.All[method];

    /// <summary>计入满分 or 附加分.</summary>
    public static string Word(this BonusKind kind) => Words<BonusKind>.All[kind];

    /// <summary>学生党支部 or 教工党支部.</summary>
    public static string Word(this StandardKind kind) => Words<StandardKind>.All[kind];

    /// <summary>The types of branches that a standard of the kind is written for.</summary>
    public static IReadOnlyList<BranchType> BranchTypes(this StandardKind kind) => kind == StandardKind.Student ? Students : Others;
}
