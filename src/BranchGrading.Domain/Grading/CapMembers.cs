using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Grading;

/// <summary>The groups a cap counts in, each with its participants, as §3.6 orders them for a tie of fractions.</summary>
internal sealed record CapMembers(string Key, string Name, int DisplayOrder, IReadOnlyList<Appraisal> Members)
{
    public static IReadOnlyList<CapMembers> Of(IReadOnlyList<Appraisal> appraisals, CapScope scope) => scope switch
    {
        CapScope.School => [new CapMembers(CapGroup.SchoolKey, "全校", 0, appraisals)],
        CapScope.BranchType =>
        [
            .. from appraisal in appraisals
               group appraisal by appraisal.Candidate.Type into type
               orderby (int)type.Key
               select new CapMembers(CapGroup.KeyOf(scope, type.Key, 0), NameOf(type.Key), (int)type.Key, [.. type]),
        ],
        CapScope.Committee => Committees(appraisals),
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    // Codes first, compared ordinally; committees without one follow in roster order.
    private static CapMembers[] Committees(IReadOnlyList<Appraisal> appraisals) =>
    [
        .. appraisals
            .GroupBy(appraisal => appraisal.Candidate.CommitteeId)
            .Select(members => (First: members.MinBy(member => member.Candidate.ParticipantId)!.Candidate, Members: members))
            .OrderBy(committee => string.IsNullOrWhiteSpace(committee.First.CommitteeCode))
            .ThenBy(committee => committee.First.CommitteeCode?.Trim() ?? "", StringComparer.Ordinal)
            .ThenBy(committee => committee.First.CommitteeOrder)
            .ThenBy(committee => committee.First.CommitteeId)
            .Select(committee => new CapMembers(
                CapGroup.KeyOf(CapScope.Committee, committee.First.Type, committee.First.CommitteeId), committee.First.CommitteeName,
                committee.First.CommitteeOrder, [.. committee.Members])),
    ];

    public static string NameOf(BranchType type) => $"{type.Word()}党支部";
}
