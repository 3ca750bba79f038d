using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>
/// 党组织变动: every way in which branches come, go and change, whoever asks for it, is one act here, saved whole or not at all and kept as a change with its day and document.
/// Rounds that run keep what they froze; none of this touches them.
/// </summary>
public static class OrganisationActs
{
    /// <summary>The branches with all that an act looks at: their committees with all branches, and who is in office.</summary>
    public static IQueryable<Branch> ForChange(this IQueryable<Branch> branches) => branches
        .Include(branch => branch.Committee.Branches).Include(branch => branch.Terms).ThenInclude(term => term.Person).AsSplitQuery();

    /// <summary>Why branches cannot have changed on a day: one was not founded yet, or something later is recorded of it already; null when they can.</summary>
    public static async Task<string?> WhyNotOnAsync(
        this GradingDbContext db, OrganisationChangeKind kind, IReadOnlyCollection<Branch> branches, DateOnly on, CancellationToken cancellationToken)
    {
        if (branches.Select(branch => OrganisationChange.WhyNotOn(branch, kind, on)).FirstOrDefault(why => why is not null) is { } unfounded)
            return unfounded;
        var ids = branches.Select(branch => branch.Id).ToList();
        var later = await db.OrganisationChanges.Where(change => change.On > on && change.Branches.Any(row => ids.Contains(row.BranchId)))
            .OrderByDescending(change => change.On).ThenByDescending(change => change.Id)
            .Select(change => new { change.Kind, change.On, BranchId = change.Branches.Where(row => ids.Contains(row.BranchId)).Min(row => row.BranchId) }).FirstOrDefaultAsync(cancellationToken);
        if (later is not null)
            return OrganisationChange.WhyNotOn(branches.First(branch => branch.Id == later.BranchId), kind, on, later.Kind, later.On);
        if (kind is not (OrganisationChangeKind.Dissolution or OrganisationChangeKind.Merger or OrganisationChangeKind.Split))
            return null;
        // What was graded for a year still stood in it: else the grade would belong to nobody's history.
        var graded = await db.PastGrades.Where(grade => grade.Year > on.Year && ids.Contains(grade.BranchId)).OrderByDescending(grade => grade.Year)
            .Select(grade => new { grade.Branch.Name, grade.Year }).FirstOrDefaultAsync(cancellationToken);
        return graded is null ? null : $"「{graded.Name}」有 {graded.Year} 年的等级，{kind.Word()}的日期不能早于 {graded.Year} 年；请核对日期。";
    }

    /// <summary>The day of the last change recorded of each branch.</summary>
    public static Task<Dictionary<int, DateOnly>> LastChangesAsync(this GradingDbContext db, CancellationToken cancellationToken) => db.OrganisationChanges
        .SelectMany(change => change.Branches, (change, row) => new { row.BranchId, change.On }).GroupBy(row => row.BranchId)
        .Select(group => new { BranchId = group.Key, On = group.Max(row => row.On) }).ToDictionaryAsync(row => row.BranchId, row => row.On, cancellationToken);

    /// <summary>The day of a change of secretary of which only the month is told: its first, or, where something is recorded of the branch later in that month, the day of that.</summary>
    public static async Task<DateOnly> DayOfSecretaryAsync(this GradingDbContext db, Branch branch, DateOnly? month, DateOnly today, CancellationToken cancellationToken)
    {
        if (month is not { } from)
            return today;
        var first = new DateOnly(from.Year, from.Month, 1);
        var latest = await db.OrganisationChanges.Where(change => change.On < first.AddMonths(1) && change.Branches.Any(row => row.BranchId == branch.Id)).MaxAsync(change => (DateOnly?)change.On, cancellationToken);
        return latest > first ? latest.Value : first;
    }

    /// <summary>成立.</summary>
    /// <exception cref="RuleViolationException">The day is still to come, the name is taken, or the 直属党支部 has its branch already.</exception>
    public static Task<OrganisationChange> FoundAsync(this GradingDbContext db, Committee committee, NewBranch founded, ChangeRecord record, CancellationToken cancellationToken)
    {
        var change = new OrganisationChange(OrganisationChangeKind.Founding, record);
        return db.KeepAsync(change.To(db.Found(committee, founded, record.On)), cancellationToken);
    }

    /// <summary>撤销; the offices in it end on the day. A successor, where one is named, carries on its plans and has its history behind it; members go there by hand.</summary>
    /// <exception cref="RuleViolationException">The day is still to come, something later is recorded, somebody took office after it, or the successor cannot be one.</exception>
    public static async Task<OrganisationChange> DissolveAsync(this GradingDbContext db, Branch branch, Branch? successor, ChangeRecord record, CancellationToken cancellationToken)
    {
        await db.RequireDayAsync(OrganisationChangeKind.Dissolution, [branch], record.On, cancellationToken);
        var change = new OrganisationChange(OrganisationChangeKind.Dissolution, record).From(branch);
        if (successor is not null)
        {
            if (successor == branch || !successor.IsActive)
                throw new RuleViolationException($"「{successor.Name}」不能接续「{branch.Name}」，请选另一个存续的支部。");
            change.To(successor);
            db.Touch(successor);
        }

        branch.Dissolve(record.On);
        if (successor is not null)
            await db.CarryOnAsync([branch], successor, cancellationToken);
        return await db.KeepAsync(change, cancellationToken);
    }

    /// <summary>The change by which a branch ended; null where it ended before changes were recorded.</summary>
    public static Task<OrganisationChange?> EndingAsync(this GradingDbContext db, int branchId, CancellationToken cancellationToken) => db.OrganisationChanges.Include(change => change.Branches)
        .Where(change => (change.Kind == OrganisationChangeKind.Dissolution || change.Kind == OrganisationChangeKind.Merger || change.Kind == OrganisationChangeKind.Split)
            && change.Branches.Any(row => row.BranchId == branchId && !row.IsSuccessor) && !change.Branches.Any(row => row.BranchId == branchId && row.IsSuccessor))
        .OrderByDescending(change => change.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>What those of the branches that ended leave behind.</summary>
    public static Task<List<LeftBehind>> LeftBehindAsync(this GradingDbContext db, IReadOnlyCollection<int> branchIds, CancellationToken cancellationToken) => db.Branches
        .Where(branch => branchIds.Contains(branch.Id) && !branch.IsActive).OrderBy(branch => branch.Id)
        .Select(branch => new LeftBehind(
            branch.Id, branch.Name, branch.Successor!.Name,
            db.Plans.Any(plan => plan.Participant.BranchId == branch.Id && (plan.ApprovedAt == null || plan.Items.Any(item => item.AcceptedAt == null))),
            db.FloatingMembers.Where(floating => floating.BranchId == branch.Id).Sum(floating => floating.Count)))
        .ToListAsync(cancellationToken);

    /// <summary>Why a branch that ended by a change cannot simply be restored; null when it can.</summary>
    public static string? WhyNotRestore(Branch branch, OrganisationChange? ending) => ending?.Kind switch
    {
        OrganisationChangeKind.Merger =>
            $"「{branch.Name}」是 {ending.On:yyyy年M月d日} 合并时撤销的，党员已经归到「{ending.After.First().Name}」，不能直接恢复。要重新分开的，请给「{ending.After.First().Name}」办「拆分」。",
        OrganisationChangeKind.Split =>
            $"「{branch.Name}」是 {ending.On:yyyy年M月d日} 拆分时撤销的，党员已经分到{string.Join('、', ending.After.Select(part => $"「{part.Name}」"))}，不能直接恢复。要重新合在一起的，请把它们「合并」成一个新支部。",
        _ => null,
    };

    /// <summary>Takes a dissolution back that was a mistake, and the offices that it ended; the change is struck out, the audit keeps it.</summary>
    /// <exception cref="RuleViolationException">It ended by a merger or a split, or the 直属党支部 has another branch by now.</exception>
    public static async Task RestoreAsync(this GradingDbContext db, Branch branch, string reason, CancellationToken cancellationToken)
    {
        var ending = await db.EndingAsync(branch.Id, cancellationToken);
        if (WhyNotRestore(branch, ending) is { } why)
            throw new RuleViolationException(why);
        var carriedOnBy = branch.SuccessorId;
        branch.Restore(ending?.On);
        if (carriedOnBy is not null)
        {
            // What it carried on itself comes back to it.
            var before = (await db.PredecessorsAsync(branch.Id, cancellationToken)).Keys.ToList();
            foreach (var ward in await db.Branches.Where(ward => ward.SuccessorId == carriedOnBy && before.Contains(ward.Id)).ToListAsync(cancellationToken))
                ward.CarryOnIn(branch);
        }

        if (ending is not null)
            db.Remove(ending);
        db.Touch(branch.Committee);
        db.Audit.Describe(AuditEvent.BranchRestored, $"{branch.Committee.Name} {branch.Name}", reason);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>合并 into a new branch, which has all their members and no secretary yet.</summary>
    /// <exception cref="RuleViolationException">Fewer than two branches, or one of them cannot end, or the name is taken.</exception>
    public static async Task<OrganisationChange> MergeIntoNewAsync(
        this GradingDbContext db, IReadOnlyList<Branch> branches, Committee committee, NewBranch merged, ChangeRecord record, CancellationToken cancellationToken)
    {
        await db.RequireDayAsync(OrganisationChangeKind.Merger, branches, record.On, cancellationToken);
        var change = Merger(branches, record);
        // They end first: a 直属党支部 has only one that is active.
        foreach (var branch in branches)
            branch.Dissolve(record.On);
        var successor = db.Found(committee, merged with { FullMembers = branches.Sum(branch => branch.FullMembers), ProbationaryMembers = branches.Sum(branch => branch.ProbationaryMembers) }, record.On);
        await db.TakeOverAsync(branches, successor, cancellationToken);
        return await db.KeepAsync(change.To(successor), cancellationToken);
    }

    /// <summary>合并 into one of the branches, which goes on with all their members and its own secretary.</summary>
    /// <param name="db">The database.</param>
    /// <param name="branches">All of them, the one that goes on too.</param>
    /// <param name="survivor">The one that goes on.</param>
    /// <param name="name">Its name from then on.</param>
    /// <param name="record">Day, document, who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RuleViolationException">Fewer than two branches, or one of them cannot end, or the name is taken.</exception>
    public static async Task<OrganisationChange> MergeIntoAsync(
        this GradingDbContext db, IReadOnlyList<Branch> branches, Branch survivor, string name, ChangeRecord record, CancellationToken cancellationToken)
    {
        await db.RequireDayAsync(OrganisationChangeKind.Merger, branches, record.On, cancellationToken);
        var change = Merger(branches, record);
        var ended = branches.Where(branch => branch != survivor).ToList();
        foreach (var branch in ended)
            branch.Dissolve(record.On);
        survivor.Describe(
            branches.Sum(branch => branch.FullMembers), branches.Sum(branch => branch.ProbationaryMembers), survivor.CommitteeSize, survivor.Founded, survivor.Elected);
        if (name.Trim() != survivor.Name)
            survivor.Rename(name);
        await db.TakeOverAsync(ended, survivor, cancellationToken);
        db.Touch(survivor);
        return await db.KeepAsync(change.To(survivor), cancellationToken);
    }

    /// <summary>
    /// 拆分: new branches beside, or in place of, the one there was. Where it goes on it keeps the members that are not given away, and its secretary;
    /// where it does not, all members are given away and the first of the new ones carries on its plans.
    /// </summary>
    /// <exception cref="RuleViolationException">Fewer than two come of it, more or fewer members are given away than there are to give, or a name is taken.</exception>
    public static async Task<OrganisationChange> SplitAsync(
        this GradingDbContext db, Branch branch, bool goesOn, IReadOnlyList<NewBranch> parts, ChangeRecord record, CancellationToken cancellationToken)
    {
        if (parts.Count + (goesOn ? 1 : 0) < 2)
            throw new RuleViolationException(goesOn ? "至少写一个拆出的支部。" : "原支部不再保留的，至少写两个新支部；只有一个，请办「更名」。");
        var (full, probationary) = (parts.Sum(part => part.FullMembers), parts.Sum(part => part.ProbationaryMembers));
        if (full > branch.FullMembers || probationary > branch.ProbationaryMembers)
            throw new RuleViolationException($"「{branch.Name}」有正式党员 {branch.FullMembers} 人、预备党员 {branch.ProbationaryMembers} 人，拆出的有 {full} 人、{probationary} 人，多过原来的；请核对。");
        if (!goesOn && (full, probationary) != (branch.FullMembers, branch.ProbationaryMembers))
            throw new RuleViolationException($"原支部不再保留的，党员要全部分到新支部：还有正式党员 {branch.FullMembers - full} 人、预备党员 {branch.ProbationaryMembers - probationary} 人没有分。");
        await db.RequireDayAsync(OrganisationChangeKind.Split, [branch], record.On, cancellationToken);
        var change = new OrganisationChange(OrganisationChangeKind.Split, record).From(branch);
        if (goesOn)
        {
            branch.Describe(branch.FullMembers - full, branch.ProbationaryMembers - probationary, branch.CommitteeSize, branch.Founded, branch.Elected);
            db.Touch(branch);
            change.To(branch);
        }
        else
        {
            branch.Dissolve(record.On);
        }

        var founded = parts.Select(part => db.Found(branch.Committee, part, record.On)).ToList();
        if (!goesOn)
            await db.CarryOnAsync([branch], founded[0], cancellationToken);
        founded.ForEach(part => change.To(part));
        return await db.KeepAsync(change, cancellationToken);
    }

    /// <summary>更名.</summary>
    /// <exception cref="RuleViolationException">The name is as before, or taken.</exception>
    public static async Task<OrganisationChange> RenameAsync(this GradingDbContext db, Branch branch, string name, ChangeRecord record, CancellationToken cancellationToken)
    {
        await db.RequireDayAsync(OrganisationChangeKind.Renaming, [branch], record.On, cancellationToken);
        return await db.KeepAsync(OrganisationChange.OfRenaming(branch, () => branch.Rename(name), record), cancellationToken);
    }

    /// <summary>调整隶属, under another name where the old one is taken there.</summary>
    /// <exception cref="RuleViolationException">It is there already, the name is taken there, or the 直属党支部 has its branch already.</exception>
    public static async Task<OrganisationChange> MoveAsync(this GradingDbContext db, Branch branch, Committee committee, string name, ChangeRecord record, CancellationToken cancellationToken)
    {
        await db.RequireDayAsync(OrganisationChangeKind.Move, [branch], record.On, cancellationToken);
        var change = new OrganisationChange(OrganisationChangeKind.Move, record).From(branch);
        branch.JoinCommittee(committee, name);
        db.Touch(committee);
        return await db.KeepAsync(change.To(branch), cancellationToken);
    }

    /// <summary>书记变更. Naming the secretary again only corrects the term and is no change.</summary>
    /// <param name="db">The database.</param>
    /// <param name="branch">The branch.</param>
    /// <param name="person">The new secretary, known or new.</param>
    /// <param name="since">任职时间, a month; null where it is not known.</param>
    /// <param name="concurrentPost">The post held besides.</param>
    /// <param name="record">Day, document, who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The change, or null where it was a correction.</returns>
    /// <exception cref="RuleViolationException">The day is still to come, before the branch was founded, or before a later change of it.</exception>
    public static async Task<OrganisationChange?> ChangeSecretaryAsync(
        this GradingDbContext db, Branch branch, Person person, DateOnly? since, string? concurrentPost, ChangeRecord record, CancellationToken cancellationToken)
    {
        if (branch.Secretary?.Person == person)
        {
            db.Touch(branch);
            branch.AppointSecretary(person, since, concurrentPost, record.On);
            db.Audit.Describe(AuditEvent.TermBegun, $"{branch.Committee.Name} {branch.Name}{Post.Secretary.Word()} {person.Name}");
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }

        await db.RequireDayAsync(OrganisationChangeKind.SecretaryChange, [branch], record.On, cancellationToken);
        db.Touch(branch);
        var change = new OrganisationChange(OrganisationChangeKind.SecretaryChange, record).From(branch);
        branch.AppointSecretary(person, since, concurrentPost, record.On);
        return await db.KeepAsync(change.To(branch), cancellationToken);
    }

    private static async Task RequireDayAsync(
        this GradingDbContext db, OrganisationChangeKind kind, IReadOnlyCollection<Branch> branches, DateOnly on, CancellationToken cancellationToken)
    {
        if (await db.WhyNotOnAsync(kind, branches, on, cancellationToken) is { } why)
            throw new RuleViolationException(why);
    }

    /// <summary>The plans of branches that ended go to the one that carries on, those too that they had carried on themselves.</summary>
    private static async Task CarryOnAsync(this GradingDbContext db, IReadOnlyCollection<Branch> ended, Branch successor, CancellationToken cancellationToken)
    {
        var ids = ended.Select(branch => branch.Id).ToList();
        var wards = await db.Branches.Where(ward => ward.SuccessorId != null && ids.Contains(ward.SuccessorId.Value)).ToListAsync(cancellationToken);
        foreach (var branch in ended.Concat(wards))
            branch.CarryOnIn(successor);
    }

    /// <summary>What a merger leaves to the branch that comes of it: plans and 流动党员.</summary>
    private static async Task TakeOverAsync(this GradingDbContext db, IReadOnlyCollection<Branch> ended, Branch successor, CancellationToken cancellationToken)
    {
        await db.CarryOnAsync(ended, successor, cancellationToken);
        var ids = ended.Select(branch => branch.Id).ToList();
        foreach (var floating in await db.FloatingMembers.Where(floating => ids.Contains(floating.BranchId)).ToListAsync(cancellationToken))
            floating.MoveTo(successor);
    }

    private static OrganisationChange Merger(IReadOnlyList<Branch> branches, ChangeRecord record)
    {
        if (branches.Count < 2)
            throw new RuleViolationException("合并至少要有两个支部。");
        return branches.Aggregate(new OrganisationChange(OrganisationChangeKind.Merger, record), (change, branch) => change.From(branch));
    }

    private static Branch Found(this GradingDbContext db, Committee committee, NewBranch founded, DateOnly on)
    {
        var branch = committee.Found(founded.Name, founded.Type, founded.Code);
        branch.Describe(founded.FullMembers, founded.ProbationaryMembers, founded.CommitteeSize, on, founded.Elected);
        db.Touch(committee);
        return branch;
    }

    /// <summary>Of two who change the same committee or branch at once, the second must look again: what they read decided whether they may.</summary>
    private static void Touch(this GradingDbContext db, object changed) => db.Entry(changed).Property("Version").IsModified = true;

    private static async Task<OrganisationChange> KeepAsync(this GradingDbContext db, OrganisationChange change, CancellationToken cancellationToken)
    {
        db.Add(change);
        db.Audit.Describe(AuditEvent.OrganisationChanged, $"{change.Kind.Word()}：{change.Sentence()}", change.Note);
        await db.SaveChangesAsync(cancellationToken);
        return change;
    }
}
