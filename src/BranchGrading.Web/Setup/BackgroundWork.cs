using BranchGrading.Web.Works;

namespace BranchGrading.Web.Setup;

/// <summary>Long work that must not make a page wait.</summary>
public static class BackgroundWork
{
    public static void AddBackgroundWork(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<WorkRunner>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WorkRunner>());
    }
}
