using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Who leads branches: whom a correction of a secretary means, and who keeps away from what (回避, §1).</summary>
public static class SecretaryQueries
{
    /// <summary>The person meant by another name than the frozen one; null where it is the same person, spelt otherwise. Namesakes are told apart by their number.</summary>
    /// <exception cref="RuleViolationException">Nobody, or more than one, is meant.</exception>
    public static async Task<Person?> FindOtherSecretaryAsync(this GradingDbContext db, Participant participant, string? name, string? number, CancellationToken cancellationToken)
    {
        var (nameKey, numberKey) = (NameKey.Of(name ?? ""), NameKey.Of(number ?? ""));
        if (numberKey.Length > 0)
        {
            var person = await db.People.SingleOrDefaultAsync(person => person.StaffNumberKey == numberKey, cancellationToken)
                ?? throw new RuleViolationException($"没有工号或学号是「{number}」的人员，请先在「人员」里录入。");
            return NameKey.Of(person.Name) == nameKey ? person : throw new RuleViolationException($"工号或学号「{number}」是{person.Name}，和所填的书记姓名不一致。");
        }

        if (nameKey.Length == 0 || nameKey == NameKey.Of(participant.SecretaryName ?? ""))
            return null;
        var plain = name!.Trim();
        var found = await db.People.Where(person => person.Name == plain && person.Id != participant.SecretaryPersonId).Take(2).ToListAsync(cancellationToken);
        return found switch
        {
            [] when participant.SecretaryPersonId is not null => null,
            [] => throw new RuleViolationException($"没有叫「{plain}」的人员，请先在「人员」里录入，再来更正书记。"),
            [var only] => only,
            _ => throw new RuleViolationException($"有不止一位「{plain}」，请填写书记的工号或学号。"),
        };
    }

    /// <summary>The branches of a round that the viewer leads now, by participant: what was objected to about them is left to others (回避, §1).</summary>
    public static Task<HashSet<int>> LedBranchesAsync(this GradingDbContext db, Viewer viewer, int roundId, CancellationToken cancellationToken) =>
        db.Led(viewer, roundId).Select(participant => participant.Id).ToHashSetAsync(cancellationToken);

    /// <summary>Why the viewer keeps away from acting on some branches of a round; null where he leads none of them (回避, §1).</summary>
    public static async Task<string?> WhyKeepAwayAsync(this GradingDbContext db, Viewer viewer, int roundId, IReadOnlyCollection<int> participantIds, CancellationToken cancellationToken)
    {
        var led = await db.Led(viewer, roundId).Select(participant => new { participant.Id, participant.BranchName }).ToListAsync(cancellationToken);
        return led.Find(branch => participantIds.Contains(branch.Id)) is { } own ? $"您是「{own.BranchName}」的书记，请由其他人员办理（回避）。" : null;
    }

    private static IQueryable<Participant> Led(this GradingDbContext db, Viewer viewer, int roundId) => db.Participants.Where(participant =>
        participant.RoundId == roundId && participant.Branch.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Secretary && term.To == null));
}
