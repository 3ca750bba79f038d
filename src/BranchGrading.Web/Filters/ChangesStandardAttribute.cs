using System.Globalization;
using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Views.Standards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace BranchGrading.Web.Filters;

/// <summary>Every page that changes a standard: where an opened round uses it, 409 with the reason and the way on, a new version.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ChangesStandardAttribute : Attribute, IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var http = context.HttpContext;
        var db = http.RequestServices.GetRequiredService<GradingDbContext>();
        var id = int.Parse((string)context.RouteData.Values["standardId"]!, CultureInfo.InvariantCulture);
        var use = await db.UseOfStandardAsync(id, http.RequestAborted);
        if (!use.CanChange && await db.FindStandardAsync(id, http.RequestAborted) is { } standard)
            context.Result = Locked(new StandardPage(standard, use, MayRun: true), context.ModelState);
        else
            await next();
    }

    private static ViewResult Locked(StandardPage page, ModelStateDictionary modelState)
    {
        // What was typed is of no use any more, nor is what was wrong with it.
        modelState.Clear();
        return new ViewResult
        {
            ViewName = "~/Views/Standards/Locked.cshtml",
            StatusCode = StatusCodes.Status409Conflict,
            ViewData = new ViewDataDictionary<StandardPage>(new EmptyModelMetadataProvider(), modelState) { Model = page },
        };
    }
}
