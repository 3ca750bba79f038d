using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Browser.Tests;

/// <summary>What the schools of the tests have in common.</summary>
internal static class SchoolParts
{
    /// <summary>Somebody who can sign in with a role, to be saved with the next change.</summary>
    public static Domain.Organisation.Person AddAccount(this GradingDbContext db, string name, string userName, int role, string passwordHash, string? mail = null)
    {
        var account = new Account(userName, new Domain.Organisation.Person(name, userName, "13800000001", mail));
        account.ChoosePassword(passwordHash);
        account.Grant(role);
        db.Add(account);
        return account.Person;
    }

    /// <summary>An open round over branches, by the example standards.</summary>
    public static async Task<GradingRound> OpenRoundAsync(this GradingDbContext db, int year, RoundRules rules, RoundDeadlines deadlines, IEnumerable<Branch> branches, DateTime now)
    {
        var round = new GradingRound(year, rules, deadlines);
        round.Prepare(rules, deadlines, RoundRule.All.Select(rule => rule.Key));
        var standards = await db.Standards.ToDictionaryAsync(standard => standard.Kind, standard => standard.Id);
        foreach (var type in Enum.GetValues<BranchType>())
            round.UseStandard(type, standards[type == BranchType.Student ? StandardKind.Student : StandardKind.Staff]);
        round.Open(branches, "陈立群", now);
        db.Add(round);
        db.Audit.Describe(AuditEvent.RoundOpened, $"{year} 年度");
        await db.SaveChangesAsync();
        return round;
    }

    /// <summary>Self-assessment and review of a branch that worked on paper.</summary>
    public static void AddResults(this GradingDbContext db, Participant participant, decimal score, DateTime now)
    {
        db.Add(SelfAssessment.FromPaper(participant.Id, score, participant.SecretaryName!, now));
        var review = new PreliminaryReview(participant.Id);
        review.Import(score, vetoed: false, "同意", null, "组织员", now);
        db.Add(review);
    }
}
