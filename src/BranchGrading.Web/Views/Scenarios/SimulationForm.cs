using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Views.RoundRules;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.Scenarios;

/// <summary>The rules that move grades, as they are typed: shares in percent. The round's other rules stay as they are.</summary>
public sealed class SimulationForm
{
    /// <summary>What the fields are called in addresses and forms.</summary>
    public const string Prefix = "Form.Rules";

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

    public static SimulationForm Of(Domain.Rounds.RoundRules rules) => new()
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
    };

    public Domain.Rounds.RoundRules ToRules(Domain.Rounds.RoundRules inForce) => inForce with
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

    /// <summary>Name and value of every field, as an address or a hidden copy carries them.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields() =>
    [
        ($"{Prefix}.{nameof(SelfWeightPercent)}", Show(SelfWeightPercent)),
        ($"{Prefix}.{nameof(BoundA)}", Show(BoundA)),
        ($"{Prefix}.{nameof(BoundB)}", Show(BoundB)),
        ($"{Prefix}.{nameof(BoundC)}", Show(BoundC)),
        ($"{Prefix}.{nameof(FairCounts)}", FairCounts ? "true" : "false"),
        ($"{Prefix}.{nameof(LeastMassSatisfaction)}", Show(LeastMassSatisfaction)),
        ($"{Prefix}.{nameof(NoLevelSkipping)}", NoLevelSkipping ? "true" : "false"),
        ($"{Prefix}.{nameof(CapPercent)}", Show(CapPercent)),
        ($"{Prefix}.{nameof(CapScope)}", CapScope.ToString()),
    ];

    /// <summary>The part of an address that asks for these rules.</summary>
    public string Query => string.Join('&', Fields().Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>Puts what is wrong beside its field; what could not be read has its error already.</summary>
    public void Check(ModelStateDictionary modelState)
    {
        if (modelState.FindKeysWithPrefix(Prefix).All(entry => entry.Value.Errors.Count == 0))
            RulesForm.Check(ToRules(Domain.Rounds.RoundRules.Default), modelState, Prefix);
    }

    private static string Show(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
