using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Data.Mail;

/// <summary>What a mail is about; each has a template.</summary>
public enum MailKind
{
    /// <summary>Some days before a deadline.</summary>
    [Display(Name = "截止前提醒")]
    DeadlineAhead,

    /// <summary>After a deadline.</summary>
    [Display(Name = "逾期提醒")]
    Overdue,

    /// <summary>Sent by hand from the list of those who are missing.</summary>
    [Display(Name = "催办")]
    Reminder,

    /// <summary>Something was given back.</summary>
    [Display(Name = "退回")]
    Returned,

    /// <summary>Results are published.</summary>
    [Display(Name = "公示")]
    Published,

    /// <summary>An item of a plan is due, or a report of progress.</summary>
    [Display(Name = "整改到期")]
    PlanDue,

    /// <summary>A notice to be read.</summary>
    [Display(Name = "通知")]
    Bulletin,

    /// <summary>Forms handed in, to the department's address.</summary>
    [Display(Name = "报送")]
    HandIn,

    /// <summary>A test of settings or of a template.</summary>
    [Display(Name = "测试")]
    Test,
}
