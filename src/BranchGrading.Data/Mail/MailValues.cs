namespace BranchGrading.Data.Mail;

/// <summary>What the places of a template stand for in one mail. No scores, grades or reasons: only what waits, for whom, until when and where.</summary>
public sealed record MailValues
{
    /// <summary>{单位}: the branch or committee, e.g. 机电学院党委.</summary>
    public string Unit { get; init; } = "";

    /// <summary>{事项}: what waits, e.g. 2026年度支部自评.</summary>
    public string Matter { get; init; } = "";

    /// <summary>{截止}: until when in words, e.g. 4月8日 星期日 24:00; empty for no deadline.</summary>
    public string Until { get; init; } = "";

    /// <summary>{说明}: one sentence more; empty for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>{链接}: the page to go to, from its first slash on, e.g. /assessments/7. The school's public address is put before it.</summary>
    public string Path { get; init; } = "/";
}
