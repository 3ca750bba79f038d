using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>Everything filled in about one branch in one round, and what the viewer may do with it.</summary>
public sealed record BranchPapers(GradingRound Round, ReviewPaper Review, CommitteeReport? Report, SchoolEvaluation? School, WorkDeadlines Deadlines, BranchTies Ties, Viewer Viewer)
{
    public Participant Participant => Self.Participant;

    public SelfAssessmentPaper Self => Review.Self;

    /// <summary>What the audit calls it.</summary>
    public string Subject => $"{Round.Year} 年度 {Participant.BranchName}";

    /// <summary>Whether the viewer fills in the self-assessment: as the secretary, or as officer for the branch.</summary>
    public bool MayFill => Viewer.IsSecretary && Ties.Leads || Viewer.IsOfficer && Ties.IsOfficer;

    /// <summary>代填: the viewer fills it in for the branch.</summary>
    public bool IsOnBehalf => MayFill && !(Viewer.IsSecretary && Ties.Leads);

    /// <summary>
    /// Whether the viewer records votes, opinion and proposed grade: as officer, of a branch that he does not lead. A 直属党支部 records its own;
    /// where the committee's only officer leads the branch, the department does it (回避).
    /// </summary>
    public bool MayRecord => IsDirect ? Viewer.IsOfficer && Ties.IsOfficer : MayScore;

    /// <summary>Whether the viewer gives the committee's item scores; those of a 直属党支部 are the department's (§2.3).</summary>
    public bool MayScore => !IsDirect && Viewer.IsOfficer && Ties.IsOfficer && !Ties.Leads
        || Viewer.IsDepartment && !Ties.Leads && (IsDirect || !Ties.HasOtherOfficer);

    public bool IsDirect => Participant.CommitteeKind == CommitteeKind.DirectBranch;

    /// <summary>Whether the committee's report locks the review.</summary>
    public bool IsLocked => Report?.Locks(Participant.Id) == true;

    /// <summary>Why the self-assessment cannot be changed now; null when it can.</summary>
    public string? WhyNotFill(DateTime now)
    {
        if ((Round.WhyNotOpen ?? Self.Assessment?.WhyNotDraft) is { } why)
            return why;
        return now >= Deadlines.SelfAssessment ? "自评已经截止，现在只能看、不能改；确有困难，请党委组织部延期。" : null;
    }

    /// <summary>Whether the viewer may see the review: the school, and the officers of its committee; not who leads the branch and is an officer elsewhere.</summary>
    public bool MaySeeReview => Viewer.SeesSchool || Viewer.IsOfficer && Ties.IsOfficer;

    /// <summary>Whether the viewer works on some part of the review.</summary>
    public bool MayReview => MayRecord || MayScore;

    /// <summary>回避: the viewer would review the branch, but leads it.</summary>
    public bool IsBarred => !IsDirect && Ties.Leads && Viewer.IsOfficer && Ties.IsOfficer;

    /// <summary>Whether the committee's report can go up with this branch in it: reviewed, or, for a 直属党支部, everything recorded but the points.</summary>
    public bool IsReady => Review.Review is { IsCompleted: true } || IsDirect && Self.Assessment is { IsSubmitted: true } && !Review.MissingFindings().Any();

    /// <summary>Whether the viewer writes and hands up the committee's report.</summary>
    public bool MayReport => Viewer.IsOfficer && Ties.IsOfficer;

    /// <summary>Why the viewer cannot record votes, opinion and grade now; null when he can.</summary>
    public string? WhyNotRecord(DateTime now) => MayRecord ? WhyNotReview(now) : IsDirect ? "直属党支部的测评、意见和等级由支部自己登记，您这里只能看。" : WhyNotMine;

    /// <summary>Why the viewer cannot give points and confirm answers now; null when he can.</summary>
    public string? WhyNotScore(DateTime now) => MayScore ? WhyNotReview(now) : IsDirect ? "直属党支部不给自己打初评分，上报之后由党委组织部评定。" : WhyNotMine;

    /// <summary>Why nothing of the review can be changed now; null when it can.</summary>
    public string? WhyNotReview(DateTime now) => Round.WhyNotOpen ?? Review.Review?.WhyNotOpen ?? WhyNotInTime(now);

    /// <summary>Why a completed review cannot be taken up again now; null when it can.</summary>
    public string? WhyNotReopen(DateTime now) => Round.WhyNotOpen
        ?? (Review.Review switch
        {
            { IsFromPaper: true } => "初评结果来自纸质材料，请重新导入来修改。",
            { IsCompleted: true } => null,
            _ => "初评还没有完成，可以直接修改。",
        })
        ?? WhyNotInTime(now);

    /// <summary>Why the review cannot be completed yet, apart from what is missing in it; null when it can. Of a 直属党支部 the report comes first (§2.3).</summary>
    public string? WhyNotComplete(DateTime now) => WhyNotReview(now)
        ?? (IsDirect && Report is not { IsSubmitted: true } ? "直属党支部还没有上报意见和等级，上报之后才能完成打分。" : null);

    private string WhyNotMine => IsBarred
        ? Ties.HasOtherOfficer ? "您是这个支部的书记，按回避的要求不能初评它，由本单位其他组织员初评。" : "您是这个支部的书记，按回避的要求不能初评它，由党委组织部初评。"
        : "初评由本单位的组织员填写，您这里只能看。";

    /// <summary>The department scores a 直属党支部 after its report and past its deadline; everybody else is bound by both.</summary>
    private string? WhyNotInTime(DateTime now)
    {
        if (IsDirect && Viewer.IsDepartment && MayScore)
            return null;
        if (IsLocked)
            return "初评意见报告已经上报，不能再改；确需修改，请党委组织部退回。";
        return now >= Deadlines.Report ? "初评已经截止，现在只能看、不能改；确有困难，请党委组织部延期。" : null;
    }

    /// <summary>Until when a self-assessment that is given back now may be changed.</summary>
    public DateTime ReturnedUntil => Deadlines.SelfAssessment > Deadlines.Report ? Deadlines.SelfAssessment : Deadlines.Report;

    /// <summary>
    /// The papers as the viewer is to see them: what a branch has not handed in is its own and its officers', what a committee has not told is its own (§2.2, §2.3).
    /// </summary>
    public BranchPapers AsSeen()
    {
        var self = MayFill || Self.Assessment is { IsSubmitted: true } ? Self : Self with { Scores = [], Answers = [], Report = [], Problems = [], Attachments = [] };
        var isTold = MayReview || Ties.IsOfficer || IsLocked || Review.Review is { IsCompleted: true };
        return this with { Review = isTold ? Review with { Self = self } : Review with { Self = self, Review = null, Scores = [], Answers = [] } };
    }

    /// <summary>Why the self-assessment cannot be given back now; null when it can. A completed review is no reason: it is opened again with it.</summary>
    public string? WhyNotReturn(DateTime now)
    {
        if (Round.WhyNotOpen is { } why)
            return why;
        if (Self.Assessment is not { IsSubmitted: true } assessment)
            return "支部还没有提交自我评价，不用退回。";
        if (assessment.IsFromPaper)
            return "自评得分来自纸质材料，没有网上的表可以退回。";
        if (Review.Review is { IsFromPaper: true })
            return "初评结果来自纸质材料，已经登记，不能再退回自评。";
        if (IsLocked && !(Viewer.IsDepartment && IsDirect))
            return "初评意见报告已经上报，不能再退回；确需修改，请党委组织部退回报告。";
        return now >= ReturnedUntil ? "自评和初评都已经截止，退回后支部也不能改；请先由党委组织部延期。" : null;
    }

    /// <summary>The papers with an item's score that was just filled in.</summary>
    internal BranchPapers With(ItemScore score) => score.Scorer == Scorer.Branch
        ? this with { Review = Review with { Self = Self with { Scores = [.. Self.Scores.Where(known => known.ItemId != score.ItemId), score] } } }
        : this with { Review = Review with { Scores = [.. Review.Scores.Where(known => known.ItemId != score.ItemId), score] } };

    /// <summary>The papers with an answer that was just filled in.</summary>
    internal BranchPapers With(InvestigationAnswer answer) => answer.Scorer == Scorer.Branch
        ? this with { Review = Review with { Self = Self with { Answers = [.. Self.Answers.Where(known => known.Question != answer.Question), answer] } } }
        : this with { Review = Review with { Answers = [.. Review.Answers.Where(known => known.Question != answer.Question), answer] } };

    /// <summary>The papers with what the committee just wrote.</summary>
    internal BranchPapers With(PreliminaryReview review) => this with { Review = Review with { Review = review } };

    /// <summary>The papers with a part of the report that was just filled in.</summary>
    internal BranchPapers With(ReportText text) =>
        this with { Review = Review with { Self = Self with { Report = [.. Self.Report.Where(known => known.Section != text.Section), text] } } };
}
