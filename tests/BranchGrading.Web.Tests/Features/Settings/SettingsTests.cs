using System.Net;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Settings;

public sealed class SettingsTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task The_school_is_named_on_every_page_as_it_is_set()
    {
        var administrator = await app.SignInAsync(Roles.SystemAdministrator);
        await administrator.OpenAsync("/settings");
        await administrator.SubmitAsync("/settings", new() { ["SchoolName"] = "湖城大学", ["IsDemo"] = "false", ["Id"] = "7" });
        Assert.Contains("湖城大学", administrator.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        var settings = await app.ReadAsync(db => db.Settings.AsNoTracking().SingleAsync());
        Assert.Equal(("湖城大学", true, 1), (settings.SchoolName, settings.IsDemo, settings.Id));
        Assert.Contains("湖城大学", (await app.LastAuditAsync(AuditEvent.SettingsChanged)).Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_forms_are_titled_and_附表5_filled_as_it_is_set()
    {
        var administrator = await app.SignInAsync(Roles.SystemAdministrator);
        await administrator.OpenAsync("/settings");
        await administrator.SubmitAsync("/settings", new() { ["InvestigationFormTitle"] = " 摸底定级表 ", ["RectificationFormTitle"] = "整改台账", ["RectificationListsAll"] = "true" });
        var settings = await app.ReadAsync(db => db.Settings.AsNoTracking().SingleAsync());
        Assert.Equal(("摸底定级表", "整改台账", true), (settings.InvestigationFormTitle, settings.RectificationFormTitle, settings.RectificationListsAll));

        await administrator.OpenAsync("/settings");
        await administrator.SubmitAsync("/settings", new() { ["RectificationFormTitle"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, administrator.Status);
        Assert.Contains("请填写附表 5 标题。", administrator.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_form_shows_both_and_overwrites_nothing()
    {
        var (one, other) = (await app.SignInAsync(Roles.SystemAdministrator), await app.SignInAsync(Roles.SystemAdministrator));
        await one.OpenAsync("/settings");
        await other.OpenAsync("/settings");
        await one.SubmitAsync("/settings", new() { ["BodyFont"] = "宋体" });
        await other.SubmitAsync("/settings", new() { ["BodyFont"] = "楷体" });
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal("宋体", await app.ReadAsync(db => db.Settings.Select(settings => settings.BodyFont).SingleAsync()));
    }

    [Fact]
    public async Task Settings_do_not_exist_for_the_department()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        Assert.Equal(HttpStatusCode.NotFound, (await department.OpenAsync("/settings")).Status);
    }
}
