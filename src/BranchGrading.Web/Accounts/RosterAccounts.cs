using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Accounts;
using BranchGrading.Web.Works;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Accounts;

/// <summary>Accounts for everybody whom the roster names as secretary or organiser.</summary>
public sealed class RosterAccounts(GradingDbContext db, IPasswordHasher<Account> hasher, SchoolClock clock, ILogger<RosterAccounts> log)
{
    private const int BatchSize = 100;
    private const int MobileDigits = 11;

    /// <summary>Who lacks an account or a role of it, in the order of committees; whoever has all is left out.</summary>
    public async Task<IReadOnlyList<RosterLine>> PlanAsync(CancellationToken cancellationToken)
    {
        var offices = await db.Terms.Where(term => term.To == null && (term.Post == Post.Organiser || term.Post == Post.Secretary && term.Branch!.IsActive))
            .Select(term => new Office(
                term.PersonId, term.Person.Name, term.Person.StaffNumber, term.Person.Phone, term.Post, term.Branch!.Name, term.Branch.DisplayOrder,
                term.Committee != null ? term.Committee.Name : term.Branch.Committee.Name,
                term.Committee != null ? term.Committee.DisplayOrder : term.Branch.Committee.DisplayOrder,
                term.Committee == null && term.Branch.Committee.Kind == CommitteeKind.DirectBranch))
            .ToListAsync(cancellationToken);
        var accounts = await db.Users.Select(account => new { account.Id, account.PersonId, account.NormalizedUserName }).ToListAsync(cancellationToken);
        var byPerson = accounts.ToDictionary(account => account.PersonId, account => account.Id);
        var held = (await db.UserRoles.Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => new { link.UserId, role.Name }).ToListAsync(cancellationToken))
            .ToLookup(link => link.UserId, link => link.Name!);
        var taken = accounts.Select(account => account.NormalizedUserName!).ToHashSet();

        var lines = offices.OrderBy(office => office.CommitteeOrder).ThenBy(office => office.Post == Post.Secretary).ThenBy(office => office.BranchOrder)
            .GroupBy(office => office.PersonId).Select(own => LineOf(own.ToList(), byPerson, held, taken)).OfType<RosterLine>().ToList();
        var twice = lines.Where(line => line is { AccountId: null, UserName: not null }).GroupBy(line => line.UserName!.ToUpperInvariant()).Where(same => same.Count() > 1)
            .SelectMany(same => same.Select(line => (line.PersonId, Others: string.Join("、", same.Where(other => other != line).Select(other => other.Name)))))
            .ToDictionary(line => line.PersonId, line => line.Others);
        return lines.Select(line => line.Problem is null && twice.TryGetValue(line.PersonId, out var others)
            ? line with { Problem = $"登录名「{line.UserName}」和{others}的一样，请补上工号或改正电话。" }
            : line).ToList();
    }

    /// <summary>Makes what the plan names, a hundred at a time, and hands back the one-time passwords.</summary>
    public async Task<WorkResult> MakeAsync(Work work, CancellationToken cancellationToken)
    {
        var plan = (await PlanAsync(cancellationToken)).Where(line => line.Problem is null).ToList();
        var until = clock.UtcNow + OneTimePassword.Lifetime;
        var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id, cancellationToken);
        var (slips, failed, granted) = (new List<PasswordSlip>(), new List<string>(), 0);
        var done = 0;
        var stopped = "";
        foreach (var batch in plan.Chunk(BatchSize))
        {
            var made = await TryBatchAsync(batch, roles, until, () => work.Report(++done, plan.Count, $"已办理 {done} / {plan.Count} 人。"), cancellationToken);
            if (made is null)
            {
                // The accounts made so far exist: their slips must not be lost with the rest.
                stopped = $"办到第 {slips.Count + failed.Count + granted} 人时出了系统问题，其余没有办理，请稍后再来一次。";
                break;
            }

            slips.AddRange(made.Value.Slips);
            failed.AddRange(made.Value.Failed);
            granted += batch.Count(line => line.AccountId is not null);
        }

        var text = stopped + $"已开通 {slips.Count} 个账号。{(granted > 0 ? $"另给 {granted} 个已有账号补上了角色，密码不变。" : "")}"
            + (failed.Count > 0 ? $"有 {failed.Count} 人没有开通，登录名刚刚被别人使用：{string.Join("、", failed)}。" : "");
        return new WorkResult(text, Shown: slips.Count > 0 ? new PasswordSlips(slips, until) : null);
    }

    private async Task<(IReadOnlyList<PasswordSlip> Slips, IReadOnlyList<string> Failed)?> TryBatchAsync(
        IReadOnlyList<RosterLine> lines, Dictionary<string, int> roles, DateTime until, Action oneMore, CancellationToken cancellationToken)
    {
        try
        {
            return await BatchAsync(lines, roles, until, oneMore, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever stops the run, what was made before must be told.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "Making accounts from the roster stopped");
            return null;
        }
    }

    private async Task<(IReadOnlyList<PasswordSlip> Slips, IReadOnlyList<string> Failed)> BatchAsync(
        IReadOnlyList<RosterLine> lines, Dictionary<string, int> roles, DateTime until, Action oneMore, CancellationToken cancellationToken)
    {
        var slips = new List<PasswordSlip>();
        var personIds = lines.Select(line => line.PersonId).ToList();
        var people = await db.People.Where(person => personIds.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
        var accounts = await db.Users.Include(account => account.RoleLinks).Where(account => personIds.Contains(account.PersonId)).ToDictionaryAsync(account => account.PersonId, cancellationToken);
        foreach (var line in lines)
        {
            if (!accounts.TryGetValue(line.PersonId, out var account))
            {
                account = new Account(line.UserName!, people[line.PersonId]);
                var password = OneTimePassword.New();
                account.GiveOneTimePassword(hasher.HashPassword(account, password), until);
                db.Add(account);
                slips.Add(new PasswordSlip(line.Name, line.Unit, line.UserName!, password, line.Committee));
            }

            foreach (var role in line.Roles)
                account.Grant(roles[role]);
            oneMore();
        }

        db.Audit.Describe(AuditEvent.AccountsCreatedFromRoster, $"{lines.Count} 人");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return (slips, []);
        }
        catch (DbUpdateException) when (lines.Count > 1)
        {
            // Somebody made one of them in the same moment: all but that one are made, one by one.
            db.ChangeTracker.Clear();
            var (made, failed) = (new List<PasswordSlip>(), new List<string>());
            foreach (var line in lines)
            {
                var one = await BatchAsync([line], roles, until, () => { }, cancellationToken);
                made.AddRange(one.Slips);
                failed.AddRange(one.Failed);
            }

            return (made, failed);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return ([], [lines[0].Name]);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private static RosterLine? LineOf(List<Office> own, Dictionary<int, int> accounts, ILookup<int, string> held, HashSet<string> taken)
    {
        var first = own[0];
        var roles = own.SelectMany(office => office.Post == Post.Organiser ? [Roles.CommitteeOfficer]
            : office.InDirectBranch ? [Roles.BranchSecretary, Roles.CommitteeOfficer]
            : new[] { Roles.BranchSecretary }).Distinct().ToList();
        var unit = string.Join("；", own.Select(office => $"{office.Branch ?? office.Committee}{office.Post.Word()}"));
        if (accounts.TryGetValue(first.PersonId, out var accountId))
        {
            var lacking = roles.Except(held[accountId]).ToList();
            var conflict = Roles.Conflict([.. held[accountId], .. lacking]);
            return lacking.Count == 0 ? null : new RosterLine(first.PersonId, first.Name, first.Committee, unit, null, lacking, accountId, conflict);
        }

        var userName = first.StaffNumber ?? Mobile(first.Phone);
        var problem = userName is null ? (string.IsNullOrWhiteSpace(first.Phone) ? "没有工号（学号），也没有手机号。" : $"没有工号（学号），电话「{first.Phone}」不是手机号。")
            : taken.Contains(userName.ToUpperInvariant()) ? $"登录名「{userName}」已经有人使用。"
            : null;
        return new RosterLine(first.PersonId, first.Name, first.Committee, unit, userName, roles, null, problem);
    }

    private static string? Mobile(string? phone)
    {
        var digits = NameKey.Of(phone ?? "").Replace("-", "", StringComparison.Ordinal);
        return digits.Length == MobileDigits && digits[0] == '1' && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    private sealed record Office(
        int PersonId, string Name, string? StaffNumber, string? Phone, Post Post, string? Branch, int? BranchOrder, string Committee, int CommitteeOrder, bool InDirectBranch);
}
