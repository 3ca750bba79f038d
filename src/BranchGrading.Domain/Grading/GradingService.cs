using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Grading;

/// <summary>分类定级: puts the clauses of §3 in their order and explains what each did; pure, the same for any order of input.</summary>
public static class GradingService
{
    /// <summary>
    /// Computes, limits and explains the grade of every participant of a round: first each branch by itself (§3.2 to
    /// §3.5c), because only who still stands at A then competes for places (§3.5d, §3.6), and decisions before the
    /// ranking, because a decided A takes a place (§3.7).
    /// </summary>
    /// <param name="candidates">All participants, those that cannot be graded too: they count for the places (§3.8).</param>
    /// <param name="rules">The round's rules.</param>
    /// <param name="transfers">名额调剂 in the order in which they were made.</param>
    /// <exception cref="RuleViolationException">The rules cannot stand.</exception>
    /// <exception cref="ArgumentException">A participant is given twice.</exception>
    public static GradingResult Grade(
        IReadOnlyList<GradingCandidate> candidates, RoundRules rules, IReadOnlyList<QuotaTransfer>? transfers = null)
    {
        rules.Validate();
        var appraisals = candidates.Select(candidate => Appraisal.Of(candidate, rules)).ToArray();
        var places = ACap.Places(candidates.Count, rules.CapShare);
        var members = CapMembers.Of(appraisals, rules.CapScope);
        var shared = CapQuota.Share([.. members.Select(group => group.Members.Count)], places);
        var quotas = CapQuota.Transfer([.. members.Select(group => group.Key)], shared, transfers ?? []);

        var standings = new Dictionary<int, CapStanding>();
        var groups = members
            .Select((group, index) => (group.DisplayOrder, Group: Rank(group, shared[index], quotas[index], standings)))
            .OrderBy(group => group.DisplayOrder)
            .Select(group => group.Group)
            .ToArray();
        var outcomes = appraisals
            .Select(appraisal => Outcome(appraisal, standings.GetValueOrDefault(appraisal.Candidate.ParticipantId), rules, places))
            .ToArray();
        return new GradingResult(rules, places, groups, outcomes);
    }

    private static CapGroup Rank(CapMembers members, int shared, int quota, Dictionary<int, CapStanding> standings)
    {
        var atA = members.Members.Where(member => member.IsAtA).ToArray();
        var undecided = atA.Where(member => member.Candidate.Decision is null).ToArray();
        var decidedA = members.Members.Count(member => member.Candidate.Decision?.Grade == Grading.Grade.A);
        var ranking = ACap.Rank(undecided.Select(member => member.ToCapEntry()), Math.Max(0, quota - decidedA));
        var tied = ranking.Places.Where(place => place.IsTieToDecide).Select(place => place.ParticipantId).ToHashSet();
        var group = new CapGroup
        {
            Key = members.Key,
            Name = members.Name,
            Participants = members.Members.Count,
            SharedQuota = shared,
            Quota = quota,
            DecidedA = decidedA,
            RankedA = undecided.Length,
            ComputedA = ranking.KeptA,
            CutTieNames =
                [.. undecided.Where(member => tied.Contains(member.Candidate.ParticipantId)).Select(member => member.Candidate.BranchName)],
        };
        foreach (var place in ranking.Places)
            standings.Add(place.ParticipantId, new CapStanding(group, place, undecided.Length, group.Left, ranking, false));

        // A decided branch has left the ranking; what the rules alone would say is still wanted beside the decision.
        if (undecided.Length < atA.Length)
        {
            var alone = ACap.Rank(atA.Select(member => member.ToCapEntry()), quota);
            foreach (var place in alone.Places)
                standings.TryAdd(place.ParticipantId, new CapStanding(group, place, atA.Length, quota, alone, true));
        }

        return group;
    }

    private static GradingOutcome Outcome(Appraisal appraisal, CapStanding? standing, RoundRules rules, int schoolPlaces)
    {
        var isRanked = standing is { IgnoresDecisions: false };
        return new GradingOutcome(appraisal.Candidate, outcome => Walk.Of(outcome, appraisal, standing, rules, schoolPlaces))
        {
            SelfScore = appraisal.SelfScore,
            Superior = appraisal.Superior,
            IsRescored = appraisal.Superior is not null && appraisal.Candidate.Rescore is not null,
            Composite = appraisal.Composite,
            MemberSatisfaction = appraisal.MemberSatisfaction,
            MassSatisfaction = appraisal.MassSatisfaction,
            Band = appraisal.Band,
            SelfBand = Band.Of(appraisal.SelfScore, rules),
            Computed = standing is { Place.KeepsA: false } ? Grading.Grade.B : appraisal.AfterSkipping,
            Rank = isRanked ? standing!.Place.Rank : null,
            TieToDecide = isRanked && standing!.Place.IsTieToDecide,
            Missing = appraisal.Missing,
            Lines = Explanation.Of(appraisal, standing, rules),
        };
    }
}
