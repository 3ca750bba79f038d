namespace BranchGrading.Web.Setup;

/// <summary>Time, from one source.</summary>
public static class Clock
{
    public static void AddClock(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<SchoolClock>();
    }
}
