using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Reviews;

/// <summary>One branch of the matrix: how far each step is, what stands in the way, and what comes next.</summary>
public sealed record MatrixRow(BranchPapers Papers, BranchStanding Standing, SchoolClock Clock)
{
    public Participant Participant => Papers.Participant;

    public PreliminaryReview? Review => Papers.Review.Review;

    public bool IsReviewed => Review is { IsCompleted: true };

    public string Address => $"/reviews/{Participant.Id}";

    /// <summary>初评分: of what is completed, or of items that all have their points.</summary>
    public decimal? ReviewScore => Review?.Score ?? (Papers.Review.Sum is { IsComplete: true, Score: { } score } ? score : null);

    public MatrixCell Self => Papers.Self.Assessment switch
    {
        { IsFromPaper: true } => MatrixCell.Ok("来自纸质"),
        { IsSubmitted: true, OnBehalf: true } => MatrixCell.Ok("已提交（代填）"),
        { IsSubmitted: true } => MatrixCell.Ok("已提交"),
        { ReturnedAt: not null } => MatrixCell.Warn("已退回", "return"),
        not null => MatrixCell.Doing($"已打 {Papers.Self.Items.Count(item => Papers.Self.PointsOf(item) is not null)} / {Papers.Self.Items.Count()} 项"),
        _ => MatrixCell.Open("未开始"),
    };

    public MatrixCell Investigation => Papers.IsDirect ? new MatrixCell("", "minus", "不用核实")
        : Review is { IsFromPaper: true } ? MatrixCell.Ok("来自纸质")
        : Enum.GetValues<Question>().Count(question => Papers.Review.AnswerTo(question) is { IsComplete: true }) switch
        {
            7 => MatrixCell.Ok("已核实"),
            0 when !IsSubmitted => MatrixCell.Waiting("等提交"),
            0 => MatrixCell.Open("0 / 7"),
            var done => MatrixCell.Doing($"{done} / 7"),
        };

    public MatrixCell Members => Vote(Panel.Members);

    public MatrixCell Masses => Vote(Panel.Masses);

    public MatrixCell Items
    {
        get
        {
            if (Review is { IsFromPaper: true })
                return MatrixCell.Ok("来自纸质");
            var items = Papers.Review.Items.Where(item => item.IsSelfScored).ToList();
            var done = items.Count(item => Papers.Review.PointsOf(item) is not null);
            if (done == 0)
                return IsSubmitted ? MatrixCell.Open("未开始") : MatrixCell.Waiting("等提交");
            if (done < items.Count)
                return MatrixCell.Doing($"{done} / {items.Count}");
            var unexplained = items.Count(item => Papers.Review.Differs(item) && Papers.Review.ScoreOf(item)!.Note.Length == 0);
            return unexplained > 0 ? MatrixCell.Doing($"缺 {unexplained} 处理由") : MatrixCell.Ok("已打分");
        }
    }

    public MatrixCell Opinion => (Review?.Opinion, Review?.ProposedGrade) switch
    {
        (_, { } grade) when Standing.IsSkip(grade) => MatrixCell.Warn($"拟 {grade}"),
        ({ Length: > 0 }, { } grade) => MatrixCell.Ok($"拟 {grade}"),
        (_, { } grade) => MatrixCell.Doing($"拟 {grade}，没写意见"),
        ({ Length: > 0 }, _) => MatrixCell.Doing("有意见，没拟等级"),
        _ => IsSubmitted ? MatrixCell.Open("未写") : MatrixCell.Waiting("等提交"),
    };

    /// <summary>What is worth a second look, in words; it hinders nothing.</summary>
    public IEnumerable<string> Warnings
    {
        get
        {
            if (Standing.IsSkip(Review?.ProposedGrade))
                yield return $"{Standing.Before!.From}是 {Standing.Previous}，最高升到 {Standing.Highest}";
            foreach (var (word, panel) in new[] { ("党员", Panel.Members), ("群众", Panel.Masses) })
            {
                if (Papers.Review.CountOf(panel) is { IssuedMoreThanExpected: true })
                    yield return $"{word}测评发出多于应到，请核对";
            }

            if (Review is { ProposedGrade: not Grade.D and not null } && (Review.Vetoed || Papers.Review.Vetoed))
                yield return "有一票否决，只能是 D";
        }
    }

    public NextStep Next
    {
        get
        {
            var (papers, now) = (Papers, Clock.UtcNow);
            if (papers.Round.WhyNotOpen is not null)
                return new NextStep(Waits.Nobody, "看初评", Address);
            if (papers.Report?.IsReturned(Participant.Id) == true)
                return Mine("组织部退回，看理由");
            if (IsReviewed)
                return new NextStep(Waits.Nobody, "看初评", Address);
            if (papers.IsDirect && papers.Report is { IsSubmitted: true })
                return papers.MayScore ? new NextStep(Waits.Viewer, "打分", Address) : new NextStep(Waits.Department, "已上报，等组织部打分", Address);
            if (papers.IsLocked)
                return new NextStep(Waits.Nobody, "已列为缺报", Address);
            if (!IsSubmitted)
                return Unsubmitted(now);
            if (papers.IsBarred)
                return new NextStep(Waits.Officer, "您是书记，须回避", Address);
            if (papers.MayReview && papers.WhyNotReview(now) is not null)
                return new NextStep(Waits.Nobody, "初评已截止，只能看", Address);
            return (papers.IsDirect ? papers.Review.MissingFindings() : papers.Review.Missing()).FirstOrDefault()?.Part switch
            {
                ReviewPart.Investigation => Mine(papers.Review.Scores.Count + papers.Review.Answers.Count == 0 ? "开始初评" : "核实调查摸底", "#investigation"),
                ReviewPart.MemberVote or ReviewPart.MassVote => Mine("登记测评票数", "/ballots"),
                ReviewPart.Items => Mine("继续打分", "#items"),
                ReviewPart.Opinion => Mine("写意见与等级", "#opinion"),
                _ => papers.IsDirect ? new NextStep(papers.MayRecord ? Waits.Viewer : Waits.Officer, "上报", $"/rounds/{papers.Round.Id}/reports/{Participant.CommitteeId}") : Mine("完成初评"),
            };
        }
    }

    private bool IsSubmitted => Papers.Self.Assessment is { IsSubmitted: true };

    private NextStep Mine(string text, string part = "") => new(Papers.MayReview ? Waits.Viewer : Waits.Officer, text, Address + part);

    private NextStep Unsubmitted(DateTime now)
    {
        var deadline = Papers.Deadlines.SelfAssessment;
        var text = Papers.Self.Assessment?.ReturnedAt is { } returned ? $"{SchoolTime.Local(returned):M月d日}退回，等修改"
            : now >= deadline ? "自评已截止，没有提交"
            : $"催填，{Clock.Left(deadline)}";
        return new NextStep(Waits.Branch, text, $"/assessments/{Participant.Id}");
    }

    private MatrixCell Vote(Panel panel) => Papers.Review.CountOf(panel) switch
    {
        null => MatrixCell.Open("未录入"),
        { Valid: 0 } => MatrixCell.Warn("没有有效票"),
        { IssuedMoreThanExpected: true } => MatrixCell.Warn("发出多于应到"),
        _ => MatrixCell.Ok($"{Papers.Review.SatisfactionOf(panel):0.##}%"),
    };
}
