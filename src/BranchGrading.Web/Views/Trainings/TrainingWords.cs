using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Trainings;

/// <summary>What is said of a secretary's trainings.</summary>
public static class TrainingWords
{
    /// <summary>缺轮训；缺任职培训（逾期）, or nothing.</summary>
    public static string Lacks(SecretaryTraining training, DateOnly day) => string.Join('；', new[]
    {
        training.LacksRotation ? "缺轮训" : null,
        training.InductionOf(day) switch { InductionState.Overdue => "缺任职培训（逾期）", InductionState.Due => "缺任职培训", _ => null },
    }.OfType<string>());
}
