namespace BranchGrading.Web.Views.Shared;

/// <summary>Which page of a long list is shown, and the addresses of the others.</summary>
public sealed record Pager(int Page, int Size, int Total, string Address)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public int First => Total == 0 ? 0 : (Page - 1) * Size + 1;

    public int Last => Math.Min(Total, Page * Size);

    public bool HasPrevious => Page > 1;

    public bool HasNext => Page < Pages;

    public int Skip => (Page - 1) * Size;

    /// <summary>The page asked for, or the nearest there is.</summary>
    public static Pager Of(int? asked, int size, int total, HttpRequest request)
    {
        var kept = request.Query.Where(pair => pair.Key != "page" && !string.IsNullOrEmpty(pair.Value))
            .SelectMany(pair => pair.Value.Select(value => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value ?? "")}&"));
        var pages = Math.Max(1, (total + size - 1) / size);
        return new Pager(Math.Clamp(asked ?? 1, 1, pages), size, total, $"{request.Path}?{string.Concat(kept)}page=");
    }
}
