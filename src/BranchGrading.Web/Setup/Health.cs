using BranchGrading.Data;

namespace BranchGrading.Web.Setup;

/// <summary>/health: whether the database answers.</summary>
public static class Health
{
    public static void AddHealth(this WebApplicationBuilder builder) => builder.Services.AddHealthChecks().AddDbContextCheck<GradingDbContext>();

    public static void MapHealth(this WebApplication app) => app.MapHealthChecks("/health").AllowAnonymous();
}
