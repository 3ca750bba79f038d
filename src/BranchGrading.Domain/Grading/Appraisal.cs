using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Grading;

/// <summary>What a branch reaches on its own, before it is compared with others: §3.2 to §3.5c, one grade a clause.</summary>
internal sealed record Appraisal(GradingCandidate Candidate)
{
    public decimal? SelfScore { get; private init; }

    public decimal? Superior { get; private init; }

    public decimal? Composite { get; private init; }

    public decimal? MemberSatisfaction { get; private init; }

    public decimal? MassSatisfaction { get; private init; }

    public IReadOnlyList<MissingInput> Missing { get; private init; } = [];

    public Grade? Band { get; private init; }

    public Grade? AfterVeto { get; private init; }

    public Grade? AfterMasses { get; private init; }

    public Grade? AfterSkipping { get; private init; }

    /// <summary>Whether an approved exception lifted a limit that would have applied.</summary>
    public bool IsLiftedByApproval { get; private init; }

    /// <summary>Whether the branch comes to the cap: it stands at A.</summary>
    public bool IsAtA => AfterSkipping == Grade.A;

    public static Appraisal Of(GradingCandidate candidate, RoundRules rules)
    {
        var appraisal = new Appraisal(candidate)
        {
            SelfScore = Rounding.Round(candidate.SelfScore),
            Superior = CompositeScore.Superior(candidate.ReviewScore, candidate.Rescore),
            Composite = CompositeScore.Of(
                candidate.SelfScore, CompositeScore.Superior(candidate.ReviewScore, candidate.Rescore), rules.SelfWeight),
            MemberSatisfaction = Satisfaction.Of(candidate.MemberBallots, rules.FairCounts),
            MassSatisfaction = Satisfaction.Of(candidate.MassBallots, rules.FairCounts),
        };
        appraisal = appraisal with
        {
            Missing = MissingOf(appraisal),
            Band = Grading.Band.Of(appraisal.Composite, rules),
        };
        return appraisal is { Missing.Count: 0, Band: { } band, MassSatisfaction: { } masses }
            ? appraisal.Limited(band, masses, rules)
            : appraisal;
    }

    // The order is that of §3.5: the absolute limits first, so that a line never claims a step that another has taken already.
    private Appraisal Limited(Grade band, decimal masses, RoundRules rules)
    {
        var afterVeto = Veto.Limit(band, Candidate.Vetoed);
        var afterMasses = MassSatisfactionLimit.Limit(afterVeto, masses, rules.LeastMassSatisfaction);
        var oneStep = rules.NoLevelSkipping ? NoLevelSkipping.Limit(afterMasses, Candidate.PreviousGrade) : afterMasses;
        var isLifted = oneStep != afterMasses && Candidate.Approval is not null;
        return this with
        {
            AfterVeto = afterVeto,
            AfterMasses = afterMasses,
            AfterSkipping = isLifted ? afterMasses : oneStep,
            IsLiftedByApproval = isLifted,
        };
    }

    public CapEntry ToCapEntry() => new(
        Candidate.ParticipantId, Composite!.Value, MassSatisfaction!.Value, MemberSatisfaction!.Value, Superior!.Value);

    private static MissingInput[] MissingOf(Appraisal appraisal)
    {
        if (appraisal is { SelfScore: not null, Superior: not null, MemberSatisfaction: not null, MassSatisfaction: not null })
            return [];
        var missing = new List<MissingInput>();
        if (appraisal.SelfScore is null)
            missing.Add(MissingInput.SelfScore);
        if (appraisal.Superior is null)
            missing.Add(MissingInput.Review);
        if (appraisal.MemberSatisfaction is null)
            missing.Add(MissingInput.MemberVote);
        if (appraisal.MassSatisfaction is null)
            missing.Add(MissingInput.MassVote);
        return [.. missing];
    }
}
