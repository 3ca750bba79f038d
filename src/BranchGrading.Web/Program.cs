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
    builder.AddPeople();
    builder.AddBackgroundWork();
    builder.AddHealth();

    var app = builder.Build();
    app.UseProxy();
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
catch (SettingException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}
catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"Urls: {taken.Message} Stop the other program or choose another address with --urls.");
    return 2;
}
finally
{
    await Log.CloseAndFlushAsync();
}
