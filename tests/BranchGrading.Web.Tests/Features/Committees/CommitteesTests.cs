using System.Net;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Committees;

public sealed class CommitteesTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task An_officer_sees_the_own_committee_and_no_other()
    {
        var officer = await app.SignInAsync(Roles.CommitteeOfficer, "材料");
        Assert.Contains("材料科学与工程学院党委", (await officer.OpenAsync("/committees")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("计算机学院党委", officer.Text, StringComparison.Ordinal);
        var foreign = await app.ReadAsync(db => db.Committees.Where(committee => committee.Name == "计算机学院党委").Select(committee => committee.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"/committees/{foreign}")).Status);
    }

    [Fact]
    public async Task A_secretary_finds_the_own_branch_under_organisation()
    {
        var secretary = await app.SignInAsync(Roles.BranchSecretary);
        Assert.Equal(HttpStatusCode.OK, (await secretary.OpenAsync("/committees")).Status);
        Assert.Contains("您任书记的支部", secretary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_differs_only_in_width_or_spaces_is_taken()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        await department.OpenAsync("/committees/new");
        await department.SubmitAsync("/committees", new() { ["Name"] = "文学院 党委", ["Kind"] = "PartyCommittee" });
        Assert.Equal(HttpStatusCode.BadRequest, department.Status);
        Assert.Contains("已经有名为「文学院 党委」的二级党组织", department.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_submit_founds_one_committee()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        await department.OpenAsync("/committees/new");
        var fields = department.Fill("/committees", new() { ["Name"] = "体育部党总支", ["Kind"] = "GeneralBranch" });
        var first = (await department.SendAsync("/committees", fields)).Address;
        Assert.Equal(first, (await department.SendAsync("/committees", fields)).Address);
        Assert.Contains("没有重复办理", department.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.Committees.CountAsync(committee => committee.Name == "体育部党总支")));
    }

    [Fact]
    public async Task Two_who_edit_at_once_see_both_texts_and_lose_neither()
    {
        var id = await app.ReadAsync(db => db.Committees.Where(committee => committee.Code == "04").Select(committee => committee.Id).SingleAsync());
        var (one, other) = (await app.SignInAsync(Roles.OrganizationDepartment), await app.SignInAsync(Roles.OrganizationDepartment));
        await one.OpenAsync($"/committees/{id}/edit");
        await other.OpenAsync($"/committees/{id}/edit");
        await one.SubmitAsync($"/committees/{id}", new() { ["Name"] = "机关一党委" });
        await other.SubmitAsync($"/committees/{id}", new() { ["Name"] = "机关二党委" });
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("机关一党委", other.Text, StringComparison.Ordinal);
        Assert.Contains(other.Fill($"/committees/{id}"), field => field is { Key: "Name", Value: "机关二党委" });
        Assert.Equal("机关一党委", await app.ReadAsync(db => db.Committees.Where(committee => committee.Id == id).Select(committee => committee.Name).SingleAsync()));
        Assert.Equal(HttpStatusCode.OK, (await other.SubmitAsync($"/committees/{id}")).Status);
        Assert.Equal("机关二党委", await app.ReadAsync(db => db.Committees.Where(committee => committee.Id == id).Select(committee => committee.Name).SingleAsync()));
    }

    [Fact]
    public async Task Numbers_typed_in_the_order_form_become_the_display_order()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        await department.OpenAsync("/committees/order");
        var last = department.Fill("/committees/order").Count(field => field.Key.EndsWith(".Id", StringComparison.Ordinal)) - 1;
        var id = int.Parse(department.Fill("/committees/order").Single(field => field.Key == $"Lines[{last}].Id").Value);
        await department.SubmitAsync("/committees/order", new() { [$"Lines[{last}].Place"] = "0" });
        Assert.Equal(HttpStatusCode.OK, department.Status);
        Assert.Equal(id, await app.ReadAsync(db => db.Committees.OrderBy(committee => committee.DisplayOrder).Select(committee => committee.Id).FirstAsync()));
        Assert.Equal("陈立群", (await app.LastAuditAsync(AuditEvent.DisplayOrderChanged)).Actor);
    }
}
