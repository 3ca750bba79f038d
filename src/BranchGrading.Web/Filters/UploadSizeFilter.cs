using BranchGrading.Web.Imports.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BranchGrading.Web.Filters;

/// <summary>Says that a file is too large before anything tries to read it; a form cut off in the middle would look like an expired one.</summary>
public sealed class UploadSizeFilter : IAuthorizationFilter, IOrderedFilter
{
    /// <summary>A file of the greatest size, and the rest of its form.</summary>
    public const long MaxBody = SheetReader.MaxUpload + 100_000;

    /// <summary>Before the antiforgery token is looked for in the body.</summary>
    public int Order => int.MinValue;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > MaxBody)
            context.Result = new ViewResult { ViewName = "~/Views/Error/TooLarge.cshtml", StatusCode = StatusCodes.Status413PayloadTooLarge };
    }
}
