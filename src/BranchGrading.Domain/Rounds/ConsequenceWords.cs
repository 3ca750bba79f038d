namespace BranchGrading.Domain.Rounds;

/// <summary>The words for what is barred.</summary>
public static class ConsequenceWords
{
    /// <summary>As the document says it.</summary>
    public static string Word(this ConsequenceKind kind) =>
        kind == ConsequenceKind.NoPromotion ? "不能提拔使用" : "不得享受绩效等方面的奖励";
}
