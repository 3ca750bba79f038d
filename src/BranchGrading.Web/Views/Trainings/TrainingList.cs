using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Trainings;

/// <summary>书记培训 of a committee in a year: each secretary with what is missing, the records, and the form for a training.</summary>
public sealed record TrainingList(
    CommitteeYear Unit, DateOnly AsOf, IReadOnlyList<SecretaryLine> Secretaries, string? Show, IReadOnlyList<Training> Records, Pager Pager, TrainingForm Form)
{
    /// <summary>Only those without a 轮训 this year.</summary>
    public const string NoRotation = "rotation";

    /// <summary>Only new ones without the 任职培训.</summary>
    public const string NoInduction = "induction";

    public string Address => $"{Unit.Address}/trainings";

    public int WithoutRotation => Secretaries.Count(line => line.Training.LacksRotation);

    public int WithoutInduction => Secretaries.Count(line => line.Training.LacksInduction(AsOf));

    public IReadOnlyList<SecretaryLine> Shown => Show switch
    {
        NoRotation => [.. Secretaries.Where(line => line.Training.LacksRotation)],
        NoInduction => [.. Secretaries.Where(line => line.Training.LacksInduction(AsOf))],
        _ => Secretaries,
    };

    public InductionState InductionOf(SecretaryLine line) => line.Training.InductionOf(AsOf);
}
