using System.ComponentModel.DataAnnotations;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using Microsoft.AspNetCore.WebUtilities;

namespace BranchGrading.Web.Views.Decisions;

/// <summary>Which branches, which grade and why; or which decisions to take back.</summary>
public sealed class DecisionForm : IValidatableObject
{
    /// <summary>A school has up to 2,000 branches, and all of them may be ticked.</summary>
    public const int MostFields = 8_192;

    /// <summary>Says that the page of the one branch is where to go afterwards.</summary>
    public const string BackToBranch = "branch";

    [Display(Name = "支部")]
    public List<int> Ids { get; set; } = [];

    [Display(Name = "评定等级")]
    public Grade? Grade { get; set; }

    [Display(Name = "理由"), StringLength(FinalDecision.ReasonMaxLength, ErrorMessage = "理由最多 300 个字。")]
    public string? Reason { get; set; } = "";

    /// <summary>Whether decisions are taken back instead of made.</summary>
    public bool TakesBack { get; set; }

    /// <summary>Stands for the preview that is confirmed.</summary>
    public string? Shown { get; set; }

    /// <summary>How the desk was filtered, or the branch's page.</summary>
    public string? Back { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Ids.Count == 0)
            yield return new ValidationResult("请先选择支部。", [nameof(Ids)]);
        if (TakesBack)
            yield break;
        if (Grade is null)
            yield return new ValidationResult("请选择一个等级。", [nameof(Grade)]);
        if (string.IsNullOrWhiteSpace(Reason))
            yield return new ValidationResult("请写明理由。", [nameof(Reason)]);
    }

    public DeskAct ToAct() => new(Ids.ToHashSet(), Grade, Reason?.Trim() ?? "") { TakesBack = TakesBack };

    /// <summary>Where the act was begun, without a word about the branches.</summary>
    public string AddressBefore(int roundId) => Back == BackToBranch && Ids is [var only] ? $"/rounds/{roundId}/grades/{only}" : Desk(roundId);

    /// <summary>The branch's page, or the desk as it was filtered, at the first branch acted on.</summary>
    public string AddressAfter(int roundId, DecisionPreview done) =>
        Back == BackToBranch ? AddressBefore(roundId) : $"{Desk(roundId)}#b{done.Branches[0].Move.ParticipantId}";

    /// <summary>What was done, in a sentence.</summary>
    public static string Sentence(DeskAct act, DecisionPreview done)
    {
        var whom = done.Branches is [var one] ? $"「{one.Move.BranchName}」" : $"{done.Branches.Count} 个支部";
        var moved = done.Effect.Moved.Count == 0 ? "" : $"另有 {done.Effect.Moved.Count} 个支部的等级随名额变化。";
        return (act.TakesBack ? $"{whom}的决定已撤回，等级按规则重新计算。" : $"{whom}评为 {act.Grade}。") + moved;
    }

    private string Desk(int roundId)
    {
        var query = QueryHelpers.ParseQuery(Back is ['?', ..] ? Back : "").SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value));
        return $"/rounds/{roundId}/grades{QueryString.Create(query)}";
    }
}
