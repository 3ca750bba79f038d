using System.Security.Claims;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;

namespace BranchGrading.Web.Views.OrganisationChanges;

/// <summary>What a change is recorded with, whichever form it was told in.</summary>
public static class ChangeRecords
{
    public static ChangeRecord Record(this SchoolClock clock, ClaimsPrincipal by, DateOnly on, string? documentNumber, string? note = null) =>
        new(on, documentNumber, note, by.Viewer().Name, clock.UtcNow, clock.Today);
}
