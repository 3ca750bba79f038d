using BranchGrading.Web.Setup;
using Serilog;

Localisation.UseChinese();
Log.Logger = Logging.ForStart();
try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddLogging();
    builder.AddStaticAssets();
    builder.AddClock();
    builder.AddDatabase();
    builder.AddIdentity();
    builder.AddPages();
    builder.AddImports();
    builder.AddExports();
    builder.AddPeople();
    builder.AddAttachments();
    builder.AddBackgroundWork();
    builder.AddMailing();
    builder.AddHealth();

    var app = builder.Build();
    app.UseProxy();
    app.UseHttpsOnly();
    app.UseErrorPages();
    app.UseSecurityHeaders();
    app.UseRequestLogging();
    app.UseRouting();
    app.UseAuthentication();
    app.UseAudit();
    app.UseAuthorization();
    app.MapStaticAssets().AllowAnonymous();
    app.MapControllers();
    app.MapHealth();

    if (await app.RunCommandAsync(args) is { } exitCode)
        return exitCode;
    await app.PrepareDatabaseAsync();
    app.AnnounceAddress();
    await app.RunAsync();
    return 0;
}
#pragma warning disable CA1031 // Whatever stops the start is told in one sentence; the log has the rest.
catch (Exception stopped) when (stopped is not HostAbortedException)
#pragma warning restore CA1031
{
    Log.ForContext(Serilog.Core.Constants.SourceContextPropertyName, StartFailure.LogSource).Error(stopped, "The start failed");
    await Console.Error.WriteLineAsync(StartFailure.Sentence(stopped));
    return 2;
}
finally
{
    await Log.CloseAndFlushAsync();
}
