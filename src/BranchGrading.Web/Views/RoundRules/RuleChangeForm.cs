using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.RoundRules;

/// <summary>New values for the rules of an opened round, with the reason.</summary>
public sealed class RuleChangeForm : IVersionedForm
{
    public RulesForm Rules { get; set; } = new();

    [Display(Name = "修改的理由"), Required(ErrorMessage = "请写明修改的理由，它会印在附表 4 下面。"), StringLength(RuleChange.ReasonMaxLength, ErrorMessage = "理由最多 300 个字。")]
    public string Reason { get; set; } = "";

    public Guid Version { get; set; }

    /// <summary>The mark of the moves that were shown; empty where nothing was.</summary>
    public string? Shown { get; set; }

    public static RuleChangeForm Of(GradingRound round) => new() { Rules = RulesForm.Of(round.Rules), Version = round.Version };
}
