using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.RoundRules;

/// <summary>The rules of §3 as they are typed: shares in percent.</summary>
public sealed class RulesForm
{
    [Display(Name = "自评权重"), Required(ErrorMessage = "请填写自评权重。")]
    public decimal? SelfWeightPercent { get; set; }

    [Display(Name = "A 级分数线"), Required(ErrorMessage = "请填写A 级分数线。")]
    public decimal? BoundA { get; set; }

    [Display(Name = "B 级分数线"), Required(ErrorMessage = "请填写B 级分数线。")]
    public decimal? BoundB { get; set; }

    [Display(Name = "C 级分数线"), Required(ErrorMessage = "请填写C 级分数线。")]
    public decimal? BoundC { get; set; }

    [Display(Name = "「一般」也计入满意")]
    public bool FairCounts { get; set; }

    [Display(Name = "群众满意率最低要求")]
    public decimal? LeastMassSatisfaction { get; set; }

    [Display(Name = "不越级晋升：每年最多升一级")]
    public bool NoLevelSkipping { get; set; }

    [Display(Name = "A 级比例上限"), Required(ErrorMessage = "请填写A 级比例上限。")]
    public decimal? CapPercent { get; set; }

    [Display(Name = "A 级名额的范围")]
    public CapScope CapScope { get; set; }

    [Display(Name = "公示天数"), Required(ErrorMessage = "请填写公示天数，不公示填 0。")]
    public int? PublicityDays { get; set; }

    [Display(Name = "D 级不得享受绩效奖励的年度")]
    public int? PerformanceBarYear { get; set; }

    public static RulesForm Of(Domain.Rounds.RoundRules rules) => new()
    {
        SelfWeightPercent = rules.SelfWeight * 100,
        BoundA = rules.BoundA,
        BoundB = rules.BoundB,
        BoundC = rules.BoundC,
        FairCounts = rules.FairCounts,
        LeastMassSatisfaction = rules.LeastMassSatisfaction,
        NoLevelSkipping = rules.NoLevelSkipping,
        CapPercent = rules.CapShare * 100,
        CapScope = rules.CapScope,
        PublicityDays = rules.PublicityDays,
        PerformanceBarYear = rules.PerformanceBarYear,
    };

    public Domain.Rounds.RoundRules ToRules() => new()
    {
        SelfWeight = SelfWeightPercent.GetValueOrDefault() / 100,
        BoundA = BoundA.GetValueOrDefault(),
        BoundB = BoundB.GetValueOrDefault(),
        BoundC = BoundC.GetValueOrDefault(),
        FairCounts = FairCounts,
        LeastMassSatisfaction = LeastMassSatisfaction,
        NoLevelSkipping = NoLevelSkipping,
        CapShare = CapPercent.GetValueOrDefault() / 100,
        CapScope = CapScope,
        PublicityDays = PublicityDays.GetValueOrDefault(),
        PerformanceBarYear = PerformanceBarYear,
    };

    /// <summary>Puts what is wrong beside its field.</summary>
    public void Check(ModelStateDictionary modelState, string prefix) => Check(ToRules(), modelState, prefix);

    /// <summary>The same for another form with fields of the same names.</summary>
    public static void Check(Domain.Rounds.RoundRules rules, ModelStateDictionary modelState, string prefix)
    {
        foreach (var problem in rules.WhyNot())
        {
            var field = problem.Property switch
            {
                nameof(Domain.Rounds.RoundRules.SelfWeight) => nameof(SelfWeightPercent),
                nameof(Domain.Rounds.RoundRules.CapShare) => nameof(CapPercent),
                var same => same,
            };
            modelState.AddModelError($"{prefix}.{field}", problem.Text + "。");
        }
    }
}
