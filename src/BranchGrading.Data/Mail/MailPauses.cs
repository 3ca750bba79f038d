namespace BranchGrading.Data.Mail;

/// <summary>How long a mail waits after each try that failed: 1, 5, 15, 60 minutes, then every four hours until two days are over.</summary>
public static class MailPauses
{
    private static readonly int[] Minutes = [1, 5, 15, 60];
    private const int Hours = 4;

    /// <summary>After so many tries it is given up: about two days after the first.</summary>
    public const int MostTries = 17;

    /// <summary>A mail that nobody could try for so long, as none of the server's settings were there, tells of what is over.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(7);

    public static TimeSpan After(int tries) => tries <= Minutes.Length ? TimeSpan.FromMinutes(Minutes[Math.Max(tries, 1) - 1]) : TimeSpan.FromHours(Hours);
}
