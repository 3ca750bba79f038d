namespace BranchGrading.Web.Setup;

/// <summary>What reading files needs.</summary>
public static class Imports
{
    public static void AddImports(this WebApplicationBuilder builder) => builder.Services.AddScoped<SchoolProfile>();
}
