using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.HandIns;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Exports;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Setup;

/// <summary>What the demo school's committees handed in: last year all of them, one twice; this year three of those that are ready, each as far as another.</summary>
public static class DemoHandIns
{
    private const string Department = "陈立群";

    public static async Task AddAsync(IServiceProvider services)
    {
        var (db, clock) = (services.GetRequiredService<GradingDbContext>(), services.GetRequiredService<SchoolClock>());
        var department = new Viewer(0, 0, Department, new HashSet<string> { Roles.OrganizationDepartment });
        var rounds = await db.Rounds.AsNoTracking().OrderBy(round => round.Year).Select(round => round.Id).ToListAsync();
        var lastYear = (await db.FindRoundAsync(department, rounds[0], default))!;
        var morning = lastYear.Deadlines.HandIn.AddHours(-2);
        foreach (var (index, unit) in (await db.HandInsAsync(lastYear, null, default)).Index())
        {
            var at = morning.AddMinutes(7 * index);
            if (index == 0)
                await AddAsync(services, unit, "王静", at.AddDays(-1), handIn => handIn.SendBack("附表5 里有两项整改没有写完成时限，请补上", Department, at.AddHours(-1)));
            await AddAsync(services, unit, index switch { 0 => "王静", 1 => "赵文斌", 5 => "钱文", _ => unit.Name }, at, handIn =>
            {
                handIn.Receive(Department, at.AddMinutes(20));
                handIn.ReceivePaper(handIn.CheckCode, Department, at.AddHours(1));
            });
        }

        var (thisYear, now) = ((await db.FindRoundAsync(department, rounds[^1], default))!, clock.UtcNow);
        var ready = (await db.HandInsAsync(thisYear, null, default)).FindAll(unit => unit.Missing.Count == 0);
        if (ready.Count < 3)
            throw new InvalidOperationException("The demo school has too few committees that can hand in this year.");
        await AddAsync(services, ready[0], "许佳", now.AddHours(-26), handIn =>
        {
            handIn.Receive(Department, now.AddHours(-25));
            handIn.ReceivePaper(handIn.CheckCode, Department, now.AddHours(-3));
        });
        await AddAsync(services, ready[1], "高云", now.AddHours(-5), handIn => handIn.Receive(Department, now.AddHours(-4)));
        var first = await AddAsync(services, ready[2], "马力", now.AddHours(-24), handIn => handIn.SendBack("校医院党支部的缺报情况请在附表4 里核对后再报", Department, now.AddHours(-22)));
        await AddAsync(services, ready[2], "马力", now.AddHours(-2), handIn =>
        {
            handIn.Receive(Department, now.AddHours(-1));
            // The paper that came is still that of the first version.
            handIn.ReceivePaper(first.CheckCode, Department, now.AddMinutes(-40));
        });
    }

    private static async Task<HandIn> AddAsync(IServiceProvider services, CommitteeHandIns unit, string by, DateTime at, Action<HandIn> then)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GradingDbContext>();
        var viewer = new Viewer(0, 0, by, new HashSet<string> { Roles.OrganizationDepartment });
        var seen = (await db.FindHandInsAsync(unit.Round.Id, unit.CommitteeId, viewer, default))!;
        var made = await scope.ServiceProvider.GetRequiredService<HandInDesk>().HandInAsync(seen, viewer, default, at);
        var handIn = await db.HandIns.SingleAsync(row => row.Id == made.Id);
        then(handIn);
        db.Audit.Describe(AuditEvent.DatabaseSeeded, $"演示学校：{unit.Subject} 报送");
        await db.SaveChangesAsync();
        return handIn;
    }
}
