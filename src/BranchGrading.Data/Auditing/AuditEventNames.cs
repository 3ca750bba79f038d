using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace BranchGrading.Data.Auditing;

/// <summary>The names on screen of the catalogue's events.</summary>
public static class AuditEventNames
{
    public static IReadOnlyDictionary<string, string> All { get; } = typeof(AuditEvent)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => field.Name, field => field.GetCustomAttribute<DisplayAttribute>()!.Name!);

    /// <summary>Events of earlier versions: nothing writes them any more, but their rows are read for as long as they are kept.</summary>
    public static IReadOnlyDictionary<string, string> Retired { get; } = new Dictionary<string, string> { ["BranchCreated"] = "新建支部", ["BranchDissolved"] = "撤销支部" };

    /// <summary>The name of a stored event.</summary>
    public static string Of(string stored) => All.GetValueOrDefault(stored) ?? Retired.GetValueOrDefault(stored, stored);
}
