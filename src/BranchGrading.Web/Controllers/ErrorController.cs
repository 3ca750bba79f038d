using System.Diagnostics;
using BranchGrading.Web.Filters;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>What people see when something is not there or went wrong.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorController : Controller
{
    [Route("/error"), NoFormKey]
    public IActionResult Failed()
    {
        Response.StatusCode = StatusCodes.Status500InternalServerError;
        return View("Failed", Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier);
    }

    [Route("/error/{status:int}"), NoFormKey]
    public IActionResult Status(int status) => status switch
    {
        StatusCodes.Status404NotFound => View("NotFound"),
        StatusCodes.Status413PayloadTooLarge => View("TooLarge"),
        _ => View("BadRequest"),
    };
}
