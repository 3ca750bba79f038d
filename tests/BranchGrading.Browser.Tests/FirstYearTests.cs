using System.IO.Compression;
using ClosedXML.Excel;
using Xunit;

namespace BranchGrading.Browser.Tests;

/// <summary>The way of a school that starts with its files, from an empty installation to final grades.</summary>
public sealed class FirstYearTests(Chromium chromium)
{
    private const int Branches = 62;

    [Fact]
    public async Task A_school_that_starts_with_its_files_gets_to_final_grades_and_a_secretary_reads_the_own()
    {
        await using var app = await App.EmptyAsync();
        await using var department = await chromium.OpenAsync(app);
        await department.SignInAsync("zuzhibu", App.Password);

        await department.ImportAsync("/imports/roster/new", "school-62/roster.xlsx", "已写入：新增 62 行");
        await department.ImportAsync("/imports/past-grades/new", "school-62/past-grades.xlsx", "已写入：新增 66 行");

        await department.GoAsync("/rounds");
        await department.FollowAsync("新建年度");
        await department.TypeAsync("年度", "2012");
        await department.TypeAsync("公示天数", "0");
        foreach (var box in await department.Page.Locator("input[name='Form.Confirmed']").AllAsync())
            await box.CheckAsync();
        await department.PressAsync("保存");
        await department.SeesAsync("2012 年度已建好");
        var round = department.Path;
        await department.FollowAsync("开始本年度");
        await department.PressAsync("开始 2012 年度");
        await department.SeesAsync("2012 年度已开始");

        await department.ImportAsync($"{round}/results/new", "school-62/results.xlsx", "已写入：新增 62 行");

        await department.GoAsync($"{round}/grades");
        await department.SeesAsync("/ 12 已用");

        // Rises one level at most: the page says why.
        await department.FollowAsync("计算机科学与技术学院教工第5党支部");
        await department.SeesAsync("不越级");
        await department.SeesAsync("89.57");

        await department.GoAsync($"{round}/grades?q=机械动力工程学院研究生第1党支部");
        await department.FollowAsync("机械动力工程学院研究生第1党支部");
        await department.Page.Locator("a[href$='/decision']").First.ClickAsync();
        await department.Page.Locator("input[name='Form.Grade'][value=C]").CheckAsync();
        await department.Page.Locator("textarea[name='Form.Reason']").FillAsync("年度内组织生活两次无记录，部务会研究决定");
        await department.PressAsync("预览影响");
        await department.SeesAsync("不改变其他支部的等级");
        await department.PressAsync("确认评为 C");
        await department.SeesAsync("评为 C");

        var summary = await department.FetchAsync($"{round}/forms", "下载全校附表4");
        using (var workbook = new XLWorkbook(new MemoryStream(summary)))
            Assert.Equal(Branches, workbook.Worksheets.First().Column(1).CellsUsed().Count(cell => cell.DataType == XLDataType.Number));
        var archive = await department.FetchAsync($"{round}/forms", "打包下载各单位附表4", "下载 附表4");
        using (var zip = new ZipArchive(new MemoryStream(archive)))
            Assert.Equal(10, zip.Entries.Count);

        await department.GoAsync($"{round}/publication");
        await department.TypeAsync("文号", "校党字〔2012〕12 号");
        await department.PressAsync("公示 62 个支部的等级");
        await department.SeesAsync("等级已公示");
        await department.Page.Locator("form[action$='/finalisation'] button").ClickAsync();
        await department.SeesAsync("已定级");

        await department.GoAsync("/accounts/from-roster");
        await department.PressAsync("开通 62 人的账号");
        await department.SeesAsync("62 张");
        var slip = department.Page.Locator(".slip", new() { HasText = "机械动力工程学院研究生第1党支部" }).Locator("dd");
        var (userName, password) = (await slip.Nth(0).InnerTextAsync(), await slip.Nth(1).InnerTextAsync());
        Assert.Empty(department.TakeComplaints());

        await using var secretary = await chromium.OpenAsync(app, window: Person.Phone);
        await secretary.SignInAsync(userName, password);
        await secretary.SeesAsync("您用的是一次性密码");
        await secretary.TypeAsync("现在的密码", password);
        await secretary.TypeAsync("新密码", App.Password);
        await secretary.TypeAsync("再写一遍新密码", App.Password);
        await secretary.PressAsync("保存新密码");
        await secretary.SeesAsync("密码已修改");
        await secretary.GoAsync("/results");
        await secretary.SeesAsync("机械动力工程学院研究生第1党支部");
        Assert.Equal(1, await secretary.Page.Locator("main tbody tr").CountAsync());
        await secretary.FollowAsync("机械动力工程学院研究生第1党支部");
        await secretary.SeesAsync("年度内组织生活两次无记录");
        Assert.Empty(secretary.TakeComplaints());
    }
}
