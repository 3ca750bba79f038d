using System.Security.Cryptography;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Data.Queries;

/// <summary>What a plan is at a moment, its items included: whoever hands it in, approves it or sends it back does so with what he looked at.</summary>
public static class PlanMark
{
    public static Guid Of(ImprovementPlan plan) => new(SHA256.HashData(
        plan.Items.OrderBy(item => item.Order).Select(item => item.Version).Prepend(plan.Version).SelectMany(version => version.ToByteArray()).ToArray())[..16]);
}
