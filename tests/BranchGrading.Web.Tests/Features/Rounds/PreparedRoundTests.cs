using System.Net;
using BranchGrading.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Rounds;

public sealed class PreparedRoundTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task What_was_prepared_can_be_changed_until_the_round_is_opened()
    {
        var department = await app.SignInAsync(Roles.OrganizationDepartment);
        await department.OpenAsync("/rounds/new");
        await department.SubmitAsync("/rounds", new() { ["Form.Year"] = "2031" });
        var round = department.Address;

        await department.OpenAsync($"{round}/edit");
        await department.SubmitAsync($"{round}/edit", new() { ["Form.Rules.CapPercent"] = "25" });

        Assert.Equal(HttpStatusCode.OK, department.Status);
        Assert.Contains("设置已保存", department.Text, StringComparison.Ordinal);
        var saved = await app.ReadAsync(db => db.Rounds.AsNoTracking().SingleAsync(known => known.Year == 2031));
        Assert.Equal(0.25m, saved.Rules.CapShare);
    }
}
