using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.ScenarioAdoptions;

/// <summary>Which rules of a scenario are put in force, and why. The versions are those of the round and of the scenario as they were shown.</summary>
public sealed class ScenarioAdoptionForm : IVersionedForm
{
    [Display(Name = "采用的理由"), Required(ErrorMessage = "请写明采用的理由，它会印在附表 4 下面。"), StringLength(RuleChange.ReasonMaxLength, ErrorMessage = "理由最多 300 个字。")]
    public string Reason { get; set; } = "";

    public Guid Version { get; set; }

    public Guid ScenarioVersion { get; set; }

    /// <summary>Keys of the rules that were shown as adoptable, joined with commas: no fewer are adopted silently.</summary>
    public string Keys { get; set; } = "";

    /// <summary>The mark of the moves that were shown.</summary>
    public string Shown { get; set; } = "";
}
