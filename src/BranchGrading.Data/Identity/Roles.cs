namespace BranchGrading.Data.Identity;

/// <summary>The roles of the domain (§1), with their names on screen.</summary>
public static class Roles
{
    public const string BranchSecretary = nameof(BranchSecretary);
    public const string CommitteeOfficer = nameof(CommitteeOfficer);
    public const string OrganizationDepartment = nameof(OrganizationDepartment);
    public const string Inspector = nameof(Inspector);
    public const string SystemAdministrator = nameof(SystemAdministrator);
    public const string Auditor = nameof(Auditor);

    /// <summary>Every role with its name on screen, in the order lists show them.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [OrganizationDepartment] = "党委组织部",
        [CommitteeOfficer] = "二级党组织组织员",
        [BranchSecretary] = "支部书记",
        [Inspector] = "督查督导组",
        [SystemAdministrator] = "系统管理员",
        [Auditor] = "审计员",
    };
}
