using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace BranchGrading.Domain;

/// <summary>The words on screen of an enumeration: each value's display name.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    public static readonly IReadOnlyDictionary<T, string> All = Enum.GetValues<T>()
        .ToDictionary(value => value, value => typeof(T).GetField(value.ToString())!.GetCustomAttribute<DisplayAttribute>()!.Name!);
}
