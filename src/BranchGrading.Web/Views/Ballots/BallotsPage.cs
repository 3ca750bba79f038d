using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Ballots;

/// <summary>The paper ballots of both panels of one branch.</summary>
public sealed record BallotsPage(BranchPapers Papers, BallotForm Members, BallotForm Masses, DateTime Now)
{
    public Participant Participant => Papers.Participant;

    public string Address => $"/reviews/{Participant.Id}/ballots";

    public string? WhyNot => Papers.WhyNotRecord(Now);

    /// <summary>The panel that is typed in next: the first that is not recorded yet.</summary>
    public Panel Next => Papers.Review.Members is not null && Papers.Review.Masses is null ? Panel.Masses : Panel.Members;

    public static BallotsPage Of(BranchPapers papers, DateTime now) => new(
        papers, BallotForm.Of(papers.Review.Members, papers.Participant.FullMembers + papers.Participant.ProbationaryMembers), BallotForm.Of(papers.Review.Masses), now);

    public BallotForm FormOf(Panel panel) => panel == Panel.Members ? Members : Masses;

    public BallotsPage With(Panel panel, BallotForm form) => panel == Panel.Members ? this with { Members = form } : this with { Masses = form };

    public BallotFigures FiguresOf(Panel panel) => new(panel, Papers);
}
