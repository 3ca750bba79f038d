using BranchGrading.Web.Accounts;
using BranchGrading.Web.People;

namespace BranchGrading.Web.Setup;

/// <summary>Finding people, and accounts for those whom the roster names.</summary>
public static class PeopleSetup
{
    public static void AddPeople(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PersonFinder>();
        builder.Services.AddScoped<RosterAccounts>();
    }
}
