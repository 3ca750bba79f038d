using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using BranchGrading.Data.Identity;
using BranchGrading.Data.Mail;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BranchGrading.Data.Auditing;

/// <summary>
/// Writes one audit row for every save, old → new, inside the save's transaction: where the row cannot be written, the save fails.
/// </summary>
internal sealed class AuditInterceptor(TimeProvider time) : SaveChangesInterceptor
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Passing things, and drafts: these keep who and when themselves, and are told when they are handed in.</summary>
    private static readonly HashSet<Type> Unaudited =
    [
        typeof(FormKey), typeof(PendingImport), typeof(EndedSession), typeof(DataProtectionKey),
        typeof(OutboxMail), typeof(CalendarFeed),
        typeof(InvestigationAnswer), typeof(ReportText), typeof(AssessmentProblem),
    ];

    private static readonly HashSet<string> Technical =
    [
        "Version", nameof(IdentityUser.SecurityStamp), nameof(IdentityUser.ConcurrencyStamp), nameof(IdentityUser.AccessFailedCount), nameof(IdentityUser.LockoutEnd),
        nameof(IdentityUser.NormalizedUserName), nameof(IdentityUser.NormalizedEmail), nameof(Committee.NameKey), nameof(Committee.CodeKey), nameof(Person.StaffNumberKey),
        nameof(Submission.Snapshot),
    ];

    /// <summary>Of these only the fact of a change is told (Privacy).</summary>
    private static readonly HashSet<string> Withheld =
    [
        nameof(IdentityUser.PasswordHash), nameof(Person.Phone), nameof(Person.Email), nameof(IdentityUser.PhoneNumber), "SecretaryPhone", "CandidateJson", "OutcomeJson",
        nameof(Objection.RaisedBy), nameof(Objection.Contact), nameof(Objection.RaisedByAccountId), nameof(Objection.Statement), nameof(Objection.Findings), nameof(Objection.Answer),
    ];

    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<DbContext, List<Change>> _collected = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var context = (GradingDbContext)eventData.Context!;
        var changes = context.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(entry => !Unaudited.Contains(entry.Metadata.ClrType) && !IsDraft(entry))
            .Select(Change.Of)
            .Where(change => change.Values.Count > 0)
            .ToList();
        if (changes.Count > 0 && context.Audit.Event is null)
            throw new InvalidOperationException($"A change of {changes[0].Entity} is saved without telling the audit what happens.");
        _collected.AddOrUpdate(context, changes);
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var context = (GradingDbContext)eventData.Context!;
        if (context.Audit.Event is null || !_collected.TryGetValue(context, out var changes))
            return result;
        var json = changes.Count == 0 ? null : JsonSerializer.Serialize(changes.Select(change => change.WithKey()), Json);
        await AuditTrail.AppendAsync(context, time.GetUtcNow().UtcDateTime, json, cancellationToken);
        return result;
    }

    /// <summary>A review that is worked on, and what branch and committee score: submission and completion tell everything.</summary>
    private static bool IsDraft(EntityEntry entry) => entry.Entity is ItemScore { Scorer: not Scorer.School } || entry.Entity is PreliminaryReview { IsCompleted: false }
        && (entry.State == EntityState.Added || entry.Property(nameof(PreliminaryReview.CompletedAt)).OriginalValue is null);

    private sealed record Change(string Entity, EntityState State, EntityEntry Entry, Dictionary<string, object?[]> Values)
    {
        public static Change Of(EntityEntry entry)
        {
            // A link is nothing but its key, such as who holds which role; elsewhere the key is no news.
            var isLink = entry.Metadata.GetProperties().All(property => property.IsPrimaryKey());
            var values = entry.Properties
                .Where(property => (isLink || !property.Metadata.IsPrimaryKey()) && !Technical.Contains(property.Metadata.Name))
                .Where(property => entry.State switch
                {
                    EntityState.Added => property.CurrentValue is not (null or "" or false or IReadOnlyList<BranchType> { Count: 0 }),
                    EntityState.Modified => property.IsModified && !Equals(property.OriginalValue, property.CurrentValue),
                    _ => property.OriginalValue is not null,
                })
                .ToDictionary(property => property.Metadata.Name, property => OldAndNew(entry.State, property));
            foreach (var complex in entry.ComplexProperties.Where(complex => entry.State != EntityState.Modified || complex.IsModified))
            {
                foreach (var property in complex.Properties.Where(property => entry.State != EntityState.Modified || property.IsModified))
                    values[$"{complex.Metadata.Name}.{property.Metadata.Name}"] = OldAndNew(entry.State, property);
            }

            // A link to a row that is itself new has only a temporary key yet.
            foreach (var temporary in entry.Properties.Where(property => property.IsTemporary))
                values.Remove(temporary.Metadata.Name);
            return new Change(entry.Metadata.ClrType.Name, entry.State, entry, values);
        }

        /// <summary>[old, new] for the JSON.</summary>
        private static object?[] OldAndNew(EntityState state, PropertyEntry property)
        {
            if (Withheld.Contains(property.Metadata.Name))
                return ["（有改动，不记录内容）"];
            return state switch
            {
                EntityState.Added => [null, Shown(property.CurrentValue)],
                EntityState.Modified => [Shown(property.OriginalValue), Shown(property.CurrentValue)],
                _ => [Shown(property.OriginalValue), null],
            };
        }

        public object WithKey() => new
        {
            Entity = Entity.Split('`')[0],
            Act = State.ToString(),
            Key = string.Join(",", Entry.Metadata.FindPrimaryKey()!.Properties.Select(key => Entry.Property(key.Name).CurrentValue)),
            Values,
        };

        private static object? Shown(object? value) => value switch
        {
            Enum name => name.ToString(),
            IEnumerable<BranchType> types => string.Join("、", types.Select(OrganisationWords.Word)),
            byte[] bytes => $"{bytes.Length} bytes",
            IEnumerable<ContentChange> changes => string.Join('\n', changes),
            IEnumerable<InvestigationMethod> methods => string.Join('、', methods.Select(method => method.Word())),
            _ => value,
        };
    }
}
