using System.Text.RegularExpressions;
using ClosedXML.Excel;
using Microsoft.Playwright;
using Xunit;

namespace BranchGrading.Browser.Tests;

/// <summary>A whole year on line, from the first answer on a phone to the official forms: with script, and with script switched off.</summary>
public sealed partial class YearTests(Chromium chromium)
{
    private const string Direct = "图书馆直属党支部";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_year_goes_from_the_first_answer_to_the_official_forms(bool withScript)
    {
        await using var app = await YearSchool.OpenAsync();
        var numbers = await YearSchool.NumbersAsync(app);
        var (round, materials, library) = ($"/rounds/{numbers.Round}", numbers.Committees[YearSchool.Committee], numbers.Committees[Direct]);
        var (teachers, students, late, own) = (
            numbers.Participants[YearSchool.Teachers], numbers.Participants[YearSchool.Students], numbers.Participants[YearSchool.Late], numbers.Participants[YearSchool.LibraryBranch]);

        await using var secretary = await EnterAsync(app, YearSchool.Secretary, withScript, Person.Phone);
        await using var officer = await EnterAsync(app, YearSchool.Officer, withScript);
        await using var librarian = await EnterAsync(app, YearSchool.Library, withScript);
        await using var department = await EnterAsync(app, YearSchool.Department, withScript);

        // The secretary, on a phone.
        await secretary.SeesAsync(YearSchool.Teachers);
        await FillAsync(secretary, teachers, withScript);
        await secretary.PressAsync("提交给");
        await secretary.SeesAsync("已经提交");
        Assert.True(await secretary.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= Person.Phone.Width);

        // The officer gives it back, naming an item; only that form unlocks, and the secretary reads why.
        await officer.GoAsync($"/assessments/{teachers}/return");
        var part = officer.Page.Locator(".return-part", new() { HasText = "执行上级决议" });
        await part.Locator("input[type=checkbox]").CheckAsync();
        await part.Locator("input[type=text], input:not([type])").Last.FillAsync("有一项没有回音，请核对");
        await officer.PressAsync("退回给支部");
        await secretary.GoAsync($"/assessments/{teachers}");
        await secretary.SeesAsync("有一项没有回音，请核对");
        await secretary.GoAsync($"/assessments/{teachers}/items/1");
        var points = secretary.Page.Locator(".item", new() { HasText = "执行上级决议" }).Locator("input[name$='.Points']");
        await points.FillAsync("２．５"); // as a Chinese keyboard types it
        await LeaveAsync(secretary, "下一部分");
        await secretary.GoAsync($"/assessments/{teachers}");
        await secretary.SeesAsync("2.5");
        await secretary.GoAsync($"/assessments/{teachers}/submission");
        await secretary.PressAsync("提交给");
        await secretary.SeesAsync("第 2 次提交");

        // 代填, marked as such.
        await officer.GoAsync($"/assessments/{students}");
        await FillAsync(officer, students, withScript);
        await officer.SeesAsync("代");
        await officer.PressAsync("代支部提交给");
        await officer.SeesAsync("代填");

        // Votes, review, and the report without the late branch.
        await CountVotesAsync(officer, teachers);
        await ReviewAsync(officer, teachers, "B", "与会议记录核对，少一次");
        await CountVotesAsync(officer, students);
        await ReviewAsync(officer, students, "B", "佐证不全");
        await HandUpAsync(officer, $"{round}/reports/{materials}", "书记出国，支部还没有补选");
        await officer.GoAsync($"/reviews/{teachers}");
        Assert.Equal(0, await officer.Page.Locator("textarea[name='Opinion.Opinion']").CountAsync());

        // The department gives one branch back; it is changed and completed again, the rest stays up.
        await department.GoAsync($"{round}/reports/{materials}/return");
        await department.Page.Locator("select[name='Form.ParticipantId']").SelectOptionAsync(new SelectOptionValue { Value = students.ToString() });
        await department.Page.Locator("textarea[name='Form.Reason']").FillAsync("意见过于笼统，请写具体");
        await department.PressAsync("退回");
        await department.SeesAsync("退回");
        await officer.GoAsync($"/reviews/{students}");
        await officer.SeesAsync("意见过于笼统，请写具体");
        await officer.PressAsync("继续修改");
        await OpinionAsync(officer, "三会一课记录齐全，帮学小组覆盖全部年级；品牌活动还要坚持。", "B", withScript);
        await officer.PressAsync("完成初评");
        await officer.SeesAsync("初评已经完成");

        // The 直属党支部 holds its own vote, writes its opinion, reports; its item scores are the department's.
        await FillAsync(librarian, own, withScript);
        await librarian.PressAsync("提交给");
        await librarian.SeesAsync("已经提交");
        await CountVotesAsync(librarian, own);
        await librarian.GoAsync($"/reviews/{own}");
        Assert.Equal(0, await librarian.Page.Locator("input[name$='.Points']").CountAsync());
        await OpinionAsync(librarian, "服务读者有成效。", "A", withScript);
        await HandUpAsync(librarian, $"{round}/reports/{library}", null);
        await department.GoAsync($"/reviews/{own}");
        await department.PressAsync("未打的都照用自评");
        await department.SeesAsync("照用");
        await department.PressAsync("完成初评");
        await department.SeesAsync("初评已经完成");

        // Evidence and a re-score, then the late branch is left out with a reason, and the grades are settled.
        await department.GoAsync($"/participants/{teachers}/evaluation");
        await department.SeesAsync(YearSchool.Teachers);
        await department.GoAsync($"{round}/exclusions/{numbers.Branches[YearSchool.Late]}");
        await department.Page.Locator("textarea[name='Reason']").FillAsync("书记空缺，本年度不评");
        await department.PressAsync("确定不参加");
        await department.GoAsync($"{round}/meeting-papers");
        await department.SeesAsync(YearSchool.Students);
        await department.GoAsync($"{round}/publication");
        await department.TypeAsync("文号", "校党字 12 号");
        await department.PressAsync("公示 3 个支部的等级");
        await department.SeesAsync("等级已公示");
        await department.Page.Locator("form[action$='/finalisation'] button").ClickAsync();
        await department.SeesAsync("已定级");

        // Feedback: the own items with both scores and the reasons, nothing of others.
        await secretary.GoAsync($"/results/{teachers}");
        await secretary.SeesAsync("与会议记录核对，少一次");
        await secretary.DoesNotSeeAsync(YearSchool.Students);
        Assert.Equal(404, (await secretary.Page.GotoAsync($"/results/{students}"))!.Status);
        secretary.TakeComplaints();
        Assert.Equal(404, (await secretary.Page.GotoAsync($"/assessments/{late}"))!.Status);
        secretary.TakeComplaints();

        await FormsAsync(officer, round);
        foreach (var person in new[] { secretary, officer, librarian, department })
            Assert.Empty(person.TakeComplaints());
    }

    private async Task<Person> EnterAsync(App app, string userName, bool withScript, ViewportSize? window = null)
    {
        var person = await chromium.OpenAsync(app, withScript, window);
        await person.SignInAsync(userName, App.Password);
        await Assertions.Expect(person.Page.Locator(".app-menu")).ToBeVisibleAsync();
        return person;
    }

    /// <summary>Fills in every step up to the page to check; what is typed is saved by the script or by the button that leads on.</summary>
    private static async Task FillAsync(Person person, int participant, bool withScript)
    {
        var address = $"/assessments/{participant}";
        await person.GoAsync($"{address}/basics");
        await LeaveAsync(person, "没有错，确认");

        await person.GoAsync($"{address}/investigation");
        foreach (var yes in await person.Page.Locator("input[type=radio][value=Yes]").AllAsync())
            await yes.CheckAsync();
        await LeaveAsync(person, "下一步");

        await person.GoAsync($"{address}/items/1");
        while (ItemPage().IsMatch(person.Path))
        {
            foreach (var input in await person.Page.Locator("input[name$='.Points']").AllAsync())
                await input.FillAsync(Number().Matches(await person.Page.Locator("#" + await input.GetAttributeAsync("aria-describedby")).InnerTextAsync())[^1].Value);
            foreach (var input in await person.Page.Locator("input[name$='.Times']").AllAsync())
                await input.FillAsync("1");
            foreach (var options in await person.Page.Locator(".item-input [role=radiogroup]").AllAsync())
                await options.Locator("input").First.CheckAsync();
            if (withScript)
                await Saved(person);
            await LeaveAsync(person, "下一");
        }

        Assert.EndsWith("/report", person.Path);
        foreach (var (index, text) in new[] { "支部有党员 21 名，分三个党小组。", "坚持三会一课，全年 12 次；帮扶 4 人。\n\n开展主题党日 10 次。", "加强理论学习，办好品牌活动。" }.Index())
            await person.Page.Locator($"textarea[name='Texts[{index}].Content']").FillAsync(text);
        await LeaveAsync(person, "下一步：问题与整改");

        await person.PressAsync("写第一条");
        await person.Page.Locator("textarea[name='Problems[0].Description']").FillAsync("两次组织生活没有记录");
        await person.Page.Locator("textarea[name='Problems[0].Measure']").FillAsync("每月末由组织委员检查记录本");
        await person.Page.Locator("input[name='Problems[0].ResponsiblePerson']").FillAsync("张三");
        await person.Page.Locator("input[name='Problems[0].DueOn']").FillAsync($"{YearSchool.Year + 1}-03-31");
        await person.Page.Locator("select[name='Problems[0].TargetGrade']").SelectOptionAsync("A");
        await LeaveAsync(person, "下一步：附件");
        await person.GoAsync($"{address}/submission");
        await person.DoesNotSeeAsync("还不能提交");
    }

    private static async Task CountVotesAsync(Person person, int participant)
    {
        foreach (var (panel, name) in new[] { ("Members", "党员测评"), ("Masses", "群众测评") })
        {
            await person.GoAsync($"/reviews/{participant}/ballots");
            foreach (var (field, count) in new[] { ("Expected", 21), ("Issued", 21), ("Returned", 20), ("Valid", 20), ("Good", 16), ("FairlyGood", 3), ("Fair", 1), ("Poor", 0) })
                await person.Page.Locator($"input[name='{panel}.{field}']").FillAsync(count.ToString());
            await person.PressAsync($"保存{name}");
            await person.SeesAsync("满意率 95.00%");
        }
    }

    /// <summary>Takes the branch's answers over, differs in one item with a reason, writes opinion and grade, completes.</summary>
    private static async Task ReviewAsync(Person person, int participant, string grade, string reason)
    {
        await person.GoAsync($"/reviews/{participant}");
        await person.PressAsync("未打的都照用自评");
        await person.SeesAsync("已照用支部的回答");
        await person.PressAsync("没核实的全部属实");
        await person.SeesAsync("已照用支部的回答");
        var row = person.Page.Locator(".review-table tr", new() { HasText = "带头学习理论" });
        await row.Locator("input[name$='.Points']").FillAsync("1");
        await row.Locator("textarea[name$='.Note']").FillAsync(reason);
        await person.Page.Locator("textarea[name='Opinion.Opinion']").FillAsync("班子健全，活动正常。");
        await person.Page.Locator($"input[name='Opinion.ProposedGrade'][value={grade}]").CheckAsync();
        await person.Page.Locator("input[name='Opinion.ContactLeader']").FillAsync("李副书记");
        await person.PressAsync("完成初评");
        await person.SeesAsync("初评已经完成");
    }

    private static async Task OpinionAsync(Person person, string opinion, string grade, bool withScript)
    {
        await person.Page.Locator("textarea[name='Opinion.Opinion']").FillAsync(opinion);
        await person.Page.Locator($"input[name='Opinion.ProposedGrade'][value={grade}]").CheckAsync();
        if (withScript)
            await Saved(person);
        else
            await person.Page.Locator("[data-without-script] button, button[data-without-script]").Last.ClickAsync();
    }

    private static async Task HandUpAsync(Person person, string report, string? missing)
    {
        await person.GoAsync(report);
        await person.Page.Locator("input[name='Form.MeetingOn']").FillAsync(DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-1)).ToString("yyyy-MM-dd"));
        if (missing is not null)
            await person.Page.Locator("textarea[name='Form.Missing[0].Reason']").FillAsync(missing);
        await person.PressAsync("保存并核对上报");
        await person.PressAsync("上报党委组织部");
        await person.SeesAsync("上报");
    }

    private static async Task FormsAsync(Person officer, string round)
    {
        using (var investigation = Open(await officer.FetchAsync($"{round}/forms", "附表3")))
        {
            Assert.Equal(2, investigation.Worksheets.Count);
            var text = Text(investigation.Worksheets.First());
            Assert.Contains(YearSchool.Teachers, text);
            Assert.Contains("坚持三会一课，全年 12 次", text);
            Assert.Contains("两次组织生活没有记录", text);
            Assert.Contains("班子健全，活动正常", text);
        }

        using (var summary = Open(await officer.FetchAsync($"{round}/forms", "附表4")))
            Assert.Contains(YearSchool.Students, Text(summary.Worksheets.First()));

        using var rectification = Open(await officer.FetchAsync($"{round}/forms", "附表5"));
        Assert.Contains("存在的主要问题", Text(rectification.Worksheets.First()));
    }

    /// <summary>Presses a button that saves and leads on; the script sends what was typed first.</summary>
    private static async Task LeaveAsync(Person person, string button)
    {
        var here = person.Path;
        await person.PressAsync(button);
        await person.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath != here);
    }

    private static Task Saved(Person person) => Assertions.Expect(person.Page.Locator("[data-draft-status]").First).ToContainTextAsync("已保存");

    private static XLWorkbook Open(byte[] content) => new(new MemoryStream(content));

    private static string Text(IXLWorksheet sheet) => string.Join('\n', sheet.CellsUsed().Select(cell => cell.GetFormattedString()));

    [GeneratedRegex(@"/items/\d+$")]
    private static partial Regex ItemPage();

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}
