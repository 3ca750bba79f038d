using System.Globalization;
using BranchGrading.Domain.Grading;

namespace BranchGrading.Web.Views.Grades;

/// <summary>The orders of the desk: by any column, either way; what is empty comes last, equals stand in the ranking's order.</summary>
public sealed class DeskOrder
{
    /// <summary>A column's key and the order it begins with: best and largest first, names and units from the beginning.</summary>
    public static readonly IReadOnlyDictionary<string, bool> BeginsDescending = new Dictionary<string, bool>
    {
        ["rank"] = false,
        ["name"] = false,
        ["unit"] = false,
        ["type"] = false,
        ["self"] = true,
        ["superior"] = true,
        ["score"] = true,
        ["member"] = true,
        ["mass"] = true,
        ["previous"] = false,
        ["computed"] = false,
        ["decided"] = false,
    };

    /// <summary>Between two places there is room for the line where a group begins, and for its cut.</summary>
    private const int PlaceStep = 4;

    private static readonly IComparer<object> ByName = Comparer<object>.Create((one, other) => CultureInfo.GetCultureInfo("zh-CN").CompareInfo.Compare((string)one, (string)other));

    private DeskOrder(string key, bool descending) => (Key, IsDescending) = (key, descending);

    public string Key { get; }

    public bool IsDescending { get; }

    public static DeskOrder Of(string? sort) => sort is ['-', .. var key] && BeginsDescending.ContainsKey(key) ? new(key, true) : new(BeginsDescending.ContainsKey(sort ?? "") ? sort! : "rank", false);

    /// <summary>The order that a click on a column's head asks for.</summary>
    public string After(string column) => (column == Key ? !IsDescending : BeginsDescending[column]) ? "-" + column : column;

    /// <summary>aria-sort of a column.</summary>
    public string? StateOf(string column) => column != Key ? null : IsDescending ? "descending" : "ascending";

    /// <summary>Whether the rows stand as they are ranked, so that a cut can be drawn between them.</summary>
    public bool ShowsCut(int groups) => (Key, IsDescending) is ("rank", false) || ((Key, IsDescending) is ("score", true) && groups == 1);

    public List<DeskRow> Sort(IEnumerable<DeskRow> rows, int groups)
    {
        // Of one group the ranking is the order of the scores, and there the cut can be drawn.
        if (Key == "rank" || ShowsCut(groups))
            return [.. IsDescending && Key == "rank" ? rows.OrderByDescending(row => row.Place) : rows.OrderBy(row => row.Place)];
        var known = rows.OrderBy(row => KeyOf(row) is null);
        var comparer = Key == "name" ? ByName : Comparer<object>.Default;
        return [.. (IsDescending ? known.ThenByDescending(row => KeyOf(row), comparer!) : known.ThenBy(row => KeyOf(row), comparer!)).ThenBy(row => row.Place)];
    }

    /// <summary>Gives every row its place in the ranking: by group, then as §3.5d compares, those without a grade last.</summary>
    public static void Rank(IEnumerable<DeskRow> rows, IReadOnlyList<CapGroup> groups)
    {
        var order = groups.Index().ToDictionary(pair => pair.Item.Key, pair => pair.Index);
        var ranked = rows.OrderBy(row => order.GetValueOrDefault(row.GroupKey, groups.Count)).ThenBy(row => row.Result.Grade is null)
            .ThenByDescending(row => row.Result.Composite).ThenByDescending(row => row.Result.MassSatisfaction)
            .ThenByDescending(row => row.Result.MemberSatisfaction).ThenByDescending(row => row.Result.Superior).ThenBy(row => row.Order);
        foreach (var (place, row) in ranked.ToList().Index())
            row.Place = PlaceStep * (place + 1);
    }

    private object? KeyOf(DeskRow row) => Key switch
    {
        "name" => row.Participant.BranchName,
        "unit" => row.Order,
        "type" => (int)row.Participant.BranchType,
        "self" => row.Result.SelfScore,
        "superior" => row.Result.Superior,
        "member" => row.Result.MemberSatisfaction,
        "mass" => row.Result.MassSatisfaction,
        "previous" => (int?)row.Result.PreviousGrade,
        "computed" => (int?)row.Result.Computed,
        "decided" => (int?)row.Result.Settled,
        _ => row.Result.Composite,
    };
}
