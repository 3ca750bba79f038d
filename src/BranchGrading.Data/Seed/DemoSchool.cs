using BranchGrading.Data.Identity;
using Microsoft.AspNetCore.Identity;

namespace BranchGrading.Data.Seed;

/// <summary>The demo school: invented, in the middle of its year.</summary>
public static class DemoSchool
{
    public const string Name = "江州大学";
    public const string Phone = "0551-6360 1234（工作日 8:00–17:30）";

    /// <summary>The password of every demo account; such accounts exist in demo databases only.</summary>
    public const string Password = "demo-2026";

    public static IReadOnlyList<DemoAccount> Accounts { get; } = [];

    public static Task SeedAsync(GradingDbContext db, IPasswordHasher<Account> hasher, DateTime now, DateOnly today) => Task.CompletedTask;
}
