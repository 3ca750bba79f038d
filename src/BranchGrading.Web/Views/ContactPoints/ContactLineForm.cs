using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.ContactPoints;

/// <summary>The leader in contact with one branch; blank where none is.</summary>
public sealed class ContactLineForm
{
    public int BranchId { get; set; }

    [StringLength(ContactPoint.LeaderMaxLength, ErrorMessage = "联系领导最多 {1} 个字。")]
    public string? Leader { get; set; }

    /// <summary>Its name, as the page tells it; not posted.</summary>
    [JsonIgnore]
    public string? Branch { get; internal set; }
}
