using System.Net;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Accounts;

public sealed class AccountsTests(DemoApp app) : IClassFixture<DemoApp>
{
    private Task<int> AccountAsync(string person) => app.ReadAsync(db => db.Users.Where(account => account.Person.Name == person).Select(account => account.Id).SingleAsync());

    [Fact]
    public async Task An_officer_cares_for_secretaries_of_the_own_committee_only()
    {
        var officer = await app.SignInAsync(Roles.CommitteeOfficer, "材料");
        Assert.Contains("周慧敏", (await officer.OpenAsync("/accounts")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("林一鸣", officer.Text, StringComparison.Ordinal);
        foreach (var other in new[] { "林一鸣", "王静", "赵文斌", "吴凡", "陈立群" })
            Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"/accounts/{await AccountAsync(other)}/one-time-password")).Status);
    }

    [Fact]
    public async Task A_one_time_password_is_issued_once_and_must_be_changed_at_the_first_sign_in()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        var id = await AccountAsync("林一鸣");
        await department.OpenAsync($"/accounts/{id}/one-time-password");
        var fields = department.Fill($"/accounts/{id}/one-time-password");
        await department.SendAsync($"/accounts/{id}/one-time-password", fields);
        var password = department.Page.QuerySelector(".slip-password")!.TextContent;
        await department.SendAsync($"/accounts/{id}/one-time-password", fields);
        Assert.Equal(password, department.Page.QuerySelector(".slip-password")!.TextContent);
        var secretary = await app.SignInAsAsync("20100915", password);
        Assert.Equal("/password", secretary.Address);
        Assert.DoesNotContain(password, (await app.LastAuditAsync(AuditEvent.OneTimePasswordIssued)).Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_look_after_the_system_take_no_part_in_grading()
    {
        var administrator = await app.SignInAsync(Roles.SystemAdministrator);
        await administrator.OpenAsync("/accounts/new");
        await administrator.SubmitAsync("/accounts", new() { ["Name"] = "某人", ["StaffNumber"] = "777", ["Roles"] = $"{Roles.Auditor}|{Roles.OrganizationDepartment}" });
        Assert.Equal(HttpStatusCode.BadRequest, administrator.Status);
        Assert.Contains("审计员不参加评定，不能同时是党委组织部", administrator.Text, StringComparison.Ordinal);
        await administrator.SubmitAsync("/accounts", new() { ["Roles"] = Roles.Inspector });
        Assert.Contains("已为某人新建账号", administrator.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administrator_cannot_lock_the_own_account_out()
    {
        var administrator = await app.SignInAsync(Roles.SystemAdministrator);
        var own = await AccountAsync("吴凡");
        await administrator.OpenAsync($"/accounts/{own}/edit");
        await administrator.SubmitAsync($"/accounts/{own}", new() { ["Roles"] = Roles.Inspector });
        Assert.Equal(HttpStatusCode.BadRequest, administrator.Status);
        var other = await AccountAsync("孙国栋");
        await administrator.OpenAsync($"/accounts/{other}");
        await administrator.SendAsync($"/accounts/{own}/suspension", administrator.Fill($"/accounts/{other}/suspension"));
        Assert.Equal(HttpStatusCode.Conflict, administrator.Status);
        Assert.False(await app.ReadAsync(db => db.Users.Where(account => account.Id == own).Select(account => account.IsDisabled).SingleAsync()));
    }

    [Fact]
    public async Task A_suspended_account_cannot_sign_in()
    {
        var administrator = await app.SignInAsync(Roles.SystemAdministrator);
        var id = await AccountAsync("孙国栋");
        await administrator.OpenAsync($"/accounts/{id}");
        await administrator.SubmitAsync($"/accounts/{id}/suspension");
        var inspector = await app.SignInAsync(Roles.Inspector);
        Assert.Equal(HttpStatusCode.BadRequest, inspector.Status);
        await administrator.SubmitAsync($"/accounts/{id}/suspension/end");
        Assert.Equal("/", (await app.SignInAsync(Roles.Inspector)).Address);
    }

    [Fact]
    public async Task Roles_changed_meanwhile_are_shown_and_not_overwritten()
    {
        var id = await AccountAsync("赵文斌");
        var (one, other) = (await app.SignInAsync(Roles.SystemAdministrator), await app.SignInAsync(Roles.SystemAdministrator));
        await one.OpenAsync($"/accounts/{id}/edit");
        await other.OpenAsync($"/accounts/{id}/edit");
        await one.SubmitAsync($"/accounts/{id}", new() { ["Roles"] = $"{Roles.CommitteeOfficer}|{Roles.Inspector}" });
        await other.SubmitAsync($"/accounts/{id}", new() { ["Roles"] = $"{Roles.CommitteeOfficer}|{Roles.BranchSecretary}" });
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("督查督导组", other.Page.QuerySelector(".compare")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await app.ReadAsync(db => db.UserRoles.CountAsync(link => link.UserId == id)));
    }

    [Fact]
    public async Task Accounts_from_the_roster_are_made_for_all_but_those_who_lack_a_sign_in_name()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        var branch = await app.ReadAsync(db => db.Branches.Where(branch => branch.Committee.Name == "文学院党委").OrderBy(branch => branch.Id).Select(branch => branch.Id).FirstAsync());
        await department.OpenAsync($"/branches/{branch}/terms/new");
        await department.SubmitAsync($"/branches/{branch}/terms", new() { ["Post"] = "Secretary", ["Name"] = "无号者", ["Phone"] = "0551-63601234", ["From"] = "2026-09" });
        await department.OpenAsync("/accounts/from-roster");
        Assert.Contains("无号者", department.Text, StringComparison.Ordinal);
        Assert.Contains("不是手机号", department.Text, StringComparison.Ordinal);
        var fields = department.Fill("/accounts/from-roster");
        await department.SendAsync("/accounts/from-roster", fields);
        for (var tries = 0; department.Page.QuerySelector("[data-progress]") is not null && tries < 100; tries++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            await department.OpenAsync(department.Address);
        }

        var slips = department.Page.QuerySelectorAll(".slip").Length;
        Assert.True(slips > 30, $"{slips} slips");
        var without = await app.ReadAsync(db => db.Terms
            .Where(term => term.To == null && (term.Post == Post.Organiser || term.Post == Post.Secretary && term.Branch!.IsActive) && !db.Users.Any(account => account.PersonId == term.PersonId))
            .Select(term => term.Person.Name).ToListAsync());
        Assert.Equal(["无号者"], without);
        await department.SendAsync("/accounts/from-roster", fields);
        Assert.Equal(slips, department.Page.QuerySelectorAll(".slip").Length);
    }
}
