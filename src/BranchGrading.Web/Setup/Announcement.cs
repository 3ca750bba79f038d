using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BranchGrading.Web.Setup;

/// <summary>Says on the console where to go, once the application listens.</summary>
public static class Announcement
{
    public static void AnnounceAddress(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine($"党支部分类定级 is ready: open {string.Join(" or ", addresses)} in a browser. Stop with Ctrl+C.");
    });
}
