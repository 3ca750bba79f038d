using BranchGrading.Data.Queries;
using BranchGrading.Domain.HandIns;

namespace BranchGrading.Web.Views.HandIns;

/// <summary>Which committees the list shows.</summary>
public sealed class HandInFilter
{
    public const string NotReceived = "NotReceived";
    public const string NoPaper = "NoPaper";
    public const string Differs = "Differs";

    public static IReadOnlyList<(string Key, string Name)> Choices { get; } =
    [
        .. Enum.GetValues<HandInState>().Select(state => (state.ToString(), state.Word())), (NotReceived, "电子版待收"), (NoPaper, "缺纸质版"), (Differs, "纸质版不一致"),
    ];

    public string? State { get; set; }

    public int? Page { get; set; }

    public bool IsSet => !string.IsNullOrEmpty(State);

    public bool Takes(CommitteeHandIns unit, DateTime now) => Takes(unit, State, now);

    public static bool Takes(CommitteeHandIns unit, string? state, DateTime now) => state switch
    {
        null or "" => true,
        NotReceived => unit.Standing.Latest is { IsSentBack: false, ReceivedAt: null },
        NoPaper => unit.Standing.Latest is { IsSentBack: false, PaperReceivedAt: null },
        Differs => unit.Standing.Latest is { IsSentBack: false, PaperAgrees: false },
        _ => unit.Standing.StateAt(now).ToString() == state,
    };
}
