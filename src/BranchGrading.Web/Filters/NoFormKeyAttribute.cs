using Microsoft.AspNetCore.Mvc.Filters;

namespace BranchGrading.Web.Filters;

/// <summary>A POST that may be repeated without harm, such as signing in or out.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NoFormKeyAttribute : Attribute, IFilterMetadata;
