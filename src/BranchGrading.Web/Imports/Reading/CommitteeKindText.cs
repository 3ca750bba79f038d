using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>党组织类别, written in a column of its own or told by the name.</summary>
public static class CommitteeKindText
{
    /// <summary>
    /// 基层党委, 党总支 or 直属党支部; when blank, what <paramref name="committeeName"/> ends with.
    /// An error where neither tells, so the value is never missing without one.
    /// </summary>
    public static Reading<CommitteeKind?> Read(ImportCell cell, string committeeName)
    {
        var reading = Reading<CommitteeKind?>.Of(cell, filled => Written(filled.Folded) is { } kind
            ? new(kind)
            : Reading<CommitteeKind?>.Refused($"{filled.Shown}不是党组织类别，请填基层党委、党总支或直属党支部"));
        if (reading.Error is not null || reading.Value is not null)
            return reading;
        return OfName(committeeName) is { } told ? new(told) : Reading<CommitteeKind?>.Refused(
            $"从名称「{committeeName}」看不出党组织类别，请在「党组织类别」列填基层党委、党总支或直属党支部");
    }

    private static CommitteeKind? Written(string text) => text switch
    {
        "基层党委" or "党委" => CommitteeKind.PartyCommittee,
        "党总支" => CommitteeKind.GeneralBranch,
        "直属党支部" => CommitteeKind.DirectBranch,
        _ => null,
    };

    private static CommitteeKind? OfName(string name) => NameKey.Of(name) switch
    {
        var key when key.EndsWith("直属党支部", StringComparison.Ordinal) => CommitteeKind.DirectBranch,
        var key when key.EndsWith("党总支", StringComparison.Ordinal) => CommitteeKind.GeneralBranch,
        var key when key.EndsWith("党委", StringComparison.Ordinal) => CommitteeKind.PartyCommittee,
        _ => null,
    };
}
