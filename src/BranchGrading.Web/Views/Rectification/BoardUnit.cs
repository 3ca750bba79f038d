using BranchGrading.Domain.Figures;

namespace BranchGrading.Web.Views.Rectification;

/// <summary>The figures of a unit.</summary>
/// <param name="CommitteeId">Which.</param>
/// <param name="Name">Its name.</param>
/// <param name="Order">Its place in the display order.</param>
/// <param name="Required">Branches at C or D.</param>
/// <param name="Missing">Of these, how many have handed in no plan.</param>
/// <param name="Submitted">Plans that wait for approval.</param>
/// <param name="Open">整改中: neither accepted nor waiting for acceptance.</param>
/// <param name="Requested">待验收.</param>
/// <param name="Overdue">Of those not accepted, how many are past their day.</param>
/// <param name="Accepted">已销号.</param>
/// <param name="Urgent">D branches not closed half a year on.</param>
public sealed record BoardUnit(int CommitteeId, string Name, int Order, int Required, int Missing, int Submitted, int Open, int Requested, int Overdue, int Accepted, int Urgent)
{
    /// <summary>Items of running plans.</summary>
    public int Items => Open + Requested + Accepted;

    /// <summary>销号率 in percent with 2 places; null where nothing runs.</summary>
    public decimal? AcceptedShare => Share.Percent(Accepted, Items);
}
