using System.Security.Cryptography;

namespace BranchGrading.Web.Security;

/// <summary>A random password that is handed over on paper: no letter that could be taken for another.</summary>
public static class OneTimePassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    /// <summary>How long one that was handed out stays good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>Twelve characters in three groups, with letters and digits: more than 50 random bits.</summary>
    public static string New()
    {
        while (true)
        {
            var characters = RandomNumberGenerator.GetString(Letters + Digits, 12);
            if (characters.Any(char.IsAsciiDigit) && characters.Any(char.IsAsciiLetter))
                return $"{characters[..4]}-{characters[4..8]}-{characters[8..]}";
        }
    }
}
