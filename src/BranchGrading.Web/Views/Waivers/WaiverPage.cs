using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Waivers;

/// <summary>An exception for one branch.</summary>
public sealed record WaiverPage(Participant Participant, WaiverForm Form);
