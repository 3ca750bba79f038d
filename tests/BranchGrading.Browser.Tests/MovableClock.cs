namespace BranchGrading.Browser.Tests;

/// <summary>Time that runs as it does, from another day on once it is told so.</summary>
internal sealed class MovableClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    /// <summary>So many days later.</summary>
    public void Advance(int days) => _ahead += TimeSpan.FromDays(days);
}
