namespace BranchGrading.Domain.Assessments;

/// <summary>A line that differs from what was handed in before; null where it was not there, or is gone.</summary>
public sealed record ContentChange(string Part, string Label, string? Old, string? New)
{
    public override string ToString() => $"{Label}：{(string.IsNullOrEmpty(Old) ? "（空）" : Old)} → {(string.IsNullOrEmpty(New) ? "（空）" : New)}";
}
