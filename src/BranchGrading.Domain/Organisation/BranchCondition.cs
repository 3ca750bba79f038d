namespace BranchGrading.Domain.Organisation;

/// <summary>What the warnings look at in a branch that exists.</summary>
/// <param name="FullMembers">正式党员, persons.</param>
/// <param name="ProbationaryMembers">预备党员, persons.</param>
/// <param name="Founded">The month, as its first day.</param>
/// <param name="Elected">The month of the last election, as its first day.</param>
/// <param name="Secretary">Null while there is none.</param>
/// <param name="SecretarySince">The month the secretary took office, as its first day.</param>
/// <param name="SecretaryTrainedOn">The secretary's latest 任职培训.</param>
/// <param name="FloatingMembers">流动党员, persons.</param>
public sealed record BranchCondition(
    int FullMembers, int ProbationaryMembers, DateOnly? Founded, DateOnly? Elected, string? Secretary, DateOnly? SecretarySince, DateOnly? SecretaryTrainedOn, int FloatingMembers)
{
    /// <summary>The day on which the school recorded its first training; null before that.</summary>
    public DateOnly? TrainingsSince { get; init; }

    public int Members => FullMembers + ProbationaryMembers;
}
