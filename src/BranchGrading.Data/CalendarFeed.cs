using System.Security.Cryptography;
using System.Text;
using BranchGrading.Data.Identity;

namespace BranchGrading.Data;

/// <summary>The secret address of somebody's calendar (.ics); kept as a hash, renewed at will.</summary>
public sealed class CalendarFeed
{
    /// <summary>160 random bits.</summary>
    private const int SecretBytes = 20;

    private CalendarFeed()
    {
    }

    public CalendarFeed(int accountId) => AccountId = accountId;

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    public Account Account { get; private set; } = null!;

    /// <summary>SHA-256 of the secret, 64 hexadecimal digits.</summary>
    public string SecretHash { get; private set; } = "";

    public DateTime MadeAt { get; private set; }

    /// <summary>What is stored of a secret. It is long and random: nothing slower is needed to keep it.</summary>
    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A new secret; the address before it is dead from now on.</summary>
    /// <returns>The secret, which is not kept.</returns>
    public string Renew(DateTime now)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        (SecretHash, MadeAt) = (HashOf(secret), now);
        return secret;
    }
}
