namespace BranchGrading.Domain.Grading;

/// <summary>What the rules make of one branch: its numbers, its grade, and why (§3).</summary>
public sealed class GradingOutcome
{
    private readonly Func<GradingOutcome, IReadOnlyList<WalkStep>> _walk;
    private IReadOnlyList<WalkStep>? _steps;

    // The walk is words for one page; for two thousand branches at once nobody reads it, so it is written when asked for.
    internal GradingOutcome(GradingCandidate candidate, Func<GradingOutcome, IReadOnlyList<WalkStep>> walk)
        => (Candidate, _walk) = (candidate, walk);

    /// <summary>What the rules read.</summary>
    public GradingCandidate Candidate { get; }

    /// <summary>The participant's number in the round.</summary>
    public int ParticipantId => Candidate.ParticipantId;

    /// <summary>自评得分, with 2 places.</summary>
    public decimal? SelfScore { get; internal init; }

    /// <summary>上级评分: the re-score where there is one, else the review's (§3.2).</summary>
    public decimal? Superior { get; internal init; }

    /// <summary>Whether the superior score is the school's re-score.</summary>
    public bool IsRescored { get; internal init; }

    /// <summary>最终得分, where both scores exist (§3.2).</summary>
    public decimal? Composite { get; internal init; }

    /// <summary>党员满意率 in percent (§3.3).</summary>
    public decimal? MemberSatisfaction { get; internal init; }

    /// <summary>群众满意率 in percent (§3.3).</summary>
    public decimal? MassSatisfaction { get; internal init; }

    /// <summary>The band of the composite, where there is one (§3.4).</summary>
    public Grade? Band { get; internal init; }

    /// <summary>自评等级: the band of the self-score.</summary>
    public Grade? SelfBand { get; internal init; }

    /// <summary>
    /// The computed grade; none for a branch that is not gradable. Of a branch with a decision it is what the rules alone,
    /// without any decision, make of it.
    /// </summary>
    public Grade? Computed { get; internal init; }

    /// <summary>The decided grade, where there is one (§3.7).</summary>
    public Grade? Decided => Candidate.Decision?.Grade;

    /// <summary>学校评定等级: the decided grade, else the computed one.</summary>
    public Grade? Grade => Decided ?? Computed;

    /// <summary>The place among those ranked for the cap in its group, equals sharing one; none for others and for decided branches.</summary>
    public int? Rank { get; internal init; }

    /// <summary>并列待定: the department has to decide (§3.5d).</summary>
    public bool TieToDecide { get; internal init; }

    /// <summary>What the branch lacks; empty when it is gradable (§3.8).</summary>
    public IReadOnlyList<MissingInput> Missing { get; internal init; } = [];

    /// <summary>Whether nothing is missing (§3.8).</summary>
    public bool IsGradable => Missing.Count == 0;

    /// <summary>The limits that lowered the grade, and what else 备注 names.</summary>
    public IReadOnlyList<ExplanationLine> Lines { get; internal init; } = [];

    /// <summary>备注: the lines joined by ；.</summary>
    public string Remark => string.Join('；', Lines.Select(line => line.Text));

    /// <summary>Every step of §3 in order, as the page 为什么是这个等级 shows it.</summary>
    public IReadOnlyList<WalkStep> Walk => _steps ??= _walk(this);
}
