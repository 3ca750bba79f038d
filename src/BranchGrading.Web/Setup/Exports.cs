using BranchGrading.Web.Exports;

namespace BranchGrading.Web.Setup;

/// <summary>The official forms.</summary>
public static class Exports
{
    public static void AddExports(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<FormDesk>();
        builder.Services.AddScoped<HandInDesk>();
        builder.Services.AddScoped<RoundArchive>();
        builder.Services.AddScoped<RoundRecords>();
        builder.Services.AddScoped<ScoreRecords>();
    }
}
