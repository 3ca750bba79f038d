using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Domain.Assessments;

/// <summary>Whether a committee's report came in time.</summary>
public enum ReportTiming
{
    /// <summary>Nothing to report: no branch takes part, or results came on paper.</summary>
    [Display(Name = "系统里没有上报")]
    None,

    [Display(Name = "按时上报")]
    OnTime,

    /// <summary>After the round's deadline, within an extension that the department granted.</summary>
    [Display(Name = "延期内上报")]
    Extended,

    /// <summary>Given back as a whole and handed up again after the deadline: the first time was within it.</summary>
    [Display(Name = "退回后重报")]
    Resubmitted,

    /// <summary>Not handed up, the deadline is still to come.</summary>
    [Display(Name = "还没上报")]
    Waiting,

    /// <summary>Given back as a whole and not handed up again.</summary>
    [Display(Name = "退回待重报")]
    Returned,

    /// <summary>Not handed up, the deadline has passed.</summary>
    [Display(Name = "逾期未上报")]
    Overdue,
}
