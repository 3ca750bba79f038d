using BranchGrading.Web.People;

namespace BranchGrading.Web.Setup;

/// <summary>Finding people.</summary>
public static class PeopleSetup
{
    public static void AddPeople(this WebApplicationBuilder builder) => builder.Services.AddScoped<PersonFinder>();
}
