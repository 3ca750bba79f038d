using BranchGrading.Web.Works;

namespace BranchGrading.Web.Setup;

/// <summary>Long work that must not make a page wait.</summary>
public static class BackgroundWork
{
    /// <summary>Large results lie in <c>works</c> in the data folder for about an hour.</summary>
    public static void AddBackgroundWork(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new WorkFolder(Path.Combine(builder.DataFolder(), "works")));
        builder.Services.AddSingleton<WorkRunner>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WorkRunner>());
    }
}
