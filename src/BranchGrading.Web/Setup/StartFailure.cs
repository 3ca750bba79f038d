namespace BranchGrading.Web.Setup;

/// <summary>Why the application did not start, in one sentence for whoever set it up.</summary>
public static class StartFailure
{
    /// <summary>The log keeps the whole of it; the console says the sentence only.</summary>
    public const string LogSource = "BranchGrading.Start";

    public static string Sentence(Exception stopped) => stopped switch
    {
        SettingException wrong => wrong.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } taken =>
            $"Urls: {taken.Message} Stop the other program or choose another address with --urls.",
        _ => $"The application could not start: {stopped.GetBaseException().Message.ReplaceLineEndings(" ")}",
    };
}
