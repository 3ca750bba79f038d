using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>
/// The result of one branch as pages and forms show it: computed before publication, read back unchanged after it.
/// </summary>
public sealed record GradeSnapshot
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public required int ParticipantId { get; init; }

    public decimal? SelfScore { get; init; }

    public decimal? Superior { get; init; }

    public bool IsRescored { get; init; }

    public decimal? Composite { get; init; }

    public decimal? MemberSatisfaction { get; init; }

    public decimal? MassSatisfaction { get; init; }

    public Grade? SelfBand { get; init; }

    public Grade? Band { get; init; }

    public Grade? Computed { get; init; }

    public Grade? Decided { get; init; }

    public string? DecisionReason { get; init; }

    public Grade? PreviousGrade { get; init; }

    public int? PreviousYear { get; init; }

    public int? Rank { get; init; }

    public bool TieToDecide { get; init; }

    public IReadOnlyList<MissingInput> Missing { get; init; } = [];

    public IReadOnlyList<ExplanationLine> Lines { get; init; } = [];

    /// <summary>Every step of §3; left out where a list needs none.</summary>
    public IReadOnlyList<WalkStep> Walk { get; init; } = [];

    /// <summary>更正为, by the latest correction of a final round; laid over what publication keeps.</summary>
    [JsonIgnore]
    public Grade? CorrectedTo { get; init; }

    /// <summary>改定 during the publicity and 更正 after it, in their order; laid over what publication keeps.</summary>
    [JsonIgnore]
    public IReadOnlyList<SettledChange> Changes { get; init; } = [];

    /// <summary>学校评定等级: the corrected grade, else the decided, else the computed one.</summary>
    public Grade? Grade => Settled ?? Computed;

    /// <summary>What was settled otherwise than the rules compute: the latest correction, else the decision.</summary>
    public Grade? Settled => CorrectedTo ?? Decided;

    /// <summary>备注 of 附表4.</summary>
    public string Remark => string.Join('；', Lines.Select(line => line.Text).Concat(Changes.Select(change => change.Text)));

    /// <summary>Without what was corrected once the round was final.</summary>
    public GradeSnapshot AsPublished() => this with { CorrectedTo = null, Changes = [.. Changes.Where(change => !change.IsCorrection)] };

    public static GradeSnapshot Of(GradingOutcome outcome, bool withWalk = false) => new()
    {
        ParticipantId = outcome.ParticipantId,
        SelfScore = outcome.SelfScore,
        Superior = outcome.Superior,
        IsRescored = outcome.IsRescored,
        Composite = outcome.Composite,
        MemberSatisfaction = outcome.MemberSatisfaction,
        MassSatisfaction = outcome.MassSatisfaction,
        SelfBand = outcome.SelfBand,
        Band = outcome.Band,
        Computed = outcome.Computed,
        Decided = outcome.Decided,
        DecisionReason = outcome.Candidate.Decision?.Reason,
        PreviousGrade = outcome.Candidate.PreviousGrade,
        PreviousYear = outcome.Candidate.PreviousYear,
        Rank = outcome.Rank,
        TieToDecide = outcome.TieToDecide,
        Missing = outcome.Missing,
        Lines = outcome.Lines,
        Walk = withWalk ? outcome.Walk : [],
    };

    public static GradeSnapshot FromJson(string json) => JsonSerializer.Deserialize<GradeSnapshot>(json, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The same way of writing for what else publication keeps: inputs and rules.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json)!;
}
