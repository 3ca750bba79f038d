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

    /// <summary>成立.</summary>
    /// <exception cref="RuleViolationException">The day is still to come, the name is taken, or the 直属党支部 has its branch already.</exception>
    public static Task<OrganisationChange> FoundAsync(this GradingDbContext db, Committee committee, NewBranch founded, ChangeRecord record, CancellationToken cancellationToken)
    {
        var change = new OrganisationChange(OrganisationChangeKind.Founding, record);
        return db.KeepAsync(change.To(db.Found(committee, founded, record.On)), cancellationToken);
    }

    /// <summary>撤销; the offices in it end on the day.</summary>
    /// <exception cref="RuleViolationException">The day is still to come, or somebody took office after it.</exception>
    public static Task<OrganisationChange> DissolveAsync(this GradingDbContext db, Branch branch, ChangeRecord record, CancellationToken cancellationToken)
    {
        var change = new OrganisationChange(OrganisationChangeKind.Dissolution, record).From(branch);
        branch.Dissolve(record.On);
        return db.KeepAsync(change, cancellationToken);
    }

    /// <summary>Takes a dissolution back that was a mistake, and the offices that it ended; the change is struck out, the audit keeps it.</summary>
    /// <exception cref="RuleViolationException">The 直属党支部 has another branch by now.</exception>
    public static async Task RestoreAsync(this GradingDbContext db, Branch branch, string reason, CancellationToken cancellationToken)
    {
        var ended = await db.OrganisationChanges.Include(change => change.Branches)
            .Where(change => change.Branches.Any(row => row.BranchId == branch.Id && !row.IsSuccessor))
            .OrderByDescending(change => change.On).ThenByDescending(change => change.Id).FirstOrDefaultAsync(cancellationToken);
        branch.Restore(ended?.On);
        if (ended is { Kind: OrganisationChangeKind.Dissolution })
            db.Remove(ended);
        db.Touch(branch.Committee);
        db.Audit.Describe(AuditEvent.BranchRestored, $"{branch.Committee.Name} {branch.Name}", reason);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>合并 into a new branch, which has all their members and no secretary yet.</summary>
    /// <exception cref="RuleViolationException">Fewer than two branches, or one of them cannot end, or the name is taken.</exception>
    public static Task<OrganisationChange> MergeIntoNewAsync(
        this GradingDbContext db, IReadOnlyList<Branch> branches, Committee committee, NewBranch merged, ChangeRecord record, CancellationToken cancellationToken)
    {
        var change = Merger(branches, record);
        foreach (var branch in branches)
            branch.Dissolve(record.On);
        var successor = db.Found(committee, merged with { FullMembers = branches.Sum(branch => branch.FullMembers), ProbationaryMembers = branches.Sum(branch => branch.ProbationaryMembers) }, record.On);
        return db.KeepAsync(change.To(successor), cancellationToken);
    }

    /// <summary>合并 into one of the branches, which goes on with all their members and its own secretary.</summary>
    /// <param name="db">The database.</param>
    /// <param name="branches">All of them, the one that goes on too.</param>
    /// <param name="survivor">The one that goes on.</param>
    /// <param name="name">Its name from then on.</param>
    /// <param name="record">Day, document, who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RuleViolationException">Fewer than two branches, or one of them cannot end, or the name is taken.</exception>
    public static Task<OrganisationChange> MergeIntoAsync(
        this GradingDbContext db, IReadOnlyList<Branch> branches, Branch survivor, string name, ChangeRecord record, CancellationToken cancellationToken)
    {
        var change = Merger(branches, record);
        foreach (var branch in branches.Where(branch => branch != survivor))
            branch.Dissolve(record.On);
        survivor.Describe(
            branches.Sum(branch => branch.FullMembers), branches.Sum(branch => branch.ProbationaryMembers), survivor.CommitteeSize, survivor.Founded, survivor.Elected);
        if (name.Trim() != survivor.Name)
            survivor.Rename(name);
        db.Touch(survivor);
        return db.KeepAsync(change.To(survivor), cancellationToken);
    }

    /// <summary>拆分: new branches beside, or in place of, the one there was. Where it goes on it keeps the members that are not given away, and its secretary.</summary>
    /// <exception cref="RuleViolationException">Fewer than two come of it, more members are given away than there are, or a name is taken.</exception>
    public static Task<OrganisationChange> SplitAsync(
        this GradingDbContext db, Branch branch, bool goesOn, IReadOnlyList<NewBranch> parts, ChangeRecord record, CancellationToken cancellationToken)
    {
        if (parts.Count + (goesOn ? 1 : 0) < 2)
            throw new RuleViolationException(goesOn ? "至少写一个拆出的支部。" : "原支部不再保留的，至少写两个新支部；只有一个，请办「更名」。");
        var (full, probationary) = (parts.Sum(part => part.FullMembers), parts.Sum(part => part.ProbationaryMembers));
        if (full > branch.FullMembers || probationary > branch.ProbationaryMembers)
            throw new RuleViolationException($"「{branch.Name}」有正式党员 {branch.FullMembers} 人、预备党员 {branch.ProbationaryMembers} 人，拆出的有 {full} 人、{probationary} 人，多过原来的；请核对。");
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

        foreach (var part in parts)
            change.To(db.Found(branch.Committee, part, record.On));
        return db.KeepAsync(change, cancellationToken);
    }

    /// <summary>更名.</summary>
    /// <exception cref="RuleViolationException">The name is as before, or taken.</exception>
    public static Task<OrganisationChange> RenameAsync(this GradingDbContext db, Branch branch, string name, ChangeRecord record, CancellationToken cancellationToken)
    {
        var change = new OrganisationChange(OrganisationChangeKind.Renaming, record).From(branch);
        branch.Rename(name);
        return db.KeepAsync(change.To(branch), cancellationToken);
    }

    /// <summary>调整隶属, under another name where the old one is taken there.</summary>
    /// <exception cref="RuleViolationException">It is there already, the name is taken there, or the 直属党支部 has its branch already.</exception>
    public static Task<OrganisationChange> MoveAsync(this GradingDbContext db, Branch branch, Committee committee, string name, ChangeRecord record, CancellationToken cancellationToken)
    {
        var change = new OrganisationChange(OrganisationChangeKind.Move, record).From(branch);
        branch.JoinCommittee(committee, name);
        db.Touch(committee);
        return db.KeepAsync(change.To(branch), cancellationToken);
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
    /// <exception cref="RuleViolationException">The day is still to come, or before the branch was founded.</exception>
    public static async Task<OrganisationChange?> ChangeSecretaryAsync(
        this GradingDbContext db, Branch branch, Person person, DateOnly? since, string? concurrentPost, ChangeRecord record, CancellationToken cancellationToken)
    {
        db.Touch(branch);
        if (branch.Secretary?.Person == person)
        {
            branch.AppointSecretary(person, since, concurrentPost, record.On);
            db.Audit.Describe(AuditEvent.TermBegun, $"{branch.Committee.Name} {branch.Name}{Post.Secretary.Word()} {person.Name}");
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }

        var change = new OrganisationChange(OrganisationChangeKind.SecretaryChange, record).From(branch);
        branch.AppointSecretary(person, since, concurrentPost, record.On);
        return await db.KeepAsync(change.To(branch), cancellationToken);
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
