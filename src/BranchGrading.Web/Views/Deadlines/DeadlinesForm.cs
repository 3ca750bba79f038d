using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.Deadlines;

/// <summary>The four deadlines of a round as they are typed: a day, and an hour unless the day's end is meant.</summary>
public sealed class DeadlinesForm
{
    [Display(Name = "自评截止日期"), Required(ErrorMessage = "请填写自评截止日期。")]
    public DateOnly? SelfAssessmentDay { get; set; }

    [Display(Name = "自评截止时刻")]
    public TimeOnly? SelfAssessmentHour { get; set; }

    [Display(Name = "初评意见报告截止日期"), Required(ErrorMessage = "请填写初评意见报告的截止日期。")]
    public DateOnly? ReportDay { get; set; }

    [Display(Name = "初评意见报告截止时刻")]
    public TimeOnly? ReportHour { get; set; }

    [Display(Name = "分类定级完成日期"), Required(ErrorMessage = "请填写分类定级的完成日期。")]
    public DateOnly? GradingDay { get; set; }

    [Display(Name = "分类定级完成时刻")]
    public TimeOnly? GradingHour { get; set; }

    [Display(Name = "报表报送日期"), Required(ErrorMessage = "请填写报表报送日期。")]
    public DateOnly? HandInDay { get; set; }

    [Display(Name = "报表报送时刻")]
    public TimeOnly? HandInHour { get; set; }

    /// <summary>The deadlines of the document, moved to a year: 8 April, and 9 April 11:00; two weeks before for those it leaves open.</summary>
    public static DeadlinesForm InYear(int year) => new()
    {
        SelfAssessmentDay = new DateOnly(year, 3, 25),
        ReportDay = new DateOnly(year, 4, 1),
        GradingDay = new DateOnly(year, 4, 8),
        HandInDay = new DateOnly(year, 4, 9),
        HandInHour = new TimeOnly(11, 0),
    };

    public static DeadlinesForm Of(RoundDeadlines deadlines, SchoolClock clock)
    {
        var form = new DeadlinesForm();
        (form.SelfAssessmentDay, form.SelfAssessmentHour) = clock.DayAndHour(deadlines.SelfAssessment);
        (form.ReportDay, form.ReportHour) = clock.DayAndHour(deadlines.Report);
        (form.GradingDay, form.GradingHour) = clock.DayAndHour(deadlines.Grading);
        (form.HandInDay, form.HandInHour) = clock.DayAndHour(deadlines.HandIn);
        return form;
    }

    /// <summary>Any date is accepted (§2), as long as it lies within the years a round can have.</summary>
    public void Check(ModelStateDictionary modelState, string prefix)
    {
        foreach (var (field, day) in new[] { (nameof(SelfAssessmentDay), SelfAssessmentDay), (nameof(ReportDay), ReportDay), (nameof(GradingDay), GradingDay), (nameof(HandInDay), HandInDay) })
        {
            if (day is { Year: < GradingRound.FirstYear or > GradingRound.LastYear })
                modelState.AddModelError($"{prefix}.{field}", $"日期应在 {GradingRound.FirstYear} 年到 {GradingRound.LastYear} 年之间。");
        }
    }

    public void MoveByYears(int years) => (SelfAssessmentDay, ReportDay, GradingDay, HandInDay) =
        (SelfAssessmentDay?.AddYears(years), ReportDay?.AddYears(years), GradingDay?.AddYears(years), HandInDay?.AddYears(years));

    public RoundDeadlines ToDeadlines(SchoolClock clock) => new()
    {
        SelfAssessment = clock.Deadline(SelfAssessmentDay!.Value, SelfAssessmentHour),
        Report = clock.Deadline(ReportDay!.Value, ReportHour),
        Grading = clock.Deadline(GradingDay!.Value, GradingHour),
        HandIn = clock.Deadline(HandInDay!.Value, HandInHour),
    };
}
