namespace BranchGrading.Domain.Rounds;

/// <summary>Tells who is late and who is at risk of it: two days or less are left and less than half is done.</summary>
public static class PaceRule
{
    /// <summary>So near a deadline counts as near.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromDays(2);

    /// <param name="isHandedIn">It is done; then no deadline matters any more.</param>
    /// <param name="done">How many parts are done.</param>
    /// <param name="all">Of how many.</param>
    /// <param name="isReturned">It came back: whatever is filled in, it counts as less than half done.</param>
    /// <param name="deadline">The first moment that is too late.</param>
    /// <param name="now">This moment; both in UTC.</param>
    public static Pace Of(bool isHandedIn, int done, int all, bool isReturned, DateTime deadline, DateTime now) => isHandedIn ? Pace.Done
        : now >= deadline ? Pace.Late
        : deadline - now <= Near && (isReturned || done * 2 < all) ? Pace.AtRisk
        : Pace.OnTrack;
}
