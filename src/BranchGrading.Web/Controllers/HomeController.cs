using BranchGrading.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>The page after signing in: what to do next.</summary>
[Authorize(Policies.SignedIn)]
public sealed class HomeController : Controller
{
    [HttpGet("/")]
    public IActionResult Index() => View("Index");
}
