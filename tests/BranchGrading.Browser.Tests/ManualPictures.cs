using Microsoft.Playwright;
using Xunit;

namespace BranchGrading.Browser.Tests;

/// <summary>Makes the pictures of docs/manual when asked to; see docs/manual/make-screenshots.sh.</summary>
public sealed class ManualPictures(Chromium chromium)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("BRANCHGRADING_PICTURES");

    [Fact]
    public async Task Pictures_of_the_manual_are_made_when_a_folder_is_named()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Folder), "BRANCHGRADING_PICTURES names no folder");
        await using var app = App.Demo();

        await using (var visitor = await chromium.OpenAsync(app))
        {
            await visitor.GoAsync("/session/new");
            await TakeAsync(visitor, "sign-in");
        }

        await using (var department = await chromium.OpenAsync(app))
        {
            await department.EnterAsDemoAsync("19880901");
            await TakeAsync(department, "department-home");
            await department.GoAsync("/rounds");
            await department.Page.Locator("main tbody a").First.ClickAsync();
            await TakeAsync(department, "board");
            var round = department.Path;
            await department.GoAsync($"{round}/grades");
            await TakeAsync(department, "desk");
            await department.GoAsync($"{round}/grades?show=ties");
            await department.Page.Locator("main tbody tr:not([hidden]) a").First.ClickAsync();
            await TakeAsync(department, "why");
            await department.Page.Locator("a[href$='/decision']").First.ClickAsync();
            await department.Page.Locator("input[name='Form.Grade'][value=A]").CheckAsync();
            await department.Page.Locator("textarea[name='Form.Reason']").FillAsync("部务会研究：该支部党建工作成效突出，余下名额给予该支部");
            await department.PressAsync("预览影响");
            await TakeAsync(department, "decision");
            await department.GoAsync($"{round}/scenarios");
            await department.TypeAsync("A 级比例上限", "30");
            await department.SeesAsync("B → A");
            await TakeAsync(department, "simulation");
            await department.GoAsync($"{round}/charts");
            await department.Page.WaitForTimeoutAsync(1500);
            await TakeAsync(department, "charts");
            await department.GoAsync("/imports/roster/new");
            await department.Page.Locator("input[type=file]").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "samples/roster-with-errors.xlsx"));
            await department.PressAsync("核对");
            await TakeAsync(department, "import");
            await department.GoAsync($"{round}/forms");
            await TakeAsync(department, "forms");
            await department.GoAsync($"{round}/progress");
            await TakeAsync(department, "progress");
            await department.GoAsync($"{round}/hand-ins");
            await TakeAsync(department, "hand-ins");
            await department.GoAsync("/deadlines");
            await TakeAsync(department, "deadlines");
            await department.GoAsync("/plans");
            await department.FollowAsync("台账");
            await department.Page.WaitForTimeoutAsync(1500);
            await TakeAsync(department, "rectification");
            await department.GoAsync($"/committees/years/{DateTime.UtcNow.Year - 1}");
            await TakeAsync(department, "committee-years");
            await department.GoAsync("/bulletins");
            await department.FollowAsync("人已确认");
            await TakeAsync(department, "receipts");
        }

        await using (var officer = await chromium.OpenAsync(app))
        {
            await officer.EnterAsDemoAsync("20010316");
            await TakeAsync(officer, "officer-home");
            await officer.FollowAsync("本单位支部");
            await TakeAsync(officer, "matrix");
            await officer.FollowAsync("材料实验中心党支部");
            await officer.Page.EvaluateAsync("scrollTo(0, 330)");
            await TakeAsync(officer, "review");
        }

        await using (var secretary = await chromium.OpenAsync(app, window: Person.Phone))
        {
            await secretary.EnterAsDemoAsync("20080427");
            await TakeAsync(secretary, "secretary-home");
            await secretary.FollowAsync("继续");
            await TakeAsync(secretary, "secretary-items");
            await secretary.FollowAsync("评定结果");
            await secretary.Page.Locator("main tbody a").First.ClickAsync();
            await TakeAsync(secretary, "secretary-result");
            await secretary.FollowAsync("整改提升");
            await secretary.Page.Locator("main tbody a").First.ClickAsync();
            await TakeAsync(secretary, "secretary-plan");
        }

        await using var administrator = await chromium.OpenAsync(app);
        await administrator.EnterAsDemoAsync("20060118");
        await administrator.GoAsync("/accounts");
        await TakeAsync(administrator, "accounts");
    }

    private static async Task TakeAsync(Person person, string name)
    {
        await person.Page.WaitForLoadStateAsync(LoadState.Load);
        await person.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder!, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}
