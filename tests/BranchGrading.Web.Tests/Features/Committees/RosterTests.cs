using System.Net;
using System.Text.Json;
using BranchGrading.Data.Identity;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Committees;

public sealed class RosterTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task The_department_hands_the_roster_to_other_programs_in_display_order()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);

        var roster = JsonDocument.Parse(await department.ReadTextAsync("/committees/roster.json")).RootElement.EnumerateArray().ToList();

        var expected = await app.ReadAsync(db => Task.FromResult(db.Branches.Where(branch => branch.IsActive)
            .OrderBy(branch => branch.Committee.DisplayOrder).ThenBy(branch => branch.DisplayOrder).Select(branch => branch.Name).ToList()));
        Assert.Equal(expected, roster.Select(branch => branch.GetProperty("name").GetString()!));
        var own = roster.Single(branch => branch.GetProperty("secretary").GetString() == "周慧敏");
        Assert.Equal(
            ("材料科学与工程学院党委", "PartyCommittee", "Student"),
            (own.GetProperty("committee").GetString(), own.GetProperty("kind").GetString(), own.GetProperty("type").GetString()));
        Assert.Matches(@"^\d{4}-\d{2}$", own.GetProperty("appointed").GetString());
    }

    [Theory, InlineData(Roles.CommitteeOfficer), InlineData(Roles.BranchSecretary), InlineData(Roles.Inspector), InlineData(Roles.SystemAdministrator), InlineData(Roles.Auditor)]
    public async Task Nobody_else_gets_it(string role) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(role)).OpenAsync("/committees/roster.json")).Status);
}
