namespace BranchGrading.Domain.Rectification;

/// <summary>A plan sent back by the committee: why, by whom, when.</summary>
public sealed class PlanReturn
{
    public const int CommentMaxLength = 500;

    private PlanReturn()
    {
    }

    internal PlanReturn(string? comment, string by, DateTime at)
    {
        Comment = Text.Required(comment, CommentMaxLength, "退回的意见");
        (By, At) = (by, at);
    }

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public string Comment { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}
