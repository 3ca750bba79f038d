namespace BranchGrading.Data;

/// <summary>What a school sets for the whole installation: its name and the wording and fonts of its forms. There is one row.</summary>
public sealed class SchoolSettings
{
    public const int OnlyId = 1;
    public const int TextMaxLength = 100;
    public const string DefaultInvestigationFormTitle = "高等学校基层党支部调查摸底与分类定级表";
    public const string DefaultRectificationFormTitle = "高等学校基层党支部整改汇总表";

    public int Id { get; private set; } = OnlyId;

    /// <summary>Set when a demo database is made, and never changed.</summary>
    public bool IsDemo { get; init; }

    public string SchoolName { get; set; } = "";

    /// <summary>The school in forms and file names, also before its name is set.</summary>
    public string UnitName => SchoolName is "" ? "学校党委" : SchoolName;

    public string DepartmentName { get; set; } = "党委组织部";

    public string? ContactPhone { get; set; }

    /// <summary>Title of 附表3.</summary>
    public string InvestigationFormTitle { get; set; } = DefaultInvestigationFormTitle;

    /// <summary>Title of 附表4.</summary>
    public string SummaryFormTitle { get; set; } = "高等学校基层党支部分类定级汇总表";

    /// <summary>Title of 附表5.</summary>
    public string RectificationFormTitle { get; set; } = DefaultRectificationFormTitle;

    /// <summary>附表5 lists every branch, not only those at C or D.</summary>
    public bool RectificationListsAll { get; set; }

    /// <summary>Note behind the titles of the forms, e.g. 样表; empty for none.</summary>
    public string? FormNote { get; set; } = "样表";

    /// <summary>Places for signatures under each form, separated by 、.</summary>
    public string FormFoot { get; set; } = "书记（签字）、填表人、联系电话、填报时间";

    public string TitleFont { get; set; } = "方正小标宋简体";

    public string BodyFont { get; set; } = "仿宋_GB2312";

    /// <summary>Where handed-in forms are mailed to; null for nowhere.</summary>
    public string? DepartmentMail { get; set; }

    /// <summary>The address of the application as people reach it, for links in mails, e.g. https://djpj.example.edu.cn; null for no links.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>So many days before a deadline those who are missing are reminded.</summary>
    public int ReminderDays { get; set; } = 2;

    public Guid Version { get; private set; }
}
