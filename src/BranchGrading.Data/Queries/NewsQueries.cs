using BranchGrading.Data.Auditing;
using BranchGrading.Domain.Bulletins;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rectification;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>What is new for somebody since the visit before this one.</summary>
public static class NewsQueries
{
    public const int Most = 12;
    private const int Named = 3;

    /// <summary>When the viewer signed in before the present time, as the audit remembers; null for the first visit.</summary>
    public static Task<DateTime?> LastVisitAsync(this GradingDbContext db, Viewer viewer, CancellationToken cancellationToken) => db.AuditEntries.AsNoTracking()
        .Where(entry => entry.AccountId == viewer.AccountId && entry.Event == nameof(AuditEvent.SignedIn))
        .OrderByDescending(entry => entry.Sequence).Skip(1).Select(entry => (DateTime?)entry.At).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The latest first. What somebody else did; reasons stand on the pages themselves.</summary>
    public static async Task<List<NewsLine>> NewsAsync(this GradingDbContext db, Viewer viewer, DateTime since, CancellationToken cancellationToken)
    {
        var news = new List<NewsLine>();
        if (viewer.SeesSchool || viewer.IsOfficer || viewer.IsSecretary)
            await db.OfRoundsAsync(since, news, cancellationToken);
        await db.OfBulletinsAsync(viewer, since, news, cancellationToken);
        if (viewer.IsSecretary)
            await db.OfOwnBranchesAsync(viewer, since, news, cancellationToken);
        if (viewer.IsOfficer)
            await db.OfOwnCommitteesAsync(viewer, since, news, cancellationToken);
        if (viewer.SeesSchool)
            await db.OfSchoolAsync(viewer, since, news, cancellationToken);
        return [.. news.DistinctBy(line => (line.At, line.Text)).OrderByDescending(line => line.At).Take(Most)];
    }

    private static async Task OfRoundsAsync(this GradingDbContext db, DateTime since, List<NewsLine> news, CancellationToken cancellationToken)
    {
        foreach (var round in await db.Rounds.AsNoTracking().Where(round => round.OpenedAt > since || round.Publication!.PublishedAt > since || round.Publication.FinalAt > since)
            .Select(round => new { round.Id, round.Year, round.OpenedAt, PublishedAt = (DateTime?)round.Publication!.PublishedAt, round.Publication.FinalAt }).ToListAsync(cancellationToken))
        {
            if (round.FinalAt > since)
                news.Add(new(round.FinalAt.Value, "seal", $"{round.Year} 年度已定级", $"/rounds/{round.Id}/publicity"));
            if (round.PublishedAt > since)
                news.Add(new(round.PublishedAt.Value, "public", $"{round.Year} 年度的等级开始公示", $"/rounds/{round.Id}/publicity"));
            if (round.OpenedAt > since)
                news.Add(new(round.OpenedAt.Value, "clock", $"{round.Year} 年度分类定级开始了", "/"));
        }
    }

    /// <summary>What others have published; a colleague's is known by the name of whoever wrote it.</summary>
    private static async Task OfBulletinsAsync(this GradingDbContext db, Viewer viewer, DateTime since, List<NewsLine> news, CancellationToken cancellationToken)
    {
        foreach (var row in await db.Bulletins.AsNoTracking().VisibleTo(viewer, db).Where(row => row.PublishedAt > since && row.WithdrawnAt == null && row.WrittenBy != viewer.Name)
            .OrderByDescending(row => row.PublishedAt).Take(Most).Select(row => new { row.Id, row.Kind, row.Title, row.PublishedAt, Committee = row.Committee!.Name }).ToListAsync(cancellationToken))
            news.Add(new(row.PublishedAt!.Value, "info", $"{(row.Committee is null ? "" : row.Committee + "的")}{row.Kind.Word()}：{row.Title}", $"/bulletins/{row.Id}"));
    }

    private static async Task OfOwnBranchesAsync(this GradingDbContext db, Viewer viewer, DateTime since, List<NewsLine> news, CancellationToken cancellationToken)
    {
        var led = db.Participants.Where(participant => participant.Branch.Terms.Any(term => term.PersonId == viewer.PersonId && term.Post == Post.Secretary && term.To == null));
        var names = await led.Select(participant => new { participant.Id, participant.BranchName, participant.CommitteeId, participant.RoundId }).ToDictionaryAsync(participant => participant.Id, cancellationToken);
        foreach (var row in await db.SelfAssessments.AsNoTracking().Where(row => led.Any(participant => participant.Id == row.ParticipantId))
            .SelectMany(row => row.Returns, (row, back) => new { row.ParticipantId, back.ReturnedAt }).Where(row => row.ReturnedAt > since).ToListAsync(cancellationToken))
            news.Add(new(row.ReturnedAt, "return", $"{names[row.ParticipantId].BranchName}的自我评价退回修改", $"/assessments/{row.ParticipantId}"));
        foreach (var row in await db.Reviews.AsNoTracking().Where(row => row.CompletedAt > since && led.Any(participant => participant.Id == row.ParticipantId))
            .Select(row => new { row.ParticipantId, row.CompletedAt }).ToListAsync(cancellationToken))
            news.Add(new(row.CompletedAt!.Value, "check", $"{names[row.ParticipantId].BranchName}的初评完成了", "/"));
        foreach (var row in await db.Extensions.AsNoTracking().Where(row => row.GrantedAt > since && led.Any(participant => participant.RoundId == row.RoundId && participant.CommitteeId == row.CommitteeId
            && (row.ParticipantId == null || row.ParticipantId == participant.Id))).ToListAsync(cancellationToken))
            news.Add(new(row.GrantedAt, "clock", $"{Domain.Rounds.DeadlineWords.Word(row.Kind)}延期了", "/deadlines"));
        foreach (var plan in await db.Plans.AsNoTracking().Include(plan => plan.Returns).Where(plan => led.Any(participant => participant.Id == plan.ParticipantId)
            && (plan.ApprovedAt > since || plan.Returns.Any(back => back.At > since))).AsSplitQuery().ToListAsync(cancellationToken))
        {
            var address = $"/plans/{plan.ParticipantId}";
            if (plan.ApprovedAt > since)
                news.Add(new(plan.ApprovedAt.Value, "check", $"{names[plan.ParticipantId].BranchName}的整改提升计划批准了", address));
            news.AddRange(plan.Returns.Where(back => back.At > since).Select(back => new NewsLine(back.At, "return", $"{names[plan.ParticipantId].BranchName}的整改提升计划退回修改", address)));
        }

        foreach (var entry in await db.Plans.AsNoTracking().Where(plan => led.Any(participant => participant.Id == plan.ParticipantId))
            .SelectMany(plan => plan.Items, (plan, item) => new { plan.ParticipantId, item }).SelectMany(row => row.item.Entries, (row, entry) => new { row.ParticipantId, entry.Kind, entry.At })
            .Where(row => row.At > since && (row.Kind == PlanEntryKind.Accept || row.Kind == PlanEntryKind.Refuse || row.Kind == PlanEntryKind.Reopen)).ToListAsync(cancellationToken))
            news.Add(new(entry.At, entry.Kind == PlanEntryKind.Accept ? "check" : "return", entry.Kind == PlanEntryKind.Accept ? "一项整改事项验收通过" : "一项整改事项要继续整改", $"/plans/{entry.ParticipantId}"));
    }

    private static async Task OfOwnCommitteesAsync(this GradingDbContext db, Viewer viewer, DateTime since, List<NewsLine> news, CancellationToken cancellationToken)
    {
        var led = db.Committees.LedBy(viewer).Select(committee => committee.Id);
        Add(news, await db.SelfAssessments.AsNoTracking().Where(row => row.SubmittedAt > since && led.Contains(row.Participant.CommitteeId)).OrderBy(row => row.SubmittedAt)
            .Select(row => new Submitted(row.SubmittedAt!.Value, row.Participant.BranchName)).ToListAsync(cancellationToken), "send", "提交了自我评价", "/reviews");
        Add(news, await db.Plans.AsNoTracking().Where(row => row.SubmittedAt > since && row.ApprovedAt == null && led.Contains(row.Participant.CommitteeId)).OrderBy(row => row.SubmittedAt)
            .Select(row => new Submitted(row.SubmittedAt!.Value, row.Participant.BranchName)).ToListAsync(cancellationToken), "send", "提交了整改提升计划", "/plans?year=0");
        foreach (var report in await db.Reports.AsNoTracking().Include(report => report.Returned).Where(report => led.Contains(report.CommitteeId)
            && (report.ReturnedAt > since || report.Returned.Any(branch => branch.ReturnedAt > since))).AsSplitQuery().ToListAsync(cancellationToken))
        {
            if (report.ReturnedAt > since)
                news.Add(new(report.ReturnedAt.Value, "return", "初评意见报告退回修改", $"/rounds/{report.RoundId}/reports/{report.CommitteeId}"));
            news.AddRange(report.Returned.Where(branch => branch.ReturnedAt > since).Select(branch => new NewsLine(branch.ReturnedAt, "return", "一个支部的初评退回修改", $"/reviews/{branch.ParticipantId}")));
        }

        foreach (var row in await db.Extensions.AsNoTracking().Where(row => row.GrantedAt > since && led.Contains(row.CommitteeId)).ToListAsync(cancellationToken))
            news.Add(new(row.GrantedAt, "clock", $"{Domain.Rounds.DeadlineWords.Word(row.Kind)}延期了", "/deadlines"));
    }

    private static async Task OfSchoolAsync(this GradingDbContext db, Viewer viewer, DateTime since, List<NewsLine> news, CancellationToken cancellationToken)
    {
        foreach (var row in await db.Reports.AsNoTracking().Where(row => row.SubmittedAt > since).OrderByDescending(row => row.SubmittedAt).Take(Most).Select(row => new { row.RoundId, row.CommitteeId, row.Committee.Name, row.SubmittedAt }).ToListAsync(cancellationToken))
            news.Add(new(row.SubmittedAt!.Value, "send", $"{row.Name}上报了初评意见报告", $"/rounds/{row.RoundId}/reports/{row.CommitteeId}"));
        foreach (var group in await db.SelfAssessments.AsNoTracking().Where(row => row.SubmittedAt > since)
            .GroupBy(row => row.Participant.RoundId).Select(group => new { RoundId = group.Key, Count = group.Count(), Last = group.Max(row => row.SubmittedAt!.Value) }).ToListAsync(cancellationToken))
            news.Add(new(group.Last, "send", $"{group.Count} 个支部提交了自我评价", $"/rounds/{group.RoundId}/progress"));
        if (!viewer.IsDepartment)
            return;
        foreach (var row in await db.Objections.AsNoTracking().Where(row => row.RaisedAt > since).OrderByDescending(row => row.RaisedAt).Take(Most).Select(row => new { row.RoundId, row.Number, row.RaisedAt }).ToListAsync(cancellationToken))
            news.Add(new(row.RaisedAt, "public", $"收到第 {row.Number} 号异议", $"/rounds/{row.RoundId}/objections/{row.Number}"));
    }

    private static void Add(List<NewsLine> news, List<Submitted> rows, string icon, string what, string address)
    {
        if (rows.Count > 0)
            news.Add(new(rows[^1].At, icon, $"{string.Join("、", rows.Take(Named).Select(row => row.Name))}{(rows.Count > Named ? $"等 {rows.Count} 个支部" : "")}{what}", address));
    }

    private sealed record Submitted(DateTime At, string Name);
}
