using BranchGrading.Data;
using BranchGrading.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Filters;

/// <summary>Where an action did not answer a refused rule or a concurrent change itself: 409 with the reason and the way back.</summary>
public sealed class RefusalFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        var reason = context.Exception switch
        {
            RuleViolationException rule => rule.Message,
            DbUpdateConcurrencyException => "您打开这一页之后，这里的内容被别人改过。请返回，看过最新的内容再办。",
            DbUpdateException { } taken when taken.IsUniqueViolation() => "刚才有人保存了同样的名称、编号或登录名。请返回，看过最新的内容再办。",
            _ => null,
        };
        if (reason is null)
            return;
        context.Result = new ViewResult
        {
            ViewName = "~/Views/Error/Refused.cshtml",
            StatusCode = StatusCodes.Status409Conflict,
            ViewData = new ViewDataDictionary<string>(new EmptyModelMetadataProvider(), context.ModelState) { Model = reason },
        };
        context.ExceptionHandled = true;
    }
}
