using BranchGrading.Data.Identity;

namespace BranchGrading.Data.Queries;

/// <summary>Who looks: the person behind an account and the roles in force.</summary>
public sealed record Viewer(int AccountId, int PersonId, string Name, IReadOnlySet<string> Roles)
{
    /// <summary>The program itself, where nobody asks: it sees the whole school and may do nothing.</summary>
    public static Viewer Program { get; } = new(0, 0, "系统", new HashSet<string> { Identity.Roles.Inspector });

    /// <summary>Whether the whole school's organisation and rounds are in sight.</summary>
    public bool SeesSchool => Is(Identity.Roles.OrganizationDepartment) || Is(Identity.Roles.Inspector);

    public bool IsDepartment => Is(Identity.Roles.OrganizationDepartment);

    public bool IsOfficer => Is(Identity.Roles.CommitteeOfficer);

    public bool IsSecretary => Is(Identity.Roles.BranchSecretary);

    public bool IsAdministrator => Is(Identity.Roles.SystemAdministrator);

    public bool Is(string role) => Roles.Contains(role);
}
