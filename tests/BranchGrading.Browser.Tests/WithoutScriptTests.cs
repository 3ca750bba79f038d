using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Web.Works;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BranchGrading.Browser.Tests;

/// <summary>Pages work where scripts do not.</summary>
public sealed class WithoutScriptTests(Chromium chromium)
{
    [Fact]
    public async Task Without_script_an_import_is_checked_confirmed_and_followed_to_its_end()
    {
        await using var app = await App.EmptyAsync();
        await using var department = await chromium.OpenAsync(app, withScript: false);
        await department.SignInAsync("zuzhibu", App.Password);

        // Other people's long works go first, more than run at a time, so that the page of progress is seen.
        var gate = new TaskCompletionSource();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Data.GradingDbContext>();
            var administrator = await db.Users.Where(account => account.UserName == "admin").Select(account => account.Id).SingleAsync(TestContext.Current.CancellationToken);
            var actor = scope.ServiceProvider.GetRequiredService<AuditScope>();
            actor.ActAs(administrator, "系统管理员", null);
            var works = app.Services.GetRequiredService<WorkRunner>();
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => works.StartAsync(actor, "别人的任务", async (_, _, _) =>
            {
                await gate.Task;
                return new WorkResult("做完了");
            })));
        }

        await department.GoAsync("/imports/roster/new");
        await department.Page.Locator("input[type=file]").SetInputFilesAsync(System.IO.Path.Combine(AppContext.BaseDirectory, "samples/school-62/roster.xlsx"));
        await department.PressAsync("核对");
        await department.SeesAsync("这是试读的结果");
        await department.PressAsync("写入 62 行");
        await department.SeesAsync("正在办理");
        gate.SetResult();
        await department.SeesAsync("已写入：新增 62 行");
        Assert.Empty(department.TakeComplaints());
    }
}
