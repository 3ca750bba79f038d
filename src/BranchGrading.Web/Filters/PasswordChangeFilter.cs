using BranchGrading.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BranchGrading.Web.Filters;

/// <summary>Whoever came in with a one-time password chooses an own one before anything else.</summary>
public sealed class PasswordChangeFilter : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.User.HasClaim(AccountClaims.MustChangePassword, "1")
            && context.ActionDescriptor.RouteValues["controller"] is not ("Password" or "Session" or "Error"))
            context.Result = new RedirectToActionResult("Edit", "Password", null);
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
