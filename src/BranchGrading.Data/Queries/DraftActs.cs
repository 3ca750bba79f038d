using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Data.Queries;

/// <summary>
/// Saves what is being typed, piece by piece: one item, one answer, one part of the report, one problem, each with a version of its own, so that
/// phone and PC, or secretary and officer, do not get in each other's way. To be called inside <see cref="PaperQueries.ChangePapersAsync"/>.
/// What is the same as saved changes nothing, so that a draft may be sent twice.
/// </summary>
public static class DraftActs
{
    /// <summary>Fills in one item for the branch or for its committee.</summary>
    /// <exception cref="RuleViolationException">The papers cannot be changed now, or there is no such item for this scorer.</exception>
    public static Draft<ItemScore> FillItem(this GradingDbContext db, BranchPapers papers, Scorer scorer, ItemDraft draft, DateTime now)
    {
        RequireOpen(papers, scorer, now);
        var item = papers.Review.Items.FirstOrDefault(item => item.Id == draft.ItemId && item.Method != ItemMethod.Vote && (scorer != Scorer.Branch || item.IsSelfScored))
            ?? throw new RuleViolationException("评分标准里没有这一项，或者这一项不用填。");
        var row = scorer == Scorer.Branch ? papers.Self.ScoreOf(item) : papers.Review.ScoreOf(item);
        var typed = new ItemScore(papers.Participant.Id, scorer, item.Id);
        return Fill(
            papers, row, typed, draft.Version, row?.Version,
            score => score.Fill(item, draft.Answer, draft.Vetoed, draft.Note, papers.Viewer.Name, now),
            score => (score.Answer, score.Vetoed, score.Note),
            (Answer: new ItemAnswer(), Vetoed: false, Note: ""),
            score => db.Begin(papers, scorer, score, now),
            papers.With);
    }

    /// <summary>Fills in one of the seven answers for the branch or for its committee.</summary>
    /// <exception cref="RuleViolationException">The papers cannot be changed now.</exception>
    public static Draft<InvestigationAnswer> FillAnswer(this GradingDbContext db, BranchPapers papers, Scorer scorer, AnswerDraft draft, DateTime now)
    {
        RequireOpen(papers, scorer, now);
        var row = scorer == Scorer.Branch ? papers.Self.AnswerTo(draft.Question) : papers.Review.AnswerTo(draft.Question);
        return Fill(
            papers, row, new InvestigationAnswer(papers.Participant.Id, scorer, draft.Question), draft.Version, row?.Version,
            answer => answer.Fill(draft.Level, draft.Explanation, papers.Viewer.Name, now),
            answer => (answer.Level, answer.Explanation),
            (Level: null, Explanation: ""),
            answer => db.Begin(papers, scorer, answer, now),
            papers.With);
    }

    /// <summary>Fills in one part of the branch's report.</summary>
    /// <exception cref="RuleViolationException">The papers cannot be changed now.</exception>
    public static Draft<ReportText> FillText(this GradingDbContext db, BranchPapers papers, TextDraft draft, DateTime now)
    {
        RequireOpen(papers, Scorer.Branch, now);
        var row = papers.Self.TextOf(draft.Section);
        return Fill(
            papers, row, new ReportText(papers.Participant.Id, draft.Section), draft.Version, row?.Version,
            text => text.Fill(draft.Content, papers.Viewer.Name, now),
            text => text.Content,
            "",
            text => db.Begin(papers, Scorer.Branch, text, now),
            papers.With);
    }

    /// <summary>Fills in one line of the table of problems; one that was removed meanwhile is stale without a row.</summary>
    /// <exception cref="RuleViolationException">The papers cannot be changed now.</exception>
    public static Draft<AssessmentProblem> FillProblem(this GradingDbContext db, BranchPapers papers, ProblemDraft draft, DateTime now)
    {
        RequireOpen(papers, Scorer.Branch, now);
        if (papers.Self.Problems.FirstOrDefault(problem => problem.Id == draft.Id) is not { } row)
            return new Draft<AssessmentProblem>(papers, null, IsStale: true);
        return Fill(
            papers, row, new AssessmentProblem(papers.Participant.Id, row.Order), draft.Version, row.Version,
            problem => problem.Fill(draft.Description, draft.Measure, draft.ResponsiblePerson, draft.DueOn, draft.TargetGrade, papers.Viewer.Name, now),
            problem => (problem.Description, problem.Measure, problem.ResponsiblePerson, problem.DueOn, problem.TargetGrade),
            default,
            problem => db.Begin(papers, Scorer.Branch, problem, now),
            _ => papers);
    }

    /// <summary>Writes the committee's opinion, proposed grade and findings.</summary>
    /// <exception cref="RuleViolationException">The papers cannot be changed now.</exception>
    public static Draft<PreliminaryReview> FillOpinion(this GradingDbContext db, BranchPapers papers, OpinionDraft draft, DateTime now)
    {
        RequireOpen(papers, Scorer.Committee, now);
        var row = papers.Review.Review;
        return Fill(
            papers, row, new PreliminaryReview(papers.Participant.Id), draft.Version, row?.Version,
            review =>
            {
                review.WriteFindings(draft.Methods, draft.LearningAccepted, draft.OrganisationSatisfaction, draft.HeadSatisfaction, papers.Viewer.Name, now);
                review.WriteOpinion(draft.Opinion, draft.ProposedGrade, draft.ContactLeader, papers.Viewer.Name, now);
            },
            review => (review.Opinion, review.ProposedGrade, review.ContactLeader, string.Join(',', review.Methods), review.LearningAccepted, review.OrganisationSatisfaction, review.HeadSatisfaction),
            (Opinion: null, ProposedGrade: null, ContactLeader: null, "", LearningAccepted: null, OrganisationSatisfaction: null, HeadSatisfaction: null),
            review => db.Begin(papers, Scorer.Committee, review, now),
            papers.With);
    }

    /// <summary>照用: takes the branch's own answer of an item over for its committee; what the committee filled in otherwise is replaced.</summary>
    /// <exception cref="RuleViolationException">The papers cannot be changed now, or there is no such item.</exception>
    public static BranchPapers AdoptItem(this GradingDbContext db, BranchPapers papers, int itemId, DateTime now)
    {
        RequireHandedIn(papers);
        if (papers.Self.Items.FirstOrDefault(item => item.Id == itemId) is not { } item || papers.Self.ScoreOf(item) is not { } own)
            return papers;
        var known = papers.Review.ScoreOf(item);
        return db.FillItem(papers, Scorer.Committee, new ItemDraft(itemId, own.Answer, false, known?.Note, known?.Version ?? Guid.Empty), now).Papers;
    }

    /// <summary>未打的都照用自评: the same for every item that the committee has not scored yet.</summary>
    /// <exception cref="RuleViolationException">The papers cannot be changed now.</exception>
    public static BranchPapers AdoptItems(this GradingDbContext db, BranchPapers papers, DateTime now) => RequireHandedIn(papers).Self.Items
        .Where(item => papers.Review.PointsOf(item) is null).Aggregate(papers, (changed, item) => db.AdoptItem(changed, item.Id, now));

    /// <summary>全部属实: confirms every answer of the branch that the committee has not answered yet.</summary>
    /// <exception cref="RuleViolationException">The papers cannot be changed now.</exception>
    public static BranchPapers AdoptAnswers(this GradingDbContext db, BranchPapers papers, DateTime now) => RequireHandedIn(papers).Self.Answers
        .Where(own => papers.Review.AnswerTo(own.Question) is not { Level: not null })
        .Aggregate(papers, (changed, own) => db.FillAnswer(
            changed, Scorer.Committee, new AnswerDraft(own.Question, own.Level, own.Explanation, papers.Review.AnswerTo(own.Question)?.Version ?? Guid.Empty), now).Papers);

    /// <summary>Adds a blank line to the table of problems; where the last one is blank still, it is that one.</summary>
    /// <exception cref="RuleViolationException">The papers cannot be changed now, or the table is full.</exception>
    public static AssessmentProblem AddProblem(this GradingDbContext db, BranchPapers papers, DateTime now, out int number)
    {
        RequireOpen(papers, Scorer.Branch, now);
        number = papers.Self.Problems.Count;
        if (papers.Self.Problems.LastOrDefault() is { Description: "", Measure: "", ResponsiblePerson: "", DueOn: null, TargetGrade: null } blank)
            return blank;
        number++;
        if (papers.Self.Problems.Count >= AssessmentProblem.MostPerBranch)
            throw new RuleViolationException($"最多列 {AssessmentProblem.MostPerBranch} 条问题，请合并相近的。");
        var problem = new AssessmentProblem(papers.Participant.Id, (papers.Self.Problems.MaxBy(known => known.Order)?.Order ?? 0) + 1);
        problem.Fill(null, null, null, null, null, papers.Viewer.Name, now);
        db.Begin(papers, Scorer.Branch, problem, now);
        return problem;
    }

    /// <summary>Takes a line out of the table of problems; one that is gone already stays gone.</summary>
    /// <exception cref="RuleViolationException">The papers cannot be changed now.</exception>
    public static AssessmentProblem? RemoveProblem(this GradingDbContext db, BranchPapers papers, int problemId, DateTime now)
    {
        RequireOpen(papers, Scorer.Branch, now);
        var problem = papers.Self.Problems.FirstOrDefault(problem => problem.Id == problemId);
        if (problem is not null)
            db.Remove(problem);
        return problem;
    }

    /// <summary>The self-assessment, begun where it is not yet; the audit is told, also of who does it for whom.</summary>
    public static SelfAssessment BeginAssessment(this GradingDbContext db, BranchPapers papers, DateTime now)
    {
        if ((papers.Self.Assessment ?? db.SelfAssessments.Local.FirstOrDefault(row => row.ParticipantId == papers.Participant.Id)) is { } known)
            return known;
        var begun = new SelfAssessment(papers.Participant.Id, papers.Viewer.Name, now);
        db.Add(begun);
        db.Audit.Describe(AuditEvent.AssessmentBegun, papers.Subject, papers.IsOnBehalf ? "代填" : null);
        return begun;
    }

    /// <summary>A draft of the branch may still become something else: only what was handed in is taken over.</summary>
    private static BranchPapers RequireHandedIn(BranchPapers papers) => papers.Self.Assessment is { IsSubmitted: true }
        ? papers
        : throw new RuleViolationException("支部还没有提交自我评价，提交以后才能照用。");

    private static void RequireOpen(BranchPapers papers, Scorer scorer, DateTime now)
    {
        if ((scorer == Scorer.Branch ? papers.WhyNotFill(now) : papers.WhyNotReview(now)) is { } why)
            throw new RuleViolationException(why);
    }

    private static void Begin<TRow>(this GradingDbContext db, BranchPapers papers, Scorer scorer, TRow row, DateTime now)
        where TRow : class
    {
        if (scorer == Scorer.Branch)
            db.BeginAssessment(papers, now);
        if (db.Entry(row).State == Microsoft.EntityFrameworkCore.EntityState.Detached)
            db.Add(row);
    }

    private static Draft<TRow> Fill<TRow, TValue>(
        BranchPapers papers, TRow? row, TRow typed, Guid read, Guid? saved, Action<TRow> fill, Func<TRow, TValue> valueOf, TValue blank, Action<TRow> keep, Func<TRow, BranchPapers> with)
        where TRow : class
    {
        try
        {
            fill(typed);
        }
        catch (RuleViolationException refused)
        {
            return new Draft<TRow>(papers, row, Error: refused.Message);
        }

        if (Equals(valueOf(typed), row is null ? blank : valueOf(row)))
            return new Draft<TRow>(papers, row);
        if ((saved ?? Guid.Empty) != read)
            return new Draft<TRow>(papers, row, IsStale: true);
        if (row is null)
            row = typed;
        else
            fill(row);
        keep(row);
        return new Draft<TRow>(with(row), row);
    }
}
