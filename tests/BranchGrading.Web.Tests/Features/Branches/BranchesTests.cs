using System.Net;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Branches;

public sealed class BranchesTests(DemoApp app) : IClassFixture<DemoApp>
{
    private Task<int> BranchAsync(string committee, int skip = 0) => app.ReadAsync(db =>
        db.Branches.Where(branch => branch.Committee.Name.StartsWith(committee)).OrderBy(branch => branch.DisplayOrder).Skip(skip).Select(branch => branch.Id).FirstAsync());

    [Fact]
    public async Task A_branch_of_another_committee_does_not_exist_for_an_officer()
    {
        var officer = await app.SignInAsync(Roles.CommitteeOfficer, "材料");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"/branches/{await BranchAsync("计算机")}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await officer.OpenAsync($"/branches/{await BranchAsync("材料")}")).Status);
    }

    [Fact]
    public async Task An_officer_cannot_change_the_own_branch()
    {
        var officer = await app.SignInAsync(Roles.CommitteeOfficer, "材料");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"/branches/{await BranchAsync("材料")}/edit")).Status);
    }

    [Fact]
    public async Task Months_and_full_width_numbers_are_read_and_kept()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        var id = await BranchAsync("文学院");
        await department.OpenAsync($"/branches/{id}/edit");
        await department.SubmitAsync($"/branches/{id}", new() { ["FullMembers"] = "２３", ["Elected"] = "2025-11", ["Founded"] = "2001年9月" });
        Assert.Contains("2025年11月", department.Text, StringComparison.Ordinal);
        var branch = await app.ReadAsync(db => db.Branches.AsNoTracking().SingleAsync(branch => branch.Id == id));
        Assert.Equal((23, new DateOnly(2025, 11, 1), new DateOnly(2001, 9, 1)), (branch.FullMembers, branch.Elected!.Value, branch.Founded!.Value));
    }

    [Fact]
    public async Task A_direct_branch_is_refused_a_second_one_and_keeps_what_was_typed()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        var committee = await app.ReadAsync(db => db.Committees.Where(committee => committee.Kind == CommitteeKind.DirectBranch).Select(committee => committee.Id).FirstAsync());
        await department.OpenAsync($"/committees/{committee}/branches/new");
        await department.SubmitAsync($"/committees/{committee}/branches", new() { ["Name"] = "第二支部", ["Type"] = "Support", ["FullMembers"] = "5", ["ProbationaryMembers"] = "0" });
        Assert.Equal(HttpStatusCode.Conflict, department.Status);
        Assert.Contains("直属党支部只能有一个支部", department.Text, StringComparison.Ordinal);
        Assert.Contains(department.Fill($"/committees/{committee}/branches"), field => field is { Key: "Name", Value: "第二支部" });
    }

    [Fact]
    public async Task A_new_secretary_ends_the_term_of_the_one_before()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        var id = await BranchAsync("文学院", 1);
        await department.OpenAsync($"/branches/{id}/terms/new");
        await department.SubmitAsync($"/branches/{id}/terms", new() { ["Post"] = "Secretary", ["Name"] = "新书记", ["Phone"] = "13955509999", ["From"] = "2026-03" });
        Assert.Contains("已登记新书记任", department.Text, StringComparison.Ordinal);
        var secretaries = await app.ReadAsync(db => db.Terms.Include(term => term.Person).Where(term => term.BranchId == id && term.Post == Post.Secretary && term.To == null).ToListAsync());
        Assert.Equal("新书记", Assert.Single(secretaries).Person.Name);
    }

    [Fact]
    public async Task Of_two_persons_with_one_name_the_department_chooses()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        var known = await app.ReadAsync(db => db.People.Where(person => person.Name == "王静").Select(person => person.Id).SingleAsync());
        var id = await BranchAsync("后勤");
        await department.OpenAsync($"/branches/{id}/terms/new");
        await department.SubmitAsync($"/branches/{id}/terms", new() { ["Post"] = "CommitteeMember", ["Name"] = "王静" });
        Assert.Equal(HttpStatusCode.BadRequest, department.Status);
        Assert.Contains("请选是哪一位", department.Text, StringComparison.Ordinal);
        await department.SubmitAsync($"/branches/{id}/terms", new() { ["PersonId"] = $"{known}" });
        Assert.Equal(known, await app.ReadAsync(db => db.Terms.Where(term => term.BranchId == id && term.Post == Post.CommitteeMember).Select(term => term.PersonId).SingleAsync()));
    }

    [Fact]
    public async Task A_dissolved_branch_stays_in_the_history_and_can_be_restored()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        var id = await BranchAsync("机关");
        await department.OpenAsync($"/branches/{id}/dissolution");
        await department.SubmitAsync($"/branches/{id}/dissolution", new() { ["Reason"] = "机构合并" });
        Assert.Contains("已撤销的支部", department.Text, StringComparison.Ordinal);
        Assert.Equal("机构合并", (await app.LastAuditAsync(AuditEvent.OrganisationChanged)).Reason);
        await department.OpenAsync($"/branches/{id}/restoration");
        await department.SubmitAsync($"/branches/{id}/restoration", new() { ["Reason"] = "撤错了" });
        Assert.True(await app.ReadAsync(db => db.Branches.Where(branch => branch.Id == id).Select(branch => branch.IsActive).SingleAsync()));
    }

    [Fact]
    public async Task A_stale_edit_of_a_branch_overwrites_nothing()
    {
        var id = await BranchAsync("计算机", 2);
        var (one, other) = (await app.SignInAsync(Roles.OrganizationDepartment), await app.SignInAsync(Roles.OrganizationDepartment));
        await one.OpenAsync($"/branches/{id}/edit");
        await other.OpenAsync($"/branches/{id}/edit");
        await one.SubmitAsync($"/branches/{id}", new() { ["FullMembers"] = "41" });
        await other.SubmitAsync($"/branches/{id}", new() { ["FullMembers"] = "42" });
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal(41, await app.ReadAsync(db => db.Branches.Where(branch => branch.Id == id).Select(branch => branch.FullMembers).SingleAsync()));
    }
}
