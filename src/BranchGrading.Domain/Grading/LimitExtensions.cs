namespace BranchGrading.Domain.Grading;

/// <summary>The words with which the lines of 备注 begin.</summary>
public static class LimitExtensions
{
    /// <summary>一票否决, 群众满意率, 不越级, 特批, A级名额, 并列待定 or 材料不全.</summary>
    public static string Word(this Limit limit) => limit switch
    {
        Limit.Veto => "一票否决",
        Limit.MassSatisfaction => "群众满意率",
        Limit.LevelSkipping => "不越级",
        Limit.Approval => "特批",
        Limit.Cap => "A级名额",
        Limit.TieToDecide => "并列待定",
        Limit.Missing => "材料不全",
        _ => throw new ArgumentOutOfRangeException(nameof(limit)),
    };
}
