using BranchGrading.Web.Views.Reports;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.ReportReturns;

/// <summary>A report that is about to be given back.</summary>
public sealed record ReturnPage(ReportPage Report, ReturnForm Form)
{
    /// <summary>The whole report, or one of the branches that are not given back yet; a 直属党支部 is its own report.</summary>
    public IEnumerable<SelectListItem> Choices => Report.Branches
        .Where(branch => !branch.IsDirect && Report.ReturnedOf(branch.Participant.Id) is null)
        .Select(branch => new SelectListItem($"只退回：{branch.Participant.BranchName}{(Report.ReasonOf(branch.Participant.Id) is null ? "" : "（缺报）")}", $"{branch.Participant.Id}"))
        .Prepend(new SelectListItem("整份报告", ""));
}
