using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Views.Ballots;
using BranchGrading.Web.Views.Drafts;

namespace BranchGrading.Web.Views.Reviews;

/// <summary>The review of one branch: what it filled in beside what the committee says, and all that helps to judge.</summary>
public sealed record ReviewPage(BranchPapers Papers, BranchStanding Standing, ProposedPlaces Places, ReviewForm Typed, string? Show, DateTime Now)
{
    public Participant Participant => Papers.Participant;

    /// <summary>What became of the plans of the year before.</summary>
    public IReadOnlyList<EarlierPlan> EarlierPlans { get; init; } = [];

    /// <summary>The scores of the year before; null where there are none to show.</summary>
    public EarlierScores? EarlierScores { get; init; }

    public PreliminaryReview? Review => Papers.Review.Review;

    public string Address => $"/reviews/{Participant.Id}";

    public string Matrix => $"/rounds/{Papers.Round.Id}/reviews?committee={Participant.CommitteeId}";

    public ReviewSums Sums => new(Papers);

    public bool MayEditItems => Papers.WhyNotScore(Now) is null;

    public bool MayEditOpinion => Papers.WhyNotRecord(Now) is null;

    public bool MayEdit => MayEditItems || MayEditOpinion;

    /// <summary>Why the viewer only reads, or reads some of it; null where all is open to him.</summary>
    public IEnumerable<string> WhyNot => new[] { Papers.WhyNotScore(Now), Papers.WhyNotRecord(Now) }.OfType<string>().Distinct();

    public bool MayComplete => MayEditItems && Papers.WhyNotComplete(Now) is null;

    public bool MayReopen => Papers.MayReview && Papers.WhyNotReopen(Now) is null;

    /// <summary>Whether the form can be given back to the branch now.</summary>
    public bool MayReturn => Papers.MayScore && Papers.WhyNotReturn(Now) is null;

    public bool OnlyDiffering => Show == "differing";

    public bool IsFromPaper => Review is { IsFromPaper: true };

    public ReturnedBranch? Returned => Papers.Report?.Returned.FirstOrDefault(branch => branch.ParticipantId == Participant.Id && branch.SettledAt is null);

    public IEnumerable<(StandardHead Head, IReadOnlyList<ReviewItem> Items)> Heads => Papers.Self.Standard.ScoredHeads
        .Select(head => (head, Items: (IReadOnlyList<ReviewItem>)[.. All.Where(row => head.Items.Any(item => item.Id == row.Item.Id) && (!OnlyDiffering || row.Differs))]))
        .Where(group => group.Items.Count > 0);

    public IEnumerable<ReviewItem> Vetoes => All.Where(row => row.Item.Method == ItemMethod.Veto);

    public IReadOnlyList<Question> Questions { get; } = Enum.GetValues<Question>();

    public int Differing => Papers.Review.Items.Count(Papers.Review.Differs);

    public OpinionForm Opinion => Typed.Opinion ?? OpinionForm.Of(Review);

    private IEnumerable<ReviewItem> All => Papers.Review.Items.Select((item, index) =>
    {
        var typed = Typed.Items.Find(form => form.ItemId == item.Id);
        return new ReviewItem(this, item, index, typed ?? ItemForm.Of(item, Papers.Review.ScoreOf(item)), typed is null ? null : StateOf(ReviewForm.NameOf(typed)));
    });

    public AnswerForm AnswerOf(Question question) => Typed.Answers.Find(form => form.Question == question) ?? AnswerForm.Of(question, Papers.Review.AnswerTo(question));

    public DraftState? StateOf(string name) => Typed.States.GetValueOrDefault(name);

    public BallotFigures FiguresOf(Panel panel) => new(panel, Papers);
}
