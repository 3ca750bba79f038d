using BranchGrading.Data;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Imports.Reading;

namespace BranchGrading.Web.Imports;

/// <summary>One pass over the rows of a results table.</summary>
internal sealed class ResultsPass(GradingDbContext db, ImportContext context, ResultsLookup lookup)
{
    private readonly Dictionary<int, int> _rowsInFile = [];
    private string? _committeeAbove;

    public RowReport Take(RowReport row)
    {
        var participant = FindParticipant(row);
        var self = row.Read(ResultColumns.Self, ScoreText.Read);
        var review = row.Read(ResultColumns.Review, ScoreText.Read);
        var school = row.Read(ResultColumns.School, ScoreText.Read);
        var veto = row.Read(ResultColumns.Veto, YesNoText.Read);
        var opinion = row.Read(ResultColumns.Opinion, cell => PlainText.Read(cell, PreliminaryReview.OpinionMaxLength));
        var proposed = row.Read(ResultColumns.Proposed, GradeText.Read);
        var members = ReadBallots(row, "党员", expectedMayBeBlank: false);
        var masses = ReadBallots(row, "群众", expectedMayBeBlank: true);
        if (school is not null && !context.Viewer.IsDepartment)
            row.Error(ResultColumns.School, "学校评分只能由党委组织部导入，请删去这一列");
        if (participant is not null)
            RequireOnPaper(row, participant, self, review, veto, opinion, proposed, school);
        if (context.Viewer.IsDepartment && participant is not null && veto && lookup.Decisions.GetValueOrDefault(participant.Id) is { Grade: not Grade.D } decision)
            row.Error(ResultColumns.Veto, $"学校已经决定评为 {decision.Grade}，不能再一票否决；请先撤回决定");
        if (participant is not null && lookup.OnLineReviews.GetValueOrDefault(participant.Id) is true && (IsRecounted(participant, Panel.Members, members) || IsRecounted(participant, Panel.Masses, masses)))
            row.Error(ResultColumns.Review, "已经在网上完成初评，票数请在初评页面修改");
        if (row.HasErrors || participant is null)
            return row;

        if (!lookup.Reviews.ContainsKey(participant.Id) && !lookup.SelfAssessments.ContainsKey(participant.Id) && (self ?? review) is not null)
            row.New($"自评 {Show(self)}，初评 {Show(review)}{(school is null ? "" : $"，学校评分 {Show(school)}")}{(veto ? "，一票否决" : "")}");
        WriteSelfAssessment(row, participant, self);
        WriteReview(row, participant, review, veto, opinion, proposed);
        if (context.Viewer.IsDepartment)
            WriteSchoolEvaluation(row, participant, school);
        WriteBallots(row, participant, Panel.Members, "党员", members);
        WriteBallots(row, participant, Panel.Masses, "群众", masses);
        return row;
    }

    /// <summary>What was worked out item by item, or handed up, is not overwritten by a total; a blank cell asks for nothing there.</summary>
    private void RequireOnPaper(RowReport row, Participant participant, decimal? self, decimal? review, bool veto, string? opinion, Grade? proposed, decimal? school)
    {
        if (self is not null && lookup.SelfAssessments.GetValueOrDefault(participant.Id) is { BegunAt: not null })
            row.Error(ResultColumns.Self, "支部已经在网上逐项自评，不能再导入总分");
        if (lookup.OnLineReviews.ContainsKey(participant.Id) && (review is not null || veto || opinion is not null || proposed is not null))
            row.Error(ResultColumns.Review, "已经在网上逐项初评，不能再导入初评结果");
        if (school is not null && lookup.SchoolEvaluations.GetValueOrDefault(participant.Id) is { IsByItems: true })
            row.Error(ResultColumns.School, "学校已经在网上逐项评分，不能再导入总分");
        if (!context.Viewer.IsDepartment && lookup.LockedBranches.Contains(participant.Id))
            row.Error(RosterColumns.Branch, "初评意见报告已经上报，不能再导入；确需修改，请党委组织部退回");
    }

    private bool IsRecounted(Participant participant, Panel panel, BallotCount? count) =>
        count is not null && lookup.Evaluations.GetValueOrDefault((participant.Id, panel))?.Count != count;

    private Participant? FindParticipant(RowReport row)
    {
        var named = row.Cell(RosterColumns.Committee);
        var committee = named.IsBlank && _committeeAbove is not null ? _committeeAbove : row.ReadName(RosterColumns.Committee, Committee.NameMaxLength);
        (_committeeAbove, row.Committee) = (committee, committee ?? "");
        var branch = row.ReadName(RosterColumns.Branch, Branch.NameMaxLength);
        row.Branch = branch ?? "";
        if (committee is null || branch is null)
            return null;
        if (!lookup.CommitteeNames.Contains(NameKey.Of(committee)))
        {
            row.Error(RosterColumns.Committee, context.Viewer.IsDepartment ? $"本年度没有「{committee}」" : $"「{committee}」不是您负责的二级党组织");
            return null;
        }

        var participant = lookup.Find(committee, branch);
        if (participant is null)
            row.Error(RosterColumns.Branch, $"本年度「{committee}」没有「{branch}」");
        else if (lookup.ExcludedBranches.Contains(participant.BranchId))
            row.Error(RosterColumns.Branch, "这个支部不参加本年度评定");
        else if (lookup.OwnBranches.Contains(participant.BranchId))
            row.Error(RosterColumns.Branch, "您是这个支部的书记，按回避要求不能由您导入它的结果");
        else if (!_rowsInFile.TryAdd(participant.Id, row.Number))
            row.Error(RosterColumns.Branch, $"与第 {_rowsInFile[participant.Id]} 行是同一个支部");
        return participant;
    }

    /// <summary>All eight blank = not held; some blank = an error.</summary>
    private static BallotCount? ReadBallots(RowReport row, string panel, bool expectedMayBeBlank)
    {
        var counts = ResultColumns.Counts.Select(name => row.Read($"{panel}-{name}", CountText.Read)).ToArray();
        if (counts.All(count => count is null))
            return null;
        var complete = true;
        for (var i = expectedMayBeBlank ? 1 : 0; i < counts.Length; i++)
        {
            if (counts[i] is null && row.Cell($"{panel}-{ResultColumns.Counts[i]}").IsBlank)
                row.Error($"{panel}-{ResultColumns.Counts[i]}", $"{panel}测评的票数没有填全，缺「{ResultColumns.Counts[i]}」；没有进行测评的，八列都留空");
            complete &= counts[i] is not null;
        }

        if (!complete)
            return null;
        var (issued, returned, valid) = (counts[1]!.Value, counts[2]!.Value, counts[3]!.Value);
        if (BallotCount.WhyNot(counts[0], issued, returned, valid, counts[4]!.Value, counts[5]!.Value, counts[6]!.Value, counts[7]!.Value) is { } why)
        {
            row.Error($"{panel}-有效", $"{panel}测评：{why}");
            return null;
        }

        var ballots = new BallotCount(counts[0], issued, returned, valid, counts[4]!.Value, counts[5]!.Value, counts[6]!.Value, counts[7]!.Value);
        if (ballots.IssuedMoreThanExpected)
            row.Warn($"{panel}-发出", $"{panel}测评发出 {issued} 张，多于应到 {counts[0]} 人");
        return ballots;
    }

    private void WriteSelfAssessment(RowReport row, Participant participant, decimal? score)
    {
        var known = lookup.SelfAssessments.GetValueOrDefault(participant.Id);
        if (!row.Has(ResultColumns.Self) || known is { BegunAt: not null } || known?.ImportedTotal == score && (known is null) == (score is null))
            return;
        row.Compare("自评得分", known?.ImportedTotal, score);
        if (score is { } total && known is null)
            db.Add(SelfAssessment.FromPaper(participant.Id, total, context.Viewer.Name, context.Now));
        else if (score is { } corrected)
            known!.ImportTotal(corrected, context.Viewer.Name, context.Now);
        else
            db.Remove(known!);
    }

    private void WriteReview(RowReport row, Participant participant, decimal? score, bool veto, string? opinion, Grade? proposed)
    {
        if (lookup.OnLineReviews.ContainsKey(participant.Id))
            return;
        var known = lookup.Reviews.GetValueOrDefault(participant.Id);
        var (newScore, newVeto) = (row.Has(ResultColumns.Review) ? score : known?.ImportedTotal, row.Has(ResultColumns.Veto) ? veto : known?.Vetoed ?? false);
        var (newOpinion, newProposed) = (row.Has(ResultColumns.Opinion) ? opinion : known?.Opinion, row.Has(ResultColumns.Proposed) ? proposed : known?.ProposedGrade);
        if (known is not { IsCompleted: false } && (known?.ImportedTotal, known?.Vetoed ?? false, known?.Opinion, known?.ProposedGrade) == (newScore, newVeto, newOpinion, newProposed))
            return;
        row.Compare("初评得分", known?.ImportedTotal, newScore);
        row.Compare("一票否决", known?.Vetoed ?? false, newVeto);
        row.Compare("初评意见", known?.Opinion, newOpinion);
        row.Compare("初评等级", known?.ProposedGrade, newProposed);
        if (known is null)
            db.Add(known = new PreliminaryReview(participant.Id));
        known.Import(newScore, newVeto, newOpinion, newProposed, context.Viewer.Name, context.Now);
    }

    private void WriteSchoolEvaluation(RowReport row, Participant participant, decimal? rescore)
    {
        var known = lookup.SchoolEvaluations.GetValueOrDefault(participant.Id);
        if (!row.Has(ResultColumns.School) || known is { IsByItems: true } || known?.Rescore == rescore)
            return;
        row.Compare("学校评分", known?.Rescore, rescore);
        if (known is null)
            db.Add(known = new SchoolEvaluation(participant.Id));
        known.Record(rescore, known.Vetoed, known.Reason, context.Viewer.Name, context.Now);
    }

    private void WriteBallots(RowReport row, Participant participant, Panel panel, string name, BallotCount? count)
    {
        var known = lookup.Evaluations.GetValueOrDefault((participant.Id, panel));
        if (!ResultColumns.Counts.Any(column => row.Has($"{name}-{column}")) || known?.Count == count || count is null && lookup.OnLineReviews.GetValueOrDefault(participant.Id))
            return;
        row.Compare($"{name}测评（有效/好/较好/一般/差）", Show(known?.Count), Show(count));
        if (count is null)
            db.Remove(known!);
        else if (known is null)
            db.Add(new DemocraticEvaluation(participant.Id, panel, count));
        else
            known.Recount(count);
    }

    private static string Show(decimal? score) => score is { } points ? points.ToString("0.##") : "（空）";

    private static string? Show(BallotCount? count) =>
        count is null ? null : $"{count.Valid}/{count.Good}/{count.FairlyGood}/{count.Fair}/{count.Poor}，发出 {count.Issued}、收回 {count.Returned}";
}
