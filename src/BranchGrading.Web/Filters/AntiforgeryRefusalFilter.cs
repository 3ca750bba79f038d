using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BranchGrading.Web.Filters;

/// <summary>A form whose token is missing or out of date is refused with words.</summary>
public sealed class AntiforgeryRefusalFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
            context.Result = new ViewResult { ViewName = "~/Views/Error/FormExpired.cshtml", StatusCode = StatusCodes.Status400BadRequest };
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
