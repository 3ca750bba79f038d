using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.Standards;

/// <summary>A standard with the rounds that use it, as its pages show it.</summary>
public sealed record StandardPage(ScoringStandard Standard, StandardUse Use, bool MayRun)
{
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    public IReadOnlyList<BranchType> Types => Standard.Kind.BranchTypes();

    public IEnumerable<StandardHead> Heads => Standard.Heads.OrderBy(head => head.Order);

    public bool MayEdit => MayRun && Use.CanChange;

    /// <summary>附表 1，学生党支部用；第 2 版。</summary>
    public string Purpose => $"{(Standard.Kind == StandardKind.Student ? "附表 1" : "附表 2")}，{Standard.Kind.Word()}用；第 {Standard.VersionNumber} 版。";

    /// <summary>What to look at twice: full marks other than 100, type by type; none where all have 100.</summary>
    public IReadOnlyList<string> Doubts => Types.GroupBy(Standard.FullMarks).Where(types => types.Key != 100)
        .Select(types => $"{string.Join("、", types.Select(type => type.Word()))}党支部的满分是 {types.Key:0.##} 分，不是 100 分。").ToList();

    /// <summary>一、领导班子好</summary>
    public static string Numbered(StandardHead head) => head.Order <= Numerals.Length ? $"{Numerals[head.Order - 1]}、{head.Name}" : head.Name;

    /// <summary>25 分；离退休 21 分</summary>
    public string MarksOf(StandardHead head) => head.HoldsVetoesOnly
        ? "有一项即为 D 级"
        : string.Join("；", Types.GroupBy(head.FullMarks).Select((types, index) => index == 0 ? $"{types.Key:0.##} 分" : $"{string.Join("、", types.Select(type => type.Word()))} {types.Key:0.##} 分"));

    /// <summary>What the branch itself scores: the full marks without the ballots.</summary>
    public decimal SelfMarks(BranchType type) => StandardScore.Self(Standard, type, _ => null).FullMarks;
}
