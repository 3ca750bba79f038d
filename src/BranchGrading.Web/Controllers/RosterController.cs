using BranchGrading.Data;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Committees;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>The roster for other programs: the branches that the school has now, in display order.</summary>
[Authorize(Policies.KeepOrganisation)]
public sealed class RosterController(GradingDbContext db) : Controller
{
    [HttpGet("/committees/roster.json")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var branches = await db.Branches.Where(branch => branch.IsActive)
            .OrderBy(branch => branch.Committee.DisplayOrder).ThenBy(branch => branch.CommitteeId).ThenBy(branch => branch.DisplayOrder).ThenBy(branch => branch.Id)
            .Select(branch => new
            {
                Committee = new { branch.Committee.Name, branch.Committee.Code, branch.Committee.Kind },
                branch.Name,
                branch.Type,
                branch.Code,
                branch.FullMembers,
                branch.ProbationaryMembers,
                branch.Founded,
                branch.Elected,
                Secretary = branch.Terms.Where(term => term.Post == Post.Secretary && term.To == null)
                    .Select(term => new { term.Person.Name, term.Person.Phone, term.From }).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return Json(branches.Select(branch => new RosterEntry(
            branch.Committee.Name, branch.Committee.Code, branch.Committee.Kind.ToString(), branch.Name, branch.Type.ToString(), branch.Code,
            branch.Secretary?.Name, branch.Secretary?.Phone, Month(branch.Secretary?.From),
            branch.FullMembers, branch.ProbationaryMembers, Month(branch.Founded), Month(branch.Elected))));
    }

    private static string? Month(DateOnly? day) => day?.ToString("yyyy-MM");
}
