using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Assessments;

/// <summary>
/// 项目评分: what the branch, its committee or the school filled in for one item. A draft until the assessment is submitted or the
/// review completed; every item has a version of its own, so that two people or two devices do not get in each other's way.
/// </summary>
public sealed class ItemScore
{
    public const int NoteMaxLength = 1000;

    private ItemScore()
    {
    }

    public ItemScore(int participantId, Scorer scorer, int itemId) => (ParticipantId, Scorer, ItemId) = (participantId, scorer, itemId);

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    public Scorer Scorer { get; private set; }

    /// <summary>The item of the branch's standard.</summary>
    public int ItemId { get; private set; }

    /// <summary>评分: the points given.</summary>
    public decimal? Points { get; private set; }

    /// <summary>选项: the <see cref="ItemOption.Order"/> of the choice.</summary>
    public int? Option { get; private set; }

    /// <summary>扣分, 加分: how often it happened.</summary>
    public int? Times { get; private set; }

    /// <summary>一票否决: marked by committee or school.</summary>
    public bool Vetoed { get; private set; }

    /// <summary>The branch's 说明, or the reason for which committee or school differ.</summary>
    public string Note { get; private set; } = "";

    public DateTime SavedAt { get; private set; }

    public string SavedBy { get; private set; } = "";

    public Guid Version { get; private set; }

    /// <summary>What the item's method reads of it.</summary>
    public ItemAnswer Answer => new() { Points = Points, Option = Option, Times = Times };

    /// <summary>Sets what was filled in; blank is allowed as long as it is a draft.</summary>
    /// <exception cref="RuleViolationException">The answer is out of the item's bounds, or the note is too long.</exception>
    public void Fill(StandardItem item, ItemAnswer answer, bool vetoed, string? note, string by, DateTime at)
    {
        if (ItemPoints.WhyNot(item, answer) is { } why)
            throw new RuleViolationException(why + "。");
        Note = Text.OrBlank(note, NoteMaxLength, $"「{item.Name}」的说明");
        Points = item.Method == ItemMethod.Points ? answer.Points : null;
        Option = item.Method == ItemMethod.Options ? answer.Option : null;
        Times = item.Method is ItemMethod.Deduction or ItemMethod.Bonus ? answer.Times : null;
        Vetoed = vetoed && item.Method == ItemMethod.Veto && Scorer != Scorer.Branch;
        (SavedBy, SavedAt) = (by, at);
    }

    /// <summary>The points earned, or null while nothing is filled in (§3.1).</summary>
    public decimal? PointsOf(StandardItem item) => ItemPoints.Of(item, Answer);
}
