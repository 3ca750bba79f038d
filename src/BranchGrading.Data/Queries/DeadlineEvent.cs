namespace BranchGrading.Data.Queries;

/// <summary>Something in the calendar of deadlines: a moment, or a whole day.</summary>
/// <param name="Key">What it is, whatever its time: stays the same when the deadline moves for all; a unit that gets a deadline of its own gets an entry of its own.</param>
/// <param name="At">The first moment that is too late, in UTC; null where the whole day is meant.</param>
/// <param name="Day">The school's day on which it stands; 24:00 belongs to the day that ends.</param>
/// <param name="Title">What it is about: no names of people, no grades.</param>
public sealed record DeadlineEvent(string Key, DateTime? At, DateOnly Day, string Title)
{
    /// <summary>Which units it is about, where not all are; for the page alone.</summary>
    public string? Units { get; init; }

    /// <summary>Where to go.</summary>
    public string? Address { get; init; }
}
