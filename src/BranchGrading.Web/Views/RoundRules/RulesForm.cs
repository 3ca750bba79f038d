using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.RoundRules;

/// <summary>All rules of §3 as they are typed.</summary>
public sealed class RulesForm : GradeRulesForm
{
    [Display(Name = "公示天数"), Required(ErrorMessage = "请填写公示天数，不公示填 0。")]
    public int? PublicityDays { get; set; }

    [Display(Name = "D 级不得享受绩效奖励的年度")]
    public int? PerformanceBarYear { get; set; }

    public static RulesForm Of(Domain.Rounds.RoundRules rules)
    {
        var form = new RulesForm { PublicityDays = rules.PublicityDays, PerformanceBarYear = rules.PerformanceBarYear };
        form.Fill(rules);
        return form;
    }

    public Domain.Rounds.RoundRules ToRules() =>
        ToRules(Domain.Rounds.RoundRules.Default) with { PublicityDays = PublicityDays.GetValueOrDefault(), PerformanceBarYear = PerformanceBarYear };

    /// <summary>Puts what is wrong beside its field.</summary>
    public void Check(ModelStateDictionary modelState, string prefix) => Check(ToRules(), modelState, prefix);
}
