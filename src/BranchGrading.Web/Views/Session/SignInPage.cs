using BranchGrading.Data.Seed;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Session;

/// <summary>The sign-in page: the form, this year's dates, and the demo accounts where there are any.</summary>
public sealed record SignInPage(SignInForm Form, IReadOnlyList<DemoAccount> DemoAccounts, SignInPage.RoundDates? Round)
{
    public sealed record RoundDates(int Year, RoundDeadlines Deadlines);
}
