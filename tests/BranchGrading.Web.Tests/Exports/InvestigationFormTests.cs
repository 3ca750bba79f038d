using BranchGrading.Data;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Exports;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace BranchGrading.Web.Tests.Exports;

public sealed class InvestigationFormTests
{
    private static readonly SchoolSettings Settings = new() { SchoolName = "江州大学" };
    private static readonly BallotCount Members = new(20, 20, 19, 19, 12, 5, 1, 1);
    private static readonly BallotCount Masses = new(null, 30, 30, 30, 20, 7, 2, 1);

    [Fact]
    public async Task Every_block_of_a_reviewed_branch_is_filled_in()
    {
        await using var school = await SampleAsync();
        using var book = new Workbook(await WriteAsync(school, showSchoolGrade: true), 0);

        Assert.Equal("附表3", book.Value("A1"));
        Assert.Equal("高等学校基层党支部调查摸底与分类定级表（样表）", book.Value("A2"));
        Assert.Equal(["填报单位（盖章）：材料学院党委", "一支部　2012 年度"], book.Filled(3));
        Assert.Equal(["一、基本情况"], book.Filled(4));
        Assert.Equal(["支部名称", "一支部", "所属党组织", "材料学院党委"], book.Filled(5));
        Assert.Equal(["支部类型", "教师", "成立时间", "2005年9月", "换届时间", "2011年3月"], book.Filled(6));
        Assert.Equal(["书记姓名", "王一", "书记职务", "系主任", "书记电话", "13800000000"], book.Filled(7));
        Assert.Equal(["支委人数", 3m, "正式党员", 20m, "预备党员", 3m, "上年度等级", "B"], book.Filled(8));
        Assert.Equal(["调查内容", "情况", "说明"], book.Filled(10));
        Assert.Equal(["1. 组织设置是否合理", "是"], book.Filled(11));
        Assert.Equal(["7. 经费场所保障是否落实", "基本", "实地看过，场所合用"], book.Filled(17));
        Assert.Equal(["评分指标", "满分", "自评", "上级评"], book.Filled(19));

        // 教工: 15, 25, 20, 25, 15 of which 11 by vote; 90 % of 20 valid ballots, 89.47 % of 19.
        Assert.Equal(["领导班子好", 15m, 15m, 14m], book.Filled(20));
        Assert.Equal(["党员队伍好", 25m, 25m, 25m], book.Filled(21));
        Assert.Equal(["群众反映好", 15m, 4m, 13.87m], book.Filled(24));
        Assert.Equal(["合计得分（折合百分制）", 100m, 100m, 97.87m], book.Filled(25));
        Assert.Equal(["注：党员测评、群众测评共 11 分，由测评票得出，不计入自评；自评满分 89 分。"], book.Filled(26));
        Assert.Equal(["党员测评", 20m, 20m, 19m, 19m, 12m, 5m, 1m, 1m, 89.47m], book.Filled(29));
        Assert.Equal(["群众测评", 30m, 30m, 30m, 20m, 7m, 2m, 1m, 90m], book.Filled(30));
        Assert.Equal("坚持三会一课，党员带头。", Beside(book, "主要做法与成效"));
        Assert.Equal("1. 党课少\n2. 记录不全", Beside(book, "存在的主要问题"));
        Assert.Equal("1. 每季一次（责任人：王一；完成时限：2012年6月30日；目标等级：B）\n2. 专人记录（责任人：王一；完成时限：2012年6月30日；目标等级：B）", Beside(book, "整改措施与时限"));
        Assert.Equal("等级：A（先进）\n自评得分 100.00 分。", Beside(book, "支部自评等级"));
        Assert.Equal("等级：A（先进）\n工作扎实，同意。", Beside(book, "初评意见与等级"));
        Assert.StartsWith("等级：A（先进）", Beside(book, "学校党委评定"), StringComparison.Ordinal);
        Assert.DoesNotContain(book.Cells.Values, cell => cell.CellFormula is not null);
        Assert.Equal(2u, book.Format("K24").NumberFormatId!.Value);
    }

    [Fact]
    public async Task What_is_not_known_yet_is_an_empty_cell()
    {
        await using var school = await SampleAsync();
        using var book = new Workbook(await WriteAsync(school, showSchoolGrade: false), 1);

        Assert.Equal(["支部名称", "二支部", "所属党组织", "材料学院党委"], book.Filled(5));
        Assert.Equal(["1. 组织设置是否合理"], book.Filled(11));
        Assert.Equal(["领导班子好", 15m], book.Filled(20));
        Assert.Equal(["合计得分（折合百分制）", 100m], book.Filled(25));
        Assert.Equal(["党员测评"], book.Filled(29));
        foreach (var label in new[] { "主要做法与成效", "存在的主要问题", "整改措施与时限", "支部自评等级", "初评意见与等级", "学校党委评定" })
            Assert.Equal("", Beside(book, label));
    }

    [Fact]
    public async Task A_review_that_is_worked_on_shows_what_is_recorded_and_no_sum_of_half_a_head()
    {
        await using var school = await SampleAsync();
        school.Assess("二支部", "做法", ("问题", "措施"));
        school.Review("二支部", "初稿", Grade.B, isDraft: true);
        using var book = new Workbook(await WriteAsync(school, showSchoolGrade: false), 1);

        Assert.Equal(["领导班子好", 15m, 15m], book.Filled(20));
        Assert.Equal("等级：B（较好）\n初稿", Beside(book, "初评意见与等级"));
        Assert.Equal("问题", Beside(book, "存在的主要问题"));
    }

    [Fact]
    public async Task A_committee_reads_the_school_s_grade_only_once_published()
    {
        await using var school = await SampleAsync();
        using (var before = new Workbook(await WriteAsync(school, showSchoolGrade: false), 0))
            Assert.Equal("", Beside(before, "学校党委评定"));

        school.HandIn("二支部", 70m, 70m);
        await school.PublishAsync();
        using var after = new Workbook(await WriteAsync(school, showSchoolGrade: true), 0);
        Assert.Equal("等级：A（先进）\n2012年4月8日学校党委会议研究评定，校党字〔2012〕7号。", Beside(after, "学校党委评定"));
    }

    [Fact]
    public async Task Results_from_paper_have_a_total_and_no_heads()
    {
        await using var school = await SampleAsync();
        school.HandIn("二支部", 88.5m, 86m, Grade.B);
        using var book = new Workbook(await WriteAsync(school, showSchoolGrade: false), 1);

        Assert.Equal(["领导班子好", 15m], book.Filled(20));
        Assert.Equal(["合计得分（折合百分制）", 100m, 88.5m, 86m], book.Filled(25));
        Assert.Equal("等级：B（较好）\n自评得分 88.50 分。", Beside(book, "支部自评等级"));
    }

    [Fact]
    public async Task Of_fewer_than_five_ballots_only_the_rate_is_told()
    {
        await using var school = await SampleAsync();
        school.Vote("二支部", Panel.Members, new BallotCount(4, 4, 4, 4, 3, 0, 1, 0));
        using var book = new Workbook(await WriteAsync(school, showSchoolGrade: false), 1);

        Assert.Equal(["党员测评", 4m, 4m, 4m, 4m, 75m], book.Filled(29));
        Assert.Null(book.Value("G29"));
        Assert.Equal(75m, book.Value("K29"));
        Assert.Equal(["注：有效票少于 5 张的，不列出各档票数。"], book.Filled(31));
    }

    [Fact]
    public async Task Items_that_do_not_apply_leave_the_full_marks()
    {
        await using var school = await SampleAsync();
        school.Participant("二支部").Correct("二支部", BranchType.Retired, "王丁", null, null, 20, 3);
        school.Assess("二支部", "做法", ("问题", "措施"));
        using var book = new Workbook(await WriteAsync(school, showSchoolGrade: false), 1);

        Assert.Equal(["党员队伍好", 21m, 21m], book.Filled(21));
        Assert.Equal(["注：党员测评、群众测评共 11 分，由测评票得出，不计入自评；自评满分 85 分。"], book.Filled(26));
    }

    [Fact]
    public async Task A_standard_of_other_heads_has_as_many_rows()
    {
        var standard = new ScoringStandard("本校标准", StandardKind.Staff,
        [
            new StandardHead("班子与队伍", [StandardItem.ByPoints("班子", "", "", 40)]),
            new StandardHead("作用与民意", [StandardItem.ByPoints("作用", "", "", 60)]),
            new StandardHead("学生工作", [StandardItem.ByPoints("联系学生", "", "", 10).ExceptFor(BranchType.Teacher)]),
        ]);
        await using var school = await SchoolOnPaper.OpenAsync(standard, new RoundRules(), ("材料学院党委", ["一支部"]));
        school.Assess("一支部", "做法", ("问题", "措施"));
        using var book = new Workbook(await WriteAsync(school, showSchoolGrade: false));

        Assert.Equal(["班子与队伍", 40m, 40m], book.Filled(20));
        Assert.Equal(["作用与民意", 60m, 60m], book.Filled(21));
        Assert.Equal(["合计得分（折合百分制）", 100m, 100m], book.Filled(22));
        Assert.Equal(["四、民主测评"], book.Filled(23));
    }

    [Fact]
    public async Task Items_that_the_school_scored_again_stand_in_its_own_form_alone()
    {
        await using var school = await SampleAsync();
        var participant = school.Participant("一支部");
        var papers = await school.PapersAsync();
        var item = papers[0].Review.Standard.Items.First(item => item.Method == ItemMethod.Points);
        var score = new ItemScore(participant.Id, Scorer.School, item.Id);
        score.Fill(item, new ItemAnswer { Points = 0 }, false, "查无记录", "组织部", DateTime.UnixEpoch);
        var evaluation = new SchoolEvaluation(participant.Id);
        evaluation.Record(95.87m, false, "实地查阅", "组织部", DateTime.UnixEpoch, isByItems: true);
        school.Add(score);
        school.Add(evaluation);

        using (var own = new Workbook(await WriteAsync(school, showSchoolGrade: true), 0))
        {
            Assert.Equal(["领导班子好", 15m, 15m, 12m], own.Filled(20));
            Assert.Equal(["合计得分（折合百分制）", 100m, 100m, 95.87m], own.Filled(25));
        }

        using var committees = new Workbook(await WriteAsync(school, showSchoolGrade: false), 0);
        Assert.Equal(["领导班子好", 15m, 15m, 14m], committees.Filled(20));
        Assert.Equal(["合计得分（折合百分制）", 100m, 100m, 97.87m], committees.Filled(25));
    }

    [Fact]
    public async Task Long_texts_run_over_rows_that_join_to_the_text()
    {
        await using var school = await SchoolOnPaper.OpenAsync(new RoundRules(), ("材料学院党委", ["一支部"]));
        var report = string.Join("\r\n", Enumerable.Range(1, 30).Select(paragraph => string.Concat(Enumerable.Range(1, 8).Select(number => $"第{paragraph}段第{number}句讲支部的工作😀；")) + "如此。"))[..2880].TrimEnd('\uD83D');
        var problems = Enumerable.Range(1, 20).Select(number => (new string('题', 480) + number, string.Join('\n', Enumerable.Repeat("措施", 160)) + number)).ToArray();
        school.Assess("一支部", report, problems);
        using var book = new Workbook(await WriteAsync(school, showSchoolGrade: false));

        Assert.Equal(report.Replace("\r\n", "\n", StringComparison.Ordinal), Beside(book, "主要做法与成效"));
        Assert.Equal(string.Join('\n', problems.Select((problem, index) => $"{index + 1}. {problem.Item1}")), Beside(book, "存在的主要问题"));
        Assert.Equal(
            string.Join('\n', problems.Select((problem, index) => $"{index + 1}. {problem.Item2}（责任人：王一；完成时限：2012年6月30日；目标等级：B）")), Beside(book, "整改措施与时限"));
        Assert.All(book.Sheet.Descendants<Row>(), row => Assert.InRange(row.Height?.Value ?? 15, 1, 409));
    }

    public static TheoryData<string> OddTexts => SummaryFormTests.OddTexts;

    [Theory]
    [MemberData(nameof(OddTexts))]
    public async Task An_odd_text_comes_out_as_it_went_in_and_is_never_a_formula(string text)
    {
        await using var school = await SchoolOnPaper.OpenAsync(new RoundRules(), ("材料学院党委", ["一支部"]));
        school.Assess("一支部", text.Replace("\uD83D字", "？字", StringComparison.Ordinal), ("问题", "措施"));
        using var book = new Workbook(await WriteAsync(school, showSchoolGrade: false));

        // Stored is what was typed without what cannot be seen.
        var stored = (await school.PapersAsync())[0].Review.Self.TextOf(ReportSection.Achievements)!.Content;
        Assert.Equal(stored.Replace("\r\n", "\n", StringComparison.Ordinal), Beside(book, "主要做法与成效"));
        Assert.DoesNotContain(book.Cells.Values, cell => cell.CellFormula is not null);
    }

    [Fact]
    public async Task Sheets_are_named_by_number_and_branch_in_display_order_and_each_is_a_page_upright()
    {
        await using var school = await SchoolOnPaper.OpenAsync(new RoundRules(), ("材料学院党委", ["一支部", "名称很长的含国家级实验教学示范中心与分析测试中心联合教工党支部", "a[b]/c:支部"]));
        var content = await WriteAsync(school, showSchoolGrade: false);
        using var book = new Workbook(content, 2);

        Assert.Equal(["1 一支部", "2 名称很长的含国家级实验教学示范中心与分析测试中心联合教工党", "3 abc支部"], book.SheetNames);
        Assert.All(book.SheetNames, name => Assert.InRange(name.Length, 1, FormNames.SheetNameMaxLength));
        var page = book.Sheet.Descendants<PageSetup>().Single();
        Assert.Equal((9u, OrientationValues.Portrait, 0u), (page.PaperSize!.Value, page.Orientation!.Value, page.FitToHeight!.Value));
        Assert.Contains("_xlnm.Print_Titles '3 abc支部'!$3:$3", book.Names, StringComparison.Ordinal);
        Assert.Equal("A4", book.Sheet.Descendants<Pane>().Single().TopLeftCell!.Value);
    }

    private static async Task<byte[]> WriteAsync(SchoolOnPaper school, bool showSchoolGrade) =>
        InvestigationForm.Write(await school.PapersAsync(), await school.SheetAsync(), showSchoolGrade, Settings);

    /// <summary>The text beside a label, its pieces joined; the places to sign left out.</summary>
    private static string Beside(Workbook book, string label)
    {
        var first = book.RowOf(label);
        var text = book.Value($"C{first}") as string ?? "";
        for (var row = first + 1; book.Value($"A{row}") is null or "" && book.Value($"C{row}") is string more && !more.Contains("：　　　", StringComparison.Ordinal); row++)
            text += more;
        return text;
    }

    private static async Task<SchoolOnPaper> SampleAsync()
    {
        var school = await SchoolOnPaper.OpenAsync(new RoundRules { CapShare = 0.5m }, ("材料学院党委", ["一支部", "二支部"]));
        school.Remember("一支部", Grade.B);
        school.Assess("一支部", "坚持三会一课，党员带头。", ("党课少", "每季一次"), ("记录不全", "专人记录"));
        school.Vote("一支部", Panel.Members, Members);
        school.Vote("一支部", Panel.Masses, Masses);
        school.Review("一支部", "工作扎实，同意。", Grade.A);
        await school.CompleteAsync("一支部");
        return school;
    }
}
