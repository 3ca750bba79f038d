using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Deadlines;

/// <summary>Deadlines of an opened round, moved with a reason.</summary>
public sealed class DeadlineChangeForm : IVersionedForm
{
    public DeadlinesForm Deadlines { get; set; } = new();

    [Display(Name = "调整的理由"), Required(ErrorMessage = "请写明调整的理由。"), StringLength(300, ErrorMessage = "理由最多 300 个字。")]
    public string Reason { get; set; } = "";

    public Guid Version { get; set; }

    public static DeadlineChangeForm Of(GradingRound round, SchoolClock clock) => new() { Deadlines = DeadlinesForm.Of(round.Deadlines, clock), Version = round.Version };
}
