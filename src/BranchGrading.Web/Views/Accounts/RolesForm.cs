using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Accounts;

public sealed class RolesForm : IRolesForm, IVersionedForm
{
    public List<string> Roles { get; set; } = [];

    /// <summary>The roles in words, for comparing two states of the form.</summary>
    [Display(Name = "角色")]
    public string Shown => string.Join("、", Data.Identity.Roles.Names.Where(role => Roles.Contains(role.Key)).Select(role => role.Value));

    public Guid Version { get; set; }
}
