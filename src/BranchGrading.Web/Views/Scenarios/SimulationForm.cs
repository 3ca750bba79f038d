using System.Globalization;
using BranchGrading.Web.Views.RoundRules;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.Scenarios;

/// <summary>Rules to try; the round's others stay as they are.</summary>
public sealed class SimulationForm : GradeRulesForm
{
    /// <summary>What the fields are called in addresses and forms.</summary>
    public const string Prefix = "Form.Rules";

    public static SimulationForm Of(Domain.Rounds.RoundRules rules)
    {
        var form = new SimulationForm();
        form.Fill(rules);
        return form;
    }

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
            Check(ToRules(Domain.Rounds.RoundRules.Default), modelState, Prefix);
    }

    private static string Show(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
