namespace BranchGrading.Domain.Assessments;

/// <summary>What is to be changed in a returned self-assessment: a step or one of its items, and why.</summary>
public sealed class ReturnedPart
{
    public const int ReasonMaxLength = 300;
    public const int LabelMaxLength = 220;

    private ReturnedPart()
    {
    }

    public ReturnedPart(AssessmentPart part, int? itemId, string label, string reason)
    {
        (Part, ItemId) = (part, itemId);
        Label = Text.Required(label, LabelMaxLength, "退回的项目");
        Reason = Text.Required(reason, ReasonMaxLength, $"「{Label}」的退回理由");
    }

    public int Id { get; private set; }

    public int ReturnId { get; private set; }

    public AssessmentPart Part { get; private set; }

    /// <summary>The item of the standard; null for a whole step.</summary>
    public int? ItemId { get; private set; }

    public string Label { get; private set; } = "";

    public string Reason { get; private set; } = "";
}
