namespace BranchGrading.Domain.Standards;

/// <summary>What was filled in for an item, in words.</summary>
public static class ItemWords
{
    /// <summary>4.5 分 / 按期召开，个别记录不完整（4.5 分） / 2 次（4 − 2 × 0.5 = 3 分); blank when nothing is filled in.</summary>
    public static string Answer(StandardItem item, ItemAnswer answer) => item.Method switch
    {
        ItemMethod.Points when answer.Points is { } points => $"{points:0.##} 分",
        ItemMethod.Options when item.Options.FirstOrDefault(option => option.Order == answer.Option) is { } option => $"{option.Name}（{option.Points:0.##} 分）",
        ItemMethod.Deduction when answer.Times is { } times => $"{times} 次（{item.MaxPoints:0.##} − {times} × {item.UnitPoints:0.##}，得 {ItemPoints.Of(item, answer):0.##} 分）",
        ItemMethod.Bonus when answer.Times is { } times => $"{times} 项（{times} × {item.UnitPoints:0.##}，得 {ItemPoints.Of(item, answer):0.##} 分）",
        _ => "",
    };

    /// <summary>How the points of a deduction or a bonus come about: 4 − 2 × 0.5 = 3; blank for other methods and where nothing is filled in.</summary>
    public static string Calculation(StandardItem item, ItemAnswer answer)
    {
        if (answer.Times is not { } times || item.Method is not (ItemMethod.Deduction or ItemMethod.Bonus))
            return "";
        var (sum, points) = (item.UnitPoints * times, ItemPoints.Of(item, answer));
        return item.Method == ItemMethod.Deduction
            ? $"{item.MaxPoints:0.##} − {times} × {item.UnitPoints:0.##}{(sum > item.MaxPoints ? "，扣完为止，得" : " =")} {points:0.##}"
            : $"{times} × {item.UnitPoints:0.##} = {sum:0.##}{(sum > item.MaxPoints ? $"，最多 {points:0.##}" : "")}";
    }
}
