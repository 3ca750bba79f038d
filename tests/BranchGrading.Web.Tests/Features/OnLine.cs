using BranchGrading.Data;
using BranchGrading.Data.Identity;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Tests.Features;

/// <summary>What branches and committees did on line, written through the model.</summary>
internal static class OnLine
{
    private static readonly Viewer Reader = new(0, 0, "督查员", new HashSet<string> { Roles.Inspector });

    /// <summary>A branch hands in a complete self-assessment with full points.</summary>
    public static Task SubmitOnLineAsync(this World world, int participantId) => world.App.SaveAsync(async db =>
    {
        var at = world.App.Clock.GetUtcNow().UtcDateTime;
        var papers = (await db.FindPapersAsync(participantId, Reader, CancellationToken.None))!;
        if (papers.Self.Assessment is null)
            db.Add(new SelfAssessment(participantId, "书记", at));
        if (papers.Self.Scores.Count == 0)
        {
            foreach (var item in papers.Self.Items)
            {
                var score = new ItemScore(participantId, Scorer.Branch, item.Id);
                score.Fill(item, Full(item), vetoed: false, "有记录可查", "书记", at);
                db.Add(score);
            }

            foreach (var question in Enum.GetValues<Question>())
            {
                var answer = new InvestigationAnswer(participantId, Scorer.Branch, question);
                answer.Fill(AnswerLevel.Yes, null, "书记", at);
                db.Add(answer);
            }

            foreach (var section in Enum.GetValues<ReportSection>())
            {
                var text = new ReportText(participantId, section);
                text.Fill("一年来支部工作正常。", "书记", at);
                db.Add(text);
            }

            var problem = new AssessmentProblem(participantId, 1);
            problem.Fill("学习形式单一", "开展现场教学", "支部书记", new DateOnly(2012, 9, 30), Grade.A, "书记", at);
            db.Add(problem);
        }

        db.Audit.Describe(Data.Auditing.AuditEvent.DatabaseSeeded, "测试");
        await db.SaveChangesAsync();
        var filled = (await db.FindPapersAsync(participantId, Reader, CancellationToken.None))!;
        filled.Self.Assessment!.ConfirmBasics("书记", at);
        filled.Self.Assessment.Submit(filled.Self, onBehalf: false, "书记", at);
    });

    /// <summary>The committee gives it back.</summary>
    public static Task ReturnOnLineAsync(this World world, int participantId) => world.App.SaveAsync(async db =>
        (await db.SelfAssessments.Include(row => row.Submissions).SingleAsync(row => row.ParticipantId == participantId)).Return("请补充佐证", [], "组织员", world.App.Clock.GetUtcNow().UtcDateTime));

    /// <summary>The committee completes its review: full points, but some points less on the first item, for a reason.</summary>
    public static Task ReviewOnLineAsync(this World world, int participantId, decimal less = 0) => world.App.SaveAsync(async db =>
    {
        var at = world.App.Clock.GetUtcNow().UtcDateTime;
        var papers = (await db.FindPapersAsync(participantId, Reader, CancellationToken.None))!;
        if (papers.Review.Scores.Count == 0)
        {
            foreach (var item in papers.Review.Items.Where(item => item.IsSelfScored))
            {
                var score = new ItemScore(participantId, Scorer.Committee, item.Id);
                var lowers = item.Method == ItemMethod.Points && less > 0;
                score.Fill(item, lowers ? new ItemAnswer { Points = item.MaxPoints - less } : Full(item), vetoed: false, lowers ? "记录不全" : null, "组织员", at);
                less = lowers ? 0 : less;
                db.Add(score);
            }

            foreach (var question in Enum.GetValues<Question>())
            {
                var answer = new InvestigationAnswer(participantId, Scorer.Committee, question);
                answer.Fill(AnswerLevel.Yes, null, "组织员", at);
                db.Add(answer);
            }

            db.Add(new DemocraticEvaluation(participantId, Panel.Members, new BallotCount(20, 20, 20, 20, 18, 2, 0, 0)));
            db.Add(new DemocraticEvaluation(participantId, Panel.Masses, new BallotCount(null, 30, 30, 30, 25, 5, 0, 0)));
            var review = new PreliminaryReview(participantId);
            review.WriteOpinion("班子团结，活动正常。", Grade.A, "分管领导", "组织员", at);
            db.Add(review);
        }

        db.Audit.Describe(Data.Auditing.AuditEvent.DatabaseSeeded, "测试");
        await db.SaveChangesAsync();
        var filled = (await db.FindPapersAsync(participantId, Reader, CancellationToken.None))!;
        filled.Review.Review!.Complete(filled.Review, "组织员", at);
    });

    private static ItemAnswer Full(StandardItem item) => item.Method switch
    {
        ItemMethod.Points => new ItemAnswer { Points = item.MaxPoints },
        ItemMethod.Options => new ItemAnswer { Option = item.Options.MaxBy(option => option.Points)!.Order },
        ItemMethod.Deduction => new ItemAnswer { Times = 0 },
        _ => new ItemAnswer { Times = 20 },
    };
}
