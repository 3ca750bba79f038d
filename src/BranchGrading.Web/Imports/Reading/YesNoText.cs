namespace BranchGrading.Web.Imports.Reading;

/// <summary>一票否决 and the like.</summary>
public static class YesNoText
{
    /// <summary>是 or 否; blank means 否.</summary>
    public static Reading<bool> Read(ImportCell cell) => Reading<bool>.Of(cell, filled => filled.Folded switch
    {
        "是" => new(true),
        "否" => new(false),
        _ => Reading<bool>.Refused($"{filled.Shown}看不懂，请填「是」或「否」，空着表示否"),
    });
}
