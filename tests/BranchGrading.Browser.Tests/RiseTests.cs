using System.Text;
using ClosedXML.Excel;
using Microsoft.Playwright;
using Xunit;
using static BranchGrading.Browser.Tests.RiseSchool;

namespace BranchGrading.Browser.Tests;

/// <summary>对标整改、晋位升级: a weak branch from its review to a better grade a year later, while other branches merge and are renamed.</summary>
public sealed class RiseTests(Chromium chromium)
{
    private const string Comment = "第 1 项写明每月几次、谁来查";
    private const string Measure = "每月第一周组织一次专题研讨，周慧敏考勤";
    private const string Merged = "材料系学生党支部";
    private const string Renamed = "材料实验教学中心党支部";

    [Fact]
    public async Task A_weak_branch_rises_by_its_plan_while_others_merge_and_are_renamed()
    {
        var clock = new MovableClock();
        await using var app = await OpenAsync(clock);
        var (round, participants, branches) = await NumbersAsync(app, Year);
        var (old, teachers) = ($"/rounds/{round}", participants[Teachers]);
        await using var secretary = await chromium.OpenAsync(app, window: Person.Phone);
        await using var officer = await chromium.OpenAsync(app);
        await using var department = await chromium.OpenAsync(app);
        await SignInAllAsync();

        await department.GoAsync($"{old}/deadlines");
        var deadlines = await DeadlinesAsync(department);
        Assert.Equal(4, deadlines.Count);

        await CompleteReviewAsync(officer, teachers);
        await DrawUpPlanAsync(secretary, teachers);
        await SendBackAsync(officer);
        await MendAndHandInAsync(secretary);
        await ApproveAsync(officer, teachers);

        await HandUpAsync(officer, old);
        await PublishAsync(department, old, "校党字 12 号", 4);
        clock.Advance(days: 20);
        await SignInAllAsync();
        await MakeFinalAsync(department, old);

        await ReportProgressAsync(secretary, teachers);
        await AskForAcceptanceAsync(secretary, 1, "六次研讨都开了，每次有记录。");
        await RefuseAsync(officer, teachers);
        await AskForAcceptanceAsync(secretary, 1, "第六次的签到表补上了。");
        await AcceptAsync(officer, teachers, 1, "看了六次的记录和签到表，属实。");
        await AskForAcceptanceAsync(secretary, 2, "评选了第一次，18 名党员投票。");
        await AcceptAsync(officer, teachers, 2, "同意销号。");
        await CheckAndReopenAsync(department, teachers);
        await AskForAcceptanceAsync(secretary, 1, "七月的研讨补上了。");
        await AcceptAsync(officer, teachers, 1, "补上了，同意销号。");
        await CountOnTheBoardAsync(department, old);

        await MergeAsync(department);
        await RenameAsync(department, branches[Laboratory]);
        await ReadHistoriesAsync(department, branches);
        await KeepFrozenNamesAsync(department, old);
        await ReadTableOfRectificationAsync(department, old);

        clock.Advance(days: 335);
        await SignInAllAsync();
        var next = await CopyRoundAsync(department, deadlines);
        var (_, nextParticipants, _) = await NumbersAsync(app, Year + 1);
        await SeeLastYearAsync(secretary, officer, nextParticipants);
        await ChoosePredecessorAsync(department, next, nextParticipants);

        await ImportResultsAsync(department, next);
        await ReadGradesAsync(department, next);
        await PublishAsync(department, next, "校党字 15 号", 3);
        clock.Advance(days: 20);
        await SignInAllAsync();
        await MakeFinalAsync(department, next);
        await SeeRiseAsync(department, secretary, next, branches);
        Assert.DoesNotContain(new[] { secretary, officer, department }.SelectMany(person => person.TakeComplaints()), complaint => !complaint.Contains("400", StringComparison.Ordinal));

        async Task SignInAllAsync()
        {
            foreach (var (person, name) in new[] { (secretary, Secretary), (officer, Officer), (department, Department) })
            {
                await person.SignInAsync(name, App.Password);
                await Assertions.Expect(person.Page.Locator(".app-menu")).ToBeVisibleAsync();
            }
        }
    }

    /// <summary>The officer gives less than the branch gave itself, says why and how the branch could do better.</summary>
    private static async Task CompleteReviewAsync(Person officer, int participant)
    {
        await officer.GoAsync($"/reviews/{participant}");
        await officer.PressAsync("未打的都照用自评");
        await officer.SeesAsync("已照用支部的回答");
        await officer.PressAsync("没核实的全部属实");
        await officer.SeesAsync("已照用支部的回答");
        var row = officer.Page.Locator(".review-table tr", new() { HasText = "带头学习理论" });
        await row.Locator("input[name$='.Points']").FillAsync("0.5");
        await row.Locator("textarea[name$='.Note']").FillAsync("全年只有两次记录");
        await officer.Page.Locator("textarea[name='Opinion.Opinion']").FillAsync("组织生活时断时续，学习没有计划，要重点整改。");
        await officer.Page.Locator("input[name='Opinion.ProposedGrade'][value=C]").CheckAsync();
        await officer.Page.Locator("input[name='Opinion.ContactLeader']").FillAsync("李副书记");
        await officer.PressAsync("完成初评");
        await officer.SeesAsync("初评已经完成");
    }

    /// <summary>On a phone, from the start page: the suggestions become items, what they lack is filled in; the measure stays as vague as it was.</summary>
    private static async Task DrawUpPlanAsync(Person secretary, int participant)
    {
        await secretary.GoAsync("/");
        await secretary.FollowAsync("整改提升计划");
        await secretary.DoesNotSeeAsync("组织生活时断时续");
        await secretary.Page.Locator("select[name='Begin.Kind']").SelectOptionAsync("Rectify");
        foreach (var suggestion in new[] { Problem, Answer })
            await secretary.Page.GetByLabel(suggestion).CheckAsync();
        await secretary.Page.Locator(".suggestions input[value^=item-]").First.CheckAsync();
        await secretary.PressAsync("开始起草");
        await secretary.SeesAsync("已经开始起草");
        Assert.Equal(3, await secretary.Page.Locator(".plan-items tbody tr").CountAsync());
        await secretary.SeesAsync("还差这些");

        await EditItemAsync(secretary, 1, ("Cause", "没有学习计划"));
        await secretary.SeesAsync("写了「进一步」");
        await FillBlankItemAsync(secretary, "每学期评选一次先进党小组，全体党员投票");
        await FillBlankItemAsync(secretary, "每次小组会议当天记录，支委每月检查一次");
        Assert.True(await secretary.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= Person.Phone.Width);
        await secretary.SeesAsync("还不够具体");
        await secretary.PressAsync("提交计划");
        await secretary.SeesAsync("计划已提交");
        Assert.Equal($"/plans/{participant}", secretary.Path);
    }

    private static async Task FillBlankItemAsync(Person secretary, string measure)
    {
        await secretary.Page.Locator(".missing-list a").First.ClickAsync();
        await FillItemAsync(secretary, ("Cause", "没有专人负责"), ("Measure", measure), ("DueOn", $"{Year + 1}-06-30"));
    }

    private static async Task EditItemAsync(Person secretary, int number, params (string Field, string Text)[] fields)
    {
        await secretary.FollowAsync($"修改 第 {number} 项");
        await FillItemAsync(secretary, fields);
    }

    private static async Task FillItemAsync(Person secretary, params (string Field, string Text)[] fields)
    {
        foreach (var (field, text) in fields)
            await secretary.Page.Locator($"[name='Form.{field}']").FillAsync(text);
        if (await secretary.Page.Locator("select[name='Form.TargetGrade']").InputValueAsync() == "")
            await secretary.Page.Locator("select[name='Form.TargetGrade']").SelectOptionAsync("B");
        await secretary.PressAsync("保存");
        await secretary.SeesAsync("已保存");
    }

    /// <summary>The committee is told which measures are vague, and says how it wants them.</summary>
    private static async Task SendBackAsync(Person officer)
    {
        await officer.GoAsync("/");
        await officer.SeesAsync("1 份待审核");
        await officer.FollowAsync("审核支部提交的计划");
        await officer.FollowAsync(Teachers);
        await officer.SeesAsync("措施比较空");
        await officer.SeesAsync("写了「进一步」");
        await officer.Page.Locator("textarea[name='Back.Comment']").FillAsync(Comment);
        await officer.PressAsync("退回计划");
        await officer.SeesAsync("已退回给");
    }

    private static async Task MendAndHandInAsync(Person secretary)
    {
        await secretary.GoAsync("/");
        await secretary.SeesAsync(Comment);
        await secretary.FollowAsync("整改计划");
        await EditItemAsync(secretary, 1, ("Measure", Measure));
        await secretary.SeesAsync("各项都写全了");
        await secretary.PressAsync("提交计划");
        await secretary.SeesAsync("计划已提交");
    }

    private static async Task ApproveAsync(Person officer, int participant)
    {
        await officer.GoAsync($"/plans/{participant}");
        await officer.DoesNotSeeAsync("措施比较空");
        // Before publication nothing of the review stands in a plan by itself.
        var leader = officer.Page.Locator("input[name='Approval.ContactLeader']");
        Assert.Equal("", await leader.InputValueAsync());
        await leader.FillAsync("李副书记");
        await officer.PressAsync("批准计划");
        await officer.SeesAsync("已批准");
        await officer.SeesAsync("定级以后开始执行");
    }

    private static async Task HandUpAsync(Person officer, string round)
    {
        await officer.GoAsync("/");
        await officer.FollowAsync("初评意见报告");
        await officer.Page.Locator("input[name='Form.MeetingOn']").FillAsync(DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-1)).ToString("yyyy-MM-dd"));
        await officer.PressAsync("保存并核对上报");
        await officer.PressAsync("上报党委组织部");
        await officer.SeesAsync("现在只能看");
        Assert.StartsWith($"{round}/reports/", officer.Path, StringComparison.Ordinal);
    }

    private static async Task PublishAsync(Person department, string round, string document, int branches)
    {
        await department.GoAsync($"{round}/publication");
        await department.TypeAsync("文号", document);
        await department.Page.Locator("input[name='Form.Telephone']").FillAsync("0551-6360 1234");
        await department.PressAsync($"公示 {branches} 个支部的等级");
        await department.SeesAsync("公示中");
    }

    private static async Task MakeFinalAsync(Person department, string round)
    {
        await department.GoAsync($"{round}/publication");
        await department.PressAsync("公示已结束，定级");
        await department.SeesAsync("已定级");
    }

    /// <summary>Percentage, note and a file.</summary>
    private static async Task ReportProgressAsync(Person secretary, int participant)
    {
        await secretary.GoAsync($"/plans/{participant}");
        await secretary.FollowAsync("报进展、申请验收 ，第 1 项");
        await secretary.Page.Locator("input[name='Form.Percent']").FillAsync("40");
        await secretary.Page.Locator("textarea[name='Form.Note']").FillAsync("开了两次专题研讨，各有 15 人参加。");
        await secretary.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "研讨记录.pdf", MimeType = "application/pdf", Buffer = Pdf });
        await secretary.PressAsync("登记进展");
        await secretary.SeesAsync("进展已登记");
        await secretary.SeesAsync("研讨记录.pdf");
        await secretary.SeesAsync("整改中 40%");
        await ReportOnThirdAsync(secretary, participant);
    }

    /// <summary>The third item stays open: next year it is still there.</summary>
    private static async Task ReportOnThirdAsync(Person secretary, int participant)
    {
        await secretary.GoAsync($"/plans/{participant}");
        await secretary.FollowAsync("报进展、申请验收 ，第 3 项");
        await secretary.Page.Locator("input[name='Form.Percent']").FillAsync("50");
        await secretary.Page.Locator("textarea[name='Form.Note']").FillAsync("补齐了一半的记录。");
        await secretary.PressAsync("登记进展");
        await secretary.SeesAsync("进展已登记");
        await secretary.GoAsync($"/plans/{participant}");
    }

    private static async Task AskForAcceptanceAsync(Person secretary, int number, string note)
    {
        await secretary.Page.ReloadAsync();
        await secretary.FollowAsync($"报进展、申请验收 ，第 {number} 项");
        await secretary.Page.Locator("input[name='Form.Percent']").FillAsync("100");
        await secretary.Page.Locator("textarea[name='Form.Note']").FillAsync(note);
        await secretary.PressAsync("做完了，申请验收");
        await secretary.SeesAsync("已申请验收");
        await secretary.FollowAsync(Teachers);
    }

    private static async Task RefuseAsync(Person officer, int participant)
    {
        await officer.GoAsync("/");
        await officer.SeesAsync("1 项待验收");
        await officer.GoAsync($"/plans/{participant}");
        await officer.FollowAsync("验收 ，第 1 项");
        var file = await officer.Page.RunAndWaitForDownloadAsync(() => officer.FollowAsync("研讨记录.pdf"));
        Assert.Equal(Pdf.Length, new FileInfo(await file.PathAsync()).Length);
        await officer.PressAsync("不通过，继续整改");
        await officer.SeesAsync("请写不通过的理由");
        await officer.Page.Locator("textarea[name='Form.Note']").FillAsync("第六次没有签到表。");
        await officer.PressAsync("不通过，继续整改");
        await officer.SeesAsync("验收不通过");
    }

    private static async Task AcceptAsync(Person officer, int participant, int number, string note)
    {
        await officer.GoAsync($"/plans/{participant}");
        await officer.FollowAsync($"验收 ，第 {number} 项");
        await officer.Page.Locator("textarea[name='Form.Note']").FillAsync(note);
        await officer.PressAsync("验收通过，销号");
        await officer.SeesAsync("这一项已销号");
    }

    /// <summary>抽查, and 重新整改 of what had been accepted.</summary>
    private static async Task CheckAndReopenAsync(Person department, int participant)
    {
        await department.GoAsync($"/plans/{participant}");
        await department.FollowAsync("看记录 ，第 1 项");
        await department.Page.GetByText("登记抽查，或者问题反复、重新整改").ClickAsync();
        await department.Page.Locator("#other-note").FillAsync("到支部看了六次研讨的记录。");
        await department.PressAsync("登记抽查");
        await department.SeesAsync("抽查情况已登记");
        await department.Page.GetByText("登记抽查，或者问题反复、重新整改").ClickAsync();
        await department.Page.Locator("#other-note").FillAsync("七月又没有开展研讨。");
        await department.PressAsync("重新整改");
        await department.SeesAsync("已重新整改");
    }

    private static async Task CountOnTheBoardAsync(Person department, string round)
    {
        await department.GoAsync(round);
        await department.FollowAsync("整改台账");
        foreach (var (what, figure) in new[] { ("C、D 级支部", "2"), ("缺计划", "1"), ("整改中", "1"), ("待验收", "0"), ("逾期", "0"), ("已销号", "2") })
            await Assertions.Expect(department.Page.Locator(".facts .figure", new() { HasText = what }).Locator("b")).ToHaveTextAsync(figure);
        await department.SeesAsync(OtherStudents);
        await department.Page.Locator(".chip", new() { HasText = "已销号" }).ClickAsync();
        await department.SeesAsync(Problem);
        Assert.Equal(2, await department.Page.Locator(".board-items tbody tr").CountAsync());
    }

    /// <summary>合并 into a new branch, with its document, and its first secretary.</summary>
    private static async Task MergeAsync(Person department)
    {
        await department.GoAsync("/organisation-changes");
        await department.FollowAsync("合并");
        await department.Page.GetByText(Committee).First.ClickAsync();
        foreach (var branch in new[] { Students, OtherStudents })
            await department.Page.GetByRole(AriaRole.Checkbox, new() { Name = branch }).CheckAsync();
        await department.PressAsync("下一步");
        await department.SeesAsync("合并 2 个支部");
        await department.Page.GetByRole(AriaRole.Radio, new() { Name = "一个新支部" }).CheckAsync();
        await department.Page.Locator("input[name='Form.Name']").FillAsync(Merged);
        await department.Page.Locator("input[name='Form.DocumentNumber']").FillAsync("校党组字 20 号");
        await department.PressAsync("登记合并");
        await department.SeesAsync("已登记合并");
        await department.FollowAsync($"登记「{Merged}」的书记");
        await department.Page.Locator("input[name='Form.Name']").FillAsync("徐佳");
        await department.Page.Locator("input[name='Form.Phone']").FillAsync("13800000002");
        await department.PressAsync("登记书记变更");
        await department.SeesAsync("徐佳");
    }

    private static async Task RenameAsync(Person department, int branch)
    {
        await department.GoAsync($"/branches/{branch}");
        await department.FollowAsync("更名");
        await department.Page.Locator("input[name='Form.Name']").FillAsync(Renamed);
        await department.Page.Locator("input[name='Form.DocumentNumber']").FillAsync("校党组字 21 号");
        await department.PressAsync("登记更名");
        await department.SeesAsync("已登记更名");
    }

    private static async Task ReadHistoriesAsync(Person department, IReadOnlyDictionary<string, int> branches)
    {
        await department.GoAsync($"/branches/{branches[Laboratory]}/history");
        await department.SeesAsync($"{Renamed}：历史");
        await department.SeesAsync("校党组字 21 号");
        await department.SeesAsync($"当时的情况：{Laboratory}");
        await department.GoAsync($"/branches/{branches[OtherStudents]}/history");
        await department.SeesAsync("校党组字 20 号");
        await department.FollowAsync(Merged);
        await department.SeesAsync($"{Merged}：历史");
        await department.SeesAsync("校党组字 20 号");
        await department.SeesAsync($"前身{Students}");
        await department.SeesAsync($"前身{OtherStudents}");
    }

    /// <summary>The round that is over calls everybody what they were called.</summary>
    private static async Task KeepFrozenNamesAsync(Person department, string round)
    {
        await department.GoAsync($"{round}/grades");
        foreach (var name in new[] { Students, OtherStudents, Laboratory })
            await department.SeesAsync(name);
        await department.DoesNotSeeAsync(Renamed);
        await department.DoesNotSeeAsync(Merged);
    }

    /// <summary>附表5 has the plan as it was carried out, of the C branches alone.</summary>
    private static async Task ReadTableOfRectificationAsync(Person department, string round)
    {
        using var workbook = new XLWorkbook(new MemoryStream(await department.FetchAsync($"{round}/forms", "下载全校附表5")));
        var text = string.Join('\n', workbook.Worksheets.SelectMany(sheet => sheet.CellsUsed()).Select(cell => cell.GetFormattedString()));
        foreach (var part in new[] { Teachers, OtherStudents, Problem, Measure, "没有学习计划", "周慧敏", "李副书记", "补上了，同意销号。", "补齐了一半的记录。" })
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.DoesNotContain(VagueMeasure, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Students, text, StringComparison.Ordinal);
    }

    /// <summary>Next year's round: what was set last year is there, a year later; the rules of the school are confirmed anew.</summary>
    private static async Task<string> CopyRoundAsync(Person department, IEnumerable<DateOnly> lastYears)
    {
        await department.GoAsync("/");
        await department.FollowAsync("新建年度");
        Assert.Equal(lastYears.Select(day => day.AddYears(1)), await DeadlinesAsync(department));
        Assert.Equal("50", await department.Page.GetByLabel("A 级比例上限").First.InputValueAsync());
        Assert.Equal($"{Year + 1}", await department.Page.Locator("input[name='Form.Year']").InputValueAsync());
        foreach (var box in await department.Page.Locator("input[name='Form.Confirmed']").AllAsync())
            await box.CheckAsync();
        await department.PressAsync("保存");
        await department.SeesAsync($"{Year + 1} 年度已建好");
        var round = department.Path;
        await department.FollowAsync("开始本年度");
        await department.SeesAsync("2 个");
        await department.PressAsync($"开始 {Year + 1} 年度");
        await department.SeesAsync($"{Year + 1} 年度已开始");
        return round;
    }

    private static async Task<List<DateOnly>> DeadlinesAsync(Person department) =>
        [.. (await department.Page.Locator("main input[type=date][name*='Deadlines.']").EvaluateAllAsync<string[]>("inputs => inputs.map(input => input.value)")).Select(DateOnly.Parse)];

    /// <summary>What became of last year's plan stands beside the self-assessment and the review.</summary>
    private static async Task SeeLastYearAsync(Person secretary, Person officer, IReadOnlyDictionary<string, int> participants)
    {
        await secretary.GoAsync($"/assessments/{participants[Teachers]}");
        await secretary.SeesAsync($"{Year} 年度的整改");
        await secretary.SeesAsync("3 项，已销号 2 项");
        await secretary.SeesAsync("整改中 50%");
        await officer.GoAsync($"/reviews/{participants[Teachers]}");
        await officer.SeesAsync($"{Year} 年度的整改");
        await officer.SeesAsync(Problem);
        await officer.SeesAsync($"{Year} 年度得分");
    }

    /// <summary>The merged branch goes by the grade of the weaker of the two that it came from.</summary>
    private static async Task ChoosePredecessorAsync(Person department, string round, IReadOnlyDictionary<string, int> participants)
    {
        await department.GoAsync(round);
        await department.SeesAsync("合并、拆分来的支部还没有选定前身等级");
        await department.FollowAsync(Merged);
        var row = department.Page.Locator("tr", new() { HasText = OtherStudents }).Filter(new() { HasText = $"{Year}" }).First;
        await Assertions.Expect(row).ToContainTextAsync("变动记录");
        await row.Locator("input[type=radio]").CheckAsync();
        await department.Page.Locator("textarea[name='Form.Reason']").FillAsync("两支部合并，按原等级较低的算");
        await department.PressAsync("采用这个等级");
        await department.SeesAsync("已采用前身等级");
        Assert.Equal($"{round}/grades/{participants[Merged]}", department.Path);
        await department.GoAsync(round);
        await department.DoesNotSeeAsync("还没有选定前身等级");
    }

    /// <summary>The next year's results, on paper.</summary>
    private static Task ImportResultsAsync(Person department, string round) => department.ImportResultsAsync(round, "新增 3 行", (Committee, Teachers, 86), (Committee, Merged, 93), (Committee, Renamed, 95));

    /// <summary>The C of last year rises to B; the merged branch would be an A, but its predecessor was a C; the renamed one keeps its B and rises to A.</summary>
    private static async Task ReadGradesAsync(Person department, string round)
    {
        await department.GoAsync($"{round}/grades");
        await department.FollowAsync(Merged);
        await department.SeesAsync("为什么是 B");
        await department.SeesAsync("不越级");
        await department.GoAsync($"{round}/grades");
        await department.FollowAsync(Renamed);
        await department.SeesAsync("为什么是 A");
        await Assertions.Expect(department.Page.Locator(".rise")).ToContainTextAsync("晋位");
    }

    /// <summary>晋位 in the comparison, in the branches' histories and on the secretary's own page.</summary>
    private static async Task SeeRiseAsync(Person department, Person secretary, string round, IReadOnlyDictionary<string, int> branches)
    {
        await department.GoAsync(round);
        await department.FollowAsync("年度对比");
        await department.SeesAsync("晋位 3 个，保持 0 个，下降 0 个。另有新参评 0 个，未再参评 1 个");
        await Assertions.Expect(department.Page.Locator("main tbody tr", new() { HasText = Teachers }).Last).ToContainTextAsync("晋位");
        await Assertions.Expect(department.Page.Locator("main tbody tr", new() { HasText = Renamed }).Last).ToContainTextAsync($"（原名 {Laboratory}）");
        await Assertions.Expect(department.Page.Locator("main tbody tr", new() { HasText = Merged }).Last).ToContainTextAsync($"（前身 {OtherStudents}）");

        await department.GoAsync($"/branches/{branches[Teachers]}/history");
        await department.SeesAsync("3 项中已销号 2 项");
        await department.GoAsync($"/branches/{branches[Laboratory]}/history");
        await department.SeesAsync($"当时的情况：{Renamed}");
        await department.SeesAsync($"当时的情况：{Laboratory}");

        await secretary.GoAsync("/");
        await secretary.FollowAsync("看等级和理由");
        await secretary.SeesAsync("为什么是 B");
        await Assertions.Expect(secretary.Page.Locator(".rise")).ToContainTextAsync("晋位");
    }

    /// <summary>As little as a PDF may be.</summary>
    internal static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
}
