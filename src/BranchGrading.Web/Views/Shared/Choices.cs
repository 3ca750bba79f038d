using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Shared;

/// <summary>What a list to choose from offers for an enumeration: nothing yet, then each value by its name on screen.</summary>
public static class Choices
{
    public static IReadOnlyList<SelectListItem> Of<T>(Func<T, bool>? offered = null)
        where T : struct, Enum => Enum.GetValues<T>()
        .Where(value => offered is null || offered(value))
        .Select(value => new SelectListItem(typeof(T).GetField(value.ToString())!.GetCustomAttribute<DisplayAttribute>()!.Name, value.ToString()))
        .Prepend(new SelectListItem("请选择", ""))
        .ToList();

    /// <summary>The name of one value on screen.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => typeof(T).GetField(value.ToString())!.GetCustomAttribute<DisplayAttribute>()!.Name!;
}
