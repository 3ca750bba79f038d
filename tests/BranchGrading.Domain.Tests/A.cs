using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests;

/// <summary>Builds data: everything has a default, a test names only what it is about.</summary>
internal static class A
{
    /// <summary>A branch whose composite is the score, content with everything, without a previous grade.</summary>
    public static GradingCandidate Candidate(int id = 1, decimal score = 95m) => new()
    {
        ParticipantId = id,
        BranchName = $"第{id}党支部",
        CommitteeId = 1,
        CommitteeName = "材料学院党委",
        CommitteeCode = "D01",
        CommitteeOrder = 1,
        Type = BranchType.Teacher,
        SelfScore = score,
        ReviewScore = score,
        MemberBallots = Ballots(20, 20),
        MassBallots = Ballots(20, 20),
    };

    /// <summary>So many branches of that score, numbered from an id on.</summary>
    public static IEnumerable<GradingCandidate> Candidates(int count, decimal score, int from = 1) =>
        Enumerable.Range(from, count).Select(id => Candidate(id, score));

    /// <summary>So many content of so many valid ballots; the rest are poor.</summary>
    public static BallotCount Ballots(int content, int valid, int fair = 0) =>
        new(null, valid + 2, valid + 1, valid, content - content / 3, content / 3, fair, valid - content - fair);

    public static GradeDecision Decision(Grade grade) => new(grade, "党委会议研究决定");

    public static LevelSkippingApproval Approval() => new("学校党委", "工作成效突出", "党字〔2012〕5号");

    public static GradingResult Graded(IEnumerable<GradingCandidate> candidates, RoundRules? rules = null, params QuotaTransfer[] transfers) =>
        GradingService.Grade([.. candidates], rules ?? RoundRules.Default, transfers);

    /// <summary>The outcome of one branch among so many of grade C that the cap leaves it alone.</summary>
    public static GradingOutcome Outcome(GradingCandidate candidate, RoundRules? rules = null) =>
        Graded([candidate, .. Candidates(9, 70m, from: 1000)], rules).Outcomes[0];
}
