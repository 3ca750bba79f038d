using BranchGrading.Data;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Exports;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace BranchGrading.Web.Tests.Exports;

public sealed class RectificationFormTests
{
    private static readonly DateTime At = new(2012, 3, 20, 2, 0, 0, DateTimeKind.Utc);
    private static readonly SchoolSettings Settings = new() { SchoolName = "江州大学" };

    [Fact]
    public async Task Before_publication_the_branches_at_C_or_D_stand_by_the_committee_s_grade_a_row_for_each_problem()
    {
        await using var school = await SampleAsync();
        Assert.DoesNotContain(await school.RectificationAsync(0), row => row.Participant.BranchName == "二支部"); // its review is still worked on
        await school.CompleteAsync("二支部");
        using var book = new Workbook(RectificationForm.Write(await school.RectificationAsync(0), school.Round, "材料学院党委", isSchool: false, Settings));

        Assert.Equal("附表5", book.Value("A1"));
        Assert.Equal("高等学校基层党支部整改汇总表（样表）", book.Value("A2"));
        Assert.Equal(["填报单位（盖章）：材料学院党委", "2012 年度"], book.Filled(3));
        Assert.Equal(["序号", "党支部名称", "现等级", "目标等级", "存在的主要问题", "整改措施", "责任人", "联系领导", "完成时限", "进展情况", "验收（销号）意见"], book.Filled(4));
        Assert.Equal([1m, "二支部", "C（拟）", "B", "党课少", "每季一次", "王一", "院长刘某", "2012年6月30日"], book.Filled(5));
        Assert.Equal([1m, "二支部", "C（拟）", "B", "记录不全", "专人记录", "王一", "院长刘某", "2012年6月30日"], book.Filled(6));

        // Nothing proposed: the band of the committee's score. No table of problems: still a row.
        Assert.Equal([2m, "三支部", "D（拟）"], book.Filled(7));
        Assert.StartsWith("说明：等级还没有公示", book.Value("A8") as string, StringComparison.Ordinal);
        Assert.Equal("1 材料学院党委", book.SheetName);
    }

    [Fact]
    public async Task After_publication_the_published_grade_decides()
    {
        await using var school = await SampleAsync();
        await school.CompleteAsync("二支部");
        school.Decide("一支部", Grade.C);
        school.Decide("二支部", Grade.B);
        await school.PublishAsync();
        using var book = new Workbook(RectificationForm.Write(await school.RectificationAsync(), school.Round, "江州大学", isSchool: true, Settings));

        Assert.Equal(["材料学院党委"], book.Filled(5));
        Assert.Equal([1m, "一支部", "C"], book.Filled(6));
        Assert.Equal([2m, "三支部", "D"], book.Filled(7));
        Assert.Equal(["文学院党委"], book.Filled(8));
        Assert.Equal([3m, "四支部", "C"], book.Filled(9));
        Assert.Empty(book.Filled(10));
    }

    [Fact]
    public async Task A_setting_lists_every_branch()
    {
        await using var school = await SampleAsync();
        var rows = await school.RectificationAsync(all: true);
        Assert.Equal(["一支部", "二支部", "三支部", "四支部"], rows.Select(row => row.Participant.BranchName));
    }

    [Fact]
    public async Task A_unit_without_such_branches_says_so()
    {
        await using var school = await SchoolOnPaper.OpenAsync(new RoundRules(), ("材料学院党委", ["一支部"]));
        school.HandIn("一支部", 95m, 95m, Grade.A);
        using var book = new Workbook(RectificationForm.Write(await school.RectificationAsync(0), school.Round, "材料学院党委", isSchool: false, Settings));
        Assert.Equal("没有评为 C 级、D 级的支部。", book.Value("A5"));
    }

    [Fact]
    public async Task Problems_that_are_not_handed_in_are_not_listed()
    {
        await using var school = await SampleAsync();
        var problem = new Domain.Assessments.AssessmentProblem(school.Participant("三支部").Id, 1);
        problem.Fill("写到一半", null, null, null, null, "书记", DateTime.UnixEpoch);
        school.Add(problem);
        school.Return("二支部");
        Assert.All(await school.RectificationAsync(0), row => Assert.Equal(row.Participant.BranchName == "三支部" ? 1 : 0, row.Lines.Count));
    }

    [Theory]
    [MemberData(nameof(SummaryFormTests.OddTexts), MemberType = typeof(SummaryFormTests))]
    public async Task An_odd_text_comes_out_as_it_went_in_and_is_never_a_formula(string text)
    {
        await using var school = await SchoolOnPaper.OpenAsync(new RoundRules(), ("材料学院党委", ["一支部"]));
        school.Assess("一支部", "做法", (text.Replace("\uD83D字", "？字", StringComparison.Ordinal), "措施"));
        var row = (await school.RectificationAsync(0, all: true)).Single();
        using var book = new Workbook(RectificationForm.Write([row], school.Round, "材料学院党委", isSchool: false, Settings));

        Assert.Equal(row.Lines[0].Problem.Replace("\r\n", "\n", StringComparison.Ordinal), book.Value("E5"));
        Assert.DoesNotContain(book.Cells.Values, cell => cell.CellFormula is not null);
    }

    [Fact]
    public async Task The_longest_problems_fit_into_rows_and_join_to_the_text()
    {
        await using var school = await SchoolOnPaper.OpenAsync(new RoundRules(), ("材料学院党委", ["一支部"]));
        var (description, measure) = (string.Concat(Enumerable.Repeat("支部活动不经常，", 62)), string.Concat(Enumerable.Repeat("制订计划并落实。", 62)));
        school.Assess("一支部", "做法", (description, measure));
        using var book = new Workbook(RectificationForm.Write(await school.RectificationAsync(0, all: true), school.Round, "材料学院党委", isSchool: false, Settings));

        var last = book.RowOf("书记（签字）") - 2;
        Assert.True(last > 5);
        Assert.Equal(description, string.Concat(Enumerable.Range(5, last - 4).Select(row => book.Value($"E{row}"))));
        Assert.Equal(measure, string.Concat(Enumerable.Range(5, last - 4).Select(row => book.Value($"F{row}"))));
        Assert.All(book.Sheet.Descendants<Row>(), row => Assert.InRange(row.Height?.Value ?? 15, 1, 409));
    }

    [Fact]
    public async Task The_title_is_the_school_s()
    {
        await using var school = await SampleAsync();
        var settings = new SchoolSettings { SchoolName = "江州大学", RectificationFormTitle = "整改台账", FormNote = null };
        using var book = new Workbook(RectificationForm.Write(await school.RectificationAsync(), school.Round, "江州大学", isSchool: true, settings));
        Assert.Equal("整改台账", book.Value("A2"));
        Assert.Contains("_xlnm.Print_Titles '1 江州大学'!$4:$4", book.Names, StringComparison.Ordinal);
        Assert.Equal(OrientationValues.Landscape, book.Sheet.Descendants<PageSetup>().Single().Orientation!.Value);
    }

    [Fact]
    public async Task Until_a_plan_is_handed_in_the_table_of_problems_stands_and_from_then_on_its_items()
    {
        await using var school = await SampleAsync();
        await school.CompleteAsync("二支部");
        var plan = school.Plan("二支部", "会开得少");
        Assert.Equal(["党课少", "记录不全"], await ProblemsAsync());
        plan.Submit(Grade.C, "书记", At);
        Assert.Equal(["会开得少"], await ProblemsAsync());
        plan.Return("写具体些", "组织员", At);
        Assert.Equal(["会开得少"], await ProblemsAsync());

        async Task<IEnumerable<string>> ProblemsAsync() => (await school.RectificationAsync(0)).Single(row => row.Participant.BranchName == "二支部").Lines.Select(line => line.Problem);
    }

    [Fact]
    public async Task A_running_plan_tells_progress_and_acceptance()
    {
        await using var school = await SampleAsync();
        await school.CompleteAsync("二支部");
        var plan = school.Plan("三支部", "会开得少", "记录不全", "党课少", "学习不够");
        plan.Submit(Grade.C, "书记", At);
        plan.Approve("组织员", At);
        using (var waiting = new Workbook(RectificationForm.Write(await school.RectificationAsync(0), school.Round, "材料学院党委", isSchool: false, Settings)))
            Assert.Equal([2m, "三支部", "D（拟）", "B", "会开得少\n原因：重视不够", "每月检查", "王强", "张副院长", "2012年9月30日"], waiting.Filled(waiting.RowOf("三支部", 'B')));

        await school.PublishAsync();
        await school.MakeFinalAsync();
        plan.Progress(plan.Items[0], 40, "第一季度已开", true, "书记", At);
        plan.Progress(plan.Items[0], 60, "第二季度已开", true, "书记", At.AddDays(60));
        plan.Request(plan.Items[1], "已完成", true, "书记", At.AddDays(61));
        plan.Accept(plan.Items[1], "抽查记录属实", true, "组织员", At.AddDays(62));
        plan.Request(plan.Items[2], "已完成", true, "书记", At.AddDays(61));
        plan.Refuse(plan.Items[2], "没有讲稿", true, "组织员", At.AddDays(62));
        plan.Request(plan.Items[3], "已完成", true, "书记", At.AddDays(61));
        using var book = new Workbook(RectificationForm.Write(await school.RectificationAsync(0), school.Round, "材料学院党委", isSchool: false, Settings));
        var from = book.RowOf("三支部", 'B');
        Assert.Equal(("完成 60%\n2012年5月19日：第二季度已开", null), (book.Value($"J{from}"), book.Value($"K{from}")));
        Assert.Equal(("完成 100%\n2012年5月20日申请验收：已完成", "同意销号。\n抽查记录属实\n组织员，2012年5月21日"), (book.Value($"J{from + 1}"), book.Value($"K{from + 1}")));
        Assert.Equal(("完成 0%\n2012年5月20日申请验收：已完成", "验收不通过：没有讲稿\n组织员，2012年5月21日"), (book.Value($"J{from + 2}"), book.Value($"K{from + 2}")));
        Assert.Equal(("完成 0%，待验收\n2012年5月20日申请验收：已完成", null), (book.Value($"J{from + 3}"), book.Value($"K{from + 3}")));

        plan.SpotCheck(plan.Items[1], "现场没有记录", true, "组织部", At.AddDays(89));
        plan.Reopen(plan.Items[1], "记录又断了", true, "组织部", At.AddDays(90));
        plan.Return("写具体些", "组织员", At.AddDays(91));
        using var again = new Workbook(RectificationForm.Write(await school.RectificationAsync(0), school.Round, "材料学院党委", isSchool: false, Settings));
        Assert.Equal("销号后重新整改：记录又断了\n组织部，2012年6月18日\n抽查：现场没有记录\n组织部，2012年6月17日", again.Value($"K{from + 1}"));
        Assert.Equal("完成 60%\n2012年5月19日：第二季度已开\n计划退回修改", again.Value($"J{from}"));
    }

    [Fact]
    public async Task A_corrected_grade_counts()
    {
        await using var school = await SampleAsync();
        await school.CompleteAsync("二支部");
        await school.PublishAsync();
        await school.MakeFinalAsync();
        var before = (await school.RectificationAsync(0)).Select(row => row.Participant.BranchName).ToList();
        Assert.DoesNotContain("一支部", before);
        school.Correct("一支部", Grade.D);
        Assert.Equal((Grade.D, false), (await school.RectificationAsync(0)).Where(row => row.Participant.BranchName == "一支部").Select(row => (row.Grade!.Value, row.IsProposed)).Single());
        school.Correct("三支部", Grade.B);
        Assert.DoesNotContain(await school.RectificationAsync(0), row => row.Participant.BranchName == "三支部");
    }

    [Fact]
    public async Task The_longest_progress_and_verdict_fit_into_rows_and_join_to_the_text()
    {
        await using var school = await SampleAsync();
        await school.CompleteAsync("二支部");
        var plan = school.Plan("三支部", "会开得少");
        plan.Submit(Grade.C, "书记", At);
        plan.Approve("组织员", At);
        await school.PublishAsync();
        await school.MakeFinalAsync();
        var note = string.Concat(Enumerable.Repeat("本月已开支部大会。", 110));
        plan.Progress(plan.Items[0], 60, note, true, "书记", At);
        plan.Request(plan.Items[0], note, true, "书记", At);
        plan.Refuse(plan.Items[0], note, true, "组织员", At);
        using var book = new Workbook(RectificationForm.Write(await school.RectificationAsync(0), school.Round, "材料学院党委", isSchool: false, Settings));
        var (from, rows) = (book.RowOf("三支部", 'B'), 0);
        while (book.Value($"J{from + rows}") is not null || book.Value($"K{from + rows}") is not null)
            rows++;
        Assert.True(rows > 1);
        Assert.Equal($"完成 60%\n2012年3月20日申请验收：{note}", Joined('J'));
        Assert.Equal($"验收不通过：{note}\n组织员，2012年3月20日", Joined('K'));
        Assert.All(book.Sheet.Descendants<Row>(), row => Assert.InRange(row.Height?.Value ?? 15, 1, 409));

        string Joined(char column) => string.Concat(Enumerable.Range(from, rows).Select(row => book.Value($"{column}{row}")));
    }

    private static async Task<SchoolOnPaper> SampleAsync()
    {
        var school = await SchoolOnPaper.OpenAsync(new RoundRules { CapShare = 0.25m }, ("材料学院党委", ["一支部", "二支部", "三支部"]), ("文学院党委", ["四支部"]));
        school.HandIn("一支部", 92m, 91m, Grade.B);
        school.Assess("二支部", "做法", ("党课少", "每季一次"), ("记录不全", "专人记录"));
        school.Review("二支部", "活动不够", Grade.C, "院长刘某");
        school.Vote("二支部", Domain.Assessments.Panel.Members, new(20, 20, 20, 20, 10, 8, 1, 1));
        school.Vote("二支部", Domain.Assessments.Panel.Masses, new(20, 20, 20, 20, 10, 8, 1, 1));
        school.HandIn("三支部", 58m, 55m);
        school.HandIn("四支部", 72m, 71m, Grade.C);
        return school;
    }
}
