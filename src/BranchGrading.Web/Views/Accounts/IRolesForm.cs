namespace BranchGrading.Web.Views.Accounts;

/// <summary>A form with the roles of an account: a new one's or an existing one's.</summary>
public interface IRolesForm
{
    List<string> Roles { get; set; }
}
