using BranchGrading.Data.Queries;

namespace BranchGrading.Web.Views.Bulletins;

/// <summary>Which readers of a bulletin are listed.</summary>
public sealed class ReceiptFilter
{
    public ReceiptShow Show { get; set; }

    public string? Committee { get; set; }

    public int? Page { get; set; }

    public bool Holds(BulletinReader reader, ReceiptShow show) => (string.IsNullOrEmpty(Committee) || ReceiptList.GroupOf(reader) == Committee)
        && show switch { ReceiptShow.Open => reader.ConfirmedAt is null, ReceiptShow.Confirmed => reader.ConfirmedAt is not null, _ => true };

    public string With(ReceiptShow show) => QueryString.Create([KeyValuePair.Create("show", (string?)show.ToString()), .. string.IsNullOrEmpty(Committee) ? Array.Empty<KeyValuePair<string, string?>>() : [KeyValuePair.Create("committee", (string?)Committee)]]).ToString();
}
