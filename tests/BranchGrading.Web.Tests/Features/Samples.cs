using System.Text.Json;
using System.Text.Json.Serialization;

namespace BranchGrading.Web.Tests.Features;

/// <summary>The files of the two fictional schools, and what they should lead to.</summary>
internal static class Samples
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", file));

    public static IReadOnlyList<RosterBranch> Roster(string school) => JsonSerializer.Deserialize<List<RosterBranch>>(Bytes($"{school}/expected-roster.json"), Json)!;

    public static School Grades(string school) => JsonSerializer.Deserialize<School>(Bytes($"{school}/expected.json"), Json)!;

    /// <summary>What a roster says of a branch.</summary>
    public sealed record RosterBranch(
        string Committee, string? CommitteeCode, string Kind, string Name, string Type, string? Code, string? Secretary, string? Phone, string? Appointed,
        int FullMembers, int ProbationaryMembers, string? Founded, string? Elected);

    /// <summary>What the rules make of a school.</summary>
    public sealed record School(int Participants, int Places, IReadOnlyList<Result> Branches);

    public sealed record Result(
        string Committee, string Name, string? Previous, decimal? Composite, decimal? MemberSatisfaction, decimal? MassSatisfaction, string? Grade, IReadOnlyList<string>? Limits, bool TieToDecide, bool Gradable);
}
