using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.Drafts;

/// <summary>What is typed for one item, as it was typed: what cannot be read stays in its field.</summary>
public sealed class ItemForm : IVersionedForm
{
    [BindRequired]
    public int ItemId { get; set; }

    [Display(Name = "得分")]
    public string? Points { get; set; }

    public int? Option { get; set; }

    [Display(Name = "次数")]
    public string? Times { get; set; }

    public bool Vetoed { get; set; }

    [Display(Name = "说明")]
    public string? Note { get; set; }

    public Guid Version { get; set; }

    public static ItemForm Of(StandardItem item, ItemScore? score) => new()
    {
        ItemId = item.Id,
        Points = score?.Points?.ToString("0.##", CultureInfo.InvariantCulture),
        Option = score?.Option,
        Times = score?.Times?.ToString(CultureInfo.InvariantCulture),
        Vetoed = score?.Vetoed == true,
        Note = score?.Note,
        Version = score?.Version ?? Guid.Empty,
    };

    /// <summary>What was typed, read; null where it is no number, and then what to write instead.</summary>
    public ItemDraft? Read(StandardItem item, out string? error)
    {
        error = null;
        var answer = new ItemAnswer { Option = item.Method == ItemMethod.Options ? Option : null };
        if (item.Method == ItemMethod.Points && Plain(Points) is { Length: > 0 } points)
        {
            if (decimal.TryParse(points, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var exact))
                answer = answer with { Points = exact };
            else
                error = $"「{Points}」不是分数。请写 0 到 {item.MaxPoints:0.##} 之间的数字，小数点用「.」，例如 {item.MaxPoints / 2:0.0#}。";
        }

        if (item.Method is ItemMethod.Deduction or ItemMethod.Bonus && Plain(Times) is { Length: > 0 } times)
        {
            if (int.TryParse(times, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
                answer = answer with { Times = whole };
            else
                error = $"「{Times}」不是次数。请写 0 到 1000 之间的整数，没有就写 0。";
        }

        return error is null ? new ItemDraft(item.Id, answer, Vetoed, Note, Version) : null;
    }

    /// <summary>Full-width digits and points are digits and points, and so is the full stop of the Chinese keyboard.</summary>
    private static string Plain(string? typed) => (typed ?? "").Normalize(NormalizationForm.FormKC).Replace('。', '.').Trim();
}
