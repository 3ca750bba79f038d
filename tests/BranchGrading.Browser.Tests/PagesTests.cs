using System.Text.RegularExpressions;
using BranchGrading.Data.Seed;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Xunit;

namespace BranchGrading.Browser.Tests;

/// <summary>Every page that an account is led to, on a desk and on a phone.</summary>
public sealed partial class PagesTests(Chromium chromium, DemoSite demo) : IClassFixture<DemoSite>
{
    public static TheoryData<string, string> Accounts => new(DemoSchool.Accounts
        .Where(account => account.UserName is not ("19970622" or "20100915"))
        .Select(account => (account.UserName, account.Role)));

    [Theory, MemberData(nameof(Accounts))]
    public async Task Pages_show_without_errors_fit_their_window_and_can_be_read_by_all(string userName, string role)
    {
        await using var person = await chromium.OpenAsync(demo.App);
        await person.EnterAsDemoAsync(userName);
        var faults = new List<string>();
        var kinds = new HashSet<string>(["/"]);
        var waiting = new Queue<string>(kinds);
        while (waiting.TryDequeue(out var address))
        {
            await person.GoAsync(address);
            var hasTable = await person.Page.Locator("main table").CountAsync() > 0;
            foreach (var window in new[] { Person.Phone, Person.Desktop })
            {
                await person.Page.SetViewportSizeAsync(window.Width, window.Height);
                var width = await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                if (width > window.Width)
                    faults.Add($"{address} is {width} wide in a window of {window.Width}");
                // On a phone only tables are laid out otherwise.
                if ((window == Person.Desktop || hasTable) && demo.IsFirst($"{KindOf(address)} {(address == "/" ? role : "")} {window.Width}"))
                    faults.AddRange(await BarriersAsync(person, window.Width));
            }

            faults.AddRange(person.TakeComplaints());
            foreach (var link in await person.Page.Locator("main a[href^='/'], nav a[href^='/']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"))
            {
                // Pages of one kind look alike: one of each is enough.
                var path = link.Split('#')[0];
                if (!HandsOutAFile().IsMatch(path) && kinds.Add(KindOf(path)))
                    waiting.Enqueue(path);
            }
        }

        Assert.True(faults.Count == 0, $"{role}, {kinds.Count} pages:\n{string.Join('\n', faults.Distinct())}");
    }

    [Fact]
    public async Task The_sign_in_page_and_its_refusal_can_be_read_by_all()
    {
        await using var person = await chromium.OpenAsync(demo.App, window: Person.Phone);
        await person.GoAsync("/session/new");
        Assert.Empty(await BarriersAsync(person, Person.Phone.Width));
        await person.TypeAsync("账号", "nobody");
        await person.TypeAsync("密码", "wrong");
        await person.PressAsync("登录");
        await person.SeesAsync("账号或密码不对");
        Assert.Empty(await BarriersAsync(person, Person.Phone.Width));
    }

    [Fact]
    public async Task The_editor_of_a_standard_can_be_read_by_all_and_shows_the_fields_of_the_chosen_method()
    {
        await using var department = await chromium.OpenAsync(demo.App);
        await department.EnterAsDemoAsync("19880901");
        await department.GoAsync("/standards/new");
        await department.TypeAsync("标准名称", "江州大学教工党支部评分参考标准");
        await department.Page.CheckAsync("input[value=Staff]");
        await department.PressAsync("新建标准");
        await department.SeesAsync("已新建");
        var edit = department.Path.Split('#')[0];
        var faults = new List<string>();
        foreach (var address in new[] { edit, await LinkAsync("/items/"), await LinkAsync("/items/new"), await LinkAsync("/heads/new"), await LinkAsync("/deletion"), edit[..^"/edit".Length] + "/preview?type=Retired" })
        {
            await department.GoAsync(address);
            foreach (var window in new[] { Person.Phone, Person.Desktop })
            {
                await department.Page.SetViewportSizeAsync(window.Width, window.Height);
                if (await department.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var width && width > window.Width)
                    faults.Add($"{address} is {width} wide in a window of {window.Width}");
                faults.AddRange(await BarriersAsync(department, window.Width));
            }
        }

        Assert.Empty(faults);
        await department.GoAsync(edit);
        await department.FollowAsync("三会一课");
        await department.SeesAsync("修改项目：三会一课");
        Assert.True(await department.Page.Locator("#options").IsVisibleAsync());
        Assert.False(await department.Page.Locator("#Form_MaxPoints").IsVisibleAsync());
        await department.Page.CheckAsync("input[value=Bonus]");
        Assert.False(await department.Page.Locator("#options").IsVisibleAsync());
        Assert.True(await department.Page.Locator("#Form_UnitPoints").IsVisibleAsync());

        async Task<string> LinkAsync(string part)
        {
            await department.GoAsync(edit);
            return (await department.Page.Locator($"main a[href*='{part}']").First.GetAttributeAsync("href"))!;
        }
    }

    [Fact]
    public async Task An_officer_sees_the_own_committee_only()
    {
        await using var officer = await chromium.OpenAsync(demo.App);
        await officer.EnterAsDemoAsync("20010316");
        await officer.FollowAsync("组织");
        await officer.SeesAsync("材料科学与工程学院党委");
        await officer.DoesNotSeeAsync("计算机学院");
        await officer.FollowAsync("年度评定");
        await officer.Page.Locator("main tbody a").First.ClickAsync();
        await officer.SeesAsync("材料科学与工程学院");
        await officer.DoesNotSeeAsync("计算机学院");
    }

    [Fact]
    public async Task A_secretary_reads_the_own_result_of_last_year_and_why()
    {
        await using var secretary = await chromium.OpenAsync(demo.App, window: Person.Phone);
        await secretary.EnterAsDemoAsync("20080427");
        await secretary.FollowAsync("评定结果");
        await secretary.SeesAsync("材料科学与工程学院党委");
        Assert.Equal(1, await secretary.Page.Locator("main tbody tr").CountAsync());
        await secretary.FollowAsync("硕士生第一党支部");
        await secretary.SeesAsync("最终得分");
    }

    /// <summary>What axe calls serious or critical.</summary>
    private static async Task<IReadOnlyList<string>> BarriersAsync(Person person, int width)
    {
        var found = await person.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        return [.. found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation =>
            $"{person.Path} at {width}: {violation.Id}, {violation.Help} ({violation.Nodes.Length} times): {violation.Nodes[0].Html}")];
    }

    private static string KindOf(string path) => Numbers().Replace(path.Split('?')[0], "/#");

    [GeneratedRegex(@"/(\d+|[0-9a-f]{8}-[0-9a-f-]{27})(?=/|$)")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"/template$|/errors$|/file$|\.json$|\.csv$|/export")]
    private static partial Regex HandsOutAFile();
}
