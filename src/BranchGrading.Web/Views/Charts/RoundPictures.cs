using System.Globalization;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Figures;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Charts;

/// <summary>The six pictures of a round, each with its sentence and its table.</summary>
public static class RoundPictures
{
    private const string Goal = "全校党支部基本成为先进和较好党支部";
    private const int MostBranches = 50;
    private static readonly Grade[] Grades = Enum.GetValues<Grade>();

    public static IReadOnlyList<Picture> Of(GradingRound round, IReadOnlyList<PictureRow> rows, IReadOnlyList<YearShare> years) =>
    [
        ByCommittee(rows),
        ByType(rows),
        Scores(rows, round.Rules),
        SelfAgainstSuperior(round.Id, rows),
        Movement(round.Year, rows),
        Years(years),
    ];

    private static Picture ByCommittee(IReadOnlyList<PictureRow> rows)
    {
        var groups = rows.GroupBy(row => row.CommitteeId).Select(group => (Name: group.First().Committee, Counts: GradeCounts.Of(group.Select(row => row.Grade)))).ToList();
        var graded = groups.Where(group => group.Counts.Graded > 0).ToList();
        var shares = graded.ConvertAll(group => group.Counts.GoodShare!.Value);
        var sentence = graded.Count < 2 || shares.Min() == shares.Max() ? ""
            : $"先进和较好党支部占比最高的是{Having(shares.Max())}，最低的是{Having(shares.Min())}。";
        return Stacked("committees", "各二级党组织的等级", InTotal(rows) + sentence, "二级党组织", groups);

        string Having(decimal share)
        {
            var those = graded.FindAll(group => group.Counts.GoodShare == share);
            return $"{those[0].Name}{(those.Count > 1 ? $"等 {those.Count} 个单位" : "")}（{Percent(share)}）";
        }
    }

    private static Picture ByType(IReadOnlyList<PictureRow> rows)
    {
        var groups = rows.GroupBy(row => row.Type).OrderBy(group => group.Key).Select(group => (Name: group.Key.Word(), Counts: GradeCounts.Of(group.Select(row => row.Grade)))).ToList();
        return Stacked("types", "各类支部的等级", "先进和较好党支部占比：" + string.Join("，", groups.Select(group => $"{group.Name} {Percent(group.Counts.GoodShare)}")) + "。", "支部类型", groups);
    }

    private static Picture Stacked(string kind, string title, string sentence, string head, List<(string Name, GradeCounts Counts)> groups)
    {
        var hasNone = groups.Any(group => group.Counts.None > 0);
        return new Picture(
            kind, title, sentence,
            new { Series = Grades.Select(grade => new { Name = Named(grade), Grade = (Grade?)grade }).Append(new { Name = "未定等级", Grade = (Grade?)null }).Take(hasNone ? 5 : 4), Rows = groups.Select(group => new { group.Name, Counts = Cells(group.Counts) }) },
            new Table(
                title,
                [new(head, 30, IsNumber: false), new("支部"), .. Grades.Select(grade => new TableColumn(Named(grade))), .. hasNone ? [new TableColumn("未定等级")] : Array.Empty<TableColumn>(), new("A+B 占比 %", 12)],
                [.. groups.Select(group => (IReadOnlyList<object?>)[group.Name, group.Counts.Total, .. Cells(group.Counts).Cast<object?>(), group.Counts.GoodShare])]));

        IEnumerable<int> Cells(GradeCounts counts) => hasNone ? [counts.A, counts.B, counts.C, counts.D, counts.None] : [counts.A, counts.B, counts.C, counts.D];
    }

    private static Picture Scores(IReadOnlyList<PictureRow> rows, Domain.Rounds.RoundRules rules)
    {
        var scores = rows.Select(row => row.Composite).OfType<decimal>().ToList();
        var bins = ScoreHistogram.Of(scores);
        var bands = GradeCounts.Of(scores.Select(score => (Grade?)Band.Of(score, rules)));
        var sentence = scores.Count == 0 ? "还没有支部有最终得分。"
            : string.Create(CultureInfo.InvariantCulture, $"{scores.Count} 个支部有最终得分，最高 {scores.Max():0.00}，最低 {scores.Min():0.00}。够 A 级分数线（{rules.BoundA:0.##} 分）的 {bands.A} 个，够 B 级（{rules.BoundB:0.##} 分）的 {bands.B} 个，够 C 级（{rules.BoundC:0.##} 分）的 {bands.C} 个，不够 C 级的 {bands.D} 个。");
        return new Picture(
            "scores", "最终得分分布", sentence,
            new { Bins = bins.Select(bin => new[] { bin.From, bin.To, bin.Count }), Bounds = new[] { new { Name = "A", At = rules.BoundA }, new { Name = "B", At = rules.BoundB }, new { Name = "C", At = rules.BoundC } } },
            new Table(
                "最终得分分布",
                [new("分数段", 14, IsNumber: false), new("支部"), new("占比 %")],
                [.. bins.Where(bin => bin.Count > 0).OrderByDescending(bin => bin.From).Select(bin => (IReadOnlyList<object?>)
                    [bin.To == ScoreHistogram.Highest ? $"{bin.From}～{bin.To}" : $"{bin.From}～{bin.To}（不含）", bin.Count, Share.Percent(bin.Count, scores.Count)])]));
    }

    private static Picture SelfAgainstSuperior(int roundId, IReadOnlyList<PictureRow> rows)
    {
        var points = rows.Where(row => row is { Self: not null, Superior: not null }).Select(row => (Row: row, Gap: SelfGap.Of(row.Self!.Value, row.Superior!.Value)))
            .OrderByDescending(point => point.Gap).ToList();
        var sentence = points.Count == 0 ? "还没有支部同时有自评和上级评分。"
            : $"每个点是一个支部。{string.Join("，", SelfGap.Sections(points.ConvertAll(point => point.Gap)).Where(section => section.Count > 0).Select(section => $"{section.Name} {section.Count} 个"))}。";
        return new Picture(
            "gap", "自评与上级评分", sentence,
            new
            {
                Address = $"/rounds/{roundId}/grades/",
                SelfGap.High,
                Series = Grades.Select(grade => (Name: Named(grade), Grade: (Grade?)grade)).Append((Name: "未定等级", Grade: null))
                    .Select(series => new { series.Name, series.Grade, Points = points.Where(point => point.Row.Grade == series.Grade).Select(point => new object[] { point.Row.Superior!, point.Row.Self!, point.Row.ParticipantId, point.Row.Branch, point.Row.Committee }) })
                    .Where(series => series.Points.Any()),
            },
            new Table(
                "自评与上级评分",
                [new("党支部", 36, IsNumber: false), new("二级党组织", 30, IsNumber: false), new("自评"), new("上级评分"), new("自评减上级", 12), new("等级", 12, IsNumber: false)],
                [.. points.Select(point => (IReadOnlyList<object?>)
                    [new TableLink(point.Row.Branch, $"/rounds/{roundId}/grades/{point.Row.ParticipantId}"), point.Row.Committee, point.Row.Self, point.Row.Superior, point.Gap, point.Row.Grade is { } grade ? Named(grade) : null])],
                MostBranches));
    }

    private static Picture Movement(int year, IReadOnlyList<PictureRow> rows)
    {
        var pairs = rows.Select(row => (From: row.Previous, To: row.Grade)).ToList();
        var rate = PromotionRate.Of(pairs);
        return Picture.Flow(
            "上年等级到本年等级", $"晋位 {rate.Risen} 个，保持 {rate.Same} 个，下降 {rate.Fallen} 个；无上年等级 {rate.New} 个{(pairs.Any(pair => pair.To is null) ? $"，本年未定等级 {pairs.Count(pair => pair.To is null)} 个" : "")}。上年没有参评的，按最近一次参评的等级。",
            "上年", "本年", "无上年等级", "本年未定等级", Domain.Figures.Movement.Flows(pairs));
    }

    private static Picture Years(IReadOnlyList<YearShare> years)
    {
        var shares = years.Where(year => year.Counts.Graded > 0).ToList();
        var sentence = shares switch
        {
            [] => "还没有任何年度的等级。",
            [var only] => $"目标是{Goal}。{Said(only)}；还没有更早的年度可比。",
            [var first, .., var last] => $"目标是{Goal}。{Said(first)}，{Said(last)}。",
        };
        return new Picture(
            "years", "先进和较好党支部占比", sentence,
            new { Goal = $"目标：{Goal}", Years = shares.Select(year => new { Name = $"{year.Year}{Mark(year)}", Share = year.Counts.GoodShare, IsSettled = year.State == YearState.Settled }) },
            new Table(
                "历年占比",
                [new("年度", 14, IsNumber: false), new("有等级的支部", 14), .. Grades.Select(grade => new TableColumn(Named(grade))), new("A+B 占比 %", 12)],
                [.. shares.Select(year => (IReadOnlyList<object?>)[$"{year.Year}{Mark(year)}", year.Counts.Graded, .. Grades.Select(grade => (object?)year.Counts.Of(grade)), year.Counts.GoodShare])]));

        static string Said(YearShare year) => $"{year.Year} 年度{Mark(year)}占 {Percent(year.Counts.GoodShare)}";
        static string Mark(YearShare year) => year.State switch { YearState.Settled => "", YearState.Published => "（公示中）", _ => "（计算中）" };
    }

    private static string InTotal(IReadOnlyList<PictureRow> rows)
    {
        var counts = GradeCounts.Of(rows.Select(row => row.Grade));
        return $"全校 {counts.Total} 个支部：{string.Join("，", Grades.Select(grade => $"{grade} 级 {counts.Of(grade)} 个"))}{(counts.None > 0 ? $"，未定等级 {counts.None} 个" : "")}。";
    }

    private static string Named(Grade grade) => $"{grade} {grade.Word()}";

    private static string Percent(decimal? share) => share is { } known ? $"{known:0.00}%" : "暂无";
}
