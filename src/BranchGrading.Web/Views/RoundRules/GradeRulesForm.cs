using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.RoundRules;

/// <summary>The rules that move grades, as they are typed: shares in percent.</summary>
public abstract class GradeRulesForm
{
    [Display(Name = "自评权重"), Required(ErrorMessage = "请填写自评权重。")]
    public decimal? SelfWeightPercent { get; set; }

    [Display(Name = "A 级分数线"), Required(ErrorMessage = "请填写 A 级分数线。")]
    public decimal? BoundA { get; set; }

    [Display(Name = "B 级分数线"), Required(ErrorMessage = "请填写 B 级分数线。")]
    public decimal? BoundB { get; set; }

    [Display(Name = "C 级分数线"), Required(ErrorMessage = "请填写 C 级分数线。")]
    public decimal? BoundC { get; set; }

    [Display(Name = "「一般」也计入满意")]
    public bool FairCounts { get; set; }

    [Display(Name = "群众满意率最低要求")]
    public decimal? LeastMassSatisfaction { get; set; }

    [Display(Name = "不越级晋升：每年最多升一级")]
    public bool NoLevelSkipping { get; set; }

    [Display(Name = "A 级比例上限"), Required(ErrorMessage = "请填写 A 级比例上限。")]
    public decimal? CapPercent { get; set; }

    [Display(Name = "A 级名额的范围")]
    public CapScope CapScope { get; set; }

    /// <summary>These rules, with what is not typed here as it is.</summary>
    public Domain.Rounds.RoundRules ToRules(Domain.Rounds.RoundRules others) => others with
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
    };

    protected void Fill(Domain.Rounds.RoundRules rules)
    {
        SelfWeightPercent = rules.SelfWeight * 100;
        (BoundA, BoundB, BoundC) = (rules.BoundA, rules.BoundB, rules.BoundC);
        (FairCounts, LeastMassSatisfaction, NoLevelSkipping) = (rules.FairCounts, rules.LeastMassSatisfaction, rules.NoLevelSkipping);
        CapPercent = rules.CapShare * 100;
        CapScope = rules.CapScope;
    }

    /// <summary>Puts what is wrong with the rules typed beside its field.</summary>
    protected static void Check(Domain.Rounds.RoundRules rules, ModelStateDictionary modelState, string prefix)
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
