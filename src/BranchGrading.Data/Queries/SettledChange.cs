using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>改定 or 更正 of one branch's grade as pages and forms tell it; never who objected.</summary>
public sealed record SettledChange(bool IsCorrection, Grade From, Grade To, string Reason, string? DocumentNumber, DateTime At)
{
    public string Word => IsCorrection ? "更正" : "公示期间改定";

    /// <summary>更正：B→C（校党字〔2012〕30 号）, or 公示期间改定：A→B.</summary>
    public string Text => $"{Word}：{From}→{To}{(DocumentNumber is { } number ? $"（{number}）" : "")}";

    public static SettledChange Of(GradeChange change) => new(change.IsCorrection, change.From, change.To, change.Reason, change.DocumentNumber, change.At);
}
