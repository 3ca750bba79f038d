using System.ComponentModel.DataAnnotations;
using System.Reflection;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Web.Views.Shared;

/// <summary>A field that was changed by somebody else while its form was open: what is saved, what was typed.</summary>
public sealed record FormDifference(string Label, string? Saved, string? Typed)
{
    /// <summary>The fields with a display name in which two states of a form differ.</summary>
    public static IReadOnlyList<FormDifference> Between(object saved, object typed) => saved.GetType()
        .GetProperties()
        .SelectMany(property => property.PropertyType.Name.EndsWith("Form", StringComparison.Ordinal)
            ? Between(property.GetValue(saved)!, property.GetValue(typed)!)
            : property.GetCustomAttribute<DisplayAttribute>()?.Name is { } label
                ? [new FormDifference(label, Show(property.GetValue(saved)), Show(property.GetValue(typed)))]
                : [])
        .Where(difference => difference.Saved != difference.Typed)
        .ToList();

    private static string? Show(object? value) => value switch
    {
        null or "" => null,
        true => "是",
        false => "否",
        DateOnly day => day.ToString("yyyy年M月d日"),
        decimal number => number.ToString("0.####"),
        EvidenceKind kind => kind.Word(),
        PlanKind kind => kind.Word(),
        RescoreMethod method => method.Word(),
        Enum name => name.GetType().GetField(name.ToString())?.GetCustomAttribute<DisplayAttribute>()?.Name ?? name.ToString(),
        _ => value.ToString()!.Replace("\r\n", "\n", StringComparison.Ordinal).Trim(),
    };
}
