using BranchGrading.Data.Auditing;
using BranchGrading.Data.Mail;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rectification;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>
/// What is done to plans. Each act runs in a transaction that holds the plan's branch first, so that nothing slips in between what was read and what is written,
/// and leaves one row in the audit.
/// </summary>
public static class PlanActs
{
    private const string Elsewhere = "您打开之后，这份计划又有变动。请看过最新的内容再办。";

    /// <summary>Begins a plan with what was chosen of the suggestions.</summary>
    /// <exception cref="RuleViolationException">There is one already, or it is too early.</exception>
    public static Task<PlanPaper?> BeginPlanAsync(
        this GradingDbContext db, int participantId, Viewer viewer, PlanKind? kind, IReadOnlyCollection<string> keys, Func<DateTime> clock, CancellationToken cancellationToken) => db.OnPlanAsync(
        participantId, viewer, paper => paper.MayFill, async paper =>
        {
            if (paper.WhyNotBegin is { } why)
                throw new RuleViolationException(why);
            var plan = new ImprovementPlan(paper.Participant, kind ?? ImprovementPlan.KindFor(paper.PublishedGrade), viewer.Name, clock());
            plan.Describe(plan.Kind, paper.ContactLeader);
            Add(plan, await db.SuggestionsAsync(paper, cancellationToken), keys);
            db.Add(plan);
            Describe(db, AuditEvent.PlanDrawnUp, paper);
        }, cancellationToken);

    /// <summary>Changes what the plan is for and its 联系领导.</summary>
    /// <exception cref="DbUpdateConcurrencyException">It was changed since it was read.</exception>
    public static Task<PlanPaper?> DescribePlanAsync(
        this GradingDbContext db, int participantId, Viewer viewer, PlanKind kind, string? contactLeader, Guid version, CancellationToken cancellationToken) => db.OnPlanAsync(
        participantId, viewer, paper => paper.MayFill && paper.Plan is not null, paper =>
        {
            Expect(paper.Plan!.Version, version);
            paper.Plan.Describe(kind, contactLeader);
            Describe(db, AuditEvent.PlanEdited, paper);
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>Adds items made from suggestions.</summary>
    public static Task<PlanPaper?> AddSuggestedAsync(this GradingDbContext db, int participantId, Viewer viewer, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => db.OnPlanAsync(
        participantId, viewer, paper => paper.MayFill && paper.Plan is not null, async paper =>
        {
            Add(paper.Plan!, await db.SuggestionsAsync(paper, cancellationToken), keys);
            Describe(db, AuditEvent.PlanEdited, paper);
        }, cancellationToken);

    /// <summary>Adds, changes or removes an item.</summary>
    /// <param name="db">The database.</param>
    /// <param name="participantId">The branch in its round.</param>
    /// <param name="viewer">Who.</param>
    /// <param name="itemId">The item; null for a new one.</param>
    /// <param name="version">The version of the item that was read.</param>
    /// <param name="change">Does it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DbUpdateConcurrencyException">The item was changed since it was read.</exception>
    public static Task<PlanPaper?> ChangeItemAsync(
        this GradingDbContext db, int participantId, Viewer viewer, int? itemId, Guid version, Action<ImprovementPlan, PlanItem?> change, CancellationToken cancellationToken) => db.OnPlanAsync(
        participantId, viewer, paper => paper.MayFill && paper.Plan is { } plan && (itemId is null || plan.Items.Any(item => item.Id == itemId)), paper =>
        {
            var item = paper.Plan!.Items.FirstOrDefault(item => item.Id == itemId);
            if (item is not null)
                Expect(item.Version, version);
            change(paper.Plan, item);
            Describe(db, AuditEvent.PlanEdited, paper);
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>Hands the plan to the committee.</summary>
    /// <param name="mark">What was looked at before; see <see cref="PlanMark"/>.</param>
    public static Task<PlanPaper?> SubmitPlanAsync(this GradingDbContext db, int participantId, Viewer viewer, Guid mark, Func<DateTime> clock, DateOnly today, CancellationToken cancellationToken) => db.OnPlanAsync(
        participantId, viewer, paper => paper.MayFill && paper.Plan is not null, paper =>
        {
            Require(paper, mark);
            paper.Plan!.Submit(paper.PublishedGrade, viewer.Name, clock(), today);
            Describe(db, AuditEvent.PlanSubmitted, paper);
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>The committee approves the plan and says who of the leaders is in contact.</summary>
    public static Task<PlanPaper?> ApprovePlanAsync(
        this GradingDbContext db, int participantId, Viewer viewer, string? contactLeader, Guid mark, Func<DateTime> clock, CancellationToken cancellationToken) => db.OnPlanAsync(
        participantId, viewer, paper => paper.MayAct && paper.Plan is not null, paper =>
        {
            Require(paper, mark);
            paper.Plan!.Approve(viewer.Name, clock());
            paper.Plan.NameContactLeader(contactLeader, paper.PublishedGrade);
            db.Audit.Describe(AuditEvent.PlanApproved, paper.Subject);
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>The committee sends the plan back.</summary>
    public static Task<PlanPaper?> ReturnPlanAsync(
        this GradingDbContext db, int participantId, Viewer viewer, string? comment, Guid mark, Func<DateTime> clock, CancellationToken cancellationToken) => db.OnPlanAsync(
        participantId, viewer, paper => paper.MayAct && paper.Plan is not null, async paper =>
        {
            Require(paper, mark);
            var now = clock();
            paper.Plan!.Return(comment, viewer.Name, now);
            db.Audit.Describe(AuditEvent.PlanReturned, paper.Subject, comment?.Trim());
            var secretaries = await db.PlanSecretariesAsync(db.Participants.Where(participant => participant.Id == participantId), cancellationToken);
            await db.AddMailsAsync(
                MailKind.Returned, [.. secretaries[participantId].Select(who => new MailDraft($"returned-plan-{participantId}-{paper.Plan.Returns.Count}-{who.PersonId}", who, new MailValues
                {
                    Unit = paper.Participant.BranchName,
                    Matter = $"{paper.Round.Year} 年度整改提升计划",
                    Path = $"/plans/{participantId}",
                }))], now, cancellationToken);
        }, cancellationToken);

    /// <summary>The committee names another 联系领导 for a plan that is handed in.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The plan was changed since it was read.</exception>
    public static Task<PlanPaper?> NameContactLeaderAsync(
        this GradingDbContext db, int participantId, Viewer viewer, string? contactLeader, Guid version, CancellationToken cancellationToken) => db.OnPlanAsync(
        participantId, viewer, paper => paper.MayAct && paper.Plan is not null, paper =>
        {
            Expect(paper.Plan!.Version, version);
            paper.Plan.NameContactLeader(contactLeader, paper.PublishedGrade);
            db.Audit.Describe(AuditEvent.PlanEdited, paper.Subject);
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>Writes an entry to an item: progress, request, acceptance, refusal, spot check or reopening, with its files.</summary>
    /// <returns>The plan; null where it is not the viewer's to write so.</returns>
    /// <exception cref="DbUpdateConcurrencyException">The item has moved on since it was read.</exception>
    /// <exception cref="RuleViolationException">The plan does not run, the item is not at that point, or the files are too many.</exception>
    public static Task<PlanPaper?> RecordEntryAsync(
        this GradingDbContext db, int participantId, Viewer viewer, int itemId, Guid version, PlanEntryKind kind, int? percent, string? note, IReadOnlyList<AttachedFile> files,
        Func<DateTime> clock, CancellationToken cancellationToken) => db.OnPlanAsync(
        participantId, viewer, paper => IsOneWho(paper, kind) && paper.Plan is { } plan && plan.Items.Any(item => item.Id == itemId), async paper =>
        {
            var (plan, item) = (paper.Plan!, paper.Plan!.Items.Single(item => item.Id == itemId));
            Expect(item.Version, version);
            var entries = item.Entries.Select(entry => entry.Id).ToList();
            var present = files.Count == 0 ? [] : await db.Attachments.AsNoTracking().Where(file => file.PlanEntryId != null && entries.Contains(file.PlanEntryId.Value)).ToListAsync(cancellationToken);
            if (Attachment.WhyNotAdd(present, files) is { } why)
                throw new RuleViolationException(why);
            var (by, now) = (viewer.Name, clock());
            var entry = kind switch
            {
                PlanEntryKind.Progress => plan.Progress(item, percent ?? item.Percent, note, paper.IsFinal, by, now),
                PlanEntryKind.Request => plan.Request(item, note, paper.IsFinal, by, now, percent),
                PlanEntryKind.Accept => plan.Accept(item, note, paper.IsFinal, by, now),
                PlanEntryKind.Refuse => plan.Refuse(item, note, paper.IsFinal, by, now),
                PlanEntryKind.Reopen => plan.Reopen(item, note, paper.IsFinal, by, now, percent ?? 0),
                _ => plan.SpotCheck(item, note, paper.IsFinal, by, now),
            };
            db.AddRange(files.Select(file => new Attachment(entry, file, by, now)));
            var happening = kind switch
            {
                PlanEntryKind.Progress => AuditEvent.PlanProgressed,
                PlanEntryKind.Request => AuditEvent.AcceptanceRequested,
                PlanEntryKind.Accept => AuditEvent.ItemAccepted,
                PlanEntryKind.Refuse => AuditEvent.ItemRefused,
                PlanEntryKind.Reopen => AuditEvent.ItemReopened,
                _ => AuditEvent.ItemSpotChecked,
            };
            db.Audit.Describe(happening, $"{paper.Subject}，第 {Number(plan, item)} 项", kind switch
            {
                PlanEntryKind.Progress or PlanEntryKind.Request => OnBehalf(paper),
                PlanEntryKind.Refuse or PlanEntryKind.Reopen => note?.Trim(),
                _ => null,
            });
        }, cancellationToken);

    /// <summary>Which item of its plan, counted from 1.</summary>
    public static int Number(ImprovementPlan plan, PlanItem item) => plan.Items.Count(other => other.Order <= item.Order);

    /// <summary>Whether an entry of a kind is the viewer's to write at all, whatever the item has reached.</summary>
    private static bool IsOneWho(PlanPaper paper, PlanEntryKind kind) => kind switch
    {
        PlanEntryKind.Progress or PlanEntryKind.Request => paper.MayFill,
        PlanEntryKind.Accept or PlanEntryKind.Refuse => paper.MayAct,
        PlanEntryKind.Reopen => paper.MayAct || paper.Viewer.IsDepartment,
        _ => paper.Viewer.IsDepartment,
    };

    private static void Add(ImprovementPlan plan, IReadOnlyList<PlanSuggestion> suggestions, IReadOnlyCollection<string> keys)
    {
        foreach (var one in suggestions.Where(one => keys.Contains(one.Key) && !one.IsIn(plan)))
            plan.Add(one.Origin, one.Problem, null, one.Measure, one.TargetGrade, one.ResponsiblePerson, null, one.DueOn);
    }

    private static void Expect(Guid saved, Guid read)
    {
        // The branch is held: nobody writes between this look and the save.
        if (saved != read)
            throw new DbUpdateConcurrencyException(Elsewhere);
    }

    private static void Require(PlanPaper paper, Guid mark)
    {
        if (PlanMark.Of(paper.Plan!) != mark)
            throw new RuleViolationException(Elsewhere);
    }

    private static void Describe(GradingDbContext db, AuditEvent happening, PlanPaper paper) => db.Audit.Describe(happening, paper.Subject, OnBehalf(paper));

    private static string? OnBehalf(PlanPaper paper) => paper.Ties.IsOnBehalf(paper.Viewer) ? "代填" : null;

    private static Task<PlanPaper?> OnPlanAsync(
        this GradingDbContext db, int participantId, Viewer viewer, Func<PlanPaper, bool> may, Func<PlanPaper, Task> act, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockParticipantAsync(participantId, cancellationToken);
            if (await db.FindPlanAsync(participantId, viewer, cancellationToken) is not { } paper || !may(paper))
                return null;
            await act(paper);
            await db.SaveChangesAsync(cancellationToken);
            return paper;
        },
        cancellationToken);
}
