using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;
using ClosedXML.Excel;

namespace BranchGrading.Web.Exports;

/// <summary>附表3 高等学校基层党支部调查摸底与分类定级表, a sheet for each branch. What is not known yet is an empty cell.</summary>
public static class InvestigationForm
{
    public const string Label = "附表3";

    /// <summary>One workbook of the given branches, in their order.</summary>
    /// <param name="papers">What is filed about each.</param>
    /// <param name="sheet">The round with every branch's result.</param>
    /// <param name="showSchoolGrade">Whether the school's grades may be told yet.</param>
    /// <param name="settings">The school's titles and fonts.</param>
    public static byte[] Write(IReadOnlyList<FiledPapers> papers, RoundSheet sheet, bool showSchoolGrade, SchoolSettings settings)
    {
        var results = sheet.Rows.ToDictionary(row => row.Participant.Id, row => row.Result);
        var names = FormNames.Unique(papers.Select((filed, index) => FormNames.Sheet(index + 1, filed.Review.Participant.BranchName)), FormNames.SheetNameMaxLength);
        using var workbook = new XLWorkbook();
        for (var index = 0; index < papers.Count; index++)
            WriteBranch(new FormBlocks(workbook, names[index], settings), papers[index], results[papers[index].Review.Participant.Id], sheet.Round, showSchoolGrade, settings);
        return FormSheet.Save(workbook);
    }

    private static void WriteBranch(FormBlocks form, FiledPapers filed, GradeSnapshot result, GradingRound round, bool showSchoolGrade, SchoolSettings settings)
    {
        var participant = filed.Review.Participant;
        form.Title(Label, settings.InvestigationFormTitle);
        form.RepeatedHead($"填报单位（盖章）：{participant.CommitteeName}", $"{participant.BranchName}　{round.Year} 年度");
        WriteBasics(form, participant, result);
        WriteAnswers(form, filed.Review);
        WriteScores(form, filed, result, showSchoolGrade);
        WriteVotes(form, filed.Review);
        WriteAssessment(form, filed.Review.Self);
        WriteGrades(form, filed, result, round, showSchoolGrade);
        form.Foot();
        form.End();
    }

    private static void WriteBasics(FormBlocks form, Participant participant, GradeSnapshot result)
    {
        form.Section("一、基本情况");
        form.Cells(FormCell.Label("支部名称", 2), FormCell.Of(participant.BranchName, 4), FormCell.Label("所属党组织", 2), FormCell.Of(participant.CommitteeName, 4));
        form.Cells(
            FormCell.Label("支部类型", 2), FormCell.Of(participant.BranchType.Word(), 2),
            FormCell.Label("成立时间", 2), FormCell.Of(Month(participant.Founded), 2),
            FormCell.Label("换届时间", 2), FormCell.Of(Month(participant.Elected), 2));
        form.Cells(
            FormCell.Label("书记姓名", 2), FormCell.Of(participant.SecretaryName, 2),
            FormCell.Label("书记职务", 2), FormCell.Of(participant.SecretaryPost, 2),
            FormCell.Label("书记电话", 2), FormCell.Of(participant.SecretaryPhone, 2));
        form.Cells(
            FormCell.Label("支委人数", 2), FormCell.Of(participant.CommitteeSize, 1),
            FormCell.Label("正式党员", 2), FormCell.Of(participant.FullMembers, 1),
            FormCell.Label("预备党员", 2), FormCell.Of(participant.ProbationaryMembers, 1),
            FormCell.Label("上年度等级", 2), FormCell.Of(result.PreviousGrade?.ToString(), 1));
    }

    private static void WriteAnswers(FormBlocks form, ReviewPaper review)
    {
        form.Section("二、调查摸底");
        form.Cells(FormCell.Label("调查内容", 4), FormCell.Label("情况", 1), FormCell.Label("说明", 7));
        foreach (var (index, question) in Enum.GetValues<Question>().Index())
        {
            // Nobody confirms the answers of a 直属党支部, which reports to the school itself.
            var answer = review.AnswerTo(question)
                ?? (review.Participant.CommitteeKind == CommitteeKind.DirectBranch && IsHandedIn(review.Self) ? review.Self.AnswerTo(question) : null);
            form.Cells(FormCell.Sentence($"{index + 1}. {question.Word()}", 4), FormCell.Of(answer?.Level?.Word(), 1), FormCell.Sentence(answer?.Explanation, 7));
        }
    }

    private static void WriteScores(FormBlocks form, FiledPapers filed, GradeSnapshot result, bool showSchoolGrade)
    {
        var (review, self) = (filed.Review, filed.Review.Self);
        var type = review.Participant.BranchType;
        Func<StandardItem, decimal?> superior = showSchoolGrade ? filed.SchoolPointsOf : review.PointsOf;
        var heads = review.Standard.ScoredHeads.Where(head => head.Items.Any(item => item.Method != ItemMethod.Veto && item.AppliesTo(type))).ToList();
        var ownSums = heads.ConvertAll(head => self.SumOf(head));
        var superiorSums = heads.ConvertAll(head => StandardScore.OfHead(head, type, isSelf: false, superior));

        // A total from paper tells nothing of its heads; a head that still lacks an item has no sum yet.
        var showsOwn = IsHandedIn(self) && !self.Assessment!.IsFromPaper;
        var showsSuperior = review.Scores.Count > 0;
        form.Section("三、逐项评分");
        form.Cells(FormCell.Label("评分指标", 6), FormCell.Label("满分", 2), FormCell.Label("自评", 2), FormCell.Label("上级评", 2));
        for (var index = 0; index < heads.Count; index++)
        {
            form.Cells(
                FormCell.Sentence(heads[index].Name, 6), FormCell.Points(heads[index].FullMarks(type), 2),
                FormCell.Points(showsOwn ? Given(heads[index], type, ownSums[index], isSelf: true) : null, 2),
                FormCell.Points(showsSuperior ? Given(heads[index], type, superiorSums[index], isSelf: false) : null, 2));
        }

        var isTold = showSchoolGrade || !result.IsRescored;
        form.Cells(
            FormCell.Label("合计得分（折合百分制）", 6), FormCell.Points(100m, 2),
            FormCell.Points(result.SelfScore, 2), FormCell.Points(isTold ? result.Superior : review.Review?.Score, 2));
        var byVote = review.Standard.FullMarks(type) - self.Sum.FullMarks;
        if (byVote > 0)
            form.Cells(FormCell.Sentence($"注：党员测评、群众测评共 {byVote:0.##} 分，由测评票得出，不计入自评；自评满分 {self.Sum.FullMarks:0.##} 分。", FormBlocks.Columns));
    }

    private static void WriteVotes(FormBlocks form, ReviewPaper review)
    {
        form.Section("四、民主测评");
        form.Cells(
        [
            FormCell.Label("测评", 2), .. new[] { "应到", "发出", "收回", "有效", "好", "较好", "一般", "差" }.Select(head => FormCell.Label(head, 1)), FormCell.Label("满意率（%）", 2),
        ]);
        foreach (var (name, panel) in new[] { ("党员测评", Panel.Members), ("群众测评", Panel.Masses) })
        {
            var count = review.CountOf(panel);
            var levels = count is { MayBeShown: true } ? new int?[] { count.Good, count.FairlyGood, count.Fair, count.Poor } : [null, null, null, null];
            form.Cells(
            [
                FormCell.Label(name, 2), .. new[] { count?.Expected, count?.Issued, count?.Returned, count?.Valid }.Concat(levels).Select(votes => FormCell.Of(votes, 1)),
                FormCell.Points(review.SatisfactionOf(panel), 2),
            ]);
        }

        if (new[] { Panel.Members, Panel.Masses }.Any(panel => review.CountOf(panel) is { Valid: > 0, MayBeShown: false }))
            form.Cells(FormCell.Sentence("注：有效票少于 5 张的，不列出各档票数。", FormBlocks.Columns));
    }

    private static void WriteAssessment(FormBlocks form, SelfAssessmentPaper self)
    {
        var (achievements, problems) = IsHandedIn(self) ? (self.TextOf(ReportSection.Achievements)?.Content, self.Problems) : (null, []);
        form.Section("五、自我评价与分类定级");
        form.Text("主要做法与成效", achievements, 10);
        form.Text("存在的主要问题", Numbered(problems, problem => problem.Description), 6);
        form.Text("整改措施与时限", Numbered(problems, Measure), 6);
    }

    private static void WriteGrades(FormBlocks form, FiledPapers filed, GradeSnapshot result, GradingRound round, bool showSchoolGrade)
    {
        var review = filed.Review.Review;
        form.Text("支部自评等级", Told(result.SelfBand, result.SelfScore is { } score ? $"自评得分 {score:0.00} 分。" : null), 2, "书记（签字）");
        form.Text("初评意见与等级", Told(review?.ProposedGrade, VetoOf(filed.Review), review?.Opinion), 4, "书记（签字）", FormBlocks.Seal);
        form.Text(
            "学校党委评定\n意见与等级",
            showSchoolGrade ? Told(result.Grade, result.Remark, result.DecisionReason is { } reason ? $"评定理由：{reason}" : null, MeetingOf(round)) : null, 4, FormBlocks.Seal);
    }

    private static bool IsHandedIn(SelfAssessmentPaper self) => self.Assessment is { IsSubmitted: true };

    private static decimal? Given(StandardHead head, BranchType type, ScoreSum sum, bool isSelf) =>
        sum.IsComplete && head.Items.Any(item => item.Method != ItemMethod.Veto && item.AppliesTo(type) && (!isSelf || item.IsSelfScored)) ? sum.Points : null;

    private static string? VetoOf(ReviewPaper review)
    {
        if (!review.Vetoed && review.Review is not { Vetoed: true })
            return null;
        var facts = review.Items.Select(item => (Item: item, Score: review.ScoreOf(item))).Where(pair => pair.Score is { Vetoed: true })
            .Select(pair => string.IsNullOrEmpty(pair.Score!.Note) ? pair.Item.Name : $"{pair.Item.Name}（{pair.Score.Note}）").ToList();
        return facts.Count == 0 ? "一票否决。" : $"一票否决：{string.Join('；', facts)}。";
    }

    private static string? MeetingOf(GradingRound round) => round.Publication is { } publication
        ? $"{publication.MeetingDate:yyyy年M月d日}学校党委会议研究评定，{publication.DocumentNumber}。"
        : null;

    /// <summary>等级：B（较好）, below it what belongs to it.</summary>
    private static string? Told(Grade? grade, params IEnumerable<string?> texts)
    {
        var lines = texts.Prepend(grade is { } given ? $"等级：{given}（{given.Word()}）" : null).Where(line => !string.IsNullOrEmpty(line)).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static string Numbered(IReadOnlyList<AssessmentProblem> problems, Func<AssessmentProblem, string> text) => problems.Count == 1
        ? text(problems[0])
        : string.Join('\n', problems.Select((problem, index) => $"{index + 1}. {text(problem)}"));

    private static string Measure(AssessmentProblem problem)
    {
        var facts = new[]
        {
            problem.ResponsiblePerson.Length > 0 ? $"责任人：{problem.ResponsiblePerson}" : null,
            problem.DueOn is { } due ? $"完成时限：{due:yyyy年M月d日}" : null,
            problem.TargetGrade is { } target ? $"目标等级：{target}" : null,
        };
        return $"{problem.Measure}（{string.Join('；', facts.Where(fact => fact is not null))}）";
    }

    private static string? Month(DateOnly? month) => month?.ToString("yyyy年M月");
}
