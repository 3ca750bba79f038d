namespace BranchGrading.Data.Queries;

/// <summary>A person that a look-up means, with every bar of all final rounds; namesakes are persons of their own.</summary>
/// <param name="Offices">Present offices, the past ones where there is none: post and unit, what tells namesakes apart.</param>
public sealed record PersonBars(int PersonId, string Name, string? StaffNumber, string? Phone, IReadOnlyList<PersonOffice> Offices, IReadOnlyList<PersonBar> Bars)
{
    /// <summary>Those in force on a day.</summary>
    public IReadOnlyList<PersonBar> InForce(DateOnly day) => Bars.Where(bar => bar.Consequence.IsInForce(day)).ToList();

    /// <summary>Those that have ended before a day, or begin after it.</summary>
    public IReadOnlyList<PersonBar> Others(DateOnly day) => Bars.Where(bar => !bar.Consequence.IsInForce(day)).ToList();
}
