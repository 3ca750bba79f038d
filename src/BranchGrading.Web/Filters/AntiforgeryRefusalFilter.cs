using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BranchGrading.Web.Filters;

/// <summary>A form whose token is missing or out of date, or that is too large to be read, is refused with words.</summary>
public sealed class AntiforgeryRefusalFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult)
            return;
        // Of a body over the limit nothing is read, the token neither.
        var most = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
        context.Result = context.HttpContext.Request.ContentLength > most
            ? new ViewResult { ViewName = "~/Views/Error/TooLarge.cshtml", StatusCode = StatusCodes.Status413PayloadTooLarge }
            : new ViewResult { ViewName = "~/Views/Error/FormExpired.cshtml", StatusCode = StatusCodes.Status400BadRequest };
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
