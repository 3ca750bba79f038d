using Microsoft.Playwright;
using Xunit;

namespace BranchGrading.Browser.Tests;

/// <summary>Somebody at a browser, and what went wrong on the pages seen so far.</summary>
internal sealed class Person : IAsyncDisposable
{
    public static readonly ViewportSize Desktop = new() { Width = 1366, Height = 768 };
    public static readonly ViewportSize Phone = new() { Width = 375, Height = 812 };

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Person(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add($"{Path}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Add($"{Path}: {error}");
        page.RequestFailed += (_, request) =>
        {
            if (!request.IsNavigationRequest)
                _complaints.Add($"{Path}: {request.Url} {request.Failure}");
        };
    }

    public IPage Page { get; }

    public string Path => new Uri(Page.Url).AbsolutePath;

    /// <summary>Console errors, script errors and refused requests since the last question.</summary>
    public IReadOnlyList<string> TakeComplaints()
    {
        var taken = _complaints.ToList();
        _complaints.Clear();
        return taken;
    }

    public async Task GoAsync(string address)
    {
        var answer = await Page.GotoAsync(address);
        Assert.True(answer!.Ok, $"{address} answered {answer.Status}");
    }

    /// <summary>Enters by the button of a demo account.</summary>
    public async Task EnterAsDemoAsync(string userName)
    {
        await GoAsync("/session/new");
        await Page.Locator($"button[name=userName][value='{userName}']").ClickAsync();
        await Assertions.Expect(Page.Locator(".app-menu")).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    public async Task SignInAsync(string userName, string password)
    {
        await GoAsync("/session/new");
        await TypeAsync("账号", userName);
        await TypeAsync("密码", password);
        await PressAsync("登录");
    }

    public Task TypeAsync(string field, string text) => Page.Locator("main .field", new() { Has = Page.GetByText(field, new() { Exact = true }) }).Locator("input, textarea").First.FillAsync(text);

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    public async Task<string> TextAsync() => await Page.Locator("main").InnerTextAsync();

    public Task SeesAsync(string text) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text, new() { Timeout = 20_000 });

    public async Task DoesNotSeeAsync(string text) => Assert.DoesNotContain(text, await TextAsync(), StringComparison.Ordinal);

    /// <summary>Chooses a file, looks at the check, confirms it.</summary>
    public async Task ImportAsync(string address, string file, string outcome)
    {
        await GoAsync(address);
        await Page.Locator("input[type=file]").SetInputFilesAsync(System.IO.Path.Combine(AppContext.BaseDirectory, "samples", file));
        await PressAsync("核对");
        await SeesAsync("这是试读的结果");
        await PressAsync("写入");
        await SeesAsync(outcome);
    }

    /// <summary>Asks for a file on a page, and takes it at once or, where it is made first, by its link.</summary>
    public async Task<byte[]> FetchAsync(string address, string button, string? link = null)
    {
        await GoAsync(address);
        if (link is not null)
        {
            await PressAsync(button);
            await SeesAsync("已做好");
        }

        var download = await Page.RunAndWaitForDownloadAsync(() => link is null ? PressAsync(button) : FollowAsync(link));
        await using var content = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
