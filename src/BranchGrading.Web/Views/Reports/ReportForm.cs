using System.ComponentModel.DataAnnotations;
using BranchGrading.Data.Queries;

namespace BranchGrading.Web.Views.Reports;

/// <summary>What a committee writes into its report: the date of its meeting, and a reason for every branch that is missing.</summary>
public sealed class ReportForm : IVersionedForm
{
    [Display(Name = "党委会议（党政联席会）日期")]
    public DateOnly? MeetingOn { get; set; }

    /// <summary>Those that are not ready, in display order.</summary>
    public List<MissingForm> Missing { get; set; } = [];

    public Guid Version { get; set; }

    /// <summary>The reasons with the branches' names, to compare.</summary>
    [Display(Name = "缺报的支部")]
    public string MissingText { get; private set; } = "";

    public static ReportForm Of(IReadOnlyList<BranchPapers> branches)
    {
        var report = branches[0].Report;
        var form = new ReportForm
        {
            MeetingOn = report?.MeetingOn,
            Version = report?.Version ?? Guid.Empty,
            Missing = [.. branches.Where(branch => !branch.IsReady).Select(branch => new MissingForm
            {
                ParticipantId = branch.Participant.Id,
                Reason = report?.Missing.FirstOrDefault(listed => listed.ParticipantId == branch.Participant.Id)?.Reason,
            })],
        };
        form.Name(branches);
        return form;
    }

    /// <summary>The reasons that were typed, by participant.</summary>
    public IReadOnlyDictionary<int, string> Reasons => Missing.Where(listed => !string.IsNullOrWhiteSpace(listed.Reason))
        .DistinctBy(listed => listed.ParticipantId).ToDictionary(listed => listed.ParticipantId, listed => listed.Reason!);

    /// <summary>Puts the typed reasons beside the branches that are still not ready, whatever the posted form listed.</summary>
    public void Name(IReadOnlyList<BranchPapers> branches)
    {
        var typed = Reasons;
        Missing = [.. branches.Where(branch => !branch.IsReady).Select(branch => new MissingForm { ParticipantId = branch.Participant.Id, Reason = typed.GetValueOrDefault(branch.Participant.Id) })];
        MissingText = string.Join('\n', branches.Where(branch => typed.ContainsKey(branch.Participant.Id)).Select(branch => $"{branch.Participant.BranchName}：{typed[branch.Participant.Id]}"));
    }
}
