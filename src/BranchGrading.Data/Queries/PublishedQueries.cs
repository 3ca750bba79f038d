using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Reads what publication kept, with what was settled otherwise since.</summary>
public static class PublishedQueries
{
    /// <summary>The kept results of some branches as they stand now, by participant.</summary>
    public static async Task<Dictionary<int, GradeSnapshot>> SnapshotsAsync(this GradingDbContext db, IQueryable<PublishedGrade> grades, CancellationToken cancellationToken)
    {
        var kept = await grades.AsNoTracking().Select(grade => new { grade.ParticipantId, grade.OutcomeJson, grade.CorrectedTo }).ToListAsync(cancellationToken);
        var changes = (await db.GradeChanges.AsNoTracking().Where(change => grades.Any(grade => grade.ParticipantId == change.ParticipantId))
            .OrderBy(change => change.At).ThenBy(change => change.Id).ToListAsync(cancellationToken)).ToLookup(change => change.ParticipantId, SettledChange.Of);
        return kept.ToDictionary(
            grade => grade.ParticipantId,
            grade => GradeSnapshot.FromJson(grade.OutcomeJson) with { CorrectedTo = grade.CorrectedTo, Changes = [.. changes[grade.ParticipantId]] });
    }

    /// <summary>Names and grades as they stand now, in display order: all that pages and the public page tell.</summary>
    public static Task<List<NamedGrade>> NamedGradesAsync(this GradingDbContext db, int publicationId, CancellationToken cancellationToken) =>
        db.NamedAsync(publicationId, isCorrected: true, cancellationToken);

    /// <summary>Names and grades as the publicity told them at its end: a correction comes later and is told under its own date.</summary>
    public static Task<List<NamedGrade>> NoticedGradesAsync(this GradingDbContext db, int publicationId, CancellationToken cancellationToken) =>
        db.NamedAsync(publicationId, isCorrected: false, cancellationToken);

    /// <summary>Everything that was settled otherwise than it was published, in its order.</summary>
    public static Task<List<GradeChange>> ChangesAsync(this GradingDbContext db, int roundId, CancellationToken cancellationToken) => db.GradeChanges.AsNoTracking()
        .Include(change => change.Participant).Include(change => change.Objection)
        .Where(change => change.RoundId == roundId).OrderBy(change => change.At).ThenBy(change => change.Id).ToListAsync(cancellationToken);

    /// <summary>The round whose grades are published and not final: the latest, where there are several.</summary>
    public static Task<GradingRound?> PublishedRoundAsync(this GradingDbContext db, CancellationToken cancellationToken) => db.Rounds.AsNoTracking()
        .Include(round => round.Publication).Where(round => round.Publication != null && round.Publication.FinalAt == null)
        .OrderByDescending(round => round.Year).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The inputs of the published grades, in display order.</summary>
    internal static async Task<List<GradingCandidate>> KeptCandidatesAsync(this GradingDbContext db, GradingRound round, CancellationToken cancellationToken) =>
        (await db.PublishedGrades.AsNoTracking().Where(grade => grade.PublicationId == round.Publication!.Id)
            .OrderBy(grade => grade.Participant.CommitteeOrder).ThenBy(grade => grade.Participant.CommitteeId).ThenBy(grade => grade.Participant.DisplayOrder).ThenBy(grade => grade.ParticipantId)
            .Select(grade => grade.CandidateJson).ToListAsync(cancellationToken)).ConvertAll(GradeSnapshot.Read<GradingCandidate>);

    private static Task<List<NamedGrade>> NamedAsync(this GradingDbContext db, int publicationId, bool isCorrected, CancellationToken cancellationToken) => db.PublishedGrades.AsNoTracking()
        .Where(grade => grade.PublicationId == publicationId)
        .OrderBy(grade => grade.Participant.CommitteeOrder).ThenBy(grade => grade.Participant.CommitteeId).ThenBy(grade => grade.Participant.DisplayOrder).ThenBy(grade => grade.ParticipantId)
        .Select(grade => new NamedGrade(
            grade.ParticipantId, grade.Participant.CommitteeName, grade.Participant.BranchName, isCorrected && grade.CorrectedTo != null ? grade.CorrectedTo.Value : grade.Grade))
        .ToListAsync(cancellationToken);

    /// <summary>The rules as publication kept them.</summary>
    internal static RoundRules KeptRules(this GradingRound round) => GradeSnapshot.Read<RoundRules>(round.Publication!.RulesJson);
}
