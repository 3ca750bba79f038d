using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Publicity;

/// <summary>Where objections are received.</summary>
public sealed class PublicityForm : IVersionedForm
{
    [Display(Name = "受理异议的电话"), StringLength(Publication.TelephoneMaxLength, ErrorMessage = "电话最多 60 个字。")]
    public string? Telephone { get; set; }

    [Display(Name = "受理异议的地点"), StringLength(Publication.PlaceMaxLength, ErrorMessage = "地点最多 100 个字。")]
    public string? Place { get; set; }

    public Guid Version { get; set; }

    public static PublicityForm Of(Publication publication) => new PublicityForm { Telephone = publication.Telephone, Place = publication.Place }.WithVersion();
}
