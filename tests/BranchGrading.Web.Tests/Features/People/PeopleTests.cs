using System.Net;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.People;

public sealed class PeopleTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Theory]
    [InlineData("王静")]
    [InlineData("20010316")]
    public async Task People_are_found_by_name_or_number(string query)
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        await department.OpenAsync($"/people?query={Uri.EscapeDataString(query)}");
        Assert.Contains("共 1 人", department.Text, StringComparison.Ordinal);
        Assert.Contains("材料科学与工程学院党委组织员", department.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_is_shown_fifty_a_page()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        await department.OpenAsync("/people");
        Assert.Equal(50, department.Page.QuerySelectorAll("tbody tr").Length);
        await department.OpenAsync(department.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, department.Status);
        Assert.NotNull(department.Page.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task A_number_belongs_to_one_person()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        await department.OpenAsync("/people/new");
        await department.SubmitAsync("/people", new() { ["Name"] = "别人", ["StaffNumber"] = "２００１０３１６" });
        Assert.Equal(HttpStatusCode.BadRequest, department.Status);
        Assert.Contains("已经登记给王静", department.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_tells_that_a_phone_changed_but_not_which()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        var id = await app.ReadAsync(db => db.People.Where(person => person.Name == "王静").Select(person => person.Id).SingleAsync());
        await department.OpenAsync($"/people/{id}/edit");
        await department.SubmitAsync($"/people/{id}", new() { ["Phone"] = "13955501234" });
        Assert.Contains("13955501234", department.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13955501234", (await app.LastAuditAsync(AuditEvent.PersonEdited)).Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ended_office_is_kept_and_opens_nothing_any_more()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        var officer = await app.SignInAsync(Roles.CommitteeOfficer, "计算机");
        var term = await app.ReadAsync(db => db.Terms.Where(term => term.Committee!.Name == "计算机学院党委" && term.To == null).Select(term => new { term.Id, term.CommitteeId }).FirstAsync());
        Assert.Equal(HttpStatusCode.OK, (await officer.OpenAsync($"/committees/{term.CommitteeId}")).Status);
        await department.OpenAsync($"/terms/{term.Id}/ending");
        await department.SubmitAsync($"/terms/{term.Id}/ending", new() { ["On"] = "2026-11-01" });
        Assert.Equal(HttpStatusCode.OK, department.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"/committees/{term.CommitteeId}")).Status);
        Assert.NotNull(await app.ReadAsync(db => db.Terms.Where(ended => ended.Id == term.Id).Select(ended => ended.To).SingleAsync()));
    }

    [Fact]
    public async Task People_do_not_exist_for_an_officer()
    {
        var officer = await app.SignInAsync(Roles.CommitteeOfficer, "材料");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync("/people")).Status);
    }
}
