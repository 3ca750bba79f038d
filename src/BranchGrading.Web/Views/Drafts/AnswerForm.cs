using System.ComponentModel.DataAnnotations;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.Drafts;

/// <summary>What is typed for one of the seven questions.</summary>
public sealed class AnswerForm : IVersionedForm
{
    [BindRequired]
    public Question Question { get; set; }

    public AnswerLevel? Level { get; set; }

    [Display(Name = "说明")]
    public string? Explanation { get; set; }

    public Guid Version { get; set; }

    public static AnswerForm Of(Question question, InvestigationAnswer? answer) =>
        new() { Question = question, Level = answer?.Level, Explanation = answer?.Explanation, Version = answer?.Version ?? Guid.Empty };

    public AnswerDraft Draft() => new(Question, Level, Explanation, Version);
}
