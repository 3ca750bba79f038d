using System.Net;
using BranchGrading.Data.Identity;
using BranchGrading.Web.Views.Audit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Audit;

public sealed class AuditTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task The_auditor_sees_who_changed_what_from_what_to_what()
    {
        var administrator = await app.SignInAsync(Roles.SystemAdministrator);
        await administrator.OpenAsync("/settings");
        await administrator.SubmitAsync("/settings", new() { ["DepartmentName"] = "组织部" });
        var auditor = await app.SignInAsync(Roles.Auditor);
        await auditor.OpenAsync("/audit?Event=SettingsChanged&Actor=" + Uri.EscapeDataString("吴凡"));
        Assert.Contains("共 1 条", auditor.Text, StringComparison.Ordinal);
        Assert.Contains("设置 · 主管部门 党委组织部 → 组织部", auditor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_the_schools_and_include_their_last_moment()
    {
        var auditor = await app.SignInAsync(Roles.Auditor);
        var today = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Shanghai");
        await auditor.OpenAsync($"/audit?From={today:yyyy-MM-dd}&To={today:yyyy-MM-dd}");
        Assert.DoesNotContain("没有这样的操作记录", auditor.Text, StringComparison.Ordinal);
        await auditor.OpenAsync($"/audit?To={today.AddDays(-1):yyyy-MM-dd}");
        Assert.Contains("没有这样的操作记录", auditor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_changes_fifty_are_shown_and_the_rest_counted()
    {
        var auditor = await app.SignInAsync(Roles.Auditor);
        await auditor.OpenAsync("/audit?Event=DatabaseSeeded");
        Assert.All(auditor.Page.QuerySelectorAll(".change-list"), list => Assert.True(list.ChildElementCount <= AuditList.ChangesShown));
        Assert.Contains("还有", auditor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_changed_behind_the_programs_back_is_found()
    {
        await using var own = new DemoApp();
        var auditor = await own.SignInAsync(Roles.Auditor);
        await auditor.OpenAsync("/audit");
        await auditor.SubmitAsync("/audit/verification");
        Assert.Contains("全部和写下时一致", auditor.Text, StringComparison.Ordinal);
        await own.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE AuditEntries SET Actor = '别人' WHERE Sequence = 2"));
        await auditor.OpenAsync("/audit");
        await auditor.SubmitAsync("/audit/verification");
        Assert.Contains("第 2 条操作记录和写下时不一致", auditor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_the_audit_may_name_has_a_word()
    {
        string[] unaudited = ["FormKey", "PendingImport", "EndedSession", "DataProtectionKey", "AuditEntry", "AuditHead", "OutboxMail", "CalendarFeed"];
        string[] technical =
        [
            "Version", "SecurityStamp", "ConcurrencyStamp", "AccessFailedCount", "LockoutEnd", "NormalizedUserName", "NormalizedEmail", "NameKey", "CodeKey", "StaffNumberKey",
            "EmailConfirmed", "PhoneNumberConfirmed", "TwoFactorEnabled", "NormalizedName", "Snapshot",
        ];
        var wordless = await app.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(entity => !unaudited.Contains(entity.ClrType.Name) && entity.ClrType.Namespace!.StartsWith("BranchGrading", StringComparison.Ordinal))
            .SelectMany(entity => entity.GetProperties().Where(property => !property.IsPrimaryKey()).Select(property => property.Name)
                .Concat(entity.GetComplexProperties().SelectMany(complex => complex.ComplexType.GetProperties().Select(property => $"{complex.Name}.{property.Name}")))
                .Where(name => !technical.Contains(name) && AuditWords.Field(name).Any(char.IsAsciiLetterLower))
                .Append(AuditWords.Entity(entity.ClrType.Name) == entity.ClrType.Name ? entity.ClrType.Name + "!" : "")).Where(name => name.Length > 0).Distinct().Order().ToList()));
        Assert.True(wordless.Count == 0, string.Join(" ", wordless));
    }

    [Fact]
    public void The_number_of_an_objection_is_no_count() => Assert.Equal(("编号", "次数"), (AuditWords.Field("Number", "Objection"), AuditWords.Field("Number", "Submission")));

    [Fact]
    public async Task The_audit_does_not_exist_for_the_administrator()
    {
        var administrator = await app.SignInAsync(Roles.SystemAdministrator);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync("/audit")).Status);
    }
}
