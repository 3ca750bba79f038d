namespace BranchGrading.Domain.Grading;

/// <summary>名额调剂: places that one cap group does not use, moved to another with a reason (§3.6); the keys are those of <see cref="CapGroup"/>.</summary>
public sealed record QuotaTransfer(string From, string To, int Places, string Reason);
