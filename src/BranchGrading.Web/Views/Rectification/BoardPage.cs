using BranchGrading.Data.Queries;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Rectification;

/// <summary>The board with a page of its items.</summary>
public sealed record BoardPage(Board Board, Viewer Viewer, IReadOnlyList<BoardItem> Items, Pager Pager)
{
    public const int PageSize = 50;

    /// <summary>Longer lists of names are cut and lead on.</summary>
    public const int MostNames = 20;

    /// <summary>Each state with its word, in the order of work.</summary>
    public static IReadOnlyList<(BoardState State, string Word)> States { get; } =
        [(BoardState.Overdue, "逾期"), (BoardState.Requested, "待验收"), (BoardState.Open, "整改中"), (BoardState.Accepted, "已销号"), (BoardState.Waiting, "未执行")];

    /// <summary>The burn-down; null where nothing runs.</summary>
    public Picture? Picture { get; init; }

    public string Address => $"/rounds/{Board.Round.Id}/rectification";

    /// <summary>Whether items may be imported.</summary>
    public bool MayImport => Viewer.IsDepartment || Viewer.IsOfficer;

    public IReadOnlyList<BoardUnit> Units => BoardColumns.Sort(Board.Units, Board.Filter.Sort);

    /// <summary>The colour and sign of an item's state.</summary>
    public (string? Kind, string Icon) LookOf(BoardItem item) => !Board.Counts(Board.Branch(item.ParticipantId)) ? (null, "clock") : item switch
    {
        { AcceptedAt: not null } => ("ok", "check"),
        { RequestedAt: not null } => ("sent", "send"),
        _ => ("doing", "pencil"),
    };
}
