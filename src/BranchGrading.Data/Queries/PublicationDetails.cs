namespace BranchGrading.Data.Queries;

/// <summary>What the notice of a publicity says besides the grades: the meeting that settled them, and where objections are received.</summary>
public sealed record PublicationDetails(DateOnly MeetingDate, string DocumentNumber, string? Telephone = null, string? Place = null);
