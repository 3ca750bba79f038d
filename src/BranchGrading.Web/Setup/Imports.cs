using BranchGrading.Web.Imports;

namespace BranchGrading.Web.Setup;

/// <summary>The kinds of import there are.</summary>
public static class Imports
{
    public static void AddImports(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<SchoolProfile>();
        builder.Services.AddScoped<RunningPublicity>();
        builder.Services.AddScoped<WaitingBulletins>();
        builder.Services.AddScoped<IImport, RosterImport>();
        builder.Services.AddScoped<IImport, PastGradesImport>();
        builder.Services.AddScoped<IImport, ResultsImport>();
        builder.Services.AddScoped<IImport, PlanItemsImport>();
        builder.Services.AddScoped<ImportDesk>();
    }
}
