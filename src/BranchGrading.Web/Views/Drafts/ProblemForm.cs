using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.Drafts;

/// <summary>What is typed in one line of the table of problems.</summary>
public sealed class ProblemForm : IVersionedForm
{
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    [BindRequired]
    public int Id { get; set; }

    public string? Description { get; set; }

    public string? Measure { get; set; }

    public string? ResponsiblePerson { get; set; }

    /// <summary>A day as typed: browsers without a field for dates send what people write.</summary>
    public string? DueOn { get; set; }

    public Grade? TargetGrade { get; set; }

    public Guid Version { get; set; }

    public static ProblemForm Of(AssessmentProblem problem) => new()
    {
        Id = problem.Id,
        Description = problem.Description,
        Measure = problem.Measure,
        ResponsiblePerson = problem.ResponsiblePerson,
        DueOn = problem.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TargetGrade = problem.TargetGrade,
        Version = problem.Version,
    };

    /// <summary>What was typed, read; null where the day cannot be, and then what to write instead.</summary>
    public ProblemDraft? Read(out string? error)
    {
        error = null;
        var typed = (DueOn ?? "").Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal);
        DateOnly? due = null;
        if (DateOnly.TryParseExact(typed, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            due = day;
        else if (typed.Length > 0)
            error = $"「{DueOn}」不是日期。请写年月日，例如 2026-06-30。";
        return error is null ? new ProblemDraft(Id, Description, Measure, ResponsiblePerson, due, TargetGrade, Version) : null;
    }
}
