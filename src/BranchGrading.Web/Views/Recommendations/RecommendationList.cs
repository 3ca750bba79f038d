using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Recommendations;

/// <summary>All branches of a final round that the viewer may look at for a recommendation: counts over all, rows as filtered.</summary>
public sealed class RecommendationList
{
    private const int PageSize = 100;

    private readonly List<RecommendationRow> _filtered;

    public RecommendationList(GradingRound round, IReadOnlyList<RecommendationRow> all, RecommendationForm form, RecommendationFilter filter, bool isDepartment, HttpRequest request)
    {
        (Round, All, Form, Filter, IsDepartment) = (round, all, form, filter, isDepartment);
        var named = all.Where(row => (filter.CommitteeId is null || row.CommitteeId == filter.CommitteeId)
            && (string.IsNullOrWhiteSpace(filter.Q) || row.Branch.Contains(filter.Q.Trim(), StringComparison.OrdinalIgnoreCase))).ToList();
        (Recommendable, Recommended, Refused) = (named.Count(row => row.WhyNot is null), named.Count(row => row.Recommendations.Count > 0), named.Count(row => row.WhyNot is not null));
        _filtered = named.FindAll(row => filter.Show switch
        {
            RecommendationFilter.Recommended => row.Recommendations.Count > 0,
            RecommendationFilter.Refused => row.WhyNot is not null,
            _ => row.WhyNot is null,
        });
        Pager = Pager.Of(filter.Page, PageSize, _filtered.Count, request);
    }

    public GradingRound Round { get; }

    public IReadOnlyList<RecommendationRow> All { get; }

    public RecommendationForm Form { get; }

    public RecommendationFilter Filter { get; }

    public bool IsDepartment { get; }

    public int Recommendable { get; }

    public int Recommended { get; }

    public int Refused { get; }

    public Pager Pager { get; }

    public IEnumerable<RecommendationRow> Rows => _filtered.Skip(Pager.Skip).Take(PageSize);

    /// <summary>Whether rows can be ticked: the list of those refused has none to tick.</summary>
    public bool MayTick => Rows.Any(row => row.WhyNot is null);

    /// <summary>The levels at which the viewer may recommend.</summary>
    public IReadOnlyList<RecommendationLevel> Levels => LevelsOf(IsDepartment);

    public IEnumerable<SelectListItem> LevelChoices => Levels.Select(level => new SelectListItem(level.Word(), level.ToString())).Prepend(new SelectListItem("请选择", ""));

    public IReadOnlyList<(int Id, string Name)> Committees => All.Select(row => (row.CommitteeId, row.Committee)).Distinct().ToList();

    public static IReadOnlyList<RecommendationLevel> LevelsOf(bool isDepartment) => isDepartment ? Enum.GetValues<RecommendationLevel>() : Recommendation.OfCommittees;
}
