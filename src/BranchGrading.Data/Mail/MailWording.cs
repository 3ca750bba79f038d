using System.Text.RegularExpressions;

namespace BranchGrading.Data.Mail;

/// <summary>The wording of a kind of mail as it holds now, with what is the same in every mail of the school.</summary>
/// <param name="Template">Subject and body with places such as {事项}.</param>
/// <param name="IsOn">Whether mails of this kind are written at all.</param>
/// <param name="SchoolName">{学校}</param>
/// <param name="DepartmentName">{部门}</param>
/// <param name="PublicAddress">What stands before the path of a link; null for no links.</param>
public sealed partial record MailWording(MailText Template, bool IsOn, string SchoolName, string DepartmentName, string? PublicAddress)
{
    /// <summary>Every place a template may have, with what it stands for.</summary>
    public static IReadOnlyDictionary<string, string> Places { get; } = new Dictionary<string, string>
    {
        ["称呼"] = "收件人姓名",
        ["单位"] = "党支部或二级党组织的名称",
        ["事项"] = "要办的事",
        ["截止"] = "截止时间；没有规定时，正文里带它的那半句不写",
        ["说明"] = "补充说明，没有时为空",
        ["链接"] = "办理页面的网址",
        ["学校"] = "学校名称",
        ["部门"] = "部门名称",
    };

    /// <summary>Places in a text that no value belongs to.</summary>
    public static IReadOnlyList<string> UnknownPlaces(string text) =>
        [.. Place().Matches(text).Select(match => match.Groups[1].Value).Where(name => !Places.ContainsKey(name)).Distinct()];

    /// <summary>The mail for one recipient.</summary>
    public MailText For(MailRecipient recipient, MailValues values)
    {
        string Fill(string text) => Place().Replace(text, match => match.Groups[1].Value switch
        {
            "称呼" => recipient.Name,
            "单位" => values.Unit,
            "事项" => values.Matter,
            "截止" => values.Until is "" ? "（没有规定）" : values.Until,
            "说明" => values.Note,
            "链接" => Link(values.Path),
            "学校" => SchoolName,
            "部门" => DepartmentName,
            _ => match.Value,
        });

        return new(Cut(string.Join(' ', Fill(Template.Subject).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), OutboxMail.SubjectMaxLength), Cut(Fill(values.Until is "" ? AboutDeadline().Replace(Template.Body, "") : Template.Body), OutboxMail.BodyMaxLength));
    }

    private string Link(string path) => string.IsNullOrWhiteSpace(PublicAddress) ? "请登录分类定级系统办理。" : $"办理地址：{PublicAddress.TrimEnd('/')}{path}";

    /// <summary>A text in so many UTF-16 units, with … where it was cut; no character is cut in two.</summary>
    internal static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)] + "…";

    /// <summary>The half sentence that names the deadline: what follows a comma, or a sentence with its full stop.</summary>
    [GeneratedRegex(@"[，；][^，；。\r\n]*\{截止\}[^，；。\r\n]*|[^，；。\r\n]*\{截止\}[^，；。\r\n]*[，；。]?")]
    private static partial Regex AboutDeadline();

    [GeneratedRegex(@"\{([^{}\r\n]{1,10})\}")]
    private static partial Regex Place();
}
