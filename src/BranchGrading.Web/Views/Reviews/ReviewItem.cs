using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Views.Drafts;

namespace BranchGrading.Web.Views.Reviews;

/// <summary>One item of a review: the branch's answer beside the committee's.</summary>
public sealed record ReviewItem(ReviewPage Page, StandardItem Item, int Index, ItemForm Form, DraftState? State)
{
    public ItemScore? Own => Page.Papers.Self.ScoreOf(Item);

    public decimal? OwnPoints => Page.Papers.Self.PointsOf(Item);

    public decimal? Points => Page.Papers.Review.PointsOf(Item);

    public ItemScore? Score => Page.Papers.Review.ScoreOf(Item);

    public bool Differs => Page.Papers.Review.Differs(Item);

    public bool IsReasonMissing => Differs && string.IsNullOrEmpty(Score?.Note);

    public ItemInput Input => new(Item, Form, Prefix, Scorer.Committee) { IsCompact = true, State = State };

    /// <summary>The mark of what is stored.</summary>
    public string Mark => FormMark.Of(ItemForm.Of(Item, Score));

    public string Prefix => $"Items[{Index}]";

    public IEnumerable<Attachment> Attachments => Page.Papers.Self.Attachments.Where(attachment => attachment.ItemId == Item.Id);

    /// <summary>What the branch chose or counted, where the points alone do not tell it.</summary>
    public string OwnWords => Own is { } own && Item.Method is not ItemMethod.Points ? ItemWords.Answer(Item, own.Answer) : "";

    /// <summary>由党员测评换算，2 × 95.65%</summary>
    public string VoteWords => Page.Papers.Review.SatisfactionOf(Item.Panel) is { } rate
        ? $"由{(Item.Panel == Panel.Members ? "党员" : "群众")}测评换算，{Item.MaxPoints:0.##} × {rate:0.00}%"
        : $"登记{(Item.Panel == Panel.Members ? "党员" : "群众")}测评后自动得出";
}
