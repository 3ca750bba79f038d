using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Standards;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.StandardItems;

/// <summary>An item with the fields of all methods; those that the chosen one does not need are not read.</summary>
public sealed class ItemForm : IVersionedForm
{
    private const int FewestRows = 4;

    [Display(Name = "项目名称"), Required(ErrorMessage = "请填写项目名称。"), StringLength(StandardItem.NameLength, ErrorMessage = "项目名称最多 {1} 个字。")]
    public string Name { get; set; } = "";

    [Display(Name = "计分方式"), Required(ErrorMessage = "请选择计分方式。")]
    public ItemMethod? Method { get; set; }

    [Display(Name = "分值")]
    public decimal? MaxPoints { get; set; }

    [Display(Name = "每次的分值")]
    public decimal? UnitPoints { get; set; }

    [Display(Name = "怎样计入")]
    public BonusKind BonusKind { get; set; }

    public Panel? Panel { get; set; }

    [Display(Name = "由谁测评")]
    public string? PanelWord => Panel switch { Domain.Assessments.Panel.Members => "党员测评", Domain.Assessments.Panel.Masses => "群众测评", _ => null };

    public List<OptionForm> Options { get; set; } = [];

    [Display(Name = "选项")]
    public string? OptionsText => FilledOptions.Any() ? string.Join("\n", FilledOptions.Select(option => $"{option.Name?.Trim()}：{option.Points:0.##} 分")) : null;

    [Display(Name = "评分说明"), StringLength(StandardItem.GuidanceLength, ErrorMessage = "评分说明最多 {1} 个字。")]
    public string? Guidance { get; set; }

    [Display(Name = "佐证材料"), StringLength(StandardItem.RequiredEvidenceLength, ErrorMessage = "佐证材料最多 {1} 个字。")]
    public string? Evidence { get; set; }

    public List<BranchType> NotApplicable { get; set; } = [];

    [Display(Name = "不适用的支部")]
    public string? NotApplicableText => NotApplicable.Count == 0 ? null : string.Join("、", NotApplicable.Order().Select(type => type.Word()));

    public Guid Version { get; set; }

    private IEnumerable<OptionForm> FilledOptions => Options.Where(option => option.Points is not null || !string.IsNullOrWhiteSpace(option.Name));

    /// <summary>A blank one.</summary>
    public static ItemForm New() => new ItemForm { Method = ItemMethod.Points }.WithRows();

    public static ItemForm Of(StandardItem item) => new ItemForm
    {
        Name = item.Name,
        Method = item.Method,
        MaxPoints = item.Method is ItemMethod.Veto or ItemMethod.Options ? null : item.MaxPoints,
        UnitPoints = item.Method is ItemMethod.Deduction or ItemMethod.Bonus ? item.UnitPoints : null,
        BonusKind = item.BonusKind,
        Panel = item.Panel,
        Options = [.. item.Options.OrderBy(option => option.Order).Select(option => new OptionForm { Name = option.Name, Points = option.Points })],
        Guidance = item.Guidance,
        Evidence = item.RequiredEvidence,
        NotApplicable = [.. item.NotApplicableTo],
    }.WithVersion().WithRows();

    /// <summary>Blank rows, so that a choice can be added without asking for a row first.</summary>
    public ItemForm WithRows(int atLeast = FewestRows)
    {
        while (Options.Count < Math.Max(atLeast, FilledOptions.Count() + 1))
            Options.Add(new OptionForm());
        return this;
    }

    /// <summary>Puts what the chosen method lacks beside its fields, and forgets what is wrong with fields that it does not read.</summary>
    public void Check(ModelStateDictionary modelState)
    {
        Forget(modelState, Method is not (ItemMethod.Points or ItemMethod.Deduction or ItemMethod.Bonus or ItemMethod.Vote), "Form.MaxPoints");
        Forget(modelState, Method is not (ItemMethod.Deduction or ItemMethod.Bonus), "Form.UnitPoints");
        Forget(modelState, Method != ItemMethod.Options, "Form.Options");
        switch (Method)
        {
            case ItemMethod.Options:
                CheckOptions(modelState);
                break;
            case ItemMethod.Points or ItemMethod.Deduction or ItemMethod.Bonus or ItemMethod.Vote:
                Require(modelState, "Form.MaxPoints", MaxPoints, "请填写分值。");
                break;
        }

        if (Method is ItemMethod.Deduction or ItemMethod.Bonus)
            Require(modelState, "Form.UnitPoints", UnitPoints, Method == ItemMethod.Bonus ? "请填写每项加几分。" : "请填写每次扣几分。");
        if (Method == ItemMethod.Vote && Panel is null)
            modelState.AddModelError("Form.Panel", "请选择由谁测评。");
    }

    /// <summary>The item as the form describes it.</summary>
    /// <exception cref="Domain.RuleViolationException">It is no item of a standard.</exception>
    public StandardItem ToItem() => (Method switch
    {
        ItemMethod.Options => StandardItem.ByOptions(Name, Guidance ?? "", Evidence ?? "", [.. FilledOptions.Select(option => new ItemOption(option.Name ?? "", option.Points!.Value))]),
        ItemMethod.Deduction => StandardItem.ByDeduction(Name, Guidance ?? "", Evidence ?? "", MaxPoints!.Value, UnitPoints!.Value),
        ItemMethod.Bonus => StandardItem.ByBonus(Name, Guidance ?? "", Evidence ?? "", MaxPoints!.Value, UnitPoints!.Value, BonusKind),
        ItemMethod.Vote => StandardItem.ByVote(Name, Guidance ?? "", MaxPoints!.Value, Panel!.Value, Evidence ?? ""),
        ItemMethod.Veto => StandardItem.ByVeto(Name, Guidance ?? "", Evidence ?? ""),
        _ => StandardItem.ByPoints(Name, Guidance ?? "", Evidence ?? "", MaxPoints!.Value),
    }).ExceptFor(NotApplicable);

    private void CheckOptions(ModelStateDictionary modelState)
    {
        for (var i = 0; i < Options.Count; i++)
        {
            var (hasName, hasPoints) = (!string.IsNullOrWhiteSpace(Options[i].Name), Options[i].Points is not null || modelState[$"Form.Options[{i}].Points"] is { Errors.Count: > 0 });
            if (hasPoints && !hasName)
                modelState.AddModelError($"Form.Options[{i}].Name", $"第 {i + 1} 行有分值，请写明是什么情形。");
            if (hasName && !hasPoints)
                modelState.AddModelError($"Form.Options[{i}].Points", $"请填写「{Options[i].Name!.Trim()}」的分值，没有分填 0。");
        }

        if (FilledOptions.Count() < 2)
            modelState.AddModelError("Form.Options[0].Name", "至少要写两种情形。");
    }

    private static void Require(ModelStateDictionary modelState, string key, decimal? number, string sentence)
    {
        if (modelState[key] is { Errors.Count: > 0 })
            return;
        if (number is null)
            modelState.AddModelError(key, sentence);
        else if (number <= 0)
            modelState.AddModelError(key, "应大于 0。");
    }

    private static void Forget(ModelStateDictionary modelState, bool isUnused, string key)
    {
        if (!isUnused)
            return;
        foreach (var part in modelState.Keys.Where(part => part.Equals(key, StringComparison.OrdinalIgnoreCase) || part.StartsWith(key + "[", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            modelState.ClearValidationState(part);
            modelState.MarkFieldSkipped(part);
        }
    }
}
