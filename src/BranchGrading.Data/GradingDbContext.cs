using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Data.Mail;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Bulletins;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.HandIns;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Sampling;
using BranchGrading.Domain.Standards;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace BranchGrading.Data;

/// <summary>The one context that code asks for; what differs between SQLite and SQL Server is in its two subtypes.</summary>
public abstract class GradingDbContext(DbContextOptions options, AuditScope audit)
    : IdentityDbContext<Account, Role, int>(options), IDataProtectionKeyContext
{
    private FormKey? _formKey;

    public DbSet<Committee> Committees => Set<Committee>();
    public DbSet<Branch> Branches => Set<Branch>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<TermOfOffice> Terms => Set<TermOfOffice>();
    public DbSet<PastGrade> PastGrades => Set<PastGrade>();
    public DbSet<ScoringStandard> Standards => Set<ScoringStandard>();
    public DbSet<GradingRound> Rounds => Set<GradingRound>();
    public DbSet<Participant> Participants => Set<Participant>();
    public DbSet<Publication> Publications => Set<Publication>();
    public DbSet<PublishedGrade> PublishedGrades => Set<PublishedGrade>();
    public DbSet<SelfAssessment> SelfAssessments => Set<SelfAssessment>();
    public DbSet<PreliminaryReview> Reviews => Set<PreliminaryReview>();
    public DbSet<DemocraticEvaluation> Evaluations => Set<DemocraticEvaluation>();
    public DbSet<SchoolEvaluation> SchoolEvaluations => Set<SchoolEvaluation>();
    public DbSet<FinalDecision> Decisions => Set<FinalDecision>();
    public DbSet<LevelSkippingWaiver> Waivers => Set<LevelSkippingWaiver>();
    public DbSet<PredecessorGrade> PredecessorGrades => Set<PredecessorGrade>();
    public DbSet<Scenario> Scenarios => Set<Scenario>();
    public DbSet<Objection> Objections => Set<Objection>();
    public DbSet<GradeChange> GradeChanges => Set<GradeChange>();
    public DbSet<Recommendation> Recommendations => Set<Recommendation>();
    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();
    public DbSet<ItemScore> ItemScores => Set<ItemScore>();
    public DbSet<InvestigationAnswer> InvestigationAnswers => Set<InvestigationAnswer>();
    public DbSet<ReportText> ReportTexts => Set<ReportText>();
    public DbSet<AssessmentProblem> Problems => Set<AssessmentProblem>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<CommitteeReport> Reports => Set<CommitteeReport>();
    public DbSet<Evidence> Evidence => Set<Evidence>();
    public DbSet<Sample> Samples => Set<Sample>();
    public DbSet<DeadlineExtension> Extensions => Set<DeadlineExtension>();
    public DbSet<ImprovementPlan> Plans => Set<ImprovementPlan>();
    public DbSet<PlanItem> PlanItems => Set<PlanItem>();
    public DbSet<OrganisationChange> OrganisationChanges => Set<OrganisationChange>();
    public DbSet<FloatingMembers> FloatingMembers => Set<FloatingMembers>();
    public DbSet<Training> Trainings => Set<Training>();
    public DbSet<ContactPoint> ContactPoints => Set<ContactPoint>();
    public DbSet<CommitteeNote> CommitteeNotes => Set<CommitteeNote>();
    public DbSet<HandIn> HandIns => Set<HandIn>();
    public DbSet<Bulletin> Bulletins => Set<Bulletin>();
    public DbSet<OutboxMail> Mails => Set<OutboxMail>();
    public DbSet<MailTemplate> MailTemplates => Set<MailTemplate>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<SchoolSettings> Settings => Set<SchoolSettings>();
    public DbSet<PendingImport> PendingImports => Set<PendingImport>();
    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();
    public DbSet<FormKey> FormKeys => Set<FormKey>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>What the running action tells the audit.</summary>
    public AuditScope Audit { get; } = audit;

    /// <summary>Every save runs in a transaction that is given up whole: savepoints inside it serve nothing.</summary>
    public override DatabaseFacade Database
    {
        get
        {
            base.Database.AutoSavepointsEnabled = false;
            return base.Database;
        }
    }

    /// <summary>The row is saved only if it still is at the version that its form was read at.</summary>
    public void Expect(object row, Guid version) => Entry(row).Property("Version").OriginalValue = version;

    /// <summary>The key of the form being carried out is spent by the next save, in its transaction.</summary>
    public void Spend(FormKey key) => _formKey = key;

    /// <summary>
    /// Runs work that reads and then writes in one transaction, again from the start where the database asks for it.
    /// On SQLite it holds the writer's lock from the beginning; elsewhere the work first takes what it must hold (<see cref="LockRoundAsync"/>).
    /// </summary>
    public Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) => InOwnTransactionAsync(
        () =>
        {
            ChangeTracker.Clear();
            return work();
        },
        cancellationToken);

    /// <summary>Whoever gives or takes a place for A comes through here first, so that the next one waits and counts anew.</summary>
    public Task LockRoundAsync(int roundId, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"UPDATE Rounds SET Turn = Turn + 1 WHERE Id = {roundId}", cancellationToken);

    /// <summary>Whoever changes a standard comes through here first: rounds that are about to be opened with it wait, and so do others who change it.</summary>
    public async Task LockStandardAsync(int standardId, CancellationToken cancellationToken)
    {
        await Database.ExecuteSqlAsync($"UPDATE Rounds SET Turn = Turn + 1 WHERE OpenedAt IS NULL AND Id IN (SELECT RoundId FROM RoundStandards WHERE StandardId = {standardId})", cancellationToken);
        await Database.ExecuteSqlAsync($"UPDATE Standards SET VersionNumber = VersionNumber WHERE Id = {standardId}", cancellationToken);
    }

    /// <summary>Whoever fills in, hands in or gives back something of a branch comes through here first, so that nothing slips in between.</summary>
    public Task LockParticipantAsync(int participantId, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"UPDATE Participants SET StandardId = StandardId WHERE Id = {participantId}", cancellationToken);

    /// <summary>Whoever hands up or gives back a committee's report comes through here first: nobody fills in anything of its branches meanwhile.</summary>
    public Task LockCommitteeAsync(int roundId, int committeeId, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"UPDATE Participants SET StandardId = StandardId WHERE RoundId = {roundId} AND CommitteeId = {committeeId}", cancellationToken);

    /// <summary>Whoever writes about any branch of a round at once holds all of them.</summary>
    public Task LockParticipantsAsync(int roundId, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"UPDATE Participants SET StandardId = StandardId WHERE RoundId = {roundId}", cancellationToken);

    /// <summary>Whoever confirms a bulletin, reminds of it or adds files to it comes through here first.</summary>
    public Task LockBulletinAsync(int bulletinId, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"UPDATE Bulletins SET Title = Title WHERE Id = {bulletinId}", cancellationToken);

    /// <summary>Whoever changes the calendar comes through here first.</summary>
    public Task LockCalendarAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"UPDATE CalendarDays SET Name = Name", cancellationToken);

    /// <summary>Whoever counts a try to sign in comes through here first.</summary>
    public Task LockAccountAsync(int accountId, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"UPDATE Accounts SET AccessFailedCount = AccessFailedCount WHERE Id = {accountId}", cancellationToken);

    /// <summary>Writes an audit row for something that changes no data, such as a sign-in or an export.</summary>
    public Task RecordAsync(AuditEvent happening, string subject, string? reason, CancellationToken cancellationToken)
    {
        Audit.Describe(happening, subject, reason);
        return SaveChangesAsync(cancellationToken);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_formKey is { } key && Entry(key).State == EntityState.Detached && (ChangeTracker.HasChanges() || Audit.Event is not null))
            Add(key);
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            if (entry.Metadata.FindProperty("Version") is { ClrType: var type } && type == typeof(Guid))
                entry.Property("Version").CurrentValue = Guid.NewGuid();
        }

        if (Database.CurrentTransaction is not null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        var written = await InOwnTransactionAsync(() => base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken), cancellationToken);
        if (acceptAllChangesOnSuccess)
            ChangeTracker.AcceptAllChanges();
        return written;
    }

    /// <summary>Only the key ring of data protection saves synchronously; everything else would pass by the transaction.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().Where(entry => entry.State != EntityState.Unchanged).All(entry => entry.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new InvalidOperationException("Save with SaveChangesAsync.");

    private Task<T> InOwnTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var (happening, subject, reason) = (Audit.Event, Audit.Subject, Audit.Reason);
        return Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            // Appending to the audit uses up the description; a second try needs it again.
            if (happening is { } described)
                Audit.Describe(described, subject!, reason);
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            var result = await work();
            await transaction.CommitAsync(cancellationToken);
            return result;
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<decimal>().HavePrecision(9, 4);
        configurationBuilder.Properties<Grade>().HaveConversion<string>().HaveMaxLength(10);
        configurationBuilder.Properties<BranchType>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<CommitteeKind>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<Post>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<CapScope>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<Scorer>().HaveConversion<string>().HaveMaxLength(10);
        configurationBuilder.Properties<Question>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<AnswerLevel>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<ReportSection>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<AssessmentPart>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<EvidenceKind>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<DeadlineKind>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<Panel>().HaveConversion<string>().HaveMaxLength(10);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(GradingDbContext).Assembly);

        // SQL Server refuses several cascading paths to one table: rows of one aggregate are deleted by the program, nothing by the schema.
        foreach (var key in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()))
        {
            if (key.DeleteBehavior == DeleteBehavior.Cascade)
                key.DeleteBehavior = DeleteBehavior.ClientCascade;
        }

        // A version that the caller read is compared in the UPDATE itself.
        foreach (var version in builder.Model.GetEntityTypes().Select(entity => entity.FindProperty("Version")).OfType<Microsoft.EntityFrameworkCore.Metadata.IMutableProperty>())
            version.IsConcurrencyToken = true;
    }
}
