namespace BranchGrading.Web.Views.Committees;

/// <summary>A branch as other programs read it: kinds and types by their English names, months as 2011-09, null for what is not known.</summary>
public sealed record RosterEntry(
    string Committee, string? CommitteeCode, string Kind, string Name, string Type, string? Code,
    string? Secretary, string? Phone, string? Appointed,
    int FullMembers, int ProbationaryMembers, string? Founded, string? Elected);
