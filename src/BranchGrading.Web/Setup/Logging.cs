using Serilog;
using Serilog.Events;
using Serilog.Filters;
using Serilog.Formatting.Compact;

namespace BranchGrading.Web.Setup;

/// <summary>Logs for operators: JSON, a file a day, no names, scores, codes or addresses of pages.</summary>
public static class Logging
{
    public static Serilog.ILogger ForStart() => new LoggerConfiguration().MinimumLevel.Fatal().WriteTo.Console().CreateBootstrapLogger();

    public static void AddLogging(this WebApplicationBuilder builder)
    {
        var folder = Path.Combine(builder.DataFolder(), "logs");
        builder.Services.AddSerilog((_, configuration) => configuration
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            // Keys lie in the database unencrypted by design: docs/operations.md says how it is guarded.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .WriteTo.Logger(console => console
                // What stops a start is told in one sentence at its end.
                .Filter.ByExcluding(Matching.FromSource("Microsoft.EntityFrameworkCore"))
                .Filter.ByExcluding(Matching.FromSource("Microsoft.Extensions.Hosting"))
                .Filter.ByExcluding(Matching.FromSource(StartFailure.LogSource))
                .WriteTo.Console(restrictedToMinimumLevel: LogEventLevel.Warning))
            .WriteTo.File(new CompactJsonFormatter(), Path.Combine(folder, "log-.json"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: 200, shared: true));
    }

    /// <summary>One line a request: route template, status and duration, never the path.</summary>
    public static void UseRequestLogging(this WebApplication app) => app.Use(async (context, next) =>
    {
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        var started = clock.GetTimestamp();
        await next(context);
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
            Log.Information("{Method} {Route} {Status} {Milliseconds}", context.Request.Method, route, context.Response.StatusCode, (int)clock.GetElapsedTime(started).TotalMilliseconds);
    });
}
