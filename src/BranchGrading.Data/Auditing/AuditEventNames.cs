using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace BranchGrading.Data.Auditing;

/// <summary>The names on screen of the catalogue's events.</summary>
public static class AuditEventNames
{
    public static IReadOnlyDictionary<string, string> All { get; } = typeof(AuditEvent)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => field.Name, field => field.GetCustomAttribute<DisplayAttribute>()!.Name!);
}
