using BranchGrading.Data.Queries;
using BranchGrading.Domain.Figures;
using BranchGrading.Domain.Grading;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Comparisons;

/// <summary>Two years beside each other: rates over all branches that the viewer sees, rows as filtered.</summary>
public sealed class ComparisonPage
{
    private const int PageSize = 100;

    private readonly List<ComparedBranch> _filtered;

    public ComparisonPage(IReadOnlyList<int> years, int from, int to, IReadOnlyList<ComparedBranch> all, ComparisonFilter filter, HttpRequest request)
    {
        (Years, From, To, All, Filter) = (years, from, to, all, filter);
        var own = all.Where(branch => filter.CommitteeId is null || branch.CommitteeId == filter.CommitteeId).ToList();
        Directions = Enum.GetValues<Direction>().Select(direction => (direction, own.Count(branch => branch.Direction == direction))).ToList();
        Chosen = own.Count;
        _filtered = own.FindAll(branch => filter.Direction is null || branch.Direction == filter.Direction);
        Pager = Pager.Of(filter.Page, PageSize, _filtered.Count, request);
    }

    public IReadOnlyList<int> Years { get; }

    public int From { get; }

    public int To { get; }

    public IReadOnlyList<ComparedBranch> All { get; }

    public ComparisonFilter Filter { get; }

    /// <summary>Branches of the chosen committee, or all.</summary>
    public int Chosen { get; }

    public IReadOnlyList<(Direction Direction, int Count)> Directions { get; }

    public Pager Pager { get; }

    public IEnumerable<ComparedBranch> Rows => _filtered.Skip(Pager.Skip).Take(PageSize);

    public IReadOnlyList<(int Id, string Name)> Committees => All.GroupBy(branch => branch.CommitteeId).Select(group => (group.Key, group.First().Committee)).ToList();

    public PromotionRate Total => PromotionRate.Of([.. All.Select(branch => (branch.From, branch.To))]);

    public Picture Flow => Picture.Flow(
        $"{From} 年度到 {To} 年度的等级", $"两年都有等级的 {Total.InBoth} 个：晋位 {Total.Risen} 个，保持 {Total.Same} 个，下降 {Total.Fallen} 个。另有新参评 {Total.New} 个，未再参评 {Total.Gone} 个。",
        $"{From}", $"{To}", $"{From} 无等级", $"{To} 无等级", Movement.Flows(All.Select(branch => (branch.From, branch.To))));

    /// <summary>晋位升级率 of every committee, and of all together where there are several.</summary>
    public Table Rates => new(
        "晋位升级率",
        [new("二级党组织", 30, IsNumber: false), new("两年都有等级", 14), new("晋位"), new("保持"), new("下降"), new("新参评"), new("未再参评"), new("晋位升级率 %", 14), new("原来不是 A 的", 14), new("其中晋位 %", 14)],
        [
            .. Committees.Select(committee => Line(committee.Name, PromotionRate.Of([.. All.Where(branch => branch.CommitteeId == committee.Id).Select(branch => (branch.From, branch.To))]))),
            .. Committees.Count > 1 ? [Line("合计", Total)] : Array.Empty<IReadOnlyList<object?>>(),
        ]);

    /// <summary>Every branch, for the workbook.</summary>
    public Table Branches => new(
        "支部对比",
        [new("二级党组织", 30), new("党支部", 36), new("原名或前身", 30), new($"{From} 年度", 12), new($"{To} 年度", 12), new("升降", 10)],
        [.. All.Select(branch => (IReadOnlyList<object?>)[branch.Committee, branch.Name, branch.Predecessor ?? branch.EarlierName ?? "", Named(branch.From), Named(branch.To), branch.Direction.Word()])]);

    /// <summary>The address of the same list with another direction.</summary>
    public string With(Direction? direction) => $"/comparisons?from={From}&to={To}{(Filter.CommitteeId is { } id ? $"&committeeId={id}" : "")}{(direction is null ? "" : $"&direction={direction}")}";

    private static IReadOnlyList<object?> Line(string name, PromotionRate rate) =>
        [name, rate.InBoth, rate.Risen, rate.Same, rate.Fallen, rate.New, rate.Gone, rate.Rate, rate.CouldRise, rate.RateOfThoseThatCould];

    private static string Named(Grade? grade) => grade is { } known ? $"{known} {known.Word()}" : "";
}
