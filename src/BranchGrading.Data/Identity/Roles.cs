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
        [CommitteeOfficer] = "组织员",
        [BranchSecretary] = "支部书记",
        [Inspector] = "督查督导组",
        [SystemAdministrator] = "系统管理员",
        [Auditor] = "审计员",
    };

    /// <summary>三员: roles that look after the system and take no part in grading.</summary>
    public static IReadOnlyList<string> Apart { get; } = [SystemAdministrator, Auditor];

    /// <summary>Why these roles cannot be one account's, in words for the user; null when they can.</summary>
    public static string? Conflict(IReadOnlyCollection<string> roles)
    {
        if (roles.Contains(SystemAdministrator) && roles.Contains(Auditor))
            return $"{Names[SystemAdministrator]}和{Names[Auditor]}不能是同一个账号，管理的人和查记录的人要分开。";
        return Apart.FirstOrDefault(roles.Contains) is { } apart && roles.Except(Apart).FirstOrDefault() is { } grading
            ? $"{Names[apart]}不参加评定，不能同时是{Names[grading]}。"
            : null;
    }
}
