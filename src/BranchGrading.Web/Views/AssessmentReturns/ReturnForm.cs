using System.ComponentModel.DataAnnotations;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.AssessmentReturns;

/// <summary>What goes back to the branch and why.</summary>
public sealed class ReturnForm
{
    [Display(Name = "总的意见")]
    [StringLength(AssessmentReturn.ReasonMaxLength, ErrorMessage = "总的意见最多 500 个字。")]
    public string? Reason { get; set; }

    /// <summary>The number of the submission that was looked at.</summary>
    public int Submission { get; set; }

    public List<ReturnPartForm> Parts { get; set; } = [];

    /// <summary>Every step and every item of the branch's standard, none of them chosen.</summary>
    public static ReturnForm Of(BranchPapers papers) => new()
    {
        Submission = papers.Self.Assessment?.Submissions.LastOrDefault()?.Number ?? 0,
        Parts =
        [
            .. Enum.GetValues<AssessmentPart>().Where(part => part != AssessmentPart.Items).Select(part => new ReturnPartForm { Part = part, Label = part.Word() }),
            .. papers.Self.Items.Select(item => new ReturnPartForm
            {
                Part = AssessmentPart.Items,
                ItemId = item.Id,
                Label = item.Name,
                Text = papers.Self.ScoreOf(item) is { } score ? ItemWords.Answer(item, score.Answer) : "",
            }),
        ],
    };

    /// <summary>What was posted, laid over what may be chosen: nothing else is taken. Whoever wrote a reason meant to choose.</summary>
    public ReturnForm Over(ReturnForm known)
    {
        foreach (var part in known.Parts)
        {
            var posted = Parts.FirstOrDefault(one => one.Part == part.Part && one.ItemId == part.ItemId);
            (part.IsChosen, part.Reason) = (posted is { IsChosen: true } || !string.IsNullOrWhiteSpace(posted?.Reason), posted?.Reason);
        }

        known.Reason = Reason;
        known.Submission = Submission;
        return known;
    }

    public IReadOnlyCollection<ReturnedPart> Chosen() => [.. Parts.Where(part => part.IsChosen).Select(part => new ReturnedPart(part.Part, part.ItemId, part.Label, part.Reason ?? ""))];
}
