using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;

namespace BranchGrading.Web.Views.Drafts;

/// <summary>What is typed of a committee's opinion and findings, as it was typed: what cannot be read stays in its field.</summary>
public sealed class OpinionForm : IVersionedForm
{
    [Display(Name = "初评意见")]
    public string? Opinion { get; set; }

    [Display(Name = "拟定等级")]
    public Grade? ProposedGrade { get; set; }

    [Display(Name = "联系领导")]
    public string? ContactLeader { get; set; }

    public bool ByVisit { get; set; }

    public bool ByAppraisal { get; set; }

    public bool ByRecords { get; set; }

    [Display(Name = "学习型党组织建设验收")]
    public bool? LearningAccepted { get; set; }

    [Display(Name = "对党组织的满意度")]
    public string? OrganisationSatisfaction { get; set; }

    [Display(Name = "对书记的满意度")]
    public string? HeadSatisfaction { get; set; }

    public Guid Version { get; set; }

    /// <summary>All of it in words, to stand beside another text.</summary>
    public string Words => $"意见：{Opinion ?? "（空）"}\n拟定等级：{ProposedGrade?.ToString() ?? "（空）"}\n联系领导：{ContactLeader ?? "（空）"}\n核实方式：{(Methods.Count == 0 ? "（空）" : string.Join('、', Methods.Select(method => method.Word())))}\n学习型党组织建设验收：{LearningAccepted switch { true => "通过", false => "未通过", _ => "（空）" }}\n满意度：党组织 {OrganisationSatisfaction ?? "（空）"}，书记 {HeadSatisfaction ?? "（空）"}";

    private List<InvestigationMethod> Methods => new[] { (ByVisit, InvestigationMethod.Visit), (ByAppraisal, InvestigationMethod.Appraisal), (ByRecords, InvestigationMethod.Records) }
        .Where(method => method.Item1).Select(method => method.Item2).ToList();

    public static OpinionForm Of(PreliminaryReview? review) => new()
    {
        Opinion = review?.Opinion,
        ProposedGrade = review?.ProposedGrade,
        ContactLeader = review?.ContactLeader,
        ByVisit = review?.Methods.Contains(InvestigationMethod.Visit) == true,
        ByAppraisal = review?.Methods.Contains(InvestigationMethod.Appraisal) == true,
        ByRecords = review?.Methods.Contains(InvestigationMethod.Records) == true,
        LearningAccepted = review?.LearningAccepted,
        OrganisationSatisfaction = review?.OrganisationSatisfaction?.ToString("0.##", CultureInfo.InvariantCulture),
        HeadSatisfaction = review?.HeadSatisfaction?.ToString("0.##", CultureInfo.InvariantCulture),
        Version = review?.Version ?? Guid.Empty,
    };

    /// <summary>What was typed, read; null where a figure is none, and then what to write instead.</summary>
    public OpinionDraft? Read(out string? error)
    {
        error = null;
        var organisation = Percent(OrganisationSatisfaction, ref error);
        var head = Percent(HeadSatisfaction, ref error);
        return error is null ? new OpinionDraft(Opinion, ProposedGrade, ContactLeader, Methods, LearningAccepted, organisation, head, Version) : null;
    }

    private static decimal? Percent(string? typed, ref string? error)
    {
        var text = (typed ?? "").Normalize(NormalizationForm.FormKC).Replace('。', '.').Trim().TrimEnd('%');
        if (text.Length == 0)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share))
            return share;
        error ??= $"「{typed}」不是满意度。请写 0 到 100 之间的数字，例如 96.5。";
        return null;
    }
}
