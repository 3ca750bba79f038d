using static BranchGrading.Data.Identity.Roles;

namespace BranchGrading.Web.Security;

/// <summary>Who may do what: one line a policy. What rows they meet there is decided by what the account may see.</summary>
public static class Policies
{
    /// <summary>Anybody who is signed in.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>Committees, branches, people and past grades: the department keeps them.</summary>
    public const string KeepOrganisation = nameof(KeepOrganisation);

    /// <summary>Looking at committees, branches and people within what the account may see.</summary>
    public const string SeeOrganisation = nameof(SeeOrganisation);

    /// <summary>Looking at the changes of the whole school's organisation.</summary>
    public const string SeeOrganisationChanges = nameof(SeeOrganisationChanges);

    /// <summary>Recording floating members: a branch and its committee their own, the department all.</summary>
    public const string KeepFloatingMembers = nameof(KeepFloatingMembers);

    /// <summary>Looking at what a committee did in a year: its officers, department and inspectors.</summary>
    public const string SeeCommitteeYear = nameof(SeeCommitteeYear);

    /// <summary>Recording 工作方案, 联系点, 公开承诺, 领导点评 and trainings: a committee its own, the department all.</summary>
    public const string KeepCommitteeYear = nameof(KeepCommitteeYear);

    /// <summary>Rounds: preparing, opening, deciding, publishing.</summary>
    public const string RunRound = nameof(RunRound);

    /// <summary>Looking at a round's figures within what the account may see.</summary>
    public const string SeeRound = nameof(SeeRound);

    /// <summary>The grades of the whole round, before and after publication.</summary>
    public const string SeeGrades = nameof(SeeGrades);

    /// <summary>Looking at self-assessments within what the account may see.</summary>
    public const string SeeAssessment = nameof(SeeAssessment);

    /// <summary>Recording what the school found out about branches and reports.</summary>
    public const string RecordEvidence = nameof(RecordEvidence);

    /// <summary>Importing a committee's results.</summary>
    public const string ImportResults = nameof(ImportResults);

    /// <summary>Downloading the official forms.</summary>
    public const string ExportForms = nameof(ExportForms);

    /// <summary>Results of the own branch or committee after publication.</summary>
    public const string SeeResults = nameof(SeeResults);

    /// <summary>Recommending A branches as 先进党支部: the department, a committee its own.</summary>
    public const string Recommend = nameof(Recommend);

    /// <summary>Looking up whether a person is barred from rewards or promotion.</summary>
    public const string LookUpBars = nameof(LookUpBars);

    /// <summary>Reviewing branches: scores, ballots, opinion and grade.</summary>
    public const string Review = nameof(Review);

    /// <summary>Looking at reviews and reports of committees.</summary>
    public const string SeeReview = nameof(SeeReview);

    /// <summary>Writing and handing up the own committee's report.</summary>
    public const string Report = nameof(Report);

    /// <summary>The reports of all committees.</summary>
    public const string SeeReports = nameof(SeeReports);

    /// <summary>Filling in a self-assessment: the secretary, or an officer for the branch.</summary>
    public const string FillAssessment = nameof(FillAssessment);

    /// <summary>What a committee handed in: the department, a committee its own.</summary>
    public const string SeeHandIns = nameof(SeeHandIns);

    /// <summary>The board of rectification: how far the plans of all branches, or of the own committee's, are.</summary>
    public const string SeeRectification = nameof(SeeRectification);

    /// <summary>Giving a self-assessment back: whoever reviews the branch.</summary>
    public const string ReturnAssessment = nameof(ReturnAssessment);

    /// <summary>Looking at plans within what the account may see.</summary>
    public const string SeePlan = nameof(SeePlan);

    /// <summary>Writing a plan: the secretary, or an officer for the branch.</summary>
    public const string WritePlan = nameof(WritePlan);

    /// <summary>Approving a plan or sending it back: the committee, the department in its place.</summary>
    public const string DecidePlan = nameof(DecidePlan);

    /// <summary>Writing entries to the items of a running plan.</summary>
    public const string RecordPlan = nameof(RecordPlan);

    /// <summary>Giving out one-time passwords to accounts in one's care.</summary>
    public const string CareForAccounts = nameof(CareForAccounts);

    /// <summary>Making accounts from the roster.</summary>
    public const string MakeAccounts = nameof(MakeAccounts);

    /// <summary>Accounts and roles of everybody, settings.</summary>
    public const string Administer = nameof(Administer);

    /// <summary>Looking at public holidays and make-up days.</summary>
    public const string SeeCalendar = nameof(SeeCalendar);

    /// <summary>The outbox and the wording of mails.</summary>
    public const string KeepMails = nameof(KeepMails);

    /// <summary>Reminding those who have not handed in: the department all, a committee its own.</summary>
    public const string Remind = nameof(Remind);

    /// <summary>The calendar of deadlines, and one's own address of it.</summary>
    public const string SeeDeadlines = nameof(SeeDeadlines);

    /// <summary>Reading notices and good cases, and confirming them.</summary>
    public const string ReadBulletins = nameof(ReadBulletins);

    /// <summary>Writing notices and good cases: the department for the school, a committee for its own people.</summary>
    public const string WriteBulletins = nameof(WriteBulletins);

    /// <summary>Reading the audit.</summary>
    public const string ReadAudit = nameof(ReadAudit);

    public static IReadOnlyDictionary<string, string[]> Roles { get; } = new Dictionary<string, string[]>
    {
        [KeepOrganisation] = [OrganizationDepartment],
        [SeeOrganisation] = [OrganizationDepartment, CommitteeOfficer, BranchSecretary, Inspector],
        [SeeOrganisationChanges] = [OrganizationDepartment, Inspector],
        [KeepFloatingMembers] = [OrganizationDepartment, CommitteeOfficer, BranchSecretary],
        [SeeCommitteeYear] = [OrganizationDepartment, CommitteeOfficer, Inspector],
        [KeepCommitteeYear] = [OrganizationDepartment, CommitteeOfficer],
        [RunRound] = [OrganizationDepartment],
        [SeeRound] = [OrganizationDepartment, CommitteeOfficer, Inspector],
        [SeeGrades] = [OrganizationDepartment, Inspector],
        [FillAssessment] = [BranchSecretary, CommitteeOfficer],
        [SeeAssessment] = [BranchSecretary, CommitteeOfficer, OrganizationDepartment, Inspector],
        [RecordEvidence] = [OrganizationDepartment, Inspector],
        [ImportResults] = [OrganizationDepartment, CommitteeOfficer],
        [ExportForms] = [OrganizationDepartment, CommitteeOfficer],
        [SeeResults] = [OrganizationDepartment, CommitteeOfficer, BranchSecretary, Inspector],
        [Recommend] = [OrganizationDepartment, CommitteeOfficer],
        [LookUpBars] = [OrganizationDepartment],
        [Review] = [CommitteeOfficer, OrganizationDepartment],
        [SeeReview] = [CommitteeOfficer, OrganizationDepartment, Inspector],
        [Report] = [CommitteeOfficer],
        [SeeReports] = [OrganizationDepartment, Inspector],
        [SeeHandIns] = [OrganizationDepartment, CommitteeOfficer, Inspector],
        [SeeRectification] = [OrganizationDepartment, CommitteeOfficer, Inspector],
        [ReturnAssessment] = [OrganizationDepartment, CommitteeOfficer],
        [SeePlan] = [BranchSecretary, CommitteeOfficer, OrganizationDepartment, Inspector],
        [WritePlan] = [BranchSecretary, CommitteeOfficer],
        [DecidePlan] = [CommitteeOfficer, OrganizationDepartment],
        [RecordPlan] = [BranchSecretary, CommitteeOfficer, OrganizationDepartment],
        [CareForAccounts] = [SystemAdministrator, OrganizationDepartment, CommitteeOfficer],
        [MakeAccounts] = [OrganizationDepartment],
        [Administer] = [SystemAdministrator],
        [SeeCalendar] = [SystemAdministrator, OrganizationDepartment],
        [KeepMails] = [OrganizationDepartment],
        [Remind] = [OrganizationDepartment, CommitteeOfficer],
        [SeeDeadlines] = [OrganizationDepartment, CommitteeOfficer, BranchSecretary, Inspector],
        [ReadBulletins] = [OrganizationDepartment, CommitteeOfficer, BranchSecretary, Inspector],
        [WriteBulletins] = [OrganizationDepartment, CommitteeOfficer],
        [ReadAudit] = [Auditor],
    };
}
