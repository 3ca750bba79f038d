using System.IO.Compression;
using ClosedXML.Excel;
using Microsoft.Playwright;
using Xunit;
using static BranchGrading.Browser.Tests.MorningSchool;

namespace BranchGrading.Browser.Tests;

/// <summary>「请于4月9日11时前将附表4、附表5报送至党委组织部，同时发送电子版」: the last morning, as five committees and the department live through it.</summary>
public sealed class LastMorningTests(Chromium chromium)
{
    private const int Twice = 3;
    private const int Late = 4;
    private const string Why = "后勤的印章在外借，下午取回";
    private const string Wrong = "学生党支部的得分抄错了，已经更正，请另报一版";

    [Fact]
    public async Task On_the_last_morning_three_are_on_time_one_is_late_and_extended_and_one_hands_in_twice()
    {
        var clock = new MovableClock(Morning);
        await using var app = await OpenAsync(clock);
        var round = $"/rounds/{await RoundAsync(app)}";
        await using var department = await chromium.OpenAsync(app);
        await using var officer = await chromium.OpenAsync(app);
        await EnterAsync(department, Department);

        await department.GoAsync($"{round}/hand-ins");
        await department.SeesAsync("4月9日 星期五 11:00 截止（还有1小时".Replace("星期五", $"星期{"日一二三四五六"[(int)Morning.DayOfWeek]}", StringComparison.Ordinal));
        await FiguresAsync(department, handedIn: 0, onTime: 0, late: 0, missing: 0);
        await department.SeesAsync("还有 5 个没报");

        foreach (var committee in new[] { 0, 1, 2, Twice })
        {
            await EnterAsync(officer, Officer(committee));
            await HandInAsync(officer, committee, 1);
        }

        var first = await CodeAsync(officer);
        await department.GoAsync($"{round}/hand-ins");
        await FiguresAsync(department, handedIn: 4, onTime: 4, late: 0, missing: 0);
        await SendBackAsync(department, Twice);
        await department.ImportResultsAsync(round, "新增 0 行，修改 1 行", (Committees[Twice], $"{Committees[Twice][..2]}学生党支部", 88));

        await RemindAsync(department, round);

        clock.Advance(TimeSpan.FromMinutes(50));
        await EnterAsync(officer, Officer(Twice));
        await HandInAgainAsync(officer);
        var second = await CodeAsync(officer);
        Assert.NotEqual(first, second);

        // Past eleven: who has not handed in cannot any more, until there is more time.
        clock.Advance(TimeSpan.FromMinutes(45));
        await EnterAsync(department, Department);
        await department.GoAsync($"{round}/hand-ins");
        await FiguresAsync(department, handedIn: 4, onTime: 4, late: 0, missing: 1);
        await EnterAsync(officer, Officer(Late));
        await officer.FollowAsync("报送附表4、附表5");
        await officer.SeesAsync("报送已经截止");
        Assert.Equal(0, await officer.Page.GetByRole(AriaRole.Button, new() { Name = "报送附表4、附表5" }).CountAsync());
        await ExtendAsync(department, round);
        await officer.GoAsync("/");
        await HandInAsync(officer, Late, 1);
        await department.GoAsync($"{round}/hand-ins");
        await FiguresAsync(department, handedIn: 5, onTime: 4, late: 1, missing: 0);

        await ReceiveAsync(department, 0, await CodeOfAsync(department, 0));
        await ReceivePaperOfTheFirstVersionAsync(department, first, second);
        await FindMailsAsync(department);
        await OpenArchiveAsync(department, round, first, second);
        Assert.DoesNotContain(new[] { department, officer }.SelectMany(person => person.TakeComplaints()), complaint => !complaint.Contains("400", StringComparison.Ordinal));
    }

    private static async Task EnterAsync(Person person, string userName)
    {
        await person.Page.Context.ClearCookiesAsync();
        await person.SignInAsync(userName, App.Password);
        await Assertions.Expect(person.Page.Locator(".app-menu")).ToBeVisibleAsync();
    }

    private static async Task FiguresAsync(Person department, int handedIn, int onTime, int late, int missing)
    {
        foreach (var (what, figure) in new[] { ("已报送", handedIn), ("按时", onTime), ("延期报送", late), ("逾期未报", missing) })
            await Assertions.Expect(department.Page.Locator(".facts .figure", new() { Has = department.Page.GetByText(what, new() { Exact = true }) }).Locator("b")).ToHaveTextAsync($"{figure}");
    }

    /// <summary>From the start page; the forms carry the check code of the page.</summary>
    private static async Task HandInAsync(Person officer, int committee, int number)
    {
        await officer.FollowAsync("报送附表4、附表5");
        await officer.SeesAsync(Committees[committee]);
        await officer.PressAsync("报送附表4、附表5");
        await officer.SeesAsync($"第 {number} 版已经报送");
        var code = await CodeAsync(officer);
        foreach (var form in new[] { "附表4", "附表5" })
            Assert.Contains(code, await TextOfAsync(officer, form), StringComparison.Ordinal);
        await officer.FollowAsync("打印报送单");
        await officer.SeesAsync("书记（签字）");
        await officer.SeesAsync("（盖章）");
        await officer.SeesAsync(code);
        await officer.Page.GoBackAsync();
    }

    private static async Task SendBackAsync(Person department, int committee)
    {
        await department.FollowAsync(Committees[committee]);
        await department.Page.GetByText("退回这一版").ClickAsync();
        await department.Page.Locator("#reason").FillAsync(Wrong);
        await department.PressAsync("退回");
        await department.SeesAsync("已退回");
    }

    /// <summary>One click for those who are missing, by mail, and as text for the chat group.</summary>
    private static async Task RemindAsync(Person department, string round)
    {
        await department.GoAsync($"{round}/hand-ins");
        await department.FollowAsync("去催");
        await Assertions.Expect(department.Page.Locator(".data-table tbody tr")).ToHaveCountAsync(2);
        Assert.Contains(Committees[Late], await department.Page.Locator("#chat").InputValueAsync(), StringComparison.Ordinal);
        await department.PressAsync("发邮件催");
        await department.SeesAsync("已写好 2 封催办邮件");
    }

    /// <summary>The reason stands on the start page; the score is put right, what is different is told, the old version stays.</summary>
    private static async Task HandInAgainAsync(Person officer)
    {
        await officer.GoAsync("/");
        await officer.SeesAsync(Wrong);
        await officer.FollowAsync("报送附表4、附表5");
        await officer.SeesAsync(Wrong);
        await officer.FollowAsync("看现在的表和第 1 版有什么不同");
        await officer.SeesAsync("有 1 行不同");
        await officer.PressAsync("报送第 2 版");
        await officer.SeesAsync("第 2 版已经报送");
        await officer.SeesAsync("第 1 版");
    }

    private static async Task ExtendAsync(Person department, string round)
    {
        await department.FollowAsync("延期");
        await department.FollowAsync("新的延期");
        await department.Page.Locator("#committee").SelectOptionAsync(new SelectOptionValue { Label = Committees[Late] });
        await department.PressAsync("下一步");
        await department.Page.Locator("[name='Form.Kind']").SelectOptionAsync("HandIn");
        await department.Page.Locator("[name='Form.Day']").FillAsync($"{Year}-04-09");
        await department.Page.Locator("[name='Form.Hour']").FillAsync("17:00");
        await department.Page.Locator("[name='Form.Reason']").FillAsync(Why);
        await department.PressAsync("延期");
        await department.SeesAsync(Why);
        Assert.Equal($"{round}/extensions", department.Path);
    }

    /// <summary>Received, the paper with the right code, and its signed page scanned.</summary>
    private static async Task ReceiveAsync(Person department, int committee, string code)
    {
        await department.PressAsync("登记收到电子版");
        await department.SeesAsync("已登记收到");
        await department.Page.Locator("#code").FillAsync(code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());
        await department.PressAsync("登记收到纸质版");
        await department.SeesAsync($"校验码一致：{Committees[committee]}");
        await department.Page.GetByText("上传签字盖章页的扫描件").ClickAsync();
        await department.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "签字页.pdf", MimeType = "application/pdf", Buffer = RiseTests.Pdf });
        await department.PressAsync("上传");
        await department.SeesAsync("签字页.pdf");
    }

    /// <summary>The paper that came is that of the version which was sent back: nobody has to compare the numbers by eye.</summary>
    private static async Task ReceivePaperOfTheFirstVersionAsync(Person department, string first, string second)
    {
        Assert.Equal(second, await CodeOfAsync(department, Twice));
        await department.Page.Locator("#code").FillAsync(first);
        await department.PressAsync("登记收到纸质版");
        await department.SeesAsync("校验码不一致");
        await department.SeesAsync("纸质版是第 1 版");
        await department.FollowAsync("报送");
    }

    /// <summary>Six versions, six mails to the department's address and to nobody else; without a mail server they rest and say so.</summary>
    private static async Task FindMailsAsync(Person department)
    {
        await department.GoAsync("/mails?Kind=HandIn");
        await department.SeesAsync("共 6 封");
        var rows = department.Page.Locator(".data-table tbody tr");
        Assert.Equal(6, await rows.CountAsync());
        foreach (var row in await rows.AllAsync())
            await Assertions.Expect(row).ToContainTextAsync(Mail);
    }

    /// <summary>The archive keeps every version, also the one that was sent back.</summary>
    private static async Task OpenArchiveAsync(Person department, string round, string first, string second)
    {
        using var archive = new ZipArchive(new MemoryStream(await department.FetchAsync($"{round}/hand-ins", "下载年度档案", "下载")), ZipArchiveMode.Read);
        var names = archive.Entries.Select(entry => entry.FullName).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        var codes = archive.Entries.Where(entry => entry.Name.EndsWith(".xlsx", StringComparison.Ordinal) && entry.Name.Contains("附表4", StringComparison.Ordinal))
            .Select(entry =>
            {
                using var content = entry.Open();
                using var copy = new MemoryStream();
                content.CopyTo(copy);
                return TextOf(copy.ToArray());
            }).ToList();
        foreach (var code in new[] { first, second })
            Assert.Single(codes, text => text.Contains(code, StringComparison.Ordinal));
        Assert.Contains(names, name => name.Contains("签字页", StringComparison.Ordinal) && name.EndsWith(".pdf", StringComparison.Ordinal));
    }

    private static async Task<string> CodeOfAsync(Person department, int committee)
    {
        await department.Page.GotoAsync($"{department.Path.Split("/hand-ins")[0]}/hand-ins");
        await department.FollowAsync(Committees[committee]);
        return await CodeAsync(department);
    }

    /// <summary>The check code of the latest version on the page.</summary>
    private static Task<string> CodeAsync(Person person) => person.Page.Locator("dt", new() { HasText = "校验码" }).First.Locator("xpath=following-sibling::dd").InnerTextAsync();

    private static async Task<string> TextOfAsync(Person officer, string form)
    {
        var file = await officer.Page.RunAndWaitForDownloadAsync(() => officer.Page.Locator("a[href*='/files/']", new() { HasText = form }).First.ClickAsync());
        return TextOf(await File.ReadAllBytesAsync(await file.PathAsync()));
    }

    /// <summary>All that is written in a workbook, the foot of the page with it.</summary>
    private static string TextOf(byte[] content)
    {
        using var workbook = new XLWorkbook(new MemoryStream(content));
        return string.Join('\n', workbook.Worksheets.SelectMany(sheet => sheet.CellsUsed().Select(cell => cell.GetFormattedString())
            .Append(sheet.PageSetup.Footer.Right.GetText(XLHFOccurrence.AllPages)).Append(sheet.PageSetup.Footer.Left.GetText(XLHFOccurrence.AllPages)).Append(sheet.PageSetup.Footer.Center.GetText(XLHFOccurrence.AllPages))));
    }
}
