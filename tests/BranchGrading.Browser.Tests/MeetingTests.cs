using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace BranchGrading.Browser.Tests;

/// <summary>The meeting that settles the grades, at one screen, and what follows it.</summary>
public sealed class MeetingTests(Chromium chromium)
{
    private static readonly int[] Ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    [Fact]
    public async Task The_meeting_settles_the_grades_and_an_objection_changes_one()
    {
        var clock = new MovableClock();
        await using var app = await MeetingSchool.OpenAsync(clock);
        await using var department = await chromium.OpenAsync(app);
        await department.SignInAsync(MeetingSchool.Department, App.Password);
        await department.GoAsync("/rounds");
        await department.FollowAsync($"{MeetingSchool.Year} 年度");
        var round = department.Path;

        // Simulate: three in ten would be fifteen places; nothing is stored but the name.
        await department.GoAsync($"{round}/scenarios");
        await department.TypeAsync("A 级比例上限", "30");
        await Assertions.Expect(department.Page.Locator("#result")).ToContainTextAsync("15");
        await department.SeesMovedAsync(MeetingSchool.Name(12));
        await department.TypeAsync("方案名称", "放宽到三成");
        await department.PressAsync("保存方案");
        await department.SeesAsync("放宽到三成");
        await department.GoAsync($"{round}/grades");
        await department.SeesAsync("/ 10 已用");

        // An exception: number 2 was a C, and the tie at the cut appears.
        await department.FollowAsync(MeetingSchool.Name(2));
        await department.SeesAsync("今年最高可到 B");
        await department.FollowAsync("登记特批");
        await department.TypeAsync("批准人或会议", "学校党委会议");
        await department.TypeAsync("文号", "校党字 5 号");
        await department.TypeAsync("理由", "抗洪抢险成绩突出");
        await department.PressAsync("登记特批");
        await department.SeesAsync("为什么是 A");
        await department.GoAsync($"{round}/grades?show=ties");
        await department.SeesAsync(MeetingSchool.Name(10));
        await department.SeesAsync(MeetingSchool.Name(11));
        await department.SeesAsync("并列待定");

        // Ten at once, the tie among them.
        await department.GoAsync($"{round}/grades");
        await department.ChooseAsync("A", "上会讨论，一致同意", Ten);
        await department.SeesAsync("所选的 10 个支部");
        await department.SeesAsync("用满");
        await department.PressAsync("确认 10 个支部评为 A");
        await department.SeesAsync("10 个支部");
        await department.SeesAsync("/ 10 已用");

        // The eleventh is refused with the figures; what was typed stays.
        await department.ChooseAsync("A", "也应该是 A", 11);
        await department.SeesAsync("名额是 10 个，已决定的 A 级有 11 个");
        Assert.Contains("也应该是 A", await department.Page.ContentAsync());

        // Publish.
        await department.GoAsync($"{round}/publication");
        await department.TypeAsync("文号", "校党字 12 号");
        await department.Page.Locator("input[name='Form.Telephone']").FillAsync("0551-6360 1234");
        await department.PressAsync("公示 50 个支部的等级");
        await department.SeesAsync("公示中");

        // The secretary of number 11 objects to number 9.
        await using (var secretary = await chromium.OpenAsync(app, window: Person.Phone))
        {
            await secretary.SignInAsync(MeetingSchool.Secretary, App.Password);
            await secretary.GoAsync($"{round}/publicity");
            await secretary.FollowAsync("提出异议");
            await secretary.Page.GetByLabel("党支部").SelectOptionAsync(new SelectOptionValue { Label = await OptionAsync(secretary, MeetingSchool.Name(9)) });
            await secretary.TypeAsync("异议内容", "材料里的获奖证书是前年的。");
            await secretary.Page.Locator("main form[method=post] button.btn-primary").ClickAsync();
            await secretary.SeesAsync("待受理");
            Assert.Empty(secretary.TakeComplaints());
        }

        // Received, checked, changed by the same rules: number 11 gets the place, and is named before.
        await department.GoAsync($"{round}/objections");
        await department.FollowAsync(MeetingSchool.Name(9));
        await department.PressAsync("受理");
        await department.TypeAsync("查了什么、找谁核实、结论是什么", "证书日期属实，不在考核年度内。");
        await department.PressAsync("保存核查情况");
        await department.FollowAsync("改定等级");
        await department.Page.Locator("input[name='Form.Grade'][value=B]").CheckAsync();
        await department.Page.Locator("textarea[name='Form.Reason']").FillAsync("所报获奖不在考核年度内");
        await department.Page.Locator("textarea[name='Form.Answer']").FillAsync("经核查属实，已改定。");
        await department.PressAsync("看会影响谁");
        await department.SeesAsync(MeetingSchool.Name(11));
        await department.PressAsync("确认改定为 B");
        await department.SeesAsync("改定");

        // Final once the publicity is over; nothing before.
        await department.GoAsync($"{round}/publication");
        await department.SeesAsync("次日起可以在这里定级");
        clock.Advance(days: 20);
        await department.SignInAsync(MeetingSchool.Department, App.Password);
        await department.GoAsync($"{round}/publication");
        await department.PressAsync("公示已结束，定级");
        await department.SeesAsync("已定级");
        await department.GoAsync($"{round}/circular");
        await department.SeesAsync(MeetingSchool.Name(11));
        Assert.DoesNotContain(department.TakeComplaints(), complaint => !complaint.Contains("409", StringComparison.Ordinal));

        await using var later = await chromium.OpenAsync(app, window: Person.Phone);
        await later.SignInAsync(MeetingSchool.Secretary, App.Password);
        await later.GoAsync("/results");
        await later.FollowAsync(MeetingSchool.Name(11));
        await later.SeesAsync("为什么是 A");
        await later.DoesNotSeeAsync(MeetingSchool.Name(10));
    }

    private static async Task<string> OptionAsync(Person person, string branch) =>
        (await person.Page.GetByLabel("党支部").Locator("option", new() { HasTextRegex = new Regex(branch) }).First.TextContentAsync())!.Trim();
}

internal static class AtTheDesk
{
    /// <summary>Ticks branches on the desk, chooses a grade, gives a reason and asks what it would do.</summary>
    public static async Task ChooseAsync(this Person person, string grade, string reason, params int[] numbers)
    {
        foreach (var number in numbers)
            await person.Page.GetByRole(AriaRole.Checkbox, new() { Name = MeetingSchool.Name(number), Exact = true }).CheckAsync();
        await person.Page.Locator($"[data-batch] input[value={grade}]").CheckAsync();
        await person.Page.Locator("#reason").FillAsync(reason);
        await person.PressAsync("预览影响");
    }

    /// <summary>The simulation names branches that would move.</summary>
    public static async Task SeesMovedAsync(this Person person, params string[] branches)
    {
        foreach (var branch in branches)
            await Assertions.Expect(person.Page.Locator("#result")).ToContainTextAsync(branch);
    }
}
