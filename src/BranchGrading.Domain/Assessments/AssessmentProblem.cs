using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Assessments;

/// <summary>A line of the table of problems: 问题, 整改措施, 责任人, 完成时限, 目标等级.</summary>
public sealed class AssessmentProblem
{
    public const int DescriptionMaxLength = 500;
    public const int MeasureMaxLength = 500;
    public const int ResponsiblePersonMaxLength = 60;

    /// <summary>As many problems as one branch lists.</summary>
    public const int MostPerBranch = 20;

    private AssessmentProblem()
    {
    }

    public AssessmentProblem(int participantId, int order) => (ParticipantId, Order) = (participantId, order);

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    /// <summary>The place in the table, growing; gaps are nothing.</summary>
    public int Order { get; private set; }

    /// <summary>存在的主要问题</summary>
    public string Description { get; private set; } = "";

    /// <summary>整改措施</summary>
    public string Measure { get; private set; } = "";

    /// <summary>责任人</summary>
    public string ResponsiblePerson { get; private set; } = "";

    /// <summary>完成时限</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>目标等级</summary>
    public Grade? TargetGrade { get; private set; }

    public DateTime SavedAt { get; private set; }

    public string SavedBy { get; private set; } = "";

    public Guid Version { get; private set; }

    /// <summary>What is still blank in the line.</summary>
    public IEnumerable<string> Missing
    {
        get
        {
            if (Description.Length == 0)
                yield return "存在的主要问题";
            if (Measure.Length == 0)
                yield return "整改措施";
            if (ResponsiblePerson.Length == 0)
                yield return "责任人";
            if (DueOn is null)
                yield return "完成时限";
            if (TargetGrade is null)
                yield return "目标等级";
        }
    }

    public void Fill(string? description, string? measure, string? responsiblePerson, DateOnly? dueOn, Grade? targetGrade, string by, DateTime at)
    {
        (Description, Measure, ResponsiblePerson) = (
            Text.OrBlank(description, DescriptionMaxLength, "存在的主要问题"),
            Text.OrBlank(measure, MeasureMaxLength, "整改措施"),
            Text.OrBlank(responsiblePerson, ResponsiblePersonMaxLength, "责任人"));
        if (dueOn is { Year: < GradingRound.FirstYear or > GradingRound.LastYear })
            throw new RuleViolationException($"完成时限应在 {GradingRound.FirstYear} 年到 {GradingRound.LastYear} 年之间。");
        (DueOn, TargetGrade, SavedBy, SavedAt) = (dueOn, targetGrade, by, at);
    }
}
