namespace BranchGrading.Browser.Tests;

/// <summary>Time that runs as it does, from another moment on once it is told so.</summary>
internal sealed class MovableClock : TimeProvider
{
    private TimeSpan _ahead;

    public MovableClock()
    {
    }

    /// <summary>Runs from a moment on.</summary>
    public MovableClock(DateTimeOffset start) => _ahead = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    /// <summary>So many days later.</summary>
    public void Advance(int days) => Advance(TimeSpan.FromDays(days));

    public void Advance(TimeSpan time) => _ahead += time;
}
