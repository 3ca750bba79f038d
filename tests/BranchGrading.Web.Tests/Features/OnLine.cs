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

    /// <summary>The committee gives it back.</summary>
    public static Task ReturnOnLineAsync(this World world, int participantId) => world.App.SaveAsync(async db =>
        (await db.SelfAssessments.Include(row => row.Submissions).SingleAsync(row => row.ParticipantId == participantId)).Return("请补充佐证", [], "组织员", world.App.Clock.GetUtcNow().UtcDateTime));

    /// <summary>The committee completes its review: the branch's own answers, but some points less on the first item that is judged, for a reason.</summary>
    public static Task ReviewOnLineAsync(this World world, int participantId, decimal less = 0) => world.App.SaveAsync(async db =>
    {
        var at = world.App.Clock.GetUtcNow().UtcDateTime;
        var papers = (await db.FindPapersAsync(participantId, Reader, CancellationToken.None))!;
        var first = papers.Self.Items.First(item => item.Method == ItemMethod.Points);
        foreach (var own in papers.Self.Scores)
        {
            var item = papers.Self.Items.Single(item => item.Id == own.ItemId);
            var score = papers.Review.ScoreOf(item) ?? db.Add(new ItemScore(participantId, Scorer.Committee, item.Id)).Entity;
            var lowers = item == first && less > 0;
            score.Fill(item, lowers ? new ItemAnswer { Points = own.Points - less } : own.Answer, vetoed: false, lowers ? "记录不全" : null, "组织员", at);
        }

        if (papers.Review.Review is null)
        {
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

    /// <summary>The committee opens its review again.</summary>
    public static Task ReopenOnLineAsync(this World world, int participantId) => world.App.SaveAsync(async db =>
        (await db.Reviews.SingleAsync(row => row.ParticipantId == participantId)).Reopen());
}
